//! Words and letters that tell English, Welsh and French apart.
//!
//! The words (`words/`) are function words, frequent words and the words of public notices, some 1,400 to 2,000 of each
//! language: English and French from the stop lists of the Snowball stemmers (BSD) and by hand, Welsh from Bangor
//! University's frequency list of the Cysill Ar-lein corpus (doi 10.5281/zenodo.1234, `techiaith/geiriau-mwyaf-aml`),
//! which has words after mutations as they are written, and by hand. A word that two languages share stands in both
//! lists and tells nothing between them: which words do was looked up in the frequencies of Python's `wordfreq` 3.
//!
//! The three-letter sequences were counted inside words (`_` is the edge of a word) of the Universal Declaration of
//! Human Rights (counts of npm `trigrams` 5, MIT) and of the interface texts of Django 5 and `WTForms` 3 (BSD), each
//! half. With p the share of a sequence in the language and q the highest share in the other two, both with 0.0003
//! added, the weight is ln(p / q), rounded, from 1 to 3; the 80 of each language with the highest p × ln(p / q) are here.

/// What tells one language: its words, and its sequences of weight 3, 2 and 1.
pub(super) struct Signs {
    pub(super) words: &'static str,
    pub(super) letters: [(i32, &'static str); 3],
}

pub(super) const ENGLISH: Signs = Signs {
    words: include_str!("words/en.txt"),
    letters: [
        (3, "_be _of _or _ri _th _yo be_ ery ght he_ his ht_ igh ing nd_ of_ or_ ted the to_ ty_ you"),
        (
            2,
            "_an _ev _fr _hi _is _sh _wh _wi alu and any are by_ ed_ eed ele equ ere eve for hal her in_ is_ ity \
            lue ly_ ng_ no_ not ny_ one ord oth rd_ ree rig ry_ ryo sha ssw swo thi ual ver wit wor yon",
        ),
        (1, "_in _no _to al_ as_ at_ ate"),
    ],
};

pub(super) const WELSH: Signs = Signs {
    words: include_str!("words/cy.txt"),
    letters: [
        (
            3,
            "'r_ _cy _dd _eu _ga _gw _gy _i_ _o_ _rh _y_ _yn ad_ ae_ aet awb awl baw cyf dd_ ddi ddo ddy edd eth \
            eu_ gan haw iad mae neu od_ ol_ rhy wb_ wch wl_ wyd yd_ ydd yn_ yw_",
        ),
        (
            2,
            "_am _ba _dy _ll _ni _sy _ym ac_ dau dol dyl eit ewi fod gwe gyf hyd hyw iau lia ni_ nia nol nrh rwy \
            thr unr wei wn_ wy_ yfr ynn",
        ),
        (1, "_ma _ne an_ au_ ch_ th_"),
    ],
};

pub(super) const FRENCH: Signs = Signs {
    words: include_str!("words/fr.txt"),
    letters: [
        (3, "_et _l' _qu _vo _à_ de_ dro et_ eur ez_ la_ oit onn roi tou tre té_"),
        (
            2,
            "_au _d' _de _dé _es _la _le _n' _ou _po _sa _êt ais ans aux dan des doi es_ est iqu it_ ité les lib \
            lle nne ont ous out par pou que sa_ sse ui_ une us_ ute ux_ vou és_ été êtr",
        ),
        (1, "_ce _dr _mo _pa _so ale ant eme ire le_ ns_ nt_ son te_ ue_ ur_"),
    ],
};

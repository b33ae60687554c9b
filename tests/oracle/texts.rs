//! Awkward texts, always the same for the same seed.

use crate::hosts;

/// A small random number generator (SplitMix64): the tests must not depend on a crate's generator.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).expect("below the bound")
    }

    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// Any character except a surrogate, mostly from blocks used in real text.
    pub(crate) fn character(&mut self) -> char {
        #[rustfmt::skip]
        const BLOCKS: &[(u32, u32)] = &[
            (0x00, 0x7f), (0x80, 0x24f), (0x250, 0x3ff), (0x400, 0x6ff), (0x700, 0xfff), (0x1000, 0x1fff),
            (0x2000, 0x206f), (0x2070, 0x2bff), (0x2c00, 0x2fff), (0x3000, 0x30ff), (0x3100, 0x9fff),
            (0xa000, 0xd7ff), (0xe000, 0xfaff), (0xfb00, 0xffff), (0x1_0000, 0x1_0fff),
            (0x1_1000, 0x1_efff), (0x1_f000, 0x1_faff), (0x2_0000, 0x2_ffff), (0xe_0000, 0xe_01ff),
            (0x0, 0x10_ffff),
        ];
        loop {
            let (start, end) = self.pick(BLOCKS);
            let code = start as usize + self.below((end - start + 1) as usize);
            if let Some(character) = character(code) {
                return character;
            }
        }
    }
}

fn character(code: usize) -> Option<char> {
    u32::try_from(code).ok().and_then(char::from_u32)
}

#[rustfmt::skip]
const PIECES: &[&str] = &[
    "http://", "https://", "HTTPS://", "hTTp://", "https:/", "://", "ftp://", "www.", "t.co/",
    "https://t.co/", "T.CO/", "example", "EXAMPLE", "a", "b", "x", "foo", "Bücher", "éa", "ſ", "K", "例え",
    "пример", "xn--", "xn--p1ai", "XN--80A", ".com", ".co.uk", ".uk", ".gov.uk", ".COM", ".co", ".jp",
    ".рф", ".中国", ".嘉里", ".嘉里大酒店", ".भारत", ".भारतम्", ".한국", ".vermögensberater", ".txt", ".c", ".c1",
    ".museum", ".ευ", ".ϵλ", ".გე", ".онлайн", ".invalid", "com", "uk", ".", "..", "-", "_", "--", "/",
    "//", "?", "=", "&", "&amp;", "#", "##", "＃", "@", "@@", "＠", "$", "$$", ":", ":80", ":8080/", ",", ";",
    "!", "'", "\"", "`", "*", "+", "~", "%", "%20", "^", "|", "\\", "<", ">", "(", ")", "()", "(a)",
    "(a(b)c)", "((", "))", "[", "]", "{", "}", " ", " ", " ", " ", "\n", "\t", "\r\n", "\u{85}", "\u{a0}",
    "\u{1680}", "\u{180e}", "\u{2000}", "\u{200b}", "\u{200c}", "\u{200d}", "\u{200e}", "\u{2028}",
    "\u{202a}", "\u{202f}", "\u{205f}", "\u{2060}", "\u{2066}", "\u{3000}", "\u{3002}", "\u{ff0e}",
    "\u{ff61}", "\u{61c}", "\u{feff}", "\u{fffe}", "\u{ffff}", "\u{0}", "\u{7f}", "RT", "rt:", "Rt @",
    "@user", "@user/list", "@user_name_of_twenty_two", "@a@b.c", "@a.test", "@press.example.gov.uk",
    "@press@example.org", "#tag", "#Tag1", "#1", "#1a", "#_", "＃日本", "#日本語", "#a_b", "#a·b", "#a・b", "$A",
    "$GBP", "$a.b", "$a_bc", "$abcdefg", "$1", "1", "12", "2026", "-", "–", "—", "…", "“", "”", "’", "£",
    "€", "/path", "/a/b", "/a.", "/wiki/A_(b)", "/é", "/ж", "/日本", "/#!/a", "/@a/b", "?q=1", "?a=b&c=d",
    "?.", "#frag", "abc", "e\u{301}", "\u{301}", "\u{345}", "\u{1100}\u{1161}", "각", "ﬁ", "½", "Å", "ا",
    "ש", "ไ", "ก็", "नि", "ක්‍ෂ", "𠮷", "𝒜", "👨", "👩", "👦", "👧", "❤", "💋", "🏳", "🏴", "🌈", "☠", "👁", "🗨", "👯",
    "🤼", "🧞", "🧟", "⚕", "✈", "🚀", "🦰", "🏋", "⛹", "🕵", "🏃", "🤷", "♀", "♂", "©", "®", "™", "♟", "☎", "☝", "✊",
    "✌", "😀", "🥲", "🫠", "🀄", "🃏", "🅰", "🇬", "🇧", "🇦", "🇿", "🇪", "🇺", "🏻", "🏽", "🏿", "\u{fe0e}", "\u{fe0f}",
    "\u{fe0f}", "\u{200d}", "\u{200d}", "\u{20e3}", "👨\u{200d}👩\u{200d}👧\u{200d}👦", "👩🏽\u{200d}🚀",
    "🏳\u{fe0f}\u{200d}🌈", "🏋🏿\u{200d}♀\u{fe0f}", "🤷\u{200d}♂\u{fe0f}", "❤\u{fe0f}", "1\u{fe0f}\u{20e3}",
    "#\u{fe0f}\u{20e3}", "*\u{20e3}", "🇬🇧", "👁\u{200d}🗨",
    "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}", "🏴\u{e0067}\u{e0062}", "\u{e007f}",
    "👩\u{200d}❤\u{fe0f}\u{200d}💋\u{200d}👨", "Buses", "run", "every", "day", "The", "minister", "said",
    "Croeso", "Ŵ", "naïve", "gov.uk", "example.com", "bbc.co.uk/news",
];

/// Pieces joined together, with an occasional character from anywhere.
fn pieces(random: &mut Random) -> String {
    let mut text = String::new();
    for _ in 0..=random.below(12) {
        match random.below(12) {
            0 => text.push(random.character()),
            1 => text.push_str(random.pick(tlds())),
            _ => text.push_str(random.pick(PIECES)),
        }
    }
    text
}

/// Texts that are nearly links.
fn link(random: &mut Random) -> String {
    const BEFORE: &[&str] =
        &["", " ", "(", "é", "🚌", "/", ".", "-", "@", "#", "日", "a", "\"", ":", "\u{202a}"];
    const PROTOCOL: &[&str] = &["", "", "https://", "http://", "Http://"];
    #[rustfmt::skip]
    const LABEL: &[&str] = &[
        "a", "www", "foo-bar", "foo_bar", "é", "例え", "-a", "a-", "_a", "a_", "xn--a", "A1", "🚌", "\"",
        "a。b", "日a",
    ];
    #[rustfmt::skip]
    const TAIL: &[&str] = &[
        "", "", "/", "/a", "/a_(b)", "/a(b", "?a=b", "/?a", ":80", ":80/x.", ".", ",", "/é!", "日", "@a",
        "/日", "'s", "/a/b/?c=d#e",
    ];
    let mut text = format!("{}{}", random.pick(BEFORE), random.pick(PROTOCOL));
    for _ in 0..=random.below(4) {
        let label = random.pick(LABEL);
        text.push_str(label);
        if random.below(40) == 0 {
            text.push_str(&label.repeat(random.below(70)));
        }
        text.push('.');
    }
    text.push_str(if random.below(3) == 0 {
        random.pick(tlds())
    } else {
        random.pick(&["com", "uk", "中国", "co", "txt", "jp"])
    });
    text.push_str(random.pick(TAIL));
    text
}

/// Characters from anywhere.
fn soup(random: &mut Random) -> String {
    (0..=random.below(20)).map(|_| random.character()).collect()
}

/// One character in every position where its class matters.
pub(crate) fn places(character: char) -> String {
    let c = character;
    format!(
        "{c}gov.uk a{c}b.uk https://a{c}b.uk/p{c} a.uk{c} https://a.uk/p(q{c}) https://a.uk/?q{c} {c}https://b.uk #t{c}g {c}#h @u{c} {c}@v $A{c} {c}$B {c}\u{fe0f} {c}{c}"
    )
}

/// Emoji and the characters that join them.
fn emoji(random: &mut Random) -> String {
    let start = PIECES.iter().position(|piece| *piece == "👨").unwrap();
    let end = PIECES.iter().position(|piece| *piece == "Buses").unwrap();
    let mut text = String::new();
    for _ in 0..=random.below(10) {
        match random.below(5) {
            0 => text.extend(character(0x1_f000 + random.below(0xb00))),
            1 => text.push(random.pick(&['\u{200d}', '\u{fe0f}', '\u{fe0e}', '🏽'])),
            _ => text.push_str(random.pick(&PIECES[start..end])),
        }
    }
    text
}

/// All top-level domains, from the crate's own lists.
fn tlds() -> &'static [&'static str] {
    static TLDS: std::sync::LazyLock<Vec<&'static str>> = std::sync::LazyLock::new(|| {
        let ascii = include_str!("../../src/text/entities/tld/ascii.txt");
        let other = include_str!("../../src/text/entities/tld/other.txt");
        ascii.lines().chain(other.lines()).collect()
    });
    &TLDS
}

/// This many texts of all kinds, always the same for one seed.
pub(crate) fn texts(seed: usize, count: usize) -> Vec<String> {
    let mut random = Random::new(seed as u64);
    let text = |_| match random.below(10) {
        0 => soup(&mut random),
        1 => places(random.character()),
        2..=3 => emoji(&mut random),
        4..=5 => link(&mut random),
        6 => hosts::link(&mut random),
        _ => pieces(&mut random),
    };
    (0..count).map(text).collect()
}

//! Short words that appear where codes have letters: `on 06/04/25 a week`, `parked in SE10 for an hour`.

/// Words and abbreviations of two letters: English, Welsh and French.
const TWO: &str = "ac ad ag ah al am an ar as at au aw ax be bu by ce co da de do dr du dy ei el em en er es et eu ex \
    fe fy go ha he hi ho hp hr hy id if il in is it je km la le li lo lu ma me mg mi ml mm mo mr ms mu \
    my na ne ni no nt nu of oh ok on or os ou ow pa pe ph pi pm pp pr re rm sa se sh si so st su ta te \
    th ti to tu un up us va vs we wi wy ye yh ym yn yr yw";

/// Words of three letters: English, Welsh and French, months, days and words that are written in capitals.
const THREE: &str = "act add ads age ago aid aim air all and any app apr are art ask aug aux ave bad bag ban bar bay bbc \
    bed bee bet bid big bin bit box boy bst bus but buy bye can cap car cat ccg ceo cop cpi cup cut cyf \
    dad day dec des did die dim dix doc dod doe dog don dry due dvd dwp ear eat ebr eco egg eid end est \
    eto eur eve eye far fax feb fed fee few fin fit fix fly fog for fox fri fun fur gan gas gcs gdp get \
    gig gmt god got gov gps gum gun gwe gym had ham has hat hen her hey him his hit hmo hop hot how hub \
    hwn hyd icb ice ill ink inn ion isa its jam jan jar jet job jog joy jul jun key kid kit lab lad lap \
    law lay leg les let lid lie lip lot low ltd ltn mad man map mar mat maw may med meh mel men met mis \
    mix mon mot mps mud mum mwy net neu new nhs nid nos not nov now nul nut oak oct oed off oil old ond \
    one ons our out own par pas pay pcn pen per pet pie pin pip pit plc pod pop pot pub put qui ran raw \
    red rep rhy rid rnb row rpi rub rue run sad sat sea sec see sep set sex she shy sir sit six ski sky \
    son spa sul sum sun sur tan tap tax tea tel ten tfl the tie til tin tip too top toy tra tri try tue \
    tvs two une uni use van vat via vip vol vue war was way web wed wen wet who why win wir won xix yes \
    yet yma you zoo";

/// Whether it is a short word, in any case.
pub(super) fn is_word(word: &str) -> bool {
    let list = if word.len() == 2 { TWO } else { THREE };
    !word.is_empty() && list.split(' ').any(|one| one.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_in_any_case() {
        assert!(is_word("ON") && is_word("on") && is_word("May") && is_word("for"));
        assert!(!is_word("") && !is_word("AB") && !is_word("CDE") && !is_word("callers"));
    }
}

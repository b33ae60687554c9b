//! Whether a repeated word is a slip, for the kind `repetition`.
//!
//! Many words are needed twice: `log in in Welsh`, `what it is is`, `nous nous engageons`. The words before them in the
//! sentence show which. Where they do not, the words are found, but get no fix.

/// What a repeated word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Double {
    /// Both are needed.
    Needed,
    /// It depends on the meaning.
    Doubtful,
    /// One is too many.
    Slip,
}

/// Words that people say twice, in English, Welsh and French.
const SAID_TWICE: &str = " had that very really so no now there ha bye many much far long knock blah tut hear hip her you do is go well yes \
aye boo chop night again more please too big old never only yeah wait win hush beep ding dong choo woof pom cha tuk quack row \
oh double zero one two three four five six seven eight nine ten hundred thousand \
araf bach mwy hwyr pell nous vous faire bien très tres vite tout ";

/// Words that are first an adverb belonging to a verb, and then a preposition: `log in in Welsh`, `goes on on 1 May`.
const PARTICLES: &str = " in on out up over off down by through about around round along across back away under past behind together ";

/// Verbs that take such an adverb.
const PHRASAL: &str = " act add ask back bail bank beat bed block blow boil book bounce bow box branch break brighten bring brush buck build bump \
burn burst buy call calm camp cancel care carry cash catch change charge chat check cheer chill chime chip clean clear climb clock close cloud club come \
cool cordon count cover crack crash creep cross crowd cruise cut cycle dance deal dial die dig dine dip dish dive do double doze drag draw dress drift \
drill drink drive drop dry ease eat edge end enter even face fade fall farm fax fence fight figure fill filter find finish fit fix flag flare flick \
float flow fly fold follow form free freeze get gear give glance go grow hand hang head heat help hire hit hold hook hop hurry iron jog join jot jump \
keep kick knock land last laugh lay lead leak lean leave let level lie lift light line link listen live load lock log look loop make march mark meet \
melt miss mix mop move muck nail narrow note nod open opt order own pack pair park pass pay peel phase phone pick pile pitch plan play plough \
plug point pop post pour press print pull pump push put queue race rain reach read rely remain rent report rest ride ring roll round row rule run \
rush sail save scale scan scrape screen scroll seal seek sell send set settle shake share shine ship shoot show shut sign sing sink sit skate skip \
sleep slide slip slow slip snow soak soldier sort sound speak speed spell spend spill split spread spring squeeze stack stand start stay steam step stick \
stock stop storm straighten stretch strike stroll sum swap sweep swim swing switch tail take talk tap team tear tell think throw tick tidy tie time \
tip top toss touch track trade train travel trickle trip try tuck tune turn type urge use usher venture vote wade wait wake walk warm wash \
watch water wear weigh weave whip win wind wipe work worry wrap write zip zone zoom ";

/// The irregular forms of these verbs, and the forms of `be`, which can replace any of them: `what’s on on Sunday`.
const IRREGULAR: &str = " am are aren't be been being bought broke broken brought came caught crept cut did done drawn drew drove driven ate eaten fallen fell \
felt flew flown fought found froze frozen gave given gone got grew grown held hung isn't is it's kept laid lain lay led left lit lost made met paid \
ran rang ridden rode rung sang sank sat seen sent shone shook shot shut slept slid sold sought sped spent split spoke spread sprang stood struck stuck \
swam swept swung taken taught that's there's thought threw thrown tore torn took told was wasn't weren't were what's where's who's went woke woken won wore worn wound wrote \
written he's she's they're we're you're i'm ";

/// Words that may end one clause and begin the next: `who to talk to to get help`, `if you lose it it is free`.
const BETWEEN_CLAUSES: &str = " to for at of with from into onto like as it this we they he she here us them who what \
are was were has have did does can will would should may might must ";

/// Words that open a clause, so that the sentence has clauses for such a word to come between.
const OPENING: &str = " who whom whose what which where when why how if unless because although though while whilst once until without whoever \
whatever whichever wherever whenever however whether anything something nothing everything someone somebody anyone anybody \
everyone everybody nobody somewhere anywhere what's where's who's how's ";

/// Words that may open a clause, but often do not.
const PERHAPS_OPENING: &str =
    " that as since before after all one people person place places thing things those ";

/// Forms of `be`, after which a verb may be passive.
const BE: &str = " be been being is are was were ";

/// Words that may or may not be needed twice.
const DOUBTFUL: &str = " yn i ni chi hi ti fi nhw ei eu ein eich en se est elle elles lui eux moi toi on ";

/// How many words away from its verb an adverb may be: `hand your old forms in in person`.
const REACH: usize = 5;

/// Judges a repeated word by the words before it in its sentence. All are folded.
pub(super) fn judge(word: &str, before: &[String]) -> Double {
    let has = |list: &str| before.iter().any(|before| listed(list, before));
    if listed(SAID_TWICE, word) {
        return Double::Needed;
    }
    if listed(PARTICLES, word) {
        let mut near = before.iter().rev().take(REACH);
        let takes_one = near.any(|before| listed(IRREGULAR, before) || is_phrasal(before));
        return if takes_one { Double::Needed } else { Double::Doubtful };
    }
    if listed(BETWEEN_CLAUSES, word) {
        // `somewhere to go to to get warm`
        let infinitive = word == "to" && before.iter().rev().nth(1).is_some_and(|before| before == "to");
        // `the team you were referred to to get help`
        let passive = before.iter().rev().nth(1).is_some_and(|before| listed(BE, before));
        return match (infinitive || has(OPENING), passive || has(PERHAPS_OPENING)) {
            (true, _) => Double::Needed,
            (false, true) => Double::Doubtful,
            (false, false) => Double::Slip,
        };
    }
    if listed(DOUBTFUL, word) { Double::Doubtful } else { Double::Slip }
}

fn listed(list: &str, word: &str) -> bool {
    list.contains(&format!(" {word} "))
}

/// Whether a word is a form of a verb that takes an adverb.
fn is_phrasal(word: &str) -> bool {
    let known = |stem: &str| listed(PHRASAL, stem);
    let of_stem = |stem: &str| {
        let last = stem.chars().next_back();
        let short = last
            .and_then(|last| stem.strip_suffix(last))
            .filter(|short| short.ends_with(last.unwrap_or(' ')));
        known(stem) || known(&format!("{stem}e")) || short.is_some_and(known)
    };
    known(word)
        || ["s", "es", "ed", "ing"].iter().filter_map(|end| word.strip_suffix(end)).any(of_stem)
        || ["ies", "ied"]
            .iter()
            .filter_map(|end| word.strip_suffix(end))
            .any(|stem| known(&format!("{stem}y")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_judged(text: &str, expected: Double) {
        let words: Vec<String> = text.split(' ').map(str::to_lowercase).collect();
        let nth = words.windows(2).position(|pair| pair[0] == pair[1]).unwrap();
        assert_eq!(judge(&words[nth], &words[..nth]), expected, "{text}");
    }

    #[test]
    fn both_are_needed() {
        for text in [
            "Log in in Welsh",
            "Carry on on Monday",
            "Lights turned on on the A59",
            "Drop in in the morning",
            "Find out out of hours",
            "Moving in in May",
            "Hand your forms in in person",
            "What's on on Sunday",
            "Tune in in an hour",
            "He tried it on on Friday",
            "Who to talk to to get help",
            "If you lose it it is free",
            "What it was was a fox",
            "Somewhere to go to to get warm",
            "Nous nous engageons",
            "Call one one one",
        ] {
            assert_judged(text, Double::Needed);
        }
    }

    #[test]
    fn one_is_too_many() {
        for text in [
            "Mind the the gap",
            "We went to to Leeds",
            "Up and and away",
            "It was was late",
            "Made of of wood",
        ] {
            assert_judged(text, Double::Slip);
        }
    }

    #[test]
    fn nothing_tells() {
        for text in [
            "A road in in Leeds",
            "The people to to see",
            "The team you were sent to to ask",
            "Mae'r plant yn yn canu",
        ] {
            assert_judged(text, Double::Doubtful);
        }
    }
}

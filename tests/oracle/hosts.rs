//! Links whose hosts browsers must decode, map or refuse.

use crate::texts::Random;

/// A link with an awkward host.
pub(crate) fn link(random: &mut Random) -> String {
    const PROTOCOL: &[&str] = &["https://", "https://", "http://", "HTTPS://", "https:///", "https:/\\"];
    const USER: &[&str] = &["", "", "", "", "", "user@", "user:word@", "@", ":@", "é@"];
    const PORT: &[&str] =
        &["", "", "", "", "", ":80", ":443", ":8080", ":", ":0", ":00443", ":65535", ":65536", ":a", ":٣"];
    #[rustfmt::skip]
    const TAIL: &[&str] = &[
        "", "", "/", "/x", "/a/../b", "/a/%2e%2E/b", "/./", "\\x", "?", "#", "?q=é", "/?#", "#ﬁ", "/é|ü",
        "/thirteen-letter", "/fifteen-letters", "/%zz", "/%41", "/a\u{ad}b", "/{a}`b", "//", "?'\"<>", "/\u{7f}",
    ];
    let [protocol, user, port, tail] = [PROTOCOL, USER, PORT, TAIL].map(|from| random.pick(from));
    format!("{protocol}{user}{}{port}{tail}", host(random))
}

fn host(random: &mut Random) -> String {
    match random.below(8) {
        0..=1 => numbers(random),
        2 => brackets(random),
        _ => name(random),
    }
}

fn name(random: &mut Random) -> String {
    const DOT: &[&str] = &[".", ".", ".", "．", "。", "｡", ".."];
    const END: &[&str] = &[".uk", ".com", ".example", ".рф", ".", "", ".1", ".XN--p1ai", "。uk", ".0x1"];
    let labels: Vec<String> = (0..=random.below(3)).map(|_| label(random)).collect();
    labels.join(random.pick(DOT)) + random.pick(END)
}

/// Hosts that are read as an address of four numbers, or refused as an invalid one.
fn numbers(random: &mut Random) -> String {
    #[rustfmt::skip]
    const NUMBERS: &[&str] = &[
        "0", "1", "7", "10", "127", "255", "256", "999", "65535", "65536", "16777215", "16777216", "4294967295",
        "4294967296", "0x", "0x7f", "0XFF", "0x100", "0xg", "00", "010", "08", "0377", "0400", "1a", "", "１２", "²",
        "٣", "%31", "-1", "1e3",
    ];
    let parts: Vec<&str> = (0..=random.below(5)).map(|_| random.pick(NUMBERS)).collect();
    parts.join(".") + random.pick(&["", "", "", "."])
}

fn brackets(random: &mut Random) -> String {
    #[rustfmt::skip]
    const ADDRESSES: &[&str] = &[
        "[::1]", "[::]", "[1:2:3:4:5:6:7:8]", "[1::8]", "[0:0:1:0:0:0:0:1]", "[::127.0.0.1]", "[::FFFF:1.2.3.4]",
        "[::1", "::1]", "[1:2]", "[::1%25en0]", "[v1.a]", "[00001::]", "[:::]", "[1:2:3:4:5:6:7::]",
    ];
    random.pick(ADDRESSES).to_owned()
}

/// One label of a name, made of pieces from all the tables of UTS #46.
fn label(random: &mut Random) -> String {
    #[rustfmt::skip]
    const PIECES: &[&str] = &[
        "a", "gov", "www", "B", "x1", "-", "--", "_", "~", "!", "$", "&", "'", "(", "+", ",", ";", "=", "*",
        "xn--", "xn--bcher-kva", "XN--BCHER-KVA", "xn--gov-uk", "xn--a", "xn--e28h", "xn--zca", "xn--fa-hia",
        "xn--1ch", "xn--a-ecp", "xn--0", "xn--80ak6aa92e", "xn--\u{e9}", "ü", "Ü", "u\u{308}", "ß", "ẞ", "ς", "Σ",
        "ſ", "K", "Å", "İ", "ı", "é", "ｇｏｖ", "Ａ", "①", "⑴", "Ⅷ", "ﬁ", "㎏", "㏂", "™", "ª", "½", "²", "𝐠𝐨𝐯", "🄰",
        "例え", "中国", "한국", "각", "ᄀ", "ไทย", "नि", "क्\u{200d}ष", "क\u{200c}", "\u{200d}", "\u{200c}", "\u{ad}",
        "\u{200b}", "\u{2060}", "\u{feff}", "\u{fe0f}", "\u{34f}", "\u{301}", "\u{180b}", "ا", "א", "אa", "ب١",
        "١", "۱", "０", "・", "·", "l·l", "ー", "゠", "。", "．", "｡", "․", "…", "‥", "／", "＠", "：", "？", "＃", "％", "℀",
        "🚌", "👨\u{200d}👩", "❤\u{fe0f}", "☃", "≠", "≮", "=\u{338}", "<", "|", "^", "`", "{", "\"", "[", "\u{7f}",
        "\u{80}", "\u{e000}", "\u{fdd0}", "\u{378}", "\u{e0061}", "\u{202e}", "%61", "%C3%BC", "%c3%9f", "%C3",
        "%2e", "%2E", "%00", "%20", "%25", "%ef%bc%8e", "%EF%BD%87", "%E2%80%8D", "%zz", "%", "%5B",
    ];
    let mut label = String::new();
    for _ in 0..=random.below(3) {
        match random.below(16) {
            0 => label.push(random.character()),
            1 => label.push_str(&random.pick(&["a", "ü", "%61", "ｇ"]).repeat(random.below(80))),
            _ => label.push_str(random.pick(PIECES)),
        }
    }
    label
}

//! Characters as people see them, compared with Unicode's own test.

use crate::length;

#[test]
fn characters_are_what_unicode_says_people_see() {
    let tests = include_str!("GraphemeBreakTest.txt").lines().filter(|line| line.starts_with('÷'));
    let mut count = 0;
    for line in tests {
        let clusters = line.trim_matches(['÷', ' ']).split('÷');
        let expected = clusters.clone().count();
        let codes = clusters.flat_map(|cluster| cluster.split('×')).map(str::trim);
        let text: String =
            codes.map(|code| char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap()).collect();
        assert_eq!((length("mastodon", &text), length("bluesky", &text)), (expected, expected), "{line}");
        count += 1;
    }
    println!("graphemes: {count} tests of Unicode's, no differences");
    assert_eq!(count, 766);
}

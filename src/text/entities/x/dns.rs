//! How long a label of a domain is in ASCII, the form that DNS requires.
//!
//! Only the length is computed: RFC 3492 defines how many letters each character adds.

/// The longest label that DNS allows.
const MAX_LABEL: usize = 63;

const BASE: u64 = 36;
const T_MIN: u64 = 1;
const T_MAX: u64 = 26;
const SKEW: u64 = 38;
const DAMP: u64 = 700;
const INITIAL_BIAS: u64 = 72;
const INITIAL_CODE: u64 = 128;

/// Whether a label, given as code points, is short enough for DNS.
///
/// ```ignore
/// assert!(fits("bücher".chars().map(u32::from)));
/// ```
pub(super) fn fits(label: impl Iterator<Item = u32>) -> bool {
    let label: Vec<u32> = label.take(MAX_LABEL + 1).collect();
    // Ideographic full stops separate labels as well, and count as dots.
    let parts = label.split(|code| matches!(code, 0x3002 | 0xff0e | 0xff61));
    let length: usize = parts.map(|part| part_length(part) + 1).sum();
    label.len() <= MAX_LABEL && length <= MAX_LABEL + 1
}

fn part_length(part: &[u32]) -> usize {
    if part.iter().all(|code| (0x20..=0x7e).contains(code)) { part.len() } else { 4 + encoded_length(part) }
}

/// The length of the Punycode form, without its `xn--`.
fn encoded_length(label: &[u32]) -> usize {
    let basic = label.iter().filter(|&&code| code < 0x80).count() as u64;
    let mut length = if basic > 0 { basic + 1 } else { 0 };
    let (mut code, mut delta, mut bias) = (INITIAL_CODE, 0, INITIAL_BIAS);
    let mut handled = basic;
    while let Some(next) = label.iter().copied().map(u64::from).filter(|&other| other >= code).min() {
        delta += (next - code) * (handled + 1);
        code = next;
        for &other in label {
            if u64::from(other) < code {
                delta += 1;
            } else if u64::from(other) == code {
                length += digits(delta, bias);
                bias = adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta += 1;
        code += 1;
    }
    usize::try_from(length).unwrap_or(usize::MAX)
}

/// How many letters a delta takes.
fn digits(delta: u64, bias: u64) -> u64 {
    let (mut rest, mut count, mut position) = (delta, 1, BASE);
    loop {
        let threshold = position.saturating_sub(bias).clamp(T_MIN, T_MAX);
        if rest < threshold {
            return count;
        }
        rest = (rest - threshold) / (BASE - threshold);
        count += 1;
        position += BASE;
    }
}

fn adapt(delta: u64, points: u64, first: bool) -> u64 {
    let mut rest = if first { delta / DAMP } else { delta / 2 };
    rest += rest / points;
    let mut position = 0;
    while rest > ((BASE - T_MIN) * T_MAX) / 2 {
        rest /= BASE - T_MIN;
        position += BASE;
    }
    position + (BASE - T_MIN + 1) * rest / (rest + SKEW)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(label: &str) -> usize {
        part_length(&label.chars().map(u32::from).collect::<Vec<_>>())
    }

    #[test]
    fn lengths_are_those_of_the_encoded_forms() {
        for (label, encoded) in [
            ("example", "example"),
            ("bücher", "xn--bcher-kva"),
            ("例え", "xn--r8jz45g"),
            ("правительство", "xn--80aealotwbjpid2k"),
            ("他们为什么不说中文", "xn--ihqwcrb4cv8a8dqg056pqjye"),
            ("😀", "xn--e28h"),
        ] {
            assert_eq!(length(label), encoded.len(), "{label}");
        }
    }

    #[test]
    fn a_label_may_have_63_letters_in_ascii() {
        let fits = |label: &str| fits(label.chars().map(u32::from));
        assert!(fits(&"a".repeat(63)) && !fits(&"a".repeat(64)));
        assert!(fits("例") && !fits(&"例え".repeat(32)));
        assert!(fits("a。b"));
    }
}

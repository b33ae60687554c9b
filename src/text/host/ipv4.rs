//! Numeric addresses, in all the ways that browsers read them: `127.1`, `0x7f000001` and `2130706433` are all
//! `127.0.0.1` (WHATWG URL Standard, IPv4 parser).

use core::net::Ipv4Addr;

/// The address for a numeric host, in its usual form.
pub(super) fn written(host: &str) -> Option<String> {
    let parts: Vec<&str> = host.split('.').collect();
    let numbers: Vec<u32> = parts.iter().map(|part| number(part)).collect::<Option<_>>()?;
    let (last, first) = numbers.split_last()?;
    // The last number fills all the bytes that the others leave.
    let room = 4_u32.checked_sub(u32::try_from(first.len()).ok()?).filter(|bytes| *bytes > 0)?;
    if u64::from(*last) >= 1_u64 << (8 * room) || first.iter().any(|byte| *byte > 255) {
        return None;
    }
    let bytes = first.iter().zip([24, 16, 8]).map(|(byte, shift)| byte << shift);
    Some(Ipv4Addr::from(bytes.sum::<u32>() + last).to_string())
}

/// A number in decimal, in hexadecimal after `0x`, or in octal after `0`.
fn number(part: &str) -> Option<u32> {
    let hexadecimal = part.strip_prefix("0x").or_else(|| part.strip_prefix("0X"));
    let (digits, radix) = match (hexadecimal, part.strip_prefix('0')) {
        (Some(""), _) => return Some(0),
        (Some(digits), _) => (digits, 16),
        (None, Some(digits)) if !digits.is_empty() => (digits, 8),
        _ => (part, 10),
    };
    digits.chars().all(|digit| digit.is_digit(radix)).then(|| u32::from_str_radix(digits, radix).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for host in ["127.0.0.1", "127.1", "0x7f.1", "0177.0.0.0x1", "2130706433", "0x7f000001"] {
            assert_eq!(written(host).as_deref(), Some("127.0.0.1"), "{host}");
        }
        for host in
            ["", "gov.uk", "1.2.3.4.5", "256.0.0.1", "1.2.3.256", "4294967296", "08.1", "+1.2.3.4", "1..2"]
        {
            assert_eq!(written(host), None, "{host}");
        }
    }
}

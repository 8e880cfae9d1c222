//! Keys made by the program. Ordinary keys are short and sort by time of creation; keys of answers are 128 random
//! bits, because a key that sorts by time would tell in which order people answered.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::RngExt;

use crate::clock::Moment;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// `number` in `digits` of this alphabet, the most significant first; what does not fit is left out.
pub fn base32(mut number: u64, digits: usize) -> String {
    let mut text = vec![b'0'; digits];
    for place in text.iter_mut().rev() {
        let digit = usize::try_from(number % 32).unwrap_or(0);
        *place = ALPHABET.get(digit).copied().unwrap_or(b'0');
        number /= 32;
    }
    String::from_utf8_lossy(&text).into_owned()
}

/// What a letter of this alphabet counts, capital or small; those easily taken for another count as that other.
pub fn digit(letter: char) -> Option<u8> {
    let letter = match letter.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|known| char::from(*known) == letter)?;
    u8::try_from(place).ok()
}

/// A key that sorts by `now`: nine characters of milliseconds, nine of chance.
pub fn sortable(now: Moment) -> String {
    let millis = u64::try_from(now.to_jiff().as_millisecond()).unwrap_or(0);
    base32(millis, 9) + &base32(random_u64() % (1 << 45), 9)
}

/// Has `text` the form of a [`sortable`] key?
pub fn is_sortable(text: &str) -> bool {
    text.len() == 18 && text.bytes().all(|byte| ALPHABET.contains(&byte))
}

/// Every [`sortable`] key made at `moment` or later sorts after this.
pub fn sortable_from(moment: Moment) -> String {
    base32(u64::try_from(moment.to_jiff().as_millisecond()).unwrap_or(0), 9)
}

/// 128 random bits, for the keys of answers and for session tokens.
pub fn random_key() -> String {
    URL_SAFE_NO_PAD.encode(random_bytes::<16>())
}

#[allow(clippy::disallowed_methods)] // the one place that asks the system for chance
pub fn random_bytes<const N: usize>() -> [u8; N] {
    rand::rng().random()
}

pub fn random_u64() -> u64 {
    u64::from_le_bytes(random_bytes::<8>())
}

crate::id!(PersonId);
crate::id!(UnitCode);
crate::id!(SupplierCode);
crate::id!(QuestionnaireId);
crate::id!(CampaignId);
crate::id!(
    /// A client group's code within its campaign; `outside`, `other` and `*` are never a group's own.
    GroupCode
);
crate::id!(InvitationId);
crate::id!(ActionId);

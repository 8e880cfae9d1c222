//! Answers not yet sent: encrypted with a key that only the holder of the link has, padded so that the length of the
//! row says nothing, deleted on sending, declining and closing.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use serde::{Deserialize, Serialize};

use crate::app::key_from_token;
use crate::db::ids::{SupplierCode, random_bytes};
use crate::error::{Error, Result};
use crate::questionnaire::Answers;
use crate::render::Language;

/// What a respondent has typed so far.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    pub language: Option<Language>,
    /// "This is not my department": the sheets will carry no group.
    #[serde(default)]
    pub outside: bool,
    /// The services ticked on the first page; none before it was sent.
    pub chosen: Option<Vec<SupplierCode>>,
    #[serde(default)]
    pub sheets: BTreeMap<SupplierCode, Sheet>,
    /// How they think the clients of their own service judge it.
    #[serde(default)]
    pub mirror: Sheet,
    /// How many steps were taken since the first one back; see `Visit::leads`.
    #[serde(default)]
    pub turns: u32,
}

impl Draft {
    /// What was typed so far about a service, or as its team.
    pub fn sheet(&self, supplier: &SupplierCode, as_team: bool) -> Sheet {
        if as_team { self.mirror.clone() } else { self.sheets.get(supplier).cloned().unwrap_or_default() }
    }

    pub fn keep(&mut self, supplier: &SupplierCode, as_team: bool, sheet: Sheet) {
        if as_team {
            self.mirror = sheet;
        } else {
            self.sheets.insert(supplier.clone(), sheet);
        }
    }

    /// Was nothing answered on any page?
    pub fn is_blank(&self) -> bool {
        self.sheets.is_empty() && self.mirror.is_empty()
    }
}

/// One service's page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    pub answers: Answers,
    pub texts: BTreeMap<String, String>,
}

impl Sheet {
    /// A sheet without any answer or text is not sent.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.texts.values().all(String::is_empty)
    }
}

const KIB: usize = 1024;
const NONCE: usize = 12;
const LENGTH: usize = 4;

/// The size a draft of `length` bytes is padded to: 1, 4, 16, 64 KiB, then multiples of 64 KiB.
fn padded(length: usize) -> usize {
    [KIB, 4 * KIB, 16 * KIB, 64 * KIB]
        .into_iter()
        .find(|size| length <= *size)
        .unwrap_or_else(|| length.div_ceil(64 * KIB) * 64 * KIB)
}

impl Draft {
    /// The draft as the database keeps it.
    pub fn encrypt(&self, token: &str) -> Result<String> {
        let text = serde_json::to_vec(self)?;
        let length = u32::try_from(text.len()).map_err(Error::internal)?;
        let mut plain = length.to_be_bytes().to_vec();
        plain.extend(&text);
        plain.resize(padded(plain.len()), 0);
        let nonce: [u8; NONCE] = random_bytes();
        let sealed = cipher(token)?.encrypt(&Nonce::from(nonce), plain.as_slice()).map_err(Error::internal)?;
        let mut bytes = nonce.to_vec();
        bytes.extend(sealed);
        Ok(STANDARD_NO_PAD.encode(bytes))
    }

    /// The draft behind `text`, or none when another link wrote it or it is damaged: a lost draft is a new page, not
    /// an error page.
    pub fn decrypt(text: &str, token: &str) -> Option<Self> {
        let bytes = STANDARD_NO_PAD.decode(text).ok()?;
        let (nonce, sealed) = bytes.split_at_checked(NONCE)?;
        let nonce: [u8; NONCE] = nonce.try_into().ok()?;
        let plain = cipher(token).ok()?.decrypt(&Nonce::from(nonce), sealed).ok()?;
        let (length, rest) = plain.split_at_checked(LENGTH)?;
        let length = usize::try_from(u32::from_be_bytes(length.try_into().ok()?)).ok()?;
        serde_json::from_slice(rest.get(..length)?).ok()
    }

    /// Does `text` begin as a draft written under `token` does? Its end may be lost: this is for whoever looks for the
    /// remains of deleted drafts with the link in hand. The cipher is a stream: encrypting zeros shows its key stream.
    pub fn begins(text: &str, token: &str) -> bool {
        let whole = || {
            let head = text.get(..text.len().min(400) / 4 * 4)?;
            let bytes = STANDARD_NO_PAD.decode(head).ok()?;
            let (nonce, sealed) = bytes.split_at_checked(NONCE)?;
            let nonce: [u8; NONCE] = nonce.try_into().ok()?;
            let stream = cipher(token).ok()?.encrypt(&Nonce::from(nonce), vec![0; sealed.len()].as_slice()).ok()?;
            let plain: Vec<u8> = sealed.iter().zip(stream).map(|(byte, key)| byte ^ key).collect();
            let (length, rest) = plain.split_at_checked(LENGTH)?;
            Some(length.starts_with(&[0]) && rest.starts_with(b"{\"language\":"))
        };
        whole().unwrap_or(false)
    }
}

fn cipher(token: &str) -> Result<ChaCha20Poly1305> {
    Ok(ChaCha20Poly1305::new(&Key::from(key_from_token(token, "draft")?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_opens_with_its_own_link_only_and_its_length_says_nothing() {
        let empty = Draft::default();
        let mut full = Draft { outside: true, ..Draft::default() };
        full.sheets.entry("it".into()).or_default().texts.insert("keep".into(), "a".repeat(700));
        let (a, b) = (empty.encrypt("token").unwrap(), full.encrypt("token").unwrap());
        assert_eq!(a.len(), b.len());
        assert_eq!(Draft::decrypt(&b, "token"), Some(full));
        assert_eq!(Draft::decrypt(&b, "other"), None);
        assert_eq!(Draft::decrypt("nonsense", "token"), None);
        assert!(
            Draft::begins(&b[..600], "token") && !Draft::begins(&b, "other") && !Draft::begins("nonsense", "token")
        );
        assert_eq!((padded(1025), padded(16 * KIB + 1), padded(65 * KIB)), (4 * KIB, 64 * KIB, 128 * KIB));
    }
}

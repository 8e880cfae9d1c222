//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for SignInPage {
    fn samples() -> Vec<Self> {
        let page = |sent, by_mail, account: Option<&str>| Self {
            sent,
            minutes: sign_in::MINUTES,
            by_mail,
            account: account.map(ToOwned::to_owned),
        };
        vec![
            page(false, true, None),
            page(true, true, None),
            page(false, true, Some("Entra ID")),
            page(false, false, Some("Entra ID")),
        ]
    }
}

impl Sampled for LinkPage {
    fn samples() -> Vec<Self> {
        let page = |name: Option<&str>| Self {
            name: name.map(ToOwned::to_owned),
            token: "AAAA".to_owned(),
            minutes: sign_in::MINUTES,
        };
        vec![page(Some("Zoé Petit")), page(None)]
    }
}

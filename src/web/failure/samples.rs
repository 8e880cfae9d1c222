//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for FailurePage {
    fn samples() -> Vec<Self> {
        let faults = [
            Error::NotFound,
            Error::Forbidden,
            Error::Forged,
            Error::Gone,
            Error::Damaged(Say::new("link-cut")),
            Error::NotAllowed,
            Error::invalid("error-not-a-form"),
            Error::TooLarge,
            Error::TooSlow,
            Error::Unavailable(String::new()),
            Error::Internal(String::new()),
        ];
        let mut pages: Vec<Self> = faults.iter().map(|fault| page_of(fault, Some("0example".to_owned()))).collect();
        let again = Again { action: "/r/token".to_owned(), fields: vec![("text".to_owned(), "\"Rien\"".to_owned())] };
        pages.push(page_of(&Error::Unavailable(String::new()), None).with(Some(again)));
        let contact = Some("rh@example.org".to_owned());
        pages.push(Self { contact, ..page_of(&Error::Damaged(Say::new("link-cut")), None) });
        pages
    }
}

//! The secret part of a link as it arrives: mail programs cut links, put what stood around them at their end, and some
//! change their letters; people type them. What follows a whole secret is dropped; one that is damaged is told how.

use actix_web::HttpRequest;

use super::request::part;
use crate::error::{Error, Result, Say};

/// How many characters a secret has: 256 bits in base64url.
const LENGTH: usize = 43;

fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// The secret in the path of this request.
pub fn token(req: &HttpRequest) -> Result<String> {
    whole(&part(req, "token")?)
}

/// A secret as it was made, from the text at its place in a path.
pub fn whole(text: &str) -> Result<String> {
    let text = text.trim_start();
    let token: String = text.chars().take_while(|c| is_letter(*c)).collect();
    match (token.len(), token.len() < text.len()) {
        (LENGTH, _) => Ok(token),
        // What a sentence puts behind a link may follow a cut one as well.
        (..LENGTH, _) => Err(damaged("link-cut")),
        _ => Err(damaged("link-glued")),
    }
}

/// What a whole secret is that nobody has: one written in capitals or small letters only, or with other letters than it
/// was made with. A secret of chance has both kinds.
pub fn unknown(token: &str) -> Error {
    let letters = || token.chars().filter(char::is_ascii_alphabetic);
    if letters().all(|c| c.is_ascii_lowercase()) {
        damaged("link-small")
    } else if letters().all(|c| c.is_ascii_uppercase()) {
        damaged("link-capital")
    } else {
        damaged("link-unknown")
    }
}

pub fn damaged(key: &'static str) -> Error {
    Error::Damaged(Say::new(key))
}

/// The path that somebody meant who wrote its first word in capitals or whose mail program put something behind it;
/// nothing when it is as written.
pub fn meant(path: &str) -> Option<String> {
    let decoded = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    let glued = |c: char| "./>)]}<\"',;:!?*»…".contains(c) || c.is_whitespace() || c.is_control();
    let trimmed = decoded.trim_end_matches(glued).split('&').next().unwrap_or_default();
    let (first, rest) = match trimmed.trim_start_matches('/').split_once('/') {
        Some((first, rest)) => (first, format!("/{rest}")),
        None => (trimmed.trim_start_matches('/'), String::new()),
    };
    let plain = |text: &str| text.chars().all(|c| is_letter(c) || c == '.' || c == '/');
    let meant = format!("/{}{rest}", first.to_lowercase());
    (plain(first) && plain(&rest) && meant != decoded && !meant.starts_with("//")).then_some(meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_a_whole_secret_is_dropped_and_damage_is_told() {
        let secret = "0alMjqlVCWAZuDDJDlKHL8VrszVc6ZqisU3KzO8X5Ms";
        for behind in ["", ".", ">", ")", " ", "&data=05|01", "\"", "…", ".html", "/x", "%3E"] {
            assert_eq!(whole(&format!("{secret}{behind}")).ok().as_deref(), Some(secret), "{behind}");
        }
        let key = |text: &str| match whole(text).map_or_else(|fault| fault, |token| unknown(&token)) {
            Error::Damaged(say) => say.key,
            other => panic!("{other}"),
        };
        assert_eq!(key(&secret[..30]), "link-cut");
        assert_eq!(key(&format!("{}.", &secret[..42])), "link-cut");
        assert_eq!(key(""), "link-cut");
        assert_eq!(key(&format!("{secret}Bonjour")), "link-glued");
        assert_eq!(key(&secret.to_lowercase()), "link-small");
        assert_eq!(key(&secret.to_uppercase()), "link-capital");
        assert_eq!(key(secret), "link-unknown");
    }

    #[test]
    fn the_path_that_was_meant() {
        for (written, path) in [
            ("/R/abc", Some("/r/abc")),
            ("/r/abc/", Some("/r/abc")),
            ("/PRIVACY", Some("/privacy")),
            ("/privacy.", Some("/privacy")),
            ("/privacy%3E", Some("/privacy")),
            ("/r/abc&data=05%7C01", Some("/r/abc")),
            ("/", None),
            ("//evil.example", Some("/evil.example")),
            ("/nothing", None),
            ("/no%20where", None),
            ("/no%2Fsuch", None),
            ("/%2F%2Fevil.example/", Some("/evil.example")),
        ] {
            assert_eq!(meant(written).as_deref(), path, "{written}");
            if let Some(path) = path {
                assert_eq!(meant(path), None, "{path}: there is nothing more to mend");
            }
        }
    }
}

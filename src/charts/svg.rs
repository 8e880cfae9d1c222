//! From what plotters writes to what the page may hold: tokens instead of colours, a name and a
//! description first, nothing that fixes the size or the typeface.

use std::fmt::Write as _;

use super::ChartError;
use super::ink::Ink;
use super::lettering::clean;

/// What names a chart, and the frame it is drawn in.
pub(super) struct Frame<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub desc: &'a str,
    pub size: (i32, i32),
    pub narrow: bool,
    /// Shown under the pointer on the nth element with this tag; empty texts show nothing.
    pub hints: (&'static str, Vec<String>),
}

impl Frame<'_> {
    /// Refuses an id that cannot be one and a chart without a name.
    pub(super) fn check(&self) -> Result<(), ChartError> {
        let mut letters = self.id.chars();
        let starts = letters.next().is_some_and(|c| c.is_ascii_alphabetic());
        if !starts || !letters.all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')) {
            return Err(ChartError::Id(self.id.to_owned()));
        }
        if clean(self.title).is_empty() {
            return Err(ChartError::Untitled);
        }
        Ok(())
    }

    fn opening(&self) -> String {
        let (id, (width, height)) = (self.id, self.size);
        let (title, desc) = (escape(self.title), escape(self.desc));
        let kind = if self.narrow { "chart chart-narrow" } else { "chart" };
        let mut out = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" class="{kind}" role="img" "#);
        let described = !desc.is_empty();
        let also = if described { format!(" {id}-desc") } else { String::new() };
        let _ = write!(out, r#"aria-labelledby="{id}-title{also}" "#);
        let _ = write!(out, r#"width="100%" viewBox="0 0 {width} {height}">"#);
        let _ = write!(out, r#"<title id="{id}-title">{title}</title>"#);
        if described {
            let _ = write!(out, r#"<desc id="{id}-desc">{desc}</desc>"#);
        }
        out
    }
}

/// The finished chart. `raw` is plotters' own writing: it escapes `<`, `>` and `"` in texts and values,
/// so these characters only ever delimit tags here.
pub(super) fn finish(raw: &str, frame: &Frame) -> String {
    let mut out = frame.opening();
    let (hinted, hints) = &frame.hints;
    let mut hints = hints.iter();
    for piece in raw.split('<').skip(1) {
        let Some((tag, text)) = piece.split_once('>') else {
            continue;
        };
        let tag = tag.trim_end_matches('/');
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        match name {
            "svg" | "/svg" | "" => {}
            "/text" => out.push_str("</text>"),
            "text" => {
                open(&mut out, name, attributes);
                let _ = write!(out, ">{}", text.trim());
            }
            _ => {
                open(&mut out, name, attributes);
                let hint = if name == *hinted { hints.next() } else { None };
                match hint.map(|hint| escape(hint.as_str())).filter(|hint| !hint.is_empty()) {
                    Some(hint) => {
                        let _ = write!(out, "><title>{hint}</title></{name}>");
                    }
                    None => out.push_str("/>"),
                }
            }
        }
    }
    out.push_str("</svg>");
    out
}

/// The card's stand-in, as plotters would write it.
const CARD: &str = "#BA8000";

fn open(out: &mut String, name: &str, mut attributes: &str) {
    let _ = write!(out, "<{name}");
    let mut stroked = name != "circle";
    while let Some((key, rest)) = attributes.split_once("=\"") {
        let Some((value, rest)) = rest.split_once('"') else {
            break;
        };
        attributes = rest;
        let key = key.trim();
        stroked |= key == "stroke" && value != "none";
        if key == "stroke-width" && !stroked {
            continue;
        }
        // plotters' only unfilled circles are the hollow dots, which must hide the line beneath them.
        let hides = name == "circle" && (key, value) == ("fill", "none");
        let value = if hides { CARD } else { value };
        attribute(out, key, value);
    }
}

/// One attribute in the page's terms; what repeats a default or fixes the typeface is left out.
fn attribute(out: &mut String, key: &str, value: &str) {
    let ink = Ink::of(value);
    let _ = match (key, value) {
        ("opacity" | "stroke-width", "1") | ("stroke", "none") | ("font-family", _) => Ok(()),
        ("text-anchor", "start") | ("dy", "-0.5ex") => Ok(()),
        // Figures are taller than an x: half an ex would hang them low.
        ("dy", "0.5ex") => write!(out, r#" dy="0.35em""#),
        ("font-weight", _) => write!(out, r#" font-weight="600""#),
        ("font-size", _) => match value.parse::<f64>() {
            Ok(size) => write!(out, r#" font-size="{}""#, (size * 10.0).round() / 10.0),
            Err(_) => Ok(()),
        },
        _ => match ink {
            Some(Ink::Dashed) => {
                let soft = Ink::Dashed.variable();
                write!(out, r#" {key}="{soft}" stroke-dasharray="3 3""#)
            }
            Some(ink) => write!(out, r#" {key}="{}""#, ink.variable()),
            None => write!(out, r#" {key}="{}""#, value.trim_end()),
        },
    };
}

pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in clean(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

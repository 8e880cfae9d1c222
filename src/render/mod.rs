//! From a typed view to a page: templates embedded in the binary, strict about what is missing, in the reader's
//! language.

pub mod assets;
pub mod figures;
pub mod language;
pub mod qr;
#[cfg(debug_assertions)]
pub mod sample;
pub mod say;
mod texts;
pub mod words;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Serde, Value};
use minijinja::{AutoEscape, Environment, ErrorKind, State, UndefinedBehavior};
use serde::Serialize;

use crate::clock::Day;
use crate::error::{Error, Result};
pub use language::Language;
pub use texts::Texts;

/// A view: what one template needs, as a type.
pub trait Page: Serialize {
    const TEMPLATE: &'static str;
    /// Its words are there in every language: respondents and the public read it. Others are for staff, in two.
    const EVERY_LANGUAGE: bool = false;
}

/// What every page has around its own content.
#[derive(Debug, Clone, Serialize)]
pub struct Frame {
    pub language: Language,
    /// What it may be read in instead.
    pub languages: Vec<Tongue>,
    /// The path asked for, to come back to after a change of language.
    pub path: String,
    pub organisation: String,
    pub account: Option<Account>,
    pub flash: Option<Flash>,
    pub version: &'static str,
}

/// A language to choose, under its own name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tongue {
    pub code: Language,
    pub name: &'static str,
}

impl Tongue {
    pub fn all(languages: &[Language]) -> Vec<Self> {
        languages.iter().map(|code| Self { code: *code, name: code.name() }).collect()
    }
}

/// Who is signed in, as the top bar shows it.
#[derive(Debug, Clone, Serialize)]
pub struct Account {
    pub name: String,
    pub csrf: String,
    pub nav: Vec<NavLink>,
    /// What the bar has no room for.
    pub more: Vec<NavLink>,
}

#[derive(Debug, Clone, Serialize)]
pub struct NavLink {
    pub href: String,
    pub words: &'static str,
    pub current: bool,
}

/// One sentence said once, after a redirect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct Flash {
    pub key: String,
    pub args: Vec<(String, String)>,
    #[serde(default)]
    pub undo: Option<Undo>,
}

/// The way back from what was just done: a form sent to `path` with `line`, which says what is taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct Undo {
    path: String,
    line: String,
}

impl Undo {
    pub fn new(path: String, line: String) -> Self {
        Self { path, line }
    }

    /// Does it lead to a way back of ours, and nowhere else? A cookie is typed by whoever holds the browser.
    pub fn is_ours(&self) -> bool {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_');
        self.path.starts_with('/') && self.path.ends_with("/undo") && self.path.chars().all(plain)
    }
}

impl Frame {
    /// A frame without anybody signed in.
    pub fn plain(language: Language, organisation: &str, path: &str) -> Self {
        Self {
            language,
            languages: Tongue::all(&Language::STAFF),
            path: path.to_owned(),
            organisation: organisation.to_owned(),
            account: None,
            flash: None,
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}

/// A page rendered but for what is around it: the same for all who read the same, whoever they are.
#[derive(Debug, Clone, Serialize)]
pub struct Blocks {
    title: String,
    width: String,
    main: String,
}

impl Page for Blocks {
    const TEMPLATE: &'static str = "framed.html";
}

#[derive(Clone)]
pub struct Templates(std::sync::Arc<Environment<'static>>);

/// What is wrong with a template, down to the part it includes.
fn broken(template: &str, fault: &minijinja::Error) -> Error {
    let mut told = format!("template {template}: {fault:#}");
    let mut cause = std::error::Error::source(fault);
    while let Some(inner) = cause {
        told = format!("{told}\nbecause {inner}");
        cause = inner.source();
    }
    Error::Internal(told)
}

impl Templates {
    pub fn load() -> Self {
        let mut env = Environment::new();
        env.set_undefined_behavior(UndefinedBehavior::Strict);
        env.set_auto_escape_callback(|name| if name.ends_with(".html") { AutoEscape::Html } else { AutoEscape::None });
        if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
            env.set_syntax(syntax);
        }
        env.set_loader(|name| Ok(source(name)));
        env.add_global("assets", format!("/assets/{}", *assets::DIGEST));
        env.add_function("t", translate);
        env.add_function("pick", |state: &State, texts: Value| picked(language_of(state), &texts));
        env.add_function("say", |state: &State, say: Value| sentence(state, &say));
        env.add_filter("percent", |state: &State, share: f64| figures::percent(language_of(state), share));
        env.add_filter("points", |state: &State, share: f64| {
            figures::integer(language_of(state), (share * 100.0).round())
        });
        env.add_filter("decimal", |state: &State, value: f64, places: Option<u8>| {
            figures::decimal(language_of(state), value, places.unwrap_or(1))
        });
        env.add_filter("number", |state: &State, value: f64| figures::number(language_of(state), value));
        env.add_filter("whole", |state: &State, number: f64| figures::integer(language_of(state), number));
        env.add_filter("day", |state: &State, day: String| -> std::result::Result<String, minijinja::Error> {
            let day = Day::parse(&day)
                .ok_or_else(|| minijinja::Error::new(ErrorKind::InvalidOperation, "a day is written 2026-03-20"))?;
            Ok(figures::day(language_of(state), day))
        });
        env.add_filter("wave_short", |state: &State, code: String| words::wave_short(language_of(state), &code));
        env.add_filter("wave", |state: &State, code: String| words::wave(language_of(state), &code));
        Self(std::sync::Arc::new(env))
    }

    pub fn page<P: Page>(&self, frame: &Frame, page: &P) -> Result<String> {
        self.text(P::TEMPLATE, frame, page)
    }

    /// The blocks of a page, rendered for nobody: a page that says something of whoever is signed in has none.
    pub fn blocks<P: Page>(&self, language: Language, page: &P) -> Result<Blocks> {
        let frame = Frame::plain(language, "", "");
        let context = Value::from_pairs([("frame", Value::from(Serde(&frame))), ("page", Value::from(Serde(page)))]);
        let blocks = || {
            let mut rendered = self.0.get_template(P::TEMPLATE)?.render_captured(context)?;
            let mut block = |name: &str| rendered.with_state_mut(|state| state.render_block(name));
            Ok(Blocks { title: block("title")?, width: block("width")?, main: block("main")? })
        };
        blocks().map_err(|fault: minijinja::Error| broken(P::TEMPLATE, &fault))
    }

    /// Renders `template` with `frame` and `page`; mails use it directly, for their text and their HTML.
    pub fn text<P: Serialize>(&self, template: &str, frame: &Frame, page: &P) -> Result<String> {
        let context = Value::from_pairs([("frame", Value::from(Serde(frame))), ("page", Value::from(Serde(page)))]);
        self.0
            .get_template(template)
            .and_then(|template| template.render(context))
            .map_err(|fault| broken(template, &fault))
    }
}

/// Every template, by name.
const TEMPLATES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/templates.rs"));

/// The source of a template, which is read when it is first used: most of a process's life is spent on few of them.
fn source(name: &str) -> Option<String> {
    let place = TEMPLATES.binary_search_by_key(&name, |(known, _)| known).ok()?;
    TEMPLATES.get(place).map(|(_, text)| (*text).to_owned())
}

fn language_of(state: &State) -> Language {
    state
        .lookup("frame")
        .and_then(|frame| frame.get_attr("language").ok())
        .and_then(|word| word.as_str().and_then(Language::parse))
        .unwrap_or(Language::Fr)
}

/// `t("key", name=value)`: the words for `key`; an unknown key is an error, so that a test finds it.
fn translate(state: &State, key: &str, kwargs: Kwargs) -> std::result::Result<Value, minijinja::Error> {
    let mut args = Vec::new();
    for name in kwargs.args() {
        let value: Value = kwargs.get(name)?;
        if value.is_undefined() {
            return Err(minijinja::Error::new(ErrorKind::UndefinedError, format!("argument {name} of {key}")));
        }
        args.push((name.to_owned(), value));
    }
    kwargs.assert_all_used()?;
    let unknown = || minijinja::Error::new(ErrorKind::InvalidOperation, format!("no words for {key:?}"));
    if args.is_empty() {
        return words::fixed(language_of(state), key).map(Value::from).ok_or_else(unknown);
    }
    let given = args.iter().map(|(name, value)| {
        let number = if value.is_integer() { value.as_i64() } else { None };
        (name.as_str(), number.map_or_else(|| words::Arg::Text(value.to_string()), words::Arg::Number))
    });
    words::words(language_of(state), key, given).map(Value::from).ok_or_else(unknown)
}

/// `pick(page.texts)`: of a [`Texts`], what the reader reads.
fn picked(language: Language, texts: &Value) -> std::result::Result<Value, minijinja::Error> {
    // A map given to a template has lost its order: French and English before the others.
    for language in std::iter::once(language).chain(Language::ALL.iter().copied()) {
        let text = texts.get_attr(language.as_str())?;
        if !text.is_undefined() {
            return Ok(text);
        }
    }
    Ok(Value::from(""))
}

/// `say(page.fault)`: a sentence that code chose, an [`crate::error::Say`] or a [`Flash`].
fn sentence(state: &State, say: &Value) -> std::result::Result<String, minijinja::Error> {
    let key = say.get_attr("key")?;
    let key = key.as_str().unwrap_or_default();
    let mut args = Vec::new();
    for pair in say.get_attr("args")?.try_iter()? {
        let text = pair.get_item(&Value::from(1))?.to_string();
        args.push((pair.get_item(&Value::from(0))?.to_string(), text));
    }
    let given = args.iter().map(|(name, text)| (name.as_str(), words::Arg::of(text)));
    words::words(language_of(state), key, given)
        .ok_or_else(|| minijinja::Error::new(ErrorKind::InvalidOperation, format!("no words for {key:?}")))
}

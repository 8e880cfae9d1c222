//! The form of an offering. Its code is given at creation and never changes.

use actix_web::HttpRequest;
use serde::Serialize;

use super::{LONG, NAME, code_for, paragraphs};
use crate::app::{Settings, audit};
use crate::catalogue::{Offering, store};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result, Say};
use crate::organisation::store as organisation;
use crate::render::{Language, Page, Texts};
use crate::web::typed::{clean_line, count};
use crate::web::{self, Answer, EditorOf, Faults, Fields, Seen, TextField, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

const LINK: usize = 300;

/// What the form holds, as typed.
#[derive(Debug, Clone, Default, Serialize)]
struct Typed {
    code: String,
    names: Vec<TextField>,
    descriptions: Vec<TextField>,
    ways: Vec<TextField>,
    link: String,
    workers: String,
    active: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct OfferingPage {
    supplier: SupplierCode,
    name: String,
    /// None for a new one.
    code: Option<String>,
    seen: Seen,
    typed: Typed,
    faults: Faults,
}

impl Page for OfferingPage {
    const TEMPLATE: &'static str = "catalogue/offering.html";
}

impl Typed {
    fn of(offering: Option<&Offering>, languages: &[Language]) -> Self {
        let none = Texts::default();
        let texts = |name: &str, of: Option<&Texts>| TextField::all(name, of.unwrap_or(&none), languages);
        Self {
            code: String::new(),
            names: texts("name", offering.map(|of| &of.names)),
            descriptions: texts("description", offering.map(|of| &of.descriptions)),
            ways: texts("way", offering.map(|of| &of.ways)),
            link: offering.map(|of| of.link.clone()).unwrap_or_default(),
            workers: offering.map(|of| of.workers.to_string()).unwrap_or_default(),
            active: offering.is_none_or(|of| of.active),
        }
    }

    fn read(form: &Fields, languages: &[Language]) -> Result<Self> {
        Ok(Self {
            code: clean_line(&form.text("code")?),
            names: TextField::read("name", form, languages)?,
            descriptions: paragraphs("description", form, languages)?,
            ways: TextField::read("way", form, languages)?,
            link: clean_line(&form.text("link")?),
            workers: clean_line(&form.text("workers")?),
            active: form.has("active"),
        })
    }

    /// What it says, in the place of `standing`; everything that is wrong goes to `faults`.
    fn offering(&mut self, standing: Offering, faults: &mut Faults) -> Offering {
        let names = faults.texts(&mut self.names, Some(&standing.names), NAME, Some("offering-fault-name"));
        let descriptions = faults.texts(&mut self.descriptions, Some(&standing.descriptions), LONG, None);
        let ways = faults.texts(&mut self.ways, Some(&standing.ways), LONG, None);
        if !is_link(&self.link) {
            faults.add("link", Say::new("offering-fault-link"));
        }
        let workers = count(&self.workers);
        if workers.is_none() {
            faults.add("workers", Say::new("offering-fault-workers"));
        }
        let (link, workers) = (self.link.clone(), workers.unwrap_or_default());
        Offering { names, descriptions, ways, link, workers, active: self.active, ..standing }
    }
}

/// Nothing, or an address that starts with https and names a host: a page that anybody reads leads nowhere else.
fn is_link(text: &str) -> bool {
    let plain = text.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\' | '`' | '{' | '}'));
    let host = text.strip_prefix("https://").map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let named = host.is_some_and(|host| host.contains('.') && !host.contains('@') && !host.starts_with('.'));
    text.is_empty() || (plain && named && text.len() <= LINK)
}

fn view(conn: &mut Conn, of: &SupplierCode, code: Option<String>, language: Language) -> Result<OfferingPage> {
    let supplier = organisation::supplier(conn, of)?;
    let standing = match &code {
        Some(code) => Some(offering(conn, of, code)?),
        None => None,
    };
    Ok(OfferingPage {
        supplier: of.clone(),
        name: supplier.name(language).to_owned(),
        seen: Seen::of(&standing)?,
        typed: Typed::of(standing.as_ref(), &Settings::load(conn)?.languages),
        code,
        faults: Faults::default(),
    })
}

fn offering(conn: &mut Conn, supplier: &SupplierCode, code: &str) -> Result<Offering> {
    let list = store::offerings(conn, supplier)?;
    list.into_iter().find(|offering| offering.code == code).ok_or(Error::NotFound)
}

pub async fn new(req: HttpRequest, EditorOf { who, supplier }: EditorOf) -> Answer {
    let app = web::app(&req)?;
    let language = who.language;
    let page = app.db.read(move |conn| view(conn, &supplier, None, language)).await?;
    web::page(&req, &app, &who, &page).await
}

pub async fn edit(req: HttpRequest, EditorOf { who, supplier }: EditorOf) -> Answer {
    let app = web::app(&req)?;
    let (code, language) = (web::part(&req, "offering")?, who.language);
    let page = app.db.read(move |conn| view(conn, &supplier, Some(code), language)).await?;
    web::page(&req, &app, &who, &page).await
}

pub async fn create(req: HttpRequest, editor: EditorOf, form: Fields) -> Answer {
    keep(&req, editor, form, None).await
}

pub async fn save(req: HttpRequest, editor: EditorOf, form: Fields) -> Answer {
    let code = web::part(&req, "offering")?;
    keep(&req, editor, form, Some(code)).await
}

/// The commitments that stand on an offering keep it in the catalogue.
fn is_promised_on(conn: &mut Conn, supplier: &SupplierCode, code: &str, today: Day) -> Result<bool> {
    let on = |promise: &store::Promise| {
        promise.commitment.unit.is_none() && promise.commitment.offering.as_deref() == Some(code)
    };
    Ok(store::promises(conn, supplier)?.iter().any(|promise| on(promise) && promise.commitment.stands(today)))
}

async fn keep(req: &HttpRequest, EditorOf { who, supplier }: EditorOf, form: Fields, code: Option<String>) -> Answer {
    let app = web::app(req)?;
    let languages = app.db.read(Settings::load).await?.languages;
    let (mut typed, given) = (Typed::read(&form, &languages)?, Seen::given(&form)?);
    let (clock, by, language, today) = (app.clock.clone(), who.person.clone(), who.language, app.today());
    let to = format!("/catalogue/{supplier}/edit");
    let refusal = app
        .db
        .write(move |conn| {
            let page = view(conn, &supplier, code.clone(), language)?;
            let list = store::offerings(conn, &supplier)?;
            let standing = list.iter().find(|offering| Some(&offering.code) == code.as_ref()).cloned();
            let mut faults = Faults::default();
            let begin = standing.clone().unwrap_or_else(|| Offering {
                supplier: supplier.clone(),
                code: String::new(),
                names: Texts::default(),
                descriptions: Texts::default(),
                ways: Texts::default(),
                link: String::new(),
                position: list.iter().map(|offering| offering.position + 1).max().unwrap_or(0),
                active: true,
                workers: 0,
            });
            let mut offering = typed.offering(begin, &mut faults);
            if code.is_none() {
                match code_for(&typed.code, offering.names.pick(Language::Fr), |code| {
                    list.iter().any(|o| o.code == code)
                }) {
                    Ok(code) => offering.code = code,
                    Err(say) => faults.add("code", say),
                }
            }
            if !offering.active && is_promised_on(conn, &supplier, &offering.code, today)? {
                faults.add("active", Say::new("offering-fault-promised"));
            }
            let stale = page.seen.differs(given.as_deref()).filter(|_| faults.is_empty());
            if !faults.is_empty() || stale.is_some() {
                let seen = stale.unwrap_or_else(|| Seen::kept(given));
                return Ok(Some(OfferingPage { typed, faults, seen, ..page }));
            }
            match standing {
                Some(_) => store::update_offering(conn, &offering)?,
                None => store::insert_offering(conn, &offering)?,
            }
            audit(conn, &clock, Some(&by), "offering-saved", &format!("{supplier} {}", offering.code))?;
            Ok(None)
        })
        .await?;
    match refusal {
        None => redirect_saying(&to, &Say::new("flash-offering-saved")),
        Some(page) => web::refused(req, &app, &who, &page).await,
    }
}

/// POST /catalogue/{supplier}/offerings/{offering}/removal: one that nothing was ever promised on goes; one with ended
/// commitments leaves the page and stays for what was published of them.
pub async fn remove(req: HttpRequest, EditorOf { who, supplier }: EditorOf, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let (code, today, clock) = (web::part(&req, "offering")?, app.today(), app.clock.clone());
    let to = format!("/catalogue/{supplier}/edit");
    app.db
        .write(move |conn| {
            let standing = offering(conn, &supplier, &code)?;
            if is_promised_on(conn, &supplier, &code, today)? {
                return Err(Error::invalid("offering-fault-promised"));
            }
            let list = store::promises(conn, &supplier)?;
            if list.iter().any(|promise| promise.commitment.offering.as_deref() == Some(code.as_str())) {
                store::update_offering(conn, &Offering { active: false, ..standing })?;
            } else {
                store::delete_offering(conn, &supplier, &code)?;
            }
            audit(conn, &clock, Some(&who.person), "offering-removed", &format!("{supplier} {code}"))
        })
        .await?;
    redirect_saying(&to, &Say::new("flash-offering-removed"))
}

#[cfg(test)]
mod tests {
    use super::is_link;

    #[test]
    fn a_link_is_https_and_leads_to_a_host() {
        for fine in ["", "https://aide.valdebrume.example", "https://aide.valdebrume.example/poste?type=1#form"] {
            assert!(is_link(fine), "{fine}");
        }
        for odd in [
            "http://aide.valdebrume.example",
            "https://",
            "https://aide",
            "javascript:alert(1)",
            "https://nom@ailleurs.example/",
            "https://aide.example/\"x",
            "https://aide.example/ x",
            "//aide.example",
        ] {
            assert!(!is_link(odd), "{odd}");
        }
        assert!(!is_link(&format!("https://a.example/{}", "x".repeat(300))));
    }
}

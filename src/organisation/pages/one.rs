//! One person on a page: added or corrected by the rules of the file. What a file's preview would say of the line stands
//! before the change is made, when there is something to think about; a plain change is saved at once.

use actix_web::HttpRequest;
use serde::Serialize;

use super::import::{audit_addresses, audit_roles};
use crate::app::audit;
use crate::db::Conn;
use crate::db::ids::{PersonId, UnitCode};
use crate::error::{Error, Result, Say};
use crate::organisation::import::{self, Holds, Line, PeopleChanges, PersonLine, Plan};
use crate::organisation::{Person, Tree, Unit, store};
use crate::render::{Language, Page, Tongue};
use crate::web::{self, Answer, Fields, HrOrAdmin, Role, Seen, Who, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

crate::words!(
    /// Whether somebody is here.
    State { Here = "here", Away = "away", Gone = "gone" }
);

/// What was typed, as it was typed.
#[derive(Debug, Clone, Default, Serialize)]
struct Typed {
    name: String,
    email: String,
    number: String,
    unit: String,
    language: String,
    state: String,
    until: String,
}

#[derive(Debug, Clone, Serialize)]
struct Fault {
    /// The field it is about; empty for the whole.
    field: &'static str,
    say: Say,
}

#[derive(Debug, Clone, Serialize)]
pub struct UnitChoice {
    pub code: UnitCode,
    pub name: String,
    /// How deep it stands, as dashes.
    pub marks: String,
}

/// Every unit, below the one it belongs to.
pub fn unit_choices(tree: &Tree) -> Vec<UnitChoice> {
    let choice = |(depth, unit): (usize, &Unit)| UnitChoice {
        code: unit.code.clone(),
        name: unit.name.clone(),
        marks: "— ".repeat(depth),
    };
    tree.in_order().into_iter().map(choice).collect()
}

#[derive(Debug, Clone, Serialize)]
pub struct OnePage {
    /// Of whom; none for somebody new.
    id: Option<PersonId>,
    name: String,
    typed: Typed,
    faults: Vec<Fault>,
    /// What to think about before it is saved: what hangs on them, what looks like a slip.
    doubts: Vec<Say>,
    /// Says that the doubts were read.
    confirmed: String,
    units: Vec<UnitChoice>,
    languages: Vec<Tongue>,
    states: &'static [State],
    seen: Seen,
}

impl Page for OnePage {
    const TEMPLATE: &'static str = "organisation/one.html";
}

impl Typed {
    fn of(form: &Fields) -> Result<Self> {
        let line = |name: &str| Ok::<_, Error>(web::typed::clean_line(&form.text(name)?));
        Ok(Self {
            name: line("name")?,
            email: line("email")?,
            number: line("number")?,
            unit: line("unit")?,
            language: line("language")?,
            state: line("state")?,
            until: line("until")?,
        })
    }

    fn standing(person: &Person) -> Self {
        let state = match (person.active, person.away) {
            (false, _) => State::Gone,
            (true, true) => State::Away,
            (true, false) => State::Here,
        };
        Self {
            name: person.name.clone(),
            email: if person.has_address() { person.email.clone() } else { String::new() },
            number: person.person_id.clone().unwrap_or_default(),
            unit: person.unit.to_string(),
            language: person.language.as_str().to_owned(),
            state: state.as_str().to_owned(),
            until: person.until.map(|day| day.to_string()).unwrap_or_default(),
        }
    }

    /// As the line of a file.
    fn line(&self, tree: &Tree) -> Result<Vec<u8>> {
        let (active, away) = match State::parse(&self.state) {
            Some(State::Gone) => (false, None),
            Some(State::Away) => (true, Some(true)),
            _ => (true, Some(false)),
        };
        let line = PersonLine {
            number: self.number.clone(),
            email: self.email.clone(),
            name: self.name.clone(),
            unit: self.unit.clone(),
            language: self.language.clone(),
            active,
            away,
            until: self.until.clone(),
            roles: String::new(),
        };
        line.file(tree)
    }
}

/// The field that a fault of the line is about: the column it names, or what its words are about.
fn field_of(say: &Say) -> &'static str {
    let column = say.args.iter().find(|(name, _)| *name == "column").map(|(_, column)| column.as_str());
    match column {
        Some("person_id") => return "number",
        Some("email") => return "email",
        Some("name") => return "name",
        Some("unit_code" | "unit" | "parent_unit_code") => return "unit",
        Some("language") => return "language",
        Some("until") => return "until",
        _ => {}
    }
    let about = |words: &[&str]| words.iter().any(|word| say.key.contains(word));
    if about(&["number"]) {
        "number"
    } else if about(&["address", "email"]) {
        "email"
    } else {
        ""
    }
}

struct Shown {
    typed: Typed,
    faults: Vec<Fault>,
    doubts: Vec<Say>,
    seen: Seen,
}

fn view(conn: &mut Conn, person: Option<&Person>, shown: Shown) -> Result<OnePage> {
    Ok(OnePage {
        id: person.map(|person| person.id.clone()),
        name: person.map(|person| person.name.clone()).unwrap_or_default(),
        typed: shown.typed,
        faults: shown.faults,
        confirmed: mark(&shown.doubts),
        doubts: shown.doubts,
        units: unit_choices(&store::tree(conn)?),
        languages: Tongue::all(Language::ALL),
        states: State::ALL,
        seen: shown.seen,
    })
}

/// What a person's page was made from.
fn seen(person: Option<&Person>) -> Result<Seen> {
    Seen::of(&person.map(Typed::standing))
}

fn mark(doubts: &[Say]) -> String {
    doubts.iter().map(|say| say.key).collect::<Vec<_>>().join(" ")
}

/// What the plan of the line gives to think about.
fn doubts(plan: &Plan<PeopleChanges>) -> Vec<Say> {
    let hanging = plan.sections.iter().filter(|section| section.title == "import-people-deactivated");
    let details = hanging.flat_map(|section| section.lines.iter().flat_map(|line: &Line| line.details.clone()));
    plan.warnings.iter().map(|warning| warning.say.clone()).chain(details).collect()
}

/// GET /people/new
pub async fn new(req: HttpRequest, HrOrAdmin(who): HrOrAdmin) -> Answer {
    let app = web::app(&req)?;
    let page = app
        .db
        .read(|conn| {
            let language = crate::app::Settings::load(conn)?.languages.first();
            let typed = Typed {
                language: language.as_str().to_owned(),
                state: State::Here.as_str().to_owned(),
                ..Typed::default()
            };
            view(conn, None, Shown { typed, faults: Vec::new(), doubts: Vec::new(), seen: seen(None)? })
        })
        .await?;
    web::page(&req, &app, &who, &page).await
}

/// GET /people/{id}/edit
pub async fn edit(req: HttpRequest, HrOrAdmin(who): HrOrAdmin) -> Answer {
    let app = web::app(&req)?;
    let id = PersonId(web::part(&req, "id")?);
    let page = app
        .db
        .read(move |conn| {
            let person = store::person(conn, &id)?;
            let seen = seen(Some(&person))?;
            let typed = Typed::standing(&person);
            view(conn, Some(&person), Shown { typed, faults: Vec::new(), doubts: Vec::new(), seen })
        })
        .await?;
    web::page(&req, &app, &who, &page).await
}

/// POST /people/new and /people/{id}: `id` none for somebody new; `holds` says what hangs on whoever leaves.
pub async fn save(req: HttpRequest, who: Who, id: Option<PersonId>, form: Fields, holds: Holds) -> Answer {
    let app = web::app(&req)?;
    let (typed, given) = (Typed::of(&form)?, Seen::given(&form)?);
    let (confirmed, admin) = (form.text("confirmed")?, who.has(Role::Admin));
    let (by, clock) = (who.person.clone(), app.clock.clone());
    let outcome = app
        .db
        .write(move |conn| {
            let person = id.map(|id| store::person(conn, &id)).transpose()?;
            let stale = seen(person.as_ref())?.differs(given.as_deref());
            let kept = || Seen::kept(given.clone());
            let line = typed.line(&store::tree(conn)?)?;
            let plan = import::plan_person(conn, person.as_ref().map(|person| &person.id), &line, holds)?;
            let mut faults: Vec<Fault> =
                plan.faults.iter().map(|fault| Fault { field: field_of(&fault.say), say: fault.say.clone() }).collect();
            if typed.unit.is_empty() {
                faults.retain(|fault| fault.field != "unit");
                faults.push(Fault { field: "unit", say: Say::new("person-needs-unit") });
            }
            let doubts = doubts(&plan);
            if !faults.is_empty() || stale.is_some() || mark(&doubts) != confirmed {
                let doubts = if faults.is_empty() { doubts } else { Vec::new() };
                let seen = stale.filter(|_| faults.is_empty()).unwrap_or_else(kept);
                return view(conn, person.as_ref(), Shown { typed, faults, doubts, seen }).map(Err);
            }
            if let Err(fault) = import::apply_people(conn, &plan, admin) {
                let Error::Invalid(say) = fault else { return Err(fault) };
                let faults = vec![Fault { field: "email", say }];
                return view(conn, person.as_ref(), Shown { typed, faults, doubts: Vec::new(), seen: kept() }).map(Err);
            }
            let made = plan.changes.created.iter().chain(&plan.changes.changed).map(|person| person.id.clone()).next();
            let id = made.or(person.as_ref().map(|person| person.id.clone())).ok_or(Error::NotFound)?;
            let event = if person.is_some() { "person-changed" } else { "person-added" };
            if !plan.changes_nothing() {
                audit(conn, &clock, Some(&by), event, id.as_str())?;
            }
            audit_addresses(conn, &clock, Some(&by), &plan.changes.readdressed)?;
            audit_roles(conn, &clock, Some(&by), &plan.changes.roles)?;
            Ok(Ok((id, typed.name, person.is_none())))
        })
        .await?;
    match outcome {
        Ok((id, name, new)) => {
            let key = if new { "flash-person-added" } else { "flash-person-saved" };
            redirect_saying(&format!("/people/{id}"), &Say::new(key).with("name", name))
        }
        Err(page) => web::refused(&req, &app, &who, &page).await,
    }
}

//! What a head types about an action: kept as typed, and read into what the plan keeps, or refused field by field.

use serde::Serialize;

use crate::clock::Day;
use crate::db::ids::{GroupCode, PersonId};
use crate::error::{Error, Result, Say};
use crate::organisation::Person;
use crate::progress::store::reach::Reach;
use crate::progress::{Action, Kind};
use crate::render::Language;
use crate::web::{self, Fields, TextField};

const TITLE: usize = 120;
const FINDING: usize = 2000;
const PUBLIC: usize = 300;
/// Of the cost and of whose decision is awaited.
const WORDS: usize = 120;
const CONTRIBUTORS: usize = 20;
/// The fields of what everybody reads: `public_fr` and so on.
const PUBLIC_TEXT: &str = "public";

/// What was typed, as it was typed.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Typed {
    pub title: String,
    pub finding: String,
    pub kind: String,
    pub owner: String,
    pub starts_on: String,
    pub due_on: String,
    pub target: String,
    /// Addresses, one a line or with commas.
    pub contributors: String,
    pub cost: String,
    pub awaits: String,
    pub check_on: String,
    /// The client groups ticked.
    pub groups: Vec<GroupCode>,
    pub audience: String,
    pub medium: String,
    pub told_on: String,
    pub public: Vec<TextField>,
    pub visible: bool,
}

impl Typed {
    /// With what is wrong beside each public text.
    #[must_use]
    pub fn blamed(mut self, faults: &[Fault]) -> Self {
        faults.iter().for_each(|fault| TextField::blame(&mut self.public, &fault.field, fault.say.clone()));
        self
    }

    pub fn of(fields: &Fields, languages: &[Language]) -> Result<Self> {
        let line = |name: &str| Ok::<_, Error>(web::typed::clean_line(&fields.text(name)?));
        Ok(Self {
            title: line("title")?,
            finding: fields.text("finding")?,
            kind: line("kind")?,
            owner: line("owner")?,
            starts_on: line("starts_on")?,
            due_on: line("due_on")?,
            target: line("target")?,
            contributors: fields.text("contributors")?,
            cost: line("cost")?,
            awaits: line("awaits")?,
            check_on: line("check_on")?,
            groups: fields.all("group").into_iter().map(GroupCode).collect(),
            audience: line("audience")?,
            medium: line("medium")?,
            told_on: line("told_on")?,
            public: TextField::read(PUBLIC_TEXT, fields, languages)?,
            visible: fields.has("visible"),
        })
    }

    /// The addresses typed as those of contributors, as they are looked up.
    pub fn contributors(&self) -> impl Iterator<Item = &str> {
        self.contributors.split(|c: char| c.is_whitespace() || c == ',' || c == ';').filter(|part| !part.is_empty())
    }

    pub fn from_action(
        action: &Action,
        owner: &Person,
        contributors: &[Person],
        reach: &Reach,
        languages: &[Language],
    ) -> Self {
        let addresses: Vec<&str> = contributors.iter().map(|person| person.email.as_str()).collect();
        Self {
            title: action.title.clone(),
            finding: action.finding.clone(),
            kind: action.kind.as_str().to_owned(),
            owner: owner.email.clone(),
            starts_on: action.starts_on.map(|day| day.to_string()).unwrap_or_default(),
            due_on: action.due_on.to_string(),
            target: action.target.map(|share| crate::render::figures::rounded(share * 100.0, 0)).unwrap_or_default(),
            contributors: addresses.join("\n"),
            cost: action.cost.clone(),
            awaits: action.awaits.clone(),
            check_on: action.check_on.map(|day| day.to_string()).unwrap_or_default(),
            groups: reach.groups.keys().cloned().collect(),
            audience: reach.audience.clone(),
            medium: reach.medium.clone(),
            told_on: reach.told_on.map(|day| day.to_string()).unwrap_or_default(),
            public: TextField::all(PUBLIC_TEXT, &action.public_texts, languages),
            visible: action.visible,
        }
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct Fault {
    pub field: String,
    /// The words of the field's label, with the language of a text.
    pub label: Say,
    pub say: Say,
}

/// Beside each field, what is wrong with it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Faults {
    pub list: Vec<Fault>,
    pub title: Option<Say>,
    pub finding: Option<Say>,
    pub kind: Option<Say>,
    pub owner: Option<Say>,
    pub starts_on: Option<Say>,
    pub due_on: Option<Say>,
    pub target: Option<Say>,
    pub contributors: Option<Say>,
    pub cost: Option<Say>,
    pub awaits: Option<Say>,
    pub check_on: Option<Say>,
    pub audience: Option<Say>,
    pub medium: Option<Say>,
    pub told_on: Option<Say>,
}

impl Faults {
    pub fn of(list: Vec<Fault>) -> Self {
        let at = |field: &str| list.iter().find(|fault| fault.field == field).map(|fault| fault.say.clone());
        Self {
            title: at("title"),
            finding: at("finding"),
            kind: at("kind"),
            owner: at("owner"),
            starts_on: at("starts_on"),
            due_on: at("due_on"),
            target: at("target"),
            contributors: at("contributors"),
            cost: at("cost"),
            awaits: at("awaits"),
            check_on: at("check_on"),
            audience: at("audience"),
            medium: at("medium"),
            told_on: at("told_on"),
            list,
        }
    }
}

/// What the form says once it is right.
pub struct Checked {
    pub kind: Kind,
    pub starts_on: Option<Day>,
    pub due_on: Day,
    pub target: Option<f64>,
    pub check_on: Option<Day>,
    pub told_on: Option<Day>,
    pub contributors: Vec<PersonId>,
}

/// The people whom the form names.
#[derive(Debug, Clone, Default)]
pub struct Named {
    pub owner: Option<Person>,
    /// The contributors who are in the directory, and the first address that is nobody's.
    pub contributors: Vec<Person>,
    pub nobody: Option<String>,
}

pub fn fault(field: &'static str, say: Say) -> Fault {
    let label = FIELDS.iter().find(|(name, _)| *name == field).map_or("", |(_, words)| words);
    Fault { field: field.to_owned(), label: Say::new(label), say }
}

fn fault_of_text(field: &TextField, say: Say) -> Fault {
    let label = Say::new("action-field-public").with("language", field.label);
    Fault { field: field.name.clone(), label, say }
}

/// The fields of the form with the words of their labels.
const FIELDS: [(&str, &str); 14] = [
    ("title", "action-field-title"),
    ("finding", "action-field-finding"),
    ("kind", "action-field-kind"),
    ("owner", "action-field-owner"),
    ("starts_on", "action-field-starts_on"),
    ("due_on", "action-field-due_on"),
    ("target", "action-field-target"),
    ("contributors", "action-field-contributors"),
    ("cost", "action-field-cost"),
    ("awaits", "action-field-awaits"),
    ("check_on", "action-field-check_on"),
    ("audience", "action-field-audience"),
    ("medium", "action-field-medium"),
    ("told_on", "action-field-told_on"),
];

/// `today` none: any due date will do. `old` is the action as it stands: its own due date stays acceptable.
pub fn check(
    typed: &Typed,
    named: &Named,
    today: Option<Day>,
    old: Option<&Action>,
) -> std::result::Result<Checked, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut wrong = |field, say: Say| faults.push(fault(field, say));
    let length = |text: &str| text.chars().count();
    if typed.title.is_empty() {
        wrong("title", Say::new("action-error-title"));
    } else if length(&typed.title) > TITLE {
        wrong("title", Say::new("action-error-title-long").with("most", TITLE));
    }
    if length(&typed.finding) > FINDING {
        wrong("finding", Say::new("action-error-finding-long").with("most", FINDING));
    }
    let kind = Kind::parse(&typed.kind);
    if kind.is_none() {
        wrong("kind", Say::new("action-error-kind"));
    }
    if named.owner.is_none() {
        wrong("owner", Say::new("action-error-owner"));
    }
    let starts_on = Day::parse(&typed.starts_on);
    let due_on = Day::parse(&typed.due_on);
    if starts_on.is_none() && !typed.starts_on.is_empty() {
        wrong("starts_on", Say::new("action-error-day"));
    } else if starts_on.zip(due_on).is_some_and(|(start, due)| start > due) {
        wrong("starts_on", Say::new("action-error-start"));
    }
    match due_on {
        None => wrong("due_on", Say::new("action-error-due")),
        Some(due) if old.is_none_or(|old| old.due_on != due) && today.is_some_and(|today| due < today) => {
            wrong("due_on", Say::new("action-error-due-past"));
        }
        Some(_) => {}
    }
    let target = percentage(&typed.target);
    if target.is_none() {
        wrong("target", Say::new("action-error-target"));
    }
    if let Some(address) = &named.nobody {
        wrong("contributors", Say::new("action-error-contributor").with("address", address));
    } else if named.contributors.len() > CONTRIBUTORS {
        wrong("contributors", Say::new("action-error-contributors").with("most", CONTRIBUTORS));
    }
    let words =
        [("cost", &typed.cost), ("awaits", &typed.awaits), ("audience", &typed.audience), ("medium", &typed.medium)];
    for (field, text) in words {
        if length(text) > WORDS {
            wrong(field, Say::new("action-error-words-long").with("most", WORDS));
        }
    }
    let check_on = Day::parse(&typed.check_on);
    if check_on.is_none() && !typed.check_on.is_empty() {
        wrong("check_on", Say::new("action-error-day"));
    } else if check_on.zip(due_on).is_some_and(|(check, due)| check < due) {
        wrong("check_on", Say::new("action-error-check"));
    }
    let told_on = Day::parse(&typed.told_on);
    if told_on.is_none() && !typed.told_on.is_empty() {
        wrong("told_on", Say::new("action-error-day"));
    }
    let unwritten = typed.public.iter().all(|field| field.value.is_empty());
    if let Some(first) = typed.public.first().filter(|_| typed.visible && unwritten) {
        faults.push(fault_of_text(first, Say::new("action-error-public")));
    }
    for field in typed.public.iter().filter(|field| length(&field.value) > PUBLIC) {
        faults.push(fault_of_text(field, Say::new("action-error-public-long").with("most", PUBLIC)));
    }
    match (faults.is_empty(), kind, due_on, target) {
        (true, Some(kind), Some(due_on), Some(target)) => {
            let mut contributors: Vec<PersonId> = named.contributors.iter().map(|one| one.id.clone()).collect();
            contributors.sort();
            contributors.dedup();
            Ok(Checked { kind, starts_on, due_on, target, check_on, told_on, contributors })
        }
        _ => Err(faults),
    }
}

/// "55", "55 %", "55,5" as a share; the empty text is no target; the outer none is a fault.
fn percentage(text: &str) -> Option<Option<f64>> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace() && *c != '%').collect();
    if plain.is_empty() {
        return Some(None);
    }
    let digits = plain.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '.');
    let number: f64 = plain.replace(',', ".").parse().ok().filter(|_| digits)?;
    (0.0..=100.0).contains(&number).then_some(Some(number / 100.0))
}

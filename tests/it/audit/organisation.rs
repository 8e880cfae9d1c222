//! Random organisations with nasty shapes, put into the database as a closed collection and published by the product.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use barometer::app::token_hash;
use barometer::campaign::{self, Campaign, State, groups};
use barometer::db::Conn;
use barometer::db::ids::{CampaignId, InvitationId, UnitCode};
use barometer::error::Result;
use barometer::organisation::{Tree, Unit, store as organisation};
use barometer::questionnaire::build::{Wanted, build, own_question};
use barometer::questionnaire::{Choice, Kind, store as questionnaires};
use barometer::render::Language;
use barometer::schedule;
use barometer::web::Role;
use diesel::connection::SimpleConnection;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};

use crate::world::World;
use crate::world::verbs::person;

pub const OUTSIDE: &str = "outside";

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    Value(i32),
    NotApplicable,
    Chosen(Vec<String>),
}

#[derive(Debug, Clone)]
pub struct Asked {
    pub code: String,
    pub dimension: Option<String>,
    /// The scale; none for choices.
    pub scale: Option<(i32, i32)>,
    pub kind: Kind,
    /// Worded the other way round: a figure is about the value from the other end.
    pub reversed: bool,
    /// Asked only of those who answered this question at or under this value.
    pub asked_if: Option<(String, i32)>,
}

impl Asked {
    pub fn is_asked(&self, answers: &BTreeMap<String, Said>) -> bool {
        self.asked_if
            .as_ref()
            .is_none_or(|(of, most)| matches!(answers.get(of), Some(Said::Value(value)) if value <= most))
    }
}

#[derive(Debug, Clone)]
pub struct Service {
    pub code: String,
    pub questions: Vec<Asked>,
    pub serves: BTreeSet<String>,
}

#[derive(Debug, Clone)]
pub struct Sheet {
    pub supplier: usize,
    pub group: String,
    pub no_contact: bool,
    pub answers: BTreeMap<String, Said>,
}

/// What really is: everything that the publication must not give away.
#[derive(Debug, Clone)]
pub struct Organisation {
    pub seed: u64,
    /// Unit and parent, parents first.
    pub units: Vec<(String, Option<String>)>,
    /// Group and its units.
    pub groups: BTreeMap<String, BTreeSet<String>>,
    pub people: BTreeMap<String, u32>,
    pub services: Vec<Service>,
    pub sheets: Vec<Sheet>,
    pub threshold: u32,
    pub levels: u32,
    pub row_level: bool,
}

const SERVICES: [&str; 4] = ["it", "hr", "fin", "log"];

impl Organisation {
    pub fn random(seed: u64) -> Self {
        let mut rng = StdRng::seed_from_u64(seed);
        let (units, groups) = tree(&mut rng);
        let mut one = Self {
            seed,
            units,
            groups,
            people: BTreeMap::new(),
            services: Vec::new(),
            sheets: Vec::new(),
            threshold: if rng.random_range(0..5) == 0 { 7 } else { 5 },
            levels: 10,
            row_level: rng.random_range(0..6) == 0,
        };
        let some_only = rng.random_range(0..3) == 0;
        for code in &SERVICES[..rng.random_range(1..=4)] {
            let serves = |_: &&String| !some_only || rng.random_range(0..3) > 0;
            let serves: BTreeSet<String> = one.groups.keys().filter(serves).cloned().collect();
            let alone = rng.random_range(0..8) == 0;
            let serves = if alone { BTreeSet::from(["g0".to_owned()]) } else { serves };
            let serves = if serves.is_empty() { one.groups.keys().take(1).cloned().collect() } else { serves };
            let questions = questions(code, &mut rng);
            one.services.push(Service { code: (*code).to_owned(), questions, serves });
        }
        one.answer(&mut rng);
        one
    }

    /// The same organisation a quarter later: other people answer other things.
    pub fn later(&self) -> Self {
        let mut rng = StdRng::seed_from_u64(self.seed + 1_000_000);
        let mut one = Self { sheets: Vec::new(), people: BTreeMap::new(), ..self.clone() };
        one.answer(&mut rng);
        one
    }

    /// The client groups that lie wholly below a unit.
    pub fn below(&self, unit: &str) -> BTreeSet<String> {
        let inside = |code: &String| {
            let mut at = Some(code.clone());
            while let Some(code) = at {
                if code == unit {
                    return true;
                }
                at = self.units.iter().find(|(own, _)| *own == code).and_then(|(_, parent)| parent.clone());
            }
            false
        };
        self.groups.iter().filter(|(_, units)| units.iter().all(inside)).map(|(code, _)| code.clone()).collect()
    }

    /// How many people of a group may have answered about a service, as far as a colleague can know.
    pub fn could_answer(&self, supplier: usize, group: &str) -> u32 {
        let proposed = self.services[supplier].serves.contains(group);
        let people = if proposed { self.people.get(group).copied().unwrap_or(0) } else { 0 };
        let without = self.sheets.iter().filter(|s| s.supplier == supplier && s.group == group && s.no_contact).count();
        people.saturating_sub(u32::try_from(without).expect("few"))
    }

    fn answer(&mut self, rng: &mut StdRng) {
        // Sometimes: zero groups beside one hidden group.
        let lonely = rng.random_range(0..8) == 0;
        let codes: Vec<String> = self.groups.keys().cloned().collect();
        let lone = codes[rng.random_range(0..codes.len())].clone();
        for group in &codes {
            let shape = if lonely {
                if *group == lone { 1 } else { [0, 6][rng.random_range(0..2)] }
            } else {
                rng.random_range(0..11)
            };
            let (sent, silent) = match shape {
                0 => (0, rng.random_range(1..12)),
                1 => (rng.random_range(1..5), rng.random_range(0..12)),
                2 | 7 => (rng.random_range(5..10), rng.random_range(1..12)),
                3 => (rng.random_range(4..20), rng.random_range(0..10)),
                4 | 9 => (rng.random_range(4..15), 0),
                // Enough for a service of one group to release its rows.
                8 if self.row_level => (45, rng.random_range(0..20)),
                _ => (rng.random_range(10..=30), rng.random_range(0..20)),
            };
            self.people.insert(group.clone(), sent + silent);
            for supplier in 0..self.services.len() {
                let full = [4, 9].contains(&shape) && rng.random_range(0..4) > 0;
                self.sheets_of(rng, group, supplier, (sent, full), shape == 3);
            }
        }
    }

    fn sheets_of(
        &mut self,
        rng: &mut StdRng,
        group: &str,
        supplier: usize,
        (sent, full): (u32, bool),
        of_one_mind: bool,
    ) {
        let served = self.services[supplier].serves.contains(group);
        let takes = if served && full {
            10
        } else if served {
            [10, 10, 8, 5][rng.random_range(0..4)]
        } else {
            [0, 0, 1][rng.random_range(0..3)]
        };
        let away = if !full && rng.random_range(0..6) == 0 { rng.random_range(1..3) } else { 0 };
        let without = if rng.random_range(0..4) == 0 { 2 } else { 0 };
        let mind = rng.random_range(1..=5);
        let questions = self.services[supplier].questions.clone();
        // Per question: who answers it, and whether they are of one mind.
        let gaps: Vec<(u32, bool)> =
            questions.iter().map(|_| (rng.random_range(0..9), of_one_mind || rng.random_range(0..12) == 0)).collect();
        let mut written = 0;
        for person in 0..sent {
            if rng.random_range(0..10) >= takes {
                // The people of a full group who had no dealings say so.
                if served && rng.random_range(0..10) < without {
                    let answers = BTreeMap::new();
                    self.sheets.push(Sheet { supplier, group: group.to_owned(), no_contact: true, answers });
                }
                continue;
            }
            let mut answers = BTreeMap::new();
            for (question, (gap, alike)) in questions.iter().zip(&gaps) {
                if !question.is_asked(&answers) {
                    continue;
                }
                let skips = match gap {
                    0 => written == 0,
                    1 => rng.random_range(0..3) == 0,
                    2 => written >= 5,
                    3 => written < 2,
                    _ => false,
                };
                if skips {
                    if person % 2 == 0 {
                        answers.insert(question.code.clone(), Said::NotApplicable);
                    }
                    continue;
                }
                answers.insert(question.code.clone(), say(rng, question, alike.then_some(mind)));
            }
            let group = if !served || person < away { OUTSIDE } else { group };
            self.sheets.push(Sheet { supplier, group: group.to_owned(), no_contact: false, answers });
            written += 1;
        }
    }
}

/// 500 people in units of 3 to 60 under a few directions; groups as the product proposes them; 55 to 65 % take part.
pub fn of_500(seed: u64) -> Organisation {
    let mut rng = StdRng::seed_from_u64(seed);
    let mut units: Units = vec![("root".to_owned(), None)];
    let mut headcount: BTreeMap<UnitCode, u32> = BTreeMap::new();
    let mut left = 500;
    while left > 0 {
        let direction = format!("d{}", units.len());
        units.push((direction.clone(), Some("root".to_owned())));
        for _ in 0..rng.random_range(3..8) {
            let middling = rng.random_range(0..3) > 0;
            let wanted = if middling { rng.random_range(3..=20) } else { rng.random_range(20..=60) };
            let people: u32 = if left < wanted + 3 { left } else { wanted };
            if people > 0 {
                let code = format!("s{}", units.len());
                headcount.insert(code.as_str().into(), people);
                units.push((code, Some(direction.clone())));
                left -= people;
            }
        }
    }
    let unit = |(code, parent): &(String, Option<String>)| Unit {
        code: code.as_str().into(),
        name: code.clone(),
        parent: parent.as_ref().map(|parent| parent.as_str().into()),
        active: true,
    };
    let tree = Tree::new(units.iter().map(unit));
    let proposed = groups::propose(&tree, &headcount, groups::good_size(60, 10));
    let people = proposed.iter().map(|group| (group.code.0.clone(), group.people(&headcount))).collect();
    let units_of = |group: &groups::Proposal| group.units.iter().map(|unit| unit.0.clone()).collect();
    let groups: BTreeMap<String, BTreeSet<String>> =
        proposed.iter().map(|group| (group.code.0.clone(), units_of(group))).collect();
    let serves: BTreeSet<String> = groups.keys().cloned().collect();
    let service = |code: &str, rng: &mut StdRng| Service {
        code: code.to_owned(),
        questions: questions(code, rng),
        serves: serves.clone(),
    };
    let services = vec![service("it", &mut rng), service("hr", &mut rng)];
    let mut one = Organisation {
        seed,
        units,
        groups,
        people,
        services,
        sheets: Vec::new(),
        threshold: 5,
        levels: 10,
        row_level: false,
    };
    let rate = rng.random_range(55..=65);
    for (group, people) in one.people.clone() {
        for _ in 0..people {
            if rng.random_range(0..100) < rate {
                for supplier in 0..2 {
                    one.realistic_sheet(&mut rng, supplier, &group);
                }
            }
        }
    }
    one
}

impl Organisation {
    /// Most have dealings with the service; one answer in twelve is a blank or "not applicable"; few count elsewhere.
    fn realistic_sheet(&mut self, rng: &mut StdRng, supplier: usize, group: &str) {
        let no_contact = rng.random_range(0..100) < 7;
        let mut answers = BTreeMap::new();
        for question in self.services[supplier].questions.clone().iter().filter(|_| !no_contact) {
            let said = match (rng.random_range(0..24), question.scale) {
                _ if !question.is_asked(&answers) => continue,
                (0, _) => continue,
                (1, _) => Said::NotApplicable,
                (_, Some((1, 5))) => {
                    let at = rng.random_range(0..100);
                    Said::Value([4, 14, 36, 80].iter().filter(|edge| at >= **edge).count() as i32 + 1)
                }
                _ => say(rng, question, None),
            };
            answers.insert(question.code.clone(), said);
        }
        let away = !no_contact && rng.random_range(0..100) < 1;
        let group = if away { OUTSIDE } else { group }.to_owned();
        self.sheets.push(Sheet { supplier, group, no_contact, answers });
    }
}

fn say(rng: &mut StdRng, question: &Asked, mind: Option<i32>) -> Said {
    match (question.scale, question.kind) {
        (Some((lo, hi)), _) => Said::Value(mind.map_or_else(|| rng.random_range(lo..=hi), |mind| mind.min(hi))),
        (None, Kind::ChooseDimensions) => {
            let all = ["reception", "clarity"];
            Said::Chosen(if mind.is_some() {
                vec![all[0].to_owned()]
            } else {
                vec![all[rng.random_range(0..2)].to_owned()]
            })
        }
        (None, _) => {
            Said::Chosen(vec![["a", "b", "c"][if mind.is_some() { 0 } else { rng.random_range(0..3) }].to_owned()])
        }
    }
}

fn questions(supplier: &str, rng: &mut StdRng) -> Vec<Asked> {
    let asked = |code: &str, dimension: Option<&str>, scale, kind| Asked {
        code: code.to_owned(),
        dimension: dimension.map(ToOwned::to_owned),
        scale,
        kind,
        reversed: false,
        asked_if: None,
    };
    let five = Some((1, 5));
    let mut list = vec![
        asked("overall", None, five, Kind::Satisfaction),
        asked("reception_1", Some("reception"), five, Kind::Satisfaction),
        asked("reception_2", Some("reception"), five, Kind::Satisfaction),
    ];
    let mut one_in = |times: u32, one: Asked| {
        if rng.random_range(0..times) == 0 {
            list.push(one);
        }
    };
    one_in(2, asked("clarity_1", Some("clarity"), five, Kind::Satisfaction));
    one_in(2, asked("effort", None, five, Kind::Effort));
    one_in(2, asked("recommendation", None, Some((0, 10)), Kind::Recommendation));
    one_in(2, asked("importance", None, None, Kind::ChooseDimensions));
    one_in(2, asked(&format!("own_{supplier}"), None, None, Kind::SingleChoice));
    one_in(2, asked(&format!("weight_{supplier}"), Some("reception"), five, Kind::Importance));
    let turned = asked(&format!("turned_{supplier}"), Some("reception"), five, Kind::Satisfaction);
    one_in(3, Asked { reversed: true, ..turned });
    one_in(3, asked(&format!("short_{supplier}"), None, Some((1, 4)), Kind::Satisfaction));
    one_in(3, asked(&format!("long_{supplier}"), None, Some((1, 7)), Kind::Satisfaction));
    // Asked of those who are not content: few, and never the same few as elsewhere.
    let why = asked(&format!("why_{supplier}"), None, None, Kind::SingleChoice);
    one_in(3, Asked { asked_if: Some(("overall".to_owned(), 2)), ..why });
    let again = asked(&format!("again_{supplier}"), None, five, Kind::Satisfaction);
    one_in(3, Asked { asked_if: Some(("overall".to_owned(), 3)), reversed: supplier == "it", ..again });
    list
}

type Units = Vec<(String, Option<String>)>;

/// A tree whose leaves in order are the groups, cut at random; sometimes a few units more in some groups.
fn tree(rng: &mut StdRng) -> (Units, BTreeMap<String, BTreeSet<String>>) {
    let leaves = rng.random_range(2..=7);
    let mut units: Units = vec![("root".to_owned(), None)];
    split(rng, &mut units, 0, leaves, "root", 1);
    let mut groups: BTreeMap<String, BTreeSet<String>> =
        (0..leaves).map(|leaf| (format!("g{leaf}"), BTreeSet::from([format!("u{leaf}")]))).collect();
    if rng.random_range(0..3) == 0 {
        for more in 0..rng.random_range(1..3) {
            let parent = units[rng.random_range(0..units.len())].0.clone();
            units.push((format!("x{more}"), Some(parent)));
            groups.entry(format!("g{}", rng.random_range(0..leaves))).or_default().insert(format!("x{more}"));
        }
    }
    (units, groups)
}

fn split(rng: &mut StdRng, units: &mut Units, from: usize, to: usize, parent: &str, depth: usize) {
    let mut at = from;
    while at < to {
        let end = if depth == 3 { at + 1 } else { rng.random_range(at + 1..=to) };
        if end - at == 1 || (at, end) == (from, to) {
            for leaf in at..end {
                units.push((format!("u{leaf}"), Some(parent.to_owned())));
            }
        } else {
            let inner = format!("b{}", units.len());
            units.push((inner.clone(), Some(parent.to_owned())));
            split(rng, units, at, end, &inner, depth + 1);
        }
        at = end;
    }
}

pub const STAFF: [(&str, Role); 4] =
    [("hugo", Role::Hr), ("dora", Role::Direction), ("rita", Role::Reader), ("ada", Role::Admin)];

/// Puts the organisation, and what it answered in a campaign still open, into an empty barometer.
pub fn insert(w: &World, one: &Organisation) -> Campaign {
    let now = w.app.clock.now();
    let own = one.clone();
    w.write(move |conn| {
        put_structure(conn, &own)?;
        for service in &own.services {
            let wanted: Vec<Wanted> = service.questions.iter().map(wanted).collect();
            let version = build(conn, &service.code.as_str().into(), now, &wanted)?;
            questionnaires::freeze(conn, &version)?;
            let head = person(&format!("head_{}", service.code), "root", Language::Fr);
            let moderator = person(&format!("momo_{}", service.code), "root", Language::En);
            organisation::insert_people(conn, &[head.clone(), moderator.clone()])?;
            organisation::grant(conn, &head.id, Role::Head, &service.code.as_str().into())?;
            organisation::grant(conn, &moderator.id, Role::Moderator, &service.code.as_str().into())?;
        }
        for (id, role) in STAFF {
            organisation::insert_people(conn, &[person(id, "root", Language::Fr)])?;
            organisation::grant(conn, &id.into(), role, &"".into())?;
        }
        Ok(())
    });
    insert_wave(w, one, "2026-Q1")
}

/// One campaign of an organisation that stands, with what it answered, still open.
pub fn insert_wave(w: &World, one: &Organisation, code: &str) -> Campaign {
    let now = w.app.clock.now();
    let today = w.app.today();
    let campaign = Campaign {
        state: State::Open,
        threshold: i32::try_from(one.threshold).expect("small"),
        levels_threshold: i32::try_from(one.levels).expect("small"),
        row_level: one.row_level,
        row_level_to: if one.row_level { "la direction".to_owned() } else { String::new() },
        opened_at: Some(now),
        // Those who answered learn of the figures in the minute in which they appear.
        announce_days: 0,
        ..Campaign::draft(CampaignId(format!("c{code}")), code.to_owned(), today)
    };
    let (row, own, key) = (campaign.clone(), one.clone(), w.app.link_key.clone());
    w.write(move |conn| {
        assert!(campaign::store::insert(conn, &row)?);
        put_collection(conn, &own, &row.id, &key)
    });
    campaign
}

fn wanted(question: &Asked) -> Wanted {
    let own = |dimension: Option<&str>, options: &[Choice]| {
        let bare = own_question(&question.code, question.kind, barometer::render::Texts::both("Q", "Q"), options)
            .expect("a question");
        let dimension = dimension.map(ToOwned::to_owned);
        Wanted::Own(Box::new(barometer::questionnaire::Question {
            dimension_names: dimension
                .as_ref()
                .map(|name| barometer::render::Texts::both(name, name))
                .unwrap_or_default(),
            dimension,
            lo: question.scale.map(|(lo, _)| lo),
            hi: question.scale.map(|(_, hi)| hi),
            reversed: question.reversed,
            ..bare
        }))
    };
    let wanted = match question.kind {
        Kind::SingleChoice => {
            let option = |code: &str| Choice {
                code: code.to_owned(),
                labels: barometer::render::Texts::both(code.to_owned(), code.to_owned()),
            };
            own(None, &["a", "b", "c"].map(option))
        }
        Kind::Importance => own(question.dimension.as_deref(), &[]),
        Kind::Satisfaction if barometer::questionnaire::bank::question(&question.code).is_none() => {
            own(question.dimension.as_deref(), &[])
        }
        _ => Wanted::bank(&question.code),
    };
    match &question.asked_if {
        Some((of, most)) => wanted.asked_if(of, *most).expect("a condition"),
        None => wanted,
    }
}

fn put_structure(conn: &mut Conn, one: &Organisation) -> Result<()> {
    let mut sql = String::new();
    for (code, parent) in &one.units {
        let parent = parent.as_ref().map_or("NULL".to_owned(), |parent| format!("'{parent}'"));
        writeln!(
            sql,
            "INSERT INTO units (code, name, parent, active) VALUES ('{code}', 'Unite {code}', {parent}, TRUE);"
        )
        .expect("text");
    }
    for service in &one.services {
        let code = &service.code;
        writeln!(
            sql,
            "INSERT INTO suppliers (code, names, in_sentence, unit, active) \
             VALUES ('{code}', '{{\"fr\":\"{code}\"}}', '{{\"fr\":\"le {code}\"}}', NULL, TRUE);"
        )
        .expect("text");
        for unit in service.serves.iter().flat_map(|group| &one.groups[group]) {
            writeln!(sql, "INSERT INTO relations (supplier, unit, kind) VALUES ('{code}', '{unit}', 'serves');")
                .expect("text");
        }
    }
    Ok(conn.batch_execute(&sql)?)
}

fn values(sql: &mut String, into: &str, rows: &[String]) {
    for part in rows.chunks(200) {
        writeln!(sql, "INSERT INTO {into} VALUES {} ON CONFLICT DO NOTHING;", part.join(", ")).expect("text");
    }
}

fn put_collection(conn: &mut Conn, one: &Organisation, id: &CampaignId, key: &barometer::app::LinkKey) -> Result<()> {
    let mut sql = String::new();
    let sheets = |supplier: usize, whole: bool| {
        // As sending counts them: those who count in no group are in no rate.
        let asked = |s: &&Sheet| !s.no_contact && s.supplier == supplier && s.group != OUTSIDE;
        let done = |s: &&Sheet| asked(s) && s.answers.contains_key("overall") == whole;
        one.sheets.iter().filter(done).count()
    };
    for (place, service) in one.services.iter().enumerate() {
        let version = questionnaires::latest(conn, &service.code.as_str().into())?.expect("a version").id;
        let (complete, partial) = (sheets(place, true), sheets(place, false));
        writeln!(
            sql,
            "INSERT INTO campaign_suppliers (campaign, supplier, questionnaire, complete, partial, actions) \
             VALUES ('{id}', '{}', '{version}', {complete}, {partial}, '{{}}');",
            service.code
        )
        .expect("text");
        for group in &service.serves {
            let people = one.people[group];
            if people > 0 {
                writeln!(sql, "INSERT INTO proposals (campaign, supplier, client_group, people) VALUES ('{id}', '{}', '{group}', {people});", service.code)
                    .expect("text");
            }
        }
    }
    let (mut people, mut invitations) = (Vec::new(), Vec::new());
    for (group, units) in &one.groups {
        let size = one.people[group];
        writeln!(
            sql,
            "INSERT INTO client_groups (campaign, code, name, invited, sendings) VALUES ('{id}', '{group}', 'Groupe {group}', {size}, {});",
            size / 2
        )
        .expect("text");
        for unit in units {
            writeln!(sql, "INSERT INTO group_units VALUES ('{id}', '{unit}', '{group}');").expect("text");
        }
        let unit = units.first().expect("a unit");
        // A few people of each group have links; the walk follows them.
        for number in 0..size.min(2) {
            let person = format!("{group}_{number}");
            let invitation = InvitationId(format!("{id}_{person}"));
            let hash = token_hash(&campaign::link_token(key, &invitation, 1));
            let language = if number == 0 { "fr" } else { "en" };
            people.push(format!(
                "('{person}', NULL, '{person}@example.org', 'P {person}', '{unit}', '{language}', TRUE, NULL)"
            ));
            let proposed: Vec<&String> =
                one.services.iter().filter(|s| s.serves.contains(group)).map(|s| &s.code).collect();
            let proposed = serde_json::to_string(&proposed)?;
            invitations.push(format!(
                "('{invitation}', '{id}', '{person}', '{group}', 1, '{hash}', '{language}', TRUE, '{proposed}')"
            ));
        }
    }
    values(&mut sql, "people (id, person_id, email, name, unit, language, active, until)", &people);
    let into = "invitations (id, campaign, person, client_group, issue, token_hash, language, eligible, proposed)";
    values(&mut sql, into, &invitations);
    let mut rows: Vec<String> = Vec::new();
    for (number, sheet) in one.sheets.iter().enumerate() {
        let (code, group) = (&one.services[sheet.supplier].code, &sheet.group);
        let answers = json(sheet, &one.services[sheet.supplier].questions);
        rows.push(format!(
            "('{number:05}', '{id}', '{code}', '{group}', {}, '{answers}')",
            if sheet.no_contact { "TRUE" } else { "FALSE" }
        ));
    }
    rows.shuffle(&mut StdRng::seed_from_u64(one.seed));
    values(&mut sql, "open_responses (key, campaign, supplier, client_group, no_contact, answers)", &rows);
    let comments: Vec<String> = one
        .sheets
        .iter()
        .enumerate()
        .filter(|(number, sheet)| number % 9 == 0 && !sheet.no_contact)
        .map(|(n, s)| {
            format!("('{n:05}', '{id}', '{}', '{}', 'keep', 'un mot {n}')", one.services[s.supplier].code, s.group)
        })
        .collect();
    values(&mut sql, "open_comments (key, campaign, supplier, client_group, question, body)", &comments);
    Ok(conn.batch_execute(&sql)?)
}

/// As stored: a question that was not asked is `null`.
fn json(sheet: &Sheet, questions: &[Asked]) -> String {
    let mut answers: BTreeMap<&String, serde_json::Value> = sheet
        .answers
        .iter()
        .map(|(code, said)| {
            let value = match said {
                Said::Value(value) => (*value).into(),
                Said::NotApplicable => "NA".into(),
                Said::Chosen(codes) => codes.clone().into(),
            };
            (code, value)
        })
        .collect();
    if !answers.is_empty() {
        let unasked = questions.iter().filter(|question| !question.is_asked(&sheet.answers));
        answers.extend(unasked.map(|question| (&question.code, serde_json::Value::Null)));
    }
    serde_json::to_string(&answers).expect("JSON")
}

/// Closes and publishes as the product does.
#[track_caller]
pub fn publish(w: &World, campaign: &Campaign) -> Campaign {
    assert!(schedule::close(&w.app, campaign).expect("a closing"));
    let again = w.again(campaign);
    assert!(again.is_published(), "{}: {}", again.code, again.stage);
    again
}

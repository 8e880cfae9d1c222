//! The words stories are told in: an organisation, a campaign, its mails, its answers, its end.

use std::collections::BTreeMap;

use actix_web::test::TestRequest;
use barometer::answering::draft::{Draft, Sheet};
use barometer::answering::sending::{self, Outcome};
use barometer::campaign::groups::Proposal;
use barometer::campaign::{self, Campaign, Invitation};
use barometer::clock::Day;
use barometer::db::Conn;
use barometer::db::ids::{CampaignId, PersonId, SupplierCode, sortable};
use barometer::doors::api::keys::Scope;
use barometer::doors::api::store as keys;
use barometer::error::Result;
use barometer::mail::{Message, send_due};
use barometer::organisation::{Person, Relation, RelationKind, Supplier, Unit, store as organisation};
use barometer::questionnaire::build::{Wanted, build};
use barometer::questionnaire::{Answer, Answers};
use barometer::render::Language;
use barometer::schedule;
use barometer::web::Role;
use diesel::prelude::*;

use super::{Reply, Visitor, World};

/// One row of a query whose only column is called `line`.
#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = diesel::sql_types::Text)]
    line: String,
}

/// The questions that [`World::supplier`] asks.
pub const ASKED: [&str; 4] = ["reception_1", "responsiveness_1", "overall", "keep"];

/// A person's id and address come from their unit: `prod_1`, `prod_2`…; the even ones read English.
pub fn person_id(unit: &str, number: usize) -> PersonId {
    PersonId(format!("{unit}_{number}"))
}

pub fn person(id: &str, unit: &str, language: Language) -> Person {
    Person {
        id: id.into(),
        person_id: None,
        email: format!("{id}@example.org"),
        name: format!("Personne {id}"),
        unit: unit.into(),
        language,
        active: true,
        until: None,
        away: false,
    }
}

/// A draft that answers `values` (by question code) about `supplier` and says nothing of the others.
pub fn about(supplier: &str, values: &[(&str, i32)]) -> Draft {
    let answers: Answers = values.iter().map(|(code, value)| ((*code).to_owned(), Answer::Value(*value))).collect();
    with_answers(supplier, answers)
}

pub fn with_answers(supplier: &str, answers: Answers) -> Draft {
    let sheet = Sheet { answers, texts: BTreeMap::new() };
    Draft {
        language: None,
        outside: false,
        chosen: Some(vec![supplier.into()]),
        sheets: BTreeMap::from([(SupplierCode::from(supplier), sheet)]),
        mirror: Sheet::default(),
        turns: 0,
    }
}

impl World {
    pub fn write<T: Send + 'static>(&self, work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static) -> T {
        self.app.db.write_now(work).expect("a write")
    }

    pub fn read<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> T {
        self.app.db.read_now(work).expect("a read")
    }

    /// What a query says in its column `line`.
    pub fn lines(&self, sql: &str) -> Vec<String> {
        self.read(|conn| {
            let rows: Vec<Line> = barometer::on_each!(conn, c => diesel::sql_query(sql).load(c))?;
            Ok(rows.into_iter().map(|row| row.line).collect())
        })
    }

    pub fn count(&self, table: &str) -> usize {
        self.lines(&format!("SELECT CAST(count(*) AS TEXT) AS line FROM {table}"))[0].parse().expect("a number")
    }

    /// Every row of every table, as text.
    pub fn dump(&self) -> Vec<String> {
        let postgres = self.backend == super::Backend::Postgres;
        let tables = self.lines(if postgres {
            "SELECT tablename::text AS line FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
        } else {
            "SELECT name AS line FROM sqlite_master WHERE type = 'table' ORDER BY 1"
        });
        let mut all = Vec::new();
        for table in tables {
            let row = if postgres {
                "t::text".to_owned()
            } else {
                let columns = self.lines(&format!("SELECT name AS line FROM pragma_table_info('{table}')"));
                columns.iter().map(|c| format!("quote({c})")).collect::<Vec<_>>().join(" || '|' || ")
            };
            let rows = self.lines(&format!("SELECT {row} AS line FROM {table} AS t ORDER BY 1"));
            all.extend(rows.into_iter().map(|row| format!("{table}: {row}")));
        }
        all
    }

    /// Units under one root, each with its people; heads work apart, in `staff`, which nobody serves.
    pub fn organisation(&self, units: &[(&'static str, usize)]) {
        let mut all = vec![
            Unit { code: "root".into(), name: "Maison".to_owned(), parent: None, active: true },
            Unit { code: "staff".into(), name: "Services".to_owned(), parent: None, active: true },
        ];
        let mut people = Vec::new();
        for (code, size) in units {
            let name = format!("Unité {code}");
            all.push(Unit { code: (*code).into(), name, parent: Some("root".into()), active: true });
            for number in 1..=*size {
                let language = if number % 2 == 0 { Language::En } else { Language::Fr };
                people.push(person(person_id(code, number).as_str(), code, language));
            }
        }
        self.write(move |conn| {
            organisation::insert_units(conn, &all)?;
            organisation::insert_people(conn, &people)
        });
    }

    /// One unit more under the root, with its people.
    pub fn organisation_more(&self, code: &'static str, size: usize) {
        let name = format!("Unité {code}");
        let unit = Unit { code: code.into(), name, parent: Some("root".into()), active: true };
        let people: Vec<Person> =
            (1..=size).map(|number| person(person_id(code, number).as_str(), code, Language::Fr)).collect();
        self.write(move |conn| {
            organisation::insert_units(conn, &[unit])?;
            organisation::insert_people(conn, &people)
        });
    }

    /// A service with a head (`head_<code>`) and a short questionnaire, serving everybody under the root.
    pub fn supplier(&self, code: &'static str) {
        self.supplier_asking(code, ASKED.iter().map(|code| Wanted::bank(code)).collect());
    }

    pub fn supplier_asking(&self, code: &'static str, questions: Vec<Wanted>) {
        let now = self.app.clock.now();
        let (fr, article, en) = match code {
            "it" => ("Informatique", "l'Informatique", "IT"),
            "hr" => ("Ressources humaines", "les Ressources humaines", "Human resources"),
            other => (other, other, other),
        };
        let supplier = Supplier {
            code: code.into(),
            names: barometer::render::Texts::both(fr.to_owned(), en.to_owned()),
            in_sentence: barometer::render::Texts::both(article.to_owned(), ""),
            unit: None,
            active: true,
        };
        self.write(move |conn| {
            organisation::insert_supplier(conn, &supplier)?;
            let head = PersonId(format!("head_{code}"));
            organisation::insert_people(conn, &[person(head.as_str(), "staff", Language::Fr)])?;
            organisation::grant(conn, &head, Role::Head, &code.into())?;
            build(conn, &code.into(), now, &questions)?;
            Ok(())
        });
        self.serves(code, "root");
    }

    /// A promise of the service as a whole, in force for as long as anybody asks: at most five days, felt by `question`.
    pub fn promise(&self, supplier: &'static str, code: &'static str, question: Option<&'static str>) {
        self.promise_from(supplier, (code, "2020-01-01"), (barometer::catalogue::Direction::AtMost, 5.0), question);
    }

    /// A further version where there is one already.
    pub fn promise_from(
        &self,
        supplier: &'static str,
        (code, since): (&'static str, &'static str),
        (direction, target): (barometer::catalogue::Direction, f64),
        question: Option<&'static str>,
    ) {
        use barometer::catalogue::{Commitment, Kind, Version, store};
        let now = self.app.clock.now();
        let today = self.app.today();
        self.write(move |conn| {
            let standing = store::promises(conn, &supplier.into())?;
            let before = standing.iter().find(|promise| promise.commitment.code == code);
            if before.is_none() {
                store::insert_commitment(
                    conn,
                    &Commitment {
                        supplier: supplier.into(),
                        code: code.to_owned(),
                        offering: None,
                        unit: None,
                        kind: Kind::Delay,
                        question: question.map(ToOwned::to_owned),
                        ended_on: None,
                    },
                )?;
            }
            let number = before.map_or(0, |promise| promise.versions.len());
            store::insert_version(
                conn,
                &Version {
                    id: sortable(now),
                    supplier: supplier.into(),
                    commitment: code.to_owned(),
                    version: i32::try_from(number).expect("few") + 1,
                    texts: barometer::render::Texts::both(format!("Promesse {code}"), format!("Promise {code}")),
                    target,
                    measured_in: barometer::render::Texts::both("jours", "days"),
                    direction,
                    since: Day::parse(since).expect("a day"),
                    made_on: today,
                    frozen: false,
                },
            )
        });
    }

    /// What was measured of it over the quarter of a campaign.
    pub fn measured(&self, campaign: &Campaign, supplier: &'static str, code: &'static str, value: f64, cases: i32) {
        use barometer::catalogue::{Measurement, store};
        let (campaign, day) = (campaign.id.clone(), self.app.today());
        self.write(move |conn| {
            let source = "GLPI".to_owned();
            let commitment = code.to_owned();
            let measurement = Measurement {
                supplier: supplier.into(),
                commitment,
                campaign,
                value,
                cases,
                source,
                day,
                person: None,
            };
            store::set_measurement(conn, &measurement)
        });
    }

    pub fn serves(&self, supplier: &'static str, unit: &'static str) {
        self.relates(supplier, unit, RelationKind::Serves);
    }

    pub fn relates(&self, supplier: &'static str, unit: &'static str, kind: RelationKind) {
        self.write(move |conn| {
            use barometer::db::schema::relations;
            let row = Relation { supplier: supplier.into(), unit: unit.into(), kind };
            diesel::insert_into(relations::table).values(&row).execute(conn)?;
            Ok(())
        });
    }

    /// A campaign from today on, for eleven days, with reminders after four and eight; one group for each unit.
    pub fn campaign(&self, code: &str, suppliers: &[&str]) -> Campaign {
        let today = self.app.today();
        let campaign = Campaign {
            closes_on: today.plus_days(11),
            // The stories that are not about waiting tell people at once.
            announce_days: 0,
            reminders: format!("[\"{}\",\"{}\"]", today.plus_days(4), today.plus_days(8)),
            ..Campaign::draft(CampaignId(sortable(self.app.clock.now())), code.to_owned(), today)
        };
        let (row, codes) = (campaign.clone(), suppliers.iter().map(|code| (*code).into()).collect());
        self.write(move |conn| {
            assert!(campaign::store::insert(conn, &row)?, "the code is free");
            campaign::store::set_suppliers(conn, &row.id, &codes)?;
            let groups: Vec<Proposal> = campaign::check::headcount(conn, &row, today)?
                .into_keys()
                .map(|unit| Proposal { code: unit.as_str().into(), name: format!("Groupe {unit}"), units: vec![unit] })
                .collect();
            campaign::store::set_groups(conn, &row.id, &groups)
        });
        campaign
    }

    /// Opens the campaign and gives it as it then stands.
    #[track_caller]
    pub fn open(&self, campaign: &Campaign) -> Campaign {
        if let Err(fault) = schedule::open(&self.app, campaign) {
            let today = self.app.today();
            panic!("{fault}: {:?}", self.read(|conn| campaign::check::lines(conn, campaign, today, Language::Fr)));
        }
        self.again(campaign)
    }

    pub fn again(&self, campaign: &Campaign) -> Campaign {
        self.read(|conn| campaign::store::campaign(conn, &campaign.id))
    }

    #[track_caller]
    pub fn close(&self, campaign: &Campaign) -> Campaign {
        assert!(schedule::close(&self.app, campaign).expect("a closing"));
        self.again(campaign)
    }

    /// Runs each recurring task once, whatever its next time.
    pub fn tick(&self) {
        for task in schedule::TASKS {
            (task.run)(&self.app).unwrap_or_else(|fault| panic!("{}: {fault}", task.name));
        }
    }

    pub async fn send_mail(&self) -> usize {
        send_due(&self.app, &self.transport, schedule::OFFICE).await.expect("the mails")
    }

    /// The mails that `address` received, earliest first.
    pub fn mails_to(&self, address: &str) -> Vec<Message> {
        let mails = self.mails.lock().expect("the mails");
        mails.iter().filter(|mail| mail.to_address == address).cloned().collect()
    }

    pub fn mail_to(&self, person: &PersonId) -> Message {
        self.mails_to(&format!("{person}@example.org")).pop().unwrap_or_else(|| panic!("no mail to {person}"))
    }

    pub fn invitation(&self, campaign: &Campaign, person: &PersonId) -> Invitation {
        self.read(|conn| campaign::store::invitation_of(conn, &campaign.id, person)).expect("an invitation")
    }

    /// The path of a person's link.
    pub fn link(&self, campaign: &Campaign, person: &PersonId) -> String {
        format!("/r/{}", self.invitation(campaign, person).token(&self.app.link_key))
    }

    /// A key of the interface that opens these and stands.
    pub fn key(&self, scopes: &[Scope]) -> String {
        let (now, scopes, ends) =
            (self.app.clock.now(), scopes.iter().copied().collect(), self.app.today().plus_days(90));
        self.write(move |conn| {
            let by = organisation::people(conn)?.remove(0).id;
            let (id, secret) = keys::make(conn, now, &by, "Essai", &scopes, ends)?;
            keys::agree(conn, now, &by, &id)?;
            Ok(secret)
        })
    }

    /// A request to the interface with this key.
    pub fn asks(&self, path: &str, key: &str) -> TestRequest {
        TestRequest::get().uri(&format!("/api/v1{path}")).insert_header(("authorization", format!("Bearer {key}")))
    }

    /// Sends `draft` as `person` without the pages, for the mass of answers.
    pub fn store_answers(&self, campaign: &Campaign, person: &PersonId, draft: Draft) -> Outcome {
        let (invitation, today) = (self.invitation(campaign, person), self.app.today());
        self.write(move |conn| sending::send(conn, &invitation, &draft, today))
    }
}

/// The path of the link in a mail.
pub fn link_in(mail: &Message) -> String {
    let links: Vec<&str> = mail.text.split_whitespace().filter(|word| word.contains("/r/")).collect();
    assert_eq!(links.len(), 1, "one link: {}", mail.text);
    links[0].strip_prefix("http://barometer.test").expect("the public address").to_owned()
}

impl Visitor {
    /// Ticks `services`, fills their pages in turn, sends; gives what the link shows then.
    pub async fn answers(&mut self, link: &str, services: &[&str], pages: &[&[(&str, &str)]]) -> Reply {
        let ticked: Vec<(&str, &str)> = services.iter().map(|code| ("service", *code)).collect();
        self.post(link, &ticked).await.location();
        for (place, fields) in pages.iter().enumerate() {
            let mut fields = fields.to_vec();
            fields.push(("go", "next"));
            let number = place + 1;
            self.post(&format!("{link}/{number}"), &fields).await.location();
        }
        self.post(&format!("{link}/sending"), &[]).await.location();
        self.get(link).await
    }

    pub async fn head(&mut self, path: &str) -> Reply {
        self.send(actix_web::test::TestRequest::default().method(actix_web::http::Method::HEAD).uri(path)).await
    }
}

/// Days from now, as a moment of nine o'clock in Paris.
pub fn nine_on(day: Day) -> String {
    format!("{day}T08:00:00Z")
}

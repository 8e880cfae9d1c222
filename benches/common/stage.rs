//! One service asking its questions of many people, in a campaign open from today.

use barometer::app::App;
use barometer::campaign::groups::Proposal;
use barometer::campaign::{Campaign, Invitation, store as campaigns};
use barometer::db::ids::{CampaignId, PersonId};
use barometer::db::schema::{invitations, outbox};
use barometer::mail::Profile;
use barometer::organisation::{Person, Relation, RelationKind, Unit, store as organisation};
use barometer::questionnaire::build::{Wanted, build};
use barometer::render::Language;
use barometer::schedule;
use barometer::web::Role;
use diesel::prelude::*;

use super::made;

/// People of one unit, and so of one group.
pub const UNIT: usize = 50;

fn person(id: String, unit: &str) -> Person {
    Person {
        email: format!("{id}@example.org"),
        name: format!("Personne {id}"),
        id: PersonId(id),
        person_id: None,
        unit: unit.into(),
        language: Language::Fr,
        active: true,
        away: false,
        until: None,
    }
}

/// Stages it for `people`, in units of fifty, with their invitations in the outbox.
pub fn stage(app: &App, people: usize, profile: Profile) {
    let (today, now) = (app.today(), app.clock.now());
    let campaign = Campaign {
        closes_on: today.plus_days(11),
        ..Campaign::draft(CampaignId("c".to_owned()), "load".to_owned(), today)
    };
    let row = campaign.clone();
    let units: Vec<String> = (0..people / UNIT).map(|number| format!("u{number}")).collect();
    let staged = app.db.write_now(move |conn| {
        let unit = |code: &str, parent: Option<&str>| Unit {
            code: code.into(),
            name: format!("Unité {code}"),
            parent: parent.map(Into::into),
            active: true,
        };
        let mut tree = vec![unit("root", None), unit("staff", Some("root")), unit("clients", Some("root"))];
        tree.extend(units.iter().map(|code| unit(code, Some("clients"))));
        organisation::insert_units(conn, &tree)?;
        let mut all = vec![person("head".to_owned(), "staff")];
        let places = units.iter().cycle().take(people).enumerate();
        all.extend(places.map(|(number, unit)| person(format!("p{number}"), unit)));
        organisation::insert_people(conn, &all)?;
        organisation::insert_supplier(conn, &made::supplier())?;
        organisation::grant(conn, &"head".into(), Role::Head, &"it".into())?;
        let serves = Relation { supplier: "it".into(), unit: "clients".into(), kind: RelationKind::Serves };
        organisation::set_relation(conn, &serves)?;
        build(conn, &"it".into(), now, &questions())?;
        campaigns::insert(conn, &row)?;
        campaigns::set_suppliers(conn, &row.id, &["it".into()].into())?;
        let group = |unit: String| Proposal {
            code: unit.as_str().into(),
            name: format!("Groupe {unit}"),
            units: vec![unit.as_str().into()],
        };
        campaigns::set_groups(conn, &row.id, &units.into_iter().map(group).collect::<Vec<_>>())?;
        profile.save(conn)
    });
    staged.expect("an organisation");
    assert_eq!(schedule::open(app, &campaign).expect("an open campaign"), people);
}

/// The links of everybody invited, as paths.
pub fn links(app: &App) -> Vec<String> {
    let invitations: Vec<Invitation> = app
        .db
        .read_now(|conn| Ok(invitations::table.select(Invitation::as_select()).load(conn)?))
        .expect("invitations");
    invitations.iter().map(|invitation| format!("/r/{}", invitation.token(&app.link_key))).collect()
}

/// Takes the invitations' mails away, for programs that measure something else.
pub fn without_mails(app: &App) {
    app.db.write_now(|conn| Ok(diesel::delete(outbox::table).execute(conn)?)).expect("no mails");
}

fn questions() -> Vec<Wanted> {
    let question = |number: usize| {
        let (code, fr, en) = (format!("own_{number}"), format!("La question {number}"), format!("Question {number}"));
        Wanted::Own(Box::new(made::question(&code, &fr, &en)))
    };
    (0..super::questions()).map(question).collect()
}

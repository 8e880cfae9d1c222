//! Every surface of a published campaign for every role: what it shows must come from the publication alone. Everything
//! else is falsified in the database, and not a byte may change.

use std::collections::BTreeMap;

use barometer::campaign::Campaign;
use barometer::db::ids::{ActionId, sortable};
use barometer::db::schema::outbox;
use barometer::mail::outbox::Row as Mail;
use barometer::progress::{self, Action};
use barometer::schedule;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use super::attack::Row;
use super::organisation::{Organisation, STAFF};
use crate::world::{Visitor, World};

/// Who reads: the head of the first supplier, of the last one, the moderator, then HR, direction, reader, admin, who
/// speaks for a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Anybody,
    Head,
    OtherHead,
    Moderator,
    Hr,
    Direction,
    Reader,
    Admin,
    Representative,
}

use Role::{Admin, Anybody, Direction, Head, Hr, Moderator, OtherHead, Reader, Representative};

const STAFFED: &[Role] = &[Head, OtherHead, Moderator, Hr, Direction, Reader, Admin, Representative];
const READ: &[Role] = &[Head, OtherHead, Moderator, Hr, Direction, Reader, Representative];

/// A new surface is a line here. `{s}` each supplier, `{c}` the campaign's code, `{id}` its key, `{a}` each action,
/// `{f}` each feedback page, `{r}` each link, `{u}` the unit of the representative.
const SURFACES: &[(&str, &[Role])] = &[
    // First: what follows writes lines of its own here.
    ("/exports", &[Hr]),
    ("/", STAFFED),
    ("/results", STAFFED),
    ("/results/{s}", READ),
    ("/results/{s}/{c}", READ),
    ("/results/{s}/{c}/detail", READ),
    ("/results/{s}/{c}/paper", READ),
    ("/results/{s}/{c}/team", READ),
    ("/results/{s}/{c}/mirror", &[Head, OtherHead, Direction]),
    ("/results/{s}/{c}/charts/distribution.svg", READ),
    ("/results/{s}/{c}/charts/dimensions.svg", READ),
    ("/results/{s}/{c}/charts/trend.svg", READ),
    ("/results/{s}/{c}/charts/matrix.svg", READ),
    ("/results?wave={c}&change=proved&q=a", READ),
    ("/overview/{c}/paper", READ),
    ("/overview/{c}/charts/standings.svg", READ),
    ("/overview/{c}/charts/participation.svg", READ),
    ("/relations", STAFFED),
    ("/relations?subject=reception", READ),
    ("/relations/{s}/{u}", STAFFED),
    ("/relations/{s}/{u}/agreement", READ),
    ("/relations/{s}/{u}/guide", READ),
    ("/catalogue/{s}", &[Anybody, Head]),
    ("/catalogue/{s}/measurements?campaign={c}", &[Head, Hr]),
    ("/actions/{s}/new?campaign={c}&commitment=p0", &[Head, OtherHead]),
    ("/exports/{c}/commitments.csv", &[Hr]),
    // Released texts are a person's decision, outside the publication and its fingerprint; here none is released, and the
    // page must say so whatever the originals hold. The moderator's queue shows originals: it is no surface of results.
    ("/results/{s}/{c}/comments", READ),
    ("/comments", &[Moderator]),
    ("/method", &[Head, Hr]),
    ("/method/definitions.csv", &[Head]),
    ("/actions", STAFFED),
    ("/actions?view=list", &[Head, Hr]),
    ("/actions/{a}", READ),
    ("/actions/{a}/edit", &[Head, OtherHead]),
    ("/actions/{s}/new?campaign={c}&subject=overall", &[Head, OtherHead]),
    ("/actions/{s}/new?campaign={c}&subject=reception", &[Head, OtherHead]),
    ("/questionnaires/{s}/comparison", &[Head, Hr]),
    ("/campaigns", &[Hr]),
    ("/campaigns/{id}", &[Hr]),
    ("/campaigns/{id}/groups", &[Hr]),
    ("/campaigns/{id}/invited", &[Hr]),
    ("/campaigns/{id}/unreached", &[Hr]),
    ("/exports/{c}/indicators.csv", &[Hr, Direction]),
    ("/exports/{c}/indicators.csv?profile=excel-fr", &[Hr]),
    ("/exports/{c}/participation.csv", &[Hr]),
    ("/exports/{c}/participation.csv?profile=excel-fr", &[Hr]),
    ("/exports/{c}/workbook.xlsx", &[Hr]),
    ("/exports/{c}/table.csv", &[Hr]),
    ("/exports/{c}/table.csv?profile=excel-fr", &[Hr]),
    ("/exports/{c}/plan.csv", &[Hr]),
    ("/exports/{c}/comments.csv", &[Hr]),
    ("/exports/{c}/responses.csv", &[Hr]),
    ("/exports/{c}/responses_long.csv", &[Hr]),
    ("/exports/{c}/codebook.csv", &[Hr]),
    ("/f/{f}", &[Anybody]),
    ("/r/{r}", &[Anybody]),
    ("/r/{r}/check", &[Anybody]),
    ("/r/{r}/group", &[Anybody]),
    ("/r/{r}/1", &[Anybody]),
];

/// What stands beside the publication, made nonsense. Figures that are hidden get values nobody may ever read.
const NONSENSE: &str = "
    UPDATE responses SET answers = '{\"overall\":1}', client_group = 'g0', no_contact = FALSE;
    UPDATE comments SET body = 'NONSENSE', client_group = 'g0';
    INSERT INTO open_responses (key, campaign, supplier, client_group, no_contact, answers)
        SELECT 'x' || key, campaign, supplier, 'g1', FALSE, '{\"overall\":5}' FROM responses;
    INSERT INTO open_comments (key, campaign, supplier, client_group, question, body)
        SELECT 'x' || key, campaign, supplier, 'g1', 'keep', 'NONSENSE' FROM responses;
    UPDATE mirrors SET answers = '{\"overall\":1}';
    INSERT INTO open_mirrors (key, campaign, supplier, answers)
        SELECT 'x' || key, campaign, supplier, '{\"overall\":5}' FROM mirrors;
    UPDATE decisions SET reason = 'NONSENSE' WHERE shown = FALSE;
    UPDATE moments SET scores = '[[1.0,99]]';
    INSERT INTO answered (invitation) SELECT id FROM invitations;
    INSERT INTO drafts (invitation, sealed_text) SELECT id, 'NONSENSE' FROM invitations;
    UPDATE client_groups SET sendings = 9876;
    UPDATE campaign_suppliers SET complete = 9876, partial = 9876;
    UPDATE figures SET value = 98.76, low = 98.76, high = 98.76, n = 9876, word = 'NONSENSE' WHERE shown = FALSE;
    DELETE FROM audit_log;
";

/// The words and numbers above, as any surface would write them.
const NEVER: [&str; 5] = ["NONSENSE", "9876", "98.76", "98,76", "98.8"];

pub struct Walk {
    visitors: BTreeMap<Role, Visitor>,
    paths: Vec<(Role, String)>,
}

/// An action of the first supplier that starts from its figure, where there is one, and one of the last that does not.
fn actions(w: &World, one: &Organisation, campaign: &Campaign) -> Vec<String> {
    let (first, last) = (&one.services[0].code, &one.services[one.services.len() - 1].code);
    let now = w.app.clock.now();
    [first, last]
        .into_iter()
        .map(|code| {
            let (code, wave) = (code.clone(), campaign.code.clone());
            let due = w.app.today().plus_days(30);
            w.write(move |conn| {
                let head = format!("head_{code}");
                let id = ActionId(sortable(now));
                let bare = Action::proposed(id.clone(), code.as_str().into(), head.as_str().into(), due);
                let bare = Action { title: "Titre".to_owned(), finding: "Constat".to_owned(), ..bare };
                let origin = progress::store::origin(conn, &code.as_str().into(), &wave, "overall").ok();
                let action = origin.map_or(bare.clone(), |origin| bare.starting_from(origin));
                progress::store::create(conn, action, &head.as_str().into(), now)?;
                Ok(id.0)
            })
        })
        .collect()
}

impl Walk {
    pub async fn new(w: &World, one: &Organisation, campaign: &Campaign) -> Self {
        let mut visitors = BTreeMap::from([(Anybody, w.visitor().await)]);
        let (first, last) = (&one.services[0].code, &one.services[one.services.len() - 1].code);
        let mut staff = vec![
            (Head, format!("head_{first}")),
            (OtherHead, format!("head_{last}")),
            (Moderator, format!("momo_{first}")),
        ];
        staff.extend([Hr, Direction, Reader, Admin].into_iter().zip(STAFF.map(|(id, _)| id.to_owned())));
        staff.push((Representative, super::promises::SPEAKS.to_owned()));
        for (role, id) in staff {
            visitors.insert(role, w.signed_in(&id.as_str().into()).await);
        }
        let links = w.read(|conn| {
            use barometer::db::schema::invitations;
            let ids: Vec<barometer::db::ids::PersonId> = invitations::table
                .filter(invitations::campaign.eq(&campaign.id))
                .order(invitations::id)
                .select(invitations::person)
                .load(conn)?;
            Ok(ids)
        });
        let feedback: Vec<String> = one
            .groups
            .keys()
            .map(|group| {
                progress::feedback::path(&w.app, &campaign.id, &group.as_str().into())["/f/".len()..].to_owned()
            })
            .collect();
        let keys = BTreeMap::from([
            ("{s}", one.services.iter().map(|service| service.code.clone()).collect()),
            ("{a}", actions(w, one, campaign)),
            ("{f}", feedback),
            ("{r}", links.iter().map(|person| w.link(campaign, person)["/r/".len()..].to_owned()).collect::<Vec<_>>()),
        ]);
        let mut paths = Vec::new();
        for (path, roles) in SURFACES {
            let path = path.replace("{c}", &campaign.code).replace("{id}", campaign.id.as_str());
            let path = path.replace("{u}", &super::promises::unit(one));
            let each = match keys.iter().find(|(mark, _)| path.contains(**mark)) {
                Some((mark, values)) => values.iter().map(|value| path.replace(mark, value)).collect(),
                None => vec![path],
            };
            paths.extend(roles.iter().flat_map(|role| each.iter().map(|path| (*role, path.clone()))));
        }
        // By surface, so that the list of exports comes before any export.
        Self { visitors, paths }
    }

    /// Every surface as it stands: status, where it leads, bytes.
    pub async fn see(&mut self, w: &World) -> BTreeMap<String, String> {
        let mut seen = BTreeMap::new();
        for (role, path) in &self.paths {
            let visitor = self.visitors.get_mut(role).expect("a visitor");
            let reply = visitor.get(path).await;
            let to = if reply.status.is_redirection() { reply.location() } else { String::new() };
            let cookie = visitor.cookies.get("session").cloned().unwrap_or_default();
            let csrf = w.app.link_key.token("csrf", &cookie);
            let text = reply.text().replace(&csrf, "CSRF");
            seen.insert(format!("{role:?} {path}"), format!("{} {to}\n{text}", reply.status));
        }
        seen.extend(mails(w));
        seen
    }
}

fn mails(w: &World) -> BTreeMap<String, String> {
    let rows: Vec<Mail> = w.read(|conn| Ok(outbox::table.order(outbox::id).select(Mail::as_select()).load(conn)?));
    assert!(!rows.is_empty(), "nobody gets a mail");
    let render = |row: &Mail| w.read(|conn| schedule::render(&w.app, conn, row));
    rows.iter()
        .map(|row| (format!("mail {} {}", row.kind.as_str(), row.person), format!("{:?}", render(row))))
        .collect()
}

/// Walks twice, with nonsense in between; gives how many surfaces were seen open and what is wrong.
pub async fn compare(w: &World, one: &Organisation, campaign: &Campaign) -> (usize, Vec<String>, String) {
    let mut walk = Walk::new(w, one, campaign).await;
    let before = walk.see(w).await;
    w.write(|conn| Ok(conn.batch_execute(NONSENSE)?));
    // A page that was made before would hide what it reads.
    for kept in [&w.app.results, &w.app.pages, &w.app.kept] {
        kept.forget();
    }
    let after = walk.see(w).await;
    let mut wrong = Vec::new();
    for (surface, text) in &before {
        let now = &after[surface];
        if text != now {
            let at = text.lines().zip(now.lines()).find(|(a, b)| a != b);
            wrong.push(format!("seed {}: {surface} shows more than the publication: {at:?}", one.seed));
        }
        // Digests in addresses may hold any digits.
        let words = now.split(['"', '<', '>', ' ', ',']).filter(|word| !word.contains('/') && word.len() < 20);
        if let Some(word) = words.into_iter().find(|word| NEVER.contains(word)) {
            wrong.push(format!("seed {}: {surface} says {word}", one.seed));
        }
    }
    let open = before.values().filter(|text| text.starts_with("200") || text.starts_with("303")).count();
    let tidy = &before[&format!("Hr /exports/{}/indicators.csv", campaign.code)];
    (open, wrong, tidy.split_once('\n').map_or(String::new(), |(_, text)| text.to_owned()))
}

/// What the walk would miss if it did not look: the surfaces that change when a figure does.
pub async fn change_with_figures(w: &World, one: &Organisation, campaign: &Campaign) -> Vec<String> {
    let mut walk = Walk::new(w, one, campaign).await;
    let before = walk.see(w).await;
    // Other figures have another fingerprint: pages of what was published are kept under it.
    let falsify = "UPDATE figures SET value = value / 2, n = n + 1000 WHERE shown = TRUE; DELETE FROM audit_log; \
                   UPDATE publications SET fingerprint = 'false'";
    w.write(|conn| Ok(conn.batch_execute(falsify)?));
    let after = walk.see(w).await;
    before.into_iter().filter(|(surface, text)| after[surface] != *text).map(|(surface, _)| surface).collect()
}

/// The shown rows of the tidy file and of the publication are the same, but for the two that have no name there.
pub fn tidy_faults(one: &Organisation, tidy: &str, rows: &[Row]) -> Vec<String> {
    type Line = (String, Option<f64>, String, Option<f64>, Option<f64>, Option<i32>);
    let key = |parts: [&str; 4]| parts.join("/");
    let mut told: Vec<Line> = Vec::new();
    let mut reader = csv::Reader::from_reader(tidy.trim_start_matches('\u{feff}').as_bytes());
    for line in reader.deserialize::<BTreeMap<String, String>>() {
        let line = line.expect("a line");
        let number = |name: &str| line[name].parse::<f64>().ok();
        let carries = ["value", "low", "high", "n", "word"].iter().any(|name| !line[*name].is_empty());
        if !["1", "true", "yes"].contains(&line["shown"].as_str()) {
            if carries {
                return vec![format!("seed {}: a hidden line of the file carries {line:?}", one.seed)];
            }
            continue;
        }
        assert!(number("value").is_some() || line["value"].is_empty(), "a value is a number: {line:?}");
        let name = key([&line["supplier"], &line["group"], &line["subject"], &line["indicator"]]);
        told.push((name, number("value"), line["word"].clone(), number("low"), number("high"), line["n"].parse().ok()));
    }
    let mut stored: Vec<Line> = rows
        .iter()
        .filter(|row| row.shown && !row.indicator.starts_with("weighted_"))
        .map(|row| {
            let name = key([&row.supplier, &row.group, &row.subject, &row.indicator]);
            (name, row.value, row.word.clone().unwrap_or_default(), row.low, row.high, row.n)
        })
        .collect();
    let by_name = |a: &Line, b: &Line| a.0.cmp(&b.0);
    told.sort_by(by_name);
    stored.sort_by(by_name);
    if told == stored {
        return Vec::new();
    }
    let first = told.iter().zip(&stored).find(|(a, b)| a != b);
    vec![format!("seed {}: the file has {} lines, the publication {}: {first:?}", one.seed, told.len(), stored.len())]
}

//! GET /relations: services in rows, client groups in columns, what each group says of each service as it was published.
//! By name, never by value: no league table. No verdict stands at a group.

use std::collections::BTreeMap;

use actix_web::HttpRequest;
use serde::Serialize;

use crate::aggregation::figure::{ALL, Figure};
use crate::aggregation::store as publications;
use crate::app::Settings;
use crate::campaign::{Campaign, CampaignSupplier, comparison, store as campaigns};
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, SupplierCode, UnitCode};
use crate::error::{Error, Result};
use crate::organisation::{Supplier, Tree, store as organisation};
use crate::questionnaire::{self, OVERALL, store as questionnaires};
use crate::render::Page;
use crate::results::drawings;
use crate::results::pages::kept;
use crate::results::rows::{MapCell as Cell, MapColumn as Column, MapLine as Row, Share};
use crate::web::{self, Answer, Role, Staff, Who};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
pub struct MapPage {
    /// Its code; none where nothing is published.
    wave: Option<String>,
    waves: Vec<String>,
    subject: String,
    /// Code and name, overall first.
    subjects: Vec<(String, String)>,
    columns: Vec<Column>,
    rows: Vec<Row>,
    /// The reader sees what groups say.
    by_group: bool,
    /// The reader sees what all clients of some service say.
    totals: bool,
    svg: Option<String>,
    /// Relations that this person speaks for or answers to, whatever was published.
    own: Vec<(String, String)>,
}

impl Page for MapPage {
    const TEMPLATE: &'static str = "relations/map.html";
}

/// Which cells somebody may read.
struct Reach {
    all: bool,
    totals: bool,
    headed: Vec<SupplierCode>,
    /// The groups of the units this person speaks for, and of a head's own.
    groups: Vec<GroupCode>,
}

impl Reach {
    fn of(who: &Who, group_of: &BTreeMap<UnitCode, GroupCode>) -> Self {
        let mut units = who.represented();
        if who.has(Role::Head) {
            units.push(who.unit.clone());
        }
        let groups = units.iter().filter_map(|unit| group_of.get(unit)).cloned().collect();
        Self { all: who.reads_groups(), totals: who.reads_all(), headed: who.headed(), groups }
    }

    fn row(&self, supplier: &SupplierCode) -> bool {
        self.all || self.totals || self.headed.contains(supplier) || !self.groups.is_empty()
    }

    /// The service's figures for all clients.
    fn total(&self, supplier: &SupplierCode) -> bool {
        self.all || self.totals || self.headed.contains(supplier)
    }

    fn cell(&self, supplier: &SupplierCode, group: &GroupCode) -> bool {
        self.all || self.headed.contains(supplier) || self.groups.contains(group)
    }

    fn column(&self, group: &GroupCode) -> bool {
        self.all || !self.headed.is_empty() || self.groups.contains(group)
    }
}

/// The unit of a group that the others of it stand under, or the first by name.
fn unit_of(units: &[UnitCode], tree: &Tree) -> Option<UnitCode> {
    let highest = |unit: &&UnitCode| tree.upwards(unit).len();
    units.iter().min_by_key(|unit| (highest(unit), (*unit).clone())).cloned()
}

fn cell(figures: &BTreeMap<(SupplierCode, GroupCode), Figure>, supplier: &SupplierCode, group: &str) -> Cell {
    let Some(figure) = figures.get(&(supplier.clone(), GroupCode::from(group))) else { return Cell::default() };
    let share = Share::of(Some(figure));
    Cell { served: true, side: share.as_ref().and_then(Share::side), share, ..Cell::default() }
}

/// All that the page depends on: what was published never changes, who may see what of it, names and the tree do.
#[derive(Debug)]
#[expect(dead_code, reason = "read by being written out: the key of what is kept")]
struct About {
    asked: Option<String>,
    subject: String,
    reads: (bool, bool, Vec<SupplierCode>, Vec<UnitCode>, Option<UnitCode>),
    published: Vec<(CampaignId, String)>,
    names: String,
    units: Vec<(UnitCode, Option<UnitCode>)>,
    own: Vec<(String, String)>,
}

impl About {
    fn read(conn: &mut Conn, who: &Who, asked: Option<String>, subject: String) -> Result<Self> {
        let waves: Vec<CampaignId> = campaigns::published(conn)?.into_iter().map(|wave| wave.id).collect();
        let tree = organisation::tree(conn)?;
        let unit = Some(who.unit.clone()).filter(|_| who.has(Role::Head));
        Ok(Self {
            asked,
            subject,
            reads: (who.reads_all(), who.reads_groups(), who.headed(), who.represented(), unit),
            published: publications::fingerprints(conn, &waves)?.into_iter().collect(),
            names: Settings::load(conn)?.suppliers_mark,
            units: tree.units().map(|unit| (unit.code.clone(), unit.parent.clone())).collect(),
            own: own(conn, who, &tree)?,
        })
    }
}

fn read(conn: &mut Conn, who: &Who, about: &About) -> Result<MapPage> {
    let (asked, subject) = (about.asked.as_deref(), about.subject.as_str());
    let waves = campaigns::published(conn)?;
    let tree = organisation::tree(conn)?;
    let campaign: Option<&Campaign> = match asked {
        Some(code) => Some(waves.iter().find(|wave| wave.code == code).ok_or(Error::NotFound)?),
        None => waves.last(),
    };
    let mut page = MapPage {
        wave: campaign.map(|wave| wave.code.clone()),
        waves: waves.iter().rev().map(|wave| wave.code.clone()).collect(),
        subject: subject.to_owned(),
        subjects: Vec::new(),
        columns: Vec::new(),
        rows: Vec::new(),
        by_group: false,
        totals: false,
        svg: None,
        own: about.own.clone(),
    };
    let Some(campaign) = campaign else { return Ok(page) };
    let composition = comparison::of_campaign(conn, &campaign.id)?;
    let mut group_of: BTreeMap<UnitCode, GroupCode> = BTreeMap::new();
    let mut units_of: BTreeMap<String, Vec<UnitCode>> = BTreeMap::new();
    for (group, (units, _)) in &composition {
        for unit in units {
            let unit = UnitCode::from(unit.as_str());
            group_of.insert(unit.clone(), GroupCode::from(group.as_str()));
            units_of.entry(group.clone()).or_default().push(unit);
        }
    }
    let reach = Reach::of(who, &group_of);
    let services = campaigns::services(conn, &campaign.id)?;
    let versions: Vec<_> = services.iter().filter_map(|(part, _)| part.questionnaire.clone()).collect();
    let questions = questionnaires::questions_of(conn, &versions)?;
    for dimension in questions.values().flat_map(|list| questionnaire::measured(list)) {
        if !page.subjects.iter().any(|(code, _)| *code == dimension.code) {
            page.subjects.push((dimension.code.clone(), dimension.label(who.language).to_owned()));
        }
    }
    page.subjects.sort_by(|a, b| a.1.cmp(&b.1));
    if subject != OVERALL && !page.subjects.iter().any(|(code, _)| code == subject) {
        return Err(Error::NotFound);
    }
    let figures: BTreeMap<(SupplierCode, GroupCode), Figure> =
        publications::across_groups(conn, &campaign.id, subject)?
            .into_iter()
            .map(|figure| ((figure.supplier.clone(), figure.client_group.clone()), figure))
            .collect();
    let mut groups = campaigns::client_groups(conn, &campaign.id)?;
    groups.retain(|group| reach.column(&group.code));
    groups.sort_by_key(|group| group.name.to_lowercase());
    let changes = publications::side_by_side(conn, &[&campaign.id], &[subject], &["change_verdict"])?;
    let column = |group: &crate::campaign::ClientGroup| Column {
        unit: units_of.get(group.code.as_str()).and_then(|units| unit_of(units, &tree)),
        code: group.code.0.clone(),
        name: group.name.clone(),
    };
    page.columns = groups.iter().map(column).collect();
    page.by_group = reach.all || !reach.headed.is_empty() || !reach.groups.is_empty();
    let readable = |(part, supplier): &&(_, Supplier)| {
        let part: &CampaignSupplier = part;
        reach.row(&supplier.code) && (!part.small_team || who.reads_groups_of(&supplier.code))
    };
    for (_, supplier) in services.iter().filter(readable) {
        let code = &supplier.code;
        let total = reach.total(code);
        let change =
            changes.get(&(campaign.id.clone(), code.clone())).and_then(|own| own.word(subject, "change_verdict"));
        let cells = page.columns.iter().map(|column| {
            let group = GroupCode::from(column.code.as_str());
            let read = reach.cell(code, &group);
            let barred = Cell { barred: true, ..Cell::default() };
            let one = if read { cell(&figures, code, &column.code) } else { barred };
            let opens =
                one.served && column.unit.as_ref().is_some_and(|unit| crate::relations::may_read(who, code, unit));
            Cell { opens, ..one }
        });
        page.rows.push(Row {
            cells: cells.collect(),
            supplier: code.clone(),
            name: supplier.name(who.language).to_owned(),
            whole: if total { cell(&figures, code, ALL) } else { Cell { barred: true, ..Cell::default() } },
            change: change.filter(|_| total).map(ToOwned::to_owned),
        });
    }
    page.rows.sort_by_key(|row| row.name.to_lowercase());
    page.totals = page.rows.iter().any(|row| !row.whole.barred);
    let drawn = || drawings::map(&page.columns, &page.rows, page.totals, who.language);
    page.svg = if page.by_group { drawn() } else { None };
    Ok(page)
}

/// Path and name of each relation that this person writes in.
fn own(conn: &mut Conn, who: &Who, tree: &Tree) -> Result<Vec<(String, String)>> {
    let serving = organisation::serving(conn)?;
    let suppliers = organisation::suppliers(conn)?;
    let mut list = Vec::new();
    for unit in who.represented().iter().filter_map(|code| tree.get(code)) {
        for supplier in suppliers.iter().filter(|one| one.active && serving.serves(&one.code, &unit.code)) {
            let name = format!("{} – {}", supplier.name(who.language), unit.name);
            list.push((format!("/relations/{}/{}", supplier.code, unit.code), name));
        }
    }
    Ok(list)
}

/// GET /relations?wave=2026-Q3&subject=clarity
pub async fn show(req: HttpRequest, Staff(who): Staff) -> Answer {
    if !who.reads_all() && !who.has(Role::Head) && !who.has(Role::Unit) {
        return Err(Error::Forbidden);
    }
    let app = web::app(&req)?;
    let asked = web::query(&req, "wave").filter(|code| !code.is_empty());
    let subject = web::query(&req, "subject").filter(|code| !code.is_empty()).unwrap_or_else(|| OVERALL.to_owned());
    let (inside, reader) = (app.clone(), who.clone());
    let blocks = app
        .db
        .read(move |conn| {
            let about = About::read(conn, &reader, asked, subject)?;
            kept(&inside, reader.language, &about, || read(conn, &reader, &about))
        })
        .await?;
    web::page(&req, &app, &who, &*blocks).await
}

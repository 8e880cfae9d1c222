//! GET /relations/{supplier}/{unit}: both directions on one page, needs and promises first, figures below.

use actix_web::HttpRequest;
use serde::Serialize;

use super::{Named, Sides, sides};
use crate::aggregation::figure::Figure;
use crate::aggregation::store as publications;
use crate::campaign::promised::Promised;
use crate::campaign::{comparison, store as campaigns};
use crate::catalogue::{Verdict, store as catalogue};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{SupplierCode, UnitCode};
use crate::error::{Result, Say};
use crate::organisation::{Supplier, Unit, store as organisation};
use crate::progress::store as plan;
use crate::questionnaire::{self, OVERALL, store as questionnaires};
use crate::relations::{Hands, Kind, Noticed, Point, Side, State, may_read, store};
use crate::render::{Page, Texts, words};
use crate::results::pages::PlanLine;
use crate::results::rows::Share;
use crate::web::{self, Answer, Seen, Staff, Who};

#[cfg(debug_assertions)]
mod samples;

/// A point as somebody reads it, with what they may do.
#[derive(Debug, Clone, Serialize)]
pub struct PointView {
    id: String,
    kind: Kind,
    side: Option<Side>,
    words: String,
    noticed: Noticed,
    state: State,
    answer: String,
    made_on: Day,
    answered_on: Option<Day>,
    /// Said of the service as a whole.
    whole: bool,
    answers: bool,
    edits: bool,
    seen: Seen,
    /// What was typed and could not be saved: an answer with its state, or other words.
    typed: Typed,
    /// Where it becomes a commitment, for whoever heads the service.
    promise: String,
    fault: Option<Say>,
}

/// What was typed of a point that stands.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Typed {
    pub state: Option<State>,
    pub answer: Option<String>,
    pub words: Option<String>,
}

/// What is promised today, and what the latest quarter says of it.
#[derive(Debug, Clone, Serialize)]
pub struct Promise {
    text: Texts,
    verdict: Option<&'static str>,
    /// Where the reader changes it.
    edit: Option<String>,
}

/// What one group says of one service.
#[derive(Debug, Clone, Serialize)]
pub struct Said {
    pub service: String,
    /// Where its relation is.
    pub href: String,
    pub wave: String,
    pub group: String,
    /// The group is of several units.
    pub several: bool,
    pub rows: Vec<(String, Option<Share>)>,
}

/// What was typed of a new point.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TypedPoint {
    pub kind: String,
    pub side: String,
    pub noticed: String,
    pub words: String,
    pub fault: Option<Say>,
}

#[derive(Debug, Clone, Serialize)]
pub struct RelationPage {
    href: String,
    supplier: SupplierCode,
    service: String,
    unit: UnitCode,
    client: String,
    /// One side is no longer there: it is read, and nothing is written.
    past: bool,
    hands: Hands,
    heads: bool,
    sides: Vec<Side>,
    noticing: Vec<Noticed>,
    kinds: &'static [Kind],
    states: Vec<State>,
    points: Vec<PointView>,
    promises: Vec<Promise>,
    client_promises: Vec<Promise>,
    said: Option<Said>,
    /// What the service's own unit says of the client, where that serves back.
    back: Option<Said>,
    actions: Vec<PlanLine>,
    agreements: Vec<(String, Day)>,
    typed: TypedPoint,
}

impl Page for RelationPage {
    const TEMPLATE: &'static str = "relations/relation.html";
}

impl RelationPage {
    #[must_use]
    pub fn with_typed(self, typed: TypedPoint) -> Self {
        Self { typed, ..self }
    }

    /// With what is wrong beside the point of this key, and what was typed; `seen` where somebody else saved meanwhile.
    #[must_use]
    pub fn with_fault(mut self, point: &str, typed: &Typed, fault: &Say, seen: Option<Seen>) -> Self {
        for view in self.points.iter_mut().filter(|view| view.id == point) {
            view.fault = Some(fault.clone());
            view.typed = typed.clone();
            view.seen = seen.clone().unwrap_or_else(|| view.seen.clone());
        }
        self
    }
}

/// What the other side may say of a point.
pub const ANSWERS: [State; 4] = [State::Accepted, State::Adapted, State::Refused, State::Settled];

fn point_view(point: Point, hands: &Hands) -> Result<PointView> {
    let query = serde_urlencoded::to_string([("text", &point.words)]).unwrap_or_default();
    Ok(PointView {
        seen: Seen::of(&point)?,
        answers: point.is_answered_by(hands),
        edits: point.is_edited_by(hands),
        promise: format!("/catalogue/{}/commitments/new?{query}", point.supplier),
        whole: point.unit.is_none(),
        id: point.id,
        kind: point.kind,
        side: point.side,
        words: point.words,
        noticed: point.noticed,
        state: point.state,
        answer: point.answer,
        made_on: point.made_on,
        answered_on: point.answered_on,
        fault: None,
        typed: Typed::default(),
    })
}

/// What the group of `unit` said of `supplier` in the latest publication that has the service; nothing where it was not
/// asked.
fn said(conn: &mut Conn, who: &Who, supplier: &Supplier, unit: &UnitCode) -> Result<Option<Said>> {
    let language = who.language;
    let waves = match who.reads_groups_of(&supplier.code) {
        true => campaigns::published_of(conn, &supplier.code)?,
        false => campaigns::published_to_all(conn, &supplier.code)?,
    };
    let Some((campaign, version)) = waves.into_iter().next_back() else { return Ok(None) };
    let composition = comparison::of_campaign(conn, &campaign.id)?;
    let Some((group, (units, _))) = composition.iter().find(|(_, (units, _))| units.contains(unit.as_str())) else {
        return Ok(None);
    };
    let names = campaigns::client_groups(conn, &campaign.id)?;
    let name = names.into_iter().find(|one| one.code.as_str() == group).map(|one| one.name).unwrap_or_default();
    let figures = publications::listed(conn, &campaign.id, &supplier.code, &[group.as_str().into()])?;
    let questions = questionnaires::questions(conn, &version)?;
    let named =
        questionnaire::measured(&questions).into_iter().map(|one| (one.code.clone(), one.label(language).to_owned()));
    let overall = (OVERALL.to_owned(), words::say(language, &Say::new("overview-overall")));
    let of = |code: &str| -> Option<&Figure> {
        figures.iter().find(|figure| figure.subject == code && figure.indicator == "satisfied")
    };
    let rows: Vec<(String, Option<Share>)> = std::iter::once(overall)
        .chain(named)
        .filter_map(|(code, name)| Some((name, Share::of(Some(of(&code)?)))))
        .collect();
    Ok((!rows.is_empty()).then(|| Said {
        service: supplier.name(language).to_owned(),
        href: format!("/relations/{}/{unit}", supplier.code),
        wave: campaign.code,
        several: units.len() > 1,
        group: name,
        rows,
    }))
}

/// The promises that count today, the service's or the client's.
pub(super) fn promised(
    conn: &mut Conn,
    supplier: &SupplierCode,
    unit: Option<&UnitCode>,
    today: Day,
) -> Result<Vec<(String, catalogue::Promise)>> {
    let list = catalogue::promises(conn, supplier)?.into_iter();
    let mine = list.filter(|one| one.commitment.unit.as_ref() == unit && one.commitment.stands(today));
    Ok(mine.filter(|one| one.on(today).is_some()).map(|one| (one.commitment.code.clone(), one)).collect())
}

pub(super) fn view(conn: &mut Conn, who: &Who, named: &Named, today: Day) -> Result<RelationPage> {
    let Sides { supplier, unit, hands, past } = sides(conn, who, named)?;
    let points = store::points(conn, &supplier.code, &unit.code)?;
    let points: Result<Vec<PointView>> = points.into_iter().map(|point| point_view(point, &hands)).collect();
    let judged = latest_verdicts(conn, who, &supplier.code)?;
    let told = |(code, one): (String, catalogue::Promise)| {
        let version = one.on(today);
        // What was published of another promise says nothing of this one.
        let here = |judged: &&Promised| version.is_some_and(|version| version.id == judged.version);
        let verdict = judged.iter().find(here).and_then(|judged| judged.verdict).map(Verdict::as_str);
        let text = version.map(|version| version.texts.clone()).unwrap_or_default();
        let edit = match &one.commitment.unit {
            Some(_) if hands.client || hands.hr => Some(format!("{}/commitments/{code}", named.path())),
            _ => None,
        };
        Promise { text, verdict: verdict.filter(|word| *word != "none"), edit }
    };
    let promises = promised(conn, &supplier.code, None, today)?.into_iter().map(told).collect();
    let client_promises = promised(conn, &supplier.code, Some(&unit.code), today)?;
    let actions = plan::of_supplier(conn, &supplier.code)?;
    let pending = actions.iter().filter(|action| action.status.is_pending());
    let agreements = store::agreements(conn, &supplier.code, &unit.code)?;
    Ok(RelationPage {
        href: named.path(),
        service: supplier.name(who.language).to_owned(),
        client: unit.name.clone(),
        past,
        heads: hands.supplier,
        sides: hands.sides(),
        noticing: hands.noticing(),
        kinds: Kind::ALL,
        states: ANSWERS.to_vec(),
        hands,
        points: points?,
        promises,
        client_promises: client_promises.into_iter().map(told).collect(),
        said: said(conn, who, &supplier, &unit.code)?,
        back: back(conn, who, &supplier, &unit)?,
        actions: pending.map(|action| PlanLine::of(action, today)).collect(),
        agreements: agreements.into_iter().map(|one| (one.id, one.made_on)).collect(),
        typed: TypedPoint::default(),
        supplier: supplier.code,
        unit: unit.code,
    })
}

/// What the last publication says of the service's promises, to those who may read it.
fn latest_verdicts(conn: &mut Conn, who: &Who, supplier: &SupplierCode) -> Result<Vec<Promised>> {
    let Some((campaign, _)) = campaigns::published_of(conn, supplier)?.pop() else { return Ok(Vec::new()) };
    let small = campaigns::small_team_waves(conn, supplier)?.contains(&campaign.id);
    if small && !who.reads_groups_of(supplier) {
        return Ok(Vec::new());
    }
    let list = campaigns::promised_by(conn, &campaign.id, supplier)?;
    Ok(list.into_iter().map(|one| one.promised).collect())
}

/// The other direction: what the service's own unit says of the client, where the client is a service too and the
/// reader may see that.
fn back(conn: &mut Conn, who: &Who, supplier: &Supplier, unit: &Unit) -> Result<Option<Said>> {
    let Some(own) = &supplier.unit else { return Ok(None) };
    let tree = organisation::tree(conn)?;
    let above = tree.upwards(&unit.code);
    let all = organisation::suppliers(conn)?;
    let serving = all
        .iter()
        .find(|other| other.unit.as_ref().is_some_and(|of| above.contains(of)) && other.code != supplier.code);
    match serving {
        Some(other) if may_read(who, &other.code, own) => said(conn, who, other, own),
        _ => Ok(None),
    }
}

pub async fn show(req: HttpRequest, Staff(who): Staff) -> Answer {
    let app = web::app(&req)?;
    let (named, today, reader) = (Named::of(&req)?, app.today(), who.clone());
    let page = app.db.read(move |conn| view(conn, &reader, &named, today)).await?;
    web::page(&req, &app, &who, &page).await
}

//! POST /relations/{supplier}/{unit}/points, …/points/{point}: what one side says, and what the other answers.

use actix_web::HttpRequest;

use super::relation::{ANSWERS, RelationPage, Typed, TypedPoint, view};
use super::{Named, Sides, sides};
use crate::app::audit;
use crate::catalogue::pages::commitment::{self, Promiser};
use crate::catalogue::{Commitment, store as promises};
use crate::db::ids::sortable;
use crate::error::{Error, Say};
use crate::relations::{Hands, Kind, Noticed, Point, Side, State, store};
use crate::web::typed::clean_line;
use crate::web::{self, Answer, Fields, Seen, Staff, Who, redirect_saying};

/// The longest point, and the longest answer.
const WORDS: usize = 300;
const ANSWER: usize = 600;

async fn refused(req: &HttpRequest, who: &Who, page: &RelationPage) -> Answer {
    web::refused(req, &web::app(req)?, who, page).await
}

/// What is wrong with the words of a point.
fn words_fault(words: &str) -> Option<Say> {
    match words.chars().count() {
        0 => Some(Say::new("point-fault-words")),
        long if long > WORDS => Some(Say::new("form-too-long").with("limit", WORDS)),
        _ => None,
    }
}

/// The point that was typed, for whoever may say it.
fn read(typed: &TypedPoint, named: &Named, hands: Hands) -> std::result::Result<Point, Say> {
    let choice = || Say::new("point-fault-choice");
    let kind = Kind::parse(&typed.kind).ok_or_else(choice)?;
    let noticed = Noticed::parse(&typed.noticed).filter(|noticed| hands.noticing().contains(noticed));
    let noticed = noticed.ok_or_else(choice)?;
    let side = match typed.side.as_str() {
        "" => None,
        word => Some(Side::parse(word).filter(|side| hands.sides().contains(side)).ok_or_else(choice)?),
    };
    if let Some(fault) = words_fault(&typed.words) {
        return Err(fault);
    }
    // What people wrote has no client side.
    let of_comments = noticed == Noticed::Comments;
    Ok(Point {
        id: String::new(),
        supplier: named.supplier.clone(),
        unit: Some(named.unit.clone()).filter(|_| !of_comments),
        kind,
        side: side.filter(|_| !of_comments),
        words: typed.words.clone(),
        noticed,
        state: State::Open,
        answer: String::new(),
        made_on: crate::clock::Day(chrono::NaiveDate::MIN),
        answered_on: None,
    })
}

pub async fn add(req: HttpRequest, Staff(who): Staff, fields: Fields) -> Answer {
    let app = web::app(&req)?;
    let (named, by) = (Named::of(&req)?, who.clone());
    let typed = TypedPoint {
        kind: fields.text("kind")?,
        side: fields.text("side")?,
        noticed: fields.text("noticed")?,
        words: clean_line(&fields.text("words")?),
        fault: None,
    };
    let (today, clock, to) = (app.today(), app.clock.clone(), format!("{}#points", named.path()));
    let refusal = app
        .db
        .write(move |conn| {
            let Sides { hands, .. } = sides(conn, &by, &named)?;
            if !hands.any() {
                return Err(Error::Forbidden);
            }
            match read(&typed, &named, hands) {
                Ok(point) => {
                    let point = Point { id: sortable(clock.now()), made_on: today, ..point };
                    store::insert_point(conn, &point)?;
                    audit(conn, &clock, None, "point-added", &format!("{} {}", point.supplier, point.id))?;
                    Ok(None)
                }
                Err(fault) => {
                    let typed = TypedPoint { fault: Some(fault), ..typed };
                    Ok(Some(view(conn, &by, &named, today)?.with_typed(typed)))
                }
            }
        })
        .await?;
    match refusal {
        None => redirect_saying(&to, &Say::new("flash-point-added")),
        Some(page) => refused(&req, &who, &page).await,
    }
}

/// The answer of the other side, or with `words` a correction of one's own while it is open.
pub async fn change(req: HttpRequest, Staff(who): Staff, fields: Fields) -> Answer {
    let app = web::app(&req)?;
    let (named, id, by) = (Named::of(&req)?, web::part(&req, "point")?, who.clone());
    let words = fields.optional("words")?.map(|words| clean_line(&words));
    let (state, answer) = (fields.text("state")?, fields.text("answer")?);
    let given = Seen::given(&fields)?;
    let (today, clock, to) = (app.today(), app.clock.clone(), format!("{}#point-{id}", named.path()));
    let refusal = app
        .db
        .write(move |conn| {
            let Sides { supplier, unit, hands, .. } = sides(conn, &by, &named)?;
            if !hands.any() {
                return Err(Error::Forbidden);
            }
            let here = |point: &Point| {
                point.supplier == supplier.code && point.unit.as_ref().is_none_or(|of| *of == unit.code)
            };
            let point = store::point(conn, &id)?;
            if !here(&point) {
                return Err(Error::NotFound);
            }
            let state = State::parse(&state).filter(|state| ANSWERS.contains(state));
            let typed = match &words {
                Some(words) => Typed { words: Some(words.clone()), ..Typed::default() },
                None => Typed { state, answer: Some(answer.clone()), words: None },
            };
            let stale = Seen::of(&point)?.differs(given.as_deref());
            let mut changed = point.clone();
            let fault = match &words {
                Some(_) if !point.is_edited_by(&hands) => return Err(Error::Forbidden),
                Some(words) => {
                    changed.words.clone_from(words);
                    words_fault(words)
                }
                None if !point.is_answered_by(&hands) => return Err(Error::Forbidden),
                None => {
                    changed.answer.clone_from(&answer);
                    changed.answered_on = Some(today);
                    changed.state = state.unwrap_or(point.state);
                    match state {
                        None => Some(Say::new("point-fault-choice")),
                        Some(State::Refused) if answer.is_empty() => Some(Say::new("point-fault-reason")),
                        Some(_) if answer.chars().count() > ANSWER => {
                            Some(Say::new("form-too-long").with("limit", ANSWER))
                        }
                        Some(_) => None,
                    }
                }
            };
            if let Some(fault) = fault {
                return Ok(Some(view(conn, &by, &named, today)?.with_fault(&id, &typed, &fault, None)));
            }
            // Of two who save at once the second finds that it no longer stands as it read it.
            if stale.is_some() || !store::update_point(conn, &point, &changed)? {
                let seen = Seen::of(&store::point(conn, &id)?)?;
                let fault = Say::new("form-stale");
                return Ok(Some(view(conn, &by, &named, today)?.with_fault(&id, &typed, &fault, Some(seen))));
            }
            // Which point, and not whose: it was noticed by a role.
            let detail = format!("{} {id} {}", changed.supplier, changed.state.as_str());
            audit(conn, &clock, None, "point-changed", &detail)?;
            Ok(None)
        })
        .await?;
    match refusal {
        None => redirect_saying(&to, &Say::new("flash-point-changed")),
        Some(page) => refused(&req, &who, &page).await,
    }
}

/// Whoever may write the promises of the client: its representative, or HR.
async fn promiser(req: &HttpRequest, who: &Who) -> crate::error::Result<Promiser> {
    let app = web::app(req)?;
    let (named, by) = (Named::of(req)?, who.clone());
    app.db
        .read(move |conn| {
            let Sides { supplier, unit, hands, .. } = sides(conn, &by, &named)?;
            if !hands.client && !hands.hr {
                return Err(Error::Forbidden);
            }
            Ok(Promiser { supplier: supplier.code, unit: Some(unit.code) })
        })
        .await
}

/// GET /relations/{supplier}/{unit}/commitments/new
pub async fn begin_promise(req: HttpRequest, Staff(who): Staff) -> Answer {
    let of = promiser(&req, &who).await?;
    commitment::begin(&req, &who, of).await
}

pub async fn make_promise(req: HttpRequest, Staff(who): Staff, fields: Fields) -> Answer {
    let of = promiser(&req, &who).await?;
    commitment::keep(&req, &who, of, fields, None).await
}

/// GET /relations/{supplier}/{unit}/commitments/{commitment}
pub async fn change_promise(req: HttpRequest, Staff(who): Staff) -> Answer {
    let of = promiser(&req, &who).await?;
    commitment::change(&req, &who, of).await
}

pub async fn keep_promise(req: HttpRequest, Staff(who): Staff, fields: Fields) -> Answer {
    let (of, code) = (promiser(&req, &who).await?, web::part(&req, "commitment")?);
    commitment::keep(&req, &who, of, fields, Some(code)).await
}

/// POST /relations/{supplier}/{unit}/commitments/{commitment}/end
pub async fn end_promise(req: HttpRequest, Staff(who): Staff, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let (of, code) = (promiser(&req, &who).await?, web::part(&req, "commitment")?);
    let (to, today, clock) = (Named::of(&req)?.path(), app.today(), app.clock.clone());
    app.db
        .write(move |conn| {
            let list = promises::promises(conn, &of.supplier)?.into_iter();
            let mut own = list.filter(|one| one.commitment.code == code && one.commitment.unit == of.unit);
            let commitment = own.next().ok_or(Error::NotFound)?.commitment;
            let ended = Commitment { ended_on: Some(today), ..commitment };
            promises::update_commitment(conn, &ended)?;
            audit(conn, &clock, Some(&who.person), "commitment-ended", &format!("{} {code}", of.supplier))
        })
        .await?;
    redirect_saying(&to, &Say::new("flash-commitment-ended"))
}

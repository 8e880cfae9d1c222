//! A file is looked at before it is taken: first a page that says all it would do and every bad line, then, with the
//! same text, the import. Nothing is saved in between, and nothing of a faulty file ever.

use std::collections::BTreeMap;

use actix_web::HttpRequest;
use serde::Serialize;

use super::imported::Change;
use crate::app::{App, audit};
use crate::clock::Clock;
use crate::db::Conn;
use crate::db::ids::{PersonId, sortable};
use crate::error::{Error, Result, Say};
use crate::organisation::import::{self, Holds, Kind, Line, Plan, RoleChange};
use crate::organisation::table::LineFault;
use crate::organisation::{Import, ImportOutcome, store};
use crate::render::Page;
use crate::web::{self, Answer, Hr, HrOrAdmin, Role, Sent, Upload, Who, redirect, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

/// Longer lists are cut on the page: nobody reads two thousand lines to decide.
const SHOWN: usize = 200;

#[derive(Debug, Clone, Serialize)]
struct ShownSection {
    title: &'static str,
    n: usize,
    lines: Vec<Line>,
    more: usize,
}

#[derive(Debug, Clone, Serialize)]
pub struct ImportPage {
    title: &'static str,
    back: &'static str,
    confirmation: &'static str,
    rows: usize,
    sections: Vec<ShownSection>,
    warnings: Vec<LineFault>,
    fault_count: usize,
    faults: Vec<LineFault>,
    more_faults: usize,
    /// The file names role changes, and who asks may not make them.
    roles_left_out: bool,
    complete: bool,
    csv: String,
}

impl Page for ImportPage {
    const TEMPLATE: &'static str = "organisation/import.html";
}

fn view<C>(kind: Kind, plan: &Plan<C>, csv: String, complete: bool, roles_left_out: bool) -> ImportPage {
    let sections = plan.sections.iter().map(|section| ShownSection {
        title: section.title,
        n: section.lines.len(),
        lines: section.lines.iter().take(SHOWN).cloned().collect(),
        more: section.lines.len().saturating_sub(SHOWN),
    });
    ImportPage {
        title: kind.title(),
        back: kind.back(),
        confirmation: kind.confirmation(),
        rows: plan.rows,
        sections: sections.collect(),
        warnings: plan.warnings.iter().take(SHOWN).cloned().collect(),
        fault_count: plan.faults.len(),
        faults: plan.faults.iter().take(SHOWN).cloned().collect(),
        more_faults: plan.faults.len().saturating_sub(SHOWN),
        roles_left_out,
        complete,
        csv,
    }
}

/// Someone reloaded the preview: back to where the file is chosen.
pub async fn back_to_people(HrOrAdmin(_): HrOrAdmin) -> Answer {
    redirect("/people")
}

/// What a file of people would do; `holds` says what hangs on whoever leaves.
pub async fn preview_people(req: HttpRequest, who: Who, upload: Upload, holds: Holds) -> Answer {
    preview(&req, Kind::People, &who, upload, holds).await
}

pub async fn confirm_people(req: HttpRequest, HrOrAdmin(who): HrOrAdmin, upload: Sent) -> Answer {
    confirm(&req, Kind::People, &who, upload?).await
}

pub async fn preview_other(req: HttpRequest, Hr(who): Hr, upload: Sent) -> Answer {
    preview(&req, other_kind(&req)?, &who, upload?, |_| Ok(BTreeMap::new())).await
}

pub async fn confirm_other(req: HttpRequest, Hr(who): Hr, upload: Sent) -> Answer {
    confirm(&req, other_kind(&req)?, &who, upload?).await
}

fn other_kind(req: &HttpRequest) -> Result<Kind> {
    Kind::parse(&web::part(req, "kind")?).filter(|kind| *kind != Kind::People).ok_or(Error::NotFound)
}

async fn preview(req: &HttpRequest, kind: Kind, who: &Who, upload: Upload, holds: Holds) -> Answer {
    let app = web::app(req)?;
    let complete = upload.fields.has("complete");
    let asked = Asked { complete, admin: who.has(Role::Admin), apply: false, holds };
    let file = upload.file;
    let view = app.db.read(move |conn| Ok(planned(conn, kind, &file, asked)?.0)).await?;
    answer(req, &app, who, view).await
}

async fn answer(req: &HttpRequest, app: &App, who: &Who, view: ImportPage) -> Answer {
    match view.fault_count {
        0 => web::page(req, app, who, &view).await,
        _ => web::refused(req, app, who, &view).await,
    }
}

/// What the audit log says of single people.
#[derive(Default)]
struct Named {
    roles: Vec<RoleChange>,
    readdressed: Vec<PersonId>,
}

/// Plans the file and, when told to and it is faultless, applies it.
fn planned(conn: &mut Conn, kind: Kind, file: &[u8], asked: Asked) -> Result<(ImportPage, Named)> {
    let csv = String::from_utf8_lossy(file).trim_start_matches('\u{feff}').to_owned();
    let Asked { complete, admin, apply, .. } = asked;
    Ok(match kind {
        Kind::People => {
            let mut plan = import::plan_people_with(conn, file, complete, asked.holds)?;
            if apply && !plan.is_faulty() {
                import::apply_people(conn, &plan, admin)?;
            }
            let mut shown = view(kind, &plan, csv, complete, !admin && !plan.changes.roles.is_empty());
            if apply && !admin {
                // What was left aside is no change.
                shown.sections.retain(|section| section.title != import::ROLES_CHANGED);
            }
            let roles = if admin { std::mem::take(&mut plan.changes.roles) } else { Vec::new() };
            (shown, Named { roles, readdressed: plan.changes.readdressed })
        }
        Kind::Suppliers => {
            let plan = import::plan_suppliers(conn, file, complete)?;
            if apply && !plan.is_faulty() {
                import::apply_suppliers(conn, &plan)?;
            }
            (view(kind, &plan, csv, complete, false), Named::default())
        }
        Kind::Relations => {
            let plan = import::plan_relations(conn, file, complete)?;
            if apply && !plan.is_faulty() {
                import::apply_relations(conn, &plan)?;
            }
            (view(kind, &plan, csv, complete, false), Named::default())
        }
    })
}

#[derive(Clone, Copy)]
struct Asked {
    complete: bool,
    /// An administrator asks: roles change too.
    admin: bool,
    apply: bool,
    holds: Holds,
}

async fn confirm(req: &HttpRequest, kind: Kind, who: &Who, upload: Upload) -> Answer {
    let app = web::app(req)?;
    let csv = upload.fields.text("csv")?;
    let asked = Asked {
        complete: upload.fields.has("complete"),
        admin: who.has(Role::Admin),
        apply: true,
        holds: |_| Ok(BTreeMap::new()),
    };
    let (inside, by, id) = (app.clone(), who.person.clone(), sortable(app.clock.now()));
    let begun = id.clone();
    // Off the request: whoever closes the page does not stop it, and finds it in the list of imports.
    let work = move || carry_out(&inside, &begun, kind, csv, asked, &by);
    let view = actix_web::web::block(work).await.map_err(Error::internal)??;
    if view.fault_count > 0 {
        return answer(req, &app, who, view).await;
    }
    redirect_saying(&format!("/imports/{id}"), &Say::new("flash-imported").with("n", view.rows))
}

/// Imports the file, all or nothing, and keeps beside it how that ended.
fn carry_out(app: &App, id: &str, kind: Kind, csv: String, asked: Asked, by: &PersonId) -> Result<ImportPage> {
    let import = Import {
        id: id.to_owned(),
        kind: kind.as_str().to_owned(),
        outcome: ImportOutcome::Running,
        started_at: app.clock.now(),
        ended_at: None,
        line_count: 0,
        changes: "[]".to_owned(),
    };
    app.db.write_now(move |conn| store::begin_import(conn, &import))?;
    let (own, by, clock) = (id.to_owned(), by.clone(), app.clock.clone());
    let outcome = app.db.write_now(move |conn| {
        // What stands may have changed since the preview: the plan is made again where it is applied.
        let (view, named) = planned(conn, kind, csv.as_bytes(), asked)?;
        let now = clock.now();
        if view.fault_count > 0 {
            store::end_import(conn, &own, ImportOutcome::Refused, (0, "[]"), now)?;
            return Ok(view);
        }
        let detail = view.sections.iter().map(|section| format!("{} {}", section.title, section.n));
        let detail = detail.collect::<Vec<_>>().join(", ");
        audit(conn, &clock, Some(&by), &format!("import-{}", kind.as_str()), &detail)?;
        audit_addresses(conn, &clock, Some(&by), &named.readdressed)?;
        audit_roles(conn, &clock, Some(&by), &named.roles)?;
        let changes = view.sections.iter().map(|section| Change { title: section.title.to_owned(), n: section.n });
        let changes = serde_json::to_string(&changes.collect::<Vec<_>>())?;
        let lines = i32::try_from(view.rows).unwrap_or(i32::MAX);
        store::end_import(conn, &own, ImportOutcome::Done, (lines, &changes), now)?;
        Ok(view)
    });
    if let Err(fault) = &outcome {
        let (own, now) = (id.to_owned(), app.clock.now());
        let ended = if matches!(fault, Error::Invalid(_)) { ImportOutcome::Refused } else { ImportOutcome::Failed };
        app.db.write_now(move |conn| store::end_import(conn, &own, ended, (0, "[]"), now))?;
    }
    outcome
}

/// One line of the audit log for each person whose address a file changed: their key, never an address.
pub fn audit_addresses(conn: &mut Conn, clock: &Clock, by: Option<&PersonId>, people: &[PersonId]) -> Result<()> {
    people.iter().try_for_each(|person| audit(conn, clock, by, "address-imported", person.as_str()))
}

/// One line of the audit log for each person whose roles a file changed.
pub fn audit_roles(conn: &mut Conn, clock: &Clock, by: Option<&PersonId>, changes: &[RoleChange]) -> Result<()> {
    for change in changes {
        let (before, after) = (import::roles_text(&change.before), import::roles_text(&change.after));
        audit(conn, clock, by, "roles-imported", &format!("{}: {before} → {after}", change.person))?;
    }
    Ok(())
}

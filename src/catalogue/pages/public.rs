//! GET /catalogue, /catalogue/{supplier}: what is offered, how to ask for it, what is promised. Anybody may read it, and
//! print it; what was measured and felt stands elsewhere.

use actix_web::HttpRequest;
use serde::Serialize;

use super::Told;
use crate::catalogue::store::{self, Promise};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result};
use crate::organisation::{Supplier, store as organisation};
use crate::render::{Page, Texts};
use crate::web::{self, Answer, Role, Staff};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
struct ServiceLine {
    code: SupplierCode,
    names: Texts,
    offerings: usize,
    promises: usize,
}

#[derive(Debug, Clone, Serialize)]
pub struct ListPage {
    services: Vec<ServiceLine>,
    /// Services whose catalogue is empty, for whoever may write it.
    empty: Vec<ServiceLine>,
}

impl Page for ListPage {
    const TEMPLATE: &'static str = "catalogue/list.html";
    const EVERY_LANGUAGE: bool = true;
}

/// A promise with what it was before.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Shown {
    told: Told,
    /// It begins later.
    to_come: bool,
    earlier: Vec<Told>,
}

#[derive(Debug, Clone, Serialize)]
struct Offered {
    names: Texts,
    descriptions: Texts,
    ways: Texts,
    link: String,
    promises: Vec<Shown>,
}

#[derive(Debug, Clone, Serialize)]
pub struct ServicePage {
    code: SupplierCode,
    names: Texts,
    may_edit: bool,
    offerings: Vec<Offered>,
    /// Of the service as a whole.
    promises: Vec<Shown>,
}

impl Page for ServicePage {
    const TEMPLATE: &'static str = "catalogue/service.html";
    const EVERY_LANGUAGE: bool = true;
}

fn may_edit(who: Option<&Staff>, supplier: &SupplierCode) -> bool {
    who.is_some_and(|Staff(who)| who.heads(supplier) || who.has(Role::Hr))
}

pub async fn list(req: HttpRequest, who: Option<Staff>) -> Answer {
    let app = web::app(&req)?;
    let today = app.today();
    let lines: Vec<ServiceLine> = app
        .db
        .read(move |conn| {
            let counts = store::counts(conn, today)?;
            let active = organisation::suppliers(conn)?.into_iter().filter(|supplier| supplier.active);
            let line = |supplier: Supplier| {
                let (offerings, promises) = counts.get(&supplier.code).copied().unwrap_or_default();
                ServiceLine { code: supplier.code, names: supplier.names, offerings, promises }
            };
            Ok(active.map(line).collect())
        })
        .await?;
    let (services, bare): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.offerings + line.promises > 0);
    let empty = bare.into_iter().filter(|line| may_edit(who.as_ref(), &line.code)).collect();
    web::open_page(&req, &app, who, &ListPage { services, empty }).await
}

/// What of a promise is read today: what is in force, or what will be; nothing of one that ended.
fn shown(promise: &Promise, today: Day) -> Option<Shown> {
    let standing = promise.on(today);
    let version = standing.or_else(|| promise.versions.first())?;
    if !promise.commitment.stands(today) || promise.commitment.unit.is_some() {
        return None;
    }
    let earlier = promise.versions.iter().rev().filter(|other| other.version < version.version).map(Told::of);
    Some(Shown { told: Told::of(version), to_come: standing.is_none(), earlier: earlier.collect() })
}

pub(super) fn page_of(conn: &mut Conn, supplier: &Supplier, today: Day) -> Result<ServicePage> {
    let promises = store::promises(conn, &supplier.code)?;
    let of = |code: Option<&str>| -> Vec<Shown> {
        let list = promises.iter().filter(|promise| promise.commitment.offering.as_deref() == code);
        list.filter_map(|promise| shown(promise, today)).collect()
    };
    let offerings = store::offerings(conn, &supplier.code)?.into_iter().filter(|offering| offering.active);
    let offerings = offerings.map(|offering| Offered {
        promises: of(Some(&offering.code)),
        names: offering.names,
        descriptions: offering.descriptions,
        ways: offering.ways,
        link: offering.link,
    });
    Ok(ServicePage {
        code: supplier.code.clone(),
        names: supplier.names.clone(),
        may_edit: false,
        offerings: offerings.collect(),
        promises: of(None),
    })
}

pub async fn show(req: HttpRequest, who: Option<Staff>) -> Answer {
    let app = web::app(&req)?;
    let (code, today) = (SupplierCode(web::part(&req, "supplier")?), app.today());
    let page = app
        .db
        .read(move |conn| {
            let supplier = organisation::supplier(conn, &code)?;
            if !supplier.active {
                return Err(Error::NotFound);
            }
            page_of(conn, &supplier, today)
        })
        .await?;
    let page = ServicePage { may_edit: may_edit(who.as_ref(), &page.code), ..page };
    web::open_page(&req, &app, who, &page).await
}

//! The part of an action's form about whom it concerns and whom it tells something.

use std::collections::BTreeMap;

use serde::Serialize;

use super::typed::{Checked, Typed};
use crate::campaign::store as campaigns;
use crate::db::Conn;
use crate::db::ids::{GroupCode, SupplierCode};
use crate::error::Result;
use crate::progress::Action;
use crate::progress::store::reach::{Reach, of};

/// A client group that the action may concern.
#[derive(Debug, Clone, Serialize)]
pub struct GroupChoice {
    pub code: GroupCode,
    pub name: String,
    pub ticked: bool,
}

/// The client groups that the service serves, by the latest campaign that asked about it, and those of `standing`.
fn groups(conn: &mut Conn, supplier: &SupplierCode, standing: &Reach) -> Result<BTreeMap<GroupCode, String>> {
    let mut all = standing.groups.clone();
    for campaign in campaigns::quarters(conn)?.into_iter().filter(|one| !one.is_in_preparation() && !one.imported) {
        let served = campaigns::served_groups(conn, &campaign.id)?;
        let groups = campaigns::client_groups(conn, &campaign.id)?.into_iter();
        let own = groups.filter(|group| served.contains(&(supplier.clone(), group.code.clone())));
        let own: Vec<_> = own.map(|group| (group.code, group.name)).collect();
        if !own.is_empty() {
            all.extend(own);
            break;
        }
    }
    Ok(all)
}

/// What may be ticked, by name.
pub fn choices(conn: &mut Conn, supplier: &SupplierCode, standing: &Reach, typed: &Typed) -> Result<Vec<GroupChoice>> {
    let all = groups(conn, supplier, standing)?.into_iter();
    let choice = |(code, name)| GroupChoice { ticked: typed.groups.contains(&code), code, name };
    let mut list: Vec<GroupChoice> = all.map(choice).collect();
    list.sort_by_key(|choice| choice.name.to_lowercase());
    Ok(list)
}

/// What the form says of it; of groups only those that could be ticked.
pub fn read(
    conn: &mut Conn,
    supplier: &SupplierCode,
    typed: &Typed,
    checked: &Checked,
    standing: &Reach,
) -> Result<Reach> {
    let mut groups = groups(conn, supplier, standing)?;
    groups.retain(|code, _| typed.groups.contains(code));
    let (audience, medium) = (typed.audience.clone(), typed.medium.clone());
    Ok(Reach { groups, audience, medium, told_on: checked.told_on })
}

pub fn standing(conn: &mut Conn, action: &Action) -> Result<Reach> {
    Ok(of(conn, std::slice::from_ref(&action.id))?.remove(&action.id).unwrap_or_default())
}

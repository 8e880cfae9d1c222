//! What a publication rests on, written out so that anybody can read it and recompute the digest that names it.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::branches;
use super::figure::Figure;
use super::figure::METHOD_VERSION;
use super::figures::questions_of;
use super::{mirror, promised};
use crate::answering::store as answering;
use crate::campaign::{Campaign, store as campaigns};
use crate::db::Conn;
use crate::error::Result;
use crate::questionnaire::store as questionnaires;

/// The parts of a fingerprint. Their JSON, as stored, is what the digest is taken of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Basis {
    campaign: String,
    method_version: i32,
    thresholds: [i32; 3],
    /// Who gets a file of the answers; empty when nobody does.
    row_level_to: String,
    suppliers: Vec<SupplierBasis>,
    groups: Vec<GroupBasis>,
    /// Branches of the unit tree made of several groups.
    branches: Vec<(String, Vec<String>)>,
    /// SHA-256 over all decisions, then over all figures, in the order of their keys.
    decisions: String,
    figures: String,
    /// The same over what was promised, measured and felt; left out where nothing was promised.
    #[serde(skip_serializing_if = "String::is_empty")]
    promised: String,
    /// The same over the mirrors; left out where there is none.
    #[serde(skip_serializing_if = "String::is_empty")]
    mirrors: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct SupplierBasis {
    supplier: String,
    /// Digest of the questions asked.
    questionnaire: String,
    complete: i32,
    partial: i32,
    /// Sealed sheets, and those that say "I had no dealings with this service".
    sheets: i64,
    no_contact: i64,
    released_rows: i64,
    proposed: Vec<(String, i32)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct GroupBasis {
    code: String,
    units: Vec<String>,
    invited: i32,
}

impl Basis {
    /// Reads everything but the figures, which are handed over.
    pub fn of(conn: &mut Conn, campaign: &Campaign, figures: &[Figure]) -> Result<Self> {
        let released = super::released::counts(conn, &campaign.id)?;
        let mut suppliers = Vec::new();
        for row in campaigns::campaign_suppliers(conn, &campaign.id)? {
            let (sheets, no_contact) = answering::sealed_counts(conn, &campaign.id, &row.supplier)?;
            let proposed = campaigns::proposed_people(conn, &campaign.id, &row.supplier)?;
            suppliers.push(SupplierBasis {
                questionnaire: questionnaires::fingerprint(&questions_of(conn, &row)?),
                released_rows: released.get(&row.supplier).copied().unwrap_or(0),
                supplier: row.supplier.0,
                complete: row.complete,
                partial: row.partial,
                sheets,
                no_contact,
                proposed: proposed.into_iter().map(|(group, people)| (group.0, people)).collect(),
            });
        }
        // Databases sort differently.
        suppliers.sort_by(|a, b| a.supplier.cmp(&b.supplier));
        let mut groups: Vec<GroupBasis> = crate::campaign::comparison::of_campaign(conn, &campaign.id)?
            .into_iter()
            .map(|(code, (units, invited))| GroupBasis { code, units: units.into_iter().collect(), invited })
            .collect();
        groups.sort_by(|a, b| a.code.cmp(&b.code));
        let branches = branches::of_campaign(conn, &campaign.id)?
            .into_iter()
            .map(|branch| (branch.unit.0, branch.groups.into_iter().map(|group| group.0).collect()))
            .collect();
        let decisions = super::store::campaign_decisions(conn, &campaign.id)?.into_iter().map(|d| {
            format!("{} {} {} {} {} {}", d.supplier, d.client_group, d.subject, d.release.as_str(), d.shown, d.reason)
        });
        let promised = promised::lines(conn, campaign)?;
        let mirrors = mirror::lines(conn, campaign)?;
        let figures = figures.iter().map(|f| {
            let value = (f.value, f.low, f.high, f.n, f.word.as_deref(), f.shown);
            format!("{} {} {} {} {value:?}", f.supplier, f.client_group, f.subject, f.indicator)
        });
        Ok(Self {
            campaign: campaign.code.clone(),
            method_version: METHOD_VERSION,
            thresholds: [campaign.threshold, campaign.levels_threshold, campaign.comments_threshold],
            row_level_to: if campaign.row_level { campaign.row_level_to.clone() } else { String::new() },
            suppliers,
            groups,
            branches,
            decisions: digest_of(decisions),
            figures: digest_of(figures),
            promised: if promised.is_empty() { String::new() } else { digest_of(promised.into_iter()) },
            mirrors: if mirrors.is_empty() { String::new() } else { digest_of(mirrors.into_iter()) },
        })
    }

    /// The JSON and its SHA-256 in hexadecimal.
    pub fn sealed(&self) -> Result<(String, String)> {
        let json = serde_json::to_string(self)?;
        let digest = hexadecimal(&Sha256::digest(json.as_bytes()));
        Ok((json, digest))
    }
}

/// The same whatever order the lines come in: databases sort differently.
fn digest_of(lines: impl Iterator<Item = String>) -> String {
    let mut lines: Vec<String> = lines.collect();
    lines.sort_unstable();
    let mut digest = Sha256::new();
    for line in lines {
        digest.update(line.as_bytes());
        digest.update(b"\n");
    }
    hexadecimal(&digest.finalize())
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

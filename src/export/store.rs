//! The exports made so far, from the audit log, and what was asked over the published waves.

use std::collections::BTreeMap;
use std::sync::Arc;

use diesel::prelude::*;

use super::{API, EVENT, File, Profile};
use crate::campaign::{Campaign, store as campaigns};
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::ids::{CampaignId, QuestionnaireId, SupplierCode};
use crate::db::schema::{audit_log, people};
use crate::error::Result;
use crate::questionnaire::{Question, store as questionnaires};

/// One export; `person` is none when it was made from the command line or by somebody since forgotten.
#[derive(Debug)]
pub struct Export {
    pub at: Moment,
    pub person: Option<String>,
    pub campaign: String,
    /// What was taken and how it is spelled; none when it was read with a key of the interface.
    pub file: Option<(File, Profile)>,
    /// That key.
    pub key: Option<String>,
    pub fingerprint: String,
}

/// The latest exports, last first.
pub fn latest(conn: &mut Conn, count: i64) -> Result<Vec<Export>> {
    let rows: Vec<(Moment, Option<String>, String)> = audit_log::table
        .left_join(people::table.on(people::id.nullable().eq(audit_log::person)))
        .filter(audit_log::event.eq(EVENT))
        .order((audit_log::at.desc(), audit_log::id.desc()))
        .limit(count)
        .select((audit_log::at, people::name.nullable(), audit_log::detail))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(at, person, detail)| read(at, person, &detail)).collect())
}

fn read(at: Moment, person: Option<String>, detail: &str) -> Option<Export> {
    let mut parts = detail.split(' ');
    let (campaign, file, third) = (parts.next()?.to_owned(), parts.next()?, parts.next()?);
    let (file, key) = match file {
        API => (None, Some(third.to_owned())),
        file => (Some((File::parse(file)?, Profile::parse(third)?)), None),
    };
    Some(Export { at, person, campaign, file, key, fingerprint: parts.next()?.to_owned() })
}

/// What was asked about one supplier in one published campaign.
pub struct Asked {
    pub campaign: CampaignId,
    /// The campaign's code.
    pub wave: String,
    pub supplier: SupplierCode,
    /// Shared with every wave that asked the same version.
    pub questions: Arc<[Question]>,
}

/// What was asked in the campaigns published until `last` was, in the order in which they were published: a campaign
/// that is brought in or published later only appends.
pub fn asked(conn: &mut Conn, last: &Campaign) -> Result<Vec<Asked>> {
    let order = |campaign: &Campaign| (campaign.published_at, campaign.code.clone());
    let mut waves = campaigns::published(conn)?;
    waves.retain(|wave| order(wave) <= order(last));
    waves.sort_by_key(order);
    let mut versions: BTreeMap<QuestionnaireId, Arc<[Question]>> = BTreeMap::new();
    let mut list = Vec::new();
    for wave in waves {
        for part in campaigns::campaign_suppliers(conn, &wave.id)? {
            if let Some(version) = part.questionnaire {
                let questions = match versions.get(&version) {
                    Some(questions) => Arc::clone(questions),
                    None => questionnaires::questions(conn, &version)?.into(),
                };
                versions.insert(version, Arc::clone(&questions));
                let (campaign, wave) = (wave.id.clone(), wave.code.clone());
                list.push(Asked { campaign, wave, supplier: part.supplier, questions });
            }
        }
    }
    Ok(list)
}

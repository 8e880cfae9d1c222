//! The words of a campaign's mails, and the languages its people read.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::super::FEWEST_READERS;
use super::super::texts::MailText;
use crate::db::Conn;
use crate::db::ids::CampaignId;
use crate::db::schema::campaigns;
use crate::db::schema::mail_texts as own;
use crate::error::Result;
use crate::mail::Kind;
use crate::render::Language;

/// What HR wrote for one mail in one language.
pub fn mail_text(conn: &mut Conn, campaign: &CampaignId, kind: Kind, language: Language) -> Result<Option<MailText>> {
    Ok(own::table.find((campaign, kind, language)).select(MailText::as_select()).first(conn).optional()?)
}

/// What HR wrote for a campaign's mails.
pub fn mail_texts(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<MailText>> {
    let rows = own::table.filter(own::campaign.eq(campaign)).select(MailText::as_select());
    Ok(rows.order((own::kind, own::language)).load(conn)?)
}

/// Puts `texts` in the place of all of a campaign's. Mails that have not left take them.
pub fn save_mail_texts(conn: &mut Conn, campaign: &CampaignId, texts: &[MailText]) -> Result<()> {
    diesel::delete(own::table.filter(own::campaign.eq(campaign))).execute(conn)?;
    for text in texts.iter().filter(|text| !(text.subject.is_empty() && text.introduction.is_empty())) {
        diesel::insert_into(own::table).values(text).execute(conn)?;
    }
    Ok(())
}

/// How many people of each language were invited; empty where that is not known.
pub fn readers(conn: &mut Conn, id: &CampaignId) -> Result<BTreeMap<Language, u32>> {
    let text: String = campaigns::table.find(id).select(campaigns::languages).get_result(conn)?;
    Ok(serde_json::from_str(&text)?)
}

pub fn save_readers(conn: &mut Conn, id: &CampaignId, readers: &BTreeMap<Language, u32>) -> Result<()> {
    let text = serde_json::to_string(readers)?;
    diesel::update(campaigns::table.find(id)).set(campaigns::languages.eq(text)).execute(conn)?;
    Ok(())
}

/// The languages in which a text would point to its author: fewer than [`FEWEST_READERS`] of those invited read them, and
/// more read another.
pub fn rare_languages(conn: &mut Conn, id: &CampaignId) -> Result<Vec<Language>> {
    let readers = readers(conn, id)?;
    let most = readers.values().copied().max().unwrap_or(0);
    let rare = |language: &Language| {
        let people = readers.get(language).copied().unwrap_or(0);
        people < FEWEST_READERS && people < most
    };
    Ok(Language::ALL.iter().copied().filter(rare).collect())
}

//! What HR writes in the place of the usual subject and first words of a campaign's invitation and reminder. Plain
//! text: it is never a template, holds no placeholder, and the promise about answers is not among it.

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::ids::CampaignId;
use crate::db::schema::mail_texts;
use crate::error::Result;
use crate::mail::Kind;
use crate::render::Language;

/// In characters. Mail programs show about sixty of a subject.
pub const LONGEST_SUBJECT: usize = 120;
pub const LONGEST_INTRODUCTION: usize = 1000;

/// The mails whose words may be changed, in both languages.
pub const CHANGEABLE: [(Kind, Language); 4] = [
    (Kind::Invitation, Language::Fr),
    (Kind::Invitation, Language::En),
    (Kind::Reminder, Language::Fr),
    (Kind::Reminder, Language::En),
];

/// Empty texts leave the usual ones.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = mail_texts)]
pub struct MailText {
    pub campaign: CampaignId,
    pub kind: Kind,
    pub language: Language,
    /// One line.
    pub subject: String,
    /// Lines; an empty one parts paragraphs.
    pub introduction: String,
}

impl MailText {
    /// The introduction as a mail shows it.
    pub fn paragraphs(&self) -> Vec<String> {
        let lines = self.introduction.split("\n\n").map(|part| part.trim().to_owned());
        lines.filter(|part| !part.is_empty()).collect()
    }
}

pub fn of(conn: &mut Conn, campaign: &CampaignId, kind: Kind, language: Language) -> Result<Option<MailText>> {
    Ok(mail_texts::table.find((campaign, kind, language)).select(MailText::as_select()).first(conn).optional()?)
}

pub fn all(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<MailText>> {
    let rows = mail_texts::table.filter(mail_texts::campaign.eq(campaign)).select(MailText::as_select());
    Ok(rows.order((mail_texts::kind, mail_texts::language)).load(conn)?)
}

/// Puts `texts` in the place of all of a campaign's. Mails that have not left take them.
pub fn save(conn: &mut Conn, campaign: &CampaignId, texts: &[MailText]) -> Result<()> {
    diesel::delete(mail_texts::table.filter(mail_texts::campaign.eq(campaign))).execute(conn)?;
    for text in texts.iter().filter(|text| !(text.subject.is_empty() && text.introduction.is_empty())) {
        diesel::insert_into(mail_texts::table).values(text).execute(conn)?;
    }
    Ok(())
}

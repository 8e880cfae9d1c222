//! What HR writes in the place of the usual subject and first words of a campaign's invitation and reminder. Plain
//! text: it is never a template, holds no placeholder, and the promise about answers is not among it.

use diesel::prelude::*;

use crate::db::ids::CampaignId;
use crate::db::schema::mail_texts;
use crate::mail::Kind;
use crate::render::Language;

/// In characters. Mail programs show about sixty of a subject.
pub const LONGEST_SUBJECT: usize = 120;
pub const LONGEST_INTRODUCTION: usize = 1000;

/// The mails whose words may be changed, in each of the organisation's languages.
pub fn changeable(languages: &[Language]) -> Vec<(Kind, Language)> {
    let kinds = [Kind::Invitation, Kind::Reminder];
    kinds.into_iter().flat_map(|kind| languages.iter().map(move |language| (kind, *language))).collect()
}

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

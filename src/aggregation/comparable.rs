//! What makes two waves comparable, and the reason when they are not. Rests on what was asked of whom and on HR's "same
//! meaning" marks, never on answers: pages may ask it too.

use std::collections::{BTreeMap, BTreeSet};

use super::store::{ALL, Published};
use crate::campaign::store as campaigns;
use crate::db::Conn;
use crate::db::ids::CampaignId;
use crate::error::Result;
use crate::questionnaire::compare::{Break, SubjectBreak, subject_break};
use crate::questionnaire::{Meanings, Question};

/// At least this share of the people invited must be in groups that both waves have.
const COMMON_PEOPLE: f64 = 0.8;

crate::words!(
    /// Why a subject is not comparable between two waves.
    Reason {
        /// Not asked in one of them.
        Asked = "asked",
        /// Other questions make up the dimension.
        Questions = "questions",
        Kind = "kind",
        Scale = "scale",
        Reversed = "reversed",
        /// A text changed, and nobody marked it as meaning the same.
        Wording = "wording",
        /// Under 80 % of the people are in groups that both waves have.
        People = "people",
        /// Its share is not shown in one of them.
        Hidden = "hidden",
    }
);

/// The groups of a campaign: their units, and how many were invited.
pub type Groups = BTreeMap<String, (BTreeSet<String>, i32)>;

/// What a wave asked, and whom.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    pub questions: &'a [Question],
    pub groups: &'a Groups,
    pub figures: &'a Published,
}

pub fn groups_of(conn: &mut Conn, campaign: &CampaignId) -> Result<Groups> {
    Ok(groups_of_all(conn, std::slice::from_ref(campaign))?.remove(campaign).unwrap_or_default())
}

/// The groups of several campaigns, in two queries.
pub fn groups_of_all(conn: &mut Conn, ids: &[CampaignId]) -> Result<BTreeMap<CampaignId, Groups>> {
    let mut all: BTreeMap<CampaignId, Groups> = BTreeMap::new();
    for group in campaigns::client_groups_of(conn, ids)? {
        all.entry(group.campaign).or_default().insert(group.code.0, (BTreeSet::new(), group.invited));
    }
    for (campaign, unit, group) in campaigns::group_units_of(conn, ids)? {
        if let Some((units, _)) = all.get_mut(&campaign).and_then(|groups| groups.get_mut(group.as_str())) {
            units.insert(unit.0);
        }
    }
    Ok(all)
}

/// Do both waves ask nearly the same people? In both, at least 80 % of those invited are in groups that the other has
/// too, of the same code and the same units.
pub fn same_people(a: &Groups, b: &Groups) -> bool {
    let common = |groups: &Groups, other: &Groups| {
        let all: i32 = groups.values().map(|(_, people)| people).sum();
        let kept = groups.iter().filter(|(code, (units, _))| other.get(*code).is_some_and(|(same, _)| same == units));
        let kept: i32 = kept.map(|(_, (_, people))| people).sum();
        all > 0 && f64::from(kept) >= COMMON_PEOPLE * f64::from(all)
    };
    common(a, b) && common(b, a)
}

/// Why `subject` cannot be compared between two waves, by what they asked of whom; none when it can, shown or not.
pub fn changed(earlier: &Ground<'_>, later: &Ground<'_>, subject: &str, meanings: &Meanings) -> Option<Reason> {
    match subject_break(earlier.questions, later.questions, subject, meanings) {
        None if same_people(earlier.groups, later.groups) => None,
        None => Some(Reason::People),
        Some(SubjectBreak::Asked) => Some(Reason::Asked),
        Some(SubjectBreak::Questions | SubjectBreak::Question(Break::Options)) => Some(Reason::Questions),
        Some(SubjectBreak::Question(Break::Kind)) => Some(Reason::Kind),
        Some(SubjectBreak::Question(Break::Scale)) => Some(Reason::Scale),
        Some(SubjectBreak::Question(Break::Reversed)) => Some(Reason::Reversed),
        Some(SubjectBreak::Question(Break::TextFr | Break::TextEn)) => Some(Reason::Wording),
    }
}

/// As [`changed`], and hidden where a wave shows no share of it: why the verdict is `not_comparable`.
pub fn why_not(earlier: &Ground<'_>, later: &Ground<'_>, subject: &str, meanings: &Meanings) -> Option<Reason> {
    let shown = |ground: &Ground<'_>| ground.figures.value(subject, "satisfied").is_some();
    changed(earlier, later, subject, meanings).or((!shown(earlier) || !shown(later)).then_some(Reason::Hidden))
}

/// The wave's share of overall, with the answers it rests on; none when it is not shown.
pub fn counted(figures: &Published, subject: &str) -> Option<(f64, u32)> {
    let figure = figures.get(ALL, subject, "satisfied").filter(|figure| figure.shown)?;
    Some((figure.value?, u32::try_from(figure.n?).ok()?))
}

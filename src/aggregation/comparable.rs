//! What makes two waves comparable, and the reason when they are not. Rests on what was asked of whom and on HR's "same
//! meaning" marks, never on answers: pages may ask it too.

use std::collections::BTreeSet;

use super::figure::ALL;

use super::store::Published;
use crate::campaign::comparison::{self, Composition};
use crate::questionnaire::compare::{Break, SubjectBreak, questions_of, subject_break};
use crate::questionnaire::{Meanings, Question};

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

/// What a wave asked, and whom.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    pub questions: &'a [Question],
    pub groups: &'a Composition,
    pub figures: &'a Published,
}

/// Why `subject` cannot be compared between two waves, by what they asked of whom; none when it can, shown or not.
pub fn changed(earlier: &Ground<'_>, later: &Ground<'_>, subject: &str, meanings: &Meanings) -> Option<Reason> {
    match subject_break(earlier.questions, later.questions, subject, meanings) {
        None if comparison::same_people(earlier.groups, later.groups) => None,
        None | Some(SubjectBreak::Question(Break::Condition)) => Some(Reason::People),
        Some(SubjectBreak::Asked) => Some(Reason::Asked),
        Some(SubjectBreak::Questions | SubjectBreak::Question(Break::Options)) => Some(Reason::Questions),
        Some(SubjectBreak::Question(Break::Kind)) => Some(Reason::Kind),
        Some(SubjectBreak::Question(Break::Scale)) => Some(Reason::Scale),
        Some(SubjectBreak::Question(Break::Reversed)) => Some(Reason::Reversed),
        Some(SubjectBreak::Question(Break::Text)) => Some(Reason::Wording),
    }
}

/// As [`changed`], and hidden where a wave shows nothing of it, or pools other questions because some are hidden there:
/// why the verdict is `not_comparable`.
pub fn why_not(earlier: &Ground<'_>, later: &Ground<'_>, subject: &str, meanings: &Meanings) -> Option<Reason> {
    let shown = |ground: &Ground<'_>| -> BTreeSet<String> {
        let asked = questions_of(ground.questions, subject).into_iter();
        asked.map(|q| q.code.clone()).filter(|code| ground.figures.value(code, "mean").is_some()).collect()
    };
    let (before, after) = (shown(earlier), shown(later));
    let other = before.is_empty() || before != after;
    changed(earlier, later, subject, meanings).or(other.then_some(Reason::Hidden))
}

/// How many responses the mean of a subject rests on; none when it is not shown.
pub fn responses(figures: &Published, subject: &str) -> Option<u32> {
    let figure = figures.get(ALL, subject, "mean").filter(|figure| figure.shown)?;
    u32::try_from(figure.n?).ok()
}

/// The wave's share of overall, with the answers it rests on; none when it is not shown.
pub fn counted(figures: &Published, subject: &str) -> Option<(f64, u32)> {
    let figure = figures.get(ALL, subject, "satisfied").filter(|figure| figure.shown)?;
    Some((figure.value?, u32::try_from(figure.n?).ok()?))
}

//! Which trends hold from one version to the next: a question is comparable when nothing that changes its meaning
//! changed, or HR marked the new texts as meaning the same. White space changes nothing. The one rule, for the page that
//! compares versions and for what is published.

use std::collections::BTreeSet;

use serde::Serialize;

use super::question::folded;
use super::{Choice, Meanings, OVERALL, Question};
use crate::render::Texts;

crate::words!(
    /// Why a question's trend breaks.
    Break {
        Kind = "kind",
        Scale = "scale",
        Reversed = "reversed",
        Text = "text",
        Options = "options",
        Condition = "condition",
    }
);

/// Do they say something else in a language that both have? One that was added or taken out changes nothing for those
/// who read the others.
fn say_otherwise(before: &Texts, now: &Texts) -> bool {
    let mut both = now.iter().filter_map(|(language, text)| Some((before.get(language)?, text))).peekable();
    both.peek().is_none() || both.any(|(old, new)| folded(old) != folded(new))
}

fn same_options(before: &Question, now: &Question) -> bool {
    let (before, now) = (before.options(), now.options());
    let same = |(a, b): (&Choice, &Choice)| a.code == b.code && !say_otherwise(&a.labels, &b.labels);
    before.len() == now.len() && before.iter().zip(&now).all(same)
}

/// What breaks the trend of a question between two versions; empty when it holds. The two have the same code. A mark
/// in `meanings` forgives differing texts and nothing else.
pub fn breaks(before: &Question, now: &Question, meanings: &Meanings) -> Vec<Break> {
    let reworded =
        say_otherwise(&before.texts, &now.texts) && !meanings.same(&now.code, &before.wording(), &now.wording());
    let changed = [
        (Break::Kind, before.kind != now.kind),
        (Break::Scale, before.range() != now.range()),
        (Break::Reversed, before.reversed != now.reversed),
        (Break::Text, reworded),
        (Break::Options, !same_options(before, now)),
        // Other people are asked: what they say cannot be set beside what was said before.
        (Break::Condition, before.condition() != now.condition()),
    ];
    changed.into_iter().filter(|(_, is)| *is).map(|(why, _)| why).collect()
}

/// What becomes of a question from one version to the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "is", content = "why")]
pub enum Fate {
    Comparable,
    Broken(Vec<Break>),
    New,
    Gone,
}

/// Every question of both versions with its fate: those of `now` in their order, then those that are gone.
pub fn fates<'a>(
    before: &'a [Question],
    now: &'a [Question],
    meanings: &Meanings,
) -> Vec<(&'a Question, Option<&'a Question>, Fate)> {
    let of = |list: &'a [Question], code: &str| list.iter().find(|question| question.code == code);
    let kept = now.iter().map(|question| {
        let old = of(before, &question.code);
        let fate = match old.map(|old| breaks(old, question, meanings)) {
            None => Fate::New,
            Some(why) if why.is_empty() => Fate::Comparable,
            Some(why) => Fate::Broken(why),
        };
        (question, old, fate)
    });
    let gone = before.iter().filter(|old| of(now, &old.code).is_none()).map(|old| (old, Some(old), Fate::Gone));
    kept.chain(gone).collect()
}

/// What breaks the trend of a subject, overall or a dimension.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubjectBreak {
    /// Not asked in one of the two versions.
    Asked,
    /// Not the same list of questions; their order does not matter.
    Questions,
    /// One of its questions breaks.
    Question(Break),
}

/// The questions behind a subject: the overall one, or the rated questions of a dimension.
pub fn questions_of<'a>(questions: &'a [Question], subject: &str) -> Vec<&'a Question> {
    let of = |question: &&Question| {
        if subject == OVERALL {
            return question.code == OVERALL;
        }
        question.kind.is_rated() && question.dimension.as_deref() == Some(subject)
    };
    questions.iter().filter(of).collect()
}

/// Why the trend of `subject` breaks; none when it holds.
pub fn subject_break(
    before: &[Question],
    now: &[Question],
    subject: &str,
    meanings: &Meanings,
) -> Option<SubjectBreak> {
    let (a, b) = (questions_of(before, subject), questions_of(now, subject));
    let codes = |list: &[&Question]| list.iter().map(|question| question.code.clone()).collect::<BTreeSet<_>>();
    let (codes_a, codes_b) = (codes(&a), codes(&b));
    // Also where a new kind took a question out of its dimension: that is the reason to tell.
    let find = |list: &'_ [Question], code: &str| list.iter().find(|question| question.code == code).cloned();
    let broken = codes_a.union(&codes_b).find_map(|code| {
        let (old, new) = find(before, code).zip(find(now, code))?;
        breaks(&old, &new, meanings).into_iter().next()
    });
    match broken {
        Some(why) => Some(SubjectBreak::Question(why)),
        None if a.is_empty() || b.is_empty() => Some(SubjectBreak::Asked),
        None => (codes_a != codes_b).then_some(SubjectBreak::Questions),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::{Kind, bank};
    use crate::render::Language;

    #[test]
    fn white_space_changes_nothing_and_a_word_breaks() {
        let before: Vec<Question> = bank::questions().iter().take(4).cloned().collect();
        let mut now = before.clone();
        now[0].texts = now[0].texts.map(|text| text.replace(' ', "  \n"));
        now[1].texts = now[1].texts.with(Language::En, "Something else");
        now[1].kind = Kind::Agreement;
        now[2].reversed = true;
        now.remove(3);
        now.push(bank::question("effort").expect("in the bank").clone());
        let none = Meanings::default();
        let fates: Vec<Fate> = fates(&before, &now, &none).into_iter().map(|(_, _, fate)| fate).collect();
        assert_eq!(
            fates,
            [
                Fate::Comparable,
                Fate::Broken(vec![Break::Kind, Break::Text]),
                Fate::Broken(vec![Break::Reversed]),
                Fate::New,
                Fate::Gone,
            ]
        );
        let why = |before: &[Question], now: &[Question], subject| subject_break(before, now, subject, &none);
        assert_eq!(why(&before, &now, "reception"), Some(SubjectBreak::Question(Break::Kind)), "a question breaks");
        let one = bank::question("responsiveness_1").expect("in the bank").clone();
        let two = Question { code: "responsiveness_9".to_owned(), ..one.clone() };
        let turned = Question { reversed: true, ..two.clone() };
        let both = [one.clone(), two.clone()];
        let dimension = "responsiveness";
        assert_eq!(why(&both, &[one.clone(), turned], dimension), Some(SubjectBreak::Question(Break::Reversed)));
        assert_eq!(why(&both, std::slice::from_ref(&one), dimension), Some(SubjectBreak::Questions), "it lost one");
        assert_eq!(why(&both, &[], dimension), Some(SubjectBreak::Asked));
        assert_eq!(why(&both, &[two, one], dimension), None, "the order does not matter");
    }

    #[test]
    fn a_language_more_or_less_breaks_nothing() {
        let overall = bank::question("overall").expect("in the bank").clone();
        let before = Question { texts: Texts::both("En tout", "All in all"), ..overall };
        let more = Question { texts: before.texts.with(Language::Nl, "Alles"), ..before.clone() };
        let none = Meanings::default();
        assert_eq!((breaks(&before, &more, &none), breaks(&more, &before, &none)), (vec![], vec![]));
        let other = Question { texts: more.texts.with(Language::Nl, "Iets anders"), ..more.clone() };
        assert_eq!(breaks(&more, &other, &none), [Break::Text]);
        let apart = Question { texts: Texts::of([(Language::Pt, "?")]), ..before.clone() };
        assert_eq!(breaks(&before, &apart, &none), [Break::Text], "no language in common");
    }

    #[test]
    fn a_mark_forgives_texts_and_nothing_else() {
        let before = bank::question("overall").expect("in the bank").clone();
        let mut now = before.clone();
        now.texts = now.texts.map(|text| format!("{text} !"));
        let at = crate::clock::Moment::from_jiff(jiff::Timestamp::UNIX_EPOCH);
        let mark = |a: &Question, b: &Question| {
            Meanings::new(vec![super::super::meanings::Mark::new(
                "overall",
                &a.wording(),
                &b.wording(),
                "rose".into(),
                at,
            )])
        };
        assert_eq!(breaks(&before, &now, &Meanings::default()), [Break::Text]);
        assert_eq!(breaks(&before, &now, &mark(&now, &before)), []);
        let scaled = Question { hi: Some(7), reversed: true, ..now.clone() };
        assert_eq!(breaks(&before, &scaled, &mark(&before, &now)), [Break::Scale, Break::Reversed]);
        let other = Question { texts: now.texts.with(Language::En, "Something else"), ..now.clone() };
        assert_eq!(breaks(&before, &other, &mark(&before, &now)), [Break::Text]);
    }
}

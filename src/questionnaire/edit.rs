//! What may be done to a draft: the order, what comes in, what goes out. The core stays whole, its overall question
//! the last of it; the limits keep the questionnaire short.

use std::ops::Range;

use super::{MOST_CLOSED, MOST_TEXTS, OVERALL, Question, bank, condition};
use crate::error::{Error, Result, Say};
use crate::render::Language;

/// How many closed questions and how many texts.
pub fn counts(list: &[Question]) -> (usize, usize) {
    let closed = list.iter().filter(|question| question.is_closed()).count();
    (closed, list.len() - closed)
}

fn place(list: &[Question], code: &str) -> Result<usize> {
    list.iter().position(|question| question.code == code).ok_or(Error::NotFound)
}

/// The stretch of the list that moves as one: a question with those that depend on it, or one of these alone.
fn stretch(list: &[Question], place: usize) -> Option<Range<usize>> {
    let question = list.get(place)?;
    if question.condition().is_some() {
        return Some(place..place + 1);
    }
    let follow = list.iter().skip(place + 1).take_while(|next| next.asked_if.as_ref() == Some(&question.code));
    Some(place..place + 1 + follow.count())
}

/// The two neighbouring stretches that change places when the question at `place` moves; none when it cannot.
fn swap(list: &[Question], place: usize, up: bool) -> Option<(Range<usize>, Range<usize>)> {
    let own = stretch(list, place)?;
    let (first, second) = if up {
        let mut above = place.checked_sub(1)?;
        // A question that everybody is asked goes over all that hangs on the one above it.
        while list.get(place)?.condition().is_none() && list.get(above)?.condition().is_some() {
            above = above.checked_sub(1)?;
        }
        (stretch(list, above)?, own)
    } else {
        let below = stretch(list, own.end)?;
        (own, below)
    };
    let (one, other) = (list.get(first.start)?, list.get(second.start)?);
    // What depends on a question moves among its like only.
    (one.asked_if == other.asked_if).then_some((first, second))
}

/// May the question at `place` move? The core stays in order.
pub fn may_move(list: &[Question], place: usize, up: bool) -> bool {
    swap(list, place, up).is_some_and(|stretches| keeps_core(list, &stretches))
}

fn keeps_core(list: &[Question], (first, second): &(Range<usize>, Range<usize>)) -> bool {
    match (list.get(first.start), list.get(second.start)) {
        (Some(first), Some(second)) => !(first.core && second.core && second.code == OVERALL),
        _ => false,
    }
}

/// Moves a question one place up or down, with what depends on it, and gives its new place, from 1.
pub fn shift(list: &mut [Question], code: &str, up: bool) -> Result<usize> {
    let at = place(list, code)?;
    let stretches = swap(list, at, up).ok_or_else(|| Error::invalid("questionnaire-at-end"))?;
    if !keeps_core(list, &stretches) {
        return Err(Error::invalid("questionnaire-overall-last"));
    }
    let (first, second) = stretches;
    if let Some(both) = list.get_mut(first.start..second.end) {
        both.rotate_left(first.len());
    }
    Ok(place(list, code)? + 1)
}

/// Moves a question towards the place `wanted`, from 1, as far as it may go, and gives the place where it stands then.
pub fn place_at(list: &mut [Question], code: &str, wanted: usize) -> Result<usize> {
    let mut at = place(list, code)? + 1;
    for _ in 0..list.len() {
        let up = wanted < at;
        let passed = if up { at <= wanted } else { at >= wanted };
        if passed || !may_move(list, at - 1, up) {
            break;
        }
        at = shift(list, code, up)?;
    }
    Ok(at)
}

/// The questions of another service, to ask them here too: own ones under codes of their own, given by `code`.
pub fn copied(list: &[Question], mut code: impl FnMut() -> Result<String>) -> Result<Vec<Question>> {
    let mut renamed = std::collections::BTreeMap::new();
    for question in list.iter().filter(|question| bank::is_own(question)) {
        renamed.insert(question.code.as_str(), code()?);
    }
    let new = |old: &str| renamed.get(old).cloned().unwrap_or_else(|| old.to_owned());
    let copy = |question: &Question| Question {
        code: new(&question.code),
        asked_if: question.asked_if.as_deref().map(new),
        ..question.clone()
    };
    Ok(list.iter().map(copy).collect())
}

/// Asks a question only of those who answered `of` (a question and a value) at or under it; of everybody when none.
pub fn ask_if(list: &mut Vec<Question>, code: &str, of: Option<(String, i32)>) -> Result<()> {
    let before = list.clone();
    let at = place(list, code)?;
    if let Some(question) = list.get_mut(at) {
        (question.asked_if, question.asked_at_most) = of.unzip();
    }
    condition::gather(list);
    condition::hold(list).inspect_err(|_| *list = before)
}

/// Takes a question out; the core cannot be.
pub fn remove(list: &mut Vec<Question>, code: &str) -> Result<Question> {
    let at = place(list, code)?;
    if list.get(at).is_some_and(|question| question.core) {
        return Err(Error::invalid("questionnaire-core-stays"));
    }
    if let Some(other) = list.iter().find(|other| other.asked_if.as_deref() == Some(code)) {
        let name = other.text(Language::Fr);
        return Err(Error::Invalid(Say::new("questionnaire-decides").with("question", name)));
    }
    Ok(list.remove(at))
}

pub fn add_from_bank(list: &mut Vec<Question>, code: &str) -> Result<()> {
    let question = bank::question(code).cloned().ok_or(Error::NotFound)?;
    if list.iter().any(|other| other.code == question.code) {
        return Err(Error::invalid("questionnaire-already-there"));
    }
    add(list, question)
}

/// Puts a question after those of its dimension, else before the texts, within the limits.
pub fn add(list: &mut Vec<Question>, question: Question) -> Result<()> {
    let same = |other: &Question| other.dimension.is_some() && other.dimension == question.dimension;
    let first_text = list.iter().position(|other| !other.is_closed()).unwrap_or(list.len());
    let at = match list.iter().rposition(same) {
        Some(last) if question.is_closed() => last + 1,
        _ if question.is_closed() => first_text,
        _ => list.len(),
    };
    list.insert(at, question);
    within_limits(list).inspect_err(|_| {
        list.remove(at);
    })?;
    condition::gather(list);
    Ok(())
}

/// Puts `question` in the place of the own question of the same code.
pub fn replace(list: &mut [Question], question: Question) -> Result<()> {
    let at = place(list, &question.code)?;
    let old = list.get_mut(at).filter(|old| bank::is_own(old)).ok_or(Error::NotFound)?;
    let before = std::mem::replace(old, question);
    condition::hold(list)?;
    let grown = |list: &[Question], closed: bool| list.get(at).is_some_and(|now| now.is_closed() == closed);
    // A questionnaire that already exceeds the limits may still be corrected.
    if grown(list, before.is_closed()) { Ok(()) } else { within_limits(list) }
}

fn within_limits(list: &[Question]) -> Result<()> {
    let (closed, texts) = counts(list);
    if closed > MOST_CLOSED {
        return Err(Error::Invalid(Say::new("questionnaire-too-many-closed").with("most", MOST_CLOSED)));
    }
    if texts > MOST_TEXTS {
        return Err(Error::Invalid(Say::new("questionnaire-too-many-texts").with("most", MOST_TEXTS)));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn core() -> Vec<Question> {
        bank::questions().iter().filter(|question| question.core).cloned().collect()
    }

    fn codes(list: &[Question]) -> Vec<&str> {
        list.iter().map(|question| question.code.as_str()).collect()
    }

    #[test]
    fn the_overall_question_stays_the_last_of_the_core() {
        let mut list = core();
        assert!(shift(&mut list, OVERALL, true).is_err());
        assert!(shift(&mut list, "difficult_situations_1", false).is_err());
        assert!(remove(&mut list, OVERALL).is_err());
        assert_eq!(shift(&mut list, "reception_1", false).ok(), Some(2));
        add_from_bank(&mut list, "effort").expect("room for one more");
        assert_eq!(shift(&mut list, "effort", true).ok(), Some(8), "own questions may stand before it");
        assert_eq!(codes(&list)[7..], ["effort", "overall"]);
        assert!(shift(&mut list, "effort", true).is_ok());
    }

    #[test]
    fn a_question_goes_to_its_dimension_and_closed_ones_before_texts() {
        let mut list = core();
        for code in ["keep", "reception_2", "importance"] {
            add_from_bank(&mut list, code).expect("room");
        }
        assert_eq!(codes(&list)[..2], ["reception_1", "reception_2"]);
        assert_eq!(codes(&list)[9..], ["importance", "keep"]);
        assert_eq!(counts(&list), (10, 1));
        assert!(add_from_bank(&mut list, "effort").is_err());
        assert!(add_from_bank(&mut list, "keep").is_err());
        assert_eq!(list.len(), 11);
    }

    #[test]
    fn what_depends_on_a_question_moves_with_it_and_holds_it() {
        let mut list = core();
        for code in ["evolution", "effort", "keep", "improve"] {
            let more = bank::question(code).expect("in the bank").clone();
            list.push(more);
        }
        for code in ["keep", "improve"] {
            ask_if(&mut list, code, Some(("effort".to_owned(), 4))).expect("a condition");
        }
        assert_eq!(codes(&list)[8..], ["evolution", "effort", "keep", "improve"]);
        assert_eq!(shift(&mut list, "effort", true).ok(), Some(9), "with all that hangs on it");
        assert_eq!(codes(&list)[8..], ["effort", "keep", "improve", "evolution"]);
        assert_eq!(shift(&mut list, "evolution", true).ok(), Some(9), "over all that hangs on the one above");
        assert_eq!(codes(&list)[8..], ["evolution", "effort", "keep", "improve"]);
        assert_eq!(shift(&mut list, "improve", true).ok(), Some(11), "among its like");
        assert!(shift(&mut list, "improve", true).is_err(), "never before what it depends on");
        assert!(shift(&mut list, "keep", false).is_err());
        assert!(remove(&mut list, "effort").is_err(), "others depend on it");
        assert!(remove(&mut list, "keep").is_ok());
        ask_if(&mut list, "improve", None).expect("asked of everybody again");
        assert!(remove(&mut list, "effort").is_ok());
        assert!(ask_if(&mut list, "overall", Some(("evolution".to_owned(), 2))).is_err(), "the core is for everybody");
        assert_eq!(codes(&list)[8..], ["evolution", "improve"], "nothing moved");
    }
}

//! What may be done to a draft: the order, what comes in, what goes out. The core stays whole, its overall question
//! the last of it; the limits keep the questionnaire short.

use super::{MOST_CLOSED, MOST_TEXTS, OVERALL, Question, bank};
use crate::error::{Error, Result, Say};

/// How many closed questions and how many texts.
pub fn counts(list: &[Question]) -> (usize, usize) {
    let closed = list.iter().filter(|question| question.is_closed()).count();
    (closed, list.len() - closed)
}

fn place(list: &[Question], code: &str) -> Result<usize> {
    list.iter().position(|question| question.code == code).ok_or(Error::NotFound)
}

/// Would the core stay in order if the questions at `place` and just after it changed places?
pub fn may_swap(list: &[Question], place: usize) -> bool {
    match (list.get(place), list.get(place + 1)) {
        (Some(first), Some(second)) => !(first.core && second.core && second.code == OVERALL),
        _ => false,
    }
}

/// Moves a question one place up or down, and gives its new place, from 1.
pub fn shift(list: &mut [Question], code: &str, up: bool) -> Result<usize> {
    let at = place(list, code)?;
    let first = if up { at.checked_sub(1) } else { Some(at) };
    let first = first.filter(|first| *first + 1 < list.len()).ok_or_else(|| Error::invalid("questionnaire-at-end"))?;
    if !may_swap(list, first) {
        return Err(Error::invalid("questionnaire-overall-last"));
    }
    list.swap(first, first + 1);
    Ok(if up { first + 1 } else { first + 2 })
}

/// Takes a question out; the core cannot be.
pub fn remove(list: &mut Vec<Question>, code: &str) -> Result<Question> {
    let at = place(list, code)?;
    if list.get(at).is_some_and(|question| question.core) {
        return Err(Error::invalid("questionnaire-core-stays"));
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
    })
}

/// Puts `question` in the place of the own question of the same code.
pub fn replace(list: &mut [Question], question: Question) -> Result<()> {
    let at = place(list, &question.code)?;
    let old = list.get_mut(at).filter(|old| old.is_own()).ok_or(Error::NotFound)?;
    let before = std::mem::replace(old, question);
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
}

//! Questions asked only of some: of those who answered an earlier question of the same questionnaire, on its scale and
//! as given (before a reversed scale is turned round), at or under a value.
//!
//! The earlier question is asked of everybody and on a scale; "not applicable" and a blank are no value, so the
//! condition is not met. A conditional question stands right behind the one it depends on, is never of the core, and
//! counts in no dimension: the few who are asked would weigh there as if they were everybody.

use super::{Answer, Answers, Question};
use crate::error::{Error, Result, Say};
use crate::render::{Language, words};

impl Question {
    /// The question it depends on, and the highest value there with which it is asked; none when everybody is asked.
    pub fn condition(&self) -> Option<(&str, i32)> {
        self.asked_if.as_deref().zip(self.asked_at_most)
    }

    /// Is it asked of somebody who answered so? The rule that the check page tells and the sending applies.
    pub fn is_asked(&self, answers: &Answers) -> bool {
        self.condition()
            .is_none_or(|(code, most)| answers.get(code).and_then(Answer::value).is_some_and(|value| value <= most))
    }

    /// May a condition be set on it?
    pub fn may_depend(&self) -> bool {
        !self.core && self.dimension.is_none()
    }

    /// May others depend on it? Gives the values that can be the highest: all but the last.
    pub fn may_decide(&self) -> Option<Vec<i32>> {
        let (lo, hi) = self.range().filter(|_| self.condition().is_none())?;
        Some((lo..hi).collect())
    }

    /// "Only if you answered “Very unsatisfactory” or “Rather unsatisfactory”": the condition on this question's values
    /// in words, those of its scale where each has some.
    pub fn at_most_in_words(&self, most: i32, reader: Language) -> String {
        let lowest = self.range().map_or(most, |(lo, _)| lo);
        let labels = self.scale_labels(reader);
        let quoted = |value: i32| {
            let (_, label) = labels.iter().find(|(at, _)| *at == value)?;
            Some(words::say(reader, &Say::new("question-quoted").with("label", label)))
        };
        let all: Option<Vec<String>> = (lowest..=most).map(quoted).collect();
        match all {
            Some(list) if list.len() <= 4 => words::either(reader, &list),
            _ if lowest == most => most.to_string(),
            _ => words::say(reader, &Say::new("question-values").with("lowest", lowest).with("highest", most)),
        }
    }
}

/// Refuses a list in which a condition could not be followed.
pub fn hold(list: &[Question]) -> Result<()> {
    for (place, question) in list.iter().enumerate() {
        let Some((code, most)) = question.condition() else { continue };
        let before = list.iter().take(place).find(|other| other.code == code);
        let may = before.and_then(Question::may_decide).is_some_and(|values| values.contains(&most));
        if !may || !question.may_depend() {
            let name = question.text(Language::Fr);
            return Err(Error::Invalid(Say::new("questionnaire-condition-broken").with("question", name)));
        }
    }
    Ok(())
}

/// Puts every conditional question behind the one it depends on; otherwise the order stays. One that depends on no
/// question asked of everybody stays where it is, for [`hold`] to refuse.
pub fn gather(list: &mut Vec<Question>) {
    let free = list.iter().filter(|question| question.condition().is_none());
    let heads: Vec<String> = free.map(|question| question.code.clone()).collect();
    let follows = |question: &Question| question.asked_if.as_ref().is_some_and(|code| heads.contains(code));
    let (children, heads): (Vec<Question>, Vec<Question>) = std::mem::take(list).into_iter().partition(follows);
    for head in heads {
        let own = children.iter().filter(|child| child.asked_if.as_ref() == Some(&head.code)).cloned();
        let own: Vec<Question> = own.collect();
        list.push(head);
        list.extend(own);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::bank;

    fn asked_if(code: &str, of: &str, most: i32) -> Question {
        let question = bank::question(code).expect("in the bank").clone();
        Question { asked_if: Some(of.to_owned()), asked_at_most: Some(most), ..question }
    }

    #[test]
    fn asked_at_or_under_the_value_and_of_nobody_who_gave_none() {
        let question = asked_if("improve", "overall", 2);
        let said = |answer: Answer| Answers::from([("overall".to_owned(), answer)]);
        for (answer, expected) in [
            (Answer::Value(1), true),
            (Answer::Value(2), true),
            (Answer::Value(3), false),
            (Answer::NotApplicable, false),
        ] {
            assert_eq!(question.is_asked(&said(answer)), expected);
        }
        assert!(!question.is_asked(&Answers::new()));
        assert!(bank::question("improve").expect("in the bank").is_asked(&Answers::new()));
    }

    #[test]
    fn a_condition_that_cannot_be_followed_is_refused() {
        let overall = bank::question("overall").expect("in the bank").clone();
        let list = |question: Question| vec![overall.clone(), question];
        assert!(hold(&list(asked_if("improve", "overall", 4))).is_ok());
        assert!(hold(&list(asked_if("improve", "overall", 5))).is_err(), "everybody would be asked");
        assert!(hold(&list(asked_if("improve", "overall", 0))).is_err(), "nobody would be asked");
        assert!(hold(&list(asked_if("improve", "effort", 2))).is_err(), "not in this questionnaire");
        assert!(hold(&list(asked_if("reception_2", "overall", 2))).is_err(), "it counts in a dimension");
        assert!(hold(&[asked_if("improve", "overall", 2), overall.clone()]).is_err(), "asked before");
        let chain = vec![overall.clone(), asked_if("effort", "overall", 2), asked_if("improve", "effort", 2)];
        assert!(hold(&chain).is_err(), "a condition on a condition");
        let mut apart = vec![asked_if("improve", "overall", 2), bank::question("keep").expect("one").clone(), overall];
        gather(&mut apart);
        let codes: Vec<&str> = apart.iter().map(|question| question.code.as_str()).collect();
        assert_eq!(codes, ["keep", "overall", "improve"]);
        let mut own = vec![asked_if("improve", "improve", 2), asked_if("keep", "improve", 2)];
        gather(&mut own);
        assert_eq!(own.len(), 2, "nothing is lost");
    }

    #[test]
    fn the_condition_reads_as_the_scale_does() {
        let overall = bank::question("overall").expect("in the bank");
        let words = overall.at_most_in_words(2, Language::Fr);
        assert!(words.contains("Très insatisfaisant") && words.contains("ou"), "{words}");
        let ten = bank::question("recommendation").expect("in the bank");
        assert!(ten.at_most_in_words(6, Language::En).contains('6'));
    }
}

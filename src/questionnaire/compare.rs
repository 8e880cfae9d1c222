//! Which trends hold from one version to the next: a question is comparable when nothing that changes its meaning
//! changed. White space does not.

use serde::Serialize;

use super::{Choice, Question};

crate::words!(
    /// Why a question's trend breaks.
    Break {
        Kind = "kind",
        Scale = "scale",
        Reversed = "reversed",
        TextFr = "text_fr",
        TextEn = "text_en",
        Options = "options",
    }
);

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn folded_options(question: &Question) -> Vec<Choice> {
    let fold = |choice: Choice| Choice { fr: folded(&choice.fr), en: folded(&choice.en), ..choice };
    question.options().into_iter().map(fold).collect()
}

/// What breaks the trend of a question between two versions; empty when it holds. The two have the same code.
pub fn breaks(before: &Question, now: &Question) -> Vec<Break> {
    let changed = [
        (Break::Kind, before.kind != now.kind),
        (Break::Scale, before.range() != now.range()),
        (Break::Reversed, before.reversed != now.reversed),
        (Break::TextFr, folded(&before.text_fr) != folded(&now.text_fr)),
        (Break::TextEn, folded(&before.text_en) != folded(&now.text_en)),
        (Break::Options, folded_options(before) != folded_options(now)),
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
pub fn fates<'a>(before: &'a [Question], now: &'a [Question]) -> Vec<(&'a Question, Option<&'a Question>, Fate)> {
    let of = |list: &'a [Question], code: &str| list.iter().find(|question| question.code == code);
    let kept = now.iter().map(|question| {
        let old = of(before, &question.code);
        let fate = match old.map(|old| breaks(old, question)) {
            None => Fate::New,
            Some(why) if why.is_empty() => Fate::Comparable,
            Some(why) => Fate::Broken(why),
        };
        (question, old, fate)
    });
    let gone = before.iter().filter(|old| of(now, &old.code).is_none()).map(|old| (old, Some(old), Fate::Gone));
    kept.chain(gone).collect()
}

/// Does the trend of `dimension` hold? It needs the same questions in both versions, all of them comparable.
pub fn dimension_holds(before: &[Question], now: &[Question], dimension: &str) -> bool {
    let of = |question: &Question| question.dimension.as_deref() == Some(dimension);
    fates(before, now)
        .iter()
        .filter(|(question, old, _)| of(question) || old.is_some_and(of))
        .all(|(question, old, fate)| *fate == Fate::Comparable && of(question) && old.is_some_and(of))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::{Kind, bank};

    #[test]
    fn white_space_changes_nothing_and_a_word_breaks() {
        let before: Vec<Question> = bank::questions().iter().take(4).cloned().collect();
        let mut now = before.clone();
        now[0].text_fr = now[0].text_fr.replace(' ', "  \n");
        now[1].text_en.push('!');
        now[1].kind = Kind::Agreement;
        now[2].reversed = true;
        now.remove(3);
        now.push(bank::question("effort").expect("in the bank").clone());
        let fates: Vec<Fate> = fates(&before, &now).into_iter().map(|(_, _, fate)| fate).collect();
        assert_eq!(
            fates,
            [
                Fate::Comparable,
                Fate::Broken(vec![Break::Kind, Break::TextEn]),
                Fate::Broken(vec![Break::Reversed]),
                Fate::New,
                Fate::Gone,
            ]
        );
        assert!(!dimension_holds(&before, &now, "reception"), "one of its questions breaks");
        assert!(!dimension_holds(&before, &now, "responsiveness"), "it lost a question");
        assert!(dimension_holds(&before, &before, "responsiveness"));
    }
}

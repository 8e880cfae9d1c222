//! What may be shown: one pure rule, run for the whole campaign and then for each question. See docs/privacy.md,
//! mechanism 1. Nothing filters figures anywhere else.

use std::collections::BTreeMap;

use super::statistics::Histogram;

crate::words!(
    /// Why something is not shown; for the audit only, readers see one look for all.
    Reason {
        Outside = "outside",
        /// Nobody answered: nothing to show, and nothing that could be subtracted.
        Nobody = "nobody",
        TooFew = "too_few",
        EverybodyAnswered = "everybody_answered",
        Unanimous = "unanimous",
        HiddenBefore = "hidden_before",
        Remainder = "remainder",
        RowLevel = "row_level",
        Total = "total",
        Union = "union",
    }
);

/// Answers of one client group, or of those who count in none.
#[derive(Debug, Clone, Copy)]
pub struct Cell<'a> {
    pub group: &'a str,
    /// Responses, or valid answers to one question.
    pub n: u32,
    /// The answers by value, where the run is about one question on a scale.
    pub values: Option<&'a Histogram>,
    /// Everybody of the group who could answer did, to whatever question: those it was proposed to, less those without
    /// contact. None where nobody knows.
    pub full: Option<bool>,
    /// Hidden whatever the counts: `outside`, or hidden by the run before, or answers handed out in a file.
    pub barred: Option<Reason>,
}

impl Cell<'_> {
    /// Everybody who could answer did, as far as it is known.
    pub fn is_full(&self) -> bool {
        self.full == Some(true) && self.barred != Some(Reason::Outside)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Why the total is hidden; none when it is shown.
    pub total: Option<Reason>,
    /// The hidden groups that have answers or were barred. Groups without answers have nothing to show.
    pub hidden: BTreeMap<String, Reason>,
}

impl Outcome {
    pub fn shows(&self, group: &str) -> bool {
        self.total.is_none() && !self.hidden.contains_key(group)
    }
}

/// A group in which everybody answered needs this many: otherwise each knows what the others said together.
pub const FULL_GROUP: u32 = 10;

/// How many answers these cells need together: more where in each that has some everybody answered.
fn least<'a>(cells: impl Iterator<Item = &'a Cell<'a>>, threshold: u32) -> u32 {
    let all_full = cells.filter(|cell| cell.n > 0).all(Cell::is_full);
    if all_full { threshold.max(FULL_GROUP) } else { threshold }
}

/// Decides for `cells`, which partition the answers. A cell is hidden when it is barred, has fewer than `threshold`
/// answers (10 if everybody who could answer did), or when one value holds all its answers. Then the remainder: while
/// exactly one cell with answers is hidden, or the hidden ones have fewer than `threshold` together (10 if everybody did
/// in each of them), or are unanimous together, the next smallest is hidden too (ties by code).
pub fn run(cells: &[Cell<'_>], threshold: u32) -> Outcome {
    let all = merged(cells.iter());
    let n: u32 = cells.iter().map(|cell| cell.n).sum();
    let total = match all {
        _ if n < threshold => Some(Reason::TooFew),
        _ if n < least(cells.iter(), threshold) => Some(Reason::EverybodyAnswered),
        Some(values) if values.is_unanimous() => Some(Reason::Unanimous),
        _ => None,
    };
    let mut hidden: BTreeMap<String, Reason> =
        cells.iter().filter_map(|cell| Some((cell.group.to_owned(), reason(cell, threshold)?))).collect();
    loop {
        let out: Vec<&Cell<'_>> = cells.iter().filter(|c| c.n > 0 && hidden.contains_key(c.group)).collect();
        let together: u32 = out.iter().map(|cell| cell.n).sum();
        let unanimous = merged(out.iter().copied()).is_some_and(|values| values.is_unanimous());
        let few = together < least(out.iter().copied(), threshold);
        let exposed = out.len() == 1 || (!out.is_empty() && (few || unanimous));
        if !exposed {
            break;
        }
        let next = cells
            .iter()
            .filter(|cell| cell.n > 0 && !hidden.contains_key(cell.group))
            .min_by(|a, b| (a.n, a.group).cmp(&(b.n, b.group)));
        let Some(next) = next else { break };
        hidden.insert(next.group.to_owned(), Reason::Remainder);
    }
    if total.is_some() {
        for cell in cells {
            hidden.entry(cell.group.to_owned()).or_insert(Reason::Total);
        }
    }
    Outcome { total, hidden }
}

/// Why this cell cannot be shown, whatever stands beside it.
pub fn reason(cell: &Cell<'_>, threshold: u32) -> Option<Reason> {
    if let Some(reason) = cell.barred {
        return Some(reason);
    }
    if cell.n == 0 {
        return Some(Reason::Nobody);
    }
    if cell.n < threshold {
        return Some(Reason::TooFew);
    }
    // Where nobody knows how many could have answered, everybody may have.
    if cell.full != Some(false) && cell.n < threshold.max(FULL_GROUP) {
        return Some(Reason::EverybodyAnswered);
    }
    cell.values.is_some_and(Histogram::is_unanimous).then_some(Reason::Unanimous)
}

fn merged<'a>(cells: impl Iterator<Item = &'a Cell<'a>>) -> Option<Histogram> {
    let mut all = Histogram::default();
    for cell in cells {
        all.merge(cell.values?);
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells<'a>(counts: &[(&'a str, u32)]) -> Vec<Cell<'a>> {
        counts.iter().map(|(group, n)| Cell { group, n: *n, values: None, full: Some(false), barred: None }).collect()
    }

    fn hidden(counts: &[(&str, u32)], threshold: u32) -> String {
        run(&cells(counts), threshold).hidden.into_keys().collect()
    }

    #[test]
    fn one_hidden_group_takes_the_next_smallest_with_it() {
        assert_eq!(hidden(&[("a", 3), ("b", 10), ("c", 12), ("d", 15)], 5), "ab");
        assert_eq!(hidden(&[("a", 3), ("b", 3), ("c", 12)], 5), "ab");
        assert_eq!(hidden(&[("a", 2), ("b", 2), ("c", 12), ("d", 12)], 5), "abc");
        assert_eq!(hidden(&[("a", 6), ("b", 7)], 5), "");
    }

    #[test]
    fn a_group_without_answers_protects_nobody() {
        assert_eq!(hidden(&[("a", 3), ("z", 0), ("b", 10), ("c", 12)], 5), "abz");
    }

    #[test]
    fn under_the_threshold_nothing_is_shown_at_all() {
        let outcome = run(&cells(&[("a", 2), ("b", 2)]), 5);
        assert_eq!(outcome.total, Some(Reason::TooFew));
        assert!(!outcome.shows("a") && !outcome.shows("b"));
    }

    #[test]
    fn full_and_unanimous_groups_are_hidden() {
        let same: Histogram = [4, 4, 4, 4, 4, 4].into_iter().collect();
        let mixed: Histogram = [1, 2, 3, 4, 5, 4, 4, 4, 4, 4, 4, 4].into_iter().collect();
        fn cell<'a>(group: &'a str, h: &'a Histogram, could_answer: u32) -> Cell<'a> {
            Cell { group, n: h.n(), values: Some(h), full: Some(h.n() >= could_answer), barred: None }
        }
        let list = [cell("a", &same, 50), cell("b", &mixed, 50), cell("c", &mixed, 50)];
        let outcome = run(&list, 5);
        assert_eq!(outcome.hidden.get("a"), Some(&Reason::Unanimous));
        assert_eq!(outcome.hidden.len(), 2, "and one more, or it could be subtracted");
        let few: Histogram = [1, 2, 3, 4, 5, 4].into_iter().collect();
        let list = [cell("a", &few, 6), cell("b", &mixed, 12), cell("c", &mixed, 50)];
        assert_eq!(run(&list, 5).hidden.get("a"), Some(&Reason::EverybodyAnswered));
        assert_eq!(run(&list, 5).hidden.get("b"), Some(&Reason::Remainder));
        // Two such groups hide each other only when ten answered together; a total of nothing else is one of them.
        let nine = [cell("a", &few, 6), Cell { n: 3, full: Some(true), ..cell("b", &few, 3) }, cell("c", &mixed, 50)];
        assert!(run(&nine, 5).hidden.contains_key("c"));
        let alone = [cell("a", &few, 6), Cell { n: 0, values: None, ..cell("b", &few, 9) }];
        assert_eq!(run(&alone, 5).total, Some(Reason::EverybodyAnswered));
        assert_eq!(run(&[cell("a", &few, 7)], 5).total, None);
        let all_same = [cell("a", &same, 50), cell("b", &same, 50)];
        assert_eq!(run(&all_same, 5).total, Some(Reason::Unanimous));
    }
}

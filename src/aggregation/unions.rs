//! What readers could work out by adding and subtracting published tables. A table about a union of cells is one 0/1
//! vector over the cells; everything that sums and differences of the accepted tables can isolate lies in the space of
//! these vectors. A further table is accepted only if no union of cells in that space is too small or of one mind.
//! Exact: integer arithmetic, no sampling. What cannot be decided within its bounds is refused, never accepted.

use std::collections::{BTreeMap, BTreeSet};

use super::disclosure::FULL_GROUP;
use super::statistics::Histogram;

/// Answers that no table splits further: one client group of one supplier, or those who count in none.
#[derive(Debug, Clone)]
pub struct Part {
    /// Which supplier they are about. One person answers about several, so the size of a union is the largest number
    /// of answers it holds about one supplier.
    pub supplier: usize,
    pub n: u32,
    /// By value, where the subject is a question on a scale.
    pub values: Option<Histogram>,
    /// Everybody who could answer did.
    pub full: bool,
}

/// A row of the reduced basis: integer coefficients by cell, the first one its pivot.
type Row = BTreeMap<usize, i128>;

/// The tables accepted so far about one subject.
#[derive(Debug, Clone)]
pub struct Tables {
    parts: Vec<Part>,
    threshold: u32,
    /// In reduced echelon form: no row has a coefficient at another's pivot.
    basis: Vec<Row>,
}

/// How many unions are looked at before a table is refused as undecided.
const MOST_STEPS: usize = 100_000;

impl Tables {
    /// No table yet about `parts`. Cells without answers are left out: whoever knows them to be empty must learn no
    /// more than who does not.
    pub fn about(parts: Vec<Part>, threshold: u32) -> Self {
        Self { parts, threshold, basis: Vec::new() }
    }

    /// Takes the table about the union of `cells` if nothing small or of one mind can be worked out with it; false,
    /// and nothing changes, otherwise. A table about no answers at all is refused.
    pub fn accept(&mut self, cells: &BTreeSet<usize>) -> bool {
        let row: Row = cells.iter().filter(|cell| self.n(**cell) > 0).map(|cell| (*cell, 1)).collect();
        if row.is_empty() {
            return false;
        }
        let Some(row) = reduced(row, &self.basis) else { return false };
        // A table that says nothing new needs no look: what it isolates could be isolated before.
        let Some(pivot) = row.keys().next().copied() else { return true };
        let Some(changed) = cleared(&self.basis, &row, pivot) else { return false };
        let before: Vec<(usize, Row)> = changed.into_iter().map(|(at, row)| (at, self.put(at, row))).collect();
        self.basis.push(row);
        let safe = self.isolates_nothing();
        if !safe {
            self.basis.pop();
            for (at, row) in before {
                self.put(at, row);
            }
        }
        safe
    }

    fn put(&mut self, at: usize, row: Row) -> Row {
        self.basis.get_mut(at).map(|known| std::mem::replace(known, row)).unwrap_or_default()
    }

    fn n(&self, cell: usize) -> u32 {
        self.parts.get(cell).map_or(0, |part| part.n)
    }

    /// Is this union too small, or of one mind?
    fn gives_away<'a>(&self, cells: impl Iterator<Item = &'a usize>) -> bool {
        let mut sizes: BTreeMap<usize, u32> = BTreeMap::new();
        let mut together = Some(Histogram::default());
        let mut full = true;
        for part in cells.filter_map(|cell| self.parts.get(*cell)) {
            *sizes.entry(part.supplier).or_default() += part.n;
            full &= part.full;
            together = together.zip(part.values.as_ref()).map(|(mut all, values)| {
                all.merge(values);
                all
            });
        }
        let size = sizes.values().max().copied().unwrap_or(0);
        let least = if full { self.threshold.max(FULL_GROUP) } else { self.threshold };
        size < least || together.is_some_and(|values| values.is_unanimous())
    }

    /// No 0/1 vector in the space of the basis is a union that gives something away. Every such vector is the sum of
    /// the rows whose pivots it holds, each over its pivot's coefficient. A union that holds enough answers of several
    /// values keeps doing so whatever is added, so only unions of pivots that give something away are followed.
    fn isolates_nothing(&self) -> bool {
        let mut steps = MOST_STEPS;
        self.search(0, &mut Vec::new(), &mut steps)
    }

    fn search(&self, next: usize, chosen: &mut Vec<usize>, steps: &mut usize) -> bool {
        let basis = &self.basis;
        for at in next..basis.len() {
            *steps = steps.saturating_sub(1);
            if *steps == 0 {
                return false;
            }
            chosen.push(at);
            let pivots = chosen.iter().filter_map(|row| basis.get(*row)?.keys().next());
            if self.gives_away(pivots) {
                let found = union_of(basis, chosen).is_some_and(|cells| self.gives_away(cells.iter()));
                if found || !self.search(at + 1, chosen, steps) {
                    return false;
                }
            }
            chosen.pop();
        }
        true
    }
}

/// The cells of the vector that holds exactly the pivots of `chosen`, if it is one of zeros and ones.
fn union_of(basis: &[Row], chosen: &[usize]) -> Option<BTreeSet<usize>> {
    // Sums of fractions over the product of their denominators would overflow; over the least common one they do not.
    let rows: Vec<(&Row, i128)> =
        chosen.iter().filter_map(|at| basis.get(*at)).filter_map(|row| Some((row, *row.values().next()?))).collect();
    let mut whole: i128 = 1;
    for (_, pivot) in &rows {
        whole = (whole / gcd(whole, *pivot)).checked_mul(pivot.abs())?;
    }
    let mut sums: BTreeMap<usize, i128> = BTreeMap::new();
    for (row, pivot) in rows {
        for (cell, coefficient) in row {
            let sum = sums.entry(*cell).or_default();
            *sum = sum.checked_add(coefficient.checked_mul(whole / pivot)?)?;
        }
    }
    sums.retain(|_, sum| *sum != 0);
    sums.values().all(|sum| *sum == whole).then(|| sums.into_keys().collect())
}

/// What `row` says beyond the basis; empty when it is in its space. None when the numbers grow beyond what is counted
/// exactly.
fn reduced(mut row: Row, basis: &[Row]) -> Option<Row> {
    for known in basis {
        let (pivot, _) = known.first_key_value()?;
        row = without(row, known, *pivot)?;
    }
    Some(row)
}

/// The rows of the basis that change when `row` joins it: freed of its pivot.
fn cleared(basis: &[Row], row: &Row, pivot: usize) -> Option<Vec<(usize, Row)>> {
    let touched = basis.iter().enumerate().filter(|(_, known)| known.contains_key(&pivot));
    touched.map(|(at, known)| Some((at, without(known.clone(), row, pivot)?))).collect()
}

/// `row` made free of `cell` with the help of `other`, in lowest terms.
fn without(row: Row, other: &Row, cell: usize) -> Option<Row> {
    let Some(mine) = row.get(&cell).copied() else { return Some(row) };
    let theirs = *other.get(&cell)?;
    let divisor = gcd(mine, theirs);
    let (mine, theirs) = (mine / divisor, theirs / divisor);
    let mut made: Row = BTreeMap::new();
    for (at, coefficient) in row {
        made.insert(at, coefficient.checked_mul(theirs)?);
    }
    for (at, coefficient) in other {
        let sum = made.entry(*at).or_default();
        *sum = sum.checked_sub(coefficient.checked_mul(mine)?)?;
    }
    made.retain(|_, coefficient| *coefficient != 0);
    let common = made.values().fold(0, |common, coefficient| gcd(common, *coefficient)).max(1);
    made.values_mut().for_each(|coefficient| *coefficient /= common);
    Some(made)
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables(sizes: &[(usize, u32)], threshold: u32) -> Tables {
        let parts =
            sizes.iter().map(|(supplier, n)| Part { supplier: *supplier, n: *n, values: None, full: false }).collect();
        Tables::about(parts, threshold)
    }

    fn accepted(tables: &mut Tables, lists: &[&[usize]]) -> Vec<bool> {
        lists.iter().map(|cells| tables.accept(&cells.iter().copied().collect())).collect()
    }

    #[test]
    fn a_difference_that_isolates_a_small_cell_is_refused() {
        // Three groups of 20 and one of 3: the total and two groups leave 23, the third would leave 3.
        let mut t = tables(&[(0, 20), (0, 20), (0, 20), (0, 3)], 5);
        assert_eq!(accepted(&mut t, &[&[0, 1, 2, 3], &[0], &[1], &[2], &[3]]), [true, true, true, false, false]);
        // A branch of the two shown groups says nothing new; one of a shown and a hidden group leaves the other two.
        assert_eq!(accepted(&mut t, &[&[0, 1], &[0, 2], &[1, 3]]), [true, false, false]);
    }

    #[test]
    fn overlapping_branches_are_judged_together() {
        // a+b and b+c with the total leave c and a; with b, everything.
        let mut t = tables(&[(0, 6), (0, 3), (0, 6)], 5);
        assert_eq!(accepted(&mut t, &[&[0, 1, 2], &[0, 1], &[1, 2]]), [true, true, false]);
        let mut t = tables(&[(0, 6), (0, 3), (0, 6), (0, 9)], 5);
        // a+b, b+c and c+a together give twice each, and so each alone.
        assert_eq!(accepted(&mut t, &[&[0, 1], &[1, 2], &[0, 2]]), [true, true, false]);
    }

    #[test]
    fn one_person_answers_about_several_suppliers() {
        // Two suppliers, two groups each of 3 answers: together a group holds 6 sheets, perhaps of 3 people.
        let mut t = tables(&[(0, 3), (0, 30), (1, 3), (1, 30)], 5);
        assert_eq!(accepted(&mut t, &[&[0, 1], &[2, 3], &[0, 2], &[1, 3]]), [true, true, false, false]);
        // A hidden supplier cannot be had from the total over all of them.
        let mut t = tables(&[(0, 3), (1, 30)], 5);
        assert_eq!(accepted(&mut t, &[&[1], &[0, 1]]), [true, false]);
    }

    #[test]
    fn cells_without_answers_hide_nobody() {
        let mut t = tables(&[(0, 3), (0, 0), (0, 20)], 5);
        assert_eq!(accepted(&mut t, &[&[0, 1, 2], &[2], &[0, 1], &[1]]), [true, false, false, false]);
    }

    #[test]
    fn groups_in_which_everybody_answered_need_more_together() {
        let full = |n: u32| Part { supplier: 0, n, values: None, full: true };
        let open = Part { full: false, ..full(20) };
        let mut t = Tables::about(vec![open.clone(), full(6), full(3)], 5);
        assert_eq!(accepted(&mut t, &[&[0, 1, 2], &[0]]), [true, false]);
        let mut t = Tables::about(vec![open, full(6), full(4)], 5);
        assert_eq!(accepted(&mut t, &[&[0, 1, 2], &[0]]), [true, true]);
    }

    #[test]
    fn of_one_mind_is_too_much_at_any_size() {
        let same: Histogram = std::iter::repeat_n(4, 30).collect();
        let mixed: Histogram = (0..30).map(|n| 1 + n % 5).collect();
        let part = |values: &Histogram| Part { supplier: 0, n: values.n(), values: Some(values.clone()), full: false };
        let mut t = Tables::about(vec![part(&same), part(&mixed), part(&mixed)], 5);
        assert_eq!(accepted(&mut t, &[&[0, 1, 2], &[1], &[2]]), [true, true, false]);
    }
}

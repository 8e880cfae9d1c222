//! What a reader of every published figure can work out, exactly. Shares no code with the engine: each shown additive
//! figure is a 0/1 vector over cells (supplier, group, question); the space they span, over the integers modulo 2^61-1,
//! is searched for unions of cells that are too small or of one mind.

use std::collections::{BTreeMap, BTreeSet};

use super::organisation::{OUTSIDE, Organisation, Said};

const P: u64 = (1 << 61) - 1;
/// Responses stand as the answers to this question.
pub const RESPONSES: &str = "*";
const ALL: &str = "*";
/// What the value release holds; everything else is levels.
const OF_VALUES: [&str; 8] = ["mean", "satisfied", "responses", "margin", "eligible", "rr1", "rr2", "no_contact"];

/// One row as a reader has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub supplier: String,
    pub group: String,
    pub subject: String,
    pub indicator: String,
    pub value: Option<f64>,
    pub word: Option<String>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub n: Option<i32>,
    pub shown: bool,
}

pub type Cell = (usize, String, String);
type Union = BTreeSet<Cell>;

#[derive(Debug, Clone, Default)]
struct Held {
    n: u32,
    /// None for responses and choices, which are of no mind.
    values: Option<BTreeSet<i32>>,
    /// Everybody of the group who could answer did, this question too: each knows what the others said together.
    full: bool,
}

#[derive(Debug, Default, Clone, Copy)]
pub struct Work {
    pub shown: usize,
    pub tables: usize,
    pub unions: usize,
}

pub struct Attack<'a> {
    one: &'a Organisation,
    rows: &'a [Row],
    /// What the wave before has published.
    before: &'a [Row],
    held: BTreeMap<Cell, Held>,
    /// Every valid value of a cell, for checking what figures say.
    raw: BTreeMap<Cell, Vec<i32>>,
    pub work: Work,
}

impl<'a> Attack<'a> {
    pub fn new(one: &'a Organisation, rows: &'a [Row]) -> Self {
        let mut held: BTreeMap<Cell, Held> = BTreeMap::new();
        let mut raw: BTreeMap<Cell, Vec<i32>> = BTreeMap::new();
        for sheet in one.sheets.iter().filter(|sheet| !sheet.no_contact) {
            let at = |question: &str| (sheet.supplier, sheet.group.clone(), question.to_owned());
            held.entry(at(RESPONSES)).or_default().n += 1;
            for (code, said) in &sheet.answers {
                match said {
                    Said::Value(value) => {
                        let value = &turned(one, sheet.supplier, code, *value);
                        let cell = held.entry(at(code)).or_default();
                        cell.n += 1;
                        cell.values.get_or_insert_default().insert(*value);
                        raw.entry(at(code)).or_default().push(*value);
                    }
                    Said::Chosen(_) => held.entry(at(code)).or_default().n += 1,
                    Said::NotApplicable => {}
                }
            }
        }
        for ((supplier, group, _), cell) in &mut held {
            cell.full = group != OUTSIDE && cell.n >= one.could_answer(*supplier, group);
        }
        Self { one, rows, before: &[], held, raw, work: Work::default() }
    }

    pub fn after(mut self, before: &'a [Row]) -> Self {
        self.before = before;
        self
    }

    fn suppliers(&self, row: &Row) -> Vec<usize> {
        (0..self.one.services.len())
            .filter(|at| row.supplier == ALL || self.one.services[*at].code == row.supplier)
            .collect()
    }

    fn groups(&self, row: &Row) -> Option<BTreeSet<String>> {
        match row.group.strip_prefix("branch:") {
            Some(unit) => Some(self.one.below(unit)),
            None if row.group == ALL => None,
            None => Some(BTreeSet::from([row.group.clone()])),
        }
    }

    /// The cells with answers that `questions` have in the suppliers and groups of a row.
    fn union(&self, row: &Row, questions: &BTreeSet<&str>) -> Union {
        let (suppliers, groups) = (self.suppliers(row), self.groups(row));
        self.held
            .keys()
            .filter(|(supplier, group, question)| {
                suppliers.contains(supplier)
                    && groups.as_ref().is_none_or(|groups| groups.contains(group))
                    && questions.contains(question.as_str())
            })
            .cloned()
            .collect()
    }

    fn is_shown(&self, like: &Row, subject: &str, indicator: &str) -> bool {
        let of = |r: &&Row| r.supplier == like.supplier && r.group == like.group && r.subject == subject;
        self.rows.iter().filter(of).any(|r| r.indicator == indicator && r.shown)
    }

    fn values(&self, union: &Union) -> Vec<i32> {
        union.iter().filter_map(|cell| self.raw.get(cell)).flatten().copied().collect()
    }

    /// The union that a shown row is a table about; none for figures that are no sums.
    pub fn table(&self, row: &Row) -> Option<Union> {
        if row.subject == RESPONSES && ["rr1", "rr2"].contains(&row.indicator.as_str()) {
            // Times those concerned, who are known: how many of those asked answered.
            row.value?;
            let asked = self.union(row, &BTreeSet::from([RESPONSES]));
            return Some(asked.into_iter().filter(|(_, group, _)| group != OUTSIDE).collect());
        }
        if row.subject == RESPONSES {
            return (row.indicator == "responses").then(|| self.union(row, &BTreeSet::from([RESPONSES])));
        }
        // A verdict between waves is a word about what else is shown.
        if row.indicator.ends_with("_verdict") && row.value.is_none() {
            return None;
        }
        let questions = || self.suppliers(row).into_iter().flat_map(|at| &self.one.services[at].questions);
        if ["importance", "gap", "quadrant"].contains(&row.indicator.as_str()) {
            return self.weights(row);
        }
        if questions().any(|question| question.code == row.subject) {
            return Some(self.union(row, &BTreeSet::from([row.subject.as_str()])));
        }
        let members: BTreeSet<&str> = questions()
            .filter(|q| q.kind.as_str() == "satisfaction" && q.dimension.as_deref() == Some(&row.subject))
            .map(|q| q.code.as_str())
            .collect();
        // What only whole sheets tell rests on the questions whose distribution is shown.
        let whole = ["spearman", "lmg", "relative_weight", "alpha"].contains(&row.indicator.as_str());
        let open: BTreeSet<&str> = members.iter().copied().filter(|code| self.is_shown(row, code, "sd")).collect();
        if whole && !open.is_empty() {
            return Some(self.union(row, &open));
        }
        let shown: BTreeSet<&str> = members.iter().copied().filter(|code| self.is_shown(row, code, "mean")).collect();
        let (union, mean) = (self.union(row, &shown), self.mean_of(row));
        // What it says it pools is what it should; where the figure is another's, that one is what it gives away.
        match mean {
            Some(mean) if !shown.is_empty() && near(mean, &self.values(&union)) => Some(union),
            Some(mean) => {
                let all: Vec<&str> = members.into_iter().collect();
                let subsets = (1..1_usize << all.len()).rev().map(|bits| -> BTreeSet<&str> {
                    all.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, code)| *code).collect()
                });
                let found = subsets.map(|subset| self.union(row, &subset)).find(|u| near(mean, &self.values(u)));
                Some(found.unwrap_or(union))
            }
            None => Some(union),
        }
    }

    /// What the importance of a dimension is about: the choice among dimensions, or a rating, whichever it says.
    /// None where it is the importance of the wave before: then the row says nothing that is not shown elsewhere.
    fn weights(&self, row: &Row) -> Option<Union> {
        let same = |r: &&Row| r.supplier == row.supplier && r.group == row.group && r.subject == row.subject;
        let importance = |rows: &'a [Row]| rows.iter().filter(same).find(|r| r.indicator == "importance" && r.shown);
        let said = match (importance(self.rows), importance(self.before), self.mean_of(row)) {
            (Some(own), _, _) => own,
            (None, Some(old), Some(mean)) if row.n == old.n => {
                let gap = old.value.map(|weight| weight - mean);
                let known =
                    row.indicator == "quadrant" || gap.zip(row.value).is_some_and(|(a, b)| (a - b).abs() < 1e-9);
                if known {
                    return None;
                }
                row
            }
            _ => row,
        };
        let questions = self.suppliers(row).into_iter().flat_map(|at| &self.one.services[at].questions);
        let (mut chosen, mut rated) = (Union::new(), Union::new());
        for question in questions {
            let union = self.union(row, &BTreeSet::from([question.code.as_str()]));
            match question.kind.as_str() {
                "choose_dimensions" => chosen.extend(union),
                "importance" if question.dimension.as_deref() == Some(&row.subject) => rated.extend(union),
                _ => {}
            }
        }
        let values = self.values(&rated);
        let rating = said.value.is_some_and(|mean| !values.is_empty() && near(mean, &values));
        Some(if rating { rated } else { chosen })
    }

    fn mean_of(&self, like: &Row) -> Option<f64> {
        let same = |r: &&Row| r.supplier == like.supplier && r.group == like.group && r.subject == like.subject;
        self.rows.iter().filter(same).find(|r| r.indicator == "mean" && r.shown)?.value
    }

    fn says_levels(row: &Row) -> bool {
        let exact = |value: f64| (value * 10.0 - (value * 10.0).round()).abs() > 1e-9;
        !OF_VALUES.contains(&row.indicator.as_str())
            || (row.indicator == "mean" && (row.low.is_some() || row.value.is_some_and(exact)))
    }

    /// Every union that can be worked out and gives somebody away: first from all shown rows, then from those that show
    /// more than means and shares.
    pub fn leaks(&mut self) -> Vec<String> {
        let shown: Vec<&Row> = self.rows.iter().filter(|row| row.shown).collect();
        self.work.shown += shown.len();
        let mut found = Vec::new();
        for (name, k, only_levels) in [("values", self.one.threshold, false), ("levels", self.one.levels, true)] {
            let tables: BTreeSet<Union> = shown
                .iter()
                .filter(|row| !only_levels || Self::says_levels(row))
                .filter_map(|row| self.table(row))
                .filter(|union| !union.is_empty())
                .collect();
            self.work.tables += tables.len();
            let mut search = Search { held: &self.held, k, looked_at: 0, found: Vec::new() };
            search.through(&tables.into_iter().collect::<Vec<_>>());
            self.work.unions += search.looked_at;
            found.extend(search.found.into_iter().map(|union| format!("seed {} {name}: {union}", self.one.seed)));
        }
        found
    }

    /// What needs no algebra: rows that may not be, hold what they may not, or do not say what is.
    pub fn faults(&self) -> Vec<String> {
        let mut found = Vec::new();
        for row in self.rows {
            if let Some(fault) = self.fault(row) {
                found.push(format!("seed {}: {fault}: {row:?}", self.one.seed));
            }
        }
        found
    }

    fn fault(&self, row: &Row) -> Option<&'static str> {
        if !row.shown {
            let carries = row.value.is_some() || row.word.is_some() || row.low.is_some() || row.n.is_some();
            return carries.then_some("a hidden row carries something");
        }
        if ["outside", "other", ""].contains(&row.group.as_str()) {
            return Some("those who count in no group");
        }
        let of_group = row.group != ALL;
        if of_group && row.subject == RESPONSES && row.indicator != "responses" {
            return Some("a figure over several questions by group");
        }
        let total_only = [
            "change",
            "trend",
            "alpha",
            "lmg",
            "relative",
            "r2",
            "index",
            "funnel",
            "shrunk",
            "weighted",
            "spearman",
            "importance",
            "gap",
            "quadrant",
            "margin",
        ];
        if of_group && total_only.iter().any(|start| row.indicator.starts_with(start)) {
            return Some("for all clients only");
        }
        let union = self.table(row)?;
        let sizes = self.sizes(&union);
        let most = sizes.values().copied().max().unwrap_or(0);
        let releasing = |at: &usize| self.one.row_level && self.responses(*at) >= 30;
        if of_group && self.suppliers(row).iter().any(|at| releasing(at) && union.iter().any(|cell| cell.0 == *at)) {
            return Some("by group beside released rows");
        }
        if most < self.one.threshold || (Self::says_levels(row) && most < self.one.levels) {
            return Some("under the threshold");
        }
        if of_group && row.supplier != ALL && self.everybody(row, most) && most < self.one.levels {
            return Some("everybody of the group answered");
        }
        if row.indicator == "satisfied" && row.low.is_some() && row.n < Some(10) {
            return Some("an interval of a few");
        }
        self.untrue(row, &union).then_some("it says what is not so")
    }

    fn responses(&self, supplier: usize) -> u32 {
        let of = |((own, _, question), _): &(&Cell, &Held)| *own == supplier && question == RESPONSES;
        self.held.iter().filter(of).map(|(_, held)| held.n).sum()
    }

    fn everybody(&self, row: &Row, n: u32) -> bool {
        let supplier = self.suppliers(row)[0];
        let groups = self.groups(row).unwrap_or_default();
        n >= groups.iter().map(|group| self.one.could_answer(supplier, group)).sum()
    }

    /// By supplier and question.
    fn sizes(&self, union: &Union) -> BTreeMap<(usize, &str), u32> {
        let mut sizes = BTreeMap::new();
        for (cell, held) in union.iter().filter_map(|cell| self.held.get_key_value(cell)) {
            *sizes.entry((cell.0, cell.2.as_str())).or_default() += held.n;
        }
        sizes
    }

    fn untrue(&self, row: &Row, union: &Union) -> bool {
        let values = self.values(union);
        let single = union.iter().map(|cell| &cell.2).collect::<BTreeSet<_>>().len() == 1;
        let n: u32 = self.sizes(union).values().sum();
        let of = |count: usize| count as f64 / values.len() as f64;
        let scale = || {
            let (_, _, question) = union.first()?;
            self.one.services.iter().flat_map(|s| &s.questions).find(|q| q.code == *question)?.scale
        };
        let same = |truth: f64| row.value.is_some_and(|value| (value - truth).abs() < 1e-9);
        let counted = !single || row.n.and_then(|n| u32::try_from(n).ok()) == Some(n);
        match row.indicator.as_str() {
            "responses" => !same(f64::from(n)) || !counted,
            "mean" => !row.value.is_some_and(|mean| near(mean, &values)) || !counted,
            "satisfied" => {
                let top = scale().map_or(i32::MAX, |(_, hi)| hi - 1);
                !same(of(values.iter().filter(|value| **value >= top).count())) || !counted
            }
            name if name.starts_with("count_") && !values.is_empty() => {
                let value: i32 = name["count_".len()..].parse().expect("a value");
                !same(values.iter().filter(|own| **own == value).count() as f64) || !counted
            }
            _ => false,
        }
    }
}

/// A value as figures have it: from the other end where the question is worded the other way round.
fn turned(one: &Organisation, supplier: usize, code: &str, value: i32) -> i32 {
    let asked = one.services[supplier].questions.iter().find(|question| question.code == code && question.reversed);
    asked.and_then(|question| question.scale).map_or(value, |(lo, hi)| lo + hi - value)
}

/// Is this the mean of these values, to the ninth digit or rounded to one decimal?
fn near(mean: f64, values: &[i32]) -> bool {
    let truth = values.iter().sum::<i32>() as f64 / values.len() as f64;
    (truth - mean).abs() < 1e-9 || ((truth * 10.0).round() / 10.0 - mean).abs() < 1e-9
}

/// Cells that always come together.
struct Column {
    cells: Vec<Cell>,
    sizes: BTreeMap<(usize, String), u32>,
    /// None when it holds something of no mind.
    values: Option<BTreeSet<i32>>,
    full: bool,
}

struct Search<'a> {
    held: &'a BTreeMap<Cell, Held>,
    k: u32,
    looked_at: usize,
    found: Vec<String>,
}

/// A union under way: what it certainly holds.
#[derive(Clone, Default)]
struct Pile {
    sizes: BTreeMap<(usize, String), u32>,
    values: BTreeSet<i32>,
    of_no_mind: bool,
    not_full: bool,
}

impl Pile {
    fn add(&mut self, column: &Column) {
        for (key, n) in &column.sizes {
            *self.sizes.entry(key.clone()).or_default() += n;
        }
        self.not_full |= !column.full;
        match &column.values {
            Some(values) => self.values.extend(values),
            None => self.of_no_mind = true,
        }
    }

    /// Too small, or of one mind. Adding to a union that is neither makes it neither. Groups in which everybody answered
    /// need more, alone and together.
    fn is_bad(&self, k: u32) -> bool {
        let least = if self.not_full { k } else { k.max(OF_EVERYBODY) };
        self.sizes.values().max().copied().unwrap_or(0) < least || (!self.of_no_mind && self.values.len() == 1)
    }
}

const OF_EVERYBODY: u32 = 10;
const MOST: usize = 20_000_000;

impl Search<'_> {
    fn through(&mut self, tables: &[Union]) {
        let cells: BTreeSet<&Cell> = tables.iter().flatten().collect();
        // Cells that are in the same tables have the same coefficient in every sum of tables.
        let mut together: BTreeMap<Vec<usize>, Vec<Cell>> = BTreeMap::new();
        for cell in cells {
            let inside: Vec<usize> = (0..tables.len()).filter(|at| tables[*at].contains(cell)).collect();
            together.entry(inside).or_default().push(cell.clone());
        }
        let mut columns: Vec<(Vec<usize>, Column)> =
            together.into_iter().map(|(inside, cells)| (inside, self.column(cells))).collect();
        // The largest become pivots, so that a small pivot is rare.
        columns.sort_by_key(|(_, column)| std::cmp::Reverse(column.sizes.values().max().copied()));
        let mut matrix = vec![vec![0_u64; columns.len()]; tables.len()];
        for (at, (inside, _)) in columns.iter().enumerate() {
            inside.iter().for_each(|table| matrix[*table][at] = 1);
        }
        let columns: Vec<Column> = columns.into_iter().map(|(_, column)| column).collect();
        let basis = reduce(matrix);
        for block in blocks(&basis) {
            let rows: Vec<&Vec<u64>> = block.iter().map(|at| &basis[*at]).collect();
            let pivots: Vec<usize> =
                rows.iter().map(|row| row.iter().position(|c| *c != 0).expect("a pivot")).collect();
            self.follow(&rows, &pivots, &columns, 0, &Pile::default(), &vec![0; columns.len()]);
        }
    }

    fn column(&self, cells: Vec<Cell>) -> Column {
        let mut sizes: BTreeMap<(usize, String), u32> = BTreeMap::new();
        let mut values = Some(BTreeSet::new());
        let mut full = true;
        for cell in &cells {
            let held = &self.held[cell];
            full &= held.full;
            *sizes.entry((cell.0, cell.2.clone())).or_default() += held.n;
            values = values.zip(held.values.clone()).map(|(all, own)| &all | &own);
        }
        Column { cells, sizes, values, full }
    }

    /// Every sum of rows is told by its coefficients at the pivots; a union has ones and zeros there.
    fn follow(
        &mut self,
        rows: &[&Vec<u64>],
        pivots: &[usize],
        columns: &[Column],
        next: usize,
        pile: &Pile,
        sum: &[u64],
    ) {
        for at in next..rows.len() {
            self.looked_at += 1;
            assert!(self.looked_at < MOST, "too many unions to look at");
            let mut grown = pile.clone();
            grown.add(&columns[pivots[at]]);
            if !grown.is_bad(self.k) {
                continue;
            }
            let sum: Vec<u64> = sum.iter().zip(rows[at]).map(|(a, b)| (a + b) % P).collect();
            if sum.iter().all(|coefficient| *coefficient <= 1) {
                let mut whole = Pile::default();
                let inside = || sum.iter().zip(columns).filter(|(c, _)| **c == 1).map(|(_, column)| column);
                inside().for_each(|column| whole.add(column));
                if whole.is_bad(self.k) {
                    let cells: Vec<String> = inside()
                        .flat_map(|column| &column.cells)
                        .map(|cell| format!("{}/{}/{} ({})", cell.0, cell.1, cell.2, self.held[cell].n))
                        .collect();
                    self.found.push(cells.join(" + "));
                }
            }
            self.follow(rows, pivots, columns, at + 1, &grown, &sum);
        }
    }
}

fn times(a: u64, b: u64) -> u64 {
    u64::try_from(u128::from(a) * u128::from(b) % u128::from(P)).expect("below P")
}

fn inverse(a: u64) -> u64 {
    let (mut base, mut left, mut result) = (a, P - 2, 1);
    while left > 0 {
        if left & 1 == 1 {
            result = times(result, base);
        }
        base = times(base, base);
        left >>= 1;
    }
    result
}

/// The reduced echelon form, without rows of zeros.
fn reduce(mut matrix: Vec<Vec<u64>>) -> Vec<Vec<u64>> {
    let width = matrix.first().map_or(0, Vec::len);
    let mut rank = 0;
    for column in 0..width {
        let Some(found) = (rank..matrix.len()).find(|row| matrix[*row][column] != 0) else { continue };
        matrix.swap(rank, found);
        let by = inverse(matrix[rank][column]);
        matrix[rank].iter_mut().for_each(|c| *c = times(*c, by));
        let pivot = matrix[rank].clone();
        for (at, row) in matrix.iter_mut().enumerate() {
            let factor = row[column];
            if at != rank && factor != 0 {
                for (c, p) in row.iter_mut().zip(&pivot).filter(|(_, p)| **p != 0) {
                    *c = (*c + P - times(factor, *p)) % P;
                }
            }
        }
        rank += 1;
    }
    matrix.truncate(rank);
    matrix
}

/// Rows that share a column, directly or through others: no union needs rows of two blocks, for its part in each of
/// them is a union too, and at least as bad.
fn blocks(basis: &[Vec<u64>]) -> Vec<Vec<usize>> {
    let mut left: BTreeSet<usize> = (0..basis.len()).collect();
    let mut list = Vec::new();
    while let Some(first) = left.pop_first() {
        let mut block = vec![first];
        let mut at = 0;
        while at < block.len() {
            let own = &basis[block[at]];
            let touching: Vec<usize> = left
                .iter()
                .copied()
                .filter(|other| basis[*other].iter().zip(own).any(|(a, b)| *a != 0 && *b != 0))
                .collect();
            for other in touching {
                left.remove(&other);
                block.push(other);
            }
            at += 1;
        }
        list.push(block);
    }
    list
}

//! One supplier's quarter at a glance: everything the page says, computed from published figures.

use serde::Serialize;

use super::detail::label_of;
use super::drawings;
use super::rows::{DimensionRow, GroupRow, Share, Shown, WavePoint};
use crate::aggregation::comparable::{Reason, why_not};
use crate::aggregation::figure::ALL;
use crate::aggregation::importance::{Measured, RATED_LINE, source};
use crate::aggregation::indicators::rated_of;
use crate::aggregation::statistics::{Label, Preset, TEST_MIN_N, smallest_change};
use crate::aggregation::store::Published;
use crate::aggregation::tally::Pool;
use crate::questionnaire::{self, Meanings, OVERALL, Question};
use crate::render::Language;

#[cfg(debug_assertions)]
pub(super) mod samples;

/// What of the numbers is shown: everything, means and shares only, or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Depth {
    Full,
    Few,
    Nothing,
}

#[derive(Debug, Clone, Serialize)]
pub struct Quarter {
    pub depth: Depth,
    pub favourable: Option<Share>,
    pub mean: Option<f64>,
    pub mean_low: Option<f64>,
    pub mean_high: Option<f64>,
    /// The word beside the mean, where its interval allows one.
    pub label: Option<Label>,
    pub highest: i32,
    pub before: Option<Share>,
    pub before_mean: Option<f64>,
    /// The verdict about overall since the wave before; none when there is none.
    pub change: Option<String>,
    /// Why overall is not comparable with the wave before.
    pub broken: Option<Reason>,
    /// None when too few answered for the number itself to be shown.
    pub responses: Option<i32>,
    /// None when nobody knows how many were asked: a past wave brought without its invitations.
    pub eligible: Option<i32>,
    pub rate: Option<f64>,
    /// How many of the people concerned answered: what `rate` is of.
    pub answered: Option<i32>,
    /// So did others, who added this service or asked to count in no group: no rate, it would tell how many.
    pub others_answered: bool,
    /// So few of those concerned answered that the figures speak for these only.
    pub very_few: Option<f64>,
    pub no_contact: Option<i32>,
    pub distribution: Vec<(String, f64, u32)>,
    pub distribution_svg: Option<String>,
    pub distribution_narrow: Option<String>,
    pub dimensions: Vec<DimensionRow>,
    /// Some dimension's unproved change has an interval without 0: the page says why it is not marked.
    pub unproved_but_wide: bool,
    /// How many dimensions were tested together.
    pub tested: usize,
    pub trend: Vec<WavePoint>,
    pub trend_svg: Option<String>,
    pub trend_narrow: Option<String>,
    pub trend_verdict: Option<String>,
    pub trend_waves: usize,
    pub trend_from: Option<f64>,
    /// The smallest difference these numbers of answers would show four times out of five, as a share.
    pub detectable: Option<f64>,
    pub priorities: Vec<DimensionRow>,
    /// The dimension with the smallest share, where it is no priority.
    pub lowest: Option<Lowest>,
    pub strengths: Vec<DimensionRow>,
    pub matrix_svg: Option<String>,
    /// Importance was asked as a choice of three, not rated.
    pub by_choice: bool,
    /// From which importance on a dimension counts as important.
    pub importance_line: f64,
    /// The earlier wave importance was measured in, when this one did not.
    pub importance_of: Option<String>,
}

/// A dimension that somebody may miss among the priorities.
#[derive(Debug, Clone, Serialize)]
pub struct Lowest {
    pub row: DimensionRow,
    /// `less`: it matters less to those asked; `others`: three others come first; `unmeasured`: nobody was asked how much
    /// it matters; `enough`: it is not low enough.
    pub why: &'static str,
}

/// Dimensions whose share is under this are worth acting on when importance was not asked.
const LOW_SHARE: f64 = 0.5;
const MOST: usize = 3;

impl Quarter {
    /// `waves` are the published waves of this supplier up to and with this one, oldest first, at most eight; `meanings`
    /// the marks that stood when this one was published.
    pub fn new(waves: &[Shown], meanings: &Meanings, language: Language, preset: Preset) -> Self {
        let nothing = Shown::default();
        let (this, earlier) = waves.split_last().unwrap_or((&nothing, &[]));
        let (published, questions) = (&this.figures, this.questions.as_slice());
        let answered = published.answered();
        let favourable = Share::of(published.get(ALL, OVERALL, "satisfied"));
        let overall = questions.iter().find(|question| question.code == OVERALL);
        let mean = published.get(ALL, OVERALL, "mean").filter(|figure| figure.shown);
        let distribution =
            overall.map(|question| drawings::distribution_rows(published, question, language)).unwrap_or_default();
        let depth = match (&favourable, distribution.is_empty()) {
            (None, _) => Depth::Nothing,
            (Some(_), true) => Depth::Few,
            (Some(_), false) => Depth::Full,
        };
        let measured = measured(this, earlier);
        let by_choice = measured.as_ref().is_none_or(Measured::by_choice);
        let line = measured.as_ref().map_or(RATED_LINE, Measured::line);
        let previous = earlier.last();
        let dimensions = dimension_rows(this, previous, measured.as_ref(), meanings, language);
        let mut trend = trend_points(waves, meanings);
        let before = previous.and_then(|wave| Share::of(wave.figures.get(ALL, OVERALL, "satisfied")));
        let broken = trend.last().and_then(|point| point.broken);
        let pair = before.as_ref().zip(favourable.as_ref()).filter(|_| broken.is_none());
        let run = run(&trend).to_vec();
        let priorities = priorities(&dimensions, line);
        // Tested over all of them, drawn for two years.
        let trend = trend.split_off(trend.len().saturating_sub(DRAWN_WAVES));
        Self {
            depth,
            mean: mean.and_then(|figure| figure.value),
            mean_low: mean.and_then(|figure| figure.low),
            mean_high: mean.and_then(|figure| figure.high),
            label: overall.and_then(|question| label_of(published, question, OVERALL, preset)),
            highest: overall.and_then(Question::range).map_or(5, |(_, hi)| hi),
            before_mean: previous.and_then(|wave| wave.figures.value(OVERALL, "mean")),
            change: published.word(OVERALL, "change_verdict").map(ToOwned::to_owned),
            broken,
            responses: published.count("responses"),
            eligible: published.count("eligible"),
            rate: published.value("*", "rr2"),
            answered,
            others_answered: published.hides_the_rate(),
            very_few: published.very_few(),
            no_contact: published.count("no_contact"),
            distribution_svg: drawings::distribution(&distribution, language, false, false),
            distribution_narrow: drawings::distribution(&distribution, language, true, false),
            distribution,
            unproved_but_wide: unproved_but_wide(published, &dimensions),
            tested: dimensions.iter().filter(|row| published.value(&row.code, "change_p_holm").is_some()).count(),
            trend_svg: drawings::trend(&trend, language, false),
            trend_narrow: drawings::trend(&trend, language, true),
            trend_verdict: trend_word(published.word(OVERALL, "trend_verdict"), &run),
            trend_waves: run.len(),
            trend_from: run.first().and_then(|point| point.share.as_ref()).map(|share| share.value),
            detectable: pair.and_then(|(a, b)| detectable(a, b)),
            before,
            trend,
            lowest: lowest(&dimensions, &priorities, line),
            priorities,
            strengths: strengths(&dimensions),
            matrix_svg: drawings::matrix(&dimensions, by_choice, line, language, true),
            by_choice,
            importance_line: line,
            importance_of: measured.map(|wave| wave.code).filter(|code| *code != this.code),
            dimensions,
            favourable,
        }
    }
}

/// Where importance comes from: this wave, or the last that counts.
pub fn measured(this: &Shown, earlier: &[Shown]) -> Option<Measured> {
    let of = |wave: &Shown| Measured::new(&wave.code, &wave.questions, &wave.figures);
    Some(of(this)).filter(Measured::has_any).or_else(|| {
        let earlier: Vec<Measured> = earlier.iter().map(of).collect();
        source(&earlier).cloned()
    })
}

/// The trend's verdict; one that is not shown says which way it points.
fn trend_word(published: Option<&str>, run: &[WavePoint]) -> Option<String> {
    let share = |point: Option<&WavePoint>| point.and_then(|point| point.share.as_ref()).map(|share| share.value);
    Some(match (published?, share(run.first()), share(run.last())) {
        ("not_shown", Some(from), Some(to)) if to > from => "not_shown_up".to_owned(),
        ("not_shown", Some(from), Some(to)) if to < from => "not_shown_down".to_owned(),
        (word, ..) => word.to_owned(),
    })
}

fn detectable(a: &Share, b: &Share) -> Option<f64> {
    let (n1, n2) = (u32::try_from(a.n).ok()?, u32::try_from(b.n).ok()?);
    let pooled = (a.value * f64::from(n1) + b.value * f64::from(n2)) / f64::from((n1 + n2).max(1));
    smallest_change(pooled, n1, n2)
}

fn dimension_rows(
    this: &Shown,
    previous: Option<&Shown>,
    measured: Option<&Measured>,
    meanings: &Meanings,
    language: Language,
) -> Vec<DimensionRow> {
    let published = &this.figures;
    let mut rows: Vec<DimensionRow> = questionnaire::measured(&this.questions)
        .into_iter()
        .enumerate()
        .map(|(place, dimension)| {
            let code = dimension.code.as_str();
            let satisfied = Share::of(published.get(ALL, code, "satisfied"));
            let name = dimension.label(language).to_owned();
            DimensionRow {
                line: satisfied.as_ref().and_then(|share| drawings::line(place, &name, share, language)),
                name,
                satisfied,
                mean: published.value(code, "mean"),
                on_five: on_five(this, code),
                importance: measured.and_then(|wave| wave.of(code)).map(|importance| importance.value),
                quadrant: published.word(code, "quadrant").map(ToOwned::to_owned),
                change: published.word(code, "change_verdict").map(ToOwned::to_owned),
                broken: previous.and_then(|wave| why_not(&wave.ground(), &this.ground(), code, meanings)),
                code: dimension.code,
            }
        })
        .collect();
    let share = |row: &DimensionRow| row.satisfied.as_ref().map_or(-1.0, |share| share.value);
    rows.sort_by(|a, b| share(b).total_cmp(&share(a)));
    rows
}

/// The mean of a dimension carried from its scale to 1..5.
fn on_five(wave: &Shown, dimension: &str) -> Option<f64> {
    let (published, questions) = (&wave.figures, &wave.questions);
    let asked = rated_of(dimension, questions);
    let Pool { lo, hi, .. } = Pool::of(questions, &asked, &asked)?;
    Some(1.0 + 4.0 * (published.value(dimension, "mean")? - f64::from(lo)) / f64::from(hi - lo))
}

/// How many waves the trend chart shows.
const DRAWN_WAVES: usize = 8;

fn trend_points(waves: &[Shown], meanings: &Meanings) -> Vec<WavePoint> {
    let before = std::iter::once(None).chain(waves.iter().map(Some));
    waves
        .iter()
        .zip(before)
        .map(|(wave, before)| WavePoint {
            code: wave.code.clone(),
            share: Share::of(wave.figures.get(ALL, OVERALL, "satisfied")),
            events: wave.events.clone(),
            broken: before.and_then(|before| why_not(&before.ground(), &wave.ground(), OVERALL, meanings)),
        })
        .collect()
}

/// The waves that the trend is tested over: those after the last break, and after the last with too few answers.
fn run(points: &[WavePoint]) -> &[WavePoint] {
    let start = points.iter().rposition(|point| point.broken.is_some()).unwrap_or(0);
    let points = points.get(start..).unwrap_or(points);
    let enough = |share: &Share| u32::try_from(share.n).is_ok_and(|n| n >= TEST_MIN_N);
    points.rsplit(|point| !point.share.as_ref().is_some_and(enough)).next().unwrap_or_default()
}

fn unproved_but_wide(published: &Published, rows: &[DimensionRow]) -> bool {
    rows.iter().filter(|row| row.change.as_deref() == Some("not_shown")).any(|row| {
        published
            .get(ALL, &row.code, "change_satisfied")
            .and_then(|figure| figure.low.zip(figure.high))
            .is_some_and(|(low, high)| low > 0.0 || high < 0.0)
    })
}

/// Up to three: first what matters and disappoints, then what matters and may disappoint; without importance, the lowest under one half.
fn priorities(rows: &[DimensionRow], line: f64) -> Vec<DimensionRow> {
    let matters = |row: &DimensionRow| row.importance.is_some_and(|importance| importance >= line);
    let share = |row: &DimensionRow| row.satisfied.as_ref().map_or(1.0, |share| share.value);
    let asked = rows.iter().any(|row| row.quadrant.is_some());
    let mut list: Vec<(u8, f64, &DimensionRow)> = rows
        .iter()
        .filter(|row| row.satisfied.is_some())
        .filter_map(|row| match row.quadrant.as_deref() {
            Some("act_first") => Some((0, -gap(row), row)),
            Some("to_confirm") if matters(row) => Some((1, share(row), row)),
            None if !asked && share(row) < LOW_SHARE => Some((2, share(row), row)),
            _ => None,
        })
        .collect();
    list.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    list.into_iter().take(MOST).map(|(_, _, row)| row.clone()).collect()
}

/// The lowest share that is not among the priorities, and why it is not.
fn lowest(rows: &[DimensionRow], priorities: &[DimensionRow], line: f64) -> Option<Lowest> {
    let row = rows.iter().rfind(|row| row.satisfied.is_some())?;
    if priorities.iter().any(|priority| priority.code == row.code) {
        return None;
    }
    let asked = rows.iter().any(|row| row.quadrant.is_some());
    let why = match (row.importance, asked) {
        (None, true) => "unmeasured",
        (Some(importance), _) if importance < line => "less",
        _ if priorities.len() >= MOST => "others",
        _ => "enough",
    };
    Some(Lowest { row: row.clone(), why })
}

/// How far importance is ahead of satisfaction; a chosen share and a mean are set on the same 0..1 ground first.
fn gap(row: &DimensionRow) -> f64 {
    let ground = |value: f64| if value > 1.0 { (value - 1.0) / 4.0 } else { value };
    row.importance.map_or(0.0, ground) - row.on_five.map_or(0.0, |mean| (mean - 1.0) / 4.0)
}

fn strengths(rows: &[DimensionRow]) -> Vec<DimensionRow> {
    let asked = rows.iter().any(|row| row.quadrant.is_some());
    rows.iter()
        .filter(|row| match row.quadrant.as_deref() {
            Some(word) => word == "maintain",
            None => !asked && row.satisfied.as_ref().is_some_and(|share| share.value >= 0.7),
        })
        .take(MOST)
        .cloned()
        .collect()
}

/// The client groups' rows: a hidden one says so and nothing else.
pub fn group_rows(published: &Published, names: &[(String, String)]) -> Vec<GroupRow> {
    names
        .iter()
        .filter_map(|(code, name)| {
            let responses = published.get(code, "*", "responses")?;
            Some(GroupRow {
                name: name.clone(),
                responses: responses.n.filter(|_| responses.shown),
                satisfied: Share::of(published.get(code, OVERALL, "satisfied")),
                mean: published
                    .get(code, OVERALL, "mean")
                    .filter(|figure| figure.shown)
                    .and_then(|figure| figure.value),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aggregation::figure::Figure;
    use crate::questionnaire::{Kind, bank};

    #[test]
    fn the_matrix_stands_on_1_to_5_whatever_the_scale() {
        let ask = |code: &str, lo, hi| Question {
            code: code.to_owned(),
            kind: Kind::Satisfaction,
            dimension: Some("d".to_owned()),
            lo: Some(lo),
            hi: Some(hi),
            ..bank::question(OVERALL).unwrap().clone()
        };
        let mean = |subject: &str, value| Figure {
            campaign: "c".into(),
            supplier: "it".into(),
            client_group: ALL.into(),
            subject: subject.to_owned(),
            indicator: "mean".to_owned(),
            value: Some(value),
            word: None,
            low: None,
            high: None,
            n: Some(20),
            shown: true,
        };
        let questions = vec![ask("ten", 0, 10), ask("five", 1, 5)];
        let wave =
            |figures| Shown { figures: Published::new(figures), questions: questions.clone(), ..Shown::default() };
        let found = on_five(&wave(vec![mean("ten", 7.5), mean("d", 4.0)]), "d");
        assert_eq!(found, Some(4.0), "with the other question hidden the unit stays");
        let found = on_five(&wave(vec![mean("ten", 7.5), mean("five", 2.0), mean("d", 3.0)]), "d");
        assert_eq!(found, Some(3.0), "mixed scales are pooled on 1 to 5");
        assert_eq!(on_five(&wave(Vec::new()), "d"), None);
    }
}

//! The documents say what the code does: the worked examples of docs/method.md and docs/privacy.md are read out of the
//! text, data and results, and computed again; the names of indicators and the words of reasons are those of the code.

use std::collections::{BTreeMap, BTreeSet};

use barometer::aggregation::branches::{Branch, branches};
use barometer::aggregation::change::{Wave, compare};
use barometer::aggregation::comparable;
use barometer::aggregation::deciding::decide;
use barometer::aggregation::decisions::{Collected, Decisions, by_supplier};
use barometer::aggregation::disclosure::Reason;
use barometer::aggregation::figure::METHOD_VERSION;
use barometer::aggregation::figure::{ALL, Figure};
use barometer::aggregation::figure::{CAMPAIGN, Decision, Release};
use barometer::aggregation::indicators::{Participation, Pooled, Sheet, rated_of};
use barometer::aggregation::statistics::{Interval, Preset, label, smallest_change};
use barometer::aggregation::store::Published;
use barometer::aggregation::tally::{DimensionTally, Pool, Said, Tally};
use barometer::campaign::Campaign;
use barometer::campaign::comparison::Composition;
use barometer::clock::Day;
use barometer::db::ids::{GroupCode, SupplierCode, UnitCode};
use barometer::organisation::{Tree, Unit};
use barometer::questionnaire::{Kind, Meanings, OVERALL, Question, bank};
use barometer::results::indicators::{FAMILIES, indicator};

const METHOD: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/method.md"));
const PRIVACY: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/privacy.md"));

/// What stands in one cell, without its backticks.
type Row = Vec<String>;

/// The first table under a heading: its header, then its rows.
fn table(text: &str, heading: &str) -> (Row, Vec<Row>) {
    let at = text.find(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("no heading {heading}"));
    let mut rows = text[at..]
        .lines()
        .skip_while(|line| !line.starts_with('|'))
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split(" | ").map(|cell| cell.trim().replace('`', "")).collect::<Row>());
    let header = rows.next().expect("a header");
    let rows: Vec<Row> = rows.skip(1).collect();
    assert!(!rows.is_empty() && rows.iter().all(|row| row.len() == header.len()), "{heading}: {rows:?}");
    (header, rows)
}

fn count(cell: &str) -> u32 {
    cell.parse().unwrap_or_else(|_| panic!("{cell} is no count"))
}

/// The document of a campaign with the usual thresholds.
fn campaign() -> Campaign {
    Campaign::draft("c".into(), "2026-Q1".to_owned(), Day::parse("2026-01-05").expect("a day"))
}

fn overall() -> Question {
    bank::question(OVERALL).expect("in the bank").clone()
}

/// Adds the sheets of one row: answers 1 to 5, then "not applicable", then blanks where there is a column for them.
fn add(tally: &mut Tally, group: &GroupCode, counts: &[String]) {
    let said = (1..=5).map(Said::Value).chain([Said::NotApplicable, Said::Nothing]);
    for (said, cell) in said.zip(counts) {
        (0..count(cell)).for_each(|_| tally.add(group, std::slice::from_ref(&said)));
    }
}

fn sign(text: &str) -> String {
    text.replace('−', "-")
}

/// Is `printed` the value at the precision it is printed in?
fn says(printed: &str, value: Option<f64>) -> bool {
    let printed = sign(printed);
    let decimals = printed.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    match value {
        Some(value) => printed == format!("{value:.decimals$}"),
        None => printed == "–",
    }
}

/// One wave of the method's example as it would be published.
fn wave(row: &[String]) -> (Wave, u32) {
    let (question, group, supplier) = (overall(), GroupCode::from("a"), SupplierCode::from("it"));
    let people = count(&row[1]);
    let mut tally = Tally::default();
    add(&mut tally, &group, &row[2..]);
    let proposed = BTreeMap::from([(group, i32::try_from(people).expect("few"))]);
    let collected = Collected {
        supplier: &supplier,
        questions: std::slice::from_ref(&question),
        tally: &tally,
        proposed: &proposed,
    };
    let list = decide(&campaign(), &[collected], &[], true);
    let decisions = Decisions::new(&list);
    let all = tally.all();
    let campaign = campaign();
    let mut sheet = Sheet::new(&campaign.id, &supplier);
    sheet.question(ALL, &question, &all.question(0), &decisions);
    let (complete, partial) = (all.responses - all.question(0).blank, all.question(0).blank);
    let participation =
        Participation { proposed: Some(people), complete, partial, no_contacts: 0, responses: all.responses };
    sheet.participation(&participation, &decisions);
    let top = all.question(0).values.top2(1, 5).expect("five points");
    let wave = Wave {
        figures: Published::new(sheet.into_rows()),
        scores: BTreeMap::from([(OVERALL.to_owned(), all.question(0).values.weighted())]),
        questions: vec![question],
        groups: Composition::from([("a".to_owned(), (BTreeSet::from(["a".to_owned()]), 1))]),
    };
    (wave, top)
}

type Computed = (Option<f64>, Option<f64>, Option<f64>, u32, Option<&'static str>);

/// What docs/method.md says of its example and the code does not.
fn method_faults(text: &str) -> Vec<String> {
    let (_, data) = table(text, "#### Answers of the example");
    let [(earlier, top1), (later, top2)] = [wave(&data[0]), wave(&data[1])];
    let change = compare(&earlier, &later, &Meanings::default()).remove(OVERALL).expect("a change");
    let n = |wave: &Wave| wave.figures.get(ALL, OVERALL, "mean").and_then(|f| f.n).and_then(|n| u32::try_from(n).ok());
    let (n1, n2) = (n(&earlier).expect("n"), n(&later).expect("n"));
    let mean = later.figures.get(ALL, OVERALL, "mean").expect("a mean");
    let around = mean.low.zip(mean.high).map(|(low, high)| Interval { low, high });
    let word = label(mean.value.expect("a mean"), around, 1, 5, Preset::Standard).map(|label| label.as_str());
    let pooled = f64::from(top1 + top2) / f64::from(n1 + n2);
    let figure = |f: &Figure| (f.value, f.low, f.high, f.n.and_then(|n| u32::try_from(n).ok()).unwrap_or(0), None);
    let computed = |name: &str| -> Option<Computed> {
        let alone = |value: Option<f64>| (value, None, None, change.n, None);
        let both = |d: Option<barometer::aggregation::change::Reading2>| {
            (d.map(|d| d.value), d.map(|d| d.low), d.map(|d| d.high), change.n, None)
        };
        Some(match name {
            "change_satisfied" => both(change.satisfied),
            "change_mean" => both(change.mean),
            "change_p" => alone(change.p),
            "change_delta" => alone(change.delta),
            "change_verdict" => (None, None, None, change.n, Some(change.word)),
            "smallest change" => alone(smallest_change(pooled, n1, n2)),
            "label" => (None, None, None, n2, Some(word.unwrap_or("none"))),
            name => figure(later.figures.get(ALL, OVERALL, name)?),
        })
    };
    let (_, both) = table(text, "#### Both waves of the example");
    let differs = |row: &Row, wave: &Wave, cell: &str| {
        let subject =
            if ["responses", "eligible", "rr1", "rr2"].contains(&row[0].as_str()) { CAMPAIGN } else { OVERALL };
        let found = wave.figures.get(ALL, subject, &row[0]).filter(|figure| figure.shown);
        (!says(cell, found.and_then(|figure| figure.value))).then(|| format!("{row:?}: {found:?}"))
    };
    let (_, figures) = table(text, "#### Figures of the example");
    let both = both.iter().flat_map(|row| {
        differs(row, &earlier, &row[1]).into_iter().chain(differs(row, &later, &row[2])).collect::<Vec<_>>()
    });
    let figures = figures.iter().filter_map(|row| {
        let Some((value, low, high, n, word)) = computed(&row[0]) else { return Some(format!("no {}", row[0])) };
        let value_said = word.map_or_else(|| says(&row[1], value), |word| row[1] == word);
        let fits = value_said && says(&row[2], low) && says(&row[3], high) && row[4] == n.to_string();
        (!fits).then(|| format!("{row:?}: {value:?} {low:?} {high:?} {n} {word:?}"))
    });
    both.chain(figures).collect()
}

/// The example of docs/privacy.md, counted and decided.
struct Organisation {
    services: Vec<SupplierCode>,
    tallies: BTreeMap<SupplierCode, Tally>,
    branch: Branch,
    decided: BTreeMap<SupplierCode, Decisions>,
    list: Vec<Decision>,
}

fn organisation(text: &str) -> Organisation {
    let question = overall();
    let (_, data) = table(text, "#### Answers of the example");
    let (_, tree) = table(text, "#### Units of the example");
    let unit = |code: &str, parent: Option<&str>| Unit {
        code: code.into(),
        name: code.to_owned(),
        parent: parent.map(Into::into),
        active: true,
    };
    let units: Vec<Unit> =
        tree.iter().map(|row| unit(&row[0], Some(row[1].as_str()).filter(|up| *up != "–"))).collect();
    let mut tallies: BTreeMap<SupplierCode, Tally> = BTreeMap::new();
    let mut proposed: BTreeMap<SupplierCode, BTreeMap<GroupCode, i32>> = BTreeMap::new();
    let mut services = Vec::new();
    for row in &data {
        let (service, group) = (SupplierCode::from(row[0].as_str()), GroupCode::from(row[1].as_str()));
        if !services.contains(&service) {
            services.push(service.clone());
        }
        add(tallies.entry(service.clone()).or_default(), &group, &row[3..]);
        if row[2] != "–" {
            let people = row[2].parse().expect("how many could answer");
            proposed.entry(service).or_default().insert(group, people);
        }
    }
    let groups: BTreeMap<UnitCode, GroupCode> =
        proposed.values().flat_map(BTreeMap::keys).map(|group| (group.as_str().into(), group.clone())).collect();
    let branch = match branches(&Tree::new(units), &groups).as_slice() {
        [only] => only.clone(),
        other => panic!("one branch was told, not {other:?}"),
    };
    let collected: Vec<Collected<'_>> = services
        .iter()
        .map(|supplier| Collected {
            supplier,
            questions: std::slice::from_ref(&question),
            tally: &tallies[supplier],
            proposed: &proposed[supplier],
        })
        .collect();
    let list = decide(&campaign(), &collected, std::slice::from_ref(&branch), true);
    Organisation { decided: by_supplier(&list), list, services, tallies, branch }
}

impl Organisation {
    /// Responses, or valid answers to the overall question, of what a row is about.
    fn n(&self, service: &str, group: &str, subject: &str) -> u32 {
        let wanted = |code: &GroupCode| match group {
            ALL => true,
            group if group.starts_with("branch:") => self.branch.groups.contains(code),
            group => code.as_str() == group,
        };
        let services = self.tallies.iter().filter(|(code, _)| service == "both" || code.as_str() == service);
        let of = |tally: &Tally| {
            let together = tally.of(wanted);
            if subject == CAMPAIGN { together.responses } else { together.question(0).n() }
        };
        services.map(|(_, tally)| of(tally)).sum()
    }

    /// `shown`, the reason, or a dash where nothing is decided.
    fn word(&self, service: &str, group: &str, subject: &str, release: Release) -> String {
        let supplier = if service == "both" { ALL } else { service };
        let about = |d: &&Decision| {
            (d.supplier.as_str(), d.client_group.as_str(), d.subject.as_str(), d.release)
                == (supplier, group, subject, release)
        };
        match self.list.iter().find(about) {
            None => "–".to_owned(),
            Some(decision) if decision.shown => "shown".to_owned(),
            Some(decision) => decision.reason.clone(),
        }
    }
}

/// What docs/privacy.md says of its example and the code does not.
fn privacy_faults(text: &str) -> Vec<String> {
    let found = organisation(text);
    let mut faults = Vec::new();
    for (heading, subject) in
        [("#### Shown in the example: responses", CAMPAIGN), ("#### Shown in the example: overall", OVERALL)]
    {
        let (header, rows) = table(text, heading);
        let groups: BTreeSet<&str> = rows.iter().map(|row| row[0].as_str()).collect();
        let decided: BTreeSet<&str> = found.list.iter().map(|decision| decision.client_group.as_str()).collect();
        if groups != decided {
            faults.push(format!("{heading}: {groups:?}, decided about {decided:?}"));
        }
        for row in &rows {
            for (place, service) in header.iter().enumerate().skip(1).step_by(3) {
                let group = row[0].as_str();
                let n = found.n(service, group, subject).to_string();
                let word = |release| found.word(service, group, subject, release);
                let expected = match word(Release::Value).as_str() {
                    "–" => vec!["–".to_owned(); 3],
                    value => vec![n, value.to_owned(), word(Release::Levels)],
                };
                if row[place..place + 3] != expected[..] {
                    faults.push(format!("{heading}, {service} {group}: {:?}, is {expected:?}", &row[place..place + 3]));
                }
            }
        }
    }
    let (_, rows) = table(text, "#### Left in the example by subtracting");
    let mut told = BTreeSet::new();
    for service in &found.services {
        for subject in [CAMPAIGN, OVERALL] {
            for release in [Release::Value, Release::Levels] {
                let decisions = &found.decided[service];
                let hidden: BTreeMap<String, u32> = found.tallies[service]
                    .groups
                    .keys()
                    .map(|group| (group.0.clone(), found.n(service.as_str(), group.as_str(), subject)))
                    .filter(|(group, n)| *n > 0 && !decisions.shows(group, subject, release))
                    .collect();
                let names: Vec<String> = hidden.keys().cloned().collect();
                let n: u32 = hidden.values().sum();
                told.insert(vec![
                    service.0.clone(),
                    if subject == CAMPAIGN { "responses".to_owned() } else { subject.to_owned() },
                    release.as_str().to_owned(),
                    names.join(", "),
                    n.to_string(),
                ]);
            }
        }
    }
    let rows: BTreeSet<Row> = rows.into_iter().collect();
    faults.extend(told.symmetric_difference(&rows).map(|row| format!("left by subtracting: {row:?}")));
    faults
}

#[test]
fn the_example_of_figures_is_computed_again() {
    assert_eq!(method_faults(METHOD), Vec::<String>::new());
}

#[test]
fn the_example_of_disclosure_is_decided_again() {
    assert_eq!(privacy_faults(PRIVACY), Vec::<String>::new());
}

/// Every number under these headings, changed by one, makes a test above fail; of each table one column may be left out.
fn each_number_counts(text: &str, headings: &[(&str, usize)], faults: fn(&str) -> Vec<String>) {
    let mut changed = 0;
    for (heading, left_out) in headings {
        let start = text.find(&format!("\n{heading}\n")).expect("a heading") + heading.len() + 2;
        let begin = start + text[start..].find("|--").or(text[start..].find("| --")).expect("a table");
        let end = begin + text[begin..].find("\n\n").expect("the end of a table");
        let bytes = text.as_bytes();
        for at in begin..end {
            // The last digit of a number.
            if !(bytes[at].is_ascii_digit() && bytes[at + 1] == b' ') {
                continue;
            }
            let line = &text[text[..at].rfind('\n').unwrap_or(0)..at];
            if line.matches('|').count() != *left_out {
                let digit = if bytes[at] == b'9' { '8' } else { char::from(bytes[at] + 1) };
                let other = format!("{}{digit}{}", &text[..at], &text[at + 1..]);
                assert!(!faults(&other).is_empty(), "another number goes unnoticed: {line}");
                changed += 1;
            }
        }
    }
    assert!(changed > 20, "{changed} numbers only");
}

#[test]
fn a_wrong_number_is_noticed() {
    let headings = ["#### Answers of the example", "#### Both waves of the example", "#### Figures of the example"];
    each_number_counts(METHOD, &headings.map(|heading| (heading, 0)), method_faults);
    // How many could answer matters only where everybody did.
    let headings = [
        ("#### Answers of the example", 3),
        ("#### Shown in the example: responses", 0),
        ("#### Shown in the example: overall", 0),
        ("#### Left in the example by subtracting", 0),
    ];
    each_number_counts(PRIVACY, &headings, privacy_faults);
}

/// The figures for all clients of one group that answered `questions`, one sheet a row: values by question.
fn published(questions: &[Question], sheets: &[Vec<Said>]) -> Published {
    let (group, supplier) = (GroupCode::from("a"), SupplierCode::from("it"));
    let mut tally = Tally::default();
    sheets.iter().for_each(|said| tally.add(&group, said));
    let proposed = BTreeMap::from([(group, 1000)]);
    let campaign = campaign();
    let list = decide(
        &campaign,
        &[Collected { supplier: &supplier, questions, tally: &tally, proposed: &proposed }],
        &[],
        true,
    );
    let decisions = Decisions::new(&list);
    let all = tally.all();
    let mut sheet = Sheet::new(&campaign.id, &supplier);
    for (place, question) in questions.iter().enumerate() {
        sheet.question(ALL, question, &all.question(place), &decisions);
    }
    let dimensions = barometer::questionnaire::measured(questions);
    for dimension in &dimensions {
        let open = |place: &usize| decisions.shows(ALL, &questions[*place].code, Release::Value);
        let asked = rated_of(&dimension.code, questions);
        let places: Vec<usize> = asked.iter().copied().filter(open).collect();
        let pool = Pool::of(questions, &places, &asked).expect("a question on a scale");
        let mut whole = DimensionTally::default();
        sheets.iter().for_each(|said| whole.add(said, &pool, true));
        let pooled = Pooled { pool: &pool, questions, counts: &all, whole: &whole };
        sheet.dimension(ALL, &dimension.code, Some(&pooled), &decisions);
    }
    sheet.importance(questions, &dimensions, &all, &decisions, &[]);
    Published::new(sheet.into_rows())
}

#[test]
fn short_and_other_scales_are_as_the_method_says() {
    let of = |code: &str, kind, hi| Question { kind, hi: Some(hi), ..own(code) };
    let questions = [of("short", Kind::Satisfaction, 3), of("recommend", Kind::Recommendation, 5)];
    let sheets: Vec<Vec<Said>> = (0..40).map(|n| vec![Said::Value(1 + n % 3), Said::Value(1 + n % 5)]).collect();
    let found = published(&questions, &sheets);
    let has = |subject: &str, indicator: &str| found.get(ALL, subject, indicator).is_some();
    for name in ["mean", "median", "sd", "score100", "count_3"] {
        assert!(has("short", name), "{name}");
    }
    for name in ["satisfied", "dissatisfied", "top1", "net"] {
        assert!(!has("short", name), "{name}");
    }
    assert!(has("recommend", "net") && !has("recommend", "recommendation"), "no balance off 0 to 10");
}

/// A satisfaction question of one dimension, on 1 to 5.
fn own(code: &str) -> Question {
    let dimension = Some("d".to_owned());
    Question { code: code.to_owned(), kind: Kind::Satisfaction, dimension, ..overall() }
}

#[test]
fn a_dimension_of_mixed_scales_counts_on_1_to_5_whatever_is_shown_of_it() {
    let ten = Question { lo: Some(0), hi: Some(10), ..own("ten") };
    let rated = Question { kind: Kind::Importance, ..own("rated") };
    let questions = [own("five"), ten, rated];
    let mark = |n: i32| Said::Value(4 + n % 2);
    // 9.5 of 0..10 is 4.8 of 1..5.
    let both: Vec<Vec<Said>> =
        (0..20).map(|n| vec![Said::Value(2 + 2 * (n % 2)), Said::Value(9 + n % 2), mark(n)]).collect();
    let found = published(&questions, &both);
    let mean = found.value("d", "mean").expect("a mean");
    assert!((mean - (3.0 + 4.8) / 2.0).abs() < 1e-12, "{mean}");
    assert_eq!(found.word("d", "quadrant"), Some("maintain"));
    // All answers to the first question are the same, so it is hidden: 2.5 of 0..10 is 2 of 1..5, the unit stays.
    let one: Vec<Vec<Said>> = (0..20).map(|n| vec![Said::Value(4), Said::Value(2 + n % 2), mark(n)]).collect();
    let found = published(&questions, &one);
    assert!((found.value("d", "mean").expect("a mean") - 2.0).abs() < 1e-12);
    let mean = found.get(ALL, "d", "mean").expect("a row");
    assert!(mean.low < mean.value && mean.value < mean.high, "the interval is on the scale of the mean: {mean:?}");
    let gap = found.value("d", "gap").expect("a gap");
    assert!((gap - (4.5 - 2.0)).abs() < 1e-12, "{gap}");
    assert_eq!(found.word("d", "quadrant"), Some("act_first"));
}

/// The names that the tidy file may have, by its specification.
const TIDY: [&str; 44] = [
    "mean",
    "median",
    "sd",
    "score100",
    "satisfied",
    "dissatisfied",
    "top1",
    "net",
    "not_applicable",
    "blank",
    "recommendation",
    "effort",
    "effort_low",
    "rr1",
    "rr2",
    "eligible",
    "no_contact",
    "responses",
    "margin",
    "importance",
    "gap",
    "quadrant",
    "act_first",
    "maintain",
    "secondary",
    "unexpected_strength",
    "to_confirm",
    "lmg",
    "relative_weight",
    "spearman",
    "r2",
    "alpha",
    "index",
    "index_weighted",
    "change_satisfied",
    "change_mean",
    "change_p",
    "change_p_holm",
    "change_delta",
    "change_verdict",
    "trend_p",
    "trend_verdict",
    "shrunk_mean",
    "funnel",
];

#[test]
fn every_indicator_stands_in_the_method() {
    let published = FAMILIES.iter().flat_map(|(_, list)| *list).map(|one| one.code).filter(|code| *code != "count");
    for name in published.chain(TIDY) {
        assert!(METHOD.contains(&format!("`{name}`")), "docs/method.md says nothing of {name}");
    }
    assert!(METHOD.contains("`count_<value>`") && METHOD.contains("`count_<option>`"));
    let words = ["up", "down", "slight", "not_shown", "too_few", "not_comparable", "confirmed_up", "confirmed_down"];
    for word in words.into_iter().chain(["above", "within", "below"]) {
        assert!(METHOD.contains(&format!("`{word}`")), "docs/method.md has no word {word}");
    }
    assert!(METHOD.contains(&format!("Version {METHOD_VERSION} ")), "the version of the method");
}

#[test]
fn the_method_names_no_indicator_that_is_not_published() {
    let lines = METHOD.lines().skip_while(|line| !line.starts_with("## One question"));
    let mut tables = 0;
    let mut in_table = false;
    for line in lines {
        if line.starts_with("| indicator |") {
            (tables, in_table) = (tables + 1, true);
        } else if !line.starts_with('|') {
            in_table = false;
        } else if in_table && line.starts_with("| `") {
            let first = line.trim_matches('|').split(" | ").next().expect("a cell");
            for name in first.split(", ").map(|name| name.trim().trim_matches('`')) {
                let name = name.split(['`', ' ', '<']).next().expect("a name");
                assert!(indicator(name).is_some(), "{name} is no indicator: {line}");
            }
        }
    }
    assert!(tables > 5, "{tables} tables only");
}

#[test]
fn the_reasons_are_those_of_the_code() {
    let words = |text: &str, heading: &str| -> BTreeSet<String> {
        table(text, heading).1.into_iter().map(|row| row[0].clone()).collect()
    };
    let reasons: BTreeSet<String> = Reason::ALL.iter().map(|reason| reason.as_str().to_owned()).collect();
    assert_eq!(words(PRIVACY, "#### Reasons"), reasons);
    let reasons: BTreeSet<String> = comparable::Reason::ALL.iter().map(|reason| reason.as_str().to_owned()).collect();
    assert_eq!(words(METHOD, "#### Reasons of a break"), reasons);
}

//! Publications made by hand that give somebody away: an auditor that finds nothing in them is worth nothing.

use std::collections::{BTreeMap, BTreeSet};

use barometer::questionnaire::Kind;

use super::attack::{Attack, Row};
use super::organisation::{Asked, Organisation, Said, Service, Sheet};

/// Groups `a`, `b`, `c`… of every supplier with these numbers of answers, of all values in turn; `reception_1` and
/// `reception_2` are one dimension.
fn organisation(sizes: &[&[u32]]) -> Organisation {
    let asked = |code: &str, dimension: Option<&str>| Asked {
        code: code.to_owned(),
        dimension: dimension.map(ToOwned::to_owned),
        scale: Some((1, 5)),
        kind: Kind::Satisfaction,
        reversed: false,
        asked_if: None,
    };
    let name = |place: usize| char::from(b'a' + u8::try_from(place).expect("few")).to_string();
    let groups: BTreeSet<String> = (0..sizes[0].len()).map(name).collect();
    let questions =
        vec![asked("overall", None), asked("reception_1", Some("reception")), asked("reception_2", Some("reception"))];
    let service = |place: usize| Service { code: name(place), questions: questions.clone(), serves: groups.clone() };
    let mut sheets = Vec::new();
    for (supplier, sizes) in sizes.iter().enumerate() {
        for (place, size) in sizes.iter().enumerate() {
            for number in 0..*size {
                let value = Said::Value(i32::try_from(number % 5).expect("few") + 1);
                let answers = questions.iter().map(|question| (question.code.clone(), value.clone())).collect();
                sheets.push(Sheet { supplier, group: name(place), no_contact: false, answers });
            }
        }
    }
    let unit = |group: &String| (format!("u_{group}"), Some("root".to_owned()));
    Organisation {
        seed: 0,
        units: std::iter::once(("root".to_owned(), None)).chain(groups.iter().map(unit)).collect(),
        groups: groups.iter().map(|group| (group.clone(), BTreeSet::from([format!("u_{group}")]))).collect(),
        people: groups.iter().map(|group| (group.clone(), 100)).collect(),
        services: (0..sizes.len()).map(service).collect(),
        sheets,
        threshold: 5,
        levels: 10,
        row_level: false,
    }
}

/// A mean of one decimal, shown, as a group of fewer than ten has it.
fn row(supplier: &str, group: &str, subject: &str) -> Row {
    Row {
        supplier: supplier.to_owned(),
        group: group.to_owned(),
        subject: subject.to_owned(),
        indicator: "mean".to_owned(),
        value: None,
        word: None,
        low: None,
        high: None,
        n: None,
        shown: true,
    }
}

fn leaks(one: &Organisation, tables: &[(&str, &str, &str)]) -> Vec<String> {
    let rows: Vec<Row> = tables.iter().map(|(supplier, group, subject)| row(supplier, group, subject)).collect();
    Attack::new(one, &rows).leaks()
}

#[track_caller]
fn found(leaks: &[String], union: &str) {
    assert!(leaks.iter().any(|leak| leak.ends_with(&format!("values: {union}"))), "not {union} but {leaks:?}");
}

const Q: &str = "overall";

#[test]
fn one_small_group_shown_is_found() {
    let one = organisation(&[&[20, 3, 9]]);
    found(&leaks(&one, &[("a", "b", Q)]), "0/b/overall (3)");
    assert_eq!(leaks(&one, &[("a", "a", Q), ("a", "c", Q)]), [""; 0]);
}

#[test]
fn one_hidden_group_is_what_the_total_leaves() {
    let one = organisation(&[&[20, 3, 9]]);
    found(&leaks(&one, &[("a", "*", Q), ("a", "a", Q), ("a", "c", Q)]), "0/b/overall (3)");
    assert_eq!(leaks(&one, &[("a", "*", Q), ("a", "a", Q)]), [""; 0]);
}

#[test]
fn empty_groups_hide_nobody_and_neither_do_those_outside() {
    let mut one = organisation(&[&[20, 3, 0]]);
    found(&leaks(&one, &[("a", "*", Q), ("a", "a", Q)]), "0/b/overall (3)");
    one.sheets.iter_mut().filter(|sheet| sheet.group == "b").for_each(|sheet| sheet.group = "outside".to_owned());
    found(&leaks(&one, &[("a", "*", Q), ("a", "a", Q)]), "0/outside/overall (3)");
}

#[test]
fn two_branches_that_overlap_are_subtracted() {
    let mut one = organisation(&[&[6, 3, 6, 9]]);
    let inner = |code: &str| (code.to_owned(), Some("root".to_owned()));
    one.units.extend([inner("x"), inner("y")]);
    // No tree has such branches; whoever moves a unit between two publications of one wave would make them.
    let together = |one: &mut Organisation, unit: &str, groups: [&str; 2]| {
        for group in groups {
            one.groups.get_mut(group).expect("a group").insert(format!("{unit}_{group}"));
            one.units.push((format!("{unit}_{group}"), Some(unit.to_owned())));
        }
    };
    let mut nested = one.clone();
    for group in ["a", "b", "c"] {
        nested.groups.insert(group.to_owned(), BTreeSet::from([format!("x_{group}")]));
        let parent = if group == "c" { "x" } else { "y" };
        nested.units.push((format!("x_{group}"), Some(parent.to_owned())));
    }
    nested.units.iter_mut().filter(|(code, _)| code == "y").for_each(|(_, parent)| *parent = Some("x".to_owned()));
    assert_eq!(nested.below("x").len(), 3);
    assert_eq!(nested.below("y").len(), 2);
    // x - y = c, and y - a = b.
    found(&leaks(&nested, &[("a", "branch:y", Q), ("a", "a", Q)]), "0/b/overall (3)");
    found(&leaks(&nested, &[("a", "branch:x", Q), ("a", "c", Q), ("a", "a", Q)]), "0/b/overall (3)");
    together(&mut one, "x", ["a", "b"]);
    assert!(one.below("x").is_empty(), "a group that lies partly elsewhere is in no branch");
}

#[test]
fn twice_a_group_is_the_group() {
    // a+b, b+c and a+c of three suppliers' worth of tables: the sum less twice another leaves each alone.
    let one = organisation(&[&[6, 3], &[6, 3]]);
    // (0,a)+(1,a), the two suppliers, and (0,a): what is left are the small ones.
    let tables = [("*", "a", Q), ("a", "*", Q), ("b", "*", Q), ("a", "a", Q)];
    let leaks = leaks(&one, &tables);
    found(&leaks, "0/b/overall (3)");
    found(&leaks, "1/b/overall (3)");
}

#[test]
fn a_hidden_supplier_is_what_the_others_leave_and_its_sheets_are_not_added_up() {
    let one = organisation(&[&[20, 20], &[3, 0]]);
    found(&leaks(&one, &[("*", "*", Q), ("a", "*", Q)]), "1/a/overall (3)");
    // Six sheets, perhaps of three people.
    let one = organisation(&[&[20, 3], &[20, 3]]);
    let tables = [("*", "*", Q), ("*", "a", Q)];
    found(&leaks(&one, &tables), "0/b/overall (3) + 1/b/overall (3)");
}

#[test]
fn a_remainder_of_one_mind_is_found_at_any_size() {
    let mut one = organisation(&[&[20, 12, 9]]);
    let hidden = ["b", "c"];
    for sheet in one.sheets.iter_mut().filter(|sheet| hidden.contains(&sheet.group.as_str())) {
        sheet.answers.insert(Q.to_owned(), Said::Value(2));
    }
    found(&leaks(&one, &[("a", "*", Q), ("a", "a", Q)]), "0/b/overall (12) + 0/c/overall (9)");
    assert_eq!(leaks(&one, &[("a", "*", "reception_1"), ("a", "a", "reception_1")]), [""; 0]);
}

#[test]
fn a_dimension_with_a_hidden_question_gives_the_question() {
    let mut one = organisation(&[&[20, 8]]);
    // Only three answered the second question.
    for (number, sheet) in one.sheets.iter_mut().filter(|sheet| sheet.group == "b").enumerate() {
        if number >= 3 {
            sheet.answers.remove("reception_2");
        }
    }
    let pooled = [1, 2, 3, 4, 5, 1, 2, 3, 1, 2, 3];
    let mean = f64::from(pooled.iter().sum::<i32>()) / 11.0;
    let rows =
        [row("a", "b", "reception_1"), Row { value: Some((mean * 10.0).round() / 10.0), ..row("a", "b", "reception") }];
    found(&Attack::new(&one, &rows).leaks(), "0/b/reception_2 (3)");
    let alone = [row("a", "b", "reception_1"), Row { value: Some(21.0 / 8.0), ..row("a", "b", "reception") }];
    assert!(Attack::new(&one, &alone).leaks().iter().all(|leak| !leak.contains("values")));
}

#[test]
fn a_distribution_of_fewer_than_ten_is_found() {
    let one = organisation(&[&[20, 8]]);
    let rows = [Row { indicator: "count_4".to_owned(), ..row("a", "b", Q) }];
    assert_eq!(Attack::new(&one, &rows).leaks(), ["seed 0 levels: 0/b/overall (8)"]);
    assert_eq!(Attack::new(&one, &rows).faults().len(), 1);
    // Shown to one decimal it is a mean; exact, it gives the sum away.
    let mean = |value| [Row { value: Some(value), n: Some(8), ..row("a", "b", Q) }];
    assert!(Attack::new(&one, &mean(2.6)).leaks().is_empty() && Attack::new(&one, &mean(2.6)).faults().is_empty());
    assert_eq!(Attack::new(&one, &mean(2.625)).leaks().len(), 1);
}

#[test]
fn what_is_shown_where_it_may_not_be_is_told() {
    let mut one = organisation(&[&[8, 20]]);
    let fault = |one: &Organisation, row: Row| Attack::new(one, &[row]).faults().len();
    let good = Row { value: Some(2.6), n: Some(8), ..row("a", "a", Q) };
    assert_eq!(fault(&one, good.clone()), 0);
    assert_eq!(fault(&one, Row { n: Some(9), ..good.clone() }), 1, "another n");
    assert_eq!(fault(&one, Row { value: Some(2.7), ..good.clone() }), 1, "another mean");
    assert_eq!(fault(&one, Row { shown: false, ..good.clone() }), 1, "hidden, and says it");
    assert_eq!(fault(&one, Row { indicator: "change_p".to_owned(), ..good.clone() }), 1);
    assert_eq!(fault(&one, Row { group: "other".to_owned(), ..good.clone() }), 1);
    one.people = BTreeMap::from([("a".to_owned(), 8), ("b".to_owned(), 100)]);
    assert_eq!(fault(&one, good.clone()), 1, "everybody answered");
    one.people.insert("a".to_owned(), 30);
    one.row_level = true;
    assert_eq!(fault(&one, good), 0, "under 30 responses nothing is released");
    one.sheets.extend(one.sheets.clone());
    assert_eq!(fault(&one, Row { value: Some(2.6), n: Some(16), ..row("a", "a", Q) }), 1, "rows are released");
}

#[test]
fn a_reversed_question_is_told_from_the_other_end() {
    let mut one = organisation(&[&[8, 20]]);
    one.services[0].questions[0].reversed = true;
    let says = |mean| Attack::new(&one, &[Row { value: Some(mean), n: Some(8), ..row("a", "a", Q) }]).faults().len();
    assert_eq!((says(3.4), says(2.6)), (0, 1), "8 answers of mean 2.6 as given");
}

#[test]
fn a_group_in_which_everybody_answered_is_found_in_what_is_left() {
    let mut one = organisation(&[&[20, 6, 0]]);
    assert_eq!(leaks(&one, &[("a", "*", Q), ("a", "a", Q)]), [""; 0]);
    one.people.insert("b".to_owned(), 6);
    found(&leaks(&one, &[("a", "*", Q), ("a", "a", Q)]), "0/b/overall (6)");
    // The total of a service of one such group is that group.
    let mut one = organisation(&[&[6, 0]]);
    one.people.insert("a".to_owned(), 6);
    found(&leaks(&one, &[("a", "*", Q)]), "0/a/overall (6)");
}

//! The example of docs/commitments.md, read out of its text and computed again.

use super::*;

const EXAMPLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/commitments.md"));

/// The rows of the table of the example whose first heading is `head` and which has a column `column`.
fn table(head: &str, column: &str) -> Vec<Vec<String>> {
    let example = EXAMPLE.split_once("## Example").expect("an example").1;
    let cells = |line: &str| -> Vec<String> {
        line.trim().trim_matches('|').split('|').map(|cell| cell.trim().trim_matches('`').to_owned()).collect()
    };
    let mut lines =
        example.lines().skip_while(|line| !(line.starts_with(&format!("| {head} |")) && line.contains(column)));
    assert!(lines.next().is_some(), "no table of {head}");
    lines.skip(1).take_while(|line| line.starts_with('|')).map(cells).collect()
}

/// The example is sent, answered, closed, and compared with its own tables.
#[actix_web::test]
async fn the_written_example_holds() {
    use barometer::aggregation::store::published_totals;
    use barometer::questionnaire::build::Wanted;

    let w = World::new(crate::world::Backend::Sqlite);
    w.organisation(&[("prod", 20)]);
    let answers = table("question", "mean");
    let asked: Vec<Wanted> = answers.iter().map(|row| Wanted::bank(&row[0])).collect();
    w.supplier_asking("it", asked);
    for row in table("commitment", "promise") {
        let (direction, target) = row[2].split_once(' ').expect("a direction and a target");
        let direction = Direction::parse(direction).expect("a direction");
        let leak = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
        let question = (row[3] != "–").then(|| leak(&row[3]));
        let target = target.parse().expect("a number");
        w.promise_from("it", (leak(&row[0]), "2020-01-01"), (direction, target), question);
    }
    let measured = table("commitment", "2026-Q1");
    assert_eq!(measured.len(), 5);
    let mut words = std::collections::BTreeSet::new();
    for (place, (code, day)) in
        [("2026-Q1", "2026-01-05"), ("2026-Q2", "2026-04-06"), ("2026-Q3", "2026-07-06")].into_iter().enumerate()
    {
        w.move_to(&format!("{day}T08:00:00Z"));
        let campaign = w.campaign(code, &["it"]);
        for row in &measured {
            let Some((value, cases)) = row[1 + 2 * place].split_once(", ") else { continue };
            let measurement = barometer::catalogue::Measurement {
                supplier: "it".into(),
                commitment: row[0].clone(),
                campaign: campaign.id.clone(),
                value: value.parse().expect("a number"),
                cases: cases.parse().expect("a number"),
                source: "example".to_owned(),
                day: w.app.today(),
                person: None,
            };
            w.write(move |conn| catalogue::set_measurement(conn, &measurement));
        }
        let open = w.open(&campaign);
        for number in 1..=15 {
            let given: Vec<(&str, i32)> = answers
                .iter()
                .filter_map(|row| {
                    let counts =
                        (1..).zip(&row[1..6]).map(|(value, count)| (value, count.parse::<usize>().expect("a count")));
                    let all: Vec<i32> = counts.flat_map(|(value, count)| std::iter::repeat_n(value, count)).collect();
                    Some((row[0].as_str(), *all.get(number - 1)?))
                })
                .collect();
            w.store_answers(&open, &person_id("prod", number), about("it", &given));
        }
        let published = w.close(&open);
        let figures = w.read(|conn| published_totals(conn, &published.id, &"it".into()));
        for row in &answers {
            let mean = figures.get("*", &row[0], "mean").expect("a mean");
            assert_eq!(format!("{:.2}", mean.value.expect("a value")), row[6], "{code} {}", row[0]);
            let interval = mean.low.zip(mean.high).map(|(low, high)| format!("{low:.2}–{high:.2}"));
            assert_eq!(interval.unwrap_or_else(|| "hidden".to_owned()), row[7], "{code} {}", row[0]);
        }
        let list = w.read(|conn| campaigns::promised_by(conn, &published.id, &"it".into()));
        for row in &measured {
            let one = list.iter().find(|one| one.promised.commitment == row[0]).expect("a promise");
            let verdict = one.promised.verdict.expect("a verdict").as_str();
            assert_eq!(verdict, row[2 + 2 * place], "{code} {}", row[0]);
            words.insert(verdict);
            let felt = answers.iter().find(|answers| Some(&answers[0]) == one.promised.question.as_ref());
            let felt = felt.map_or("not_asked", |answers| answers[8].as_str());
            assert_eq!(one.promised.felt.expect("a word").as_str(), felt);
        }
    }
    let every: std::collections::BTreeSet<&str> =
        barometer::catalogue::Verdict::ALL.iter().map(|one| one.as_str()).collect();
    assert_eq!(words, every, "each cell of the table once");
}

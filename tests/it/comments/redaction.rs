//! The corpus of tests/data/comments.csv, and what holds for any text.

use barometer::comments::names::{Names, is_common};
use barometer::comments::redaction::{Kind, pieces, redact};
use barometer::comments::{Theme, themes};
use barometer::render::Language;
use proptest::prelude::*;

fn names() -> Names {
    Names::new([
        "Yannick Bourdeloup",
        "Aïssata Kanouté",
        "Anne-Marie Le Goff",
        "Rose Petit",
        "Pierre Martin",
        "Will May",
        "Jan van der Berg",
        "Sean O'Brien",
    ])
}

#[test]
fn the_corpus_comes_out_as_written() {
    let mut reader = csv::Reader::from_reader(include_str!("../../data/comments.csv").as_bytes());
    let (mut wrong, mut count) = (Vec::new(), 0);
    for row in reader.records() {
        let row = row.expect("a row");
        let (text, expected, review) = (&row[0], &row[1], &row[2]);
        let made = redact(text, &names());
        let doubtful: Vec<&str> = made
            .marks
            .iter()
            .filter(|mark| mark.kind == Kind::Review)
            .map(|mark| &text[mark.start..mark.end])
            .collect();
        if made.text != *expected || doubtful.join("|") != *review {
            wrong.push(format!(
                "{text}\n  wanted {expected} ({review})\n  got    {} ({})",
                made.text,
                doubtful.join("|")
            ));
        }
        count += 1;
    }
    assert!(count >= 60, "{count}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What we say ourselves, and what the demonstration says, holds no name but those put there.
#[test]
fn ordinary_sentences_are_left_alone() {
    let mut reader = csv::Reader::from_reader(include_str!("../../../assets/demo/people.csv").as_bytes());
    let people: Vec<String> = reader.records().map(|row| row.expect("a row")[2].to_owned()).collect();
    let names = Names::new(people.iter().map(String::as_str));
    let mut texts = Vec::new();
    for (file, column) in [("demo/comments.csv", 4), ("questions/bank.csv", 6), ("questions/bank.csv", 7)] {
        let path = format!("{}/assets/{file}", env!("CARGO_MANIFEST_DIR"));
        let mut reader = csv::Reader::from_path(path).expect("a file");
        texts.extend(reader.records().map(|row| row.expect("a row")[column].to_owned()));
    }
    let changed: Vec<String> =
        texts.iter().map(|text| redact(text, &names).text).filter(|made| !texts.contains(made)).collect();
    assert_eq!(
        changed,
        [
            "J'ai attendu mon écran six semaines. [nom] m'a dit de rappeler, sans plus.",
            "[nom] m'a renvoyé le dossier deux fois sans dire ce qui manquait.",
            "Pour débloquer une avance il faut appeler le [téléphone], sinon rien ne bouge.",
            "[nom] a trouvé une salle en cinq minutes, vraiment parfait.",
            "Sans réponse, j'ai fini par joindre le standard au [téléphone] : toujours rien.",
        ]
    );
    assert!(["petit", "rose", "may", "will", "informatique"].iter().all(|word| is_common(word)));
    assert!(["bourdeloup", "yannick", "goff"].iter().all(|word| !is_common(word)));
}

#[test]
fn themes_come_with_their_words() {
    let of = |text: &str, language| themes::of(text, language).into_keys().collect::<Vec<_>>();
    assert_eq!(
        of("Il faut relancer trois fois, c'est trop lent.", Language::Fr),
        [Theme::Responsiveness, Theme::FollowUp]
    );
    assert_eq!(of("Je ne suis pas satisfait.", Language::Fr), []);
    assert_eq!(of("Merci de prévenir.", Language::Fr), [Theme::FollowUp]);
    assert_eq!(of("Merci, bravo !", Language::Fr), [Theme::Positive]);
    assert_eq!(
        of("The portal is confusing and slow.", Language::En),
        [Theme::Responsiveness, Theme::Clarity, Theme::Tools]
    );
    assert_eq!(of("Rien de neuf.", Language::Fr), []);
    let reasons = themes::of("Le portail et le Wifi", Language::Fr);
    assert_eq!(reasons[&Theme::Tools].iter().collect::<Vec<_>>(), ["portail", "wifi"]);
}

#[test]
fn small_themes_are_counted_together_or_not_at_all() {
    let (a, b, c) = (Theme::Tools, Theme::Clarity, Theme::Positive);
    let mut list: Vec<Vec<Theme>> = vec![vec![a]; 5];
    list.extend(vec![vec![b]; 4]);
    let counted = |list: &[Vec<Theme>]| themes::counts(list.iter().map(Vec::as_slice));
    assert_eq!(counted(&list), [("tools", Some(5)), ("unclassified", None)]);
    list.push(vec![c]);
    assert_eq!(counted(&list), [("tools", Some(5)), ("others", Some(5)), ("unclassified", None)]);
    // One comment of two small themes is one comment.
    list.pop();
    list[8] = vec![b, c];
    assert_eq!(counted(&list), [("tools", Some(5)), ("unclassified", None)]);
    list.extend(vec![Vec::new(); 5]);
    assert_eq!(counted(&list), [("tools", Some(5)), ("unclassified", Some(5))]);
    assert_eq!(counted(&[]), [("unclassified", None)]);
}

/// Words, signs and fragments that a redaction looks at, in any order.
fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("Yannick".to_owned()),
        Just("Mme ".to_owned()),
        Just("M. ".to_owned()),
        Just("Bourdeloup".to_owned()),
        Just("Rose Petit".to_owned()),
        Just("Le Goff".to_owned()),
        Just("[nom]".to_owned()),
        Just("FR76 3000 6000 0112".to_owned()),
        Just("06 39 98 12 34".to_owned()),
        Just("+33 ".to_owned()),
        Just("www.".to_owned()),
        Just("a@b.fr".to_owned()),
        "[0-9]{1,7}",
        "[ .,@:/\\[\\]()'\\-\n]{1,2}",
        "\\PC{0,6}",
        any::<String>(),
    ];
    proptest::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_redaction_is_final_and_keeps_the_rest(text in text()) {
        let names = names();
        let made = redact(&text, &names);
        let again = redact(&made.text, &names);
        prop_assert_eq!(&again.text, &made.text, "redacting again changes it");
        prop_assert!(again.marks.iter().all(|mark| mark.kind == Kind::Review));
        // Everything that is not marked stands on both sides, in order.
        let cut = pieces(&text, &made.marks, made.language);
        prop_assert_eq!(cut.iter().map(|piece| piece.text.as_str()).collect::<String>(), text.clone());
        let other: String = cut.iter().map(|piece| piece.instead.unwrap_or(&piece.text)).collect();
        prop_assert_eq!(other, made.text);
        prop_assert!(made.marks.windows(2).all(|pair| pair[0].end <= pair[1].start));
    }

    #[test]
    fn no_long_number_and_no_address_survives(before in "[a-zé ]{0,12}", digits in "[0-9]{5,20}", after in "[a-zé ]{0,12}") {
        let made = redact(&format!("{before} {digits} {before}@x.fr {after}"), &Names::default());
        prop_assert!(!made.text.contains(&digits), "{}", made.text);
    }
}

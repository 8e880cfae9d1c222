//! The page itself: who may read it, and its examples.

use actix_web::HttpRequest;
use serde::Serialize;

use super::groups::{Groups, groups};
use super::questions::{Chapter, QuestionFigures, chapters};
use super::sections::{self, AlphaFigures, ChangeFigures, DimensionFigures, Drivers, Weighting};
use super::{Named, Source};
use crate::aggregation::statistics::Preset;
use crate::clock::Day;
use crate::db::ids::SupplierCode;
use crate::error::Say;
use crate::questionnaire::{self, OVERALL};
use crate::render::{Language, Page, language};
use crate::results::pages::{self, Read};
use crate::results::quarter::{Shown, measured};
use crate::web::{self, Answer, ReaderOf};

#[derive(Debug, Clone, Serialize)]
pub struct DetailPage {
    supplier: String,
    code: SupplierCode,
    wave: String,
    published_on: Option<Day>,
    overall: Option<QuestionFigures>,
    weighting: Option<Weighting>,
    participation: Vec<Named>,
    dimensions: Vec<DimensionFigures>,
    /// Which of the columns that not every questionnaire has are there.
    has_importance: bool,
    has_gap: bool,
    changes: Vec<ChangeFigures>,
    trend: Vec<Named>,
    drivers: Drivers,
    whole: Vec<Named>,
    chapters: Vec<Chapter>,
    groups: Option<Groups>,
    alphas: Vec<AlphaFigures>,
    compared_with: Option<String>,
    threshold: i32,
    levels_threshold: i32,
    method_version: i32,
    fingerprint: String,
}

impl DetailPage {
    /// `shows_groups`: the reader may see the figures of client groups.
    pub(crate) fn new(read: Read, published_on: Option<Day>, language: Language, shows_groups: bool) -> Self {
        let empty = Shown::default();
        let (this, earlier) = read.waves.split_last().unwrap_or((&empty, &[]));
        let measured = measured(this, earlier);
        let published = &this.figures;
        let source = Source { published, language };
        let questions = this.questions.as_slice();
        let offered = questionnaire::dimensions(questions);
        let word = |key| language::say(language, &Say::new(key));
        let overall_name = word("detail-overall");
        let dimensions = sections::dimensions(source, questions, read.preset, measured.as_ref());
        let overall = questions.iter().find(|question| question.code == OVERALL);
        Self {
            supplier: read.supplier.name(language).to_owned(),
            code: read.supplier.code.clone(),
            published_on,
            overall: overall.and_then(|question| QuestionFigures::new(source, question, &offered, read.preset)),
            weighting: sections::weighting(source),
            participation: sections::participation(source),
            has_importance: dimensions.iter().any(|row| row.importance.is_some()),
            has_gap: dimensions.iter().any(|row| row.gap.is_some()),
            changes: sections::changes(source, &overall_name, &dimensions),
            trend: sections::trend(source),
            drivers: sections::drivers(source, &dimensions),
            whole: sections::whole(source),
            chapters: chapters(source, questions, read.preset, &word("detail-others")),
            groups: if shows_groups {
                groups(source, questions, &read.groups, &read.branches, &overall_name)
            } else {
                None
            },
            alphas: sections::alphas(source, &dimensions),
            dimensions,
            compared_with: earlier.last().map(|wave| wave.code.clone()),
            threshold: read.campaign.threshold,
            levels_threshold: read.campaign.levels_threshold,
            method_version: read.publication.as_ref().map_or(0, |publication| publication.method_version),
            fingerprint: read.publication.map(|publication| publication.fingerprint).unwrap_or_default(),
            wave: read.campaign.code,
        }
    }
}

/// Everything published about one supplier in one wave.
pub async fn show(req: HttpRequest, ReaderOf { who, supplier }: ReaderOf) -> Answer {
    let app = web::app(&req)?;
    let code = web::part(&req, "campaign")?;
    let wanted = supplier.clone();
    let read = app.db.read(move |conn| pages::read(conn, &wanted, &code, pages::Groups::Everything)).await?;
    let published_on = read.campaign.published_at.map(|at| at.day_in(&app.config.time_zone));
    let page = DetailPage::new(read, published_on, who.language, who.reads_groups_of(&supplier));
    web::page(&req, &app, &who, &page).await
}

impl Page for DetailPage {
    const TEMPLATE: &'static str = "results/detail.html";
    fn samples() -> Vec<Self> {
        let of = |read| Self::new(read, Day::parse("2026-04-09"), Language::Fr, true);
        let mut list = vec![of(samples::full()), of(samples::few()), of(samples::indicative())];
        list.push(Self::new(samples::full(), None, Language::En, false));
        list
    }
}

mod samples {
    //! Publications with every indicator, with few answers, and with correlations alone.

    use super::{Preset, Read, Shown};
    use crate::aggregation::store::{ALL, Figure, Published};
    use crate::campaign::Campaign;
    use crate::clock::Day;
    use crate::db::ids::CampaignId;
    use crate::organisation::Supplier;
    use crate::questionnaire::{Meanings, Question, bank};

    const ASKED: [&str; 6] = ["overall", "reception_1", "responsiveness_1", "effort", "recommendation", "importance"];
    const SHARES: [&str; 4] = ["satisfied", "dissatisfied", "top1", "net"];

    fn figure(group: &str, subject: &str, indicator: &str, value: Option<f64>, word: Option<&str>) -> Figure {
        let interval = value.filter(|_| group == ALL && !indicator.starts_with("count"));
        Figure {
            campaign: CampaignId("c".to_owned()),
            supplier: "it".into(),
            client_group: group.into(),
            subject: subject.to_owned(),
            indicator: indicator.to_owned(),
            low: interval.map(|value| value - 0.1),
            high: interval.map(|value| value + 0.1),
            value,
            word: word.map(ToOwned::to_owned),
            n: Some(61),
            shown: true,
        }
    }

    fn hidden(group: &str, subject: &str, indicator: &str) -> Figure {
        Figure { n: None, shown: false, ..figure(group, subject, indicator, None, None) }
    }

    fn question(list: &mut Vec<Figure>, code: &str) {
        let mut add = |indicator: &str, value| list.push(figure(ALL, code, indicator, Some(value), None));
        for indicator in SHARES {
            add(indicator, 0.6);
        }
        for (indicator, value) in [("mean", 3.8), ("median", 4.0), ("sd", 0.9), ("score100", 70.0)] {
            add(indicator, value);
        }
        for value in 1..=5 {
            add(&format!("count_{value}"), 12.0);
        }
        add("not_applicable", 3.0);
        add("blank", 0.0);
    }

    fn everything() -> Vec<Figure> {
        let mut list = Vec::new();
        for code in ["overall", "reception_1", "responsiveness_1"] {
            question(&mut list, code);
        }
        let mut add = |subject: &str, indicator: &str, value: f64| {
            list.push(figure(ALL, subject, indicator, Some(value), None));
        };
        for code in ["reception", "responsiveness"] {
            let figures = [
                ("satisfied", 0.6),
                ("mean", 3.8),
                ("score100", 70.0),
                ("importance", 0.7),
                ("gap", 0.4),
                ("lmg", 0.2),
                ("relative_weight", 0.21),
                ("spearman", 0.5),
                ("alpha", 0.8),
                ("change_satisfied", 0.07),
                ("change_mean", 0.2),
                ("change_p", 0.03),
                ("change_p_holm", 0.06),
                ("change_delta", 0.15),
            ];
            for (indicator, value) in figures {
                add(code, indicator, value);
            }
        }
        for (indicator, value) in [("responses", 61.0), ("eligible", 109.0), ("rr1", 0.5), ("rr2", 0.56)] {
            add("*", indicator, value);
        }
        let whole = [("r2", 0.6), ("alpha", 0.85), ("index", 66.9), ("index_weighted", 66.4), ("shrunk_mean", 3.7)];
        for (indicator, value) in whole {
            add("*", indicator, value);
        }
        for (indicator, value) in [("margin", 0.08), ("weighted_mean", 3.81), ("weighted_satisfied", 0.61)] {
            add("overall", indicator, value);
        }
        for (indicator, value) in [("change_p", 0.000_2), ("change_delta", 0.3), ("trend_p", 0.15)] {
            add("overall", indicator, value);
        }
        for (indicator, value) in [("mean", 2.4), ("effort", 2.4), ("effort_low", 0.5), ("count_1", 0.0)] {
            add("effort", indicator, value);
        }
        add("importance", "count_reception", 30.0);
        let mut say = |subject: &str, indicator, word| list.push(figure(ALL, subject, indicator, None, Some(word)));
        say("overall", "change_verdict", "up");
        say("overall", "trend_verdict", "not_shown");
        say("reception", "change_verdict", "not_shown");
        say("responsiveness", "change_verdict", "down");
        say("reception", "quadrant", "maintain");
        say("responsiveness", "quadrant", "act_first");
        say("*", "funnel", "within");
        list.push(hidden(ALL, "*", "no_contact"));
        list.push(hidden(ALL, "recommendation", "recommendation"));
        list.push(hidden(ALL, "importance", "count_responsiveness"));
        list.push(Figure { value: None, ..figure(ALL, "recommendation", "sd", None, None) });
        list.push(Figure { n: Some(0), ..figure(ALL, "recommendation", "mean", None, None) });
        for group in ["a", "branch:prod"] {
            list.push(figure(group, "*", "responses", Some(20.0), None));
            for subject in ["overall", "reception", "responsiveness"] {
                list.push(figure(group, subject, "mean", Some(3.6), None));
                list.push(figure(group, subject, "satisfied", Some(0.6), None));
            }
        }
        list.push(hidden("b", "*", "responses"));
        list.push(hidden("b", "overall", "mean"));
        list.push(hidden("b", "overall", "satisfied"));
        list
    }

    fn read(list: Vec<Figure>, waves: usize) -> Read {
        let name = |code: &str, name: &str| (code.to_owned(), name.to_owned());
        let day = Day::parse("2026-03-01").unwrap_or(Day(chrono::NaiveDate::MIN));
        let questions: Vec<Question> = ASKED.iter().filter_map(|code| bank::question(code)).cloned().collect();
        let published = Published::new(list);
        let wave = |code: &&str| Shown {
            code: (*code).to_owned(),
            figures: published.clone(),
            questions: questions.clone(),
            ..Shown::default()
        };
        Read {
            supplier: Supplier {
                code: "it".into(),
                names: crate::render::Texts::both("Informatique", "IT"),
                in_sentence: crate::render::Texts::both("l'Informatique", ""),
                unit: None,
                active: true,
            },
            campaign: Campaign::draft(CampaignId("c".to_owned()), "2026-Q1".to_owned(), day),
            meanings: Meanings::default(),
            waves: ["2025-Q4", "2026-Q1"].iter().skip(2_usize.saturating_sub(waves)).map(wave).collect(),
            codes: Vec::new(),
            groups: vec![name("a", "Production"), name("b", "Ventes")],
            branches: vec![name("prod", "Usine")],
            plan: Vec::new(),
            publication: None,
            preset: Preset::Standard,
        }
    }

    pub fn full() -> Read {
        read(everything(), 2)
    }

    /// Between five and ten answers: means and shares, no interval, no counts, one question hidden.
    pub fn few() -> Read {
        let mut list = vec![hidden(ALL, "reception_1", "mean"), hidden(ALL, "reception_1", "satisfied")];
        for indicator in ["mean", "satisfied"] {
            let bare = figure(ALL, "overall", indicator, Some(0.6), None);
            list.push(Figure { low: None, high: None, n: Some(7), ..bare });
        }
        read(list, 1)
    }

    /// Correlations instead of shares of variance, and importance measured a wave before.
    pub fn indicative() -> Read {
        let mut list = everything();
        list.retain(|figure| !["lmg", "relative_weight", "r2", "trend_p"].contains(&figure.indicator.as_str()));
        let mut read = read(list.clone(), 2);
        list.retain(|figure| figure.indicator != "importance");
        if let Some(last) = read.waves.last_mut() {
            last.figures = Published::new(list);
        }
        read
    }
}

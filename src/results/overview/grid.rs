//! Services × dimensions: what each service got for each dimension in one wave, by name and never by value.

use serde::Serialize;

use crate::aggregation::figure::ALL;
use crate::aggregation::store::{self as publications, Published};
use crate::campaign::{Campaign, CampaignSupplier, store as campaigns};
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::Result;
use crate::questionnaire::{self, OVERALL, Question, store as questionnaires};
use crate::render::{Language, Texts};
use crate::results::rows::Share;

#[derive(Debug, Clone, Default, Serialize)]
pub struct Grid {
    /// Of all services, in the order of their questionnaires.
    pub dimensions: Vec<Dimension>,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Dimension {
    pub code: String,
    pub name: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct Row {
    pub supplier: SupplierCode,
    pub name: String,
    pub overall: Cell,
    /// One for each dimension.
    pub cells: Vec<Cell>,
    pub mean: Option<f64>,
    pub responses: Option<i32>,
    pub rate: Option<f64>,
    /// On the core questions: drawn towards the others' mean, and `above`, `within` or `below` what chance explains.
    pub shrunk: Option<f64>,
    pub standing: Option<String>,
    pub compared_on: Option<i32>,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct Cell {
    /// False where the service asks nothing about it.
    pub asked: bool,
    /// None where it is hidden.
    pub share: Option<Share>,
    /// See [`Share::side`].
    pub side: Option<&'static str>,
    /// The verdict since the wave before.
    pub change: Option<String>,
}

impl Cell {
    fn of(published: &Published, subject: &str) -> Self {
        let share = Share::of(published.get(ALL, subject, "satisfied"));
        let side = share.as_ref().and_then(Share::side);
        let change = published.word(subject, "change_verdict").map(ToOwned::to_owned);
        Self { asked: true, share, side, change }
    }

    /// A change that is proved and not slight.
    pub fn has_changed(&self) -> bool {
        matches!(self.change.as_deref(), Some("up" | "down"))
    }
}

/// What a grid reads of a publication.
const INDICATORS: [&str; 7] = ["satisfied", "mean", "responses", "rr2", "change_verdict", "funnel", "shrunk_mean"];

impl Grid {
    /// The services of a wave that `may` read.
    pub fn read(
        conn: &mut Conn,
        campaign: &Campaign,
        language: Language,
        may: impl Fn(&CampaignSupplier) -> bool,
    ) -> Result<Self> {
        let mut services = campaigns::services(conn, &campaign.id)?;
        services.retain(|(part, _)| may(part));
        let versions: Vec<_> = services.iter().filter_map(|(part, _)| part.questionnaire.clone()).collect();
        let questions = questionnaires::questions_of(conn, &versions)?;
        let asked =
            |version: Option<&_>| version.and_then(|version| questions.get(version)).map_or(&[][..], Vec::as_slice);
        let mut named: Vec<(String, Texts)> = Vec::new();
        for (part, _) in &services {
            for dimension in questionnaire::measured(asked(part.questionnaire.as_ref())) {
                if !named.iter().any(|(code, _)| *code == dimension.code) {
                    named.push((dimension.code, dimension.labels));
                }
            }
        }
        let subjects: Vec<&str> = named
            .iter()
            .map(|(code, _)| code.as_str())
            .chain([OVERALL, crate::aggregation::figure::CAMPAIGN])
            .collect();
        let mut figures = publications::side_by_side(conn, &[&campaign.id], &subjects, &INDICATORS)?;
        let rows = services.iter().map(|(part, supplier)| {
            let published = figures.remove(&(campaign.id.clone(), supplier.code.clone())).unwrap_or_default();
            let own = asked(part.questionnaire.as_ref());
            Row::new(&supplier.code, supplier.name(language), &published, own, &named)
        });
        let mut rows: Vec<Row> = rows.collect();
        rows.sort_by_key(|row| row.name.to_lowercase());
        let dimensions =
            named.iter().map(|(code, names)| Dimension { code: code.clone(), name: names.pick(language).to_owned() });
        Ok(Self { dimensions: dimensions.collect(), rows })
    }

    /// How many services have a proved change of the overall question upwards, downwards, and how many were compared.
    pub fn changes(&self) -> (usize, usize, usize) {
        let with = |words: &[&str]| {
            let said = |row: &&Row| row.overall.change.as_deref().is_some_and(|word| words.contains(&word));
            self.rows.iter().filter(said).count()
        };
        (with(&["up"]), with(&["down"]), with(&["up", "down", "slight", "not_shown"]))
    }
}

impl Row {
    fn new(
        supplier: &SupplierCode,
        name: &str,
        published: &Published,
        asked: &[Question],
        dimensions: &[(String, Texts)],
    ) -> Self {
        let own: Vec<String> = questionnaire::measured(asked).into_iter().map(|one| one.code).collect();
        let cell = |code: &String| if own.contains(code) { Cell::of(published, code) } else { Cell::default() };
        let shrunk = published.get(ALL, "*", "shrunk_mean").filter(|figure| figure.shown);
        Self {
            supplier: supplier.clone(),
            name: name.to_owned(),
            overall: Cell::of(published, OVERALL),
            cells: dimensions.iter().map(|(code, _)| cell(code)).collect(),
            mean: published.value(OVERALL, "mean"),
            responses: published.get(ALL, "*", "responses").filter(|figure| figure.shown).and_then(|figure| figure.n),
            rate: published.value("*", "rr2"),
            shrunk: shrunk.and_then(|figure| figure.value),
            standing: published.word("*", "funnel").map(ToOwned::to_owned),
            compared_on: shrunk.and_then(|figure| figure.n),
        }
    }

    /// Something about it changed for sure since the wave before.
    pub fn has_changed(&self) -> bool {
        self.overall.has_changed() || self.cells.iter().any(Cell::has_changed)
    }
}

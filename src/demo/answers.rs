//! Invented answers: each person has a temper, each service a level by dimension and quarter.

use std::collections::BTreeMap;

use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};

use super::files::{self, Row};
use crate::answering::draft::{Draft, Sheet};
use crate::db::ids::SupplierCode;
use crate::error::Result;
use crate::questionnaire::{Answer, Kind, OVERALL, Question, dimensions};

/// Makes the drafts of one quarter; the same quarter always gives the same ones.
pub struct Author {
    rng: StdRng,
    /// Of its own, so that who is asked as a team changes nothing that anybody says as a client.
    of_teams: StdRng,
    wave: String,
    levels: BTreeMap<(String, String, String), f64>,
    comments: Vec<Row>,
}

/// How people talk: a chance of answering at all, and a lean towards one end of the scale.
pub struct Temper {
    pub answers: bool,
    pub declines: bool,
    lean: f64,
    language: &'static str,
}

impl Author {
    pub fn new(wave: &str, seed: u64) -> Result<Self> {
        let mut levels = BTreeMap::new();
        for row in files::rows(files::PROFILE)? {
            let key = (row.get("supplier").to_owned(), row.get("wave").to_owned(), row.get("dimension").to_owned());
            levels.insert(key, row.get("mean").parse().unwrap_or(3.5));
        }
        let comments = files::rows(files::COMMENTS)?;
        let of_teams = StdRng::seed_from_u64(seed.wrapping_add(1));
        Ok(Self { rng: StdRng::seed_from_u64(seed), of_teams, wave: wave.to_owned(), levels, comments })
    }

    /// `share`: how many of a hundred people answer.
    pub fn temper(&mut self, share: u32, english: bool) -> Temper {
        Temper {
            answers: self.rng.random_ratio(share.min(100), 100),
            declines: self.rng.random_ratio(1, 60),
            lean: self.normal() * 0.35,
            language: if english { "en" } else { "fr" },
        }
    }

    /// About a standard normal: the sum of twelve uniforms, less six.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.rng.random::<f64>()).sum::<f64>() - 6.0
    }

    /// What a person says about the services proposed to them.
    pub fn draft(&mut self, temper: &Temper, proposed: &[(SupplierCode, Vec<Question>)]) -> Draft {
        let mut draft = Draft { outside: self.rng.random_ratio(1, 90), ..Draft::default() };
        let mut chosen = Vec::new();
        for (supplier, questions) in proposed {
            if self.rng.random_ratio(12, 100) {
                continue;
            }
            draft.sheets.insert(supplier.clone(), self.sheet(temper, supplier, questions));
            chosen.push(supplier.clone());
        }
        draft.chosen = Some(chosen);
        draft
    }

    fn sheet(&mut self, temper: &Temper, supplier: &SupplierCode, questions: &[Question]) -> Sheet {
        let mut sheet = Sheet::default();
        let offered = dimensions(questions);
        for question in questions {
            if question.kind == Kind::Text {
                if let Some(text) = self.comment(temper, supplier, &question.code) {
                    sheet.texts.insert(question.code.clone(), text);
                }
                continue;
            }
            if self.rng.random_ratio(3, 100) {
                continue;
            }
            if self.rng.random_ratio(4, 100) && question.code != "overall" {
                sheet.answers.insert(question.code.clone(), Answer::NotApplicable);
                continue;
            }
            let answer = match question.range() {
                Some((lo, hi)) => Answer::Value(self.value(temper, supplier, question, lo, hi)),
                None => {
                    let (choices, most) = question.choices(&offered);
                    let codes: Vec<String> = choices.into_iter().map(|choice| choice.code).collect();
                    let count = if question.kind == Kind::SingleChoice { 1 } else { most.min(3) };
                    Answer::Choices(self.choose(&codes, count))
                }
            };
            if question.accepts(&answer, &offered) {
                sheet.answers.insert(question.code.clone(), answer);
            }
        }
        sheet
    }

    /// How somebody of a team thinks its clients judge it: in some dimensions better than they do; and what they think of
    /// its clients' promises: little.
    pub fn mirror(&mut self, temper: &Temper, supplier: &SupplierCode, questions: &[Question]) -> Sheet {
        let mut sheet = Sheet::default();
        std::mem::swap(&mut self.rng, &mut self.of_teams);
        for question in questions {
            let Some((lo, hi)) = question.range() else { continue };
            let shift = match question.dimension.as_deref() {
                None if question.code != OVERALL => -1,
                Some("responsiveness" | "follow_up" | "clarity") => 1,
                _ => 0,
            };
            let value = self.value(temper, supplier, question, lo, hi) + shift;
            sheet.answers.insert(question.code.clone(), Answer::Value(value.clamp(lo, hi)));
        }
        std::mem::swap(&mut self.rng, &mut self.of_teams);
        sheet
    }

    fn value(&mut self, temper: &Temper, supplier: &SupplierCode, question: &Question, lo: i32, hi: i32) -> i32 {
        let about = |author: &Self, dimension: &str| {
            let key = (supplier.0.clone(), author.wave.clone(), dimension.to_owned());
            author.levels.get(&key).copied()
        };
        let overall = about(self, "overall").unwrap_or(3.5);
        let level = question.dimension.as_deref().and_then(|dimension| about(self, dimension)).unwrap_or(overall);
        // Much effort is bad news: it goes the other way.
        let level = if question.kind == Kind::Effort { 6.0 - level - temper.lean } else { level + temper.lean };
        let drawn = level + self.normal() * 0.85;
        let scaled = f64::from(lo) + (drawn - 1.0) / 4.0 * f64::from(hi - lo);
        format!("{scaled:.0}").parse::<i32>().unwrap_or(hi).clamp(lo, hi)
    }

    /// Some dimensions matter more to most people: the first two of a fixed list are chosen twice as often.
    fn choose(&mut self, codes: &[String], count: usize) -> Vec<String> {
        let mut urn: Vec<&String> = Vec::new();
        for code in codes {
            let weight = if matches!(code.as_str(), "responsiveness" | "follow_up" | "reliability") { 5 } else { 2 };
            urn.extend(std::iter::repeat_n(code, weight));
        }
        let mut chosen: Vec<String> = Vec::new();
        while chosen.len() < count.min(codes.len()) {
            match urn.choose(&mut self.rng) {
                Some(code) if !chosen.contains(code) => chosen.push((*code).clone()),
                Some(_) => {}
                None => break,
            }
        }
        chosen
    }

    fn comment(&mut self, temper: &Temper, supplier: &SupplierCode, question: &str) -> Option<String> {
        if !self.rng.random_ratio(8, 100) {
            return None;
        }
        let fit: Vec<&Row> = self
            .comments
            .iter()
            .filter(|row| row.get("supplier") == supplier.as_str() && row.get("question") == question)
            .filter(|row| row.get("language") == temper.language)
            .collect();
        fit.choose(&mut self.rng).map(|row| row.get("text").to_owned())
    }
}

//! What the form of a commitment holds, as typed, and what it says.

use serde::Serialize;

use crate::catalogue::pages::{MEASURE, SENTENCE};
use crate::catalogue::store::Promise;
use crate::catalogue::{Commitment, Direction, Kind, Offering, Version, quarter_code, quarter_named, quarter_start};
use crate::clock::Day;
use crate::error::{Result, Say};
use crate::render::figures::rounded;
use crate::render::{Language, Texts};
use crate::web::typed::{clean_line, number};
use crate::web::{Faults, Fields, TextField};

/// What the form holds, as typed.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Typed {
    pub code: String,
    pub texts: Vec<TextField>,
    pub kind: String,
    pub offering: String,
    pub target: String,
    pub direction: String,
    pub measured_in: Vec<TextField>,
    /// The quarter from which on it counts.
    pub since: String,
}

/// A number as a form shows it: no decimals of nothing.
pub fn plain(value: f64) -> String {
    let text = rounded(value, 3);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

impl Typed {
    pub fn of(promise: Option<&Promise>, languages: &[Language], today: Day) -> Self {
        let (none, latest) = (Texts::default(), promise.and_then(Promise::latest));
        let next = quarter_code(quarter_start(today).plus_months(3));
        let since = match latest {
            Some(version) if version.may_be_corrected(today) => quarter_code(version.since),
            Some(_) => next,
            None => quarter_code(today),
        };
        let commitment = promise.map(|promise| &promise.commitment);
        Self {
            code: String::new(),
            texts: TextField::all("text", latest.map_or(&none, |version| &version.texts), languages),
            kind: commitment.map_or(Kind::Delay, |of| of.kind).as_str().to_owned(),
            offering: commitment.and_then(|of| of.offering.clone()).unwrap_or_default(),
            target: latest.map(|version| plain(version.target)).unwrap_or_default(),
            direction: latest.map_or(Direction::AtMost, |version| version.direction).as_str().to_owned(),
            measured_in: TextField::all("unit", latest.map_or(&none, |version| &version.measured_in), languages),
            since,
        }
    }

    pub fn read(form: &Fields, languages: &[Language]) -> Result<Self> {
        let line = |name: &str| form.text(name).map(|text| clean_line(&text));
        Ok(Self {
            code: line("code")?,
            texts: TextField::read("text", form, languages)?,
            kind: line("kind")?,
            offering: line("offering")?,
            target: line("target")?,
            direction: line("direction")?,
            measured_in: TextField::read("unit", form, languages)?,
            since: line("since")?,
        })
    }

    /// What it says: the commitment and the version, in the place of `standing`; what is wrong goes to `faults`.
    pub fn promise(
        &mut self,
        (commitment, version): (Commitment, Version),
        before: Option<&Version>,
        offerings: &[Offering],
        faults: &mut Faults,
    ) -> (Commitment, Version) {
        let texts = faults.texts(&mut self.texts, Some(&version.texts), SENTENCE, Some("commitment-fault-text"));
        let measured_in =
            faults.texts(&mut self.measured_in, Some(&version.measured_in), MEASURE, Some("commitment-fault-unit"));
        let (kind, direction) = (Kind::parse(&self.kind), Direction::parse(&self.direction));
        let (target, since) = (number(&self.target), quarter_named(&self.since));
        let offering = Some(self.offering.clone()).filter(|code| !code.is_empty());
        let known = |code: &String| {
            offerings.iter().any(|of| of.code == *code && (of.active || commitment.offering.as_ref() == Some(code)))
        };
        for (wrong, field, key) in [
            (kind.is_none(), "kind", "form-not-a-choice"),
            (direction.is_none(), "direction", "form-not-a-choice"),
            (offering.as_ref().is_some_and(|code| !known(code)), "offering", "form-not-a-choice"),
            (target.is_none(), "target", "commitment-fault-target"),
            (since.is_none(), "since", "form-not-a-choice"),
            (since.zip(before).is_some_and(|(since, before)| since < before.since), "since", "commitment-fault-since"),
        ] {
            if wrong {
                faults.add(field, Say::new(key));
            }
        }
        let kind = kind.unwrap_or(commitment.kind);
        let (target, since) = (target.unwrap_or_default(), since.unwrap_or(version.since));
        let direction = direction.unwrap_or(version.direction);
        (
            Commitment { kind, offering, ..commitment },
            Version { texts, measured_in, target, direction, since, ..version },
        )
    }
}

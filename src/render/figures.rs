//! Figures and dates by the reader's convention: 3,7 · 62 % · 21 novembre 2026, or 3.7 · 62% · 21 November 2026.

use icu_calendar::Gregorian;
use icu_datetime::fieldsets::YMD;
use icu_datetime::input::Date;
use icu_datetime::{FixedCalendarDateTimeFormatter, options::Length};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::locale;

use super::Language;
use crate::clock::Day;

type Days = FixedCalendarDateTimeFormatter<Gregorian, YMD>;

struct Formats {
    decimal: Option<DecimalFormatter>,
    day: Option<Days>,
}

// One set per thread: the formatters are not shareable, and are too costly to make for each figure.
thread_local! {
    static FRENCH: Formats = formats(Language::Fr);
    static ENGLISH: Formats = formats(Language::En);
}

fn formats(language: Language) -> Formats {
    let locale = match language {
        Language::Fr => locale!("fr-FR"),
        Language::En => locale!("en-GB"),
    };
    Formats {
        decimal: DecimalFormatter::try_new(locale.clone().into(), Default::default()).ok(),
        day: Days::try_new(locale.into(), YMD::for_length(Length::Long)).ok(),
    }
}

fn with<T>(language: Language, work: impl FnOnce(&Formats) -> T) -> T {
    match language {
        Language::Fr => FRENCH.with(work),
        Language::En => ENGLISH.with(work),
    }
}

/// `value` with `places` decimals, rounded half away from zero.
pub fn decimal(language: Language, value: f64, places: u8) -> String {
    let plain = rounded(value, places);
    with(language, |formats| match (&formats.decimal, Decimal::try_from_str(&plain)) {
        (Some(format), Ok(number)) => format.format(&number).to_string(),
        _ => plain.clone(),
    })
}

/// `value` with `places` decimals and a point, rounded half away from zero (2.25 → 2.3), "-0" written "0".
pub fn rounded(value: f64, places: u8) -> String {
    let scale = 10f64.powi(places.into());
    // The tiny push undoes binary representation (0.285 is stored just below), not the reader's rounding.
    let scaled = value * scale;
    let shown = (scaled + scaled.signum() * 1e-9).round() / scale;
    let shown = if shown == 0.0 { 0.0 } else { shown };
    format!("{shown:.*}", usize::from(places))
}

pub fn integer(language: Language, value: f64) -> String {
    decimal(language, value, 0)
}

/// A share 0..=1 as an integer percentage.
pub fn percent(language: Language, share: f64) -> String {
    let number = integer(language, share * 100.0);
    match language {
        Language::Fr => format!("{number}\u{a0}%"),
        Language::En => format!("{number}%"),
    }
}

/// A day in words: 1er mars 2026, 1 March 2026.
pub fn day(language: Language, day: Day) -> String {
    let jiff = day.to_jiff();
    let parts = (i32::from(jiff.year()), jiff.month().unsigned_abs(), jiff.day().unsigned_abs());
    let text = Date::try_new_gregorian(parts.0, parts.1, parts.2)
        .ok()
        .and_then(|date| with(language, |formats| formats.day.as_ref().map(|format| format.format(&date).to_string())))
        .unwrap_or_else(|| day.to_string());
    match (language, text.strip_prefix("1 ")) {
        (Language::Fr, Some(rest)) => format!("1er\u{a0}{rest}"),
        _ => text,
    }
}

/// A campaign code for people: `2026-Q1` is "1er trimestre 2026" or "first quarter of 2026"; other codes stay.
pub fn wave(language: Language, code: &str) -> String {
    let Some((year, quarter)) = code.split_once("-Q") else { return code.to_owned() };
    let ordinal = match (language, quarter) {
        (Language::Fr, "1") => "1er",
        (Language::Fr, "2") => "2e",
        (Language::Fr, "3") => "3e",
        (Language::Fr, "4") => "4e",
        (Language::En, "1") => "first",
        (Language::En, "2") => "second",
        (Language::En, "3") => "third",
        (Language::En, "4") => "fourth",
        _ => return code.to_owned(),
    };
    match language {
        Language::Fr => format!("{ordinal} trimestre {year}"),
        Language::En => format!("{ordinal} quarter {year}"),
    }
}

/// A campaign code for an axis: `2026-Q1` is "T1 26" or "Q1 26".
pub fn wave_short(language: Language, code: &str) -> String {
    match code.split_once("-Q") {
        Some((year, quarter)) if year.len() == 4 => {
            let letter = if language == Language::Fr { "T" } else { "Q" };
            format!("{letter}{quarter} {}", year.get(2..).unwrap_or(year))
        }
        _ => code.to_owned(),
    }
}

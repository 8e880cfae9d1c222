//! Figures and dates by the reader's convention: 3,7 · 62 % · 21 novembre 2026, or 3.7 · 62% · 21 November 2026.

use std::cell::OnceCell;

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

// One set per thread and language, made when first needed: the formatters are not shareable, and are too costly to make
// for each figure.
thread_local! {
    static FORMATS: [OnceCell<Formats>; Language::ALL.len()] = Default::default();
}

fn formats(language: Language) -> Formats {
    let locale = match language {
        Language::Fr => locale!("fr-FR"),
        Language::En => locale!("en-GB"),
        Language::De => locale!("de-DE"),
        Language::Es => locale!("es-ES"),
        Language::It => locale!("it-IT"),
        Language::Nl => locale!("nl-NL"),
        Language::Pt => locale!("pt-PT"),
    };
    Formats {
        decimal: DecimalFormatter::try_new(locale.clone().into(), Default::default()).ok(),
        day: Days::try_new(locale.into(), YMD::for_length(Length::Long)).ok(),
    }
}

fn with<T>(language: Language, work: impl FnOnce(&Formats) -> T) -> T {
    FORMATS.with(|all| match all.get(language.place()) {
        Some(cell) => work(cell.get_or_init(|| formats(language))),
        None => work(&formats(language)),
    })
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

/// `value` with as many decimals as it has, two at most: 5, 4.8, 0.25.
pub fn number(language: Language, value: f64) -> String {
    let close = |places: u8| (value - rounded(value, places).parse::<f64>().unwrap_or(value)).abs() < 0.005;
    decimal(language, value, (0..2).find(|places| close(*places)).unwrap_or(2))
}

pub fn integer(language: Language, value: f64) -> String {
    decimal(language, value, 0)
}

/// A share 0..=1 as an integer percentage.
pub fn percent(language: Language, share: f64) -> String {
    let number = integer(language, share * 100.0);
    match language {
        Language::Fr | Language::De | Language::Es => format!("{number}\u{a0}%"),
        Language::En | Language::It | Language::Nl | Language::Pt => format!("{number}%"),
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

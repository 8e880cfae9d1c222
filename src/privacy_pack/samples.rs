//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for PackPage {
    fn samples() -> Vec<Self> {
        let Some(day) = Day::parse("2026-11-22") else { return Vec::new() };
        let wave = |in_preparation| Wave {
            code: "2026-Q4".to_owned(),
            opens_on: day,
            closes_on: day.plus_days(11),
            in_preparation,
        };
        let page = |wave, file, outcome: Option<&'static str>, named: bool| Self {
            settings: if named { crate::organisation::pages::public::filled() } else { Settings::default() },
            wave,
            threshold: 7,
            levels: 12,
            comments: 15,
            file,
            keep: Retention::default(),
            invitation_days: INVITATION_DAYS,
            log_months: AUDIT_LOG_MONTHS,
            fewest_rows: FEWEST_ROWS,
            server: Server {
                address: "https://barometre.valdebrume.example".to_owned(),
                https: named,
                sqlite: named,
                mail_host: named.then(|| "smtp.valdebrume.example".to_owned()),
            },
            checked: outcome.map(|outcome| Checked { day, outcome }),
            printed_on: day,
        };
        let promise = Say::new("promise-file").with("to", "l'institut Cassini");
        vec![
            page(Some(wave(true)), Some(promise), Some("nothing"), true),
            page(Some(wave(false)), None, Some("something"), true),
            page(None, None, Some("unread"), false),
            page(None, None, None, false),
        ]
    }
}

//! Filled examples.

use super::*;
use crate::organisation::waiting::Reason;
use crate::render::sample::Sampled;

impl Sampled for WaitingPage {
    fn samples() -> Vec<Self> {
        let day = Day::parse("2026-03-11").unwrap_or(Day(chrono::NaiveDate::MIN));
        let line = |what: Say, reasons: &[Reason], file: Option<&str>, decides| Line {
            mark: "p1 presence AAAA".to_owned(),
            person: "p1".into(),
            name: "Zoé Petit".to_owned(),
            what,
            why: reasons.iter().map(|reason| reason.words(Part::Address)).collect(),
            file: file.map(ToOwned::to_owned),
            since: day,
            decides,
        };
        let file = Some("people-20260311-031500.csv");
        let leaving = vec![
            line(Say::new("waiting-gone"), &[Reason::ManyLeave, Reason::Group], file, true),
            line(Say::new("waiting-away"), &[Reason::Group], file, true),
            line(Say::new("waiting-back"), &[Reason::ManyReturn], file, true),
            line(Say::new("waiting-until").with("day", day), &[Reason::ManyLeave], None, true),
        ];
        let moved = |before: &str| Say::new("waiting-address").with("before", before).with("after", "z@example.org");
        let addresses = vec![
            line(moved("zoe@example.org"), &[Reason::HasRole], None, false),
            line(moved("—"), &[Reason::Invited, Reason::Held], None, true),
            line(moved("—"), &[Reason::ManyAddresses], None, true),
        ];
        let roles = Say::new("waiting-roles").with("before", "—").with("after", "hr ; head:it");
        let roles = vec![line(roles, &[Reason::Roles, Reason::Unit], file, false)];
        let section = |part, lines, more, decides| Section {
            part,
            seen: "AAAA".to_owned(),
            alike: part == Part::Roles,
            lines,
            more,
            decides,
        };
        let called = |spelling: &str, n, names: &[&str]| Called {
            mark: "p2 unit AAAA".to_owned(),
            spelling: spelling.to_owned(),
            n,
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            since: day,
        };
        let empty =
            Self { units: Vec::new(), more_units: 0, choices: Vec::new(), sections: Vec::new(), faults: Vec::new() };
        vec![
            Self {
                units: vec![called("Dpt. Achats", 12, &["Zoé Petit", "Paul Roux"]), called("", 1, &["Rose Petit"])],
                more_units: 3,
                choices: vec![UnitChoice {
                    code: "achats".into(), name: "Achats".to_owned(), marks: "— ".to_owned()
                }],
                sections: vec![
                    section(Part::Presence, leaving, 40, true),
                    section(Part::Address, addresses, 0, true),
                    section(Part::Roles, roles, 0, false),
                ],
                faults: vec![
                    ("Zoé Petit".to_owned(), Say::new("import-last-administrator")),
                    (String::new(), Say::new("waiting-fault-changed")),
                ],
            },
            empty,
        ]
    }
}

//! Filled examples.

use super::*;
use crate::clock::Day;
use crate::render::sample::Sampled;

impl Sampled for WebhooksPage {
    fn samples() -> Vec<Self> {
        let at =
            || At { day: Day::parse("2026-03-20").unwrap_or(Day(chrono::NaiveDate::MIN)), time: "14:32".to_owned() };
        let sent = |state: &State| Sent {
            id: "msg_0".to_owned(),
            at: at(),
            event: Event::CampaignOpened.key(),
            state: *state,
            attempts: 2,
            said: Some("503".to_owned()),
            next: (*state == State::Queued).then(at),
        };
        let line = |active, format, said: Option<&str>| Line {
            id: "0w".to_owned(),
            name: "Canal qualité".to_owned(),
            host: "hooks.example.org".to_owned(),
            format,
            events: Event::asked().map(Event::key).collect(),
            active,
            said: said.map(ToOwned::to_owned),
            deliveries: if active { State::ALL.iter().map(sent).collect() } else { Vec::new() },
        };
        let lines = vec![line(true, Format::Teams, None), line(false, Format::Standard, Some("410"))];
        let made = Some(Made { name: "Canal qualité".to_owned(), secret: "whsec_AAAA".to_owned() });
        let faulty = |unfit: Unfit| Form {
            name_fault: Some(Say::new("keys-fault-name")),
            url_fault: Some(Say::new(unfit_words(unfit))),
            events_fault: Some(Say::new("keys-fault-scopes")),
            ..Form::empty()
        };
        let page = |lines, made, form| Self { lines, made, form };
        let wrong = Unfit::ALL.iter().map(|unfit| page(Vec::new(), None, faulty(*unfit)));
        [page(Vec::new(), None, Form::empty()), page(lines, made, Form::empty())].into_iter().chain(wrong).collect()
    }
}

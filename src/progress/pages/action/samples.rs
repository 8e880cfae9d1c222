//! Filled examples.

use super::*;
use crate::progress::store::origins::OriginKind;
use crate::render::sample::Sampled;

impl Sampled for ActionPage {
    fn samples() -> Vec<Self> {
        let day = Day::from_jiff(jiff::civil::date(2026, 3, 31));
        let line = |event: Event, detail: &str| view_line(&sample_line(event, detail), day);
        let full = Self {
            href: "/actions/0example".to_owned(),
            reference: "IT-12".to_owned(),
            supplier: "Informatique".to_owned(),
            title: "Accusé de réception automatique".to_owned(),
            finding: "Une fois la demande déposée, plus aucune nouvelle.".to_owned(),
            kind: Kind::Corrective,
            status: Status::InProgress,
            late: true,
            owner: "Yannick Bourdeloup".to_owned(),
            owner_left: true,
            owner_email: "yannick@example.org".to_owned(),
            starts_on: Some(day),
            due_on: day,
            done_on: None,
            target: Some(0.55),
            contributors: vec!["Claire Dumont".to_owned()],
            groups: vec!["Production".to_owned(), "Logistique".to_owned()],
            audience: "Les chefs d'atelier".to_owned(),
            medium: "Affiche et réunion".to_owned(),
            told_on: Some(day),
            cost: "2 000 €".to_owned(),
            awaits: "Direction".to_owned(),
            check_on: Some(day),
            to_check: true,
            note: String::new(),
            note_fault: None,
            origins: vec![
                OriginLine {
                    place: 1,
                    kind: OriginKind::Commitment,
                    words: "Un poste en panne est réparé en 2 jours.".to_owned(),
                    wave: Some("2026-Q1".to_owned()),
                },
                OriginLine { place: 2, kind: OriginKind::Idea, words: "Un guichet unique".to_owned(), wave: None },
            ],
            candidates: OriginKind::ALL
                .iter()
                .map(|kind| Candidate {
                    value: format!("{}:x", kind.as_str()),
                    kind: *kind,
                    words: "Réactivité".to_owned(),
                })
                .collect(),
            idea: "x".repeat(201),
            idea_fault: Some(Say::new("form-too-long").with("limit", 200)),
            writes: true,
            figure: Some(FigureLine::sample(None)),
            public: Texts::both(
                "L'Informatique envoie désormais un accusé de réception.",
                "IT now sends an acknowledgement.",
            ),
            visible: true,
            verdict: None,
            reason: String::new(),
            history: Event::ALL
                .iter()
                .map(|event| match event {
                    Event::Done => LineView { undo: Some("0line".to_owned()), ..line(*event, "2026-03-20") },
                    Event::Verified => line(*event, "effective"),
                    Event::Effect => line(*event, "2026-Q1 confirmed_up"),
                    Event::Edited => line(*event, &crate::progress::pages::form::CHANGES.join(",")),
                    Event::Noted => line(*event, "Le prestataire a répondu.\nReste à choisir la date."),
                    Event::Undone => line(*event, "done"),
                    Event::Abandoned => line(*event, "Le logiciel a été remplacé."),
                    _ => line(*event, ""),
                })
                .collect(),
            edits: true,
            today: day,
            steps: Step::ALL.to_vec(),
            next: Some(Step::Complete),
            refusal: None,
        };
        let bare = Self {
            status: Status::Verified,
            late: false,
            finding: String::new(),
            starts_on: None,
            done_on: Some(day),
            target: None,
            figure: None,
            public: Texts::default(),
            visible: false,
            verdict: Some(Verdict::NotEffective),
            edits: false,
            contributors: Vec::new(),
            groups: Vec::new(),
            audience: String::new(),
            medium: String::new(),
            told_on: None,
            cost: String::new(),
            awaits: String::new(),
            check_on: None,
            to_check: false,
            writes: false,
            steps: Vec::new(),
            next: None,
            ..full.clone()
        };
        let gone =
            Self { status: Status::Abandoned, reason: "Le logiciel a été remplacé.".to_owned(), ..bare.clone() };
        let refused = full.clone().with_note("x".repeat(1001), Say::new("action-error-words-long").with("most", 1000));
        let empty = full.clone().with_note(String::new(), Say::new("action-error-note"));
        let mut all = vec![full.clone(), bare, gone, refused, empty];
        all.extend(Effect::ALL.iter().map(|e| Self { figure: Some(FigureLine::sample(Some(*e))), ..full.clone() }));
        all.push(Self { figure: Some(FigureLine::bare_sample(Some(Effect::TooFew), false)), ..full.clone() });
        all.push(Self { figure: Some(FigureLine::bare_sample(None, true)), ..full.clone() });
        all.extend(Step::ALL.iter().map(|step| {
            let refusal = Refusal {
                step: *step,
                say: Say::new("action-error-step").with("status", "Proposée"),
                typed: "2026-02-30".to_owned(),
            };
            Self { refusal: Some(refusal), next: Some(*step), ..full.clone() }
        }));
        all
    }
}

fn sample_line(event: Event, detail: &str) -> Line {
    let at = crate::clock::Moment::from_jiff(jiff::Timestamp::UNIX_EPOCH);
    let person = (event != Event::Effect).then(|| "Claire Dumont".to_owned());
    Line { at, event, detail: detail.to_owned(), person }
}

//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

fn pages() -> Vec<AgreementPage> {
    let point = |side: &str, answer: &str| AgreedPoint {
        kind: "need".to_owned(),
        side: side.to_owned(),
        words: "Être prévenu deux jours avant une coupure".to_owned(),
        state: "accepted".to_owned(),
        answer: answer.to_owned(),
    };
    let promise = || AgreedPromise {
        text: "Une petite réparation est faite en 5 jours ouvrés.".to_owned(),
        target: "Objectif : au plus 5 jours ouvrés".to_owned(),
    };
    let agreed = Agreed {
        service: "Services généraux".to_owned(),
        client: "Production".to_owned(),
        points: vec![point("client", "Oui."), point("", "")],
        promises: vec![promise()],
        client_promises: vec![promise()],
        contact: "l'accueil du site, 4200".to_owned(),
        decides: "la directrice de site".to_owned(),
        for_service: "Responsable des services généraux".to_owned(),
        for_client: "Référente de la production".to_owned(),
        review_on: "2027-01-15".to_owned(),
    };
    let page = AgreementPage {
        href: "/relations/facilities/production".to_owned(),
        agreed: agreed.clone(),
        made_on: Day::parse("2026-10-02"),
        writes: false,
        fault: None,
    };
    let bare = Agreed { service: agreed.service, client: agreed.client, ..Agreed::default() };
    let prepared = AgreementPage {
        agreed: bare,
        made_on: None,
        writes: true,
        fault: Some(Say::new("agreement-fault-names")),
        ..page.clone()
    };
    vec![page, prepared]
}

impl Sampled for AgreementPage {
    fn samples() -> Vec<Self> {
        pages()
    }
}

impl Sampled for GuidePage {
    fn samples() -> Vec<Self> {
        pages().into_iter().map(GuidePage).collect()
    }
}

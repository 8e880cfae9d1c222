//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for SupplierPage {
    fn samples() -> Vec<Self> {
        let unit = |code: &str, marks: &str, kind, own, served| UnitLine {
            code: code.into(),
            name: "Production".to_owned(),
            marks: marks.to_owned(),
            kind,
            own,
            served,
        };
        let units = vec![
            unit("dg", "", Some(RelationKind::Serves), false, true),
            unit("it", "— ", None, true, false),
            unit("rd", "— ", Some(RelationKind::Except), false, false),
        ];
        let page = |heads, units: Vec<UnitLine>, active| Self {
            seen: Seen::sample(active),
            relations_seen: Seen::sample(false),
            code: "it".into(),
            name: "Informatique".to_owned(),
            names: Names::new(&Language::STAFF),
            unit: Some("it".into()),
            active,
            heads,
            served: units.len(),
            units,
        };
        let head = HeadLine { id: "0p".into(), name: "Claire Dumont".to_owned() };
        vec![page(vec![head], units, true), page(Vec::new(), Vec::new(), false)]
    }
}

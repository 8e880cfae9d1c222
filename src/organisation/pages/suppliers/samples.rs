//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for SuppliersPage {
    fn samples() -> Vec<Self> {
        let line = |active, heads: &[&str]| SupplierLine {
            code: "it".into(),
            name: "Informatique".to_owned(),
            heads: heads.iter().map(|name| (*name).to_owned()).collect(),
            served: 11,
            active,
        };
        let mut faulty = new_fields();
        if let Some(field) = faulty.first_mut() {
            field.fault = Some(Say::new("supplier-code-taken").with("code", "it"));
        }
        vec![
            Self::new(
                vec![line(true, &["Claire Dumont", "Paul Roy"]), line(false, &[])],
                faulty,
                Names::new(&Language::STAFF),
                ImportLine::samples(),
            ),
            Self::new(Vec::new(), new_fields(), Names::new(Language::ALL), Vec::new()),
        ]
    }
}

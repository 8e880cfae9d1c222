//! Filled examples.

use super::*;
use crate::organisation::import::Section;
use crate::render::sample::Sampled;

impl Sampled for ImportPage {
    fn samples() -> Vec<Self> {
        let line = Line {
            say: Say::new("import-person").with("name", "Zoé Petit").with("email", "zoe.petit@example.org"),
            details: vec![Say::new("import-in-unit").with("unit", "production")],
        };
        let section = Section { title: "import-people-created", lines: vec![line] };
        let fault = LineFault::new(7, Say::new("import-empty").with("column", "name"));
        let mut plan: Plan<()> = Plan { rows: 12, sections: vec![section], ..Plan::default() };
        plan.warnings.push(LineFault::new(3, Say::new("import-supplier-not-yet").with("supplier", "it")));
        let mut good = view(Kind::People, &plan, "email;name\n".to_owned(), true, true);
        if let Some(section) = good.sections.first_mut() {
            section.more = 3;
        }
        let mut bad =
            view(Kind::Suppliers, &Plan::<()> { faults: vec![fault], ..Plan::default() }, String::new(), false, false);
        bad.more_faults = 12;
        vec![good, bad, view(Kind::Relations, &Plan::<()>::default(), String::new(), false, false)]
    }
}

//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for PeoplePage {
    fn samples() -> Vec<Self> {
        let line = |name: &str, active, roles: &[Role]| PersonLine {
            id: "0p".into(),
            name: name.to_owned(),
            email: "zoe.petit@example.org".to_owned(),
            unit: "Production".to_owned(),
            active,
            away: active && roles.is_empty(),
            roles: roles.iter().map(|role| role_words("role-short", *role, &"it".into(), &[])).collect(),
        };
        let paper = PersonLine { email: String::new(), ..line("Jean Roux", true, &[]) };
        let lines = vec![line("Zoé Petit", true, &[Role::Hr, Role::Head]), line("Karim Haddad", false, &[]), paper];
        let empty = |search: &str, all| Self {
            lines: Vec::new(),
            found: 0,
            all,
            search: search.to_owned(),
            filter: Filter::default(),
            query: String::new(),
            units: if all == 0 { Vec::new() } else { unit_choices(&sample_tree()) },
            kinds: kinds(),
            states: Standing::ALL,
            sorts: Sort::ALL,
            page: 1,
            pages: 1,
            admin: true,
            imports: Vec::new(),
            waiting: 0,
        };
        vec![
            Self {
                lines,
                found: 102,
                all: 240,
                search: "pe".to_owned(),
                filter: Filter {
                    unit: "prod".to_owned(),
                    role: "hr".to_owned(),
                    state: "here".to_owned(),
                    sort: "unit".to_owned(),
                },
                query: "search=pe&unit=prod&role=hr&state=here".to_owned(),
                units: unit_choices(&sample_tree()),
                kinds: kinds(),
                states: Standing::ALL,
                sorts: Sort::ALL,
                page: 2,
                pages: 3,
                admin: false,
                imports: ImportLine::samples(),
                waiting: 3,
            },
            empty("", 0),
            empty("xyz", 240),
        ]
    }
}

fn sample_tree() -> Tree {
    let unit = |code: &str, parent: Option<&str>| crate::organisation::Unit {
        code: code.into(),
        name: "Production".to_owned(),
        parent: parent.map(Into::into),
        active: true,
    };
    Tree::new([unit("all", None), unit("prod", Some("all"))])
}

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
            page: 1,
            pages: 1,
            admin: true,
            imports: Vec::new(),
        };
        vec![
            Self {
                lines,
                found: 102,
                all: 240,
                search: "pe".to_owned(),
                page: 2,
                pages: 3,
                admin: false,
                imports: ImportLine::samples(),
            },
            empty("", 0),
            empty("xyz", 240),
        ]
    }
}

//! What the load programs share: a database with an organisation in it, the program as processes, a browser, a mail
//! server. Each program uses its part.

#![allow(dead_code)]

pub mod browser;
#[path = "../../tests/it/world/databases.rs"]
pub mod databases;
pub mod process;
#[path = "../../tests/it/world/sink.rs"]
pub mod sink;
pub mod stage;

/// Is this word among the program's arguments?
pub fn named(name: &str) -> bool {
    std::env::args().skip(1).any(|word| word == name)
}

/// Runs `work` on both databases, or on the one that was named.
pub fn on_each_database(mut work: impl FnMut(&str, databases::Backend)) {
    use databases::Backend;
    for (name, other, backend) in [("sqlite", "postgres", Backend::Sqlite), ("postgres", "sqlite", Backend::Postgres)] {
        if named(name) || !named(other) {
            work(name, backend);
        }
    }
}

/// How many people: the number among the arguments, or the usual one; whole units.
pub fn people(usual: usize) -> usize {
    std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(usual).next_multiple_of(stage::UNIT)
}

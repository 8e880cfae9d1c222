//! What the load programs share: a database with an organisation in it, the program as processes, a browser, a mail
//! server. Each program uses its part.

#![allow(dead_code, unused_imports)]

pub mod browser;
#[path = "../../tests/it/world/databases.rs"]
pub mod databases;
pub mod made;
pub mod process;
#[path = "../../tests/it/world/sink.rs"]
pub mod sink;
pub mod stage;

/// Is this word among the program's arguments?
pub fn named(name: &str) -> bool {
    std::env::args().skip(1).any(|word| word == name)
}

/// How many questions the service of the load programs asks: `questions=5` among the arguments, or 22, as many as
/// LimeSurvey was measured with.
pub fn questions() -> usize {
    let told = std::env::args().skip(1).find_map(|word| word.strip_prefix("questions=")?.parse().ok());
    told.unwrap_or(22)
}

/// A figure for `benches/against/run`, where it asks for them.
pub fn figure(name: &str, value: f64) {
    if named("figures") {
        println!("figure {name} {value}");
    }
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

//! A whole barometer in a box: its own database, mails kept in memory, a clock that tests move, a browser without
//! windows. Every database test runs on SQLite and on Postgres.

mod databases;
mod own_server;
pub mod provider;
pub mod sink;
pub mod verbs;
mod visitor;

use std::sync::{Arc, Mutex};

use barometer::app::{App, LinkKey};
use barometer::clock::{Clock, Moment};
use barometer::config::Config;
use barometer::db::ids::PersonId;
use barometer::mail::{Message, Transport};
use diesel::connection::SimpleConnection;

pub use databases::{Backend, Database};
pub use own_server::OwnServer;
pub use visitor::{Reply, Visitor};

pub struct World {
    pub app: App,
    pub transport: Transport,
    pub mails: Arc<Mutex<Vec<Message>>>,
    pub backend: Backend,
    pub database: databases::Database,
}

/// Declares tests that run on each database.
macro_rules! on_both {
    ($($(#[$meta:meta])* async fn $name:ident($w:ident: World) $body:block)*) => { $(
        mod $name {
            #[allow(unused_imports)]
            use super::*;
            use crate::world::{Backend, World};
            $(#[$meta])*
            async fn story($w: World) $body
            #[actix_web::test]
            async fn sqlite() { story(World::new(Backend::Sqlite)).await }
            #[actix_web::test]
            async fn postgres() { story(World::new(Backend::Postgres)).await }
        }
    )* };
}

/// Declares tests of what only Postgres does.
macro_rules! on_postgres {
    ($($(#[$meta:meta])* async fn $name:ident($w:ident: World) $body:block)*) => { $(
        $(#[$meta])*
        #[actix_web::test]
        async fn $name() {
            let $w = World::new(crate::world::Backend::Postgres);
            $body
        }
    )* };
}

impl World {
    /// An empty barometer on 5 January 2026, nine o'clock in Paris.
    pub fn new(backend: Backend) -> Self {
        Self::in_database(backend, databases::Database::new(backend))
    }

    pub fn in_database(backend: Backend, database: databases::Database) -> Self {
        let config = Config::read(|name| match name {
            "BAROMETER_DATA" => Some(database.folder.path().display().to_string()),
            "DATABASE_URL" => Some(database.url.clone()),
            "BAROMETER_PUBLIC_ADDRESS" => Some("http://barometer.test".to_owned()),
            _ => None,
        })
        .expect("a valid configuration");
        let clock = Clock::set_to(moment("2026-01-05T08:00:00Z"));
        let mut app = App::open(config, clock).expect("a database that opens");
        app.link_key = LinkKey::new([7; 32]);
        if backend == Backend::Sqlite {
            // No test pulls the plug: waiting for the disk at each commit would only take time.
            app.db.exclusive_now(|conn| Ok(conn.batch_execute("PRAGMA synchronous = OFF")?)).expect("a setting");
        }
        let mails = Arc::new(Mutex::new(Vec::new()));
        Self { app, transport: Transport::Memory(mails.clone()), mails, backend, database }
    }

    /// A browser that keeps its cookies.
    pub async fn visitor(&self) -> Visitor {
        Visitor::new(&self.app).await
    }

    /// A browser in which `person` is signed in.
    pub async fn signed_in(&self, person: &PersonId) -> Visitor {
        let mut visitor = self.visitor().await;
        visitor.sign_in(&self.app, person.clone()).await;
        visitor
    }

    pub fn move_to(&self, moment_text: &str) {
        self.app.clock.move_to(moment(moment_text));
    }
}

pub fn moment(text: &str) -> Moment {
    Moment::from_jiff(text.parse().expect("a moment such as 2026-01-05T08:00:00Z"))
}

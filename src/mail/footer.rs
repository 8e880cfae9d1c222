//! What ends every mail: where it comes from and the two pages anybody may read.

use serde::Serialize;

use crate::app::App;

#[derive(Debug, Clone, Serialize)]
pub struct Footer {
    pub home: String,
    pub privacy: String,
    pub accessibility: String,
}

impl Footer {
    pub fn of(app: &App) -> Self {
        Self { home: app.link("/"), privacy: app.link("/privacy"), accessibility: app.link("/accessibilite") }
    }

    pub fn sample() -> Self {
        let at = |path: &str| format!("https://barometre.example.org{path}");
        Self { home: at("/"), privacy: at("/privacy"), accessibility: at("/accessibilite") }
    }
}

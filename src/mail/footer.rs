//! What ends every mail: where it comes from and the two pages anybody may read.

use serde::Serialize;

use crate::app::App;

#[cfg(debug_assertions)]
mod samples;

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
}

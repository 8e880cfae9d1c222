//! Which statements the database was given, for tests and measurements. Off until somebody asks; then it keeps their
//! texts, so it is not for a server at work.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use diesel::connection::{Instrumentation, InstrumentationEvent};

#[derive(Clone, Default)]
pub struct Watch(Arc<Seen>);

#[derive(Default)]
struct Seen {
    on: AtomicBool,
    statements: Mutex<Vec<String>>,
}

impl fmt::Debug for Watch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Watch")
    }
}

/// What only begins and ends transactions is no statement of ours.
const FRAMES: [&str; 5] = ["BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE"];

impl Watch {
    /// Watches from now on.
    pub fn start(&self) {
        self.take();
        self.0.on.store(true, Ordering::Relaxed);
    }

    /// The statements since the start or the last call, transaction frames left out.
    pub fn take(&self) -> Vec<String> {
        self.0.statements.lock().map(|mut list| std::mem::take(&mut *list)).unwrap_or_default()
    }
}

impl Instrumentation for Watch {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        if !self.0.on.load(Ordering::Relaxed) {
            return;
        }
        if let InstrumentationEvent::StartQuery { query, .. } = event {
            let text = query.to_string();
            if !FRAMES.iter().any(|frame| text.starts_with(frame))
                && let Ok(mut list) = self.0.statements.lock()
            {
                list.push(text);
            }
        }
    }
}

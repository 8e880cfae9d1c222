//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for TasksPage {
    fn samples() -> Vec<Self> {
        let at = |time: &str| At {
            day: Day::parse("2026-03-20").unwrap_or(Day(chrono::NaiveDate::MIN)),
            time: time.to_owned(),
        };
        let line = |name, state, rhythm| Line {
            name,
            rhythm: said(rhythm),
            state,
            started: (state == "running").then(|| at("14:30")),
            process: (state == "running").then(|| "serveur/1204".to_owned()),
            last: (state != "never").then(|| at("14:29")),
            took: (state != "never").then(|| length(1_400)),
            next: (state != "never").then(|| at("14:31")),
            fault: None,
        };
        let states = ["running", "overdue", "waiting", "never"];
        let mut tasks: Vec<Line> =
            TASKS.iter().zip(states.iter().cycle()).map(|(task, state)| line(task.name, state, task.rhythm)).collect();
        let faults = [(true, Some(at("09:12"))), (false, Some(at("14:29"))), (true, None)];
        for (line, (over, at)) in tasks.iter_mut().zip(faults) {
            line.fault = Some(Fault { words: "the database is not available: timeout".to_owned(), at, over });
        }
        let workers = vec![Worker { name: "serveur/1204".to_owned(), since: at("08:00") }];
        let ill = Health { no_worker: true, overdue: 2 };
        vec![
            Self { health: ill, workers: Vec::new(), tasks: tasks.clone(), returned: Some(Returned::sample()) },
            Self {
                health: Health { no_worker: false, overdue: 1 },
                workers: workers.clone(),
                tasks: tasks.clone(),
                returned: None,
            },
            Self { health: Health { no_worker: false, overdue: 0 }, workers, tasks, returned: None },
        ]
    }
}

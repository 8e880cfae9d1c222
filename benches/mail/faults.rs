//! A mail server with the faults of real ones: one address in twenty meets one at its first mail, one in two hundred
//! is refused for good.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::common::sink::{Says, Sink};

/// How often each address was asked for, and what was first said to it.
pub type Asked = Arc<Mutex<BTreeMap<String, (usize, Says)>>>;

pub struct Told {
    pub faults: usize,
    pub refused: usize,
    /// Times that those refused for good were asked once more: killed before the refusal was written down.
    pub again: usize,
    /// Mails taken without a word, which go once more.
    pub unsure: usize,
}

pub fn arrange(sink: &Sink) -> Asked {
    let asked = Asked::default();
    let kept = asked.clone();
    sink.answers(move |address| {
        let mut asked = kept.lock().expect("the addresses");
        let number = asked.len();
        let (times, first) = asked.entry(address.to_owned()).or_insert_with(|| (0, fault(number)));
        *times += 1;
        if *times == 1 || *first == REFUSED { *first } else { Says::Yes }
    });
    asked
}

const REFUSED: Says = Says::Reply("550 nobody here");

fn fault(number: usize) -> Says {
    match number % 200 {
        19 => Says::Reply("451 not now"),
        39 => Says::ReplyAfterText("452 no room"),
        59 => Says::HangUp,
        79 => Says::CutInText,
        99 => Says::CutAfterText,
        119 => Says::Slowly(Duration::from_secs(2)),
        139 => REFUSED,
        159 => Says::Reply("421 too many"),
        179 => Says::Reply("450 greylisted"),
        199 => Says::ReplyAfterText("451 scanner away"),
        _ => Says::Yes,
    }
}

pub fn look_at(asked: &Asked) -> Told {
    let asked = asked.lock().expect("the addresses");
    let refused: Vec<usize> = asked.values().filter(|(_, first)| *first == REFUSED).map(|(times, _)| *times).collect();
    Told {
        faults: asked.values().filter(|(_, first)| *first != Says::Yes).count(),
        refused: refused.len(),
        again: refused.iter().map(|times| times - 1).sum(),
        unsure: asked.values().filter(|(_, first)| *first == Says::CutAfterText).count(),
    }
}

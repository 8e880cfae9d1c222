//! Every query of the outbox: who waits, who was claimed, what became of it. A row goes queued → leased (to an owner,
//! until) → sending (written down before the mail leaves) → sent, queued again, failed or unknown.

mod by_hand;
mod claims;
mod fates;
mod queue;
mod turns;

pub use by_hand::*;
pub use claims::*;
pub use fates::*;
pub use queue::*;
pub use turns::*;

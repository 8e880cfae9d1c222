//! Every query of campaigns, by what it speaks of.

mod campaigns;
mod groups;
mod invitations;
mod links;
mod services;
mod texts;

pub use campaigns::*;
pub use groups::*;
pub use invitations::*;
pub use links::*;
pub use services::*;
pub use texts::*;

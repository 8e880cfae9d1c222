//! Every query of campaigns, by what it speaks of.

mod campaigns;
mod groups;
mod invitations;
mod links;
mod promised;
mod services;
mod texts;

pub use campaigns::*;
pub use groups::*;
pub use invitations::*;
pub use links::*;
pub use promised::*;
pub use services::*;
pub use texts::*;

//! People who come by a door (the import folder, SCIM): what passes of itself, what waits for somebody's yes, and what
//! becomes of it then. By hand, in the administration, everything passes: whoever is there stands behind it.

pub mod bring;
pub mod decide;
pub mod folder;
pub mod mails;
pub mod sieve;
pub mod store;

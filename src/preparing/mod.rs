//! What HR prepares before a campaign opens, with what later slices know of it: its groups and what was published of
//! them, the words of its mails, what each head will see, the opening and closing by hand.

mod course;
pub mod forecast;
pub mod grouping;
pub mod launch;
pub mod letters;

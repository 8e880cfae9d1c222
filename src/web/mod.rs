//! The web floor: who is asking, what they typed, how we answer. Slices' handlers stay three hops long because of it.

pub mod agenda;
pub mod assets;
pub mod client;
pub mod counts;
pub mod failure;
mod faults;
pub mod flash;
pub mod form;
pub mod headers;
pub mod link;
pub mod metrics;
pub mod outgoing;
pub mod packing;
pub mod problem;
mod request;
mod response;
pub mod seen;
pub mod session;
mod texts;
pub mod tries;
pub mod typed;

pub use faults::Faults;
pub use flash::{redirect, redirect_offering, redirect_saying};
pub use form::{Fields, OpenFields, Sent, Upload};
pub use request::{Answer, app, asked_language, language, part, query};
pub use response::{
    download, download_stream, html_response, open_page, packed_response, page, public_page, reader_language, refused,
};
pub use seen::Seen;
pub use session::{
    Admin, CommentReaderOf, EditorOf, HeadOf, Hr, HrOrAdmin, MirrorReaderOf, ModeratorOf, ReaderOf, Role, Staff, Who,
};
pub use texts::TextField;

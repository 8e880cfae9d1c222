//! The questions about one supplier: a core that every supplier shares, questions chosen from the bank, own ones.
//!
//! A version is a draft until a campaign opens with it; from then on it never changes, and editing makes the next
//! draft. No question is mandatory; "not applicable" is an answer of its own, never a value.

pub mod answer;
pub mod bank;
pub mod build;
pub mod compare;
pub mod condition;
pub mod edit;
mod kind;
pub mod meanings;
pub mod pages;
mod question;
mod scales;
pub mod store;
pub mod telling;
pub mod view;

pub use answer::{Answer, Answers, StoredAnswers};
pub use kind::Kind;
pub use meanings::Meanings;
pub use question::{
    Choice, LONGEST_TEXT, MOST_CLOSED, MOST_DIMENSIONS, MOST_TEXTS, OVERALL, Question, Questionnaire, State,
    dimensions, longest_path_minutes, measured,
};
pub use scales::stem;
pub use view::QuestionView;

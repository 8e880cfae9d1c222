//! Inputs from the field that failed once (`tests/data/field`): each gives what its kind asks for.

mod answers;
mod comments;
mod people;
mod returned;

//! What heads and direction read: the quarter at a glance, written from the publication alone.

pub mod comments;
pub mod detail;
mod drawings;
pub mod home;
pub mod indicators;
pub mod method;
mod overview;
pub mod pages;
mod quarter;

pub use quarter::Quarter;

/// Examples of every page and mail of this slice.
pub fn samples() -> Vec<crate::render::Sample> {
    use crate::render::samples_of;
    let lists = [
        samples_of::<overview::Overview>(),
        samples_of::<home::Home>(),
        samples_of::<pages::QuarterPage>(),
        samples_of::<comments::CommentsPage>(),
        samples_of::<detail::DetailPage>(),
        samples_of::<method::MethodPage>(),
    ];
    lists.into_iter().flatten().collect()
}

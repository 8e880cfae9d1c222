//! Filled examples of pages, for the test that renders every template in every language without a database.

use super::{Frame, Page, Templates};
use crate::error::Result;

/// A page with at least one filled example.
pub trait Sampled: Page + Sized {
    fn samples() -> Vec<Self>;
}

type Rendering = Box<dyn Fn(&Templates, &str, &Frame) -> Result<String>>;

/// A filled example of a page, whatever its type: see [`samples_of`].
pub struct Sample {
    pub template: &'static str,
    pub every_language: bool,
    page: Rendering,
}

impl Sample {
    /// Renders the example with `template`, its own or a mail's text beside it.
    pub fn render(&self, templates: &Templates, template: &str, frame: &Frame) -> Result<String> {
        (self.page)(templates, template, frame)
    }
}

impl Sampled for super::Blocks {
    fn samples() -> Vec<Self> {
        let text = |text: &str| text.to_owned();
        vec![Self { title: text("Informatique"), width: text("wide"), main: text("<h1>Informatique</h1>") }]
    }
}

/// The examples of one page type, for the test that renders every template.
pub fn samples_of<P: Sampled + 'static>() -> Vec<Sample> {
    P::samples()
        .into_iter()
        .map(|page| Sample {
            template: P::TEMPLATE,
            every_language: P::EVERY_LANGUAGE,
            page: Box::new(move |templates, template, frame| templates.text(template, frame, &page)),
        })
        .collect()
}

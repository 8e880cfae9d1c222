//! Filled examples of every page and mail, so that one test renders all templates in both languages.

use crate::render::{Sample, samples_of};
use crate::{
    administration, answering, campaign, comments, export, letters, organisation, privacy_pack, progress,
    questionnaire, results, web,
};

pub fn samples() -> Vec<Sample> {
    let lists = [
        samples_of::<web::failure::FailurePage>(),
        organisation::samples(),
        samples_of::<privacy_pack::PackPage>(),
        samples_of::<letters::MailsPage>(),
        questionnaire::samples(),
        campaign::samples(),
        answering::samples(),
        comments::samples(),
        progress::samples(),
        results::samples(),
        export::samples(),
        administration::samples(),
    ];
    lists.into_iter().flatten().collect()
}

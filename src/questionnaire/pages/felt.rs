//! Says of a commitment by which question it is felt, or makes one for it in one click.

use actix_web::HttpRequest;

use super::editor::{answer, latest};
use crate::app::audit;
use crate::catalogue::{FEWEST_WORKERS, store as catalogue};
use crate::error::{Error, Say};
use crate::questionnaire::telling::{question_for, tells};
use crate::questionnaire::{edit, store};
use crate::web::{self, Answer, EditorOf, Fields};

/// POST /questionnaires/{supplier}/promises/{commitment}: `question` says how it is felt; with `make`, a new one does.
pub async fn link(req: HttpRequest, EditorOf { who, supplier }: EditorOf, fields: Fields) -> Answer {
    let app = web::app(&req)?;
    let (of, code, today) = (supplier.clone(), web::part(&req, "commitment")?, app.today());
    let (make, asked, seen) = (fields.has("make"), fields.optional("question")?, fields.text("seen")?);
    let (clock, by) = (app.clock.clone(), who.person.clone());
    let done = app
        .db
        .write(move |conn| {
            let mut promises = catalogue::promises(conn, &of)?.into_iter();
            let promise = promises.find(|one| one.commitment.code == code && one.commitment.unit.is_none());
            let promise = promise.ok_or(Error::NotFound)?;
            let text = promise.on(today).or(promise.latest()).map(|version| version.texts.clone()).unwrap_or_default();
            let mut commitment = promise.commitment;
            if make && !commitment.has_figures(&catalogue::offerings(conn, &of)?) {
                let say = Say::new("measurement-few-workers").with("fewest", FEWEST_WORKERS);
                return Err(Error::Invalid(say));
            }
            let outcome = if make {
                let kind = commitment.kind;
                let made = store::edit(conn, &of, &seen, |conn, list| {
                    let code = store::next_own_code(conn)?;
                    edit::add(list, question_for(&code, kind, &text))?;
                    Ok(code)
                })?;
                commitment.question = Some(made.clone());
                (format!("#row-{made}"), Say::new("flash-promise-question"))
            } else {
                let (_, _, list) = latest(conn, &of)?;
                let known = |code: &String| list.iter().any(|one| one.code == *code && tells(one));
                if asked.as_ref().is_some_and(|code| !known(code)) {
                    return Err(Error::invalid("form-not-a-choice"));
                }
                commitment.question = asked;
                ("#promises".to_owned(), Say::new("flash-promise-linked"))
            };
            catalogue::update_commitment(conn, &commitment)?;
            audit(conn, &clock, Some(&by), "commitment-question", &format!("{of} {}", commitment.code))?;
            Ok(outcome)
        })
        .await;
    answer(&req, &app, &who, &supplier, done).await
}

//! Two people, one form: the later save of an older page is refused, and what was typed is kept.

use actix_web::http::StatusCode;
use barometer::organisation::store;
use barometer::render::Language;
use barometer::web::Role;

use crate::world::World;
use crate::world::verbs::person;

fn staff(w: &World) {
    w.organisation(&[("prod", 20), ("lab", 20)]);
    w.supplier("it");
    w.supplier("hr");
    w.write(|conn| {
        store::insert_people(conn, &[person("ada", "staff", Language::Fr), person("hugo", "staff", Language::Fr)])?;
        for role in [Role::Admin, Role::Hr] {
            store::grant(conn, &"ada".into(), role, &"".into())?;
            store::grant(conn, &"hugo".into(), role, &"".into())?;
        }
        Ok(())
    });
}

/// The fields of a form as a browser sends them: the first form of the page that posts to `action`.
fn fields(page: &str, action: &str) -> Vec<(String, String)> {
    let page = page.replace("&#x2f;", "/");
    let (_, form) = page.split_once(&format!("action=\"{action}\"")).unwrap_or_else(|| panic!("no form to {action}"));
    let (form, _) = form.split_once("</form>").expect("its end");
    let plain = |text: &str| {
        text.replace("&#x27;", "'")
            .replace("&quot;", "\"")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
    };
    let attribute = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        Some(plain(rest.split('"').next()?))
    };
    let mut list = Vec::new();
    for part in form.split('<').skip(1) {
        let tag = part.split('>').next().unwrap_or_default();
        let name = attribute(tag, "name");
        if tag.starts_with("input") {
            let kind = attribute(tag, "type").unwrap_or_default();
            let checked = !matches!(kind.as_str(), "checkbox" | "radio") || tag.contains(" checked");
            if let Some(name) = name.filter(|name| checked && name != "csrf") {
                list.push((name, attribute(tag, "value").unwrap_or_default()));
            }
        } else if tag.starts_with("textarea") {
            let text = part.split_once('>').map_or("", |(_, text)| text).trim_start_matches('\n');
            list.push((name.expect("a name"), plain(text)));
        } else if tag.starts_with("select") {
            list.push((name.expect("a name"), String::new()));
        } else if tag.starts_with("option") && tag.contains(" selected") {
            list.last_mut().expect("a select").1 = attribute(tag, "value").unwrap_or_default();
        }
    }
    list
}

fn with(fields: &[(String, String)], name: &str, value: &str) -> Vec<(String, String)> {
    assert!(fields.iter().any(|(known, _)| known == name), "{name} in {fields:?}");
    fields
        .iter()
        .map(|(known, old)| (known.clone(), if known == name { value.to_owned() } else { old.clone() }))
        .collect()
}

on_both! {
    async fn the_later_save_of_an_older_page_is_refused_and_nothing_typed_is_lost(w: World) {
        staff(&w);
        let campaign = w.campaign("2026-Q1", &["it", "hr"]);
        let own = format!("/campaigns/{}", campaign.id);
        let (mut ada, mut hugo) = (w.signed_in(&"ada".into()).await, w.signed_in(&"hugo".into()).await);
        // Page, the form's address, what one changes, what the other does.
        let forms = [
            ("/settings".to_owned(), "/settings".to_owned(), ("comments_months", "6"), ("hr_contact", "rh@x.example")),
            ("/settings/mail".to_owned(), "/settings/mail".to_owned(), ("per_minute", "30"), ("connections", "4")),
            ("/suppliers/it".to_owned(), "/suppliers/it".to_owned(), ("name_en", "Computing"), ("name_fr", "Numérique")),
            ("/suppliers/it".to_owned(), "/suppliers/it/relations".to_owned(), ("unit.lab", "except"), ("unit.prod", "except")),
            (format!("{own}/edit"), format!("{own}/edit"), ("threshold", "6"), ("comments_threshold", "12")),
            (format!("{own}/groups"), format!("{own}/groups"), ("name.prod", "Ateliers"), ("name.lab", "Essais")),
            (format!("{own}/mails"), format!("{own}/mails"), ("reminder-fr-introduction", "Encore une fois."), ("reminder-en-introduction", "Once more.")),
        ];
        for (page, action, one, other) in forms {
            let (first, second) = (ada.get(&page).await.ok(), hugo.get(&page).await.ok());
            let (mine, theirs) = (fields(&first.text(), &action), fields(&second.text(), &action));
            assert!(mine.iter().any(|(name, value)| name == "seen" && !value.is_empty()), "{action}: {mine:?}");
            let pairs = |list: &[(String, String)]| -> Vec<(String, String)> { list.to_vec() };
            let send = |list: Vec<(String, String)>| list;
            // Two reminders of the harness stand closer than HR may put them.
            let drop = |list: Vec<(String, String)>| -> Vec<(String, String)> { list.into_iter().filter(|(name, _)| name != "reminder_2").collect() };
            let (mine, theirs) = (drop(mine), drop(theirs));
            let saved = pairs(&with(&mine, one.0, one.1));
            let saved: Vec<(&str, &str)> = saved.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
            ada.post(&action, &saved).await.location();
            let late = send(with(&theirs, other.0, other.1));
            let late: Vec<(&str, &str)> = late.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
            let refused = hugo.post(&action, &late).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{action}");
            let text = refused.text();
            assert!(text.contains("pendant que vous écriviez"), "{action}: {}", refused.main());
            let again = fields(&text, &action);
            assert!(again.contains(&(other.0.to_owned(), other.1.to_owned())), "{action}: what was typed is kept: {again:?}");
            let now = fields(&ada.get(&page).await.ok().text(), &action);
            assert!(now.contains(&(one.0.to_owned(), one.1.to_owned())), "{action}: the first save stands");
            // Saving once more is meant.
            let meant: Vec<(&str, &str)> = again.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
            hugo.post(&action, &meant).await.location();
            let now = fields(&ada.get(&page).await.ok().text(), &action);
            assert!(now.contains(&(other.0.to_owned(), other.1.to_owned())), "{action}");
            // A page of today is saved as it was.
            let today: Vec<(&str, &str)> = now.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
            ada.post(&action, &today).await.location();
        }
    }
}

/// Every form in which somebody changes what stands carries the mark of what it was made from; the others say why not.
#[test]
fn every_form_has_a_mark_or_a_reason() {
    // What is asked for or created once, steps that name the state they start from, and respondents' own pages, whose
    // draft is one person's.
    let reasons = [
        ("answering/", "one person's own draft"),
        ("campaign/close.html", "a step"),
        ("campaign/_closure.html", "a step"),
        ("campaign/_opening.html", "a step"),
        ("campaign/_newcomers.html", "a step"),
        ("campaign/_extension.html", "a closing only moves later: an earlier wish is refused"),
        ("campaign/guest.html", "a new address goes with a new link, whose number is compared"),
        ("campaign/follow.html", "a closing only moves later: an earlier wish is refused"),
        ("campaign/launch.html", "a step"),
        ("comments/queue.html", "a decision, once for each comment"),
        ("organisation/import.html", "the plan is made again where it is applied"),
        ("organisation/person.html", "a role is given or taken alone"),
        ("organisation/sign_in", "nothing that stands"),
        ("organisation/suppliers.html", "something new"),
        ("parts/upload.html", "a file to look at"),
        ("catalogue/charter.html", "something new"),
        ("catalogue/engagement.html", "nothing that stands"),
        ("administration/keys.html", "makes a new key"),
        ("administration/webhooks.html", "adds an address"),
        ("administration/_waiting_section.html", "each line carries what was seen of it"),
        ("administration/_called.html", "carries the spelling that was seen"),
        ("results/priorities.html", "a reason in the place of none"),
        ("progress/_origins.html", "a line of its own"),
        ("relations/_new_point.html", "a line of its own"),
        ("relations/agreement.html", "archived as it is printed"),
        ("progress/_note.html", "a line of its own"),
        ("occasions/events.html", "something new"),
        ("occasions/_announce.html", "a line of its own"),
        ("occasions/charter.html", "something new"),
        ("occasions/_session_add.html", "adds people to a list"),
        ("occasions/sessions.html", "a line of its own; a session is moved alone"),
        ("progress/_steps.html", "steps that compare the state they start from"),
        ("progress/action.html", "steps that compare the state they start from"),
        ("failure.html", "sends again what was typed"),
        ("base.html", "the reader's own language"),
    ];
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let mut waiting = vec![folder.clone()];
    let mut looked = 0;
    while let Some(path) = waiting.pop() {
        for entry in std::fs::read_dir(&path).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                waiting.push(path);
                continue;
            }
            let name = path.strip_prefix(&folder).expect("inside").display().to_string();
            let text = std::fs::read_to_string(&path).expect("a template");
            for form in text.split("<form").skip(1).map(|part| part.split("</form>").next().unwrap_or_default()) {
                let editable = form.contains("<textarea")
                    || form.contains("<select")
                    || form.contains("fields.html")
                    || form.contains("input(")
                    || form
                        .split("<input")
                        .skip(1)
                        .any(|tag| !tag.split('>').next().unwrap_or_default().contains("hidden"));
                if !form.contains("method=\"post\"") || !editable {
                    continue;
                }
                looked += 1;
                let marked = form.contains("name=\"seen\"")
                    || form.contains("hidden(\"seen\"")
                    || form.contains("parts/seen.html")
                    || form.contains("name=\"before\"");
                assert!(
                    marked || reasons.iter().any(|(start, _)| name.starts_with(start)),
                    "{name}: a form without a mark: {}",
                    &form[..form.len().min(200)]
                );
            }
        }
    }
    assert!(looked > 20, "{looked} forms");
}

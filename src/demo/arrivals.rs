//! What the organisation's directory told of and may not do by itself: a unit nobody here calls so, a new address of
//! somebody who has a role.

use serde_json::json;

use crate::app::App;
use crate::doors::scim::attributes::{ENTERPRISE, Resource};
use crate::doors::scim::people::{Door, of_person};
use crate::doors::scim::users::tell;
use crate::error::{Error, Result};
use crate::organisation::{store, waiting};

const UNIT: &str = "Agence de Rennes";
const NEW: [(&str, &str); 3] = [
    ("Awen Le Floc'h", "awen.lefloch@valdebrume.example"),
    ("Noémie Tanguy", "noemie.tanguy@valdebrume.example"),
    ("Sékou Barry", "sekou.barry@valdebrume.example"),
];

/// `reader` is the address of somebody who has a role.
pub fn ask(app: &App, reader: Option<String>) -> Result<()> {
    let door = Door::new(app, "directory");
    app.db.write_now(move |conn| {
        waiting::hold(conn)?;
        let mut all: Vec<Resource> = Vec::new();
        for (name, email) in NEW {
            let told =
                json!({ "userName": email, "displayName": name, "active": true, ENTERPRISE: { "department": UNIT } });
            all.extend(told.as_object().cloned());
        }
        if let Some(person) = reader.map(|email| store::person_by_email(conn, &email)).transpose()?.flatten() {
            let mut told = of_person(&person, &store::tree(conn)?);
            let (before, domain) = person.email.split_once('@').unwrap_or((&person.email, ""));
            told.insert("emails".to_owned(), json!([{ "value": format!("{before}-morel@{domain}"), "type": "work" }]));
            all.push(told);
        }
        for told in all {
            tell(conn, &door, told)?.map_err(|fault| Error::internal(fault.to_string()))?;
        }
        Ok(())
    })
}

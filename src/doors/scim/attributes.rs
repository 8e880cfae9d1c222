//! The attributes that are kept, and nothing else of what a directory sends: read whatever its letters' case, written as
//! the standard has them.

use serde_json::{Map, Value};

use super::fault::{Fault, Type};
use crate::web::typed::clean_line;

pub type Resource = Map<String, Value>;

pub const USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
pub const GROUP: &str = "urn:ietf:params:scim:schemas:core:2.0:Group";
pub const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/// Longest text of an attribute.
const TEXT_LIMIT: usize = 1000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Text,
    Flag,
    Complex(&'static [Attribute]),
    List(&'static [Attribute]),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribute {
    pub name: &'static str,
    pub form: Form,
    pub told: &'static str,
}

const fn text(name: &'static str, told: &'static str) -> Attribute {
    Attribute { name, form: Form::Text, told }
}

const fn flag(name: &'static str, told: &'static str) -> Attribute {
    Attribute { name, form: Form::Flag, told }
}

/// Of a user. The enterprise extension is an attribute like another, called by its URN.
pub const OF_USER: &[Attribute] = &[
    text("userName", "What the person is called in the directory; an address where nothing else gives one."),
    text("externalId", "The key of the person in the directory."),
    text("displayName", "The name people read."),
    Attribute {
        name: "name",
        form: Form::Complex(&[
            text("formatted", "The name in one, where there is no displayName."),
            text("familyName", "The family name."),
            text("givenName", "The given name."),
        ]),
        told: "The parts of the name.",
    },
    Attribute {
        name: "emails",
        form: Form::List(&[
            text("value", "The address."),
            text("type", "work, home or other."),
            flag("primary", "The one that is written to."),
        ]),
        told: "Addresses: the primary one is written to, else that of work, else the first.",
    },
    flag("active", "Whether the person works here."),
    text("preferredLanguage", "The language of mails: fr, en, de, es, it, nl or pt, with or without a country."),
    Attribute {
        name: ENTERPRISE,
        form: Form::Complex(&[
            text("employeeNumber", "The staff number."),
            text("department", "The unit, by its name or code."),
            text("organization", "The unit, where BAROMETER_SCIM_UNIT says so."),
        ]),
        told: "What the enterprise extension says.",
    },
];

pub const OF_GROUP: &[Attribute] = &[
    text("displayName", "The unit, by its name or code."),
    text("externalId", "The key of the group in the directory."),
    Attribute {
        name: "members",
        form: Form::List(&[
            text("value", "The id of a user."),
            text("$ref", "The address of the user."),
            text("type", "User."),
            text("display", "The name of the user."),
        ]),
        told: "Who is of the unit.",
    },
];

/// The attribute of this name, whatever its letters' case.
pub fn find(attributes: &'static [Attribute], name: &str) -> Option<&'static Attribute> {
    attributes.iter().find(|attribute| attribute.name.eq_ignore_ascii_case(name))
}

/// What is kept of an object: known attributes of the right form; nothing of those that are empty.
pub fn kept(attributes: &'static [Attribute], sent: &Map<String, Value>) -> Result<Resource, Fault> {
    let mut kept = Resource::new();
    for (name, value) in sent {
        let Some(attribute) = find(attributes, name) else { continue };
        if let Some(value) = value_of(attribute, value)? {
            kept.insert(attribute.name.to_owned(), value);
        }
    }
    Ok(kept)
}

/// The value of an attribute as it is kept; none for an empty one.
pub fn value_of(attribute: &Attribute, sent: &Value) -> Result<Option<Value>, Fault> {
    let wrong = |form: &str| Fault::bad(Type::InvalidValue, format!("{}: write {form}.", attribute.name));
    Ok(match (attribute.form, sent) {
        (_, Value::Null) => None,
        (Form::Text, Value::String(text)) if text.chars().count() > TEXT_LIMIT => {
            return Err(wrong(&format!("at most {TEXT_LIMIT} characters")));
        }
        // On one line, without what cannot be seen or kept.
        (Form::Text, Value::String(text)) => Some(clean_line(text)).filter(|text| !text.is_empty()).map(Value::from),
        (Form::Text, Value::Number(number)) => Some(Value::from(number.to_string())),
        (Form::Text, _) => return Err(wrong("a text")),
        (Form::Flag, Value::Bool(_)) => Some(sent.clone()),
        // As some directories write it.
        (Form::Flag, Value::String(word)) if word.eq_ignore_ascii_case("true") => Some(Value::from(true)),
        (Form::Flag, Value::String(word)) if word.eq_ignore_ascii_case("false") => Some(Value::from(false)),
        (Form::Flag, _) => return Err(wrong("true or false")),
        (Form::Complex(parts), Value::Object(object)) => {
            Some(kept(parts, object)?).filter(|object| !object.is_empty()).map(Value::Object)
        }
        (Form::Complex(_), _) => return Err(wrong("an object")),
        (Form::List(parts), Value::Array(items)) => {
            let mut list = Vec::new();
            for item in items {
                list.extend(item_of(attribute, parts, item)?);
            }
            Some(list).filter(|list| !list.is_empty()).map(Value::Array)
        }
        (Form::List(parts), item) => item_of(attribute, parts, item)?.map(|item| Value::Array(vec![item])),
    })
}

/// An item of a list: an object, or its value alone.
pub fn item_of(of: &Attribute, parts: &'static [Attribute], item: &Value) -> Result<Option<Value>, Fault> {
    let object = match item {
        Value::Object(object) => kept(parts, object)?,
        Value::String(_) => kept(parts, &Map::from_iter([("value".to_owned(), item.clone())]))?,
        _ => return Err(Fault::bad(Type::InvalidValue, format!("{}: write a list of objects.", of.name))),
    };
    Ok(Some(object).filter(|object| !object.is_empty()).map(Value::Object))
}

/// The text of an attribute.
pub fn of<'a>(resource: &'a Resource, name: &str) -> &'a str {
    resource.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// The text of a part of an attribute.
pub fn part_of<'a>(resource: &'a Resource, name: &str, part: &str) -> &'a str {
    resource.get(name).and_then(Value::as_object).map_or("", |object| of(object, part))
}

/// The items of a list.
pub fn items<'a>(resource: &'a Resource, name: &str) -> impl Iterator<Item = &'a Resource> {
    let list = resource.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    list.iter().filter_map(Value::as_object)
}

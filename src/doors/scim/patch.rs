//! PATCH (RFC 7644, 3.5.2) in the spellings that directories use: a path, `emails[type eq "work"].value`, the URN of an
//! extension before the name, or no path and an object whose names may be paths. What is not kept is left aside.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::attributes::{self, Attribute, ENTERPRISE, Form, Resource};
use super::fault::{Fault, Type};
use super::filter::{Filter, Name, Op};

/// As many operations in one request.
const MOST: usize = 1000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Add,
    Replace,
    Remove,
}

fn get<'a>(object: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    object.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

/// Does to `resource` what a request of PATCH says.
pub fn apply(of: &'static [Attribute], resource: &mut Resource, sent: &Map<String, Value>) -> Result<(), Fault> {
    let operations = get(sent, "Operations").and_then(Value::as_array);
    let operations = operations.ok_or_else(|| Fault::bad(Type::InvalidSyntax, "Operations: write a list."))?;
    if operations.len() > MOST {
        return Err(Fault::bad(Type::InvalidSyntax, format!("Operations: at most {MOST}.")));
    }
    for operation in operations {
        let object = operation.as_object();
        let object = object.ok_or_else(|| Fault::bad(Type::InvalidSyntax, "Operations: write a list of objects."))?;
        let word = get(object, "op").and_then(Value::as_str).unwrap_or_default();
        let act = match word.to_ascii_lowercase().as_str() {
            "add" => Act::Add,
            "replace" => Act::Replace,
            "remove" => Act::Remove,
            _ => return Err(Fault::bad(Type::InvalidSyntax, "op: write add, replace or remove.")),
        };
        let value = get(object, "value").cloned().unwrap_or(Value::Null);
        match (get(object, "path"), value) {
            (None | Some(Value::Null), Value::Object(values)) if act != Act::Remove => {
                for (path, value) in values {
                    // Others than paths stand beside them: schemas, id.
                    if let Some(path) = Path::parse(&path) {
                        one(of, resource, act, &path, &value)?;
                    }
                }
            }
            (None | Some(Value::Null), _) => {
                return Err(Fault::bad(Type::NoTarget, "Write a path, or an object as the value."));
            }
            (Some(path), value) => {
                let told = path.as_str().unwrap_or_default();
                let path = Path::parse(told);
                // Of an extension that is not kept.
                if path.is_none() && told.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("urn:")) {
                    continue;
                }
                let path =
                    path.ok_or_else(|| Fault::bad(Type::InvalidPath, format!("The path cannot be read: {told:.80}")))?;
                one(of, resource, act, &path, &value)?;
            }
        }
    }
    Ok(())
}

struct Path {
    name: Name,
    /// Which items of a list.
    which: Option<Filter>,
}

impl Path {
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let Some((list, rest)) = text.split_once('[') else {
            return Some(Self { name: Name::parse(text)?, which: None });
        };
        let (filter, rest) = rest.rsplit_once(']')?;
        let which = Some(Filter::parse(filter).ok()?);
        let list = Name::parse(list).filter(|name| name.part.is_none())?;
        match rest.strip_prefix('.') {
            Some(part) => {
                let part = Name::parse(part).filter(|name| name.part.is_none())?.attribute;
                Some(Self { name: Name { part: Some(part), ..list }, which })
            }
            None => rest.is_empty().then_some(Self { name: list, which }),
        }
    }
}

fn one(of: &'static [Attribute], resource: &mut Resource, act: Act, path: &Path, value: &Value) -> Result<(), Fault> {
    let Some(attribute) = attributes::find(of, &path.name.attribute) else { return Ok(()) };
    let part = path.name.part.as_deref();
    match attribute.form {
        Form::List(parts) => in_list(attribute, parts, resource, act, path, value),
        Form::Complex(parts) => {
            let mut object = resource.get(attribute.name).and_then(Value::as_object).cloned().unwrap_or_default();
            match (part, act) {
                (None, Act::Remove) => object.clear(),
                (None, _) => {
                    let Some(Value::Object(given)) = attributes::value_of(attribute, value)? else {
                        resource.remove(attribute.name);
                        return Ok(());
                    };
                    object.extend(given);
                }
                (Some(part), act) => {
                    let Some(part) = attributes::find(parts, part) else { return Ok(()) };
                    put(part, &mut object, act, value)?;
                }
            }
            keep(resource, attribute, object.is_empty(), Value::Object(object));
            Ok(())
        }
        Form::Text | Form::Flag if part.is_some() => Ok(()),
        Form::Text | Form::Flag => put(attribute, resource, act, value),
    }
}

/// A plain attribute.
fn put(attribute: &Attribute, object: &mut Resource, act: Act, value: &Value) -> Result<(), Fault> {
    let value = if act == Act::Remove { None } else { attributes::value_of(attribute, value)? };
    match value {
        Some(value) => object.insert(attribute.name.to_owned(), value),
        None => object.remove(attribute.name),
    };
    Ok(())
}

fn keep(resource: &mut Resource, attribute: &Attribute, empty: bool, value: Value) {
    if empty {
        resource.remove(attribute.name);
    } else {
        resource.insert(attribute.name.to_owned(), value);
    }
}

fn in_list(
    attribute: &'static Attribute,
    parts: &'static [Attribute],
    resource: &mut Resource,
    act: Act,
    path: &Path,
    value: &Value,
) -> Result<(), Fault> {
    // None are none to add, and none to take out.
    if act != Act::Replace && value.as_array().is_some_and(Vec::is_empty) {
        return Ok(());
    }
    let part = match path.name.part.as_deref().map(|name| attributes::find(parts, name)) {
        Some(None) => return Ok(()),
        known => known.flatten(),
    };
    let mut items: Vec<Resource> = match resource.remove(attribute.name) {
        Some(Value::Array(list)) => list.into_iter().filter_map(object).collect(),
        _ => Vec::new(),
    };
    let meant = |item: &Resource| path.which.as_ref().is_none_or(|filter| filter.holds(item));
    let given: Vec<Resource> = match (part, attributes::value_of(attribute, value)) {
        (None, Ok(Some(Value::Array(list)))) => list.into_iter().filter_map(object).collect(),
        (None, Err(fault)) => return Err(fault),
        _ => Vec::new(),
    };
    match (act, part) {
        (Act::Remove, Some(part)) => {
            for item in items.iter_mut().filter(|item| meant(item)) {
                item.remove(part.name);
            }
        }
        // Without a filter and with values: those, as some directories take members out.
        (Act::Remove, None) if path.which.is_none() && !given.is_empty() => {
            let gone: BTreeSet<&str> = given.iter().map(|item| attributes::of(item, "value")).collect();
            items.retain(|item| !gone.contains(attributes::of(item, "value")));
        }
        (Act::Remove, None) => items.retain(|item| !meant(item)),
        (_, Some(part)) => {
            if !items.iter().any(&meant) {
                items.push(path.which.as_ref().map(of_filter).unwrap_or_default());
            }
            let fresh = items.len() - 1;
            let none = !items.iter().any(&meant);
            for (place, item) in items.iter_mut().enumerate() {
                if meant(item) || none && place == fresh {
                    put(part, item, act, value)?;
                }
            }
        }
        (Act::Replace, None) if path.which.is_some() => {
            if !items.iter().any(&meant) {
                return Err(Fault::bad(Type::NoTarget, format!("{}: no item is meant.", attribute.name)));
            }
            for item in items.iter_mut().filter(|item| meant(item)) {
                item.extend(given.iter().flatten().map(|(name, value)| (name.clone(), value.clone())));
            }
        }
        (Act::Replace, None) => items = given,
        (Act::Add, None) => {
            let new: BTreeSet<&str> = given.iter().map(|item| attributes::of(item, "value")).collect();
            items.retain(|item| !new.contains(attributes::of(item, "value")));
            for item in given {
                if item.get("primary") == Some(&Value::from(true)) {
                    items.iter_mut().for_each(|known| drop(known.remove("primary")));
                }
                items.push(item);
            }
        }
    }
    items.retain(|item| !item.is_empty());
    let list = items.into_iter().map(Value::Object).collect::<Vec<_>>();
    keep(resource, attribute, list.is_empty(), Value::Array(list));
    Ok(())
}

fn object(item: Value) -> Option<Resource> {
    if let Value::Object(item) = item { Some(item) } else { None }
}

/// An item as a filter describes it: `type eq "work"` is `{ "type": "work" }`.
fn of_filter(filter: &Filter) -> Resource {
    match filter {
        Filter::Compare(name, Op::Eq, value @ Value::String(_))
            if name.part.is_none() && name.attribute != ENTERPRISE =>
        {
            Resource::from_iter([(name.attribute.clone(), value.clone())])
        }
        Filter::And(one, other) => of_filter(one).into_iter().chain(of_filter(other)).collect(),
        _ => Resource::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doors::scim::attributes::{OF_GROUP, OF_USER};
    use serde_json::json;

    fn patched(resource: &Value, operations: &Value) -> Value {
        let mut resource = resource.as_object().unwrap().clone();
        let sent = json!({ "Operations": operations });
        apply(OF_USER, &mut resource, sent.as_object().unwrap())
            .unwrap_or_else(|fault| panic!("{operations}: {fault}"));
        Value::Object(resource)
    }

    #[test]
    fn one_change_in_the_spellings_of_directories() {
        let before = json!({ "userName": "zoe", "active": true, "emails": [{ "value": "a@x.org", "type": "work" }],
            ENTERPRISE: { "department": "Achats" } });
        let after = json!({ "userName": "zoe", "active": false, "emails": [{ "value": "b@x.org", "type": "work" }],
            ENTERPRISE: { "department": "Ventes" } });
        let department = format!("{ENTERPRISE}:department");
        for operations in [
            json!([{ "op": "Replace", "path": "active", "value": "False" },
                { "op": "Replace", "path": "emails[type eq \"work\"].value", "value": "b@x.org" },
                { "op": "Add", "path": department, "value": "Ventes" }]),
            json!([{ "op": "replace", "value": { "active": false, "emails[type eq \"work\"].value": "b@x.org",
                department.clone(): "Ventes" } }]),
            json!([{ "op": "replace", "value": { "ACTIVE": false, "emails": [{ "value": "b@x.org", "type": "work" }],
                ENTERPRISE: { "department": "Ventes" }, "title": "left aside", "schemas": [] } }]),
            json!([{ "op": "replace", "path": "emails", "value": [{ "value": "b@x.org", "type": "work" }] },
                { "op": "replace", "path": format!("{}:active", crate::doors::scim::attributes::USER), "value": false },
                { "op": "replace", "path": ENTERPRISE, "value": { "department": "Ventes" } }]),
        ] {
            assert_eq!(patched(&before, &operations), after, "{operations}");
        }
    }

    #[test]
    fn what_is_not_there_yet_is_made_and_what_is_removed_is_gone() {
        let new = patched(
            &json!({}),
            &json!([
                { "op": "add", "path": "emails[type eq \"work\"].value", "value": "b@x.org" },
                { "op": "add", "path": "name.familyName", "value": "Petit" },
                { "op": "add", "path": "title", "value": "left aside" },
            ]),
        );
        assert_eq!(
            new,
            json!({ "emails": [{ "type": "work", "value": "b@x.org" }], "name": { "familyName": "Petit" } })
        );
        let gone = patched(
            &new,
            &json!([
                { "op": "remove", "path": "emails[type eq \"work\"]" }, { "op": "remove", "path": "name.familyName" },
            ]),
        );
        assert_eq!(gone, json!({}));
    }

    #[test]
    fn members_come_and_go_one_by_one() {
        let mut group = json!({ "displayName": "Achats" }).as_object().unwrap().clone();
        let mut act = |operation: Value| {
            apply(OF_GROUP, &mut group, json!({ "operations": [operation] }).as_object().unwrap()).unwrap();
            attributes::items(&group, "members").map(|one| attributes::of(one, "value").to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(
            act(json!({ "op": "Add", "path": "members", "value": [{ "value": "a" }, { "value": "b" }] })),
            ["a", "b"]
        );
        assert_eq!(
            act(json!({ "op": "Add", "path": "members", "value": [{ "value": "a" }, { "value": "c" }] })),
            ["b", "a", "c"]
        );
        assert_eq!(act(json!({ "op": "Remove", "path": "members[value eq \"b\"]" })), ["a", "c"]);
        assert_eq!(act(json!({ "op": "Remove", "path": "members", "value": [{ "value": "a" }] })), ["c"]);
        assert_eq!(act(json!({ "op": "replace", "path": "members", "value": [{ "value": "d" }] })), ["d"]);
        assert_eq!(act(json!({ "op": "Remove", "path": "members", "value": [] })), ["d"]);
        assert!(act(json!({ "op": "remove", "path": "members" })).is_empty());
    }

    #[test]
    fn what_cannot_be_done_is_said() {
        let mut user = Resource::new();
        for (sent, kind) in [
            (json!({}), Type::InvalidSyntax),
            (json!({ "Operations": [1] }), Type::InvalidSyntax),
            (json!({ "Operations": [{ "op": "move", "path": "active" }] }), Type::InvalidSyntax),
            (json!({ "Operations": [{ "op": "remove" }] }), Type::NoTarget),
            (json!({ "Operations": [{ "op": "add", "value": "x" }] }), Type::NoTarget),
            (json!({ "Operations": [{ "op": "add", "path": "emails[", "value": "x" }] }), Type::InvalidPath),
            (json!({ "Operations": [{ "op": "add", "path": "a b", "value": "x" }] }), Type::InvalidPath),
            (json!({ "Operations": [{ "op": "add", "path": 7, "value": "x" }] }), Type::InvalidPath),
            (json!({ "Operations": [{ "op": "add", "path": "active", "value": "maybe" }] }), Type::InvalidValue),
            (json!({ "Operations": [{ "op": "add", "path": "userName", "value": [] }] }), Type::InvalidValue),
            (
                json!({ "Operations": [{ "op": "replace", "path": "emails[type eq \"x\"]", "value": {"value": "a"} }] }),
                Type::NoTarget,
            ),
        ] {
            let fault = apply(OF_USER, &mut user, sent.as_object().unwrap()).unwrap_err();
            assert_eq!(fault.kind(), Some(kind), "{sent}");
        }
    }
}

//! What this door understands, as a directory asks for it before it begins (RFC 7643, 5 to 7).

use serde_json::{Value, json};

use super::attributes::{Attribute, ENTERPRISE, Form, GROUP, OF_GROUP, OF_USER, USER};
use super::listing::MOST;

fn described(attribute: &Attribute) -> Value {
    let (form, parts) = match attribute.form {
        Form::Text if attribute.name == "$ref" => ("reference", None),
        Form::Text => ("string", None),
        Form::Flag => ("boolean", None),
        Form::Complex(parts) | Form::List(parts) => ("complex", Some(parts)),
    };
    let named = |names: &[&str]| names.contains(&attribute.name);
    let mut told = json!({
        "name": attribute.name,
        "type": form,
        "multiValued": matches!(attribute.form, Form::List(_)),
        "description": attribute.told,
        "required": false,
        "caseExact": named(&["value", "$ref"]),
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": if named(&["userName"]) { "server" } else { "none" },
    });
    if let Some(object) = told.as_object_mut() {
        if named(&["$ref"]) {
            object.insert("referenceTypes".to_owned(), json!(["User"]));
        }
        if let Some(parts) = parts {
            object.insert("subAttributes".to_owned(), parts.iter().map(described).collect());
        }
    }
    told
}

/// As [`described`], with what differs from resource to resource.
fn of(attributes: &[Attribute], required: &str, canonical: (&str, &[&str])) -> Value {
    let own = attributes.iter().filter(|attribute| !matches!(attribute.name, "externalId" | ENTERPRISE));
    let mut list: Vec<Value> = own.map(described).collect();
    for attribute in &mut list {
        if attribute["name"] == required {
            attribute["required"] = Value::from(true);
        }
        if attribute["name"] == canonical.0
            && let Some(parts) = attribute["subAttributes"].as_array_mut()
        {
            for part in parts.iter_mut().filter(|part| part["name"] == "type") {
                part["canonicalValues"] = json!(canonical.1);
            }
        }
    }
    Value::Array(list)
}

fn schema(base: &str, id: &str, name: &str, told: &str, attributes: Value) -> Value {
    json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"],
        "id": id,
        "name": name,
        "description": told,
        "attributes": attributes,
        "meta": { "resourceType": "Schema", "location": format!("{base}/Schemas/{id}") },
    })
}

/// Every schema; `base` is the door's own address.
pub fn schemas(base: &str) -> Vec<Value> {
    let extension = OF_USER.iter().find_map(|attribute| match attribute.form {
        Form::Complex(parts) if attribute.name == ENTERPRISE => Some(parts.iter().map(described).collect()),
        _ => None,
    });
    vec![
        schema(base, USER, "User", "A person.", of(OF_USER, "userName", ("emails", &["work", "home", "other"]))),
        schema(base, GROUP, "Group", "A unit.", of(OF_GROUP, "displayName", ("members", &["User"]))),
        schema(base, ENTERPRISE, "EnterpriseUser", "Number and unit of a person.", extension.unwrap_or_default()),
    ]
}

pub fn resource_types(base: &str) -> Vec<Value> {
    let one = |name: &str, endpoint: &str, schema: &str, extensions: Value| {
        json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],
            "id": name,
            "name": name,
            "endpoint": endpoint,
            "schema": schema,
            "schemaExtensions": extensions,
            "meta": { "resourceType": "ResourceType", "location": format!("{base}/ResourceTypes/{name}") },
        })
    };
    let extension = json!([{ "schema": ENTERPRISE, "required": false }]);
    vec![one("User", "/Users", USER, extension), one("Group", "/Groups", GROUP, json!([]))]
}

pub fn provider(base: &str) -> Value {
    json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
        "patch": { "supported": true },
        "bulk": { "supported": false, "maxOperations": 0, "maxPayloadSize": 0 },
        "filter": { "supported": true, "maxResults": MOST },
        "changePassword": { "supported": false },
        "sort": { "supported": false },
        "etag": { "supported": false },
        "authenticationSchemes": [{
            "type": "oauthbearertoken",
            "name": "Key",
            "description": "A key with the scope people, which an administrator makes.",
        }],
        "meta": { "resourceType": "ServiceProviderConfig", "location": format!("{base}/ServiceProviderConfig") },
    })
}

//! Filters (RFC 7644, 3.4.2.2): `userName eq "a@example.org"`, `emails[type eq "work"]`, with and, or, not, brackets.

use serde_json::Value;

use super::attributes::{ENTERPRISE, GROUP, Resource, USER};
use super::fault::{Fault, Type};
use crate::web::typed::clean_line;

/// Brackets within brackets, at most.
const DEEPEST: usize = 16;
const LONGEST: usize = 2000;

crate::words!(Op { Eq = "eq", Ne = "ne", Co = "co", Sw = "sw", Ew = "ew", Gt = "gt", Ge = "ge", Lt = "lt", Le = "le" });

#[derive(Debug, Clone, PartialEq)]
pub enum Filter {
    Compare(Name, Op, Value),
    Present(Name),
    /// An item of the list fulfils the filter.
    Some(String, Box<Filter>),
    And(Box<Filter>, Box<Filter>),
    Or(Box<Filter>, Box<Filter>),
    Not(Box<Filter>),
}

/// An attribute, or a part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    pub attribute: String,
    pub part: Option<String>,
}

impl Name {
    /// `name.familyName`, `urn:…:User:userName`, `urn:…:enterprise:2.0:User:department`.
    pub fn parse(text: &str) -> Option<Self> {
        let of = |attribute: &str, part: Option<&str>| {
            let fine = |name: &str| {
                !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'$'))
            };
            (attribute == ENTERPRISE || fine(attribute)).then_some(())?;
            part.is_none_or(fine).then(|| Self { attribute: attribute.to_owned(), part: part.map(ToOwned::to_owned) })
        };
        let after = |urn: &str| {
            let starts = text.get(..urn.len()).is_some_and(|start| start.eq_ignore_ascii_case(urn));
            if starts { text.get(urn.len()..) } else { None }
        };
        if let Some(rest) = after(ENTERPRISE) {
            return if rest.is_empty() { of(ENTERPRISE, None) } else { of(ENTERPRISE, Some(rest.strip_prefix(':')?)) };
        }
        let plain = after(USER).or_else(|| after(GROUP)).map_or(Some(text), |rest| rest.strip_prefix(':'))?;
        match plain.split_once('.') {
            Some((attribute, part)) => of(attribute, Some(part)),
            None => of(plain, None),
        }
    }

    /// The values of it in a resource; those of a list's items.
    fn values<'a>(&self, resource: &'a Resource) -> Vec<&'a Value> {
        let get = |object: &'a Resource, name: &str| {
            object.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
        };
        let Some(value) = get(resource, &self.attribute) else { return Vec::new() };
        let part = self.part.as_deref();
        match value {
            Value::Array(items) => {
                let objects = items.iter().filter_map(Value::as_object);
                objects.filter_map(|item| get(item, part.unwrap_or("value"))).collect()
            }
            Value::Object(object) => part.map_or(vec![value], |part| get(object, part).into_iter().collect()),
            value => vec![value],
        }
    }
}

impl Filter {
    pub fn parse(text: &str) -> Result<Self, Fault> {
        if text.len() > LONGEST {
            return Err(wrong("it is too long"));
        }
        let mut words = Words { rest: text };
        let filter = words.any(0)?;
        words.skip();
        if words.rest.is_empty() { Ok(filter) } else { Err(wrong(words.rest)) }
    }

    pub fn holds(&self, resource: &Resource) -> bool {
        match self {
            Self::And(one, other) => one.holds(resource) && other.holds(resource),
            Self::Or(one, other) => one.holds(resource) || other.holds(resource),
            Self::Not(filter) => !filter.holds(resource),
            Self::Present(name) => !name.values(resource).is_empty(),
            Self::Some(list, filter) => {
                let items = resource.iter().find(|(known, _)| known.eq_ignore_ascii_case(list));
                let items = items.and_then(|(_, value)| value.as_array()).map(Vec::as_slice).unwrap_or_default();
                items.iter().filter_map(Value::as_object).any(|item| filter.holds(item))
            }
            Self::Compare(name, op, value) => {
                let values = name.values(resource);
                match (op, value) {
                    (Op::Eq, Value::Null) => values.is_empty(),
                    (Op::Ne, Value::Null) => !values.is_empty(),
                    (Op::Ne, _) => !values.iter().any(|one| compare(name, Op::Eq, one, value)),
                    _ => values.iter().any(|one| compare(name, *op, one, value)),
                }
            }
        }
    }

    /// The text that this attribute must be equal to.
    pub fn equals(&self, attribute: &str) -> Option<&str> {
        match self {
            Self::Compare(name, Op::Eq, Value::String(text))
                if name.part.is_none() && name.attribute.eq_ignore_ascii_case(attribute) =>
            {
                Some(text)
            }
            _ => None,
        }
    }
}

/// Keys are compared as they are, everything else whatever its letters' case.
fn compare(name: &Name, op: Op, one: &Value, other: &Value) -> bool {
    let exact = ["id", "externalId"].iter().any(|key| name.attribute.eq_ignore_ascii_case(key));
    let text = |value: &Value| match value {
        Value::String(text) if exact => Some(text.clone()),
        Value::String(text) => Some(text.to_lowercase()),
        Value::Bool(yes) => Some(yes.to_string()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let (Some(one), Some(other)) = (text(one), text(other)) else { return false };
    match op {
        Op::Eq => one == other,
        Op::Ne => one != other,
        Op::Co => one.contains(&other),
        Op::Sw => one.starts_with(&other),
        Op::Ew => one.ends_with(&other),
        Op::Gt => one > other,
        Op::Ge => one >= other,
        Op::Lt => one < other,
        Op::Le => one <= other,
    }
}

fn wrong(at: &str) -> Fault {
    let at: String = at.chars().take(40).collect();
    Fault::bad(Type::InvalidFilter, format!("The filter cannot be read: {at}"))
}

struct Words<'a> {
    rest: &'a str,
}

impl<'a> Words<'a> {
    fn skip(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn sign(&mut self, sign: char) -> bool {
        self.skip();
        let found = self.rest.strip_prefix(sign);
        self.rest = found.unwrap_or(self.rest);
        found.is_some()
    }

    /// The next word, up to a space or a bracket, without taking it.
    fn peek(&mut self) -> &'a str {
        self.skip();
        let end = self.rest.find(|c: char| c.is_whitespace() || "()[]\"".contains(c)).unwrap_or(self.rest.len());
        self.rest.get(..end).unwrap_or_default()
    }

    fn take(&mut self) -> &'a str {
        let word = self.peek();
        self.rest = self.rest.get(word.len()..).unwrap_or_default();
        word
    }

    fn keyword(&mut self, word: &str) -> bool {
        let found = self.peek().eq_ignore_ascii_case(word);
        if found {
            self.take();
        }
        found
    }

    fn any(&mut self, depth: usize) -> Result<Filter, Fault> {
        let mut filter = self.all(depth)?;
        while self.keyword("or") {
            filter = Filter::Or(Box::new(filter), Box::new(self.all(depth)?));
        }
        Ok(filter)
    }

    fn all(&mut self, depth: usize) -> Result<Filter, Fault> {
        let mut filter = self.one(depth)?;
        while self.keyword("and") {
            filter = Filter::And(Box::new(filter), Box::new(self.one(depth)?));
        }
        Ok(filter)
    }

    fn one(&mut self, depth: usize) -> Result<Filter, Fault> {
        if depth > DEEPEST {
            return Err(wrong("too many brackets"));
        }
        if self.keyword("not") {
            return Ok(Filter::Not(Box::new(self.one(depth + 1)?)));
        }
        if self.sign('(') {
            let filter = self.any(depth + 1)?;
            return if self.sign(')') { Ok(filter) } else { Err(wrong(self.rest)) };
        }
        let word = self.take();
        let name = Name::parse(word).ok_or_else(|| wrong(if word.is_empty() { self.rest } else { word }))?;
        if self.rest.starts_with('[') && self.sign('[') {
            let filter = self.any(depth + 1)?;
            return if self.sign(']') {
                Ok(Filter::Some(name.attribute, Box::new(filter)))
            } else {
                Err(wrong(self.rest))
            };
        }
        let op = self.take();
        if op.eq_ignore_ascii_case("pr") {
            return Ok(Filter::Present(name));
        }
        let op = Op::parse(&op.to_ascii_lowercase()).ok_or_else(|| wrong(op))?;
        Ok(Filter::Compare(name, op, self.value()?))
    }

    fn value(&mut self) -> Result<Value, Fault> {
        self.skip();
        if self.rest.starts_with('"') {
            let mut values = serde_json::Deserializer::from_str(self.rest).into_iter::<Value>();
            let value = values.next().and_then(Result::ok).ok_or_else(|| wrong(self.rest))?;
            let value = value.as_str().map_or(Value::Null, |text| Value::from(clean_line(text)));
            self.rest = self.rest.get(values.byte_offset()..).unwrap_or_default();
            return Ok(value);
        }
        let word = self.take();
        let read = serde_json::from_str(&word.to_ascii_lowercase()).ok();
        read.filter(|value: &Value| !value.is_array() && !value.is_object()).ok_or_else(|| wrong(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn holds(filter: &str) -> bool {
        let resource = json!({
            "id": "Ab", "userName": "Zoe@example.org", "active": true,
            "name": { "familyName": "Petit" },
            "emails": [{ "value": "zoe@example.org", "type": "work" }, { "value": "z@home.example", "type": "home" }],
            ENTERPRISE: { "department": "Achats" },
        });
        let filter = Filter::parse(filter).unwrap_or_else(|fault| panic!("{filter}: {fault}"));
        filter.holds(resource.as_object().unwrap())
    }

    #[test]
    fn filters_as_directories_write_them() {
        for yes in [
            r#"userName eq "zoe@EXAMPLE.org""#,
            r#"USERNAME Eq "zoe@example.org""#,
            "active eq true",
            "active eq True",
            r#"id eq "Ab""#,
            r#"emails.value co "home""#,
            r#"emails eq "zoe@example.org""#,
            r#"emails[type eq "work" and value sw "zoe"]"#,
            r#"name.familyName pr and not (displayName pr)"#,
            r#"urn:ietf:params:scim:schemas:core:2.0:User:userName sw "zoe""#,
            r#"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq "achats""#,
            r#"userName eq "x" or (active eq true and externalId eq null)"#,
            r#"userName ne "x" and userName ew ".org""#,
        ] {
            assert!(holds(yes), "{yes}");
        }
        for no in [
            r#"id eq "ab""#,
            "active eq false",
            r#"emails[type eq "home" and value sw "zoe"]"#,
            "externalId pr",
            r#"userName eq "zoe""#,
        ] {
            assert!(!holds(no), "{no}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        let deep = format!("{}active pr{}", "(".repeat(40), ")".repeat(40));
        let long = format!("userName eq \"{}\"", "x".repeat(3000));
        let nots = "not ".repeat(60) + "active pr";
        for bad in [
            "",
            "userName",
            "userName eq",
            "userName is \"x\"",
            "userName eq \"x",
            "(active pr",
            "active pr)",
            "active pr and",
            "emails[type pr",
            "user name eq \"x\"",
            "userName eq {}",
            "user;name pr",
            "userName eq x",
            &deep,
            &long,
            &nots,
        ] {
            let fault = Filter::parse(bad).map(|filter| panic!("{bad}: {filter:?}")).unwrap_err();
            assert_eq!(fault.kind(), Some(Type::InvalidFilter), "{bad}");
        }
    }
}

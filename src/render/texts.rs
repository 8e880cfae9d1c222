//! What an organisation writes itself, in each of its languages: one column of JSON, `{"fr":"…","en":"…"}`.

use std::borrow::Cow;

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Text;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};

use super::Language;

/// A text in some languages, in the order they were written in, which is the organisation's: what is missing in a
/// language is read in the first one. None of them is empty.
#[derive(Debug, Clone, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct Texts {
    pairs: Vec<(Language, String)>,
    /// The same as the column holds it: diesel lends what it binds.
    json: String,
}

impl Default for Texts {
    fn default() -> Self {
        Self { pairs: Vec::new(), json: "{}".to_owned() }
    }
}

impl Texts {
    pub fn of<T: Into<String>>(pairs: impl IntoIterator<Item = (Language, T)>) -> Self {
        let mut list: Vec<(Language, String)> = Vec::new();
        for (language, text) in pairs {
            let text = text.into();
            if !text.is_empty() && list.iter().all(|(of, _)| *of != language) {
                list.push((language, text));
            }
        }
        let mut texts = Self { pairs: list, json: String::new() };
        texts.json = serde_json::to_string(&texts).unwrap_or_else(|_| "{}".to_owned());
        texts
    }

    /// The same in French and in English, as most of what comes with the program is written.
    pub fn both(fr: impl Into<String>, en: impl Into<String>) -> Self {
        Self::of([(Language::Fr, fr.into()), (Language::En, en.into())])
    }

    /// The same with this text in `language`; an empty one takes the language out.
    #[must_use]
    pub fn with(&self, language: Language, text: impl Into<String>) -> Self {
        let mut pairs = self.pairs.clone();
        let text = text.into();
        match pairs.iter_mut().find(|(of, _)| *of == language) {
            Some((_, standing)) => *standing = text,
            None => pairs.push((language, text)),
        }
        Self::of(pairs)
    }

    /// What is written in `language` itself.
    pub fn get(&self, language: Language) -> Option<&str> {
        self.pairs.iter().find(|(of, _)| *of == language).map(|(_, text)| text.as_str())
    }

    /// What is read in `language`: never empty where there is a text in any.
    pub fn pick(&self, language: Language) -> &str {
        self.get(language).or_else(|| self.pairs.first().map(|(_, text)| text.as_str())).unwrap_or_default()
    }

    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (Language, &str)> {
        self.pairs.iter().map(|(language, text)| (*language, text.as_str()))
    }

    /// The same with every text changed.
    pub fn map(&self, change: impl Fn(&str) -> String) -> Self {
        Self::of(self.iter().map(|(language, text)| (language, change(text))))
    }

    /// With the languages in this order first.
    pub fn in_order(&self, languages: &[Language]) -> Self {
        let first = languages.iter().filter_map(|language| Some((*language, self.get(*language)?)));
        let rest = self.iter().filter(|(language, _)| !languages.contains(language));
        Self::of(first.chain(rest))
    }
}

/// The order says what is read where a language is missing, not what is said.
impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        self.pairs.len() == other.pairs.len() && self.iter().all(|(language, text)| other.get(language) == Some(text))
    }
}

impl Eq for Texts {}

impl serde::Serialize for Texts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.pairs.len()))?;
        for (language, text) in self.iter() {
            map.serialize_entry(language.as_str(), text)?;
        }
        map.end()
    }
}

impl<'de> serde::Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Texts;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("texts by language: {\"fr\": \"…\"}")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Texts, A::Error> {
                let mut pairs = Vec::new();
                while let Some((word, text)) = map.next_entry::<Cow<'_, str>, String>()? {
                    let language = Language::parse(&word)
                        .ok_or_else(|| serde::de::Error::custom(format!("{word} is none of the languages")))?;
                    pairs.push((language, text));
                }
                Ok(Texts::of(pairs))
            }
        }
        deserializer.deserialize_map(Read)
    }
}

impl<DB> ToSql<Text, DB> for Texts
where
    DB: Backend,
    String: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.json.to_sql(out)
    }
}

impl<DB> FromSql<Text, DB> for Texts
where
    DB: Backend,
    String: FromSql<Text, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        let text = String::from_sql(bytes)?;
        // What is no JSON was not written by this program: it is shown as it stands rather than lost.
        Ok(serde_json::from_str(&text).unwrap_or_else(|_| Self::of([(Language::Fr, text)])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_is_read_in_the_first() {
        let texts = Texts::of([(Language::De, "IT"), (Language::Fr, "Informatique"), (Language::En, "")]);
        assert_eq!(texts.pick(Language::Fr), "Informatique");
        assert_eq!((texts.pick(Language::It), texts.get(Language::En)), ("IT", None));
        assert_eq!(texts.in_order(&[Language::It, Language::Fr]).pick(Language::En), "Informatique");
        assert_eq!(texts.in_order(&[Language::Fr]), texts, "the same is said");
        assert_eq!(Texts::default().pick(Language::Fr), "");
        assert_eq!(texts.with(Language::De, ""), Texts::of([(Language::Fr, "Informatique")]));
    }

    #[test]
    fn the_column_is_plain_json_and_a_language_that_is_none_is_refused() {
        let texts = Texts::both("Dites \"oui\"\n\\", "Say");
        let json = serde_json::to_string(&texts).expect("JSON");
        assert_eq!(json, "{\"fr\":\"Dites \\\"oui\\\"\\n\\\\\",\"en\":\"Say\"}");
        assert_eq!(serde_json::from_str::<Texts>(&json).expect("texts"), texts);
        let wrong = serde_json::from_str::<Texts>("{\"fr\":\"a\",\"xx\":\"b\"}").expect_err("none of ours");
        assert!(wrong.to_string().contains("xx is none of the languages"), "{wrong}");
    }
}

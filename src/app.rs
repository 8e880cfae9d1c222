//! What every handler receives: the database, the clock, the configuration, the templates and the link key.

use std::any::Any;
use std::collections::{BTreeMap, HashMap};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, RwLock};
use std::time::{Duration, SystemTime};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use diesel::backend::Backend;
use diesel::expression::{ValidGrouping, is_aggregate};
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::{Nullable, Text};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use crate::clock::{Clock, Day, Moment};
use crate::config::Config;
use crate::db::schema::settings;
use crate::db::{Conn, Db, ids};
use crate::error::{Error, Result};
use crate::jobs::claim::Claim;
use crate::render::{Language, Templates, Texts, words};
use crate::retention::Retention;
use crate::web::counts::Counts;
use crate::web::tries::{Pace, Tries};

#[derive(Clone)]
pub struct App {
    pub db: Db,
    pub clock: Clock,
    pub config: Arc<Config>,
    pub templates: Templates,
    pub link_key: LinkKey,
    pub kept: Kept,
    /// Respondents' pages on which nothing was answered yet: a few kilobytes each.
    pub pages: Kept,
    /// Pages of what was published, without what is around them: up to some hundred kilobytes each.
    pub results: Kept,
    /// Inside a recurring task: the right to run it, asked for again between its steps.
    pub claim: Option<Claim>,
    /// Codes typed that nobody has.
    pub wrong_codes: Tries,
    /// What programs ask for, key by key.
    pub api_calls: Pace<String>,
    /// Files of the import folder that do not stand still yet.
    pub looks: Arc<Mutex<BTreeMap<PathBuf, Look>>>,
    /// Requests, for whoever watches.
    pub counts: Counts,
    /// See [`App::leave`].
    pub leaving: Arc<AtomicBool>,
}

/// How a file was when it was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    pub length: u64,
    pub changed: SystemTime,
    /// It was first seen so.
    pub since: Moment,
}

impl Look {
    /// A plain file as it is now; none when it is gone, a link, or something else.
    pub fn of(path: &Path, since: Moment) -> std::io::Result<Option<Self>> {
        match std::fs::symlink_metadata(path) {
            Ok(meta) if meta.is_file() => Ok(Some(Self { length: meta.len(), changed: meta.modified()?, since })),
            Ok(_) => Ok(None),
            Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// Did nothing of the file change?
    pub fn is_of(&self, other: &Self) -> bool {
        (self.length, self.changed) == (other.length, other.changed)
    }
}

/// So many requests of a key at once, then fifty a second.
pub const API_AT_ONCE: u32 = 100;
const API_PAUSE: Duration = Duration::from_millis(20);

impl App {
    pub fn open(config: Config, clock: Clock) -> Result<Self> {
        let db = Db::open(&config.database)?;
        let link_key = LinkKey::load(&config, || db.read_now(has_links))?;
        Ok(Self {
            db,
            wrong_codes: Tries::new(&clock, &config.proxies),
            api_calls: Pace::new(&clock, API_AT_ONCE, API_PAUSE),
            clock,
            config: Arc::new(config),
            templates: Templates::load(),
            link_key,
            kept: Kept::new(64),
            pages: Kept::new(512),
            results: Kept::new(24),
            claim: None,
            looks: Arc::default(),
            counts: Counts::default(),
            leaving: Arc::default(),
        })
    }

    /// This process was told to end: what has begun is finished, nothing else begins.
    pub fn leave(&self) {
        self.leaving.store(true, Ordering::Relaxed);
    }

    pub fn is_leaving(&self) -> bool {
        self.leaving.load(Ordering::Relaxed)
    }

    pub fn today(&self) -> Day {
        self.clock.now().day_in(&self.config.time_zone)
    }

    /// A link for a mail or a terminal, from the configured public address.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.config.public_address)
    }
}

/// What never changes once it was written (what an open campaign asks), kept by this process so that it is read once.
#[derive(Clone)]
pub struct Kept {
    all: Arc<RwLock<HashMap<String, Arc<dyn Any + Send + Sync>>>>,
    /// Past this many, all are forgotten and made again.
    most: usize,
}

impl Kept {
    fn new(most: usize) -> Self {
        Self { all: Arc::default(), most }
    }

    /// Keeps nothing any more: what is asked for next is made anew.
    pub fn forget(&self) {
        if let Ok(mut map) = self.all.write() {
            map.clear();
        }
    }

    /// What is kept under `key`, or what `read` gives, kept from now on.
    pub fn get<T: Any + Send + Sync>(&self, key: &str, read: impl FnOnce() -> Result<T>) -> Result<Arc<T>> {
        let known = self.all.read().ok().and_then(|map| map.get(key).cloned());
        if let Some(known) = known.and_then(|any| any.downcast::<T>().ok()) {
            return Ok(known);
        }
        let new = Arc::new(read()?);
        if let Ok(mut map) = self.all.write() {
            if map.len() >= self.most {
                map.clear();
            }
            map.insert(key.to_owned(), new.clone());
        }
        Ok(new)
    }
}

/// The secret every link is derived from. It lives outside the database, so that the database alone opens no link.
#[derive(Clone)]
pub struct LinkKey(Arc<[u8; 32]>);

impl LinkKey {
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Arc::new(bytes))
    }

    /// The key of the environment or of the data folder; a new one where there is none yet and no link depends on it.
    fn load(config: &Config, in_use: impl FnOnce() -> Result<bool>) -> Result<Self> {
        if let Some(text) = &config.link_key {
            let digest: [u8; 32] = Sha256::digest(text.as_bytes()).into();
            if text.len() < 32 {
                return Err(Error::Setup("BAROMETER_LINK_KEY needs at least 32 characters".to_owned()));
            }
            return Ok(Self::new(digest));
        }
        let path = config.data.join("link.key");
        match std::fs::read(&path) {
            Ok(bytes) => <[u8; 32]>::try_from(bytes)
                .map(Self::new)
                .map_err(|_| Error::Setup(format!("{} is damaged: it must hold 32 bytes", path.display()))),
            Err(fault) if fault.kind() == std::io::ErrorKind::NotFound && in_use()? => Err(Error::Setup(format!(
                "{} is missing, and people hold links made with it: put it back, or set BAROMETER_LINK_KEY",
                path.display()
            ))),
            Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => Self::create(&path),
            Err(fault) => Err(Error::Setup(format!("{}: {fault}", path.display()))),
        }
    }

    /// The key of the environment or of the data folder, if there is one; never makes one.
    pub fn find(config: &Config) -> Result<Option<Self>> {
        if config.link_key.is_none() && !config.data.join("link.key").exists() {
            return Ok(None);
        }
        Self::load(config, || Ok(true)).map(Some)
    }

    /// What a database keeps to know its key again; nothing can be derived from it.
    pub fn mark(&self) -> String {
        self.token("link key mark", "")
    }

    fn create(path: &Path) -> Result<Self> {
        use std::io::Write;
        let bytes = ids::random_bytes::<32>();
        let told = |fault: std::io::Error| Error::Setup(format!("{}: {fault}", path.display()));
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(told)?;
        }
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(path).map_err(told)?;
        file.write_all(&bytes).and_then(|()| file.sync_all()).map_err(told)?;
        Ok(Self::new(bytes))
    }

    /// An unguessable token for `subject`: base64url(HMAC-SHA256(key, purpose ‖ 0 ‖ subject)).
    pub fn token(&self, purpose: &str, subject: &str) -> String {
        URL_SAFE_NO_PAD.encode(self.mac(purpose, subject))
    }

    /// 64 bits that order things unpredictably but the same way each time.
    pub fn draw(&self, purpose: &str, subject: &str) -> u64 {
        let mac = self.mac(purpose, subject);
        mac.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
    }

    fn mac(&self, purpose: &str, subject: &str) -> [u8; 32] {
        // HMAC takes a key of any length: this cannot fail, and an all-zero fallback would still need the key below.
        let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(self.0.as_slice()) else {
            return Sha256::digest(self.0.as_slice()).into();
        };
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(subject.as_bytes());
        mac.finalize().into_bytes().into()
    }
}

/// Did this database ever invite anybody whose link may still be opened?
fn has_links(conn: &mut Conn) -> Result<bool> {
    use crate::db::schema::{feedback_pages, invitations, slips};
    let invited: i64 = invitations::table.count().get_result(conn)?;
    let printed: i64 = slips::table.count().get_result(conn)?;
    let told: i64 = feedback_pages::table.count().get_result(conn)?;
    Ok(invited + printed + told > 0)
}

/// What the database keeps of a token.
pub fn token_hash(token: &str) -> String {
    digest(token.as_bytes())
}

/// SHA-256, in base64url.
pub fn digest(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(bytes))
}

/// A key for encrypting what only the holder of `token` may read: HKDF-SHA256(token, purpose).
pub fn key_from_token(token: &str, purpose: &str) -> Result<[u8; 32]> {
    let mut key = [0; 32];
    Hkdf::<Sha256>::new(None, token.as_bytes()).expand(purpose.as_bytes(), &mut key).map_err(Error::internal)?;
    Ok(key)
}

/// The sets of words that may stand beside a mean; `aggregation::statistics::Preset` says what they mean.
pub const LABEL_PRESETS: [&str; 2] = ["standard", "satisfactory_from_three"];

/// Characters that no field lets through (`web::form`).
const BETWEEN_SETTINGS: char = '\u{1e}';
const AFTER_NAME: char = '\u{1f}';

/// All settings as one text, as a column of a query about something else: see [`Settings::of_text`]. A query of our own
/// words would be prepared anew each time; this one is kept like any other.
#[derive(Debug, Clone, Copy, QueryId)]
pub struct AllSettings;

impl Expression for AllSettings {
    type SqlType = Nullable<Text>;
}
impl<Source> AppearsOnTable<Source> for AllSettings {}
impl<Source> SelectableExpression<Source> for AllSettings {}
impl<Clause> ValidGrouping<Clause> for AllSettings {
    type IsAggregate = is_aggregate::Never;
}

impl<DB: Backend> QueryFragment<DB> for AllSettings {
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        pass.push_sql("(SELECT string_agg(name || '\u{1f}' || value, '\u{1e}') FROM settings)");
        Ok(())
    }
}

/// The languages of the organisation's people, in its order: at least one.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct Languages(Vec<Language>);

impl Default for Languages {
    fn default() -> Self {
        Self(Language::STAFF.to_vec())
    }
}

impl Languages {
    /// "de, fr, en": nothing where a word is no language of ours, stands twice, or there is none.
    pub fn parse(text: &str) -> Option<Self> {
        let mut list = Vec::new();
        for word in text.split([',', ';', ' ']).map(str::trim).filter(|word| !word.is_empty()) {
            let language = Language::parse(&word.to_ascii_lowercase()).filter(|language| !list.contains(language))?;
            list.push(language);
        }
        (!list.is_empty()).then_some(Self(list))
    }

    pub fn stored(text: &str) -> Self {
        Self::parse(text).unwrap_or_default()
    }

    /// What is read where nothing tells the reader's language.
    pub fn first(&self) -> Language {
        self.0.first().copied().unwrap_or(Language::Fr)
    }
}

impl std::ops::Deref for Languages {
    type Target = [Language];

    fn deref(&self) -> &[Language] {
        &self.0
    }
}

impl std::fmt::Display for Languages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let words: Vec<&str> = self.0.iter().map(|language| language.as_str()).collect();
        f.write_str(&words.join(", "))
    }
}

/// What the organisation says of itself; people read it in mails and promises. Empty until an administrator fills it.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Settings {
    pub organisation: String,
    pub hr_contact: String,
    pub controller: String,
    pub dpo_contact: String,
    pub alert_contact: String,
    /// Who reads comments, by function ("the quality manager").
    pub moderator: Texts,
    /// What the organisation's people read, in its order; never empty.
    pub languages: Languages,
    /// One of [`LABEL_PRESETS`], or empty for the first.
    pub labels: String,
    /// For campaigns that open from now on; one that has opened may keep for less: `Campaign::keeps`.
    pub keep: Retention,
    pub budget: Budget,
    /// Another one each time a supplier was written: see [`Settings::mark_suppliers`].
    #[serde(skip)]
    pub suppliers_mark: String,
}

/// The name of the setting that is [`Settings::suppliers_mark`].
const SUPPLIERS_MARK: &str = "suppliers_mark";

/// To how many campaigns a person is invited at most, counted back from the opening of the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Budget {
    /// None: no limit.
    pub most: Option<u32>,
    pub months: i32,
}

impl Default for Budget {
    fn default() -> Self {
        Self { most: None, months: 12 }
    }
}

impl std::fmt::Display for Budget {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.most {
            Some(most) => write!(f, "{most} in {} months", self.months),
            None => write!(f, "no limit"),
        }
    }
}

impl Budget {
    pub const MOST: RangeInclusive<u32> = 1..=12;
    /// Lists of invitations are kept as long as the longest of these.
    pub const MONTHS: RangeInclusive<i32> = 1..=24;

    /// What stored values say, within the bounds whoever wrote them.
    pub fn stored(most: &str, months: &str) -> Self {
        let most = most.parse::<u32>().ok().map(|most| most.clamp(*Self::MOST.start(), *Self::MOST.end()));
        let months = months.parse().unwrap_or(Self::default().months);
        Self { most, months: months.clamp(*Self::MONTHS.start(), *Self::MONTHS.end()) }
    }
}

impl Settings {
    pub fn load(conn: &mut Conn) -> Result<Self> {
        let rows: Vec<(String, String)> = settings::table.load(conn)?;
        Ok(Self::of(rows.into_iter().collect()))
    }

    /// The settings of an [`AllSettings`] text, which is the same from page to page: the last one is remembered.
    pub fn of_text(text: &str) -> Arc<Self> {
        static LAST: RwLock<Option<(String, Arc<Settings>)>> = RwLock::new(None);
        if let Some((_, known)) = LAST.read().ok().as_deref().and_then(Option::as_ref).filter(|(last, _)| last == text)
        {
            return known.clone();
        }
        let rows = text.split(BETWEEN_SETTINGS).filter_map(|row| row.split_once(AFTER_NAME));
        let new = Arc::new(Self::of(rows.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()));
        if let Ok(mut last) = LAST.write() {
            *last = Some((text.to_owned(), new.clone()));
        }
        new
    }

    /// The settings of these named values.
    pub fn of(mut rows: HashMap<String, String>) -> Self {
        let mut get = |name: &str| rows.remove(name).unwrap_or_default();
        Self {
            organisation: get("organisation"),
            hr_contact: get("hr_contact"),
            controller: get("controller"),
            dpo_contact: get("dpo_contact"),
            alert_contact: get("alert_contact"),
            moderator: serde_json::from_str(&get("moderator")).unwrap_or_default(),
            languages: Languages::stored(&get("languages")),
            labels: get("labels"),
            keep: Retention::stored(&get("comments_months"), &get("answers_months")),
            budget: Budget::stored(&get("contact_most"), &get("contact_months")),
            suppliers_mark: get(SUPPLIERS_MARK),
        }
    }

    /// What somebody of this language reads of what is written for staff.
    pub fn staff(&self, language: Language) -> Language {
        language.of_staff(&self.languages)
    }

    /// Who reads comments, as the reader says it; empty when nobody is named.
    pub fn moderator(&self, language: Language) -> &str {
        self.moderator.pick(language)
    }

    /// Tells every process that keeps what suppliers are called that it is no longer so.
    pub fn mark_suppliers(conn: &mut Conn) -> Result<()> {
        Self::save(conn, SUPPLIERS_MARK, &ids::random_key())
    }

    /// One named value, if it was ever set.
    pub fn value(conn: &mut Conn, name: &str) -> Result<Option<String>> {
        Ok(settings::table.find(name).select(settings::value).get_result(conn).optional()?)
    }

    pub fn save(conn: &mut Conn, name: &str, value: &str) -> Result<()> {
        crate::on_each!(conn, c => diesel::insert_into(settings::table)
            .values((settings::name.eq(name), settings::value.eq(value)))
            .on_conflict(settings::name)
            .do_update()
            .set(settings::value.eq(value))
            .execute(c))?;
        Ok(())
    }
}

/// Writes a line of the audit log: who did what, never an answer or a secret.
pub fn audit(conn: &mut Conn, clock: &Clock, person: Option<&ids::PersonId>, event: &str, detail: &str) -> Result<()> {
    use crate::db::schema::audit_log;
    // What somebody reads in the journal has its words.
    debug_assert!(words::fixed(Language::Fr, &format!("audit-event-{event}")).is_some(), "no words for {event}");
    let now = clock.now();
    diesel::insert_into(audit_log::table)
        .values((
            audit_log::id.eq(ids::sortable(now)),
            audit_log::at.eq(now),
            audit_log::person.eq(person),
            audit_log::event.eq(event),
            audit_log::detail.eq(detail),
        ))
        .execute(conn)?;
    Ok(())
}

/// Deletes the lines of the audit log written before this moment.
pub fn forget_audit(conn: &mut Conn, before: Moment) -> Result<()> {
    use crate::db::schema::audit_log;
    diesel::delete(audit_log::table.filter(audit_log::at.lt(before))).execute(conn)?;
    Ok(())
}

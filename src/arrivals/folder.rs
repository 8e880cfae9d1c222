//! The import folder: what other programs put there is taken once it stands still, imported as by hand as far as a door
//! may, and moved aside with a report beside it. `people.csv`, `people-complete.csv` (whoever it does not name leaves),
//! `suppliers.csv`, `relations.csv`, `measurements.csv`.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use rustix::fs::{Mode, OFlags};

use super::bring::bring;
use super::mails;
use super::sieve::Sifted;
use crate::app::{App, Look, Settings, audit};
use crate::catalogue::import as catalogue;
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::sortable;
use crate::error::{Error, Result, Say};
use crate::jobs;
use crate::organisation::import::{self, Plan};
use crate::organisation::pages::imported::Change;
use crate::organisation::table::LineFault;
use crate::organisation::waiting::{self, Part};
use crate::organisation::{Import, ImportOutcome, Person, store};
use crate::progress::store::held_by_owner;
use crate::render::Language;
use crate::render::words::say;

pub const TASK: &str = "imports";
/// A file stands still when nothing of it changed between two looks so far apart.
const STILL: SignedDuration = SignedDuration::from_secs(50);
/// As much as a page takes.
const LARGEST: u64 = 10 * 1024 * 1024;
/// Files moved aside are deleted after so many days.
pub const KEPT_DAYS: i64 = 30;
/// On their way: moved here before they are read, so that a folder that cannot be written is found out first.
const TAKING: &str = "taking";
const DONE: &str = "done";
const REFUSED: &str = "refused";
/// Behind the name of a delivery: what became of the last one.
const REPORT: &str = ".csv.report.txt";

crate::words!(
    /// What a file is about: its name, in the order in which files that come together are read.
    Delivery {
        People = "people",
        Everybody = "people-complete",
        Suppliers = "suppliers",
        Relations = "relations",
        Measurements = "measurements",
    }
);

impl Delivery {
    /// By a file's name: as it was put there, or with the time at which it was taken behind it.
    fn of(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let stem = name.strip_suffix(".csv")?;
        let known = |stem: &str| Self::ALL.iter().copied().find(|delivery| delivery.as_str() == stem);
        known(stem).or_else(|| taken_on(&name).and(known(stem.get(..stem.len().checked_sub(16)?)?)))
    }

    /// As the list of imports calls it, where it has a page.
    fn kind(self) -> Option<import::Kind> {
        match self {
            Self::People | Self::Everybody => Some(import::Kind::People),
            Self::Suppliers => Some(import::Kind::Suppliers),
            Self::Relations => Some(import::Kind::Relations),
            Self::Measurements => None,
        }
    }
}

/// The day in a name such as `people-20260311-031500.csv`, and of its report.
fn taken_on(name: &str) -> Option<Day> {
    let stem = name.strip_suffix(".report.txt").unwrap_or(name).strip_suffix(".csv")?;
    let stamp = stem.get(stem.len().checked_sub(16)?..)?.strip_prefix('-')?;
    let (day, time) = stamp.split_once('-')?;
    let digits = |text: &str, n| text.len() == n && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(day, 8) || !digits(time, 6) {
        return None;
    }
    Day::parse(&format!("{}-{}-{}", day.get(..4)?, day.get(4..6)?, day.get(6..)?))
}

/// Takes what stands still in the folder of the configuration, if there is one. A file that cannot be read now stops no
/// other, and is tried again.
pub fn take(app: &App) -> Result<()> {
    let Some(folder) = app.config.imports.clone() else { return Ok(()) };
    let told = |fault: io::Error| Error::Unavailable(format!("BAROMETER_IMPORTS: {}: {fault}", folder.display()));
    for part in [TAKING, DONE, REFUSED] {
        let place = folder.join(part);
        fs::create_dir_all(&place).map_err(told)?;
        // A link could lead anywhere this program may write.
        if !fs::symlink_metadata(&place).map_err(told)?.is_dir() {
            return Err(told(io::Error::other(format!("{part} is no folder"))));
        }
    }
    let mut outcome = Ok(());
    for (delivery, path, look) in standing_still(app, &folder).map_err(told)? {
        jobs::still_ours(app)?;
        if let Err(fault) = take_one(app, &folder, delivery, &path, look) {
            tracing::error!(file = %path.display(), %fault, "a file of the import folder could not be taken");
            outcome = Err(fault);
        }
    }
    forget(&folder, app.today(), app.clock.now()).map_err(told)?;
    outcome
}

/// Plain files of known names that stand still, in the order in which they are read; what was under way first.
fn standing_still(app: &App, folder: &Path) -> io::Result<Vec<(Delivery, PathBuf, Look)>> {
    let (now, mut found, mut seen) = (app.clock.now(), Vec::new(), BTreeMap::new());
    let before = app.looks.lock().map(|looks| looks.clone()).unwrap_or_default();
    for place in [folder.join(TAKING), folder.to_owned()] {
        let mut here = Vec::new();
        for entry in fs::read_dir(&place)? {
            let path = entry?.path();
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let Some(delivery) = Delivery::of(&name) else { continue };
            let Some(look) = Look::of(&path, now)? else { continue };
            let since = before.get(&path).filter(|old| old.is_of(&look)).map_or(now, |old| old.since);
            if now.to_jiff().duration_since(since.to_jiff()) >= STILL {
                here.push((delivery, path, look));
            } else {
                seen.insert(path, Look { since, ..look });
            }
        }
        here.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
        found.append(&mut here);
    }
    if let Ok(mut looks) = app.looks.lock() {
        *looks = seen;
    }
    Ok(found)
}

/// What became of a file.
struct Told {
    refused: bool,
    report: String,
}

fn take_one(app: &App, folder: &Path, delivery: Delivery, path: &Path, look: Look) -> Result<()> {
    let told = |fault: io::Error| Error::Unavailable(format!("BAROMETER_IMPORTS: {}: {fault}", path.display()));
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let (taken, name) = if taken_on(&name).is_some() && path.parent().is_some_and(|parent| parent.ends_with(TAKING)) {
        (path.to_owned(), name)
    } else {
        let name = free_name(app, folder, delivery);
        let taken = folder.join(TAKING).join(&name);
        fs::rename(path, &taken).map_err(told)?;
        (taken, name)
    };
    if !Look::of(&taken, look.since).map_err(told)?.is_some_and(|now| now.is_of(&look)) {
        // Somebody wrote on in it meanwhile: it is looked at until it stands still, there.
        return Ok(());
    }
    let outcome = match read(&taken).map_err(told)? {
        Some(bytes) => deliver(app, delivery, &name, bytes)?,
        None => refuse_large(app, &name)?,
    };
    let aside = folder.join(if outcome.refused { REFUSED } else { DONE });
    fs::rename(&taken, aside.join(&name)).map_err(told)?;
    // The latest beside where the file was put, and each beside its file.
    let latest = folder.join(format!("{}{REPORT}", delivery.as_str()));
    for report in [aside.join(format!("{name}.report.txt")), latest] {
        write(&folder.join(TAKING).join("report"), &report, &outcome.report).map_err(told)?;
    }
    Ok(())
}

/// A name with the time behind it, that no file bears yet.
fn free_name(app: &App, folder: &Path, delivery: Delivery) -> String {
    let mut at = app.clock.now();
    loop {
        let stamp = at.to_jiff().to_zoned(app.config.time_zone.clone()).strftime("%Y%m%d-%H%M%S");
        let name = format!("{}-{stamp}.csv", delivery.as_str());
        if [TAKING, DONE, REFUSED].iter().all(|part| fs::symlink_metadata(folder.join(part).join(&name)).is_err()) {
            return name;
        }
        at = at.plus(SignedDuration::from_secs(1));
    }
}

/// Writes a report: as a file of our own first, then in the place of what stands there, be it a link. Whoever fills the
/// folder reads it, by its group, whatever this program's own habit with files.
fn write(own: &Path, path: &Path, report: &str) -> io::Result<()> {
    match fs::remove_file(own) {
        Err(fault) if fault.kind() != io::ErrorKind::NotFound => return Err(fault),
        _ => {}
    }
    let mut file = fs::OpenOptions::new().write(true).create_new(true).open(own)?;
    file.write_all(report.as_bytes())?;
    file.set_permissions(fs::Permissions::from_mode(0o640))?;
    fs::rename(own, path)
}

/// The bytes of a plain file; none when they are too many. What was put in its place meanwhile is not followed, nor
/// waited for.
fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = fs::File::from(rustix::fs::open(path, flags, Mode::empty())?);
    if !file.metadata()?.is_file() {
        return Err(io::Error::other("not a plain file"));
    }
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(if bytes.len() as u64 > LARGEST { None } else { Some(bytes) })
}

fn refuse_large(app: &App, name: &str) -> Result<Told> {
    let (now, today, file) = (app.clock.now(), app.today(), name.to_owned());
    let (name, language) = (name.to_owned(), app.db.read_now(language)?);
    app.db.write_now(move |conn| mails::tell_refused(conn, &name, 1, today, now))?;
    let large = say(language, &Say::new("folder-large").with("mb", LARGEST / 1024 / 1024));
    Ok(Told { refused: true, report: head(language, &file, "folder-report-refused") + &large + "\n" })
}

/// The language of reports: the organisation's first, where it is one of staff.
fn language(conn: &mut Conn) -> Result<Language> {
    let settings = Settings::load(conn)?;
    Ok(settings.staff(settings.languages.first()))
}

fn head(language: Language, name: &str, said: &'static str) -> String {
    format!("{name}\n{}\n\n", say(language, &Say::new(said)))
}

/// Imports a file as far as a door may, all or nothing.
fn deliver(app: &App, delivery: Delivery, name: &str, bytes: Vec<u8>) -> Result<Told> {
    let (inside, own) = (app.clone(), name.to_owned());
    let outcome = app.db.write_now(move |conn| imported(&inside, conn, delivery, &own, &bytes));
    let (inside, own) = (app.clone(), name.to_owned());
    match outcome {
        Err(Error::Invalid(say)) => app.db.write_now(move |conn| {
            let plan: Plan<()> = Plan { faults: vec![LineFault::new(1, say)], ..Plan::default() };
            refused(&inside, conn, delivery, &own, &plan)
        }),
        other => other,
    }
}

fn imported(app: &App, conn: &mut Conn, delivery: Delivery, name: &str, bytes: &[u8]) -> Result<Told> {
    let (today, clock) = (app.today(), &app.clock);
    let by_name = format!("folder {name}");
    match delivery {
        Delivery::People | Delivery::Everybody => {
            waiting::hold(conn)?;
            let complete = delivery == Delivery::Everybody;
            let mut plan = import::plan_people_with(conn, bytes, complete, held_by_owner)?;
            if plan.is_faulty() {
                return refused(app, conn, delivery, name, &plan);
            }
            let sifted = bring(conn, clock, today, &mut plan, (name, &[Part::Address, Part::Presence, Part::Roles]))?;
            audit(conn, clock, None, "import-people", &by_name)?;
            let waits = waits_told(conn, &sifted)?;
            done(app, conn, delivery, name, &plan, (sifted.held.len(), waits))
        }
        Delivery::Suppliers => {
            let plan = import::plan_suppliers(conn, bytes, false)?;
            if plan.is_faulty() {
                return refused(app, conn, delivery, name, &plan);
            }
            import::apply_suppliers(conn, &plan)?;
            audit(conn, clock, None, "import-suppliers", &by_name)?;
            done(app, conn, delivery, name, &plan, (0, String::new()))
        }
        Delivery::Relations => {
            let plan = import::plan_relations(conn, bytes, false)?;
            if plan.is_faulty() {
                return refused(app, conn, delivery, name, &plan);
            }
            import::apply_relations(conn, &plan)?;
            audit(conn, clock, None, "import-relations", &by_name)?;
            done(app, conn, delivery, name, &plan, (0, String::new()))
        }
        Delivery::Measurements => {
            let plan = catalogue::plan_measurements(conn, bytes, today)?;
            if plan.is_faulty() {
                return refused(app, conn, delivery, name, &plan);
            }
            catalogue::apply_measurements(conn, &plan)?;
            audit(conn, clock, None, "import-measurements", &by_name)?;
            done(app, conn, delivery, name, &plan, (0, String::new()))
        }
    }
}

/// What waits and what was left out, for a report.
fn waits_told(conn: &mut Conn, sifted: &Sifted) -> Result<String> {
    let language = language(conn)?;
    let mut text = String::new();
    if !sifted.held.is_empty() {
        text += &(say(language, &Say::new("folder-report-waits").with("n", sifted.held.len())) + "\n");
    }
    for wish in &sifted.held {
        let name = store::person(conn, &wish.person)?.name;
        let why: Vec<String> =
            wish.reasons.iter().map(|reason| say(language, &Say::new(reason.words(wish.part)))).collect();
        let part = say(language, &Say::new(wish.part.words()));
        text += &format!("  {name} — {part} ({})\n", why.join(" ; "));
    }
    for Person { name, email, .. } in &sifted.left_out {
        let left = Say::new("folder-report-left-out").with("name", name).with("email", email);
        text += &(say(language, &left) + "\n");
    }
    Ok(text)
}

fn done<C>(
    app: &App,
    conn: &mut Conn,
    delivery: Delivery,
    name: &str,
    plan: &Plan<C>,
    (held, waits): (usize, String),
) -> Result<Told> {
    let language = language(conn)?;
    let mut changes: Vec<Change> =
        plan.sections.iter().map(|s| Change { title: s.title.to_owned(), n: s.lines.len() }).collect();
    if held > 0 {
        changes.push(Change { title: "import-waiting".to_owned(), n: held });
    }
    note(app, conn, delivery, ImportOutcome::Done, plan.rows, &serde_json::to_string(&changes)?)?;
    let mut report = head(language, name, "folder-report-taken") + &plan.to_text(language);
    if !waits.is_empty() {
        report = report + "\n" + &waits;
    }
    Ok(Told { refused: false, report })
}

fn refused<C>(app: &App, conn: &mut Conn, delivery: Delivery, name: &str, plan: &Plan<C>) -> Result<Told> {
    let language = language(conn)?;
    note(app, conn, delivery, ImportOutcome::Refused, 0, "[]")?;
    mails::tell_refused(conn, name, plan.faults.len(), app.today(), app.clock.now())?;
    audit(conn, &app.clock, None, "import-refused", &format!("folder {name}"))?;
    let report = head(language, name, "folder-report-refused") + &plan.faults_to_text(language);
    Ok(Told { refused: true, report })
}

/// A line in the list of imports, beside those by hand.
fn note(app: &App, conn: &mut Conn, of: Delivery, outcome: ImportOutcome, rows: usize, changes: &str) -> Result<()> {
    let Some(kind) = of.kind() else { return Ok(()) };
    let now: Moment = app.clock.now();
    let import = Import {
        id: sortable(now),
        kind: kind.as_str().to_owned(),
        outcome,
        started_at: now,
        ended_at: Some(now),
        line_count: i32::try_from(rows).unwrap_or(i32::MAX),
        changes: changes.to_owned(),
    };
    store::begin_import(conn, &import)
}

/// Deletes what was moved aside long enough ago, with its report: by the day in its name, which is ours; and the latest
/// reports, by when they were written.
fn forget(folder: &Path, today: Day, now: Moment) -> io::Result<()> {
    for part in [DONE, REFUSED] {
        for entry in fs::read_dir(folder.join(part))? {
            let path = entry?.path();
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if taken_on(&name).is_some_and(|day| day.plus_days(KEPT_DAYS) < today) {
                fs::remove_file(&path)?;
            }
        }
    }
    for delivery in Delivery::ALL {
        let path = folder.join(format!("{}{REPORT}", delivery.as_str()));
        let Some(look) = Look::of(&path, now)? else { continue };
        let age = now.to_jiff().duration_since(Timestamp::try_from(look.changed).unwrap_or(now.to_jiff()));
        if age > SignedDuration::from_hours(24 * KEPT_DAYS) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files() {
        assert_eq!(Delivery::of("people.csv"), Some(Delivery::People));
        assert_eq!(Delivery::of("People-Complete.CSV"), Some(Delivery::Everybody));
        assert_eq!(Delivery::of("people-20260311-031500.csv"), Some(Delivery::People));
        assert_eq!(Delivery::of("people-complete-20260311-031500.csv"), Some(Delivery::Everybody));
        for other in
            ["people.csv.part", "people.csv.report.txt", ".people.csv", "people-2026.csv", "x.csv", "csv", "é.csv"]
        {
            assert_eq!(Delivery::of(other), None, "{other}");
        }
        let day = Day::parse("2026-03-11");
        assert_eq!(taken_on("people-20260311-031500.csv"), day);
        assert_eq!(taken_on("people-20260311-031500.csv.report.txt"), day);
        assert_eq!(taken_on("people-20261341-031500.csv"), None);
    }
}

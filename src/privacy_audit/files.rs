//! SQLite's files read as bytes: rows of answers that no table holds any more, drafts that were deleted and still open
//! with their link, free pages that are not blank. Reads the database file and its write-ahead log.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{LazyLock, Mutex, PoisonError};

use super::report::Report;
use super::rows::{is_key_byte, is_over};
use super::store::Scene;
use crate::answering::draft::Draft;
use crate::app::LinkKey;
use crate::campaign::Invitation;
use crate::error::Say;

/// How long keys of answers are.
const KEY: usize = 22;
/// The header of a stored row stands right before the key: its own length, then what it holds, in these bytes "a text
/// of 22 characters, a text of 18".
const HEADER: [u8; 2] = [0x39, 0x31];
const HEADER_ROOM: usize = 24;
/// The shortest draft, in base64 characters, is longer than this.
const DRAFT: usize = 1000;

/// Deeper folders beside the database are named without being read.
const DEPTH: usize = 6;
/// Larger files beside it, likewise.
const LARGEST: u64 = 512 * 1024 * 1024;

/// What stands beside the database file under its name: copies, and the folders of programs that replicate it
/// (Litestream's begins with a dot). Rows of before a seal that can be read there are found; the rest is named, because
/// what is compressed or encrypted cannot be read.
pub fn beside(path: &Path, scene: &Scene, report: &mut Report) {
    let Some(name) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else { return };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let own = [name.clone(), format!("{name}-wal"), format!("{name}-shm"), format!("{name}-journal")];
    let mut others: Vec<String> = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|other| other.trim_start_matches('.').starts_with(&name) && !own.contains(other))
        .collect();
    others.sort();
    let known = scene.keys();
    for other in others {
        let mut keys = BTreeSet::new();
        gather(&folder.join(&other), DEPTH, scene, &known, &mut keys);
        let say = |key| Say::new(key).with("name", &other);
        if keys.is_empty() {
            report.beyond(say("audit-beside"));
        } else {
            report.found(say("audit-beside-rows").with("rows", keys.len()));
        }
    }
}

/// The keys of rows of ended campaigns in a file, or in the files of a folder, that no table holds.
fn gather(path: &Path, depth: usize, scene: &Scene, known: &HashSet<&str>, keys: &mut BTreeSet<String>) {
    let Ok(about) = std::fs::symlink_metadata(path) else { return };
    if about.is_dir() && depth > 0 {
        for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
            gather(&entry.path(), depth - 1, scene, known, keys);
        }
    } else if about.is_file() && about.len() <= LARGEST {
        let bytes = std::fs::read(path).unwrap_or_default();
        let ended = scene.campaigns.iter().filter(|campaign| is_over(campaign)).map(|campaign| campaign.id.as_str());
        let ids: Vec<&str> = ended.collect();
        let found = keys_in(&bytes, &ids).into_iter().map(|(key, _)| key).filter(|key| !known.contains(key));
        keys.extend(found.map(str::to_owned));
    }
}

pub fn look(path: &Path, scene: &Scene, key: &LinkKey, report: &mut Report) {
    let wal = path.with_file_name(format!("{}-wal", path.file_name().unwrap_or_default().to_string_lossy()));
    for (file, name) in [(path, "audit-file-database"), (&wal, "audit-file-log")] {
        let bytes = match whole(file) {
            Ok(bytes) => bytes,
            Err(fault) if fault.kind() == std::io::ErrorKind::NotFound && file == wal => continue,
            Err(fault) => {
                report.unread(Say::new("audit-no-file").with("fault", fault));
                continue;
            }
        };
        report.tell(Say::new(name).with("bytes", bytes.len()));
        old_rows(&bytes, scene, report);
        old_drafts(&bytes, scene, key, report);
        if file == path {
            // What the log has already made blank goes into the file with the next checkpoint.
            let log = whole(&wal).unwrap_or_default();
            free_pages(&as_committed(bytes, &log), report);
        }
    }
}

/// Reads a file that SQLite has open, and never closes it again: when a process closes any descriptor of a file, the
/// system drops all locks it holds on it, SQLite's own among them, and another process could then take the log away
/// from under this one. So one descriptor for each file is kept for as long as this process lives.
#[cfg(unix)]
fn whole(path: &Path) -> std::io::Result<Vec<u8>> {
    use std::os::unix::fs::MetadataExt;
    static OPEN: LazyLock<Mutex<HashMap<(u64, u64), File>>> = LazyLock::new(Mutex::default);
    let named = std::fs::metadata(path)?;
    let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
    let file = match open.entry((named.dev(), named.ino())) {
        Entry::Occupied(known) => known.into_mut(),
        Entry::Vacant(new) => new.insert(File::open(path)?),
    };
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(not(unix))]
fn whole(path: &Path) -> std::io::Result<Vec<u8>> {
    std::fs::read(path)
}

/// The keys of rows in `bytes` with the campaign each belongs to.
pub fn keys_in<'a>(bytes: &'a [u8], campaigns: &[&str]) -> Vec<(&'a str, &'a str)> {
    let ids: HashSet<&[u8]> = campaigns.iter().map(|id| id.as_bytes()).collect();
    let Some(length) = ids.iter().map(|id| id.len()).max() else { return Vec::new() };
    let firsts: BTreeSet<u8> = ids.iter().filter_map(|id| id.first().copied()).collect();
    let mut found = Vec::new();
    for (place, window) in bytes.windows(HEADER_ROOM + KEY + length).enumerate() {
        // Most places fail at the first byte of the campaign's id.
        if !window.get(HEADER_ROOM + KEY).is_some_and(|byte| firsts.contains(byte)) {
            continue;
        }
        let (before, rest) = window.split_at(HEADER_ROOM);
        let (key, campaign) = rest.split_at(KEY);
        let is_row = key.iter().all(|byte| is_key_byte(*byte)) && is_header(before);
        if is_row && ids.contains(campaign) {
            let text = |from: usize, long: usize| {
                bytes.get(from..from + long).and_then(|part| std::str::from_utf8(part).ok()).unwrap_or_default()
            };
            let start = place + HEADER_ROOM;
            found.push((text(start, KEY), text(start + KEY, length)));
        }
    }
    found
}

fn is_header(before: &[u8]) -> bool {
    (3..=before.len()).any(|length| {
        let header = before.split_at(before.len() - length).1;
        header.first().is_some_and(|first| usize::from(*first) == length) && header.get(1..3) == Some(&HEADER)
    })
}

fn old_rows(bytes: &[u8], scene: &Scene, report: &mut Report) {
    let known = scene.keys();
    let ids: Vec<&str> = scene.campaigns.iter().map(|campaign| campaign.id.as_str()).collect();
    let mut old: HashMap<&str, BTreeSet<&str>> = HashMap::new();
    for (key, id) in keys_in(bytes, &ids) {
        if !known.contains(key) {
            old.entry(id).or_default().insert(key);
        }
    }
    for campaign in &scene.campaigns {
        let Some(keys) = old.get(campaign.id.as_str()) else { continue };
        let named = |key| Say::new(key).with("campaign", &campaign.code).with("rows", keys.len());
        if is_over(campaign) {
            report.found(named("audit-old-rows"));
        } else {
            report.tell(named("audit-old-rows-open"));
        }
    }
}

/// Every draft of `invitations` that still opens with its link, wherever in `bytes` it stands.
pub fn drafts_in<'a>(bytes: &'a [u8], invitations: &'a [Invitation], key: &LinkKey) -> Vec<(&'a Invitation, &'a str)> {
    let by_id: HashMap<&[u8], &Invitation> = invitations.iter().map(|one| (one.id.as_str().as_bytes(), one)).collect();
    let Some(length) = by_id.keys().map(|id| id.len()).max() else { return Vec::new() };
    let mut found = Vec::new();
    for run in bytes.split(|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))) {
        if run.len() < DRAFT {
            continue;
        }
        for place in 0..HEADER_ROOM {
            let id = run.get(place..place + length);
            let Some(invitation) = id.and_then(|id| by_id.get(id)) else { continue };
            let text = run.get(place + length..).and_then(|text| std::str::from_utf8(text).ok()).unwrap_or_default();
            if Draft::begins(text, &invitation.token(key)) {
                found.push((*invitation, text));
            }
        }
    }
    found
}

fn old_drafts(bytes: &[u8], scene: &Scene, key: &LinkKey, report: &mut Report) {
    let kept: HashMap<_, _> = scene.drafts.iter().map(|(id, text)| (id, text.as_str())).collect();
    // What follows a draft in the file may look as if it were part of it: the beginnings are compared.
    let is_kept = |invitation: &Invitation, text: &str| {
        kept.get(&invitation.id).is_some_and(|kept| text.get(..DRAFT / 2) == kept.get(..DRAFT / 2))
    };
    let mut closed = 0_usize;
    let mut open = 0_usize;
    for (invitation, text) in drafts_in(bytes, &scene.invitations, key) {
        if is_kept(invitation, text) {
            continue;
        }
        if scene.campaign(invitation.campaign.as_str()).is_some_and(is_over) { closed += 1 } else { open += 1 }
    }
    if closed > 0 {
        report.found(Say::new("audit-old-drafts").with("drafts", closed));
    }
    if open > 0 {
        report.tell(Say::new("audit-old-drafts-open").with("drafts", open));
    }
}

/// The database as it stands: the file with the pages that the write-ahead log `log` has committed. A log is a header,
/// then frames of a page each; frames of an older log have other salts than the header.
fn as_committed(mut file: Vec<u8>, log: &[u8]) -> Vec<u8> {
    const HEAD: usize = 32;
    const FRAME: usize = 24;
    let number = |at: usize| -> Option<usize> {
        let four: [u8; 4] = log.get(at..at.checked_add(4)?)?.try_into().ok()?;
        usize::try_from(u32::from_be_bytes(four)).ok()
    };
    let (Some(size), Some(salts)) = (number(8).filter(|size| *size >= 512), log.get(16..24)) else { return file };
    let mut waiting: Vec<(usize, &[u8])> = Vec::new();
    let mut at = HEAD;
    while let (Some(page), Some(pages), Some(own), Some(body)) =
        (number(at), number(at + 4), log.get(at + 8..at + 16), log.get(at + FRAME..at + FRAME + size))
    {
        if own != salts {
            break;
        }
        waiting.push((page, body));
        if pages != 0 {
            file.resize(pages.saturating_mul(size), 0);
            for (page, body) in waiting.drain(..) {
                let start = page.saturating_sub(1).saturating_mul(size);
                if let Some(place) = file.get_mut(start..start + size) {
                    place.copy_from_slice(body);
                }
            }
        }
        at += FRAME + size;
    }
    file
}

/// How many free pages are not blank, and how many there are. The list of free pages is a chain of trunk pages, each
/// with the number of the next one, a count, and as many numbers of leaf pages.
pub fn written_free_pages(bytes: &[u8]) -> Option<(usize, usize)> {
    let number = |at: usize| -> Option<usize> {
        let four: [u8; 4] = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        usize::try_from(u32::from_be_bytes(four)).ok()
    };
    let size = match u16::from_be_bytes(bytes.get(16..18)?.try_into().ok()?) {
        1 => 65_536,
        size => usize::from(size),
    };
    let is_blank = |from: usize, to: usize| bytes.get(from..to).is_some_and(|part| part.iter().all(|byte| *byte == 0));
    let start = |page: usize| page.checked_sub(1)?.checked_mul(size);
    let (mut trunk, total) = (number(32)?, number(36)?);
    let (mut pages, mut written) = (0_usize, 0_usize);
    // A damaged chain could run in a circle: it is no longer than the count says.
    while trunk != 0 && pages <= total {
        let own = start(trunk)?;
        let leaves = number(own + 4)?;
        pages += 1 + leaves;
        // Behind the leaves stand numbers of pages that were free before: nothing that anybody wrote.
        let behind = (own + 8 + 4 * leaves..own + size).step_by(4);
        if behind.filter_map(number).any(|page| page > bytes.len() / size) {
            written += 1;
        }
        for leaf in 0..leaves.min(size / 4) {
            let leaf = start(number(own + 8 + 4 * leaf)?)?;
            if !is_blank(leaf, leaf + size) {
                written += 1;
            }
        }
        trunk = number(own)?;
    }
    Some((written, pages))
}

fn free_pages(bytes: &[u8], report: &mut Report) {
    match written_free_pages(bytes) {
        Some((written, pages)) => {
            report.tell(Say::new("audit-free-pages").with("pages", pages));
            if written > 0 {
                report.found(Say::new("audit-written-pages").with("pages", written));
            }
        }
        None => report.unread(Say::new("audit-no-list")),
    }
}

//! What `backup`, `restore`, `send-held` and `accept-link-key` print.

use std::path::Path;

use super::{Held, LeftOut, Manifest, accept_key, restore, send_held, take};
use crate::app::{App, audit};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Db;
use crate::error::{Result, Say};
use crate::render::Language;
use crate::render::words::say;

pub fn backup(config: &Config, path: &Path, language: Language) -> Result<()> {
    let db = Db::open(&config.database)?;
    let (manifest, held) = take(&db, config, &Clock::System, path)?;
    print(language, &[Say::new("backup-written").with("file", path.display())]);
    print(language, &contents(&manifest, &held));
    print(language, &[Say::new("backup-key-apart")]);
    Ok(())
}

pub fn put_back(config: &Config, path: &Path, replace: bool, language: Language) -> Result<()> {
    let restored = restore(config, &Clock::System, path, replace)?;
    let manifest = &restored.manifest;
    let taken = Say::new("restore-done").with("at", &manifest.taken_at).with("program", &manifest.program);
    print(language, &[taken]);
    print(language, &contents(manifest, &restored.held));
    let key = match restored.key {
        Some(true) => "restore-key-fits",
        Some(false) => "restore-key-other",
        None => "restore-key-missing",
    };
    let mut next = vec![Say::new(key)];
    if restored.mails > 0 {
        next.push(Say::new("restore-mails-held").with("mails", restored.mails));
    }
    if restored.drafts > 0 {
        next.push(Say::new("restore-drafts").with("campaigns", restored.drafts));
    }
    print(language, &next);
    Ok(())
}

pub fn let_go(app: &App, language: Language) -> Result<()> {
    let mails = send_held(app)?;
    print(language, &[Say::new("held-mails-go").with("mails", mails)]);
    Ok(())
}

pub fn accept(app: &App, language: Language) -> Result<()> {
    accept_key(app)?;
    let clock = app.clock.clone();
    app.db.write_now(move |conn| audit(conn, &clock, None, "link-key-accepted", "command line"))?;
    print(language, &[Say::new("key-accepted")]);
    Ok(())
}

fn print(language: Language, lines: &[Say]) {
    for line in lines {
        println!("{}", say(language, line));
    }
}

/// What a backup holds and what it does not.
pub fn contents(manifest: &Manifest, held: &Held) -> Vec<Say> {
    let LeftOut { sendings, flags, sheets, comments, outside, mirrors, drafts } = &manifest.left_out;
    let holds = Say::new("backup-holds").with("people", held.people).with("campaigns", held.campaigns);
    let waiting = Say::new("backup-left-out").with("sendings", sendings).with("flags", flags);
    let mut list = vec![
        holds.with("sheets", held.sheets).with("comments", held.comments).with("rows", held.rows),
        waiting.with("sheets", sheets).with("comments", comments),
    ];
    if *outside > 0 {
        list.push(Say::new("backup-outside").with("sheets", outside));
    }
    if *mirrors > 0 {
        list.push(Say::new("backup-mirrors").with("sheets", mirrors));
    }
    list.push(Say::new("backup-never-holds").with("drafts", drafts));
    list
}

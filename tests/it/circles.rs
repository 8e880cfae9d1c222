//! No file of the program needs another that needs it: each can be read after those it names. A file that lists a folder
//! (`mod.rs`) only passes on what stands in others' files: whoever takes something from it takes it from there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What each file says, by module path ("campaign::store"), without comments and unit tests.
fn sources() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut found, mut folders) = (BTreeMap::new(), vec![root.clone()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder of the project") {
            let path: PathBuf = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let inside = path.strip_prefix(&root).expect("a source").with_extension("");
                let name = inside.to_string_lossy().replace('/', "::");
                let text = std::fs::read_to_string(&path).expect("a source");
                let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
                let lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
                found.insert(name.trim_end_matches("::mod").to_owned(), lines.collect::<Vec<_>>().join(" "));
            }
        }
    }
    found
}

/// The paths of a use tree: `a::{b, c::d as e}` is `a::b` and `a::c::d`.
fn leaves(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((before, rest)) = tree.split_once('{') else {
        return vec![tree.split(" as ").next().unwrap_or_default().trim().trim_end_matches("::self").to_owned()];
    };
    let (mut parts, mut depth, mut part) = (Vec::new(), 0, String::new());
    for c in rest.trim_end_matches([' ', ';']).strip_suffix('}').unwrap_or(rest).chars() {
        depth += match c {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        if c == ',' && depth == 0 {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(c);
        }
    }
    parts.push(part);
    let joined = |part: String| leaves(&format!("{before}{}", part.trim())).into_iter();
    parts.into_iter().filter(|part| !part.trim().is_empty()).flat_map(joined).collect()
}

/// What a source takes from elsewhere, and what it passes on: paths as they are written.
fn paths(text: &str) -> (Vec<String>, Vec<String>) {
    let (mut taken, mut passed, mut rest) = (Vec::new(), Vec::new(), String::new());
    for statement in text.split_inclusive(';') {
        let start = statement.rfind("use ").filter(|at| {
            let before = statement[..*at].trim_end();
            statement.ends_with(';')
                && (before.is_empty() || before.ends_with(['}', ']', ')']) || before.ends_with("pub"))
        });
        match start {
            Some(at) => {
                let list = leaves(statement[at + 4..].trim_end_matches(';'));
                let before = statement[..at].trim_end();
                if before.ends_with("pub") {
                    passed.extend(list)
                } else {
                    taken.extend(list)
                }
                rest.push_str(&statement[..at]);
            }
            None => rest.push_str(statement),
        }
    }
    let is_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    for word in rest.split(|c| !is_path(c)).filter(|word| word.contains("::") && !word.starts_with("::")) {
        taken.push(word.trim_end_matches(':').to_owned());
    }
    (taken, passed)
}

struct House {
    sources: BTreeMap<String, String>,
    /// By file, what it passes on: name, path.
    passed: BTreeMap<String, BTreeMap<String, String>>,
}

impl House {
    /// The file that a `path` written in `file` leads to.
    fn file(&self, file: &str, path: &str, depth: usize) -> Option<String> {
        let mut words: Vec<&str> = path.split("::").collect();
        let mut base: Vec<&str> = file.split("::").collect();
        match words.first() {
            Some(&"crate") => {
                base.clear();
                words.remove(0);
            }
            Some(&("super" | "self")) => {
                while let Some(word) = words.first().copied().filter(|word| matches!(*word, "super" | "self")) {
                    if word == "super" {
                        base.pop();
                    }
                    words.remove(0);
                }
            }
            Some(first) => {
                let child = [base.as_slice(), &[*first]].concat().join("::");
                if !self.sources.contains_key(&child) {
                    return None;
                }
            }
            None => return None,
        }
        base.extend(words);
        let known = (1..=base.len()).rev().find(|length| self.sources.contains_key(&base[..*length].join("::")))?;
        let name = base[..known].join("::");
        match base.get(known).and_then(|word| self.passed.get(&name)?.get(*word)) {
            Some(on) if depth < 5 => self.file(&name, on, depth + 1),
            _ => Some(name),
        }
    }
}

#[test]
fn no_two_files_need_each_other() {
    let sources = sources();
    assert!(sources.len() > 200, "the sources are elsewhere: {}", sources.len());
    let read: BTreeMap<String, (Vec<String>, Vec<String>)> =
        sources.iter().map(|(file, text)| (file.clone(), paths(text))).collect();
    let name = |path: &String| path.rsplit("::").next().unwrap_or_default().to_owned();
    let passed = read
        .iter()
        .map(|(file, (_, passed))| (file.clone(), passed.iter().map(|path| (name(path), path.clone())).collect()))
        .collect();
    let house = House { sources, passed };
    let mut needs: BTreeMap<String, BTreeSet<String>> = read
        .iter()
        .map(|(file, (taken, _))| {
            let of = taken.iter().filter_map(|path| house.file(file, path, 0)).filter(|other| other != file).collect();
            (file.clone(), of)
        })
        .collect();
    let edges: usize = needs.values().map(BTreeSet::len).sum();
    assert!(edges > 1000, "the imports are written in a way that this test does not read: {edges}");
    // Whoever needs nobody, or is needed by nobody, is on no circle.
    loop {
        let needed: BTreeSet<String> = needs.values().flatten().cloned().collect();
        let out: Vec<String> = needs
            .iter()
            .filter(|(file, of)| of.is_empty() || !needed.contains(*file))
            .map(|(file, _)| file.clone())
            .collect();
        if out.is_empty() {
            break;
        }
        for file in out {
            needs.remove(&file);
            for of in needs.values_mut() {
                of.remove(&file);
            }
        }
    }
    assert!(needs.is_empty(), "files that need each other: {needs:#?}");
}

#[test]
fn a_tree_of_imports_is_read_to_its_leaves() {
    assert_eq!(leaves("a::{self, b, c::{d as e, f}}"), ["a", "a::b", "a::c::d", "a::c::f"]);
    let (taken, passed) = paths("pub use x::Y; use crate::a::{B, c}; fn f() { super::g::h(crate::k::L) }");
    assert_eq!((taken.len(), passed), (4, vec!["x::Y".to_owned()]));
}

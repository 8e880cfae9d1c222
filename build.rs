use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    for folder in ["migrations", "assets", "templates"] {
        println!("cargo:rerun-if-changed={folder}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    words(Path::new("assets/words"), &out)?;
    templates(Path::new("templates"), &out.join("templates.rs"))
}

/// All templates by name, in the order of their names.
fn templates(folder: &Path, to: &Path) -> io::Result<()> {
    let mut found = Vec::new();
    let mut folders = vec![folder.canonicalize()?];
    let root = folder.canonicalize()?;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "html" || end == "txt") {
                let name = path.strip_prefix(&root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                found.push(format!("({name:?}, include_str!({path:?}))"));
            }
        }
    }
    found.sort();
    fs::write(to, format!("&[{}]", found.join(",\n")))
}

/// The words of each language in one file, which the program embeds and reads when somebody first needs that language.
fn words(from: &Path, to: &Path) -> io::Result<()> {
    for language in fs::read_dir(from)? {
        let language = language?;
        let mut files = fs::read_dir(language.path())?
            .map(|file| Ok(file?.path()))
            .filter(|path| path.as_ref().is_ok_and(|path| path.extension().is_some_and(|end| end == "ftl")))
            .collect::<io::Result<Vec<_>>>()?;
        files.sort();
        let texts = files.iter().map(fs::read_to_string).collect::<io::Result<Vec<_>>>()?;
        fs::write(to.join(language.file_name()).with_extension("ftl"), texts.join("\n"))?;
    }
    Ok(())
}

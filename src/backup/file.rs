//! The file of a backup: a gzip text that `zcat` prints, one JSON value a line. First what the file is, then for each
//! table its columns and its rows, at the end how many rows there are. A second gzip member of fixed length holds the
//! SHA-256 of everything before it: not one byte can change unseen. Written under another name, then renamed; refused:
//! a file that is there already, and, reading, a line
//! longer than any that is written.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use flate2::{Compression, Crc};
use sha2::{Digest, Sha256};

use crate::db::ids::random_key;
use crate::error::{Error, Result, Say};

/// A gzip header without name, time or system; what follows is one stored block.
const HEADER: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
/// 64 digits and the end of the line.
const SEAL: u16 = 65;
/// Header, head of the stored block, digits, check sum and length of gzip's own.
const TRAILER: u64 = 10 + 5 + 65 + 8;

/// The second member, for everything before it.
fn trailer(digest: impl AsRef<[u8]>) -> Vec<u8> {
    let mut line: String = digest.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
    line.push('\n');
    let mut crc = Crc::new();
    crc.update(line.as_bytes());
    let mut member = HEADER.to_vec();
    member.push(1);
    member.extend(SEAL.to_le_bytes());
    member.extend((!SEAL).to_le_bytes());
    member.extend(line.as_bytes());
    member.extend(crc.sum().to_le_bytes());
    member.extend(u32::from(SEAL).to_le_bytes());
    member
}

/// A whole file of these lines, in memory.
pub fn of_lines<'a>(lines: impl Iterator<Item = &'a str>) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    for line in lines {
        writeln!(encoder, "{line}")?;
    }
    let mut bytes = encoder.finish()?;
    bytes.extend(trailer(Sha256::digest(&bytes)));
    Ok(bytes)
}

/// Digests what passes through.
struct Digesting<W> {
    inner: W,
    digest: Sha256,
}

impl<W: Write> Write for Digesting<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let taken = self.inner.write(bytes)?;
        self.digest.update(bytes.get(..taken).unwrap_or_default());
        Ok(taken)
    }
    fn flush(&mut self) -> std::io::Result<()> {
        self.inner.flush()
    }
}

fn told(path: &Path) -> impl Fn(std::io::Error) -> Error {
    move |fault| Error::Invalid(Say::new("backup-unwritable").with("file", path.display()).with("fault", fault))
}

pub struct Writer {
    encoder: Option<GzEncoder<Digesting<BufWriter<File>>>>,
    part: PathBuf,
    path: PathBuf,
}

impl Writer {
    /// Begins a file that only its owner may read.
    pub fn begin(path: &Path) -> Result<Self> {
        refuse_existing(path)?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let part = path.with_file_name(format!(".{name}.{}", random_key()));
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&part).map_err(told(path))?;
        let digesting = Digesting { inner: BufWriter::new(file), digest: Sha256::new() };
        let encoder = Some(GzEncoder::new(digesting, Compression::fast()));
        Ok(Self { encoder, part, path: path.to_owned() })
    }

    pub fn line(&mut self, value: &serde_json::Value) -> Result<()> {
        if let Some(encoder) = &mut self.encoder {
            serde_json::to_writer(&mut *encoder, value).map_err(std::io::Error::from).map_err(told(&self.path))?;
            encoder.write_all(b"\n").map_err(told(&self.path))?;
        }
        Ok(())
    }

    /// Puts the file in place, on the disk for good.
    pub fn finish(mut self) -> Result<()> {
        if let Some(encoder) = self.encoder.take() {
            let Digesting { mut inner, digest } = encoder.finish().map_err(told(&self.path))?;
            inner.write_all(&trailer(digest.finalize())).map_err(told(&self.path))?;
            let file = inner.into_inner().map_err(|fault| told(&self.path)(fault.into_error()))?;
            file.sync_all().map_err(told(&self.path))?;
        }
        self.place()?;
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(told(&self.path))
    }
}

impl Writer {
    /// Gives the file its name, unless another file got that name meanwhile: a link never replaces one. Where the disk
    /// knows no links the name is taken first.
    fn place(&self) -> Result<()> {
        let taken = |fault: &std::io::Error| fault.kind() == std::io::ErrorKind::AlreadyExists;
        match std::fs::hard_link(&self.part, &self.path) {
            Ok(()) => return std::fs::remove_file(&self.part).map_err(told(&self.path)),
            Err(fault) if taken(&fault) => return Err(exists(&self.path)),
            Err(_) => {}
        }
        match std::fs::OpenOptions::new().write(true).create_new(true).open(&self.path) {
            Ok(_) => std::fs::rename(&self.part, &self.path).map_err(told(&self.path)),
            Err(fault) if taken(&fault) => Err(exists(&self.path)),
            Err(fault) => Err(told(&self.path)(fault)),
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // There is none left of a file that was finished.
        let _ = std::fs::remove_file(&self.part);
    }
}

pub fn refuse_existing(path: &Path) -> Result<()> {
    if path.symlink_metadata().is_ok() { Err(exists(path)) } else { Ok(()) }
}

fn exists(path: &Path) -> Error {
    Error::Invalid(Say::new("backup-file-exists").with("file", path.display()))
}

/// Longest line that is read, in bytes. A row holds at most some comments or mail texts, far less than this.
const LONGEST_LINE: u64 = 16 << 20;

/// The lines of a file whose every byte was checked.
pub struct Reader {
    text: BufReader<GzDecoder<std::io::Take<BufReader<File>>>>,
}

impl Reader {
    pub fn open(path: &Path) -> Result<Self> {
        let unreadable = |fault: std::io::Error| {
            Error::Invalid(Say::new("cli-unreadable").with("file", path.display()).with("fault", fault))
        };
        let mut file = File::open(path).map_err(unreadable)?;
        let length = file.metadata().map_err(unreadable)?.len();
        let mut head = Vec::new();
        (&mut file).take(2).read_to_end(&mut head).map_err(unreadable)?;
        if !HEADER.starts_with(&head) || head.is_empty() {
            return Err(Error::Invalid(Say::new("restore-no-backup").with("file", path.display())));
        }
        let Some(body) = length.checked_sub(TRAILER) else { return Err(damaged()) };
        file.seek(SeekFrom::Start(0)).map_err(unreadable)?;
        let mut digest = Sha256::new();
        let mut reader = BufReader::new(file);
        let mut left = body;
        while left > 0 {
            let buffer = reader.fill_buf().map_err(unreadable)?;
            let part = buffer.len().min(usize::try_from(left).unwrap_or(usize::MAX));
            if part == 0 {
                return Err(damaged());
            }
            digest.update(buffer.get(..part).unwrap_or_default());
            reader.consume(part);
            left -= u64::try_from(part).unwrap_or(left);
        }
        let mut end = Vec::new();
        reader.read_to_end(&mut end).map_err(unreadable)?;
        if end != trailer(digest.finalize()) {
            return Err(damaged());
        }
        reader.seek(SeekFrom::Start(0)).map_err(unreadable)?;
        Ok(Self { text: BufReader::new(GzDecoder::new(reader.take(body))) })
    }

    /// The next line; nothing at the end.
    pub fn line(&mut self) -> Result<Option<serde_json::Value>> {
        let mut line = Vec::new();
        let read = (&mut self.text).take(LONGEST_LINE + 1).read_until(b'\n', &mut line).map_err(|_| damaged())?;
        if read == 0 {
            return Ok(None);
        }
        if line.last() != Some(&b'\n') {
            return Err(damaged());
        }
        serde_json::from_slice(&line).map(Some).map_err(|_| damaged())
    }
}

pub fn damaged() -> Error {
    Error::invalid("restore-damaged")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<Vec<serde_json::Value>> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("file");
        std::fs::write(&path, bytes).expect("a file");
        let mut reader = Reader::open(&path)?;
        let mut lines = Vec::new();
        while let Some(line) = reader.line()? {
            lines.push(line);
        }
        Ok(lines)
    }

    #[test]
    fn one_bit_anywhere_or_a_byte_less_is_noticed() {
        let whole = of_lines([r#"{"one":1}"#, r#"["two",2.5,null]"#].into_iter()).expect("a file");
        assert_eq!(read(&whole).expect("lines").len(), 2);
        for place in 0..whole.len() {
            for bit in 0..8 {
                let mut bytes = whole.clone();
                bytes[place] ^= 1 << bit;
                assert!(read(&bytes).is_err(), "bit {bit} of byte {place}");
            }
            assert!(read(&whole[..place]).is_err(), "cut at {place}");
        }
        assert!(read(&[whole.clone(), vec![0]].concat()).is_err());
        let mut text = String::new();
        flate2::read::MultiGzDecoder::new(whole.as_slice()).read_to_string(&mut text).expect("what zcat prints");
        assert_eq!(text.lines().count(), 3);
        assert_eq!(text.lines().last().map(str::len), Some(64));
    }

    #[test]
    fn a_line_longer_than_any_row_is_a_damaged_file() {
        let most = usize::try_from(LONGEST_LINE).expect("a size");
        // With the quotes around it a line of exactly the most, then one byte more.
        for (length, readable) in [(most - 2, true), (most - 1, false)] {
            let line = format!("\"{}\"", "a".repeat(length));
            let whole = of_lines([line.as_str()].into_iter()).expect("a file");
            let told = read(&whole);
            assert_eq!(told.is_ok(), readable, "{length}");
            if let Err(fault) = told {
                assert_eq!(format!("{fault:?}"), format!("{:?}", damaged()));
            }
        }
        let whole = of_lines(["1", "22"].into_iter()).expect("a file");
        assert_eq!(read(&whole).expect("lines").len(), 2);
    }

    #[test]
    fn a_file_created_meanwhile_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("file");
        let names = || {
            let list = std::fs::read_dir(folder.path()).expect("a list").flatten();
            list.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect::<Vec<_>>()
        };
        let mut writer = Writer::begin(&path).expect("a beginning");
        writer.line(&serde_json::json!([1])).expect("a line");
        std::fs::write(&path, "somebody else's").expect("a file");
        let fault = writer.finish().expect_err("the name is taken");
        assert_eq!(format!("{fault:?}"), format!("{:?}", exists(&path)));
        assert_eq!(std::fs::read_to_string(&path).expect("the file"), "somebody else's");
        assert_eq!(names(), ["file"], "nothing half written stays");

        std::fs::remove_file(&path).expect("gone");
        let mut writer = Writer::begin(&path).expect("a beginning");
        writer.line(&serde_json::json!([1])).expect("a line");
        writer.finish().expect("a file");
        assert_eq!(names(), ["file"]);
        assert_eq!(Reader::open(&path).expect("a backup").line().expect("a line"), Some(serde_json::json!([1])));
    }
}

//! The file of a backup: a gzip text that `zcat` prints, one JSON value a line. First what the file is, then for each
//! table its columns and its rows, at the end how many rows there are. A second gzip member of fixed length holds the
//! SHA-256 of everything before it: not one byte can change unseen. Written under another name, then renamed; refused:
//! a file that is there already.

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
        refuse_existing(&self.path)?;
        std::fs::rename(&self.part, &self.path).map_err(told(&self.path))?;
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(told(&self.path))
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // There is none left of a file that was finished.
        let _ = std::fs::remove_file(&self.part);
    }
}

pub fn refuse_existing(path: &Path) -> Result<()> {
    if path.symlink_metadata().is_ok() {
        return Err(Error::Invalid(Say::new("backup-file-exists").with("file", path.display())));
    }
    Ok(())
}

/// The lines of a file whose every byte was checked.
pub struct Reader {
    lines: std::io::Lines<BufReader<GzDecoder<std::io::Take<BufReader<File>>>>>,
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
        Ok(Self { lines: BufReader::new(GzDecoder::new(reader.take(body))).lines() })
    }

    /// The next line; nothing at the end.
    pub fn line(&mut self) -> Result<Option<serde_json::Value>> {
        let Some(line) = self.lines.next() else { return Ok(None) };
        let line = line.map_err(|_| damaged())?;
        serde_json::from_str(&line).map(Some).map_err(|_| damaged())
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
}

//! A browser's requests over one connection kept open. A connection that breaks is an `Err`, anything unexpected said
//! over it ends the program.

use std::io::{BufRead, BufReader, Read, Result, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::made::{ON_A_PAGE, SENT};
use super::questions;

pub const STEPS: [&str; 6] = ["GET welcome", "POST choice", "GET page", "POST page", "GET check", "POST sending"];

pub struct Browser(BufReader<TcpStream>);

impl Browser {
    pub fn new(address: &str) -> Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        Ok(Self(BufReader::new(stream)))
    }

    /// The time of a request that gives a page, or that leads to `to`.
    pub fn ask(&mut self, method: &str, path: &str, form: &str, to: &str) -> Result<Duration> {
        let start = Instant::now();
        let (status, location, body) = self.send(method, path, form)?;
        let took = start.elapsed();
        let expected = if to.is_empty() { 200 } else { 303 };
        assert!(
            status == expected && location == to && (status == 303 || !body.is_empty()),
            "{method} {path}: {status} {location:?}, not {expected} {to:?}"
        );
        Ok(took)
    }

    pub fn send(&mut self, method: &str, path: &str, form: &str) -> Result<(u16, String, Vec<u8>)> {
        let form_headers = if method == "POST" {
            format!("content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n", form.len())
        } else {
            String::new()
        };
        let request =
            format!("{method} {path} HTTP/1.1\r\nhost: localhost\r\naccept-encoding: gzip\r\n{form_headers}\r\n{form}");
        self.0.get_mut().write_all(request.as_bytes())?;
        let status = self.line()?.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a status");
        let (mut length, mut chunked, mut location) = (0, false, String::new());
        loop {
            let line = self.line()?;
            let Some((name, value)) = line.split_once(": ") else { break };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.parse().expect("a length"),
                "transfer-encoding" => chunked = value == "chunked",
                "location" => value.clone_into(&mut location),
                _ => {}
            }
        }
        if !chunked {
            return Ok((status, location, self.bytes(length)?));
        }
        let mut body = Vec::new();
        loop {
            let size = usize::from_str_radix(&self.line()?, 16).expect("a chunk's size");
            body.extend(self.bytes(size)?);
            self.line()?;
            if size == 0 {
                return Ok((status, location, body));
            }
        }
    }

    /// A line without its end.
    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        if self.0.read_line(&mut line)? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        Ok(line.trim_end().to_owned())
    }

    fn bytes(&mut self, count: usize) -> Result<Vec<u8>> {
        let mut bytes = vec![0; count];
        self.0.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

impl Browser {
    /// Welcome to sending; gives the time of each request with its place in [`STEPS`]. Anything but the expected answer
    /// ends the program.
    pub fn journey(&mut self, link: &str) -> Result<Vec<(usize, Duration)>> {
        let (first, check) = (format!("{link}/1"), format!("{link}/check"));
        let mut times = vec![(0, self.ask("GET", link, "", "")?), (1, self.ask("POST", link, "service=it", &first)?)];
        let (of, pages) = (questions(), questions().div_ceil(ON_A_PAGE));
        // As the product spreads them: about equally, the first pages one more.
        let start = |page: usize| page * (of / pages) + page.min(of % pages);
        for page in 1..=pages {
            let (here, next) = (format!("{link}/{page}"), format!("{link}/{}", page + 1));
            let next = if page == pages { &check } else { &next };
            times.push((2, self.ask("GET", &here, "", "")?));
            let answer = |number: usize| format!("q_own_{number}={}&", 1 + number % 5);
            let answers: String = (start(page - 1)..start(page)).map(answer).collect();
            let form = format!("{answers}service=it&part={}&go=next", page - 1);
            times.push((3, self.ask("POST", &here, &form, next)?));
        }
        times.push((4, self.ask("GET", &check, "", "")?));
        times.push((5, self.ask("POST", &format!("{link}/sending"), "", &format!("{link}{SENT}"))?));
        Ok(times)
    }
}

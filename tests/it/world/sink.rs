//! A mail server on loopback that keeps what it took and answers by a script: yes, not now, no, too late, or nothing.

use std::io::{BufRead, BufReader, Lines, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use mailparse::MailHeaderMap;

/// What the server does about one mail, known by its address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    Yes,
    /// This instead of 250 to `RCPT TO`.
    Reply(&'static str),
    /// This instead of 250 after the text of the mail, which is not kept.
    ReplyAfterText(&'static str),
    /// Nothing to `RCPT TO`: it hangs up.
    HangUp,
    /// It hangs up in the middle of the text.
    CutInText,
    /// It takes the mail and hangs up before it says so.
    CutAfterText,
    /// Yes, after a while.
    Slowly(Duration),
}

type Script = dyn FnMut(&str) -> Says + Send;

#[derive(Clone)]
pub struct Sink {
    pub port: u16,
    mails: Arc<Mutex<Vec<String>>>,
    script: Arc<Mutex<Box<Script>>>,
    /// It hangs up on whoever connects.
    away: Arc<AtomicBool>,
    /// So many connections are taken at once; 0: as many as come.
    most: Arc<AtomicUsize>,
    connected: Arc<AtomicUsize>,
    /// It says that it gives envelopes' ids back.
    keeps_ids: Arc<AtomicBool>,
    envelopes: Arc<Mutex<Vec<String>>>,
}

impl Sink {
    pub fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let sink = Self {
            port,
            mails: Arc::default(),
            script: Arc::new(Mutex::new(Box::new(|_| Says::Yes))),
            away: Arc::default(),
            most: Arc::default(),
            connected: Arc::default(),
            keeps_ids: Arc::default(),
            envelopes: Arc::default(),
        };
        let server = sink.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if server.away.load(Ordering::Relaxed) {
                    continue;
                }
                let server = server.clone();
                let most = server.most.load(Ordering::Relaxed);
                if server.connected.fetch_add(1, Ordering::SeqCst) >= most && most > 0 {
                    server.connected.fetch_sub(1, Ordering::SeqCst);
                    continue;
                }
                std::thread::spawn(move || {
                    // A client that hangs up ends its conversation, and nothing else.
                    let _ = server.talk(stream);
                    server.connected.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        sink
    }

    fn talk(&self, stream: TcpStream) -> std::io::Result<()> {
        stream.set_nodelay(true)?;
        let mut out = stream.try_clone()?;
        out.write_all(b"220 sink\r\n")?;
        let mut lines = BufReader::new(stream).lines();
        let mut says = Says::Yes;
        while let Some(line) = lines.next() {
            let line = line?;
            let reply = if let Some(address) = line.strip_prefix("RCPT TO:") {
                let address = address.trim_matches(['<', '>', ' ']).to_owned();
                says = (self.script.lock().expect("the script"))(&address);
                match says {
                    Says::HangUp => return Ok(()),
                    Says::Reply(reply) => reply,
                    _ => "250 ok",
                }
            } else if line == "DATA" {
                out.write_all(b"354 go on\r\n")?;
                if says == Says::CutInText {
                    let _ = lines.next();
                    return Ok(());
                }
                let mail = text(&mut lines)?;
                match says {
                    Says::ReplyAfterText(reply) => reply,
                    Says::CutAfterText => {
                        self.keep(mail);
                        return Ok(());
                    }
                    Says::Slowly(time) => {
                        std::thread::sleep(time);
                        self.keep(mail);
                        "250 taken"
                    }
                    _ => {
                        self.keep(mail);
                        "250 taken"
                    }
                }
            } else if line.starts_with("EHLO") && self.keeps_ids.load(Ordering::Relaxed) {
                "250-sink\r\n250 DSN"
            } else if line.starts_with("MAIL FROM:") {
                self.envelopes.lock().expect("the envelopes").push(line);
                "250 ok"
            } else if line == "QUIT" {
                "221 bye"
            } else {
                "250 ok"
            };
            out.write_all(format!("{reply}\r\n").as_bytes())?;
        }
        Ok(())
    }

    fn keep(&self, mail: String) {
        self.mails.lock().expect("the mails").push(mail);
    }

    pub fn answers(&self, script: impl FnMut(&str) -> Says + Send + 'static) {
        *self.script.lock().expect("the script") = Box::new(script);
    }

    pub fn is_away(&self, away: bool) {
        self.away.store(away, Ordering::Relaxed);
    }

    pub fn takes_at_once(&self, most: usize) {
        self.most.store(most, Ordering::Relaxed);
    }

    pub fn keeps_ids(&self) {
        self.keeps_ids.store(true, Ordering::Relaxed);
    }

    /// The lines that began each mail.
    pub fn envelopes(&self) -> Vec<String> {
        self.envelopes.lock().expect("the envelopes").clone()
    }

    pub fn taken(&self) -> Vec<String> {
        self.mails.lock().expect("the mails").clone()
    }

    pub fn count(&self) -> usize {
        self.mails.lock().expect("the mails").len()
    }

    /// The addresses of the mails taken, sorted.
    pub fn reached(&self) -> Vec<String> {
        let mut all: Vec<String> = self.taken().iter().map(|mail| to(mail)).collect();
        all.sort();
        all
    }
}

/// A mail's text up to the lone dot; an end before it is a fault, and the mail was not taken.
fn text(lines: &mut Lines<BufReader<TcpStream>>) -> std::io::Result<String> {
    let mut mail = String::new();
    for line in lines {
        let line = line?;
        if line == "." {
            return Ok(mail);
        }
        mail += line.strip_prefix('.').unwrap_or(&line);
        mail += "\r\n";
    }
    Err(std::io::ErrorKind::UnexpectedEof.into())
}

pub fn header(mail: &str, name: &str) -> String {
    let parsed = mailparse::parse_mail(mail.as_bytes()).expect("a mail");
    parsed.headers.get_first_value(name).unwrap_or_default()
}

pub fn to(mail: &str) -> String {
    header(mail, "To").split('<').next_back().unwrap_or_default().trim_end_matches('>').to_owned()
}

//! A browser without windows: keeps cookies, follows nothing by itself, fills forms with the page's own token.

use std::collections::BTreeMap;
use std::rc::Rc;

use actix_http::Request;
use actix_web::body::to_bytes;
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap};
use actix_web::test::{TestRequest, init_service};
use barometer::app::App;
use barometer::db::ids::PersonId;
use futures_util::future::LocalBoxFuture;

type Call = Rc<dyn Fn(Request) -> LocalBoxFuture<'static, Reply>>;

#[derive(Clone)]
pub struct Visitor {
    call: Call,
    pub cookies: BTreeMap<String, String>,
    pub language: &'static str,
}

#[derive(Debug, Clone)]
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Reply {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn location(&self) -> String {
        self.headers
            .get(header::LOCATION)
            .unwrap_or_else(|| panic!("no redirect but {}: {}", self.status, self.main()))
            .to_str()
            .expect("a readable location")
            .to_owned()
    }

    /// The page's main element as text without tags, white space folded: what a reader reads.
    pub fn main(&self) -> String {
        let text = self.text();
        let main = text.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).map_or(&*text, |(m, _)| m);
        let mut words = String::new();
        let mut inside = false;
        for c in main.split_once('>').map_or(main, |(_, rest)| rest).chars() {
            match c {
                '<' => inside = true,
                '>' => {
                    inside = false;
                    words.push(' ');
                }
                c if !inside => words.push(c),
                _ => {}
            }
        }
        words
            .replace("&#x27;", "'")
            .replace("&quot;", "\"")
            .replace("&amp;", "&")
            .replace(['\u{a0}', '\u{202f}'], " ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[track_caller]
    pub fn ok(self) -> Self {
        assert_eq!(self.status, StatusCode::OK, "{}", self.main());
        self
    }

    /// The value of a hidden field of the page.
    pub fn hidden(&self, name: &str) -> String {
        let text = self.text();
        let mark = format!("name=\"{name}\" value=\"");
        text.split_once(&mark)
            .and_then(|(_, rest)| rest.split_once('"'))
            .map(|(value, _)| value.to_owned())
            .unwrap_or_else(|| panic!("no hidden field {name} in: {}", self.main()))
    }
}

impl Visitor {
    pub async fn new(app: &App) -> Self {
        let service = Rc::new(init_service(barometer::doors::routes::application(app.clone())).await);
        let call: Call = Rc::new(move |request| {
            let service = service.clone();
            Box::pin(async move {
                let response: ServiceResponse<_> = match service.call(request).await {
                    Ok(response) => response,
                    Err(fault) => panic!("a request left the application as an error: {fault}"),
                };
                let (status, headers) = (response.status(), response.headers().clone());
                let bytes = to_bytes(response.into_body()).await.unwrap_or_default().to_vec();
                Reply { status, headers, bytes }
            })
        });
        Self { call, cookies: BTreeMap::new(), language: "fr" }
    }

    pub async fn sign_in(&mut self, app: &App, person: PersonId) {
        let mut response = actix_web::HttpResponse::Ok().finish();
        barometer::web::session::begin(app, person, None, &mut response).await.expect("a session");
        self.keep(response.headers());
    }

    pub async fn get(&mut self, path: &str) -> Reply {
        self.send(TestRequest::get().uri(path)).await
    }

    /// Posts a form; for staff, with the session's own token.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let mut fields: Vec<(String, String)> =
            fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        if self.cookies.contains_key("session") && !fields.iter().any(|(name, _)| name == "csrf") {
            fields.push(("csrf".to_owned(), self.csrf().await));
        }
        self.send(TestRequest::post().uri(path).set_form(fields)).await
    }

    /// Posts a form with a file, as a browser does.
    pub async fn upload(&mut self, path: &str, fields: &[(&str, &str)], file: &[u8]) -> Reply {
        let csrf = self.csrf().await;
        let mut body = Vec::new();
        for (name, value) in fields.iter().chain([&("csrf", csrf.as_str())]) {
            body.extend(format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
        }
        body.extend(
            b"--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n",
        );
        body.extend(file);
        body.extend(b"\r\n--cut--\r\n");
        let request = TestRequest::post()
            .uri(path)
            .insert_header((header::CONTENT_TYPE, "multipart/form-data; boundary=cut"))
            .set_payload(body);
        self.send(request).await
    }

    async fn csrf(&mut self) -> String {
        let mut page = String::new();
        for path in ["/", "/actions", "/people", "/settings"] {
            page = self.get(path).await.text();
            if page.contains("name=\"csrf\"") {
                break;
            }
        }
        page.split_once("name=\"csrf\" value=\"")
            .and_then(|(_, rest)| rest.split_once('"'))
            .map(|(value, _)| value.to_owned())
            .expect("a page with a form token")
    }

    pub async fn send(&mut self, request: TestRequest) -> Reply {
        let mut request = request.insert_header((header::ACCEPT_LANGUAGE, self.language));
        for (name, value) in &self.cookies {
            request = request.cookie(actix_web::cookie::Cookie::new(name.clone(), value.clone()));
        }
        let reply = (self.call)(request.to_request()).await;
        self.keep(&reply.headers);
        reply
    }

    /// A cookie that somebody put into their browser by hand.
    pub fn holds(&mut self, cookie: &str, value: String) {
        self.cookies.insert(cookie.to_owned(), value);
    }

    fn keep(&mut self, headers: &HeaderMap) {
        for header in headers.get_all(header::SET_COOKIE) {
            let Ok(cookie) = actix_web::cookie::Cookie::parse(header.to_str().unwrap_or_default().to_owned()) else {
                continue;
            };
            if cookie.max_age().is_some_and(|age| age.is_zero()) {
                self.cookies.remove(cookie.name());
            } else {
                self.cookies.insert(cookie.name().to_owned(), cookie.value().to_owned());
            }
        }
    }
}

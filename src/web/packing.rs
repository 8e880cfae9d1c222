//! Compression of what is whole at once, here and now and with a compressor that stays: the general way makes a new one
//! for each page, and carries each page to another thread and back.

use std::cell::RefCell;

use actix_web::body::{BoxBody, MessageBody, to_bytes};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Version;
use actix_web::http::header::{self, HeaderMap, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Bytes;
use flate2::{Compress, Compression, Crc, FlushCompress, Status};

use crate::error::{Error, Result};

/// A text under this size travels in one packet as it is.
const SMALL: usize = 256;
/// Magic number, deflate, no flags, no time, unknown system.
const HEADER: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];

thread_local! {
    static COMPRESSOR: RefCell<Compress> = RefCell::new(Compress::new(Compression::fast(), false));
}

/// Does whoever sends these headers take gzip?
pub fn takes_gzip(headers: &HeaderMap) -> bool {
    let value = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    value.split(',').any(|part| {
        let (name, weight) = part.split_once(';').unwrap_or((part, ""));
        let weight = weight.trim().strip_prefix("q=").map_or(Ok(1.0), str::parse::<f32>);
        matches!(name.trim(), "gzip" | "x-gzip" | "*") && weight.is_ok_and(|weight| weight > 0.0)
    })
}

/// `text` as a gzip file.
pub fn gzip(text: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() / 3 + 256);
    out.extend(HEADER);
    COMPRESSOR.with_borrow_mut(|compressor| {
        compressor.reset();
        deflate(compressor, text, FlushCompress::Finish, &mut out)
    })?;
    let mut crc = Crc::new();
    crc.update(text);
    end(&crc, &mut out);
    Ok(out)
}

fn deflate(compressor: &mut Compress, text: &[u8], flush: FlushCompress, out: &mut Vec<u8>) -> Result<()> {
    let start = compressor.total_in();
    loop {
        let taken = usize::try_from(compressor.total_in() - start).map_err(Error::internal)?;
        let rest = text.get(taken..).unwrap_or_default();
        let room = out.capacity() - out.len();
        let status = compressor.compress_vec(rest, out, flush).map_err(Error::internal)?;
        // A flush is over once it left room in what it was given.
        if status == Status::StreamEnd || (flush != FlushCompress::Finish && room > 0 && out.len() < out.capacity()) {
            return Ok(());
        }
        out.reserve(4096);
    }
}

/// The sum and the length at the end of a gzip file.
fn end(crc: &Crc, out: &mut Vec<u8>) {
    out.extend(crc.sum().to_le_bytes());
    out.extend(crc.amount().to_le_bytes());
}

/// Packs each whole answer for those who take that. Who speaks HTTP/1.0 gets nothing in chunks, which it does not know:
/// w3m asks so, and showed an empty page.
pub async fn pack<B: MessageBody + 'static>(
    req: ServiceRequest,
    next: Next<B>,
) -> std::result::Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let (gzips, old) = (takes_gzip(req.headers()), req.version() < Version::HTTP_11);
    let (request, response) = next.call(req).await?.into_parts();
    let (mut response, body) = response.into_parts();
    let whole = match body.try_into_bytes() {
        Ok(whole) => whole,
        Err(body) if old => to_bytes(body).await.map_err(|fault| Error::Internal(fault.into().to_string()))?,
        Err(body) => return Ok(ServiceResponse::new(request, response.set_body(BoxBody::new(body)))),
    };
    let headers = response.headers_mut();
    if whole.len() < SMALL || headers.contains_key(header::CONTENT_ENCODING) {
        return Ok(ServiceResponse::new(request, response.set_body(BoxBody::new(whole))));
    }
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    let body = if gzips {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        Bytes::from(gzip(&whole)?)
    } else {
        whole
    };
    Ok(ServiceResponse::new(request, response.set_body(BoxBody::new(body))))
}

/// A page made once for many, but for their link: rendered, cut where the link stood, and each piece compressed.
pub struct Mould(Vec<Piece>);

struct Piece {
    deflated: Vec<u8>,
    crc: Crc,
}

impl Mould {
    /// Of `page`, rendered for the holder of `token`, who is not in it any more.
    pub fn of(page: &str, token: &str) -> Result<Self> {
        let piece = |text: &str| {
            let (mut deflated, mut crc) = (Vec::with_capacity(text.len() / 2 + 64), Crc::new());
            // Flushed so that what follows may begin with anything.
            deflate(
                &mut Compress::new(Compression::best(), false),
                text.as_bytes(),
                FlushCompress::Full,
                &mut deflated,
            )?;
            crc.update(text.as_bytes());
            deflated.shrink_to_fit();
            Ok(Piece { deflated, crc })
        };
        page.split(token).map(piece).collect::<Result<_>>().map(Self)
    }

    /// The page for the holder of `token`, as a gzip file.
    pub fn gzip(&self, token: &str) -> Result<Vec<u8>> {
        let length = u16::try_from(token.len()).map_err(Error::internal)?;
        let mut own = Crc::new();
        own.update(token.as_bytes());
        let size: usize = self.0.iter().map(|piece| piece.deflated.len() + token.len() + 5).sum();
        let (mut out, mut crc) = (Vec::with_capacity(size + 32), Crc::new());
        out.extend(HEADER);
        for (place, piece) in self.0.iter().enumerate() {
            if place > 0 {
                // A block that is stored as it is: not the last one, its length, the length's complement.
                out.push(0);
                out.extend(length.to_le_bytes());
                out.extend((!length).to_le_bytes());
                out.extend(token.as_bytes());
                crc.combine(&own);
            }
            out.extend(&piece.deflated);
            crc.combine(&piece.crc);
        }
        // The last block, with nothing in it.
        out.extend([3, 0]);
        end(&crc, &mut out);
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn unzipped(bytes: &[u8]) -> String {
        let mut text = String::new();
        flate2::read::GzDecoder::new(bytes).read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn what_is_packed_is_unpacked_as_it_was() {
        let long: String = (0..40_000).map(|number| format!("{} ", number * number % 977)).collect();
        for text in ["", "é", "<p>Très satisfait</p>", &long] {
            assert_eq!(unzipped(&gzip(text.as_bytes()).unwrap()), text);
        }
    }

    #[test]
    fn a_page_made_once_is_the_page_made_anew() {
        let long: String = (0..9_000).map(|number| format!("{} ", number * number % 977)).collect();
        for page in
            ["nothing", "TOKEN", "<a href=\"/r/TOKEN/1\">é</a><a href=\"/r/TOKEN\">", &format!("{long}TOKEN{long}")]
        {
            let mould = Mould::of(page, "TOKEN").unwrap();
            for token in ["TOKEN", "another one", "0alMjqlVCWAZuDDJDlKHL8VrszVc6ZqisU3KzO8X5Ms"] {
                let expected = page.replace("TOKEN", token);
                assert_eq!(unzipped(&mould.gzip(token).unwrap()), expected);
            }
        }
    }

    #[test]
    fn gzip_goes_to_those_who_take_it() {
        let takes = |value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(value));
            takes_gzip(&headers)
        };
        for value in ["gzip", "gzip, deflate, br", "br;q=1.0, gzip;q=0.8", "*", "deflate, gzip ; q=0.1"] {
            assert!(takes(value), "{value}");
        }
        for value in ["", "br", "identity", "gzip;q=0", "gzip;q=x", "deflate, gzip;q=0.0"] {
            assert!(!takes(value), "{value}");
        }
        assert!(!takes_gzip(&HeaderMap::new()));
    }
}

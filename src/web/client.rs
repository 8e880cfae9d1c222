//! From where a request comes: the connection, or behind proxies that are trusted the address that they name.

use std::net::{IpAddr, SocketAddr};

use actix_web::HttpRequest;
use actix_web::http::header::HeaderMap;

use crate::config::{Forwarding, Proxies};

/// The address of whoever asks; none for a connection without one.
pub fn address(req: &HttpRequest, proxies: &Proxies) -> Option<IpAddr> {
    let peer = req.peer_addr()?.ip().to_canonical();
    Some(behind(peer, req.headers(), proxies))
}

/// Each proxy writes whom it got the request from behind what stood there: read from its end, as long as whoever wrote it
/// is trusted. What cannot be read stays with the last one who is.
fn behind(peer: IpAddr, headers: &HeaderMap, proxies: &Proxies) -> IpAddr {
    let (name, read): (&str, fn(&str) -> Option<IpAddr>) = match proxies.header {
        Forwarding::XForwardedFor => ("x-forwarded-for", host),
        Forwarding::Forwarded => ("forwarded", forwarded_for),
    };
    let lines: Vec<&str> = headers.get_all(name).filter_map(|line| line.to_str().ok()).collect();
    let mut named = lines.iter().rev().flat_map(|line| line.rsplit(',')).map(str::trim);
    let mut client = peer;
    while proxies.trusts(client) {
        match named.next().and_then(read) {
            Some(next) => client = next.to_canonical(),
            None => break,
        }
    }
    client
}

/// `192.0.2.7`, `192.0.2.7:4711`, `2001:db8::7` or `[2001:db8::7]:4711`.
fn host(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    bare.parse().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

/// One element of RFC 7239: `for="[2001:db8::7]:4711";proto=https`. "unknown" and hidden names are no address.
fn forwarded_for(element: &str) -> Option<IpAddr> {
    let pairs = element.split(';').filter_map(|pair| pair.split_once('='));
    let mut named = pairs.filter(|(name, _)| name.trim().eq_ignore_ascii_case("for"));
    host(named.next()?.1.trim().trim_matches('"'))
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{HeaderName, HeaderValue};

    use super::*;

    fn asked(trusted: &str, header: &str, peer: &str, lines: &[&str]) -> String {
        let proxies = Proxies::read(trusted, header).expect("proxies");
        let mut headers = HeaderMap::new();
        for line in lines {
            let name = if header == "forwarded" { "forwarded" } else { "x-forwarded-for" };
            headers.append(HeaderName::from_static(name), HeaderValue::from_str(line).expect("a value"));
        }
        behind(peer.parse().expect("an address"), &headers, &proxies).to_string()
    }

    #[test]
    fn only_what_a_trusted_proxy_wrote_is_believed() {
        let far = "198.51.100.9";
        // Nobody is trusted: a header is what anybody writes.
        assert_eq!(asked("", "", "192.0.2.1", &[far]), "192.0.2.1");
        assert_eq!(asked("192.0.2.1", "", "192.0.2.1", &[far]), far);
        assert_eq!(asked("192.0.2.0/24", "", "203.0.113.5", &[far]), "203.0.113.5", "another peer");
        // What the client made up stands in front of what the proxy wrote.
        assert_eq!(asked("192.0.2.1", "", "192.0.2.1", &[&format!("10.0.0.1, {far}")]), far);
        assert_eq!(asked("192.0.2.1", "", "192.0.2.1", &["10.0.0.1", far]), far, "in lines of their own");
        // Two proxies in a row.
        assert_eq!(asked("192.0.2.1, 10.0.0.0/8", "", "192.0.2.1", &[&format!("{far}, 10.2.3.4")]), far);
        // Nothing readable: the proxy itself, as without it.
        for odd in ["", "unknown", "_hidden", "1.2.3", "a, b"] {
            assert_eq!(asked("192.0.2.1", "", "192.0.2.1", &[odd]), "192.0.2.1", "{odd}");
        }
    }

    #[test]
    fn addresses_are_read_as_proxies_write_them() {
        for (line, address) in [
            ("198.51.100.9:4711", "198.51.100.9"),
            ("2001:db8::7", "2001:db8::7"),
            ("[2001:db8::7]:4711", "2001:db8::7"),
            ("[2001:db8::7]", "2001:db8::7"),
        ] {
            assert_eq!(asked("192.0.2.1", "", "192.0.2.1", &[line]), address);
        }
        for (line, address) in [
            ("for=198.51.100.9;proto=https", "198.51.100.9"),
            ("proto=https; For=\"[2001:db8::7]:4711\"", "2001:db8::7"),
            ("for=unknown", "192.0.2.1"),
            ("for=10.0.0.1, for=198.51.100.9", "198.51.100.9"),
        ] {
            assert_eq!(asked("192.0.2.1", "forwarded", "192.0.2.1", &[line]), address, "{line}");
        }
    }
}

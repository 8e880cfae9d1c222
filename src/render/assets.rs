//! The stylesheet and the icon, embedded; their address carries a digest, so browsers may keep them for a year.

use std::sync::LazyLock;

use sha2::{Digest, Sha256};

pub struct Asset {
    pub name: &'static str,
    pub content_type: &'static str,
    pub body: &'static str,
}

pub const ASSETS: &[Asset] = &[
    Asset {
        name: "barometer.css",
        content_type: "text/css; charset=utf-8",
        body: include_str!("../../assets/barometer.css"),
    },
    Asset { name: "icon.svg", content_type: "image/svg+xml", body: include_str!("../../assets/icon.svg") },
];

/// One digest over all assets: they change together, with the program.
pub static DIGEST: LazyLock<String> = LazyLock::new(|| {
    let mut digest = Sha256::new();
    for asset in ASSETS {
        digest.update(asset.body.as_bytes());
    }
    digest.finalize().iter().take(5).map(|byte| format!("{byte:02x}")).collect()
});

//! A QR code as an inline drawing: one path, black on white whatever the theme, with the quiet zone scanners need.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};

use crate::error::{Error, Result};

const QUIET: usize = 4;

/// The drawing of `text`; hidden from screen readers, which find the same address in words beside it.
pub fn drawing(text: &str) -> Result<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(Error::internal)?;
    let (width, modules) = (code.width(), code.to_colors());
    let mut path = String::new();
    for (y, row) in modules.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, other| one == other) {
            if run.first() == Some(&Color::Dark) {
                let (left, top, long) = (x + QUIET, y + QUIET, run.len());
                write!(path, "M{left} {top}h{long}v1h-{long}z").map_err(Error::internal)?;
            }
            x += run.len();
        }
    }
    let side = width + 2 * QUIET;
    Ok(format!(
        "<svg class=\"qr\" viewBox=\"0 0 {side} {side}\" aria-hidden=\"true\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_module_is_drawn_once() {
        let text = "https://example.org/r/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        let drawn = drawing(text).unwrap();
        let dark = QrCode::with_error_correction_level(text, EcLevel::M).unwrap().to_colors();
        let dark = dark.into_iter().filter(|module| *module == Color::Dark).count();
        let path = drawn.rsplit("d=\"").next().unwrap();
        let runs = path.split('h').skip(1).step_by(2).filter_map(|run| run.split('v').next()?.parse::<usize>().ok());
        assert_eq!(runs.sum::<usize>(), dark);
    }
}

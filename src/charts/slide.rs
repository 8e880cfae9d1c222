//! A chart on its own, for a slide or a document: it brings its ground, its colours, its name and its source, because
//! nothing around it says them. As an SVG whose texts are texts, and as a picture drawn from that SVG with a typeface
//! that the program holds.

use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use png::text_metadata::ITXtChunk;
use resvg::usvg::{self, fontdb};
use resvg::{tiny_skia, tiny_skia::Pixmap};

use super::ChartError;
use super::ink::Ink;
use super::lettering::fit;
use super::svg::escape;

/// What stands around a chart that is on its own.
#[derive(Debug, Clone)]
pub struct Slide<'a> {
    /// A chart of this slice, as the page holds it.
    pub chart: &'a str,
    pub title: &'a str,
    /// Of which service and wave.
    pub about: &'a str,
    /// On how many answers it rests, and what the publication is called.
    pub source: &'a str,
}

const MARGIN: i32 = 24;
/// Baselines of title and second line, and where the chart begins.
const TITLE: (i32, i32) = (44, 22);
const ABOUT: (i32, i32) = (68, 15);
const TOP: i32 = 88;
/// From the chart's end to the baseline of its source, and to the end.
const SOURCE: (i32, i32) = (30, 12);
const FOOT: i32 = 46;

/// The typeface that pictures are drawn with, and what others have in its place.
const FAMILIES: &str = "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

impl Slide<'_> {
    /// An SVG that needs nothing around it: colours, not tokens; a white ground; no style sheet.
    pub fn svg(&self) -> Result<String, ChartError> {
        let chart = Parts::of(self.chart).ok_or_else(|| ChartError::Drawing("not a chart of ours".to_owned()))?;
        let (width, height) = (chart.size.0 + 2 * MARGIN, chart.size.1 + TOP + FOOT);
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" font-family=\"{FAMILIES}\">"
        );
        let _ = write!(out, "<title>{}, {}</title>", escape(self.title), escape(self.about));
        if !chart.desc.is_empty() {
            let _ = write!(out, "<desc>{}</desc>", chart.desc);
        }
        let _ = write!(out, "<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>");
        let mut line = |text: &str, (y, size): (i32, i32), bold: bool, ink: Ink| {
            let text = escape(&fit(text, size, bold, chart.size.0));
            let (weight, colour) = (if bold { " font-weight=\"600\"" } else { "" }, ink.colour());
            let _ = write!(
                out,
                "<text x=\"{MARGIN}\" y=\"{y}\" font-size=\"{size}\"{weight} fill=\"{colour}\">{text}</text>"
            );
        };
        line(self.title, TITLE, true, Ink::Text);
        line(self.about, ABOUT, false, Ink::Soft);
        line(self.source, (TOP + chart.size.1 + SOURCE.0, SOURCE.1), false, Ink::Soft);
        let body = level(&Ink::coloured(chart.body));
        let _ = write!(out, "<g transform=\"translate({MARGIN} {TOP})\">{body}</g></svg>");
        Ok(out)
    }

    /// The same as a picture of twice its size. Its name and description travel in it as texts.
    pub fn png(&self) -> Result<Vec<u8>, ChartError> {
        const TIMES: u16 = 2;
        let failed = |fault: &dyn std::fmt::Display| ChartError::Drawing(fault.to_string());
        let options = usvg::Options { fontdb: Arc::clone(&FONTS), ..usvg::Options::default() };
        let tree = usvg::Tree::from_str(&self.svg()?, &options).map_err(|fault| failed(&fault))?;
        let size = tree.size().to_int_size();
        let (width, height) = (size.width() * u32::from(TIMES), size.height() * u32::from(TIMES));
        let mut picture = Pixmap::new(width, height).ok_or(ChartError::Empty)?;
        let scale = f32::from(TIMES);
        resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut picture.as_mut());
        // The ground covers all of it: nothing is transparent.
        let colours: Vec<u8> = picture.data().chunks_exact(4).flat_map(|dot| dot.iter().take(3).copied()).collect();
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::High);
        let mut writer = encoder.write_header().map_err(|fault| failed(&fault))?;
        let desc = Parts::of(self.chart).map_or("", |chart| chart.desc);
        let texts = [("Title", format!("{}, {}", self.title, self.about)), ("Description", unescape(desc))];
        for (keyword, text) in texts.into_iter().chain([("Source", self.source.to_owned())]) {
            writer.write_text_chunk(&ITXtChunk::new(keyword, text)).map_err(|fault| failed(&fault))?;
        }
        writer.write_image_data(&colours).map_err(|fault| failed(&fault))?;
        writer.finish().map_err(|fault| failed(&fault))?;
        Ok(bytes)
    }
}

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(include_bytes!("../../assets/fonts/Inter-Regular.ttf").to_vec());
    fonts.load_font_data(include_bytes!("../../assets/fonts/Inter-SemiBold.ttf").to_vec());
    fonts.set_sans_serif_family("Inter");
    Arc::new(fonts)
});

/// A chart taken apart.
struct Parts<'a> {
    size: (i32, i32),
    /// As it stands in the SVG.
    desc: &'a str,
    body: &'a str,
}

impl<'a> Parts<'a> {
    fn of(svg: &'a str) -> Option<Self> {
        let (head, rest) = svg.split_once('>')?;
        let (_, size) = head.split_once("viewBox=\"0 0 ")?;
        let (width, height) = size.strip_suffix('"')?.split_once(' ')?;
        let (_, body) = rest.split_once("</title>")?;
        let (desc, body) = match body.strip_prefix("<desc").and_then(|rest| rest.split_once("</desc>")) {
            Some((desc, body)) => (desc.split_once('>')?.1, body),
            None => ("", body),
        };
        let body = body.strip_suffix("</svg>")?;
        Some(Self { size: (width.parse().ok()?, height.parse().ok()?), desc, body })
    }
}

/// Texts that hang by the middle of their figures, hung by their baseline: not every program that draws SVG knows how
/// far a part of the size is.
fn level(svg: &str) -> String {
    const HANGS: &str = " dy=\"0.35em\"";
    let mut out = String::with_capacity(svg.len());
    for (place, piece) in svg.split("<text ").enumerate() {
        if place == 0 {
            out.push_str(piece);
            continue;
        }
        let (tag, rest) = piece.split_once('>').unwrap_or((piece, ""));
        let value = |key: &str| {
            let (_, from) = tag.split_once(&format!("{key}=\""))?;
            from.split('"').next()?.parse::<f64>().ok()
        };
        let tag = match (tag.contains(HANGS), value("y"), value("font-size")) {
            (true, Some(y), Some(size)) => {
                let lowered = ((y + 0.35 * size) * 10.0).round() / 10.0;
                tag.replace(HANGS, "").replacen(&format!("y=\"{y}\""), &format!("y=\"{lowered}\""), 1)
            }
            _ => tag.to_owned(),
        };
        let _ = write!(out, "<text {tag}>{rest}");
    }
    out
}

fn unescape(text: &str) -> String {
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    plain.into_iter().fold(text.to_owned(), |text, (written, meant)| text.replace(written, meant))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{EIGHT, quarters};
    use super::super::trend;
    use super::*;

    fn drawn(narrow: bool) -> String {
        trend(&quarters(&EIGHT.map(Some), narrow)).unwrap()
    }

    #[test]
    fn a_chart_on_its_own_needs_nothing_around_it() {
        let chart = drawn(false);
        let title = "Quarters <& \"more\">";
        let slide = Slide { chart: &chart, title, about: "IT, Q3 2026", source: "n = 61" };
        let svg = slide.svg().unwrap();
        assert!(usvg::Tree::from_str(&svg, &usvg::Options::default()).is_ok(), "{svg}");
        for left in ["var(", "class=", "100%\"", "em\"", "id=", "style"] {
            assert!(!svg.contains(left), "{left} in {svg}");
        }
        assert!(svg.contains(">62\u{a0}%</text>") && svg.contains("Quarters &lt;&amp; &quot;more&quot;&gt;"));
        assert!(Slide { chart: "<p>", ..slide }.svg().is_err());
    }

    #[test]
    fn the_picture_is_twice_as_large_and_says_what_it_shows() {
        let chart = drawn(false);
        let slide = Slide { chart: &chart, title: "Trimestres", about: "Informatique", source: "n = 61" };
        let bytes = slide.png().unwrap();
        let reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap();
        let info = reader.info();
        let texts: Vec<(String, String)> =
            info.utf8_text.iter().map(|text| (text.keyword.clone(), text.get_text().unwrap())).collect();
        assert_eq!(texts[0], ("Title".to_owned(), "Trimestres, Informatique".to_owned()));
        assert_eq!(texts[1].1, unescape(Parts::of(&chart).unwrap().desc));
        let size = Parts::of(&chart).unwrap().size;
        let across = u32::try_from(size.0 + 2 * MARGIN).unwrap() * 2;
        assert_eq!((info.width, info.height), (across, u32::try_from(size.1 + TOP + FOOT).unwrap() * 2));
    }

    #[test]
    fn words_of_every_language_have_letters() {
        let face = |text: &str| {
            FONTS.faces().next().and_then(|face| {
                FONTS.with_face_data(face.id, |data, index| {
                    let font = ttf_parser::Face::parse(data, index).unwrap();
                    text.chars().filter(|c| font.glyph_index(*c).is_none()).collect::<String>()
                })
            })
        };
        assert_eq!(face("ÀÉÎÕÜßœŒçñ¿¡«»„“”’–—…€ ·→←≥≤±×½ Ελλάδα Київ Łódź\u{a0}\u{202f}").as_deref(), Some(""));
    }
}

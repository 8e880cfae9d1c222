//! Promises every chart keeps: well-formed, named, tokens only, small, and never a panic.

use super::*;

pub(super) const NASTY: [&str; 12] = [
    "",
    "Écoute et accueil",
    "\0\u{1}\u{8}\u{b}\u{1b}\u{7f}\u{9f}",
    "abc\u{202e}def\u{2066}",
    "\"><svg onload=alert(1)>",
    "'><script>]]></script><!--",
    "a & b &lt; &#0; &amp",
    "👩‍🔧🇫🇷🎉 é e\u{301}",
    "\u{fffe}\u{ffff}\u{fdd0}\u{feff}",
    "#BA8005 fill=\"#BA8005\"",
    "{\"a\":\"\\u0000\"}\r\n\t",
    "كلمة שלום 満足度調査",
];

pub(super) fn nasty() -> Vec<String> {
    let mut all: Vec<String> = NASTY.iter().map(|text| (*text).to_owned()).collect();
    all.push("x".repeat(500));
    all.push("Un libellé bien trop long ".repeat(20));
    all.push("e\u{301}\u{302}\u{303}".repeat(500));
    all
}

/// Balanced tags, quoted attributes, known entities, only characters XML allows.
pub(super) fn assert_well_formed(svg: &str) {
    let mut open: Vec<&str> = Vec::new();
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"));
    for piece in svg.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("a tag ends");
        assert!(!text.contains('>'), "{text}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{svg}");
        } else {
            let (closed, tag) = (tag.ends_with('/'), tag.trim_end_matches('/'));
            let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
            let allowed = ["svg", "title", "desc", "rect", "circle", "polyline", "polygon", "text"];
            assert!(allowed.contains(&name), "{name}");
            assert_eq!(attributes.matches('"').count(), attributes.matches("=\"").count() * 2);
            let mut keys: Vec<&str> = attributes.split('"').step_by(2).collect();
            assert_eq!(keys.pop(), Some(""));
            let unique: std::collections::BTreeSet<&str> = keys.iter().map(|key| key.trim()).collect();
            assert_eq!(unique.len(), keys.len(), "{tag}");
            assert!(!unique.iter().any(|key| key.starts_with("on") || *key == "style="));
            if !closed {
                open.push(name);
            }
        }
        for entity in text.split('&').skip(1) {
            let known = ["amp;", "lt;", "gt;", "quot;", "apos;", "#39;"];
            assert!(known.iter().any(|name| entity.starts_with(name)), "{entity}");
        }
    }
    assert!(open.is_empty());
    assert!(!svg.chars().any(|c| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{fffe}' | '\u{ffff}')));
    assert!(!svg.contains("#BA80") || svg.contains("#BA8005 fill"), "{svg}");
    assert!(svg.contains("role=\"img\"") && svg.contains("<title id=\""));
}

pub(super) fn spread(shares: &[f64], narrow: bool) -> Distribution {
    let part = |share: &f64| Part {
        label: "Plutôt satisfaits".into(),
        share: *share,
        text: format!("{:.0}\u{a0}%", share * 100.0),
    };
    Distribution {
        id: "spread".into(),
        title: "Comment les réponses se répartissent".into(),
        desc: "5 % très insatisfaits".into(),
        parts: shares.iter().map(part).collect(),
        narrow,
        ends: false,
    }
}

pub(super) fn line(share: f64, ends: Option<(f64, f64)>) -> IntervalLine {
    IntervalLine {
        id: "line".into(),
        title: "Écoute : 81 %, entre 69 et 89".into(),
        desc: String::new(),
        share,
        low: ends.map(|ends| ends.0),
        high: ends.map(|ends| ends.1),
    }
}

pub(super) fn quarters(values: &[Option<f64>], narrow: bool) -> Trend {
    let point = |(index, value): (usize, &Option<f64>)| TrendPoint {
        label: format!("T{} {}", (index + 1) % 4 + 1, 24 + (index + 1) / 4),
        value: *value,
        low: value.map(|value| (value - 0.12).max(0.0)),
        high: value.map(|value| (value + 0.11).min(1.0)),
        text: value.map(|value| format!("{:.0}\u{a0}%", value * 100.0)).unwrap_or_default(),
    };
    Trend {
        id: "trend".into(),
        title: "Huit trimestres".into(),
        desc: "De 51 % à 62 %".into(),
        points: values.iter().enumerate().map(point).collect(),
        breaks: Vec::new(),
        events: Vec::new(),
        size: if narrow { Size::Narrow } else { Size::Wide },
    }
}

pub(super) fn priorities(points: &[(&str, f64, f64, bool)], narrow: bool) -> Matrix {
    let point = |(label, x, y, to_confirm): &(&str, f64, f64, bool)| MatrixPoint {
        label: (*label).into(),
        x: *x,
        y: *y,
        to_confirm: *to_confirm,
    };
    Matrix {
        id: "matrix".into(),
        title: "Ce qui compte, ce qui satisfait".into(),
        desc: "Sept dimensions".into(),
        x_label: "satisfaction →".into(),
        y_label: "importance →".into(),
        x_range: (0.2, 1.0),
        y_range: (0.4, 0.9),
        x_line: 0.61,
        y_line: 0.62,
        quadrants: [
            "À traiter en priorité".into(),
            "À maintenir".into(),
            "Moins attendu, à surveiller".into(),
            "Bien fait, moins attendu".into(),
        ],
        points: points.iter().map(point).collect(),
        narrow,
    }
}

pub(super) const SEVEN: [(&str, f64, f64, bool); 7] = [
    ("Écoute et accueil", 0.81, 0.66, false),
    ("Fiabilité et qualité", 0.78, 0.72, false),
    ("Coopération", 0.66, 0.55, true),
    ("Clarté des démarches", 0.61, 0.60, false),
    ("Situations difficiles", 0.58, 0.51, true),
    ("Réactivité", 0.46, 0.81, false),
    ("Suivi et information", 0.38, 0.70, false),
];

pub(super) const EIGHT: [f64; 8] = [0.51, 0.55, 0.52, 0.58, 0.56, 0.60, 0.59, 0.62];

#[test]
fn any_words_make_a_well_formed_chart() {
    for text in nasty() {
        for narrow in [false, true] {
            let title = format!("t{text}");
            let mut bar = spread(&[0.05, 0.12, 0.21, 0.42, 0.20], narrow);
            (bar.title, bar.desc) = (title.clone(), text.clone());
            bar.parts.iter_mut().for_each(|part| (part.label, part.text) = (text.clone(), text.clone()));
            assert_well_formed(&distribution(&bar).unwrap());

            let mut row = line(0.5, Some((0.4, 0.6)));
            (row.title, row.desc) = (title.clone(), text.clone());
            assert_well_formed(&interval_line(&row).unwrap());

            let mut trended = quarters(&EIGHT.map(Some), narrow);
            (trended.title, trended.desc) = (title.clone(), text.clone());
            trended.points.iter_mut().for_each(|point| (point.label, point.text) = (text.clone(), text.clone()));
            trended.events = (0..8).map(|index| (index, text.clone())).collect();
            assert_well_formed(&trend(&trended).unwrap());

            let mut grid = priorities(&SEVEN, narrow);
            (grid.title, grid.desc) = (title.clone(), text.clone());
            (grid.x_label, grid.y_label) = (text.clone(), text.clone());
            grid.quadrants = [text.clone(), text.clone(), text.clone(), text.clone()];
            grid.points.iter_mut().for_each(|point| point.label = text.clone());
            assert_well_formed(&matrix(&grid).unwrap());
        }
    }
}

#[test]
fn a_chart_without_a_name_or_with_a_bad_id_is_refused() {
    let mut row = line(0.5, None);
    row.title = "\u{0} \u{202e}".into();
    assert_eq!(interval_line(&row), Err(ChartError::Untitled));
    for id in ["", "1a", "a b", "a\"", "é", "a<"] {
        let row = IntervalLine { id: id.into(), ..line(0.5, None) };
        assert_eq!(interval_line(&row), Err(ChartError::Id(id.into())));
    }
}

#[test]
fn charts_stay_small() {
    let bar = distribution(&spread(&[0.05, 0.12, 0.21, 0.42, 0.20], false)).unwrap();
    let row = interval_line(&line(0.81, Some((0.69, 0.89)))).unwrap();
    let lines = trend(&quarters(&EIGHT.map(Some), false)).unwrap();
    let grid = matrix(&priorities(&SEVEN, false)).unwrap();
    let sizes = [bar.len(), row.len(), lines.len(), grid.len()];
    println!("bar, row, trend, matrix: {sizes:?} bytes");
    assert!(sizes.iter().all(|size| *size < 8_000), "{sizes:?}");
}

#[test]
fn only_tokens_colour_the_charts() {
    let all = [
        distribution(&spread(&[0.1; 10], false)).unwrap(),
        interval_line(&line(0.2, Some((0.1, 0.3)))).unwrap(),
        trend(&quarters(&EIGHT.map(Some), true)).unwrap(),
        matrix(&priorities(&SEVEN, true)).unwrap(),
    ];
    for svg in all {
        assert!(!svg.contains("=\"#") && !svg.contains("font-family") && !svg.contains("style="), "{svg}");
        assert!(svg.contains("aria-labelledby=\"") && svg.contains("width=\"100%\" viewBox=\"0 0 "));
    }
}

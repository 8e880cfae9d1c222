//! The four grounds of the matrix and their titles.

use super::ChartError;
use super::canvas::{Canvas, Side, Spot, Type};
use super::ink::Ink;
use super::labels::Room;
use super::lettering::{width, wrap};

/// How many lines a title may move inwards to make way for a dot in its corner.
const MOVES: i32 = 5;

struct Corner<'a> {
    title: &'a str,
    ground: (Ink, f64),
    ink: Ink,
    spot: Spot,
    side: Side,
}

/// Draws grounds, dividing lines and titles (in the outer corners, shortened to their quadrant, clear of
/// the dots where they can be); returns the titles' places.
pub(super) fn quadrants(
    canvas: &Canvas,
    titles: &[String; 4],
    plot: Room,
    (x, y): Spot,
    size: i32,
    dots: &[Room],
) -> Result<Vec<Room>, ChartError> {
    let Room { left, top, right, bottom } = plot;
    let [act, maintain, watch, well] = titles;
    let corner = |title, ground, ink, spot, side| Corner { title, ground, ink, spot, side };
    let (first, kept) = ((Ink::AttentionTint, 1.0), (Ink::Tint, 1.0));
    let calm = (Ink::Line, 0.4);
    let corners = [
        corner(act, first, Ink::Attention, (left, top), Side::Left),
        corner(maintain, kept, Ink::Accent, (right, top), Side::Right),
        corner(watch, calm, Ink::Soft, (left, bottom), Side::Left),
        corner(well, calm, Ink::Soft, (right, bottom), Side::Right),
    ];
    for Corner { ground, spot: (cx, cy), .. } in &corners {
        let (from, to) = ((x.min(*cx), y.min(*cy)), (x.max(*cx), y.max(*cy)));
        canvas.rect(from, to, ground.0, ground.1)?;
    }
    canvas.line(vec![(x, top), (x, bottom)], 1, Ink::Dashed, 0.6)?;
    canvas.line(vec![(left, y), (right, y)], 1, Ink::Dashed, 0.6)?;
    let mut taken = Vec::new();
    for corner in &corners {
        taken.extend(title(canvas, corner, (x, y), size, dots)?);
    }
    Ok(taken)
}

/// Writes one title and tells where it stands, if there was room for it.
fn title(canvas: &Canvas, corner: &Corner, (x, y): Spot, size: i32, dots: &[Room]) -> Result<Option<Room>, ChartError> {
    let (cx, cy) = corner.spot;
    let (wide, tall, step) = ((cx - x).abs() - 14, (cy - y).abs() - 8, size + 4);
    if wide < 40 || tall < step {
        return Ok(None);
    }
    let lines = wrap(corner.title, size, true, wide, (tall / step).min(2) as usize);
    let Some(long) = lines.iter().map(|line| width(line, size, true)).max() else {
        return Ok(None);
    };
    let high = lines.len() as i32 * step;
    let (left, start) = match corner.side {
        Side::Right => (cx - 7 - long, cx - 7),
        _ => (cx + 7, cx + 7),
    };
    let at = |moved: i32| {
        let top = if cy < y { cy + 4 + moved * step } else { cy - 4 - high - moved * step };
        Room { left, top, right: left + long, bottom: top + high }
    };
    let within = (tall - high) / step;
    let clear = |moved: &i32| !dots.iter().any(|dot| dot.meets(&at(*moved)));
    let room = at((0..=within.clamp(0, MOVES)).find(clear).unwrap_or(0));
    let set = Type::new(size, corner.ink).bold().side(corner.side);
    let mut baseline = room.top + size;
    for line in &lines {
        canvas.text(line, (start, baseline), set)?;
        baseline += step;
    }
    Ok(Some(room))
}

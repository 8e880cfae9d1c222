//! Where the words of a trend's events go: above the plot, in as many rows as they need.

use super::ChartError;
use super::canvas::{Canvas, Side, Type};
use super::ink::Ink;
use super::lettering::{fit, width};

pub(super) const SIZE: i32 = 12;
pub(super) const ROW: i32 = 17;

pub(super) struct Flag {
    pub x: i32,
    pub row: i32,
    pub middle: i32,
    pub half: i32,
    pub text: String,
}

/// Each event's label as near above its point as the labels placed before leave room, inside the frame.
pub(super) fn flags<'a>(events: impl Iterator<Item = (i32, &'a str)>, across: i32) -> Vec<Flag> {
    let mut placed: Vec<Flag> = Vec::new();
    for (x, label) in events {
        let text = fit(label, SIZE, false, (across / 2).min(190));
        let half = width(&text, SIZE, false) / 2 + 3;
        let middle = x.clamp(half, (across - half).max(half));
        let free = |row: i32| {
            let clear = |flag: &Flag| (flag.middle - middle).abs() >= flag.half + half + 4;
            placed.iter().all(|flag| flag.row != row || clear(flag))
        };
        let row = (0..).find(|row| free(*row)).unwrap_or(0);
        placed.push(Flag { x, row, middle, half, text });
    }
    placed
}

/// The events' dashed lines, then their words on patches of card: a line passes behind lower words.
pub(super) fn marks(canvas: &Canvas, flags: &[Flag], top: i32, bottom: i32) -> Result<(), ChartError> {
    let base = |flag: &Flag| top - 7 - flag.row * ROW;
    for flag in flags {
        let above = if flag.text.is_empty() { top } else { base(flag) + 4 };
        let line = vec![(flag.x, above), (flag.x, bottom)];
        canvas.line(line, 1, Ink::Dashed, 1.0)?;
    }
    for flag in flags.iter().filter(|flag| !flag.text.is_empty()) {
        let (from, to) = (flag.middle - flag.half, flag.middle + flag.half);
        canvas.rect((from, base(flag) - 11), (to, base(flag) + 3), Ink::Card, 1.0)?;
        let set = Type::new(SIZE, Ink::Soft).side(Side::Center);
        canvas.text(&flag.text, (flag.middle, base(flag)), set)?;
    }
    Ok(())
}

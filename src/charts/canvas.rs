//! The few strokes the charts are made of, over plotters' SVG back end, in units of the view box.

use plotters::coord::types::RangedCoordf64;
use plotters::coord::{CoordTranslate, Shift};
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::ChartError;
use super::ink::Ink;
use super::svg::{Frame, finish};

pub(super) type Spot = (i32, i32);

/// Which side of a text its spot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Center,
    Right,
}

/// Draws within the frame and finishes the SVG.
pub(super) fn draw(frame: &Frame, paint: impl FnOnce(&Canvas) -> Result<(), ChartError>) -> Result<String, ChartError> {
    frame.check()?;
    let (width, height) = frame.size;
    let mut raw = String::new();
    {
        let size = (width.unsigned_abs(), height.unsigned_abs());
        let area = SVGBackend::with_string(&mut raw, size).into_drawing_area();
        let canvas = Canvas { area };
        paint(&canvas)?;
        canvas.area.present().map_err(failed)?;
    }
    Ok(finish(&raw, frame))
}

fn failed(error: impl std::fmt::Display) -> ChartError {
    ChartError::Drawing(error.to_string())
}

/// How a text is set. It hangs on its baseline unless `middle` centres it on the spot's height.
#[derive(Clone, Copy)]
pub(super) struct Type {
    pub size: i32,
    pub bold: bool,
    pub ink: Ink,
    pub side: Side,
    pub middle: bool,
    pub upwards: bool,
}

impl Type {
    pub(super) fn new(size: i32, ink: Ink) -> Self {
        Self { size, bold: false, ink, side: Side::Left, middle: false, upwards: false }
    }

    pub(super) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(super) fn middle(self) -> Self {
        Self { middle: true, ..self }
    }

    pub(super) fn side(self, side: Side) -> Self {
        Self { side, ..self }
    }

    pub(super) fn upwards(self) -> Self {
        Self { upwards: true, ..self }
    }
}

pub(super) struct Canvas<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
}

impl Canvas<'_> {
    pub(super) fn rect(&self, from: Spot, to: Spot, ink: Ink, alpha: f64) -> Result<(), ChartError> {
        let fill = ink.stand_in().mix(alpha).filled();
        self.area.draw(&Rectangle::new([from, to], fill)).map_err(failed)
    }

    pub(super) fn line(&self, spots: Vec<Spot>, width: u32, ink: Ink, alpha: f64) -> Result<(), ChartError> {
        let stroke = ink.stand_in().mix(alpha).stroke_width(width);
        self.area.draw(&PathElement::new(spots, stroke)).map_err(failed)
    }

    pub(super) fn polygon(&self, spots: Vec<Spot>, ink: Ink, alpha: f64) -> Result<(), ChartError> {
        let fill = ink.stand_in().mix(alpha);
        self.area.draw(&Polygon::new(spots, fill)).map_err(failed)
    }

    pub(super) fn dot(&self, spot: Spot, radius: i32) -> Result<(), ChartError> {
        let fill = Ink::Accent.stand_in().filled();
        self.area.draw(&Circle::new(spot, radius, fill)).map_err(failed)
    }

    pub(super) fn ring(&self, spot: Spot, radius: i32) -> Result<(), ChartError> {
        let stroke = Ink::Hollow.stand_in().stroke_width(2);
        self.area.draw(&Circle::new(spot, radius, stroke)).map_err(failed)
    }

    /// Sets a text already cleaned and fitted; an empty one leaves no trace.
    pub(super) fn text(&self, text: &str, spot: Spot, set: Type) -> Result<(), ChartError> {
        if text.is_empty() {
            return Ok(());
        }
        let weight = if set.bold { FontStyle::Bold } else { FontStyle::Normal };
        // The back end divides the size by this number before writing it.
        let size = f64::from(set.size) * 1.24;
        let mut font = ("sans-serif", size, weight).into_font();
        if set.upwards {
            font = font.transform(FontTransform::Rotate270);
        }
        let height = if set.middle { VPos::Center } else { VPos::Bottom };
        let side = match set.side {
            Side::Left => HPos::Left,
            Side::Center => HPos::Center,
            Side::Right => HPos::Right,
        };
        let color = set.ink.stand_in();
        let style = TextStyle::from(font).color(&color).pos(Pos::new(side, height));
        self.area.draw(&Text::new(text.to_owned(), spot, style)).map_err(failed)
    }
}

/// Values to spots: x grows to the right, y upwards.
pub(super) struct Plane(Cartesian2d<RangedCoordf64, RangedCoordf64>);

impl Plane {
    pub(super) fn new(x: (f64, f64), y: (f64, f64), across: Spot, bottom_to_top: Spot) -> Self {
        let pixels = (across.0..across.1, bottom_to_top.0..bottom_to_top.1);
        Self(Cartesian2d::new(x.0..x.1, y.0..y.1, pixels))
    }

    pub(super) fn spot(&self, x: f64, y: f64) -> Spot {
        self.0.translate(&(x, y))
    }
}

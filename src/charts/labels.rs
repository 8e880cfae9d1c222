//! Finds a place for each point's name: beside its dot, on no other name or dot, inside the plot.

use super::ChartError;
use super::canvas::{Canvas, Side, Spot, Type};
use super::ink::Ink;
use super::lettering::{fit, width};

/// A rectangle of the drawing, edges included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Room {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl Room {
    pub(super) fn around((x, y): Spot, half: i32) -> Self {
        Self { left: x - half, top: y - half, right: x + half, bottom: y + half }
    }

    pub(super) fn grown(self, by: i32) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    pub(super) fn meets(&self, other: &Self) -> bool {
        let beside = self.right < other.left || other.right < self.left;
        let apart = self.bottom < other.top || other.bottom < self.top;
        !beside && !apart
    }

    pub(super) fn holds(&self, other: &Self) -> bool {
        self.left <= other.left && self.top <= other.top && other.right <= self.right && other.bottom <= self.bottom
    }
}

pub(super) struct Plot<'a> {
    pub room: Room,
    /// Where the two dividing lines run: a name may cross them, if nothing better is free.
    pub lines: Spot,
    /// What no name may cover.
    pub taken: &'a [Room],
    pub radius: i32,
    pub size: i32,
}

#[derive(Debug, Clone)]
pub(super) struct Name {
    pub text: String,
    pub room: Room,
    pub side: Side,
    /// The name stands away from its dot: a thin line ties them.
    pub tie: Option<(Spot, Spot)>,
}

impl Name {
    pub(super) fn write(&self, canvas: &Canvas, letters: i32) -> Result<(), ChartError> {
        let Room { left, top, right, bottom } = self.room;
        let x = match self.side {
            Side::Left => left,
            Side::Right => right,
            Side::Center => (left + right) / 2,
        };
        let set = Type::new(letters, Ink::Text).middle().side(self.side);
        canvas.text(&self.text, (x, (top + bottom) / 2), set)
    }
}

/// What a name left out and each step of shortening weigh against the ranks of worse places.
const LEFT_OUT: i32 = 1000;
const SHORTENED: i32 = 60;

/// A place for each name, the nearest free one; a name that fits nowhere is shortened, then left out (its
/// dot stays, and says it under the pointer). Who chooses first matters: the best of a few orders is kept.
pub(super) fn place(plot: &Plot, points: &[(Spot, &str)]) -> Vec<Option<Name>> {
    let given: Vec<(usize, Spot, &str)> =
        points.iter().enumerate().map(|(index, (spot, label))| (index, *spot, *label)).collect();
    let sorted = |key: fn(&(usize, Spot, &str)) -> i32| {
        let mut order = given.clone();
        order.sort_by_key(key);
        order
    };
    let orders = [
        given.clone(),
        sorted(|(_, (x, _), _)| *x),
        sorted(|(_, (x, _), _)| -x),
        sorted(|(_, (_, y), _)| *y),
        sorted(|(_, (_, y), _)| -y),
        sorted(|(_, _, label)| -(label.len().min(999) as i32)),
    ];
    let tried = orders.iter().map(|order| place_in(plot, order));
    let mut best = tried.min_by_key(|(cost, _)| *cost).unwrap_or_default().1;
    best.sort_by_key(|(index, _)| *index);
    best.into_iter().map(|(_, name)| name).collect()
}

type Placed = Vec<(usize, Option<Name>)>;

fn place_in(plot: &Plot, points: &[(usize, Spot, &str)]) -> (i32, Placed) {
    let dots: Vec<Room> = points.iter().map(|(_, spot, _)| Room::around(*spot, plot.radius + 1)).collect();
    let wide = plot.room.right - plot.room.left;
    let lengths = [wide * 3 / 5, wide * 2 / 5, wide / 4, plot.size * 5];
    let (mut total, mut placed) = (0, Placed::new());
    for (index, spot, label) in points {
        let found = lengths.into_iter().zip(0..).find_map(|(most, shorter)| {
            let text = fit(label, plot.size, false, most);
            let (cost, name) = nearest_free(plot, &dots, &placed, *spot, text)?;
            Some((cost + shorter * SHORTENED, name))
        });
        let (cost, name) = found.map_or((LEFT_OUT, None), |(cost, name)| (cost, Some(name)));
        total += cost;
        placed.push((*index, name));
    }
    (total, placed)
}

fn nearest_free(plot: &Plot, dots: &[Room], placed: &Placed, spot: Spot, text: String) -> Option<(i32, Name)> {
    if text.is_empty() {
        return None;
    }
    let own = Room::around(spot, plot.radius + 1);
    let free = |name: &Name| {
        let room = &name.room;
        plot.room.holds(room)
            && !plot.taken.iter().chain(dots).any(|taken| room.meets(taken))
            && !placed.iter().filter_map(|(_, other)| other.as_ref()).any(|other| room.meets(&other.room))
    };
    let cost = |rank: i32, name: &Name| {
        let near = name.room.grown(4);
        let crowd = dots.iter().filter(|dot| **dot != own && near.meets(dot)).count();
        let (x, y) = plot.lines;
        let crossed = (name.room.left..=name.room.right).contains(&x);
        let struck = (name.room.top..=name.room.bottom).contains(&y);
        rank + 6 * (i32::from(crossed) + i32::from(struck)) + 5 * crowd.min(3) as i32
    };
    candidates(plot, spot, &text)
        .into_iter()
        .filter(|(_, name)| free(name))
        .map(|(rank, name)| (cost(rank, &name), name))
        .min_by_key(|(cost, _)| *cost)
}

/// Eight directions at growing distances, each with its rank (the lower the better).
fn candidates(plot: &Plot, (x, y): Spot, text: &str) -> Vec<(i32, Name)> {
    let (w, h) = (width(text, plot.size, false), plot.size + 2);
    let mut out = Vec::new();
    for (ring, away) in [3, 10, 20, 32, 46].into_iter().enumerate() {
        let d = plot.radius + away;
        let slant = d * 7 / 10;
        let spots = [
            (Side::Left, x + d, y - h / 2),
            (Side::Right, x - d - w, y - h / 2),
            (Side::Center, x - w / 2, y - d - h),
            (Side::Center, x - w / 2, y + d),
            (Side::Left, x + slant, y - slant - h),
            (Side::Left, x + slant, y + slant),
            (Side::Right, x - slant - w, y - slant - h),
            (Side::Right, x - slant - w, y + slant),
        ];
        for (turn, (side, left, top)) in spots.into_iter().enumerate() {
            let room = Room { left, top, right: left + w, bottom: top + h };
            let nearest = (x.clamp(room.left, room.right), y.clamp(room.top, room.bottom));
            let tie = (ring > 0).then_some(((x, y), nearest));
            let name = Name { text: text.to_owned(), room, side, tie };
            out.push((ring as i32 * 10 + turn as i32, name));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_never_meet_nor_leave_the_plot() {
        let room = Room { left: 0, top: 0, right: 280, bottom: 260 };
        let title = [Room { left: 0, top: 0, right: 100, bottom: 16 }];
        let plot = Plot { room, lines: (140, 130), taken: &title, radius: 5, size: 12 };
        // Crowded, coincident and cornered on purpose.
        let spots = (0..40).map(|i| ((i * 37 % 7) * 40 + 6, (i * 53 % 5) * 60 + 6));
        let points: Vec<(Spot, &str)> = spots.map(|spot| (spot, "Fiabilité et qualité")).collect();
        let names = place(&plot, &points);
        assert_eq!(names.len(), points.len());
        let shown: Vec<&Name> = names.iter().flatten().collect();
        assert!(shown.len() >= 12, "{}", shown.len());
        for (index, name) in shown.iter().enumerate() {
            assert!(room.holds(&name.room) && !name.room.meets(&title[0]));
            assert!(shown.iter().skip(index + 1).all(|other| !name.room.meets(&other.room)));
            assert!(points.iter().all(|(spot, _)| !name.room.meets(&Room::around(*spot, 5))));
        }
    }

    #[test]
    fn a_name_alone_stands_right_of_its_dot_in_full() {
        let room = Room { left: 0, top: 0, right: 400, bottom: 260 };
        let plot = Plot { room, lines: (10, 10), taken: &[], radius: 5, size: 12 };
        let names = place(&plot, &[((100, 100), "Réactivité")]);
        let name = names.first().unwrap().as_ref().unwrap();
        assert_eq!((name.text.as_str(), name.side, name.tie), ("Réactivité", Side::Left, None));
    }
}

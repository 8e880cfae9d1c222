//! Who needs what of whom: points of both sides of a relation with their answers, and agreements, its dated prints.
//!
//! A point is noticed by a role, never by a person. It reads no answer and no figure: those stand beside it on the page
//! of the relation, from the publication.

pub mod store;

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::clock::Day;
use crate::db::ids::{SupplierCode, UnitCode};
use crate::db::schema::{agreements, points};
use crate::organisation::{Supplier, Unit};
use crate::web::{Role, Who};

crate::words!(
    /// What a point is.
    Kind { Need = "need", Irritant = "irritant" }
);

crate::words!(
    /// Which side of the relation said it.
    Side { Client = "client", Supplier = "supplier" }
);

crate::words!(
    /// By which role, or on which occasion, it was noticed.
    Noticed {
        Representative = "representative",
        Service = "service",
        Hr = "hr",
        Workshop = "workshop",
        Interview = "interview",
        /// From what people wrote: such a point has no client side, it stands at the service.
        Comments = "comments",
    }
);

crate::words!(
    /// A point's life.
    State {
        Open = "open",
        Accepted = "accepted",
        Adapted = "adapted",
        /// With a reason, in its answer.
        Refused = "refused",
        Settled = "settled",
    }
);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = points, treat_none_as_null = true)]
pub struct Point {
    pub id: String,
    pub supplier: SupplierCode,
    pub unit: Option<UnitCode>,
    pub kind: Kind,
    pub side: Option<Side>,
    pub words: String,
    pub noticed: Noticed,
    pub state: State,
    /// Of the other side; for a refused one, why.
    pub answer: String,
    pub made_on: Day,
    pub answered_on: Option<Day>,
}

impl Point {
    /// May `hands` answer it: the side that did not say it, or either where neither did; HR for both.
    pub fn is_answered_by(&self, hands: &Hands) -> bool {
        match self.side {
            // What stands at the service is the service's, whichever relation it is read in.
            _ if self.unit.is_none() => hands.supplier || hands.hr,
            Some(Side::Client) => hands.supplier || hands.hr,
            Some(Side::Supplier) => hands.client || hands.hr,
            None => hands.any(),
        }
    }

    /// May `hands` change its words: the side that said it, as long as it is open.
    pub fn is_edited_by(&self, hands: &Hands) -> bool {
        let own = match self.side {
            _ if self.unit.is_none() => hands.supplier || hands.hr,
            Some(Side::Client) => hands.client || hands.hr,
            Some(Side::Supplier) => hands.supplier || hands.hr,
            None => hands.any(),
        };
        own && self.state == State::Open
    }
}

/// For which sides of a relation somebody may write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Hands {
    pub client: bool,
    pub supplier: bool,
    pub hr: bool,
}

impl Hands {
    /// Nobody writes once a side is no longer there, or the one no longer serves the other.
    pub fn of(who: &Who, supplier: &Supplier, unit: &Unit, served: bool) -> Self {
        let there = supplier.active && unit.active && served;
        Self {
            client: there && who.represents(&unit.code),
            supplier: there && who.heads(&supplier.code),
            hr: there && who.has(Role::Hr),
        }
    }

    pub fn any(self) -> bool {
        self.client || self.supplier || self.hr
    }

    /// The sides that a new point may be said by.
    pub fn sides(self) -> Vec<Side> {
        let may = |side: &Side| match side {
            Side::Client => self.client || self.hr,
            Side::Supplier => self.supplier || self.hr,
        };
        Side::ALL.iter().copied().filter(may).collect()
    }

    /// The roles by which a new point may have been noticed.
    pub fn noticing(self) -> Vec<Noticed> {
        let may = |noticed: &Noticed| match noticed {
            Noticed::Representative => self.client,
            Noticed::Service => self.supplier,
            Noticed::Hr => self.hr,
            Noticed::Comments => self.supplier || self.hr,
            Noticed::Workshop | Noticed::Interview => true,
        };
        Noticed::ALL.iter().copied().filter(may).collect()
    }
}

/// May `who` read the relation of `supplier` and `unit`: both sides, HR and direction, and a head whose own unit it is.
pub fn may_read(who: &Who, supplier: &SupplierCode, unit: &UnitCode) -> bool {
    who.reads_groups() || who.heads(supplier) || who.represents(unit) || (who.has(Role::Head) && who.unit == *unit)
}

/// The dated print of a relation.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = agreements)]
pub struct Agreement {
    pub id: String,
    pub supplier: SupplierCode,
    pub unit: UnitCode,
    pub made_on: Day,
    /// The JSON of an [`Agreed`].
    pub body: String,
}

/// All that an agreement says, as it was printed: later changes of names, points and promises change nothing in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreed {
    pub service: String,
    pub client: String,
    pub points: Vec<AgreedPoint>,
    /// What the service promises, and what the client does.
    pub promises: Vec<AgreedPromise>,
    pub client_promises: Vec<AgreedPromise>,
    /// Whom to call first, and who decides when it sticks.
    pub contact: String,
    pub decides: String,
    /// Who agreed, one for each side.
    pub for_service: String,
    pub for_client: String,
    /// The day of the next review, as it is written in forms; empty when none is set.
    pub review_on: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreedPoint {
    pub kind: String,
    pub side: String,
    pub words: String,
    pub state: String,
    pub answer: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreedPromise {
    pub text: String,
    /// As a sentence: "at most 2 working days".
    pub target: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(side: Option<Side>, state: State) -> Point {
        Point {
            id: "p".to_owned(),
            supplier: "it".into(),
            unit: Some("prod".into()),
            kind: Kind::Need,
            side,
            words: "Prévenir avant une coupure".to_owned(),
            noticed: Noticed::Representative,
            state,
            answer: String::new(),
            made_on: Day::parse("2026-03-02").expect("a day"),
            answered_on: None,
        }
    }

    #[test]
    fn a_side_answers_the_other_and_changes_its_own() {
        let client = Hands { client: true, supplier: false, hr: false };
        let supplier = Hands { client: false, supplier: true, hr: false };
        let nobody = Hands { client: false, supplier: false, hr: false };
        let said = point(Some(Side::Client), State::Open);
        assert!(said.is_answered_by(&supplier) && !said.is_answered_by(&client) && !said.is_answered_by(&nobody));
        assert!(said.is_edited_by(&client) && !said.is_edited_by(&supplier));
        assert!(!point(Some(Side::Client), State::Refused).is_edited_by(&client), "what was answered stands");
        let neither = point(None, State::Open);
        assert!(
            neither.is_answered_by(&client) && neither.is_answered_by(&supplier) && !neither.is_answered_by(&nobody)
        );
        // About the whole service: the side of one unit does not speak for the others.
        let whole = Point { unit: None, ..point(None, State::Open) };
        assert!(whole.is_answered_by(&supplier) && !whole.is_answered_by(&client) && !whole.is_edited_by(&client));
        // Somebody with a role on both sides speaks for either.
        let both = Hands { client: true, supplier: true, hr: false };
        assert_eq!(both.sides(), [Side::Client, Side::Supplier]);
        assert!(said.is_answered_by(&both) && said.is_edited_by(&both));
        assert!(!client.noticing().contains(&Noticed::Service) && client.noticing().contains(&Noticed::Interview));
    }
}

//! What a supplier does about its results: actions with a baseline, their life, their effect, and the page that gives
//! back to the people who were asked ("you said, we do").
//!
//! A baseline is copied from the publication, never typed. "Done" is said by whoever did it, "verified" by a head who
//! looked at the effect: two states. Refuses steps out of order, and shows a person only actions of theirs to see.

pub mod due;
pub mod effects;
pub mod feedback;
pub mod mails;
pub mod moved;
pub mod origins;
pub mod pages;
pub mod promises;
pub mod store;
pub mod suggestions;

use diesel::prelude::*;

pub use mails::{enqueue_results, results_example, results_mail};
pub use store::public_texts;

use crate::clock::Day;
use crate::db::ids::{ActionId, CampaignId, PersonId, SupplierCode};
use crate::db::schema::actions;
use crate::render::Texts;
use crate::web::Who;

crate::words!(
    /// An action's life.
    Status {
        Proposed = "proposed",
        Accepted = "accepted",
        InProgress = "in_progress",
        Suspended = "suspended",
        Done = "done",
        Verified = "verified",
        Abandoned = "abandoned",
    }
);

impl Status {
    /// Something remains to be done: it can be late.
    pub fn is_pending(self) -> bool {
        matches!(self, Self::Proposed | Self::Accepted | Self::InProgress | Self::Suspended)
    }

    /// The states in which respondents read a visible action.
    pub const PUBLIC: &'static [Self] = &[Self::Accepted, Self::InProgress, Self::Done, Self::Verified];
    /// The states in which a new publication says something about an action.
    pub const MEASURED: &'static [Self] =
        &[Self::Accepted, Self::InProgress, Self::Suspended, Self::Done, Self::Verified];
}

crate::words!(Kind {
    Corrective = "corrective",
    Preventive = "preventive",
    Communication = "communication",
    Training = "training",
    CommitmentChanged = "commitment_changed",
});

crate::words!(
    /// What the next wave says about the figure that made an action; a proved but slight change counts as not shown.
    Effect {
        ConfirmedUp = "confirmed_up",
        NotShown = "not_shown",
        ConfirmedDown = "confirmed_down",
        TooFew = "too_few",
        NotComparable = "not_comparable",
    }
);

crate::words!(
    /// What a head says of a finished action.
    Verdict { Effective = "effective", NotEffective = "not_effective" }
);

crate::words!(
    /// A change of state, named as its resource in the URL.
    Step {
        Accept = "acceptance",
        Start = "start",
        Suspend = "suspension",
        Complete = "completion",
        Abandon = "abandonment",
        Verify = "verification",
    }
);

impl Step {
    /// Where this step leads from `status`; none when it cannot be taken there.
    pub fn from(self, status: Status) -> Option<Status> {
        use Status::{Abandoned, Accepted, Done, InProgress, Proposed, Suspended, Verified};
        match (self, status) {
            (Self::Accept, Proposed) => Some(Accepted),
            (Self::Start, Accepted | Suspended) => Some(InProgress),
            (Self::Suspend, InProgress) => Some(Suspended),
            (Self::Complete, InProgress) => Some(Done),
            (Self::Verify, Done) => Some(Verified),
            (Self::Abandon, status) if status.is_pending() => Some(Abandoned),
            _ => None,
        }
    }

    /// The owner does the work; deciding and judging stay with the head.
    pub fn is_for_owner(self) -> bool {
        matches!(self, Self::Start | Self::Complete)
    }
}

crate::words!(
    /// A line of an action's history.
    Event {
        Created = "created",
        Edited = "edited",
        /// Words about how it goes; its detail.
        Noted = "noted",
        /// A step taken back; its detail is the step's own event.
        Undone = "undone",
        Accepted = "accepted",
        Started = "started",
        Suspended = "suspended",
        Done = "done",
        Abandoned = "abandoned",
        Verified = "verified",
        /// Written by the tool at a publication; its detail is `<campaign code> <effect>`.
        Effect = "effect",
    }
);

#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = actions, treat_none_as_null = true)]
pub struct Action {
    pub id: ActionId,
    /// Counts within the supplier.
    pub number: i32,
    pub supplier: SupplierCode,
    pub title: String,
    pub finding: String,
    pub kind: Kind,
    pub status: Status,
    pub owner: PersonId,
    pub starts_on: Option<Day>,
    pub due_on: Day,
    pub origin_campaign: Option<CampaignId>,
    /// `overall` or a dimension's code.
    pub origin_subject: Option<String>,
    /// Shares 0..=1, as are target and effect.
    pub baseline: Option<f64>,
    pub baseline_low: Option<f64>,
    pub baseline_high: Option<f64>,
    pub baseline_n: Option<i32>,
    pub target: Option<f64>,
    pub public_texts: Texts,
    pub visible: bool,
    pub done_on: Option<Day>,
    pub effect: Option<Effect>,
    pub effect_campaign: Option<CampaignId>,
    pub effect_value: Option<f64>,
    pub effect_low: Option<f64>,
    pub effect_high: Option<f64>,
    pub effect_n: Option<i32>,
    pub verdict: Option<Verdict>,
    /// Why it was abandoned.
    pub reason: String,
    /// In words: an amount, days of work.
    pub cost: String,
    /// Who has to decide before it can go on; in words, for they need not be in the directory.
    pub awaits: String,
    /// When somebody looks whether it worked.
    pub check_on: Option<Day>,
}

impl Action {
    /// A new action with nothing said yet but whose it is and until when; the store gives it its number.
    pub fn proposed(id: ActionId, supplier: SupplierCode, owner: PersonId, due_on: Day) -> Self {
        Self {
            id,
            number: 0,
            supplier,
            title: String::new(),
            finding: String::new(),
            kind: Kind::Corrective,
            status: Status::Proposed,
            owner,
            starts_on: None,
            due_on,
            origin_campaign: None,
            origin_subject: None,
            baseline: None,
            baseline_low: None,
            baseline_high: None,
            baseline_n: None,
            target: None,
            public_texts: Texts::default(),
            visible: false,
            done_on: None,
            effect: None,
            effect_campaign: None,
            effect_value: None,
            effect_low: None,
            effect_high: None,
            effect_n: None,
            verdict: None,
            reason: String::new(),
            cost: String::new(),
            awaits: String::new(),
            check_on: None,
        }
    }

    /// Copies the published figure this action starts from.
    #[must_use]
    pub fn starting_from(self, origin: Origin) -> Self {
        Self {
            origin_campaign: Some(origin.campaign),
            origin_subject: Some(origin.subject),
            baseline: origin.value,
            baseline_low: origin.low,
            baseline_high: origin.high,
            baseline_n: origin.n,
            ..self
        }
    }

    pub fn is_late(&self, today: Day) -> bool {
        self.status.is_pending() && self.due_on < today
    }

    /// Done, and the day has come to look whether it worked.
    pub fn is_to_check(&self, today: Day) -> bool {
        self.status == Status::Done && self.check_on.is_some_and(|day| day <= today)
    }

    /// Those who help with it see it besides.
    pub fn is_seen_by(&self, who: &Who) -> bool {
        who.reads_all() || who.heads(&self.supplier) || self.owner == who.person
    }

    /// The steps `who` may take now.
    pub fn steps_for(&self, who: &Who) -> Vec<Step> {
        let may = |step: &Step| who.heads(&self.supplier) || (self.owner == who.person && step.is_for_owner());
        Step::ALL.iter().copied().filter(may).filter(|step| step.from(self.status).is_some()).collect()
    }

    /// What people call it: `IT-12`.
    pub fn reference(&self) -> String {
        format!("{}-{}", self.supplier.as_str().to_uppercase(), self.number)
    }
}

/// The figure that makes an action, as the publication says it.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    pub campaign: CampaignId,
    pub wave: String,
    pub subject: String,
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub n: Option<i32>,
}

/// The code of the overall question, which stands beside the dimensions.
pub const OVERALL: &str = "overall";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn done_and_verified_are_two_states_and_nothing_is_skipped() {
        assert_eq!(Step::Verify.from(Status::InProgress), None);
        assert_eq!(Step::Complete.from(Status::Accepted), None);
        assert_eq!(Step::Complete.from(Status::InProgress), Some(Status::Done));
        assert_eq!(Step::Verify.from(Status::Done), Some(Status::Verified));
        assert_eq!(Step::Start.from(Status::Suspended), Some(Status::InProgress));
        assert_eq!(Step::Abandon.from(Status::Verified), None);
        for step in Step::ALL {
            assert_eq!(step.from(Status::Verified), None);
            assert_eq!(step.from(Status::Abandoned), None);
        }
    }
}

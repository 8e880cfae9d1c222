//! What a door may do of itself with a plan of people. Never: roles; the address or the return of somebody who has a
//! role; the address of somebody invited in an open campaign. Within a week: so many departures, returns and new
//! addresses at most. While a campaign is open: one in five of a group at most out of it.
//!
//! Pure: what stands in, what passes and what waits out.

use std::collections::{BTreeMap, BTreeSet};

use crate::clock::Day;
use crate::db::ids::{CampaignId, GroupCode, PersonId};
use crate::organisation::Person;
use crate::organisation::import::{PeopleChanges, roles_text};
use crate::organisation::waiting::{Done, Part, Reason, Wish};

/// Of a hundred people, so many may leave by doors within the week, and so many come back.
const LEAVING_PERCENT: usize = 10;
/// Of a hundred people, so many may get another address by doors within the week.
const ADDRESS_PERCENT: usize = 5;
/// Of a group of an open campaign, one in so many may be out.
const GROUP_PART: usize = 5;

/// What the rules look at.
#[derive(Debug, Clone)]
pub struct Standing {
    pub people: BTreeMap<PersonId, Person>,
    pub today: Day,
    /// Who has a role, or would where somebody says yes.
    pub roles: BTreeSet<PersonId>,
    /// Who is asked by open campaigns, group by group, with the last day of the campaign.
    pub asked: BTreeMap<(CampaignId, GroupCode), (Day, BTreeSet<PersonId>)>,
    /// What doors did within the week.
    pub done: BTreeSet<(PersonId, Done)>,
}

/// What became of a plan: it holds only what passes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sifted {
    pub held: Vec<Wish>,
    /// Whose wish from before is fulfilled, or wished no more.
    pub settled: BTreeSet<(PersonId, Part)>,
    /// New people whose address belongs to somebody whose change waits.
    pub left_out: Vec<Person>,
    pub done: Vec<(PersonId, Done)>,
}

/// Whether somebody works here and is asked, as it is kept while it waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Presence {
    pub active: bool,
    pub until: Option<Day>,
    pub away: bool,
}

impl Presence {
    pub fn of(person: &Person) -> Self {
        Self { active: person.active, until: person.until, away: person.away }
    }

    /// As it is kept: `here`, `away` or `gone`, and the last day or a hyphen.
    pub fn text(self) -> String {
        let word = match (self.active, self.away) {
            (false, _) => "gone",
            (true, true) => "away",
            (true, false) => "here",
        };
        let until = self.until.map_or("-".to_owned(), |day| day.to_string());
        format!("{word} {until}")
    }

    pub fn parse(text: &str) -> Option<Self> {
        let (word, until) = text.split_once(' ')?;
        let until = if until == "-" { None } else { Some(Day::parse(until)?) };
        let (active, away) = match word {
            "gone" => (false, false),
            "away" => (true, true),
            "here" => (true, false),
            _ => return None,
        };
        Some(Self { active, until, away })
    }

    /// Brings somebody back who was gone: works here again, or longer than a day that is over.
    pub fn returns(self, before: Self, today: Day) -> bool {
        let works = |one: Self| one.active && one.until.is_none_or(|until| until >= today);
        works(self) && !works(before)
    }

    /// Takes it out more than `before` did: gone, away, or gone earlier.
    fn leaves(self, before: Self) -> bool {
        let earlier = match (before.until, self.until) {
            (_, None) => false,
            (None, Some(_)) => true,
            (Some(was), Some(is)) => is < was,
        };
        before.active && !self.active || !before.away && self.away || earlier
    }

    /// Out before the day is over.
    fn is_out(self, on: Day) -> bool {
        !self.active || self.away || self.until.is_some_and(|until| until < on)
    }
}

type Reasons = BTreeMap<PersonId, BTreeSet<Reason>>;

/// Takes out of `changes` what must wait. `speaks` says of which parts of people the delivery speaks.
pub fn sift(standing: &Standing, changes: &mut PeopleChanges, speaks: &[Part]) -> Sifted {
    let before = |person: &Person| standing.people.get(&person.id);
    let moved = |person: &&Person| before(person).is_some_and(|before| before.email != person.email);
    let leaves = |person: &&Person| before(person).is_some_and(|was| Presence::of(person).leaves(Presence::of(was)));
    let returns = |person: &&Person| {
        before(person).is_some_and(|was| Presence::of(person).returns(Presence::of(was), standing.today))
    };
    // A role that waits beside an address would go to whoever reads there.
    let promised: BTreeSet<&PersonId> = changes.roles.iter().map(|change| &change.person).collect();
    let has_role = |person: &PersonId| standing.roles.contains(person) || promised.contains(person);

    let mut addresses = Reasons::new();
    let asked: BTreeSet<&PersonId> = standing.asked.values().flat_map(|(_, people)| people).collect();
    for person in changes.changed.iter().filter(moved) {
        let mut reasons = BTreeSet::new();
        if has_role(&person.id) {
            reasons.insert(Reason::HasRole);
        }
        if asked.contains(&person.id) {
            reasons.insert(Reason::Invited);
        }
        if !reasons.is_empty() {
            addresses.insert(person.id.clone(), reasons);
        }
    }
    let passing = |list: &Reasons, of: &dyn Fn(&&Person) -> bool| -> Vec<PersonId> {
        let people = changes.changed.iter().filter(|person| of(person) && !list.contains_key(&person.id));
        people.map(|person| person.id.clone()).collect()
    };
    let many = over_limit(standing, passing(&addresses, &moved), Done::Address, ADDRESS_PERCENT);
    addresses.extend(many.into_iter().map(|person| (person, BTreeSet::from([Reason::ManyAddresses]))));

    let mut departures = Reasons::new();
    let many = over_limit(standing, passing(&departures, &leaves), Done::Left, LEAVING_PERCENT);
    departures.extend(many.into_iter().map(|person| (person, BTreeSet::from([Reason::ManyLeave]))));
    for (last_day, group) in standing.asked.values() {
        let out = group.iter().filter_map(|id| standing.people.get(id));
        let out = out.filter(|person| Presence::of(person).is_out(*last_day)).count();
        let leaving: Vec<&Person> =
            changes.changed.iter().filter(|person| leaves(person) && group.contains(&person.id)).collect();
        let going = leaving.iter().filter(|person| !departures.contains_key(&person.id)).count();
        if going > 0 && out + going > (group.len() / GROUP_PART).max(1) {
            for person in leaving {
                departures.entry(person.id.clone()).or_default().insert(Reason::Group);
            }
        }
    }

    let with_role = changes.changed.iter().filter(|person| returns(person) && has_role(&person.id));
    let with_role: Vec<PersonId> = with_role.map(|person| person.id.clone()).collect();
    departures.extend(with_role.into_iter().map(|person| (person, BTreeSet::from([Reason::HasRole]))));
    let many = over_limit(standing, passing(&departures, &returns), Done::Back, LEAVING_PERCENT);
    departures.extend(many.into_iter().map(|person| (person, BTreeSet::from([Reason::ManyReturn]))));

    let mut sifted = Sifted::default();
    hold_back(standing, changes, &departures, &mut sifted);
    hold_addresses(standing, changes, addresses, &mut sifted);
    for change in std::mem::take(&mut changes.roles) {
        if !sifted.left_out.iter().any(|person| person.id == change.person) {
            let (value, reasons) = (roles_text(&change.after), BTreeSet::from([Reason::Roles]));
            sifted.held.push(Wish { person: change.person, part: Part::Roles, value, reasons });
        }
    }
    let is_held = |person: &PersonId, part| sifted.held.iter().any(|wish| wish.person == *person && wish.part == part);
    let spoken = speaks.iter().filter(|part| **part != Part::Roles);
    let fulfilled = spoken.flat_map(|part| changes.named.iter().map(move |person| (person, *part)));
    let of_roles = changes.roles_named.iter().map(|person| (person, Part::Roles));
    let fulfilled = fulfilled.chain(of_roles.filter(|_| speaks.contains(&Part::Roles)));
    let fulfilled = fulfilled.filter(|(person, part)| !is_held(person, *part));
    sifted.settled = fulfilled.map(|(person, part)| (person.clone(), part)).collect();
    tidy(standing, changes);
    sifted.done = done(standing, changes);
    sifted
}

/// Those of `people` who wait, because with all of them doors would have done it to too many within the week. Who came
/// by a door within the week is neither counted nor held.
fn over_limit(standing: &Standing, people: Vec<PersonId>, done: Done, percent: usize) -> Vec<PersonId> {
    let came = |person: &PersonId| standing.done.contains(&(person.clone(), Done::Came));
    let people: Vec<PersonId> = people.into_iter().filter(|person| !came(person)).collect();
    let did = |person: &PersonId, what| standing.done.contains(&(person.clone(), what));
    // Those of the house before the week: not those whom doors brought since, but those whom they let go.
    let here = standing.people.values().filter(|person| {
        let works = person.works_on(standing.today) && !did(&person.id, Done::Back);
        !came(&person.id) && (works || did(&person.id, Done::Left))
    });
    let before = standing.done.iter().filter(|(person, what)| *what == done && !came(person));
    let all: BTreeSet<&PersonId> = before.map(|(person, _)| person).chain(&people).collect();
    if all.len() * 100 > here.count() * percent { people } else { Vec::new() }
}

/// Gives those who must not leave yet their state of before.
fn hold_back(standing: &Standing, changes: &mut PeopleChanges, departures: &Reasons, sifted: &mut Sifted) {
    for person in &mut changes.changed {
        let (Some(reasons), Some(before)) = (departures.get(&person.id), standing.people.get(&person.id)) else {
            continue;
        };
        let value = Presence::of(person).text();
        let reasons = reasons.clone();
        sifted.held.push(Wish { person: person.id.clone(), part: Part::Presence, value, reasons });
        (person.active, person.until, person.away) = (before.active, before.until, before.away);
    }
}

/// Gives those whose address must not change yet theirs back; whoever would have it meanwhile waits, too.
fn hold_addresses(standing: &Standing, changes: &mut PeopleChanges, mut held: Reasons, sifted: &mut Sifted) {
    let wished: BTreeMap<PersonId, String> =
        changes.changed.iter().map(|person| (person.id.clone(), person.email.clone())).collect();
    // Who leaves no address behind as long as they stay keeps it.
    let staying = |id: &PersonId| sifted.held.iter().any(|wish| wish.part == Part::Presence && wish.person == *id);
    for person in &changes.changed {
        let had = standing.people.get(&person.id).is_some_and(Person::has_address);
        if had && !person.has_address() && staying(&person.id) {
            held.entry(person.id.clone()).or_default().insert(Reason::ManyLeave);
        }
    }
    loop {
        for person in changes.changed.iter_mut().filter(|person| held.contains_key(&person.id)) {
            if let Some(before) = standing.people.get(&person.id) {
                person.email.clone_from(&before.email);
            }
        }
        let after: BTreeMap<&PersonId, &str> = {
            let mut after: BTreeMap<&PersonId, &str> =
                standing.people.values().map(|person| (&person.id, person.email.as_str())).collect();
            after.extend(changes.changed.iter().map(|person| (&person.id, person.email.as_str())));
            after
        };
        let kept: BTreeMap<&str, &PersonId> =
            held.keys().filter_map(|id| Some((*after.get(id)?, id))).filter(|(email, _)| !email.is_empty()).collect();
        let late: Vec<PersonId> = changes
            .changed
            .iter()
            .filter(|person| !held.contains_key(&person.id))
            .filter(|person| kept.get(person.email.as_str()).is_some_and(|owner| **owner != person.id))
            .map(|person| person.id.clone())
            .collect();
        if late.is_empty() {
            let (out, new): (Vec<Person>, Vec<Person>) = std::mem::take(&mut changes.created)
                .into_iter()
                .partition(|person| kept.contains_key(person.email.as_str()));
            (changes.created, sifted.left_out) = (new, out);
            break;
        }
        held.extend(late.into_iter().map(|person| (person, BTreeSet::from([Reason::Held]))));
    }
    for (person, reasons) in held {
        let value = wished.get(&person).cloned().unwrap_or_default();
        sifted.held.push(Wish { person, part: Part::Address, value, reasons });
    }
}

/// What passes, and nothing else.
fn tidy(standing: &Standing, changes: &mut PeopleChanges) {
    changes.changed.retain(|person| standing.people.get(&person.id) != Some(person));
    let after: BTreeMap<&PersonId, &Person> = changes.changed.iter().map(|person| (&person.id, person)).collect();
    changes.deactivated.retain(|id| after.get(id).is_some_and(|person| !person.active));
    let moved = |id: &PersonId| after.get(id).zip(standing.people.get(id)).is_some_and(|(a, b)| a.email != b.email);
    changes.readdressed.retain(|id| moved(id));
}

fn done(standing: &Standing, changes: &PeopleChanges) -> Vec<(PersonId, Done)> {
    let mut done: Vec<(PersonId, Done)> =
        changes.created.iter().map(|person| (person.id.clone(), Done::Came)).collect();
    for person in &changes.changed {
        let Some(before) = standing.people.get(&person.id) else { continue };
        if Presence::of(person).leaves(Presence::of(before)) {
            done.push((person.id.clone(), Done::Left));
        }
        if Presence::of(person).returns(Presence::of(before), standing.today) {
            done.push((person.id.clone(), Done::Back));
        }
        if person.email != before.email {
            done.push((person.id.clone(), Done::Address));
        }
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::ids::UnitCode;
    use crate::render::Language;

    fn person(n: usize) -> Person {
        Person {
            id: PersonId(format!("p{n}")),
            person_id: None,
            email: format!("p{n}@example.org"),
            name: format!("Person {n}"),
            unit: UnitCode("prod".to_owned()),
            language: Language::Fr,
            active: true,
            until: None,
            away: false,
        }
    }

    fn standing(n: usize) -> Standing {
        let people = (1..=n).map(person).map(|person| (person.id.clone(), person)).collect();
        let today = Day::parse("2026-01-05").unwrap();
        Standing { people, today, roles: BTreeSet::new(), asked: BTreeMap::new(), done: BTreeSet::new() }
    }

    fn sift(standing: &Standing, changes: &mut PeopleChanges) -> Sifted {
        super::sift(standing, changes, &[Part::Address, Part::Presence, Part::Roles])
    }

    fn gone(n: usize) -> Person {
        Person { active: false, ..person(n) }
    }

    fn moved(n: usize) -> Person {
        Person { email: format!("new{n}@example.org"), ..person(n) }
    }

    fn changes(changed: Vec<Person>) -> PeopleChanges {
        let ids = || changed.iter().map(|person| person.id.clone());
        PeopleChanges {
            deactivated: changed.iter().filter(|person| !person.active).map(|person| person.id.clone()).collect(),
            readdressed: ids().collect(),
            named: ids().collect(),
            changed,
            ..PeopleChanges::default()
        }
    }

    fn reasons(sifted: &Sifted) -> Vec<(&str, Part, Vec<Reason>)> {
        let line = |wish: &'_ Wish| wish.reasons.iter().copied().collect();
        sifted.held.iter().map(|wish| (wish.person.as_str(), wish.part, line(wish))).collect()
    }

    #[test]
    fn a_tenth_leaves_within_a_week_and_the_next_waits() {
        let mut world = standing(20);
        let mut two = changes(vec![gone(1), gone(2)]);
        let sifted = sift(&world, &mut two);
        assert_eq!((sifted.held.len(), two.deactivated.len(), sifted.done.len()), (0, 2, 2));
        // The third of the week.
        for id in ["p1", "p2"] {
            world.done.insert((id.into(), Done::Left));
            world.people.get_mut(&PersonId::from(id)).unwrap().active = false;
        }
        let mut third = changes(vec![gone(3)]);
        let sifted = sift(&world, &mut third);
        assert_eq!(reasons(&sifted), [("p3", Part::Presence, vec![Reason::ManyLeave])]);
        assert!(third.changed.is_empty() && third.deactivated.is_empty() && sifted.done.is_empty());
        // Three at once wait all three: none is chosen.
        let mut three = changes(vec![gone(4), gone(5), gone(6)]);
        assert_eq!(sift(&standing(20), &mut three).held.len(), 3);
        // Being away, and an end date, are departures; a later end date is none.
        let away = Person { away: true, ..person(7) };
        let ending = Person { until: Day::parse("2026-03-01"), ..person(8) };
        assert_eq!(sift(&standing(8), &mut changes(vec![away, ending.clone()])).held.len(), 2);
        let mut world = standing(8);
        world.people.insert("p8".into(), ending);
        let later = Person { until: Day::parse("2026-04-01"), ..person(8) };
        assert_eq!(sift(&world, &mut changes(vec![later])).held.len(), 0);
    }

    #[test]
    fn returns_have_limits_too_and_make_the_house_no_larger() {
        // Ten work here, forty left long ago, four of them by an end date.
        let mut world = standing(50);
        for n in 11..=50 {
            let past = Day::parse("2025-12-01");
            let left = if n <= 14 { Person { until: past, ..person(n) } } else { gone(n) };
            world.people.insert(left.id.clone(), left);
        }
        assert_eq!(reasons(&sift(&world, &mut changes(vec![gone(1), gone(2)]))).len(), 2, "of ten, not of fourteen");
        assert_eq!(sift(&world, &mut changes(vec![person(20)])).held.len(), 0);
        let many = sift(&world, &mut changes(vec![person(20), person(21)]));
        assert_eq!(many.held[0].reasons, BTreeSet::from([Reason::ManyReturn]));
        // Whoever came back is none of the ten, and who left of them again is still counted.
        for n in 15..=40 {
            world.people.insert(person(n).id, person(n));
            world.done.insert((person(n).id, Done::Back));
        }
        assert_eq!(sift(&world, &mut changes(vec![gone(1), gone(2)])).held.len(), 2);
        // A role is never given back by a door.
        world.done.clear();
        world.roles.insert("p45".into());
        let back = sift(&world, &mut changes(vec![person(45)]));
        assert_eq!(reasons(&back), [("p45", Part::Presence, vec![Reason::HasRole])]);
        assert_eq!(Presence::parse(&back.held[0].value), Some(Presence { active: true, until: None, away: false }));
    }

    #[test]
    fn a_role_that_waits_holds_the_address_beside_it() {
        use crate::organisation::import::RoleChange;
        use crate::web::Role;
        let mut plan = changes(vec![moved(1)]);
        let after = BTreeSet::from([(Role::Hr, "".into())]);
        let (person, name) = ("p1".into(), "Person 1".to_owned());
        plan.roles.push(RoleChange { person, name, before: BTreeSet::new(), after });
        assert_eq!(sift(&standing(100), &mut plan).held.len(), 2);
        assert!(plan.changed.is_empty());
    }

    #[test]
    fn whoever_came_this_week_is_not_counted() {
        // A hundred made-up people do not let more of the others go.
        let mut world = standing(120);
        for n in 21..=120 {
            world.done.insert((PersonId(format!("p{n}")), Done::Came));
        }
        assert_eq!(sift(&world, &mut changes(vec![gone(1), gone(2), gone(3)])).held.len(), 3);
        // Their own address may be put right.
        assert_eq!(sift(&world, &mut changes((21..=60).map(moved).collect())).held.len(), 0);
    }

    #[test]
    fn an_address_of_a_role_or_of_an_open_campaign_waits_whatever_the_numbers() {
        let mut world = standing(200);
        world.roles.insert("p1".into());
        let day = Day::parse("2026-03-31").unwrap();
        world.asked.insert(("c".into(), "g".into()), (day, BTreeSet::from(["p2".into()])));
        let mut plan = changes(vec![moved(1), moved(2), moved(3)]);
        let sifted = sift(&world, &mut plan);
        assert_eq!(
            reasons(&sifted),
            [("p1", Part::Address, vec![Reason::HasRole]), ("p2", Part::Address, vec![Reason::Invited])]
        );
        assert_eq!(sifted.held[0].value, "new1@example.org");
        assert_eq!(plan.readdressed, [PersonId::from("p3")]);
        assert_eq!(sifted.done, [("p3".into(), Done::Address)]);
        // What is as it was asked before waits no more.
        assert!(sifted.settled.contains(&("p3".into(), Part::Address)));
        assert!(!sifted.settled.contains(&("p1".into(), Part::Address)));
    }

    #[test]
    fn an_address_passed_on_waits_with_its_owner() {
        let mut world = standing(200);
        world.roles.insert("p1".into());
        // 1 gives to 2, 2 to 3; somebody new takes that of 1.
        let passed = |to: usize, from: usize| Person { email: person(from).email, ..person(to) };
        let mut plan = changes(vec![moved(1), passed(2, 1), passed(3, 2)]);
        plan.created = vec![Person { email: person(1).email, ..person(999) }, person(998)];
        let sifted = sift(&world, &mut plan);
        assert_eq!(
            reasons(&sifted),
            [
                ("p1", Part::Address, vec![Reason::HasRole]),
                ("p2", Part::Address, vec![Reason::Held]),
                ("p3", Part::Address, vec![Reason::Held])
            ]
        );
        assert!(plan.changed.is_empty());
        assert_eq!(sifted.left_out.len(), 1);
        assert_eq!(plan.created.len(), 1);
    }

    #[test]
    fn one_in_five_of_a_group_that_is_asked() {
        let mut world = standing(500);
        let day = Day::parse("2026-03-31").unwrap();
        let group: BTreeSet<PersonId> = (1..=10).map(|n| PersonId(format!("p{n}"))).collect();
        world.asked.insert(("c".into(), "g".into()), (day, group));
        assert_eq!(sift(&world, &mut changes(vec![gone(1), gone(2), gone(100)])).held.len(), 0);
        let mut three = changes(vec![gone(1), gone(2), gone(3), gone(100)]);
        let sifted = sift(&world, &mut three);
        assert_eq!(sifted.held.len(), 3, "none of the group, and whoever is in none");
        assert_eq!(three.changed.len(), 1);
        // Those who are out already count, also by an end date before the closing.
        world.people.insert("p1".into(), gone(1));
        world.people.insert("p2".into(), Person { until: Day::parse("2026-03-01"), ..person(2) });
        assert_eq!(sift(&world, &mut changes(vec![gone(3)])).held.len(), 1);
    }

    #[test]
    fn what_is_kept_of_a_departure_reads_back() {
        let day = Day::parse("2026-03-01");
        for (active, until, away) in [(false, None, false), (true, day, false), (true, None, true), (false, day, false)]
        {
            let presence = Presence { active, until, away };
            assert_eq!(Presence::parse(&presence.text()), Some(presence));
        }
        assert_eq!(Presence::parse("gone 2026-02-30"), None);
    }

    #[test]
    fn roles_never_pass() {
        use crate::organisation::import::RoleChange;
        use crate::web::Role;
        let mut plan = changes(Vec::new());
        let after = BTreeSet::from([(Role::Hr, "".into())]);
        let (person, name) = ("p1".into(), "Person 1".to_owned());
        plan.roles.push(RoleChange { person, name, before: BTreeSet::new(), after });
        let sifted = sift(&standing(3), &mut plan);
        assert_eq!(reasons(&sifted), [("p1", Part::Roles, vec![Reason::Roles])]);
        assert_eq!(sifted.held[0].value, "hr");
        assert!(plan.roles.is_empty());
    }
}

//! Verifying a publication: everything is counted again from what is sealed and compared with what was published, and
//! the stored decisions are checked against the rule. Says what differs; changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::decisions::{Decisions, by_supplier};

use super::disclosure::{Cell, Reason, reason};
use super::figure::METHOD_VERSION;
use super::figure::{ALL, Figure};
use super::figure::{CAMPAIGN, Release};
use super::figures::{Recount, of_campaign};
use super::fingerprint::Basis;
use super::store;
use super::tally::Tally;
use super::unions::{Part, Tables};
use super::{mirror, promised};
use crate::answering::{NO_GROUP, OTHER, store as answering};
use crate::campaign::{Campaign, store as campaigns};
use crate::db::Conn;
use crate::error::{Error, Result, Say};
use crate::questionnaire::Question;

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    pub fingerprint: String,
    /// How many figures, decisions and sealed sheets were looked at.
    pub figures: usize,
    pub decisions: usize,
    pub sheets: u32,
    /// What differs or breaks the rule; empty when the publication is identical.
    pub differences: Vec<Say>,
}

/// Verifies a published campaign. What cannot be checked any more is an error that says why: another version of the
/// method, or answers deleted after their time.
pub fn verify(conn: &mut Conn, campaign: &Campaign) -> Result<Verdict> {
    let publication = store::publication(conn, &campaign.id)?
        .filter(|_| campaign.is_published())
        .ok_or_else(|| Error::Invalid(Say::new("verify-not-published").with("campaign", &campaign.code)))?;
    if publication.method_version != METHOD_VERSION {
        let say = Say::new("verify-other-method").with("published", publication.method_version);
        return Err(Error::Invalid(say.with("here", METHOD_VERSION)));
    }
    let published = store::campaign_figures(conn, &campaign.id)?;
    let mut sheets = 0;
    let mut sealed: i64 = 0;
    for row in campaigns::campaign_suppliers(conn, &campaign.id)? {
        sealed += answering::sealed_counts(conn, &campaign.id, &row.supplier)?.0;
        sheets += row.complete + row.partial;
    }
    let has_mirror = store::mirror::any(conn, &campaign.id)?;
    if sealed == 0 && (sheets > 0 || has_mirror && answering::mirror_counts(conn, &campaign.id)?.is_empty()) {
        return Err(Error::Invalid(Say::new("verify-answers-gone").with("campaign", &campaign.code)));
    }
    let recount = of_campaign(conn, campaign, publication.published_at)?;
    let decided = store::campaign_decisions(conn, &campaign.id)?;
    let mut differences = compare(&published, &recount.figures);
    for (supplier, moments) in &recount.moments {
        if store::moments(conn, &campaign.id, supplier)? != *moments {
            differences.push(Say::new("verify-moments").with("supplier", supplier));
        }
    }
    differences.extend(against_the_rule(campaign, &by_supplier(&decided), &recount));
    let teams = mirror::of_campaign(conn, campaign, &recount)?;
    for supplier in mirror::differing(conn, campaign, &teams)? {
        differences.push(Say::new("verify-mirror").with("supplier", supplier));
    }
    for one in promised::differing(conn, campaign, &recount.figures, &teams)? {
        let what = format!("{} {}", one.supplier, one.commitment);
        differences.push(Say::new("verify-promised").with("commitment", what));
    }
    let (basis, fingerprint) = Basis::of(conn, campaign, &published)?.sealed()?;
    if fingerprint != publication.fingerprint || basis != publication.basis {
        differences
            .push(Say::new("verify-fingerprint").with("stored", &publication.fingerprint).with("now", fingerprint));
    }
    Ok(Verdict {
        fingerprint: publication.fingerprint,
        figures: published.len(),
        decisions: decided.len(),
        sheets: recount.tallies.values().map(|(_, tally)| tally.all().responses).sum(),
        differences,
    })
}

type Key<'a> = (&'a str, &'a str, &'a str, &'a str);

fn key(figure: &Figure) -> Key<'_> {
    (figure.supplier.as_str(), figure.client_group.as_str(), &figure.subject, &figure.indicator)
}

/// Every figure that is missing, too much, or another.
fn compare(published: &[Figure], counted: &[Figure]) -> Vec<Say> {
    let stored: BTreeMap<Key<'_>, &Figure> = published.iter().map(|figure| (key(figure), figure)).collect();
    let now: BTreeMap<Key<'_>, &Figure> = counted.iter().map(|figure| (key(figure), figure)).collect();
    let keys: BTreeSet<&Key<'_>> = stored.keys().chain(now.keys()).collect();
    keys.into_iter()
        .filter(|key| stored.get(*key) != now.get(*key))
        .map(|key| {
            let told = |figure: Option<&&Figure>| match figure {
                None => "-".to_owned(),
                Some(f) if !f.shown => "shown=no".to_owned(),
                Some(f) => match &f.word {
                    Some(word) => word.clone(),
                    None => f.value.map_or_else(String::new, |value| value.to_string()),
                },
            };
            let (supplier, group, subject, indicator) = key;
            Say::new("verify-figure")
                .with("figure", format!("{supplier} {group} {subject} {indicator}"))
                .with("stored", told(stored.get(key)))
                .with("now", told(now.get(key)))
        })
        .collect()
}

/// Does every stored decision to show something pass the rule on the sealed labels? What `other` has merged is one
/// cell here; which groups lie in it cannot be told any more, and that is the point.
fn against_the_rule(
    campaign: &Campaign,
    decided: &BTreeMap<crate::db::ids::SupplierCode, Decisions>,
    recount: &Recount,
) -> Vec<Say> {
    let mut differences = Vec::new();
    for (supplier, (questions, tally)) in &recount.tallies {
        let Some(decisions) = decided.get(supplier) else { continue };
        let closed = questions.iter().enumerate().filter(|(_, question)| question.is_closed());
        for question in std::iter::once(None).chain(closed.map(Some)) {
            for (release, threshold) in
                [(Release::Value, campaign.threshold), (Release::Levels, campaign.levels_threshold)]
            {
                let threshold = u32::try_from(threshold).unwrap_or(u32::MAX);
                if let Some(what) = broken(decisions, tally, question, release, threshold) {
                    let subject = question.map_or(CAMPAIGN, |(_, question)| question.code.as_str());
                    let place = format!("{supplier} {what} {subject} {}", release.as_str());
                    differences.push(Say::new("verify-decision").with("decision", place));
                }
            }
        }
    }
    differences
}

/// The first group shown against the rule, or `other` when what is hidden could be worked out.
fn broken(
    decisions: &Decisions,
    tally: &Tally,
    question: Option<(usize, &Question)>,
    release: Release,
    threshold: u32,
) -> Option<String> {
    let subject = question.map_or(CAMPAIGN, |(_, question)| question.code.as_str());
    let on_scale = question.is_some_and(|(_, question)| question.range().is_some());
    let mut cells: Vec<(&str, Part)> = tally
        .groups
        .iter()
        .filter(|(label, _)| label.as_str() != NO_GROUP)
        .map(|(label, group)| {
            let counts = question.map(|(place, _)| group.question(place));
            let n = counts.as_ref().map_or(group.responses, |counts| counts.n());
            let values = counts.filter(|_| on_scale).map(|counts| counts.values.clone());
            (label.as_str(), Part { supplier: 0, n, values, full: false })
        })
        .collect();
    cells.sort_by(|a, b| (b.1.n, a.0).cmp(&(a.1.n, b.0)));
    let shown = |label: &str| label != OTHER && decisions.shows(label, subject, release);
    let total = decisions.shows(ALL, subject, release);
    for (label, part) in cells.iter().filter(|(label, _)| shown(label)) {
        let cell = Cell { group: label, n: part.n, values: part.values.as_ref(), full: Some(false), barred: None };
        if reason(&cell, threshold).is_some_and(|why| why != Reason::Nobody) || !total {
            return Some((*label).to_owned());
        }
    }
    let mut tables = Tables::about(cells.iter().map(|(_, part)| part.clone()).collect(), threshold);
    if total && !tables.accept(&(0..cells.len()).collect()) {
        return Some(ALL.to_owned());
    }
    for (at, (label, part)) in cells.iter().enumerate() {
        if part.n > 0 && shown(label) && !tables.accept(&BTreeSet::from([at])) {
            return Some(OTHER.to_owned());
        }
    }
    None
}

//! What the audit reads with SQL: the schema as the database has it, hidden columns, counts. And its last result.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::aggregation::store as aggregation;
use crate::answering::night;
use crate::campaign::{Campaign, Invitation, Slip};
use crate::clock::Day;
use crate::db::ids::{CampaignId, GroupCode, InvitationId, SupplierCode};
use crate::db::schema::{
    campaign_suppliers, campaigns, client_groups, drafts, invitations, people, privacy_audits, proposals, slips,
};
use crate::db::{Conn, forgetting};
use crate::error::Result;

/// One row of a table of answers or flags, without what it says.
#[derive(Debug, Clone, QueryableByName)]
pub struct Trace {
    /// The key; of a flag, its invitation.
    #[diesel(sql_type = Text)]
    pub key: String,
    #[diesel(sql_type = Text)]
    pub campaign: String,
    #[diesel(sql_type = Text)]
    pub supplier: String,
    #[diesel(sql_type = Text)]
    pub client_group: String,
    /// `sheet`, `none` (no dealings), `text`, or `mirror`.
    #[diesel(sql_type = Text)]
    pub kind: String,
    #[diesel(sql_type = Text)]
    pub sealed: String,
    /// The transaction that wrote it, where the database shows it.
    #[diesel(sql_type = Text)]
    pub written_by: String,
}

impl Trace {
    pub fn is_sealed(&self) -> bool {
        self.sealed == "1"
    }
}

#[derive(Debug, Clone, QueryableByName)]
pub struct Column {
    #[diesel(sql_type = Text)]
    pub table: String,
    #[diesel(sql_type = Text)]
    pub name: String,
    #[diesel(sql_type = Text)]
    pub kind: String,
}

/// People who were asked.
#[derive(Debug, Clone, Copy, Default)]
pub struct Crowd {
    pub counted: i64,
    /// Taken out of the count since. They may have answered before; most are somebody else, or had left.
    pub withdrawn: i64,
}

impl Crowd {
    fn of(counted: i32, withdrawn: i32) -> Self {
        Self { counted: counted.into(), withdrawn: withdrawn.into() }
    }

    pub fn all(self) -> i64 {
        self.counted + self.withdrawn
    }

    /// The fewest of them who could have given one of so many `sheets`, each of somebody else: those who still count,
    /// and of the others as many as these sheets cannot do without.
    pub fn fewest(self, sheets: i64) -> i64 {
        sheets.min(self.all()).max(self.counted)
    }
}

impl std::iter::Sum for Crowd {
    fn sum<I: Iterator<Item = Self>>(crowds: I) -> Self {
        crowds.fold(Self::default(), |all, one| Self {
            counted: all.counted + one.counted,
            withdrawn: all.withdrawn + one.withdrawn,
        })
    }
}

/// Everything the checks look at.
pub struct Scene {
    pub under_way: bool,
    pub columns: Vec<Column>,
    /// Triggers and views: name and table.
    pub extras: Vec<Column>,
    pub campaigns: Vec<Campaign>,
    /// Rows of each table in their physical order.
    pub traces: BTreeMap<&'static str, Vec<Trace>>,
    /// Everybody's key: the list of who was invited to which campaign has the shape of a row of answers.
    pub people: BTreeSet<String>,
    /// Those on paper as well.
    pub invitations: Vec<Invitation>,
    pub drafts: Vec<(InvitationId, String)>,
    /// Invited people by campaign and group.
    pub invited: BTreeMap<(CampaignId, GroupCode), Crowd>,
    /// People by campaign, supplier and group to whom it was proposed.
    pub proposed: BTreeMap<(CampaignId, SupplierCode, GroupCode), Crowd>,
    /// How many people were asked as the team of a service, by campaign, where a team was.
    pub teams: BTreeMap<(CampaignId, SupplierCode), i32>,
    /// Groups whose sheets were sealed as `other`.
    pub hidden: BTreeMap<CampaignId, crate::answering::seal::Hidden>,
    /// Reminder letters by campaign.
    pub reminders: Vec<String>,
    /// Tables of open campaigns that are empty and still take room on the disk, where that can be asked.
    pub roomy: Vec<String>,
    /// Columns of which the database keeps values for itself, beside the rows.
    pub remembered: Vec<forgetting::Remembered>,
}

impl Scene {
    pub fn rows(&self, table: &str) -> &[Trace] {
        self.traces.get(table).map_or(&[], Vec::as_slice)
    }

    /// The keys of all rows that stand, and of everybody: the list of who was invited has the shape of a row of answers.
    pub fn keys(&self) -> HashSet<&str> {
        let mut known: HashSet<&str> = self.traces.values().flatten().map(|row| row.key.as_str()).collect();
        known.extend(self.people.iter().map(String::as_str));
        known
    }

    pub fn campaign(&self, id: &str) -> Option<&Campaign> {
        self.campaigns.iter().find(|campaign| campaign.id.as_str() == id)
    }
}

/// The tables that hold answers, with what makes each row's kind and whether it is sealed.
const ANSWERS: [(&str, &str, &str); 7] = [
    ("open_responses", "CASE WHEN no_contact THEN 'none' ELSE 'sheet' END", "CASE WHEN sealed THEN '1' ELSE '0' END"),
    ("open_comments", "'text'", "CASE WHEN sealed THEN '1' ELSE '0' END"),
    ("responses", "CASE WHEN no_contact THEN 'none' ELSE 'sheet' END", "'1'"),
    ("comments", "'text'", "'1'"),
    ("released_rows", "'file'", "'1'"),
    // Those of open campaigns all wait for their closing.
    ("open_mirrors", "'mirror'", "'0'"),
    ("mirrors", "'mirror'", "'1'"),
];

pub fn scene(conn: &mut Conn) -> Result<Scene> {
    let is_sqlite = matches!(conn, Conn::Sqlite(_));
    let (place, writer) = if is_sqlite { ("rowid", "''") } else { ("ctid", "t.xmin::text") };
    let mut traces = BTreeMap::new();
    for (table, kind, sealed) in ANSWERS {
        let has_no_group = matches!(table, "released_rows" | "open_mirrors" | "mirrors");
        let group = if has_no_group { "''" } else { "client_group" };
        let sql = format!(
            "SELECT key, campaign, supplier, {group} AS client_group, {kind} AS kind, {sealed} AS sealed, \
             {writer} AS written_by FROM {table} AS t ORDER BY t.{place}"
        );
        traces.insert(table, crate::on_each!(&mut *conn, c => diesel::sql_query(sql).load(c))?);
    }
    let sql = format!(
        "SELECT t.invitation AS key, COALESCE(i.campaign, s.campaign, '') AS campaign, '' AS supplier, \
         COALESCE(i.client_group, s.client_group, '') AS client_group, 'flag' AS kind, CASE WHEN t.sealed THEN '1' ELSE '0' END AS sealed, \
         {writer} AS written_by FROM answered AS t LEFT JOIN invitations AS i ON i.id = t.invitation \
         LEFT JOIN slips AS s ON s.id = t.invitation ORDER BY t.{place}"
    );
    traces.insert("answered", crate::on_each!(&mut *conn, c => diesel::sql_query(sql).load(c))?);
    let columns = if is_sqlite {
        "SELECT m.name AS \"table\", p.name AS name, lower(p.type) AS kind FROM sqlite_master m \
         JOIN pragma_table_info(m.name) p WHERE m.type = 'table' ORDER BY 1, p.cid"
    } else {
        "SELECT table_name::text AS \"table\", column_name::text AS name, data_type::text AS kind \
         FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1, ordinal_position"
    };
    let extras = if is_sqlite {
        "SELECT tbl_name AS \"table\", name, type AS kind FROM sqlite_master WHERE type IN ('trigger', 'view')"
    } else {
        "SELECT c.relname::text AS \"table\", t.tgname::text AS name, 'trigger' AS kind FROM pg_trigger t \
         JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal UNION ALL \
         SELECT viewname::text, viewname::text, 'view' FROM pg_views WHERE schemaname = current_schema()"
    };
    let campaigns: Vec<Campaign> =
        campaigns::table.order(campaigns::opens_on).select(Campaign::as_select()).load(conn)?;
    let mut hidden = BTreeMap::new();
    for campaign in &campaigns {
        hidden.insert(campaign.id.clone(), aggregation::hidden_groups(conn, &campaign.id)?);
    }
    let mut links: Vec<Invitation> = invitations::table.select(Invitation::as_select()).load(conn)?;
    links.extend(slips::table.select(Slip::as_select()).load(conn)?.into_iter().map(Invitation::from));
    let invited: Vec<(CampaignId, GroupCode, i32, i32)> = client_groups::table
        .select((client_groups::campaign, client_groups::code, client_groups::invited, client_groups::withdrawn))
        .load(conn)?;
    let proposed: Vec<(CampaignId, SupplierCode, GroupCode, i32, i32)> = proposals::table
        .select((
            proposals::campaign,
            proposals::supplier,
            proposals::client_group,
            proposals::people,
            proposals::withdrawn,
        ))
        .load(conn)?;
    let teams: Vec<(CampaignId, SupplierCode, i32)> = campaign_suppliers::table
        .filter(campaign_suppliers::mirror_unit.is_not_null())
        .select((campaign_suppliers::campaign, campaign_suppliers::supplier, campaign_suppliers::mirror_people))
        .load(conn)?;
    let reminders = "SELECT campaign AS name, '' AS \"table\", '' AS kind FROM outbox \
                     WHERE kind = 'reminder' AND campaign IS NOT NULL GROUP BY campaign";
    let reminders: Vec<Column> = crate::on_each!(&mut *conn, c => diesel::sql_query(reminders).load(c))?;
    Ok(Scene {
        under_way: night::is_under_way(conn)?,
        columns: crate::on_each!(&mut *conn, c => diesel::sql_query(columns).load(c))?,
        extras: crate::on_each!(&mut *conn, c => diesel::sql_query(extras).load(c))?,
        campaigns,
        traces,
        people: people::table.select(people::id).load(conn)?.into_iter().collect(),
        invitations: links,
        drafts: drafts::table.load(conn)?,
        invited: invited.into_iter().map(|(campaign, code, n, out)| ((campaign, code), Crowd::of(n, out))).collect(),
        proposed: proposed
            .into_iter()
            .map(|(campaign, one, code, n, out)| ((campaign, one, code), Crowd::of(n, out)))
            .collect(),
        teams: teams.into_iter().map(|(campaign, supplier, people)| ((campaign, supplier), people)).collect(),
        hidden,
        reminders: reminders.into_iter().map(|row| row.name).collect(),
        roomy: roomy(conn)?,
        remembered: forgetting::remembered(conn)?,
    })
}

/// On Postgres, an emptied table takes no room; one that does still holds old versions of rows.
fn roomy(conn: &mut Conn) -> Result<Vec<String>> {
    let Conn::Pg(pg) = conn else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for table in ["answered", "drafts", "open_responses", "open_comments", "open_mirrors"] {
        let sql = format!(
            "SELECT '{table}' AS name, '' AS \"table\", '' AS kind WHERE pg_relation_size('{table}') > 0 \
             AND NOT EXISTS (SELECT 1 FROM {table})"
        );
        let rows: Vec<Column> = diesel::sql_query(sql).load(pg)?;
        found.extend(rows.into_iter().map(|row| row.name));
    }
    Ok(found)
}

/// What one night's look said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, Queryable, Selectable, Insertable)]
#[diesel(table_name = privacy_audits)]
pub struct Last {
    pub day: Day,
    pub found: i32,
    pub unread: i32,
}

pub fn last(conn: &mut Conn) -> Result<Option<Last>> {
    Ok(privacy_audits::table.order(privacy_audits::day.desc()).select(Last::as_select()).first(conn).optional()?)
}

pub fn keep(conn: &mut Conn, last: &Last) -> Result<()> {
    diesel::delete(privacy_audits::table.find(last.day)).execute(conn)?;
    diesel::insert_into(privacy_audits::table).values(last).execute(conn)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_taken_out_of_the_count_stand_behind_an_answer_only_where_there_are_more_answers_than_others() {
        // Five asked, one taken out: four sheets may all be of the four others; a fifth is theirs.
        let crowd = Crowd::of(4, 1);
        assert_eq!([0, 1, 4, 5, 9].map(|sheets| crowd.fewest(sheets)), [4, 4, 4, 5, 5]);
        let two: Crowd = [crowd, Crowd::of(6, 0)].into_iter().sum();
        assert_eq!((two.all(), two.fewest(3), two.fewest(11)), (11, 10, 11));
    }
}

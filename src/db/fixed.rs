//! Statements for PostgreSQL whose text never changes: each connection has it prepared once, where
//! [`diesel::sql_query`] asks the server to prepare it each time, which is one more journey over the network.

use diesel::RunQueryDsl;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::Text;

/// The pieces of a statement, and the texts that are bound between them.
#[derive(Debug, Clone, Copy)]
pub struct Fixed<'a> {
    pub pieces: &'static [&'static str],
    pub bound: &'a [&'a str],
}

impl QueryFragment<Pg> for Fixed<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let mut bound = self.bound.iter();
        for piece in self.pieces {
            out.push_sql(piece);
            if let Some(text) = bound.next() {
                out.push_bind_param::<Text, str>(text)?;
            }
        }
        Ok(())
    }
}

/// Known by its text.
impl QueryId for Fixed<'_> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl RunQueryDsl<PgConnection> for Fixed<'_> {}

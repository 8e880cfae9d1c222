# barometer privacy-audit
audit-told = What was checked
audit-beyond = What this check cannot read
audit-unread = What could not be read
audit-found = FOUND
audit-verdict-nothing = Nothing found.
audit-verdict-found = { $found ->
    [one] { $found } finding.
   *[other] { $found } findings.
}
audit-verdict-unread = { $unread ->
    [one] Nothing found, but { $unread } thing could not be checked.
   *[other] Nothing found, but { $unread } things could not be checked.
}
audit-no-database = The database could not be read: { $fault }
audit-columns = { $table } holds: { $columns }
audit-leads = { $table } leads to people through: { $columns }
audit-drafts-tied = drafts are linked to their invitation, and encrypted with a key that only the link provides
audit-dated = { $table }.{ $column } is a date: it can reveal when someone answered
audit-tie = { $table } holds answers and leads to people through: { $columns }
audit-extra = { $name }, on { $table }, is a trigger or a view that this program did not create
audit-keys = { $rows } answer keys checked
audit-odd-keys = { $table }: { $rows } keys are not 128 random bits
audit-equal-keys = { $rows } keys are used twice: they link rows together
audit-alike-keys = { $rows } keys begin like another key: they are not random
audit-order = { $table }, { $campaign }: { $rows } rows, correlation between their order and their keys { $r }
audit-ordered = { $table }, { $campaign }: the order of the rows follows their keys ({ $r }): one of them is not random
audit-uneven = { $table }, { $campaign }: the keys are not spread as chance spreads them: they may be made of a time or a count
audit-writers = { $table }, { $campaign }: mixed rows written by { $writers } transactions (xmin), which tell them apart
audit-not-gone = { $campaign } is closed and still has { $rows } open rows or marks of who answered
audit-reminders = { $campaign } is closed and still has reminders: anyone who was sent one had not answered
audit-open = { $campaign } is open: { $sealed } rows mixed overnight, { $waiting } waiting, { $flags } people marked
audit-lost-flags = { $rows } marks of who answered belong to no invitation
audit-under-way = A nightly mixing run is in progress
audit-roomy = { $table } is empty but takes up disk space: deleted rows may still be in it
audit-people = { $campaign }: every answer could come from at least { $people } invited people
audit-few-people = { $campaign }: there is an answer that only { $people } people could have given (the promise is { $threshold })
audit-people-sealed = { $campaign }, mixed rows: each could come from at least { $people } marked people
audit-people-waiting = { $campaign }, waiting rows: there is one that could only have come from { $people } marked people
audit-file-database = The database file was read: { $bytes } bytes
audit-file-log = Its write-ahead log was read: { $bytes } bytes
audit-no-file = A database file could not be read: { $fault }
audit-old-rows = { $campaign } is closed, and { $rows } old rows of answers are still in the file or its log
audit-old-rows-open = { $campaign } is open: { $rows } old rows of answers are in the file or its log until the coming night
audit-old-drafts = { $drafts } deleted drafts from closed campaigns can still be opened with their link
audit-old-drafts-open = { $drafts } deleted drafts from open campaigns are in the file or its log until the coming night
audit-free-pages = { $pages } free pages checked
audit-written-pages = { $pages } free pages are not blank: deleted rows may be in them
audit-no-list = The list of free pages could not be followed
audit-beyond-copies = Copies made elsewhere: backups, snapshots, replicas
audit-beyond-postgres = PostgreSQL's own files: its log (pg_wal), dead row versions, freed disk blocks
audit-beyond-logs = Logs of this program, of a proxy or of the mail server
audit-mail-files = { $mails } emails are kept as files: each contains a link, which opens its draft while the campaign is open
audit-remembered = the database keeps values from { $table } ({ $column }) for itself, in its statistics; `barometer migrate` clears them, except those that someone else created (DROP STATISTICS, DROP INDEX)
audit-not-remembered = the database's statistics keep no values from the { $tables } tables that hold what is to be forgotten
audit-beside = { $name }, next to the database, copies or replicates it; what it keeps from before a seal could not be read there (docs/operations.md says which copies keep what)
audit-beside-rows = { $name }, next to the database, keeps { $rows } answers from before a seal: delete or shorten this copy or replica (docs/operations.md)
audit-people-team = { $campaign }, mirror pages: every sheet could come from at least { $people } people of the team, its heads excepted
audit-few-people-team = { $campaign }, mirror pages: there is a sheet that only { $people } people of the team could have given (the promise is { $threshold })
audit-people-team-waiting = { $campaign }, waiting mirror pages: there is one that could only have come from { $people } marked people of the team
audit-few-sheets-team = { $campaign }, mirror pages: { $sheets } sheets of a team were kept, or of a service whose team is not asked; the closing deletes fewer than { $threshold }

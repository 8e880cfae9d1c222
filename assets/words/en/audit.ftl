# barometer privacy-audit
audit-told = What was looked at
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
audit-leads = { $table } leads to people by: { $columns }
audit-drafts-tied = drafts are tied to their invitation, and encrypted with a key that only the link gives
audit-dated = { $table }.{ $column } is a date: it can tell when somebody answered
audit-tie = { $table } holds answers and leads to people by: { $columns }
audit-extra = { $name }, on { $table }, is a trigger or a view that this program did not make
audit-keys = { $rows } keys of answers looked at
audit-odd-keys = { $table }: { $rows } keys are not 128 random bits
audit-equal-keys = { $rows } keys are used twice: they tie rows together
audit-alike-keys = { $rows } keys begin like another one: they are not random
audit-order = { $table }, { $campaign }: { $rows } rows, correlation of their order with their keys { $r }
audit-ordered = { $table }, { $campaign }: the order of the rows follows their keys ({ $r }): one of them is not random
audit-writers = { $table }, { $campaign }: sealed rows written by { $writers } transactions (xmin): these tell them apart
audit-not-gone = { $campaign } is closed and still has { $rows } open rows or marks of who answered
audit-reminders = { $campaign } is closed and still has reminder letters: who got one had not answered
audit-open = { $campaign } is open: { $sealed } rows mixed at night, { $waiting } waiting, { $flags } people marked
audit-lost-flags = { $rows } marks of who answered belong to no invitation
audit-under-way = A nightly mixing is under way
audit-roomy = { $table } is empty and takes room on the disk: deleted rows may still be in it
audit-people = { $campaign }: any answer could come from { $people } invited people or more
audit-few-people = { $campaign }: there is an answer that only { $people } people could have given (the promise says { $threshold })
audit-people-sealed = { $campaign }, mixed rows: any could come from { $people } marked people or more
audit-people-waiting = { $campaign }, waiting rows: there is one that only { $people } marked people could have sent
audit-file-database = The database file was read: { $bytes } bytes
audit-file-log = Its write-ahead log was read: { $bytes } bytes
audit-no-file = A file of the database could not be read: { $fault }
audit-old-rows = { $campaign } is closed, and { $rows } old rows of answers are still in the file or its log
audit-old-rows-open = { $campaign } is open: { $rows } old rows of answers are in the file or its log until the next night
audit-old-drafts = { $drafts } deleted drafts of closed campaigns still open with their link
audit-old-drafts-open = { $drafts } deleted drafts of open campaigns are in the file or its log until the next night
audit-free-pages = { $pages } free pages looked at
audit-written-pages = { $pages } free pages are not blank: deleted rows may be in them
audit-no-list = The list of free pages could not be followed
audit-beyond-copies = Copies made elsewhere: backups, snapshots, replicas
audit-beyond-postgres = PostgreSQL's own files: its log (pg_wal), dead versions of rows, freed blocks of the disk
audit-beyond-logs = Logs of this program, of a proxy or of the mail server
audit-mail-files = { $mails } mails are kept as files: each holds a link, which opens its draft while the campaign is open
audit-remembered = the database keeps values of { $table } ({ $column }) for itself, in its statistics; `barometer migrate` clears them, except what somebody else made (DROP STATISTICS, DROP INDEX)
audit-not-remembered = the database's statistics keep no value of the { $tables } tables of what is to be forgotten
audit-beside = { $name }, beside the database, copies or replicates it; what it keeps of before a seal could not be read there (docs/operations.md says which copies keep what)
audit-beside-rows = { $name }, beside the database, keeps { $rows } answers of before a seal: delete or shorten this copy or replica (docs/operations.md)

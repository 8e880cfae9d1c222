# Recurring tasks
task-title = Tasks
task-lede = What the program does by itself: open, close, publish, remind, delete. Each task is run by one process at a time; after a stop, a missed task is run once to catch up.
task-reload = Refresh
task-caption = Recurring tasks
task-name = Task
task-state = Status
task-last = Last run
task-next = Next run
task-acts = Actions
task-at = { $day }, { $time }
task-never = not yet
task-at-start = as soon as a worker is running
task-run = Run now
task-since = since { $time } on { $day }
task-state-running = running
task-state-waiting = waiting
task-state-overdue = overdue
task-state-never = never run
task-each-minutes = { $n ->
    [one] every minute
   *[other] every { $n } minutes
}
task-each-hours = { $n ->
    [one] every hour
   *[other] every { $n } hours
}
task-daily = every day at { $hour }:00
task-took-instant = in less than a second
task-took-seconds = { $n ->
    [one] in one second
   *[other] in { $n } seconds
}
task-took-minutes = { $n ->
    [one] in one minute
   *[other] in { $n } minutes
}
task-fault = Last error:
task-fault-at = Last error, on { $day } at { $time }:
task-fault-over = It has run without errors since.
task-workers = Workers
task-workers-none = No worker has reported for two minutes.
task-worker-since = running since { $time } on { $day }
task-no-worker-title = No worker appears to be running.
task-no-worker = Nothing is sent, opened, closed or published. Start "barometer work", or "barometer serve" without --no-worker.
task-overdue-title = { $n ->
    [one] One task is more than five minutes late.
   *[other] { $n } tasks are more than five minutes late.
}
task-overdue-what = A long task may be running; if not, check the program's log.
flash-task-due = The task will run as soon as possible, usually within seconds.

task-name-open = Open campaigns
task-what-open = Opens scheduled campaigns whose day has come and prepares the invitations.
task-name-close = Close campaigns
task-what-close = Closes campaigns whose last day is over, then starts their publication.
task-name-publish = Publish
task-what-publish = Takes a closed campaign through to its results, step by step, and announces the publication.
task-name-remind = Send reminders
task-what-remind = On reminder dates, writes to people whose link has not been used, once per date.
task-name-bounces = Read returned mail
task-what-bounces = Reads the delivery reports in the folder for returned mail, if one is set, and marks the invitations that did not arrive.
task-name-participation = Count participation
task-what-participation = Records each open campaign's count for the day.
task-name-seal = Seal answers
task-what-seal = Each night, mixes the answers received so that nothing links them to a person.
task-name-privacy-audit = Check privacy
task-what-privacy-audit = Each night, looks in the database for anything that could link an answer to someone.
task-name-retention = Delete on time
task-what-retention = Deletes whatever has reached the end of its retention period.

task-name-notices = Notify heads and HR
task-what-notices = When a campaign begins, writes to the heads of internal suppliers; halfway through, writes to HR if participation is low.
task-name-actions-due = Remind owners of actions
task-what-actions-due = Once a week, writes to people whose actions are overdue or due within seven days.
task-name-actions-moved = Report progress
task-what-actions-moved = Once per campaign, after the results: writes to the people in the groups surveyed when visible actions have moved forward.
returned-title = Returned mail
returned-lede = What servers sent back and we could not match to any of our emails. Kept for { $days } days.
returned-renamed-title = Your mail server changes the ID of emails.
returned-renamed = A returned email showed this on { $day }. Returned mail is recognised by whatever else the email keeps; a return that shows none of it stays below.
returned-caption = { $n ->
    [one] One returned email
   *[other] { $n } returned emails
}
returned-read = Date read
returned-why = Why it could not be matched
returned-said = What the server said
returned-reason-nameless = The report shows nothing of the original email: ask whoever runs the mail server to include its headers.
returned-reason-text = The report is plain text, with nothing of the original email.
returned-reason-past = It concerns an email that has since been sent again, or is no longer kept: nothing to do.
returned-names = The name before the @ is not kept: for a reminder, it would show whose link had not been used. The full address is in the mailbox for returned mail.
returned-none = All returned mail has been matched.
returned-unread = No mailbox for returned mail is being read: BAROMETER_BOUNCES is not set.
returned-some = { $n ->
    [one] One email returned since { $day } could not be matched to anyone.
   *[other] { $n } emails returned since { $day } could not be matched to anyone.
}
returned-see = See what the servers said
task-name-announce = Announce results
task-what-announce = Notifies everyone surveyed on the day planned after a publication.
journal-title = Journal
journal-lede = Who did what, when. Never an answer, a link or a password.
journal-search = Search
journal-event = Event
journal-all = all
journal-from = From
journal-until = To
journal-when = When
journal-who = Who
journal-what = What
journal-detail = Detail
journal-program = the program
journal-none = No line matches.
journal-older = Older
journal-latest = Latest
journal-take = Take as CSV
journal-take-excel = Take for Excel
journal-open = Journal: who did what
audit-event-key-agreed = Key agreed to
audit-event-key-made = Key made
audit-event-key-revoked = Key revoked
audit-event-account-ended = Sessions ended by the account provider
audit-event-account-linked = Organisation account linked
audit-event-account-refused = Sign-in by account refused
audit-event-account-unlinked = Organisation account unlinked
audit-event-address-corrected = Address corrected
audit-event-address-imported = Address changed by a file
audit-event-agreement-made = Agreement printed
audit-event-bounces-read = Returned mail read
audit-event-campaign-changed = Campaign changed
audit-event-campaign-closed = Campaign closed
audit-event-campaign-copied = Campaign prepared from another
audit-event-campaign-created = Campaign created
audit-event-campaign-extended = Closing postponed
audit-event-campaign-file = File of responses: setting changed
audit-event-campaign-groups = Groups changed
audit-event-campaign-mail-test = Test mail of a campaign
audit-event-campaign-mail-texts = Mail texts changed
audit-event-campaign-mirrors = Mirror pages: setting changed
audit-event-campaign-opened = Campaign opened
audit-event-campaign-refused = Change refused, the campaign being open
audit-event-campaign-scheduled = Opening scheduled
audit-event-campaign-thresholds = Thresholds changed
audit-event-campaign-unscheduled = Opening no longer scheduled
audit-event-charter-saved = Charter: text saved
audit-event-charter-draft = Charter: new version
audit-event-charter-consulted = Charter: consultation noted
audit-event-charter-adopted = Charter adopted
audit-event-codes-shown = Codes printed
audit-event-comment-reported = Comment reported
audit-event-comments-released = Comments released
audit-event-comments-reminded = Reminder to whoever reads comments
audit-event-commitment-again = Commitment taken up again
audit-event-commitment-ended = Commitment ended
audit-event-commitment-question = Question of a commitment
audit-event-commitment-saved = Commitment saved
audit-event-demo = Demonstration prepared
audit-event-export = File taken
audit-event-held-mails-sent = Held mails sent
audit-event-import-measurements = Measurements imported
audit-event-import-people = People imported
audit-event-import-relations = Relations imported
audit-event-import-responses = Past wave imported
audit-event-import-suppliers = Suppliers imported
audit-event-invitation-put-back = Person counted again
audit-event-invitation-sent-again = Invitation sent again
audit-event-invitation-withdrawn = Person no longer counted
audit-event-journal-taken = Journal taken
audit-event-link-key-accepted = Link key accepted
audit-event-link-reissued = New link given
audit-event-mails-halted = Sending halted by the program
audit-event-mails-paused = Sending paused
audit-event-mails-resumed = Sending resumed
audit-event-mails-stopped = Sending stopped
audit-event-measurements-saved = Measurements saved
audit-event-newcomers-invited = Newcomers invited
audit-event-offering-removed = Offering deleted
audit-event-offering-saved = Offering saved
audit-event-person-added = Person added
audit-event-person-changed = Person changed
audit-event-point-added = Point added
audit-event-point-changed = Point changed
audit-event-priority-dismissed = Priority dismissed
audit-event-priority-restored = Priority put back
audit-event-questionnaire-copied = Questionnaire copied
audit-event-questionnaire-discarded = Questionnaire draft discarded
audit-event-questionnaire-draft = Questionnaire draft begun
audit-event-questionnaire-same-meaning = Wordings of the same meaning
audit-event-questionnaire-same-meaning-withdrawn = Wordings of the same meaning: mark withdrawn
audit-event-questionnaires-begun = Questionnaires begun
audit-event-relations-changed = Who serves whom: changed
audit-event-relay-changed = Outgoing mail: settings changed
audit-event-restored = Backup restored
audit-event-results-announced = Results announced
audit-event-role-granted = Role given
audit-event-role-withdrawn = Role withdrawn
audit-event-roles-imported = Roles changed by a file
audit-event-settings-changed = Settings changed
audit-event-sign-in-link = Sign-in link asked for
audit-event-signed-in = Signed in
audit-event-supplier-changed = Supplier changed
audit-event-supplier-created = Supplier created
audit-event-task-run = Task started

# Keys and the interface
keys-title = Access keys
keys-lede = With a key another program reads published results or brings measurements.
keys-described = Description of the interface
keys-made = The key “{ $name }” is made
keys-made-once = Copy it now: it is shown once, and only its fingerprint is kept.
keys-made-waits = It reads results: it opens nothing until somebody with the HR role agrees to it here.
keys-caption = { $n ->
    [one] 1 key
   *[other] { $n } keys
}
keys-name = Name
keys-name-hint = The program that uses it, and what for
keys-by = made by { $name }
keys-scopes = Opens
keys-standing = State
keys-ends = Last day
keys-ends-hint = A year at most
keys-used = Last used
keys-never = never
keys-acts = Actions
keys-agree = Agree
keys-revoke = Revoke
keys-none = No keys: no other program comes in.
keys-shows-on = Whoever holds a “results” key sees what the HR role sees, without comments, and may show it to others: that is what HR agrees to. Each campaign read is listed among the exports.
keys-new = Make a key
keys-make = Make the key
keys-fault-name = Write a name.
keys-fault-long = { $limit } characters at most.
keys-fault-scopes = Tick at least one line.
keys-fault-ends = A day to come, { $days } days ahead at most.
keys-agreed-before = It was agreed to already, or the key is revoked.
keys-scope-results = results
keys-scope-organisation = organisation
keys-scope-measurements = measurements
keys-scope-results-told = Published results, participation, plan, commitments (with HR’s agreement)
keys-scope-organisation-told = Units, services, who serves whom
keys-scope-measurements-told = Bring measurements of commitments
keys-standing-waits = waits for HR
keys-standing-valid = valid
keys-standing-ended = ended
keys-standing-revoked = revoked
flash-key-agreed = Agreed: the key opens published results.
flash-key-revoked = Key revoked: it opens nothing any more.
api-title = Interface for programs
api-lede = The same figures as pages and files, under the same rules. This page shows no results.
api-document = OpenAPI document
api-begin = Getting started
api-begin-key = An administrator makes a key; it goes into the Authorization header, never into the address.
api-base = The addresses below follow
api-pages = Lists come in pages: limit says how many items (1000 at most), and what a page gives as next is asked for as cursor.
api-etag = ETag is the digest of the bytes served: sent back in If-None-Match, it saves reading what has not changed.
api-addresses = Addresses
api-address = Address
api-scope = Key
api-told = What it is
api-parameters = Parameters
api-problems = Refusals, and what to do
api-problem-no-key = Send Authorization: Bearer and the key.
api-problem-unknown-key = Nobody has this key: check that it is whole.
api-problem-key-ended = Its last day is over, or it was revoked: ask an administrator for another.
api-problem-key-waits = It reads results: somebody with the HR role has to agree to it.
api-problem-key-in-address = A key in an address stays in logs: put it into the header, and have this one revoked.
api-problem-out-of-scope = The key does not open this address.
api-problem-too-many = Wait as many seconds as Retry-After says.
api-problem-not-found = Nothing at this address, or nothing that is published.
api-problem-not-allowed = The Allow header names the methods there are.
api-problem-not-json = Send JSON, with Content-Type: application/json.
api-problem-too-large = One megabyte at most.
api-problem-too-slow = The body did not arrive in time.
api-problem-invalid = detail or errors says what and where; nothing was written.
api-problem-unavailable = The database is busy or away: try again later, nothing is lost.
api-problem-internal = A fault of ours, noted in the log.

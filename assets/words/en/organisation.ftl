# CSV files
csv-utf16 = This file is in UTF-16. Save it as "CSV UTF-8" and try again.
csv-not-utf8 = This line is not UTF-8. Save the file as "CSV UTF-8" and try again.
csv-empty = The file is empty.
csv-broken-line = This line cannot be read.
csv-unclosed-quote = A quote opened on this line is not closed: close it, or remove it.
csv-cell-count = { $found } cells instead of { $expected }: some are missing, or there are too many.
csv-doubled-column = The column "{ $column }" appears twice.
csv-unknown-column = The column "{ $column }" is not known.
csv-missing-column = The column "{ $column }" is missing.

# Import
import-title-people = Import people
import-title-suppliers = Import internal suppliers
import-title-relations = Import relations
import-file = CSV file
import-file-hint = CSV in UTF-8, separated by commas, semicolons, tabs or vertical bars, 10 MiB at most. Nothing is saved until you confirm.
import-look = Check the file
import-columns = Columns in the file
import-people-help = The file creates units and people, or updates those that exist. You will first see everything that would change.
import-people-columns = May be left empty: email (the person then gets a code on paper; they need a person_id and cannot have a role), person_id, parent_unit_code, roles, until; the columns person_id, old_person_id, roles, active, until and state may be missing. A person is recognised by person_id, or otherwise by address; if their number has changed, old_person_id holds the old one; a - there means that they are new here. language: fr, en, de, es, it, nl or pt. active: yes or no. until: 2026-03-20. state: active, or away for a long absence (the person is not surveyed); an empty cell changes nothing. roles: hr;head:it;moderator:hr; an empty cell changes no role.
import-roles-admin-only = Only an administrator can change roles: the roles column in your file will be ignored.
import-people-complete = This file is complete: deactivate people who are not in it
import-suppliers-help = One internal supplier per line, with its name, its form in a French sentence ("l'Informatique") and its team's unit.
import-suppliers-complete = This file is complete: deactivate suppliers that are not in it
import-relations-help = One line per supplier and unit: kind is serves (the whole branch is served) or except (this branch is not).
import-relations-complete = This file is complete: remove relations that are not in it
import-preview = { $n ->
    [one] One line read, without errors. Here is what would change; nothing has been saved yet.
   *[other] { $n } lines read, without errors. Here is what would change; nothing has been saved yet.
}
import-faults = { $n ->
    [one] One error in the file
   *[other] { $n } errors in the file
}
import-faults-lede = Nothing was imported. Correct these lines and try again.
import-another = Choose another file
import-warnings = Please note
import-roles-left-out = This file assigns roles. You are not an administrator: roles will stay as they are.
import-confirm-title = Is everything correct?
import-confirm-lede = The import is done in one go, all or nothing.
import-confirm = Import
import-more = { $n ->
    [one] … and one more.
   *[other] … and { $n } more.
}
import-nothing = This file would change nothing: everything is up to date.
import-refused = The file contains errors: nothing was imported.
import-line = Line { $line }:
import-empty = the cell "{ $column }" is empty.
import-too-long = "{ $column }" has more than { $limit } characters.
import-code-lowered = The code "{ $value }" is read as "{ $code }", in lower case, throughout the file.
import-supplier-in-sentence = in a French sentence: "{ $text }"
import-not-a-code = "{ $value }" is not a code ({ $column }): lower-case letters, digits and _, 40 at most.
import-not-yes-no = "{ $value }" is neither yes nor no ({ $column }): write yes or no.
import-not-a-day = "{ $value }" is not a date ({ $column }): write 2026-03-20.
import-not-an-address = "{ $value }" is not an email address: write it on its own, like ana@example.org; a domain cannot mix two alphabets.
import-doubled = "{ $value }" already appears on line { $first }.
import-same-person = this line refers to { $name }, as another line already does.
import-address-taken = the address { $value } already belongs to { $name }.
import-two-names = the unit { $code } is called "{ $one }" on line { $first } and "{ $other }" here.
import-two-parents = the unit { $code } belongs to { $one } on line { $first } and to { $other } here.
import-unknown-parent = the parent unit { $code } is in neither the file nor the organisation.
import-loop = the unit { $code } ends up belonging to itself.
import-unknown-language = the language "{ $value }" is not known: fr, en, de, es, it, nl or pt.
import-unknown-role = "{ $value }" is not a role: hr, direction, reader, admin, head:<supplier>, moderator:<supplier>.
import-unknown-unit = the unit { $code } does not exist.
import-unknown-supplier = the supplier { $code } does not exist.
import-unknown-kind = "{ $value }" is not a relation: serves or except.
import-supplier-not-yet = a role concerns the supplier { $supplier }, which does not exist yet.
import-moderator-heads = nobody can review the comments about { $supplier } if they head it.
import-moderator-belongs = nobody can review the comments about { $supplier } if they work there.
import-last-administrator = After this import, there would be no active administrator left.
import-units-created = { $n ->
    [one] One unit created
   *[other] { $n } units created
}
import-units-renamed = { $n ->
    [one] One unit renamed
   *[other] { $n } units renamed
}
import-units-moved = { $n ->
    [one] One unit moved
   *[other] { $n } units moved
}
import-people-created = { $n ->
    [one] One person created
   *[other] { $n } people created
}
import-people-changed = { $n ->
    [one] One person changed
   *[other] { $n } people changed
}
import-people-deactivated = { $n ->
    [one] One person deactivated
   *[other] { $n } people deactivated
}
import-roles-changed = { $n ->
    [one] Roles of one person changed
   *[other] Roles of { $n } people changed
}
import-suppliers-created = { $n ->
    [one] One supplier created
   *[other] { $n } suppliers created
}
import-suppliers-changed = { $n ->
    [one] One supplier changed
   *[other] { $n } suppliers changed
}
import-relations-created = { $n ->
    [one] One relation created
   *[other] { $n } relations created
}
import-relations-changed = { $n ->
    [one] One relation changed
   *[other] { $n } relations changed
}
import-relations-removed = { $n ->
    [one] One relation removed
   *[other] { $n } relations removed
}
import-person = { $name } ({ $email })
import-invites = If a campaign is open, its page offers to invite people who have joined.
import-in-unit = unit { $unit }
import-unit = { $name } ({ $code })
import-unit-renamed = { $code }: "{ $before }" becomes "{ $after }"
import-unit-moved = { $name }: from { $before } to { $after }
import-supplier = { $name } ({ $code })
import-relation-serves = { $name } serves { $unit } and everything below it
import-relation-except = { $name } serves neither { $unit } nor anything below it
import-role-given = role added: { $role ->
    [hr] human resources
    [direction] senior management
    [reader] reader of totals
    [admin] administration
    [head] head of { $name }
    [moderator] moderator of comments about { $name }
    [unit] representative of the client unit ({ $name })
   *[other] { $role }
}
import-role-lost = role removed: { $role ->
    [hr] human resources
    [direction] senior management
    [reader] reader of totals
    [admin] administration
    [head] head of { $name }
    [moderator] moderator of comments about { $name }
    [unit] representative of the client unit ({ $name })
   *[other] { $role }
}
import-role-had = had the role: { $role ->
    [hr] human resources
    [direction] senior management
    [reader] reader of totals
    [admin] administration
    [head] head of { $name }
    [moderator] moderator of comments about { $name }
    [unit] representative of the client unit ({ $name })
   *[other] { $role }
}
import-change-number = staff number: { $before } → { $after }
import-change-name = name: { $before } → { $after }
import-change-email = address: { $before } → { $after }
import-change-unit = unit: { $before } → { $after }
import-change-language = language: { $before } → { $after }
import-change-until = until: { $before } → { $after }
import-change-back = active again
import-change-away = on long-term absence: no longer surveyed
import-change-asked = back from absence: surveyed again
import-unknown-state = "{ $value }" is not a state: write active or away.
import-change-inactive = becomes inactive
import-outcome = Outcome
import-state-running = The import is in progress. You can close this page: it continues without it.
import-state-done = The import is complete.
import-state-refused = Nothing was imported: the file was refused. Check it again to see why.
import-state-failed = Nothing was imported: the program ran into an error. Try again; if it happens again, tell your administrator.
import-state-cut = This import was interrupted, probably because the program stopped. Nothing was imported: start again.
import-began-at = Started on { $day } at { $time }.
import-ended-at = Finished on { $day } at { $time }.
import-lines = { $n ->
    [one] One line read.
   *[other] { $n } lines read.
}
import-reload = Refresh
import-latest = Latest imports
import-chip-running = in progress
import-chip-done = done
import-chip-refused = refused
import-chip-failed = failed
import-chip-cut = interrupted
flash-imported = { $n ->
    [one] Import complete: one line processed.
   *[other] Import complete: { $n } lines processed.
}

# Forms
form-errors = { $n ->
    [one] One thing to correct
   *[other] { $n } things to correct
}
form-empty = fill this in.
form-not-a-choice = choose from the list.
form-fault = { $label }: { $fault }
form-too-long = { $limit } characters at most.
flash-saved = Saved.

# People and roles
people-title = People
people-lede = { $n ->
    [0] Nobody is registered yet.
    [one] One person registered.
   *[other] { $n } people registered.
}
people-search = Search by name, address or unit
people-found = { $n ->
    [one] One person
   *[other] { $n } people
}
people-name = Name
people-email = Address
people-unit = Unit
people-roles = Roles
people-state = Status
people-active = active
people-away = inactive
people-on-leave = on long-term absence
people-page = Page { $page } of { $pages }
people-none = Nobody yet. Start by importing a file, below.
people-not-found = Nobody matches "{ $search }".
people-show-all = Show everyone
person-details = Contact details
person-number = Staff number
person-language = Language
person-until = until
person-by-import = A correction made here holds until the next file is imported: correct whatever produces it, too.
person-no-role = No role: this person answers questionnaires and follows the actions in which they are named.
person-roles-admin-only = Only an administrator can grant or remove a role.
person-grant = Grant a role
person-role = Role
person-role-supplier = Internal supplier
person-role-supplier-hint = For heads and moderators only.
person-grant-button = Grant this role
person-withdraw = Remove
person-role-unknown = There is no such role.
person-role-needs-supplier = This role goes with an internal supplier: choose which one.
person-last-admin = This is the last administrator: first grant the role to someone else.
flash-role-granted = Role granted.
flash-role-withdrawn = Role removed.
role-short = { $role ->
    [hr] human resources
    [direction] senior management
    [reader] reader of totals
    [admin] administration
    [head] head of { $name }
    [moderator] moderator of comments about { $name }
    [unit] representative of the client unit ({ $name })
   *[other] { $role }
}
role-hr = Human resources: people, campaigns, results, exports
role-direction = Senior management: all published results and plans
role-reader = Reader: published totals and plans
role-admin = Administration: roles and settings
role-head = Head of an internal supplier
role-moderator = Moderator of comments about an internal supplier
role-head-of = Head: { $supplier }
role-moderator-of = Moderator of comments: { $supplier }

# Internal suppliers
suppliers-title = Internal suppliers
suppliers-lede = The services that other units rate, who heads them and who they serve.
suppliers-count = { $n ->
    [one] One internal supplier
   *[other] { $n } internal suppliers
}
suppliers-name = Name
suppliers-heads = Heads
suppliers-served = Units served
suppliers-no-head = no head
suppliers-active = active
suppliers-inactive = inactive
suppliers-none = No internal suppliers yet. Create the first one, or import the list.
suppliers-new = New internal supplier
suppliers-create = Create
supplier-code = Code
supplier-code-hint = Lower-case letters, digits and _; it never changes afterwards.
supplier-code-wrong = lower-case letters, digits and _ only.
supplier-code-taken = the code { $code } is already taken.
supplier-names = Name and team
supplier-article-hint = With its article: "l'Informatique", "les Ressources humaines". If you give only an article, the name is added.
supplier-unit = Team's unit
supplier-unit-hint = Its members do not rate themselves.
supplier-unit-none = none
supplier-unit-unknown = There is no such unit.
supplier-active = Active: can be included in a campaign
supplier-no-head = It has no head. An administrator grants this role on a person's page.
supplier-served = { $n ->
    [0] Serves no unit yet.
    [one] Serves one unit.
   *[other] Serves { $n } units.
}
supplier-relations = Who is served
supplier-relations-help = "Served" applies to the unit and everything below it; "except" takes a branch out; a dash follows the unit above.
supplier-relation = Relation
supplier-relation-of = Relation with { $unit }
supplier-serves = served
supplier-except = except
supplier-result = Result
supplier-result-served = served
supplier-result-not-served = not served
supplier-result-own = its own team
supplier-relations-save = Save relations
supplier-no-units = No units yet: import people first.
flash-supplier-created = Internal supplier created. Now say who it serves.

# Settings
settings-title = Settings
settings-lede = What the organisation says about itself in emails and on the confidentiality page.
settings-organisation = Name of the organisation
settings-hr-contact = Human resources contact
settings-hr-contact-hint = Where to write with a question; shown to everyone.
settings-controller = Data controller
settings-controller-hint = The legal entity and its address.
settings-dpo-contact = Data protection officer
settings-dpo-hint = An email or postal address.
settings-alert-contact = In case of distress or harassment
settings-alert-hint = Who to contact: the questionnaire is not a channel for reporting serious concerns.
settings-moderator-hint = A job title, not a name: "the head of social dialogue".
settings-labels = Word beside a mean rating
settings-labels-hint = Shown only when the whole margin of error falls under the same word.
settings-labels-standard = 2.8 to 3.5: Average
settings-labels-satisfactory_from_three = 3.0 to 3.5: Satisfactory
settings-comments-months = Comments: how many months to keep them
settings-answers-months = Answers: how many months to keep them
settings-months-hint = Counted from closing, from { $least } to { $most }; comments are never kept longer than answers.
settings-keep-wrong = a whole number of months, from { $least } to { $most }.
settings-keep-order = no longer than for answers, here { $answers } months.
settings-keep = Retention periods
settings-keep-shorter = A shorter period applies to all campaigns, within six hours. What is deleted is gone for good: lengthening the period afterwards brings nothing back.
settings-keep-longer = A longer period applies only to campaigns that open from then on: the others keep what was promised when they opened.
settings-keep-results = Published results remain, but can no longer be recalculated once the answers are deleted.
settings-contact-most = Invitations: maximum number of campaigns per person
settings-contact-most-hint = From { $least } to { $most }; empty for no limit. Beyond that, the person is not invited to the next campaign.
settings-contact-months = Number of months over which this limit applies
settings-contact-months-hint = From { $least } to { $most } months before a campaign opens.
settings-contact-wrong = Write a whole number from { $least } to { $most }.
person-invited = Campaigns
person-invited-limit = { $n ->
    [one] One campaign in { $months } months at most.
   *[other] { $n } campaigns in { $months } months at most.
}
person-invited-counts = counts
person-invited-note = Invitations only, kept for 24 months. It is not known who answered.
person-invited-none = No invitations so far.
settings-keep-fixed = Not adjustable: invitations and sending addresses are deleted { $days } days after closing, and their links then lead nowhere; the log of sign-ins and changes is deleted after { $months } months.
settings-see-privacy = See the confidentiality page

# Sign-in
sign-in-lede = No password: we send you a link, valid for { $minutes } minutes.
sign-in-address = Your work address
sign-in-send = Send me the link
sign-in-respondents = You do not need to sign in to answer the questionnaire: follow the link in your invitation.
sign-in-sent-title = Check your inbox
sign-in-sent = If this address is known, a link has just been sent to it. It is valid for { $minutes } minutes and works only once.
sign-in-sent-nothing = Nothing received? Check your junk folder and the address, or wait a little: three links an hour at most.
sign-in-again = Ask for a new link
sign-in-as = You are about to sign in as { $name }.
sign-in-button-lede = This link works only once.
sign-in-gone-title = This link no longer works
sign-in-gone = A sign-in link is valid for { $minutes } minutes and works only once. Ask for a new one.
sign-in-account-lede = With the account you use every day:
sign-in-account = Continue with { $label }
account-refused-away = Sign-in is not possible right now
account-refused-away-do = { $label } is not answering. Try again in a moment; people who are signed in stay so.
account-refused-declined = Sign-in cancelled
account-refused-declined-do = { $label } tells us that the sign-in was not accepted. You can start again.
account-refused-stale = This sign-in has expired
account-refused-stale-do = It took more than ten minutes, was used already, or began in another browser. Start again from here.
account-refused-wrong = Sign-in refused
account-refused-wrong-do = The answer from { $label } could not be verified. Start again; if it keeps happening, tell IT: the server's log says why.
account-refused-no-address = Your account gives no address we can rely on
account-refused-no-address-do = { $label } does not vouch for an email address of your account. Ask IT to have it verified.
account-refused-unknown = Your address is not known here
account-refused-unknown-do = Nobody in the barometer has the address of your { $label } account. Ask HR to check it.
account-refused-other = This address already has another account
account-refused-other-do = The person with this address signs in with another account of { $label }. An administrator can unlink the old one on their page.
account-refused-left = Your access has ended
account-refused-left-do = In the barometer you are no longer part of the organisation. If this is a mistake, write to HR.
account-by-mail = Get a link by email
account-left-title = You are signed out of the barometer
account-left = Your session at { $label } goes on: on a shared computer, end it too.
account-left-there = Sign out of { $label } too
account-left-again = Sign in again
person-account = Organisation account
person-account-since = Linked since { $day }
person-account-none = Not linked yet: the first sign-in does it.
person-account-unlink = Unlink
flash-account-unlinked = Account unlinked: the next sign-in links a new one.
sign-in-nobody = There is no active person with the address { $address }.
sign-in-mail-subject = Your barometer sign-in link
sign-in-mail-hello = Hello { $name },
sign-in-mail-text = Here is your sign-in link to the internal barometer. It is valid for { $minutes } minutes and works only once.
sign-in-mail-not-you = Did you not ask for this? Ignore this message: without the link, nobody can get in.

# Confidentiality (read by the people who are asked)

# Accessibility

# Command line
cli-dry-run = Dry run: nothing was saved.
cli-unreadable = { $file } cannot be read: { $fault }

import-address-of-role = These people have a role; they sign in with their address, and only an administrator can change it: { $addresses }. Nothing was imported.

# People without an address
people-no-address = no address: code on paper
import-person-without-address = { $name } (no address, no. { $number })
import-shared-address = the address { $value } already appears on line { $first }; a shared address does not belong to any one person: leave it empty on each line, and these people will get a code on paper.
import-neither-address-nor-number = an address or a person_id is needed: without either, the next file would not recognise this person.
import-role-needs-address = a role requires an address: it is how people sign in.
person-role-needs-address = This person has no email address: a role requires one, because it is how people sign in. Complete the people file and import it.
relay-title = Sending emails
relay-lede = What your mail server accepts, and when emails are sent.
relay-presets = Fill in for:
relay-preset-none = your own server, without limits
relay-preset-m365 = Microsoft 365 (30 a minute, 10,000 a day, 3 connections)
relay-preset-filled = The form has been filled in; nothing is saved until you press the button at the bottom.
relay-per-minute = Emails per minute
relay-per-day = Emails per day
relay-no-limit = Empty: no limit. Counted across all emails, whichever machine sends them.
relay-connections = Simultaneous connections
relay-connections-hint = From 1 to 32, for each machine that sends.
relay-from = From
relay-time-hint = For example 08:00.
relay-until = Until
relay-until-hint = For example 18:00; 24:00 for the end of the day.
relay-holidays = Public holidays
relay-holidays-none = Emails are also sent on public holidays
relay-holidays-france = Nothing is sent on public holidays in France
relay-holidays-alsace = Nothing is sent on public holidays in France, including those of Alsace and Moselle
relay-days = Sending days
relay-monday = Monday
relay-tuesday = Tuesday
relay-wednesday = Wednesday
relay-thursday = Thursday
relay-friday = Friday
relay-saturday = Saturday
relay-sunday = Sunday
relay-urgent = Sign-in links are always sent at once; they count towards the limits.
relay-back = Back to the settings
relay-fault-number = write a whole number from 1 to { $most }
relay-fault-time = write a time such as 08:00
relay-fault-until = the end time must come after the start time
relay-fault-days = Tick at least one day.
csv-index-column = Column { $place } has no heading and only numbers the lines (R and pandas add it): remove it, or export without it (row.names = FALSE, index=False).
csv-column-without-head = Column { $place } has no heading, but contains "{ $value }": give it a heading, or empty it.
import-line-and-others = Line { $line } and { $others } other lines:
import-spreadsheet-fault = "{ $value }" ({ $column }) is a spreadsheet error: widen the column or correct the cell, then export again.
import-day-of-two = "{ $value }" ({ $column }) could be two dates, and nothing in the column says whether the day comes before the month: write 2026-03-20.
import-day-serial = "{ $value }" ({ $column }) is the number a spreadsheet uses to store a date: set the column's format to date, or write 2026-03-20.
import-address-nowhere = email to { $value } probably will not arrive: its domain is not one that receives mail from outside.
import-address-accents = email to { $value } will arrive only if every server on the way accepts accents before the @: ask for an address without accents.
import-address-held = the address { $value } still belongs to { $name }, who is active: in the same file, empty or change { $name }'s address, or write active = no with an empty address.
import-number-scientific = "{ $value }" (person_id) lost digits in a spreadsheet: set the column's format to text and export again.
import-number-like = the number { $number } looks like { $other }, which belongs to { $name }. Same person, corrupted number: write { $other }. Same person, new number: add a column old_person_id with { $other }. Someone else: old_person_id = -
import-number-like-line = the number { $number } looks like { $other } on line { $first }. Same person: remove one line. Two people: write - in a column old_person_id on this line.
import-number-or-successor = the address { $value } belongs to { $name }, number { $other }, and this line has { $number }. Same person, new number: add a column old_person_id with { $other }. Someone taking over the address: old_person_id = - (possible once { $name } has left the organisation).
import-number-taken = old_person_id says that nobody here is meant, but the number { $number } belongs to { $name }: empty old_person_id, or correct the number.
import-old-number-stands = the number { $number } belongs to { $name }, and { $old } (old_person_id) to { $other }: two people. Empty old_person_id, or correct one of the two.
import-old-number-unknown = nobody here has the number { $value } (old_person_id): correct it, or write - for someone new.
import-old-number-alone = old_person_id goes with person_id: give this person's new number.
import-becomes-another = this line turns { $before } into another person: { $after } would keep their roles, actions and invitations. Is it the same person? If not: give them their own person_id and old_person_id = -
import-role-had-alone = nobody else has the role: { $role ->
    [hr] human resources
    [direction] senior management
    [reader] reader of totals
    [admin] administration
    [head] head of { $name }
    [moderator] moderator of comments about { $name }
    [unit] representative of the client unit ({ $name })
   *[other] { $role }
}; name someone else
import-holds-action = action to complete: { $reference } { $title }
import-change-in-sentence = in a sentence ({ $language }): { $before } → { $after }
settings-moderator = Who reads the comments
settings-languages = Languages of the people surveyed
settings-languages-hint = In order, separated by commas. What is missing in one language is read in the first. Possible: { $known }.
settings-languages-wrong = Enter at least one of these codes, each once: { $known }.
supplier-name = Name
supplier-in-sentence = In a sentence, if different
settings-moderator-as = Role
import-change-name-in = name ({ $language }): { $before } → { $after }
one-add = Add a person
one-correct = Correct
one-faults = { $n ->
    [one] There is a problem with one field
   *[other] There are problems with { $n } fields
}
one-doubts = Please read this before saving:
one-name = Name
one-hint-name = First name and surname, as colleagues know them.
one-email = Email address
one-hint-email = Leave it empty for somebody without an address of their own: they take part with a code on paper.
one-number = Staff number
one-hint-number = Needed when there is no address; it lets the next file find them.
one-choose = Choose a unit
one-state-here = Works here
one-state-away = On long leave: is not asked
one-state-gone = Has left
one-until = Last day
one-hint-until = Optional: after this day they are no longer asked and can no longer sign in.
one-save-anyway = Save all the same
person-needs-unit = Choose the unit they work in.
person-number-taken = The staff number { $number } belongs to { $name }.
flash-person-added = { $name } has been added.
flash-person-saved = { $name } has been saved.
people-every-unit = All units
people-every-role = Any role or none
people-every-state = All
people-filter-here = Working here
people-filter-away = On long leave
people-filter-without_address = Without an address
people-filter-gone = Has left
people-none-found = Nobody matches these choices.
people-file-empty = Download an empty file to fill in
people-file-all = Download everybody, in the format this form reads
import-next-suppliers = Next: the internal suppliers
import-next-relations = Next: who serves whom
import-next-questionnaires = Next: the questionnaires
people-sort-name = name
people-sort-unit = unit
role-unit = Representative of a client unit: what its group says of others, points of its relations
role-unit-of = Representative of the client unit: { $unit }
person-role-unit = Client unit
person-role-unit-hint = For a representative: the unit they speak for.
person-role-needs-unit = Choose the client unit of this representative.
nav-relations = Relations

# What comes by itself and waits for a yes
waiting-title = Waiting for approval
waiting-lede = What the import folder or the directory asks for, and the barometer does not do without someone’s approval.
waiting-faults = Not everything was done
waiting-none = Nothing is waiting.
waiting-units = { $n ->
    [one] One unit that the barometer does not know by this name
   *[other] { $n } units that the barometer does not know by these names
}
waiting-units-lede = The directory creates no units by itself. Say which one is meant: it applies to everyone, and from now on.
waiting-called = “{ $spelling }”
waiting-called-nothing = No unit given
waiting-called-n = { $n ->
    [one] One person is waiting: { $names }.
   *[other] { $n } people are waiting: { $names }.
}
waiting-since = Since { $day }.
waiting-which-unit = This is the unit
waiting-choose-unit = choose one
waiting-new-unit = new unit “{ $spelling }”
waiting-fault-new-unit = No unit can be created with this name: its code would be taken already, or empty. Choose a unit, or import it with a file.
waiting-is-unit = Confirm
waiting-yes = Approve
waiting-no = Leave as is
waiting-all = { $n ->
    [one] This one
   *[other] All { $n } at once
}
waiting-of-presence = { $n ->
    [one] One departure or return
   *[other] { $n } departures and returns
}
waiting-of-address = { $n ->
    [one] One address
   *[other] { $n } addresses
}
waiting-of-roles = { $n ->
    [one] Roles, for one person
   *[other] Roles, for { $n } people
}
waiting-what = What would change
waiting-why = Why it is waiting
waiting-from = Came from
waiting-came = Came from { $from }.
waiting-directory = the directory
waiting-address = { $before } → { $after }
waiting-until = no longer works here after { $day }
waiting-away = on long leave
waiting-gone = no longer works here
waiting-back = works here again
waiting-roles = { $before } → { $after }
waiting-admin-only = administrator
waiting-admin-decides = Only an administrator can decide.
waiting-part-address = address
waiting-part-presence = presence
waiting-part-roles = roles
waiting-part-unit = unit
waiting-why-role = This person has a role: whoever reads mail at their address can sign in as them.
waiting-why-role-back = This person had a role: coming back would give it back.
waiting-why-invited = A campaign is open, and their link went to the current address.
waiting-why-addresses = More than one address in twenty would change within seven days.
waiting-why-leave = More than one person in ten would leave within seven days.
waiting-why-return = More than one person in ten would come back within seven days.
waiting-why-group = More than one in five people of a group being surveyed would be gone.
waiting-why-roles = Roles are granted here, never by a file left in a folder.
waiting-why-held = The address still belongs to someone whose change is waiting.
waiting-why-unit = No unit has this name.
waiting-fault-changed = The request has changed since this page was shown: please look at it again.
waiting-fault-none = Tick what you are deciding about.
waiting-fault-decision = Choose to approve or to leave as is.
waiting-fault-unit = Choose a unit.
waiting-fault-line = One person could not be taken over: { $what }
flash-waiting-done = { $n ->
    [0] The unit is noted; no one was waiting any more.
    [one] Done for one person.
   *[other] Done for { $n } people.
}
flash-waiting-left = { $n ->
    [one] Nothing changes for this person.
   *[other] Nothing changes for these { $n } people.
}
waiting-some = { $n ->
    [one] One change is waiting for your approval.
   *[other] { $n } changes are waiting for your approval.
}
waiting-see = See them
import-waiting = { $n ->
    [one] One change is waiting for approval.
   *[other] { $n } changes are waiting for approval.
}
folder-report-taken = Imported.
folder-report-refused = Refused: nothing was changed.
folder-report-waits = { $n ->
    [one] One requested change is waiting for approval, under People:
   *[other] { $n } requested changes are waiting for approval, under People:
}
folder-report-left-out = { $name } was not created: the address { $email } still belongs to someone whose change is waiting. Deliver the file again once it is approved.
folder-large = The file is larger than { $mb } MB.
waiting-mail-subject = { $n ->
    [one] One change is waiting for your approval
   *[other] { $n } changes are waiting for your approval
}
waiting-mail-what = { $n ->
    [one] The import folder or the directory asks for a change that the barometer does not make without approval.
   *[other] The import folder or the directory asks for { $n } changes that the barometer does not make without approval.
}
waiting-mail-button = See what is waiting
waiting-mail-why = You receive this message, at most once a day, because you manage the barometer’s people.
refused-mail-subject = File refused: { $file }
refused-mail-what = { $n ->
    [one] The file { $file }, delivered to the import folder, was refused: one line is wrong. Nothing was changed.
   *[other] The file { $file }, delivered to the import folder, was refused: { $n } lines are wrong. Nothing was changed.
}
refused-mail-do = The report next to the file says what to correct, line by line. Correct it and deliver the file again.
refused-mail-button = See imports
refused-mail-why = You receive this message because you manage the barometer’s people.

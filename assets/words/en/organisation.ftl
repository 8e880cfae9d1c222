# CSV files
csv-utf16 = This file is in UTF-16. Save it as "CSV UTF-8" and try again.
csv-not-utf8 = This line is not UTF-8. Save the file as "CSV UTF-8" and try again.
csv-empty = The file is empty.
csv-broken-line = This line cannot be read.
csv-unclosed-quote = A quote opened on this line is not closed: close it, or remove it.
csv-cell-count = { $found } cells instead of { $expected }: some are missing, or too many.
csv-doubled-column = The column "{ $column }" appears twice.
csv-unknown-column = The column "{ $column }" is not known.
csv-missing-column = The column "{ $column }" is missing.

# Import
import-title-people = Import people
import-title-suppliers = Import internal suppliers
import-title-relations = Import relations
import-file = CSV file
import-file-hint = CSV in UTF-8, separated by commas, semicolons, tabs or bars, 10 MiB at most. Nothing is saved before you confirm.
import-look = Check the file
import-columns = The columns of the file
import-people-help = The file creates units and people, or updates those that exist. You first see everything that would change.
import-people-columns = May stay empty: email (the person then gets a code on paper; they need a person_id and cannot hold a role), person_id, parent_unit_code, roles, until; the columns person_id, old_person_id, roles, active, until and state may be missing. A person is recognised by person_id, else by address; if their number has changed, old_person_id holds the old one; - in it says that they are new here. language: fr or en. active: yes or no. until: 2026-03-20. state: active, or away for a long leave (the person is not asked); an empty cell changes nothing. roles: hr;head:it;moderator:hr; an empty cell changes no role.
import-roles-admin-only = Only an administrator may change roles: the roles column of your file will be left aside.
import-people-complete = This file is complete: deactivate people it does not name
import-suppliers-help = One internal supplier a line, with its name, its form in a French sentence ("l'Informatique") and the unit of its staff.
import-suppliers-complete = This file is complete: deactivate suppliers it does not name
import-relations-help = One line per supplier and unit: kind is serves (the whole branch is served) or except (this branch is not).
import-relations-complete = This file is complete: remove relations it does not name
import-preview = { $n ->
    [one] One line read, without a fault. Here is what would change; nothing is saved yet.
   *[other] { $n } lines read, without a fault. Here is what would change; nothing is saved yet.
}
import-faults = { $n ->
    [one] One fault in the file
   *[other] { $n } faults in the file
}
import-faults-lede = Nothing was imported. Correct these lines and try again.
import-another = Choose another file
import-warnings = Good to know
import-roles-left-out = This file gives roles. You are not an administrator: roles will stay as they are.
import-confirm-title = Is everything right?
import-confirm-lede = The import is done at once, all or nothing.
import-confirm = Import
import-more = { $n ->
    [one] … and one more.
   *[other] … and { $n } more.
}
import-nothing = This file would change nothing: everything is up to date.
import-refused = The file has faults: nothing was imported.
import-line = Line { $line }:
import-empty = the cell "{ $column }" is empty.
import-too-long = "{ $column }" has more than { $limit } characters.
import-code-lowered = The code "{ $value }" is read "{ $code }", in small letters, everywhere in the file.
import-supplier-in-sentence = in a French sentence: "{ $text }"
import-not-a-code = "{ $value }" is not a code ({ $column }): small letters, digits and _, 40 at most.
import-not-yes-no = "{ $value }" is neither yes nor no ({ $column }): write yes or no.
import-not-a-day = "{ $value }" is not a date ({ $column }): write 2026-03-20.
import-not-an-address = "{ $value }" is not an e-mail address: write it alone, like ana@example.org; a domain does not mix two alphabets.
import-doubled = "{ $value }" already stands on line { $first }.
import-same-person = this line means { $name }, whom another line means already.
import-address-taken = the address { $value } already belongs to { $name }.
import-two-names = the unit { $code } is called "{ $one }" on line { $first } and "{ $other }" here.
import-two-parents = the unit { $code } belongs to { $one } on line { $first } and to { $other } here.
import-unknown-parent = the parent unit { $code } is neither in the file nor in the organisation.
import-loop = the unit { $code } ends up belonging to itself.
import-unknown-language = the language "{ $value }" is not known: fr or en.
import-unknown-role = "{ $value }" is not a role: hr, direction, reader, admin, head:<supplier>, moderator:<supplier>.
import-unknown-unit = the unit { $code } does not exist.
import-unknown-supplier = the supplier { $code } does not exist.
import-unknown-kind = "{ $value }" is not a relation: serves or except.
import-supplier-not-yet = a role concerns the supplier { $supplier }, which does not exist yet.
import-moderator-heads = nobody may read the comments about { $supplier } before release who heads it.
import-moderator-belongs = nobody may read the comments about { $supplier } before release who works there.
import-last-administrator = After this import no active administrator would be left.
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
    [one] The roles of one person changed
   *[other] The roles of { $n } people changed
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
import-invites = If a campaign is open, its page offers to invite those who came.
import-in-unit = unit { $unit }
import-unit = { $name } ({ $code })
import-unit-renamed = { $code }: "{ $before }" becomes "{ $after }"
import-unit-moved = { $name }: from { $before } to { $after }
import-supplier = { $name } ({ $code })
import-relation-serves = { $supplier } serves { $unit } and what belongs to it
import-relation-except = { $supplier } serves neither { $unit } nor what belongs to it
import-role-given = role given: { $role ->
    [hr] human resources
    [direction] top management
    [reader] reader of totals
    [admin] administration
    [head] head of { $name }
    [moderator] moderator of comments on { $name }
   *[other] { $role }
}
import-role-lost = role withdrawn: { $role ->
    [hr] human resources
    [direction] top management
    [reader] reader of totals
    [admin] administration
    [head] head of { $name }
    [moderator] moderator of comments on { $name }
   *[other] { $role }
}
import-role-had = had the role: { $role ->
    [hr] human resources
    [direction] top management
    [reader] reader of totals
    [admin] administration
    [head] head of { $name }
    [moderator] moderator of comments on { $name }
   *[other] { $role }
}
import-change-number = staff number: { $before } → { $after }
import-change-name = name: { $before } → { $after }
import-change-name-fr = French name: { $before } → { $after }
import-change-article = in a sentence: { $before } → { $after }
import-change-name-en = English name: { $before } → { $after }
import-change-email = address: { $before } → { $after }
import-change-unit = unit: { $before } → { $after }
import-change-language = language: { $before } → { $after }
import-change-until = until: { $before } → { $after }
import-change-back = active again
import-change-away = on long leave: no longer asked
import-change-asked = back from leave: asked again
import-unknown-state = "{ $value }" is no state: write active or away.
import-change-inactive = becomes inactive
import-outcome = Where it stands
import-state-running = The import is under way. You may close this page: it goes on without it.
import-state-done = The import is done.
import-state-refused = Nothing was imported: the file was refused. Have it checked again to see why.
import-state-failed = Nothing was imported: the program met a fault. Try again; if it happens again, tell your administrator.
import-state-cut = This import was cut short, probably because the program stopped. Nothing was imported: start again.
import-began-at = Begun on { $day } at { $time }.
import-ended-at = Ended on { $day } at { $time }.
import-lines = { $n ->
    [one] One line read.
   *[other] { $n } lines read.
}
import-reload = Refresh
import-latest = Latest imports
import-chip-running = under way
import-chip-done = done
import-chip-refused = refused
import-chip-failed = failed
import-chip-cut = cut short
flash-imported = { $n ->
    [one] Import done: one line taken in.
   *[other] Import done: { $n } lines taken in.
}

# Forms
form-errors = { $n ->
    [one] One point to correct
   *[other] { $n } points to correct
}
form-empty = to be filled in.
form-not-a-choice = to be chosen from the list.
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
people-search = Search a name, an address, a unit
people-found = { $n ->
    [one] One person
   *[other] { $n } people
}
people-name = Name
people-email = Address
people-unit = Unit
people-roles = Roles
people-state = State
people-active = active
people-away = inactive
people-on-leave = on long leave
people-page = Page { $page } of { $pages }
people-none = Nobody yet. Start by importing a file, below.
people-not-found = Nobody matches "{ $search }".
people-show-all = Show everybody
person-details = Details
person-number = Staff number
person-language = Language
person-french = French
person-english = English
person-until = until
person-by-import = These data come from the people file: correct them there, then import it again.
person-no-role = No role: this person answers questionnaires and follows the actions that name them.
person-roles-admin-only = Only an administrator grants or withdraws a role.
person-grant = Grant a role
person-role = Role
person-role-supplier = Internal supplier
person-role-supplier-hint = For heads and moderators only.
person-grant-button = Grant this role
person-withdraw = Withdraw
person-role-unknown = There is no such role.
person-role-needs-supplier = This role goes with an internal supplier: choose which.
person-last-admin = This is the last administrator: grant the role to somebody else first.
flash-role-granted = Role granted.
flash-role-withdrawn = Role withdrawn.
role-short = { $role ->
    [hr] human resources
    [direction] top management
    [reader] reader of totals
    [admin] administration
    [head] head of { $name }
    [moderator] moderator of comments on { $name }
   *[other] { $role }
}
role-hr = Human resources: people, campaigns, results, exports
role-direction = Top management: all published results and plans
role-reader = Reader: published totals and plans
role-admin = Administration: roles and settings
role-head = Head of an internal supplier
role-moderator = Moderator of the comments about an internal supplier
role-head-of = Head: { $supplier }
role-moderator-of = Moderator of comments: { $supplier }

# Internal suppliers
suppliers-title = Internal suppliers
suppliers-lede = Those that other units rate, who heads them and whom they serve.
suppliers-count = { $n ->
    [one] One internal supplier
   *[other] { $n } internal suppliers
}
suppliers-name = Name
suppliers-heads = Heads
suppliers-served = Units served
suppliers-no-head = without a head
suppliers-active = active
suppliers-inactive = inactive
suppliers-none = No internal supplier yet. Create the first one, or import the list.
suppliers-new = New internal supplier
suppliers-create = Create
supplier-code = Code
supplier-code-hint = Small letters, digits and _; it never changes afterwards.
supplier-code-wrong = small letters, digits and _ only.
supplier-code-taken = the code { $code } is taken.
supplier-names = Name and staff
supplier-name-fr = Name, French
supplier-article-fr = In a sentence, French
supplier-article-hint = With its article: "l'Informatique", "les Ressources humaines". An article alone is completed with the name.
supplier-name-en = Name, English
supplier-unit = Unit of its staff
supplier-unit-hint = Its members do not rate themselves.
supplier-unit-none = none
supplier-unit-unknown = There is no such unit.
supplier-active = Active: may be part of a campaign
supplier-no-head = Nobody heads it. An administrator grants this role on a person's page.
supplier-served = { $n ->
    [0] Serves no unit yet.
    [one] Serves one unit.
   *[other] Serves { $n } units.
}
supplier-relations = Who is served
supplier-relations-help = "Served" holds for the unit and everything below it, "except" takes a branch out again; a dash follows the unit above.
supplier-relation = Relation
supplier-relation-of = Relation with { $unit }
supplier-serves = served
supplier-except = except
supplier-result = Result
supplier-result-served = served
supplier-result-not-served = not served
supplier-result-own = its own staff
supplier-relations-save = Save relations
supplier-no-units = No unit yet: import people first.
flash-supplier-created = Internal supplier created. Now say whom it serves.

# Settings
settings-title = Settings
settings-lede = What the organisation says of itself in mails and on the confidentiality page.
settings-organisation = Name of the organisation
settings-hr-contact = Contact at human resources
settings-hr-contact-hint = Where to write with a question; shown to everybody.
settings-controller = Data controller
settings-controller-hint = The legal entity and its address.
settings-dpo-contact = Data protection officer
settings-dpo-hint = A mail or postal address.
settings-alert-contact = In case of distress or harassment
settings-alert-hint = Whom to turn to: the questionnaire is not an alert channel.
settings-moderator-fr = Who reads comments, in French
settings-moderator-en = Who reads comments, in English
settings-moderator-hint = A function, not a name: "the head of social dialogue".
settings-labels = Word beside a mean
settings-labels-hint = Shown only when the whole margin of error lies under the same word.
settings-labels-standard = 2.8 to 3.5: Average
settings-labels-satisfactory_from_three = 3.0 to 3.5: Satisfactory
settings-comments-months = Comments: kept for how many months
settings-answers-months = Answers: kept for how many months
settings-months-hint = Counted from closing, from { $least } to { $most }; comments never longer than answers.
settings-keep-wrong = a whole number of months, from { $least } to { $most }.
settings-keep-order = no longer than answers, here { $answers } months.
settings-keep = How long things are kept
settings-keep-shorter = A shorter period applies to all campaigns, within six hours. What is deleted is gone for good: a longer period afterwards brings nothing back.
settings-keep-longer = A longer period applies only to campaigns that open from then on: the others keep to what was promised when they opened.
settings-keep-results = Published results stay, but cannot be computed again once the answers are gone.
settings-contact-most = Invitations: to how many campaigns a person at most
settings-contact-most-hint = From { $least } to { $most }; empty, no limit. Past it, the person is not invited to the next campaign.
settings-contact-months = This limit holds over how many months
settings-contact-months-hint = From { $least } to { $most } months before a campaign opens.
settings-contact-wrong = Write a whole number from { $least } to { $most }.
person-invited = Campaigns
person-invited-limit = { $n ->
    [one] At most one campaign in { $months } months.
   *[other] At most { $n } campaigns in { $months } months.
}
person-invited-counts = counts
person-invited-note = Invitations only, kept for 24 months. Who answered is not known.
person-invited-none = Invited to no campaign.
settings-keep-fixed = Not set here: invitations and mailing addresses are deleted { $days } days after closing, and their links then lead nowhere; the log of sign-ins and changes after { $months } months.
settings-see-privacy = See the confidentiality page

# Sign-in
sign-in-lede = No password: we send you a link, valid for { $minutes } minutes.
sign-in-address = Your work address
sign-in-send = Send me the link
sign-in-respondents = To answer the questionnaire no sign-in is needed: follow the link in your invitation.
sign-in-sent-title = Look at your mail
sign-in-sent = If this address is known, a link was just sent to it. It is valid for { $minutes } minutes and works once.
sign-in-sent-nothing = Nothing came? Look in the junk folder, check the address, or wait a little: three links an hour at most.
sign-in-again = Ask for a new link
sign-in-as = You are about to enter as { $name }.
sign-in-button-lede = This link works only once.
sign-in-gone-title = This link no longer opens
sign-in-gone = A sign-in link is valid for { $minutes } minutes and works only once. Ask for a new one.
sign-in-nobody = Nobody active has the address { $address }.
sign-in-mail-subject = Your sign-in link to the barometer
sign-in-mail-hello = Hello { $name },
sign-in-mail-text = Here is your sign-in link to the internal barometer. It is valid for { $minutes } minutes and works only once.
sign-in-mail-not-you = You did not ask for it? Ignore this message: without the link nobody gets in.

# Confidentiality (read by the people who are asked)
privacy-title = How your answers are protected
privacy-lede = What we promise, how it is done, and whom to ask.
privacy-promise = What we guarantee
privacy-promise-five = No result for fewer than 5 answers, neither directly nor by putting several tables together.
privacy-promise-group = Your answer counts in a group, named on the first page of your link with its number of people. No name, no address, no time.
privacy-promise-mixed = Until closing your answer is confidential. Then it is mixed with the others: nothing in our data allows anyone to find who answered what.
privacy-promise-comments = Comments are read by somebody outside the service concerned, shown from 10 answers on, and kept away from the ratings.
privacy-promise-comments-by = Comments are read by { $moderator }, never by anyone of the service concerned, shown from 10 answers on, and kept away from the ratings.
privacy-promise-fixed = These rules cannot be loosened once the campaign has started. If your organisation chose stricter ones, the first page of your link says so.
privacy-promise-file = Nobody gets the answers one by one, unless the first page of your link says so, with the name of whoever gets the file.
privacy-file-in = { $wave }:
privacy-who-sees = Who sees what
privacy-who-heads = Heads of a service see the published results about their service.
privacy-who-hr = Human resources see all published results and who was invited.
privacy-who-direction = Top management sees all published results and the progress plans.
privacy-who-readers = Staff representatives and the data protection officer may see the published totals.
privacy-who-moderators = The person who reads comments sees their text, never the ratings that go with it.
privacy-who-nobody = Nobody sees an individual answer on a page.
privacy-how = How it is done
privacy-how-link = Your link is personal and needs no account, no password, no cookie. We keep only a fingerprint of it, from which it cannot be found again.
privacy-how-draft = Your draft is encrypted: it opens only with your link. It is deleted on sending and at closing.
privacy-how-send = When you send, your answers about each service are stored apart, with nothing that ties them to each other but the group.
privacy-how-night = Each night, once at least 5 people of one group have answered, their answers are rewritten in a random order.
privacy-how-mix = At closing all answers are rewritten in a random order, and the mark "has answered" is deleted.
privacy-how-pages = Pages, charts, files and mails read only the published results, fixed once and for all. A group that is too small is never shown, and another may be hidden to protect it.
privacy-how-comments = No comment is shown before it has been read.
privacy-check = What we check every night
privacy-check-nothing = Last check: { $day }. Nothing was found that ties an answer to a person.
privacy-check-something = Last check: { $day }. It found at least one thing to put right; those who run the server have the details.
privacy-check-unread = Last check: { $day }. Nothing was found, but part of the data could not be read.
privacy-check-never = No check has been made yet.
privacy-check-how = A program reads the data as somebody who held it would: what leads to a person, the order of rows, the remains of deleted drafts. Anybody with access to the server can run it at any time.
privacy-limits = What we cannot prevent
privacy-limits-open = While the campaign is open, somebody with access to the server's files could learn more than the pages show.
privacy-limits-operator = Whoever runs the server or the mail could open a draft with your link. This is why we never say "totally anonymous".
privacy-keep = How long we keep
privacy-keep-drafts = Drafts and the mark "has answered": until closing.
privacy-keep-invitations = Invitations and mailing addresses: { $days } days after closing; the mere list of campaigns each person was invited to, with nothing of their answers: 24 months.
privacy-keep-comments = Comments: { $months } months after closing.
privacy-keep-answers = Answers: { $months } months after closing.
privacy-keep-shorter = Campaign { $wave }: comments { $comments } months, answers { $answers } months, as promised when it opened.
privacy-keep-log = Log of sign-ins and changes, which never holds an answer: { $months } months.
privacy-keep-results = Published results: without limit; they speak of groups only.
privacy-rights = Your rights
privacy-rights-own = You may ask to see, correct or delete what we know of you (name, address, unit). Your answers cannot be found again once mixed: that is just what protects you.
privacy-rights-authority = You may also turn to the supervisory authority, in France the CNIL.
privacy-contacts = Whom to turn to
privacy-controller = Data controller
privacy-dpo = Data protection
privacy-hr = Human resources
privacy-alert = Distress, harassment
privacy-alert-note = This questionnaire is not an alert channel: nobody could find you in order to help.
privacy-not-set = not given yet

# Accessibility
accessibility-title = Accessibility
accessibility-lede = Everybody must be able to use this barometer. This is where we stand.
accessibility-state = Conformance
accessibility-partial = Partially conforming.
accessibility-partial-why = The pages are built to meet RGAA 4.1 and WCAG 2.2 level AA, and checked automatically with every version. As long as no independent audit was made, we do not claim full conformance.
accessibility-done = What is done
accessibility-done-keyboard = Everything works with the keyboard, with a visible mark.
accessibility-done-readers = Fields, tables and errors are announced by screen readers.
accessibility-done-zoom = Pages fit a small screen and 400% zoom.
accessibility-done-charts = Every chart has a title, a description and its figures as a table.
accessibility-done-script = Everything works without JavaScript.
accessibility-gaps = What is still to be checked
accessibility-gaps-text = The pages have not yet been tried with every screen reader.
accessibility-contact = A difficulty?
accessibility-contact-text = Write to { $contact }: say which page and what stops you; we will answer and give you the information in another way.
accessibility-contact-none = Turn to human resources: say which page and what stops you; the information will be given to you in another way.
accessibility-appeal = Appeal
accessibility-appeal-text = If you get no satisfactory answer, you may turn to the French Defender of Rights (Défenseur des droits): defenseurdesdroits.fr, +33 9 69 39 00 00.

# Command line
cli-dry-run = Dry run: nothing was saved.
cli-unreadable = { $file } cannot be read: { $fault }

import-address-of-role = These people hold a role; their address is how they sign in, and only an administrator may change it: { $addresses }. Nothing was imported.

# People without an address
people-no-address = no address: code on paper
import-person-without-address = { $name } (no address, no. { $number })
import-shared-address = the address { $value } already stands on line { $first }; a shared address is nobody's own: leave it empty on each line, and these people will get a code on paper.
import-neither-address-nor-number = an address or a person_id is needed: without either, the next file would not recognise this person.
import-role-needs-address = a role needs an address: it is how people sign in.
person-role-needs-address = This person has no e-mail address: a role needs one, because it is how people sign in. Complete the people file and import it.
relay-title = Sending of mails
relay-lede = What your mail server takes, and when mails leave.
relay-presets = Fill in for:
relay-preset-none = a server of your own, without limits
relay-preset-m365 = Microsoft 365 (30 a minute, 10,000 a day, 3 connections)
relay-preset-filled = The form is filled in; nothing is saved before the button below.
relay-per-minute = Mails per minute
relay-per-day = Mails per day
relay-no-limit = Empty: no limit. Counted over all mails, whichever machine sends them.
relay-connections = Connections at once
relay-connections-hint = From 1 to 32, for each machine that sends.
relay-from = From
relay-time-hint = For example 08:00.
relay-until = Until
relay-until-hint = For example 18:00; 24:00 for the end of the day.
relay-holidays = Public holidays
relay-holidays-none = Mails also leave on public holidays
relay-holidays-france = Nothing leaves on the public holidays of France
relay-holidays-alsace = Nothing leaves on the public holidays of France, Alsace and Moselle
relay-days = Days of sending
relay-monday = Monday
relay-tuesday = Tuesday
relay-wednesday = Wednesday
relay-thursday = Thursday
relay-friday = Friday
relay-saturday = Saturday
relay-sunday = Sunday
relay-urgent = Sign-in links always leave at once; they count in the limits.
relay-back = Back to the settings
relay-fault-number = write a whole number from 1 to { $most }
relay-fault-time = write a time such as 08:00
relay-fault-until = the end must come after the beginning
relay-fault-days = Tick at least one day.
csv-index-column = Column { $place } has no head and only numbers the lines (R and pandas add it): remove it, or export without it (row.names = FALSE, index=False).
csv-column-without-head = Column { $place } has no head, and "{ $value }" stands in it: give it its head, or empty it.
import-line-and-others = Line { $line } and the { $others } other lines:
import-spreadsheet-fault = "{ $value }" ({ $column }) is a fault of the spreadsheet: widen the column or correct the cell, then export again.
import-day-of-two = "{ $value }" ({ $column }) could be two dates, and nothing in the column says whether the day comes before the month: write 2026-03-20.
import-day-serial = "{ $value }" ({ $column }) is the number by which a spreadsheet keeps a date: give the column the format of a date, or write 2026-03-20.
import-address-nowhere = mail to { $value } probably arrives nowhere: its domain is not one that receives from outside.
import-address-accents = mail to { $value } only arrives if every server on its way takes accents before the @: ask for an address without.
import-address-held = the address { $value } is still that of { $name }, who is active: in the same file, empty or change the address of { $name }, or write active = no with an empty address.
import-number-scientific = "{ $value }" (person_id) lost digits in a spreadsheet: give the column the format text and export again.
import-number-like = the number { $number } is like { $other }, that of { $name }. The same person, number damaged: write { $other }. The same person, new number: add a column old_person_id with { $other }. Somebody else: old_person_id = -
import-number-like-line = the number { $number } is like { $other } on line { $first }. The same person: remove one line. Two people: write - in a column old_person_id on this line.
import-number-or-successor = the address { $value } is that of { $name }, number { $other }, and this line says { $number }. The same person, new number: add a column old_person_id with { $other }. Somebody who takes the address over: old_person_id = - (once { $name } has left).
import-number-taken = old_person_id says that nobody here is meant, but the number { $number } is that of { $name }: empty old_person_id, or correct the number.
import-old-number-stands = the number { $number } is that of { $name }, and { $old } (old_person_id) that of { $other }: two people. Empty old_person_id, or correct one of the two.
import-old-number-unknown = nobody here has the number { $value } (old_person_id): correct it, or write - for somebody new.
import-old-number-alone = old_person_id goes with person_id: give this person's new number.
import-becomes-another = this line makes another person of { $before }: { $after } would keep their roles, actions and invitations. Is it the same person? If not: a person_id of their own and old_person_id = -
import-role-had-alone = nobody else has the role: { $role ->
    [hr] human resources
    [direction] top management
    [reader] reader of totals
    [admin] administration
    [head] head of { $name }
    [moderator] moderator of comments on { $name }
   *[other] { $role }
}; name somebody else
import-holds-action = action to be finished: { $reference } { $title }

mail-hello = Hello { $name },
mail-invitation-subject = { $n ->
    [one] Your view of a service you use (until { $day })
   *[other] Your view of { $n } services you use (until { $day })
}
mail-reminder-subject = There is still time: your view until { $day }
mail-reminder-why = Your link has not been used yet; if you have a moment before closing, your view counts.
mail-reminder-how = How do we know? When someone sends their answers or prefers not to answer, their link is noted as closed: apart from the answers, without date or time, in the same way in both cases. That is all we know, and never what anyone answered.
mail-unsubscribe = No more reminders for this survey
mail-unsubscribe-at = No more reminders for this survey:
unsubscribe-title = No more reminders for this survey?
unsubscribe-title-done = No more reminders for this survey
unsubscribe-what = Press the button: you will get no more reminders for this survey. Nobody sees a list of who asked this.
unsubscribe-link-works = Your link stays open: you can answer until the survey closes, if you wish. One last message will give everybody the results.
unsubscribe-confirm = No more reminders
unsubscribe-done = Noted: no more reminders for this survey.
unsubscribe-over = This survey sends no reminders any more.
mail-invitation-who = { $services }: what works, what should change?
mail-invitation-time = { $minutes ->
    [one] About one minute, until { $day }, no password.
   *[other] About { $minutes } minutes, until { $day }, no password.
}
mail-invitation-button = Give my view
mail-invitation-promise = No result for fewer than { $n } answers; at closing the answers are mixed and nothing allows anyone to find who answered what.
mail-invitation-own = This link is yours alone: do not forward it.
mail-more = Who sees what, and how to check it:
mail-accessibility = Accessibility:
mail-contact = A question: { $contact }
mail-plain-link = If the button does not open, copy this address:

campaign-fault-code = The code has 1 to 20 letters, digits, dashes or underscores, for example 2026-Q1.
campaign-fault-taken = This code already belongs to another campaign: choose another.
campaign-fault-day = Write each date as 2026-03-20.
campaign-fault-dates = Closing must come after opening.
campaign-fault-reminders = Reminders must fall after opening and on the day of closing at the latest.
campaign-fault-too-many-reminders = Three reminders at most.
campaign-fault-reminders-close = Two reminders are at least three working days apart: choose a date further away.
campaign-fault-threshold = The threshold cannot go under { $lowest } answers.
campaign-fault-levels = The thresholds of distributions and comments cannot go under { $lowest } answers.
campaign-fault-number = Write a whole number.
campaign-fault-frozen = This campaign has started: its settings can no longer change.
campaign-fault-not-ready = The check lists blocking points: correct them before opening.
campaign-fault-groups = Each unit goes into a group, and each group has a name.
campaign-fault-typed = To close, type the campaign's code exactly.
campaign-fault-not-open = This campaign is not open.

check-closing-passed = The closing date has passed.
check-no-supplier = No internal supplier is chosen.
check-no-questionnaire = { $name }: no questionnaire yet.
check-missing-language = { $name }: a question exists in one language only.
check-no-head = { $name }: no head is named.
check-no-moderator = { $name }: nobody is named to read the comments; they will stay held.
check-no-clients = { $name }: this supplier serves nobody yet; complete the relations.
check-nobody = Nobody would be invited.
check-small-group = The group { $name } has { $size ->
    [one] one person
   *[other] { $size } people
}, fewer than { $least }: merge it with another.
check-without-group = { $people ->
    [one] One person is in no group.
   *[other] { $people } people are in no group.
}
check-long = The longest path would take { $minutes } minutes: past 5, many give up.
check-length = { $minutes ->
    [one] Answering takes about one minute.
   *[other] Answering takes at most { $minutes } minutes.
}
check-moderators-unable = { $name }: { $n ->
    [one] { $people } is named to read the comments but works there or heads it, and so may not read them.
   *[other] { $people } are named to read the comments but work there or head it, and so may not read them.
}
check-moderators = { $name }: { $n ->
    [one] { $people } will read the comments.
   *[other] { $people } will read the comments.
}
check-few-staff = { $name }: { $n ->
    [0] nobody works there, says the list of people
    [one] one person works there
   *[other] { $n } people work there
}. Under 5, opinions are about persons and not about an internal supplier: leave it out, or put it together with another.
check-few-staff-near = { $name }: { $n ->
    [0] nobody works there, says the list of people
    [one] one person works there
   *[other] { $n } people work there
}. Under 5, opinions are about persons and not about an internal supplier: put it together with a neighbour ({ $near }), or leave it out.
check-window = { $n ->
    [one] People can answer for one working day after the opening.
   *[other] People can answer for { $n } working days after the opening.
}
check-window-short = { $n ->
    [0] No working day to answer after the opening
    [one] Only one working day to answer after the opening
   *[other] Only { $n } working days to answer after the opening
}: plan rather { $usual }.
check-window-long = { $n } working days to answer: that is long, and answers come mostly at the beginning and after a reminder. Plan rather { $usual }.
check-august = A part of the campaign falls in August, when many are on holiday.
check-christmas = A part of the campaign falls between 21 December and 3 January, when many are on holiday.
check-holidays = { $n ->
    [one] One public holiday during the campaign: { $names }.
   *[other] { $n } public holidays during the campaign: { $names }.
}
check-informed = Staff representatives will have been told before the opening.
check-informed-missing = Staff representatives: note in the campaign's settings the day they were told. A works council is told before the opening, and consulted if the campaign is new.
check-informed-late = Staff representatives would be told after the opening.
check-over-budget = { $people ->
    [one] One person is not invited
   *[other] { $people } people are not invited
}, having been asked { $most } times in { $months } months. An administrator sets this limit in the settings.
check-away = { $people ->
    [one] One person of the units that are asked is away: they are not invited.
   *[other] { $people } people of the units that are asked are away: they are not invited.
}
check-night = Mails leave at all hours: invitations and reminders would arrive from midnight on. Administrators set the hours of sending (Settings, sending of mails).
check-weekend = Opening or closing falls on a weekend.
check-people = { $people ->
    [one] One person will be invited
   *[other] { $people } people will be invited
}, in { $groups ->
    [one] one group
   *[other] { $groups } groups
}.

campaign-new = New campaign
campaign-list-lede = Usually one campaign a quarter: who is asked, about which internal suppliers, when.
campaign-list-caption = Campaigns, latest first
campaign-list-empty = No campaign yet. Prepare the first one: nothing is sent before opening.
campaign-wave = Wave
campaign-state = State
campaign-dates = Dates
campaign-from-to = { $from } to { $to }
campaign-suppliers = Internal suppliers
campaign-participation = Participation
campaign-next = Next step
campaign-state-draft = in preparation
campaign-state-scheduled = scheduled
campaign-state-open = open
campaign-state-closed = being published
campaign-state-published = published
campaign-next-draft = Check and open
campaign-next-scheduled = Read once more before opening
campaign-next-open = Follow
campaign-next-closed = See the publication
campaign-next-published = See what is published
campaign-refused = Nothing was done
campaign-settings = Settings of the campaign
campaign-back = Back to the campaign
campaign-edit-lede = Everything can still change until opening. After that, closing can be put off and people who came since can be invited.
campaign-dates-and-thresholds = Dates and thresholds
campaign-code = Code
campaign-code-hint = for example 2026-Q1 for the first quarter of 2026
campaign-opens = Opening
campaign-closes = Closing
campaign-closes-hint = last day on which people can answer
campaign-reminder-1 = First reminder
campaign-reminder-2 = Second reminder
campaign-reminder-3 = Third reminder
campaign-reminder-hint = three at most, at least three working days apart; only people whose link was not used get one. Leave empty what you do not need
campaign-threshold = Fewest answers of a group that is shown
campaign-threshold-hint = at least 5
campaign-levels = Fewest answers for distributions
campaign-levels-hint = at least 10
campaign-comments = Fewest answers for comments
campaign-comments-hint = at least 10
campaign-file = File of the answers
campaign-file-none = none
campaign-file-what = Usually nobody gets the answers one by one: only results are published. A research institute or a survey team may need a file.
campaign-file-box = A file of the answers, without name or department, will be given to the person or body below
campaign-file-to = To whom the file is given
campaign-file-to-hint = what follows “is given to”, as those who are asked will read it: the Cassini institute, Lyon
campaign-file-cost = What it costs: an internal supplier that gets { $n } answers or more will publish no figure by client group. The file and those figures, side by side, would give away the answers of a small group. Services with fewer answers are not in the file and publish as usual.
campaign-file-frozen = Those who are asked read it before they answer. This choice cannot change after opening.
campaign-fault-file-to = Say to whom the file is given.
campaign-fault-file-long = At most { $most } characters.
check-file = A file of the answers will be given to { $to }: an internal supplier that gets { $n } answers or more will publish no figure by client group.
promise-file = A file of the answers, without name or department, is given to { $to }.
campaign-suppliers-legend = Internal suppliers the campaign is about
campaign-no-suppliers = No internal supplier has a questionnaire yet. Declare the suppliers, then make their questionnaires; the campaign can be saved already.
campaign-without = No questionnaire yet: { $names }.
campaign-launch-blocked = { $n ->
    [one] One point blocks opening.
   *[other] { $n } points block opening.
}
campaign-launch-ready = { $n ->
    [one] Ready to open: one person will be invited.
   *[other] Ready to open: { $n } people will be invited.
}
campaign-launch-scheduled = It will open by itself on { $day }.
campaign-launch-stuck = Opening is scheduled, but it will not happen while a point blocks it.
campaign-check = Check before opening
campaign-check-ok = ready
campaign-check-see = to see
campaign-check-stop = blocking
campaign-remedy = Put right
campaign-opening = Open the campaign
campaign-opening-blocked = Put the blocking points right first: then opening happens here.
campaign-open-now = Open now
campaign-open-what = { $n ->
    [one] One person will be invited, by an e-mail with a personal link; without an address, by a code on paper.
   *[other] { $n } people will be invited, each by an e-mail with a personal link; those without an address, by a code on paper.
}
campaign-open-freezes = Questionnaires, groups and thresholds will no longer change; closing can only be put off.
campaign-open-closes = People can answer until { $day } included.
campaign-open-final = An open campaign does not become a draft again.
campaign-open-confirm = { $n ->
    [one] Open and invite one person
   *[other] Open and invite { $n } people
}
campaign-schedule = Schedule opening
campaign-schedule-what = The campaign will open by itself on { $day }, at the first hour of that day at which mails leave; you can take it back until then.
campaign-schedule-due = The opening date has come: once scheduled, the campaign opens within a minute.
campaign-unschedule = Back to draft
campaign-unschedule-what = The scheduled opening is cancelled; nothing else changes.
campaign-summary = In short
campaign-reminders = Reminders
campaign-no-reminder = no reminder planned
campaign-thresholds = Thresholds
campaign-thresholds-are = { $k } answers for a group, { $levels } for a distribution, { $comments } for comments
campaign-none-chosen = none is chosen
campaign-groups = Groups
campaign-group = Group
campaign-people = People
campaign-small = small
campaign-no-groups = No group: choose suppliers and say whom they serve.
campaign-groups-adjust = Adjust the groups
campaign-mail = The mail everyone will get
campaign-mail-note = As the first person would get it; the link is an example.
campaign-mail-to = To
campaign-mail-subject = Subject
campaign-mail-nobody = Nobody would be invited for now: no mail to show.
campaign-mail-example = example
campaign-groups-lede = Results of a group are shown only when it is large enough: at least { $least } people, rather { $size }. Keep the same groups from quarter to quarter.
campaign-groups-unsaved = Units came since: they are put here where they would go. Save to put them there.
campaign-groups-names = Names and sizes
campaign-group-name = Name of the group
campaign-group-name-of = Name of the group { $name }
campaign-group-size = Size
campaign-group-goes = without a unit: it will go
campaign-too-small = fewer than { $least }: merge it with another
campaign-small-under = fewer than { $least }: rarely shown
campaign-group-fits = fits
campaign-group-new-name = Name of the new group
campaign-group-new-hint = for the units you put in “new group”; left empty, it takes the name of the first
campaign-groups-units = Units
campaign-counts-in = counts in
campaign-group-of = Group of { $unit }
campaign-group-choose = to place
campaign-group-new = new group
campaign-groups-save = Save the groups
campaign-groups-propose = Propose again
campaign-groups-propose-what = The groups of this campaign are replaced, your adjustments are lost. A proposal puts units together until each group can be expected to give enough answers for distributions; taking up earlier groups keeps comparisons.
campaign-groups-empty = No unit is served by the suppliers of this campaign. Choose suppliers, and say whom they serve.
campaign-fault-rate = Expected participation: a whole number from { $least } to { $most }, in %.
campaign-group-answers = Expected answers
campaign-few-answers = fewer than { $least } answers expected
campaign-group-near = The nearest: “{ $near }”.
campaign-group-merge = Put together
campaign-groups-effect = See the effect
campaign-rate = Expected participation, in %
campaign-rate-from = { $percent }% in the last published campaign ({ $wave }), all groups together
campaign-rate-usual = { $percent }% as long as no campaign is published
campaign-groups-by-size = Replace with a proposal by headcount
campaign-groups-by-wave = Take up the earlier groups ({ $wave })
campaign-fault-unplaced = { $unit }: choose a group.
campaign-fault-group-twice = Two groups have the same name.
campaign-fault-group-long = The name of a group has at most { $limit } characters.
campaign-follow-lede = People can answer until { $day } included. No result exists before closing.
campaign-counted-on = Counts of { $day }, once a day.
campaign-counted-last = Counts at closing.
campaign-rates = Participation by group
campaign-invited = Invited
campaign-groups-withheld = { $n ->
    [one] The group is not shown yet.
   *[other] The { $n } groups are not shown yet.
}
campaign-groups-hidden = { $n ->
    [one] The group is not shown.
   *[other] The { $n } groups are not shown.
}
campaign-groups-shown-from = A group is shown from { $least } people invited and 2 who answered on, while at least 2 people have not and no other group can be worked out from it.
campaign-everybody = Everybody
campaign-sendings = { $n ->
    [one] one person
   *[other] { $n } people
}
campaign-not-counted-yet = No count yet: the first one is made during the day.
campaign-mails = Invitations
campaign-mails-sent = { $n ->
    [0] No invitation of { $all } sent yet
    [one] One invitation of { $all } sent
   *[other] { $n } invitations of { $all } sent
}
campaign-mails-waiting = { $n ->
    [0] None is waiting.
    [one] One is waiting its turn.
   *[other] { $n } are waiting their turn.
}
campaign-mails-failed = { $n ->
    [0] None was refused.
    [one] One could not be delivered.
   *[other] { $n } could not be delivered.
}
campaign-reminder-past = { $day }: gone, or on its way
campaign-reminder-planned = { $day }: planned
campaign-reminders-note = Only people whose link was not used get one; their number is not shown.
campaign-unreached = Addresses that could not be reached
campaign-unreached-note = Correct the address, or send the message again. These people still count among those invited.
campaign-unreached-none = No address was refused.
campaign-reason = What the server said
campaign-no-reason = no detail
campaign-opened-on = Opened on
campaign-close = Close now
campaign-close-waiting = { $n ->
    [one] One invitation has not left yet: it will leave no more.
   *[other] { $n } invitations have not left yet: they will leave no more.
}
campaign-close-what = The campaign closes by itself after { $day }. Closing it now is final: no more answer is taken, drafts are deleted, answers are mixed, then results are published.
campaign-close-type = To confirm, type the code { $code }
campaign-close-confirm = Close and publish
campaign-copy = Prepare the next one
campaign-copy-what = A new draft campaign with the same suppliers, groups and thresholds, a quarter later. Everything can be changed.
campaign-copy-code = copy-of-{ $code }
campaign-fault-copy-draft = This campaign has not opened yet: change it instead of preparing another.
flash-campaign-copied = Campaign prepared: check the code and the dates, then save.
flash-campaign-standing = The next campaign is already in preparation: here it is.
campaign-informed = Staff representatives told on
campaign-informed-hint = Optional: the day the works council was told, for your memory and for the check.
campaign-extend = Put off the closing, add a reminder
campaign-extend-what = People can answer until { $day } included. The new date, { $latest } at the latest, shows at once on every page and in mails that are still to leave; those that left keep the old one.
campaign-extend-codes = Printed slips bear the old date: put the new one on the notice board, or print them again.
campaign-extend-day = New last day
campaign-extend-move = Also move the reminder of { $day } to the last working day of the campaign
campaign-extend-reminder = One more reminder (optional)
campaign-extend-reminder-hint = From tomorrow on; three reminders at most in all.
campaign-extend-full = Three reminders are planned already: none can be added.
campaign-extend-confirm = Save
campaign-extended-from = first announced for { $day }
flash-campaign-extended = Closing put off: people can answer until { $day } included.
flash-campaign-extended-reminders = Closing put off: people can answer until { $day } included. Reminders to come: { $reminders }.
flash-campaign-reminder-added = Reminder added. Reminders to come: { $reminders }. The closing stays on { $day }.
campaign-fault-over = The last day has passed: the campaign closes by itself within a minute.
campaign-fault-earlier = This date is earlier than the planned closing. To end sooner, use “Close now”.
campaign-fault-same-day = Nothing to change: choose a later date, or one more reminder.
campaign-fault-too-late = A campaign lasts at most { $days } days after it opened.
campaign-fault-reminder-there = A reminder is planned for that day already: choose another.
campaign-fault-reminder-after = One more reminder falls after today, and on the day of closing at the latest.
campaign-fault-no-newcomer = Nobody else to invite.
newcomers-title = People who came since the opening
newcomers-people = { $n ->
    [one] One person came and is not invited.
   *[other] { $n } people came and are not invited.
}
newcomers-codes = { $n ->
    [one] One has no address and will get a code on paper.
   *[other] { $n } have no address and will get a code on paper.
}
newcomers-group = { $name }: { $n ->
    [one] one person
   *[other] { $n } people
}
newcomers-what = They are counted in their group. Those invited before get nothing more.
newcomers-codes-note = Then print the codes again: the old ones are the same, the new ones come with them. Mix them with those left in the box: a slip handed out by itself is known.
newcomers-invite = { $n ->
    [one] Invite this person
   *[other] Invite these { $n } people
}
newcomers-ungrouped = { $n ->
    [one] One person cannot be invited
   *[other] { $n } people cannot be invited
}: their unit ({ $units }) was in no group asked at the opening, and groups no longer change. It will be for the next campaign.
flash-newcomers-invited = { $n ->
    [one] One more person is invited.
   *[other] { $n } more people are invited.
}
campaign-closed-lede = The campaign is closed and its results are being published: a few minutes at most.
campaign-published-lede = The results are published and will no longer change.
campaign-publication = Publication
campaign-reload = See how far it is
campaign-steps-lede = You may close this page: the work goes on without it. Come back or refresh to see how far it is.
campaign-step-closing = Close
campaign-step-deciding = Decide what may be shown
campaign-step-sealing = Mix the answers
campaign-step-counting = Count and publish
campaign-step-telling = Announce
campaign-no-worker-title = The publication is waiting.
campaign-no-worker = The campaign is closed, but no worker seems to run: tell your administrator. As soon as one is started, the publication goes on by itself.
campaign-step-failed-title = The last try did not succeed.
campaign-step-failed = The program tries again every minute from where it stopped; nothing is lost. If it lasts, your administrator can read why on the page Tasks.
campaign-closed-on = Closed on
campaign-published-on = Published on
campaign-fingerprint = Fingerprint
flash-campaign-created = Campaign created, with groups proposed. Read the check before opening.
flash-campaign-saved = Settings saved.{ $placed ->
    [0] { "" }
    [one] { " " }One new unit has found a group.
   *[other] { " " }{ $placed } new units have found a group.
}
flash-campaign-groups = Groups saved.
flash-campaign-proposed = Groups proposed again.
flash-campaign-scheduled = Opening scheduled.
flash-campaign-unscheduled = Opening cancelled: the campaign is a draft again.
flash-campaign-opened = { $n ->
    [one] Campaign open: one person is invited.
   *[other] Campaign open: { $n } people are invited.
}
flash-campaign-closed = Campaign closed. Publication follows.

check-settings = The settings are incomplete: the people who are asked read who is responsible for the data and whom to write to.

effect-title = Compared with the last published campaign ({ $wave })
effect-same = All groups of the last published campaign are kept ({ $wave })
effect-unsaved = This is the effect of what is in the form; nothing is saved yet.
effect-nothing = No campaign has been published yet: there is nothing to compare these groups with. Nothing is saved yet.
effect-lost = { $n ->
    [one] This published group will no longer be comparable: { $names }.
   *[other] These { $n } published groups will no longer be comparable: { $names }.
}
effect-kept = { $n ->
    [one] One group kept
   *[other] { $n } groups kept
}
effect-changed = changed.
effect-new = new.
effect-gone = gone.
effect-added = Added: { $units }.
effect-left = Left: { $units }.
effect-was-published = no longer comparable
effect-trends = Comparisons for all clients
effect-holds = holds
effect-breaks = broken
effect-first = first
effect-common = { $suppliers }: { $percent }% of people are in groups unchanged since the wave before ({ $wave }).
effect-no-wave = { $suppliers }: in no published campaign yet.
effect-rule = A comparison holds when at least 80% of people are in groups with the same code and the same units in both campaigns, and when the questions stay the same.

forecast-title = What each head will see
forecast-lede = A forecast by participation, with the rule of the publication. It knows headcounts only: answers that are all the same, or a question few filled in, will hide more.
forecast-supplier = Internal supplier
forecast-at = At { $percent }%
forecast-nothing = nothing: too few answers
forecast-total-value = All clients: mean and share only
forecast-total-everything = All clients: everything
forecast-groups = { $all ->
    [0] no group
   *[other] { $shown ->
        [0] none of { $all } groups
        [one] one of { $all } groups
       *[other] { $shown } of { $all } groups
    }
}
forecast-levels = { $n ->
    [0] without distribution
    [one] one of them with distributions
   *[other] { $n } of them with distributions
}
forecast-no-groups = no figure by group, as a file of the answers is handed out
forecast-bare = { $names }: nothing would be shown by group at 60% participation.
forecast-merge = Put groups together
forecast-hidden = Groups that would stay hidden
forecast-none-hidden = none

# Codes on paper
check-codes = { $people ->
    [one] One person has no e-mail address and gets a code on paper
   *[other] { $people } people have no e-mail address and get a code on paper
}: remember to print the slips after opening.
codes-title = Codes on paper
codes-follow = { $n ->
    [one] One person without an e-mail address draws a code on paper
   *[other] { $n } people without an e-mail address draw a code on paper
}. They get no reminder: put the closing date on the notice board.
codes-print = See and print the slips
codes-lede = { $n ->
    [0] No slip to print
    [one] One slip to print
   *[other] { $n } slips to print
}, without names, in an order drawn at random.
codes-none = Everybody has an e-mail address in this campaign.
codes-how = How to do it
codes-how-print = Print this page from your browser, then cut the slips out. Each group begins a new sheet.
codes-how-fold = Fold each slip, and put those of a group into a box of their own.
codes-how-draw = Each person of the group without an e-mail address draws one. Do not note who drew what: that is why nobody knows.
codes-again = Printing again gives the same codes, not more of them: destroy slips that are left over. A code opens a questionnaire for whoever holds it; showing this page is noted in the log.
codes-pile = { $group }: { $n ->
    [one] one slip
   *[other] { $n } slips
}
codes-alone = Only one slip in this group: you will know who gets it, as with a link sent by e-mail.
slip-fold = Fold each slip; each person draws one from the box.
slip-title = Your opinion of internal services
slip-title-of = { $organisation }: your opinion of internal services
slip-purpose = What works, what should change? A few minutes, until { $day }.
slip-type = Photograph the square, or type this code at
slip-promise = No name, no address, no time; no result for fewer than { $n } answers.
slip-keep = Keep this slip: after publication it also leads to the results.
slip-also = In English too: { $address }?lang=en
campaign-results-mails = Results mails
campaign-moved-mails = Mails about the actions that moved
campaign-results-sent = { $n ->
    [0] No mail of { $all } sent yet
    [one] One mail of { $all } sent
   *[other] { $n } mails of { $all } sent
}
campaign-mails-stopped = { $n ->
    [one] One was given up.
   *[other] { $n } were given up.
}
campaign-mails-halted = Sending stopped by itself.
campaign-mails-halted-why = The mail server refused too many mails: fifty in a row, or at least one in twenty. Its last words:
campaign-mails-halted-next = Put the cause right with whoever looks after the mail server, then resume here. Nothing that waits is lost.
campaign-mails-paused = Sending is paused. What waits will leave when it resumes.
campaign-mails-rest = The mail server does not answer. Next try on { $day } at { $hour }:{ $minute }; nothing is lost.
campaign-mails-off-hours = Outside the hours of sending.
campaign-mails-pace = { $n ->
    [one] One mail a minute at the moment.
   *[other] { $n } mails a minute at the moment.
}
campaign-mails-end = Planned end: { $day } at { $hour }:{ $minute }.
campaign-mails-no-end = No end in sight with the settings of sending.
campaign-mails-look = Refresh
campaign-mails-pause = Pause sending
campaign-mails-resume = Resume sending
campaign-mails-stop = Give up what waits
campaign-mails-stop-what = { $n ->
    [one] One mail waits: it will never leave, even after sending resumes.
   *[other] { $n } mails wait: they will never leave, even after sending resumes.
}
campaign-mails-stop-reminders = Reminders planned for later will leave all the same.
campaign-mails-stop-confirm = { $n ->
    [one] Give up this mail
   *[other] Give up these { $n } mails
}
flash-mails-paused = Sending is paused.
flash-mails-resumed = Sending resumes.
flash-mails-stopped = { $n ->
    [0] Nothing was waiting any more.
    [one] One mail was given up.
   *[other] { $n } mails were given up.
}
campaign-plan-end = { $n ->
    [one] The invitation would have left on { $day } at { $hour }:{ $minute }.
   *[other] The { $n } invitations would have left on { $day } at { $hour }:{ $minute }.
}
campaign-plan-never = With the settings of sending, the invitations would never all leave: ask your administrator.
campaign-plan-pace = { $n ->
    [one] The settings allow one mail a minute.
   *[other] The settings allow { $n } mails a minute.
}
campaign-plan-day = At most { $n } a day.
campaign-plan-free = The settings do not limit the pace: your mail server decides.
halted-mail-subject = Barometer: sending has stopped ({ $wave })
halted-mail-what = Sending for the campaign { $wave } stopped by itself: the mail server refused too many, fifty in a row or at least one in twenty. The others wait, nothing is lost.
halted-mail-said = Its last words:
halted-mail-next = Put the cause right with whoever looks after the mail server, then resume sending on the campaign's page.
halted-mail-button = See the campaign
halted-mail-why = You receive this message because you run the barometer's campaigns.

# People invited
invited-title = People invited
invited-lede = Who was sent an invitation, and whether the message left. Nobody can see here who answered.
invited-unreached-title = People not reached
invited-unreached-lede = Their invitation did not arrive. Correct the address, or send the message again once the mailbox takes mail. These people still count among those invited.
invited-unreached-all = { $n ->
    [one] The person not reached
   *[other] All { $n } people not reached
}
invited-search = Search for a name or address
invited-nobody = Nobody was invited by mail.
invited-mail = Invitation message
invited-mail-sent = left
invited-mail-waiting = waiting its turn
invited-mail-failed = not delivered
invited-mail-stopped = sending given up
invited-mail-held = held after a restore
invited-mail-withdrawn = no longer counted among those invited
invited-mail-away = away or gone: no message
invited-since = Since
invited-what-to-do = What to do
invited-correct = Correct
invited-again = Send again
guest-invitation = The invitation
guest-since = since { $day }
guest-nothing-known = This page is the same whether the person answered or not.
guest-person = The person's page
guest-closed = The campaign is no longer open: there is nothing left to send.
guest-address = The message did not arrive
guest-address-what = If the address is wrong, correct it: the same invitation leaves at once for the new address. Correct it in the people file too, or the next import will bring the old one back.
guest-address-label = Address
guest-address-button = Correct and send again
guest-again-what = If the address is right (full mailbox, passing fault), send the invitation again.
guest-again-button = Send again to the same address
guest-link = A new link
guest-link-what = For somebody who lost their link, or passed it on by mistake.
guest-link-open = Give a new link
guest-link-lost = The old link will no longer work, and a draft in progress will be lost.
guest-link-button = Replace the link and send it
guest-withdraw = No longer one of the people asked
guest-withdraw-what = The person has left, or the address is somebody else's: they are no longer counted among those invited, get no more messages, and their link stops working. If an answer was sent through this link, it stays: nothing allows anyone to find it.
guest-away-what = For a long leave, write "away" in the state column of the people file: the person gets no more messages and still counts.
guest-withdraw-open = Take them out of the count
guest-withdraw-sure = You can put them back as long as the campaign is open.
guest-withdraw-button = Take out of the count
guest-back = Taken out of the count
guest-back-what = This person is no longer counted among those invited and their link does not work. If that was a mistake, put them back: their link will work again.
guest-back-button = Put back among those invited
guest-fault-not-open = The campaign is no longer open.
guest-fault-withdrawn = This person is no longer counted among those invited.
guest-fault-role = This person holds a role: only an administrator may change their address, because sign-in links go to it.
guest-fault-not-failed = This person's invitation has not failed: there is nothing to send again.
guest-fault-too-many = At most one person in five of a group can be taken out of the count: otherwise the count would be about those who remain.
flash-address-corrected = The address is corrected. The invitation leaves for the new address.
flash-sent-again = The invitation leaves again.
flash-link-reissued = The link is replaced. It leaves in a new message.
flash-withdrawn = The person is no longer counted among those invited.
flash-put-back = The person is counted among those invited again.
held-title = Messages are held.
held-what = The database was restored from a backup: the messages that waited then may have left since, before the fault.
held-number = { $n ->
    [one] One invitation is held.
   *[other] { $n } invitations are held.
}
held-choice = If the mail server's log shows that they did not leave, send them. Otherwise whoever has theirs already would get it twice.
held-send = Send them now
flash-held-sent = The held messages take their turn again.
campaign-reminders-propose = Propose reminder dates

# A campaign's e-mails: texts, preview, test
letters-title = E-mails
letters-lede = What the people asked read, just as they will get it.
letters-texts = Your words
letters-fixed = The subject and the first words are yours, in plain text. The rest cannot be changed: which services, until when, the link, and what is promised about answers.
letters-open = The campaign is open: what you change holds for e-mails that have not left yet.
letters-over = The campaign is closed: these texts no longer change.
letters-kind-invitation = Invitation
letters-kind-reminder = Reminder
letters-kind-moved = What has moved
letters-kind-results = Results
letters-invitation-fr-subject = Subject of the invitation, in French
letters-invitation-fr-introduction = First words of the invitation, in French
letters-invitation-en-subject = Subject of the invitation, in English
letters-invitation-en-introduction = First words of the invitation, in English
letters-reminder-fr-subject = Subject of the reminder, in French
letters-reminder-fr-introduction = First words of the reminder, in French
letters-reminder-en-subject = Subject of the reminder, in English
letters-reminder-en-introduction = First words of the reminder, in English
letters-usual = Left empty: “{ $text }”.
letters-usual-none = Left empty: nothing more.
letters-most = At most { $n } characters.
letters-preview = Preview
letters-search = See it as somebody else
letters-search-hint = part of the name or e-mail address
letters-find = Search
letters-none-found = Nobody of that name among the people asked by e-mail.
letters-as = As { $name } ({ $unit }) would get it.
letters-example = The links are examples and open nothing.
letters-when = Leaves on: { $days }.
letters-when-moved = Leaves once only, two weeks after publication and a week after a visible action moved at the earliest; to whoever then works in the units asked. Never during a campaign.
letters-when-results = Leaves at publication, to everybody who was asked.
letters-as-text = As plain text
letters-as-html = Laid out, as received
letters-test = Send this e-mail to me
letters-test-what = The test goes to your address only, marked [test], and counts nowhere. Texts not saved are not in it.
letters-fault-long = At most { $most } characters.
letters-fault-over = The campaign is closed: these texts no longer change.
letters-fault-what = Choose an e-mail and somebody who is asked.
letters-fault-many = At most { $n } tests an hour: try again later.
flash-letters-saved = Texts saved, for e-mails that have not left yet.
flash-letters-test = A test is on its way to your address.
letters-see = Texts, preview and test of the e-mails

# To those who run a campaign
launch-mail-subject = The survey has begun: answers until { $day }
launch-mail-what = The { $wave } survey asks your colleagues about { $services }.
launch-mail-until = Everybody has got a link by e-mail, or a code on paper. Answers are taken until the end of { $day }; it takes a few minutes.
launch-mail-encourage = What helps: telling your teams and the people you work for that their view matters to you, recalling what has changed since last time, leaving a few minutes in a meeting.
launch-mail-never = Ask nobody whether they answered, or what: everyone is free, and nobody can know. No result is shown for fewer than { $n } answers. You will get a message when your results are ready.
launch-mail-button = See the questions
launch-mail-why = You get this message because you head a service that the survey asks about.
low-mail-subject = Low participation: { $wave }
low-mail-what = Half of the time is over, and participation in the { $wave } campaign stands at { $share } ({ $n ->
    [one] one response
   *[other] { $n } responses
}, counted on { $day }).
low-mail-do = There is time until { $day }. What helps: a word from the management, a poster, a few minutes in team meetings, recalling what was done after the last survey. The reminders planned leave by themselves.
low-mail-never = Ask nobody whether they answered.
low-mail-button = See participation
low-mail-why = You get this message, once a campaign, because you run the barometer's campaigns.
campaign-mails-narrow = { $n ->
    [one] The mail server takes one connection at a time only; more are tried again on { $day } at { $hour }:{ $minute }.
   *[other] The mail server takes { $n } connections at a time only; more are tried again on { $day } at { $hour }:{ $minute }.
}
campaign-announce-days = Working days between the publication and the message to those who were asked
campaign-announce-days-hint = 0 (at once) to 10. Heads and HR are told at once: 3 days give them time to read and to decide on a first action
campaign-fault-announce = 0 to { $most } working days
campaign-announcing = Telling those who were asked
campaign-announce-on = They will get the results on { $day }. Until then their link names that day; the figures no longer change.
campaign-announce-soon = They will get the results as soon as the publication is finished.
campaign-announced-on = Announced on { $day }; the mails leave at their pace.
campaign-announce-nothing = Too few answers for any result to be shown: their message will say so, and nothing else.
campaign-announce-now = Tell them now
flash-announced = The message is on its way to those who were asked.
closing-today = If you closed now
closing-count = At the last count, on { $day }: { $sent } sendings of { $invited } people.
closing-no-count = Too few people had answered at the last count for a number to be told.
closing-nothing = Nothing would be shown, of any service.
closing-nothing-what = Heads would read an empty page, and those who were asked a message that says so. A closing cannot be undone: put it off first, with a reminder.
closing-bare = Nothing would be shown of: { $names }.
closing-bare-what = A few more answers might be enough: you can put off the closing, with a reminder.
closing-hidden = Not shown: { $names }.
closing-how = By the last count by group and the rule of the publication. The answers themselves are not read: what is shown may differ a little.
closing-put-off = Put off the closing
check-near-before = { $name }: but for { $n ->
    [one] one person
   *[other] { $n } people
}, its clients are those of { $wave }. The figures of both waves, subtracted, would tell roughly what { $n ->
    [one] this person
   *[other] these people
} said.
check-joined = People who were not asked in { $wave }: { $groups }. Is this what changed in the organisation? People added to a group can make those who were there stand out.
campaign-announce-sure = Everyone who was asked gets the results mail, and their link leads there. This cannot be taken back.
campaign-announce-go = Send the results

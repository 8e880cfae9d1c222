campaign-fault-code = The code must have 1 to 20 letters, digits, hyphens or underscores, for example 2026-Q1.
campaign-fault-taken = This code already belongs to another campaign: choose another.
campaign-fault-day = Write each date in the form 2026-03-20.
campaign-fault-dates = The closing date must come after the opening date.
campaign-fault-reminders = Reminders must fall after the opening date, and on the closing date at the latest.
campaign-fault-too-many-reminders = Three reminders at most.
campaign-fault-reminders-close = Reminders must be at least three working days apart: choose a date further away.
campaign-fault-threshold = The threshold cannot be lower than { $lowest } answers.
campaign-fault-levels = The thresholds for distributions and comments cannot be lower than { $lowest } answers.
campaign-fault-number = Write a whole number.
campaign-fault-frozen = This campaign has started: its settings can no longer be changed.
campaign-fault-not-ready = The check lists blocking issues: resolve them before opening.
campaign-fault-groups = Each unit must be in a group, and each group must have a name.
campaign-fault-typed = To close the campaign, type its code exactly.
campaign-fault-not-open = This campaign is not open.

check-closing-passed = The closing date has passed.
check-no-supplier = No internal supplier has been chosen.
check-no-questionnaire = { $name }: no questionnaire yet.
check-no-open-question = { $name }: no open question; figures will say where, nobody will say what.
check-no-head = { $name }: no head has been appointed.
check-no-moderator = { $name }: nobody has been appointed to review the comments; they will stay held.
check-no-clients = { $name }: this supplier serves nobody yet; complete the relations.
check-nobody = Nobody would be invited.
check-small-group = The group { $name } has { $size ->
    [one] one person
   *[other] { $size } people
}, fewer than { $least }: merge it with another.
check-without-group = { $people ->
    [one] One person is not in any group.
   *[other] { $people } people are not in any group.
}
check-long = The longest path would take { $minutes } minutes: beyond 5, many people give up.
check-length = { $minutes ->
    [one] It takes about one minute to answer.
   *[other] It takes { $minutes } minutes at most to answer.
}
check-moderators-unable = { $name }: { $n ->
    [one] { $people } is appointed to review the comments but works there or heads it, and so may not read them.
   *[other] { $people } are appointed to review the comments but work there or head it, and so may not read them.
}
check-moderators = { $name }: { $n ->
    [one] { $people } will review the comments.
   *[other] { $people } will review the comments.
}
check-few-staff = { $name }: { $n ->
    [0] according to the list of people, nobody works there
    [one] only one person works there
   *[other] { $n } people work there
}. Below 5, opinions are about individuals, not about an internal supplier: leave it out, or combine it with another.
check-few-staff-near = { $name }: { $n ->
    [0] according to the list of people, nobody works there
    [one] only one person works there
   *[other] { $n } people work there
}. Below 5, opinions are about individuals, not about an internal supplier: combine it with a neighbour ({ $near }), or leave it out.
check-window = { $n ->
    [one] People will have one working day to answer after the opening.
   *[other] People will have { $n } working days to answer after the opening.
}
check-window-short = { $n ->
    [0] No working day to answer after the opening
    [one] Only one working day to answer after the opening
   *[other] Only { $n } working days to answer after the opening
}: plan for { $usual } instead.
check-window-long = { $n } working days to answer: that is long, and answers mostly come at the beginning and after a reminder. Plan for { $usual } instead.
check-august = Part of the campaign falls in August, when many people are on holiday.
check-christmas = Part of the campaign falls between 21 December and 3 January, when many people are on holiday.
check-holidays = { $n ->
    [one] One public holiday during the campaign: { $names }.
   *[other] { $n } public holidays during the campaign: { $names }.
}
check-informed = Staff representatives will have been informed before the opening.
check-informed-missing = Staff representatives: in the campaign's settings, note the day on which they were informed. A works council must be informed before the opening, and consulted if the campaign is new.
check-informed-late = Staff representatives would be informed after the opening.
check-over-budget = { $people ->
    [one] One person will not be invited
   *[other] { $people } people will not be invited
}, having already been surveyed { $most } times in { $months } months. An administrator sets this limit in the settings.
check-away = { $people ->
    [one] One person in the units surveyed is away: they will not be invited.
   *[other] { $people } people in the units surveyed are away: they will not be invited.
}
check-night = Emails are sent at all hours: invitations and reminders would arrive from midnight. Administrators set the sending hours (Settings, Sending emails).
check-weekend = The opening or closing date falls on a weekend.
check-people = { $people ->
    [one] One person will be invited
   *[other] { $people } people will be invited
}, in { $groups ->
    [one] one group
   *[other] { $groups } groups
}.

campaign-new = New campaign
campaign-list-lede = Usually one campaign per quarter: who is surveyed, about which internal suppliers, and when.
campaign-list-caption = Campaigns, most recent first
campaign-list-empty = No campaigns yet. Prepare the first one: nothing is sent until it opens.
campaign-wave = Wave
campaign-state = Status
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
campaign-next-scheduled = Review before opening
campaign-next-open = Monitor
campaign-next-closed = See the publication
campaign-next-published = See what is published
campaign-refused = Nothing was changed
campaign-settings = Campaign settings
campaign-back = Back to the campaign
campaign-edit-lede = Everything can still be changed until the campaign opens. After that, you can only extend the closing date and invite people who have joined since.
campaign-dates-and-thresholds = Dates and thresholds
campaign-code = Code
campaign-code-hint = for example 2026-Q1 for the first quarter of 2026
campaign-opens = Opening date
campaign-closes = Closing date
campaign-closes-hint = last day on which people can answer
campaign-reminder-1 = First reminder
campaign-reminder-2 = Second reminder
campaign-reminder-3 = Third reminder
campaign-reminder-hint = three at most, at least three working days apart; only people whose link has not been used receive one. Leave empty those you do not need
campaign-threshold = Minimum number of answers for a group to be shown
campaign-threshold-hint = at least 5
campaign-levels = Minimum number of answers for distributions
campaign-levels-hint = at least 10
campaign-comments = Minimum number of answers for comments
campaign-comments-hint = at least 10
campaign-file = Response file
campaign-file-none = none
campaign-file-what = Usually, nobody receives individual responses: only results are published. A research institute or survey team may need a file.
campaign-file-box = A file of the responses, without names or departments, will be given to the person or organisation below
campaign-file-to = Who will receive the file
campaign-file-to-hint = what follows “is given to”, as the people surveyed will read it: the Cassini Institute, Lyon
campaign-file-cost = What this costs: an internal supplier that receives { $n } responses or more will publish no figures by client group. Side by side, the file and those figures would reveal the answers of a small group. Suppliers with fewer responses are not in the file and publish as usual.
campaign-file-frozen = The people surveyed read this before they answer. This choice cannot be changed after opening.
campaign-fault-file-to = Say who will receive the file.
campaign-fault-file-long = { $most } characters at most.
check-file = A file of the responses will be given to { $to }: an internal supplier that receives { $n } responses or more will publish no figures by client group.
campaign-suppliers-legend = Internal suppliers covered by the campaign
campaign-no-suppliers = No internal supplier has a questionnaire yet. Set up the suppliers, then create their questionnaires; the campaign can already be saved.
campaign-without = No questionnaire yet: { $names }.
campaign-launch-blocked = { $n ->
    [one] One issue is blocking the opening.
   *[other] { $n } issues are blocking the opening.
}
campaign-launch-ready = { $n ->
    [one] Ready to open: one person will be invited.
   *[other] Ready to open: { $n } people will be invited.
}
campaign-launch-scheduled = It will open by itself on { $day }.
campaign-launch-stuck = The opening is scheduled, but it will not take place while anything blocks it.
campaign-check = Check before opening
campaign-check-ok = ready
campaign-check-see = to check
campaign-check-stop = blocking
campaign-remedy = Fix
campaign-opening = Open the campaign
campaign-opening-blocked = Resolve the blocking issues first: you can then open the campaign here.
campaign-open-now = Open now
campaign-open-what = { $n ->
    [one] One person will be invited, by an email with a personal link, or by a code on paper if they have no address.
   *[other] { $n } people will be invited, each by an email with a personal link; those without an address, by a code on paper.
}
campaign-open-freezes = Questionnaires, groups and thresholds will no longer change; the closing date can only be extended.
campaign-open-closes = People will be able to answer up to and including { $day }.
campaign-open-final = An open campaign cannot go back to being a draft.
campaign-open-confirm = { $n ->
    [one] Open and invite one person
   *[other] Open and invite { $n } people
}
campaign-schedule = Schedule the opening
campaign-schedule-what = The campaign will open by itself on { $day }, at the first sending hour of that day; you can cancel until then.
campaign-schedule-due = The opening date has arrived: once scheduled, the campaign opens within a minute.
campaign-unschedule = Back to draft
campaign-unschedule-what = The scheduled opening is cancelled; nothing else changes.
campaign-summary = At a glance
campaign-reminders = Reminders
campaign-no-reminder = no reminder planned
campaign-thresholds = Thresholds
campaign-thresholds-are = { $k } answers for a group, { $levels } for a distribution, { $comments } for comments
campaign-none-chosen = none chosen
campaign-groups = Groups
campaign-group = Group
campaign-people = People
campaign-small = small
campaign-no-groups = No groups: choose suppliers and say who they serve.
campaign-groups-adjust = Adjust the groups
campaign-mail = The email everyone will receive
campaign-mail-note = As the first person would receive it; the link is an example.
campaign-mail-to = To
campaign-mail-subject = Subject
campaign-mail-nobody = Nobody would be invited for now: there is no email to show.
campaign-groups-lede = A group's results are shown only if it is large enough: at least { $least } people, preferably { $size }. Keep the same groups from one quarter to the next.
campaign-groups-unsaved = Some units have been added since: they are placed here where they would go. Save to put them there.
campaign-groups-names = Names and sizes
campaign-group-name = Group name
campaign-group-name-of = Name of the group { $name }
campaign-group-size = Size
campaign-group-goes = no units: it will disappear
campaign-too-small = fewer than { $least }: merge with another
campaign-small-under = fewer than { $least }: rarely shown
campaign-group-fits = suitable
campaign-group-new-name = Name of new group
campaign-group-new-hint = for the units you put in “new group”; if left empty, it takes the name of the first
campaign-groups-units = Units
campaign-counts-in = Counts in
campaign-group-of = Group of { $unit }
campaign-group-choose = to be placed
campaign-group-new = new group
campaign-groups-save = Save the groups
campaign-groups-propose = Suggest groups again
campaign-groups-propose-what = The groups in this campaign will be replaced and your adjustments lost. The suggestion combines units until each group can be expected to give enough answers for distributions; reusing earlier groups keeps comparisons.
campaign-groups-empty = The suppliers in this campaign do not serve any unit. Choose suppliers, and say who they serve.
campaign-fault-rate = Expected participation: a whole number from { $least } to { $most } (%).
campaign-group-answers = Expected answers
campaign-few-answers = fewer than { $least } answers expected
campaign-group-near = Closest: “{ $near }”.
campaign-group-merge = Merge
campaign-groups-effect = See the effect
campaign-rate = Expected participation (%)
campaign-rate-from = { $percent }% in the last published campaign ({ $wave }), all groups together
campaign-rate-usual = { $percent }% until a campaign has been published
campaign-groups-by-size = Replace with a suggestion based on headcount
campaign-groups-by-wave = Reuse the earlier groups ({ $wave })
campaign-fault-unplaced = { $unit }: choose a group.
campaign-fault-group-twice = Two groups have the same name.
campaign-fault-group-long = A group name can have at most { $limit } characters.
campaign-follow-lede = People can answer up to and including { $day }. There are no results until the campaign closes.
campaign-counted-on = Count on { $day }, once a day.
campaign-counted-last = Count at closing.
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
campaign-groups-shown-from = A group is shown once at least { $least } people are invited and 2 have answered, as long as at least 2 people have not answered and no other group can be worked out from it.
campaign-everybody = Everyone
campaign-sendings = { $n ->
    [one] one person
   *[other] { $n } people
}
campaign-not-counted-yet = No count yet: the first one is made during the day.
campaign-mails = Invitations
campaign-mails-sent = { $n ->
    [0] No invitations sent yet, out of { $all }
    [one] One invitation sent out of { $all }
   *[other] { $n } invitations sent out of { $all }
}
campaign-mails-waiting = { $n ->
    [0] None waiting.
    [one] One waiting to be sent.
   *[other] { $n } waiting to be sent.
}
campaign-mails-failed = { $n ->
    [0] None refused.
    [one] One could not be delivered.
   *[other] { $n } could not be delivered.
}
campaign-reminder-past = { $day }: sent, or being sent
campaign-reminder-planned = { $day }: planned
campaign-reminders-note = Only people whose link has not been used receive one; how many is not shown.
campaign-unreached = E-mails not delivered
campaign-unreached-note = Correct the address, or send the message again. These people are still counted among those invited.
campaign-unreached-none = No address was refused.
campaign-reason = What the server said
campaign-no-reason = no detail
campaign-opened-on = Opened on
campaign-close = Close now
campaign-close-waiting = { $n ->
    [one] One invitation has not been sent yet: it will not be sent.
   *[other] { $n } invitations have not been sent yet: they will not be sent.
}
campaign-close-what = The campaign closes by itself after { $day }. Closing it now is final: no more answers are accepted, drafts are deleted, answers are mixed and the results are then published.
campaign-close-type = To confirm, type the code { $code }
campaign-close-confirm = Close and publish
campaign-copy = Prepare the next one
campaign-copy-what = A new draft campaign with the same suppliers, groups and thresholds, one quarter later. Everything can still be changed.
campaign-copy-code = copy-of-{ $code }
campaign-fault-copy-draft = This campaign has not opened yet: change it instead of preparing another.
flash-campaign-copied = Campaign prepared: check the code and the dates, then save.
flash-campaign-standing = The next campaign is already being prepared: here it is.
campaign-informed = Staff representatives informed on
campaign-informed-hint = Optional: the day on which the works council was informed, for your records and for the check.
campaign-extend = Extend the closing date or add a reminder
campaign-extend-what = People can answer up to and including { $day }. The new date, { $latest } at the latest, appears at once on every page and in emails still to be sent; those already sent keep the old one.
campaign-extend-codes = Printed slips show the old date: put up a notice with the new one, or reprint them.
campaign-extend-day = New last day
campaign-extend-move = Also move the reminder of { $day } to the last working day of the campaign
campaign-extend-reminder = One extra reminder (optional)
campaign-extend-reminder-hint = From tomorrow; three reminders at most in all.
campaign-extend-full = Three reminders are already planned: no more can be added.
campaign-extend-confirm = Save
campaign-extended-from = originally { $day }
flash-campaign-extended = Closing date extended: people can answer up to and including { $day }.
flash-campaign-extended-reminders = Closing date extended: people can answer up to and including { $day }. Reminders to come: { $reminders }.
flash-campaign-reminder-added = Reminder added. Reminders to come: { $reminders }. The closing date is still { $day }.
campaign-fault-over = The last day has passed: the campaign closes by itself within a minute.
campaign-fault-earlier = This date is earlier than the planned closing date. To finish sooner, use “Close now”.
campaign-fault-same-day = Nothing to change: choose a later date, or an extra reminder.
campaign-fault-too-late = A campaign can last at most { $days } days after it opens.
campaign-fault-reminder-there = A reminder is already planned for that day: choose another.
campaign-fault-reminder-after = An extra reminder must fall after today, and on the closing date at the latest.
campaign-fault-no-newcomer = There is nobody else to invite.
newcomers-title = People who have joined since the opening
newcomers-people = { $n ->
    [one] One person has joined and has not been invited.
   *[other] { $n } people have joined and have not been invited.
}
newcomers-codes = { $n ->
    [one] One has no address and will have a code on paper.
   *[other] { $n } have no address and will have a code on paper.
}
newcomers-group = { $name }: { $n ->
    [one] one person
   *[other] { $n } people
}
newcomers-what = They count in their group. People already invited receive nothing more.
newcomers-codes-note = Then print the codes again: the old ones are the same, and the new ones are added. Mix them with those left in the box: a slip handed out separately can be recognised.
newcomers-invite = { $n ->
    [one] Invite this person
   *[other] Invite these { $n } people
}
newcomers-ungrouped = { $n ->
    [one] One person cannot be invited
   *[other] { $n } people cannot be invited
}: their unit ({ $units }) was not in any group surveyed at the opening, and groups can no longer change. They can be invited to the next campaign.
flash-newcomers-invited = { $n ->
    [one] One more person has been invited.
   *[other] { $n } more people have been invited.
}
campaign-closed-lede = The campaign is closed and its results are being published: a few minutes at most.
campaign-published-lede = The results are published and will no longer change.
campaign-publication = Publication
campaign-reload = Check progress
campaign-steps-lede = You can close this page: the work continues without it. Come back or refresh to check progress.
campaign-step-closing = Close
campaign-step-deciding = Decide what may be shown
campaign-step-sealing = Mix the answers
campaign-step-counting = Count and publish
campaign-step-telling = Announce
campaign-no-worker-title = The publication is waiting.
campaign-no-worker = The campaign is closed, but no worker appears to be running: tell your administrator. As soon as one is started, the publication will continue by itself.
campaign-step-failed-title = The last attempt did not succeed.
campaign-step-failed = The program tries again every minute from where it stopped; nothing is lost. If this continues, your administrator can find the cause on the Tasks page.
campaign-closed-on = Closed on
campaign-published-on = Published on
campaign-fingerprint = Fingerprint
flash-campaign-created = Campaign created, with suggested groups. Review the check before opening.
flash-campaign-saved = Settings saved.{ $placed ->
    [0] { "" }
    [one] { " " }One new unit has been placed in a group.
   *[other] { " " }{ $placed } new units have been placed in a group.
}
flash-campaign-groups = Groups saved.
flash-campaign-proposed = New groups suggested.
flash-campaign-scheduled = Opening scheduled.
flash-campaign-unscheduled = Opening cancelled: the campaign is a draft again.
flash-campaign-opened = { $n ->
    [one] Campaign open: one person has been invited.
   *[other] Campaign open: { $n } people have been invited.
}
flash-campaign-closed = Campaign closed. Publication follows.

check-settings = The settings are incomplete: the people surveyed are told who is responsible for the data and who to write to.

effect-title = Compared with the last published campaign ({ $wave })
effect-same = All groups from the last published campaign are kept ({ $wave })
effect-unsaved = This shows the effect of what is in the form; nothing has been saved yet.
effect-nothing = No campaign has been published yet: there is nothing to compare these groups with. Nothing has been saved yet.
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
effect-left = Removed: { $units }.
effect-was-published = no longer comparable
effect-trends = Comparisons for all clients
effect-holds = kept
effect-breaks = broken
effect-first = first
effect-common = { $suppliers }: { $percent }% of people are in groups unchanged since the previous wave ({ $wave }).
effect-no-wave = { $suppliers }: not in any published campaign yet.
effect-rule = A comparison is kept when at least 80% of people are in groups with the same code and the same units in both campaigns, and when the questions stay the same.

forecast-title = What each head will see
forecast-lede = A forecast by level of participation, using the publication rule. It is based on headcounts only: answers that are all the same, or a question that few people answer, will hide more.
forecast-supplier = Internal supplier
forecast-at = At { $percent }%
forecast-nothing = nothing: too few answers
forecast-total-value = All clients: mean rating and share only
forecast-total-everything = All clients: everything
forecast-groups = { $all ->
    [0] no groups
   *[other] { $shown ->
        [0] none of { $all } groups
        [one] one of { $all } groups
       *[other] { $shown } of { $all } groups
    }
}
forecast-levels = { $n ->
    [0] without distributions
    [one] one of them with distributions
   *[other] { $n } of them with distributions
}
forecast-no-groups = no figures by group, because a response file is given out
forecast-bare = { $names }: nothing would be shown by group at 60% participation.
forecast-merge = Merge groups
forecast-hidden = Groups that would stay hidden
forecast-none-hidden = none

# Codes on paper
check-codes = { $people ->
    [one] One person has no email address and will have a code on paper
   *[other] { $people } people have no email address and will have a code on paper
}: remember to print the slips after opening.
codes-title = Codes on paper
codes-follow = { $n ->
    [one] One person without an email address draws a code on paper
   *[other] { $n } people without an email address draw a code on paper
}. They receive no reminders: put the closing date on the notice board.
codes-print = View and print the slips
codes-lede = { $n ->
    [0] No slips to print
    [one] One slip to print
   *[other] { $n } slips to print
}, without names, in random order.
codes-none = Everyone has an email address in this campaign.
codes-how = What to do
codes-how-print = Print this page from your browser, then cut out the slips. Each group starts on a new sheet.
codes-how-fold = Fold each slip, and put those for each group in a separate box.
codes-how-draw = Each person in the group without an email address draws one. Do not note who drew which: that is why nobody knows.
codes-again = Printing again gives the same codes, not extra ones: destroy any slips left over. A code opens a questionnaire for whoever holds it; viewing this page is recorded in the log.
codes-pile = { $group }: { $n ->
    [one] one slip
   *[other] { $n } slips
}
codes-alone = There is only one slip in this group: you will know who gets it, as with a link sent by email.
campaign-results-mails = Results emails
campaign-moved-mails = Emails about actions that have moved forward
campaign-results-sent = { $n ->
    [0] No emails sent yet, out of { $all }
    [one] One email sent out of { $all }
   *[other] { $n } emails sent out of { $all }
}
campaign-mails-stopped = { $n ->
    [one] One was cancelled.
   *[other] { $n } were cancelled.
}
campaign-mails-halted = Sending has stopped by itself.
campaign-mails-halted-why = The mail server refused too many emails: fifty in a row, or at least one in twenty. Its last words:
campaign-mails-halted-next = Resolve the cause with whoever looks after the mail server, then resume sending here. Nothing that is waiting is lost.
campaign-mails-paused = Sending is paused. Waiting emails will be sent when it resumes.
campaign-mails-rest = The mail server is not responding. Next attempt on { $day } at { $hour }:{ $minute }; nothing is lost.
campaign-mails-off-hours = Outside sending hours.
campaign-mails-pace = { $n ->
    [one] One email a minute at the moment.
   *[other] { $n } emails a minute at the moment.
}
campaign-mails-end = Expected to finish on { $day } at { $hour }:{ $minute }.
campaign-mails-no-end = No end in sight with the current sending settings.
campaign-mails-look = Refresh
campaign-mails-pause = Pause sending
campaign-mails-resume = Resume sending
campaign-mails-stop = Cancel waiting emails
campaign-mails-stop-what = { $n ->
    [one] One email is waiting: it will never be sent, even if sending resumes.
   *[other] { $n } emails are waiting: they will never be sent, even if sending resumes.
}
campaign-mails-stop-reminders = Reminders planned for later will still be sent.
campaign-mails-stop-confirm = { $n ->
    [one] Cancel this email
   *[other] Cancel these { $n } emails
}
flash-mails-paused = Sending is paused.
flash-mails-resumed = Sending has resumed.
flash-mails-stopped = { $n ->
    [0] Nothing was waiting any more.
    [one] One email was cancelled.
   *[other] { $n } emails were cancelled.
}
campaign-plan-end = { $n ->
    [one] The invitation would be sent by { $day } at { $hour }:{ $minute }.
   *[other] All { $n } invitations would be sent by { $day } at { $hour }:{ $minute }.
}
campaign-plan-never = With the current sending settings, the invitations would never all be sent: speak to your administrator.
campaign-plan-pace = { $n ->
    [one] The settings allow one email a minute.
   *[other] The settings allow { $n } emails a minute.
}
campaign-plan-day = { $n } a day at most.
campaign-plan-free = The settings do not limit the pace: your mail server decides.
halted-mail-subject = Barometer: sending has stopped ({ $wave })
halted-mail-what = Sending for the { $wave } campaign has stopped by itself: the mail server refused too many emails, fifty in a row or at least one in twenty. The others are waiting; nothing is lost.
halted-mail-said = Its last words:
halted-mail-next = Resolve the cause with whoever looks after the mail server, then resume sending on the campaign's page.
halted-mail-button = See the campaign
halted-mail-why = You receive this message because you run the barometer's campaigns.

# People invited
invited-title = People invited
invited-lede = Who was invited, and whether the message was sent. Nobody can see here who answered.
invited-unreached-title = People not reached
invited-unreached-lede = Their invitation did not arrive. Correct the address, or send the message again once the mailbox accepts messages. These people are still counted among those invited.
invited-unreached-all = { $n ->
    [one] The person not reached
   *[other] All { $n } people not reached
}
invited-search = Search by name or address
invited-nobody = Nobody was invited by email.
invited-mail = Invitation message
invited-mail-sent = sent
invited-mail-waiting = waiting to be sent
invited-mail-failed = not delivered
invited-mail-stopped = sending cancelled
invited-mail-held = held after a restore
invited-mail-withdrawn = no longer counted among those invited
invited-mail-away = away or left: no message
invited-since = Since
invited-what-to-do = What to do
invited-correct = Correct
invited-again = Send again
guest-invitation = The invitation
guest-since = since { $day }
guest-nothing-known = This page looks the same whether or not the person has answered.
guest-person = The person's page
guest-closed = The campaign is no longer open: there is nothing left to send.
guest-address = The message did not arrive
guest-address-what = If the address is wrong, correct it: the same invitation is sent at once to the new address. Correct it in the people file too, or the next import will bring the old one back.
guest-address-label = Address
guest-address-button = Correct and send again
guest-again-what = If the address is right (full mailbox, temporary failure), send the invitation again.
guest-again-button = Send again to the same address
guest-link = New link
guest-link-what = For someone who has lost their link, or passed it on by mistake.
guest-link-open = Issue a new link
guest-link-lost = The old link will stop working, and any draft in progress will be lost.
guest-link-button = Replace the link and send it
guest-withdraw = No longer among the people surveyed
guest-withdraw-what = The person has left, or the address is someone else's: they are no longer counted among those invited, receive no more messages, and their link stops working. If an answer was sent through this link, it stays: nothing makes it possible to find it.
guest-away-what = For a long absence, write "away" in the state column of the people file: the person receives no more messages and is still counted.
guest-withdraw-open = Take them out of the count
guest-withdraw-sure = You can put them back while the campaign is open.
guest-withdraw-button = Take out of the count
guest-back = Taken out of the count
guest-back-what = This person is no longer counted among those invited and their link does not work. If that was a mistake, put them back: their link will work again.
guest-back-button = Put back among those invited
guest-fault-not-open = The campaign is no longer open.
guest-fault-withdrawn = This person is no longer counted among those invited.
guest-fault-role = This person has a role: only an administrator can change their address, because sign-in links are sent to it.
guest-fault-not-failed = This person's invitation has not failed: there is nothing to send again.
guest-fault-too-many = At most one person in five in a group can be taken out of the count: otherwise the count would be about those who remain.
flash-address-corrected = Address corrected. The invitation is being sent to the new address.
flash-sent-again = The invitation is being sent again.
flash-link-reissued = Link replaced. It is being sent in a new message.
flash-withdrawn = The person is no longer counted among those invited.
flash-put-back = The person is counted among those invited again.
held-title = Messages are held.
held-what = The database was restored from a backup: messages that were waiting then may have been sent since, before the failure.
held-number = { $n ->
    [one] One invitation is held.
   *[other] { $n } invitations are held.
}
held-choice = If the mail server's log shows that they were not sent, send them. Otherwise, anyone who has already received theirs would get it twice.
held-send = Send them now
flash-held-sent = The held messages are back in the queue.
campaign-reminders-propose = Suggest reminder dates

# A campaign's e-mails: texts, preview, test
letters-title = Emails
letters-lede = What the people surveyed will read, exactly as they will receive it.
letters-texts = Your wording
letters-fixed = The subject and the opening words are yours, in plain text. The rest cannot be changed: which services, until when, the link, and what is guaranteed about answers.
letters-open = The campaign is open: your changes apply to emails that have not been sent yet.
letters-over = The campaign is closed: these texts can no longer be changed.
letters-kind-invitation = Invitation
letters-kind-reminder = Reminder
letters-kind-moved = Progress
letters-kind-results = Results
letters-usual = If left empty: “{ $text }”.
letters-usual-none = If left empty: nothing more.
letters-most = { $n } characters at most.
letters-preview = Preview
letters-search = See it as someone else
letters-search-hint = part of the name or email address
letters-find = Search
letters-none-found = Nobody with that name among the people surveyed by email.
letters-as = As { $name } ({ $unit }) would receive it.
letters-example = The links are examples and do not open anything.
letters-when = Sent on: { $days }.
letters-when-moved = Sent once only, at the earliest two weeks after publication and one week after a visible action has moved forward; to whoever then works in the units surveyed. Never during a campaign.
letters-when-results = Sent on publication, to everyone surveyed.
letters-as-text = As plain text
letters-as-html = Formatted, as received
letters-test = Send me this email
letters-test-what = The test is sent to your address only, marked [test], and does not count anywhere. Unsaved texts are not included.
letters-fault-long = { $most } characters at most.
letters-fault-over = The campaign is closed: these texts can no longer be changed.
letters-fault-what = Choose an email and one of the people surveyed.
letters-fault-many = { $n } tests an hour at most: try again later.
flash-letters-saved = Texts saved, for emails that have not been sent yet.
flash-letters-test = A test is on its way to your address.
letters-see = Email texts, preview and test

# To those who run a campaign
launch-mail-subject = The survey has begun: open until { $day }
launch-mail-what = The { $wave } survey asks your colleagues about { $services }.
launch-mail-until = Everyone has received a link by email, or a code on paper. They can answer up to and including { $day }; it takes a few minutes.
launch-mail-encourage = What helps: telling your teams and the people you work with that you are interested in their views, reminding them what has changed since last time, setting aside a few minutes in a meeting.
launch-mail-never = Do not ask anyone whether they have answered, or what they said: everyone is free, and nobody can know. No result is shown for fewer than { $n } answers. You will receive a message when your results are ready.
launch-mail-button = See the questions
launch-mail-why = You receive this message because you head a service covered by the survey.
low-mail-subject = Low participation: { $wave }
low-mail-what = Half the time has gone, and participation in the { $wave } campaign stands at { $share } ({ $n ->
    [one] one person
   *[other] { $n } people
}, counted on { $day }).
low-mail-do = There is still time until { $day }. What helps: a word from senior management, a poster, a few minutes in team meetings, a reminder of what was done after the last survey. The planned reminders will be sent by themselves.
low-mail-never = Do not ask anyone whether they have answered.
low-mail-button = See participation
low-mail-why = You receive this message, once per campaign, because you run the barometer's campaigns.
campaign-mails-narrow = { $n ->
    [one] The mail server accepts only one connection at a time; more will be tried again on { $day } at { $hour }:{ $minute }.
   *[other] The mail server accepts only { $n } connections at a time; more will be tried again on { $day } at { $hour }:{ $minute }.
}
campaign-announce-days = Working days between the publication and the message to the people surveyed
campaign-announce-days-hint = 0 (at once) to 10. Heads and HR are notified at once: 3 days give them time to read the results and decide on a first action
campaign-fault-announce = 0 to { $most } working days
campaign-announcing = Telling the people surveyed
campaign-announce-on = They will receive the results on { $day }. Until then, their link shows that date; the figures will not change.
campaign-announce-soon = They will receive the results as soon as the publication has finished.
campaign-announced-on = Announced on { $day }; the emails are being sent at their own pace.
campaign-announce-nothing = Too few answers for any result to be shown: their message will say so, and nothing else.
campaign-announce-now = Tell them now
flash-announced = The message is being sent to the people surveyed.
closing-today = If you closed now
closing-count = At the last count, on { $day }: { $sent } submissions, out of { $invited } people invited.
closing-no-count = Too few people had answered at the last count for a number to be given.
closing-nothing = Nothing would be shown, for any service.
closing-nothing-what = Heads would see an empty page, and the people surveyed would get a message saying so. Closing cannot be undone: extend the closing date first, with a reminder.
closing-bare = Nothing would be shown for: { $names }.
closing-bare-what = A few more answers might be enough: you can extend the closing date, with a reminder.
closing-hidden = Not shown: { $names }.
closing-how = Based on the last count by group and the publication rule. The answers themselves are not read: what is shown may differ slightly.
closing-put-off = Extend the closing date
check-near-before = { $name }: apart from { $n ->
    [one] one person
   *[other] { $n } people
}, its clients are the same as in { $wave }. Subtracting the figures of the two waves would reveal roughly what { $n ->
    [one] this person
   *[other] these people
} said.
check-joined = People who were not surveyed in { $wave }: { $groups }. Is this what changed in the organisation? Adding people to a group can make those already in it stand out.
campaign-announce-sure = Everyone surveyed gets the results email, and their link takes them there. This cannot be undone.
campaign-announce-go = Send the results
letters-invitation-subject = Subject of the invitation
letters-invitation-introduction = Opening words of the invitation
letters-reminder-subject = Subject of the reminder
letters-reminder-introduction = Opening words of the reminder
check-missing-language = { $n ->
    [0] { $name }: not everything is written in { $language }. Nobody of that language is invited.
    [one] { $name }: not everything is written in { $language }; one person invited will read another language.
   *[other] { $name }: not everything is written in { $language }; { $n } people invited will read another language.
}
course-title = Participation over the working days
course-days = working days since the opening
course-reminders = Dashed line: reminder.
course-table = Figures for this chart
campaign-period-first = First day of the period
campaign-period-last = Last day of the period
campaign-period-hint = What people are asked about: the quarter of the code when left empty. Commitments that began by then count.
campaign-fault-period = The period has a first and a last day, in this order.
check-small-team = { $name }: { $n ->
    [one] only one person works there
   *[other] { $n } people work there
}. Its results will go to its head, HR and senior management alone: elsewhere it would be an appraisal of a person.
campaign-mirror-legend = Mirror page: ask the team how it thinks it is judged
campaign-mirror-hint = The invited people of the service's branch, its heads excepted, get a few more questions at the end of their link. Nothing is shown under { $n } sheets. Only the head of the service and senior management read it.
check-mirror = { $name }, mirror page: { $people } people of the team will get a few more questions.
check-mirror-few = { $name }, mirror page: { $people ->
    [0] nobody of the team would be asked
    [one] only one person of the team would be asked
   *[other] only { $people } people of the team would be asked
}. It takes { $n }: these questions will not be asked.
check-mirror-shared = { $name }, mirror page: another service has the same unit, and the team is asked about that one. Give each its unit, or tick one of the two only.
campaign-fault-mirror = The mirror page is ticked for a service that the campaign does not ask about: tick the service too, or take the page out.

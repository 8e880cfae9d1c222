mail-hello = Hello { $name },
mail-invitation-subject = { $n ->
    [one] Your view of a service you use (until { $day })
   *[other] Your view of { $n } services you use (until { $day })
}
mail-reminder-subject = There is still time: your view until { $day }
mail-reminder-why = Your link has not been used yet; if you have a moment before closing, your view counts.
mail-reminder-how = We only know that a link was not used, never what anyone answered.
mail-invitation-who = { $services }: what works, what should change?
mail-invitation-time = { $minutes ->
    [one] About one minute, until { $day }, no password.
   *[other] About { $minutes } minutes, until { $day }, no password.
}
mail-invitation-button = Give my view
mail-invitation-promise = No result for fewer than { $n } answers; at closing the answers are mixed and nothing allows anyone to find who answered what.
mail-invitation-own = This link is yours alone: do not forward it.
mail-more = Who sees what, and how to check it:
mail-contact = A question: { $contact }
mail-plain-link = If the button does not open, copy this address:

campaign-fault-code = The code has 1 to 20 letters, digits, dashes or underscores, for example 2026-Q1.
campaign-fault-taken = This code already belongs to another campaign: choose another.
campaign-fault-day = Write each date as 2026-03-20.
campaign-fault-dates = Closing must come after opening.
campaign-fault-reminders = Reminders must fall after opening and on the day of closing at the latest.
campaign-fault-too-many-reminders = Three reminders at most.
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
check-no-clients = { $name }: nobody receives this service; complete the relations.
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
check-weekend = Opening or closing falls on a weekend.
check-people = { $people ->
    [one] One person will be invited
   *[other] { $people } people will be invited
}, in { $groups ->
    [one] one group
   *[other] { $groups } groups
}.

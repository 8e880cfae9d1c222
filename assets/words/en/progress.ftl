action-plan = Improvement plan
action-lede = { $n ->
    [0] No actions
    [one] One action
   *[other] { $n } actions
}
action-lede-late = , { $n ->
    [one] one overdue
   *[other] { $n } overdue
}
action-lede-effective = , { $n ->
    [one] one verified as effective
   *[other] { $n } verified as effective
}
action-new = New action
action-new-for = New action: { $supplier }
action-create = Create the action
action-edit = Edit
action-edit-title = Edit action { $reference }
action-back = Whole plan
action-views = Views of the plan
action-view-board = Board
action-view-list = List by due date
action-search = Search for an action
action-filter = Filter
action-supplier = Internal supplier
action-all-suppliers = All
action-status = Status
action-all-statuses = All
action-none-found = No actions match this search.
action-show-all = Show all actions
action-none-head = The plan is still empty. Start from a result: on the quarter's page, a priority becomes an action with its starting value.
action-none-results = See the results
action-none = No actions concern you for now. An action appears here as soon as it is assigned to you.
action-more = { $n ->
    [one] Show one more action
   *[other] Show { $n } more actions
}
action-list-caption = Actions, overdue first, then by due date
action-title = Action
action-due = Due date
action-owner = Owner
action-figure = Measurement
action-late = overdue
action-colon = :
action-awaits = to be measured next quarter
action-card-due = due { $day }
action-card-done = done { $day }
action-target-reached = target { $target }: reached
action-target-missed = target { $target }: not reached
action-target-short = target { $target }
action-target = Target: { $target } favourable.
action-baseline = Starting value:
action-baseline-note = This value is taken from the publication. It cannot be changed: the next measurement will be compared with it.
action-origin-share = { $share } favourable
action-between = (between { $low } and { $high })
action-subject-overall = Overall satisfaction

action-status-proposed = Proposed
action-status-accepted = Accepted
action-status-in_progress = In progress
action-status-suspended = On hold
action-status-done = Done
action-status-verified = Verified
action-status-abandoned = Abandoned
action-kind-corrective = Corrective: put right what is wrong
action-kind-preventive = Preventive: stop it happening
action-kind-communication = Communication: make it better known
action-kind-training = Training
action-kind-commitment_changed = Commitment changed
action-effect-confirmed_up = confirmed improvement
action-effect-not_shown = no proven improvement
action-effect-confirmed_down = confirmed fall
action-effect-too_few = too few responses
action-effect-not_comparable = no longer comparable
action-verdict-effective = effective
action-verdict-not_effective = not effective

action-field-title = Title
action-field-finding = Finding
action-field-kind = Type
action-field-owner = Owner (email address)
action-field-starts_on = Start
action-field-due_on = Due date
action-field-target = Target (% favourable)
action-hint-title = What will be done, in a few words.
action-hint-finding = What the responses show, without quoting anyone.
action-hint-owner = Someone in the directory. They will see this action and be able to move it forward.
action-hint-start = Optional
action-hint-due = The day by which it will be done
action-hint-target = Optional, for example 55
action-hint-reason = It stays in the history, which senior management can read.
action-public = What the people surveyed will read
action-public-warning = Please note: everyone surveyed will read this text. Write one plain sentence that names the service, and do not reuse the words of any comment: its author could be recognised.
action-visible = Show this text to the people surveyed
action-is-visible = Shown to the people surveyed as soon as the action is accepted.
action-is-not-visible = Not shown to the people surveyed.

action-errors = { $n ->
    [one] One thing to correct
   *[other] { $n } things to correct
}
action-refused = Nothing was changed
action-error-title = give the action a title.
action-error-title-long = the title is longer than { $most } characters.
action-error-finding-long = the finding is longer than { $most } characters.
action-error-kind = choose a type from the list.
action-error-owner = nobody in the directory has this address, or they have left.
action-error-day = this date does not exist; write it as day, month, year.
action-error-start = the start comes after the due date.
action-error-due = give a due date.
action-error-due-past = this date has already passed.
action-error-target = write a number between 0 and 100, for example 55.
action-error-public = write the text to show, or untick the box.
action-error-public-long = the text is longer than { $most } characters.
action-error-changed = Someone changed this action while you were writing. What you typed is still below: read the action again, then save once more.
action-error-done-future = The completion date is in the future.
action-error-reason = Say why the action is abandoned.
action-error-reason-long = The reason is longer than { $most } characters.
action-error-verdict = Choose: effective or not effective.
action-error-step = This step is not possible: the status of the action is “{ $status }”. Someone may have moved it forward in the meantime.

action-about = The action
action-effect-title = Measurement and effect
action-effect-waiting = The next publication will say whether something has changed.
action-effect-not-shown-note = The difference may be due to chance; this does not mean that nothing has changed.
action-done-on = Done on
action-reason = Reason for abandoning
action-next = What comes next
action-step-acceptance = Accept the action
action-step-start = Start
action-step-resume = Resume
action-step-suspension = Put on hold
action-step-completion = Mark as done
action-step-abandonment = Abandon the action
action-step-verification = Record the verification
action-verify-question = Was the action effective?
action-history = History
action-event-created = Action created
action-event-edited = Edited
action-event-accepted = Accepted
action-event-started = In progress
action-event-suspended = Put on hold
action-event-done = Done
action-event-done-on = Done on { $day }
action-event-abandoned = Abandoned
action-event-verified = Verified
action-event-effect = { $wave } measurement:
action-change-title = title
action-change-finding = finding
action-change-kind = type
action-change-owner = owner
action-change-starts_on = start
action-change-due_on = due date
action-change-target = target
action-change-public = public text
action-change-visible = visibility

flash-action-created = Action { $reference } has been created. It is waiting to be accepted.
flash-action-saved = Action { $reference } has been saved.
flash-action-accepted = Action { $reference } has been accepted.
flash-action-started = Action { $reference } is in progress.
flash-action-suspended = Action { $reference } is on hold.
flash-action-done = Action { $reference } is done. The next publication will say whether something has changed.
flash-action-abandoned = Action { $reference } has been abandoned.
flash-action-verified = The verification of action { $reference } has been recorded.
results-ready-mail-subject = Your results are ready: { $supplier }, { $wave }
results-ready-mail-what = The results for your service ({ $supplier }, { $wave }) are published:
results-ready-mail-button = See my results
results-ready-mail-next = From that page, a priority becomes an action in the improvement plan, with its starting value. The people surveyed will read what you choose to make visible.
action-correct = To correct:

# Actions that are due
due-mail-subject = { $n ->
    [one] An action is due
   *[other] { $n } actions are due
}
due-mail-what = { $n ->
    [one] This action in the improvement plan is assigned to you; it is overdue, or due soon:
   *[other] These actions in the improvement plan are assigned to you; they are overdue, or due soon:
}
due-mail-late = overdue: was due on { $day }
due-mail-soon = due on { $day }
due-mail-button = See my actions
due-mail-why = You receive this message, once a week at most, because these actions are assigned to you. Actions that are done or postponed are no longer included.
results-ready-mail-subject-hr = The results are published: { $wave }
results-ready-mail-nothing = The campaign is closed ({ $supplier }, { $wave }). Too few responses were received for a result for your service to be shown; the page says what can be shown:
results-ready-mail-hr = The { $wave } results are published. The heads have just been sent theirs.
results-ready-mail-hr-nothing = The { $wave } campaign is closed and published. Too few responses were received for any result to be shown: the people surveyed will receive a message saying so.
results-ready-mail-announce = The people surveyed will be told on { $day }: until then, read your results and decide on a first action, which will appear on their page.
results-ready-mail-announce-hr = The people surveyed will be told on { $day }. You can tell them earlier from the campaign's page.
results-ready-mail-announced = The people surveyed are being told at the same time.
results-ready-mail-button-hr = See the campaign
due-mail-subject-orphans = { $n ->
    [one] One action no longer has an owner
   *[other] { $n } actions no longer have an owner
}
due-mail-orphans = { $n ->
    [one] The owner of this action has left: assign it to someone else, or abandon it and say why.
   *[other] The owners of these { $n } actions have left: assign them to someone else, or abandon them and say why.
}
due-mail-orphan = was assigned to { $owner }, due by { $day }
due-mail-why-orphans = You receive this message, once a week at most, because you oversee this plan. Actions assigned to someone else are no longer included.
action-owner-left = has left
action-owner-left-what = { $owner } no longer works here: assign this action to someone else, or abandon it.
action-owner-left-board = needs a new owner
action-field-public = What everyone is told ({ $language })
action-field-public-text = What everyone is told
action-suggestions = Start from what others have done
action-suggestions-note = Choose one: the form is filled in and you change what you like. What you have already typed is replaced.
action-more-fields = Who helps, cost, decision awaited, check, groups concerned
action-field-contributors = Contributors (email addresses)
action-hint-contributors = Optional. People in the directory who help: they see this action and can write notes. One address a line.
action-field-cost = Cost
action-hint-cost = Optional, in your words: an amount, days of work.
action-field-awaits = Decision awaited from
action-hint-awaits = Optional: who has to decide before it can go on.
action-field-check_on = Check date
action-hint-check = Optional: the day you will look at whether it has worked. The weekly reminder then tells you.
action-field-groups = Groups concerned
action-hint-groups = Optional: with none ticked, all clients are concerned.
action-communication = What it makes known
action-field-audience = Whom to tell
action-hint-audience = "the shop floor managers", "everybody who asks"
action-field-medium = By what medium
action-hint-medium = "poster", "team meeting", "intranet page"
action-field-told_on = When to tell
action-tell-more = A communication action says whom it tells, by what medium and when.
action-contributors = Contributors
action-to-check = to be checked
action-awaits-short = decision awaited: { $who }
action-note = Add a note
action-hint-note = How it is going, what was agreed. It stays in the history; do not quote a comment.
action-note-add = Add the note
action-undo = Undo this step
action-event-undone = Step undone
action-error-contributor = nobody in the directory has the address { $address }, or they have left.
action-error-contributors = name { $most } people at most.
action-error-words-long = the text is longer than { $most } characters.
action-error-check = the check date comes before the due date.
action-error-note = Write the note before adding it.
action-change-contributors = contributors
action-change-cost = cost
action-change-awaits = decision awaited
action-change-check_on = check date
action-change-groups = groups concerned
action-change-audience = whom to tell
action-change-medium = by what medium
action-change-told_on = when to tell
flash-action-noted = The note has been added to action { $reference }.
flash-action-undone = The step has been undone: action { $reference } is as it was before.
flash-action-not-undone = This step can no longer be undone: something else has happened to action { $reference } since.
due-mail-subject-checks = { $n ->
    [one] One action is to be checked
   *[other] { $n } actions are to be checked
}
due-mail-checks = { $n ->
    [one] This action is done, and now is when you meant to look at whether it has worked. Its page asks for your verdict:
   *[other] These actions are done, and now is when you meant to look at whether they have worked. Their pages ask for your verdict:
}
action-awaits-decision = decision awaited
events-title = What happened
events-lede = An outage, a move, a new tool: what helps in reading the trend. Each is marked on the line at the quarter whose answers came after it. Whether it is the cause remains to be shown.
events-day = Day
events-words = In a few words
events-words-hint = 40 characters at most, for example “email outage”. Everyone who reads the results reads this; name nobody.
events-add = Add
events-list = What has been noted
events-remove = Remove
events-none = Nothing has been noted yet.
event-error-future = This day is still to come.
event-error-words = Write in a few words what happened.
flash-event-added = Noted: the trend now carries the mark.
flash-event-removed = Removed: the trend no longer carries the mark.
results-ready-mail-direction = The results of all services ({ $wave }) have been published:
results-ready-mail-mean = Mean: { $mean } out of { $most }
results-ready-mail-announce-direction = The people surveyed will hear of it on { $day }; until then the heads read theirs.
action-sort-due = due date
action-sort-service = supplier
action-sort-owner = owner
action-origins = Where it comes from
action-origin-figure = figure
action-origin-theme = theme of the comments
action-origin-commitment = commitment
action-origin-point = point of a relation
action-origin-idea = idea, in words
action-origin-add = Add an origin
action-origin-from = From the latest publication
action-origin-words = Or an idea, in words
action-origin-save = Add
action-origin-remove = Remove
action-error-origin = Choose an origin from the list, or write an idea.
action-error-origin-again = This origin is there already, or there are { $most } already.
action-change-origins = Origins
action-from-promise = Commitment: { $promise } { $verdict }.
action-agenda = Due days for my calendar

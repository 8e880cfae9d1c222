action-plan = Progress plan
action-lede = { $n ->
    [0] No actions
    [one] One action
   *[other] { $n } actions
}
action-lede-late = , { $n ->
    [one] one late
   *[other] { $n } late
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
action-back = The whole plan
action-views = Views of the plan
action-view-board = Board
action-view-list = List by due date
action-search = Search for an action
action-filter = Filter
action-supplier = Internal supplier
action-all-suppliers = All
action-status = Status
action-all-statuses = All
action-none-found = No action matches this search.
action-show-all = Show all actions
action-none-head = The plan is still empty. Start from a result: on the quarter's page, a priority becomes an action with its starting value.
action-none-results = See the results
action-none = No action concerns you for now. An action appears here as soon as it is entrusted to you.
action-more = { $n ->
    [one] Show one more action
   *[other] Show { $n } more actions
}
action-list-caption = Actions, late ones first, then by due date
action-title = Action
action-due = Due date
action-owner = Owner
action-figure = Measure
action-late = late
action-colon = :
action-awaits = measured next quarter
action-target-short = target { $target }
action-target = Target: { $target } favourable.
action-baseline = Starting value:
action-baseline-note = This value is taken from the publication. It cannot be changed: the next measure will be compared with it.
action-origin-share = { $share } favourable
action-between = (between { $low } and { $high })
action-subject-overall = Overall satisfaction

action-status-proposed = Proposed
action-status-accepted = Accepted
action-status-in_progress = In progress
action-status-suspended = Suspended
action-status-done = Done
action-status-verified = Verified
action-status-abandoned = Abandoned
action-kind-corrective = Corrective: put right what is wrong
action-kind-preventive = Preventive: keep it from happening
action-kind-communication = Communication: make it better known
action-kind-training = Training
action-kind-commitment_changed = Commitment changed
action-effect-confirmed_up = confirmed improvement
action-effect-not_shown = improvement not shown
action-effect-confirmed_down = confirmed decline
action-effect-too_few = too few responses
action-effect-not_comparable = no longer comparable
action-verdict-effective = effective
action-verdict-not_effective = not effective

action-field-title = Title
action-field-finding = Finding
action-field-kind = Type
action-field-owner = Owner (e-mail address)
action-field-starts_on = Start
action-field-due_on = Due date
action-field-target = Target, in % favourable
action-field-public_fr = Text in French
action-field-public_en = Text in English
action-hint-title = What will be done, in a few words.
action-hint-finding = What the responses show, without quoting anybody.
action-hint-owner = Somebody in the directory. They will see this action and can move it forward.
action-hint-start = Optional
action-hint-due = The day it will be done
action-hint-target = Optional, for example 55
action-hint-reason = It stays in the history, which management can read.
action-public = What the people who were asked read
action-public-warning = Please note: everyone who was asked will read this text. Write one plain sentence that names the service, and do not reuse the words of any comment: its author could be recognised.
action-missing = still missing
action-visible = Show this text to the people who were asked
action-is-visible = Shown to the people who were asked as soon as the action is accepted.
action-is-not-visible = Not shown to the people who were asked.

action-errors = { $n ->
    [one] One point to correct
   *[other] { $n } points to correct
}
action-refused = Nothing was changed
action-error-title = give the action a title.
action-error-title-long = the title is longer than { $most } characters.
action-error-finding-long = the finding is longer than { $most } characters.
action-error-kind = choose a type from the list.
action-error-owner = nobody in the directory has this address, or they have left.
action-error-day = this date does not exist; write day, month, year.
action-error-start = the start comes after the due date.
action-error-due = give a due date.
action-error-due-past = this date has already passed.
action-error-target = write a number between 0 and 100, for example 55.
action-error-public = write the text to show, or clear the box.
action-error-public-long = the text is longer than { $most } characters.
action-error-changed = Somebody changed this action while you were writing. What you typed is still below: read the action again, then save once more.
action-error-done-future = The completion date is in the future.
action-error-reason = Say why the action is abandoned.
action-error-reason-long = The reason is longer than { $most } characters.
action-error-verdict = Choose: effective or not effective.
action-error-step = This step is not possible: the status of the action is “{ $status }”. Somebody may have moved it meanwhile.

action-about = The action
action-effect-title = The measure and its effect
action-effect-waiting = The next publication will say whether something has changed.
action-effect-not-shown-note = The difference may be due to chance; this does not mean that nothing has changed.
action-done-on = Done on
action-reason = Reason for abandoning
action-next = What comes next
action-step-acceptance = Accept the action
action-step-start = Start
action-step-resume = Resume
action-step-suspension = Suspend
action-step-completion = Mark as done
action-step-abandonment = Abandon the action
action-step-verification = Record the verification
action-verify-question = Was the action effective?
action-history = History
action-event-created = Action created
action-event-edited = Edited
action-event-accepted = Accepted
action-event-started = In progress
action-event-suspended = Suspended
action-event-done = Done
action-event-done-on = Done on { $day }
action-event-abandoned = Abandoned
action-event-verified = Verified
action-event-effect = Measure of the { $wave }:
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
flash-action-suspended = Action { $reference } is suspended.
flash-action-done = Action { $reference } is done. The next publication will say whether something has changed.
flash-action-abandoned = Action { $reference } has been abandoned.
flash-action-verified = The verification of action { $reference } has been recorded.

feedback-title = You said, we do
feedback-lede = Thank you to everyone who answered. Here is what you said, and what is being done.
feedback-lede-said = Thank you to everyone who answered. Here is what you said; what is decided will appear on this page.
feedback-favourable = favourable
feedback-n = { $n ->
    [one] { $n } response
   *[other] { $n } responses
}
feedback-n-few = { $n ->
    [one] { $n } response, too few for a margin of error
   *[other] { $n } responses, too few for a margin of error
}
feedback-group = Your group ({ $group }):
feedback-strong = What you value most:
feedback-weak = What you value least:
feedback-doing = What we do
feedback-nothing = Nothing has been announced yet: what is decided will appear here.
feedback-since = In progress since { $day }
feedback-from = Planned from { $day }
feedback-done = Done on { $day }
feedback-finished = Done
feedback-decided = Decided
feedback-empty = There are no results to show for this quarter.
feedback-promise = Responses carry no name, and a result is shown only when at least { $k } people answered.
feedback-address = This page:
feedback-margin = The two numbers beside a percentage give its margin of error. What you value most or least is named only where the difference exceeds that margin.
feedback-past-title = New results have replaced these
feedback-past = This page has had its day. The latest results were sent by e-mail to the people who were asked, with a new address.

results-mail-subject = You said, we do: { $wave }
results-mail-hello = Hello,
results-mail-thanks = The survey of the { $wave } is over. Thank you to everyone who answered.
results-mail-what = Here is what was said, and what is being done:
results-mail-said = Here is what was said. Those in charge read these results at the same time as you: what they decide will appear on the same page.
results-mail-subject-said = What you said: { $wave }
results-mail-button = See the results
results-mail-anonymous = Responses carry no name. This message goes to everyone who was asked, whether they answered or not.
results-mail-contact = Any questions? Write to { $contact }.
results-mail-automatic = Automatic message from the internal barometer.
moved-mail-subject = What has moved since: { $wave }
moved-mail-what = Since the results of the { $wave }, this has moved in the services the survey was about:
moved-mail-page = Everything that is being done, with the results:
moved-mail-who = This message is sent once, to everyone in the teams that were asked, whether they answered or not.
moved-mail-example = An acknowledgement leaves the same day (example).
results-ready-mail-subject = Your results are ready: { $supplier }, { $wave }
results-ready-mail-what = The results of your service ({ $supplier }, { $wave }) are published:
results-ready-mail-button = See my results
results-ready-mail-next = On that page, a priority becomes an action of the progress plan, with its starting value. The people who were asked will read what you choose to make visible.
action-correct = To correct:

# Actions that are due
due-mail-subject = { $n ->
    [one] An action is due
   *[other] { $n } actions are due
}
due-mail-what = { $n ->
    [one] This action of the plan is yours; it is late, or due soon:
   *[other] These actions of the plan are yours; they are late, or due soon:
}
due-mail-late = late: was due on { $day }
due-mail-soon = due on { $day }
due-mail-button = See my actions
due-mail-why = You get this message, at most once a week, because these actions are yours. An action that is done or put off is no longer in it.

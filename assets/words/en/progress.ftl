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
results-ready-mail-subject-hr = The results are published: { $wave }
results-ready-mail-nothing = The campaign is closed ({ $supplier }, { $wave }). Too few answers came for a result of your service to be shown; the page says what can be:
results-ready-mail-hr = The results of { $wave } are published. The heads have just been sent theirs.
results-ready-mail-hr-nothing = The campaign of { $wave } is closed and published. Too few answers came for any result to be shown: those who were asked will get a message that says so.
results-ready-mail-announce = Those who were asked will hear of it on { $day }: until then, read your results and decide on a first action, which will stand on their page.
results-ready-mail-announce-hr = Those who were asked will hear of it on { $day }. From the campaign's page you can tell them earlier.
results-ready-mail-announced = Those who were asked are told at the same time.
results-ready-mail-button-hr = See the campaign
results-mail-subject-nothing = Too few answers for a result: { $wave }
results-mail-nothing = Too few people answered this time for a result to be shown without a risk of recognising somebody. So no figure is shown, to anybody.
results-mail-nothing-doing = What has been decided already is on this page:
results-mail-nothing-see = This page says it again, and will show what is decided:
results-mail-button-nothing = See the page
feedback-few = Thank you to everybody who answered. They were too few for a result to be shown.
feedback-few-why = A figure is shown only if at least { $k } people gave it, and nothing put together could single one out. This time none is, to anybody.
feedback-few-next = The answers were mixed and are kept as promised; they will not be shown in another way. Next time, a few more answers will be enough.
feedback-soon-title = The results are coming
feedback-soon = They will stand on this page on { $day }. You will get a message, too.
feedback-soon-no-day = They will soon stand on this page. You will get a message, too.
feedback-soon-why = The heads read them first, so as to tell you at the same time what they make of them. The figures no longer change.
due-mail-subject-orphans = { $n ->
    [one] One action is nobody's any more
   *[other] { $n } actions are nobody's any more
}
due-mail-orphans = { $n ->
    [one] Whoever had this action has left: give it to somebody else, or abandon it and say why.
   *[other] Those who had these { $n } actions have left: give them to somebody else, or abandon them and say why.
}
due-mail-orphan = was { $owner }'s, to be finished by { $day }
due-mail-why-orphans = You get this message, once a week at most, because you watch over this plan. An action given to somebody else is no longer in it.
action-owner-left = has left
action-owner-left-what = { $owner } no longer works here: give this action to somebody else, or abandon it.
action-owner-left-board = owner has left
feedback-very-few = Very few people answered: at most { $rate } of those concerned by each service. These figures speak for them only; the others may think otherwise, and the margin of error says nothing about that.

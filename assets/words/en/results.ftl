results-title = Results
results-open = { $wave }: campaign open until { $day }. Nobody sees any results before closing.
results-published = Published on { $day }
results-published-short = published on { $day }
results-service = Internal supplier
results-favourable = Favourable
results-favourable-title = Favourable opinions
results-answers = Responses
results-participation = Participation
results-change = Change
results-standing = Compared with other suppliers
results-standing-above = above the others
results-standing-within = within what chance can explain
results-standing-below = below the others
results-standing-chance = On the questions asked about every internal supplier, the differences between suppliers are no greater than chance.
results-standing-how = How internal suppliers are compared
results-by-group = By client group, all suppliers together
results-by-group-what = Responses, not people: one person responds about several suppliers.
results-group = Client group
results-none = No results have been published yet. They will appear here when the first campaign closes.

overview-favourable = { $share } favourable opinions overall
overview-no-margin = (no margin of error: one person rates several services).
overview-answers = { $services ->
    [one] One service
   *[other] { $services } services
}, { $answers } answers from { $people } people ({ $rate } of those asked).
overview-answers-only = { $services ->
    [one] One service
   *[other] { $services } services
}, { $answers } answers.
overview-changes = Proven changes overall: { $up } up, { $down } down, out of { $compared ->
    [one] one service compared
   *[other] { $compared } services compared
}.
overview-by-chance = With { $compared } services and no change at all, the rule would name about { $n }.
overview-late = { $n ->
    [one] One action is overdue.
   *[other] { $n } actions are overdue.
}
overview-better = { $n ->
    [one] One confirmed improvement.
   *[other] { $n } confirmed improvements.
}
hidden-short = not shown
overview-grid = Services and dimensions, share of favourable opinions
overview-overall = Overall
overview-not-asked = not asked
overview-only-changed = with a proven change
overview-all = Show all
overview-nothing-found = No service matches. Change the filter, or show all.
overview-key-high = more than half favourable, margin included
overview-key-low = less than half, margin included
overview-key-rest = No colour: the margin crosses one half, or fewer than ten answers. ▲ ▼ proven change since last quarter.
overview-trend = Trend
overview-trends = Quarter by quarter, by service
overview-trends-table = Figures for these charts
overview-plan-effect = Effects
overview-plan-late = Overdue
overview-plan-month = This month
overview-plan-verify = To verify
overview-plan-better = { $n ->
    [one] one confirmed improvement
   *[other] { $n } confirmed improvements
}
overview-plan-worse = { $n ->
    [one] one confirmed fall
   *[other] { $n } confirmed falls
}
overview-plan-none = There is no action in the plan yet. A service's head creates them from the page of its quarter.
overview-standings = Services against chance
overview-standings-x = answers to the eight common questions
overview-standings-y = mean, drawn towards the others
overview-standings-note = Full dot: the gap to the others is beyond chance. Hollow dot: chance explains it. These are the questions asked about every service, not all answers.
overview-participation = Participation by client group
overview-before = Hollow dot: { $wave }.
overview-invited = People asked

change-up = up
change-down = down
change-slight = proven but slight change
change-short-slight = slight change
change-short-not_shown = no proven change
change-short-too_few = too few responses
change-short-not_comparable = not comparable
change-sentence-up = Up since last quarter.
change-sentence-down = Down since last quarter.
change-sentence-slight = A proven but slight change since last quarter.
change-sentence-not_shown = No proven change since last quarter.
change-sentence-too_few = Too few responses to draw a conclusion about change since last quarter.
change-sentence-not_comparable = Not comparable with last quarter.

quarter-favourable = { $share } favourable opinions
quarter-between = (between { $low } and { $high })
quarter-answers = { $answered ->
    [0] No responses
    [one] One response
   *[other] { $answered } responses
} from { $eligible ->
    [one] one eligible person
   *[other] { $eligible } eligible people
}.
quarter-nothing = Fewer than { $n } opinions, or all opinions the same: no figure is shown.
quarter-nothing-why = With fewer than { $n } opinions, a figure could point to someone: it is not shown anywhere. A longer period or a larger group will give something to read.
quarter-few = Few responses this quarter: only the mean rating and the share of favourable opinions are shown. From { $n } responses, the distribution, the margin of error and changes appear.
quarter-before = { $value } last quarter
quarter-n = { $n ->
    [one] one opinion
   *[other] { $n } opinions
}
quarter-mean = Mean rating
quarter-mean-between = between { $low } and { $high }
quarter-no-contact = { $n } had no dealings with this service
quarter-answers-only = { $responses ->
    [0] No responses.
    [one] One response.
   *[other] { $responses } responses.
}
quarter-asked-unknown = responses; the number of people surveyed is not known
quarter-rate-note = responses out of eligible people
quarter-distribution = How answers are distributed
quarter-dimensions = Dimensions, by share of favourable opinions
quarter-dimensions-note = Only proven changes since last quarter are marked.
quarter-break-asked = Break in trend: { $of ->
    [overall] the question was not asked in both waves.
   *[other] this dimension was not measured in both waves.
}
quarter-break-questions = Break in trend: { $of ->
    [overall] the question has changed.
   *[other] the dimension no longer has the same questions.
}
quarter-break-kind = Break in trend: { $of ->
    [overall] the type of question has changed.
   *[other] the type of one question has changed.
}
quarter-break-scale = Break in trend: { $of ->
    [overall] the question's scale has changed.
   *[other] the scale of one question has changed.
}
quarter-break-reversed = Break in trend: { $of ->
    [overall] the direction of the question's scale has changed.
   *[other] the direction of one question's scale has changed.
}
quarter-break-wording = Break in trend: { $of ->
    [overall] the wording of the question has changed.
   *[other] the wording of one question has changed.
}
quarter-break-people = Break in trend: fewer than 80% of people are in groups common to both waves.
quarter-break-hidden = Break in trend: { $of ->
    [overall] the share of favourable opinions
   *[other] this dimension's share of favourable opinions
} is not shown in one of the two waves.
quarter-together = Some differences look clear but are not marked: { $n ->
    [2] two dimensions are
    [3] three dimensions are
    [4] four dimensions are
    [5] five dimensions are
    [6] six dimensions are
    [7] seven dimensions are
    [8] eight dimensions are
   *[other] { $n } dimensions are
} tested together, and such a difference may be due to chance alone.
quarter-trend = Quarter by quarter
quarter-wave = Quarter
quarter-show = Show
quarter-groups = By group
quarter-group = Group
quarter-todo = What to do
quarter-priorities = Act on these first
quarter-priority = { $share } favourable (n = { $n })
quarter-important-for = important for { $share }
quarter-importance-mean = importance { $mean } out of 5
quarter-importance = Importance
quarter-create-action = Create an action
quarter-no-priority = Nothing stands out as a priority this quarter.
quarter-strengths = Keep up the good work
quarter-matrix = What matters and what satisfies
quarter-matrix-x = satisfaction →
quarter-matrix-y = importance →
quarter-matrix-note = A hollow dot needs confirming: its margin of error crosses the line.
quarter-importance-of = Importance measured in { $wave }.
quarter-due = due { $day }
quarter-no-plan = No actions in progress.
quarter-whole-plan = The whole improvement plan
quarter-method = How to read these figures
quarter-colophon = nothing below { $k } answers, distributions from { $levels } · method version { $version }
quadrant-act_first = priority
quadrant-maintain = keep up the good work
quadrant-secondary = matters less, worth watching
quadrant-unexpected_strength = done well, matters less
quadrant-to_confirm = to be confirmed

trend-confirmed_up = Over { $n ->
    [4] four quarters
    [5] five quarters
    [6] six quarters
    [7] seven quarters
    [8] eight quarters
   *[other] { $n } quarters
}: confirmed rise ({ $from } → { $to }).
trend-confirmed_down = Over { $n ->
    [4] four quarters
    [5] five quarters
    [6] six quarters
    [7] seven quarters
    [8] eight quarters
   *[other] { $n } quarters
}: confirmed fall ({ $from } → { $to }).
trend-not_shown = Over { $n ->
    [4] four quarters
    [5] five quarters
    [6] six quarters
    [7] seven quarters
    [8] eight quarters
   *[other] { $n } quarters
}: no proven trend ({ $from } → { $to }).
trend-not_shown_up = Over { $n ->
    [4] four quarters
    [5] five quarters
    [6] six quarters
    [7] seven quarters
    [8] eight quarters
   *[other] { $n } quarters
}: no proven rise ({ $from } → { $to }).
trend-not_shown_down = Over { $n ->
    [4] four quarters
    [5] five quarters
    [6] six quarters
    [7] seven quarters
    [8] eight quarters
   *[other] { $n } quarters
}: no proven fall ({ $from } → { $to }).
trend-too_few = It takes four comparable quarters to judge a trend.
trend-detectable = With { $n } answers, a difference of { $points } points would be proven about four times out of five; a smaller one may go unnoticed.
trend-band = The band is the margin of error.
trend-break = not comparable with the previous one

chart-take = Download the picture:
chart-source-n = n = { $n } answers
chart-source-fingerprint = fingerprint { $fingerprint }
chart-table = Figures for this chart
chart-answer = Answer
chart-share = Share
chart-count = Count
chart-dimension = Dimension
chart-line = Plot
chart-interval = Margin of error

method-favourable = "Favourable opinions": the two highest answers as a share of the answers given; "not applicable" and blanks do not count.
method-interval = The interval beside a share (margin of error) shows between which values the true share lies, with 95 chances in 100, if the people who did not answer think the same way.
method-change = A change is marked only if it is proven (Mann-Whitney test at 5%, corrected when several dimensions are tested together) and large enough to matter.
method-hidden = No figure below { $k } answers, nor when all the answers are the same, nor when it could be worked out from others. Distributions and margins of error appear from { $levels } answers.

home-title = Home
home-hello = Hello { $name }
home-open = Campaign open until { $day }. No results are visible before closing.
home-participation = { $sent ->
    [one] One person has responded
   *[other] { $sent } people have responded
} out of { $invited } invited, all services together, counted on { $day }
home-no-count = Participation will appear when it no longer points to anyone.
home-newcomers = { $n ->
    [one] One person who has joined since the opening has not been invited
   *[other] { $n } people who have joined since the opening have not been invited
}
home-follow = Monitor the campaign
home-read = See the quarter
home-no-result = No results published yet.
home-make-questionnaire = Prepare the questionnaire
home-draft = A draft questionnaire is waiting
home-late = Overdue
home-days-left = { $n ->
    [one] Last day.
   *[other] { $n } days left.
}
home-planned = Due to open on { $day }
setup-settings = Fill in the settings: organisation, contacts, data controller
setup-hr = Give somebody the HR role
setup-title = Getting ready for the first campaign
setup-done = done
setup-todo = to do
setup-people = Import people and units
setup-suppliers = Set up the internal suppliers and who they serve
setup-questionnaires = Define each supplier's questionnaire
setup-campaign = Prepare the quarter's campaign

quarter-detail = All this quarter's figures, question by question
quarter-method-all = The whole method, indicator by indicator
detail-title = Details
detail-heading = Details, { $wave }
detail-lede = Everything published about this service this quarter. Each figure's name links to its definition.
detail-back = Back to the quarter
detail-contents = On this page
detail-nothing = No figures are shown this quarter: too few responses, or responses that are all the same.
detail-overall = Overall satisfaction
detail-others = Other questions
detail-dimensions = Dimensions
detail-dimensions-note = n counts responses: a person who answers several questions in a dimension counts once.
detail-questions = Question by question
detail-changes = Changes
detail-compared-with = Compared with { $wave }.
detail-changes-note = A change is marked only if it is proven and large enough to matter.
detail-see-trend = See the chart on the quarter's page
detail-drivers = What drives satisfaction
detail-drivers-note = How much of overall satisfaction goes with each dimension. This is an association, not proof of cause.
detail-drivers-indicative = As an indication only: there are too few responses to calculate shares. The closer the number is to 1, the more the dimension and overall satisfaction go together.
detail-whole = Indices
detail-importance-of = measured in { $wave }
detail-weighting = Weighted for non-response
detail-plain = Unweighted
detail-weighted = Weighted
detail-no-effect = No effect: the mean rating changes by less than 0.05.
detail-indicator = Indicator
detail-value = Value
detail-favourable = favourable
detail-headline-mean = mean rating
detail-headline-effort = mean effort
detail-on = on a scale of { $lo } to { $hi }
detail-reversed = Reverse-worded question: its answers are turned round before the calculation.
detail-more = All the figures for this question
detail-figures-of = Indicators: { $question }
detail-answers-of = Answers: { $question }
detail-blank = Blank
detail-groups = By client group
detail-groups-note = Favourable opinions, then the mean rating and the number of opinions. Nothing below { $k } responses, nor when the rest could be worked out from it.
detail-question = Question
detail-branch = branch
detail-responses = { $n ->
    [one] one response
   *[other] { $n } responses
}
detail-worst-first = The question with the least favourable opinions first. Each bar runs from the worst answer to the best.
detail-cell = { $mean } · n = { $n }
detail-method = Method view
detail-read-method = read the method
detail-method-version = Method version
detail-fingerprint = Fingerprint of the publication
detail-thresholds = Thresholds
detail-thresholds-text = nothing below { $k } responses, distributions from { $levels }
detail-compared = Comparison wave
detail-compared-none = no previous wave
detail-p-values = Tests of change
detail-alpha = Alpha
detail-alpha-core = Together (core questions)
home-mails-halted = Sending for the { $wave } campaign has stopped by itself: the mail server is refusing too many emails.
home-mails-halted-see = See and resume
quarter-others-answered = From { $n } eligible people, without a participation rate.
quarter-others-why = People who were not asked about this service, or are counted in no group, also responded: a participation rate would reveal how many they are, so none is shown.
quarter-why = Why?
quarter-priorities-why = A dimension is a priority when it matters to the people asked and their opinions of it are poor, or may be (“to be confirmed”).
quarter-priorities-low = Importance was not measured: priorities are the dimensions with less than half favourable opinions, lowest first.
quarter-lowest-less = “{ $name }” has the smallest share ({ $share }) and is no priority: it matters less to the people asked.
quarter-lowest-others = “{ $name }” has the smallest share ({ $share }), but three others matter more.
quarter-lowest-unmeasured = “{ $name }” has the smallest share ({ $share }); how much it matters was not measured.
quarter-lowest-enough = “{ $name }” has the smallest share ({ $share }), and it is not low enough to be a priority.
quarter-responses-note = responses in all

paper-title = One page
paper-hint = This page fits one A4 sheet: print it from the browser.
paper-back = Back to the page
paper-print = Print one page
paper-team = Sheet for the team meeting
paper-decisions = Decisions awaited
paper-house = All services
paper-house-key = + or −: ten answers or more, and the whole margin above or below one half. ▲ ▼: proven change since last quarter. ·: not shown (confidentiality). —: not asked.
paper-above = Above the others beyond chance, on the common questions: { $names }.
paper-below = Below the others beyond chance: { $names }.
team-title = Sheet for the team meeting
team-hint = One page to lead a half-hour talk, without any comment: print it from the browser.
team-said = What our clients said
team-minutes = { $n } min
team-no-strength = Nothing stands out enough to be said.
team-keep = “{ $dimension }” is appreciated. What in our way of working makes it so, and how do we keep it?
team-keep-any = What works well in the way we work, and how do we keep it?
team-why = “{ $dimension }” disappoints. What do our clients go through at that moment, and what on our side explains it?
team-why-any = Which moment is hardest for our clients, and what on our side explains it?
team-try = What do we try before next quarter? Who, and how will we know that it worked?
trend-event = { $wave }: { $event }
trend-events-note = Note what happened (an outage, a move…)
overview-actions = Actions
overview-actions-late = { $n } overdue
promises-card = Promised, measured, felt
promises-how = Felt: the published mean of the question, with its interval, against 3.5 out of 5. To be confirmed: the interval holds 3.5. Measured: the value the service gave before the publication, from 10 cases on.
promises-catalogue = The service's catalogue
promises-promised = Promised
promises-measured = Measured
promises-felt = Felt (mean)
promises-verdict = What can be said
promise-few-people = fewer than 3 people do this work: neither measurement nor verdict
promise-no-measure = no measurement on 10 cases
promise-felt-mean = Felt: { $mean } out of 5 ({ $low }–{ $high })
promise-felt-hidden = felt: not shown (confidentiality)
promise-felt-not_asked = no question says whether it is felt
promise-since = Since the publication, on { $day }:
promise-act-communication = Make it known: create an action
promise-act-corrective = Mend it: create an action
promise-act-commitment_changed = Review the commitment: create an action
promise-sentence-kept_not_felt = A commitment is kept but not felt: { $promise }
promise-sentence-missed_felt = A commitment is not kept, and it is felt: { $promise }
priorities-title = Priorities: act, or say why not
priorities-lede = Each priority becomes an action, or is dismissed with a reason that whoever reads this quarter will see.
priorities-decide = Act or dismiss, one priority at a time
priority-dismissed = dismissed
priority-dismissed-why = Dismissed: { $reason }
priority-action = Action:
priority-reason = Why not act
priority-reason-hint = In one sentence, which others will read.
priority-dismiss = Dismiss
priority-restore = No longer dismiss
priority-fault-reason = Write the reason.
priority-fault-action = This priority has an action: abandon the action first, or leave the priority.
flash-priority-dismissed = Noted, with its reason.
flash-priority-restored = It is a priority again.
mirror-title = Mirror: the team's view and the clients' view
mirror-lede = The team, without its heads, said how it thinks its clients judge it. For the head of the service and senior management, and nobody else.
mirror-empty = Nothing is shown. It takes { $n } answers of the team that do not all say the same; if fewer than { $n } sheets came, they were deleted at closing, unread.
mirror-chart = Average seen by the team, average given by the clients
mirror-key = full dot: the team · hollow dot: its clients
mirror-subject = Subject
mirror-team = Seen by the team
mirror-clients = Seen by its clients
mirror-gap = Gap
mirror-verdict-up = The team sees itself better than its clients do
mirror-verdict-down = The team sees itself worse than its clients do
mirror-verdict-slight = Proven gap, but slight
mirror-verdict-not_shown = No proven gap
mirror-verdict-too_few = Too few answers on one side to conclude
mirror-verdict-not_comparable = Not comparable: the two averages do not rest on the same questions
mirror-verdict-hidden = Not compared: the clients' average is not shown
mirror-how = The same questions on both sides. A gap is called proven only by the test for changes, adjusted over all dimensions (Holm); it takes { $n } answers on each side. These sheets are in no total and in no file.
mirror-promises = What its clients promise it
mirror-promises-how = What is felt is what the team feels.

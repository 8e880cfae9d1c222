results-title = Results
results-open = { $wave }: campaign open until { $day }. Nobody sees a result before closing.
results-published = Published on { $day }
results-published-short = published on { $day }
results-service = Internal supplier
results-favourable = Favourable
results-favourable-title = Favourable opinions
results-answers = Answers
results-participation = Participation
results-change = Change
results-standing = Beside the others
results-standing-above = above the others
results-standing-within = within what chance explains
results-standing-below = below the others
results-standing-chance = On the questions asked about every internal supplier, the differences between them do not exceed chance.
results-standing-how = How internal suppliers are compared
results-all-services = All suppliers together
results-by-group = By client group, all suppliers together
results-by-group-what = Answers, not people: one person answers about several suppliers.
results-group = Client group
results-none = No result is published yet. They will appear here when the first campaign closes.

change-up = up
change-down = down
change-slight = change shown but slight
change-short-slight = slight variation
change-short-not_shown = no change shown
change-short-too_few = too few answers
change-short-not_comparable = not comparable
change-sentence-up = Up since last quarter.
change-sentence-down = Down since last quarter.
change-sentence-slight = A change since last quarter is shown, but slight.
change-sentence-not_shown = No change shown since last quarter.
change-sentence-too_few = Too few answers to conclude on a change.
change-sentence-not_comparable = Not comparable with last quarter.

quarter-favourable = { $share } favourable opinions
quarter-between = (between { $low } and { $high })
quarter-answers = { $answered ->
    [0] No answers
    [one] One answer
   *[other] { $answered } answers
} of { $eligible ->
    [one] one person concerned
   *[other] { $eligible } people concerned
}.
quarter-nothing = Fewer than { $n } opinions, or all opinions alike: no figure is shown.
quarter-nothing-why = With fewer than { $n } opinions, a figure could point at someone: it is shown nowhere. A longer period or a larger group will give something to read.
quarter-few = Few answers this quarter: only the mean rating and the share of favourable opinions are shown. From { $n } answers on, the distribution, the margin of error and changes appear.
quarter-before = { $value } last quarter
quarter-n = { $n ->
    [one] one opinion
   *[other] { $n } opinions
}
quarter-mean = Mean rating
quarter-mean-between = between { $low } and { $high }
quarter-no-contact = { $n } had no dealings with this service
quarter-answers-only = { $responses ->
    [0] No answers.
    [one] One answer.
   *[other] { $responses } answers.
}
quarter-asked-unknown = answers; how many were asked is not known
quarter-rate-note = answers of people concerned
quarter-distribution = How the answers spread
quarter-dimensions = The dimensions, by share of favourable opinions
quarter-dimensions-note = Only changes shown since last quarter are marked.
quarter-break-asked = Break: { $of ->
    [overall] the question was not asked in both waves.
   *[other] this dimension was not measured in both waves.
}
quarter-break-questions = Break: { $of ->
    [overall] the question changed.
   *[other] the dimension no longer has the same questions.
}
quarter-break-kind = Break: { $of ->
    [overall] the kind of the question changed.
   *[other] the kind of a question changed.
}
quarter-break-scale = Break: { $of ->
    [overall] the scale of the question changed.
   *[other] the scale of a question changed.
}
quarter-break-reversed = Break: { $of ->
    [overall] the direction of the question's scale changed.
   *[other] the direction of a question's scale changed.
}
quarter-break-wording = Break: { $of ->
    [overall] the wording of the question changed.
   *[other] the wording of a question changed.
}
quarter-break-people = Break: under 80% of the people are in groups that both waves have.
quarter-break-hidden = Break: { $of ->
    [overall] the share of favourable opinions
   *[other] this dimension's share of favourable opinions
} is not shown in one of the two waves.
quarter-together = Some differences look clear and are not marked: { $n ->
    [2] two dimensions are
    [3] three dimensions are
    [4] four dimensions are
    [5] five dimensions are
    [6] six dimensions are
    [7] seven dimensions are
    [8] eight dimensions are
   *[other] { $n } dimensions are
} tested together, and such a difference may be mere chance.
quarter-trend = Over the quarters
quarter-wave = Quarter
quarter-show = Show
quarter-groups = By group
quarter-group = Group
quarter-todo = What to do
quarter-priorities = Act on first
quarter-priority = { $share } favourable (n = { $n })
quarter-important-for = important for { $share }
quarter-importance-mean = importance { $mean } of 5
quarter-importance = Importance
quarter-create-action = Create an action
quarter-no-priority = Nothing stands out as a priority this quarter.
quarter-strengths = Keep up
quarter-matrix = What matters, what satisfies
quarter-matrix-x = satisfaction →
quarter-matrix-y = importance →
quarter-matrix-note = A hollow dot is to be confirmed: its margin of error crosses the line.
quarter-importance-of = Importance measured in the { $wave }.
quarter-due = due { $day }
quarter-no-plan = No action under way.
quarter-whole-plan = The whole progress plan
quarter-method = How to read these figures
quarter-colophon = nothing under { $k } answers, distributions from { $levels } on · method version { $version }
quadrant-act_first = act on first
quadrant-maintain = keep up
quadrant-secondary = less expected, keep an eye on
quadrant-unexpected_strength = well done, less expected
quadrant-to_confirm = to confirm

trend-confirmed_up = Over { $n ->
    [4] four quarters
    [5] five quarters
    [6] six quarters
    [7] seven quarters
    [8] eight quarters
   *[other] { $n } quarters
}: rise confirmed ({ $from } → { $to }).
trend-confirmed_down = Over { $n ->
    [4] four quarters
    [5] five quarters
    [6] six quarters
    [7] seven quarters
    [8] eight quarters
   *[other] { $n } quarters
}: fall confirmed ({ $from } → { $to }).
trend-not_shown = Over { $n ->
    [4] four quarters
    [5] five quarters
    [6] six quarters
    [7] seven quarters
    [8] eight quarters
   *[other] { $n } quarters
}: trend not shown ({ $from } → { $to }).
trend-not_shown_up = Over { $n ->
    [4] four quarters
    [5] five quarters
    [6] six quarters
    [7] seven quarters
    [8] eight quarters
   *[other] { $n } quarters
}: rise not shown ({ $from } → { $to }).
trend-not_shown_down = Over { $n ->
    [4] four quarters
    [5] five quarters
    [6] six quarters
    [7] seven quarters
    [8] eight quarters
   *[other] { $n } quarters
}: fall not shown ({ $from } → { $to }).
trend-too_few = It takes four comparable quarters to judge a trend.
trend-detectable = With { $n } answers, a difference of { $points } points would be shown about four times out of five; a smaller one may go unnoticed.
trend-band = The band is the margin of error.
trend-break = not comparable with the one before

chart-table = The figures of this chart
chart-answer = Answer
chart-share = Share
chart-count = Count
chart-dimension = Dimension
chart-line = Plot
chart-interval = Margin of error

method-favourable = "Favourable opinions": the share of the two highest answers among the answers given; "not applicable" and blanks do not count.
method-interval = The interval beside a share (margin of error) says between which values the true share lies, with 95 chances in 100, if those who did not answer think alike.
method-change = A change is marked only when it is shown (Mann-Whitney test at 5 %, corrected when several dimensions are tested together) and large enough to matter.
method-hidden = No figure under { $k } answers, nor when an answer is unanimous, nor when it could be worked out from others. Distributions and margins appear from { $levels } answers on.

home-title = Home
home-hello = Hello { $name }
home-open = Campaign open until { $day }. No result is visible before closing.
home-participation = { $sent ->
    [one] One person answered
   *[other] { $sent } people answered
} of { $invited } invited, all services together, counted on { $day }
home-no-count = Participation will appear when it no longer points at anybody.
home-newcomers = { $n ->
    [one] One person who came since the opening is not invited
   *[other] { $n } people who came since the opening are not invited
}
home-follow = Follow the campaign
home-read = Read the quarter
home-no-result = No result published yet.
home-make-questionnaire = Prepare the questionnaire
home-draft = A draft questionnaire is waiting
home-late = Late
home-go = Where to go
home-results-what = what was said, quarter after quarter
home-actions-what = what is done, and its effect
home-campaigns-what = prepare, open, follow, close
home-exports-what = the files of published campaigns
home-people-what = people, units, roles
home-settings-what = the organisation, the contacts
setup-title = Towards the first campaign
setup-done = done
setup-todo = to do
setup-people = Import people and units
setup-suppliers = Declare the internal suppliers and whom they serve
setup-questionnaires = Define each supplier's questionnaire
setup-campaign = Prepare the quarter's campaign

quarter-detail = All figures of this quarter, question by question
quarter-method-all = The whole method, indicator by indicator
detail-title = Detail
detail-heading = Detail, { $wave }
detail-lede = Everything published about this service this quarter. The name of each figure leads to its definition.
detail-back = Back to the quarter
detail-contents = On this page
detail-nothing = No figure is shown this quarter: too few responses, or responses that are all the same.
detail-overall = Overall satisfaction
detail-others = Other questions
detail-dimensions = Dimensions
detail-dimensions-note = n counts responses: a person who answers several questions of a dimension counts once.
detail-questions = Question by question
detail-changes = Changes
detail-compared-with = Compared with the { $wave }.
detail-changes-note = A change is marked only when it is shown and large enough to count.
detail-see-trend = See the chart on the quarter's page
detail-drivers = What drives satisfaction
detail-drivers-note = How much of overall satisfaction goes with each dimension. An association, not proof of a cause.
detail-drivers-indicative = Indicative: there are too few responses to compute shares. The closer the number is to 1, the more the dimension and overall satisfaction go together.
detail-whole = Indexes
detail-importance-of = measured in the { $wave }
detail-weighting = Weighted for non-response
detail-plain = Unweighted
detail-weighted = Weighted
detail-no-effect = No effect: the mean changes by less than 0.05.
detail-indicator = Indicator
detail-value = Value
detail-favourable = favourable
detail-headline-mean = mean
detail-headline-effort = mean effort
detail-on = on the scale { $lo } to { $hi }
detail-reversed = Question asked the other way round: its answers are turned before computing.
detail-more = All figures of this question
detail-figures-of = Indicators: { $question }
detail-answers-of = Answers: { $question }
detail-blank = Blank
detail-groups = By client group
detail-groups-note = Favourable opinions, then the mean and the number of opinions. Nothing under { $k } responses, nor when the rest could be worked out from it.
detail-question = Question
detail-branch = branch
detail-responses = { $n ->
    [one] one response
   *[other] { $n } responses
}
detail-cell = { $mean } · n = { $n }
detail-method = Method view
detail-read-method = read the method
detail-method-version = Method version
detail-fingerprint = Fingerprint of the publication
detail-thresholds = Thresholds
detail-thresholds-text = nothing under { $k } responses, distributions from { $levels } on
detail-compared = Wave compared
detail-compared-none = no wave before this one
detail-p-values = Tests of change
detail-alpha = Alpha
detail-alpha-core = Together (core questions)
home-mails-halted = Sending for the campaign { $wave } stopped by itself: the mail server refuses too many mails.
home-mails-halted-see = See and resume
quarter-others-answered = Of { $n } people concerned. People who were not asked about this service, or are counted in no group, answered too: a participation rate would tell how many they are, so none is shown.
quarter-responses-note = responses in all

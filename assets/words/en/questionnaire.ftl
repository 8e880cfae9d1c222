questionnaire-list-title = Questionnaires
questionnaire-list-lede = Each service head defines the questions asked about their service. A shared core tracks the essentials; the rest is up to them.
questionnaire-list-caption = Questionnaires by internal supplier
questionnaire-list-empty = No internal supplier has been set up for you. Human resources sets them up on the “Internal suppliers” page.
questionnaire-title = Questionnaire: { $supplier }
questionnaire-supplier = Internal supplier
questionnaire-version = Version
questionnaire-version-n = version { $n }
questionnaire-versions = Versions
questionnaire-made-on = Created on
questionnaire-state = Status
questionnaire-state-draft = draft
questionnaire-state-frozen = frozen
questionnaire-state-superseded = superseded
questionnaire-questions = Questions
questionnaire-next-step = Next step
questionnaire-next-draft = Complete and review
questionnaire-next-frozen = View, or prepare the next version
questionnaire-next-superseded = Prepare the next version
questionnaire-next-none = Create the questionnaire
questionnaire-none-yet = no questionnaire yet
questionnaire-count-closed = { $n } closed { $n ->
    [one] question
   *[other] questions
} out of { $most }
questionnaire-count-texts = { $n } free-text { $n ->
    [one] question
   *[other] questions
} out of { $most }
questionnaire-missing = { $n ->
    [one] 1 translation missing
   *[other] { $n } translations missing
}
questionnaire-minutes = { $n ->
    [one] It takes one minute at most to answer.
   *[other] It takes { $n } minutes at most to answer.
}
questionnaire-preview = Preview
questionnaire-compare = Comparison
questionnaire-csv = Download (CSV)
questionnaire-not-done = Nothing was changed
questionnaire-empty = This service has no questionnaire yet. Start with the core: the eight questions that every service asks.
questionnaire-create = Create from the core
questionnaire-frozen-notice = A campaign has opened with this version, so it can no longer change. To modify it, prepare version { $next }; it will be used for the next campaign.
questionnaire-new-draft = Prepare version { $next }
questionnaire-core-rule = The core questions are the same for every service: they can be moved but not removed. The overall question must stay last in the core.
questionnaire-up = Up
questionnaire-down = Down
questionnaire-edit = Edit
questionnaire-remove = Remove
questionnaire-add = Add
questionnaire-add-own = Write a question of your own
questionnaire-bank = Add from the question bank
questionnaire-bank-hint = These questions come in two languages, with a tested scale. Choose only a few: a short questionnaire gets more responses.
questionnaire-bank-other = Other questions
questionnaire-discard-title = Delete this draft
questionnaire-discard = Delete the draft
questionnaire-discard-back = The changes in this draft will be lost. Version { $version } will again be the one used for the next campaign.
questionnaire-discard-first = The questions in this draft will be lost. This service will no longer have a questionnaire.
questionnaire-preview-title = Preview of the questionnaire: { $supplier }
questionnaire-preview-lede = These are the questions as people will read them. You can tick answers: nothing is sent.
questionnaire-preview-views = Language and width
questionnaire-comparison-title = Comparison of versions: { $supplier }
questionnaire-comparison-lede = Version { $now } compared with version { $before }: a question whose meaning has changed starts a new trend line.
questionnaire-comparison-none = There are not yet two versions to compare.
questionnaire-trend = Trend
questionnaire-why = What changed
questionnaire-fate-comparable = comparable
questionnaire-fate-broken = broken
questionnaire-fate-new = new
questionnaire-fate-gone = removed
questionnaire-break-kind = the type of answer
questionnaire-break-scale = the scale
questionnaire-break-reversed = the direction of the scale
questionnaire-break-options = the options
questionnaire-wording-of = Wording: { $question }
questionnaire-dimensions = Dimensions
questionnaire-dimension-rule = A dimension stays comparable when it keeps the same questions, all of them comparable.
questionnaire-meaning-rule = Only the wording has changed. If the meaning is still the same, human resources can say so: the trend continues.
questionnaire-meaning-shared = This applies to every service that asks this question.
questionnaire-meaning-marked = The trend continues: { $name } (human resources) judged on { $day } that the meaning is the same.
questionnaire-meaning-same = Same meaning
questionnaire-meaning-withdraw = Withdraw “same meaning”
questionnaire-meaning-used = A campaign has been published since: “same meaning” can no longer be withdrawn, because that campaign's comparisons may rely on it.
questionnaire-meaning-not-texts = Only a change of wording can keep the same meaning; a change of type, scale, direction or options cannot.
flash-questionnaire-same-meaning = Noted: the meaning is the same, and the trend continues.
flash-questionnaire-meaning-withdrawn = “Same meaning” withdrawn: the trend for this question is broken.
questionnaire-back = Back to the questionnaire
questionnaire-changed-meanwhile = Someone else has changed this questionnaire since you opened the page. Check it as it is now, then try again.
questionnaire-not-a-draft = This version can no longer be modified: prepare a draft first.
questionnaire-in-campaign = A campaign in preparation uses this draft. Remove it from the campaign first.
questionnaire-at-end = This question cannot go any further.
questionnaire-overall-last = The overall question must stay last in the core.
questionnaire-core-stays = A core question cannot be removed: every service asks it.
questionnaire-already-there = This question is already in the questionnaire.
questionnaire-too-many-closed = A questionnaire can have at most { $most } closed questions. Remove one before adding another.
questionnaire-too-many-texts = A questionnaire can have at most { $most } free-text questions. Remove one before adding another.
flash-questionnaire-draft = The draft of version { $version } is ready.
flash-questionnaire-discarded = Draft deleted.
flash-questionnaire-moved = “{ $question }” is now number { $place }.
flash-questionnaire-added = “{ $question }” has been added.
flash-questionnaire-removed = “{ $question }” has been removed.
flash-question-saved = Question saved.
question-wording = Wording
question-kind = Type of answer
question-kind-hint = The answer “not applicable” is always offered, except for free text.
question-kind-satisfaction = satisfaction, 1 to 5
question-kind-importance = importance, 1 to 5
question-kind-agreement = agreement, 1 to 5
question-kind-evolution = change over time, 1 to 5
question-kind-effort = effort, 1 to 5
question-kind-recommendation = recommendation, 0 to 10
question-kind-choose_dimensions = choice of dimensions
question-kind-single_choice = single choice
question-kind-several_choices = multiple choice
question-kind-text = free text
question-dimension = Dimension
question-dimension-hint = Optional: the question then counts towards this dimension's mean. Has no effect on choices or free text.
question-dimension-unknown = Choose a dimension from the list, or none.
question-no-dimension = none
question-core = core
question-own = your own question
question-yearly = to be asked once a year
question-reversed = Reversed scale: a high value is bad news
question-reversed-short = reversed scale
question-form-new = New question
question-form-correct = Edit question
question-code-fixed = Its code, { $code }, never changes: it is what links one quarter to the next.
question-code-given = It will be given a code that never changes: it is what links one quarter to the next.
question-to-correct = { $n ->
    [one] One thing to correct
   *[other] { $n } things to correct
}
question-text-alone = A sentence that makes sense on its own.
question-without-text = Write the question in at least one language.
question-too-long = A question can have at most { $most } characters.
question-kind-unknown = Choose a type of answer from the list.
question-options = Options
question-options-hint = For one or several choices only: one option per line, “{ $labels }”.
question-option-odd = This line is not of the form “{ $languages }” (without a semicolon): { $option }
question-option-too-long = An option can have at most { $most } characters in each language.
question-option-doubled = This option appears twice: { $option }
question-option-count = Give { $fewest } to { $most } options, one per line.
question-trend-warning = Changing the wording, type, direction or options starts a new trend line: the “Comparison” page shows what is still being tracked.
questionnaire-break-condition = who is asked it
questionnaire-condition-broken = The question “{ $question }” depends on a question it can no longer be attached to: first ask it of everyone.
questionnaire-decides = The question “{ $question }” is asked only depending on the answer to this one: first ask it of everyone.
question-condition-button = Who is asked
question-condition-title = Who should be asked this question
question-condition = Who is asked this question
question-condition-hint = The question will come right after the one it depends on. “Not applicable” and no answer do not meet the condition.
question-condition-everybody = everyone
question-condition-trend = Changing who is asked the question starts a new trend line: the people answering are no longer the same.
question-condition-unknown = Choose an answer from the list, or “everyone”.
questionnaire-break-text = the wording
question-text = The question
question-lacks = missing in { $language }
questionnaire-preview-phone = { $language }, on a phone
questionnaire-begin-note = { $n } services have no questionnaire yet. Begin them all with the common questions and one open question; each head completes their own.
questionnaire-begin-all = Begin all questionnaires
flash-questionnaires-begun = { $n ->
    [0] Every service already has a questionnaire.
    [one] One questionnaire is begun.
   *[other] { $n } questionnaires are begun.
}
questionnaire-place = Move
questionnaire-place-of = Place of the question { $question }
questionnaire-place-number = Write a place from 1 to { $most }.
flash-questionnaire-moved-near = “{ $question }” now has place { $place }. Place { $wanted } is closed to it: core questions, and questions that depend on another, keep their order.
flash-questionnaire-no-place = No place was changed.
questionnaire-copy-title = Copy another service's questions
questionnaire-copy-replaces = They replace those in this draft. The other service's own questions are copied under new codes; read them again, as they may name it.
questionnaire-copy-from = Copy the questions of
questionnaire-copy = Copy
flash-questionnaire-copied = The questions come from { $supplier }. Read them again and adapt them.
questionnaire-copy-nothing = This service has no questions to copy.

questionnaire-list-title = Questionnaires
questionnaire-list-lede = Each head defines the questions asked about their service. A shared core follows what matters most; the rest is chosen.
questionnaire-list-caption = Questionnaires by internal supplier
questionnaire-list-empty = No internal supplier is declared for you. Human resources declare them on the page “Internal suppliers”.
questionnaire-title = Questionnaire: { $supplier }
questionnaire-supplier = Internal supplier
questionnaire-version = Version
questionnaire-version-n = version { $n }
questionnaire-versions = Versions
questionnaire-made-on = Made on
questionnaire-state = State
questionnaire-state-draft = draft
questionnaire-state-frozen = frozen
questionnaire-state-superseded = superseded
questionnaire-questions = Questions
questionnaire-next-step = Next step
questionnaire-next-draft = Complete and review
questionnaire-next-frozen = View, or prepare the next
questionnaire-next-superseded = Prepare the next
questionnaire-next-none = Create the questionnaire
questionnaire-none-yet = no questionnaire yet
questionnaire-count-closed = { $n } closed { $n ->
    [one] question
   *[other] questions
} of { $most }
questionnaire-count-texts = { $n } { $n ->
    [one] text
   *[other] texts
} of { $most }
questionnaire-missing = { $n ->
    [one] 1 translation missing
   *[other] { $n } translations missing
}
questionnaire-minutes = { $n ->
    [one] Answering takes a minute at most.
   *[other] Answering takes at most { $n } minutes.
}
questionnaire-preview = Preview
questionnaire-compare = Comparison
questionnaire-csv = Download (CSV)
questionnaire-not-done = Nothing was changed
questionnaire-empty = This service has no questionnaire yet. Begin with the core: the eight questions that every service asks.
questionnaire-create = Create from the core
questionnaire-frozen-notice = A campaign opened with this version: it no longer changes. To modify it, prepare version { $next }; it will serve the next campaign.
questionnaire-new-draft = Prepare version { $next }
questionnaire-core-rule = The core questions are the same for every service: they can be moved, not removed. The overall question stays the last of the core.
questionnaire-up = Up
questionnaire-down = Down
questionnaire-edit = Edit
questionnaire-remove = Remove
questionnaire-add = Add
questionnaire-add-own = Write a question of your own
questionnaire-bank = Add from the bank
questionnaire-bank-hint = These questions have two languages and a tried scale. Choose few: a short questionnaire gets more answers.
questionnaire-bank-other = Other questions
questionnaire-discard-title = Delete this draft
questionnaire-discard = Delete the draft
questionnaire-discard-back = The changes of this draft will be lost. Version { $version } will again be the one of the next campaign.
questionnaire-discard-first = The questions of this draft will be lost. This service will have no questionnaire.
questionnaire-preview-title = Preview of the questionnaire: { $supplier }
questionnaire-preview-lede = These are the questions as they will be read. You may tick: nothing is sent.
questionnaire-preview-views = Language and width
questionnaire-preview-fr = In French
questionnaire-preview-en = In English
questionnaire-preview-phone-fr = Phone, French
questionnaire-preview-phone-en = Phone, English
questionnaire-comparison-title = Comparison of versions: { $supplier }
questionnaire-comparison-lede = Version { $now } against version { $before }: a question whose meaning changed begins a new line.
questionnaire-comparison-none = There are not yet two versions to compare.
questionnaire-trend = Trend
questionnaire-why = What changed
questionnaire-fate-comparable = comparable
questionnaire-fate-broken = broken
questionnaire-fate-new = new
questionnaire-fate-gone = removed
questionnaire-break-kind = the kind of answer
questionnaire-break-scale = the scale
questionnaire-break-reversed = the direction of the scale
questionnaire-break-text_fr = the French wording
questionnaire-break-text_en = the English wording
questionnaire-break-options = the options
questionnaire-wording-of = Wording: { $question }
questionnaire-dimensions = Dimensions
questionnaire-dimension-rule = A dimension stays comparable when it keeps the same questions, all of them comparable.
questionnaire-back = Back to the questionnaire
questionnaire-changed-meanwhile = Somebody else changed this questionnaire since you opened the page. Check it as it is now, then try again.
questionnaire-not-a-draft = This version can no longer be modified: prepare a draft first.
questionnaire-in-campaign = A campaign in preparation uses this draft. Take it out of the campaign first.
questionnaire-at-end = This question cannot go any further.
questionnaire-overall-last = The overall question stays the last of the core.
questionnaire-core-stays = A core question cannot be removed: every service asks it.
questionnaire-already-there = This question is already in the questionnaire.
questionnaire-too-many-closed = A questionnaire has at most { $most } closed questions. Remove one before adding another.
questionnaire-too-many-texts = A questionnaire has at most { $most } free-text questions. Remove one before adding another.
flash-questionnaire-draft = The draft of version { $version } is ready.
flash-questionnaire-discarded = The draft is deleted.
flash-questionnaire-moved = “{ $question }” is now in place { $place }.
flash-questionnaire-added = “{ $question }” was added.
flash-questionnaire-removed = “{ $question }” was removed.
flash-question-saved = The question is saved.
question-wording = Wording
question-kind = Kind of answer
question-kind-hint = The answer “not applicable” is always offered, except for a free text.
question-kind-satisfaction = satisfaction, 1 to 5
question-kind-importance = importance, 1 to 5
question-kind-agreement = agreement, 1 to 5
question-kind-evolution = evolution, 1 to 5
question-kind-effort = effort, 1 to 5
question-kind-recommendation = recommendation, 0 to 10
question-kind-choose_dimensions = choice of dimensions
question-kind-single_choice = single choice
question-kind-several_choices = several choices
question-kind-text = free text
question-dimension = Dimension
question-dimension-hint = Optional: the question then counts in this dimension's mean. Without effect for choices and texts.
question-dimension-unknown = Choose a dimension of the list, or none.
question-no-dimension = none
question-core = core
question-own = your own
question-lacks-fr = French missing
question-lacks-en = English missing
question-yearly = to be asked once a year
question-reversed = Reversed scale: a high value is bad news
question-reversed-short = reversed scale
question-form-new = New question
question-form-correct = Edit the question
question-code-fixed = Its code, { $code }, never changes: it ties the quarters together.
question-code-given = It will receive a code that never changes: it ties the quarters together.
question-to-correct = { $n ->
    [one] One point to correct
   *[other] { $n } points to correct
}
question-text-fr = Wording, French
question-text-en = Wording, English
question-text-alone = A sentence that reads on its own.
question-missing-yet = still missing
question-without-text = Write the question, in one language at least.
question-too-long = A question has at most { $most } characters.
question-kind-unknown = Choose a kind of answer of the list.
question-options = Options
question-options-hint = For single and several choices only: one option a line, “French | English”.
question-option-odd = This line is not of the form “French | English” (without a semicolon): { $option }
question-option-too-long = An option has at most { $most } characters in each language.
question-option-doubled = This option is given twice: { $option }
question-option-count = Give { $fewest } to { $most } options, one a line.
question-trend-warning = Changing the wording, the kind, the direction or the options begins a new line: the page “Comparison” says what is still followed.
question-of-service = { $service }:
question-several = several choices possible
question-most-choices = { $most } choices at most
question-end = { $value }: { $label }
question-text-hint = Please name no one.
question-text-hint-contact = Please name no one. This questionnaire is not a channel for alerts; for those: { $contact }.

history-line-responses = Line { $line }:
history-line-questionnaire = Questions, line { $line }:
history-line-invitations = Invitations, line { $line }:
history-more-faults = { $n ->
    [one] … and one more error.
   *[other] … and { $n } more errors.
}

history-plan-wave = Campaign { $campaign }, from { $opens } to { $closes }, about the supplier { $supplier }.
history-plan-added = The campaign { $campaign } already exists with other suppliers: nothing that has been published changes.
history-plan-new-supplier = The supplier { $supplier } does not exist yet: it will be created under this name; give it its real name on its page.
history-plan-responses = { $n ->
    [one] One response
   *[other] { $n } responses
}: { $complete } complete, { $partial } partial.
history-plan-empty = { $n ->
    [one] One line contains no answers and is left out.
   *[other] { $n } lines contain no answers and are left out.
}
history-plan-comments = { $n ->
    [one] One comment, held until it has been reviewed.
   *[other] { $n } comments, held until they have been reviewed.
}
history-plan-asked = { $n ->
    [one] One question asked: { $codes }.
   *[other] { $n } questions asked: { $codes }.
}
history-plan-not-asked = Not asked in this wave, because there is no column: { $codes }.
history-plan-units = { $n ->
    [0] No unit in the organisation is named.
    [one] One unit in the organisation is named.
   *[other] { $n } units in the organisation are named.
}
history-plan-new-units = { $n ->
    [one] One unit will be created: { $units }.
   *[other] { $n } units will be created: { $units }.
}
history-plan-no-invitations = Without an invitations file, there is no knowing how many people were surveyed: no response rate, and a group is shown only from 10 responses upwards.
history-plan-later = Later waves have already been published ({ $codes }) and will not be compared with this one: import the oldest wave first.
history-plan-old = This wave is old: under the current settings, comments are deleted { $comments } months after closing and answers after { $answers } months. The figures stay.
history-plan-groups = { $n ->
    [one] One client group:
   *[other] { $n } client groups:
}
history-plan-group = { $name } ({ $group }): { $n ->
    [one] one response
   *[other] { $n } responses
}
history-plan-group-invited = { $name } ({ $group }): { $n ->
    [one] one response
   *[other] { $n } responses
} from { $eligible } people surveyed
history-done = The campaign { $campaign } is published. No emails were sent.

history-not-imported = The campaign { $campaign } was run here: responses from elsewhere cannot be added to it. Choose another code.
history-supplier-there = The campaign { $campaign } already has the responses about { $supplier }: nothing was changed.
history-other-dates = The campaign { $campaign } already has other dates: remove --opens-on and --closes-on.
history-taken = Someone else has just created the campaign { $campaign }: nothing was changed.
history-supplier-code = "{ $supplier }" is not a supplier code: lower-case letters, digits and _, 40 at most.
history-supplier-unknown = The supplier { $supplier } does not exist: create it first (import suppliers, or its page), or add --create-units.
history-future = { $day } is still to come: only a past wave can be imported. Give its dates with --opens-on and --closes-on.
history-dates = The wave would close on { $closes }, before it opens on { $opens }: give both dates.
history-no-groups = No campaign has client groups yet: remove --groups current, or prepare a campaign's groups first.
history-other-arguments = --campaign, --supplier, --questionnaire, --invitations, --create-units, --groups, --opens-on and --closes-on belong to `import responses`.
history-no-complete = --complete does not belong to `import responses`.

history-unit-unknown = the unit "{ $unit }" does not exist (neither as a code nor as a name). Add it first, or use --create-units.
history-unit-control = the name of the unit contains a control character: remove it.
history-unit-ambiguous = several units are called "{ $unit }": write the code ({ $codes }).
history-unit-no-code = no code can be made from "{ $unit }": first add this unit with a code, then write that code here.
history-unit-in-no-group = the unit { $unit } is in none of today's client groups.
history-unknown-question = the column "{ $column }" is not a question in the question file, for this supplier or in the question bank. Name it with the code of its question, or remove it.
history-no-question = the file has no question columns.
history-no-response = the file has no responses.
history-off-scale = { $column }: "{ $value }" is not on the scale from { $lo } to { $hi } (NA: not applicable; empty: no answer).
history-off-options = { $column }: "{ $value }" cannot be chosen; the codes are { $offered }, joined by |.
history-unknown-kind = "{ $value }" is not a type of question: { $kinds }.
history-scale = the scale from "{ $lo }" to "{ $hi }" is not valid: lo and hi are whole numbers, lo less than hi, at most 100 apart.
history-overall-needs-scale = the question overall needs a scale.
history-code-of-dimension = "{ $code }" is the code of both a question and a dimension.
history-no-text = the question has no text: text_fr or text_en is needed.
history-options = the options column must list what can be chosen: a=Français/English|b=…, or JSON.
history-not-a-number = "{ $value }" is not a number of people ({ $column }).
history-too-few-invited = { $unit } has more responses ({ $responses }) than people surveyed ({ $eligible }).
history-not-invited = { $unit } has responses but no line in the invitations file.
history-condition = A condition has two columns, asked_if (the code of an earlier question) and asked_at_most (a number): { $value }
history-plan-count = { $code }: { $answers } answers, { $na } "not applicable" (NA), { $empty } empty.
history-plan-only-na = To be checked: { $code } contains nothing but NA. R and pandas write NA for a missing answer; here NA means "not applicable". If the answers were missing, empty these cells (R: na = "").
history-index-column = the column "{ $column }" only numbers the lines: it is not a question. Remove it, or export without it (row.names = FALSE, index=False).
history-plan-count-skipped = { $code }: { $answers } answers, { $na } "not applicable" (NA), { $empty } empty, { $skipped } not asked.

history-line-responses = Line { $line }:
history-line-questionnaire = Questions, line { $line }:
history-line-invitations = Invitations, line { $line }:
history-more-faults = { $n ->
    [one] … and one more fault.
   *[other] … and { $n } more faults.
}

history-plan-wave = Campaign { $campaign }, from { $opens } to { $closes }, about the supplier { $supplier }.
history-plan-added = The campaign { $campaign } is there with other suppliers: nothing published changes.
history-plan-new-supplier = The supplier { $supplier } does not exist yet: it is created under this name; give it its real one on its page.
history-plan-responses = { $n ->
    [one] One response
   *[other] { $n } responses
}: { $complete } complete, { $partial } partial.
history-plan-empty = { $n ->
    [one] One line says nothing and is left out.
   *[other] { $n } lines say nothing and are left out.
}
history-plan-comments = { $n ->
    [one] One comment, held until a moderator has read it.
   *[other] { $n } comments, held until a moderator has read them.
}
history-plan-asked = { $n ->
    [one] One question asked: { $codes }.
   *[other] { $n } questions asked: { $codes }.
}
history-plan-not-asked = Not asked in this wave, for want of a column: { $codes }.
history-plan-units = { $n ->
    [0] No unit of the organisation is named.
    [one] One unit of the organisation is named.
   *[other] { $n } units of the organisation are named.
}
history-plan-new-units = { $n ->
    [one] One unit is created: { $units }.
   *[other] { $n } units are created: { $units }.
}
history-plan-no-invitations = Without an invitations file nobody knows how many were asked: no response rate, and a group is shown from 10 answers on only.
history-plan-later = Later waves are already published ({ $codes }) and will not be compared with this one: bring the oldest wave first.
history-plan-old = This wave is old: by the settings, comments are deleted { $comments } months after closing and single answers after { $answers } months. The figures stay.
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
} of { $eligible } people asked
history-done = The campaign { $campaign } is published. Nobody was sent a mail.

history-not-imported = The campaign { $campaign } was held here: answers from elsewhere cannot be added to it. Choose another code.
history-supplier-there = The campaign { $campaign } already has the answers about { $supplier }: nothing was changed.
history-other-dates = The campaign { $campaign } stands with other dates: leave --opens-on and --closes-on out.
history-taken = The campaign { $campaign } was made by somebody else meanwhile: nothing was changed.
history-supplier-code = "{ $supplier }" is not a supplier's code: small letters, digits and _, 40 at most.
history-supplier-unknown = The supplier { $supplier } does not exist: create it first (import suppliers, or its page), or add --create-units.
history-future = { $day } is still to come: only a past wave can be brought. Give its days with --opens-on and --closes-on.
history-dates = The wave would close on { $closes }, before it opens on { $opens }: give both days.
history-no-groups = No campaign has client groups yet: leave --groups current out, or prepare a campaign's groups first.
history-other-arguments = --campaign, --supplier, --questionnaire, --invitations, --create-units, --groups, --opens-on and --closes-on belong to `import responses`.
history-no-complete = --complete does not belong to `import responses`.

history-unit-unknown = the unit "{ $unit }" does not exist (neither as a code nor as a name). Add it first, or use --create-units.
history-unit-control = the name of the unit holds a control character: remove it.
history-unit-ambiguous = several units are called "{ $unit }": write the code ({ $codes }).
history-unit-no-code = no code can be made from "{ $unit }": add this unit first, with a code, and write that code here.
history-unit-in-no-group = the unit { $unit } is in none of today's client groups.
history-unknown-question = the column "{ $column }" is no question: neither of the file of questions, nor of the supplier, nor of the bank. Name it by the code of its question, or remove it.
history-no-question = the file has no column of a question.
history-no-response = the file has no response.
history-off-scale = { $column }: "{ $value }" is not on the scale from { $lo } to { $hi } (NA: not applicable; empty: no answer).
history-off-options = { $column }: "{ $value }" cannot be chosen; the codes are { $offered }, joined by |.
history-unknown-kind = "{ $value }" is not a kind of question: { $kinds }.
history-scale = the scale from "{ $lo }" to "{ $hi }" is none: lo and hi are whole numbers, lo smaller than hi, at most 100 apart.
history-overall-needs-scale = the question overall needs a scale.
history-code-of-dimension = "{ $code }" is the code of a question and of a dimension.
history-no-text = the question has no text: text_fr or text_en is needed.
history-options = the column options must list what can be chosen: a=Français/English|b=…, or JSON.
history-not-a-number = "{ $value }" is not a number of people ({ $column }).
history-too-few-invited = { $unit } has more responses ({ $responses }) than people asked ({ $eligible }).
history-not-invited = { $unit } has responses but no line in the invitations file.
history-condition = A condition has two columns, asked_if (the code of an earlier question) and asked_at_most (a number): { $value }
history-plan-count = { $code }: { $answers } answers, { $na } "not applicable" (NA), { $empty } empty.
history-plan-only-na = To be checked: { $code } holds nothing but NA. R and pandas write NA for a missing answer; here NA means "not applicable". If the answers were missing, empty these cells (R: na = "").
history-index-column = the column "{ $column }" only numbers the lines: it is no question. Remove it, or export without it (row.names = FALSE, index=False).
history-plan-count-skipped = { $code }: { $answers } answers, { $na } "not applicable" (NA), { $empty } empty, { $skipped } not asked.

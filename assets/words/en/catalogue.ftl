nav-catalogue = Catalogue
catalogue-edit-title = { $service }: catalogue
catalogue-edit-lede = What you offer and promise. Everybody can read the catalogue without an account; what is measured and felt does not appear there.
catalogue-code = Code (optional)
catalogue-code-hint = For files: lower-case letters, digits and _. Made from the text when left empty; it never changes afterwards.
catalogue-not-a-code = A code is made of lower-case letters, digits and _, 40 characters at most.
catalogue-code-taken = This code is taken.
offering-add = Add an offering
offering-none = No offering yet. Begin with what people ask you for most often.
offering-change = Edit
offering-change-title = Edit the offering
offering-up = Move up
offering-down = Move down
offering-hidden = not listed
offering-name = Name
offering-description = Description
offering-link = Link for requests
offering-link-hint = An address that begins with https://, or nothing.
offering-workers = Number of people who do this work
offering-workers-hint = For you and HR. Under 3, nothing is measured or judged: it would be an appraisal of a person.
offering-workers-n = { $n ->
    [one] { $n } person does this work.
   *[other] { $n } people do this work.
}
offering-few = Under { $fewest }, its commitments have neither measurement nor verdict.
offering-active = Listed in the catalogue
offering-remove = Remove this offering
offering-remove-note = An offering that never had a commitment disappears. Otherwise it leaves the catalogue, and what was published stays.
offering-fault-name = Give the offering a name, in at least one language.
offering-fault-link = The link must begin with https:// and name a site, in 300 characters at most.
offering-fault-workers = Enter a number of people, at least 1.
offering-fault-promised = A commitment still stands on this offering: end it or move it elsewhere first.
commitment-add = Add a commitment
commitment-none = No commitment of the service as a whole.
commitment-change = Edit
commitment-change-title = Edit the commitment
commitment-renews = This commitment already counts: saving it makes a new version, from the chosen quarter on. The old one stays readable.
commitment-text = What is promised, in one sentence
commitment-text-hint = As everybody will read it: “A faulty workstation is repaired or replaced within 2 working days.”
commitment-kind = What is it about?
commitment-kind-delay = time
commitment-kind-quality = quality
commitment-kind-availability = availability
commitment-kind-cost = cost
commitment-kind-information = information
commitment-offering = Offering
commitment-target-title = Target
commitment-direction = Kept when the measured value is
commitment-at_most = at most
commitment-at_least = at least
commitment-target = this value
commitment-unit = Unit, such as “working days”
commitment-from = Counts from
commitment-from-hint = A campaign takes what is promised on the day it opens.
commitment-since = since { $quarter }
commitment-next = changes from { $quarter } on
commitment-to-come = upcoming
commitment-unfelt = no question measures it
commitment-ended-on = ended on { $day }
commitment-ended = { $n ->
    [one] One ended commitment
   *[other] { $n } ended commitments
}
commitment-end = End
commitment-again = Take up again
commitment-offering-gone = The offering of this commitment is no longer in the catalogue: put it back first.
commitment-fault-text = Enter what is promised, in at least one language.
commitment-fault-target = Enter a number, such as 5 or 2.5.
commitment-fault-unit = Enter the unit of the target, in at least one language.
commitment-fault-since = This quarter comes before that of the previous version.
measurements-title = Measurements
measurements-lede = The value of each commitment over the quarter, as your tools give it. Under { $fewest } cases it says nothing.
measurements-period = Quarter from { $first } to { $last }.
measurements-quarter = Quarter
measurements-show = Show
measurements-no-quarter = No campaign yet: a measurement is of a quarter.
measurements-none = No commitment counted in that quarter.
measurement-value = Value ({ $unit })
measurement-cases = Number of cases
measurement-source = Source, such as “GLPI”
measurement-of = entered on { $day }
measurement-few-workers = Fewer than { $fewest } people do this work: nothing is measured, it would be an appraisal of a person.
measurement-fault-value = Enter a number, such as 4.8.
measurement-fault-cases = Enter a whole number of cases, at least 1.
measurement-fault-source = Say where the measurement comes from.
flash-offering-saved = Offering saved.
flash-offering-moved = Offering moved: { $name }.
flash-offering-removed = Offering removed.
flash-commitment-saved = Commitment saved.
flash-commitment-ended = The commitment ended today.
flash-commitment-again = The commitment is taken up again.
flash-measurements-saved = Measurements saved.
import-measurement = { $commitment }: { $value }, { $cases } cases, { $source }
import-measurement-before = before { $value }, { $cases } cases
import-measurements-new = { $n ->
    [one] { $n } new measurement
   *[other] { $n } new measurements
}
import-measurements-corrected = { $n ->
    [one] { $n } corrected measurement
   *[other] { $n } corrected measurements
}
import-unknown-campaign = no campaign is called “{ $code }”.
import-unknown-commitment = supplier { $supplier } has no commitment { $code }.
import-not-a-number = { $column }: “{ $value }” is not a number, such as 4.8.
import-not-a-count = { $column }: “{ $value }” is not a whole number of at least 1.
measurements-no-complete = A file of measurements deletes nothing: --complete has no meaning here.
commitment-of-client = Commitment of a client unit
charter-edit-title = Charter, version { $version }
charter-edit-lede = { $most } sentences at most, for services and for those who ask. Leave empty what is not used.
charter-consulted-on = Consulted on { $day }.
charter-proposals = Proposed sentences
charter-proposal-drop = Remove
charter-next = What comes next
charter-next-note = After the consultation, the adopted version takes the place of the previous one, which stays readable.
charter-consult = Note that people were consulted
charter-adopt = Adopt this version
charter-nothing = No sentence is saved: write and save first.
charter-fault-words = Write a sentence, in { $limit } characters at most.
flash-charter-proposed = Sentence proposed: HR will read it.
flash-charter-saved = Charter saved.
flash-charter-dropped = Proposal removed.
flash-charter-adopted = The charter is adopted.
flash-charter-consulted = The consultation is noted.

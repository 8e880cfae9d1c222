# Verifying a publication, on the command line.
verify-identical = { $campaign }: identical. { $figures } figures counted again from { $sheets } sealed sheets, { $decisions } decisions within the rules. Fingerprint:
verify-differs = { $campaign }: { $differences ->
    [one] { $differences } difference
   *[other] { $differences } differences
} with what was published. Do not use these figures before you know why: compare with a backup.
verify-no-campaign = There is no campaign { $campaign }.
verify-not-published = The campaign { $campaign } is not published: there is nothing to verify yet.
verify-answers-gone = The answers of { $campaign } have been deleted after their time: the figures stand, but can no longer be counted again.
verify-other-method = Published with version { $published } of the method, this program counts with version { $here }: verify with the program of that time.
verify-figure = { $figure }: published { $stored }, counted { $now }
verify-moments = { $supplier }: the scores kept for comparing waves differ
verify-decision = { $decision }: shown against the rules
verify-fingerprint = fingerprint { $stored }, counted { $now }

very-few = Very few answered ({ $rate } of the people concerned). These figures speak for them only; the others may think otherwise, and the margin of error says nothing of that.

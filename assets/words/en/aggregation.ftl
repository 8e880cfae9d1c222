# Verifying a publication, on the command line.
verify-identical = { $campaign }: identical. { $figures } figures recounted from { $sheets } sealed responses, { $decisions } decisions in line with the rules. Fingerprint:
verify-differs = { $campaign }: { $differences ->
    [one] { $differences } difference
   *[other] { $differences } differences
} from what was published. Do not use these figures until you know why: compare with a backup.
verify-no-campaign = There is no campaign { $campaign }.
verify-not-published = The campaign { $campaign } is not published: there is nothing to verify yet.
verify-answers-gone = The answers of { $campaign } have been deleted at the end of their retention period: the figures remain, but can no longer be recounted.
verify-other-method = Published with version { $published } of the method; this program uses version { $here }: verify with the program used at the time.
verify-figure = { $figure }: published { $stored }, recounted { $now }
verify-moments = { $supplier }: the scores kept for comparing waves differ
verify-decision = { $decision }: shown in breach of the rules
verify-fingerprint = fingerprint { $stored }, recounted { $now }
verify-promised = { $commitment }: what was published of this commitment does not follow from its measurement and the figures
verify-mirror = { $supplier }: the published mirror is not what its sheets say

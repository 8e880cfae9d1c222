exports-title = Exports
exports-lede = The figures of every published campaign, as files to open in a spreadsheet. They say exactly what the pages say, nothing more.
exports-none = No campaign is published yet. Files will appear here at the first publication.
exports-which = Which format should I choose?
exports-reading = Reading these files
exports-reading-hidden = A row whose “shown” column says “no” is not shown (confidentiality): its figures are empty. In the “group” column, * stands for everybody.
exports-reading-formulas = A text that begins with =, +, - or @ has an apostrophe before it, so that the spreadsheet does not take it for a formula. Numbers stay numbers.
exports-reading-fingerprint = The fingerprint identifies the publication a file comes from: the results pages carry the same one. Every export is recorded.
exports-published = Published on { $day }, fingerprint { $fingerprint }
exports-file = File
exports-content = What it holds
exports-take = Download
exports-latest = Latest exports
exports-latest-none = No export so far.
exports-when = When
exports-who = By
exports-wave = Campaign
exports-format = Format
exports-fingerprint = Fingerprint
exports-command-line = command line

export-file-indicators = Indicators
export-file-indicators-help = One figure a row: service, group, question or dimension, value, interval, number of answers.
export-file-participation = Participation
export-file-participation-help = Number of sendings received day after day, for everybody and by group.
export-file-responses = Answers
export-file-responses-help = One response a row, one question a column, for services with at least 30 responses. No name, no group, in an order drawn at random.
export-file-responses_long = Answers, long
export-file-responses_long-help = The same answers, one a row and question.
export-file-codebook = Codebook
export-file-codebook-help = What each column means: question, scale, codes, first and last campaigns.
export-no-rows = There is no file of the answers for the campaign { $campaign }: it was not opened with one, or no service got 30 responses in it.
exports-handed-to = File of the answers promised to: { $to }
exports-rows-none = No service got 30 responses: there is no file of the answers.
codebook-campaign = code of the campaign
codebook-supplier = code of the service
codebook-texts = Texts that begin with =, +, - or @ have an apostrophe before them, so that no spreadsheet takes them for formulas: take it off to have the original. Numbers stay numbers.
codebook-as-given = Values are as they were given: a reversed question (reversed = yes) is not turned round in the file, while it is in the indicators.
codebook-missing = NA: not applicable. Empty: no answer. -: not asked about this service, or left out for everybody (fewer than 10 answers, or all the same).
codebook-several = A question with several choices has one column per option (1 chosen, 0 not), then one that joins them, separated by |.
export-profile-excel-fr = French Excel
export-profile-excel-fr-help = Opens with a double click in an Excel set to French: semicolons and decimal commas.
export-profile-standard = Standard
export-profile-standard-help = For everything else (R, Python, an Excel in English, other software): commas and decimal points.
export-not-published = The campaign { $campaign } does not exist or is not published: there is no file. The Exports page lists the codes of published campaigns.
export-unknown-profile = There is no such format. Choose “French Excel” or “Standard” on the Exports page.
export-unwritable = The file cannot be written: { $fault }

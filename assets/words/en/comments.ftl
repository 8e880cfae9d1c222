nav-comments = Comments
comments-title = Comments to read
comments-lede = You read what was written before anybody sees it. Nothing is shown without your decision.
comments-none-yours = No internal supplier is entrusted to you at the moment. If you have joined the team whose comments you used to read, somebody else has to take over.
comments-no-wave = Nothing has been written about this service yet.
comments-decided = Decided
comments-views = Lists
comments-held = To read ({ $n })
comments-decided-n = Decided ({ $n })
comments-counts = { $held } to read · { $released } published · { $withheld } withheld · { $reported } reported
comments-how = How to read them
comments-how-read = On the left, what was written; on the right, the same text without names, addresses and numbers. What is struck out was replaced; what is outlined may be a name: look at it. Correct the text if it points to somebody, publish it, or withhold it.
comments-how-names = The order is drawn at random and does not change. Neither date, nor scores, nor group are known here.
comments-how-report = Harassment, distress, danger: report it. The text is withheld, the report is noted without the text, and you tell { $contact }.
comments-how-report-nobody = Harassment, distress, danger: report it. The text is withheld and the report is noted without the text. No alert contact is set: ask the administration to name one.
comments-how-keys = By keyboard: your browser's access key with P publishes the first of the list, with R withholds it, with S reports it; the next one takes its place.
comments-clear-note = Those in which nothing was found can be published together. Go through them first: people are sometimes recognised without being named.
comments-clear = { $n ->
    [one] Publish the one in which nothing was found
   *[other] Publish the { $n } in which nothing was found
}
comments-nothing-held = Everything has been read.
comments-nothing-decided = Nothing is decided yet.
comments-waiting = comments being read
comments-of = Comments
comments-of-lede = What people wrote about the service as a whole, read before it is shown, away from the ratings.
comments-of-reminder = People write more often when they are dissatisfied.
comments-of-order = The order is drawn at random. Comments are not shown by group.
comments-all-themes = all themes
comments-none-of-theme = No published comment on this theme.
comments-none-released = No comment is published for now.
comment-number = Comment { $n }
comment-hits = { $replaced ->
    [0] nothing replaced
    [one] one part replaced
   *[other] { $replaced } parts replaced
}, { $doubtful ->
    [0] nothing to look at
    [one] one word to look at
   *[other] { $doubtful } words to look at
}
comment-no-hit = nothing found
comment-original = What was written
comment-redaction = With the replacements
comment-published-text = Published text
comment-themes = Themes
comment-theme = Theme
comment-count = Number
comment-reason = because of: { $words }
comment-release = Publish
comment-save = Save
comment-withhold = Withhold
comment-report = Report
comment-state-held = To read
comment-state-released = published
comment-state-withheld = withheld
comment-state-reported = reported
comment-no-decision = Choose: publish, withhold or report.
comment-fault-title = One thing to correct
comment-fault-empty = The text to publish is empty. To show nothing, withhold the comment.
comment-fault-long = The text has { $length } characters; { $most } at most.
flash-comment-released = Comment published.
flash-comment-withheld = Comment withheld: nobody will see it.
flash-comment-reported = Report noted, without the text. Tell the alert contact.
flash-comment-decided-before = Somebody decided meanwhile: look at the list.
flash-comments-released = { $n ->
    [0] Nothing to publish.
    [one] One comment published.
   *[other] { $n } comments published.
}
theme-reception = Listening and reception
theme-responsiveness = Responsiveness
theme-clarity = Clarity
theme-reliability = Reliability
theme-follow_up = Follow-up
theme-cooperation = Cooperation
theme-difficult_situations = Difficult situations
theme-tools = Tools
theme-positive = What is appreciated
theme-unclassified = Unclassified
theme-others = Other themes
quarter-comments = What people write
quarter-comments-themes = Comments by theme
quarter-comments-reminder = People write more often when they are dissatisfied: these numbers do not measure satisfaction.
quarter-comments-read = Read the comments
quarter-comments-none = No comment is published for now.
home-to-moderate = Comments to read
home-to-moderate-n = { $n ->
    [one] one comment to read
   *[other] { $n } comments to read
}
home-comments-waiting = Comments being read
home-comments-nobody = nobody to read them
home-comments-waiting-note = Those on these services stay held until somebody outside the service has read them.

to-read-mail-subject = Comments to read: { $supplier }, { $wave }
to-read-mail-what = The results of the { $wave } are published. Comments on { $supplier } wait for you to read them: until then nobody else does.
to-read-mail-button = Read the comments
to-read-mail-why = You get this message, once a campaign, because you read the comments on this service.

nav-comments = Comments
comments-title = Comments to review
comments-lede = You read what was written before anyone sees it. Nothing is shown without your decision.
comments-none-yours = No internal supplier is assigned to you at the moment. If you have joined the team whose comments you used to review, somebody else needs to take over.
comments-no-wave = Nothing has been written about this service yet.
comments-decided = Decided
comments-views = Lists
comments-held = To review ({ $n })
comments-decided-n = Decided ({ $n })
comments-counts = { $held } to review · { $released } published · { $withheld } withheld · { $reported } reported
comments-how = How to review comments
comments-how-read = On the left, what was written; on the right, the same text without names, addresses or numbers. Anything struck through has been replaced; anything outlined may be a name: check it. Correct the text if it points to someone, publish it, or withhold it.
comments-how-names = The order is random and does not change. Dates, ratings and groups are not known here.
comments-how-report = Harassment, distress, danger: report it. The text is withheld, the report is recorded without the text, and you contact { $contact }.
comments-how-report-nobody = Harassment, distress, danger: report it. The text is withheld and the report is recorded without the text. No contact for distress or harassment has been set: ask an administrator to add one.
comments-how-keys = By keyboard: the browser's access key (often Alt, or Alt and Shift) with P publishes the first in the list, with R withholds it, with S reports it, with N leaves it for later; the next one takes its place.
comments-clear-note = Comments in which nothing was found can be published together. Go through them first: people can sometimes be recognised without being named.
comments-clear = { $n ->
    [one] Publish the comment in which nothing was found
   *[other] Publish the { $n } comments in which nothing was found
}
comments-nothing-held = Everything has been reviewed.
comments-nothing-decided = Nothing has been decided yet.
comments-waiting = comments under review
comments-of = Comments
comments-of-lede = What the people surveyed wrote about the service as a whole, reviewed before being shown, separately from the ratings.
comments-of-reminder = People write more often when they are dissatisfied.
comments-of-order = The order is random. Comments are not shown by group.
comments-all-themes = all themes
comments-none-of-theme = No published comments on this theme.
comments-none-released = No comments have been published so far.
comment-number = Comment { $n }
comment-hits = { $replaced ->
    [0] nothing replaced
    [one] one passage replaced
   *[other] { $replaced } passages replaced
}, { $doubtful ->
    [0] nothing to check
    [one] one word to check
   *[other] { $doubtful } words to check
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
comment-state-held = To review
comment-state-released = published
comment-state-withheld = withheld
comment-state-reported = reported
comment-no-decision = Choose: publish, withhold or report.
comment-fault-title = One thing to correct
comment-fault-empty = The text to publish is empty. To show nothing, withhold the comment.
comment-fault-long = The text has { $length } characters; the limit is { $most }.
flash-comment-released = Comment published.
flash-comment-withheld = Comment withheld: nobody will see it.
flash-comment-reported = Report recorded, without the text. Now tell the contact for distress or harassment.
flash-comment-decided-before = Someone else decided in the meantime: see the list.
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
theme-positive = What people appreciate
theme-unclassified = Unclassified
theme-others = Other themes
quarter-comments = What people wrote
quarter-comments-themes = Comments by theme
quarter-comments-reminder = People write more often when they are dissatisfied: these numbers do not measure satisfaction.
quarter-comments-read = Read the comments
quarter-comments-none = No comments have been published so far.
home-to-moderate = Comments to review
home-to-moderate-n = { $n ->
    [one] one comment to review
   *[other] { $n } comments to review
}
home-comments-waiting = Comments under review
home-comments-nobody = nobody to review them
home-comments-waiting-note = Comments about these services are held until someone outside the service has reviewed them.

to-read-mail-subject = Comments to review: { $supplier }, { $wave }
to-read-mail-what = The { $wave } results are published. Comments about { $supplier } are waiting for you to review them: until then, nobody else reads them.
to-read-mail-button = Review the comments
to-read-mail-why = You receive this message, once per campaign, because you review the comments about this service.
comment-rare = Few of the people surveyed read this language ({ $language }): as it stands, this text would point to its author. Reword it in the language of most, or withhold it.
comment-fault-language = Fewer than { $fewest } of the people surveyed read this language ({ $language }): published like this, the text would point to its author. Reword it ({ $first }) or withhold it.
home-comments-since = since { $day }
home-comments-with = To be read by: { $names }.
home-comments-remind = Send a reminder
home-comments-name = Name somebody
flash-comments-reminded = { $n ->
    [one] One reminder is on its way.
   *[other] { $n } reminders are on their way.
}
flash-comments-reminded-before = A reminder already left today.
comment-change = Change the text
comment-later = Later
comment-tick = Select
comments-ticked = Those selected, with the replacements suggested:
comments-ticked-release = Publish the selected ones
comments-ticked-withhold = Withhold the selected ones
comments-skipped = { $n ->
    [one] The first in the list is left for later.
   *[other] The first { $n } in the list are left for later.
}
comments-from-first = Start again from the first
comments-elsewhere = Other comments are waiting for you:
comments-nothing-elsewhere = Nothing else is waiting for you.
comments-home = Back to home
flash-comments-none-ticked = No comment was selected: nothing has changed.
flash-comments-withheld = { $n ->
    [0] Nothing to withhold.
    [one] One comment withheld.
   *[other] { $n } comments withheld.
}
flash-comments-left = { $n ->
    [0] No comment decided
    [one] One comment decided
   *[other] { $n } comments decided
}; { $left ->
    [one] one more has to be read on its own: somebody has decided on it meanwhile, or its language would point to its author.
   *[other] { $left } more have to be read on their own: somebody has decided on them meanwhile, or their language would point to their author.
}
flash-comments-put-back = { $n ->
    [0] Nothing could be put back.
    [one] The comment is to be read again.
   *[other] { $n } comments are to be read again.
}

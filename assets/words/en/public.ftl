very-few = Very few people responded ({ $rate } of those eligible). These figures speak only for them; the others may think differently, and the margin of error says nothing about that.

unsubscribe-title = Stop reminders for this survey?
unsubscribe-title-done = No more reminders for this survey
unsubscribe-what = Press the button and you will receive no more reminders for this survey. Nobody sees a list of who asked for this.
unsubscribe-link-works = Your link stays open: you can answer until the survey closes, if you wish. One last message will give everyone the results.
unsubscribe-confirm = Stop reminders
unsubscribe-done = Done: no more reminders for this survey.
unsubscribe-over = This survey is no longer sending reminders.

privacy-title = How your answers are protected
privacy-lede = What we promise, how it is done, and who to ask.
privacy-promise = What we guarantee
privacy-promise-five = No result for fewer than 5 answers, either directly or by combining several tables.
privacy-promise-group = Your answers count in a group, named on the first page of your link with its number of people. No name, address or time is recorded with them.
privacy-promise-mixed = Until the campaign closes, your answers are confidential. They are then mixed with everyone else's: nothing in our data makes it possible for anyone to find out who answered what.
privacy-promise-comments = Comments are read by someone outside the service concerned, shown only once there are 10 answers, and kept separate from the ratings.
privacy-promise-comments-by = Comments are read by { $moderator }, never by anyone from the service concerned, shown only once there are 10 answers, and kept separate from the ratings.
privacy-promise-fixed = These rules cannot be relaxed once the campaign has started. If your organisation has chosen stricter ones, the first page of your link says so.
privacy-promise-file = Nobody receives individual responses, unless the first page of your link says so and names who receives the file.
privacy-file-in = { $wave }:
privacy-who-sees = Who sees what
privacy-who-heads = Heads of a service see the published results for their service.
privacy-who-hr = Human resources see all published results and who was invited.
privacy-who-direction = Senior management sees all published results and the improvement plans.
privacy-who-readers = Staff representatives and the data protection officer can see the published totals.
privacy-who-moderators = The person who reviews comments sees the text, never the ratings that go with it.
privacy-who-nobody = Nobody sees an individual answer on a page.
privacy-how = How it is done
privacy-how-link = Your link is personal and needs no account, password or cookie. We keep only a fingerprint of it, from which the link cannot be recovered.
privacy-how-draft = Your draft is encrypted: it opens only with your link. It is deleted when you send your answers and when the campaign closes.
privacy-how-send = When you send your answers, those about each service are stored separately, with nothing to link them to each other except the group.
privacy-how-night = Each night, once at least 5 people in the same group have answered, their answers are rewritten in random order.
privacy-how-mix = When the campaign closes, all answers are rewritten in random order, and the mark "has answered" is deleted.
privacy-how-pages = Pages, charts, files and emails read only the published results, fixed once and for all. A group that is too small is never shown, and another may be hidden to protect it.
privacy-how-comments = No comment is shown before it has been read.
privacy-check = What we check every night
privacy-check-nothing = Last check: { $day }. Nothing was found that links an answer to a person.
privacy-check-something = Last check: { $day }. It found at least one thing to correct; the people who run the server have the details.
privacy-check-unread = Last check: { $day }. Nothing was found, but part of the data could not be read.
privacy-check-never = No check has taken place yet.
privacy-check-how = A program reads the data as someone who got hold of it would: anything that leads to a person, the order of the rows, the remains of deleted drafts. Anyone with access to the server can run it at any time.
privacy-limits = What we cannot prevent
privacy-limits-open = While the campaign is open, someone with access to the server's files could learn more than the pages show.
privacy-limits-operator = Whoever runs the server or the email service could open a draft with your link. This is why we never say "totally anonymous".
privacy-keep = How long we keep data
privacy-keep-drafts = Drafts and the mark "has answered": until the campaign closes.
privacy-keep-invitations = Invitations and sending addresses: { $days } days after closing; only the list of campaigns each person was invited to, with nothing about their answers: 24 months.
privacy-keep-comments = Comments: { $months } months after closing.
privacy-keep-answers = Answers: { $months } months after closing.
privacy-keep-shorter = Campaign { $wave }: comments { $comments } months, answers { $answers } months, as promised when it opened.
privacy-keep-log = Log of sign-ins and changes, which never contains an answer: { $months } months.
privacy-keep-results = Published results: no limit; they are about groups only.
privacy-rights = Your rights
privacy-rights-own = You can ask to see, correct or delete what we know about you (name, address, department). Your answers, however, cannot be found again once mixed: that is precisely what protects you.
privacy-rights-authority = You can also contact the supervisory authority, in France the CNIL.
privacy-contacts = Who to contact
privacy-controller = Data controller
privacy-dpo = Data protection
privacy-hr = Human resources
privacy-alert = Distress, harassment
privacy-alert-note = This questionnaire is not a channel for reporting serious concerns: nobody could find you in order to help.
privacy-not-set = not provided yet
accessibility-title = Accessibility
accessibility-lede = Everyone must be able to use this barometer. This is where we stand.
accessibility-state = Compliance status
accessibility-partial = Partially compliant.
accessibility-partial-why = The pages are built to meet RGAA 4.1 and WCAG 2.2 level AA, and checked automatically with every version. Until an independent audit has been carried out, we do not claim full compliance.
accessibility-done = What is done
accessibility-done-keyboard = Everything can be done by keyboard, with a visible focus indicator.
accessibility-done-readers = Fields, tables and errors are announced by screen readers.
accessibility-done-zoom = Pages fit a small screen and 400% zoom.
accessibility-done-charts = Every chart has a title, a description and its figures as a table.
accessibility-done-script = Everything works without JavaScript.
accessibility-gaps = What is still to be checked
accessibility-gaps-text = The pages have not yet been tested with every screen reader on the market.
accessibility-contact = Having difficulty?
accessibility-contact-text = Write to { $contact }: tell us which page and what is stopping you; we will reply and give you the information in another way.
accessibility-contact-none = Contact human resources: say which page and what is stopping you; the information will be given to you in another way.
accessibility-appeal = Right of appeal
accessibility-appeal-text = If you do not get a satisfactory answer, you can contact the French Defender of Rights (Défenseur des droits): defenseurdesdroits.fr, +33 9 69 39 00 00, or free of charge by post within France: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.

feedback-title = You said, we're doing
feedback-lede = Thank you to everyone who responded. Here is what you said, and what is being done.
feedback-lede-said = Thank you to everyone who responded. Here is what you said; decisions will appear on this page.
feedback-favourable = favourable
feedback-n = { $n ->
    [one] { $n } response
   *[other] { $n } responses
}
feedback-n-few = { $n ->
    [one] { $n } response, too few for a margin of error
   *[other] { $n } responses, too few for a margin of error
}
feedback-group = Your group ({ $group }):
feedback-strong = What you value most:
feedback-weak = What you value least:
feedback-doing = What we are doing
feedback-nothing = Nothing to announce yet: decisions will appear here.
feedback-since = In progress since { $day }
feedback-from = Planned from { $day }
feedback-done = Done on { $day }
feedback-finished = Done
feedback-decided = Decided
feedback-empty = There are no results to show for this quarter.
feedback-promise = Responses carry no names, and a result is shown only if at least { $k } people answered.
feedback-address = This page:
feedback-margin = The two numbers beside a percentage give its margin of error. What you value most or least is named only if the difference exceeds that margin.
feedback-past-title = New results have replaced these
feedback-past = This page has had its day. The latest results were emailed to the people surveyed, with a new address.
feedback-few = Thank you to everyone who responded. There were too few of you for a result to be shown.
feedback-few-why = A figure is shown only if at least { $k } people contributed to it, and if no combination of figures could single one of them out. This time, no figure is shown, to anyone.
feedback-few-next = The answers have been mixed and are kept as promised; they will not be shown in any other way. Next time, a few more responses will be enough.
feedback-soon-title = The results are on their way
feedback-soon = They will be on this page on { $day }. You will also receive a message.
feedback-soon-no-day = They will be on this page soon. You will also receive a message.
feedback-soon-why = The heads of the services read them first, so that they can tell you at the same time what they will do about them. The figures will not change.
feedback-very-few = Very few people responded: at most { $rate } of those eligible for each service. These figures speak only for them; the others may think differently, and the margin of error says nothing about that.

catalogue-title = What the services offer and promise
catalogue-lede = For each service: what it offers, how to ask for it, and what it commits to.
catalogue-counts = { $offerings ->
    [0] No offering
    [one] { $offerings } offering
   *[other] { $offerings } offerings
}, { $promises ->
    [0] no commitment
    [one] { $promises } commitment
   *[other] { $promises } commitments
}
catalogue-none = No service has published what it offers yet.
catalogue-to-write = To be written
catalogue-of = Catalogue: { $service }
catalogue-edit = Edit the catalogue
catalogue-service-lede = What this service offers, how to ask for it, and what it commits to.
catalogue-service-none = This service has not described what it offers yet.
promise-whole = The service as a whole
promise-target-at_least = Target: at least { $value } { $unit }
promise-target-at_most = Target: at most { $value } { $unit }
promise-from = From { $day } on.
promise-earlier = Promised before
offering-how = How to ask for it
offering-promised = What is promised
promises-title = What was promised
promise-measured = Measured: { $value } { $unit } ({ $cases }, { $source })
promise-cases = { $n } cases
promise-cases-about = { $n } cases or more
promise-verdict-kept_felt = Kept, and felt
promise-verdict-kept_to_confirm = Kept; whether it is felt remains to be confirmed
promise-verdict-kept_not_felt = Kept, but not felt
promise-verdict-kept = Kept
promise-verdict-missed_no_harm = Not kept, yet not felt as a problem
promise-verdict-missed = Not kept
promise-verdict-missed_felt = Not kept, and it is felt
promise-verdict-unmeasured_felt = Felt, not measured
promise-verdict-unmeasured = Not measured
promise-verdict-unmeasured_not_felt = Not felt, not measured
promise-verdict-none = Nothing can be said of it
promise-question-delay = The announced time is kept: { $promise }
promise-question-quality = The announced quality is there: { $promise }
promise-question-availability = The announced availability is kept: { $promise }
promise-question-cost = The announced cost is kept: { $promise }
promise-question-information = The announced information is given: { $promise }
charter-title = Charter of internal service
charter-adopted = Adopted on { $day }.
charter-none = No charter has been adopted yet.
charter-edit = Edit
charter-services = The services commit to
charter-clients = Those who ask commit to
charter-own = Make a commitment of your own
charter-earlier = Earlier versions
charter-propose = Propose a sentence
charter-side = Who commits?
charter-line = Sentence
charter-propose-button = Propose
engagement-title = My commitment
engagement-lede = Two or three lines, for yourself, and a day to look back.
engagement-line = Line { $n }
engagement-day = Day to look back
engagement-print = Lay out for printing
engagement-calendar = Add to my calendar
engagement-nothing-stored = Nothing is stored or counted: what you write comes back on this page, or in the file, and nowhere else.
engagement-back = I look back on { $day }.
engagement-print-hint = Print this page with your browser: only the commitment comes out.
engagement-agenda = Look back at my commitment
engagement-fault-empty = Write at least one line.
engagement-fault-day = Choose a day to come, within two years.
engagement-fault-long = This line is too long: { $limit } characters at most.

welcome-title = { $n ->
    [0] Your views on the services you use
    [one] Your views on a service you use
   *[other] Your views on { $n } services you use
}
welcome-who = { $n ->
    [one] { $names } would like to know how to serve you better.
   *[other] { $names } would like to know how to serve you better.
}
welcome-time = { $minutes ->
    [one] About one minute
   *[other] About { $minutes } minutes
}
welcome-until = open until { $day }.
welcome-draft = Your draft has been kept: you can carry on where you left off.
welcome-which = Which services have you dealt with in the last three months, even once?
welcome-add = Add another service
welcome-decline = I would rather not answer
welcome-start = Start
welcome-go-on = Continue
welcome-news = Since last time
welcome-told = { $service }: { $share } favourable last time ({ $wave }).

promise-title = What we guarantee
promise-threshold = No result for fewer than { $n } answers, either directly or by combining several tables.
promise-group = Your answers count in the group
promise-group-name = { $name }, { $people ->
    [one] one person
   *[other] { $people } people
}
promise-not-mine = this is not my department
promise-nothing-else = No name, address or time is recorded with them.
promise-outside = Your answers count in no group, as you asked. No name, address or time is recorded with them.
promise-group-change = change
promise-mixed = Until the campaign closes, your answers are confidential. They are then mixed with everyone else's: nothing in our data makes it possible to find out who answered what.
promise-comments = Comments are read before they are shown, never by anyone from the service concerned. They are shown only once there are { $n } answers, separately from the ratings.
promise-comments-by = Comments are read by { $who }, never by anyone from the service concerned. They are shown only once there are { $n } answers, separately from the ratings.
promise-fixed = These rules can no longer be relaxed: the campaign has started.
promise-more = Who sees what, and how to check

group-title = This is not my department
group-now = Your answers count in the group { $name }, { $people ->
    [one] one person
   *[other] { $people } people
}.
group-what = If this is not your department, your answers can count in no group: they then go into the overall results only. Your invitation does not change.
group-contact = To have your department corrected: { $contact }.
group-is-outside = Your answers currently count in no group.
group-outside = Count my answers in no group
group-inside = Count my answers in this group again

answer-place = Service { $number } of { $of }
answer-next = Save and continue
answer-finish = Send and finish here
answer-draft = Continuing keeps this page in a draft that opens only with your link. Nothing is sent until the last page.
answer-text-hint = optional; please do not name anyone
answer-text-hint-contact = optional; please do not name anyone. This questionnaire is not a channel for reporting serious concerns; for those: { $contact }
answer-errors-title = { $n ->
    [one] One thing to correct
   *[other] { $n } things to correct
}
answer-off-scale = choose one of the answers offered
answer-too-long = { $most } characters at most; you have { $length }
answer-check-title = Check and send
answer-check-lede = No question is compulsory. You can go back to any page, or send your answers as they are.
answer-check-none = You did not tick any service: we will record only that you had no dealings with them.
answer-check-empty = No answers: nothing will be sent for this service.
answer-check-some = { $answered ->
    [one] One answer out of { $questions }
   *[other] { $answered } answers out of { $questions }
}
answer-check-all = { $questions ->
    [one] The question has been answered
   *[other] All { $questions } questions have been answered
}
answer-not-sent = Draft not sent: it will be deleted after { $day }.
answer-send = Send my answers

decline-title = I would rather not answer
decline-what = That is your right. You will receive no more reminders for this campaign; nobody will know whether you answered or declined. If you have a draft, it will be deleted.
decline-confirm = Confirm

ended-recorded-title = Recorded, thank you
ended-recorded = Your link has now been used: you will receive no more reminders. To protect your confidentiality, nothing you wrote can be shown again.
ended-next = The campaign ends on { $day }. You will then receive a message with what people said and what will change.
ended-closed-title = The campaign is over, thank you
ended-closed = Answers have not been accepted since { $day }. Drafts that were not sent have been deleted. Everyone surveyed will receive an email with what people said and what will change.
ended-early-title = The campaign is not open yet
ended-early = Your link will work as soon as it opens.
ended-contact = Any questions? Write to { $contact }.
answer-check-unasked = You answered “{ $question }”, which applies only to certain answers to the question before it: this answer will not be sent.

# A code on paper
ended-recorded-paper = Your code has now been used. To protect your confidentiality, nothing you wrote can be shown again.
ended-next-paper = The campaign ends on { $day }. Keep your slip: once the results are published, the same code will take you to them, for 30 days after the campaign closes.
ended-closed-paper = Answers have not been accepted since { $day }. Drafts that were not sent have been deleted. Come back soon with the same code to see what people said and what will change.
ended-early-paper = Your code will work as soon as it opens.
code-title = I have a code
code-have = I have a code
code-lede = Type the code on your slip: it takes you to the questionnaire.
code-label = Your code
code-hint = Twelve characters, with or without hyphens, in capitals or lower case. Example: ABCD-EFGH-JKMN
code-go = Continue
code-nobody = A slip carries no name, and nobody knows who drew it.
code-not-open = This code does not open anything
code-empty = First type the code on your slip.
code-mistyped = There is a typing error: check the code against your slip, character by character.
code-unknown = This code has the right form but is unknown: check it again. The codes for a campaign are deleted 30 days after it closes.
code-too-many = This code is unknown, and many unknown codes have just been typed here. Check it and try again in { $n ->
    [one] one second
   *[other] { $n } seconds
}.
ended-withdrawn-title = This link is no longer in use
ended-withdrawn = We have been told that this survey no longer concerns you: you will receive no more messages about it. If that is a mistake, let us know: the link can be made to work again.
ended-results-on = The results will be at this address on { $day }, along with what will change.

question-of-service = { $service }:
question-several = you can choose several
question-most-choices = { $most } choices at most
question-end = { $value }: { $label }
question-text-hint = Please do not name anyone.
question-text-hint-contact = Please do not name anyone. This questionnaire is not a channel for reporting serious concerns; for those: { $contact }.
question-if = If you answered { $answers }:
question-none = no answer
question-quoted = “{ $label }”
question-values = { $lowest } to { $highest }
slip-fold = Fold each slip; each person draws one from the box.
slip-title = Your views on internal services
slip-title-of = { $organisation }: your views on internal services
slip-purpose = What works, what should change? A few minutes, open until { $day }.
slip-type = Scan the square, or type this code at
slip-promise = No name, address or time recorded; no result for fewer than { $n } answers.
slip-keep = Keep this slip: after publication, it also takes you to the results.
slip-also = Also in English: { $address }?lang=en
answer-part = questions { $from } to { $to } of { $all }
answer-page = Page { $number } of { $of }
mirror-kicker = Your own service
mirror-ask = How do you think the other departments judge yours? Answer as you believe they answer.
mirror-apart = These answers are counted apart, with no name and no group. Only senior management and the head of your service read their averages, from { $n } sheets on; if there are fewer, they are deleted unread.
mirror-stem = You believe they would answer:
mirror-promises-ask = And for you: are the promises made to your service kept? This time answer for yourself.
answer-mirror-dropped = Your answers about your own service will not be sent, as you said that this department is not yours.
welcome-mirror = The end asks how you think the other departments judge { $service }.
answer-check-mirror = { $service }, as the other departments see it

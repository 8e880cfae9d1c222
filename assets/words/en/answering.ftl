welcome-title = { $n ->
    [0] Your view of the services you use
    [one] Your view of a service you use
   *[other] Your view of { $n } services you use
}
welcome-who = { $n ->
    [one] { $names } would like to know how to serve you better.
   *[other] { $names } would like to know how to serve you better.
}
welcome-time = { $minutes ->
    [one] About one minute
   *[other] About { $minutes } minutes
}
welcome-until = until { $day }.
welcome-draft = Your draft is kept: you can go on where you stopped.
welcome-which = Which services did you have to do with over the last three months, even once?
welcome-add = Add another service
welcome-decline = I do not wish to answer
welcome-start = Start
welcome-go-on = Go on
welcome-news = Since the last time
welcome-told = { $service }: { $share } of opinions favourable last time ({ $wave }).

promise-title = What we promise
promise-threshold = No result for fewer than { $n } answers, neither directly nor by putting several tables together.
promise-group = Your answer counts in the group
promise-group-name = { $name }, { $people ->
    [one] one person
   *[other] { $people } people
}
promise-not-mine = this is not my department
promise-nothing-else = No name, no address, no time.
promise-outside = Your answer counts in no group, as you asked. No name, no address, no time.
promise-group-change = change
promise-mixed = Until closing it is confidential. Then it is mixed with the others: nothing in our data allows anyone to find who answered what.
promise-comments = Comments are read before they are shown, never by someone of the service concerned, and shown from { $n } answers on, away from the ratings.
promise-comments-by = Comments are read by { $who }, never by someone of the service concerned, and shown from { $n } answers on, away from the ratings.
promise-fixed = These rules can no longer be loosened: the campaign has started.
promise-more = Who sees what, and how to check it

group-title = This is not my department
group-now = Your answers count in the group { $name }, { $people ->
    [one] one person
   *[other] { $people } people
}.
group-what = If it is not yours, your answers can count in no group: they then enter the overall results only. Your invitation does not change.
group-contact = To have your department corrected: { $contact }.
group-is-outside = Your answers currently count in no group.
group-outside = Count in no group
group-inside = Count in this group again

answer-place = Service { $number } of { $of }
answer-next = Save and continue
answer-finish = Send and finish here
answer-draft = Draft kept: it opens with your link only. Nothing is sent before the last page.
answer-text-hint = optional; please name no one
answer-text-hint-contact = optional; please name no one. This questionnaire is not an alert channel: { $contact }
answer-errors-title = { $n ->
    [one] One point to correct
   *[other] { $n } points to correct
}
answer-off-scale = choose one of the answers offered
answer-too-long = at most { $most } characters; there are { $length }
answer-check-title = Check and send
answer-check-lede = No question is mandatory. You can go back to a page, or send as it is.
answer-check-none = You ticked no service: we will only note that you had no dealings with them.
answer-check-empty = No answers: nothing will be sent for this service.
answer-check-some = { $answered ->
    [one] One answer of { $questions }
   *[other] { $answered } answers of { $questions }
}
answer-check-all = { $questions ->
    [one] The question is answered
   *[other] All { $questions } questions are answered
}
answer-not-sent = Draft not sent: it will be erased after { $day }.
answer-send = Send my answers

decline-title = I do not wish to answer
decline-what = That is your right. You will get no more reminders for this campaign; nobody will know whether you answered or declined. Your draft, if there is one, will be erased.
decline-confirm = Confirm

ended-recorded-title = Recorded, thank you
ended-recorded = Your link is now used: you will get no more reminders. For your confidentiality, nothing you wrote can be shown again.
ended-next = The campaign ends on { $day }. You will then get a message with what was said and what will change.
ended-closed-title = The campaign is over, thank you
ended-closed = Answers are no longer taken since { $day }. Drafts that were not sent have been erased. Everyone who was asked gets by mail what was said and what will change.
ended-early-title = The campaign is not open yet
ended-early = Your link will work as soon as it opens.
ended-contact = A question? Write to { $contact }.
answer-check-unasked = You answered “{ $question }”, which only concerns some answers to the question before it: this answer will not be sent.

# A code on paper
ended-recorded-paper = Your code is now used. For your confidentiality, nothing you wrote can be shown again.
ended-next-paper = The campaign ends on { $day }. Keep your slip: once the results are published the same code leads to them, for 30 days after closing.
ended-closed-paper = Answers are no longer taken since { $day }. Drafts that were not sent have been erased. Come back soon with the same code: it will lead to what was said and what will change.
ended-early-paper = Your code will work as soon as it opens.
code-title = I have a code
code-have = I have a code
code-lede = Type the code of your slip: it leads to the questionnaire.
code-label = Your code
code-hint = Twelve characters, with or without dashes, capitals or small letters. Example: ABCD-EFGH-JKMN
code-go = Continue
code-nobody = A slip bears no name, and nobody knows who drew it.
code-not-open = This code opens nothing
code-empty = First type the code of your slip.
code-mistyped = There is a typing error: compare the code with your slip, character by character.
code-unknown = This code is well formed but unknown: read it again. The codes of a campaign are deleted 30 days after it closes.
code-too-many = This code is unknown, and many unknown codes were just typed here. Read it again and try in { $n ->
    [one] one second
   *[other] { $n } seconds
}.
ended-withdrawn-title = This link is no longer in use
ended-withdrawn = We were told that this survey is not for you any more: you will get no further message about it. If that is a mistake, say so: the link can be put back to use.
ended-results-on = The results will be at this address on { $day }, with what will change.

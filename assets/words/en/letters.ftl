mail-hello = Hello { $name },
mail-invitation-subject = { $n ->
    [one] Your views on a service you use (until { $day })
   *[other] Your views on { $n } services you use (until { $day })
}
mail-reminder-subject = There is still time: share your views by { $day }
mail-reminder-why = Your link has not been used yet. If you have a moment before the survey closes, your views count.
mail-reminder-how = How do we know? When someone sends their answers or chooses not to answer, their link is marked as closed: separately from the answers, with no date or time, and in the same way in both cases. We know nothing more than that, and never what anyone answered.
mail-unsubscribe = Stop reminders for this survey
mail-unsubscribe-at = Stop reminders for this survey:
mail-invitation-who = { $services }: what works, what should change?
mail-invitation-time = { $minutes ->
    [one] About one minute, open until { $day }, no password needed.
   *[other] About { $minutes } minutes, open until { $day }, no password needed.
}
mail-invitation-button = Share my views
mail-invitation-promise = No result for fewer than { $n } answers; when the survey closes, the answers are mixed and nothing makes it possible to find out who answered what.
mail-invitation-own = This link is personal: please do not forward it.
mail-more = Who sees what, and how to check:
mail-accessibility = Accessibility:
mail-contact = Any questions: { $contact }
mail-plain-link = If the button does not work, copy this address:
promise-file = A file of the responses, without names or departments, is given to { $to }.
campaign-mail-example = example

results-mail-subject = You said, we're doing: { $wave }
results-mail-hello = Hello,
results-mail-thanks = The { $wave } survey is over. Thank you to everyone who responded.
results-mail-what = Here is what people said, and what is being done:
results-mail-said = Here is what people said. The heads of the services are reading these results at the same time as you: what they decide will appear on the same page.
results-mail-subject-said = What you said: { $wave }
results-mail-button = See the results
results-mail-anonymous = Responses carry no names. This message goes to everyone surveyed, whether or not they answered.
results-mail-contact = Any questions? Write to { $contact }.
results-mail-automatic = Automatic message from the internal barometer.
moved-mail-subject = Progress since { $wave }
moved-mail-what = Here is what has moved forward since the { $wave } results, in the services covered by the survey:
moved-mail-page = Everything that is being done, with the results:
moved-mail-who = This message is sent only once, to everyone in the teams surveyed, whether or not they answered.
moved-mail-example = An acknowledgement is sent the same day (example).
results-mail-subject-nothing = Too few responses for a result: { $wave }
results-mail-nothing = Too few people responded this time for us to show a result without the risk of someone being recognised. So no figure is shown, to anyone.
results-mail-nothing-doing = What has already been decided is on this page:
results-mail-nothing-see = This page says so again, and will show what is decided:
results-mail-button-nothing = See the page

# What people surveyed between two quarters read
occasion-who-flash = { $service } would like your opinion.
occasion-who-charter = { $service } would like your opinion on the sentences we want to commit ourselves to.
occasion-who-session = { $service } would like your opinion on the training you attended.
occasion-chosen-head = { $groups ->
    [one] { $people } people in one group are surveyed: the head of the service chose it, human resources opened the survey.
   *[other] { $people } people in { $groups } groups are surveyed: the head of the service chose them, human resources opened the survey.
}
occasion-chosen-hr = { $groups ->
    [one] { $people } people in one group, chosen by human resources, are surveyed.
   *[other] { $people } people in { $groups } groups, chosen by human resources, are surveyed.
}
occasion-chosen-participants = The { $people } people who took part are surveyed; their list was given to human resources, who opened the survey.
occasion-promise-deleted = If too few people answer, nothing is published: the answers and comments are deleted.
occasion-promise-participants = Your response counts with those of the { $people } participants.
occasion-promise-result = Your link leads to the result, until { $day } at the latest. You will receive no further message about it.
occasion-invitation-subject = { $about }: your opinion
occasion-reminder-subject = { $about }: your opinion by { $day }
occasion-ended-next = The survey ends on { $day }. The result will then be at this same address for 30 days.
occasion-ended-closed = Answers have not been accepted since { $day }. Drafts that were not sent have been deleted. The result will soon be at this same address.
occasion-result-kicker = What you said
occasion-result-small = The service is so small that this result would speak of one person: it is given to the service, HR and senior management alone.
occasion-result-too-few = Too few responses
occasion-result-deleted = Fewer than { $n } people answered, or all did and they are fewer than ten, or all said the same: nothing is published, the answers and comments are deleted.
occasion-result-responses = { $responses } people answered, out of { $invited } surveyed.
occasion-result-agree = favourable opinions, from { $n } answers
occasion-result-doing = What is being done
occasion-result-until = This page can be seen until { $day }.
occasion-sheet-kicker = Your opinion
privacy-promise-between = Between two quarters, a short survey may follow an outage, a training or a draft charter. It asks whole groups, at most once in 90 days, or all participants of a training, right after it and two months later; the same promise holds, and if too few people answer, answers and comments are deleted.

# Recurring tasks
task-title = Tasks
task-lede = What the program does by itself: open, close, publish, remind, delete. Each task is done by one process at a time, and caught up once after a stop.
task-reload = Refresh
task-caption = Recurring tasks
task-name = Task
task-state = State
task-last = Last time
task-next = Next time
task-acts = Steps
task-at = { $day }, { $time }
task-never = never yet
task-at-start = as soon as a worker runs
task-run = Run now
task-since = since { $time } on { $day }
task-state-running = running
task-state-waiting = waiting
task-state-overdue = overdue
task-state-never = never run
task-each-minutes = { $n ->
    [one] every minute
   *[other] every { $n } minutes
}
task-each-hours = { $n ->
    [one] every hour
   *[other] every { $n } hours
}
task-daily = every day at { $hour }:00
task-took-instant = in less than a second
task-took-seconds = { $n ->
    [one] in one second
   *[other] in { $n } seconds
}
task-took-minutes = { $n ->
    [one] in one minute
   *[other] in { $n } minutes
}
task-fault = Last fault:
task-fault-at = Last fault, on { $day } at { $time }:
task-fault-over = It has run well since.
task-workers = Workers
task-workers-none = None has been heard of for two minutes.
task-worker-since = at work since { $time } on { $day }
task-no-worker-title = No worker seems to run.
task-no-worker = Nothing is sent, opened, closed or published. Start "barometer work", or "barometer serve" without --no-worker.
task-overdue-title = { $n ->
    [one] One task is more than five minutes late.
   *[other] { $n } tasks are more than five minutes late.
}
task-overdue-what = A long task may be running; if not, look at the program's log.
flash-task-due = The task runs as soon as possible, usually within seconds.

task-name-open = Open campaigns
task-what-open = Opens scheduled campaigns whose day has come and prepares the invitations.
task-name-close = Close campaigns
task-what-close = Closes campaigns whose last day is over, then starts their publication.
task-name-publish = Publish
task-what-publish = Takes a closed campaign to its results, step by step, and announces the publication.
task-name-remind = Remind
task-what-remind = On reminder dates, writes to those whose link was not used, once for each date.
task-name-bounces = Read returned mail
task-what-bounces = Reads the delivery reports in the folder of returned mail, if one is set, and marks the invitations that did not arrive.
task-name-participation = Count participation
task-what-participation = Notes the day's count of each open campaign.
task-name-seal = Seal answers
task-what-seal = Each night, mixes the answers received so that nothing ties them to a person.
task-name-privacy-audit = Check privacy
task-what-privacy-audit = Each night, looks in the database for what could tie an answer to somebody.
task-name-retention = Delete in time
task-what-retention = Deletes what has been kept for as long as it may be.

home-tasks = Tasks
home-tasks-what = what the program does by itself
task-name-notices = Tell heads and HR
task-what-notices = When a campaign begins, writes to the heads of internal suppliers; after half of the time, writes to HR if participation is low.
task-name-actions-due = Recall actions
task-what-actions-due = Once a week, writes to owners of actions that are late or due within seven days.
task-name-actions-moved = Tell what has moved
task-what-actions-moved = Once a campaign, after the results: writes to the people of the groups asked when visible actions have moved.
returned-title = Returned mail
returned-lede = What servers sent back and that could be tied to none of our mails. Kept for { $days } days.
returned-renamed-title = Your mail server gives mails another id.
returned-renamed = A returned mail showed it on { $day }. Returns are recognised by what else the mail keeps; one that shows nothing of it stays below.
returned-caption = { $n ->
    [one] One returned mail
   *[other] { $n } returned mails
}
returned-read = Read on
returned-why = Why it is not tied
returned-said = The server's words
returned-reason-nameless = The report shows nothing of the mail: ask whoever runs the mail server to include its headers.
returned-reason-text = The report is plain text, with nothing of the mail.
returned-reason-past = It is about a mail that was sent anew since, or is no longer kept: nothing to do.
returned-names = The name before the @ is not kept: that of a reminder would tell whose link was unused. The whole address is in the mailbox of returns.
returned-none = All returned mail could be tied to its mail.
returned-unread = No mailbox of returns is read: BAROMETER_BOUNCES is not set.
returned-some = { $n ->
    [one] One mail that came back since { $day } could be tied to nobody.
   *[other] { $n } mails that came back since { $day } could be tied to nobody.
}
returned-see = Read what the servers say
task-name-announce = Announce results
task-what-announce = Tells those who were asked on the day planned after a publication.

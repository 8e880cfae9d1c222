## `barometer backup`, `barometer restore`, and what follows.
backup-written = Backup written: { $file }
backup-holds = It holds { $people } { $people ->
    [one] person
   *[other] people
}, { $campaigns } { $campaigns ->
    [one] campaign
   *[other] campaigns
}, { $sheets } { $sheets ->
    [one] sealed sheet
   *[other] sealed sheets
} of answers and { $comments } { $comments ->
    [one] sealed comment
   *[other] sealed comments
}; rows in all: { $rows }.
backup-left-out = Left out, because not sealed yet: { $sendings } { $sendings ->
    [one] sending
   *[other] sendings
} ({ $sheets } { $sheets ->
    [one] sheet
   *[other] sheets
}, { $comments } { $comments ->
    [one] comment
   *[other] comments
}) and { $flags } { $flags ->
    [one] flag
   *[other] flags
} of people who answered or declined. After a restore their links work again and they may answer anew.
backup-outside = Left out, too: { $sheets } { $sheets ->
    [one] sheet that counts
   *[other] sheets that count
} in no client group and { $sheets ->
    [one] waits
   *[other] wait
} for the closing. After a restore these are lost: nothing says who sent them.
backup-never-holds = Never in a backup: { $drafts } { $drafts ->
    [one] unsent draft
   *[other] unsent drafts
}, sessions, sign-in links, the link key.
backup-key-apart = Keep the link key (link.key or BAROMETER_LINK_KEY) too, but elsewhere: together they open every link.
backup-file-exists = { $file } exists already: nothing was written. Choose another name.
backup-unwritable = { $file } cannot be written: { $fault }
backup-publication-under-way = A campaign is being published, or the nightly seal has not finished: no backup for now. Try again in a few minutes; if it lasts, look at the log of the running program.

restore-no-backup = { $file } is not a backup of this program.
restore-damaged = The file is damaged or incomplete: its check sum does not fit. Nothing was changed. Take another backup.
restore-newer = The file was written by a newer program (version { $found }; this one is { $here }). Nothing was changed. Use the newer program.
restore-not-empty = The database is in use: { $people } { $people ->
    [one] person
   *[other] people
}, { $campaigns } { $campaigns ->
    [one] campaign
   *[other] campaigns
}. Nothing was changed. Restore into an empty database, or add --replace: what it holds is then lost.
restore-done = Restored: the backup of { $at }, written by version { $program }.
restore-key-fits = The link key is the one of the backup.
restore-key-other = The link key here is not the one of the backup: put the right one back before starting, otherwise new mails carry links that lead nowhere.
restore-key-missing = There is no link key here: put back the one kept beside the backup (link.key or BAROMETER_LINK_KEY) before starting.
restore-mails-held = { $mails } { $mails ->
    [one] mail had not left when the backup was made and may have left since: it is held. If you know that it did not leave, `barometer send-held` lets it go.
   *[other] mails had not left when the backup was made and may have left since: they are held. If you know that they did not leave, `barometer send-held` lets them go.
}
restore-drafts = { $campaigns } { $campaigns ->
    [one] campaign would have opened since: it is a draft again and does not open by itself, because people may hold links already.
   *[other] campaigns would have opened since: they are drafts again and do not open by themselves, because people may hold links already.
}
held-mails-go = { $mails } { $mails ->
    [one] mail is waiting to leave.
   *[other] mails are waiting to leave.
}
key-is-another = This link key is not the one this database was used with: the links in new mails would lead nowhere. Put the right one back (link.key or BAROMETER_LINK_KEY). If it is lost for good, run `barometer accept-link-key`.
key-accepted = From now on this link key is the right one. Links not yet mailed are made with it.

## `barometer backup`, `barometer restore`, and what follows.
backup-written = Backup written: { $file }
backup-holds = It holds { $people } { $people ->
    [one] person
   *[other] people
}, { $campaigns } { $campaigns ->
    [one] campaign
   *[other] campaigns
}, { $sheets } { $sheets ->
    [one] sealed response
   *[other] sealed responses
} and { $comments } { $comments ->
    [one] sealed comment
   *[other] sealed comments
}; total rows: { $rows }.
backup-left-out = Left out, because not sealed yet: { $sendings } { $sendings ->
    [one] submission
   *[other] submissions
} ({ $sheets } { $sheets ->
    [one] response
   *[other] responses
}, { $comments } { $comments ->
    [one] comment
   *[other] comments
}) and { $flags } { $flags ->
    [one] mark
   *[other] marks
} of people who answered or declined. After a restore, their links work again and they can answer again.
backup-outside = Also left out: { $sheets } { $sheets ->
    [one] response that counts
   *[other] responses that count
} in no client group and { $sheets ->
    [one] is
   *[other] are
} waiting for the campaign to close. After a restore, these are lost: nothing shows who sent them.
backup-never-holds = Never in a backup: { $drafts } { $drafts ->
    [one] unsent draft
   *[other] unsent drafts
}, sessions, sign-in links, the link key.
backup-key-apart = Keep the link key (link.key or BAROMETER_LINK_KEY) as well, but elsewhere: together they open every link.
backup-file-exists = { $file } already exists: nothing was written. Choose another name.
backup-unwritable = { $file } cannot be written: { $fault }
backup-publication-under-way = A campaign is being published, or the nightly seal has not finished: no backup for now. Try again in a few minutes; if this continues, check the log of the running program.

restore-no-backup = { $file } is not a backup of this program.
restore-damaged = The file is damaged or incomplete: its checksum does not match. Nothing was changed. Use another backup.
restore-newer = The file was written by a newer program (version { $found }; this one is { $here }). Nothing was changed. Use the newer program.
restore-not-empty = The database is in use: { $people } { $people ->
    [one] person
   *[other] people
}, { $campaigns } { $campaigns ->
    [one] campaign
   *[other] campaigns
}. Nothing was changed. Restore into an empty database, or add --replace: what it holds is then lost.
restore-done = Restored: the backup of { $at }, written by version { $program }.
restore-key-fits = The link key is the one used for the backup.
restore-key-other = The link key here is not the one used for the backup: put the right one back before starting, otherwise new emails will contain links that lead nowhere.
restore-key-missing = There is no link key here: put back the one kept alongside the backup (link.key or BAROMETER_LINK_KEY) before starting.
restore-mails-held = { $mails } { $mails ->
    [one] email had not been sent when the backup was made and may have been sent since: it is held. If you know that it was not sent, `barometer send-held` releases it.
   *[other] emails had not been sent when the backup was made and may have been sent since: they are held. If you know that they were not sent, `barometer send-held` releases them.
}
restore-drafts = { $campaigns } { $campaigns ->
    [one] campaign would have opened since: it is a draft again and will not open by itself, because people may already have links.
   *[other] campaigns would have opened since: they are drafts again and will not open by themselves, because people may already have links.
}
held-mails-go = { $mails } { $mails ->
    [one] email is waiting to be sent.
   *[other] emails are waiting to be sent.
}
key-is-another = This link key is not the one this database has been used with: the links in new emails would lead nowhere. Put the right one back (link.key or BAROMETER_LINK_KEY). If it is lost for good, run `barometer accept-link-key`.
key-accepted = From now on, this link key is the right one. Links not yet sent will be made with it.
backup-mirrors = Left out too, as they wait for the closing: { $sheets } mirror { $sheets ->
    [one] sheet, whose author cannot answer again
   *[other] sheets, whose authors cannot answer again
} after a restore.

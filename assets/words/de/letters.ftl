mail-hello = Guten Tag { $name }!
mail-invitation-subject = { $n ->
    [one] Ihre Meinung zu einem Servicebereich, den Sie nutzen (bis zum { $day })
   *[other] Ihre Meinung zu { $n } Servicebereichen, die Sie nutzen (bis zum { $day })
}
mail-reminder-subject = Noch ist Zeit: Ihre Meinung bis zum { $day }
mail-reminder-why = Ihr Link wurde noch nicht genutzt. Wenn Sie vor dem Ende der Umfrage noch einen Moment Zeit finden: Ihre Meinung zählt.
mail-reminder-how = Woher wissen wir das? Wenn jemand seine Antworten sendet oder angibt, nicht antworten zu wollen, wird der Link als geschlossen vermerkt: getrennt von den Antworten, ohne Datum oder Uhrzeit, in beiden Fällen auf die gleiche Weise. Mehr wissen wir nicht, und niemals, was jemand geantwortet hat.
mail-unsubscribe = Keine Erinnerungen mehr zu dieser Umfrage
mail-unsubscribe-at = Keine Erinnerungen mehr zu dieser Umfrage:
mail-invitation-who = { $services }: Was läuft gut, was sollte sich ändern?
mail-invitation-time = { $minutes ->
    [one] Etwa eine Minute, bis zum { $day }, ohne Passwort.
   *[other] Etwa { $minutes } Minuten, bis zum { $day }, ohne Passwort.
}
mail-invitation-button = Meinung abgeben
mail-invitation-promise = Kein Ergebnis bei weniger als { $n } Antworten; am Ende der Umfrage werden die Antworten gemischt: Nichts verrät dann, wer was geantwortet hat.
mail-invitation-own = Dieser Link ist persönlich: Bitte leiten Sie ihn nicht weiter.
mail-more = Wer was sieht und wie Sie es überprüfen können:
mail-accessibility = Barrierefreiheit:
mail-contact = Bei Fragen: { $contact }
mail-plain-link = Falls die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse:
promise-file = Eine Datei mit den Antworten, ohne Namen und ohne Abteilung, geht an { $to }.
campaign-mail-example = beispiel

results-mail-subject = Sie haben es gesagt, wir handeln: { $wave }
results-mail-hello = Guten Tag!
results-mail-thanks = Die Umfrage zum { $wave } ist beendet. Vielen Dank an alle, die geantwortet haben.
results-mail-what = Das wurde gesagt, und das wird getan:
results-mail-said = Das wurde gesagt. Die Bereichsleitungen lesen diese Ergebnisse zur gleichen Zeit wie Sie: Was sie beschließen, erscheint auf derselben Seite.
results-mail-subject-said = Was Sie gesagt haben: { $wave }
results-mail-button = Ergebnisse ansehen
results-mail-anonymous = Die Antworten tragen keinen Namen. Diese Nachricht geht an alle Befragten, unabhängig davon, ob sie geantwortet haben.
results-mail-contact = Haben Sie eine Frage? Schreiben Sie an { $contact }.
results-mail-automatic = Automatische Nachricht des internen Barometers.
moved-mail-subject = Was sich seitdem getan hat: { $wave }
moved-mail-what = Seit den Ergebnissen zum { $wave } hat sich in den Bereichen, um die es in der Umfrage ging, Folgendes getan:
moved-mail-page = Alles, was getan wird, mit den Ergebnissen:
moved-mail-who = Diese Nachricht geht nur ein einziges Mal an alle Personen der befragten Teams, unabhängig davon, ob sie geantwortet haben.
moved-mail-example = Eine Eingangsbestätigung wird noch am selben Tag verschickt (Beispiel).
results-mail-subject-nothing = Zu wenige Antworten für ein Ergebnis: { $wave }
results-mail-nothing = Diesmal haben zu wenige Personen geantwortet, als dass wir ein Ergebnis zeigen könnten, ohne zu riskieren, dass jemand erkannt wird. Deshalb wird niemandem eine Zahl angezeigt.
results-mail-nothing-doing = Was bereits beschlossen ist, steht auf dieser Seite:
results-mail-nothing-see = Auf dieser Seite steht dies noch einmal; dort wird auch erscheinen, was beschlossen wird:
results-mail-button-nothing = Seite ansehen

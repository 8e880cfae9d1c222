welcome-title = { $n ->
    [0] Ihre Meinung zu unseren Servicebereichen
    [one] Ihre Meinung zu einem Servicebereich
   *[other] Ihre Meinung zu { $n } Servicebereichen
}
welcome-who = { $n ->
    [one] { $names }: Was können wir für Sie besser machen?
   *[other] { $names } möchten besser für Sie arbeiten.
}
welcome-time = { $minutes ->
    [one] Etwa eine Minute
   *[other] Etwa { $minutes } Minuten
}
welcome-until = bis zum { $day }.
welcome-draft = Ihr Entwurf ist gespeichert: Sie können dort weitermachen, wo Sie aufgehört haben.
welcome-which = Mit welchen Bereichen hatten Sie in den letzten drei Monaten zu tun, und sei es nur einmal?
welcome-add = Weiteren Bereich hinzufügen
welcome-decline = Ich möchte nicht antworten
welcome-start = Beginnen
welcome-go-on = Weiter
welcome-news = Seit dem letzten Mal
welcome-told = { $service }: { $share } positive Bewertungen beim letzten Mal ({ $wave }).

promise-title = Was wir garantieren
promise-threshold = Kein Ergebnis bei weniger als { $n } Antworten, weder direkt noch durch den Abgleich mehrerer Tabellen.
promise-group = Ihre Antworten zählen zur Gruppe
promise-group-name = { $name }, { $people ->
    [one] eine Person
   *[other] { $people } Personen
}
promise-not-mine = das ist nicht meine Abteilung
promise-nothing-else = Kein Name, keine Adresse, keine Uhrzeit.
promise-outside = Ihre Antworten zählen zu keiner Gruppe, wie von Ihnen gewünscht. Kein Name, keine Adresse, keine Uhrzeit.
promise-group-change = ändern
promise-mixed = Bis zum Ende der Umfrage sind Ihre Antworten vertraulich. Danach werden sie mit den anderen gemischt: Anhand unserer Daten lässt sich nicht herausfinden, wer was geantwortet hat.
promise-comments = Kommentare werden gelesen, bevor sie gezeigt werden, niemals von einer Person aus dem betreffenden Bereich. Gezeigt werden sie ab { $n } Antworten, getrennt von den Bewertungen.
promise-comments-by = Kommentare liest vorab { $who }, niemals eine Person aus dem betreffenden Bereich. Gezeigt werden sie ab { $n } Antworten, getrennt von den Bewertungen.
promise-fixed = Diese Regeln können nicht mehr gelockert werden: Die Umfrage hat begonnen.
promise-more = Wer was sieht und wie Sie es überprüfen können

group-title = Das ist nicht meine Abteilung
group-now = Ihre Antworten zählen zur Gruppe { $name }, { $people ->
    [one] eine Person
   *[other] { $people } Personen
}.
group-what = Wenn das nicht Ihre Abteilung ist, können Sie wählen, dass Ihre Antworten zu keiner Gruppe zählen: Sie fließen dann nur in die Gesamtergebnisse ein. An Ihrer Einladung ändert sich nichts.
group-contact = Um Ihre Zuordnung berichtigen zu lassen: { $contact }.
group-is-outside = Ihre Antworten zählen derzeit zu keiner Gruppe.
group-outside = Zu keiner Gruppe zählen
group-inside = Wieder zu dieser Gruppe zählen

answer-place = Bereich { $number } von { $of }
answer-next = Speichern und weiter
answer-finish = Senden und hier beenden
answer-draft = Beim Weitergehen wird diese Seite als Entwurf gespeichert, der sich nur mit Ihrem Link öffnen lässt. Vor der letzten Seite wird nichts gesendet.
answer-text-hint = freiwillig; bitte nennen Sie keine Personen
answer-text-hint-contact = freiwillig; bitte nennen Sie keine Personen. Dieser Fragebogen ist kein Meldekanal für schwerwiegende Vorfälle; dafür: { $contact }
answer-errors-title = { $n ->
    [one] Bitte korrigieren Sie eine Angabe
   *[other] Bitte korrigieren Sie { $n } Angaben
}
answer-off-scale = bitte wählen Sie eine der angebotenen Antworten
answer-too-long = höchstens { $most } Zeichen; es sind { $length }
answer-check-title = Prüfen und senden
answer-check-lede = Keine Frage ist Pflicht. Sie können zu einer Seite zurückkehren oder Ihre Antworten so senden, wie sie sind.
answer-check-none = Sie haben keinen Bereich angekreuzt: Wir vermerken nur, dass Sie mit keinem davon zu tun hatten.
answer-check-empty = Keine Antwort: Zu diesem Bereich wird nichts gesendet.
answer-check-some = { $answered ->
    [one] Eine von { $questions } Fragen beantwortet
   *[other] { $answered } von { $questions } Fragen beantwortet
}
answer-check-all = { $questions ->
    [one] Die Frage ist beantwortet
   *[other] Alle { $questions } Fragen sind beantwortet
}
answer-not-sent = Entwurf nicht gesendet: Er wird nach dem { $day } gelöscht.
answer-send = Antworten senden

decline-title = Ich möchte nicht antworten
decline-what = Das ist Ihr Recht. Sie erhalten zu dieser Umfrage keine Erinnerungen mehr; niemand wird erfahren, ob Sie geantwortet oder abgelehnt haben. Falls es einen Entwurf gibt, wird er gelöscht.
decline-confirm = Bestätigen

ended-recorded-title = Gespeichert, vielen Dank
ended-recorded = Ihr Link wurde nun verwendet: Sie erhalten keine Erinnerungen mehr. Zum Schutz der Vertraulichkeit kann nichts von dem, was Sie geschrieben haben, noch einmal angezeigt werden.
ended-next = Die Umfrage endet am { $day }. Danach erhalten Sie eine Nachricht mit dem, was gesagt wurde und was sich ändern wird.
ended-closed-title = Die Umfrage ist beendet, vielen Dank
ended-closed = Seit dem { $day } werden keine Antworten mehr angenommen. Nicht gesendete Entwürfe wurden gelöscht. Alle Befragten erfahren per E-Mail, was gesagt wurde und was sich ändern wird.
ended-early-title = Die Umfrage hat noch nicht begonnen
ended-early = Ihr Link funktioniert, sobald die Umfrage beginnt.
ended-contact = Haben Sie eine Frage? Schreiben Sie an { $contact }.
answer-check-unasked = Sie haben „{ $question }“ beantwortet. Diese Frage gilt nur bei bestimmten Antworten auf die vorige Frage: Ihre Antwort darauf wird nicht gesendet.

# Ein Code auf Papier
ended-recorded-paper = Ihr Code wurde nun verwendet. Zum Schutz der Vertraulichkeit kann nichts von dem, was Sie geschrieben haben, noch einmal angezeigt werden.
ended-next-paper = Die Umfrage endet am { $day }. Bewahren Sie Ihren Zettel auf: Sobald die Ergebnisse veröffentlicht sind, führt derselbe Code dorthin, bis 30 Tage nach dem Ende der Umfrage.
ended-closed-paper = Seit dem { $day } werden keine Antworten mehr angenommen. Nicht gesendete Entwürfe wurden gelöscht. Kommen Sie bald mit demselben Code wieder: Er führt zu dem, was gesagt wurde und was sich ändern wird.
ended-early-paper = Ihr Code funktioniert, sobald die Umfrage beginnt.
code-title = Ich habe einen Code
code-have = Ich habe einen Code
code-lede = Geben Sie den Code von Ihrem Zettel ein: Er führt zum Fragebogen.
code-label = Ihr Code
code-hint = Zwölf Zeichen, mit oder ohne Bindestriche, in Groß- oder Kleinbuchstaben. Beispiel: ABCD-EFGH-JKMN
code-go = Weiter
code-nobody = Ein Zettel trägt keinen Namen, und niemand weiß, wer ihn gezogen hat.
code-not-open = Dieser Code öffnet nichts
code-empty = Geben Sie zuerst den Code von Ihrem Zettel ein.
code-mistyped = Ein Tippfehler: Vergleichen Sie den Code Zeichen für Zeichen mit Ihrem Zettel.
code-unknown = Dieser Code hat die richtige Form, ist aber unbekannt: Prüfen Sie ihn noch einmal. Die Codes einer Umfrage werden 30 Tage nach deren Ende gelöscht.
code-too-many = Dieser Code ist unbekannt, und hier wurden gerade viele unbekannte Codes eingegeben. Prüfen Sie ihn und versuchen Sie es in { $n ->
    [one] einer Sekunde
   *[other] { $n } Sekunden
} erneut.
ended-withdrawn-title = Dieser Link wird nicht mehr verwendet
ended-withdrawn = Uns wurde mitgeteilt, dass diese Umfrage Sie nicht mehr betrifft: Sie erhalten dazu keine Nachrichten mehr. Falls das ein Irrtum ist, teilen Sie es uns bitte mit: Der Link kann wieder nutzbar gemacht werden.
ended-results-on = Die Ergebnisse finden Sie am { $day } unter dieser Adresse, zusammen mit dem, was sich ändern wird.

question-of-service = { $service }:
question-several = mehrere Antworten möglich
question-most-choices = höchstens { $most } Antworten
question-end = { $value }: { $label }
question-text-hint = Bitte nennen Sie keine Personen.
question-text-hint-contact = Bitte nennen Sie keine Personen. Dieser Fragebogen ist kein Meldekanal für schwerwiegende Vorfälle; dafür: { $contact }.
question-if = Wenn Ihre Antwort { $answers } war:
question-none = keine Antwort
question-quoted = „{ $label }“
question-values = { $lowest } bis { $highest }
slip-fold = Falten Sie jeden Zettel; jede Person zieht einen aus der Box.
slip-title = Ihre Meinung zu den internen Servicebereichen
slip-title-of = { $organisation }: Ihre Meinung zu den internen Servicebereichen
slip-purpose = Was läuft gut, was sollte sich ändern? Ein paar Minuten, bis zum { $day }.
slip-type = Scannen Sie das Quadrat oder geben Sie diesen Code ein unter
slip-promise = Kein Name, keine Adresse, keine Uhrzeit; kein Ergebnis bei weniger als { $n } Antworten.
slip-keep = Bewahren Sie diesen Zettel auf: Nach der Veröffentlichung führt er auch zu den Ergebnissen.
slip-also = Auch auf Deutsch: { $address }?lang=de
answer-part = Fragen { $from } bis { $to } von { $all }
answer-page = Seite { $number } von { $of }
mirror-kicker = Ihr eigener Bereich
mirror-ask = Wie beurteilen die anderen Bereiche Ihrer Meinung nach Ihren eigenen? Antworten Sie so, wie diese Ihrer Meinung nach antworten.
mirror-apart = Diese Antworten werden getrennt gezählt, ohne Namen und ohne Gruppe. Nur die Direktion und die Leitung Ihres Bereichs lesen die Mittelwerte, und zwar ab { $n } Bögen; sind es weniger, werden sie ungelesen gelöscht.
mirror-stem = Ihrer Meinung nach würden sie antworten:
mirror-promises-ask = Und für Sie: Wird eingehalten, was Ihrem Bereich zugesagt wurde? Antworten Sie diesmal für sich selbst.
answer-mirror-dropped = Ihre Antworten zu Ihrem eigenen Bereich werden nicht gesendet, da Sie angegeben haben, dass dieser Bereich nicht der Ihre ist.
welcome-mirror = Am Ende wird gefragt, wie die anderen Bereiche Ihrer Meinung nach { $service } beurteilen.
answer-check-mirror = { $service }, aus Sicht der anderen Bereiche

very-few = Sehr wenige Antworten (von { $rate } der Teilnahmeberechtigten). Diese Zahlen sprechen nur für diese Personen; die anderen denken vielleicht anders, und darüber sagt die Fehlermarge nichts aus.

unsubscribe-title = Keine Erinnerungen mehr zu dieser Umfrage?
unsubscribe-title-done = Keine Erinnerungen mehr zu dieser Umfrage
unsubscribe-what = Klicken Sie auf die Schaltfläche: Sie erhalten dann keine Erinnerungen mehr zu dieser Umfrage. Niemand sieht die Liste derer, die darum gebeten haben.
unsubscribe-link-works = Ihr Link bleibt offen: Sie können bis zum Ende der Umfrage antworten, wenn Sie möchten. Mit einer letzten Nachricht erhalten alle die Ergebnisse.
unsubscribe-confirm = Keine Erinnerungen mehr
unsubscribe-done = Notiert: keine Erinnerungen mehr zu dieser Umfrage.
unsubscribe-over = Zu dieser Umfrage werden keine Erinnerungen mehr verschickt.

privacy-title = Wie Ihre Antworten geschützt sind
privacy-lede = Was wir versprechen, wie wir es umsetzen und an wen Sie Ihre Fragen richten können.
privacy-promise = Was wir garantieren
privacy-promise-five = Kein Ergebnis bei weniger als 5 Antworten, weder direkt noch durch den Abgleich mehrerer Tabellen.
privacy-promise-group = Ihre Antworten zählen zu einer Gruppe, die auf der Startseite Ihres Links mit der Zahl der Personen darin angegeben ist. Kein Name, keine Adresse, keine Uhrzeit.
privacy-promise-mixed = Bis zum Ende der Umfrage sind Ihre Antworten vertraulich. Danach werden sie mit den anderen gemischt: Anhand unserer Daten kann niemand herausfinden, wer was geantwortet hat.
privacy-promise-comments = Kommentare werden vorab von einer Person gelesen, die nicht zum betreffenden Bereich gehört, ab 10 Antworten gezeigt und von den Bewertungen getrennt.
privacy-promise-comments-by = Kommentare liest vorab { $moderator }, niemals eine Person aus dem betreffenden Bereich; sie werden ab 10 Antworten gezeigt und von den Bewertungen getrennt.
privacy-promise-fixed = Diese Regeln können nicht mehr gelockert werden, sobald die Umfrage begonnen hat. Wenn Ihre Organisation strengere gewählt hat, steht das auf der Startseite Ihres Links.
privacy-promise-file = Niemand erhält die einzelnen Antworten, es sei denn, dies steht auf der Startseite Ihres Links, zusammen mit dem Namen der Person oder Stelle, die die Datei erhält.
privacy-file-in = { $wave }:
privacy-who-sees = Wer was sieht
privacy-who-heads = Wer einen Bereich leitet, sieht die veröffentlichten Ergebnisse zu diesem Bereich.
privacy-who-hr = Die Personalabteilung sieht alle veröffentlichten Ergebnisse und wer eingeladen wurde.
privacy-who-direction = Die Geschäftsleitung sieht alle veröffentlichten Ergebnisse und die Verbesserungspläne.
privacy-who-readers = Die Personalvertretung und die oder der Datenschutzbeauftragte können die veröffentlichten Gesamtwerte sehen.
privacy-who-moderators = Die Person, die die Kommentare liest, sieht deren Text, niemals die zugehörigen Bewertungen.
privacy-who-nobody = Niemand sieht auf einer Seite eine einzelne Antwort.
privacy-how = Wie wir es umsetzen
privacy-how-link = Ihr Link ist persönlich und erfordert weder Konto noch Passwort noch Cookie. Wir bewahren davon nur einen digitalen Fingerabdruck auf, aus dem sich der Link nicht wiederherstellen lässt.
privacy-how-draft = Ihr Entwurf ist verschlüsselt: Er lässt sich nur mit Ihrem Link öffnen. Er wird beim Senden und am Ende der Umfrage gelöscht.
privacy-how-send = Beim Senden werden Ihre Antworten zu jedem Bereich getrennt abgelegt, ohne etwas, das sie miteinander verbindet, außer der Gruppe.
privacy-how-night = Jede Nacht werden, sobald mindestens 5 Personen derselben Gruppe geantwortet haben, deren Antworten in zufälliger Reihenfolge neu geschrieben.
privacy-how-mix = Am Ende der Umfrage werden alle Antworten in zufälliger Reihenfolge neu geschrieben, und der Vermerk „hat geantwortet“ wird gelöscht.
privacy-how-pages = Seiten, Diagramme, Dateien und E-Mails greifen nur auf die veröffentlichten Ergebnisse zu, die ein für alle Mal feststehen. Eine zu kleine Gruppe wird niemals gezeigt; zu ihrem Schutz kann auch eine andere ausgeblendet werden.
privacy-how-comments = Kein Kommentar wird gezeigt, bevor er gelesen wurde.
privacy-check = Was wir jede Nacht prüfen
privacy-check-nothing = Letzte Prüfung: { $day }. Es wurde nichts gefunden, was eine Antwort mit einer Person verbindet.
privacy-check-something = Letzte Prüfung: { $day }. Dabei wurde mindestens ein Punkt gefunden, der zu korrigieren ist; die Personen, die den Server betreiben, kennen die Einzelheiten.
privacy-check-unread = Letzte Prüfung: { $day }. Es wurde nichts gefunden, aber ein Teil der Daten konnte nicht gelesen werden.
privacy-check-never = Es hat noch keine Prüfung stattgefunden.
privacy-check-how = Ein Programm liest die Daten so, wie es jemand täte, der sie in die Hände bekäme: was zu einer Person führt, die Reihenfolge der Zeilen, Reste gelöschter Entwürfe. Wer Zugang zum Server hat, kann es jederzeit starten.
privacy-limits = Was wir nicht verhindern können
privacy-limits-open = Solange die Umfrage läuft, könnte eine Person mit Zugang zu den Dateien des Servers mehr erfahren, als die Seiten zeigen.
privacy-limits-operator = Wer den Server oder den E-Mail-Dienst betreibt, könnte mit Ihrem Link einen Entwurf öffnen. Deshalb sagen wir niemals „völlig anonym“.
privacy-keep = Wie lange wir Daten aufbewahren
privacy-keep-drafts = Entwürfe und Vermerk „hat geantwortet“: bis zum Ende der Umfrage.
privacy-keep-invitations = Einladungen und Versandadressen: { $days } Tage nach dem Ende der Umfrage; nur die Liste der Umfragen, zu denen die einzelnen Personen eingeladen wurden, ohne irgendetwas aus ihren Antworten: 24 Monate.
privacy-keep-comments = Kommentare: { $months } Monate nach dem Ende der Umfrage.
privacy-keep-answers = Antworten: { $months } Monate nach dem Ende der Umfrage.
privacy-keep-shorter = Umfrage zum { $wave }: Kommentare { $comments } Monate, Antworten { $answers } Monate, wie zu ihrem Beginn versprochen.
privacy-keep-log = Protokoll der Anmeldungen und Änderungen, in dem niemals eine Antwort steht: { $months } Monate.
privacy-keep-results = Veröffentlichte Ergebnisse: unbegrenzt; sie betreffen nur Gruppen.
privacy-rights = Ihre Rechte
privacy-rights-own = Sie können Auskunft über das, was wir von Ihnen wissen (Name, Adresse, Abteilung), sowie dessen Berichtigung oder Löschung verlangen. Ihre Antworten hingegen lassen sich nicht mehr wiederfinden, sobald sie gemischt sind: Genau das schützt Sie.
privacy-rights-authority = Sie können sich auch an die Aufsichtsbehörde wenden, in Frankreich die CNIL.
privacy-contacts = An wen Sie sich wenden können
privacy-controller = Verantwortliche Stelle
privacy-dpo = Datenschutz
privacy-hr = Personalabteilung
privacy-alert = Seelische Not, Mobbing, Belästigung
privacy-alert-note = Dieser Fragebogen ist kein Meldekanal für schwerwiegende Vorfälle: Niemand könnte Sie ausfindig machen, um Ihnen zu helfen.
privacy-not-set = noch nicht angegeben
accessibility-title = Barrierefreiheit
accessibility-lede = Alle sollen dieses Barometer nutzen können. Das ist der aktuelle Stand.
accessibility-state = Konformitätsstatus
accessibility-partial = Teilweise konform.
accessibility-partial-why = Die Seiten sind darauf ausgelegt, das französische Regelwerk RGAA 4.1 und die WCAG 2.2, Stufe AA, einzuhalten, und werden bei jeder Version automatisch geprüft. Solange keine unabhängige Prüfung stattgefunden hat, erklären wir keine vollständige Konformität.
accessibility-done = Was umgesetzt ist
accessibility-done-keyboard = Alles lässt sich mit der Tastatur bedienen, mit sichtbarem Fokus.
accessibility-done-readers = Felder, Tabellen und Fehler werden von Screenreadern angesagt.
accessibility-done-zoom = Die Seiten passen auf einen kleinen Bildschirm und vertragen eine Vergrößerung auf 400 %.
accessibility-done-charts = Jedes Diagramm hat einen Titel, eine Beschreibung und seine Zahlen als Tabelle.
accessibility-done-script = Alles funktioniert ohne JavaScript.
accessibility-gaps = Was noch zu prüfen ist
accessibility-gaps-text = Die Seiten wurden noch nicht mit allen auf dem Markt verfügbaren Screenreadern getestet.
accessibility-contact = Haben Sie Schwierigkeiten?
accessibility-contact-text = Schreiben Sie an { $contact }: Nennen Sie uns die Seite und das Hindernis; wir antworten Ihnen und geben Ihnen die Information auf andere Weise.
accessibility-contact-none = Wenden Sie sich an die Personalabteilung: Nennen Sie die Seite und das Hindernis; Sie erhalten die Information auf andere Weise.
accessibility-appeal = Beschwerdeweg
accessibility-appeal-text = Wenn Sie keine zufriedenstellende Antwort erhalten, können Sie sich an die französische Ombudsstelle Défenseur des droits wenden: defenseurdesdroits.fr, +33 9 69 39 00 00, oder innerhalb Frankreichs portofrei per Post: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.

feedback-title = Sie haben es gesagt, wir handeln
feedback-lede = Vielen Dank an alle, die geantwortet haben. Das haben Sie gesagt, und das wird getan.
feedback-lede-said = Vielen Dank an alle, die geantwortet haben. Das haben Sie gesagt; was beschlossen wird, erscheint auf dieser Seite.
feedback-favourable = positive Bewertungen
feedback-n = { $n ->
    [one] { $n } Antwort
   *[other] { $n } Antworten
}
feedback-n-few = { $n ->
    [one] { $n } Antwort, zu wenig für eine Fehlermarge
   *[other] { $n } Antworten, zu wenige für eine Fehlermarge
}
feedback-group = Ihre Gruppe ({ $group }):
feedback-strong = Was Sie am meisten schätzen:
feedback-weak = Was Sie am wenigsten schätzen:
feedback-doing = Was wir tun
feedback-nothing = Noch ist nichts angekündigt: Was beschlossen wird, erscheint hier.
feedback-since = Läuft seit dem { $day }
feedback-from = Geplant ab dem { $day }
feedback-done = Erledigt am { $day }
feedback-finished = Erledigt
feedback-decided = Beschlossen
feedback-empty = Für dieses Quartal gibt es keine Ergebnisse zu zeigen.
feedback-promise = Die Antworten tragen keinen Namen, und ein Ergebnis wird nur angezeigt, wenn mindestens { $k } Personen geantwortet haben.
feedback-address = Diese Seite:
feedback-margin = Die beiden Zahlen neben einem Prozentwert geben dessen Fehlermarge an. Was Sie am meisten oder am wenigsten schätzen, wird nur genannt, wenn der Unterschied größer ist als diese Marge.
feedback-past-title = Neue Ergebnisse haben diese ersetzt
feedback-past = Diese Seite ist überholt. Die neuesten Ergebnisse wurden den Befragten per E-Mail mit einer neuen Adresse zugesandt.
feedback-few = Vielen Dank an alle, die geantwortet haben. Es waren zu wenige, um ein Ergebnis zu zeigen.
feedback-few-why = Eine Zahl wird nur angezeigt, wenn mindestens { $k } Personen zu ihr beigetragen haben und wenn sich durch keinen Abgleich eine von ihnen erkennen lässt. Diesmal wird niemandem eine Zahl angezeigt.
feedback-few-next = Die Antworten sind gemischt und werden wie versprochen aufbewahrt; auf andere Weise werden sie nicht gezeigt. Bei der nächsten Umfrage genügen einige Antworten mehr.
feedback-soon-title = Die Ergebnisse kommen bald
feedback-soon = Am { $day } sind sie auf dieser Seite zu sehen. Außerdem erhalten Sie eine Nachricht.
feedback-soon-no-day = Bald sind sie auf dieser Seite zu sehen. Außerdem erhalten Sie eine Nachricht.
feedback-soon-why = Die Bereichsleitungen lesen sie zuerst, damit sie Ihnen zugleich sagen können, was sie daraus machen. Die Zahlen ändern sich nicht mehr.
feedback-very-few = Es haben sehr wenige Personen geantwortet: zu jedem Bereich höchstens { $rate } der Teilnahmeberechtigten. Diese Zahlen sprechen nur für sie; die anderen denken vielleicht anders, und darüber sagt die Fehlermarge nichts aus.

catalogue-title = Was die Dienste anbieten und zusagen
catalogue-lede = Für jeden Dienst: was er anbietet, wie man es anfordert und wozu er sich verpflichtet.
catalogue-counts = { $offerings ->
    [0] Keine Leistung
    [one] { $offerings } Leistung
   *[other] { $offerings } Leistungen
}, { $promises ->
    [0] keine Zusage
    [one] { $promises } Zusage
   *[other] { $promises } Zusagen
}
catalogue-none = Noch hat kein Dienst veröffentlicht, was er anbietet.
catalogue-to-write = Noch zu schreiben
catalogue-of = Katalog: { $service }
catalogue-edit = Katalog bearbeiten
catalogue-service-lede = Was dieser Dienst anbietet, wie man es anfordert und wozu er sich verpflichtet.
catalogue-service-none = Dieser Dienst hat noch nicht beschrieben, was er anbietet.
promise-whole = Der Dienst als Ganzes
promise-target-at_least = Ziel: mindestens { $value } { $unit }
promise-target-at_most = Ziel: höchstens { $value } { $unit }
promise-from = Ab { $day }.
promise-earlier = Früher zugesagt
offering-how = So fordern Sie es an
offering-promised = Was zugesagt ist
promises-title = Was zugesagt war
promise-measured = Gemessen: { $value } { $unit } ({ $cases }, { $source })
promise-cases = { $n } Fälle
promise-cases-about = { $n } Fälle oder mehr
promise-verdict-kept_felt = Gehalten und spürbar
promise-verdict-kept_to_confirm = Gehalten; ob es spürbar ist, bleibt zu bestätigen
promise-verdict-kept_not_felt = Gehalten, aber nicht spürbar
promise-verdict-kept = Gehalten
promise-verdict-missed_no_harm = Nicht gehalten, aber nicht als Problem empfunden
promise-verdict-missed = Nicht gehalten
promise-verdict-missed_felt = Nicht gehalten, und man spürt es
promise-verdict-unmeasured_felt = Spürbar, nicht gemessen
promise-verdict-unmeasured = Nicht gemessen
promise-verdict-unmeasured_not_felt = Nicht spürbar, nicht gemessen
promise-verdict-none = Dazu lässt sich nichts sagen
promise-question-delay = Die angekündigte Frist wird eingehalten: { $promise }
promise-question-quality = Die angekündigte Qualität ist gegeben: { $promise }
promise-question-availability = Die angekündigte Verfügbarkeit wird eingehalten: { $promise }
promise-question-cost = Die angekündigten Kosten werden eingehalten: { $promise }
promise-question-information = Die angekündigte Information wird gegeben: { $promise }
charter-title = Charta des internen Service
charter-adopted = Beschlossen am { $day }.
charter-none = Noch ist keine Charta beschlossen.
charter-edit = Bearbeiten
charter-services = Die Dienste verpflichten sich
charter-clients = Wer anfragt, verpflichtet sich
charter-own = Sich selbst etwas vornehmen
charter-earlier = Frühere Fassungen
charter-propose = Einen Satz vorschlagen
charter-side = Wer verpflichtet sich?
charter-line = Satz
charter-propose-button = Vorschlagen
engagement-title = Mein Vorsatz
engagement-lede = Zwei oder drei Zeilen für sich selbst und ein Tag für den Rückblick.
engagement-line = Zeile { $n }
engagement-day = Tag für den Rückblick
engagement-print = Zum Drucken aufbereiten
engagement-calendar = In meinen Kalender
engagement-nothing-stored = Nichts wird gespeichert oder gezählt: Was Sie schreiben, kommt auf dieser Seite oder in der Datei zurück und nirgends sonst.
engagement-back = Ich blicke am { $day } zurück.
engagement-print-hint = Drucken Sie diese Seite mit Ihrem Browser: Nur der Vorsatz erscheint.
engagement-agenda = Rückblick auf meinen Vorsatz
engagement-fault-empty = Schreiben Sie mindestens eine Zeile.
engagement-fault-day = Wählen Sie einen künftigen Tag innerhalb von zwei Jahren.
engagement-fault-long = Diese Zeile ist zu lang: höchstens { $limit } Zeichen.

# Was Befragte zwischen zwei Quartalen lesen
occasion-who-flash = { $service } bittet Sie um Ihre Meinung.
occasion-who-charter = { $service } bittet Sie um Ihre Meinung zu den Sätzen, an die wir uns halten wollen.
occasion-who-session = { $service } bittet Sie um Ihre Meinung zu der Schulung, an der Sie teilgenommen haben.
occasion-chosen-head = { $groups ->
    [one] { $people } Personen einer Gruppe werden befragt: Die Leitung des Dienstes hat sie ausgewählt, die Personalabteilung hat die Umfrage eröffnet.
   *[other] { $people } Personen aus { $groups } Gruppen werden befragt: Die Leitung des Dienstes hat sie ausgewählt, die Personalabteilung hat die Umfrage eröffnet.
}
occasion-chosen-hr = { $groups ->
    [one] { $people } Personen einer Gruppe, von der Personalabteilung ausgewählt, werden befragt.
   *[other] { $people } Personen aus { $groups } Gruppen, von der Personalabteilung ausgewählt, werden befragt.
}
occasion-chosen-participants = Die { $people } Personen, die teilgenommen haben, werden befragt; ihre Liste ging an die Personalabteilung, die die Umfrage eröffnet hat.
occasion-promise-deleted = Antworten zu wenige, wird nichts veröffentlicht: Antworten und Kommentare werden gelöscht.
occasion-promise-participants = Ihre Antwort zählt mit denen der { $people } Teilnehmenden.
occasion-promise-result = Ihr Link führt zum Ergebnis, längstens bis zum { $day }. Sie erhalten dazu keine weitere Nachricht.
occasion-invitation-subject = { $about }: Ihre Meinung
occasion-reminder-subject = { $about }: Ihre Meinung bis zum { $day }
occasion-ended-next = Die Umfrage endet am { $day }. Das Ergebnis steht danach 30 Tage lang unter derselben Adresse.
occasion-ended-closed = Seit dem { $day } werden keine Antworten mehr angenommen. Nicht gesendete Entwürfe wurden gelöscht. Das Ergebnis steht bald unter derselben Adresse.
occasion-result-kicker = Was Sie gesagt haben
occasion-result-small = Der Dienst ist so klein, dass dieses Ergebnis von einer Person spräche: Es geht nur an den Dienst, die Personalabteilung und die Geschäftsleitung.
occasion-result-too-few = Zu wenige Antworten
occasion-result-deleted = Weniger als { $n } Personen haben geantwortet, oder alle und es sind weniger als zehn, oder alle haben dasselbe gesagt: Nichts wird veröffentlicht, Antworten und Kommentare sind gelöscht.
occasion-result-responses = { $responses } von { $invited } Befragten haben geantwortet.
occasion-result-agree = positive Meinungen, aus { $n } Antworten
occasion-result-doing = Was getan wird
occasion-result-until = Diese Seite ist bis zum { $day } zu sehen.
occasion-sheet-kicker = Ihre Meinung
privacy-promise-between = Zwischen zwei Quartalen kann auf eine Störung, eine Schulung oder den Entwurf einer Charta eine kurze Umfrage folgen. Sie fragt ganze Gruppen, höchstens einmal in 90 Tagen, oder alle Teilnehmenden einer Schulung, gleich danach und zwei Monate später; dasselbe Versprechen gilt, und antworten zu wenige, werden Antworten und Kommentare gelöscht.

# Che cosa leggono le persone interpellate tra due trimestri
occasion-who-flash = { $service } le chiede un parere.
occasion-who-charter = { $service } le chiede un parere sulle frasi che vogliamo impegnarci a rispettare.
occasion-who-session = { $service } le chiede un parere sulla formazione che ha seguito.
occasion-chosen-head = { $groups ->
    [one] Sono interpellate { $people } persone di un gruppo: l'ha scelto chi dirige il servizio, le Risorse umane hanno aperto il sondaggio.
   *[other] Sono interpellate { $people } persone di { $groups } gruppi: li ha scelti chi dirige il servizio, le Risorse umane hanno aperto il sondaggio.
}
occasion-chosen-hr = { $groups ->
    [one] Sono interpellate { $people } persone di un gruppo, scelto dalle Risorse umane.
   *[other] Sono interpellate { $people } persone di { $groups } gruppi, scelti dalle Risorse umane.
}
occasion-chosen-participants = Sono interpellate le { $people } persone che hanno partecipato; il loro elenco è stato consegnato alle Risorse umane, che hanno aperto il sondaggio.
occasion-promise-deleted = Se rispondono troppo poche persone non si pubblica nulla: risposte e commenti vengono cancellati.
occasion-promise-participants = La sua risposta conta con quelle dei { $people } partecipanti.
occasion-promise-result = Il suo link porta al risultato, al massimo fino al { $day }. Non riceverà altri messaggi in merito.
occasion-invitation-subject = { $about }: il suo parere
occasion-reminder-subject = { $about }: il suo parere entro il { $day }
occasion-ended-next = Il sondaggio termina il { $day }. Il risultato sarà poi a questo stesso indirizzo per 30 giorni.
occasion-ended-closed = Dal { $day } non si accettano più risposte. Le bozze non inviate sono state cancellate. Il risultato sarà presto a questo stesso indirizzo.
occasion-result-kicker = Che cosa avete detto
occasion-result-small = Il servizio è così piccolo che questo risultato parlerebbe di una persona: è consegnato solo al servizio, alle risorse umane e alla direzione.
occasion-result-too-few = Troppo poche risposte
occasion-result-deleted = Hanno risposto meno di { $n } persone, o tutte e sono meno di dieci, o tutte hanno detto la stessa cosa: non si pubblica nulla, risposte e commenti sono cancellati.
occasion-result-responses = Hanno risposto { $responses } persone su { $invited } interpellate.
occasion-result-agree = di pareri favorevoli, su { $n } risposte
occasion-result-doing = Che cosa si fa
occasion-result-until = Questa pagina è visibile fino al { $day }.
occasion-sheet-kicker = Il suo parere
privacy-promise-between = Tra due trimestri un breve sondaggio può seguire un guasto, una formazione o una bozza di carta. Interpella gruppi interi, al massimo una volta in 90 giorni, o tutti i partecipanti di una formazione, subito dopo e due mesi più tardi; vale la stessa promessa e, se rispondono troppo poche persone, risposte e commenti vengono cancellati.

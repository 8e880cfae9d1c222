welcome-title = { $n ->
    [0] Il suo parere sui servizi che utilizza
    [one] Il suo parere su un servizio che utilizza
   *[other] Il suo parere su { $n } servizi che utilizza
}
welcome-who = { $n ->
    [one] { $names }: come possiamo servirla meglio?
   *[other] { $names } vorrebbero sapere come servirla meglio.
}
welcome-time = { $minutes ->
    [one] Circa un minuto
   *[other] Circa { $minutes } minuti
}
welcome-until = fino al giorno { $day }.
welcome-draft = La sua bozza è stata salvata: può riprendere da dove aveva interrotto.
welcome-which = Con quali servizi ha avuto a che fare negli ultimi tre mesi, anche una sola volta?
welcome-add = Aggiungi un altro servizio
welcome-decline = Preferisco non rispondere
welcome-start = Inizia
welcome-go-on = Continua
welcome-news = Dall'ultima volta
welcome-told = { $service }: { $share } di pareri favorevoli l'ultima volta ({ $wave }).

promise-title = Che cosa garantiamo
promise-threshold = Nessun risultato con meno di { $n } risposte, né direttamente, né incrociando più tabelle.
promise-group = La sua risposta conta nel gruppo
promise-group-name = { $name }, { $people ->
    [one] una persona
   *[other] { $people } persone
}
promise-not-mine = non è il mio reparto
promise-nothing-else = Con la risposta non si registrano né nome, né indirizzo, né ora.
promise-outside = La sua risposta non conta in nessun gruppo, come ha chiesto. Con la risposta non si registrano né nome, né indirizzo, né ora.
promise-group-change = cambia
promise-mixed = Fino alla chiusura la sua risposta è riservata. Poi viene mescolata alle altre: nulla nei nostri dati permette di risalire a chi ha risposto che cosa.
promise-comments = I commenti sono esaminati prima di essere mostrati, mai da una persona del servizio interessato; sono mostrati a partire da { $n } risposte, separatamente dalle valutazioni.
promise-comments-by = A esaminare i commenti prima che siano mostrati è { $who }, mai una persona del servizio interessato; sono mostrati a partire da { $n } risposte, separatamente dalle valutazioni.
promise-fixed = Queste regole non possono più essere allentate: l'indagine è iniziata.
promise-more = Chi vede che cosa, e come verificarlo

group-title = Non è il mio reparto
group-now = Le sue risposte contano nel gruppo { $name }, { $people ->
    [one] una persona
   *[other] { $people } persone
}.
group-what = Se non è il suo, le sue risposte possono non contare in nessun gruppo: in tal caso entrano soltanto nei risultati complessivi. Il suo invito non cambia.
group-contact = Per far correggere il reparto di appartenenza: { $contact }.
group-is-outside = Attualmente le sue risposte non contano in nessun gruppo.
group-outside = Non contare in nessun gruppo
group-inside = Conta di nuovo in questo gruppo

answer-place = Servizio { $number } di { $of }
answer-next = Salva e continua
answer-finish = Invia e termina qui
answer-draft = Continuando, questa pagina viene salvata in una bozza che si apre solo con il Suo link. Nulla viene inviato prima dell'ultima pagina.
answer-text-hint = facoltativo; la preghiamo di non nominare nessuno
answer-text-hint-contact = facoltativo; la preghiamo di non nominare nessuno. Questo questionario non è un canale per segnalare situazioni gravi; per quelle: { $contact }
answer-errors-title = { $n ->
    [one] Un punto da correggere
   *[other] { $n } punti da correggere
}
answer-off-scale = scelga una delle risposte proposte
answer-too-long = al massimo { $most } caratteri; ora sono { $length }
answer-check-title = Verifica e invio
answer-check-lede = Nessuna domanda è obbligatoria. Può tornare su una pagina oppure inviare così com'è.
answer-check-none = Non ha selezionato nessun servizio: registreremo soltanto che non ha avuto a che fare con nessuno di essi.
answer-check-empty = Nessuna risposta: per questo servizio non verrà inviato nulla.
answer-check-some = { $answered ->
    [one] Una risposta su { $questions }
   *[other] { $answered } risposte su { $questions }
}
answer-check-all = { $questions ->
    [one] Ha risposto alla domanda
   *[other] Ha risposto a tutte le { $questions } domande
}
answer-not-sent = Bozza non inviata: sarà cancellata dopo il giorno { $day }.
answer-send = Invia le mie risposte

decline-title = Preferisco non rispondere
decline-what = È un suo diritto. Non riceverà più promemoria per questa indagine; nessuno saprà se ha risposto o se ha preferito non rispondere. La sua bozza, se esiste, sarà cancellata.
decline-confirm = Conferma

ended-recorded-title = Registrato, grazie
ended-recorded = Il suo link è ora utilizzato: non riceverà più promemoria. Per tutelare la sua riservatezza, nulla di ciò che ha scritto può essere mostrato di nuovo.
ended-next = L'indagine termina il giorno { $day }. In seguito riceverà un messaggio con ciò che è stato detto e ciò che cambierà.
ended-closed-title = L'indagine è terminata, grazie
ended-closed = Dal giorno { $day } non si accettano più risposte. Le bozze non inviate sono state cancellate. Ogni persona interpellata riceve per e-mail ciò che è stato detto e ciò che cambierà.
ended-early-title = L'indagine non è ancora aperta
ended-early = Il suo link funzionerà dal momento dell'apertura.
ended-contact = Ha una domanda? Scriva a { $contact }.
answer-check-unasked = Ha risposto a «{ $question }», che riguarda solo alcune risposte alla domanda precedente: questa risposta non sarà inviata.

# Un codice su carta
ended-recorded-paper = Il suo codice è ora utilizzato. Per tutelare la sua riservatezza, nulla di ciò che ha scritto può essere mostrato di nuovo.
ended-next-paper = L'indagine termina il giorno { $day }. Conservi il biglietto: quando i risultati saranno pubblicati, potrà vederli con lo stesso codice, per 30 giorni dopo la chiusura.
ended-closed-paper = Dal giorno { $day } non si accettano più risposte. Le bozze non inviate sono state cancellate. Torni presto con lo stesso codice: la porterà a ciò che è stato detto e a ciò che cambierà.
ended-early-paper = Il suo codice funzionerà dal momento dell'apertura.
code-title = Ho un codice
code-have = Ho un codice
code-lede = Digiti il codice del suo biglietto: la porterà al questionario.
code-label = Il suo codice
code-hint = Dodici caratteri, con o senza trattini, maiuscoli o minuscoli. Esempio: ABCD-EFGH-JKMN
code-go = Continua
code-nobody = Un biglietto non porta nessun nome, e nessuno sa chi lo ha estratto.
code-not-open = Questo codice non apre nulla
code-empty = Digiti prima il codice del suo biglietto.
code-mistyped = C'è un errore di battitura: ricontrolli il codice sul biglietto, carattere per carattere.
code-unknown = Il formato di questo codice è corretto, ma il codice è sconosciuto: lo ricontrolli. I codici di un'indagine sono cancellati 30 giorni dopo la sua chiusura.
code-too-many = Questo codice è sconosciuto, e qui sono stati appena digitati molti codici sconosciuti. Lo ricontrolli e riprovi tra { $n ->
    [one] un secondo
   *[other] { $n } secondi
}.
ended-withdrawn-title = Questo link non serve più
ended-withdrawn = Ci è stato segnalato che questa indagine non la riguarda più: non riceverà altri messaggi in merito. Se è un errore, ce lo dica: il link potrà essere riattivato.
ended-results-on = I risultati saranno a questo indirizzo il giorno { $day }, con ciò che cambierà.

question-of-service = { $service }:
question-several = sono possibili più risposte
question-most-choices = al massimo { $most } risposte
question-end = { $value }: { $label }
question-text-hint = La preghiamo di non nominare nessuno.
question-text-hint-contact = La preghiamo di non nominare nessuno. Questo questionario non è un canale per segnalare situazioni gravi; per quelle: { $contact }.
question-if = Se ha risposto { $answers }:
question-none = nessuna risposta
question-quoted = «{ $label }»
question-values = da { $lowest } a { $highest }
slip-fold = Piegare ogni biglietto; ogni persona ne estrae uno dalla scatola.
slip-title = Il suo parere sui servizi interni
slip-title-of = { $organisation }: il suo parere sui servizi interni
slip-purpose = Che cosa funziona e che cosa bisognerebbe cambiare? Pochi minuti, fino al giorno { $day }.
slip-type = Fotografi il quadrato o digiti questo codice all'indirizzo
slip-promise = Né nome, né indirizzo, né ora; nessun risultato con meno di { $n } risposte.
slip-keep = Conservi questo biglietto: dopo la pubblicazione la porterà anche ai risultati.
slip-also = Anche in italiano: { $address }?lang=it
answer-part = domande da { $from } a { $to } di { $all }
answer-page = Pagina { $number } di { $of }
mirror-kicker = Il suo servizio
mirror-ask = Secondo lei, come giudicano gli altri servizi il suo? Risponda come pensa che rispondano loro.
mirror-apart = Queste risposte sono contate a parte, senza nome né gruppo. Solo la direzione e la persona responsabile del suo servizio ne leggono le medie, a partire da { $n } schede; se sono meno, vengono cancellate senza essere lette.
mirror-stem = Secondo lei, risponderebbero:
mirror-promises-ask = E per lei: le promesse fatte al suo servizio sono mantenute? Questa volta risponda per sé.
answer-mirror-dropped = Le sue risposte sul suo servizio non saranno inviate, poiché ha indicato che questo servizio non è il suo.
welcome-mirror = La parte finale chiede come, secondo lei, gli altri servizi giudicano { $service }.
answer-check-mirror = { $service }, visto dagli altri servizi

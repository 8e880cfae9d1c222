mail-hello = Buongiorno { $name },
mail-invitation-subject = { $n ->
    [one] Il suo parere su un servizio che utilizza (fino al giorno { $day })
   *[other] Il suo parere su { $n } servizi che utilizza (fino al giorno { $day })
}
mail-reminder-subject = C'è ancora tempo: il suo parere entro il giorno { $day }
mail-reminder-why = Il suo link non è ancora stato utilizzato; se trova un momento prima della chiusura, il suo parere conta.
mail-reminder-how = Come lo sappiamo? Quando qualcuno invia le proprie risposte o preferisce non rispondere, il suo link viene contrassegnato come chiuso: separatamente dalle risposte, senza data né ora, allo stesso modo nei due casi. Non sappiamo nulla di più, e mai che cosa qualcuno ha risposto.
mail-unsubscribe = Non ricevere più promemoria per questa indagine
mail-unsubscribe-at = Non ricevere più promemoria per questa indagine:
mail-invitation-who = { $services }: che cosa funziona e che cosa bisognerebbe cambiare?
mail-invitation-time = { $minutes ->
    [one] Circa un minuto, fino al giorno { $day }, senza password.
   *[other] Circa { $minutes } minuti, fino al giorno { $day }, senza password.
}
mail-invitation-button = Esprimi un parere
mail-invitation-promise = Nessun risultato con meno di { $n } risposte; alla chiusura le risposte vengono mescolate e nulla permette di risalire a chi ha risposto che cosa.
mail-invitation-own = Questo link è personale: non lo inoltri.
mail-more = Chi vede che cosa, e come verificarlo:
mail-accessibility = Accessibilità:
mail-contact = Per domande: { $contact }
mail-plain-link = Se il pulsante non funziona, copi questo indirizzo:
promise-file = Un file delle risposte, senza nomi né reparti, viene consegnato al seguente destinatario: { $to }.
campaign-mail-example = esempio

results-mail-subject = Voi avete detto, noi agiamo: { $wave }
results-mail-hello = Buongiorno,
results-mail-thanks = L'indagine del { $wave } è terminata. Grazie a tutte le persone che hanno risposto.
results-mail-what = Ecco che cosa è stato detto e che cosa si sta facendo:
results-mail-said = Ecco che cosa è stato detto. I responsabili leggono questi risultati contemporaneamente a voi: ciò che decideranno comparirà sulla stessa pagina.
results-mail-subject-said = Che cosa avete detto: { $wave }
results-mail-button = Vedi i risultati
results-mail-anonymous = Le risposte non portano nessun nome. Questo messaggio viene inviato a tutte le persone interpellate, che abbiano risposto o no.
results-mail-contact = Domande? Scrivete a { $contact }.
results-mail-automatic = Messaggio automatico del barometro interno.
moved-mail-subject = I progressi da allora: { $wave }
moved-mail-what = Dopo i risultati del { $wave }, ecco i progressi fatti nei servizi oggetto dell'indagine:
moved-mail-page = Tutto ciò che si sta facendo, con i risultati:
moved-mail-who = Questo messaggio viene inviato una sola volta, a tutte le persone dei team interpellati, che abbiano risposto o no.
moved-mail-example = Una conferma di ricezione parte il giorno stesso (esempio).
results-mail-subject-nothing = Troppo poche risposte per un risultato: { $wave }
results-mail-nothing = Questa volta hanno risposto troppo poche persone per poter mostrare un risultato senza rischiare che qualcuno venga riconosciuto. Non viene quindi mostrata nessuna cifra, a nessuno.
results-mail-nothing-doing = Ciò che è già stato deciso è su questa pagina:
results-mail-nothing-see = Questa pagina lo ripete e mostrerà ciò che sarà deciso:
results-mail-button-nothing = Vedi la pagina

very-few = Pochissime risposte ({ $rate } delle persone che potevano rispondere). Queste cifre parlano solo per loro; le altre forse la pensano diversamente, e il margine di errore non ne dice nulla.

unsubscribe-title = Non vuole più ricevere promemoria per questa indagine?
unsubscribe-title-done = Niente più promemoria per questa indagine
unsubscribe-what = Prema il pulsante: non riceverà più promemoria per questa indagine. Nessuno vede l'elenco di chi lo ha chiesto.
unsubscribe-link-works = Il suo link resta aperto: se lo desidera, può rispondere fino alla chiusura. Un ultimo messaggio comunicherà i risultati a tutti.
unsubscribe-confirm = Niente più promemoria
unsubscribe-done = Fatto: niente più promemoria per questa indagine.
unsubscribe-over = Questa indagine non invia più promemoria.

privacy-title = Come sono protette le sue risposte
privacy-lede = Che cosa promettiamo, come lo facciamo e a chi rivolgere le sue domande.
privacy-promise = Che cosa garantiamo
privacy-promise-five = Nessun risultato con meno di 5 risposte, né direttamente, né incrociando più tabelle.
privacy-promise-group = La sua risposta conta in un gruppo, indicato nella pagina iniziale del suo link con il numero di persone che ne fanno parte. Con la risposta non si registrano né nome, né indirizzo, né ora.
privacy-promise-mixed = Fino alla chiusura la sua risposta è riservata. Poi viene mescolata alle altre: nulla nei nostri dati permette a chicchessia di risalire a chi ha risposto che cosa.
privacy-promise-comments = I commenti sono esaminati da una persona estranea al servizio interessato, mostrati a partire da 10 risposte e separati dalle valutazioni.
privacy-promise-comments-by = A esaminare i commenti prima che siano mostrati è { $moderator }, mai una persona del servizio interessato; sono mostrati a partire da 10 risposte e separati dalle valutazioni.
privacy-promise-fixed = Queste regole non possono più essere allentate una volta iniziata l'indagine. Se la sua organizzazione le ha volute più severe, lo dice la pagina iniziale del suo link.
privacy-promise-file = Nessuno riceve le risposte una per una, a meno che ciò sia scritto nella pagina iniziale del suo link, con il nome di chi riceve il file.
privacy-file-in = { $wave }:
privacy-who-sees = Chi vede che cosa
privacy-who-heads = I responsabili di un servizio vedono i risultati pubblicati sul loro servizio.
privacy-who-hr = Le risorse umane vedono tutti i risultati pubblicati e chi è stato invitato.
privacy-who-direction = La direzione vede tutti i risultati pubblicati e i piani di miglioramento.
privacy-who-readers = I rappresentanti del personale e il responsabile della protezione dei dati possono vedere i totali pubblicati.
privacy-who-moderators = La persona che esamina i commenti ne vede il testo, mai le valutazioni che li accompagnano.
privacy-who-nobody = Nessuno vede una risposta individuale su una pagina.
privacy-how = Come lo facciamo
privacy-how-link = Il suo link è personale e non richiede né account, né password, né cookie. Ne conserviamo soltanto un'impronta, che non permette di ricostruirlo.
privacy-how-draft = La sua bozza è cifrata: si apre solo con il suo link. Viene cancellata all'invio e alla chiusura.
privacy-how-send = All'invio, le sue risposte su ciascun servizio sono archiviate separatamente, senza nulla che le colleghi le une alle altre, a parte il gruppo.
privacy-how-night = Ogni notte, non appena almeno 5 persone di uno stesso gruppo hanno risposto, le loro risposte vengono riscritte in ordine casuale.
privacy-how-mix = Alla chiusura, tutte le risposte vengono riscritte in ordine casuale, e la traccia «ha risposto» viene cancellata.
privacy-how-pages = Le pagine, i grafici, i file e le e-mail leggono solo i risultati pubblicati, fissati una volta per tutte. Un gruppo troppo piccolo non viene mai mostrato, e un altro può essere nascosto per proteggerlo.
privacy-how-comments = Nessun commento viene mostrato prima di essere stato esaminato.
privacy-check = Che cosa verifichiamo ogni notte
privacy-check-nothing = Ultima verifica: { $day }. Non è stato trovato nulla che colleghi una risposta a una persona.
privacy-check-something = Ultima verifica: { $day }. Ha rilevato almeno un punto da correggere; le persone che gestiscono il server ne hanno i dettagli.
privacy-check-unread = Ultima verifica: { $day }. Non è stato trovato nulla, ma non è stato possibile leggere una parte dei dati.
privacy-check-never = Non è ancora stata effettuata nessuna verifica.
privacy-check-how = Un programma legge i dati come farebbe chi li avesse tra le mani: ciò che conduce a una persona, l'ordine delle righe, i resti di bozze cancellate. Chi ha accesso al server può avviarlo in qualsiasi momento.
privacy-limits = Che cosa non possiamo impedire
privacy-limits-open = Finché l'indagine è aperta, una persona che avesse accesso ai file del server potrebbe venirne a sapere più di quanto mostrino le pagine.
privacy-limits-operator = Chi gestisce il server o la posta elettronica potrebbe aprire una bozza servendosi del link inviato a lei. Per questo non diciamo mai «totalmente anonimo».
privacy-keep = Per quanto tempo conserviamo i dati
privacy-keep-drafts = Bozze e traccia «ha risposto»: fino alla chiusura.
privacy-keep-invitations = Inviti e indirizzi di invio: { $days } giorni dopo la chiusura; soltanto l'elenco delle indagini a cui ciascuno è stato invitato, senza nulla delle sue risposte: 24 mesi.
privacy-keep-comments = Commenti: { $months } mesi dopo la chiusura.
privacy-keep-answers = Risposte: { $months } mesi dopo la chiusura.
privacy-keep-shorter = Indagine del { $wave }: commenti { $comments } mesi, risposte { $answers } mesi, come promesso alla sua apertura.
privacy-keep-log = Registro degli accessi e delle modifiche, in cui non c'è mai una risposta: { $months } mesi.
privacy-keep-results = Risultati pubblicati: senza limite; riguardano solo gruppi.
privacy-rights = I suoi diritti
privacy-rights-own = Può chiedere di vedere, correggere o cancellare ciò che sappiamo di lei (nome, indirizzo, reparto). Le sue risposte, invece, non possono più essere ritrovate una volta mescolate: è proprio questo a proteggerla.
privacy-rights-authority = Può anche rivolgersi all'autorità di controllo, in Francia la CNIL.
privacy-contacts = A chi rivolgersi
privacy-controller = Titolare del trattamento
privacy-dpo = Protezione dei dati
privacy-hr = Risorse umane
privacy-alert = Disagio, molestie
privacy-alert-note = Questo questionario non è un canale per segnalare situazioni gravi: nessuno potrebbe risalire a lei per aiutarla.
privacy-not-set = non ancora indicato
accessibility-title = Accessibilità
accessibility-lede = Tutti devono poter utilizzare questo barometro. Ecco a che punto siamo.
accessibility-state = Stato di conformità
accessibility-partial = Parzialmente conforme.
accessibility-partial-why = Le pagine sono costruite per rispettare l'RGAA 4.1 e le WCAG 2.2 livello AA, e controllate automaticamente a ogni versione. Finché non sarà stato svolto un audit indipendente, non dichiariamo una conformità totale.
accessibility-done = Che cosa è stato fatto
accessibility-done-keyboard = Tutto si può fare da tastiera, con un indicatore visibile.
accessibility-done-readers = Campi, tabelle ed errori sono annunciati dai lettori di schermo.
accessibility-done-zoom = Le pagine si adattano a uno schermo piccolo e a un ingrandimento del 400%.
accessibility-done-charts = Ogni grafico ha un titolo, una descrizione e le sue cifre in tabella.
accessibility-done-script = Tutto funziona senza JavaScript.
accessibility-gaps = Che cosa resta da verificare
accessibility-gaps-text = Le pagine non sono ancora state provate con tutti i lettori di schermo in commercio.
accessibility-contact = Ha difficoltà?
accessibility-contact-text = Scriva a { $contact }: ci indichi la pagina e che cosa le impedisce di proseguire; le risponderemo e le daremo l'informazione in un altro modo.
accessibility-contact-none = Si rivolga alle risorse umane: indichi la pagina e che cosa le impedisce di proseguire; l'informazione le sarà data in un altro modo.
accessibility-appeal = Ricorso
accessibility-appeal-text = Se non ottiene una risposta soddisfacente, può rivolgersi al Difensore dei diritti francese (Défenseur des droits): defenseurdesdroits.fr, +33 9 69 39 00 00, oppure per posta, gratuitamente dalla Francia: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.

feedback-title = Voi avete detto, noi agiamo
feedback-lede = Grazie a tutte le persone che hanno risposto. Ecco che cosa avete detto e che cosa si sta facendo.
feedback-lede-said = Grazie a tutte le persone che hanno risposto. Ecco che cosa avete detto; ciò che sarà deciso comparirà su questa pagina.
feedback-favourable = pareri favorevoli
feedback-n = { $n ->
    [one] { $n } risposta
   *[other] { $n } risposte
}
feedback-n-few = { $n ->
    [one] { $n } risposta, troppo poco per un margine di errore
   *[other] { $n } risposte, troppo poche per un margine di errore
}
feedback-group = Il vostro gruppo ({ $group }):
feedback-strong = Ciò che apprezzate di più:
feedback-weak = Ciò che apprezzate di meno:
feedback-doing = Che cosa stiamo facendo
feedback-nothing = Non c'è ancora nessun annuncio: ciò che sarà deciso comparirà qui.
feedback-since = In corso dal giorno { $day }
feedback-from = Previsto a partire dal giorno { $day }
feedback-done = Fatto il giorno { $day }
feedback-finished = Fatto
feedback-decided = Deciso
feedback-empty = Nessun risultato da mostrare per questo trimestre.
feedback-promise = Le risposte non portano nessun nome, e un risultato viene mostrato solo se almeno { $k } persone hanno risposto.
feedback-address = Questa pagina:
feedback-margin = I due numeri accanto a una percentuale ne indicano il margine di errore. Ciò che apprezzate di più o di meno viene indicato solo se la differenza supera questo margine.
feedback-past-title = Nuovi risultati hanno sostituito questi
feedback-past = Questa pagina ha fatto il suo tempo. Gli ultimi risultati sono stati inviati per e-mail alle persone interpellate, con un nuovo indirizzo.
feedback-few = Grazie a tutte le persone che hanno risposto. Erano troppo poche perché si possa mostrare un risultato.
feedback-few-why = Una cifra viene mostrata solo se proviene da almeno { $k } persone e se nessun incrocio di dati permette di riconoscerne una. Questa volta non ne viene mostrata nessuna, a nessuno.
feedback-few-next = Le risposte sono mescolate e conservate come promesso; non saranno mostrate in altro modo. Alla prossima indagine basterà qualche risposta in più.
feedback-soon-title = I risultati stanno per arrivare
feedback-soon = Saranno su questa pagina il giorno { $day }. Riceverete anche un messaggio.
feedback-soon-no-day = Saranno presto su questa pagina. Riceverete anche un messaggio.
feedback-soon-why = I responsabili li leggono per primi, per potervi dire al tempo stesso che cosa ne faranno. Le cifre non cambiano più.
feedback-very-few = Hanno risposto pochissime persone: al massimo { $rate } di quelle che potevano rispondere su ciascun servizio. Queste cifre parlano solo per loro; le altre forse la pensano diversamente, e il margine di errore non ne dice nulla.

catalogue-title = Che cosa offrono e promettono i servizi
catalogue-lede = Per ogni servizio: che cosa offre, come chiederlo e a che cosa si impegna.
catalogue-counts = { $offerings ->
    [0] Nessuna prestazione
    [one] { $offerings } prestazione
   *[other] { $offerings } prestazioni
}, { $promises ->
    [0] nessun impegno
    [one] { $promises } impegno
   *[other] { $promises } impegni
}
catalogue-none = Nessun servizio ha ancora pubblicato che cosa offre.
catalogue-to-write = Da scrivere
catalogue-of = Catalogo: { $service }
catalogue-edit = Modificare il catalogo
catalogue-service-lede = Che cosa offre questo servizio, come chiederlo e a che cosa si impegna.
catalogue-service-none = Questo servizio non ha ancora descritto che cosa offre.
promise-whole = Il servizio nel suo insieme
promise-target-at_least = Obiettivo: almeno { $value } { $unit }
promise-target-at_most = Obiettivo: al massimo { $value } { $unit }
promise-from = Dal { $day }.
promise-earlier = Promesso in precedenza
offering-how = Come chiederlo
offering-promised = Che cosa è promesso
promises-title = Che cosa era stato promesso
promise-measured = Misurato: { $value } { $unit } ({ $cases }, { $source })
promise-cases = { $n } casi
promise-cases-about = { $n } casi o più
promise-verdict-kept_felt = Mantenuto, e si sente
promise-verdict-kept_to_confirm = Mantenuto; resta da confermare se si sente
promise-verdict-kept_not_felt = Mantenuto, ma non si sente
promise-verdict-kept = Mantenuto
promise-verdict-missed_no_harm = Non mantenuto, senza disagio percepito
promise-verdict-missed = Non mantenuto
promise-verdict-missed_felt = Non mantenuto, e si sente
promise-verdict-unmeasured_felt = Si sente, non misurato
promise-verdict-unmeasured = Non misurato
promise-verdict-unmeasured_not_felt = Non si sente, non misurato
promise-verdict-none = Non c'è nulla da dire
promise-question-delay = Il termine annunciato è rispettato: { $promise }
promise-question-quality = La qualità annunciata c'è: { $promise }
promise-question-availability = La disponibilità annunciata è mantenuta: { $promise }
promise-question-cost = Il costo annunciato è rispettato: { $promise }
promise-question-information = L'informazione annunciata viene data: { $promise }
charter-title = Carta del servizio interno
charter-adopted = Adottata il { $day }.
charter-none = Nessuna carta è stata ancora adottata.
charter-edit = Modificare
charter-services = I servizi si impegnano
charter-clients = Chi chiede si impegna
charter-own = Prendersi un impegno personale
charter-earlier = Versioni precedenti
charter-propose = Proporre una frase
charter-side = Chi si impegna?
charter-line = Frase
charter-propose-button = Proporre
engagement-title = Il mio impegno
engagement-lede = Due o tre righe per sé e un giorno per tornarci.
engagement-line = Riga { $n }
engagement-day = Giorno per tornarci
engagement-print = Preparare per la stampa
engagement-calendar = Aggiungere alla mia agenda
engagement-nothing-stored = Nulla viene salvato o contato: ciò che scrive torna in questa pagina o nel file, e da nessun'altra parte.
engagement-back = Ci torno il { $day }.
engagement-print-hint = Stampi questa pagina con il browser: esce solo l'impegno.
engagement-agenda = Tornare sul mio impegno
engagement-fault-empty = Scriva almeno una riga.
engagement-fault-day = Scelga un giorno futuro, entro due anni.
engagement-fault-long = Questa riga è troppo lunga: al massimo { $limit } caratteri.

very-few = Zeer weinig antwoorden (van { $rate } van de mensen die konden antwoorden). Deze cijfers spreken alleen voor die personen; de anderen denken er misschien anders over, en de foutmarge zegt daar niets over.

unsubscribe-title = Geen herinneringen meer voor deze enquête?
unsubscribe-title-done = Geen herinneringen meer voor deze enquête
unsubscribe-what = Druk op de knop: u ontvangt dan geen herinneringen meer voor deze enquête. Niemand ziet de lijst van wie dit heeft gevraagd.
unsubscribe-link-works = Uw link blijft open: als u wilt, kunt u tot de sluiting antwoorden. In een laatste bericht krijgt iedereen de resultaten.
unsubscribe-confirm = Geen herinneringen meer
unsubscribe-done = Genoteerd: geen herinneringen meer voor deze enquête.
unsubscribe-over = Voor deze enquête worden geen herinneringen meer verstuurd.

privacy-title = Hoe uw antwoorden worden beschermd
privacy-lede = Wat wij beloven, hoe dat gebeurt en bij wie u met uw vragen terechtkunt.
privacy-promise = Wat wij garanderen
privacy-promise-five = Geen resultaat bij minder dan 5 antwoorden, noch rechtstreeks, noch door meerdere tabellen te combineren.
privacy-promise-group = Uw antwoorden tellen mee in een groep, die op de startpagina van uw link staat met het aantal personen. Geen naam, geen adres, geen tijdstip.
privacy-promise-mixed = Tot de sluiting van de enquête zijn uw antwoorden vertrouwelijk. Daarna worden ze met de andere vermengd: uit onze gegevens kan niemand achterhalen wie wat heeft geantwoord.
privacy-promise-comments = Opmerkingen worden vooraf gelezen door iemand van buiten de betrokken dienst, pas getoond vanaf 10 antwoorden, en gescheiden van de beoordelingen.
privacy-promise-comments-by = Opmerkingen worden vooraf gelezen door { $moderator }, nooit door iemand van de betrokken dienst, pas getoond vanaf 10 antwoorden, en gescheiden van de beoordelingen.
privacy-promise-fixed = Deze regels kunnen niet meer worden versoepeld zodra de enquête is begonnen. Als uw organisatie strengere regels heeft gekozen, staat dat op de startpagina van uw link.
privacy-promise-file = Niemand ontvangt de antwoorden stuk voor stuk, tenzij dat op de startpagina van uw link staat, met de naam van wie het bestand ontvangt.
privacy-file-in = { $wave }:
privacy-who-sees = Wie wat ziet
privacy-who-heads = De leidinggevenden van een dienst zien de gepubliceerde resultaten over hun dienst.
privacy-who-hr = De afdeling HR ziet alle gepubliceerde resultaten en wie is uitgenodigd.
privacy-who-direction = De directie ziet alle gepubliceerde resultaten en de verbeterplannen.
privacy-who-readers = De personeelsvertegenwoordigers en de functionaris voor gegevensbescherming kunnen de gepubliceerde totalen zien.
privacy-who-moderators = Wie de opmerkingen vooraf leest, ziet de tekst ervan, nooit de beoordelingen die erbij horen.
privacy-who-nobody = Niemand ziet een individueel antwoord op een pagina.
privacy-how = Hoe dat gebeurt
privacy-how-link = Uw link is persoonlijk en vraagt geen account, wachtwoord of cookie. Wij bewaren er alleen een digitale vingerafdruk van, waaruit de link niet kan worden teruggevonden.
privacy-how-draft = Uw concept is versleuteld: het gaat alleen open met uw link. Het wordt gewist bij het verzenden en bij de sluiting.
privacy-how-send = Bij het verzenden worden uw antwoorden over elke dienst afzonderlijk opgeslagen, zonder iets wat ze met elkaar verbindt, behalve de groep.
privacy-how-night = Elke nacht worden, zodra minstens 5 personen uit dezelfde groep hebben geantwoord, hun antwoorden in willekeurige volgorde herschreven.
privacy-how-mix = Bij de sluiting worden alle antwoorden in willekeurige volgorde herschreven, en wordt de aantekening ‘heeft geantwoord’ gewist.
privacy-how-pages = Pagina’s, grafieken, bestanden en e-mails gebruiken alleen de gepubliceerde resultaten, die voorgoed vastliggen. Een te kleine groep wordt nooit getoond; om die te beschermen kan ook een andere groep worden verborgen.
privacy-how-comments = Geen enkele opmerking wordt getoond zonder eerst te zijn gelezen.
privacy-check = Wat wij elke nacht controleren
privacy-check-nothing = Laatste controle: { $day }. Er is niets gevonden wat een antwoord met een persoon verbindt.
privacy-check-something = Laatste controle: { $day }. Daarbij is minstens één punt gevonden dat moet worden gecorrigeerd; wie de server beheert, heeft de details.
privacy-check-unread = Laatste controle: { $day }. Er is niets gevonden, maar een deel van de gegevens kon niet worden gelezen.
privacy-check-never = Er is nog geen controle geweest.
privacy-check-how = Een programma leest de gegevens zoals iemand dat zou doen die ze in handen heeft: wat naar een persoon leidt, de volgorde van de rijen, de resten van gewiste concepten. Wie toegang heeft tot de server, kan het op elk moment starten.
privacy-limits = Wat wij niet kunnen verhinderen
privacy-limits-open = Zolang de enquête open is, zou iemand met toegang tot de bestanden op de server meer te weten kunnen komen dan de pagina’s tonen.
privacy-limits-operator = Wie de server of het e-mailsysteem beheert, zou met behulp van uw link een concept kunnen openen. Daarom zeggen wij nooit ‘volledig anoniem’.
privacy-keep = Hoelang wij gegevens bewaren
privacy-keep-drafts = Concepten en de aantekening ‘heeft geantwoord’: tot de sluiting.
privacy-keep-invitations = Uitnodigingen en verzendadressen: { $days } dagen na de sluiting; alleen de lijst van enquêtes waarvoor iemand is uitgenodigd, zonder iets van de antwoorden: 24 maanden.
privacy-keep-comments = Opmerkingen: { $months } maanden na de sluiting.
privacy-keep-answers = Antwoorden: { $months } maanden na de sluiting.
privacy-keep-shorter = Enquête van het { $wave }: opmerkingen { $comments } maanden, antwoorden { $answers } maanden, zoals bij de opening beloofd.
privacy-keep-log = Logboek van aanmeldingen en wijzigingen, waarin nooit een antwoord staat: { $months } maanden.
privacy-keep-results = Gepubliceerde resultaten: onbeperkt; ze gaan alleen over groepen.
privacy-rights = Uw rechten
privacy-rights-own = U kunt vragen om wat wij over u weten (naam, adres, afdeling) in te zien, te laten corrigeren of te laten wissen. Uw antwoorden kunnen echter niet meer worden teruggevonden zodra ze zijn vermengd: juist dat beschermt u.
privacy-rights-authority = U kunt zich ook wenden tot de toezichthoudende autoriteit, in Frankrijk de CNIL.
privacy-contacts = Bij wie u terechtkunt
privacy-controller = Verwerkingsverantwoordelijke
privacy-dpo = Gegevensbescherming
privacy-hr = Afdeling HR
privacy-alert = Psychische nood, pesten, intimidatie
privacy-alert-note = Deze vragenlijst is geen meldpunt voor ernstige situaties: niemand zou u kunnen terugvinden om u te helpen.
privacy-not-set = nog niet opgegeven
accessibility-title = Toegankelijkheid
accessibility-lede = Iedereen moet deze barometer kunnen gebruiken. Dit is de huidige stand.
accessibility-state = Nalevingsstatus
accessibility-partial = Voldoet gedeeltelijk.
accessibility-partial-why = De pagina’s zijn gebouwd om te voldoen aan het Franse RGAA 4.1 en aan WCAG 2.2 niveau AA, en worden bij elke versie automatisch gecontroleerd. Zolang er geen onafhankelijke audit is uitgevoerd, verklaren wij niet dat ze volledig voldoen.
accessibility-done = Wat is gedaan
accessibility-done-keyboard = Alles kan met het toetsenbord, met een zichtbare focusmarkering.
accessibility-done-readers = Velden, tabellen en fouten worden door schermlezers voorgelezen.
accessibility-done-zoom = De pagina’s passen op een klein scherm en bij een vergroting van 400%.
accessibility-done-charts = Elke grafiek heeft een titel, een beschrijving en de cijfers in een tabel.
accessibility-done-script = Alles werkt zonder JavaScript.
accessibility-gaps = Wat nog moet worden gecontroleerd
accessibility-gaps-text = De pagina’s zijn nog niet getest met alle schermlezers op de markt.
accessibility-contact = Loopt u ergens tegenaan?
accessibility-contact-text = Schrijf naar { $contact }: vertel ons om welke pagina het gaat en wat u belemmert; wij antwoorden u en geven u de informatie op een andere manier.
accessibility-contact-none = Neem contact op met de afdeling HR: vertel om welke pagina het gaat en wat u belemmert; u krijgt de informatie op een andere manier.
accessibility-appeal = Een klacht indienen
accessibility-appeal-text = Als u geen bevredigend antwoord krijgt, kunt u zich wenden tot de Franse ombudsinstantie (Défenseur des droits): defenseurdesdroits.fr, +33 9 69 39 00 00, of binnen Frankrijk gratis per post: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.

feedback-title = Dit zei u, dit doen wij
feedback-lede = Dank aan iedereen die heeft geantwoord. Dit is wat u hebt gezegd, en wat er wordt gedaan.
feedback-lede-said = Dank aan iedereen die heeft geantwoord. Dit is wat u hebt gezegd; wat er wordt besloten, verschijnt op deze pagina.
feedback-favourable = positieve beoordelingen
feedback-n = { $n ->
    [one] { $n } antwoord
   *[other] { $n } antwoorden
}
feedback-n-few = { $n ->
    [one] { $n } antwoord, te weinig voor een foutmarge
   *[other] { $n } antwoorden, te weinig voor een foutmarge
}
feedback-group = Uw groep ({ $group }):
feedback-strong = Wat u het meest waardeert:
feedback-weak = Wat u het minst waardeert:
feedback-doing = Wat wij doen
feedback-nothing = Er is nog niets aangekondigd: wat er wordt besloten, verschijnt hier.
feedback-since = Loopt sinds { $day }
feedback-from = Gepland vanaf { $day }
feedback-done = Afgerond op { $day }
feedback-finished = Afgerond
feedback-decided = Besloten
feedback-empty = Geen resultaten om te tonen voor dit kwartaal.
feedback-promise = Bij de antwoorden staat geen naam, en een resultaat wordt alleen getoond als minstens { $k } personen hebben geantwoord.
feedback-address = Deze pagina:
feedback-margin = De twee getallen naast een percentage geven de foutmarge aan. Wat u het meest of het minst waardeert, wordt alleen genoemd als het verschil groter is dan die marge.
feedback-past-title = Nieuwe resultaten hebben deze vervangen
feedback-past = Deze pagina is achterhaald. De nieuwste resultaten zijn per e-mail gestuurd naar iedereen die voor de enquête is uitgenodigd, met een nieuw adres.
feedback-few = Dank aan iedereen die heeft geantwoord. Het waren er te weinig om een resultaat te kunnen tonen.
feedback-few-why = Een cijfer wordt alleen getoond als minstens { $k } personen eraan hebben bijgedragen, en als geen enkele combinatie het mogelijk maakt een van hen te herkennen. Deze keer wordt er geen enkel cijfer getoond, aan niemand.
feedback-few-next = De antwoorden zijn vermengd en worden bewaard zoals beloofd; ze worden niet op een andere manier getoond. Bij de volgende enquête volstaan enkele antwoorden meer.
feedback-soon-title = De resultaten komen eraan
feedback-soon = Ze staan op { $day } op deze pagina. U ontvangt ook een bericht.
feedback-soon-no-day = Ze staan binnenkort op deze pagina. U ontvangt ook een bericht.
feedback-soon-why = De leidinggevenden van de diensten lezen ze eerst, om u tegelijk te kunnen vertellen wat zij ermee doen. De cijfers veranderen niet meer.
feedback-very-few = Zeer weinig mensen hebben geantwoord: per dienst hoogstens { $rate } van de mensen die konden antwoorden. Deze cijfers spreken alleen voor hen; de anderen denken er misschien anders over, en de foutmarge zegt daar niets over.

catalogue-title = Wat de diensten bieden en beloven
catalogue-lede = Per dienst: wat ze aanbiedt, hoe u erom vraagt en waartoe ze zich verbindt.
catalogue-counts = { $offerings ->
    [0] Geen dienstverlening
    [one] { $offerings } dienstverlening
   *[other] { $offerings } dienstverleningen
}, { $promises ->
    [0] geen belofte
    [one] { $promises } belofte
   *[other] { $promises } beloften
}
catalogue-none = Nog geen enkele dienst heeft gepubliceerd wat ze aanbiedt.
catalogue-to-write = Nog te schrijven
catalogue-of = Catalogus: { $service }
catalogue-edit = Catalogus bewerken
catalogue-service-lede = Wat deze dienst aanbiedt, hoe u erom vraagt en waartoe ze zich verbindt.
catalogue-service-none = Deze dienst heeft nog niet beschreven wat ze aanbiedt.
promise-whole = De dienst als geheel
promise-target-at_least = Doel: minstens { $value } { $unit }
promise-target-at_most = Doel: hoogstens { $value } { $unit }
promise-from = Vanaf { $day }.
promise-earlier = Eerder beloofd
offering-how = Hoe u erom vraagt
offering-promised = Wat beloofd is
promises-title = Wat beloofd was
promise-measured = Gemeten: { $value } { $unit } ({ $cases }, { $source })
promise-cases = { $n } gevallen
promise-cases-about = { $n } gevallen of meer
promise-verdict-kept_felt = Nagekomen, en voelbaar
promise-verdict-kept_to_confirm = Nagekomen; of het voelbaar is, moet nog blijken
promise-verdict-kept_not_felt = Nagekomen, maar niet voelbaar
promise-verdict-kept = Nagekomen
promise-verdict-missed_no_harm = Niet nagekomen, zonder merkbare hinder
promise-verdict-missed = Niet nagekomen
promise-verdict-missed_felt = Niet nagekomen, en dat is voelbaar
promise-verdict-unmeasured_felt = Voelbaar, niet gemeten
promise-verdict-unmeasured = Niet gemeten
promise-verdict-unmeasured_not_felt = Niet voelbaar, niet gemeten
promise-verdict-none = Er valt niets over te zeggen
promise-question-delay = De aangekondigde termijn wordt gehaald: { $promise }
promise-question-quality = De aangekondigde kwaliteit is er: { $promise }
promise-question-availability = De aangekondigde beschikbaarheid wordt gehaald: { $promise }
promise-question-cost = De aangekondigde kosten worden niet overschreden: { $promise }
promise-question-information = De aangekondigde informatie wordt gegeven: { $promise }
charter-title = Handvest van de interne dienstverlening
charter-adopted = Aangenomen op { $day }.
charter-none = Er is nog geen handvest aangenomen.
charter-edit = Bewerken
charter-services = De diensten verbinden zich ertoe
charter-clients = Wie vraagt, verbindt zich ertoe
charter-own = Zelf iets voornemen
charter-earlier = Eerdere versies
charter-propose = Een zin voorstellen
charter-side = Wie verbindt zich?
charter-line = Zin
charter-propose-button = Voorstellen
engagement-title = Mijn voornemen
engagement-lede = Twee of drie regels voor uzelf, en een dag om terug te kijken.
engagement-line = Regel { $n }
engagement-day = Dag om terug te kijken
engagement-print = Klaarmaken om af te drukken
engagement-calendar = Aan mijn agenda toevoegen
engagement-nothing-stored = Er wordt niets bewaard of geteld: wat u schrijft, komt op deze pagina of in het bestand terug en nergens anders.
engagement-back = Ik kijk terug op { $day }.
engagement-print-hint = Druk deze pagina af met uw browser: alleen het voornemen komt eruit.
engagement-agenda = Terugkijken op mijn voornemen
engagement-fault-empty = Schrijf minstens één regel.
engagement-fault-day = Kies een dag in de toekomst, binnen twee jaar.
engagement-fault-long = Deze regel is te lang: hoogstens { $limit } tekens.

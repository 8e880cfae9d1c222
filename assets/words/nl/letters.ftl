mail-hello = Beste { $name },
mail-invitation-subject = { $n ->
    [one] Uw mening over een dienst die u gebruikt (t/m { $day })
   *[other] Uw mening over { $n } diensten die u gebruikt (t/m { $day })
}
mail-reminder-subject = Er is nog tijd: geef uw mening uiterlijk op { $day }
mail-reminder-why = Uw link is nog niet gebruikt. Mocht u vóór de sluiting nog een moment hebben: uw mening telt.
mail-reminder-how = Hoe weten wij dat? Wanneer iemand antwoorden verzendt of aangeeft liever niet te antwoorden, wordt de link als gesloten genoteerd: los van de antwoorden, zonder datum of tijdstip, en in beide gevallen op dezelfde manier. Meer weten wij niet, en nooit wat iemand heeft geantwoord.
mail-unsubscribe = Geen herinneringen meer voor deze enquête
mail-unsubscribe-at = Geen herinneringen meer voor deze enquête:
mail-invitation-who = { $services }: wat gaat goed, wat zou er moeten veranderen?
mail-invitation-time = { $minutes ->
    [one] Ongeveer één minuut, tot en met { $day }, zonder wachtwoord.
   *[other] Ongeveer { $minutes } minuten, tot en met { $day }, zonder wachtwoord.
}
mail-invitation-button = Mijn mening geven
mail-invitation-promise = Geen resultaat bij minder dan { $n } antwoorden; bij de sluiting worden de antwoorden vermengd en is op geen enkele manier te achterhalen wie wat heeft geantwoord.
mail-invitation-own = Deze link is persoonlijk: stuur hem niet door.
mail-more = Wie wat ziet, en hoe u dat kunt controleren:
mail-accessibility = Toegankelijkheid:
mail-contact = Bij vragen: { $contact }
mail-plain-link = Als de knop niet werkt, kopieer dan dit adres:
promise-file = Een bestand met de antwoorden, zonder naam of afdeling, wordt verstrekt aan { $to }.
campaign-mail-example = voorbeeld

results-mail-subject = Dit zei u, dit doen wij: { $wave }
results-mail-hello = Goedendag,
results-mail-thanks = De enquête van het { $wave } is afgelopen. Dank aan iedereen die heeft geantwoord.
results-mail-what = Dit is wat er is gezegd, en wat er wordt gedaan:
results-mail-said = Dit is wat er is gezegd. De leidinggevenden van de diensten lezen deze resultaten tegelijk met u: wat zij besluiten, verschijnt op dezelfde pagina.
results-mail-subject-said = Wat u hebt gezegd: { $wave }
results-mail-button = Resultaten bekijken
results-mail-anonymous = Bij de antwoorden staat geen naam. Dit bericht gaat naar iedereen die voor de enquête is uitgenodigd, of men nu heeft geantwoord of niet.
results-mail-contact = Een vraag? Schrijf naar { $contact }.
results-mail-automatic = Automatisch bericht van de interne barometer.
moved-mail-subject = Wat er sindsdien is gebeurd: { $wave }
moved-mail-what = Dit is er sinds de resultaten van het { $wave } gebeurd bij de diensten waarover de enquête ging:
moved-mail-page = Alles wat er wordt gedaan, met de resultaten:
moved-mail-who = Dit bericht wordt slechts één keer verstuurd, aan iedereen in de teams die voor de enquête zijn uitgenodigd, of men nu heeft geantwoord of niet.
moved-mail-example = Een ontvangstbevestiging wordt nog dezelfde dag verstuurd (voorbeeld).
results-mail-subject-nothing = Te weinig antwoorden voor een resultaat: { $wave }
results-mail-nothing = Deze keer hebben te weinig mensen geantwoord om een resultaat te tonen zonder het risico dat iemand wordt herkend. Daarom wordt geen enkel cijfer getoond, aan niemand.
results-mail-nothing-doing = Wat al is besloten, staat op deze pagina:
results-mail-nothing-see = Op deze pagina staat dit nog eens; daar verschijnt ook wat er wordt besloten:
results-mail-button-nothing = Pagina bekijken

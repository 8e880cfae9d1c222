welcome-title = { $n ->
    [0] Uw mening over de diensten die u gebruikt
    [one] Uw mening over een dienst die u gebruikt
   *[other] Uw mening over { $n } diensten die u gebruikt
}
welcome-who = { $n ->
    [one] { $names }: hoe kunnen wij u beter van dienst zijn?
   *[other] { $names } willen graag weten hoe zij u beter van dienst kunnen zijn.
}
welcome-time = { $minutes ->
    [one] Ongeveer één minuut
   *[other] Ongeveer { $minutes } minuten
}
welcome-until = tot en met { $day }.
welcome-draft = Uw concept is bewaard: u kunt verdergaan waar u was gebleven.
welcome-which = Met welke diensten hebt u de afgelopen drie maanden te maken gehad, al was het maar één keer?
welcome-add = Een andere dienst toevoegen
welcome-decline = Ik wil liever niet antwoorden
welcome-start = Beginnen
welcome-go-on = Doorgaan
welcome-news = Sinds de vorige keer
welcome-told = { $service }: vorige keer { $share } positieve beoordelingen ({ $wave }).

promise-title = Wat wij garanderen
promise-threshold = Geen resultaat bij minder dan { $n } antwoorden, noch rechtstreeks, noch door meerdere tabellen te combineren.
promise-group = Uw antwoorden tellen mee in de groep
promise-group-name = { $name }, { $people ->
    [one] één persoon
   *[other] { $people } personen
}
promise-not-mine = dit is niet mijn afdeling
promise-nothing-else = Geen naam, geen adres, geen tijdstip.
promise-outside = Uw antwoorden tellen in geen enkele groep mee, zoals u hebt gevraagd. Geen naam, geen adres, geen tijdstip.
promise-group-change = wijzigen
promise-mixed = Tot de sluiting van de enquête zijn uw antwoorden vertrouwelijk. Daarna worden ze met de andere vermengd: uit onze gegevens is niet te achterhalen wie wat heeft geantwoord.
promise-comments = Opmerkingen worden gelezen voordat ze worden getoond, nooit door iemand van de betrokken dienst. Ze worden pas getoond vanaf { $n } antwoorden, los van de beoordelingen.
promise-comments-by = Opmerkingen worden vooraf gelezen door { $who }, nooit door iemand van de betrokken dienst, en pas getoond vanaf { $n } antwoorden, los van de beoordelingen.
promise-fixed = Deze regels kunnen niet meer worden versoepeld: de enquête is begonnen.
promise-more = Wie wat ziet, en hoe u dat kunt controleren

group-title = Dit is niet mijn afdeling
group-now = Uw antwoorden tellen mee in de groep { $name }, { $people ->
    [one] één persoon
   *[other] { $people } personen
}.
group-what = Als dit niet uw afdeling is, hoeven uw antwoorden in geen enkele groep mee te tellen: ze komen dan alleen in de totaalresultaten terecht. Uw uitnodiging verandert niet.
group-contact = Om uw afdeling te laten corrigeren: { $contact }.
group-is-outside = Uw antwoorden tellen nu in geen enkele groep mee.
group-outside = In geen enkele groep meetellen
group-inside = Weer in deze groep meetellen

answer-place = Dienst { $number } van { $of }
answer-next = Opslaan en verder
answer-finish = Verzenden en hier stoppen
answer-draft = Als u verdergaat, wordt deze pagina bewaard in een concept dat alleen met uw link opengaat. Er wordt niets verzonden vóór de laatste pagina.
answer-text-hint = niet verplicht; noem alstublieft geen personen
answer-text-hint-contact = niet verplicht; noem alstublieft geen personen. Deze vragenlijst is geen meldpunt voor ernstige situaties; daarvoor: { $contact }
answer-errors-title = { $n ->
    [one] Eén punt om te corrigeren
   *[other] { $n } punten om te corrigeren
}
answer-off-scale = kies een van de gegeven antwoorden
answer-too-long = maximaal { $most } tekens; het zijn er nu { $length }
answer-check-title = Controleren en verzenden
answer-check-lede = Geen enkele vraag is verplicht. U kunt teruggaan naar een pagina, of alles zo verzenden.
answer-check-none = U hebt geen dienst aangevinkt: wij noteren alleen dat u met geen van deze diensten te maken hebt gehad.
answer-check-empty = Geen antwoorden: voor deze dienst wordt niets verzonden.
answer-check-some = { $answered ->
    [one] Eén van de { $questions } vragen beantwoord
   *[other] { $answered } van de { $questions } vragen beantwoord
}
answer-check-all = { $questions ->
    [one] De vraag is beantwoord
   *[other] Alle { $questions } vragen zijn beantwoord
}
answer-not-sent = Concept niet verzonden: het wordt na { $day } gewist.
answer-send = Antwoorden verzenden

decline-title = Ik wil liever niet antwoorden
decline-what = Dat is uw recht. U ontvangt geen herinneringen meer voor deze enquête; niemand zal weten of u hebt geantwoord of daarvan hebt afgezien. Als u een concept hebt, wordt dat gewist.
decline-confirm = Bevestigen

ended-recorded-title = Opgeslagen, dank u wel
ended-recorded = Uw link is nu gebruikt: u ontvangt geen herinneringen meer. Om de vertrouwelijkheid te beschermen kan niets van wat u hebt geschreven opnieuw worden getoond.
ended-next = De enquête eindigt op { $day }. Daarna ontvangt u een bericht met wat er is gezegd en wat er gaat veranderen.
ended-closed-title = De enquête is afgelopen, dank u wel
ended-closed = Sinds { $day } worden geen antwoorden meer aangenomen. Niet-verzonden concepten zijn gewist. Iedereen die voor de enquête is uitgenodigd, leest per e-mail wat er is gezegd en wat er gaat veranderen.
ended-early-title = De enquête is nog niet geopend
ended-early = Uw link werkt zodra de enquête opent.
ended-contact = Een vraag? Schrijf naar { $contact }.
answer-check-unasked = U hebt ‘{ $question }’ beantwoord, een vraag die alleen geldt bij bepaalde antwoorden op de vorige vraag: dit antwoord wordt niet verzonden.

# Een code op papier
ended-recorded-paper = Uw code is nu gebruikt. Om de vertrouwelijkheid te beschermen kan niets van wat u hebt geschreven opnieuw worden getoond.
ended-next-paper = De enquête eindigt op { $day }. Bewaar uw briefje: zodra de resultaten zijn gepubliceerd, brengt dezelfde code u ernaartoe, tot 30 dagen na de sluiting.
ended-closed-paper = Sinds { $day } worden geen antwoorden meer aangenomen. Niet-verzonden concepten zijn gewist. Kom binnenkort terug met dezelfde code: die brengt u naar wat er is gezegd en wat er gaat veranderen.
ended-early-paper = Uw code werkt zodra de enquête opent.
code-title = Ik heb een code
code-have = Ik heb een code
code-lede = Typ de code van uw briefje: die brengt u naar de vragenlijst.
code-label = Uw code
code-hint = Twaalf tekens, met of zonder koppeltekens, in hoofdletters of kleine letters. Voorbeeld: ABCD-EFGH-JKMN
code-go = Doorgaan
code-nobody = Op een briefje staat geen naam, en niemand weet wie het heeft getrokken.
code-not-open = Deze code opent niets
code-empty = Typ eerst de code van uw briefje.
code-mistyped = Er is een typefout gemaakt: vergelijk de code teken voor teken met uw briefje.
code-unknown = Deze code heeft de juiste vorm, maar is onbekend: kijk de code nog eens na. De codes van een enquête worden 30 dagen na de sluiting gewist.
code-too-many = Deze code is onbekend, en hier zijn zojuist veel onbekende codes getypt. Kijk de code na en probeer het opnieuw over { $n ->
    [one] één seconde
   *[other] { $n } seconden
}.
ended-withdrawn-title = Deze link is niet meer in gebruik
ended-withdrawn = Wij hebben bericht gekregen dat deze enquête niet meer voor u bestemd is: u ontvangt er geen berichten meer over. Is dit een vergissing, laat het dan weten: de link kan weer bruikbaar worden gemaakt.
ended-results-on = De resultaten staan op { $day } op dit adres, samen met wat er gaat veranderen.

question-of-service = { $service }:
question-several = meerdere keuzes mogelijk
question-most-choices = maximaal { $most } keuzes
question-end = { $value }: { $label }
question-text-hint = Noem alstublieft geen personen.
question-text-hint-contact = Noem alstublieft geen personen. Deze vragenlijst is geen meldpunt voor ernstige situaties; daarvoor: { $contact }.
question-if = Als u { $answers } hebt geantwoord:
question-none = geen antwoord
question-quoted = ‘{ $label }’
question-values = { $lowest } tot en met { $highest }
slip-fold = Vouw elk briefje; iedereen trekt er een uit de doos.
slip-title = Uw mening over de interne diensten
slip-title-of = { $organisation }: uw mening over de interne diensten
slip-purpose = Wat gaat goed, wat moet anders? Enkele minuten, tot en met { $day }.
slip-type = Scan het vierkant of typ deze code in op
slip-promise = Geen naam, geen adres, geen tijdstip; geen resultaat bij minder dan { $n } antwoorden.
slip-keep = Bewaar dit briefje: na de publicatie leidt het ook naar de resultaten.
slip-also = Ook in het Nederlands: { $address }?lang=nl
answer-part = vragen { $from } tot en met { $to } van { $all }
answer-page = Pagina { $number } van { $of }
mirror-kicker = Uw eigen dienst
mirror-ask = Hoe beoordelen de andere diensten volgens u de uwe? Antwoord zoals u denkt dat zij antwoorden.
mirror-apart = Deze antwoorden worden apart geteld, zonder naam en zonder groep. Alleen de directie en de leidinggevende van uw dienst lezen de gemiddelden, vanaf { $n } formulieren; zijn het er minder, dan worden ze ongelezen gewist.
mirror-stem = Volgens u zouden zij antwoorden:
mirror-promises-ask = En voor u: wordt nagekomen wat uw dienst is beloofd? Antwoord deze keer voor uzelf.
answer-mirror-dropped = Uw antwoorden over uw eigen dienst worden niet verzonden, omdat u hebt aangegeven dat deze dienst niet de uwe is.
welcome-mirror = Het einde vraagt hoe de andere diensten volgens u { $service } beoordelen.
answer-check-mirror = { $service }, gezien door de andere diensten

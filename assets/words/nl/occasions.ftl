# Wat ondervraagden tussen twee kwartalen lezen
occasion-who-flash = { $service } vraagt uw mening.
occasion-who-charter = { $service } vraagt uw mening over de zinnen waaraan wij ons willen houden.
occasion-who-session = { $service } vraagt uw mening over de opleiding die u hebt gevolgd.
occasion-chosen-head = { $groups ->
    [one] { $people } mensen uit één groep worden ondervraagd: het hoofd van de dienst koos die, personeelszaken opende de enquête.
   *[other] { $people } mensen uit { $groups } groepen worden ondervraagd: het hoofd van de dienst koos die, personeelszaken opende de enquête.
}
occasion-chosen-hr = { $groups ->
    [one] { $people } mensen uit één groep, gekozen door personeelszaken, worden ondervraagd.
   *[other] { $people } mensen uit { $groups } groepen, gekozen door personeelszaken, worden ondervraagd.
}
occasion-chosen-participants = De { $people } mensen die hebben deelgenomen worden ondervraagd; hun lijst ging naar personeelszaken, dat de enquête opende.
occasion-promise-deleted = Als te weinig mensen antwoorden, wordt niets gepubliceerd: antwoorden en opmerkingen worden gewist.
occasion-promise-participants = Uw antwoord telt mee met die van de { $people } deelnemers.
occasion-promise-result = Uw link leidt naar het resultaat, uiterlijk tot { $day }. U krijgt hierover geen ander bericht.
occasion-invitation-subject = { $about }: uw mening
occasion-reminder-subject = { $about }: uw mening tot { $day }
occasion-ended-next = De enquête eindigt op { $day }. Het resultaat staat daarna 30 dagen op ditzelfde adres.
occasion-ended-closed = Sinds { $day } worden geen antwoorden meer aangenomen. Niet verzonden concepten zijn gewist. Het resultaat staat binnenkort op ditzelfde adres.
occasion-result-kicker = Wat u hebt gezegd
occasion-result-small = De dienst is zo klein dat dit resultaat over één persoon zou gaan: het gaat alleen naar de dienst, personeelszaken en de directie.
occasion-result-too-few = Te weinig antwoorden
occasion-result-deleted = Minder dan { $n } mensen hebben geantwoord, of allen en dat zijn er minder dan tien, of allen zeiden hetzelfde: er wordt niets gepubliceerd, antwoorden en opmerkingen zijn gewist.
occasion-result-responses = { $responses } van de { $invited } ondervraagde mensen hebben geantwoord.
occasion-result-agree = gunstige meningen, uit { $n } antwoorden
occasion-result-doing = Wat er wordt gedaan
occasion-result-until = Deze pagina is te zien tot { $day }.
occasion-sheet-kicker = Uw mening
privacy-promise-between = Tussen twee kwartalen kan een korte enquête volgen op een storing, een opleiding of een ontwerp van het handvest. Ze vraagt hele groepen, hoogstens eens in 90 dagen, of alle deelnemers van een opleiding, meteen erna en twee maanden later; dezelfde belofte geldt, en als te weinig mensen antwoorden, worden antwoorden en opmerkingen gewist.

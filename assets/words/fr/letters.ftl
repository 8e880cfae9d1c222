mail-hello = Bonjour { $name },
mail-invitation-subject = { $n ->
    [one] Votre avis sur un service que vous utilisez (jusqu'au { $day })
   *[other] Votre avis sur { $n } services que vous utilisez (jusqu'au { $day })
}
mail-reminder-subject = Il est encore temps : votre avis jusqu'au { $day }
mail-reminder-why = Votre lien n'a pas encore servi ; s'il reste un moment d'ici la clôture, votre avis compte.
mail-reminder-how = Comment le savons-nous ? Quand quelqu'un envoie ses réponses ou préfère ne pas répondre, son lien est noté comme fermé : à part des réponses, sans date ni heure, de la même façon dans les deux cas. Nous n'en savons pas plus, et jamais ce que quelqu'un a répondu.
mail-unsubscribe = Ne plus recevoir de rappel pour cette enquête
mail-unsubscribe-at = Ne plus recevoir de rappel pour cette enquête :
mail-invitation-who = { $services } : qu'est-ce qui va, qu'est-ce qu'il faudrait changer ?
mail-invitation-time = { $minutes ->
    [one] Environ une minute, jusqu'au { $day }, sans mot de passe.
   *[other] Environ { $minutes } minutes, jusqu'au { $day }, sans mot de passe.
}
mail-invitation-button = Donner mon avis
mail-invitation-promise = Aucun résultat pour moins de { $n } réponses ; à la clôture, les réponses sont mélangées et rien ne permet de retrouver qui a répondu quoi.
mail-invitation-own = Ce lien est personnel : ne le transférez pas.
mail-more = Qui voit quoi, et comment le vérifier :
mail-accessibility = Accessibilité :
mail-contact = Une question : { $contact }
mail-plain-link = Si le bouton ne s'ouvre pas, copiez cette adresse :
promise-file = Un fichier des réponses, sans nom ni service, est remis à { $to }.
campaign-mail-example = exemple

results-mail-subject = Vous avez dit, nous faisons : { $wave }
results-mail-hello = Bonjour,
results-mail-thanks = L'enquête du { $wave } est terminée. Merci à toutes les personnes qui ont répondu.
results-mail-what = Voici ce qui a été dit, et ce qui est fait :
results-mail-said = Voici ce qui a été dit. Les responsables lisent ces résultats en même temps que vous : ce qu'ils décident s'affichera sur la même page.
results-mail-subject-said = Ce que vous avez dit : { $wave }
results-mail-button = Voir les résultats
results-mail-anonymous = Les réponses ne portent aucun nom. Ce message part à toutes les personnes interrogées, qu'elles aient répondu ou non.
results-mail-contact = Une question ? Écrivez à { $contact }.
results-mail-automatic = Message automatique du baromètre interne.
moved-mail-subject = Ce qui a avancé depuis : { $wave }
moved-mail-what = Depuis les résultats du { $wave }, voici ce qui a avancé dans les services sur lesquels portait l'enquête :
moved-mail-page = Tout ce qui est fait, avec les résultats :
moved-mail-who = Ce message part une seule fois, à toutes les personnes des équipes interrogées, qu'elles aient répondu ou non.
moved-mail-example = Un accusé de réception part le jour même (exemple).
results-mail-subject-nothing = Trop peu de réponses pour un résultat : { $wave }
results-mail-nothing = Trop peu de personnes ont répondu cette fois pour que nous montrions un résultat sans risquer de reconnaître quelqu'un. Aucun chiffre n'est donc affiché, pour personne.
results-mail-nothing-doing = Ce qui est déjà décidé est sur cette page :
results-mail-nothing-see = Cette page le redit, et montrera ce qui sera décidé :
results-mail-button-nothing = Voir la page

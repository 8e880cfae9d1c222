mail-hello = Bonjour { $name },
mail-invitation-subject = { $n ->
    [one] Votre avis sur un service que vous utilisez (jusqu'au { $day })
   *[other] Votre avis sur { $n } services que vous utilisez (jusqu'au { $day })
}
mail-reminder-subject = Il est encore temps : votre avis jusqu'au { $day }
mail-reminder-why = Votre lien n'a pas encore servi ; s'il reste un moment d'ici la clôture, votre avis compte.
mail-reminder-how = Nous savons seulement qu'un lien n'a pas servi, jamais ce que quelqu'un a répondu.
mail-invitation-who = { $services } : qu'est-ce qui va, qu'est-ce qu'il faudrait changer ?
mail-invitation-time = { $minutes ->
    [one] Environ une minute, jusqu'au { $day }, sans mot de passe.
   *[other] Environ { $minutes } minutes, jusqu'au { $day }, sans mot de passe.
}
mail-invitation-button = Donner mon avis
mail-invitation-promise = Aucun résultat pour moins de { $n } réponses ; à la clôture, les réponses sont mélangées et rien ne permet de retrouver qui a répondu quoi.
mail-invitation-own = Ce lien est personnel : ne le transférez pas.
mail-more = Qui voit quoi, et comment le vérifier :
mail-contact = Une question : { $contact }
mail-plain-link = Si le bouton ne s'ouvre pas, copiez cette adresse :

campaign-fault-code = Le code contient 1 à 20 lettres, chiffres, tirets ou tirets bas, par exemple 2026-Q1.
campaign-fault-taken = Ce code est déjà celui d'une autre campagne : choisissez-en un autre.
campaign-fault-day = Indiquez chaque date sous la forme 2026-03-20.
campaign-fault-dates = La clôture doit venir après l'ouverture.
campaign-fault-reminders = Les rappels doivent tomber après l'ouverture et au plus tard le jour de la clôture.
campaign-fault-too-many-reminders = Trois rappels au plus.
campaign-fault-threshold = Le seuil ne peut pas descendre sous { $lowest } réponses.
campaign-fault-levels = Les seuils des répartitions et des commentaires ne peuvent pas descendre sous { $lowest } réponses.
campaign-fault-number = Indiquez un nombre entier.
campaign-fault-frozen = Cette campagne a commencé : ses réglages ne peuvent plus changer.
campaign-fault-not-ready = La vérification signale des points bloquants : corrigez-les avant d'ouvrir.
campaign-fault-groups = Chaque unité va dans un groupe, et chaque groupe a un nom.
campaign-fault-typed = Pour clore, recopiez exactement le code de la campagne.
campaign-fault-not-open = Cette campagne n'est pas ouverte.

check-closing-passed = La date de clôture est passée.
check-no-supplier = Aucun fournisseur interne n'est choisi.
check-no-questionnaire = { $name } : pas encore de questionnaire.
check-missing-language = { $name } : une question n'existe que dans une langue.
check-no-head = { $name } : aucun responsable n'est désigné.
check-no-moderator = { $name } : personne n'est désigné pour relire les commentaires ; ils resteront retenus.
check-no-clients = { $name } : aucune personne ne reçoit ce service ; complétez les relations.
check-nobody = Personne ne serait invité.
check-small-group = Le groupe { $name } compte { $size ->
    [one] une personne
   *[other] { $size } personnes
}, moins que { $least } : réunissez-le avec un autre.
check-without-group = { $people ->
    [one] Une personne n'est dans aucun groupe.
   *[other] { $people } personnes ne sont dans aucun groupe.
}
check-long = Le parcours le plus long prendrait { $minutes } minutes : au-delà de 5, beaucoup abandonnent.
check-length = { $minutes ->
    [one] Répondre prend environ une minute.
   *[other] Répondre prend au plus { $minutes } minutes.
}
check-weekend = L'ouverture ou la clôture tombe un week-end.
check-people = { $people ->
    [one] Une personne sera invitée
   *[other] { $people } personnes seront invitées
}, en { $groups ->
    [one] un groupe
   *[other] { $groups } groupes
}.

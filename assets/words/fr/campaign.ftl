campaign-fault-code = Le code contient 1 à 20 lettres, chiffres, tirets ou tirets bas, par exemple 2026-Q1.
campaign-fault-taken = Ce code est déjà celui d'une autre campagne : choisissez-en un autre.
campaign-fault-day = Indiquez chaque date sous la forme 2026-03-20.
campaign-fault-dates = La clôture doit venir après l'ouverture.
campaign-fault-reminders = Les rappels doivent tomber après l'ouverture et au plus tard le jour de la clôture.
campaign-fault-too-many-reminders = Trois rappels au plus.
campaign-fault-reminders-close = Trois jours ouvrés au moins séparent deux rappels : choisissez une date plus éloignée.
campaign-fault-threshold = Le seuil ne peut pas descendre sous { $lowest } réponses.
campaign-fault-levels = Les seuils des répartitions et des commentaires ne peuvent pas descendre sous { $lowest } réponses.
campaign-fault-number = Indiquez un nombre entier.
campaign-fault-frozen = Cette campagne a commencé : ses réglages ne peuvent plus changer.
campaign-fault-not-ready = La vérification signale des points bloquants : corrigez-les avant d'ouvrir.
campaign-fault-groups = Chaque service va dans un groupe, et chaque groupe a un nom.
campaign-fault-typed = Pour clore, recopiez exactement le code de la campagne.
campaign-fault-not-open = Cette campagne n'est pas ouverte.

check-closing-passed = La date de clôture est passée.
check-no-supplier = Aucun fournisseur interne n'est choisi.
check-no-questionnaire = { $name } : pas encore de questionnaire.
check-no-open-question = { $name } : aucune question ouverte ; les chiffres diront où, personne ne dira quoi.
check-no-head = { $name } : aucun responsable n'est désigné.
check-no-moderator = { $name } : personne n'est désigné pour relire les commentaires ; ils resteront retenus.
check-no-clients = { $name } : ce fournisseur ne sert encore personne ; complétez les relations.
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
check-moderators-unable = { $name } : { $n ->
    [one] { $people } est désigné pour relire les commentaires mais y travaille ou en est responsable, et ne peut donc pas les lire.
   *[other] { $people } sont désignés pour relire les commentaires mais y travaillent ou en sont responsables, et ne peuvent donc pas les lire.
}
check-moderators = { $name } : { $n ->
    [one] { $people } relira les commentaires.
   *[other] { $people } reliront les commentaires.
}
check-few-staff = { $name } : { $n ->
    [0] personne n'y travaille d'après la liste des personnes
    [one] une seule personne y travaille
   *[other] { $n } personnes y travaillent
}. En dessous de 5, les avis portent sur des personnes, pas sur un fournisseur interne : laissez-le de côté, ou réunissez-le à un autre.
check-few-staff-near = { $name } : { $n ->
    [0] personne n'y travaille d'après la liste des personnes
    [one] une seule personne y travaille
   *[other] { $n } personnes y travaillent
}. En dessous de 5, les avis portent sur des personnes, pas sur un fournisseur interne : réunissez-le à un voisin ({ $near }), ou laissez-le de côté.
check-window = { $n ->
    [one] On pourra répondre pendant un jour ouvré après l'ouverture.
   *[other] On pourra répondre pendant { $n } jours ouvrés après l'ouverture.
}
check-window-short = { $n ->
    [0] Aucun jour ouvré pour répondre après l'ouverture
    [one] Un seul jour ouvré pour répondre après l'ouverture
   *[other] { $n } jours ouvrés seulement pour répondre après l'ouverture
} : prévoyez-en plutôt { $usual }.
check-window-long = { $n } jours ouvrés pour répondre : c'est long, et les réponses viennent surtout au début et après un rappel. Prévoyez-en plutôt { $usual }.
check-august = Une partie de la campagne tombe en août, quand beaucoup sont en congé.
check-christmas = Une partie de la campagne tombe entre le 21 décembre et le 3 janvier, quand beaucoup sont en congé.
check-holidays = { $n ->
    [one] Un jour férié pendant la campagne : { $names }.
   *[other] { $n } jours fériés pendant la campagne : { $names }.
}
check-informed = Les représentants du personnel auront été informés avant l'ouverture.
check-informed-missing = Les représentants du personnel : notez dans les réglages de la campagne le jour où ils ont été informés. Un CSE est à informer avant l'ouverture, et à consulter si la campagne est nouvelle.
check-informed-late = Les représentants du personnel seraient informés après l'ouverture.
check-over-budget = { $people ->
    [one] Une personne n'est pas invitée
   *[other] { $people } personnes ne sont pas invitées
}, pour avoir déjà été interrogées { $most } fois en { $months } mois. Un administrateur fixe cette limite dans les réglages.
check-away = { $people ->
    [one] Une personne des services interrogés est absente : elle n'est pas invitée.
   *[other] { $people } personnes des services interrogés sont absentes : elles ne sont pas invitées.
}
check-night = Les e-mails partent à toute heure : invitations et rappels arriveraient dès minuit. L'administration règle les heures d'envoi (Réglages, envoi des e-mails).
check-weekend = L'ouverture ou la clôture tombe un week-end.
check-people = { $people ->
    [one] Une personne sera invitée
   *[other] { $people } personnes seront invitées
}, en { $groups ->
    [one] un groupe
   *[other] { $groups } groupes
}.

campaign-new = Nouvelle campagne
campaign-list-lede = Une campagne par trimestre, en général : qui est interrogé, sur quels fournisseurs internes, quand.
campaign-list-caption = Campagnes, la plus récente d'abord
campaign-list-empty = Aucune campagne pour l'instant. Préparez la première : rien n'est envoyé avant l'ouverture.
campaign-wave = Vague
campaign-state = État
campaign-dates = Dates
campaign-from-to = du { $from } au { $to }
campaign-suppliers = Fournisseurs internes
campaign-participation = Participation
campaign-next = Prochaine étape
campaign-state-draft = en préparation
campaign-state-scheduled = programmée
campaign-state-open = ouverte
campaign-state-closed = en cours de publication
campaign-state-published = publiée
campaign-next-draft = Vérifier et ouvrir
campaign-next-scheduled = Relire avant l'ouverture
campaign-next-open = Suivre
campaign-next-closed = Voir la publication
campaign-next-published = Voir ce qui est publié
campaign-refused = Rien n'a été fait
campaign-settings = Réglages de la campagne
campaign-back = Retour à la campagne
campaign-edit-lede = Tout peut encore changer jusqu'à l'ouverture. Ensuite, on peut seulement repousser la clôture et inviter les personnes arrivées depuis.
campaign-dates-and-thresholds = Dates et seuils
campaign-code = Code
campaign-code-hint = par exemple 2026-Q1 pour le premier trimestre 2026
campaign-opens = Ouverture
campaign-closes = Clôture
campaign-closes-hint = dernier jour où l'on peut répondre
campaign-reminder-1 = Premier rappel
campaign-reminder-2 = Deuxième rappel
campaign-reminder-3 = Troisième rappel
campaign-reminder-hint = trois au plus, espacés d'au moins trois jours ouvrés ; seules les personnes dont le lien n'a pas servi en reçoivent. Laissez vide ce qui est en trop
campaign-threshold = Nombre minimal de réponses d'un groupe affiché
campaign-threshold-hint = 5 au moins
campaign-levels = Nombre minimal de réponses pour les répartitions
campaign-levels-hint = 10 au moins
campaign-comments = Nombre minimal de réponses pour les commentaires
campaign-comments-hint = 10 au moins
campaign-file = Fichier des réponses
campaign-file-none = aucun
campaign-file-what = D'ordinaire, personne ne reçoit les réponses une à une : seuls les résultats sont publiés. Un institut ou une équipe d'études peut avoir besoin d'un fichier.
campaign-file-box = Un fichier des réponses, sans nom ni service, sera remis à la personne ou à l'organisme ci-dessous
campaign-file-to = À qui le fichier est remis
campaign-file-to-hint = la suite de « est remis à », telle que la liront les personnes interrogées : l'institut Cassini, à Lyon
campaign-file-cost = Ce que cela coûte : un fournisseur interne qui reçoit { $n } réponses ou plus ne publiera aucun chiffre par groupe de clients. Le fichier et ces chiffres, mis côte à côte, feraient retrouver les réponses d'un petit groupe. Les fournisseurs qui en reçoivent moins ne sont pas dans le fichier et publient comme d'habitude.
campaign-file-frozen = Les personnes interrogées le lisent avant de répondre. Ce choix ne peut plus changer après l'ouverture.
campaign-fault-file-to = Indiquez à qui le fichier est remis.
campaign-fault-file-long = { $most } caractères au plus.
check-file = Un fichier des réponses sera remis à { $to } : un fournisseur interne qui reçoit { $n } réponses ou plus ne publiera aucun chiffre par groupe de clients.
campaign-suppliers-legend = Fournisseurs internes sur lesquels porte la campagne
campaign-no-suppliers = Aucun fournisseur interne n'a encore de questionnaire. Déclarez les fournisseurs, puis faites leurs questionnaires ; la campagne peut déjà être enregistrée.
campaign-without = Pas encore de questionnaire : { $names }.
campaign-launch-blocked = { $n ->
    [one] Un point bloque l'ouverture.
   *[other] { $n } points bloquent l'ouverture.
}
campaign-launch-ready = { $n ->
    [one] Prête à ouvrir : une personne sera invitée.
   *[other] Prête à ouvrir : { $n } personnes seront invitées.
}
campaign-launch-scheduled = Elle s'ouvrira d'elle-même le { $day }.
campaign-launch-stuck = L'ouverture est programmée, mais elle n'aura pas lieu tant qu'un point bloque.
campaign-check = Vérification avant l'ouverture
campaign-check-ok = prêt
campaign-check-see = à voir
campaign-check-stop = bloquant
campaign-remedy = Régler
campaign-opening = Ouvrir la campagne
campaign-opening-blocked = Réglez d'abord les points bloquants : l'ouverture se fera ensuite ici.
campaign-open-now = Ouvrir maintenant
campaign-open-what = { $n ->
    [one] Une personne sera invitée, par un e-mail avec un lien personnel ; sans adresse, par un code sur papier.
   *[other] { $n } personnes seront invitées, chacune par un e-mail avec un lien personnel ; celles sans adresse, par un code sur papier.
}
campaign-open-freezes = Les questionnaires, les groupes et les seuils ne changeront plus ; la clôture peut seulement être repoussée.
campaign-open-closes = On pourra répondre jusqu'au { $day } inclus.
campaign-open-final = Une campagne ouverte ne redevient pas un brouillon.
campaign-open-confirm = { $n ->
    [one] Ouvrir et inviter une personne
   *[other] Ouvrir et inviter { $n } personnes
}
campaign-schedule = Programmer l'ouverture
campaign-schedule-what = La campagne s'ouvrira d'elle-même le { $day }, à la première heure d'envoi des messages ce jour-là ; vous pourrez revenir en arrière jusque-là.
campaign-schedule-due = La date d'ouverture est arrivée : une fois programmée, la campagne s'ouvre dans la minute.
campaign-unschedule = Revenir au brouillon
campaign-unschedule-what = L'ouverture programmée est annulée ; rien d'autre ne change.
campaign-summary = En bref
campaign-reminders = Rappels
campaign-no-reminder = aucun rappel prévu
campaign-thresholds = Seuils
campaign-thresholds-are = { $k } réponses pour un groupe, { $levels } pour une répartition, { $comments } pour les commentaires
campaign-none-chosen = aucun n'est choisi
campaign-groups = Groupes
campaign-group = Groupe
campaign-people = Personnes
campaign-small = petit
campaign-no-groups = Aucun groupe : choisissez des fournisseurs et dites qui ils servent.
campaign-groups-adjust = Ajuster les groupes
campaign-mail = L'e-mail que chacun recevra
campaign-mail-note = Tel que la première personne le recevrait ; le lien est un exemple.
campaign-mail-to = À
campaign-mail-subject = Objet
campaign-mail-nobody = Personne ne serait invité pour l'instant : pas d'e-mail à montrer.
campaign-groups-lede = Les résultats d'un groupe ne s'affichent que s'il est assez grand : { $least } personnes au moins, { $size } de préférence. Gardez les mêmes groupes d'un trimestre à l'autre.
campaign-groups-unsaved = Des services sont arrivés depuis : ils sont placés ici là où ils iraient. Enregistrez pour les y mettre.
campaign-groups-names = Noms et tailles
campaign-group-name = Nom du groupe
campaign-group-name-of = Nom du groupe { $name }
campaign-group-size = Taille
campaign-group-goes = sans service : il disparaîtra
campaign-too-small = moins de { $least } : à réunir avec un autre
campaign-small-under = moins de { $least } : rarement affiché
campaign-group-fits = convient
campaign-group-new-name = Nom du nouveau groupe
campaign-group-new-hint = pour les services que vous placez dans « nouveau groupe » ; vide, il prend le nom du premier
campaign-groups-units = Services
campaign-counts-in = compte dans
campaign-group-of = Groupe de { $unit }
campaign-group-choose = à placer
campaign-group-new = nouveau groupe
campaign-groups-save = Enregistrer les groupes
campaign-groups-propose = Proposer de nouveau
campaign-groups-propose-what = Les groupes de cette campagne sont remplacés, vos ajustements sont perdus. Une proposition réunit les services jusqu'à attendre de chaque groupe assez de réponses pour des répartitions ; reprendre les groupes d'avant garde les comparaisons.
campaign-groups-empty = Aucun service n'est servi par les fournisseurs de cette campagne. Choisissez des fournisseurs, et dites qui ils servent.
campaign-fault-rate = Participation attendue : un nombre entier de { $least } à { $most }, en %.
campaign-group-answers = Réponses attendues
campaign-few-answers = moins de { $least } réponses attendues
campaign-group-near = Le plus proche : « { $near } ».
campaign-group-merge = Réunir
campaign-groups-effect = Voir l'effet
campaign-rate = Participation attendue, en %
campaign-rate-from = { $percent } % à la dernière campagne publiée ({ $wave }), tous groupes ensemble
campaign-rate-usual = { $percent } % tant qu'aucune campagne n'est publiée
campaign-groups-by-size = Remplacer par une proposition selon les effectifs
campaign-groups-by-wave = Reprendre les groupes d'avant ({ $wave })
campaign-fault-unplaced = { $unit } : choisissez un groupe.
campaign-fault-group-twice = Deux groupes portent le même nom.
campaign-fault-group-long = Le nom d'un groupe compte { $limit } caractères au plus.
campaign-follow-lede = On peut répondre jusqu'au { $day } inclus. Aucun résultat n'existe avant la clôture.
campaign-counted-on = Comptes du { $day }, une fois par jour.
campaign-counted-last = Comptes à la clôture.
campaign-rates = Participation par groupe
campaign-invited = Invités
campaign-groups-withheld = { $n ->
    [one] Le groupe n'est pas encore affiché.
   *[other] Les { $n } groupes ne sont pas encore affichés.
}
campaign-groups-hidden = { $n ->
    [one] Le groupe n'est pas affiché.
   *[other] Les { $n } groupes ne sont pas affichés.
}
campaign-groups-shown-from = Un groupe l'est à partir de { $least } personnes invitées et de 2 qui ont répondu, tant que 2 personnes au moins ne l'ont pas fait et qu'on ne peut pas en déduire un autre.
campaign-everybody = Ensemble
campaign-sendings = { $n ->
    [one] une personne
   *[other] { $n } personnes
}
campaign-not-counted-yet = Pas encore de compte : le premier se fait dans la journée.
campaign-mails = Invitations
campaign-mails-sent = { $n ->
    [0] Aucune invitation envoyée encore, sur { $all }
    [one] Une invitation envoyée sur { $all }
   *[other] { $n } invitations envoyées sur { $all }
}
campaign-mails-waiting = { $n ->
    [0] Aucun e-mail n'attend.
    [one] Un e-mail attend son tour.
   *[other] { $n } e-mails attendent leur tour.
}
campaign-mails-failed = { $n ->
    [0] Aucun n'a été refusé.
    [one] Un n'a pas pu être remis.
   *[other] { $n } n'ont pas pu être remis.
}
campaign-reminder-past = { $day } : parti, ou en train de partir
campaign-reminder-planned = { $day } : prévu
campaign-reminders-note = Seules les personnes dont le lien n'a pas servi en reçoivent un ; leur nombre ne s'affiche pas.
campaign-unreached = E-mails non remis
campaign-unreached-note = Corrigez l'adresse, ou renvoyez le message. Ces personnes restent comptées parmi les invités.
campaign-unreached-none = Aucune adresse n'a été refusée.
campaign-reason = Réponse du serveur
campaign-no-reason = sans précision
campaign-opened-on = Ouverte le
campaign-close = Clore maintenant
campaign-close-waiting = { $n ->
    [one] Une invitation n'est pas encore partie : elle ne partira plus.
   *[other] { $n } invitations ne sont pas encore parties : elles ne partiront plus.
}
campaign-close-what = La campagne se clôt d'elle-même après le { $day }. La clore maintenant est définitif : plus aucune réponse n'est prise, les brouillons sont effacés, les réponses sont mélangées puis les résultats publiés.
campaign-close-type = Pour confirmer, recopiez le code { $code }
campaign-close-confirm = Clore et publier
campaign-copy = Préparer la suivante
campaign-copy-what = Une nouvelle campagne en brouillon, avec les mêmes fournisseurs, groupes et seuils, un trimestre plus tard. Tout reste modifiable.
campaign-copy-code = copie-de-{ $code }
campaign-fault-copy-draft = Cette campagne n'est pas encore ouverte : modifiez-la au lieu d'en préparer une autre.
flash-campaign-copied = Campagne préparée : vérifiez le code et les dates, puis enregistrez.
flash-campaign-standing = La campagne suivante est déjà en préparation : la voici.
campaign-informed = Représentants du personnel informés le
campaign-informed-hint = Facultatif : le jour où le CSE a été informé, pour votre mémoire et pour la vérification.
campaign-extend = Repousser la clôture, ajouter un rappel
campaign-extend-what = On peut répondre jusqu'au { $day } inclus. La nouvelle date, au plus tard le { $latest }, s'affiche aussitôt sur toutes les pages et dans les messages qui partiront ; ceux déjà partis gardent l'ancienne.
campaign-extend-codes = Les papiers imprimés portent l'ancienne date : affichez la nouvelle, ou réimprimez-les.
campaign-extend-day = Nouveau dernier jour
campaign-extend-move = Déplacer aussi le rappel du { $day } au dernier jour ouvré de la campagne
campaign-extend-reminder = Un rappel de plus (facultatif)
campaign-extend-reminder-hint = À partir de demain ; trois rappels au plus en tout.
campaign-extend-full = Les trois rappels sont déjà prévus : aucun ne s'ajoute.
campaign-extend-confirm = Enregistrer
campaign-extended-from = d'abord annoncée pour le { $day }
flash-campaign-extended = Clôture repoussée : on peut répondre jusqu'au { $day } inclus.
flash-campaign-extended-reminders = Clôture repoussée : on peut répondre jusqu'au { $day } inclus. Rappels à venir : { $reminders }.
flash-campaign-reminder-added = Rappel ajouté. Rappels à venir : { $reminders }. La clôture reste au { $day }.
campaign-fault-over = Le dernier jour est passé : la campagne se clôt d'elle-même dans la minute.
campaign-fault-earlier = Cette date est plus tôt que la clôture prévue. Pour finir plus tôt, utilisez « Clore maintenant ».
campaign-fault-same-day = Rien à changer : choisissez une date plus tardive, ou un rappel de plus.
campaign-fault-too-late = Une campagne dure au plus { $days } jours après son ouverture.
campaign-fault-reminder-there = Un rappel est déjà prévu ce jour-là : choisissez-en un autre.
campaign-fault-reminder-after = Un rappel de plus se place après aujourd'hui, et au plus tard le jour de la clôture.
campaign-fault-no-newcomer = Personne de plus à inviter.
newcomers-title = Personnes arrivées depuis l'ouverture
newcomers-people = { $n ->
    [one] Une personne est arrivée et n'est pas invitée.
   *[other] { $n } personnes sont arrivées et ne sont pas invitées.
}
newcomers-codes = { $n ->
    [one] Une n'a pas d'adresse : elle aura un code sur papier.
   *[other] { $n } n'ont pas d'adresse : elles auront un code sur papier.
}
newcomers-group = { $name } : { $n ->
    [one] une personne
   *[other] { $n } personnes
}
newcomers-what = Elles sont comptées dans leur groupe. Ceux qui ont déjà été invités ne reçoivent rien de plus.
newcomers-codes-note = Imprimez ensuite les codes à nouveau : les anciens sont les mêmes, les nouveaux s'y ajoutent. Mêlez-les à ceux qui restent dans la boîte : un papier remis à part se reconnaît.
newcomers-invite = { $n ->
    [one] Inviter cette personne
   *[other] Inviter ces { $n } personnes
}
newcomers-ungrouped = { $n ->
    [one] Une personne ne peut pas être invitée : son service
   *[other] { $n } personnes ne peuvent pas être invitées : leur service
} ({ $units }) n'était d'aucun groupe interrogé à l'ouverture, et les groupes ne changent plus. Ce sera pour la prochaine campagne.
flash-newcomers-invited = { $n ->
    [one] Une personne de plus est invitée.
   *[other] { $n } personnes de plus sont invitées.
}
campaign-closed-lede = La campagne est close et ses résultats sont en cours de publication : quelques minutes au plus.
campaign-published-lede = Les résultats sont publiés et ne changeront plus.
campaign-publication = Publication
campaign-reload = Voir où elle en est
campaign-steps-lede = Vous pouvez fermer cette page : le travail continue sans elle. Revenez ou actualisez pour voir où il en est.
campaign-step-closing = Clore
campaign-step-deciding = Décider ce qui peut être affiché
campaign-step-sealing = Mélanger les réponses
campaign-step-counting = Compter et publier
campaign-step-telling = Annoncer
campaign-no-worker-title = La publication attend.
campaign-no-worker = La campagne est bien close, mais aucun processus de travail ne semble tourner : dites-le à votre administrateur. Dès qu'il en démarre un, la publication se fait d'elle-même.
campaign-step-failed-title = La dernière tentative n'a pas abouti.
campaign-step-failed = Le programme recommence chaque minute, là où il s'est arrêté ; rien n'est perdu. Si cela dure, votre administrateur en lit la cause à la page Tâches.
campaign-closed-on = Close le
campaign-published-on = Publiée le
campaign-fingerprint = Empreinte
flash-campaign-created = Campagne créée, avec des groupes proposés. Relisez la vérification avant d'ouvrir.
flash-campaign-saved = Réglages enregistrés.{ $placed ->
    [0] { "" }
    [one] { " " }Un service nouveau a trouvé un groupe.
   *[other] { " " }{ $placed } services nouveaux ont trouvé un groupe.
}
flash-campaign-groups = Groupes enregistrés.
flash-campaign-proposed = Groupes proposés de nouveau.
flash-campaign-scheduled = Ouverture programmée.
flash-campaign-unscheduled = Ouverture annulée : la campagne est de nouveau un brouillon.
flash-campaign-opened = { $n ->
    [one] Campagne ouverte : une personne est invitée.
   *[other] Campagne ouverte : { $n } personnes sont invitées.
}
flash-campaign-closed = Campagne close. La publication suit.

check-settings = Les réglages sont incomplets : les personnes interrogées lisent qui est responsable des données et à qui écrire.

effect-title = Par rapport à la dernière campagne publiée ({ $wave })
effect-same = Tous les groupes de la dernière campagne publiée sont gardés ({ $wave })
effect-unsaved = Voici l'effet de ce qui est dans le formulaire ; rien n'est encore enregistré.
effect-nothing = Aucune campagne n'a encore été publiée : il n'y a rien à quoi comparer ces groupes. Rien n'est encore enregistré.
effect-lost = { $n ->
    [one] Ce groupe publié ne sera plus comparable : { $names }.
   *[other] Ces { $n } groupes publiés ne seront plus comparables : { $names }.
}
effect-kept = { $n ->
    [one] Un groupe gardé
   *[other] { $n } groupes gardés
}
effect-changed = modifié.
effect-new = nouveau.
effect-gone = disparu.
effect-added = Arrivent : { $units }.
effect-left = Partent : { $units }.
effect-was-published = n'est plus comparable
effect-trends = Comparaisons pour l'ensemble des clients
effect-holds = tenue
effect-breaks = rompue
effect-first = première
effect-common = { $suppliers } : { $percent } % des personnes sont dans des groupes inchangés depuis la vague précédente ({ $wave }).
effect-no-wave = { $suppliers } : encore dans aucune campagne publiée.
effect-rule = Une comparaison tient quand 80 % des personnes au moins sont dans des groupes de même code et de mêmes services aux deux campagnes, et quand les questions restent les mêmes.

forecast-title = Ce que chaque responsable verra
forecast-lede = Prévision selon la participation, avec la règle de la publication. Elle ne connaît que les effectifs : des réponses toutes pareilles, ou une question peu remplie, cacheront davantage.
forecast-supplier = Fournisseur interne
forecast-at = À { $percent } %
forecast-nothing = rien : trop peu de réponses
forecast-total-value = Ensemble : moyenne et part seulement
forecast-total-everything = Ensemble : tout
forecast-groups = { $all ->
    [0] aucun groupe
   *[other] { $shown ->
        [0] aucun groupe sur { $all }
        [one] un groupe sur { $all }
       *[other] { $shown } groupes sur { $all }
    }
}
forecast-levels = { $n ->
    [0] sans répartition
    [one] dont un avec répartitions
   *[other] dont { $n } avec répartitions
}
forecast-no-groups = aucun chiffre par groupe, car un fichier des réponses est remis
forecast-bare = { $names } : rien ne s'afficherait par groupe à 60 % de participation.
forecast-merge = Réunir des groupes
forecast-hidden = Les groupes qui resteraient cachés
forecast-none-hidden = aucun

# Les codes sur papier
check-codes = { $people ->
    [one] Une personne n'a pas d'adresse e-mail et reçoit un code sur papier
   *[other] { $people } personnes n'ont pas d'adresse e-mail et reçoivent un code sur papier
} : pensez à imprimer les papiers après l'ouverture.
codes-title = Codes sur papier
codes-follow = { $n ->
    [one] Une personne sans adresse e-mail tire un code sur papier
   *[other] { $n } personnes sans adresse e-mail tirent un code sur papier
}. Elles ne reçoivent pas de rappel : rappelez-leur la date de clôture par affichage.
codes-print = Voir et imprimer les papiers
codes-lede = { $n ->
    [0] Aucun papier à imprimer
    [one] Un papier à imprimer
   *[other] { $n } papiers à imprimer
}, sans nom, dans un ordre tiré au sort.
codes-none = Tout le monde a une adresse e-mail dans cette campagne.
codes-how = Comment faire
codes-how-print = Imprimez cette page depuis votre navigateur, puis découpez. Chaque groupe commence une nouvelle feuille.
codes-how-fold = Pliez chaque papier, et mettez ceux d'un groupe dans une boîte à part.
codes-how-draw = Chaque personne du groupe sans adresse e-mail en tire un. Ne notez pas qui a tiré quoi : c'est ce qui fait que personne ne le sait.
codes-again = Imprimer de nouveau donne les mêmes codes, et non des codes de plus : détruisez les papiers en trop. Un code ouvre un questionnaire à qui le tient ; l'affichage de cette page est noté au journal.
codes-pile = { $group } : { $n ->
    [one] un papier
   *[other] { $n } papiers
}
codes-alone = Un seul papier dans ce groupe : vous saurez à qui il va, comme avec un lien envoyé par e-mail.
campaign-results-mails = E-mails de résultats
campaign-moved-mails = E-mails sur les actions qui ont avancé
campaign-results-sent = { $n ->
    [0] Aucun e-mail envoyé encore, sur { $all }
    [one] Un e-mail envoyé sur { $all }
   *[other] { $n } e-mails envoyés sur { $all }
}
campaign-mails-stopped = { $n ->
    [one] Un e-mail a été abandonné.
   *[other] { $n } e-mails ont été abandonnés.
}
campaign-mails-halted = Les envois se sont arrêtés d'eux-mêmes.
campaign-mails-halted-why = Le serveur de messagerie a refusé trop d'e-mails : cinquante de suite, ou au moins un sur vingt. Ses derniers mots :
campaign-mails-halted-next = Réglez la cause avec la personne qui s'occupe du serveur de messagerie, puis reprenez les envois ici. Rien n'est perdu de ce qui attend.
campaign-mails-paused = Les envois sont en pause. Ce qui attend partira à la reprise.
campaign-mails-rest = Le serveur de messagerie ne répond pas. Nouvel essai le { $day } à { $hour } h { $minute } ; rien n'est perdu.
campaign-mails-off-hours = Hors des heures d'envoi.
campaign-mails-pace = { $n ->
    [one] Un e-mail par minute en ce moment.
   *[other] { $n } e-mails par minute en ce moment.
}
campaign-mails-end = Fin prévue le { $day } à { $hour } h { $minute }.
campaign-mails-no-end = Aucune fin en vue avec les réglages d'envoi.
campaign-mails-look = Actualiser
campaign-mails-pause = Mettre les envois en pause
campaign-mails-resume = Reprendre les envois
campaign-mails-stop = Abandonner les envois qui attendent
campaign-mails-stop-what = { $n ->
    [one] Un e-mail attend : il ne partira jamais, même après une reprise.
   *[other] { $n } e-mails attendent : ils ne partiront jamais, même après une reprise.
}
campaign-mails-stop-reminders = Les rappels prévus plus tard partiront quand même.
campaign-mails-stop-confirm = { $n ->
    [one] Abandonner cet e-mail
   *[other] Abandonner ces { $n } e-mails
}
flash-mails-paused = Les envois sont en pause.
flash-mails-resumed = Les envois reprennent.
flash-mails-stopped = { $n ->
    [0] Plus rien n'attendait.
    [one] Un e-mail est abandonné.
   *[other] { $n } e-mails sont abandonnés.
}
campaign-plan-end = { $n ->
    [one] L'invitation serait partie le { $day } à { $hour } h { $minute }.
   *[other] Les { $n } invitations seraient parties le { $day } à { $hour } h { $minute }.
}
campaign-plan-never = Avec les réglages d'envoi, les invitations ne partiraient jamais toutes : voyez avec l'administration.
campaign-plan-pace = { $n ->
    [one] Les réglages permettent un e-mail par minute.
   *[other] Les réglages permettent { $n } e-mails par minute.
}
campaign-plan-day = { $n } au plus par jour.
campaign-plan-free = Les réglages ne limitent pas le rythme : votre serveur de messagerie décide.
halted-mail-subject = Baromètre : les envois se sont arrêtés ({ $wave })
halted-mail-what = Les envois de la campagne du { $wave } se sont arrêtés d'eux-mêmes : le serveur de messagerie en a refusé trop, cinquante de suite ou au moins un sur vingt. Les autres attendent, rien n'est perdu.
halted-mail-said = Ses derniers mots :
halted-mail-next = Réglez la cause avec la personne qui s'occupe du serveur de messagerie, puis reprenez les envois sur la page de la campagne.
halted-mail-button = Voir la campagne
halted-mail-why = Vous recevez ce message parce que vous menez les campagnes du baromètre.

# Personnes invitées
invited-title = Personnes invitées
invited-lede = Qui a reçu une invitation, et si le message est parti. Personne ne peut voir ici qui a répondu.
invited-unreached-title = Personnes non jointes
invited-unreached-lede = Leur invitation n'est pas arrivée. Corrigez l'adresse, ou renvoyez le message quand la boîte accepte de nouveau les messages. Ces personnes restent comptées parmi les invités.
invited-unreached-all = { $n ->
    [one] La personne non jointe
   *[other] Les { $n } personnes non jointes
}
invited-search = Chercher un nom ou une adresse
invited-nobody = Personne n'a été invité par messagerie.
invited-mail = Message d'invitation
invited-mail-sent = parti
invited-mail-waiting = attend son tour
invited-mail-failed = non remis
invited-mail-stopped = envoi abandonné
invited-mail-held = retenu après une restauration
invited-mail-withdrawn = plus comptée parmi les invités
invited-mail-away = absente ou partie : aucun message
invited-since = Depuis le
invited-what-to-do = Que faire
invited-correct = Corriger
invited-again = Renvoyer
guest-invitation = L'invitation
guest-since = depuis le { $day }
guest-nothing-known = Cette page est la même que la personne ait répondu ou non.
guest-person = Fiche de la personne
guest-closed = La campagne n'est plus ouverte : il n'y a plus rien à envoyer.
guest-address = Le message n'est pas arrivé
guest-address-what = Si l'adresse est fausse, corrigez-la : la même invitation part tout de suite à la nouvelle adresse. Corrigez-la aussi dans le fichier des personnes, sinon le prochain import remettra l'ancienne.
guest-address-label = Adresse
guest-address-button = Corriger et renvoyer
guest-again-what = Si l'adresse est juste (boîte pleine, panne passagère), renvoyez l'invitation.
guest-again-button = Renvoyer à la même adresse
guest-link = Un nouveau lien
guest-link-what = Pour quelqu'un qui a perdu son lien, ou l'a transmis par erreur.
guest-link-open = Donner un nouveau lien
guest-link-lost = L'ancien lien ne servira plus, et un brouillon commencé sera perdu.
guest-link-button = Remplacer le lien et l'envoyer
guest-withdraw = Ne fait plus partie des personnes interrogées
guest-withdraw-what = La personne est partie, ou l'adresse est celle de quelqu'un d'autre : elle n'est plus comptée parmi les invités, ne reçoit plus de message, et son lien ne sert plus. Si une réponse a été envoyée par ce lien, elle reste : rien ne permet de la retrouver.
guest-away-what = Pour une absence longue, mettez « away » dans la colonne state du fichier des personnes : la personne ne reçoit plus de message et reste comptée.
guest-withdraw-open = La retirer du compte
guest-withdraw-sure = Vous pourrez la remettre tant que la campagne est ouverte.
guest-withdraw-button = Retirer du compte
guest-back = Retirée du compte
guest-back-what = Cette personne n'est plus comptée parmi les invités et son lien ne sert plus. Si c'était une erreur, remettez-la : son lien servira de nouveau.
guest-back-button = Remettre parmi les invités
guest-fault-not-open = La campagne n'est plus ouverte.
guest-fault-withdrawn = Cette personne n'est plus comptée parmi les invités.
guest-fault-role = Cette personne a un rôle : seul un administrateur peut changer son adresse, car un lien de connexion y est envoyé.
guest-fault-not-failed = L'invitation de cette personne n'est pas en échec : il n'y a rien à renvoyer.
guest-fault-too-many = Une personne sur cinq d'un groupe, au plus, peut être retirée du compte : sinon le décompte parlerait de ceux qui restent.
flash-address-corrected = L'adresse est corrigée. L'invitation part à la nouvelle adresse.
flash-sent-again = L'invitation repart.
flash-link-reissued = Le lien est remplacé. Il part dans un nouveau message.
flash-withdrawn = La personne n'est plus comptée parmi les invités.
flash-put-back = La personne est de nouveau comptée parmi les invités.
held-title = Des messages sont retenus.
held-what = La base a été restaurée d'une sauvegarde : les messages qui attendaient alors ont pu partir depuis, avant la panne.
held-number = { $n ->
    [one] Une invitation est retenue.
   *[other] { $n } invitations sont retenues.
}
held-choice = Si le journal du serveur de messagerie montre qu'ils ne sont pas partis, envoyez-les. Sinon, qui a déjà reçu le sien le recevrait deux fois.
held-send = Les envoyer maintenant
flash-held-sent = Les messages retenus reprennent leur tour.
campaign-reminders-propose = Proposer les dates de rappel

# Les e-mails d'une campagne : textes, aperçu, essai
letters-title = E-mails
letters-lede = Ce que les personnes interrogées lisent, tel qu'elles le recevront.
letters-texts = Vos mots
letters-fixed = L'objet et les premiers mots sont à vous, en texte simple. Le reste ne se change pas : qui est concerné, jusqu'à quand, le lien, et ce qui est garanti sur les réponses.
letters-open = La campagne est ouverte : ce que vous changez vaut pour les e-mails qui ne sont pas encore partis.
letters-over = La campagne est close : ces textes ne changent plus.
letters-kind-invitation = Invitation
letters-kind-reminder = Rappel
letters-kind-moved = Ce qui a avancé
letters-kind-results = Résultats
letters-usual = Laissé vide : « { $text } ».
letters-usual-none = Laissé vide : rien de plus.
letters-most = { $n } caractères au plus.
letters-preview = Aperçu
letters-search = Voir comme une autre personne
letters-search-hint = une partie du nom ou de l'adresse e-mail
letters-find = Chercher
letters-none-found = Personne de ce nom parmi les personnes interrogées par e-mail.
letters-as = Tel que { $name } ({ $unit }) le recevrait.
letters-example = Les liens sont des exemples et n'ouvrent rien.
letters-when = Part le : { $days }.
letters-when-moved = Part une seule fois, au plus tôt deux semaines après la publication et une semaine après qu'une action visible a avancé ; à qui travaille alors dans les unités interrogées. Jamais pendant une campagne.
letters-when-results = Part à la publication, à toutes les personnes interrogées.
letters-as-text = En texte simple
letters-as-html = Mis en forme, tel que reçu
letters-test = M'envoyer cet e-mail
letters-test-what = L'essai part à votre adresse seulement, marqué [test], et ne compte nulle part. Les textes non enregistrés n'y sont pas.
letters-fault-long = { $most } caractères au plus.
letters-fault-over = La campagne est close : ces textes ne changent plus.
letters-fault-what = Choisissez un e-mail et une personne interrogée.
letters-fault-many = { $n } essais par heure au plus : réessayez plus tard.
flash-letters-saved = Textes enregistrés, pour les e-mails qui ne sont pas encore partis.
flash-letters-test = Un essai part à votre adresse.
letters-see = Textes, aperçu et essai des e-mails

# À celles et ceux qui mènent une campagne
launch-mail-subject = L'enquête a commencé : réponses jusqu'au { $day }
launch-mail-what = L'enquête du { $wave } interroge vos collègues sur { $services }.
launch-mail-until = Chaque personne a reçu un lien par e-mail, ou un code sur papier. On peut répondre jusqu'au { $day } inclus, en quelques minutes.
launch-mail-encourage = Ce qui aide : dire à vos équipes et à vos interlocuteurs que leur avis vous intéresse, rappeler ce qui a changé depuis la dernière fois, laisser quelques minutes en réunion.
launch-mail-never = Ne demandez à personne si elle ou il a répondu, ni quoi : chacun est libre, et personne ne peut le savoir. Aucun résultat ne s'affiche pour moins de { $n } réponses. Vous recevrez un message quand vos résultats seront prêts.
launch-mail-button = Voir les questions
launch-mail-why = Vous recevez ce message parce que vous dirigez un service concerné par l'enquête.
low-mail-subject = Participation faible : { $wave }
low-mail-what = La moitié du temps est passée et la participation à la campagne du { $wave } est de { $share } ({ $n ->
    [one] une réponse
   *[other] { $n } réponses
}, compte du { $day }).
low-mail-do = Il reste jusqu'au { $day }. Ce qui aide : un mot de la direction, un affichage, quelques minutes en réunion d'équipe, un rappel de ce qui a été fait après la dernière enquête. Les rappels prévus partent d'eux-mêmes.
low-mail-never = Ne demandez à personne si elle ou il a répondu.
low-mail-button = Voir la participation
low-mail-why = Vous recevez ce message, une fois par campagne, parce que vous menez les campagnes du baromètre.
campaign-mails-narrow = { $n ->
    [one] Le serveur d'envoi n'accepte qu'une connexion à la fois ; d'autres sont essayées à nouveau le { $day } à { $hour } h { $minute }.
   *[other] Le serveur d'envoi n'accepte que { $n } connexions à la fois ; d'autres sont essayées à nouveau le { $day } à { $hour } h { $minute }.
}
campaign-announce-days = Jours ouvrés entre la publication et le message aux personnes interrogées
campaign-announce-days-hint = de 0 (tout de suite) à 10. Les responsables et les RH sont prévenus tout de suite : 3 jours leur laissent le temps de lire et de décider d'une première action
campaign-fault-announce = de 0 à { $most } jours ouvrés
campaign-announcing = Annonce aux personnes interrogées
campaign-announce-on = Elles recevront les résultats le { $day }. D'ici là, leur lien dit ce jour ; les chiffres ne changent plus.
campaign-announce-soon = Elles recevront les résultats dès que la publication sera terminée.
campaign-announced-on = Annoncés le { $day } ; les e-mails partent à leur rythme.
campaign-announce-nothing = Trop peu de réponses pour qu'un résultat soit montré : leur message le dira, et rien d'autre.
campaign-announce-now = Les prévenir maintenant
flash-announced = Le message part aux personnes interrogées.
closing-today = Si vous clôturiez maintenant
closing-count = Au dernier comptage, le { $day } : { $sent } envois pour { $invited } personnes.
closing-no-count = Trop peu de personnes ont répondu au dernier comptage pour qu'un nombre puisse être dit.
closing-nothing = Rien ne serait affiché, pour aucun service.
closing-nothing-what = Les responsables liraient une page vide, et les personnes interrogées un message qui le dit. La clôture ne se défait pas : repoussez-la d'abord, avec un rappel.
closing-bare = Rien ne serait affiché de : { $names }.
closing-bare-what = Quelques réponses de plus suffiraient peut-être : vous pouvez repousser la clôture, avec un rappel.
closing-hidden = Non affichés : { $names }.
closing-how = D'après le dernier comptage par groupe et la règle de la publication. Les réponses elles-mêmes ne sont pas lues : ce qui sera affiché peut être un peu différent.
closing-put-off = Repousser la clôture
check-near-before = { $name } : à { $n ->
    [one] une personne
   *[other] { $n } personnes
} près, ses clients sont ceux de { $wave }. En soustrayant les chiffres des deux vagues, on saurait à peu près ce que { $n ->
    [one] cette personne a dit
   *[other] ces personnes ont dit
}.
check-joined = Personnes qui n'étaient pas interrogées lors de { $wave } : { $groups }. Est-ce bien ce qui a changé dans l'organisation ? Des personnes ajoutées à un groupe peuvent faire ressortir celles qui y étaient.
campaign-announce-sure = Chaque personne interrogée reçoit l'e-mail des résultats et son lien y mène. Cela ne se reprend pas.
campaign-announce-go = Envoyer les résultats
letters-invitation-subject = Objet de l'invitation
letters-invitation-introduction = Premiers mots de l'invitation
letters-reminder-subject = Objet du rappel
letters-reminder-introduction = Premiers mots du rappel
check-missing-language = { $n ->
    [0] { $name } : tout n'est pas écrit en { $language }. Personne de cette langue n'est invité.
    [one] { $name } : tout n'est pas écrit en { $language } ; une personne invitée lira une autre langue.
   *[other] { $name } : tout n'est pas écrit en { $language } ; { $n } personnes invitées liront une autre langue.
}
course-title = Participation au fil des jours ouvrés
course-days = jours ouvrés depuis l'ouverture
course-reminders = Trait pointillé : rappel.
course-table = Les chiffres de ce graphique
campaign-period-first = Premier jour de la période
campaign-period-last = Dernier jour de la période
campaign-period-hint = Ce sur quoi on interroge : le trimestre du code, si vous laissez vide. Les engagements pris jusque-là comptent.
campaign-fault-period = La période a un premier et un dernier jour, dans cet ordre.
check-small-team = { $name } : { $n ->
    [one] une seule personne y travaille
   *[other] { $n } personnes y travaillent
}. Ses résultats n'iront qu'à son responsable, aux ressources humaines et à la direction : ailleurs, ce serait noter une personne.
campaign-mirror-legend = Page miroir : demander à l'équipe comment elle pense être jugée
campaign-mirror-hint = Les personnes invitées de la branche du service, ses responsables exceptés, ont quelques questions de plus à la fin de leur lien. Rien n'est montré sous { $n } feuilles. Seuls la personne responsable du service et la direction la lisent.
check-mirror = { $name }, page miroir : { $people } personnes de l'équipe auront quelques questions de plus.
check-mirror-few = { $name }, page miroir : { $people ->
    [0] personne de l'équipe ne serait interrogé
    [one] une seule personne de l'équipe serait interrogée
   *[other] { $people } personnes de l'équipe seulement seraient interrogées
}. Il en faut { $n } : ces questions ne seront pas posées.
check-mirror-shared = { $name }, page miroir : un autre service a la même unité, et c'est pour lui que l'équipe est interrogée. Donnez à chacun son unité, ou ne cochez que l'un des deux.
campaign-fault-mirror = La page miroir est cochée pour un service que la campagne n'interroge pas : cochez aussi le service, ou décochez sa page.

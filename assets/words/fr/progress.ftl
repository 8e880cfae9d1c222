action-plan = Plan de progrès
action-lede = { $n ->
    [0] Aucune action
    [one] Une action
   *[other] { $n } actions
}
action-lede-late = , { $n ->
    [one] une en retard
   *[other] { $n } en retard
}
action-lede-effective = , { $n ->
    [one] une vérifiée efficace
   *[other] { $n } vérifiées efficaces
}
action-new = Nouvelle action
action-new-for = Nouvelle action : { $supplier }
action-create = Créer l'action
action-edit = Modifier
action-edit-title = Modifier l'action { $reference }
action-back = Tout le plan
action-views = Vues du plan
action-view-board = Tableau
action-view-list = Liste par échéance
action-search = Rechercher une action
action-filter = Filtrer
action-supplier = Fournisseur interne
action-all-suppliers = Tous
action-status = État
action-all-statuses = Tous
action-none-found = Aucune action ne correspond à cette recherche.
action-show-all = Voir toutes les actions
action-none-head = Le plan est encore vide. Partez d'un résultat : depuis la page du trimestre, une priorité devient une action avec sa valeur de départ.
action-none-results = Voir les résultats
action-none = Aucune action ne vous concerne pour l'instant. Une action apparaît ici dès qu'elle vous est confiée.
action-more = { $n ->
    [one] Voir une action de plus
   *[other] Voir { $n } actions de plus
}
action-list-caption = Les actions, en retard d'abord, puis par échéance
action-title = Action
action-due = Échéance
action-owner = Pilote
action-figure = Mesure
action-late = en retard
action-colon = { " " }:
action-awaits = mesure au prochain trimestre
action-card-due = pour le { $day }
action-card-done = fait le { $day }
action-target-reached = cible { $target } : atteinte
action-target-missed = cible { $target } : pas atteinte
action-target-short = cible { $target }
action-target = Cible : { $target } d'avis favorables.
action-baseline = Valeur de départ :
action-baseline-note = Cette valeur est reprise de la publication. Elle ne se modifie pas : c'est à elle que la prochaine mesure sera comparée.
action-origin-share = { $share } d'avis favorables
action-between = (entre { $low } et { $high })
action-subject-overall = Satisfaction globale

action-status-proposed = Proposée
action-status-accepted = Acceptée
action-status-in_progress = En cours
action-status-suspended = Suspendue
action-status-done = Réalisée
action-status-verified = Vérifiée
action-status-abandoned = Abandonnée
action-kind-corrective = Corrective : réparer ce qui ne va pas
action-kind-preventive = Préventive : éviter que cela n'arrive
action-kind-communication = Communication : mieux faire savoir
action-kind-training = Formation
action-kind-commitment_changed = Engagement revu
action-effect-confirmed_up = amélioration confirmée
action-effect-not_shown = amélioration non démontrée
action-effect-confirmed_down = baisse confirmée
action-effect-too_few = trop peu de réponses
action-effect-not_comparable = plus comparable
action-verdict-effective = efficace
action-verdict-not_effective = pas efficace

action-field-title = Titre
action-field-finding = Constat
action-field-kind = Type
action-field-owner = Pilote (adresse e-mail)
action-field-starts_on = Début
action-field-due_on = Échéance
action-field-target = Cible, en % d'avis favorables
action-hint-title = Ce qui va être fait, en quelques mots.
action-hint-finding = Ce que les réponses montrent, sans citer personne.
action-hint-owner = Une personne de l'annuaire. Elle verra cette action et pourra la faire avancer.
action-hint-start = Facultatif
action-hint-due = Le jour où ce sera fait
action-hint-target = Facultatif, par exemple 55
action-hint-reason = Elle reste dans l'historique, que la direction peut lire.
action-public = Ce que lisent les personnes interrogées
action-public-warning = Attention : ce texte sera lu par toutes les personnes interrogées. Écrivez une phrase simple, qui nomme le service, et ne reprenez les mots d'aucun commentaire : son auteur pourrait être reconnu.
action-visible = Montrer ce texte aux personnes interrogées
action-is-visible = Montré aux personnes interrogées dès que l'action est acceptée.
action-is-not-visible = Pas montré aux personnes interrogées.

action-errors = { $n ->
    [one] Un point à corriger
   *[other] { $n } points à corriger
}
action-refused = Rien n'a été changé
action-error-title = donnez un titre à l'action.
action-error-title-long = le titre dépasse { $most } caractères.
action-error-finding-long = le constat dépasse { $most } caractères.
action-error-kind = choisissez un type de la liste.
action-error-owner = personne dans l'annuaire n'a cette adresse, ou cette personne est partie.
action-error-day = cette date n'existe pas ; écrivez-la jour, mois, année.
action-error-start = le début vient après l'échéance.
action-error-due = donnez une échéance.
action-error-due-past = cette date est déjà passée.
action-error-target = écrivez un nombre entre 0 et 100, par exemple 55.
action-error-public = écrivez le texte à montrer, ou décochez la case.
action-error-public-long = le texte dépasse { $most } caractères.
action-error-changed = Quelqu'un a modifié cette action pendant que vous écriviez. Votre saisie est encore ci-dessous : relisez l'action, puis enregistrez de nouveau.
action-error-done-future = La date de réalisation est dans le futur.
action-error-reason = Dites pourquoi l'action est abandonnée.
action-error-reason-long = La raison dépasse { $most } caractères.
action-error-verdict = Choisissez : efficace ou pas efficace.
action-error-step = Cette étape n'est pas possible : l'action est à l'état « { $status } ». Quelqu'un l'a peut-être fait avancer entre-temps.

action-about = L'action
action-effect-title = La mesure et son effet
action-effect-waiting = La prochaine publication dira si quelque chose a changé.
action-effect-not-shown-note = L'écart observé peut être dû au hasard ; cela ne veut pas dire que rien n'a changé.
action-done-on = Réalisée le
action-reason = Raison de l'abandon
action-next = La suite
action-step-acceptance = Accepter l'action
action-step-start = Commencer
action-step-resume = Reprendre
action-step-suspension = Suspendre
action-step-completion = Déclarer réalisée
action-step-abandonment = Abandonner l'action
action-step-verification = Enregistrer la vérification
action-verify-question = L'action a-t-elle été efficace ?
action-history = Historique
action-event-created = Action créée
action-event-edited = Modifiée
action-event-accepted = Acceptée
action-event-started = En cours
action-event-suspended = Suspendue
action-event-done = Réalisée
action-event-done-on = Réalisée le { $day }
action-event-abandoned = Abandonnée
action-event-verified = Vérifiée
action-event-effect = Mesure du { $wave } :
action-change-title = titre
action-change-finding = constat
action-change-kind = type
action-change-owner = pilote
action-change-starts_on = début
action-change-due_on = échéance
action-change-target = cible
action-change-public = texte public
action-change-visible = visibilité

flash-action-created = L'action { $reference } est créée. Elle attend d'être acceptée.
flash-action-saved = L'action { $reference } est enregistrée.
flash-action-accepted = L'action { $reference } est acceptée.
flash-action-started = L'action { $reference } est en cours.
flash-action-suspended = L'action { $reference } est suspendue.
flash-action-done = L'action { $reference } est réalisée. La prochaine publication dira si quelque chose a changé.
flash-action-abandoned = L'action { $reference } est abandonnée.
flash-action-verified = La vérification de l'action { $reference } est enregistrée.
results-ready-mail-subject = Vos résultats sont prêts : { $supplier }, { $wave }
results-ready-mail-what = Les résultats de votre service ({ $supplier }, { $wave }) sont publiés :
results-ready-mail-button = Voir mes résultats
results-ready-mail-next = Depuis cette page, une priorité devient une action du plan de progrès, avec sa valeur de départ. Les personnes interrogées liront ce que vous choisissez de rendre visible.
action-correct = À corriger :

# Les actions à échéance
due-mail-subject = { $n ->
    [one] Une action arrive à échéance
   *[other] { $n } actions arrivent à échéance
}
due-mail-what = { $n ->
    [one] Cette action du plan de progrès vous est confiée ; elle est en retard ou à finir sous peu :
   *[other] Ces actions du plan de progrès vous sont confiées ; elles sont en retard ou à finir sous peu :
}
due-mail-late = en retard : à finir pour le { $day }
due-mail-soon = à finir pour le { $day }
due-mail-button = Voir mes actions
due-mail-why = Vous recevez ce message, une fois par semaine au plus, parce que ces actions vous sont confiées. Une action faite ou reportée n'y figure plus.
results-ready-mail-subject-hr = Les résultats sont publiés : { $wave }
results-ready-mail-nothing = La campagne est close ({ $supplier }, { $wave }). Trop peu de réponses sont venues pour qu'un résultat de votre service soit montré ; la page dit ce qui peut l'être :
results-ready-mail-hr = Les résultats du { $wave } sont publiés. Les responsables viennent de recevoir les leurs.
results-ready-mail-hr-nothing = La campagne du { $wave } est close et publiée. Trop peu de réponses sont venues pour qu'un résultat soit montré : les personnes interrogées recevront un message qui le dit.
results-ready-mail-announce = Les personnes interrogées l'apprendront le { $day } : d'ici là, lisez vos résultats et décidez d'une première action, qui figurera sur leur page.
results-ready-mail-announce-hr = Les personnes interrogées l'apprendront le { $day }. Depuis la page de la campagne, vous pouvez les prévenir plus tôt.
results-ready-mail-announced = Les personnes interrogées en sont prévenues en même temps.
results-ready-mail-button-hr = Voir la campagne
due-mail-subject-orphans = { $n ->
    [one] Une action n'est plus confiée à personne
   *[other] { $n } actions ne sont plus confiées à personne
}
due-mail-orphans = { $n ->
    [one] La personne chargée de cette action est partie : confiez-la à quelqu'un d'autre, ou abandonnez-la en disant pourquoi.
   *[other] Les personnes chargées de ces { $n } actions sont parties : confiez-les à quelqu'un d'autre, ou abandonnez-les en disant pourquoi.
}
due-mail-orphan = était à { $owner }, à finir pour le { $day }
due-mail-why-orphans = Vous recevez ce message, une fois par semaine au plus, parce que vous veillez sur ce plan. Une action confiée à quelqu'un d'autre n'y figure plus.
action-owner-left = n'est plus là
action-owner-left-what = { $owner } ne travaille plus ici : confiez cette action à quelqu'un d'autre, ou abandonnez-la.
action-owner-left-board = à confier à quelqu'un
action-field-public = Ce qui est dit à tous ({ $language })
action-field-public-text = Ce qui est dit à tous
action-suggestions = Partir de ce que d'autres ont fait
action-suggestions-note = Choisissez : le formulaire se remplit, vous changez ce que vous voulez. Ce que vous avez déjà écrit est remplacé.
action-more-fields = Qui aide, coût, décision attendue, contrôle, groupes concernés
action-field-contributors = Contributeurs (adresses)
action-hint-contributors = Facultatif. Des personnes de l'annuaire qui aident : elles voient l'action et peuvent écrire des notes. Une adresse par ligne.
action-field-cost = Coût
action-hint-cost = Facultatif, avec vos mots : un montant, des jours de travail.
action-field-awaits = Décision attendue de
action-hint-awaits = Facultatif : qui doit décider avant que l'on puisse continuer.
action-field-check_on = Date de contrôle
action-hint-check = Facultatif : le jour où vous regarderez si cela a marché. Le rappel hebdomadaire vous le dira.
action-field-groups = Groupes concernés
action-hint-groups = Facultatif : rien de coché, tous les clients sont concernés.
action-communication = Ce qu'elle fait savoir
action-field-audience = À qui le dire
action-hint-audience = « les chefs d'atelier », « tous les demandeurs »
action-field-medium = Par quel moyen
action-hint-medium = « affiche », « réunion d'équipe », « page intranet »
action-field-told_on = Quand le dire
action-tell-more = Une action de communication dit à qui, par quel moyen et quand.
action-contributors = Contributeurs
action-to-check = à contrôler
action-awaits-short = décision attendue : { $who }
action-note = Ajouter une note
action-hint-note = Où l'on en est, ce qui a été convenu. La note reste dans l'historique ; ne citez pas de commentaire.
action-note-add = Ajouter la note
action-undo = Annuler cette étape
action-event-undone = Étape annulée
action-error-contributor = personne dans l'annuaire n'a l'adresse { $address }, ou cette personne est partie.
action-error-contributors = nommez { $most } personnes au plus.
action-error-words-long = le texte dépasse { $most } caractères.
action-error-check = la date de contrôle précède l'échéance.
action-error-note = Écrivez la note avant de l'ajouter.
action-change-contributors = contributeurs
action-change-cost = coût
action-change-awaits = décision attendue
action-change-check_on = date de contrôle
action-change-groups = groupes concernés
action-change-audience = à qui le dire
action-change-medium = par quel moyen
action-change-told_on = quand le dire
flash-action-noted = La note a été ajoutée à l'action { $reference }.
flash-action-undone = L'étape est annulée : l'action { $reference } est comme avant.
flash-action-not-undone = Cette étape ne peut plus être annulée : il s'est passé autre chose sur l'action { $reference } depuis.
due-mail-subject-checks = { $n ->
    [one] Une action est à contrôler
   *[other] { $n } actions sont à contrôler
}
due-mail-checks = { $n ->
    [one] Cette action est faite, et vous aviez prévu de regarder maintenant si elle a marché. Sa page demande votre avis :
   *[other] Ces actions sont faites, et vous aviez prévu de regarder maintenant si elles ont marché. Leur page demande votre avis :
}
action-awaits-decision = décision attendue
events-title = Ce qui s'est passé
events-lede = Une panne, un déménagement, un nouvel outil : ce qui aide à lire l'évolution. Chaque fait est marqué sur la courbe, au trimestre dont les réponses l'ont suivi. Le lien de cause à effet reste à établir.
events-day = Jour
events-words = En quelques mots
events-words-hint = 40 caractères au plus, par exemple « panne de messagerie ». Lu par tous ceux qui lisent les résultats ; ne nommez personne.
events-add = Ajouter
events-list = Faits notés
events-remove = Retirer
events-none = Rien n'est encore noté.
event-error-future = Ce jour n'est pas encore passé.
event-error-words = Écrivez en quelques mots ce qui s'est passé.
flash-event-added = C'est noté : la courbe en porte la marque.
flash-event-removed = Retiré : la courbe n'en porte plus la marque.
results-ready-mail-direction = Les résultats de tous les services ({ $wave }) sont publiés :
results-ready-mail-mean = Moyenne : { $mean } sur { $most }
results-ready-mail-announce-direction = Les personnes interrogées l'apprendront le { $day } ; les responsables lisent les leurs d'ici là.
action-sort-due = échéance
action-sort-service = fournisseur
action-sort-owner = pilote
action-origins = D'où vient-elle
action-origin-figure = chiffre
action-origin-theme = thème des commentaires
action-origin-commitment = engagement
action-origin-point = point d'une relation
action-origin-idea = idée, en mots
action-origin-add = Ajouter une origine
action-origin-from = De la dernière publication
action-origin-words = Ou une idée, en mots
action-origin-save = Ajouter
action-origin-remove = Retirer
action-error-origin = Choisissez une origine dans la liste, ou écrivez une idée.
action-error-origin-again = Cette origine y est déjà, ou il y en a déjà { $most }.
action-change-origins = Origines
action-from-promise = Engagement : { $promise } { $verdict }.
action-agenda = Échéances pour mon agenda

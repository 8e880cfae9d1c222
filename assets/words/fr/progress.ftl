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
action-field-public_fr = Texte en français
action-field-public_en = Texte en anglais
action-hint-title = Ce qui va être fait, en quelques mots.
action-hint-finding = Ce que les réponses montrent, sans citer personne.
action-hint-owner = Une personne de l'annuaire. Elle verra cette action et pourra la faire avancer.
action-hint-start = Facultatif
action-hint-due = Le jour où ce sera fait
action-hint-target = Facultatif, par exemple 55
action-hint-reason = Elle reste dans l'historique, que la direction peut lire.
action-public = Ce que lisent les personnes interrogées
action-public-warning = Attention : ce texte sera lu par toutes les personnes interrogées. Écrivez une phrase simple, qui nomme le service, et ne reprenez les mots d'aucun commentaire : son auteur pourrait être reconnu.
action-missing = manque encore
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

feedback-title = Vous avez dit, nous faisons
feedback-lede = Merci à toutes les personnes qui ont répondu. Voici ce que vous avez dit, et ce qui est fait.
feedback-lede-said = Merci à toutes les personnes qui ont répondu. Voici ce que vous avez dit ; ce qui sera décidé s'affichera sur cette page.
feedback-favourable = avis favorables
feedback-n = { $n ->
    [one] { $n } réponse
   *[other] { $n } réponses
}
feedback-n-few = { $n ->
    [one] { $n } réponse, trop peu pour une marge d'erreur
   *[other] { $n } réponses, trop peu nombreuses pour une marge d'erreur
}
feedback-group = Votre groupe ({ $group }) :
feedback-strong = Ce que vous appréciez le plus :
feedback-weak = Ce que vous appréciez le moins :
feedback-doing = Ce que nous faisons
feedback-nothing = Rien n'est encore annoncé : ce qui sera décidé s'affichera ici.
feedback-since = En cours depuis le { $day }
feedback-from = Prévu à partir du { $day }
feedback-done = Fait le { $day }
feedback-finished = C'est fait
feedback-decided = Décidé
feedback-empty = Aucun résultat à montrer pour ce trimestre.
feedback-promise = Les réponses ne portent aucun nom, et un résultat n'est affiché que si au moins { $k } personnes ont répondu.
feedback-address = Cette page :
feedback-margin = Les deux nombres à côté d'un pourcentage donnent sa marge d'erreur. Ce que vous appréciez le plus ou le moins n'est nommé que si la différence dépasse cette marge.
feedback-past-title = De nouveaux résultats ont remplacé ceux-ci
feedback-past = Cette page a fait son temps. Les derniers résultats ont été envoyés par e-mail aux personnes interrogées, avec une nouvelle adresse.

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
results-mail-subject-nothing = Trop peu de réponses pour un résultat : { $wave }
results-mail-nothing = Trop peu de personnes ont répondu cette fois pour que nous montrions un résultat sans risquer de reconnaître quelqu'un. Aucun chiffre n'est donc affiché, pour personne.
results-mail-nothing-doing = Ce qui est déjà décidé est sur cette page :
results-mail-nothing-see = Cette page le redit, et montrera ce qui sera décidé :
results-mail-button-nothing = Voir la page
feedback-few = Merci à toutes les personnes qui ont répondu. Elles étaient trop peu nombreuses pour qu'un résultat soit montré.
feedback-few-why = Un chiffre n'est affiché que si au moins { $k } personnes l'ont donné, et si aucun rapprochement ne permet d'en reconnaître une. Cette fois, aucun ne l'est, pour personne.
feedback-few-next = Les réponses sont mélangées et gardées comme promis ; elles ne seront pas montrées autrement. À la prochaine enquête, quelques réponses de plus suffiront.
feedback-soon-title = Les résultats arrivent
feedback-soon = Ils seront sur cette page le { $day }. Vous recevrez aussi un message.
feedback-soon-no-day = Ils seront bientôt sur cette page. Vous recevrez aussi un message.
feedback-soon-why = Les responsables les lisent d'abord, pour pouvoir vous dire en même temps ce qu'ils en font. Les chiffres ne changent plus.
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
feedback-very-few = Très peu de personnes ont répondu : au plus { $rate } des personnes concernées par chaque service. Ces chiffres ne parlent que pour elles ; les autres pensent peut-être autrement, et la marge d'erreur n'en dit rien.

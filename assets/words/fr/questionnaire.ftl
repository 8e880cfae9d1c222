questionnaire-list-title = Questionnaires
questionnaire-list-lede = Chaque responsable définit les questions posées sur son service. Un socle commun permet de suivre l'essentiel ; le reste se choisit.
questionnaire-list-caption = Questionnaires par fournisseur interne
questionnaire-list-empty = Aucun fournisseur interne n'est déclaré pour vous. Les ressources humaines les déclarent à la page « Fournisseurs internes ».
questionnaire-title = Questionnaire : { $supplier }
questionnaire-supplier = Fournisseur interne
questionnaire-version = Version
questionnaire-version-n = version { $n }
questionnaire-versions = Versions
questionnaire-made-on = Créée le
questionnaire-state = État
questionnaire-state-draft = brouillon
questionnaire-state-frozen = figée
questionnaire-state-superseded = remplacée
questionnaire-questions = Questions
questionnaire-next-step = Prochaine étape
questionnaire-next-draft = Compléter et relire
questionnaire-next-frozen = Voir, ou préparer la suivante
questionnaire-next-superseded = Préparer la suivante
questionnaire-next-none = Créer le questionnaire
questionnaire-none-yet = pas encore de questionnaire
questionnaire-count-closed = { $n } { $n ->
    [0] question fermée
    [one] question fermée
   *[other] questions fermées
} sur { $most }
questionnaire-count-texts = { $n } { $n ->
    [0] texte
    [one] texte
   *[other] textes
} sur { $most }
questionnaire-missing = { $n ->
    [one] 1 traduction manque
   *[other] { $n } traductions manquent
}
questionnaire-minutes = { $n ->
    [one] Répondre prend au plus une minute.
   *[other] Répondre prend au plus { $n } minutes.
}
questionnaire-preview = Aperçu
questionnaire-compare = Comparaison
questionnaire-csv = Télécharger (CSV)
questionnaire-not-done = Rien n'a été changé
questionnaire-empty = Ce service n'a pas encore de questionnaire. Commencez par le socle : les huit questions que tous les services posent.
questionnaire-create = Créer à partir du socle
questionnaire-frozen-notice = Une campagne s'est ouverte avec cette version : elle ne change plus. Pour la modifier, préparez la version { $next } ; elle servira à la prochaine campagne.
questionnaire-new-draft = Préparer la version { $next }
questionnaire-core-rule = Les questions du socle sont les mêmes pour tous les services : on peut les déplacer, pas les retirer. La question d'ensemble reste la dernière du socle.
questionnaire-up = Monter
questionnaire-down = Descendre
questionnaire-edit = Modifier
questionnaire-remove = Retirer
questionnaire-add = Ajouter
questionnaire-add-own = Écrire une question à vous
questionnaire-bank = Ajouter depuis la banque
questionnaire-bank-hint = Ces questions ont deux langues et une échelle éprouvées. Choisissez-en peu : un questionnaire court reçoit plus de réponses.
questionnaire-bank-other = Autres questions
questionnaire-discard-title = Supprimer ce brouillon
questionnaire-discard = Supprimer le brouillon
questionnaire-discard-back = Les changements de ce brouillon seront perdus. La version { $version } redeviendra celle de la prochaine campagne.
questionnaire-discard-first = Les questions de ce brouillon seront perdues. Ce service n'aura plus de questionnaire.
questionnaire-preview-title = Aperçu du questionnaire : { $supplier }
questionnaire-preview-lede = Voici les questions telles qu'elles seront lues. Vous pouvez cocher : rien n'est envoyé.
questionnaire-preview-views = Langue et largeur
questionnaire-comparison-title = Comparaison des versions : { $supplier }
questionnaire-comparison-lede = Version { $now } face à la version { $before } : une question dont le sens a changé commence une nouvelle courbe.
questionnaire-comparison-none = Il n'y a pas encore deux versions à comparer.
questionnaire-trend = Suivi
questionnaire-why = Ce qui a changé
questionnaire-fate-comparable = comparable
questionnaire-fate-broken = rompu
questionnaire-fate-new = nouvelle
questionnaire-fate-gone = retirée
questionnaire-break-kind = le type de réponse
questionnaire-break-scale = l'échelle
questionnaire-break-reversed = le sens de l'échelle
questionnaire-break-options = les options
questionnaire-wording-of = Libellé : { $question }
questionnaire-dimensions = Dimensions
questionnaire-dimension-rule = Une dimension reste comparable quand elle garde les mêmes questions, toutes comparables.
questionnaire-meaning-rule = Seul le texte a changé. Si le sens reste le même, les ressources humaines peuvent le dire : le suivi continue.
questionnaire-meaning-shared = Cela vaut pour tous les services qui posent cette question.
questionnaire-meaning-marked = Le suivi continue : { $name } (ressources humaines) a jugé le { $day } que le sens reste le même.
questionnaire-meaning-same = Même sens
questionnaire-meaning-withdraw = Retirer « même sens »
questionnaire-meaning-used = Une campagne a été publiée depuis : « même sens » ne peut plus être retiré, car ses comparaisons reposent peut-être dessus.
questionnaire-meaning-not-texts = Seul un changement de texte peut garder le même sens ; pas un changement de type, d'échelle, de sens de lecture ou d'options.
flash-questionnaire-same-meaning = Noté : le sens reste le même, le suivi continue.
flash-questionnaire-meaning-withdrawn = « Même sens » est retiré : le suivi de cette question est rompu.
questionnaire-back = Revenir au questionnaire
questionnaire-changed-meanwhile = Quelqu'un d'autre a changé ce questionnaire depuis que vous avez ouvert la page. Vérifiez-le tel qu'il est maintenant, puis recommencez.
questionnaire-not-a-draft = Cette version ne se modifie plus : préparez d'abord un brouillon.
questionnaire-in-campaign = Une campagne en préparation utilise ce brouillon. Retirez-le d'abord de la campagne.
questionnaire-at-end = Cette question ne peut pas aller plus loin.
questionnaire-overall-last = La question d'ensemble reste la dernière du socle.
questionnaire-core-stays = Une question du socle ne peut pas être retirée : tous les services la posent.
questionnaire-already-there = Cette question est déjà dans le questionnaire.
questionnaire-too-many-closed = Un questionnaire a au plus { $most } questions fermées. Retirez-en une avant d'en ajouter une autre.
questionnaire-too-many-texts = Un questionnaire a au plus { $most } questions à texte libre. Retirez-en une avant d'en ajouter une autre.
flash-questionnaire-draft = Le brouillon de la version { $version } est prêt.
flash-questionnaire-discarded = Le brouillon est supprimé.
flash-questionnaire-moved = « { $question } » est maintenant à la place { $place }.
flash-questionnaire-added = « { $question } » est ajoutée.
flash-questionnaire-removed = « { $question } » est retirée.
flash-question-saved = La question est enregistrée.
question-wording = Libellé
question-kind = Type de réponse
question-kind-hint = La réponse « sans objet » est toujours proposée, sauf pour un texte libre.
question-kind-satisfaction = satisfaction, de 1 à 5
question-kind-importance = importance, de 1 à 5
question-kind-agreement = accord, de 1 à 5
question-kind-evolution = évolution, de 1 à 5
question-kind-effort = effort, de 1 à 5
question-kind-recommendation = recommandation, de 0 à 10
question-kind-choose_dimensions = choix de dimensions
question-kind-single_choice = un seul choix
question-kind-several_choices = plusieurs choix
question-kind-text = texte libre
question-dimension = Dimension
question-dimension-hint = Facultatif : la question compte alors dans la moyenne de cette dimension. Sans effet pour les choix et les textes.
question-dimension-unknown = Choisissez une dimension de la liste, ou aucune.
question-no-dimension = aucune
question-core = socle
question-own = question à vous
question-yearly = à poser une fois par an
question-reversed = Échelle inversée : une valeur haute est une mauvaise nouvelle
question-reversed-short = échelle inversée
question-form-new = Nouvelle question
question-form-correct = Modifier la question
question-code-fixed = Son code, { $code }, ne change jamais : c'est lui qui relie les trimestres.
question-code-given = Elle recevra un code qui ne change jamais : c'est lui qui relie les trimestres.
question-text-alone = Une phrase qui se lit seule.
question-without-text = Écrivez la question, au moins dans une langue.
question-too-long = Une question a au plus { $most } caractères.
question-kind-unknown = Choisissez un type de réponse de la liste.
question-options = Options
question-options-hint = Pour un ou plusieurs choix seulement : une option par ligne, « { $labels } ».
question-option-odd = Cette ligne n'est pas de la forme « { $languages } » (sans point-virgule) : { $option }
question-option-too-long = Une option a au plus { $most } caractères dans chaque langue.
question-option-doubled = Cette option est donnée deux fois : { $option }
question-option-count = Donnez de { $fewest } à { $most } options, une par ligne.
question-trend-warning = Changer le libellé, le type, le sens ou les options commence une nouvelle courbe : la page « Comparaison » dit ce qui reste suivi.
questionnaire-break-condition = à qui elle est posée
questionnaire-condition-broken = La question « { $question } » dépend d'une question à laquelle elle ne peut plus se rattacher : posez-la d'abord à tout le monde.
questionnaire-decides = La question « { $question } » n'est posée que selon la réponse à celle-ci : posez-la d'abord à tout le monde.
question-condition-button = À qui
question-condition-title = À qui poser cette question
question-condition = Poser cette question
question-condition-hint = La question se placera juste après celle dont elle dépend. « Sans objet » et l'absence de réponse ne remplissent pas la condition.
question-condition-everybody = à tout le monde
question-condition-trend = Changer à qui la question est posée commence une nouvelle courbe : ce ne sont plus les mêmes personnes qui répondent.
question-condition-unknown = Choisissez une réponse de la liste, ou « à tout le monde ».
questionnaire-break-text = le libellé
question-text = La question
question-lacks = manque en { $language }
questionnaire-preview-phone = { $language }, sur un téléphone
questionnaire-begin-note = { $n } services n'ont pas encore de questionnaire. Commencez-les tous avec les questions communes et une question ouverte ; chaque responsable complète le sien.
questionnaire-begin-all = Commencer tous les questionnaires
flash-questionnaires-begun = { $n ->
    [0] Tous les services ont déjà un questionnaire.
    [one] Un questionnaire est commencé.
   *[other] { $n } questionnaires sont commencés.
}
questionnaire-place = Placer
questionnaire-place-of = Rang de la question { $question }
questionnaire-place-number = Écrivez un rang de 1 à { $most }.
flash-questionnaire-moved-near = « { $question } » est à la place { $place } : la place { $wanted } lui est fermée, les questions communes et celles qui dépendent d'une autre gardent leur ordre.
flash-questionnaire-no-place = Aucun rang n'a été changé.
questionnaire-copy-title = Copier les questions d'un autre service
questionnaire-copy-replaces = Elles remplacent celles de ce brouillon. Les questions propres à l'autre service sont copiées sous un code nouveau ; relisez-les, elles peuvent le nommer.
questionnaire-copy-from = Copier les questions de
questionnaire-copy = Copier
flash-questionnaire-copied = Les questions viennent de : { $supplier }. Relisez-les et adaptez-les.
questionnaire-copy-nothing = Ce service n'a pas de questions à copier.
questionnaire-promises = Les engagements, et la question qui dit s'ils sont ressentis
questionnaire-promises-hint = Une question ne compte que si elle est posée à tous. Sa moyenne, avec son intervalle, dit si l'engagement est ressenti.
questionnaire-promise-question = Ressenti par
questionnaire-promise-none = aucune question
questionnaire-promise-gone = sa question a quitté le questionnaire
questionnaire-promise-link = Retenir
questionnaire-promise-make = Créer la question
questionnaire-promise-draft = Pour créer une question, commencez d'abord une nouvelle version.
flash-promise-linked = C'est retenu pour la prochaine campagne.
flash-promise-question = Question ajoutée à la fin du questionnaire, et rattachée à l'engagement.

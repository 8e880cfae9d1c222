results-title = Résultats
results-open = { $wave } : campagne en cours jusqu'au { $day }. Personne ne voit de résultat avant la clôture.
results-published = Publié le { $day }
results-published-short = publié le { $day }
results-service = Fournisseur interne
results-favourable = Avis favorables
results-favourable-title = Avis favorables
results-answers = Réponses
results-participation = Participation
results-change = Changement
results-standing = Parmi les fournisseurs
results-standing-above = au-dessus des autres
results-standing-within = dans ce que le hasard explique
results-standing-below = en dessous des autres
results-standing-chance = Sur les questions posées à propos de tous les fournisseurs internes, les écarts entre eux ne dépassent pas le hasard.
results-standing-how = Comment les fournisseurs internes sont comparés
results-by-group = Par groupe de clients, tous fournisseurs confondus
results-by-group-what = Des réponses, non des personnes : une même personne répond sur plusieurs fournisseurs.
results-group = Groupe
results-none = Aucun résultat n'est encore publié. Ils apparaîtront ici à la clôture de la première campagne.

overview-favourable = { $share } d'avis favorables sur l'ensemble
overview-no-margin = (sans marge : une personne juge plusieurs services).
overview-answers = { $services ->
    [one] Un service
   *[other] { $services } services
}, { $answers } réponses de { $people } personnes ({ $rate } des personnes interrogées).
overview-answers-only = { $services ->
    [one] Un service
   *[other] { $services } services
}, { $answers } réponses.
overview-changes = Changements démontrés sur l'ensemble : { $up } en hausse, { $down } en baisse sur { $compared ->
    [one] un service comparé
   *[other] { $compared } services comparés
}.
overview-by-chance = Sur { $compared } services sans aucun changement, la règle en désignerait environ { $n }.
overview-late = { $n ->
    [one] Une action en retard.
   *[other] { $n } actions en retard.
}
overview-better = { $n ->
    [one] Une amélioration confirmée.
   *[other] { $n } améliorations confirmées.
}
hidden-short = non affiché
overview-grid = Services et dimensions, en part d'avis favorables
overview-overall = Ensemble
overview-not-asked = question non posée
overview-only-changed = avec un changement démontré
overview-all = Tout afficher
overview-nothing-found = Aucun service ne correspond. Changez le filtre, ou affichez tout.
overview-key-high = plus de la moitié d'avis favorables, marge comprise
overview-key-low = moins de la moitié, marge comprise
overview-key-rest = Sans couleur : la marge franchit la moitié, ou moins de dix réponses. ▲ ▼ changement démontré depuis le trimestre dernier.
overview-trend = Tendance
overview-trends = Au fil des trimestres, par service
overview-trends-table = Les chiffres de ces graphiques
overview-plan-effect = Effets
overview-plan-late = En retard
overview-plan-month = Ce mois-ci
overview-plan-verify = À vérifier
overview-plan-better = { $n ->
    [one] une amélioration confirmée
   *[other] { $n } améliorations confirmées
}
overview-plan-worse = { $n ->
    [one] une baisse confirmée
   *[other] { $n } baisses confirmées
}
overview-plan-none = Aucune action n'est encore au plan. Le responsable d'un service en crée depuis la page de son trimestre.
overview-standings = Les services face au hasard
overview-standings-x = réponses aux huit questions communes
overview-standings-y = note, rapprochée de celle des autres
overview-standings-note = Point plein : l'écart aux autres dépasse le hasard. Point creux : le hasard l'explique. Ce sont les questions posées à propos de tous les services, non l'ensemble des réponses.
overview-participation = Participation par groupe de clients
overview-before = Point creux : { $wave }.
overview-invited = Personnes interrogées

change-up = en hausse
change-down = en baisse
change-slight = variation démontrée mais faible
change-short-slight = variation faible
change-short-not_shown = pas de changement démontré
change-short-too_few = trop peu de réponses
change-short-not_comparable = non comparable
change-sentence-up = En hausse depuis le trimestre dernier.
change-sentence-down = En baisse depuis le trimestre dernier.
change-sentence-slight = Variation démontrée mais faible depuis le trimestre dernier.
change-sentence-not_shown = Pas de changement démontré depuis le trimestre dernier.
change-sentence-too_few = Trop peu de réponses pour conclure à un changement depuis le trimestre dernier.
change-sentence-not_comparable = Non comparable au trimestre dernier.

quarter-favourable = { $share } d'avis favorables
quarter-between = (entre { $low } et { $high })
quarter-answers = { $answered ->
    [0] Aucune réponse
    [one] Une réponse
   *[other] { $answered } réponses
} sur { $eligible ->
    [one] une personne concernée
   *[other] { $eligible } personnes concernées
}.
quarter-nothing = Moins de { $n } avis, ou des avis tous identiques : aucun chiffre n'est affiché.
quarter-nothing-why = Avec moins de { $n } avis, un chiffre pourrait désigner quelqu'un : il n'est affiché nulle part. Une période plus longue ou un groupe plus large donnera de quoi lire.
quarter-few = Peu de réponses ce trimestre : seules la note moyenne et la part d'avis favorables sont affichées. À partir de { $n } réponses, la répartition, la marge d'erreur et les changements apparaissent.
quarter-before = { $value } au trimestre dernier
quarter-n = { $n ->
    [one] un avis
   *[other] { $n } avis
}
quarter-mean = Note moyenne
quarter-mean-between = entre { $low } et { $high }
quarter-no-contact = { $n } n'ont pas eu affaire à ce service
quarter-answers-only = { $responses ->
    [0] Aucune réponse.
    [one] Une réponse.
   *[other] { $responses } réponses.
}
quarter-asked-unknown = réponses ; le nombre de personnes interrogées est inconnu
quarter-rate-note = réponses sur personnes concernées
quarter-distribution = Comment les réponses se répartissent
quarter-dimensions = Les dimensions, en part d'avis favorables
quarter-dimensions-note = Seuls les changements démontrés depuis le trimestre dernier sont signalés.
quarter-break-asked = Rupture : { $of ->
    [overall] la question n'est pas posée aux deux vagues.
   *[other] cette dimension n'est pas mesurée aux deux vagues.
}
quarter-break-questions = Rupture : { $of ->
    [overall] la question a changé.
   *[other] la dimension n'a plus les mêmes questions.
}
quarter-break-kind = Rupture : { $of ->
    [overall] le type de la question a changé.
   *[other] le type d'une question a changé.
}
quarter-break-scale = Rupture : { $of ->
    [overall] l'échelle de la question a changé.
   *[other] l'échelle d'une question a changé.
}
quarter-break-reversed = Rupture : { $of ->
    [overall] le sens de l'échelle de la question a changé.
   *[other] le sens de l'échelle d'une question a changé.
}
quarter-break-wording = Rupture : { $of ->
    [overall] la formulation de la question a changé.
   *[other] la formulation d'une question a changé.
}
quarter-break-people = Rupture : moins de 80 % des personnes sont dans des groupes communs aux deux vagues.
quarter-break-hidden = Rupture : { $of ->
    [overall] la part d'avis favorables
   *[other] la part d'avis favorables de cette dimension
} n'est pas affichée à l'une des deux vagues.
quarter-together = Certains écarts paraissent nets sans être signalés : { $n ->
    [2] deux dimensions sont testées
    [3] trois dimensions sont testées
    [4] quatre dimensions sont testées
    [5] cinq dimensions sont testées
    [6] six dimensions sont testées
    [7] sept dimensions sont testées
    [8] huit dimensions sont testées
   *[other] { $n } dimensions sont testées
} ensemble, et un tel écart peut n'être qu'un hasard.
quarter-trend = Au fil des trimestres
quarter-wave = Trimestre
quarter-show = Afficher
quarter-groups = Par groupe
quarter-group = Groupe
quarter-todo = Que faire
quarter-priorities = À traiter en priorité
quarter-priority = { $share } d'avis favorables (n = { $n })
quarter-important-for = important pour { $share }
quarter-importance-mean = importance { $mean } sur 5
quarter-importance = Importance
quarter-create-action = Créer une action
quarter-no-priority = Rien ne ressort comme prioritaire ce trimestre.
quarter-strengths = À maintenir
quarter-matrix = Ce qui compte, ce qui satisfait
quarter-matrix-x = satisfaction →
quarter-matrix-y = importance →
quarter-matrix-note = Un point creux est à confirmer : sa marge d'erreur franchit la ligne.
quarter-importance-of = Importance mesurée au { $wave }.
quarter-due = échéance { $day }
quarter-no-plan = Aucune action en cours.
quarter-whole-plan = Tout le plan de progrès
quarter-method = Comment lire ces chiffres
quarter-colophon = rien sous { $k } réponses, répartitions à partir de { $levels } · méthode version { $version }
quadrant-act_first = à traiter en priorité
quadrant-maintain = à maintenir
quadrant-secondary = moins attendu, à surveiller
quadrant-unexpected_strength = bien fait, moins attendu
quadrant-to_confirm = à confirmer

trend-confirmed_up = Sur { $n ->
    [4] quatre trimestres
    [5] cinq trimestres
    [6] six trimestres
    [7] sept trimestres
    [8] huit trimestres
   *[other] { $n } trimestres
} : hausse confirmée ({ $from } → { $to }).
trend-confirmed_down = Sur { $n ->
    [4] quatre trimestres
    [5] cinq trimestres
    [6] six trimestres
    [7] sept trimestres
    [8] huit trimestres
   *[other] { $n } trimestres
} : baisse confirmée ({ $from } → { $to }).
trend-not_shown = Sur { $n ->
    [4] quatre trimestres
    [5] cinq trimestres
    [6] six trimestres
    [7] sept trimestres
    [8] huit trimestres
   *[other] { $n } trimestres
} : évolution non démontrée ({ $from } → { $to }).
trend-not_shown_up = Sur { $n ->
    [4] quatre trimestres
    [5] cinq trimestres
    [6] six trimestres
    [7] sept trimestres
    [8] huit trimestres
   *[other] { $n } trimestres
} : hausse non démontrée ({ $from } → { $to }).
trend-not_shown_down = Sur { $n ->
    [4] quatre trimestres
    [5] cinq trimestres
    [6] six trimestres
    [7] sept trimestres
    [8] huit trimestres
   *[other] { $n } trimestres
} : baisse non démontrée ({ $from } → { $to }).
trend-too_few = Il faut quatre trimestres comparables pour juger d'une évolution.
trend-detectable = Avec { $n } réponses, un écart de { $points } points serait démontré environ quatre fois sur cinq ; un écart plus petit peut passer inaperçu.
trend-band = La bande est la marge d'erreur.
trend-break = non comparable au précédent

chart-take = Télécharger l'image :
chart-source-n = n = { $n } réponses
chart-source-fingerprint = empreinte { $fingerprint }
chart-table = Les chiffres de ce graphique
chart-answer = Réponse
chart-share = Part
chart-count = Nombre
chart-dimension = Dimension
chart-line = Tracé
chart-interval = Marge d'erreur

method-favourable = « Avis favorables » : part des deux réponses les plus hautes parmi les réponses données ; « sans objet » et les blancs n'entrent pas dans le calcul.
method-interval = L'intervalle à côté d'une part (marge d'erreur) dit entre quelles valeurs la vraie part se situe, avec 95 chances sur 100, si les personnes qui n'ont pas répondu sont du même avis.
method-change = Un changement n'est signalé que s'il est démontré (test de Mann-Whitney à 5 %, corrigé quand plusieurs dimensions sont testées ensemble) et assez grand pour compter.
method-hidden = Aucun chiffre sous { $k } réponses, ni quand une réponse est unanime, ni quand il pourrait se déduire des autres. Les répartitions et les marges paraissent à partir de { $levels } réponses.

home-title = Accueil
home-hello = Bonjour { $name }
home-open = Campagne en cours jusqu'au { $day }. Aucun résultat n'est visible avant la clôture.
home-participation = { $sent ->
    [one] Une personne a répondu
   *[other] { $sent } personnes ont répondu
} sur { $invited } invitées, tous services réunis, compte du { $day }
home-no-count = La participation paraîtra quand elle ne désignera plus personne.
home-newcomers = { $n ->
    [one] Une personne arrivée depuis l'ouverture n'est pas invitée
   *[other] { $n } personnes arrivées depuis l'ouverture ne sont pas invitées
}
home-follow = Suivre la campagne
home-read = Lire le trimestre
home-no-result = Pas encore de résultat publié.
home-make-questionnaire = Préparer le questionnaire
home-draft = Un brouillon de questionnaire attend
home-late = En retard
home-days-left = { $n ->
    [one] Dernier jour.
   *[other] Encore { $n } jours.
}
home-planned = Ouverture prévue le { $day }
setup-settings = Remplir les réglages : organisation, contacts, responsable de traitement
setup-hr = Donner le rôle RH à quelqu'un
setup-title = Vers la première campagne
setup-done = fait
setup-todo = à faire
setup-people = Importer les personnes et les services
setup-suppliers = Déclarer les fournisseurs internes et qui ils servent
setup-questionnaires = Définir le questionnaire de chaque fournisseur
setup-campaign = Préparer la campagne du trimestre

quarter-detail = Tous les chiffres de ce trimestre, question par question
quarter-method-all = Toute la méthode, indicateur par indicateur
detail-title = Détail
detail-heading = Détail, { $wave }
detail-lede = Tout ce qui est publié sur ce service ce trimestre. Le nom de chaque chiffre mène à sa définition.
detail-back = Revenir au trimestre
detail-contents = Sur cette page
detail-nothing = Aucun chiffre n'est affiché ce trimestre : trop peu de réponses, ou des réponses toutes identiques.
detail-overall = Satisfaction d'ensemble
detail-others = Autres questions
detail-dimensions = Les dimensions
detail-dimensions-note = n compte les réponses : une personne qui répond à plusieurs questions d'une dimension compte une fois.
detail-questions = Question par question
detail-changes = Changements
detail-compared-with = Comparé au { $wave }.
detail-changes-note = Un changement n'est signalé que s'il est démontré et assez grand pour compter.
detail-see-trend = Voir la courbe sur la page du trimestre
detail-drivers = Ce qui porte la satisfaction
detail-drivers-note = Quelle part de la satisfaction d'ensemble va avec chaque dimension. Une association, pas une preuve de cause.
detail-drivers-indicative = À titre indicatif : il y a trop peu de réponses pour calculer des parts. Plus le nombre est proche de 1, plus la dimension et la satisfaction d'ensemble vont ensemble.
detail-whole = Indices
detail-importance-of = mesurée au { $wave }
detail-weighting = Pondéré pour la non-réponse
detail-plain = Non pondéré
detail-weighted = Pondéré
detail-no-effect = Sans effet : la note change de moins de 0,05.
detail-indicator = Indicateur
detail-value = Valeur
detail-favourable = d'avis favorables
detail-headline-mean = note moyenne
detail-headline-effort = effort moyen
detail-on = sur l'échelle de { $lo } à { $hi }
detail-reversed = Question posée à l'envers : ses réponses sont retournées avant le calcul.
detail-more = Tous les chiffres de cette question
detail-figures-of = Indicateurs : { $question }
detail-answers-of = Réponses : { $question }
detail-blank = Sans réponse
detail-groups = Par groupe de clients
detail-groups-note = Avis favorables, puis note moyenne et nombre d'avis. Rien sous { $k } réponses, ni quand le reste pourrait s'en déduire.
detail-question = Question
detail-branch = branche
detail-responses = { $n ->
    [one] une réponse
   *[other] { $n } réponses
}
detail-worst-first = La question aux avis les moins favorables d'abord. Chaque barre va de la réponse la plus mauvaise à la meilleure.
detail-cell = { $mean } · n = { $n }
detail-method = Vue méthode
detail-read-method = lire la méthode
detail-method-version = Version de la méthode
detail-fingerprint = Empreinte de la publication
detail-thresholds = Seuils
detail-thresholds-text = rien sous { $k } réponses, répartitions à partir de { $levels }
detail-compared = Vague comparée
detail-compared-none = aucune vague avant celle-ci
detail-p-values = Tests du changement
detail-alpha = Alpha
detail-alpha-core = Ensemble (questions du socle)
home-mails-halted = Les envois de la campagne du { $wave } se sont arrêtés d'eux-mêmes : le serveur de messagerie refuse trop d'e-mails.
home-mails-halted-see = Voir et reprendre
quarter-others-answered = Sur { $n } personnes concernées, sans taux de participation.
quarter-others-why = Ont aussi répondu des personnes non interrogées sur ce service, ou comptées dans aucun groupe : un taux de participation dirait combien elles sont, il n'est donc pas affiché.
quarter-why = Pourquoi ?
quarter-priorities-why = Une dimension est prioritaire quand elle compte pour les personnes interrogées et que leurs avis y sont peu favorables, ou pourraient l'être (« à confirmer »).
quarter-priorities-low = L'importance n'a pas été mesurée : sont prioritaires les dimensions sous la moitié d'avis favorables, de la plus basse à la plus haute.
quarter-lowest-less = « { $name } » a la part la plus faible ({ $share }) sans être prioritaire : elle compte moins pour les personnes interrogées.
quarter-lowest-others = « { $name } » a la part la plus faible ({ $share }), mais trois autres comptent davantage.
quarter-lowest-unmeasured = « { $name } » a la part la plus faible ({ $share }) ; son importance n'a pas été mesurée.
quarter-lowest-enough = « { $name } » a la part la plus faible ({ $share }), et elle n'est pas assez basse pour être prioritaire.
quarter-responses-note = réponses en tout

paper-title = Une page
paper-hint = Cette page tient sur une feuille A4 : imprimez-la depuis le navigateur.
paper-back = Revenir à la page
paper-print = Imprimer une page
paper-team = Fiche pour la réunion d'équipe
paper-decisions = Décisions attendues
paper-house = Tous les services
paper-house-key = + ou − : dix réponses ou plus, et toute la marge au-dessus ou au-dessous de la moitié. ▲ ▼ : changement démontré depuis le trimestre dernier. · : non affiché (confidentialité). — : question non posée.
paper-above = Au-dessus des autres au-delà du hasard, sur les questions communes : { $names }.
paper-below = En dessous des autres au-delà du hasard : { $names }.
team-title = Fiche pour la réunion d'équipe
team-hint = Une page pour mener une demi-heure d'échange, sans texte de commentaire : imprimez-la depuis le navigateur.
team-said = Ce que nos clients ont dit
team-minutes = { $n } min
team-no-strength = Rien ne se détache assez pour être dit.
team-keep = « { $dimension } » est apprécié. Qu'est-ce qui, dans notre façon de faire, y contribue, et comment le garder ?
team-keep-any = Qu'est-ce qui marche bien dans notre façon de travailler, et comment le garder ?
team-why = « { $dimension } » déçoit. Que vivent nos clients à ce moment-là, et qu'est-ce qui, chez nous, l'explique ?
team-why-any = Quel moment est le plus pénible pour nos clients, et qu'est-ce qui, chez nous, l'explique ?
team-try = Qu'essayons-nous d'ici le prochain trimestre ? Qui, et à quoi verrons-nous que cela a marché ?
trend-event = { $wave } : { $event }
trend-events-note = Noter ce qui s'est passé (panne, déménagement…)
overview-actions = Actions
overview-actions-late = { $n } en retard
promises-card = Promis, mesuré, ressenti
promises-how = Ressenti : la moyenne publiée de la question, avec son intervalle, contre 3,5 sur 5. À confirmer : l'intervalle contient 3,5. Mesuré : la valeur que le service a donnée avant la publication, à partir de 10 cas.
promises-catalogue = Le catalogue du service
promises-promised = Promis
promises-measured = Mesuré
promises-felt = Ressenti (moyenne)
promises-verdict = Ce qu'on peut en dire
promise-few-people = moins de 3 personnes font ce travail : ni mesure ni verdict
promise-no-measure = pas de mesure sur 10 cas
promise-felt-mean = Ressenti : { $mean } sur 5 ({ $low }–{ $high })
promise-felt-hidden = ressenti non affiché (confidentialité)
promise-felt-not_asked = aucune question ne dit s'il est ressenti
promise-since = Depuis la publication, le { $day } :
promise-act-communication = Le faire savoir : créer une action
promise-act-corrective = Corriger : créer une action
promise-act-commitment_changed = Revoir l'engagement : créer une action
promise-sentence-kept_not_felt = Un engagement est tenu mais ne se ressent pas : { $promise }
promise-sentence-missed_felt = Un engagement n'est pas tenu et cela se ressent : { $promise }
priorities-title = Priorités : agir, ou dire pourquoi non
priorities-lede = Chaque priorité devient une action, ou s'écarte avec une raison que liront ceux qui lisent ce trimestre.
priorities-decide = Agir ou écarter, priorité par priorité
priority-dismissed = écartée
priority-dismissed-why = Écartée : { $reason }
priority-action = Action :
priority-reason = Pourquoi ne pas agir
priority-reason-hint = En une phrase, que d'autres liront.
priority-dismiss = Écarter
priority-restore = Ne plus écarter
priority-fault-reason = Écrivez la raison.
priority-fault-action = Cette priorité a une action : abandonnez l'action d'abord, ou laissez la priorité.
flash-priority-dismissed = C'est noté, avec sa raison.
flash-priority-restored = C'est de nouveau une priorité.
mirror-title = Miroir : vue de l'équipe et vue des clients
mirror-lede = L'équipe, ses responsables exceptés, a dit comment elle pense que ses clients la jugent. Lu par la personne responsable du service et la direction, et par personne d'autre.
mirror-empty = Rien n'est affiché. Il faut { $n } réponses de l'équipe, et qu'elles ne disent pas toutes la même chose ; s'il est venu moins de { $n } feuilles, elles ont été effacées à la clôture, sans être lues.
mirror-chart = Moyenne vue par l'équipe, moyenne donnée par les clients
mirror-key = point plein : l'équipe · point vide : ses clients
mirror-subject = Sujet
mirror-team = Vu par l'équipe
mirror-clients = Vu par ses clients
mirror-gap = Écart
mirror-verdict-up = L'équipe se voit mieux que ses clients ne la voient
mirror-verdict-down = L'équipe se voit moins bien que ses clients ne la voient
mirror-verdict-slight = Écart établi, mais minime
mirror-verdict-not_shown = Écart non établi
mirror-verdict-too_few = Trop peu de réponses d'un côté pour conclure
mirror-verdict-not_comparable = Pas comparable : les deux moyennes ne reposent pas sur les mêmes questions
mirror-verdict-hidden = Non comparé : la moyenne des clients n'est pas affichée
mirror-how = Les mêmes questions des deux côtés. Un écart n'est dit établi que par le test des évolutions, ajusté sur l'ensemble des dimensions (Holm) ; il faut { $n } réponses de chaque côté. Ces feuilles n'entrent dans aucun total ni aucun fichier.
mirror-promises = Ce que ses clients lui promettent
mirror-promises-how = Le ressenti est celui de l'équipe.

# Tâches récurrentes
task-title = Tâches
task-lede = Ce que le programme fait de lui-même : ouvrir, clore, publier, rappeler, effacer. Chaque tâche est faite par un seul processus à la fois, et rattrapée une fois après un arrêt.
task-reload = Actualiser
task-caption = Tâches récurrentes
task-name = Tâche
task-state = État
task-last = Dernière fois
task-next = Prochaine fois
task-acts = Gestes
task-at = { $day }, { $time }
task-never = jamais encore
task-at-start = dès qu'un processus de travail tourne
task-run = Faire maintenant
task-since = depuis { $time }, le { $day }
task-state-running = en cours
task-state-waiting = en attente
task-state-overdue = en retard
task-state-never = jamais faite
task-each-minutes = { $n ->
    [one] chaque minute
   *[other] toutes les { $n } minutes
}
task-each-hours = { $n ->
    [one] chaque heure
   *[other] toutes les { $n } heures
}
task-daily = chaque jour à { $hour } h
task-took-instant = en moins d'une seconde
task-took-seconds = { $n ->
    [one] en une seconde
   *[other] en { $n } secondes
}
task-took-minutes = { $n ->
    [one] en une minute
   *[other] en { $n } minutes
}
task-fault = Dernière erreur :
task-fault-at = Dernière erreur, le { $day } à { $time } :
task-fault-over = Depuis, tout s'est bien passé.
task-workers = Processus de travail
task-workers-none = Aucun ne s'est signalé depuis deux minutes.
task-worker-since = au travail depuis { $time }, le { $day }
task-no-worker-title = Aucun processus de travail ne semble tourner.
task-no-worker = Rien ne part, ne s'ouvre, ne se clôt ni ne se publie. Démarrez « barometer work », ou « barometer serve » sans --no-worker.
task-overdue-title = { $n ->
    [one] Une tâche est en retard de plus de cinq minutes.
   *[other] { $n } tâches sont en retard de plus de cinq minutes.
}
task-overdue-what = Une tâche longue est peut-être en cours ; sinon, regardez le journal du programme.
flash-task-due = La tâche est faite dès que possible, d'ordinaire en quelques secondes.

task-name-open = Ouvrir les campagnes
task-what-open = Ouvre les campagnes programmées dont le jour est venu et prépare les invitations.
task-name-close = Clore les campagnes
task-what-close = Clôt les campagnes dont le dernier jour est passé, puis lance leur publication.
task-name-publish = Publier
task-what-publish = Mène une campagne close jusqu'à ses résultats, étape par étape, et annonce la publication.
task-name-remind = Rappeler
task-what-remind = Aux dates de rappel, écrit à celles et ceux dont le lien n'a pas servi, une fois par date.
task-name-bounces = Lire les retours
task-what-bounces = Lit les avis de non-remise dans le dossier des retours, s'il y en a un, et note les invitations qui ne sont pas arrivées.
task-name-participation = Compter la participation
task-what-participation = Note le compte du jour de chaque campagne ouverte.
task-name-seal = Sceller les réponses
task-what-seal = Chaque nuit, mélange les réponses reçues pour que rien ne les relie à une personne.
task-name-privacy-audit = Vérifier la confidentialité
task-what-privacy-audit = Chaque nuit, cherche dans la base ce qui pourrait relier une réponse à quelqu'un.
task-name-retention = Effacer à temps
task-what-retention = Efface ce dont la durée de conservation est passée.

task-name-notices = Avertir les responsables
task-what-notices = Au début d'une campagne, écrit aux responsables des fournisseurs internes ; à mi-parcours, écrit aux RH si la participation est faible.
task-name-actions-due = Rappeler les actions
task-what-actions-due = Une fois par semaine, écrit à qui a des actions échues ou à finir sous sept jours.
task-name-actions-moved = Dire ce qui a avancé
task-what-actions-moved = Une fois par campagne, après les résultats : écrit aux personnes des groupes interrogés quand des actions visibles ont avancé.
returned-title = Messages revenus
returned-lede = Ce que les serveurs ont renvoyé et qui n'a pu être rattaché à aucun de nos messages. Gardé { $days } jours.
returned-renamed-title = Votre serveur d'envoi change l'identifiant des messages.
returned-renamed = Un message revenu l'a montré le { $day }. Les retours sont reconnus à ce que le message garde d'autre ; un retour qui n'en montre rien reste ci-dessous.
returned-caption = { $n ->
    [one] Un message revenu
   *[other] { $n } messages revenus
}
returned-read = Lu le
returned-why = Pourquoi il n'est pas rattaché
returned-said = Ce que dit le serveur
returned-reason-nameless = Le retour ne montre rien du message : demandez à l'administrateur de la messagerie de joindre ses en-têtes.
returned-reason-text = Le retour est un simple texte, sans rien du message.
returned-reason-past = Il parle d'un message renvoyé depuis, ou qui n'est plus gardé : rien à faire.
returned-names = Le nom avant l'@ n'est pas gardé : celui d'un rappel dirait quel lien n'a pas servi. L'adresse entière est dans la boîte des retours.
returned-none = Tous les messages revenus ont été rattachés.
returned-unread = Aucune boîte de retours n'est lue : BAROMETER_BOUNCES n'est pas réglé.
returned-some = { $n ->
    [one] Un message revenu depuis le { $day } n'a pu être rattaché à personne.
   *[other] { $n } messages revenus depuis le { $day } n'ont pu être rattachés à personne.
}
returned-see = Lire ce que disent les serveurs
task-name-announce = Annoncer les résultats
task-what-announce = Prévient les personnes interrogées le jour prévu après une publication.
journal-title = Journal
journal-lede = Qui a fait quoi, quand. Jamais une réponse, un lien ni un mot de passe.
journal-search = Chercher
journal-event = Événement
journal-all = tous
journal-from = Du
journal-until = Au
journal-when = Quand
journal-who = Qui
journal-what = Quoi
journal-detail = Détail
journal-program = le programme
journal-none = Aucune ligne ne correspond.
journal-older = Plus ancien
journal-latest = Le plus récent
journal-take = Emporter en CSV
journal-take-excel = Emporter pour Excel
journal-open = Journal : qui a fait quoi
audit-event-key-agreed = Accord donné à une clé
audit-event-key-made = Clé créée
audit-event-key-revoked = Clé révoquée
audit-event-account-ended = Sessions terminées par le fournisseur de comptes
audit-event-account-linked = Compte de l'organisation lié
audit-event-account-refused = Connexion par compte refusée
audit-event-account-unlinked = Compte de l'organisation délié
audit-event-address-corrected = Adresse corrigée
audit-event-address-imported = Adresse changée par un fichier
audit-event-agreement-made = Convention imprimée
audit-event-bounces-read = Courrier en retour lu
audit-event-campaign-changed = Campagne modifiée
audit-event-campaign-closed = Campagne clôturée
audit-event-campaign-copied = Campagne préparée d'après une autre
audit-event-campaign-created = Campagne créée
audit-event-campaign-extended = Clôture repoussée
audit-event-campaign-file = Fichier des réponses : réglage changé
audit-event-campaign-groups = Groupes changés
audit-event-campaign-mail-test = E-mail d'essai d'une campagne
audit-event-campaign-mail-texts = Textes des e-mails changés
audit-event-campaign-mirrors = Pages miroir : réglage changé
audit-event-campaign-opened = Campagne ouverte
audit-event-campaign-refused = Changement refusé, la campagne étant ouverte
audit-event-campaign-scheduled = Ouverture programmée
audit-event-campaign-thresholds = Seuils changés
audit-event-campaign-unscheduled = Ouverture déprogrammée
audit-event-charter-saved = Charte : texte enregistré
audit-event-charter-draft = Charte : nouvelle version
audit-event-charter-consulted = Charte : consultation notée
audit-event-charter-adopted = Charte adoptée
audit-event-codes-shown = Codes imprimés
audit-event-comment-reported = Commentaire signalé
audit-event-comments-released = Commentaires publiés
audit-event-comments-reminded = Rappel à qui relit les commentaires
audit-event-commitment-again = Engagement repris
audit-event-commitment-ended = Engagement terminé
audit-event-commitment-question = Question d'un engagement
audit-event-commitment-saved = Engagement enregistré
audit-event-demo = Démonstration préparée
audit-event-export = Fichier emporté
audit-event-held-mails-sent = E-mails retenus envoyés
audit-event-import-measurements = Mesures importées
audit-event-import-people = Personnes importées
audit-event-import-relations = Relations importées
audit-event-import-responses = Vague passée importée
audit-event-import-suppliers = Fournisseurs importés
audit-event-invitation-put-back = Personne remise dans le compte
audit-event-invitation-sent-again = Invitation renvoyée
audit-event-invitation-withdrawn = Personne retirée du compte
audit-event-journal-taken = Journal emporté
audit-event-link-key-accepted = Clé des liens acceptée
audit-event-link-reissued = Nouveau lien donné
audit-event-mails-halted = Envoi suspendu par le programme
audit-event-mails-paused = Envoi suspendu
audit-event-mails-resumed = Envoi repris
audit-event-mails-stopped = Envoi arrêté
audit-event-measurements-saved = Mesures enregistrées
audit-event-newcomers-invited = Nouveaux venus invités
audit-event-offering-removed = Prestation supprimée
audit-event-offering-saved = Prestation enregistrée
audit-event-person-added = Personne ajoutée
audit-event-person-changed = Personne modifiée
audit-event-point-added = Point ajouté
audit-event-point-changed = Point modifié
audit-event-priority-dismissed = Priorité écartée
audit-event-priority-restored = Priorité remise
audit-event-questionnaire-copied = Questionnaire copié
audit-event-questionnaire-discarded = Brouillon de questionnaire jeté
audit-event-questionnaire-draft = Brouillon de questionnaire commencé
audit-event-questionnaire-same-meaning = Formulations de même sens
audit-event-questionnaire-same-meaning-withdrawn = Formulations de même sens : marque retirée
audit-event-questionnaires-begun = Questionnaires commencés
audit-event-relations-changed = Qui sert qui : changé
audit-event-relay-changed = Envoi des e-mails : réglages changés
audit-event-restored = Sauvegarde restaurée
audit-event-results-announced = Résultats annoncés
audit-event-role-granted = Rôle donné
audit-event-role-withdrawn = Rôle retiré
audit-event-roles-imported = Rôles changés par un fichier
audit-event-settings-changed = Réglages changés
audit-event-sign-in-link = Lien de connexion demandé
audit-event-signed-in = Connexion
audit-event-supplier-changed = Fournisseur modifié
audit-event-supplier-created = Fournisseur créé
audit-event-task-run = Tâche lancée

# Clés et interface
keys-title = Clés d'accès
keys-lede = Par une clé, un autre programme lit les résultats publiés ou apporte des mesures.
keys-described = Description de l'interface
keys-made = La clé « { $name } » est créée
keys-made-once = Copiez-la maintenant : elle n'est montrée qu'une fois, et seule son empreinte est gardée.
keys-made-waits = Elle lit des résultats : elle n'ouvrira rien tant qu'une personne du rôle RH n'aura pas donné son accord ici.
keys-caption = { $n ->
    [one] 1 clé
   *[other] { $n } clés
}
keys-name = Nom
keys-name-hint = Le programme qui s'en sert, et pour quoi
keys-by = créée par { $name }
keys-scopes = Ouvre
keys-standing = État
keys-ends = Dernier jour
keys-ends-hint = Un an au plus
keys-used = Dernier usage
keys-never = jamais
keys-acts = Actions
keys-agree = Donner l'accord
keys-revoke = Révoquer
keys-none = Aucune clé : aucun autre programme n'entre.
keys-shows-on = Qui tient une clé « résultats » voit ce que voit le rôle RH, sans les commentaires, et peut le montrer à d'autres : c'est à cela que les RH donnent leur accord. Chaque campagne lue figure parmi les exports.
keys-new = Créer une clé
keys-make = Créer la clé
keys-fault-name = Écrivez un nom.
keys-fault-long = Au plus { $limit } caractères.
keys-fault-scopes = Cochez au moins une ligne.
keys-fault-ends = Un jour à venir, dans { $days } jours au plus.
keys-agreed-before = L'accord est déjà donné, ou la clé révoquée.
keys-scope-results = résultats
keys-scope-organisation = organisation
keys-scope-measurements = mesures
keys-scope-results-told = Résultats publiés, participation, plan, engagements (avec l'accord des RH)
keys-scope-organisation-told = Unités, services, qui sert qui
keys-scope-measurements-told = Apporter les mesures des engagements
keys-standing-waits = attend l'accord des RH
keys-standing-valid = valable
keys-standing-ended = terminée
keys-standing-revoked = révoquée
flash-key-agreed = Accord donné : la clé ouvre les résultats publiés.
flash-key-revoked = Clé révoquée : elle n'ouvre plus rien.
api-title = Interface pour les programmes
api-lede = Les mêmes chiffres que les pages et les fichiers, par les mêmes règles. Cette page ne montre aucun résultat.
api-document = Document OpenAPI
api-begin = Commencer
api-begin-key = Un administrateur crée une clé ; elle va dans l'en-tête Authorization, jamais dans l'adresse.
api-base = Les adresses ci-dessous suivent
api-pages = Les listes viennent par pages : limit dit combien (1000 au plus), et ce que la page donne comme next se redemande comme cursor.
api-etag = ETag est l'empreinte des octets servis : renvoyée dans If-None-Match, elle évite de relire ce qui n'a pas changé.
api-addresses = Adresses
api-address = Adresse
api-scope = Clé
api-told = Ce que c'est
api-parameters = Paramètres
api-problems = Refus, et que faire
api-problem-no-key = Envoyez Authorization: Bearer et la clé.
api-problem-unknown-key = Personne n'a cette clé : vérifiez qu'elle est entière.
api-problem-key-ended = Son dernier jour est passé, ou elle a été révoquée : demandez-en une autre à un administrateur.
api-problem-key-waits = Elle lit des résultats : une personne du rôle RH doit donner son accord.
api-problem-key-in-address = Une clé dans une adresse reste dans des journaux : mettez-la dans l'en-tête, et faites révoquer celle-ci.
api-problem-out-of-scope = La clé n'ouvre pas cette adresse.
api-problem-too-many = Attendez autant de secondes que le dit Retry-After.
api-problem-not-found = Rien à cette adresse, ou rien de publié.
api-problem-not-allowed = L'en-tête Allow dit les méthodes possibles.
api-problem-not-json = Envoyez du JSON, avec Content-Type: application/json.
api-problem-too-large = Un mégaoctet au plus.
api-problem-too-slow = Le corps n'est pas arrivé à temps.
api-problem-invalid = detail ou errors dit quoi et où ; rien n'a été écrit.
api-problem-unavailable = La base de données est occupée ou absente : réessayez plus tard, rien n'est perdu.
api-problem-internal = Une erreur de notre part, notée au journal.

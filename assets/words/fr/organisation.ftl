# Fichiers CSV
csv-utf16 = Ce fichier est en UTF-16. Enregistrez-le en « CSV UTF-8 », puis recommencez.
csv-not-utf8 = Cette ligne n'est pas en UTF-8. Enregistrez le fichier en « CSV UTF-8 », puis recommencez.
csv-empty = Le fichier est vide.
csv-broken-line = Cette ligne ne peut pas être lue.
csv-unclosed-quote = Un guillemet ouvert sur cette ligne n'est pas refermé : refermez-le, ou enlevez-le.
csv-cell-count = { $found } cellules au lieu de { $expected } : des cellules manquent ou sont de trop.
csv-doubled-column = La colonne « { $column } » apparaît deux fois.
csv-unknown-column = La colonne « { $column } » n'est pas connue.
csv-missing-column = La colonne « { $column } » manque.

# Import
import-title-people = Importer des personnes
import-title-suppliers = Importer des fournisseurs internes
import-title-relations = Importer les relations
import-file = Fichier CSV
import-file-hint = CSV en UTF-8, séparé par des virgules, des points-virgules, des tabulations ou des barres, 10 Mio au plus. Rien n'est enregistré avant votre confirmation.
import-look = Vérifier le fichier
import-columns = Les colonnes du fichier
import-people-help = Le fichier crée les services et les personnes, ou met à jour ceux qui existent. Vous verrez d'abord tout ce qui changerait.
import-people-columns = Peuvent rester vides : email (la personne reçoit alors un code sur papier ; il lui faut un person_id, et elle ne peut pas avoir de rôle), person_id, parent_unit_code, roles, until ; les colonnes person_id, old_person_id, roles, active, until et state peuvent manquer. Une personne est reconnue à person_id, sinon à son adresse ; si son matricule a changé, old_person_id porte l'ancien ; - y dit qu'elle est nouvelle ici. language : fr ou en. active : oui ou non. until : 2026-03-20. state : active, ou away pour un congé long (la personne n'est pas interrogée) ; une cellule vide ne change rien. roles : hr;head:it;moderator:hr ; une cellule vide ne change aucun rôle.
import-roles-admin-only = Seul un administrateur peut changer les rôles : la colonne roles de votre fichier sera laissée de côté.
import-people-complete = Ce fichier est complet : désactiver les personnes qui n'y figurent pas
import-suppliers-help = Un fournisseur interne par ligne, avec son nom, sa forme dans une phrase (« l'Informatique ») et le service de son équipe.
import-suppliers-complete = Ce fichier est complet : désactiver les fournisseurs qui n'y figurent pas
import-relations-help = Une ligne par fournisseur et par service : kind vaut serves (toute la branche est servie) ou except (cette branche ne l'est pas).
import-relations-complete = Ce fichier est complet : retirer les relations qui n'y figurent pas
import-preview = { $n ->
    [one] Une ligne lue, sans erreur. Voici ce qui changerait ; rien n'est encore enregistré.
   *[other] { $n } lignes lues, sans erreur. Voici ce qui changerait ; rien n'est encore enregistré.
}
import-faults = { $n ->
    [one] Une erreur dans le fichier
   *[other] { $n } erreurs dans le fichier
}
import-faults-lede = Rien n'a été importé. Corrigez ces lignes, puis recommencez.
import-another = Choisir un autre fichier
import-warnings = À savoir
import-roles-left-out = Ce fichier donne des rôles. Vous n'êtes pas administrateur : les rôles resteront tels qu'ils sont.
import-confirm-title = Tout est juste ?
import-confirm-lede = L'import se fait en une fois, tout ou rien.
import-confirm = Importer
import-more = { $n ->
    [one] … et une autre.
   *[other] … et { $n } autres.
}
import-nothing = Ce fichier ne changerait rien : tout est déjà à jour.
import-refused = Le fichier contient des erreurs : rien n'a été importé.
import-line = Ligne { $line } :
import-empty = la cellule « { $column } » est vide.
import-too-long = « { $column } » dépasse { $limit } caractères.
import-code-lowered = Le code « { $value } » est lu « { $code } », en minuscules, partout dans le fichier.
import-supplier-in-sentence = dans une phrase : « { $text } »
import-not-a-code = « { $value } » n'est pas un code ({ $column }) : lettres minuscules, chiffres et _, 40 au plus.
import-not-yes-no = « { $value } » n'est ni oui ni non ({ $column }) : écrivez oui ou non.
import-not-a-day = « { $value } » n'est pas une date ({ $column }) : écrivez 2026-03-20.
import-not-an-address = « { $value } » n'est pas une adresse e-mail : écrivez-la seule, comme ana@exemple.org ; un domaine ne mêle pas deux alphabets.
import-doubled = « { $value } » figure déjà à la ligne { $first }.
import-same-person = cette ligne désigne { $name }, déjà désigné par une autre ligne.
import-address-taken = l'adresse { $value } appartient déjà à { $name }.
import-two-names = le service { $code } s'appelle « { $one } » à la ligne { $first } et « { $other } » ici.
import-two-parents = le service { $code } dépend de { $one } à la ligne { $first } et de { $other } ici.
import-unknown-parent = le service parent { $code } n'existe ni dans le fichier ni dans l'organisation.
import-loop = le service { $code } finit par dépendre de lui-même.
import-unknown-language = la langue « { $value } » n'est pas connue : fr, en, de, es, it, nl ou pt.
import-unknown-role = « { $value } » n'est pas un rôle : hr, direction, reader, admin, head:<fournisseur>, moderator:<fournisseur>.
import-unknown-unit = le service { $code } n'existe pas.
import-unknown-supplier = le fournisseur { $code } n'existe pas.
import-unknown-kind = « { $value } » n'est pas une relation : serves ou except.
import-supplier-not-yet = un rôle concerne le fournisseur { $supplier }, qui n'existe pas encore.
import-moderator-heads = on ne peut pas relire les commentaires de { $supplier } quand on en est responsable.
import-moderator-belongs = on ne peut pas relire les commentaires de { $supplier } quand on y travaille.
import-last-administrator = Après cet import, il n'y aurait plus aucun administrateur actif.
import-units-created = { $n ->
    [one] Un service créé
   *[other] { $n } services créés
}
import-units-renamed = { $n ->
    [one] Un service renommé
   *[other] { $n } services renommés
}
import-units-moved = { $n ->
    [one] Un service rattaché ailleurs
   *[other] { $n } services rattachés ailleurs
}
import-people-created = { $n ->
    [one] Une personne créée
   *[other] { $n } personnes créées
}
import-people-changed = { $n ->
    [one] Une personne modifiée
   *[other] { $n } personnes modifiées
}
import-people-deactivated = { $n ->
    [one] Une personne désactivée
   *[other] { $n } personnes désactivées
}
import-roles-changed = { $n ->
    [one] Les rôles d'une personne changés
   *[other] Les rôles de { $n } personnes changés
}
import-suppliers-created = { $n ->
    [one] Un fournisseur créé
   *[other] { $n } fournisseurs créés
}
import-suppliers-changed = { $n ->
    [one] Un fournisseur modifié
   *[other] { $n } fournisseurs modifiés
}
import-relations-created = { $n ->
    [one] Une relation créée
   *[other] { $n } relations créées
}
import-relations-changed = { $n ->
    [one] Une relation modifiée
   *[other] { $n } relations modifiées
}
import-relations-removed = { $n ->
    [one] Une relation retirée
   *[other] { $n } relations retirées
}
import-person = { $name } ({ $email })
import-invites = Si une campagne est ouverte, sa page propose d'inviter les personnes arrivées.
import-in-unit = service { $unit }
import-unit = { $name } ({ $code })
import-unit-renamed = { $code } : « { $before } » devient « { $after } »
import-unit-moved = { $name } : de { $before } à { $after }
import-supplier = { $name } ({ $code })
import-relation-serves = { $name } sert { $unit } et ce qui en dépend
import-relation-except = { $name } ne sert pas { $unit } ni ce qui en dépend
import-role-given = rôle ajouté : { $role ->
    [hr] ressources humaines
    [direction] direction
    [reader] lecture des totaux
    [admin] administration
    [head] responsable ({ $name })
    [moderator] relecture des commentaires ({ $name })
    [unit] référent du service client ({ $name })
   *[other] { $role }
}
import-role-lost = rôle retiré : { $role ->
    [hr] ressources humaines
    [direction] direction
    [reader] lecture des totaux
    [admin] administration
    [head] responsable ({ $name })
    [moderator] relecture des commentaires ({ $name })
    [unit] référent du service client ({ $name })
   *[other] { $role }
}
import-role-had = avait le rôle : { $role ->
    [hr] ressources humaines
    [direction] direction
    [reader] lecture des totaux
    [admin] administration
    [head] responsable ({ $name })
    [moderator] relecture des commentaires ({ $name })
    [unit] référent du service client ({ $name })
   *[other] { $role }
}
import-change-number = matricule : { $before } → { $after }
import-change-name = nom : { $before } → { $after }
import-change-email = adresse : { $before } → { $after }
import-change-unit = service : { $before } → { $after }
import-change-language = langue : { $before } → { $after }
import-change-until = jusqu'au : { $before } → { $after }
import-change-back = de nouveau actif
import-change-away = en absence longue : plus interrogé
import-change-asked = de retour d'absence : de nouveau interrogé
import-unknown-state = « { $value } » n'est pas un état : écrivez active ou away.
import-change-inactive = devient inactif
import-outcome = Ce qu'il en est
import-state-running = L'import est en cours. Vous pouvez fermer cette page : il continue sans elle.
import-state-done = L'import est fait.
import-state-refused = Rien n'a été importé : le fichier a été refusé. Vérifiez-le de nouveau pour voir pourquoi.
import-state-failed = Rien n'a été importé : le programme a rencontré une erreur. Recommencez ; si cela se répète, prévenez votre administrateur.
import-state-cut = Cet import a été interrompu, sans doute par un arrêt du programme. Rien n'a été importé : recommencez.
import-began-at = Commencé le { $day } à { $time }.
import-ended-at = Terminé le { $day } à { $time }.
import-lines = { $n ->
    [one] Une ligne lue.
   *[other] { $n } lignes lues.
}
import-reload = Actualiser
import-latest = Derniers imports
import-chip-running = en cours
import-chip-done = fait
import-chip-refused = refusé
import-chip-failed = en erreur
import-chip-cut = interrompu
flash-imported = { $n ->
    [one] Import terminé : une ligne prise en compte.
   *[other] Import terminé : { $n } lignes prises en compte.
}

# Formulaires
form-errors = { $n ->
    [one] Un point à corriger
   *[other] { $n } points à corriger
}
form-empty = à remplir.
form-not-a-choice = à choisir dans la liste.
form-fault = { $label } : { $fault }
form-too-long = { $limit } caractères au plus.
flash-saved = Enregistré.

# Personnes et rôles
people-title = Personnes
people-lede = { $n ->
    [0] Personne n'est encore enregistré.
    [one] Une personne enregistrée.
   *[other] { $n } personnes enregistrées.
}
people-search = Chercher un nom, une adresse, un service
people-found = { $n ->
    [one] Une personne
   *[other] { $n } personnes
}
people-name = Nom
people-email = Adresse
people-unit = Service
people-roles = Rôles
people-state = État
people-active = actif
people-away = inactif
people-on-leave = absence longue
people-page = Page { $page } sur { $pages }
people-none = Personne pour l'instant. Commencez par importer un fichier, ci-dessous.
people-not-found = Personne ne correspond à « { $search } ».
people-show-all = Voir tout le monde
person-details = Coordonnées
person-number = Matricule
person-language = Langue
person-until = jusqu'au
person-by-import = Une correction faite ici tient jusqu'au prochain fichier importé : corrigez aussi ce qui le produit.
person-no-role = Aucun rôle : cette personne répond aux questionnaires et suit les actions où elle est nommée.
person-roles-admin-only = Seul un administrateur donne ou retire un rôle.
person-grant = Donner un rôle
person-role = Rôle
person-role-supplier = Fournisseur interne
person-role-supplier-hint = Pour les rôles de responsable et de relecture seulement.
person-grant-button = Donner ce rôle
person-withdraw = Retirer
person-role-unknown = Ce rôle n'existe pas.
person-role-needs-supplier = Ce rôle va avec un fournisseur interne : choisissez lequel.
person-last-admin = C'est le dernier administrateur : donnez d'abord ce rôle à quelqu'un d'autre.
flash-role-granted = Rôle donné.
flash-role-withdrawn = Rôle retiré.
role-short = { $role ->
    [hr] ressources humaines
    [direction] direction
    [reader] lecture des totaux
    [admin] administration
    [head] responsable ({ $name })
    [moderator] relecture des commentaires ({ $name })
    [unit] référent du service client ({ $name })
   *[other] { $role }
}
role-hr = Ressources humaines : personnes, campagnes, résultats, exports
role-direction = Direction : tous les résultats publiés et les plans
role-reader = Lecture : totaux publiés et plans
role-admin = Administration : rôles et réglages
role-head = Responsable d'un fournisseur interne
role-moderator = Relecture des commentaires sur un fournisseur interne
role-head-of = Responsable : { $supplier }
role-moderator-of = Relecture des commentaires : { $supplier }

# Fournisseurs internes
suppliers-title = Fournisseurs internes
suppliers-lede = Ceux que les autres services évaluent, qui les dirige et qui ils servent.
suppliers-count = { $n ->
    [one] Un fournisseur interne
   *[other] { $n } fournisseurs internes
}
suppliers-name = Nom
suppliers-heads = Responsables
suppliers-served = Services servis
suppliers-no-head = sans responsable
suppliers-active = actif
suppliers-inactive = inactif
suppliers-none = Aucun fournisseur interne pour l'instant. Créez le premier, ou importez-en la liste.
suppliers-new = Nouveau fournisseur interne
suppliers-create = Créer
supplier-code = Code
supplier-code-hint = Lettres minuscules, chiffres et _ ; il ne change plus ensuite.
supplier-code-wrong = lettres minuscules, chiffres et _ seulement.
supplier-code-taken = le code { $code } est déjà pris.
supplier-names = Nom et équipe
supplier-article-hint = Avec son article : « l'Informatique », « les Ressources humaines ». Un article seul est complété par le nom.
supplier-unit = Service de son équipe
supplier-unit-hint = Ses membres ne s'évaluent pas eux-mêmes.
supplier-unit-none = aucun
supplier-unit-unknown = Ce service n'existe pas.
supplier-active = Actif : peut être proposé dans une campagne
supplier-no-head = Personne n'en est responsable. Un administrateur donne ce rôle sur la page d'une personne.
supplier-served = { $n ->
    [0] Ne sert encore aucun service.
    [one] Sert un service.
   *[other] Sert { $n } services.
}
supplier-relations = Qui est servi
supplier-relations-help = « Servi » vaut pour le service et tout ce qui en dépend, « sauf » en retire une branche ; un tiret suit le service du dessus.
supplier-relation = Relation
supplier-relation-of = Relation avec { $unit }
supplier-serves = servi
supplier-except = sauf
supplier-result = Résultat
supplier-result-served = servi
supplier-result-not-served = non servi
supplier-result-own = sa propre équipe
supplier-relations-save = Enregistrer les relations
supplier-no-units = Aucun service pour l'instant : importez d'abord les personnes.
flash-supplier-created = Fournisseur interne créé. Dites maintenant qui il sert.

# Réglages
settings-title = Réglages
settings-lede = Ce que l'organisation dit d'elle-même dans les e-mails et sur la page de confidentialité.
settings-organisation = Nom de l'organisation
settings-hr-contact = Contact des ressources humaines
settings-hr-contact-hint = L'adresse où écrire en cas de question ; elle est montrée à tous.
settings-controller = Responsable du traitement
settings-controller-hint = L'entité juridique et son adresse.
settings-dpo-contact = Délégué à la protection des données
settings-dpo-hint = Une adresse e-mail ou postale.
settings-alert-contact = En cas de détresse ou de harcèlement
settings-alert-hint = À qui s'adresser : le questionnaire n'est pas un canal d'alerte.
settings-moderator-hint = Une fonction, pas un nom : « la responsable du dialogue social ».
settings-labels = Mot à côté d'une note moyenne
settings-labels-hint = Il ne paraît que si la marge d'erreur tient tout entière sous le même mot.
settings-labels-standard = 2,8 à 3,5 : Moyen
settings-labels-satisfactory_from_three = 3,0 à 3,5 : Satisfaisant
settings-comments-months = Commentaires : conservés combien de mois
settings-answers-months = Réponses : conservées combien de mois
settings-months-hint = Comptés depuis la clôture, de { $least } à { $most } ; les commentaires jamais plus longtemps que les réponses.
settings-keep-wrong = un nombre entier de mois, de { $least } à { $most }.
settings-keep-order = pas plus longtemps que les réponses, ici { $answers } mois.
settings-keep = Durées de conservation
settings-keep-shorter = Une durée raccourcie vaut pour toutes les campagnes, dans les six heures. Ce qui est effacé l'est pour toujours : rallonger la durée ensuite ne fait rien revenir.
settings-keep-longer = Une durée allongée ne vaut que pour les campagnes qui ouvriront ensuite : les autres gardent ce qui a été promis à leur ouverture.
settings-keep-results = Les résultats publiés restent, mais ne peuvent plus être recalculés une fois les réponses effacées.
settings-contact-most = Invitations : au plus combien de campagnes par personne
settings-contact-most-hint = De { $least } à { $most } ; vide, aucune limite. Au-delà, la personne n'est pas invitée à la campagne suivante.
settings-contact-months = Cette limite vaut sur combien de mois
settings-contact-months-hint = De { $least } à { $most } mois avant l'ouverture d'une campagne.
settings-contact-wrong = Écrivez un nombre entier de { $least } à { $most }.
person-invited = Campagnes
person-invited-limit = { $n ->
    [one] Au plus une campagne en { $months } mois.
   *[other] Au plus { $n } campagnes en { $months } mois.
}
person-invited-counts = compte
person-invited-note = Invitations seulement, gardées 24 mois. Qui a répondu n'est pas su.
person-invited-none = Aucune invitation pour le moment.
settings-keep-fixed = Sans réglage : les invitations et adresses d'envoi sont effacées { $days } jours après la clôture, et leurs liens ne mènent alors plus nulle part ; le journal des connexions et des changements, après { $months } mois.
settings-see-privacy = Voir la page de confidentialité

# Connexion
sign-in-lede = Pas de mot de passe : nous vous envoyons un lien, valable { $minutes } minutes.
sign-in-address = Votre adresse professionnelle
sign-in-send = Recevoir le lien
sign-in-respondents = Pour répondre au questionnaire, inutile de se connecter : suivez le lien de votre invitation.
sign-in-sent-title = Regardez votre courrier
sign-in-sent = Si cette adresse est connue, un lien vient d'y être envoyé. Il est valable { $minutes } minutes et sert une fois.
sign-in-sent-nothing = Rien reçu ? Regardez dans les indésirables, vérifiez l'adresse, ou attendez un peu : trois liens par heure au plus.
sign-in-again = Demander un nouveau lien
sign-in-as = Vous allez entrer en tant que { $name }.
sign-in-button-lede = Ce lien sert une seule fois.
sign-in-gone-title = Ce lien n'ouvre plus
sign-in-gone = Un lien de connexion est valable { $minutes } minutes et sert une seule fois. Demandez-en un nouveau.
sign-in-account-lede = Avec le compte que vous utilisez chaque jour :
sign-in-account = Continuer avec { $label }
account-refused-away = Connexion impossible pour le moment
account-refused-away-do = { $label } ne répond pas. Réessayez dans quelques instants ; les personnes déjà connectées le restent.
account-refused-declined = Connexion annulée
account-refused-declined-do = { $label } nous dit que la connexion n'a pas été acceptée. Vous pouvez recommencer.
account-refused-stale = Cette connexion a expiré
account-refused-stale-do = Elle a duré plus de dix minutes, a déjà servi, ou a commencé dans un autre navigateur. Recommencez d'ici.
account-refused-wrong = Connexion refusée
account-refused-wrong-do = La réponse de { $label } n'a pas pu être vérifiée. Recommencez ; si cela se répète, prévenez l'informatique : le journal du serveur dit pourquoi.
account-refused-no-address = Votre compte ne donne pas d'adresse sûre
account-refused-no-address-do = { $label } ne confirme aucune adresse e-mail pour votre compte. Demandez à l'informatique de la faire vérifier.
account-refused-unknown = Votre adresse n'est pas connue ici
account-refused-unknown-do = L'adresse de votre compte { $label } n'est celle de personne dans le baromètre. Demandez aux ressources humaines de la vérifier.
account-refused-other = Cette adresse a déjà un autre compte
account-refused-other-do = La personne qui a cette adresse se connecte avec un autre compte de { $label }. Un administrateur peut délier l'ancien sur sa fiche.
account-refused-left = Votre accès est terminé
account-refused-left-do = Dans le baromètre, vous ne faites plus partie de l'organisation. Si c'est une erreur, écrivez aux ressources humaines.
account-by-mail = Recevoir un lien par e-mail
account-left-title = Vous êtes déconnecté du baromètre
account-left = Votre session chez { $label } continue : sur un ordinateur partagé, fermez-la aussi.
account-left-there = Se déconnecter aussi de { $label }
account-left-again = Se connecter de nouveau
person-account = Compte de l'organisation
person-account-since = Lié depuis le { $day }
person-account-none = Pas encore lié : il le sera à la première connexion.
person-account-unlink = Délier
flash-account-unlinked = Compte délié : la prochaine connexion en liera un nouveau.
sign-in-nobody = Personne d'actif n'a l'adresse { $address }.
sign-in-mail-subject = Votre lien de connexion au baromètre
sign-in-mail-hello = Bonjour { $name },
sign-in-mail-text = Voici votre lien de connexion au baromètre interne. Il est valable { $minutes } minutes et sert une seule fois.
sign-in-mail-not-you = Vous n'avez rien demandé ? Ignorez ce message : sans le lien, personne n'entre.

# Confidentialité (pages lues par les personnes interrogées)

# Accessibilité

# Ligne de commande
cli-dry-run = Essai à blanc : rien n'a été enregistré.
cli-unreadable = { $file } ne peut pas être lu : { $fault }

import-address-of-role = Ces personnes ont un rôle ; leur adresse sert à se connecter et seul un administrateur peut la changer : { $addresses }. Rien n'a été importé.

# Les personnes sans adresse
people-no-address = sans adresse : code sur papier
import-person-without-address = { $name } (sans adresse, n° { $number })
import-shared-address = l'adresse { $value } figure déjà à la ligne { $first } ; une adresse partagée ne sert à personne en propre : laissez-la vide sur chaque ligne, ces personnes recevront un code sur papier.
import-neither-address-nor-number = il faut une adresse, ou un person_id : sans l'un ni l'autre, le prochain fichier ne reconnaîtrait pas cette personne.
import-role-needs-address = un rôle demande une adresse : c'est avec elle qu'on se connecte.
person-role-needs-address = Cette personne n'a pas d'adresse e-mail : un rôle en demande une, car c'est avec elle qu'on se connecte. Complétez le fichier des personnes et importez-le.
relay-title = Envoi des e-mails
relay-lede = Ce que votre serveur de messagerie accepte, et quand les e-mails partent.
relay-presets = Remplir pour :
relay-preset-none = votre propre serveur, sans limite
relay-preset-m365 = Microsoft 365 (30 par minute, 10 000 par jour, 3 connexions)
relay-preset-filled = Le formulaire est rempli ; rien n'est enregistré avant le bouton du bas.
relay-per-minute = E-mails par minute
relay-per-day = E-mails par jour
relay-no-limit = Vide : sans limite. Compté sur tous les e-mails, quelle que soit la machine qui envoie.
relay-connections = Connexions à la fois
relay-connections-hint = De 1 à 32, pour chaque machine qui envoie.
relay-from = À partir de
relay-time-hint = Par exemple 08:00.
relay-until = Jusqu'à
relay-until-hint = Par exemple 18:00 ; 24:00 pour la fin de la journée.
relay-holidays = Jours fériés
relay-holidays-none = Les e-mails partent aussi les jours fériés
relay-holidays-france = Rien ne part les jours fériés de France
relay-holidays-alsace = Rien ne part les jours fériés de France, d'Alsace et de Moselle
relay-days = Jours d'envoi
relay-monday = lundi
relay-tuesday = mardi
relay-wednesday = mercredi
relay-thursday = jeudi
relay-friday = vendredi
relay-saturday = samedi
relay-sunday = dimanche
relay-urgent = Les liens de connexion partent toujours tout de suite ; ils comptent dans les limites.
relay-back = Revenir aux réglages
relay-fault-number = écrivez un nombre entier de 1 à { $most }
relay-fault-time = écrivez une heure comme 08:00
relay-fault-until = l'heure de fin doit venir après l'heure de début
relay-fault-days = Cochez au moins un jour.
csv-index-column = La colonne { $place } n'a pas de titre et ne fait que numéroter les lignes (R et pandas l'ajoutent) : enlevez-la, ou exportez sans elle (row.names = FALSE, index=False).
csv-column-without-head = La colonne { $place } n'a pas de titre, et « { $value } » y figure : donnez-lui son titre, ou videz-la.
import-line-and-others = Ligne { $line } et les { $others } autres lignes :
import-spreadsheet-fault = « { $value } » ({ $column }) est une erreur du tableur : élargissez la colonne ou corrigez la cellule, puis exportez de nouveau.
import-day-of-two = « { $value } » ({ $column }) peut être deux dates, et rien dans la colonne ne dit si le jour vient avant le mois : écrivez 2026-03-20.
import-day-serial = « { $value } » ({ $column }) est le nombre par lequel un tableur garde une date : donnez à la colonne le format date, ou écrivez 2026-03-20.
import-address-nowhere = aucun e-mail n'arrive sans doute à { $value } : le domaine n'est pas de ceux qui reçoivent de l'extérieur.
import-address-accents = un e-mail à { $value } n'arrivera que si chaque serveur sur le chemin accepte les accents avant l'@ : demandez une adresse sans accent.
import-address-held = l'adresse { $value } est encore celle de { $name }, qui est en activité : dans le même fichier, videz ou changez l'adresse de { $name }, ou écrivez active = non, adresse vide.
import-number-scientific = « { $value } » (person_id) a perdu des chiffres dans un tableur : donnez à la colonne le format texte et exportez de nouveau.
import-number-like = le matricule { $number } ressemble à { $other }, celui de { $name }. Même personne, matricule abîmé : écrivez { $other }. Même personne, nouveau matricule : ajoutez une colonne old_person_id avec { $other }. Une autre personne : old_person_id = -
import-number-like-line = le matricule { $number } ressemble à { $other }, de la ligne { $first }. La même personne : enlevez une ligne. Deux personnes : écrivez - dans une colonne old_person_id sur cette ligne.
import-number-or-successor = l'adresse { $value } est celle de { $name }, matricule { $other }, et cette ligne porte { $number }. Même personne, nouveau matricule : ajoutez une colonne old_person_id avec { $other }. Quelqu'un qui reprend l'adresse : old_person_id = - (possible quand { $name } a quitté l'organisation).
import-number-taken = old_person_id dit que personne ici n'est concerné, mais le matricule { $number } est celui de { $name } : videz old_person_id, ou corrigez le matricule.
import-old-number-stands = le matricule { $number } est celui de { $name }, et { $old } (old_person_id) celui de { $other } : deux personnes. Videz old_person_id, ou corrigez l'un des deux.
import-old-number-unknown = personne ici n'a le matricule { $value } (old_person_id) : corrigez-le, ou écrivez - pour une personne nouvelle.
import-old-number-alone = old_person_id va avec person_id : donnez le nouveau matricule de cette personne.
import-becomes-another = cette ligne fait de { $before } une autre personne, { $after }, qui garderait ses rôles, ses actions et ses invitations. Est-ce bien la même ? Sinon : un person_id à elle et old_person_id = -
import-role-had-alone = seule personne à avoir le rôle : { $role ->
    [hr] ressources humaines
    [direction] direction
    [reader] lecture des totaux
    [admin] administration
    [head] responsable ({ $name })
    [moderator] relecture des commentaires ({ $name })
    [unit] référent du service client ({ $name })
   *[other] { $role }
} ; nommez quelqu'un d'autre
import-holds-action = action à finir : { $reference } { $title }
import-change-in-sentence = dans une phrase ({ $language }) : { $before } → { $after }
settings-moderator = Qui relit les commentaires
settings-languages = Langues des personnes interrogées
settings-languages-hint = Dans l'ordre, séparées par des virgules. Ce qui manque dans une langue se lit dans la première. Possibles : { $known }.
settings-languages-wrong = Écrivez au moins un de ces codes, chacun une fois : { $known }.
supplier-name = Nom
supplier-in-sentence = Dans une phrase, si différent
settings-moderator-as = Fonction
import-change-name-in = nom ({ $language }) : { $before } → { $after }
one-add = Ajouter une personne
one-correct = Corriger
one-faults = { $n ->
    [one] Un point à corriger
   *[other] { $n } points à corriger
}
one-doubts = À lire avant d'enregistrer :
one-name = Nom
one-hint-name = Prénom et nom, comme les collègues les connaissent.
one-email = Adresse e-mail
one-hint-email = Laissez vide pour une personne sans adresse à elle : elle participe avec un code sur papier.
one-number = Matricule
one-hint-number = Nécessaire sans adresse ; il permet au prochain fichier de la retrouver.
one-choose = Choisissez un service
one-state-here = Travaille ici
one-state-away = En longue absence : n'est pas interrogée
one-state-gone = Est partie
one-until = Dernier jour
one-hint-until = Facultatif : après ce jour, elle n'est plus interrogée et ne peut plus se connecter.
one-save-anyway = Enregistrer quand même
person-needs-unit = Choisissez le service où elle travaille.
person-number-taken = Le matricule { $number } est celui de { $name }.
flash-person-added = { $name } est dans l'annuaire.
flash-person-saved = { $name } : la correction est enregistrée.
people-every-unit = Tous les services
people-every-role = Avec ou sans rôle
people-every-state = Toutes
people-filter-here = Travaillent ici
people-filter-away = En longue absence
people-filter-without_address = Sans adresse
people-filter-gone = Parties
people-none-found = Personne ne répond à ces choix.
people-file-empty = Télécharger un fichier vide à remplir
people-file-all = Télécharger tout l'annuaire, au format que ce formulaire lit
import-next-suppliers = Suite : les fournisseurs internes
import-next-relations = Suite : qui sert qui
import-next-questionnaires = Suite : les questionnaires
people-sort-name = nom
people-sort-unit = service
role-unit = Référent d'un service client : ce que son groupe dit des autres, points de ses relations
role-unit-of = Référent du service client : { $unit }
person-role-unit = Service client
person-role-unit-hint = Pour un référent : le service au nom duquel il parle.
person-role-needs-unit = Choisissez le service client de ce référent.
nav-relations = Relations

# Ce qui vient de soi-même et attend un accord
waiting-title = En attente d'accord
waiting-lede = Ce que le dossier d'import ou l'annuaire demande, et que le baromètre ne fait pas sans l'accord de quelqu'un.
waiting-faults = Tout n'a pas été fait
waiting-none = Rien n'attend.
waiting-units = { $n ->
    [one] Une unité que le baromètre ne connaît pas sous ce nom
   *[other] { $n } unités que le baromètre ne connaît pas sous ces noms
}
waiting-units-lede = L'annuaire ne crée pas d'unité de lui-même. Dites de laquelle il s'agit : cela vaut pour tout le monde, et pour la suite.
waiting-called = « { $spelling } »
waiting-called-nothing = Aucune unité indiquée
waiting-called-n = { $n ->
    [one] Une personne attend : { $names }.
   *[other] { $n } personnes attendent : { $names }.
}
waiting-since = Depuis le { $day }.
waiting-which-unit = C'est l'unité
waiting-choose-unit = à choisir
waiting-new-unit = nouvelle unité « { $spelling } »
waiting-fault-new-unit = Aucune unité ne peut être créée sous ce nom : son code serait déjà pris, ou vide. Choisissez une unité, ou importez-la par un fichier.
waiting-is-unit = C'est elle
waiting-yes = Accepter
waiting-no = Laisser comme c'est
waiting-all = { $n ->
    [one] Celle-ci
   *[other] Les { $n } à la fois
}
waiting-of-presence = { $n ->
    [one] Un départ ou retour
   *[other] { $n } départs et retours
}
waiting-of-address = { $n ->
    [one] Une adresse
   *[other] { $n } adresses
}
waiting-of-roles = { $n ->
    [one] Des rôles, pour une personne
   *[other] Des rôles, pour { $n } personnes
}
waiting-what = Ce qui changerait
waiting-why = Pourquoi cela attend
waiting-from = Venu de
waiting-came = Venu de { $from }.
waiting-directory = l'annuaire
waiting-address = { $before } → { $after }
waiting-until = ne travaille plus ici après le { $day }
waiting-away = en longue absence
waiting-gone = ne travaille plus ici
waiting-back = travaille de nouveau ici
waiting-roles = { $before } → { $after }
waiting-admin-only = administrateur
waiting-admin-decides = Seul un administrateur peut en décider.
waiting-part-address = adresse
waiting-part-presence = présence
waiting-part-roles = rôles
waiting-part-unit = unité
waiting-why-role = Cette personne a un rôle : qui lit à son adresse peut se connecter à sa place.
waiting-why-role-back = Cette personne avait un rôle : revenir le lui rendrait.
waiting-why-invited = Une campagne est ouverte, et son lien est parti à l'adresse actuelle.
waiting-why-addresses = Plus d'une adresse sur vingt changerait en sept jours.
waiting-why-leave = Plus d'une personne sur dix partirait en sept jours.
waiting-why-return = Plus d'une personne sur dix reviendrait en sept jours.
waiting-why-group = Plus d'une personne sur cinq d'un groupe interrogé serait partie.
waiting-why-roles = Les rôles se donnent ici, jamais par un fichier déposé.
waiting-why-held = L'adresse est encore celle de quelqu'un dont le changement attend.
waiting-why-unit = Aucune unité ne porte ce nom.
waiting-fault-changed = La demande a changé depuis l'affichage de cette page : regardez-la de nouveau.
waiting-fault-none = Cochez ce dont vous décidez.
waiting-fault-decision = Choisissez d'accepter ou de laisser comme c'est.
waiting-fault-unit = Choisissez une unité.
waiting-fault-line = Une personne n'a pas pu être reprise : { $what }
flash-waiting-done = { $n ->
    [0] L'unité est retenue ; plus personne n'attendait.
    [one] C'est fait pour une personne.
   *[other] C'est fait pour { $n } personnes.
}
flash-waiting-left = { $n ->
    [one] Rien ne change pour cette personne.
   *[other] Rien ne change pour ces { $n } personnes.
}
waiting-some = { $n ->
    [one] Un changement attend votre accord.
   *[other] { $n } changements attendent votre accord.
}
waiting-see = Les voir
import-waiting = { $n ->
    [one] Un changement attend un accord.
   *[other] { $n } changements attendent un accord.
}
folder-report-taken = Importé.
folder-report-refused = Refusé : rien n'a été changé.
folder-report-waits = { $n ->
    [one] Un changement demandé attend un accord, dans Personnes :
   *[other] { $n } changements demandés attendent un accord, dans Personnes :
}
folder-report-left-out = { $name } n'a pas été créé : l'adresse { $email } est encore celle de quelqu'un dont le changement attend. Redéposez le fichier après l'accord.
folder-large = Le fichier dépasse { $mb } Mo.
waiting-mail-subject = { $n ->
    [one] Un changement attend votre accord
   *[other] { $n } changements attendent votre accord
}
waiting-mail-what = { $n ->
    [one] Le dossier d'import ou l'annuaire demande un changement que le baromètre ne fait pas sans accord.
   *[other] Le dossier d'import ou l'annuaire demande { $n } changements que le baromètre ne fait pas sans accord.
}
waiting-mail-button = Voir ce qui attend
waiting-mail-why = Vous recevez ce message, une fois par jour au plus, parce que vous gérez les personnes du baromètre.
refused-mail-subject = Fichier refusé : { $file }
refused-mail-what = { $n ->
    [one] Le fichier { $file }, déposé dans le dossier d'import, est refusé : une ligne est fausse. Rien n'a été changé.
   *[other] Le fichier { $file }, déposé dans le dossier d'import, est refusé : { $n } lignes sont fausses. Rien n'a été changé.
}
refused-mail-do = Le compte rendu, à côté du fichier, dit ce qu'il faut corriger, ligne par ligne. Corrigez, puis redéposez le fichier.
refused-mail-button = Voir les imports
refused-mail-why = Vous recevez ce message parce que vous gérez les personnes du baromètre.

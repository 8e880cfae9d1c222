very-few = Très peu de réponses ({ $rate } des personnes concernées). Ces chiffres ne parlent que pour ces personnes ; les autres pensent peut-être autrement, et la marge d'erreur n'en dit rien.

unsubscribe-title = Ne plus recevoir de rappel pour cette enquête ?
unsubscribe-title-done = Plus de rappel pour cette enquête
unsubscribe-what = Appuyez sur le bouton : vous ne recevrez plus de rappel pour cette enquête. Personne ne voit la liste de ceux qui l'ont demandé.
unsubscribe-link-works = Votre lien reste ouvert : vous pouvez répondre jusqu'à la clôture si vous le souhaitez. Un dernier message donnera à tout le monde les résultats.
unsubscribe-confirm = Ne plus recevoir de rappel
unsubscribe-done = C'est noté : plus de rappel pour cette enquête.
unsubscribe-over = Cette enquête n'envoie plus de rappel.

privacy-title = Comment vos réponses sont protégées
privacy-lede = Ce que nous promettons, comment c'est fait, et à qui poser vos questions.
privacy-promise = Ce que nous garantissons
privacy-promise-five = Aucun résultat pour moins de 5 réponses, ni directement, ni en rapprochant plusieurs tableaux.
privacy-promise-group = Votre réponse compte dans un groupe, indiqué sur la page d'accueil de votre lien avec son nombre de personnes. Ni nom, ni adresse, ni heure.
privacy-promise-mixed = Jusqu'à la clôture, votre réponse est confidentielle. Ensuite elle est mélangée aux autres : rien dans nos données ne permet à quiconque de retrouver qui a répondu quoi.
privacy-promise-comments = Les commentaires sont relus par une personne étrangère au service concerné, montrés à partir de 10 réponses, et séparés des notes.
privacy-promise-comments-by = Les commentaires sont relus par { $moderator }, jamais par une personne du service concerné, montrés à partir de 10 réponses, et séparés des notes.
privacy-promise-fixed = Ces règles ne peuvent plus être assouplies une fois la campagne commencée. Si votre organisation les a voulues plus strictes, la page d'accueil de votre lien le dit.
privacy-promise-file = Personne ne reçoit les réponses une à une, sauf si cela est écrit sur la page d'accueil de votre lien, avec le nom de qui reçoit le fichier.
privacy-file-in = { $wave } :
privacy-who-sees = Qui voit quoi
privacy-who-heads = Les responsables d'un service voient les résultats publiés sur leur service.
privacy-who-hr = Les ressources humaines voient tous les résultats publiés et qui a été invité.
privacy-who-direction = La direction voit tous les résultats publiés et les plans de progrès.
privacy-who-readers = Les représentants du personnel et le délégué à la protection des données peuvent voir les totaux publiés.
privacy-who-moderators = La personne qui relit les commentaires voit leur texte, jamais les notes qui vont avec.
privacy-who-nobody = Personne ne voit une réponse individuelle sur une page.
privacy-how = Comment c'est fait
privacy-how-link = Votre lien est personnel et ne demande ni compte, ni mot de passe, ni cookie. Nous n'en gardons qu'une empreinte, qui ne permet pas de le retrouver.
privacy-how-draft = Votre brouillon est chiffré : il ne s'ouvre qu'avec votre lien. Il est effacé à l'envoi et à la clôture.
privacy-how-send = À l'envoi, vos réponses sur chaque service sont rangées séparément, sans rien qui les rattache les unes aux autres, à part le groupe.
privacy-how-night = Chaque nuit, dès qu'au moins 5 personnes d'un même groupe ont répondu, leurs réponses sont réécrites dans un ordre tiré au hasard.
privacy-how-mix = À la clôture, toutes les réponses sont réécrites dans un ordre tiré au hasard, et la trace « a répondu » est effacée.
privacy-how-pages = Les pages, graphiques, fichiers et e-mails ne lisent que les résultats publiés, fixés une fois pour toutes. Un groupe trop petit n'est jamais montré, et un autre peut être caché pour le protéger.
privacy-how-comments = Aucun commentaire n'est montré avant d'avoir été relu.
privacy-check = Ce que nous vérifions chaque nuit
privacy-check-nothing = Dernière vérification : { $day }. Rien n'a été trouvé qui rattache une réponse à une personne.
privacy-check-something = Dernière vérification : { $day }. Elle a relevé au moins un point à corriger ; les personnes qui exploitent le serveur en ont le détail.
privacy-check-unread = Dernière vérification : { $day }. Rien n'a été trouvé, mais une partie des données n'a pas pu être relue.
privacy-check-never = Aucune vérification n'a encore eu lieu.
privacy-check-how = Un programme relit les données comme le ferait quelqu'un qui les aurait entre les mains : ce qui mène à une personne, l'ordre des lignes, les restes de brouillons effacés. Qui a accès au serveur peut le lancer à tout moment.
privacy-limits = Ce que nous ne pouvons pas empêcher
privacy-limits-open = Tant que la campagne est ouverte, une personne qui aurait accès aux fichiers du serveur pourrait en apprendre davantage que ce que montrent les pages.
privacy-limits-operator = La personne qui exploite le serveur ou la messagerie pourrait ouvrir un brouillon à l'aide de votre lien. C'est pourquoi nous ne disons jamais « totalement anonyme ».
privacy-keep = Combien de temps nous gardons
privacy-keep-drafts = Brouillons et trace « a répondu » : jusqu'à la clôture.
privacy-keep-invitations = Invitations et adresses d'envoi : { $days } jours après la clôture ; la seule liste des campagnes auxquelles chacun a été invité, sans rien de ses réponses : 24 mois.
privacy-keep-comments = Commentaires : { $months } mois après la clôture.
privacy-keep-answers = Réponses : { $months } mois après la clôture.
privacy-keep-shorter = Campagne { $wave } : commentaires { $comments } mois, réponses { $answers } mois, comme promis à son ouverture.
privacy-keep-log = Journal des connexions et des changements, où il n'y a jamais de réponse : { $months } mois.
privacy-keep-results = Résultats publiés : sans limite ; ils ne parlent que de groupes.
privacy-rights = Vos droits
privacy-rights-own = Vous pouvez demander à voir, corriger ou effacer ce que nous savons de vous (nom, adresse, service). Vos réponses, elles, ne peuvent plus être retrouvées une fois mélangées : c'est justement ce qui vous protège.
privacy-rights-authority = Vous pouvez aussi vous adresser à l'autorité de contrôle, en France la CNIL.
privacy-contacts = À qui s'adresser
privacy-controller = Responsable du traitement
privacy-dpo = Protection des données
privacy-hr = Ressources humaines
privacy-alert = Détresse, harcèlement
privacy-alert-note = Ce questionnaire n'est pas un canal d'alerte : personne ne pourrait vous retrouver pour vous aider.
privacy-not-set = pas encore indiqué
accessibility-title = Accessibilité
accessibility-lede = Ce baromètre doit pouvoir être utilisé par tout le monde. Voici où nous en sommes.
accessibility-state = État de conformité
accessibility-partial = Partiellement conforme.
accessibility-partial-why = Les pages sont construites pour respecter le RGAA 4.1 et les WCAG 2.2 niveau AA, et contrôlées automatiquement à chaque version. Tant qu'aucun audit indépendant n'a été mené, nous ne déclarons pas une conformité totale.
accessibility-done = Ce qui est fait
accessibility-done-keyboard = Tout se fait au clavier, avec un repère visible.
accessibility-done-readers = Champs, tableaux et erreurs sont annoncés par les lecteurs d'écran.
accessibility-done-zoom = Les pages tiennent sur un petit écran et avec un agrandissement de 400 %.
accessibility-done-charts = Chaque graphique a un titre, une description et ses chiffres en tableau.
accessibility-done-script = Tout fonctionne sans JavaScript.
accessibility-gaps = Ce qui reste à vérifier
accessibility-gaps-text = Les pages n'ont pas encore été essayées avec tous les lecteurs d'écran du marché.
accessibility-contact = Une difficulté ?
accessibility-contact-text = Écrivez à { $contact } : dites-nous la page et ce qui vous arrête, nous vous répondrons et vous donnerons l'information autrement.
accessibility-contact-none = Adressez-vous aux ressources humaines : dites la page et ce qui vous arrête, l'information vous sera donnée autrement.
accessibility-appeal = Voie de recours
accessibility-appeal-text = Si vous n'obtenez pas de réponse satisfaisante, vous pouvez saisir le Défenseur des droits : defenseurdesdroits.fr, 09 69 39 00 00, ou par courrier gratuit : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.

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
feedback-few = Merci à toutes les personnes qui ont répondu. Elles étaient trop peu nombreuses pour qu'un résultat soit montré.
feedback-few-why = Un chiffre n'est affiché que si au moins { $k } personnes l'ont donné, et si aucun rapprochement ne permet d'en reconnaître une. Cette fois, aucun ne l'est, pour personne.
feedback-few-next = Les réponses sont mélangées et gardées comme promis ; elles ne seront pas montrées autrement. À la prochaine enquête, quelques réponses de plus suffiront.
feedback-soon-title = Les résultats arrivent
feedback-soon = Ils seront sur cette page le { $day }. Vous recevrez aussi un message.
feedback-soon-no-day = Ils seront bientôt sur cette page. Vous recevrez aussi un message.
feedback-soon-why = Les responsables les lisent d'abord, pour pouvoir vous dire en même temps ce qu'ils en font. Les chiffres ne changent plus.
feedback-very-few = Très peu de personnes ont répondu : au plus { $rate } des personnes concernées par chaque service. Ces chiffres ne parlent que pour elles ; les autres pensent peut-être autrement, et la marge d'erreur n'en dit rien.

catalogue-title = Ce que les services proposent et promettent
catalogue-lede = Pour chaque service : ce qu'il propose, comment le demander, et ce à quoi il s'engage.
catalogue-counts = { $offerings ->
    [0] Aucune prestation
    [one] { $offerings } prestation
   *[other] { $offerings } prestations
}, { $promises ->
    [0] aucun engagement
    [one] { $promises } engagement
   *[other] { $promises } engagements
}
catalogue-none = Aucun service n'a encore publié ce qu'il propose.
catalogue-to-write = À écrire
catalogue-of = Catalogue : { $service }
catalogue-edit = Modifier le catalogue
catalogue-service-lede = Ce que ce service propose, comment le demander, et ce à quoi il s'engage.
catalogue-service-none = Ce service n'a pas encore décrit ce qu'il propose.
promise-whole = Le service dans son ensemble
promise-target-at_least = Objectif : au moins { $value } { $unit }
promise-target-at_most = Objectif : au plus { $value } { $unit }
promise-from = À partir du { $day }.
promise-earlier = Promis auparavant
offering-how = Comment le demander
offering-promised = Ce qui est promis
promises-title = Ce qui était promis
promise-measured = Mesuré : { $value } { $unit } ({ $cases }, { $source })
promise-cases = { $n } cas
promise-cases-about = { $n } cas ou plus
promise-verdict-kept_felt = Tenu, et ressenti
promise-verdict-kept_to_confirm = Tenu, ressenti à confirmer
promise-verdict-kept_not_felt = Tenu, mais pas ressenti
promise-verdict-kept = Tenu
promise-verdict-missed_no_harm = Non tenu, sans gêne ressentie
promise-verdict-missed = Non tenu
promise-verdict-missed_felt = Non tenu, et cela se ressent
promise-verdict-unmeasured_felt = Ressenti, non mesuré
promise-verdict-unmeasured = Non mesuré
promise-verdict-unmeasured_not_felt = Pas ressenti, non mesuré
promise-verdict-none = Rien à en dire
promise-question-delay = Le délai annoncé est respecté : { $promise }
promise-question-quality = La qualité annoncée est là : { $promise }
promise-question-availability = La disponibilité annoncée est tenue : { $promise }
promise-question-cost = Le coût annoncé est tenu : { $promise }
promise-question-information = L'information annoncée est donnée : { $promise }
charter-title = Charte du service interne
charter-adopted = Adoptée le { $day }.
charter-none = Aucune charte n'est adoptée pour l'instant.
charter-edit = Modifier
charter-services = Les services s'engagent
charter-clients = Ceux qui demandent s'engagent
charter-own = Prendre un engagement pour soi
charter-earlier = Versions précédentes
charter-propose = Proposer une phrase
charter-side = Qui s'engage ?
charter-line = Phrase
charter-propose-button = Proposer
engagement-title = Mon engagement
engagement-lede = Deux ou trois lignes, pour soi, et un jour pour y revenir.
engagement-line = Ligne { $n }
engagement-day = Jour pour y revenir
engagement-print = Mettre en page pour imprimer
engagement-calendar = Ajouter à mon agenda
engagement-nothing-stored = Rien n'est enregistré ni compté : ce que vous écrivez revient dans cette page, ou dans le fichier, et nulle part ailleurs.
engagement-back = J'y reviens le { $day }.
engagement-print-hint = Imprimez cette page avec votre navigateur : seul l'engagement sort.
engagement-agenda = Revenir sur mon engagement
engagement-fault-empty = Écrivez au moins une ligne.
engagement-fault-day = Choisissez un jour à venir, dans les deux ans.
engagement-fault-long = Cette ligne est trop longue : { $limit } signes au plus.

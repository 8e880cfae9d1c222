welcome-title = { $n ->
    [0] Votre avis sur les services que vous utilisez
    [one] Votre avis sur un service que vous utilisez
   *[other] Votre avis sur { $n } services que vous utilisez
}
welcome-who = { $n ->
    [one] { $names } : comment mieux vous servir ?
   *[other] { $names } aimeraient savoir comment mieux vous servir.
}
welcome-time = { $minutes ->
    [one] Environ une minute
   *[other] Environ { $minutes } minutes
}
welcome-until = jusqu'au { $day }.
welcome-draft = Votre brouillon est gardé : vous pouvez reprendre où vous en étiez.
welcome-which = À quels services avez-vous eu affaire ces trois derniers mois, même une fois ?
welcome-add = Ajouter un autre service
welcome-decline = Je ne souhaite pas répondre
welcome-start = Commencer
welcome-go-on = Continuer
welcome-news = Depuis la dernière fois
welcome-told = { $service } : { $share } d'avis favorables la dernière fois ({ $wave }).

promise-title = Ce que nous garantissons
promise-threshold = Aucun résultat pour moins de { $n } réponses, ni directement, ni en rapprochant plusieurs tableaux.
promise-group = Votre réponse compte dans le groupe
promise-group-name = { $name }, { $people ->
    [one] une personne
   *[other] { $people } personnes
}
promise-not-mine = ce n'est pas mon service
promise-nothing-else = Ni nom, ni adresse, ni heure.
promise-outside = Votre réponse ne compte dans aucun groupe, comme vous l'avez demandé. Ni nom, ni adresse, ni heure.
promise-group-change = changer
promise-mixed = Jusqu'à la clôture, elle est confidentielle. Ensuite elle est mélangée aux autres : rien dans nos données ne permet de retrouver qui a répondu quoi.
promise-comments = Les commentaires sont relus avant d'être montrés, jamais par une personne du service concerné, et à partir de { $n } réponses, à part des notes.
promise-comments-by = Les commentaires sont relus par { $who }, jamais par une personne du service concerné, et montrés à partir de { $n } réponses, à part des notes.
promise-fixed = Ces règles ne peuvent plus être assouplies : la campagne a commencé.
promise-more = Qui voit quoi, et comment le vérifier

group-title = Ce n'est pas mon service
group-now = Vos réponses comptent dans le groupe { $name }, { $people ->
    [one] une personne
   *[other] { $people } personnes
}.
group-what = Si ce n'est pas le vôtre, vos réponses peuvent ne compter dans aucun groupe : elles entrent seulement dans les résultats d'ensemble. Votre invitation ne change pas.
group-contact = Pour faire corriger votre rattachement : { $contact }.
group-is-outside = Vos réponses ne comptent actuellement dans aucun groupe.
group-outside = Ne compter dans aucun groupe
group-inside = Compter de nouveau dans ce groupe

answer-place = Service { $number } sur { $of }
answer-next = Enregistrer et continuer
answer-finish = Envoyer et terminer ici
answer-draft = En continuant, cette page est gardée dans un brouillon qui ne s'ouvre qu'avec votre lien. Rien n'est envoyé avant la dernière page.
answer-text-hint = facultatif ; merci de ne citer personne
answer-text-hint-contact = facultatif ; merci de ne citer personne. Ce questionnaire n'est pas un canal d'alerte : { $contact }
answer-errors-title = { $n ->
    [one] Un point à corriger
   *[other] { $n } points à corriger
}
answer-off-scale = choisissez l'une des réponses proposées
answer-too-long = { $most } caractères au plus ; il y en a { $length }
answer-check-title = Vérifier et envoyer
answer-check-lede = Aucune question n'est obligatoire. Vous pouvez revenir sur une page, ou envoyer tel quel.
answer-check-none = Vous n'avez coché aucun service : nous noterons seulement que vous n'y avez pas eu affaire.
answer-check-empty = Aucune réponse : rien ne sera envoyé pour ce service.
answer-check-some = { $answered ->
    [one] Une réponse sur { $questions }
   *[other] { $answered } réponses sur { $questions }
}
answer-check-all = { $questions ->
    [one] La question est remplie
   *[other] Les { $questions } questions sont remplies
}
answer-not-sent = Brouillon non envoyé : il sera effacé après le { $day }.
answer-send = Envoyer mes réponses

decline-title = Je ne souhaite pas répondre
decline-what = C'est votre droit. Vous ne recevrez plus de rappel pour cette campagne ; personne ne saura si vous avez répondu ou décliné. Votre brouillon, s'il y en a un, sera effacé.
decline-confirm = Confirmer

ended-recorded-title = C'est enregistré, merci
ended-recorded = Votre lien est maintenant utilisé : vous ne recevrez plus de rappel. Pour votre confidentialité, rien de ce que vous avez écrit ne peut être affiché de nouveau.
ended-next = La campagne se termine le { $day }. Vous recevrez ensuite un message avec ce qui a été dit et ce qui va changer.
ended-closed-title = La campagne est terminée, merci
ended-closed = Les réponses ne sont plus acceptées depuis le { $day }. Les brouillons non envoyés ont été effacés. Chaque personne interrogée reçoit par e-mail ce qui a été dit et ce qui va changer.
ended-early-title = La campagne n'est pas encore ouverte
ended-early = Votre lien fonctionnera dès l'ouverture.
ended-contact = Une question ? Écrivez à { $contact }.
answer-check-unasked = Vous avez répondu à « { $question } », qui ne concerne que certaines réponses à la question précédente : cette réponse ne sera pas envoyée.

# Un code sur papier
ended-recorded-paper = Votre code est maintenant utilisé. Pour votre confidentialité, rien de ce que vous avez écrit ne peut être affiché de nouveau.
ended-next-paper = La campagne se termine le { $day }. Gardez votre papier : quand les résultats seront publiés, le même code y mènera, pendant 30 jours après la clôture.
ended-closed-paper = Les réponses ne sont plus acceptées depuis le { $day }. Les brouillons non envoyés ont été effacés. Revenez bientôt avec le même code : il mènera à ce qui a été dit et à ce qui va changer.
ended-early-paper = Votre code fonctionnera dès l'ouverture.
code-title = J'ai un code
code-have = J'ai un code
code-lede = Tapez le code de votre papier : il mène au questionnaire.
code-label = Votre code
code-hint = Douze caractères, avec ou sans tirets, en majuscules ou en minuscules. Exemple : ABCD-EFGH-JKMN
code-go = Continuer
code-nobody = Un papier ne porte pas de nom, et personne ne sait qui l'a tiré.
code-not-open = Ce code n'ouvre rien
code-empty = Tapez d'abord le code de votre papier.
code-mistyped = Une faute de frappe : relisez le code sur votre papier, caractère par caractère.
code-unknown = Ce code est bien formé mais inconnu : relisez-le. Les codes d'une campagne sont effacés 30 jours après sa clôture.
code-too-many = Ce code est inconnu, et beaucoup de codes inconnus viennent d'être tapés ici. Relisez-le et réessayez dans { $n ->
    [one] une seconde
   *[other] { $n } secondes
}.
ended-withdrawn-title = Ce lien ne sert plus
ended-withdrawn = On nous a signalé que cette enquête ne vous concerne plus : vous ne recevrez plus de message à son sujet. Si c'est une erreur, dites-le : le lien pourra servir de nouveau.
ended-results-on = Les résultats seront à cette adresse le { $day }, avec ce qui va changer.

question-of-service = { $service } :
question-several = plusieurs choix possibles
question-most-choices = { $most } choix au plus
question-end = { $value } : { $label }
question-text-hint = Merci de ne citer personne.
question-text-hint-contact = Merci de ne citer personne. Ce questionnaire n'est pas un canal d'alerte ; pour cela : { $contact }.
question-if = Si vous avez répondu { $answers } :
question-none = pas de réponse
question-quoted = « { $label } »
question-values = de { $lowest } à { $highest }
slip-fold = Pliez chaque papier ; chaque personne en tire un de la boîte.
slip-title = Votre avis sur les services internes
slip-title-of = { $organisation } : votre avis sur les services internes
slip-purpose = Qu'est-ce qui va, qu'est-ce qu'il faudrait changer ? Quelques minutes, jusqu'au { $day }.
slip-type = Photographiez le carré, ou tapez ce code à l'adresse
slip-promise = Ni nom, ni adresse, ni heure ; aucun résultat pour moins de { $n } réponses.
slip-keep = Gardez ce papier : après la publication, il mène aussi aux résultats.
slip-also = Aussi en français : { $address }?lang=fr
answer-part = questions { $from } à { $to } sur { $all }
answer-page = Page { $number } sur { $of }
mirror-kicker = Votre propre service
mirror-ask = D'après vous, comment les autres services jugent-ils le vôtre ? Répondez comme vous pensez qu'ils répondent.
mirror-apart = Ces réponses sont comptées à part, sans nom ni groupe. Seules la direction et la personne responsable de votre service en lisent les moyennes, à partir de { $n } feuilles ; s'il y en a moins, elles sont effacées sans être lues.
mirror-stem = D'après vous, ils répondraient :
mirror-promises-ask = Et pour vous : les promesses faites à votre service sont-elles tenues ? Répondez cette fois pour vous-même.
answer-mirror-dropped = Vos réponses sur votre propre service ne seront pas envoyées, puisque vous avez indiqué que ce service n'est pas le vôtre.
welcome-mirror = La fin demande comment, d'après vous, les autres services jugent { $service }.
answer-check-mirror = { $service }, vu par les autres services

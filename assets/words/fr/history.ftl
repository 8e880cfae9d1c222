history-line-responses = Ligne { $line } :
history-line-questionnaire = Questions, ligne { $line } :
history-line-invitations = Invitations, ligne { $line } :
history-more-faults = { $n ->
    [one] … et une autre erreur.
   *[other] … et { $n } autres erreurs.
}

history-plan-wave = Campagne { $campaign }, du { $opens } au { $closes }, sur le fournisseur { $supplier }.
history-plan-added = La campagne { $campaign } existe avec d'autres fournisseurs : rien de ce qui est publié ne change.
history-plan-new-supplier = Le fournisseur { $supplier } n'existe pas encore : il est créé sous ce nom ; donnez-lui le vrai sur sa page.
history-plan-responses = { $n ->
    [one] Une réponse
   *[other] { $n } réponses
} : { $complete } complètes, { $partial } partielles.
history-plan-empty = { $n ->
    [one] Une ligne ne dit rien : elle est laissée de côté.
   *[other] { $n } lignes ne disent rien : elles sont laissées de côté.
}
history-plan-comments = { $n ->
    [one] Un commentaire, retenu jusqu'à sa relecture.
   *[other] { $n } commentaires, retenus jusqu'à leur relecture.
}
history-plan-asked = { $n ->
    [one] Une question posée : { $codes }.
   *[other] { $n } questions posées : { $codes }.
}
history-plan-not-asked = Non posées dans cette vague, faute de colonne : { $codes }.
history-plan-units = { $n ->
    [0] Aucun service de l'organisation n'est nommé.
    [one] Un service de l'organisation est nommé.
   *[other] { $n } services de l'organisation sont nommés.
}
history-plan-new-units = { $n ->
    [one] Un service est créé : { $units }.
   *[other] { $n } services sont créés : { $units }.
}
history-plan-no-invitations = Sans fichier d'invitations, on ignore combien de personnes ont été interrogées : pas de taux de réponse, et un groupe n'est affiché qu'à partir de 10 réponses.
history-plan-later = Des vagues plus récentes sont déjà publiées ({ $codes }) et ne seront pas comparées à celle-ci : apportez d'abord la plus ancienne.
history-plan-old = Cette vague est ancienne : d'après les réglages, les commentaires sont supprimés { $comments } mois après la clôture et les réponses après { $answers } mois. Les chiffres restent.
history-plan-groups = { $n ->
    [one] Un groupe :
   *[other] { $n } groupes :
}
history-plan-group = { $name } ({ $group }) : { $n ->
    [one] une réponse
   *[other] { $n } réponses
}
history-plan-group-invited = { $name } ({ $group }) : { $n ->
    [one] une réponse
   *[other] { $n } réponses
} pour { $eligible } personnes interrogées
history-done = La campagne { $campaign } est publiée. Aucun message n'a été envoyé.

history-not-imported = La campagne { $campaign } s'est tenue ici : on ne peut pas y ajouter des réponses venues d'ailleurs. Choisissez un autre code.
history-supplier-there = La campagne { $campaign } a déjà les réponses sur { $supplier } : rien n'a été modifié.
history-other-dates = La campagne { $campaign } a déjà d'autres dates : enlevez --opens-on et --closes-on.
history-taken = La campagne { $campaign } vient d'être créée par quelqu'un d'autre : rien n'a été modifié.
history-supplier-code = « { $supplier } » n'est pas un code de fournisseur : lettres minuscules, chiffres et _, 40 au plus.
history-supplier-unknown = Le fournisseur { $supplier } n'existe pas : créez-le d'abord (import suppliers, ou sa page), ou ajoutez --create-units.
history-future = Le { $day } est encore à venir : seule une vague passée peut être apportée. Donnez ses jours avec --opens-on et --closes-on.
history-dates = La vague fermerait le { $closes }, avant son ouverture le { $opens } : donnez les deux jours.
history-no-groups = Aucune campagne n'a encore de groupes : enlevez --groups current, ou préparez d'abord les groupes d'une campagne.
history-other-arguments = --campaign, --supplier, --questionnaire, --invitations, --create-units, --groups, --opens-on et --closes-on vont avec `import responses`.
history-no-complete = --complete ne va pas avec `import responses`.

history-unit-unknown = le service « { $unit } » n'existe pas (ni comme code, ni comme nom). Ajoutez-le d'abord, ou utilisez --create-units.
history-unit-control = le nom du service contient un caractère de commande : retirez-le.
history-unit-ambiguous = plusieurs services s'appellent « { $unit } » : écrivez le code ({ $codes }).
history-unit-no-code = aucun code ne peut être tiré de « { $unit } » : ajoutez d'abord ce service avec un code, et écrivez ce code ici.
history-unit-in-no-group = le service { $unit } n'est dans aucun des groupes d'aujourd'hui.
history-unknown-question = la colonne « { $column } » n'est pas une question : ni du fichier des questions, ni du fournisseur, ni de la banque. Nommez-la par le code de sa question, ou enlevez-la.
history-no-question = le fichier n'a aucune colonne de question.
history-no-response = le fichier n'a aucune réponse.
history-off-scale = { $column } : « { $value } » n'est pas sur l'échelle de { $lo } à { $hi } (NA : sans objet ; vide : pas de réponse).
history-off-options = { $column } : « { $value } » ne peut pas être choisi ; les codes sont { $offered }, joints par |.
history-unknown-kind = « { $value } » n'est pas un type de question : { $kinds }.
history-scale = l'échelle de « { $lo } » à « { $hi } » n'en est pas une : lo et hi sont des nombres entiers, lo plus petit que hi, à 100 d'écart au plus.
history-overall-needs-scale = la question overall a besoin d'une échelle.
history-code-of-dimension = « { $code } » est à la fois le code d'une question et d'une dimension.
history-no-text = la question n'a pas de texte : il faut text_fr ou text_en.
history-options = la colonne options doit lister ce qui peut être choisi : a=Français/English|b=…, ou du JSON.
history-not-a-number = « { $value } » n'est pas un nombre de personnes ({ $column }).
history-too-few-invited = { $unit } a plus de réponses ({ $responses }) que de personnes interrogées ({ $eligible }).
history-not-invited = { $unit } a des réponses mais aucune ligne dans le fichier d'invitations.
history-condition = Une condition a deux colonnes, asked_if (le code d'une question précédente) et asked_at_most (un nombre) : { $value }
history-plan-count = { $code } : { $answers } réponses, { $na } « sans objet » (NA), { $empty } vides.
history-plan-only-na = À vérifier : { $code } n'a que des NA. R et pandas écrivent NA pour une réponse absente ; ici NA veut dire « sans objet ». Si c'étaient des réponses absentes, videz ces cellules (R : na = "").
history-index-column = la colonne « { $column } » ne fait que numéroter les lignes : ce n'est pas une question. Enlevez-la, ou exportez sans elle (row.names = FALSE, index=False).
history-plan-count-skipped = { $code } : { $answers } réponses, { $na } « sans objet » (NA), { $empty } vides, { $skipped } non posées.

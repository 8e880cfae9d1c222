nav-comments = Commentaires
comments-title = Commentaires à relire
comments-lede = Vous lisez ce qui a été écrit avant que quiconque le voie. Rien n'est montré sans votre décision.
comments-none-yours = Aucun fournisseur interne ne vous est confié en ce moment. Si vous avez rejoint l'équipe dont vous relisiez les commentaires, une autre personne doit prendre la suite.
comments-no-wave = Rien n'a encore été écrit sur ce service.
comments-decided = Décidés
comments-views = Listes
comments-held = À relire ({ $n })
comments-decided-n = Décidés ({ $n })
comments-counts = { $held } à relire · { $released ->
    [one] { $released } publié
   *[other] { $released } publiés
} · { $withheld ->
    [one] { $withheld } retenu
   *[other] { $withheld } retenus
} · { $reported ->
    [one] { $reported } signalé
   *[other] { $reported } signalés
}
comments-how = Comment relire
comments-how-read = À gauche, ce qui a été écrit ; à droite, le même texte sans noms, adresses ni numéros. Ce qui est barré a été remplacé ; ce qui est encadré est peut-être un nom : à vous de voir. Corrigez le texte s'il désigne quelqu'un, publiez-le, ou retenez-le.
comments-how-names = L'ordre est tiré au hasard et ne change pas. Ni la date, ni les notes, ni le groupe ne sont connus ici.
comments-how-report = Harcèlement, détresse, danger : signalez. Le texte est retenu, le signalement est noté sans le texte, et vous prévenez { $contact }.
comments-how-report-nobody = Harcèlement, détresse, danger : signalez. Le texte est retenu et le signalement est noté sans le texte. Aucun contact d'alerte n'est réglé : demandez à l'administration de l'indiquer.
comments-how-keys = Au clavier : la touche d'accès du navigateur (souvent Alt ou Alt et Maj) avec P publie le premier de la liste, avec R le retient, avec S le signale, avec N le laisse pour plus tard ; le suivant vient à sa place.
comments-clear-note = Ceux où rien n'a été trouvé peuvent être publiés ensemble. Parcourez-les d'abord : une personne se reconnaît parfois sans être nommée.
comments-clear = { $n ->
    [one] Publier celui où rien n'a été trouvé
   *[other] Publier les { $n } où rien n'a été trouvé
}
comments-nothing-held = Tout est relu.
comments-nothing-decided = Rien n'est encore décidé.
comments-waiting = commentaires en relecture
comments-of = Commentaires
comments-of-lede = Ce que les personnes interrogées ont écrit sur l'ensemble du service, relu avant d'être montré, à part des notes.
comments-of-reminder = On écrit plus souvent quand on est mécontent.
comments-of-order = L'ordre est tiré au hasard. Les commentaires ne sont pas montrés par groupe.
comments-all-themes = tous les thèmes
comments-none-of-theme = Aucun commentaire publié sur ce thème.
comments-none-released = Aucun commentaire n'est publié pour l'instant.
comment-number = Commentaire { $n }
comment-hits = { $replaced ->
    [0] rien de remplacé
    [one] un passage remplacé
   *[other] { $replaced } passages remplacés
}, { $doubtful ->
    [0] rien à vérifier
    [one] un mot à vérifier
   *[other] { $doubtful } mots à vérifier
}
comment-no-hit = rien trouvé
comment-original = Ce qui a été écrit
comment-redaction = Avec les remplacements
comment-published-text = Texte publié
comment-themes = Thèmes
comment-theme = Thème
comment-count = Nombre
comment-reason = à cause de : { $words }
comment-release = Publier
comment-save = Enregistrer
comment-withhold = Retenir
comment-report = Signaler
comment-state-held = À relire
comment-state-released = publié
comment-state-withheld = retenu
comment-state-reported = signalé
comment-no-decision = Choisissez : publier, retenir ou signaler.
comment-fault-title = Un point à corriger
comment-fault-empty = Le texte à publier est vide. Pour ne rien montrer, retenez le commentaire.
comment-fault-long = Le texte a { $length } caractères ; { $most } au plus.
flash-comment-released = Commentaire publié.
flash-comment-withheld = Commentaire retenu : personne ne le verra.
flash-comment-reported = Signalement noté, sans le texte. Prévenez le contact d'alerte.
flash-comment-decided-before = Quelqu'un a décidé entre-temps : voyez la liste.
flash-comments-released = { $n ->
    [0] Rien à publier.
    [one] Un commentaire publié.
   *[other] { $n } commentaires publiés.
}
theme-reception = Écoute et accueil
theme-responsiveness = Réactivité
theme-clarity = Clarté
theme-reliability = Fiabilité
theme-follow_up = Suivi
theme-cooperation = Coopération
theme-difficult_situations = Situations difficiles
theme-tools = Outils
theme-positive = Points positifs
theme-unclassified = Non classés
theme-others = Autres thèmes
quarter-comments = Ce qui est écrit
quarter-comments-themes = Commentaires par thème
quarter-comments-reminder = On écrit plus souvent quand on est mécontent : ces nombres ne mesurent pas la satisfaction.
quarter-comments-read = Lire les commentaires
quarter-comments-none = Aucun commentaire publié pour l'instant.
home-to-moderate = Commentaires à relire
home-to-moderate-n = { $n ->
    [one] un commentaire à relire
   *[other] { $n } commentaires à relire
}
home-comments-waiting = Commentaires en relecture
home-comments-nobody = personne pour les relire
home-comments-waiting-note = Ceux qui portent sur ces services restent retenus jusqu'à leur relecture par une personne étrangère au service.

to-read-mail-subject = Commentaires à relire : { $supplier }, { $wave }
to-read-mail-what = Les résultats du { $wave } sont publiés. Des commentaires sur { $supplier } attendent votre relecture : jusque-là, personne d'autre ne les lit.
to-read-mail-button = Relire les commentaires
to-read-mail-why = Vous recevez ce message, une fois par campagne, parce que vous relisez les commentaires sur ce service.
comment-rare = Peu de personnes interrogées lisent cette langue ({ $language }) : tel quel, ce texte désignerait son auteur. Reformulez-le dans la langue de la plupart, ou retenez-le.
comment-fault-language = Moins de { $fewest } personnes interrogées lisent cette langue ({ $language }) : publié ainsi, ce texte désignerait son auteur. Reformulez-le ({ $first }) ou retenez-le.
home-comments-since = depuis le { $day }
home-comments-with = À relire par : { $names }.
home-comments-remind = Relancer
home-comments-name = Nommer quelqu'un
flash-comments-reminded = { $n ->
    [one] Un rappel part.
   *[other] { $n } rappels partent.
}
flash-comments-reminded-before = Un rappel est déjà parti aujourd'hui.
comment-change = Changer le texte
comment-later = Plus tard
comment-tick = Cocher
comments-ticked = Ceux qui sont cochés, avec les remplacements proposés :
comments-ticked-release = Publier les cochés
comments-ticked-withhold = Retenir les cochés
comments-skipped = { $n ->
    [one] Le premier de la liste est laissé pour plus tard.
   *[other] Les { $n } premiers de la liste sont laissés pour plus tard.
}
comments-from-first = Reprendre au premier
comments-elsewhere = D'autres commentaires vous attendent :
comments-nothing-elsewhere = Rien d'autre ne vous attend.
comments-home = Retour à l'accueil
flash-comments-none-ticked = Aucun commentaire n'était coché : rien n'a changé.
flash-comments-withheld = { $n ->
    [0] Rien à retenir.
    [one] Un commentaire retenu.
   *[other] { $n } commentaires retenus.
}
flash-comments-left = { $n ->
    [0] Aucun commentaire décidé
    [one] Un commentaire décidé
   *[other] { $n } commentaires décidés
} ; { $left ->
    [one] un autre demande à être lu à part : quelqu'un en a décidé entre-temps, ou sa langue désignerait son auteur.
   *[other] { $left } autres demandent à être lus à part : quelqu'un en a décidé entre-temps, ou leur langue désignerait leur auteur.
}
flash-comments-put-back = { $n ->
    [0] Rien n'a pu être remis à relire.
    [one] Le commentaire est de nouveau à relire.
   *[other] { $n } commentaires sont de nouveau à relire.
}

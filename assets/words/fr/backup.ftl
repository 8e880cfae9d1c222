## `barometer backup`, `barometer restore`, et la suite.
backup-written = Sauvegarde écrite : { $file }
backup-holds = Elle contient { $people } { $people ->
    [one] personne
   *[other] personnes
}, { $campaigns } { $campaigns ->
    [one] campagne
   *[other] campagnes
}, { $sheets } { $sheets ->
    [one] fiche scellée
   *[other] fiches scellées
} de réponses et { $comments } { $comments ->
    [one] commentaire scellé
   *[other] commentaires scellés
} ; lignes en tout : { $rows }.
backup-left-out = Laissés de côté, car pas encore scellés : { $sendings } { $sendings ->
    [one] envoi
   *[other] envois
} ({ $sheets } { $sheets ->
    [one] fiche
   *[other] fiches
}, { $comments } { $comments ->
    [one] commentaire
   *[other] commentaires
}) et { $flags } { $flags ->
    [one] marque
   *[other] marques
} de personnes qui ont répondu ou décliné. Après une restauration, leurs liens fonctionnent à nouveau et elles peuvent répondre de nouveau.
backup-outside = Laissées de côté également : { $sheets } { $sheets ->
    [one] fiche qui ne compte
   *[other] fiches qui ne comptent
} dans aucun groupe et { $sheets ->
    [one] attend
   *[other] attendent
} la clôture. Après une restauration, elles sont perdues : rien ne dit qui les a envoyées.
backup-never-holds = Jamais dans une sauvegarde : { $drafts } { $drafts ->
    [one] brouillon non envoyé
   *[other] brouillons non envoyés
}, les sessions, les liens de connexion, la clé des liens.
backup-key-apart = Conservez aussi la clé des liens (link.key ou BAROMETER_LINK_KEY), mais ailleurs : ensemble, elles ouvrent tous les liens.
backup-file-exists = { $file } existe déjà : rien n'a été écrit. Choisissez un autre nom.
backup-unwritable = { $file } ne peut pas être écrit : { $fault }
backup-publication-under-way = Une campagne est en cours de publication, ou le scellement de la nuit n'est pas terminé : pas de sauvegarde pour l'instant. Réessayez dans quelques minutes ; si cela dure, consultez le journal du programme.

restore-no-backup = { $file } n'est pas une sauvegarde de ce programme.
restore-damaged = Le fichier est abîmé ou incomplet : sa somme de contrôle ne convient pas. Rien n'a été changé. Prenez une autre sauvegarde.
restore-newer = Le fichier a été écrit par un programme plus récent (version { $found } ; celui-ci est en { $here }). Rien n'a été changé. Utilisez le programme plus récent.
restore-not-empty = La base est en service : { $people } { $people ->
    [one] personne
   *[other] personnes
}, { $campaigns } { $campaigns ->
    [one] campagne
   *[other] campagnes
}. Rien n'a été changé. Restaurez dans une base vide, ou ajoutez --replace : ce qu'elle contient sera alors perdu.
restore-done = Restauration faite : sauvegarde du { $at }, écrite par la version { $program }.
restore-key-fits = La clé des liens est celle de la sauvegarde.
restore-key-other = La clé des liens présente n'est pas celle de la sauvegarde : remettez la bonne avant de démarrer, sinon les prochains e-mails porteront des liens qui ne mènent nulle part.
restore-key-missing = Il n'y a pas de clé des liens ici : remettez celle qui est conservée à côté de la sauvegarde (link.key ou BAROMETER_LINK_KEY) avant de démarrer.
restore-mails-held = { $mails } { $mails ->
    [one] e-mail n'était pas parti lors de la sauvegarde et l'est peut-être depuis : il est retenu. Si vous savez qu'il n'est pas parti, `barometer send-held` le libère.
   *[other] e-mails n'étaient pas partis lors de la sauvegarde et le sont peut-être depuis : ils sont retenus. Si vous savez qu'ils ne sont pas partis, `barometer send-held` les libère.
}
restore-drafts = { $campaigns } { $campaigns ->
    [one] campagne se serait ouverte depuis : elle redevient un brouillon et ne s'ouvre pas d'elle-même, car des personnes ont peut-être déjà un lien.
   *[other] campagnes se seraient ouvertes depuis : elles redeviennent des brouillons et ne s'ouvrent pas d'elles-mêmes, car des personnes ont peut-être déjà un lien.
}
held-mails-go = { $mails } { $mails ->
    [one] e-mail attend de partir.
   *[other] e-mails attendent de partir.
}
key-is-another = Cette clé des liens n'est pas celle avec laquelle cette base a servi : les liens des prochains e-mails ne mèneraient nulle part. Remettez la bonne (link.key ou BAROMETER_LINK_KEY). Si elle est perdue pour de bon, lancez `barometer accept-link-key`.
key-accepted = Désormais, cette clé des liens est la bonne. Les liens pas encore envoyés sont faits avec elle.
backup-mirrors = Laissées de côté aussi, car elles attendent la clôture : { $sheets } { $sheets ->
    [one] feuille de page miroir, dont l'auteur ne peut plus répondre
   *[other] feuilles de page miroir, dont les auteurs ne peuvent plus répondre
} après une restauration.

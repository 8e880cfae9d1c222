# barometer privacy-audit
audit-told = Ce qui a été regardé
audit-beyond = Ce que cette vérification ne peut pas lire
audit-unread = Ce qui n'a pas pu être lu
audit-found = TROUVÉ
audit-verdict-nothing = Rien trouvé.
audit-verdict-found = { $found ->
    [one] { $found } constat.
   *[other] { $found } constats.
}
audit-verdict-unread = { $unread ->
    [one] Rien trouvé, mais { $unread } point n'a pas pu être vérifié.
   *[other] Rien trouvé, mais { $unread } points n'ont pas pu être vérifiés.
}
audit-no-database = La base n'a pas pu être lue : { $fault }
audit-columns = { $table } contient : { $columns }
audit-leads = { $table } mène à des personnes par : { $columns }
audit-drafts-tied = les brouillons sont rattachés à leur invitation, et chiffrés avec une clé que seul le lien donne
audit-dated = { $table }.{ $column } est une date : elle peut dire quand quelqu'un a répondu
audit-tie = { $table } contient des réponses et mène à des personnes par : { $columns }
audit-extra = { $name }, sur { $table }, est un déclencheur ou une vue que ce programme n'a pas créé
audit-keys = { $rows } clés de réponses regardées
audit-odd-keys = { $table } : { $rows } clés ne sont pas 128 bits tirés au hasard
audit-equal-keys = { $rows } clés servent deux fois : elles relient des lignes entre elles
audit-alike-keys = { $rows } clés commencent comme une autre : elles ne sont pas tirées au hasard
audit-order = { $table }, { $campaign } : { $rows } lignes, corrélation de leur ordre avec leurs clés { $r }
audit-ordered = { $table }, { $campaign } : l'ordre des lignes suit leurs clés ({ $r }) : l'un des deux n'est pas dû au hasard
audit-uneven = { $table }, { $campaign } : les clés ne sont pas réparties comme par hasard : elles tiennent peut-être à une heure ou à un compte
audit-writers = { $table }, { $campaign } : lignes mélangées écrites par { $writers } transactions (xmin), qui les distinguent
audit-not-gone = { $campaign } est close et garde { $rows } lignes ouvertes ou marques de qui a répondu
audit-reminders = { $campaign } est close et garde des rappels : qui en a reçu un n'avait pas répondu
audit-open = { $campaign } est ouverte : { $sealed } lignes mélangées la nuit, { $waiting } en attente, { $flags } personnes marquées
audit-lost-flags = { $rows } marques de qui a répondu n'appartiennent à aucune invitation
audit-under-way = Un mélange de nuit est en cours
audit-roomy = { $table } est vide et occupe de la place sur le disque : des lignes effacées peuvent s'y trouver encore
audit-people = { $campaign } : toute réponse peut venir d'au moins { $people } personnes invitées
audit-few-people = { $campaign } : une réponse ne peut venir que de { $people } personnes (la promesse en dit { $threshold })
audit-people-sealed = { $campaign }, lignes mélangées : chacune peut venir d'au moins { $people } personnes marquées
audit-people-waiting = { $campaign }, lignes en attente : l'une ne peut venir que de { $people } personnes marquées
audit-file-database = Le fichier de la base a été lu : { $bytes } octets
audit-file-log = Son journal d'écriture a été lu : { $bytes } octets
audit-no-file = Un fichier de la base n'a pas pu être lu : { $fault }
audit-old-rows = { $campaign } est close, et { $rows } anciennes lignes de réponses sont encore dans le fichier ou son journal
audit-old-rows-open = { $campaign } est ouverte : { $rows } anciennes lignes de réponses sont dans le fichier ou son journal jusqu'à la nuit
audit-old-drafts = { $drafts } brouillons effacés de campagnes closes s'ouvrent encore avec leur lien
audit-old-drafts-open = { $drafts } brouillons effacés de campagnes ouvertes sont dans le fichier ou son journal jusqu'à la nuit
audit-free-pages = { $pages } pages libres regardées
audit-written-pages = { $pages } pages libres ne sont pas vierges : des lignes effacées peuvent s'y trouver
audit-no-list = La liste des pages libres n'a pas pu être suivie
audit-beyond-copies = Les copies faites ailleurs : sauvegardes, instantanés, répliques
audit-beyond-postgres = Les fichiers de PostgreSQL : son journal (pg_wal), les versions mortes des lignes, les blocs libérés du disque
audit-beyond-logs = Les journaux de ce programme, d'un proxy ou du serveur de messagerie
audit-mail-files = { $mails } e-mails sont gardés en fichiers : chacun contient un lien, qui ouvre son brouillon tant que la campagne est ouverte
audit-remembered = la base garde pour elle-même des valeurs de { $table } ({ $column }) dans ses statistiques ; « barometer migrate » les efface, sauf celles que quelqu'un d'autre a créées (DROP STATISTICS, DROP INDEX)
audit-not-remembered = les statistiques de la base ne gardent aucune valeur des { $tables } tables de ce qui doit s'oublier
audit-beside = { $name }, à côté de la base, la copie ou la réplique ; ce qu'elle garde d'avant un scellement n'a pas pu y être lu (docs/operations.md dit quelles copies gardent quoi)
audit-beside-rows = { $name }, à côté de la base, garde { $rows } réponses d'avant un scellement : cette copie ou cette réplique est à effacer ou à écourter (docs/operations.md)
audit-people-team = { $campaign }, pages miroir : chaque feuille peut venir d'au moins { $people } personnes de l'équipe, responsables exceptés
audit-few-people-team = { $campaign }, pages miroir : une feuille ne peut venir que de { $people } personnes de l'équipe (la promesse en dit { $threshold })
audit-people-team-waiting = { $campaign }, pages miroir en attente : l'une ne peut venir que de { $people } personnes marquées de l'équipe
audit-few-sheets-team = { $campaign }, pages miroir : { $sheets } feuilles d'une équipe sont restées, ou d'un service dont l'équipe n'est pas interrogée ; la clôture en efface moins de { $threshold }

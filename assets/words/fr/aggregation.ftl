# Vérifier une publication, en ligne de commande.
verify-identical = { $campaign } : identique. { $figures } chiffres recomptés à partir de { $sheets } feuilles scellées, { $decisions } décisions conformes aux règles. Empreinte :
verify-differs = { $campaign } : { $differences ->
    [one] { $differences } différence
   *[other] { $differences } différences
} avec ce qui a été publié. N'utilisez pas ces chiffres avant d'en connaître la raison : comparez avec une sauvegarde.
verify-no-campaign = Il n'y a pas de campagne { $campaign }.
verify-not-published = La campagne { $campaign } n'est pas publiée : il n'y a encore rien à vérifier.
verify-answers-gone = Les réponses de { $campaign } ont été effacées à leur échéance : les chiffres restent, mais ne peuvent plus être recomptés.
verify-other-method = Publiée avec la version { $published } de la méthode, ce programme compte avec la version { $here } : vérifiez avec le programme de l'époque.
verify-figure = { $figure } : publié { $stored }, compté { $now }
verify-moments = { $supplier } : les scores gardés pour comparer les vagues diffèrent
verify-decision = { $decision } : affiché contre les règles
verify-fingerprint = empreinte { $stored }, comptée { $now }
verify-promised = { $commitment } : ce qui a été publié de cet engagement ne suit pas de sa mesure et des chiffres
verify-mirror = { $supplier } : le miroir publié n'est pas ce que disent ses feuilles

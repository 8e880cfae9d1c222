# Ce que lisent les personnes interrogées entre deux trimestres
occasion-who-flash = { $service } vous demande votre avis.
occasion-who-charter = { $service } vous demande votre avis sur les phrases que nous voulons nous engager à tenir.
occasion-who-session = { $service } vous demande votre avis sur la formation que vous avez suivie.
occasion-chosen-head = { $groups ->
    [one] { $people } personnes d'un groupe sont interrogées : la personne responsable du service l'a choisi, les ressources humaines ont ouvert l'enquête.
   *[other] { $people } personnes de { $groups } groupes sont interrogées : la personne responsable du service les a choisis, les ressources humaines ont ouvert l'enquête.
}
occasion-chosen-hr = { $groups ->
    [one] { $people } personnes d'un groupe, choisi par les ressources humaines, sont interrogées.
   *[other] { $people } personnes de { $groups } groupes, choisis par les ressources humaines, sont interrogées.
}
occasion-chosen-participants = Les { $people } personnes qui y ont participé sont interrogées ; leur liste a été remise aux ressources humaines, qui ont ouvert l'enquête.
occasion-promise-deleted = Si trop peu de personnes répondent, rien n'est publié : les réponses et les commentaires sont effacés.
occasion-promise-participants = Votre réponse compte avec celles des { $people } participants.
occasion-promise-result = Votre lien mène au résultat, jusqu'au { $day } au plus tard. Vous ne recevrez pas d'autre message à ce sujet.
occasion-invitation-subject = { $about } : votre avis
occasion-reminder-subject = { $about } : votre avis jusqu'au { $day }
occasion-ended-next = L'enquête se termine le { $day }. Le résultat sera ensuite à cette même adresse, pendant 30 jours.
occasion-ended-closed = Les réponses ne sont plus acceptées depuis le { $day }. Les brouillons non envoyés ont été effacés. Le résultat sera bientôt à cette même adresse.
occasion-result-kicker = Ce que vous avez dit
occasion-result-small = Le service est si petit que ce résultat parlerait d'une personne : il est remis au service, aux ressources humaines et à la direction seuls.
occasion-result-too-few = Trop peu de réponses
occasion-result-deleted = Moins de { $n } personnes ont répondu, ou toutes et moins de dix, ou toutes ont dit la même chose : rien n'est publié, les réponses et les commentaires sont effacés.
occasion-result-responses = { $responses } personnes ont répondu, sur { $invited } interrogées.
occasion-result-agree = d'avis favorables, sur { $n } réponses
occasion-result-doing = Ce qui est fait
occasion-result-until = Cette page est visible jusqu'au { $day }.
occasion-sheet-kicker = Votre avis
privacy-promise-between = Entre deux trimestres, une enquête courte peut suivre une panne, une formation ou un projet de charte. Elle interroge des groupes entiers, une fois en 90 jours au plus, ou tous les participants d'une formation, juste après et deux mois plus tard ; la même promesse vaut, et si trop peu de personnes répondent, réponses et commentaires sont effacés.

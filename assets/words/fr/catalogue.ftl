nav-catalogue = Catalogue
catalogue-edit-title = { $service } : catalogue
catalogue-edit-lede = Ce que vous proposez et promettez. Tout le monde peut lire le catalogue sans compte ; ce qui est mesuré et ressenti n'y figure pas.
catalogue-code = Code (facultatif)
catalogue-code-hint = Pour les fichiers : minuscules, chiffres et _. Fait à partir du texte si vous le laissez vide ; il ne change plus ensuite.
catalogue-not-a-code = Un code s'écrit en minuscules, chiffres et _, 40 signes au plus.
catalogue-code-taken = Ce code est déjà pris.
offering-add = Ajouter une prestation
offering-none = Aucune prestation pour l'instant. Commencez par ce qu'on vous demande le plus souvent.
offering-change = Modifier
offering-change-title = Modifier la prestation
offering-up = Monter
offering-down = Descendre
offering-hidden = non montrée
offering-name = Nom
offering-description = Description
offering-link = Lien pour le demander
offering-link-hint = Une adresse qui commence par https://, ou rien.
offering-workers = Nombre de personnes qui font ce travail
offering-workers-hint = Pour vous et les ressources humaines. À moins de 3, rien n'est mesuré ni jugé : ce serait noter une personne.
offering-workers-n = { $n ->
    [one] { $n } personne fait ce travail.
   *[other] { $n } personnes font ce travail.
}
offering-few = À moins de { $fewest }, ses engagements n'ont ni mesure ni verdict.
offering-active = Montrée dans le catalogue
offering-remove = Retirer cette prestation
offering-remove-note = Une prestation qui n'a jamais porté d'engagement disparaît. Sinon elle quitte le catalogue, et ce qui a été publié reste.
offering-fault-name = Donnez un nom à la prestation, dans une langue au moins.
offering-fault-link = Le lien doit commencer par https:// et nommer un site, en 300 signes au plus.
offering-fault-workers = Écrivez un nombre de personnes, 1 au moins.
offering-fault-promised = Un engagement tient encore à cette prestation : mettez-y fin ou rattachez-le ailleurs d'abord.
commitment-add = Ajouter un engagement
commitment-none = Aucun engagement du service dans son ensemble.
commitment-change = Modifier
commitment-change-title = Modifier l'engagement
commitment-renews = Cet engagement compte déjà : l'enregistrer en fait une nouvelle version, à partir du trimestre choisi. L'ancienne reste lisible.
commitment-text = Ce qui est promis, en une phrase
commitment-text-hint = Telle que chacun la lira : « Un poste en panne est réparé ou remplacé en 2 jours ouvrés. »
commitment-kind = De quoi s'agit-il ?
commitment-kind-delay = délai
commitment-kind-quality = qualité
commitment-kind-availability = disponibilité
commitment-kind-cost = coût
commitment-kind-information = information
commitment-offering = Prestation
commitment-target-title = Objectif
commitment-direction = Tenu si la valeur mesurée est
commitment-at_most = au plus
commitment-at_least = au moins
commitment-target = cette valeur
commitment-unit = Unité, comme « jours ouvrés »
commitment-from = Compte à partir de
commitment-from-hint = Une campagne retient ce qui est promis le jour où elle ouvre.
commitment-since = depuis le { $quarter }
commitment-next = changera à partir du { $quarter }
commitment-to-come = à venir
commitment-unfelt = aucune question ne le mesure
commitment-ended-on = terminé le { $day }
commitment-ended = { $n ->
    [one] Un engagement terminé
   *[other] { $n } engagements terminés
}
commitment-end = Mettre fin
commitment-again = Reprendre
commitment-offering-gone = La prestation de cet engagement n'est plus dans le catalogue : remettez-la d'abord.
commitment-fault-text = Écrivez ce qui est promis, dans une langue au moins.
commitment-fault-target = Écrivez un nombre, comme 5 ou 2,5.
commitment-fault-unit = Écrivez l'unité de l'objectif, dans une langue au moins.
commitment-fault-since = Ce trimestre vient avant celui de la version précédente.
measurements-title = Mesures
measurements-lede = La valeur de chaque engagement sur le trimestre, telle que vos outils la donnent. En dessous de { $fewest } cas, elle ne dit rien.
measurements-period = Trimestre du { $first } au { $last }.
measurements-quarter = Trimestre
measurements-show = Afficher
measurements-no-quarter = Aucune campagne pour l'instant : une mesure se rapporte à un trimestre.
measurements-none = Aucun engagement ne comptait ce trimestre-là.
measurement-value = Valeur ({ $unit })
measurement-cases = Nombre de cas
measurement-source = Source, comme « GLPI »
measurement-of = saisi le { $day }
measurement-few-workers = Moins de { $fewest } personnes font ce travail : rien n'est mesuré, ce serait noter une personne.
measurement-fault-value = Écrivez un nombre, comme 4,8.
measurement-fault-cases = Écrivez un nombre entier de cas, 1 au moins.
measurement-fault-source = Dites d'où vient la mesure.
flash-offering-saved = Prestation enregistrée.
flash-offering-moved = Prestation déplacée : { $name }.
flash-offering-removed = Prestation retirée.
flash-commitment-saved = Engagement enregistré.
flash-commitment-ended = L'engagement a pris fin aujourd'hui.
flash-commitment-again = L'engagement est repris.
flash-measurements-saved = Mesures enregistrées.
import-measurement = { $commitment } : { $value }, { $cases } cas, { $source }
import-measurement-before = avant { $value }, { $cases } cas
import-measurements-new = { $n ->
    [one] { $n } mesure nouvelle
   *[other] { $n } mesures nouvelles
}
import-measurements-corrected = { $n ->
    [one] { $n } mesure corrigée
   *[other] { $n } mesures corrigées
}
import-unknown-campaign = aucune campagne ne s'appelle « { $code } ».
import-unknown-commitment = le fournisseur { $supplier } n'a pas d'engagement { $code }.
import-not-a-number = { $column } : « { $value } » n'est pas un nombre, comme 4,8.
import-not-a-count = { $column } : « { $value } » n'est pas un nombre entier, 1 au moins.
measurements-no-complete = Un fichier de mesures n'efface rien : --complete n'a pas de sens ici.
commitment-of-client = Engagement d'un service client
charter-edit-title = Charte, version { $version }
charter-edit-lede = { $most } phrases au plus, pour les services et pour ceux qui demandent. Laissez vide ce qui ne sert pas.
charter-consulted-on = Consultée le { $day }.
charter-proposals = Phrases proposées
charter-proposal-drop = Retirer
charter-next = Et ensuite
charter-next-note = Après la consultation, la version adoptée remplace la précédente ; celle-ci reste lisible.
charter-consult = Noter que la consultation a eu lieu
charter-adopt = Adopter cette version
charter-nothing = Aucune phrase n'est enregistrée : écrivez et enregistrez d'abord.
charter-fault-words = Écrivez une phrase, en { $limit } signes au plus.
flash-charter-proposed = Phrase proposée : les ressources humaines la liront.
flash-charter-saved = Charte enregistrée.
flash-charter-dropped = Proposition retirée.
flash-charter-adopted = La charte est adoptée.
flash-charter-consulted = La consultation est notée.

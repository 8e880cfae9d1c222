exports-title = Exports
exports-lede = Les chiffres de chaque campagne publiée, en fichiers à ouvrir dans un tableur. Ils disent exactement ce que disent les pages, rien de plus.
exports-none = Aucune campagne n'est encore publiée. Les fichiers apparaîtront ici à la première publication.
exports-which = Quel format choisir ?
exports-reading = Lire ces fichiers
exports-reading-hidden = Une ligne dont la colonne « shown » contient « no » n'est pas affichée (confidentialité) : ses chiffres sont vides. Dans la colonne « group », * désigne toutes les personnes interrogées.
exports-reading-formulas = Un texte qui commence par =, +, - ou @ est précédé d'une apostrophe, pour que le tableur ne le prenne pas pour une formule. Les nombres restent des nombres.
exports-reading-fingerprint = L'empreinte identifie la publication d'où vient le fichier : les pages de résultats portent la même. Chaque export est noté.
exports-published = Publié le { $day }, empreinte { $fingerprint }
exports-file = Fichier
exports-content = Ce qu'il contient
exports-take = Télécharger
exports-latest = Derniers exports
exports-latest-none = Aucun export pour l'instant.
exports-when = Quand
exports-who = Par
exports-wave = Campagne
exports-format = Format
exports-fingerprint = Empreinte
exports-command-line = ligne de commande

export-file-indicators = Indicateurs
export-file-indicators-help = Un chiffre par ligne : service, groupe, question ou dimension, valeur, intervalle, nombre de réponses.
export-file-participation = Participation
export-file-participation-help = Nombre d'envois reçus jour après jour, pour tous et par groupe.
export-file-responses = Réponses
export-file-responses-help = Une réponse par ligne, une question par colonne, pour les services d'au moins 30 réponses. Sans nom, sans groupe, dans un ordre tiré au sort.
export-file-responses_long = Réponses, en long
export-file-responses_long-help = Les mêmes réponses, une par ligne et par question.
export-file-codebook = Dictionnaire
export-file-codebook-help = Ce que veut dire chaque colonne : question, échelle, codes, premières et dernières campagnes.
export-no-rows = Il n'y a pas de fichier des réponses pour la campagne { $campaign } : elle n'a pas été ouverte avec un tel fichier, ou aucun service n'y a reçu 30 réponses.
exports-handed-to = Fichier des réponses promis à : { $to }
exports-rows-none = Aucun service n'a reçu 30 réponses : il n'y a pas de fichier des réponses.
codebook-campaign = code de la campagne
codebook-supplier = code du service
codebook-texts = Les textes qui commencent par =, +, - ou @ ont une apostrophe devant, pour qu'un tableur ne les prenne pas pour des formules : enlevez-la pour retrouver l'original. Les nombres restent des nombres.
codebook-as-given = Les valeurs sont celles qui ont été données : une question inversée (reversed = yes) n'est pas retournée dans le fichier, alors qu'elle l'est dans les indicateurs.
codebook-missing = NA : sans objet. Vide : pas de réponse. - : pas demandé à ce service, ou laissé de côté pour tous (moins de 10 réponses, ou toutes les mêmes).
codebook-several = Un choix multiple a une colonne par option (1 choisie, 0 non), puis une colonne qui les réunit, séparées par |.
export-profile-excel-fr = Excel français
export-profile-excel-fr-help = S'ouvre d'un double-clic dans un Excel en français : points-virgules et virgule décimale.
export-profile-standard = Standard
export-profile-standard-help = Pour tout le reste (R, Python, Excel en anglais, autres logiciels) : virgules et point décimal.
export-not-published = La campagne { $campaign } n'existe pas ou n'est pas publiée : il n'y a pas de fichier. La page Exports donne les codes des campagnes publiées.
export-unknown-profile = Ce format n'existe pas. Choisissez « Excel français » ou « Standard » sur la page Exports.
export-unwritable = Le fichier ne peut pas être écrit : { $fault }

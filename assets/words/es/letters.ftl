mail-hello = Buenos días, { $name }:
mail-invitation-subject = { $n ->
    [one] Su opinión sobre un servicio que utiliza (hasta el { $day })
   *[other] Su opinión sobre { $n } servicios que utiliza (hasta el { $day })
}
mail-reminder-subject = Aún está a tiempo: su opinión, hasta el { $day }
mail-reminder-why = Su enlace aún no se ha utilizado; si tiene un momento antes del cierre, su opinión cuenta.
mail-reminder-how = ¿Cómo lo sabemos? Cuando alguien envía sus respuestas o prefiere no responder, su enlace se marca como cerrado: aparte de las respuestas, sin fecha ni hora y de la misma manera en ambos casos. No sabemos nada más, y nunca lo que alguien ha respondido.
mail-unsubscribe = Dejar de recibir recordatorios de esta encuesta
mail-unsubscribe-at = Dejar de recibir recordatorios de esta encuesta:
mail-invitation-who = { $services }: ¿qué funciona bien y qué habría que cambiar?
mail-invitation-time = { $minutes ->
    [one] Alrededor de un minuto, hasta el { $day }, sin contraseña.
   *[other] Alrededor de { $minutes } minutos, hasta el { $day }, sin contraseña.
}
mail-invitation-button = Dar mi opinión
mail-invitation-promise = Ningún resultado con menos de { $n } respuestas; al cierre, las respuestas se mezclan y nada permite averiguar quién respondió qué.
mail-invitation-own = Este enlace es personal: no lo reenvíe.
mail-more = Quién ve qué y cómo comprobarlo:
mail-accessibility = Accesibilidad:
mail-contact = ¿Alguna pregunta? { $contact }
mail-plain-link = Si el botón no se abre, copie esta dirección:
promise-file = Un archivo con las respuestas, sin nombre ni departamento, se entrega al siguiente destinatario: { $to }.
campaign-mail-example = ejemplo

results-mail-subject = Usted opina, nosotros actuamos: { $wave }
results-mail-hello = Buenos días:
results-mail-thanks = La encuesta del { $wave } ha terminado. Gracias a todas las personas que han respondido.
results-mail-what = Esto es lo que se ha dicho y lo que se está haciendo:
results-mail-said = Esto es lo que se ha dicho. Los responsables leen estos resultados al mismo tiempo que usted: lo que decidan aparecerá en la misma página.
results-mail-subject-said = Lo que nos han dicho: { $wave }
results-mail-button = Ver los resultados
results-mail-anonymous = Las respuestas no llevan ningún nombre. Este mensaje se envía a todas las personas encuestadas, hayan respondido o no.
results-mail-contact = ¿Alguna pregunta? Escriba a { $contact }.
results-mail-automatic = Mensaje automático del barómetro interno.
moved-mail-subject = Avances desde la encuesta: { $wave }
moved-mail-what = Desde los resultados del { $wave }, esto es lo que ha avanzado en los servicios a los que se refería la encuesta:
moved-mail-page = Todo lo que se está haciendo, junto con los resultados:
moved-mail-who = Este mensaje se envía una sola vez, a todas las personas de los equipos encuestados, hayan respondido o no.
moved-mail-example = El acuse de recibo se envía el mismo día (ejemplo).
results-mail-subject-nothing = Muy pocas respuestas para mostrar un resultado: { $wave }
results-mail-nothing = Esta vez han respondido demasiado pocas personas para mostrar un resultado sin riesgo de que se reconozca a alguien. Por eso no se muestra ninguna cifra, a nadie.
results-mail-nothing-doing = Lo que ya está decidido se encuentra en esta página:
results-mail-nothing-see = Esta página lo repite y mostrará lo que se decida:
results-mail-button-nothing = Ver la página

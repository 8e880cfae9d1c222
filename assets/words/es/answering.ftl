welcome-title = { $n ->
    [0] Su opinión sobre los servicios que utiliza
    [one] Su opinión sobre un servicio que utiliza
   *[other] Su opinión sobre { $n } servicios que utiliza
}
welcome-who = { $n ->
    [one] { $names }: ¿cómo podemos atenderle mejor?
   *[other] { $names } desean saber cómo atenderle mejor.
}
welcome-time = { $minutes ->
    [one] Alrededor de un minuto
   *[other] Alrededor de { $minutes } minutos
}
welcome-until = hasta el { $day }.
welcome-draft = Hemos guardado su borrador: puede continuar donde lo dejó.
welcome-which = ¿Con qué servicios ha tenido contacto en los últimos tres meses, aunque solo fuera una vez?
welcome-add = Añadir otro servicio
welcome-decline = Prefiero no responder
welcome-start = Empezar
welcome-go-on = Continuar
welcome-news = Desde la última vez
welcome-told = { $service }: { $share } de opiniones favorables la última vez ({ $wave }).

promise-title = Lo que garantizamos
promise-threshold = Ningún resultado con menos de { $n } respuestas, ni directamente ni combinando varias tablas.
promise-group = Su respuesta cuenta en el grupo
promise-group-name = { $name }, { $people ->
    [one] una persona
   *[other] { $people } personas
}
promise-not-mine = no es mi departamento
promise-nothing-else = Ni nombre, ni dirección, ni hora.
promise-outside = Su respuesta no cuenta en ningún grupo, tal como ha pedido. Ni nombre, ni dirección, ni hora.
promise-group-change = cambiar
promise-mixed = Hasta el cierre de la encuesta, su respuesta es confidencial. Después se mezcla con las demás: nada en nuestros datos permite averiguar quién respondió qué.
promise-comments = Los comentarios son revisados antes de mostrarse, nunca por una persona del servicio en cuestión, y se muestran a partir de { $n } respuestas, aparte de las valoraciones.
promise-comments-by = Los comentarios son revisados por { $who }, nunca por una persona del servicio en cuestión, y se muestran a partir de { $n } respuestas, aparte de las valoraciones.
promise-fixed = Estas reglas ya no pueden relajarse: la encuesta ha comenzado.
promise-more = Quién ve qué y cómo comprobarlo

group-title = No es mi departamento
group-now = Sus respuestas cuentan en el grupo { $name }, { $people ->
    [one] una persona
   *[other] { $people } personas
}.
group-what = Si no es el suyo, sus respuestas pueden no contar en ningún grupo: en ese caso solo entran en los resultados generales. Su invitación no cambia.
group-contact = Para corregir el departamento que le corresponde: { $contact }.
group-is-outside = Actualmente, sus respuestas no cuentan en ningún grupo.
group-outside = No contar en ningún grupo
group-inside = Volver a contar en este grupo

answer-place = Servicio { $number } de { $of }
answer-next = Guardar y continuar
answer-finish = Enviar y terminar aquí
answer-draft = Al continuar, esta página se guarda en un borrador que solo se abre con su enlace. No se envía nada antes de la última página.
answer-text-hint = opcional; por favor, no mencione a nadie
answer-text-hint-contact = opcional; por favor, no mencione a nadie. Este cuestionario no es un canal para comunicar situaciones graves; para ello: { $contact }
answer-errors-title = { $n ->
    [one] Un punto por corregir
   *[other] { $n } puntos por corregir
}
answer-off-scale = elija una de las respuestas propuestas
answer-too-long = { $most } caracteres como máximo; hay { $length }
answer-check-title = Revisar y enviar
answer-check-lede = Ninguna pregunta es obligatoria. Puede volver a cualquier página o enviar sus respuestas tal como están.
answer-check-none = No ha marcado ningún servicio: solo anotaremos que no ha tenido contacto con ninguno.
answer-check-empty = Ninguna respuesta: no se enviará nada sobre este servicio.
answer-check-some = { $answered ->
    [one] Ha respondido a una de { $questions } preguntas
   *[other] Ha respondido a { $answered } de { $questions } preguntas
}
answer-check-all = { $questions ->
    [one] La pregunta está respondida
   *[other] Las { $questions } preguntas están respondidas
}
answer-not-sent = Borrador sin enviar: se borrará después del { $day }.
answer-send = Enviar mis respuestas

decline-title = Prefiero no responder
decline-what = Está en su derecho. No recibirá más recordatorios de esta encuesta; nadie sabrá si ha respondido o si ha preferido no hacerlo. Si tiene un borrador, se borrará.
decline-confirm = Confirmar

ended-recorded-title = Queda registrado, muchas gracias
ended-recorded = Su enlace ya se ha utilizado: no recibirá más recordatorios. Para proteger su confidencialidad, nada de lo que ha escrito puede volver a mostrarse.
ended-next = La encuesta termina el { $day }. Después recibirá un mensaje con lo que se ha dicho y lo que va a cambiar.
ended-closed-title = La encuesta ha terminado, muchas gracias
ended-closed = Desde el { $day } ya no se aceptan respuestas. Los borradores sin enviar se han borrado. Cada persona encuestada recibe por correo electrónico lo que se ha dicho y lo que va a cambiar.
ended-early-title = La encuesta aún no está abierta
ended-early = Su enlace funcionará en cuanto se abra.
ended-contact = ¿Alguna pregunta? Escriba a { $contact }.
answer-check-unasked = Ha respondido a «{ $question }», que solo corresponde a ciertas respuestas a la pregunta anterior: esta respuesta no se enviará.

# Un código en papel
ended-recorded-paper = Su código ya se ha utilizado. Para proteger su confidencialidad, nada de lo que ha escrito puede volver a mostrarse.
ended-next-paper = La encuesta termina el { $day }. Guarde su papeleta: cuando se publiquen los resultados, el mismo código le llevará a ellos, durante los 30 días posteriores al cierre.
ended-closed-paper = Desde el { $day } ya no se aceptan respuestas. Los borradores sin enviar se han borrado. Vuelva pronto con el mismo código: le llevará a lo que se ha dicho y a lo que va a cambiar.
ended-early-paper = Su código funcionará en cuanto se abra.
code-title = Tengo un código
code-have = Tengo un código
code-lede = Escriba el código de su papeleta: le llevará al cuestionario.
code-label = Su código
code-hint = Doce caracteres, con o sin guiones, en mayúsculas o en minúsculas. Ejemplo: ABCD-EFGH-JKMN
code-go = Continuar
code-nobody = La papeleta no lleva nombre y nadie sabe quién la ha sacado.
code-not-open = Este código no abre nada
code-empty = Escriba primero el código de su papeleta.
code-mistyped = Hay un error de escritura: compruebe el código con su papeleta, carácter por carácter.
code-unknown = El formato de este código es correcto, pero no lo conocemos: revíselo. Los códigos de una encuesta se borran 30 días después de su cierre.
code-too-many = Este código es desconocido y aquí se acaban de escribir muchos códigos desconocidos. Revíselo y vuelva a intentarlo dentro de { $n ->
    [one] un segundo
   *[other] { $n } segundos
}.
ended-withdrawn-title = Este enlace ya no sirve
ended-withdrawn = Nos han indicado que esta encuesta ya no le concierne: no recibirá más mensajes sobre ella. Si es un error, díganoslo: el enlace podrá volver a funcionar.
ended-results-on = Los resultados estarán en esta dirección el { $day }, junto con lo que va a cambiar.

question-of-service = { $service }:
question-several = puede elegir varias opciones
question-most-choices = { $most } opciones como máximo
question-end = { $value }: { $label }
question-text-hint = Por favor, no mencione a nadie.
question-text-hint-contact = Por favor, no mencione a nadie. Este cuestionario no es un canal para comunicar situaciones graves; para ello: { $contact }.
question-if = Si ha respondido { $answers }:
question-none = sin respuesta
question-quoted = «{ $label }»
question-values = de { $lowest } a { $highest }
slip-fold = Doble cada papeleta; cada persona saca una de la caja.
slip-title = Su opinión sobre los servicios internos
slip-title-of = { $organisation }: su opinión sobre los servicios internos
slip-purpose = ¿Qué funciona bien y qué habría que cambiar? Unos minutos, hasta el { $day }.
slip-type = Fotografíe el cuadrado o escriba este código en
slip-promise = Ni nombre, ni dirección, ni hora; ningún resultado con menos de { $n } respuestas.
slip-keep = Guarde esta papeleta: tras la publicación, también le llevará a los resultados.
slip-also = También en español: { $address }?lang=es
answer-part = preguntas { $from } a { $to } de { $all }
answer-page = Página { $number } de { $of }
mirror-kicker = Su propio servicio
mirror-ask = En su opinión, ¿cómo juzgan los demás servicios al suyo? Responda como cree que responden ellos.
mirror-apart = Estas respuestas se cuentan aparte, sin nombre ni grupo. Solo la dirección y la persona responsable de su servicio leen las medias, a partir de { $n } hojas; si hay menos, se borran sin leerse.
mirror-stem = En su opinión, responderían:
mirror-promises-ask = Y para usted: ¿se cumplen las promesas hechas a su servicio? Esta vez responda por usted.
answer-mirror-dropped = Sus respuestas sobre su propio servicio no se enviarán, ya que indicó que este servicio no es el suyo.
welcome-mirror = El final pregunta cómo cree usted que los demás servicios juzgan { $service }.
answer-check-mirror = { $service }, según los demás servicios

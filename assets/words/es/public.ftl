very-few = Muy pocas respuestas (el { $rate } de las personas que podían responder). Estas cifras solo hablan por ellas; las demás quizá piensen de otro modo, y el margen de error no dice nada al respecto.

unsubscribe-title = ¿Dejar de recibir recordatorios de esta encuesta?
unsubscribe-title-done = Ya no recibirá recordatorios de esta encuesta
unsubscribe-what = Pulse el botón: no recibirá más recordatorios de esta encuesta. Nadie ve la lista de quienes lo han pedido.
unsubscribe-link-works = Su enlace sigue abierto: puede responder hasta el cierre si lo desea. Un último mensaje comunicará los resultados a todas las personas.
unsubscribe-confirm = No recibir más recordatorios
unsubscribe-done = Anotado: no recibirá más recordatorios de esta encuesta.
unsubscribe-over = Esta encuesta ya no envía recordatorios.

privacy-title = Cómo se protegen sus respuestas
privacy-lede = Lo que prometemos, cómo se hace y a quién puede preguntar.
privacy-promise = Lo que garantizamos
privacy-promise-five = Ningún resultado con menos de 5 respuestas, ni directamente ni combinando varias tablas.
privacy-promise-group = Su respuesta cuenta en un grupo, indicado en la página de inicio de su enlace junto con el número de personas que lo forman. Ni nombre, ni dirección, ni hora.
privacy-promise-mixed = Hasta el cierre de la encuesta, su respuesta es confidencial. Después se mezcla con las demás: nada en nuestros datos permite a nadie averiguar quién respondió qué.
privacy-promise-comments = Los comentarios son revisados por una persona ajena al servicio en cuestión, se muestran a partir de 10 respuestas y están separados de las valoraciones.
privacy-promise-comments-by = Los comentarios son revisados por { $moderator }, nunca por una persona del servicio en cuestión, se muestran a partir de 10 respuestas y están separados de las valoraciones.
privacy-promise-fixed = Una vez comenzada la encuesta, estas reglas ya no pueden relajarse. Si su organización las ha querido más estrictas, así lo indica la página de inicio de su enlace.
privacy-promise-file = Nadie recibe las respuestas una a una, salvo que así se indique en la página de inicio de su enlace, con el nombre de quien recibe el archivo.
privacy-file-in = { $wave }:
privacy-who-sees = Quién ve qué
privacy-who-heads = Los responsables de un servicio ven los resultados publicados sobre su servicio.
privacy-who-hr = Recursos Humanos ve todos los resultados publicados y a quién se ha invitado.
privacy-who-direction = La dirección ve todos los resultados publicados y los planes de mejora.
privacy-who-readers = Los representantes del personal y el delegado de protección de datos pueden ver los totales publicados.
privacy-who-moderators = La persona que revisa los comentarios ve su texto, nunca las valoraciones que los acompañan.
privacy-who-nobody = Nadie ve una respuesta individual en una página.
privacy-how = Cómo se hace
privacy-how-link = Su enlace es personal y no requiere ni cuenta, ni contraseña, ni cookies. Solo conservamos de él una huella criptográfica, que no permite recuperarlo.
privacy-how-draft = Su borrador está cifrado: solo se abre con su enlace. Se borra al enviar sus respuestas y al cierre de la encuesta.
privacy-how-send = Al enviarlas, sus respuestas sobre cada servicio se guardan por separado, sin nada que las vincule entre sí, salvo el grupo.
privacy-how-night = Cada noche, en cuanto al menos 5 personas de un mismo grupo han respondido, sus respuestas se reescriben en un orden aleatorio.
privacy-how-mix = Al cierre de la encuesta, todas las respuestas se reescriben en un orden aleatorio y se borra la marca «ha respondido».
privacy-how-pages = Las páginas, los gráficos, los archivos y los correos electrónicos solo leen los resultados publicados, fijados de una vez por todas. Un grupo demasiado pequeño nunca se muestra, y puede ocultarse otro para protegerlo.
privacy-how-comments = Ningún comentario se muestra antes de haber sido revisado.
privacy-check = Lo que comprobamos cada noche
privacy-check-nothing = Última comprobación: { $day }. No se ha encontrado nada que vincule una respuesta a una persona.
privacy-check-something = Última comprobación: { $day }. Ha detectado al menos un punto por corregir; las personas que administran el servidor tienen los detalles.
privacy-check-unread = Última comprobación: { $day }. No se ha encontrado nada, pero una parte de los datos no se ha podido leer.
privacy-check-never = Aún no se ha realizado ninguna comprobación.
privacy-check-how = Un programa lee los datos como lo haría alguien que los tuviera en sus manos: lo que conduce a una persona, el orden de las filas, los restos de borradores eliminados. Quien tenga acceso al servidor puede ejecutarlo en cualquier momento.
privacy-limits = Lo que no podemos impedir
privacy-limits-open = Mientras la encuesta está abierta, una persona que tuviera acceso a los archivos del servidor podría averiguar más de lo que muestran las páginas.
privacy-limits-operator = La persona que administra el servidor o el correo electrónico podría abrir un borrador utilizando el enlace que usted ha recibido. Por eso nunca decimos «totalmente anónimo».
privacy-keep = Cuánto tiempo conservamos los datos
privacy-keep-drafts = Borradores y marca «ha respondido»: hasta el cierre de la encuesta.
privacy-keep-invitations = Invitaciones y direcciones de envío: { $days } días después del cierre; únicamente la lista de las encuestas a las que se ha invitado a cada persona, sin nada de sus respuestas: 24 meses.
privacy-keep-comments = Comentarios: { $months } meses después del cierre.
privacy-keep-answers = Respuestas: { $months } meses después del cierre.
privacy-keep-shorter = Encuesta del { $wave }: comentarios, { $comments } meses; respuestas, { $answers } meses, como se prometió al abrirla.
privacy-keep-log = Registro de accesos y de cambios, en el que nunca hay respuestas: { $months } meses.
privacy-keep-results = Resultados publicados: sin límite; solo se refieren a grupos.
privacy-rights = Sus derechos
privacy-rights-own = Puede pedir consultar, corregir o borrar lo que sabemos de usted (nombre, dirección, departamento). Sus respuestas, en cambio, ya no pueden localizarse una vez mezcladas: eso es precisamente lo que le protege.
privacy-rights-authority = También puede dirigirse a la autoridad de control, en Francia la CNIL.
privacy-contacts = A quién dirigirse
privacy-controller = Responsable del tratamiento
privacy-dpo = Protección de datos
privacy-hr = Recursos Humanos
privacy-alert = Malestar grave, acoso
privacy-alert-note = Este cuestionario no es un canal para comunicar situaciones graves: nadie podría localizarle para ayudarle.
privacy-not-set = aún sin indicar
accessibility-title = Accesibilidad
accessibility-lede = Todas las personas deben poder utilizar este barómetro. Esta es la situación actual.
accessibility-state = Situación de cumplimiento
accessibility-partial = Parcialmente conforme.
accessibility-partial-why = Las páginas están diseñadas para cumplir el RGAA 4.1 y las WCAG 2.2 nivel AA, y se comprueban automáticamente en cada versión. Mientras no se haya realizado una auditoría independiente, no declaramos una conformidad total.
accessibility-done = Lo que está hecho
accessibility-done-keyboard = Todo se puede hacer con el teclado, con un indicador visible.
accessibility-done-readers = Los lectores de pantalla anuncian los campos, las tablas y los errores.
accessibility-done-zoom = Las páginas se adaptan a una pantalla pequeña y a una ampliación del 400 %.
accessibility-done-charts = Cada gráfico tiene un título, una descripción y sus cifras en una tabla.
accessibility-done-script = Todo funciona sin JavaScript.
accessibility-gaps = Lo que falta por comprobar
accessibility-gaps-text = Las páginas aún no se han probado con todos los lectores de pantalla del mercado.
accessibility-contact = ¿Tiene alguna dificultad?
accessibility-contact-text = Escriba a { $contact }: díganos en qué página y qué le impide continuar; le responderemos y le daremos la información de otra manera.
accessibility-contact-none = Diríjase a Recursos Humanos: indique en qué página y qué le impide continuar; se le dará la información de otra manera.
accessibility-appeal = Vía de recurso
accessibility-appeal-text = Si no obtiene una respuesta satisfactoria, puede acudir al Defensor de los Derechos de Francia (Défenseur des droits): defenseurdesdroits.fr, +33 9 69 39 00 00, o por correo postal gratuito dentro de Francia: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.

feedback-title = Usted opina, nosotros actuamos
feedback-lede = Gracias a todas las personas que han respondido. Esto es lo que nos han dicho y lo que se está haciendo.
feedback-lede-said = Gracias a todas las personas que han respondido. Esto es lo que nos han dicho; lo que se decida aparecerá en esta página.
feedback-favourable = opiniones favorables
feedback-n = { $n ->
    [one] { $n } respuesta
   *[other] { $n } respuestas
}
feedback-n-few = { $n ->
    [one] { $n } respuesta, insuficiente para un margen de error
   *[other] { $n } respuestas, insuficientes para un margen de error
}
feedback-group = Su grupo ({ $group }):
feedback-strong = Lo más valorado:
feedback-weak = Lo menos valorado:
feedback-doing = Lo que estamos haciendo
feedback-nothing = Todavía no hay nada que anunciar: lo que se decida aparecerá aquí.
feedback-since = En curso desde el { $day }
feedback-from = Previsto a partir del { $day }
feedback-done = Hecho el { $day }
feedback-finished = Ya está hecho
feedback-decided = Decidido
feedback-empty = No hay ningún resultado que mostrar de este trimestre.
feedback-promise = Las respuestas no llevan ningún nombre, y un resultado solo se muestra si han respondido al menos { $k } personas.
feedback-address = Esta página:
feedback-margin = Los dos números que acompañan a un porcentaje indican su margen de error. Lo más y lo menos valorado solo se indica si la diferencia supera ese margen.
feedback-past-title = Nuevos resultados han sustituido a estos
feedback-past = Esta página ya ha cumplido su función. Los últimos resultados se han enviado por correo electrónico a las personas encuestadas, con una nueva dirección.
feedback-few = Gracias a todas las personas que han respondido. Eran demasiado pocas para mostrar un resultado.
feedback-few-why = Una cifra solo se muestra si procede de al menos { $k } personas y si ninguna combinación de datos permite reconocer a una de ellas. Esta vez no se muestra ninguna, a nadie.
feedback-few-next = Las respuestas se mezclan y se conservan según lo prometido; no se mostrarán de otra manera. En la próxima encuesta bastarán unas pocas respuestas más.
feedback-soon-title = Los resultados están en camino
feedback-soon = Estarán en esta página el { $day }. También recibirá un mensaje.
feedback-soon-no-day = Estarán pronto en esta página. También recibirá un mensaje.
feedback-soon-why = Los responsables los leen primero, para poder decirle al mismo tiempo qué van a hacer con ellos. Las cifras ya no cambian.
feedback-very-few = Han respondido muy pocas personas: como máximo, el { $rate } de las que podían responder sobre cada servicio. Estas cifras solo hablan por ellas; las demás quizá piensen de otro modo, y el margen de error no dice nada al respecto.

catalogue-title = Lo que los servicios ofrecen y prometen
catalogue-lede = De cada servicio: lo que ofrece, cómo pedirlo y a qué se compromete.
catalogue-counts = { $offerings ->
    [0] Ninguna prestación
    [one] { $offerings } prestación
   *[other] { $offerings } prestaciones
}, { $promises ->
    [0] ningún compromiso
    [one] { $promises } compromiso
   *[other] { $promises } compromisos
}
catalogue-none = Ningún servicio ha publicado todavía lo que ofrece.
catalogue-to-write = Por escribir
catalogue-of = Catálogo: { $service }
catalogue-edit = Modificar el catálogo
catalogue-service-lede = Lo que ofrece este servicio, cómo pedirlo y a qué se compromete.
catalogue-service-none = Este servicio todavía no ha descrito lo que ofrece.
promise-whole = El servicio en su conjunto
promise-target-at_least = Objetivo: al menos { $value } { $unit }
promise-target-at_most = Objetivo: como máximo { $value } { $unit }
promise-from = A partir del { $day }.
promise-earlier = Prometido antes
offering-how = Cómo pedirlo
offering-promised = Lo que se promete
promises-title = Lo que se había prometido
promise-measured = Medido: { $value } { $unit } ({ $cases }, { $source })
promise-cases = { $n } casos
promise-cases-about = { $n } casos o más
promise-verdict-kept_felt = Cumplido, y se nota
promise-verdict-kept_to_confirm = Cumplido; falta confirmar si se nota
promise-verdict-kept_not_felt = Cumplido, pero no se nota
promise-verdict-kept = Cumplido
promise-verdict-missed_no_harm = No cumplido, sin molestia percibida
promise-verdict-missed = No cumplido
promise-verdict-missed_felt = No cumplido, y se nota
promise-verdict-unmeasured_felt = Se nota, sin medir
promise-verdict-unmeasured = Sin medir
promise-verdict-unmeasured_not_felt = No se nota, sin medir
promise-verdict-none = Nada que decir
promise-question-delay = Se respeta el plazo anunciado: { $promise }
promise-question-quality = Se cumple la calidad anunciada: { $promise }
promise-question-availability = Se cumple la disponibilidad anunciada: { $promise }
promise-question-cost = Se respeta el coste anunciado: { $promise }
promise-question-information = Se da la información anunciada: { $promise }
charter-title = Carta del servicio interno
charter-adopted = Aprobada el { $day }.
charter-none = Todavía no se ha aprobado ninguna carta.
charter-edit = Modificar
charter-services = Los servicios se comprometen
charter-clients = Quienes piden se comprometen
charter-own = Tomar un compromiso propio
charter-earlier = Versiones anteriores
charter-propose = Proponer una frase
charter-side = ¿Quién se compromete?
charter-line = Frase
charter-propose-button = Proponer
engagement-title = Mi compromiso
engagement-lede = Dos o tres líneas para uno mismo y un día para volver a mirarlas.
engagement-line = Línea { $n }
engagement-day = Día para volver a mirarlo
engagement-print = Preparar para imprimir
engagement-calendar = Añadir a mi agenda
engagement-nothing-stored = No se guarda ni se cuenta nada: lo que escribe vuelve a esta página o al archivo, y a ningún otro sitio.
engagement-back = Vuelvo a mirarlo el { $day }.
engagement-print-hint = Imprima esta página con su navegador: solo sale el compromiso.
engagement-agenda = Volver a mi compromiso
engagement-fault-empty = Escriba al menos una línea.
engagement-fault-day = Elija un día futuro, dentro de dos años.
engagement-fault-long = Esta línea es demasiado larga: { $limit } caracteres como máximo.

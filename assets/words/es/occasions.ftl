# Lo que leen las personas encuestadas entre dos trimestres
occasion-who-flash = { $service } le pide su opinión.
occasion-who-charter = { $service } le pide su opinión sobre las frases con las que queremos comprometernos.
occasion-who-session = { $service } le pide su opinión sobre la formación a la que asistió.
occasion-chosen-head = { $groups ->
    [one] Se encuesta a { $people } personas de un grupo: lo eligió la persona responsable del servicio; Recursos Humanos abrió la encuesta.
   *[other] Se encuesta a { $people } personas de { $groups } grupos: los eligió la persona responsable del servicio; Recursos Humanos abrió la encuesta.
}
occasion-chosen-hr = { $groups ->
    [one] Se encuesta a { $people } personas de un grupo, elegido por Recursos Humanos.
   *[other] Se encuesta a { $people } personas de { $groups } grupos, elegidos por Recursos Humanos.
}
occasion-chosen-participants = Se encuesta a las { $people } personas que participaron; su lista se entregó a Recursos Humanos, que abrió la encuesta.
occasion-promise-deleted = Si responden demasiado pocas personas, no se publica nada: las respuestas y los comentarios se borran.
occasion-promise-participants = Su respuesta cuenta con las de los { $people } participantes.
occasion-promise-result = Su enlace lleva al resultado, hasta el { $day } como máximo. No recibirá ningún otro mensaje sobre ello.
occasion-invitation-subject = { $about }: su opinión
occasion-reminder-subject = { $about }: su opinión hasta el { $day }
occasion-ended-next = La encuesta termina el { $day }. Después, el resultado estará en esta misma dirección durante 30 días.
occasion-ended-closed = Desde el { $day } ya no se aceptan respuestas. Los borradores no enviados se han borrado. El resultado estará pronto en esta misma dirección.
occasion-result-kicker = Lo que usted dijo
occasion-result-small = El servicio es tan pequeño que este resultado hablaría de una persona: se entrega solo al servicio, a recursos humanos y a la dirección.
occasion-result-too-few = Demasiado pocas respuestas
occasion-result-deleted = Respondieron menos de { $n } personas, o todas y son menos de diez, o todas dijeron lo mismo: no se publica nada; las respuestas y los comentarios se han borrado.
occasion-result-responses = Respondieron { $responses } personas de { $invited } encuestadas.
occasion-result-agree = de opiniones favorables, sobre { $n } respuestas
occasion-result-doing = Lo que se hace
occasion-result-until = Esta página se puede ver hasta el { $day }.
occasion-sheet-kicker = Su opinión
privacy-promise-between = Entre dos trimestres, una encuesta breve puede seguir a una avería, una formación o un proyecto de carta. Pregunta a grupos enteros, como máximo una vez cada 90 días, o a todos los participantes de una formación, justo después y dos meses más tarde; vale la misma promesa y, si responden demasiado pocas personas, las respuestas y los comentarios se borran.

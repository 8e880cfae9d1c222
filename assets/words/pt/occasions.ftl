# O que leem as pessoas inquiridas entre dois trimestres
occasion-who-flash = { $service } pede a sua opinião.
occasion-who-charter = { $service } pede a sua opinião sobre as frases que nos queremos comprometer a cumprir.
occasion-who-session = { $service } pede a sua opinião sobre a formação que frequentou.
occasion-chosen-head = { $groups ->
    [one] São inquiridas { $people } pessoas de um grupo: escolheu-o a pessoa responsável pelo serviço; os Recursos Humanos abriram o inquérito.
   *[other] São inquiridas { $people } pessoas de { $groups } grupos: escolheu-os a pessoa responsável pelo serviço; os Recursos Humanos abriram o inquérito.
}
occasion-chosen-hr = { $groups ->
    [one] São inquiridas { $people } pessoas de um grupo, escolhido pelos Recursos Humanos.
   *[other] São inquiridas { $people } pessoas de { $groups } grupos, escolhidos pelos Recursos Humanos.
}
occasion-chosen-participants = São inquiridas as { $people } pessoas que participaram; a lista foi entregue aos Recursos Humanos, que abriram o inquérito.
occasion-promise-deleted = Se responderem pessoas a menos, nada é publicado: as respostas e os comentários são apagados.
occasion-promise-participants = A sua resposta conta com as dos { $people } participantes.
occasion-promise-result = A sua ligação leva ao resultado, até { $day } no máximo. Não receberá outra mensagem sobre isto.
occasion-invitation-subject = { $about }: a sua opinião
occasion-reminder-subject = { $about }: a sua opinião até { $day }
occasion-ended-next = O inquérito termina em { $day }. O resultado estará depois neste mesmo endereço durante 30 dias.
occasion-ended-closed = Desde { $day } já não se aceitam respostas. Os rascunhos não enviados foram apagados. O resultado estará em breve neste mesmo endereço.
occasion-result-kicker = O que nos disse
occasion-result-small = O serviço é tão pequeno que este resultado falaria de uma pessoa: é entregue apenas ao serviço, aos recursos humanos e à direção.
occasion-result-too-few = Respostas insuficientes
occasion-result-deleted = Responderam menos de { $n } pessoas, ou todas e são menos de dez, ou todas disseram o mesmo: nada é publicado; as respostas e os comentários foram apagados.
occasion-result-responses = Responderam { $responses } pessoas de { $invited } inquiridas.
occasion-result-agree = de opiniões favoráveis, em { $n } respostas
occasion-result-doing = O que se faz
occasion-result-until = Esta página pode ser vista até { $day }.
occasion-sheet-kicker = A sua opinião
privacy-promise-between = Entre dois trimestres, um inquérito breve pode seguir-se a uma avaria, uma formação ou um projeto de carta. Pergunta a grupos inteiros, no máximo uma vez em 90 dias, ou a todos os participantes de uma formação, logo a seguir e dois meses mais tarde; vale a mesma promessa e, se responderem pessoas a menos, as respostas e os comentários são apagados.

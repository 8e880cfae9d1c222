mail-hello = Bom dia, { $name },
mail-invitation-subject = { $n ->
    [one] A sua opinião sobre um serviço que utiliza (até { $day })
   *[other] A sua opinião sobre { $n } serviços que utiliza (até { $day })
}
mail-reminder-subject = Ainda está a tempo: dê a sua opinião até { $day }
mail-reminder-why = A sua ligação ainda não foi utilizada; se tiver um momento até ao encerramento, a sua opinião conta.
mail-reminder-how = Como sabemos? Quando alguém envia as suas respostas ou prefere não responder, a sua ligação é registada como fechada: separadamente das respostas, sem data nem hora, da mesma forma nos dois casos. Não sabemos mais do que isso, e nunca o que alguém respondeu.
mail-unsubscribe = Deixar de receber lembretes deste inquérito
mail-unsubscribe-at = Deixar de receber lembretes deste inquérito:
mail-invitation-who = { $services }: o que corre bem e o que deveria mudar?
mail-invitation-time = { $minutes ->
    [one] Cerca de um minuto, até { $day }, sem palavra-passe.
   *[other] Cerca de { $minutes } minutos, até { $day }, sem palavra-passe.
}
mail-invitation-button = Dar a minha opinião
mail-invitation-promise = Nenhum resultado com menos de { $n } respostas; no encerramento, as respostas são misturadas e nada permite descobrir quem respondeu o quê.
mail-invitation-own = Esta ligação é pessoal: não a reencaminhe.
mail-more = Quem vê o quê, e como verificar:
mail-accessibility = Acessibilidade:
mail-contact = Dúvidas: { $contact }
mail-plain-link = Se o botão não funcionar, copie este endereço:
promise-file = Um ficheiro com as respostas, sem nomes nem departamentos, é entregue a: { $to }.
campaign-mail-example = exemplo

results-mail-subject = O que nos disseram, o que fazemos: { $wave }
results-mail-hello = Bom dia,
results-mail-thanks = O inquérito do { $wave } terminou. Obrigado a todas as pessoas que responderam.
results-mail-what = Eis o que foi dito e o que está a ser feito:
results-mail-said = Eis o que foi dito. Os responsáveis leem estes resultados ao mesmo tempo que as pessoas inquiridas: o que decidirem aparecerá na mesma página.
results-mail-subject-said = O que nos disseram: { $wave }
results-mail-button = Ver os resultados
results-mail-anonymous = As respostas não levam qualquer nome. Esta mensagem é enviada a todas as pessoas inquiridas, tenham ou não respondido.
results-mail-contact = Alguma dúvida? Escreva para { $contact }.
results-mail-automatic = Mensagem automática do barómetro interno.
moved-mail-subject = O que avançou desde então: { $wave }
moved-mail-what = Desde os resultados do { $wave }, eis o que avançou nos serviços abrangidos pelo inquérito:
moved-mail-page = Tudo o que está a ser feito, com os resultados:
moved-mail-who = Esta mensagem é enviada uma única vez, a todas as pessoas das equipas inquiridas, tenham ou não respondido.
moved-mail-example = É enviado um aviso de receção no próprio dia (exemplo).
results-mail-subject-nothing = Respostas insuficientes para um resultado: { $wave }
results-mail-nothing = Desta vez, responderam muito poucas pessoas para podermos mostrar um resultado sem o risco de alguém ser reconhecido. Por isso, nenhum número é mostrado, a ninguém.
results-mail-nothing-doing = O que já está decidido encontra-se nesta página:
results-mail-nothing-see = Esta página repete-o e mostrará o que for decidido:
results-mail-button-nothing = Ver a página

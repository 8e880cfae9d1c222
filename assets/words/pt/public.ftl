very-few = Muito poucas respostas ({ $rate } das pessoas abrangidas). Estes números falam apenas por essas pessoas; as outras talvez pensem de outro modo, e a margem de erro nada diz sobre isso.

unsubscribe-title = Deixar de receber lembretes deste inquérito?
unsubscribe-title-done = Não haverá mais lembretes deste inquérito
unsubscribe-what = Prima o botão: não receberá mais lembretes deste inquérito. Ninguém vê a lista de quem o pediu.
unsubscribe-link-works = A sua ligação continua aberta: pode responder até ao encerramento, se o desejar. Uma última mensagem dará os resultados a todos.
unsubscribe-confirm = Parar os lembretes
unsubscribe-done = Está registado: não receberá mais lembretes deste inquérito.
unsubscribe-over = Este inquérito já não envia lembretes.

privacy-title = Como são protegidas as suas respostas
privacy-lede = O que prometemos, como é feito e a quem colocar as suas questões.
privacy-promise = O que garantimos
privacy-promise-five = Nenhum resultado com menos de 5 respostas, nem diretamente, nem pelo cruzamento de várias tabelas.
privacy-promise-group = A sua resposta conta num grupo, indicado na página inicial da sua ligação com o respetivo número de pessoas. Não leva nome, nem endereço, nem hora.
privacy-promise-mixed = Até ao encerramento, a sua resposta é confidencial. Depois, é misturada com as outras: nada nos nossos dados permite a quem quer que seja descobrir quem respondeu o quê.
privacy-promise-comments = Os comentários são revistos por uma pessoa alheia ao serviço em causa, mostrados a partir de 10 respostas e separados das classificações.
privacy-promise-comments-by = Quem revê os comentários antes de serem mostrados é { $moderator }, nunca uma pessoa do serviço em causa; são mostrados a partir de 10 respostas e separados das classificações.
privacy-promise-fixed = Estas regras já não podem ser flexibilizadas depois de o inquérito começar. Se a sua organização as quis mais rigorosas, a página inicial da sua ligação indica-o.
privacy-promise-file = Ninguém recebe as respostas uma a uma, salvo se isso estiver escrito na página inicial da sua ligação, com o nome de quem recebe o ficheiro.
privacy-file-in = { $wave }:
privacy-who-sees = Quem vê o quê
privacy-who-heads = Os responsáveis de um serviço veem os resultados publicados sobre o seu serviço.
privacy-who-hr = Os recursos humanos veem todos os resultados publicados e quem foi convidado.
privacy-who-direction = A direção vê todos os resultados publicados e os planos de melhoria.
privacy-who-readers = Os representantes dos trabalhadores e o encarregado da proteção de dados podem ver os totais publicados.
privacy-who-moderators = A pessoa que revê os comentários tem acesso ao texto, nunca às classificações que o acompanham.
privacy-who-nobody = Ninguém vê uma resposta individual numa página.
privacy-how = Como é feito
privacy-how-link = A sua ligação é pessoal e não exige conta, palavra-passe nem cookies. Dela guardamos apenas uma impressão digital criptográfica, que não permite recuperá-la.
privacy-how-draft = O seu rascunho está cifrado: só abre com a sua ligação. É apagado no envio e no encerramento.
privacy-how-send = No envio, as suas respostas sobre cada serviço são guardadas separadamente, sem nada que as ligue umas às outras, a não ser o grupo.
privacy-how-night = Todas as noites, logo que pelo menos 5 pessoas de um mesmo grupo tenham respondido, as respostas delas são reescritas por ordem aleatória.
privacy-how-mix = No encerramento, todas as respostas são reescritas por ordem aleatória, e a marca «respondeu» é apagada.
privacy-how-pages = As páginas, gráficos, ficheiros e e-mails só leem os resultados publicados, fixados de uma vez por todas. Um grupo demasiado pequeno nunca é mostrado, e outro pode ser ocultado para o proteger.
privacy-how-comments = Nenhum comentário é mostrado antes de ter sido revisto.
privacy-check = O que verificamos todas as noites
privacy-check-nothing = Última verificação: { $day }. Nada foi encontrado que ligue uma resposta a uma pessoa.
privacy-check-something = Última verificação: { $day }. Detetou pelo menos um ponto a corrigir; as pessoas que gerem o servidor têm os pormenores.
privacy-check-unread = Última verificação: { $day }. Nada foi encontrado, mas não foi possível ler uma parte dos dados.
privacy-check-never = Ainda não foi feita nenhuma verificação.
privacy-check-how = Um programa lê os dados como o faria alguém que os tivesse nas mãos: o que conduz a uma pessoa, a ordem das linhas, os restos de rascunhos apagados. Quem tem acesso ao servidor pode executá-lo a qualquer momento.
privacy-limits = O que não podemos impedir
privacy-limits-open = Enquanto o inquérito estiver aberto, uma pessoa que tivesse acesso aos ficheiros do servidor poderia ficar a saber mais do que as páginas mostram.
privacy-limits-operator = A pessoa que gere o servidor ou o correio eletrónico poderia abrir um rascunho utilizando a ligação que lhe foi enviada a si. É por isso que nunca dizemos «totalmente anónimo».
privacy-keep = Durante quanto tempo guardamos os dados
privacy-keep-drafts = Rascunhos e marca «respondeu»: até ao encerramento.
privacy-keep-invitations = Convites e endereços de envio: { $days } dias após o encerramento; apenas a lista dos inquéritos para os quais cada pessoa foi convidada, sem nada das suas respostas: 24 meses.
privacy-keep-comments = Comentários: { $months } meses após o encerramento.
privacy-keep-answers = Respostas: { $months } meses após o encerramento.
privacy-keep-shorter = Inquérito do { $wave }: comentários { $comments } meses, respostas { $answers } meses, como prometido na abertura.
privacy-keep-log = Registo dos acessos e das alterações, que nunca contém respostas: { $months } meses.
privacy-keep-results = Resultados publicados: sem limite; dizem respeito apenas a grupos.
privacy-rights = Os seus direitos
privacy-rights-own = Pode pedir para ver, corrigir ou apagar o que sabemos sobre si (nome, endereço, departamento). Já as suas respostas não podem ser encontradas depois de misturadas: é precisamente essa a sua proteção.
privacy-rights-authority = Pode também dirigir-se à autoridade de controlo, em França a CNIL.
privacy-contacts = A quem se dirigir
privacy-controller = Responsável pelo tratamento
privacy-dpo = Proteção de dados
privacy-hr = Recursos humanos
privacy-alert = Sofrimento, assédio
privacy-alert-note = Este questionário não é um canal para comunicar situações graves: ninguém conseguiria chegar até si para prestar ajuda.
privacy-not-set = ainda não indicado
accessibility-title = Acessibilidade
accessibility-lede = Este barómetro deve poder ser utilizado por todas as pessoas. Eis em que ponto estamos.
accessibility-state = Estado de conformidade
accessibility-partial = Parcialmente conforme.
accessibility-partial-why = As páginas são concebidas para respeitar o RGAA 4.1 e as WCAG 2.2, nível AA, e verificadas automaticamente em cada versão. Enquanto não tiver sido feita uma auditoria independente, não declaramos conformidade total.
accessibility-done = O que está feito
accessibility-done-keyboard = Tudo se faz com o teclado, com um indicador de foco visível.
accessibility-done-readers = Campos, tabelas e erros são anunciados pelos leitores de ecrã.
accessibility-done-zoom = As páginas cabem num ecrã pequeno e com uma ampliação de 400%.
accessibility-done-charts = Cada gráfico tem um título, uma descrição e os seus números numa tabela.
accessibility-done-script = Tudo funciona sem JavaScript.
accessibility-gaps = O que falta verificar
accessibility-gaps-text = As páginas ainda não foram testadas com todos os leitores de ecrã do mercado.
accessibility-contact = Alguma dificuldade?
accessibility-contact-text = Escreva para { $contact }: diga-nos em que página está e que obstáculo encontra; responder-lhe-emos e dar-lhe-emos a informação de outra forma.
accessibility-contact-none = Dirija-se aos recursos humanos: diga em que página está e que obstáculo encontra; a informação ser-lhe-á dada de outra forma.
accessibility-appeal = Via de recurso
accessibility-appeal-text = Se não obtiver uma resposta satisfatória, pode recorrer ao Defensor dos Direitos francês (Défenseur des droits): defenseurdesdroits.fr, +33 9 69 39 00 00, ou por correio gratuito a partir de França: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.

feedback-title = O que nos disseram, o que fazemos
feedback-lede = Obrigado a todas as pessoas que responderam. Eis o que nos disseram e o que está a ser feito.
feedback-lede-said = Obrigado a todas as pessoas que responderam. Eis o que nos disseram; o que for decidido aparecerá nesta página.
feedback-favourable = opiniões favoráveis
feedback-n = { $n ->
    [one] { $n } resposta
   *[other] { $n } respostas
}
feedback-n-few = { $n ->
    [one] { $n } resposta, insuficiente para uma margem de erro
   *[other] { $n } respostas, insuficientes para uma margem de erro
}
feedback-group = O seu grupo ({ $group }):
feedback-strong = O mais apreciado:
feedback-weak = O menos apreciado:
feedback-doing = O que estamos a fazer
feedback-nothing = Ainda não há nada a anunciar: o que for decidido aparecerá aqui.
feedback-since = Em curso desde { $day }
feedback-from = Previsto a partir de { $day }
feedback-done = Feito a { $day }
feedback-finished = Está feito
feedback-decided = Decidido
feedback-empty = Não há nenhum resultado a mostrar neste trimestre.
feedback-promise = As respostas não levam qualquer nome, e um resultado só é mostrado se pelo menos { $k } pessoas tiverem respondido.
feedback-address = Esta página:
feedback-margin = Os dois números ao lado de uma percentagem indicam a sua margem de erro. O mais e o menos apreciado só é indicado se a diferença ultrapassar essa margem.
feedback-past-title = Novos resultados substituíram estes
feedback-past = Esta página já cumpriu a sua função. Os resultados mais recentes foram enviados por e-mail às pessoas inquiridas, com um novo endereço.
feedback-few = Obrigado a todas as pessoas que responderam. Foram demasiado poucas para que um resultado possa ser mostrado.
feedback-few-why = Um número só é mostrado se provier de pelo menos { $k } pessoas e se nenhum cruzamento de dados permitir reconhecer uma delas. Desta vez, nenhum é mostrado, a ninguém.
feedback-few-next = As respostas são misturadas e guardadas como prometido; não serão mostradas de outra forma. No próximo inquérito, bastarão mais algumas respostas.
feedback-soon-title = Os resultados estão a chegar
feedback-soon = Estarão nesta página a { $day }. Receberá também uma mensagem.
feedback-soon-no-day = Estarão em breve nesta página. Receberá também uma mensagem.
feedback-soon-why = Os responsáveis leem-nos primeiro, para poderem dizer-lhe ao mesmo tempo o que vão fazer com eles. Os números já não mudam.
feedback-very-few = Muito poucas pessoas responderam: no máximo, { $rate } das pessoas abrangidas por cada serviço. Estes números falam apenas por elas; as outras talvez pensem de outro modo, e a margem de erro nada diz sobre isso.

catalogue-title = O que os serviços oferecem e prometem
catalogue-lede = De cada serviço: o que oferece, como pedir e a que se compromete.
catalogue-counts = { $offerings ->
    [0] Nenhuma prestação
    [one] { $offerings } prestação
   *[other] { $offerings } prestações
}, { $promises ->
    [0] nenhum compromisso
    [one] { $promises } compromisso
   *[other] { $promises } compromissos
}
catalogue-none = Nenhum serviço publicou ainda o que oferece.
catalogue-to-write = Por escrever
catalogue-of = Catálogo: { $service }
catalogue-edit = Modificar o catálogo
catalogue-service-lede = O que este serviço oferece, como pedir e a que se compromete.
catalogue-service-none = Este serviço ainda não descreveu o que oferece.
promise-whole = O serviço no seu conjunto
promise-target-at_least = Objetivo: pelo menos { $value } { $unit }
promise-target-at_most = Objetivo: no máximo { $value } { $unit }
promise-from = A partir de { $day }.
promise-earlier = Prometido antes
offering-how = Como pedir
offering-promised = O que é prometido
promises-title = O que tinha sido prometido
promise-measured = Medido: { $value } { $unit } ({ $cases }, { $source })
promise-cases = { $n } casos
promise-cases-about = { $n } casos ou mais
promise-verdict-kept_felt = Cumprido, e sente-se
promise-verdict-kept_to_confirm = Cumprido; falta confirmar se se sente
promise-verdict-kept_not_felt = Cumprido, mas não se sente
promise-verdict-kept = Cumprido
promise-verdict-missed_no_harm = Não cumprido, sem incómodo sentido
promise-verdict-missed = Não cumprido
promise-verdict-missed_felt = Não cumprido, e sente-se
promise-verdict-unmeasured_felt = Sente-se, não medido
promise-verdict-unmeasured = Não medido
promise-verdict-unmeasured_not_felt = Não se sente, não medido
promise-verdict-none = Nada a dizer
promise-question-delay = O prazo anunciado é respeitado: { $promise }
promise-question-quality = A qualidade anunciada existe: { $promise }
promise-question-availability = A disponibilidade anunciada é cumprida: { $promise }
promise-question-cost = O custo anunciado é respeitado: { $promise }
promise-question-information = A informação anunciada é dada: { $promise }
charter-title = Carta do serviço interno
charter-adopted = Adotada em { $day }.
charter-none = Ainda não foi adotada nenhuma carta.
charter-edit = Modificar
charter-services = Os serviços comprometem-se
charter-clients = Quem pede compromete-se
charter-own = Assumir um compromisso pessoal
charter-earlier = Versões anteriores
charter-propose = Propor uma frase
charter-side = Quem se compromete?
charter-line = Frase
charter-propose-button = Propor
engagement-title = O meu compromisso
engagement-lede = Duas ou três linhas para si e um dia para voltar a elas.
engagement-line = Linha { $n }
engagement-day = Dia para voltar a ver
engagement-print = Preparar para imprimir
engagement-calendar = Adicionar à minha agenda
engagement-nothing-stored = Nada é guardado nem contado: o que escreve volta nesta página ou no ficheiro, e em mais lado nenhum.
engagement-back = Volto a ver em { $day }.
engagement-print-hint = Imprima esta página com o navegador: só sai o compromisso.
engagement-agenda = Voltar ao meu compromisso
engagement-fault-empty = Escreva pelo menos uma linha.
engagement-fault-day = Escolha um dia futuro, dentro de dois anos.
engagement-fault-long = Esta linha é demasiado longa: { $limit } caracteres no máximo.

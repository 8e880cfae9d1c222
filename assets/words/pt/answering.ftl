welcome-title = { $n ->
    [0] A sua opinião sobre os serviços que utiliza
    [one] A sua opinião sobre um serviço que utiliza
   *[other] A sua opinião sobre { $n } serviços que utiliza
}
welcome-who = { $n ->
    [one] { $names }: como lhe podemos prestar um melhor serviço?
   *[other] { $names } gostariam de saber como lhe prestar um melhor serviço.
}
welcome-time = { $minutes ->
    [one] Cerca de um minuto
   *[other] Cerca de { $minutes } minutos
}
welcome-until = até { $day }.
welcome-draft = O seu rascunho está guardado: pode continuar onde ficou.
welcome-which = Com que serviços teve contacto nos últimos três meses, nem que fosse uma só vez?
welcome-add = Acrescentar outro serviço
welcome-decline = Prefiro não responder
welcome-start = Começar
welcome-go-on = Continuar
welcome-news = Desde a última vez
welcome-told = { $service }: { $share } de opiniões favoráveis da última vez ({ $wave }).

promise-title = O que garantimos
promise-threshold = Nenhum resultado com menos de { $n } respostas, nem diretamente, nem pelo cruzamento de várias tabelas.
promise-group = A sua resposta conta no grupo
promise-group-name = { $name }, { $people ->
    [one] uma pessoa
   *[other] { $people } pessoas
}
promise-not-mine = não é o meu departamento
promise-nothing-else = Não leva nome, nem endereço, nem hora.
promise-outside = A sua resposta não conta em nenhum grupo, como pediu. Não leva nome, nem endereço, nem hora.
promise-group-change = alterar
promise-mixed = Até ao encerramento, a sua resposta é confidencial. Depois, é misturada com as outras: nada nos nossos dados permite descobrir quem respondeu o quê.
promise-comments = Os comentários são revistos antes de serem mostrados, nunca por uma pessoa do serviço em causa; são mostrados a partir de { $n } respostas, separados das classificações.
promise-comments-by = Quem revê os comentários antes de serem mostrados é { $who }, nunca uma pessoa do serviço em causa; são mostrados a partir de { $n } respostas, separados das classificações.
promise-fixed = Estas regras já não podem ser flexibilizadas: o inquérito começou.
promise-more = Quem vê o quê, e como verificar

group-title = Não é o meu departamento
group-now = As suas respostas contam no grupo { $name }, { $people ->
    [one] uma pessoa
   *[other] { $people } pessoas
}.
group-what = Se este não for o seu, as suas respostas podem não contar em nenhum grupo: nesse caso, entram apenas nos resultados globais. O seu convite não muda.
group-contact = Para pedir a correção do seu departamento: { $contact }.
group-is-outside = Atualmente, as suas respostas não contam em nenhum grupo.
group-outside = Não contar em nenhum grupo
group-inside = Voltar a contar neste grupo

answer-place = Serviço { $number } de { $of }
answer-next = Guardar e continuar
answer-finish = Enviar e terminar aqui
answer-draft = Ao continuar, esta página é guardada num rascunho que só abre com a sua ligação. Nada é enviado antes da última página.
answer-text-hint = facultativo; por favor, não identifique ninguém
answer-text-hint-contact = facultativo; por favor, não identifique ninguém. Este questionário não é um canal para comunicar situações graves; para isso: { $contact }
answer-errors-title = { $n ->
    [one] Um ponto a corrigir
   *[other] { $n } pontos a corrigir
}
answer-off-scale = escolha uma das respostas propostas
answer-too-long = { $most } caracteres, no máximo; o texto tem { $length }
answer-check-title = Verificar e enviar
answer-check-lede = Nenhuma pergunta é obrigatória. Pode voltar a qualquer página ou enviar tal como está.
answer-check-none = Não assinalou nenhum serviço: registaremos apenas que não teve contacto com nenhum.
answer-check-empty = Sem respostas: nada será enviado sobre este serviço.
answer-check-some = { $answered ->
    [one] Respondeu a uma de { $questions } perguntas
   *[other] Respondeu a { $answered } de { $questions } perguntas
}
answer-check-all = { $questions ->
    [one] A pergunta está respondida
   *[other] As { $questions } perguntas estão respondidas
}
answer-not-sent = Rascunho não enviado: será apagado depois de { $day }.
answer-send = Enviar respostas

decline-title = Prefiro não responder
decline-what = É um direito seu. Não receberá mais lembretes deste inquérito; ninguém saberá se respondeu ou se preferiu não o fazer. O seu rascunho, se existir, será apagado.
decline-confirm = Confirmar

ended-recorded-title = Ficou registado, obrigado
ended-recorded = A sua ligação já foi utilizada: não receberá mais lembretes. Para proteger a sua confidencialidade, nada do que escreveu pode voltar a ser mostrado.
ended-next = O inquérito termina a { $day }. Receberá depois uma mensagem com o que foi dito e o que vai mudar.
ended-closed-title = O inquérito terminou, obrigado
ended-closed = Desde { $day } que já não são aceites respostas. Os rascunhos não enviados foram apagados. Cada pessoa inquirida recebe por e-mail o que foi dito e o que vai mudar.
ended-early-title = O inquérito ainda não abriu
ended-early = A sua ligação funcionará a partir da abertura.
ended-contact = Alguma dúvida? Escreva para { $contact }.
answer-check-unasked = Respondeu a «{ $question }», que só diz respeito a certas respostas à pergunta anterior: esta resposta não será enviada.

# Um código em papel
ended-recorded-paper = O seu código já foi utilizado. Para proteger a sua confidencialidade, nada do que escreveu pode voltar a ser mostrado.
ended-next-paper = O inquérito termina a { $day }. Guarde o seu papel: quando os resultados forem publicados, o mesmo código dará acesso a eles, durante 30 dias após o encerramento.
ended-closed-paper = Desde { $day } que já não são aceites respostas. Os rascunhos não enviados foram apagados. Volte em breve com o mesmo código: dará acesso ao que foi dito e ao que vai mudar.
ended-early-paper = O seu código funcionará a partir da abertura.
code-title = Tenho um código
code-have = Tenho um código
code-lede = Introduza o código do seu papel: dá acesso ao questionário.
code-label = O seu código
code-hint = Doze caracteres, com ou sem hífenes, em maiúsculas ou minúsculas. Exemplo: ABCD-EFGH-JKMN
code-go = Continuar
code-nobody = O papel não tem nome, e ninguém sabe quem o tirou.
code-not-open = Este código não abre nada
code-empty = Introduza primeiro o código do seu papel.
code-mistyped = Há um erro de digitação: confira o código com o do seu papel, carácter a carácter.
code-unknown = O formato deste código está correto, mas não o conhecemos: confira-o. Os códigos de um inquérito são apagados 30 dias após o encerramento.
code-too-many = Este código é desconhecido, e acabam de ser introduzidos aqui muitos códigos desconhecidos. Confira-o e tente novamente dentro de { $n ->
    [one] um segundo
   *[other] { $n } segundos
}.
ended-withdrawn-title = Esta ligação já não serve
ended-withdrawn = Fomos informados de que este inquérito já não lhe diz respeito: não receberá mais mensagens sobre ele. Se for engano, diga-nos: a ligação poderá voltar a funcionar.
ended-results-on = Os resultados estarão neste endereço a { $day }, com o que vai mudar.

question-of-service = { $service }:
question-several = pode escolher várias opções
question-most-choices = { $most } opções, no máximo
question-end = { $value }: { $label }
question-text-hint = Por favor, não identifique ninguém.
question-text-hint-contact = Por favor, não identifique ninguém. Este questionário não é um canal para comunicar situações graves; para isso: { $contact }.
question-if = Se respondeu { $answers }:
question-none = sem resposta
question-quoted = «{ $label }»
question-values = de { $lowest } a { $highest }
slip-fold = Dobre cada papel; cada pessoa tira um da caixa.
slip-title = A sua opinião sobre os serviços internos
slip-title-of = { $organisation }: a sua opinião sobre os serviços internos
slip-purpose = O que corre bem e o que deveria mudar? Alguns minutos, até { $day }.
slip-type = Fotografe o quadrado ou escreva este código em
slip-promise = Nem nome, nem endereço, nem hora; nenhum resultado com menos de { $n } respostas.
slip-keep = Guarde este papel: depois da publicação, dá também acesso aos resultados.
slip-also = Também em português: { $address }?lang=pt
answer-part = perguntas { $from } a { $to } de { $all }
answer-page = Página { $number } de { $of }
mirror-kicker = O seu próprio serviço
mirror-ask = Na sua opinião, como avaliam os outros serviços o seu? Responda como pensa que eles respondem.
mirror-apart = Estas respostas são contadas à parte, sem nome nem grupo. Só a direção e a pessoa responsável pelo seu serviço leem as médias, a partir de { $n } folhas; se houver menos, são apagadas sem serem lidas.
mirror-stem = Na sua opinião, responderiam:
mirror-promises-ask = E para si: as promessas feitas ao seu serviço são cumpridas? Desta vez responda por si.
answer-mirror-dropped = As suas respostas sobre o seu próprio serviço não serão enviadas, porque indicou que este serviço não é o seu.
welcome-mirror = O final pergunta como, na sua opinião, os outros serviços avaliam { $service }.
answer-check-mirror = { $service }, visto pelos outros serviços

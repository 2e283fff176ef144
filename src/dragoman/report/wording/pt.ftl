# The wording of events and of the interface: pt. forms.csv (by facts/forms.py) has the forms of names.
forms = past inf sub

## Endings, by the doer's gender and number
e-ou = { $gender ->
    [p] aram
    *[other] ou
  }
e-e = { $gender ->
    [p] em
    *[other] e
  }
e-deve = { $gender ->
    [p] devem
    *[other] deve
  }
e-pode = { $gender ->
    [p] poderão
    *[other] poderá
  }
e-fez = { $gender ->
    [p] fizeram
    *[other] fez
  }

## Frames
frame-asserted = { $source } { $past }
frame-negated = { $source } não { $past }
frame-future = Espera-se que { $source } { $sub }
frame-hypothetical = { $source } { e-pode } { $inf }
said = Segundo { $speaker }, { $clause }
of = { $what } { $country-gen }
with-mode = { $clause } ({ $mode })

## What is done, by PLOVER type (and mode)
AGREE = { $v } em cooperar com { $target }
    .alone = { $v } em cooperar
    .joint = { $v } em cooperar entre si
    .past = concord{ e-ou }
    .inf = concordar
    .sub = concord{ e-e }
CONSULT = { $v } conversações com { $target }
    .alone = { $v } conversações
    .joint = { $v } conversações entre si
    .past = realiz{ e-ou }
    .inf = realizar
    .sub = realiz{ e-e }
SUPPORT = { $v } { $target }
    .past = apoi{ e-ou }
    .inf = apoiar
    .sub = apoi{ e-e }
CONCEDE = { $v } concessões { $target-dat }
    .alone = { $v } concessões
    .past = anunci{ e-ou }
    .inf = anunciar
    .sub = anunci{ e-e }
COOPERATE = { $v } com { $target }
    .alone = { $v }
    .joint = { $v } entre si
    .past = cooper{ e-ou }
    .inf = cooperar
    .sub = cooper{ e-e }
AID = { $v } { $target-dat }
    .alone = { $v }
    .past = prest{ e-ou } ajuda
    .inf = prestar ajuda
    .sub = prest{ e-e } ajuda
RETREAT = { $v } a pressão sobre { $target }
    .alone = { $v } a tensão
    .past = alivi{ e-ou }
    .inf = aliviar
    .sub = alivi{ e-e }
REQUEST = { $v } { $target-dat }
    .alone = { $v }
    .past = apresent{ e-ou } exigências
    .inf = apresentar exigências
    .sub = apresent{ e-e } exigências
ACCUSE = { $v } { $target }
    .past = acus{ e-ou }
    .inf = acusar
    .sub = acus{ e-e }
REJECT = { $v } um pedido { $target-gen }
    .alone = { $v } um pedido
    .past = rejeit{ e-ou }
    .inf = rejeitar
    .sub = rejeit{ e-e }
THREATEN = { $v } { $target }
    .past = ameaç{ e-ou }
    .inf = ameaçar
    .sub = ameac{ e-e }
PROTEST = { $v } contra { $target }
    .alone = { $v }
    .past = protest{ e-ou }
    .inf = protestar
    .sub = protest{ e-e }
SANCTION = { $v } contra { $target }
    .alone = { $v }
    .past = adot{ e-ou } medidas punitivas
    .inf = adotar medidas punitivas
    .sub = adot{ e-e } medidas punitivas
MOBILIZE = { $v } contra { $target }
    .alone = { $v }
    .past = mobiliz{ e-ou } forças
    .inf = mobilizar forças
    .sub = mobiliz{ e-e } forças
COERCE = { $v } contra { $target }
    .alone = { $v }
    .past = us{ e-ou } de coação
    .inf = usar de coação
    .sub = us{ e-e } de coação
ASSAULT = { $v } um ataque contra { $target }
    .alone = { $v } um ataque
    .joint = { $v } ataques entre si
    .past = lanç{ e-ou }
    .inf = lançar
    .sub = lanc{ e-e }
REQUEST-meet = { $v } { $target-dat } para negociar
    .alone = { $v } à negociação
    .past = apel{ e-ou }
    .inf = apelar
    .sub = apel{ e-e }
CONSULT-visit = { $v } { $target }
    .past = visit{ e-ou }
    .inf = visitar
    .sub = visit{ e-e }
CONSULT-phone = { $v } conversações telefônicas com { $target }
    .alone = { $v } conversações telefônicas
    .joint = { $v } conversações telefônicas entre si

## types
type-AGREE = acordo
type-CONSULT = conversações
type-SUPPORT = apoio
type-CONCEDE = concessão
type-COOPERATE = cooperação
type-AID = ajuda
type-RETREAT = alívio
type-REQUEST = exigência
type-ACCUSE = acusação
type-REJECT = rejeição
type-THREATEN = ameaça
type-PROTEST = protesto
type-SANCTION = medidas punitivas
type-MOBILIZE = mobilização
type-COERCE = coação
type-ASSAULT = ataque

## quads
quad-verbal-cooperation = cooperação verbal
quad-material-cooperation = cooperação material
quad-verbal-conflict = conflito verbal
quad-material-conflict = conflito material

## modalities
modality-asserted = relatado como fato
modality-negated = desmentido ou não ocorrido
modality-future = esperado
modality-hypothetical = possível

## modes
mode-visit = visita
mode-third-party = com um terceiro
mode-multilateral = multilateral
mode-phone = por telefone
mode-withdraw = retirada
mode-release = libertação
mode-disarm = desarmamento
mode-ceasefire = cessar-fogo
mode-access = acesso concedido
mode-resign = renúncia
mode-assist = ajuda
mode-change = mudança de política
mode-yield = concessão
mode-meet = reunião
mode-disapprove = crítica
mode-investigate = investigação
mode-allege = alegação
mode-restrict = restrições
mode-arrest = prisão
mode-relations = rompimento de relações
mode-expel = expulsão
mode-violence = violência
mode-territory = território
mode-demo = manifestação
mode-riot = tumulto
mode-strike = greve
mode-hunger = greve de fome
mode-boycott = boicote
mode-obstruct = bloqueio
mode-vandalize = vandalismo
mode-convict = condenação
mode-discontinue = interrupção
mode-troops = tropas
mode-weapons = armamento
mode-police = polícia
mode-militia = milícia
mode-seize = apreensão
mode-deport = deportação
mode-withhold = retenção
mode-cyber = ataque cibernético
mode-censor = censura
mode-curfew = toque de recolher
mode-misinformation = desinformação
mode-martial-law = lei marcial
mode-abduct = sequestro
mode-torture = tortura
mode-sexual = violência sexual
mode-destroy = destruição
mode-beat = espancamento
mode-crowd-control = controle de multidão
mode-primitive = armas rudimentares
mode-firearms = armas de fogo
mode-explosives = explosivos
mode-targeted = assassinato seletivo
mode-suicide-attack = ataque suicida
mode-aerial = ataque aéreo
mode-drone = ataque com drone
mode-heavy-weapons = armas pesadas
mode-unconventional = armas não convencionais

## contexts
context-military = militar
context-intelligence = inteligência
context-executive = executivo
context-legislative = legislativo
context-election = eleições
context-political-institutions = instituições políticas
context-pro-democracy = pela democracia
context-pro-autocracy = pela autocracia
context-economic = economia
context-legal = direito
context-reparations = reparações
context-human-rights = direitos humanos
context-rights-freedoms = direitos e liberdades
context-repression = repressão
context-human-security = segurança humana
context-gender = gênero
context-lgbt = LGBT
context-religion-ethnicity = religião e etnia
context-inequality = desigualdade
context-diplomatic = diplomacia
context-territory = território
context-peacekeeping = manutenção da paz
context-health = saúde
context-asylum = asilo
context-migration = migração
context-disasters = desastres
context-natural-resource = recursos naturais
context-environment = meio ambiente
context-technology = tecnologia
context-terrorism = terrorismo
context-cbrn = armas de destruição em massa
context-cyber = segurança cibernética
context-misinformation = desinformação
context-crime = crime
context-corruption = corrupção
context-illegal-drugs = drogas
context-trafficking = tráfico

## ties
tie-ally = { $both } são aliados
tie-partner = { $both } são parceiros
tie-member = { $source-nom } é membro { $target-gen }
tie-hosts-forces = { $source-nom } abriga forças { $target-gen }
tie-supplies-arms = { $source-nom } fornece armas { $target-dat }
tie-trades-with = { $both } comerciam entre si
tie-mediates = { $source-nom } faz mediação em favor { $target-gen }
tie-kin-population = { $both }: população aparentada

## ui
ui-tagline = Quem fez o quê a quem, nas notícias de muitas línguas
ui-front = O que mudou
ui-map = Mapa
ui-network = Rede
ui-search = Busca
ui-sources = Fontes
ui-operator = Operador
ui-language = Idioma
ui-incidents = Incidentes
ui-events = Acontecimentos
ui-reports = Relatos
ui-articles = Artigos
ui-statements = Declarações
ui-ties = Laços
ui-actors = Atores
ui-places = Lugares
ui-pairs = Pares
ui-rising = Pares em alta
ui-new-incidents = Incidentes novos
ui-reversals = Reviravoltas
ui-why = Por que está aqui
ui-reason-rising = Relatos nos últimos { $days } dias: { $now }; o habitual para este par: { $usual }
ui-reason-new = Primeiro relato: { $date }
ui-reason-to-conflict = Antes sobretudo cooperação, agora sobretudo conflito
ui-reason-to-cooperation = Antes sobretudo conflito, agora sobretudo cooperação
ui-formula = Fórmula
ui-timeline = Linha do tempo
ui-curve = Conflito e cooperação
ui-mediators = Quem faz mediação
ui-side-by-side = Declarações lado a lado
ui-original = Frase original
ui-page-address = Endereço da página
ui-agreements = Em que os relatos concordam
ui-contradictions = Em que os relatos divergem
ui-date = Data
ui-place = Lugar
ui-type = Tipo
ui-mode = Modo
ui-modality = Certeza
ui-speaker = Quem diz
ui-source = Quem age
ui-target = Em relação a quem
ui-confidence = Confiança
ui-context = Contexto
ui-intensity = Intensidade
ui-published = Publicado
ui-from-date = De
ui-to-date = Até
ui-words = Palavras
ui-all = Tudo
ui-show = Mostrar
ui-nothing = Nenhum relato
ui-no-data = Sem dados para este período
ui-date-unknown = Data desconhecida
ui-copy-link = Copiar link
ui-copied = Copiado
ui-share = Compartilhar
ui-feed = Feed
ui-download = Baixar
ui-state-media = Mídia estatal
ui-reason = Motivo
ui-viewpoint = As posições são das fontes citadas, não deste site.
ui-reported-by = Relatado por { $who }
ui-previous = Anterior
ui-next = Seguinte
ui-skip-to-content = Ir para o conteúdo
ui-last-added = Última inclusão
ui-skipped = Páginas omitidas
ui-model = Modelo
ui-version = Versão do registro
ui-tables = Tabelas
ui-notice = Aviso
ui-not-found = Não encontrado
ui-too-many = Pedidos demais; tente de novo em instantes
ui-bad-request = Não foi possível entender o pedido
ui-brief = Resumo: { $who }
ui-worded = As frases são compostas a partir de códigos, não traduzidas; o original fica abaixo de cada uma.
ui-rows = Linhas
ui-quoted = citação
ui-indirect = discurso indireto
ui-as-of = Em { $date }
ui-headline = Título
ui-act = Ato
ui-count = Número
ui-day = Dia

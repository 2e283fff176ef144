# The wording of events and of the interface: es. forms.csv (by facts/forms.py) has the forms of names.
forms = past inf sub

## Endings, by the doer's gender and number
e-o = { $gender ->
    [p] aron
    *[other] ó
  }
e-io = { $gender ->
    [p] ieron
    *[other] ió
  }
e-pod = { $gender ->
    [p] podrían
    *[other] podría
  }
e-e = { $gender ->
    [p] en
    *[other] e
  }
e-a = { $gender ->
    [p] an
    *[other] a
  }
e-idio = { $gender ->
    [p] idieron
    *[other] idió
  }
e-tuvo = { $gender ->
    [p] ieron
    *[other] o
  }

## Frames
frame-asserted = { $source } { $past }
frame-negated = { $source } no { $past }
frame-future = Se espera que { $source } { $sub }
frame-hypothetical = { $source } { e-pod } { $inf }
said = Según { $speaker }, { $clause }
of = { $what } de { $country }
with-mode = { $clause } ({ $mode })

## What is done, by PLOVER type (and mode)
AGREE = { $v } cooperar con { $target }
    .alone = { $v } cooperar
    .joint = { $v } cooperar entre sí
    .past = acord{ e-o }
    .inf = acordar
    .sub = acuerd{ e-e }
CONSULT = { $v } conversaciones con { $target }
    .alone = { $v } conversaciones
    .joint = { $v } conversaciones entre sí
    .past = mantuv{ e-tuvo }
    .inf = mantener
    .sub = manteng{ e-a }
SUPPORT = { $v } a { $target }
    .past = respald{ e-o }
    .inf = respaldar
    .sub = respald{ e-e }
CONCEDE = { $v } concesiones a { $target }
    .alone = { $v } concesiones
    .past = anunci{ e-o }
    .inf = anunciar
    .sub = anunci{ e-e }
COOPERATE = { $v } con { $target }
    .alone = { $v }
    .joint = { $v } entre sí
    .past = cooper{ e-o }
    .inf = cooperar
    .sub = cooper{ e-e }
AID = { $v } a { $target }
    .alone = { $v }
    .past = prest{ e-o } ayuda
    .inf = prestar ayuda
    .sub = prest{ e-e } ayuda
RETREAT = { $v } la presión sobre { $target }
    .alone = { $v } la tensión
    .past = alivi{ e-o }
    .inf = aliviar
    .sub = alivi{ e-e }
REQUEST = { $v } a { $target }
    .alone = { $v }
    .past = present{ e-o } exigencias
    .inf = presentar exigencias
    .sub = present{ e-e } exigencias
ACCUSE = { $v } a { $target }
    .past = acus{ e-o }
    .inf = acusar
    .sub = acus{ e-e }
REJECT = { $v } una petición de { $target }
    .alone = { $v } una petición
    .past = rechaz{ e-o }
    .inf = rechazar
    .sub = rechac{ e-e }
THREATEN = { $v } a { $target }
    .past = amenaz{ e-o }
    .inf = amenazar
    .sub = amenac{ e-e }
PROTEST = { $v } contra { $target }
    .alone = { $v }
    .past = protest{ e-o }
    .inf = protestar
    .sub = protest{ e-e }
SANCTION = { $v } contra { $target }
    .alone = { $v }
    .past = adopt{ e-o } medidas punitivas
    .inf = adoptar medidas punitivas
    .sub = adopt{ e-e } medidas punitivas
MOBILIZE = { $v } contra { $target }
    .alone = { $v }
    .past = moviliz{ e-o } fuerzas
    .inf = movilizar fuerzas
    .sub = movilic{ e-e } fuerzas
COERCE = { $v } contra { $target }
    .alone = { $v }
    .past = ejerc{ e-io } coacción
    .inf = ejercer coacción
    .sub = ejerz{ e-a } coacción
ASSAULT = { $v } un ataque contra { $target }
    .alone = { $v } un ataque
    .joint = { $v } ataques entre sí
    .past = lanz{ e-o }
    .inf = lanzar
    .sub = lanc{ e-e }
REQUEST-meet = { $v } a { $target } a negociar
    .alone = { $v } a negociar
    .past = inst{ e-o }
    .inf = instar
    .sub = inst{ e-e }
CONSULT-visit = { $v } { $target }
    .past = visit{ e-o }
    .inf = visitar
    .sub = visit{ e-e }
CONSULT-phone = { $v } conversaciones telefónicas con { $target }
    .alone = { $v } conversaciones telefónicas
    .joint = { $v } conversaciones telefónicas entre sí

## types
type-AGREE = acuerdo
type-CONSULT = conversaciones
type-SUPPORT = apoyo
type-CONCEDE = concesión
type-COOPERATE = cooperación
type-AID = ayuda
type-RETREAT = distensión
type-REQUEST = exigencia
type-ACCUSE = acusación
type-REJECT = rechazo
type-THREATEN = amenaza
type-PROTEST = protesta
type-SANCTION = medidas punitivas
type-MOBILIZE = movilización
type-COERCE = coacción
type-ASSAULT = ataque

## quads
quad-verbal-cooperation = cooperación verbal
quad-material-cooperation = cooperación material
quad-verbal-conflict = conflicto verbal
quad-material-conflict = conflicto material

## modalities
modality-asserted = se informa como hecho
modality-negated = desmentido o no ocurrido
modality-future = previsto
modality-hypothetical = posible

## modes
mode-visit = visita
mode-third-party = con un tercero
mode-multilateral = multilateral
mode-phone = por teléfono
mode-withdraw = retirada
mode-release = liberación
mode-disarm = desarme
mode-ceasefire = alto el fuego
mode-access = acceso concedido
mode-resign = dimisión
mode-assist = ayuda
mode-change = cambio de política
mode-yield = concesión
mode-meet = reunión
mode-disapprove = crítica
mode-investigate = investigación
mode-allege = imputación
mode-restrict = restricciones
mode-arrest = detención
mode-relations = ruptura de relaciones
mode-expel = expulsión
mode-violence = violencia
mode-territory = territorio
mode-demo = manifestación
mode-riot = disturbios
mode-strike = huelga
mode-hunger = huelga de hambre
mode-boycott = boicot
mode-obstruct = bloqueo
mode-vandalize = vandalismo
mode-convict = condena
mode-discontinue = corte de relaciones
mode-troops = tropas
mode-weapons = armamento
mode-police = policía
mode-militia = milicia
mode-seize = incautación
mode-deport = deportación
mode-withhold = retención
mode-cyber = ciberataque
mode-censor = censura
mode-curfew = toque de queda
mode-misinformation = desinformación
mode-martial-law = ley marcial
mode-abduct = secuestro
mode-torture = tortura
mode-sexual = violencia sexual
mode-destroy = destrucción
mode-beat = golpes
mode-crowd-control = control de multitudes
mode-primitive = armas rudimentarias
mode-firearms = armas de fuego
mode-explosives = explosivos
mode-targeted = asesinato selectivo
mode-suicide-attack = ataque suicida
mode-aerial = ataque aéreo
mode-drone = ataque con dron
mode-heavy-weapons = armas pesadas
mode-unconventional = armas no convencionales

## contexts
context-military = militar
context-intelligence = inteligencia
context-executive = ejecutivo
context-legislative = legislativo
context-election = elecciones
context-political-institutions = instituciones políticas
context-pro-democracy = a favor de la democracia
context-pro-autocracy = a favor de la autocracia
context-economic = economía
context-legal = derecho
context-reparations = reparaciones
context-human-rights = derechos humanos
context-rights-freedoms = derechos y libertades
context-repression = represión
context-human-security = seguridad humana
context-gender = género
context-lgbt = LGBT
context-religion-ethnicity = religión y etnia
context-inequality = desigualdad
context-diplomatic = diplomacia
context-territory = territorio
context-peacekeeping = mantenimiento de la paz
context-health = salud
context-asylum = asilo
context-migration = migración
context-disasters = desastres
context-natural-resource = recursos naturales
context-environment = medio ambiente
context-technology = tecnología
context-terrorism = terrorismo
context-cbrn = armas de destrucción masiva
context-cyber = ciberseguridad
context-misinformation = desinformación
context-crime = delincuencia
context-corruption = corrupción
context-illegal-drugs = drogas
context-trafficking = tráfico ilícito

## ties
tie-ally = { $both } son aliados
tie-partner = { $both } son socios
tie-member = { $source-nom } es miembro de { $target }
tie-hosts-forces = { $source-nom } alberga fuerzas de { $target }
tie-supplies-arms = { $source-nom } suministra armas a { $target }
tie-trades-with = { $both } comercian entre sí
tie-mediates = { $source-nom } media en favor de { $target }
tie-kin-population = { $both }: población emparentada

## ui
ui-tagline = Quién hizo qué a quién, en las noticias de muchas lenguas
ui-front = Qué ha cambiado
ui-map = Mapa
ui-network = Red
ui-search = Buscar
ui-sources = Fuentes
ui-operator = Operador
ui-language = Idioma
ui-incidents = Incidentes
ui-events = Sucesos
ui-reports = Informaciones
ui-articles = Artículos
ui-statements = Declaraciones
ui-ties = Vínculos
ui-actors = Actores
ui-places = Lugares
ui-pairs = Pares
ui-rising = Pares en alza
ui-new-incidents = Incidentes nuevos
ui-reversals = Giros
ui-why = Por qué figura aquí
ui-reason-rising = Informaciones en los últimos { $days } días: { $now }; lo habitual para este par: { $usual }
ui-reason-new = Primera información: { $date }
ui-reason-to-conflict = Antes sobre todo cooperación, ahora sobre todo conflicto
ui-reason-to-cooperation = Antes sobre todo conflicto, ahora sobre todo cooperación
ui-formula = Fórmula
ui-timeline = Cronología
ui-curve = Conflicto y cooperación
ui-mediators = Quién media
ui-side-by-side = Declaraciones frente a frente
ui-original = Frase original
ui-page-address = Dirección de la página
ui-agreements = En qué coinciden las informaciones
ui-contradictions = En qué difieren las informaciones
ui-date = Fecha
ui-place = Lugar
ui-type = Tipo
ui-mode = Modo
ui-modality = Certeza
ui-speaker = Quién lo dice
ui-source = Quién actúa
ui-target = Hacia quién
ui-confidence = Confianza
ui-context = Contexto
ui-intensity = Intensidad
ui-published = Publicado
ui-from-date = Desde
ui-to-date = Hasta
ui-words = Palabras
ui-all = Todo
ui-show = Mostrar
ui-nothing = Sin informaciones
ui-no-data = Sin datos para este periodo
ui-date-unknown = Fecha desconocida
ui-copy-link = Copiar enlace
ui-copied = Copiado
ui-share = Compartir
ui-feed = Canal
ui-download = Descargar
ui-state-media = Medio estatal
ui-reason = Motivo
ui-viewpoint = Las posiciones son de las fuentes citadas, no de este sitio.
ui-reported-by = Informa: { $who }
ui-previous = Anterior
ui-next = Siguiente
ui-skip-to-content = Ir al contenido
ui-last-added = Última incorporación
ui-skipped = Páginas omitidas
ui-model = Modelo
ui-version = Versión del registro
ui-tables = Tablas
ui-notice = Aviso
ui-not-found = No encontrado
ui-too-many = Demasiadas peticiones; inténtelo dentro de un momento
ui-bad-request = No se entiende la petición
ui-brief = Resumen: { $who }
ui-worded = Las frases se redactan a partir de códigos, no se traducen; el original figura debajo de cada una.
ui-rows = Filas
ui-quoted = cita
ui-indirect = estilo indirecto
ui-as-of = A fecha de { $date }
ui-headline = Titular
ui-act = Acto
ui-count = Número
ui-day = Día

# The wording of events and of the interface: pl. forms.csv (by facts/forms.py) has the forms of names.
forms = past fut
cases = yes
negated-object = gen

## Endings, by the doer's gender and number
e-l = { $gender ->
    [f] ła
    [n] ło
    [p] ły
    [v] li
    *[other] ł
  }
e-yl = { $gender ->
    [f] yła
    [n] yło
    [p] yły
    [v] yli
    *[other] ył
  }
e-il = { $gender ->
    [f] iła
    [n] iło
    [p] iły
    [v] ili
    *[other] ił
  }
e-al = { $gender ->
    [f] ała
    [n] ało
    [p] ały
    [v] ali
    *[other] ał
  }
e-ol = { $gender ->
    [f] ęła
    [n] ęło
    [p] ęły
    [v] ęli
    *[other] ął
  }
e-ije = { $gender ->
    [p] ią
    [v] ią
    *[other] i
  }
e-a = { $gender ->
    [p] ają
    [v] ają
    *[other] a
  }
e-zi = { $gender ->
    [p] ą
    [v] ą
    *[other] i
  }
e-rze = { $gender ->
    [p] rą
    [v] rą
    *[other] rze
  }
e-si = { $gender ->
    [p] zą
    [v] zą
    *[other] i
  }
e-e = { $gender ->
    [p] ą
    [v] ą
    *[other] zie
  }
e-ije2 = { $gender ->
    [p] ą
    [v] ą
    *[other] i
  }
e-ie = { $gender ->
    [p] ą
    [v] ą
    *[other] ie
  }
e-y = { $gender ->
    [p] ą
    [v] ą
    *[other] y
  }
e-uje = { $gender ->
    [p] ą
    [v] ą
    *[other] e
  }
e-zzi = { $gender ->
    [p] żą
    [v] żą
    *[other] zi
  }

## Frames
frame-asserted = { $source } { $past }
frame-negated = { $source } nie { $past }
frame-future = Oczekuje się, że { $source } { $fut }
frame-hypothetical = Możliwe, że { $source } { $fut }
said = Według { $speaker-gen }, { $clause }
of = { $what } { $country-gen }
with-mode = { $clause } ({ $mode })

## What is done, by PLOVER type (and mode)
AGREE = { $v } na współpracę z { $target-ins }
    .alone = { $v } na współpracę
    .joint = { $v } na współpracę ze sobą
    .past = zgodz{ e-il } się
    .fut = zgodz{ e-zi } się
CONSULT = { $v } rozmowy z { $target-ins }
    .alone = { $v } rozmowy
    .joint = { $v } rozmowy ze sobą
    .past = przeprowadz{ e-il }
    .fut = przeprowadz{ e-zi }
SUPPORT = { $v } { $target-obj }
    .past = popar{ e-l }
    .fut = pop{ e-rze }
CONCEDE = { $v } ustępstwa wobec { $target-gen }
    .alone = { $v } ustępstwa
    .past = ogłos{ e-il }
    .fut = ogłos{ e-si }
COOPERATE = { $v } z { $target-ins }
    .alone = { $v }
    .joint = { $v } ze sobą
    .past = współpracow{ e-al }
    .fut = będ{ e-e } współpracować
AID = { $v } { $target-dat }
    .alone = { $v }
    .past = udziel{ e-il } pomocy
    .fut = udziel{ e-ije2 } pomocy
RETREAT = { $v } nacisk na { $target-acc }
    .alone = { $v } napięcie
    .past = złagodz{ e-il }
    .fut = złagodz{ e-zi }
REQUEST = { $v } wobec { $target-gen }
    .alone = { $v }
    .past = wysun{ e-ol } żądania
    .fut = wysun{ e-ie } żądania
ACCUSE = { $v } { $target-obj }
    .past = oskarż{ e-yl }
    .fut = oskarż{ e-y }
REJECT = { $v } { $target-dat }
    .past = odmów{ e-il }
    .fut = odmów{ e-ije }
THREATEN = { $v } { $target-dat }
    .past = zagroz{ e-il }
    .fut = zagro{ e-zzi }
PROTEST = { $v } przeciwko { $target-dat }
    .alone = { $v }
    .past = zaprotestow{ e-al }
    .fut = zaprotestuj{ e-uje }
SANCTION = { $v } wobec { $target-gen }
    .alone = { $v }
    .past = zastosow{ e-al } środki karne
    .fut = zastosuj{ e-uje } środki karne
MOBILIZE = { $v } przeciwko { $target-dat }
    .alone = { $v }
    .past = ściągn{ e-ol } siły
    .fut = ściągn{ e-ie } siły
COERCE = { $v } wobec { $target-gen }
    .alone = { $v }
    .past = uży{ e-l } przymusu
    .fut = użyj{ e-uje } przymusu
ASSAULT = { $v } atak na { $target-acc }
    .alone = { $v } atak
    .joint = { $v } ataki na siebie nawzajem
    .past = przeprowadz{ e-il }
    .fut = przeprowadz{ e-zi }
REQUEST-meet = { $v } { $target-obj } do negocjacji
    .alone = { $v } do negocjacji
    .past = wezw{ e-al }
    .fut = wezw{ e-ie }
CONSULT-visit = { $v } { $target-obj }
    .past = odwiedz{ e-il }
    .fut = odwiedz{ e-zi }
CONSULT-phone = { $v } rozmowy telefoniczne z { $target-ins }
    .alone = { $v } rozmowy telefoniczne
    .joint = { $v } rozmowy telefoniczne ze sobą

## types
type-AGREE = porozumienie
type-CONSULT = rozmowy
type-SUPPORT = poparcie
type-CONCEDE = ustępstwo
type-COOPERATE = współpraca
type-AID = pomoc
type-RETREAT = odprężenie
type-REQUEST = żądanie
type-ACCUSE = oskarżenie
type-REJECT = odmowa
type-THREATEN = groźba
type-PROTEST = protest
type-SANCTION = środki karne
type-MOBILIZE = mobilizacja
type-COERCE = przymus
type-ASSAULT = atak

## quads
quad-verbal-cooperation = współpraca w słowach
quad-material-cooperation = współpraca w czynach
quad-verbal-conflict = konflikt w słowach
quad-material-conflict = konflikt w czynach

## modalities
modality-asserted = podane jako fakt
modality-negated = zaprzeczone lub nie zaszło
modality-future = oczekiwane
modality-hypothetical = możliwe

## modes
mode-visit = wizyta
mode-third-party = z udziałem trzeciej strony
mode-multilateral = wielostronne
mode-phone = telefonicznie
mode-withdraw = wycofanie
mode-release = uwolnienie
mode-disarm = rozbrojenie
mode-ceasefire = zawieszenie broni
mode-access = udzielenie dostępu
mode-resign = rezygnacja
mode-assist = pomoc
mode-change = zmiana polityki
mode-yield = ustępstwo
mode-meet = spotkanie
mode-disapprove = krytyka
mode-investigate = śledztwo
mode-allege = zarzut
mode-restrict = ograniczenia
mode-arrest = aresztowanie
mode-relations = zerwanie stosunków
mode-expel = wydalenie
mode-violence = przemoc
mode-territory = terytorium
mode-demo = demonstracja
mode-riot = zamieszki
mode-strike = strajk
mode-hunger = głodówka
mode-boycott = bojkot
mode-obstruct = blokada
mode-vandalize = niszczenie mienia
mode-convict = wyrok
mode-discontinue = przerwanie
mode-troops = wojsko
mode-weapons = uzbrojenie
mode-police = policja
mode-militia = milicja
mode-seize = zajęcie
mode-deport = deportacja
mode-withhold = wstrzymanie
mode-cyber = cyberatak
mode-censor = cenzura
mode-curfew = godzina policyjna
mode-misinformation = dezinformacja
mode-martial-law = stan wojenny
mode-abduct = porwanie
mode-torture = tortury
mode-sexual = przemoc seksualna
mode-destroy = zniszczenie
mode-beat = pobicie
mode-crowd-control = rozpędzenie tłumu
mode-primitive = prosta broń
mode-firearms = broń palna
mode-explosives = materiały wybuchowe
mode-targeted = zabójstwo celowe
mode-suicide-attack = zamach samobójczy
mode-aerial = atak z powietrza
mode-drone = atak dronem
mode-heavy-weapons = ciężka broń
mode-unconventional = broń niekonwencjonalna

## contexts
context-military = wojsko
context-intelligence = wywiad
context-executive = władza wykonawcza
context-legislative = władza ustawodawcza
context-election = wybory
context-political-institutions = instytucje polityczne
context-pro-democracy = za demokracją
context-pro-autocracy = za autokracją
context-economic = gospodarka
context-legal = prawo
context-reparations = reparacje
context-human-rights = prawa człowieka
context-rights-freedoms = prawa i wolności
context-repression = represje
context-human-security = bezpieczeństwo ludzi
context-gender = płeć
context-lgbt = LGBT
context-religion-ethnicity = religia i etniczność
context-inequality = nierówność
context-diplomatic = dyplomacja
context-territory = terytorium
context-peacekeeping = utrzymywanie pokoju
context-health = zdrowie
context-asylum = azyl
context-migration = migracja
context-disasters = katastrofy
context-natural-resource = zasoby naturalne
context-environment = środowisko
context-technology = technologia
context-terrorism = terroryzm
context-cbrn = broń masowego rażenia
context-cyber = cyberbezpieczeństwo
context-misinformation = dezinformacja
context-crime = przestępczość
context-corruption = korupcja
context-illegal-drugs = narkotyki
context-trafficking = przemyt

## ties
tie-ally = { $both } są sojusznikami
tie-partner = { $both } są partnerami
tie-member = { $source-nom } należy do { $target-gen }
tie-hosts-forces = { $source-nom }: stacjonują siły { $target-gen }
tie-supplies-arms = { $source-nom } dostarcza broń { $target-dat }
tie-trades-with = { $both } handlują ze sobą
tie-mediates = { $source-nom } pośredniczy na rzecz { $target-gen }
tie-kin-population = { $both }: pokrewna ludność

## ui
ui-tagline = Kto komu co zrobił — w wiadomościach wielu języków
ui-front = Co się zmieniło
ui-map = Mapa
ui-network = Sieć
ui-search = Szukaj
ui-sources = Źródła
ui-operator = Operator
ui-language = Język
ui-incidents = Zajścia
ui-events = Zdarzenia
ui-reports = Doniesienia
ui-articles = Artykuły
ui-statements = Wypowiedzi
ui-ties = Więzi
ui-actors = Aktorzy
ui-places = Miejsca
ui-pairs = Pary
ui-rising = Pary w górę
ui-new-incidents = Nowe zajścia
ui-reversals = Zwroty
ui-why = Dlaczego to tu jest
ui-reason-rising = Doniesienia z ostatnich dni ({ $days }): { $now }; zwykle dla tej pary: { $usual }
ui-reason-new = Pierwsze doniesienie: { $date }
ui-reason-to-conflict = Wcześniej głównie współpraca, teraz głównie konflikt
ui-reason-to-cooperation = Wcześniej głównie konflikt, teraz głównie współpraca
ui-formula = Wzór
ui-timeline = Oś czasu
ui-curve = Konflikt i współpraca
ui-mediators = Kto pośredniczy
ui-side-by-side = Wypowiedzi obok siebie
ui-original = Zdanie oryginalne
ui-page-address = Adres strony
ui-agreements = W czym doniesienia są zgodne
ui-contradictions = W czym doniesienia się różnią
ui-date = Data
ui-place = Miejsce
ui-type = Typ
ui-mode = Sposób
ui-modality = Pewność informacji
ui-speaker = Kto to mówi
ui-source = Kto działa
ui-target = Wobec kogo
ui-confidence = Ufność
ui-context = Kontekst
ui-intensity = Natężenie
ui-published = Opublikowano
ui-from-date = Od
ui-to-date = Do
ui-words = Słowa
ui-all = Wszystko
ui-show = Pokaż
ui-nothing = Brak doniesień
ui-no-data = Brak danych za ten czas
ui-date-unknown = Data nieznana
ui-copy-link = Kopiuj odnośnik
ui-copied = Skopiowano
ui-share = Udostępnij
ui-feed = Kanał
ui-download = Pobierz
ui-state-media = Media państwowe
ui-reason = Powód
ui-viewpoint = Stanowiska należą do wymienionych źródeł, a nie do tej witryny.
ui-reported-by = Podaje { $who }
ui-previous = Poprzednie
ui-next = Następne
ui-skip-to-content = Przejdź do treści
ui-last-added = Ostatnio dodano
ui-skipped = Pominięte strony
ui-model = Model
ui-version = Wersja zapisu
ui-tables = Tabele
ui-notice = Ogłoszenie
ui-not-found = Nie znaleziono
ui-too-many = Za dużo żądań; spróbuj za chwilę
ui-bad-request = Żądanie jest niezrozumiałe
ui-brief = Przegląd: { $who }
ui-worded = Zdania są układane z kodów, nie tłumaczone; oryginał stoi pod każdym.
ui-rows = Wiersze
ui-quoted = cytat
ui-indirect = mowa zależna
ui-as-of = Stan na { $date }
ui-headline = Nagłówek
ui-act = Działanie
ui-count = Liczba
ui-day = Dzień

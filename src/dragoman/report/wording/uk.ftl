# The wording of events and of the interface: uk. forms.csv (by facts/forms.py) has the forms of names.
forms = past fut
cases = yes

## Endings, by the doer's gender and number
e-v = { $gender ->
    [f] ла
    [n] ло
    [p] ли
    *[other] в
  }
e-vsya = { $gender ->
    [f] лася
    [n] лося
    [p] лися
    *[other] вся
  }
e-e = { $gender ->
    [p] уть
    *[other] е
  }
e-ye = { $gender ->
    [p] ють
    *[other] є
  }
e-it = { $gender ->
    [p] лять
    *[other] ить
  }
e-yt = { $gender ->
    [p] ять
    *[other] ить
  }
e-ytt = { $gender ->
    [p] ать
    *[other] ить
  }
e-ytsya = { $gender ->
    [p] яться
    *[other] иться
  }
e-ytsya2 = { $gender ->
    [p] ляться
    *[other] иться
  }
e-viv = { $gender ->
    [f] ела
    [n] ело
    [p] ели
    *[other] ів
  }
e-ytt2 = { $gender ->
    [p] ять
    *[other] ить
  }
e-me = { $gender ->
    [p] муть
    *[other] ме
  }
e-t = { $gender ->
    [p] дуть
    *[other] сть
  }
e-che = { $gender ->
    [p] чуть
    *[other] че
  }

## Frames
frame-asserted = { $source } { $past }
frame-negated = { $source } не { $past }
frame-future = Очікується, що { $source } { $fut }
frame-hypothetical = Можливо, { $source } { $fut }
said = За словами { $speaker-gen }, { $clause }
of = { $what } { $country-gen }
with-mode = { $clause } ({ $mode })

## What is done, by PLOVER type (and mode)
AGREE = { $v } про співпрацю з { $target-ins }
    .alone = { $v } про співпрацю
    .joint = { $v } про співпрацю між собою
    .past = домови{ e-vsya }
    .fut = домов{ e-ytsya2 }
CONSULT = { $v } переговори з { $target-ins }
    .alone = { $v } переговори
    .joint = { $v } переговори між собою
    .past = пров{ e-viv }
    .fut = провед{ e-e }
SUPPORT = { $v } { $target-acc }
    .past = підтрима{ e-v }
    .fut = підтрима{ e-ye }
CONCEDE = { $v } про поступки { $target-dat }
    .alone = { $v } про поступки
    .past = оголоси{ e-v }
    .fut = оголос{ e-ytt2 }
COOPERATE = { $v } з { $target-ins }
    .alone = { $v }
    .joint = { $v } між собою
    .past = співпрацюва{ e-v }
    .fut = співпрацювати{ e-me }
AID = { $v } { $target-dat }
    .alone = { $v }
    .past = нада{ e-v } допомогу
    .fut = нада{ e-t } допомогу
RETREAT = { $v } тиск на { $target-acc }
    .alone = { $v } напруженість
    .past = послаби{ e-v }
    .fut = послаб{ e-it }
REQUEST = { $v } до { $target-gen }
    .alone = { $v }
    .past = висуну{ e-v } вимогу
    .fut = висун{ e-e } вимогу
ACCUSE = { $v } { $target-acc }
    .past = звинувати{ e-v }
    .fut = звинуват{ e-ytt2 }
REJECT = { $v } { $target-dat }
    .past = відмови{ e-v }
    .fut = відмов{ e-it }
THREATEN = { $v } { $target-dat }
    .past = пригрози{ e-v }
    .fut = пригроз{ e-yt }
PROTEST = { $v } проти { $target-gen }
    .alone = { $v }
    .past = вислови{ e-v } протест
    .fut = вислов{ e-it } протест
SANCTION = { $v } проти { $target-gen }
    .alone = { $v }
    .past = вжи{ e-v } каральних заходів
    .fut = вжив{ e-e } каральних заходів
MOBILIZE = { $v } проти { $target-gen }
    .alone = { $v }
    .past = стягну{ e-v } сили
    .fut = стягн{ e-e } сили
COERCE = { $v } проти { $target-gen }
    .alone = { $v }
    .past = застосува{ e-v } примус
    .fut = застосу{ e-ye } примус
ASSAULT = { $v } напад на { $target-acc }
    .alone = { $v } напад
    .joint = { $v } напади одна на одну
    .past = здійсни{ e-v }
    .fut = здійсн{ e-yt }
REQUEST-meet = { $v } { $target-acc } до переговорів
    .alone = { $v } до переговорів
    .past = заклика{ e-v }
    .fut = закли{ e-che }
CONSULT-visit = { $v } { $target-acc }
    .past = відвіда{ e-v }
    .fut = відвіда{ e-ye }
CONSULT-phone = { $v } телефонні переговори з { $target-ins }
    .alone = { $v } телефонні переговори
    .joint = { $v } телефонні переговори між собою

## types
type-AGREE = домовленість
type-CONSULT = переговори
type-SUPPORT = підтримка
type-CONCEDE = поступка
type-COOPERATE = співпраця
type-AID = допомога
type-RETREAT = послаблення
type-REQUEST = вимога
type-ACCUSE = звинувачення
type-REJECT = відмова
type-THREATEN = погроза
type-PROTEST = протест
type-SANCTION = каральні заходи
type-MOBILIZE = мобілізація
type-COERCE = примус
type-ASSAULT = напад

## quads
quad-verbal-cooperation = співпраця на словах
quad-material-cooperation = співпраця на ділі
quad-verbal-conflict = конфлікт на словах
quad-material-conflict = конфлікт на ділі

## modalities
modality-asserted = повідомляється як факт
modality-negated = заперечується або не сталося
modality-future = очікується
modality-hypothetical = можливо

## modes
mode-visit = візит
mode-third-party = із третьою стороною
mode-multilateral = багатосторонній формат
mode-phone = телефоном
mode-withdraw = виведення
mode-release = звільнення
mode-disarm = роззброєння
mode-ceasefire = припинення вогню
mode-access = надання доступу
mode-resign = відставка
mode-assist = допомога
mode-change = зміна політики
mode-yield = поступка
mode-meet = зустріч
mode-disapprove = критика
mode-investigate = розслідування
mode-allege = підозра
mode-restrict = обмеження
mode-arrest = арешт
mode-relations = розрив відносин
mode-expel = висилка
mode-violence = насильство
mode-territory = територія
mode-demo = демонстрація
mode-riot = заворушення
mode-strike = страйк
mode-hunger = голодування
mode-boycott = бойкот
mode-obstruct = блокування
mode-vandalize = псування майна
mode-convict = вирок
mode-discontinue = припинення зв’язків
mode-troops = війська
mode-weapons = озброєння
mode-police = поліція
mode-militia = ополчення
mode-seize = вилучення
mode-deport = депортація
mode-withhold = утримання
mode-cyber = кібератака
mode-censor = цензура
mode-curfew = комендантська година
mode-misinformation = дезінформація
mode-martial-law = воєнний стан
mode-abduct = викрадення
mode-torture = катування
mode-sexual = сексуальне насильство
mode-destroy = руйнування
mode-beat = побиття
mode-crowd-control = розгін натовпу
mode-primitive = підручна зброя
mode-firearms = вогнепальна зброя
mode-explosives = вибухівка
mode-targeted = адресне вбивство
mode-suicide-attack = атака смертника
mode-aerial = удар з повітря
mode-drone = удар безпілотника
mode-heavy-weapons = важке озброєння
mode-unconventional = нетрадиційна зброя

## contexts
context-military = військова справа
context-intelligence = розвідка
context-executive = виконавча влада
context-legislative = законодавча влада
context-election = вибори
context-political-institutions = політичні інституції
context-pro-democracy = за демократію
context-pro-autocracy = за автократію
context-economic = економіка
context-legal = право
context-reparations = репарації
context-human-rights = права людини
context-rights-freedoms = права і свободи
context-repression = репресії
context-human-security = безпека людини
context-gender = гендер
context-lgbt = ЛГБТ
context-religion-ethnicity = релігія й етнічність
context-inequality = нерівність
context-diplomatic = дипломатія
context-territory = територія
context-peacekeeping = миротворчість
context-health = здоров’я
context-asylum = притулок
context-migration = міграція
context-disasters = лиха
context-natural-resource = природні ресурси
context-environment = довкілля
context-technology = технології
context-terrorism = тероризм
context-cbrn = зброя масового ураження
context-cyber = кібербезпека
context-misinformation = дезінформація
context-crime = злочинність
context-corruption = корупція
context-illegal-drugs = наркотики
context-trafficking = незаконна торгівля

## ties
tie-ally = { $both } — союзники
tie-partner = { $both } — партнери
tie-member = { $source-nom } — член { $target-gen }
tie-hosts-forces = { $source-nom }: розміщено сили { $target-gen }
tie-supplies-arms = { $source-nom } постача{ e-ye } зброю { $target-dat }
tie-trades-with = { $both } торгують між собою
tie-mediates = { $source-nom } — посередник для { $target-gen }
tie-kin-population = { $both }: споріднене населення

## ui
ui-tagline = Хто що кому зробив — за новинами багатьма мовами
ui-front = Що змінилося
ui-map = Карта
ui-network = Мережа
ui-search = Пошук
ui-sources = Джерела
ui-operator = Оператор
ui-language = Мова
ui-incidents = Інциденти
ui-events = Події
ui-reports = Повідомлення
ui-articles = Статті
ui-statements = Висловлювання
ui-ties = Зв’язки
ui-actors = Учасники
ui-places = Місця
ui-pairs = Пари
ui-rising = Пари на піднесенні
ui-new-incidents = Нові інциденти
ui-reversals = Повороти
ui-why = Чому це тут
ui-reason-rising = Повідомлень за останні { $days } дн.: { $now }; зазвичай для цієї пари: { $usual }
ui-reason-new = Уперше повідомлено: { $date }
ui-reason-to-conflict = Раніше переважно співпраця, тепер переважно конфлікт
ui-reason-to-cooperation = Раніше переважно конфлікт, тепер переважно співпраця
ui-formula = Формула
ui-timeline = Хронологія
ui-curve = Конфлікт і співпраця
ui-mediators = Хто посередничає
ui-side-by-side = Висловлювання поруч
ui-original = Оригінальне речення
ui-page-address = Адреса сторінки
ui-agreements = У чому повідомлення сходяться
ui-contradictions = У чому повідомлення розходяться
ui-date = Дата
ui-place = Місце
ui-type = Тип
ui-mode = Спосіб
ui-modality = Достовірність
ui-speaker = Хто це каже
ui-source = Хто діє
ui-target = Щодо кого
ui-confidence = Упевненість
ui-context = Контекст
ui-intensity = Інтенсивність
ui-published = Опубліковано
ui-from-date = Від
ui-to-date = До
ui-words = Слова
ui-all = Усі
ui-show = Показати
ui-nothing = Повідомлень немає
ui-no-data = Немає даних за цей час
ui-date-unknown = Дата невідома
ui-copy-link = Скопіювати посилання
ui-copied = Скопійовано
ui-share = Поділитися
ui-feed = Стрічка
ui-download = Завантажити
ui-state-media = Державне ЗМІ
ui-reason = Причина
ui-viewpoint = Позиції належать названим джерелам, а не цьому сайту.
ui-reported-by = Повідомляє: { $who }
ui-previous = Назад
ui-next = Далі
ui-skip-to-content = До змісту
ui-last-added = Останнє додавання
ui-skipped = Пропущені сторінки
ui-model = Модель
ui-version = Версія запису
ui-tables = Таблиці
ui-notice = Оголошення
ui-not-found = Не знайдено
ui-too-many = Забагато запитів; спробуйте трохи згодом
ui-bad-request = Запит незрозумілий
ui-brief = Огляд: { $who }
ui-worded = Речення складено за кодами, а не перекладено; під кожним стоїть оригінал.
ui-rows = Рядки
ui-quoted = цитата
ui-indirect = непряма мова
ui-as-of = Станом на { $date }
ui-headline = Заголовок
ui-act = Дія
ui-count = Кількість
ui-day = День

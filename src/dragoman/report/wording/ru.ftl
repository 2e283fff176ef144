# The wording of events and of the interface: ru. forms.csv (by facts/forms.py) has the forms of names.
forms = past fut
cases = yes

## Endings, by the doer's gender and number
e-e = { $gender ->
    [f] а
    [n] о
    [p] и
    *[other] { "" }
  }
e-s = { $gender ->
    [f] ась
    [n] ось
    [p] ись
    *[other] ся
  }
e-it = { $gender ->
    [p] ят
    *[other] ит
  }
e-at = { $gender ->
    [p] ат
    *[other] ит
  }
e-et = { $gender ->
    [p] ут
    *[other] ет
  }
e-aet = { $gender ->
    [p] ют
    *[other] ет
  }
e-yot = { $gender ->
    [p] ут
    *[other] ёт
  }
e-itsya = { $gender ->
    [p] ятся
    *[other] ится
  }
e-yol = { $gender ->
    [f] ела
    [n] ело
    [p] ели
    *[other] ёл
  }

## Frames
frame-asserted = { $source } { $past }
frame-negated = { $source } не { $past }
frame-future = Ожидается, что { $source } { $fut }
frame-hypothetical = Возможно, { $source } { $fut }
said = По словам { $speaker-gen }, { $clause }
of = { $what } { $country-gen }
with-mode = { $clause } ({ $mode })

## What is done, by PLOVER type (and mode)
AGREE = { $v } о сотрудничестве с { $target-ins }
    .alone = { $v } о сотрудничестве
    .joint = { $v } о сотрудничестве друг с другом
    .past = договорил{ e-s }
    .fut = договор{ e-itsya }
CONSULT = { $v } переговоры с { $target-ins }
    .alone = { $v } переговоры
    .joint = { $v } переговоры друг с другом
    .past = пров{ e-yol }
    .fut = провед{ e-yot }
SUPPORT = { $v } { $target-acc }
    .past = поддержал{ e-e }
    .fut = поддерж{ e-at }
CONCEDE = { $v } об уступках { $target-dat }
    .alone = { $v } об уступках
    .past = объявил{ e-e }
    .fut = объяв{ e-it }
COOPERATE = { $v } с { $target-ins }
    .alone = { $v }
    .joint = { $v } друг с другом
    .past = сотрудничал{ e-e }
    .fut = буд{ e-et } сотрудничать
AID = { $v } { $target-dat }
    .alone = { $v }
    .past = оказал{ e-e } помощь
    .fut = окаж{ e-et } помощь
RETREAT = { $v } давление на { $target-acc }
    .alone = { $v } напряжённость
    .past = ослабил{ e-e }
    .fut = ослаб{ e-it }
REQUEST = { $v } с требованием к { $target-dat }
    .alone = { $v } с требованием
    .past = обратил{ e-s }
    .fut = обрат{ e-itsya }
ACCUSE = { $v } { $target-acc }
    .past = обвинил{ e-e }
    .fut = обвин{ e-it }
REJECT = { $v } { $target-dat }
    .alone = { $v }
    .past = ответил{ e-e } отказом
    .fut = ответ{ e-it } отказом
THREATEN = { $v } { $target-dat }
    .past = пригрозил{ e-e }
    .fut = пригроз{ e-it }
PROTEST = { $v } против { $target-gen }
    .alone = { $v }
    .past = выразил{ e-e } протест
    .fut = выраз{ e-it } протест
SANCTION = { $v } против { $target-gen }
    .alone = { $v }
    .past = принял{ e-e } карательные меры
    .fut = прим{ e-et } карательные меры
MOBILIZE = { $v } против { $target-gen }
    .alone = { $v }
    .past = стянул{ e-e } силы
    .fut = стян{ e-et } силы
COERCE = { $v } против { $target-gen }
    .alone = { $v }
    .past = применил{ e-e } принуждение
    .fut = примен{ e-it } принуждение
ASSAULT = { $v } нападение на { $target-acc }
    .alone = { $v } нападение
    .joint = { $v } нападения друг на друга
    .past = совершил{ e-e }
    .fut = соверш{ e-at }
REQUEST-meet = { $v } { $target-acc } к переговорам
    .alone = { $v } к переговорам
    .past = призвал{ e-e }
    .fut = призов{ e-yot }
CONSULT-visit = { $v } { $target-acc }
    .past = посетил{ e-e }
    .fut = посет{ e-it }
CONSULT-phone = { $v } телефонные переговоры с { $target-ins }
    .alone = { $v } телефонные переговоры
    .joint = { $v } телефонные переговоры друг с другом

## types
type-AGREE = договорённость
type-CONSULT = переговоры
type-SUPPORT = поддержка
type-CONCEDE = уступка
type-COOPERATE = сотрудничество
type-AID = помощь
type-RETREAT = разрядка
type-REQUEST = требование
type-ACCUSE = обвинение
type-REJECT = отказ
type-THREATEN = угроза
type-PROTEST = протест
type-SANCTION = карательные меры
type-MOBILIZE = мобилизация
type-COERCE = принуждение
type-ASSAULT = нападение

## quads
quad-verbal-cooperation = сотрудничество на словах
quad-material-cooperation = сотрудничество на деле
quad-verbal-conflict = конфликт на словах
quad-material-conflict = конфликт на деле

## modalities
modality-asserted = сообщается как факт
modality-negated = отрицается или не произошло
modality-future = ожидается
modality-hypothetical = возможно

## modes
mode-visit = визит
mode-third-party = с третьей стороной
mode-multilateral = многосторонний формат
mode-phone = по телефону
mode-withdraw = вывод
mode-release = освобождение
mode-disarm = разоружение
mode-ceasefire = прекращение огня
mode-access = предоставление доступа
mode-resign = отставка
mode-assist = помощь
mode-change = смена политики
mode-yield = уступка
mode-meet = встреча
mode-disapprove = критика
mode-investigate = расследование
mode-allege = обвинение без приговора
mode-restrict = ограничения
mode-arrest = арест
mode-relations = разрыв отношений
mode-expel = высылка
mode-violence = насилие
mode-territory = территория
mode-demo = демонстрация
mode-riot = беспорядки
mode-strike = забастовка
mode-hunger = голодовка
mode-boycott = бойкот
mode-obstruct = блокирование
mode-vandalize = порча имущества
mode-convict = приговор
mode-discontinue = прекращение связей
mode-troops = войска
mode-weapons = вооружение
mode-police = полиция
mode-militia = ополчение
mode-seize = изъятие
mode-deport = депортация
mode-withhold = удержание
mode-cyber = кибератака
mode-censor = цензура
mode-curfew = комендантский час
mode-misinformation = дезинформация
mode-martial-law = военное положение
mode-abduct = похищение
mode-torture = пытки
mode-sexual = сексуальное насилие
mode-destroy = разрушение
mode-beat = избиение
mode-crowd-control = разгон толпы
mode-primitive = подручное оружие
mode-firearms = огнестрельное оружие
mode-explosives = взрывчатка
mode-targeted = адресное убийство
mode-suicide-attack = атака смертника
mode-aerial = удар с воздуха
mode-drone = удар беспилотника
mode-heavy-weapons = тяжёлое вооружение
mode-unconventional = нетрадиционное оружие

## contexts
context-military = военное дело
context-intelligence = разведка
context-executive = исполнительная власть
context-legislative = законодательная власть
context-election = выборы
context-political-institutions = политические институты
context-pro-democracy = за демократию
context-pro-autocracy = за автократию
context-economic = экономика
context-legal = право
context-reparations = репарации
context-human-rights = права человека
context-rights-freedoms = права и свободы
context-repression = репрессии
context-human-security = безопасность человека
context-gender = гендер
context-lgbt = ЛГБТ
context-religion-ethnicity = религия и этничность
context-inequality = неравенство
context-diplomatic = дипломатия
context-territory = территория
context-peacekeeping = миротворчество
context-health = здоровье
context-asylum = убежище
context-migration = миграция
context-disasters = бедствия
context-natural-resource = природные ресурсы
context-environment = окружающая среда
context-technology = технологии
context-terrorism = терроризм
context-cbrn = оружие массового поражения
context-cyber = кибербезопасность
context-misinformation = дезинформация
context-crime = преступность
context-corruption = коррупция
context-illegal-drugs = наркотики
context-trafficking = незаконная торговля

## ties
tie-ally = { $both } — союзники
tie-partner = { $both } — партнёры
tie-member = { $source-nom } — член { $target-gen }
tie-hosts-forces = { $source-nom }: размещены силы { $target-gen }
tie-supplies-arms = { $source-nom } поставля{ e-aet } оружие { $target-dat }
tie-trades-with = { $both } ведут торговлю
tie-mediates = { $source-nom } — посредник для { $target-gen }
tie-kin-population = { $both }: родственное население

## ui
ui-tagline = Кто что кому сделал — по новостям на многих языках
ui-front = Что изменилось
ui-map = Карта
ui-network = Сеть
ui-search = Поиск
ui-sources = Источники
ui-operator = Оператор
ui-language = Язык
ui-incidents = Происшествия
ui-events = События
ui-reports = Сообщения
ui-articles = Статьи
ui-statements = Высказывания
ui-ties = Связи
ui-actors = Участники
ui-places = Места
ui-pairs = Пары
ui-rising = Пары на подъёме
ui-new-incidents = Новые происшествия
ui-reversals = Повороты
ui-why = Почему это здесь
ui-reason-rising = Сообщений за последние { $days } дн.: { $now }; обычно для этой пары: { $usual }
ui-reason-new = Впервые сообщено: { $date }
ui-reason-to-conflict = Раньше в основном сотрудничество, теперь в основном конфликт
ui-reason-to-cooperation = Раньше в основном конфликт, теперь в основном сотрудничество
ui-formula = Формула
ui-timeline = Хронология
ui-curve = Конфликт и сотрудничество
ui-mediators = Кто посредничает
ui-side-by-side = Высказывания бок о бок
ui-original = Исходное предложение
ui-page-address = Адрес страницы
ui-agreements = В чём сообщения сходятся
ui-contradictions = В чём сообщения расходятся
ui-date = Дата
ui-place = Место
ui-type = Тип
ui-mode = Способ
ui-modality = Достоверность
ui-speaker = Кто это говорит
ui-source = Кто действует
ui-target = По отношению к кому
ui-confidence = Уверенность
ui-context = Контекст
ui-intensity = Интенсивность
ui-published = Опубликовано
ui-from-date = С
ui-to-date = По
ui-words = Слова
ui-all = Все
ui-show = Показать
ui-nothing = Сообщений нет
ui-no-data = Нет данных за это время
ui-date-unknown = Дата неизвестна
ui-copy-link = Скопировать ссылку
ui-copied = Скопировано
ui-share = Поделиться
ui-feed = Лента
ui-download = Скачать
ui-state-media = Государственное СМИ
ui-reason = Причина
ui-viewpoint = Позиции принадлежат названным источникам, а не этому сайту.
ui-reported-by = Сообщает: { $who }
ui-previous = Назад
ui-next = Дальше
ui-skip-to-content = К содержанию
ui-last-added = Последнее добавление
ui-skipped = Пропущенные страницы
ui-model = Модель
ui-version = Версия записи
ui-tables = Таблицы
ui-notice = Объявление
ui-not-found = Не найдено
ui-too-many = Слишком много запросов; повторите чуть позже
ui-bad-request = Запрос непонятен
ui-brief = Обзор: { $who }
ui-worded = Предложения составлены по кодам, а не переведены; под каждым стоит оригинал.
ui-rows = Строки
ui-quoted = цитата
ui-indirect = косвенная речь
ui-as-of = По состоянию на { $date }
ui-headline = Заголовок
ui-act = Действие
ui-count = Число
ui-day = День

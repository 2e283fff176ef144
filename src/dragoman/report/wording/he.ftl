# The wording of events and of the interface: he. forms.csv (by facts/forms.py) has the forms of names.
forms = past inf
country-gender = f

## Endings, by the doer's gender and number
e-e = { $gender ->
    [f] ה
    [p] ו
    *[other] { "" }
  }
e-zafui = { $gender ->
    [f] צפויה
    [p] צפויים
    *[other] צפוי
  }
e-asui = { $gender ->
    [f] עשויה
    [p] עשויים
    *[other] עשוי
  }
e-eta = { $gender ->
    [f] תה
    [p] ו
    *[other] ה
  }
e-em = { $gender ->
    [f] מה
    [p] מו
    *[other] ם
  }
e-ef = { $gender ->
    [f] פה
    [p] פו
    *[other] ף
  }
e-ek = { $gender ->
    [f] כה
    [p] כו
    *[other] ך
  }

## Frames
frame-asserted = { $source } { $past }
frame-negated = { $source } לא { $past }
frame-future = { $source } { e-zafui } { $inf }
frame-hypothetical = { $source } { e-asui } { $inf }
said = לפי { $speaker }, { $clause }
of = { $what } של { $country }
with-mode = { $clause } ({ $mode })

## What is done, by PLOVER type (and mode)
AGREE = { $v } לשתף פעולה עם { $target }
    .alone = { $v } לשתף פעולה
    .joint = { $v } לשתף פעולה זה עם זה
    .past = הסכי{ e-em }
    .inf = להסכים
CONSULT = { $v } שיחות עם { $target }
    .alone = { $v } שיחות
    .joint = { $v } שיחות זה עם זה
    .past = קיי{ e-em }
    .inf = לקיים
SUPPORT = { $v } ב{ $target }
    .alone = { $v }
    .past = הביע{ e-e } תמיכה
    .inf = להביע תמיכה
CONCEDE = { $v } על ויתורים כלפי { $target }
    .alone = { $v } על ויתורים
    .past = הכריז{ e-e }
    .inf = להכריז
COOPERATE = { $v } עם { $target }
    .alone = { $v } עם אחרים
    .joint = { $v } זה עם זה
    .past = פעל{ e-e } בשיתוף
    .inf = לפעול בשיתוף
AID = { $v } ל{ $target }
    .alone = { $v }
    .past = הגיש{ e-e } סיוע
    .inf = להגיש סיוע
RETREAT = { $v } את הלחץ על { $target }
    .alone = { $v } את המתיחות
    .past = הפחית{ e-e }
    .inf = להפחית
REQUEST = { $v } ל{ $target }
    .alone = { $v }
    .past = הציג{ e-e } דרישה
    .inf = להציג דרישה
ACCUSE = { $v } את { $target }
    .past = האשי{ e-em }
    .inf = להאשים
REJECT = { $v } את בקשת { $target }
    .alone = { $v } את הבקשה
    .past = דח{ e-eta }
    .inf = לדחות
THREATEN = { $v } על { $target }
    .past = איי{ e-em }
    .inf = לאיים
PROTEST = { $v } נגד { $target }
    .alone = { $v }
    .past = הביע{ e-e } מחאה
    .inf = להביע מחאה
SANCTION = { $v } נגד { $target }
    .alone = { $v }
    .past = נקט{ e-e } צעדי ענישה
    .inf = לנקוט צעדי ענישה
MOBILIZE = { $v } נגד { $target }
    .alone = { $v }
    .past = הזיז{ e-e } כוחות
    .inf = להזיז כוחות
COERCE = { $v } נגד { $target }
    .alone = { $v }
    .past = הפעיל{ e-e } כפייה
    .inf = להפעיל כפייה
ASSAULT = { $v } את { $target }
    .joint = { $v } זה את זה
    .past = תק{ e-ef }
    .inf = לתקוף
REQUEST-meet = { $v } ל{ $target } לנהל משא ומתן
    .alone = { $v } לנהל משא ומתן
    .past = קרא{ e-e }
    .inf = לקרוא
CONSULT-visit = { $v } אצל { $target }
    .alone = { $v }
    .past = ער{ e-ek } ביקור
    .inf = לערוך ביקור
CONSULT-phone = { $v } שיחות טלפון עם { $target }
    .alone = { $v } שיחות טלפון
    .joint = { $v } שיחות טלפון זה עם זה

## types
type-AGREE = הסכמה
type-CONSULT = שיחות
type-SUPPORT = תמיכה
type-CONCEDE = ויתור
type-COOPERATE = שיתוף פעולה
type-AID = סיוע
type-RETREAT = הפגת מתח
type-REQUEST = דרישה
type-ACCUSE = האשמה
type-REJECT = סירוב
type-THREATEN = איום
type-PROTEST = מחאה
type-SANCTION = צעדי ענישה
type-MOBILIZE = הזזת כוחות
type-COERCE = כפייה
type-ASSAULT = תקיפה

## quads
quad-verbal-cooperation = שיתוף פעולה מילולי
quad-material-cooperation = שיתוף פעולה מעשי
quad-verbal-conflict = עימות מילולי
quad-material-conflict = עימות מעשי

## modalities
modality-asserted = מדווח כעובדה
modality-negated = הוכחש או לא אירע
modality-future = צפוי
modality-hypothetical = אפשרי

## modes
mode-visit = ביקור
mode-third-party = עם צד שלישי
mode-multilateral = רב־צדדי
mode-phone = בטלפון
mode-withdraw = נסיגה
mode-release = שחרור
mode-disarm = פירוק נשק
mode-ceasefire = הפסקת אש
mode-access = מתן גישה
mode-resign = התפטרות
mode-assist = סיוע
mode-change = שינוי מדיניות
mode-yield = ויתור
mode-meet = פגישה
mode-disapprove = ביקורת
mode-investigate = חקירה
mode-allege = טענה
mode-restrict = הגבלות
mode-arrest = מעצר
mode-relations = ניתוק יחסים
mode-expel = גירוש
mode-violence = אלימות
mode-territory = שטח
mode-demo = הפגנה
mode-riot = מהומות
mode-strike = שביתה
mode-hunger = שביתת רעב
mode-boycott = חרם
mode-obstruct = חסימה
mode-vandalize = ונדליזם
mode-convict = הרשעה
mode-discontinue = הפסקה
mode-troops = חיילים
mode-weapons = כלי נשק
mode-police = משטרה
mode-militia = מיליציה
mode-seize = תפיסה
mode-deport = גירוש יחיד
mode-withhold = מניעה
mode-cyber = מתקפת סייבר
mode-censor = צנזורה
mode-curfew = עוצר
mode-misinformation = מידע כוזב
mode-martial-law = משטר צבאי
mode-abduct = חטיפה
mode-torture = עינויים
mode-sexual = אלימות מינית
mode-destroy = הרס
mode-beat = הכאה
mode-crowd-control = פיזור קהל
mode-primitive = נשק קר
mode-firearms = נשק חם
mode-explosives = חומרי נפץ
mode-targeted = סיכול ממוקד
mode-suicide-attack = פיגוע התאבדות
mode-aerial = תקיפה אווירית
mode-drone = תקיפת כטב״ם
mode-heavy-weapons = נשק כבד
mode-unconventional = נשק לא קונבנציונלי

## contexts
context-military = צבא
context-intelligence = מודיעין
context-executive = הרשות המבצעת
context-legislative = הרשות המחוקקת
context-election = בחירות
context-political-institutions = מוסדות פוליטיים
context-pro-democracy = בעד דמוקרטיה
context-pro-autocracy = בעד שלטון יחיד
context-economic = כלכלה
context-legal = משפט
context-reparations = פיצויים
context-human-rights = זכויות אדם
context-rights-freedoms = זכויות וחירויות
context-repression = דיכוי
context-human-security = ביטחון האדם
context-gender = מגדר
context-lgbt = להט״ב
context-religion-ethnicity = דת ואתניות
context-inequality = אי־שוויון
context-diplomatic = דיפלומטיה
context-territory = שטח
context-peacekeeping = שמירת שלום
context-health = בריאות
context-asylum = מקלט
context-migration = הגירה
context-disasters = אסונות
context-natural-resource = משאבי טבע
context-environment = סביבה
context-technology = טכנולוגיה
context-terrorism = טרור
context-cbrn = נשק להשמדה המונית
context-cyber = ביטחון סייבר
context-misinformation = מידע כוזב
context-crime = פשיעה
context-corruption = שחיתות
context-illegal-drugs = סמים
context-trafficking = סחר בלתי חוקי

## ties
tie-ally = { $both }: ברית
tie-partner = { $both }: שותפות
tie-member = { $source-nom }: חברות ב{ $target }
tie-hosts-forces = { $source-nom }: כוחות של { $target } בשטחה
tie-supplies-arms = { $source-nom }: אספקת נשק ל{ $target }
tie-trades-with = { $both }: סחר הדדי
tie-mediates = { $source-nom }: תיווך למען { $target }
tie-kin-population = { $both }: אוכלוסייה קרובה

## ui
ui-tagline = מי עשה מה למי, בחדשות בשפות רבות
ui-front = מה השתנה
ui-map = מפה
ui-network = רשת
ui-search = חיפוש
ui-sources = מקורות
ui-operator = מפעיל
ui-language = שפה
ui-incidents = תקריות
ui-events = אירועים
ui-reports = דיווחים
ui-articles = כתבות
ui-statements = התבטאויות
ui-ties = קשרים
ui-actors = גורמים
ui-places = מקומות
ui-pairs = זוגות
ui-rising = זוגות בעלייה
ui-new-incidents = תקריות חדשות
ui-reversals = תפניות
ui-why = מדוע זה כאן
ui-reason-rising = דיווחים ב־{ $days } הימים האחרונים: { $now }; הרגיל לזוג זה: { $usual }
ui-reason-new = דיווח ראשון: { $date }
ui-reason-to-conflict = קודם בעיקר שיתוף פעולה, כעת בעיקר עימות
ui-reason-to-cooperation = קודם בעיקר עימות, כעת בעיקר שיתוף פעולה
ui-formula = נוסחה
ui-timeline = ציר זמן
ui-curve = עימות ושיתוף פעולה
ui-mediators = מי מתווך
ui-side-by-side = התבטאויות זו לצד זו
ui-original = המשפט המקורי
ui-page-address = כתובת הדף
ui-agreements = במה הדיווחים מסכימים
ui-contradictions = במה הדיווחים נבדלים
ui-date = תאריך
ui-place = מקום
ui-type = סוג
ui-mode = אופן
ui-modality = ודאות
ui-speaker = מי אומר
ui-source = מי פועל
ui-target = כלפי מי
ui-confidence = ביטחון
ui-context = הקשר
ui-intensity = עוצמה
ui-published = פורסם
ui-from-date = מ־
ui-to-date = עד
ui-words = מילים
ui-all = הכול
ui-show = הצגה
ui-nothing = אין דיווחים
ui-no-data = אין נתונים לזמן זה
ui-date-unknown = תאריך לא ידוע
ui-copy-link = העתקת קישור
ui-copied = הועתק
ui-share = שיתוף
ui-feed = הזנה
ui-download = הורדה
ui-state-media = תקשורת ממלכתית
ui-reason = סיבה
ui-viewpoint = העמדות הן של המקורות הנזכרים ולא של אתר זה.
ui-reported-by = דווח על ידי { $who }
ui-previous = הקודם
ui-next = הבא
ui-skip-to-content = דילוג לתוכן
ui-last-added = הוספה אחרונה
ui-skipped = דפים שדולגו
ui-model = מודל
ui-version = גרסת הרשומה
ui-tables = טבלאות
ui-notice = הודעה
ui-not-found = לא נמצא
ui-too-many = יותר מדי בקשות; נסו שוב עוד מעט
ui-bad-request = לא ניתן להבין את הבקשה
ui-brief = תקציר: { $who }
ui-worded = המשפטים נוסחו מקודים ולא תורגמו; המקור מופיע מתחת לכל אחד.
ui-rows = שורות
ui-quoted = ציטוט
ui-indirect = דיבור עקיף
ui-as-of = נכון ל־{ $date }
ui-headline = כותרת
ui-act = פעולה
ui-count = מספר
ui-day = יום

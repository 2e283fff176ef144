# The wording of events and of the interface: ka. forms.csv (by facts/forms.py) has the forms of names.
forms = past fut
cases = yes

## Endings, by the doer's gender and number
e-a = { $gender ->
    [p] ეს
    *[other] ა
  }
e-s = { $gender ->
    [p] ენ
    *[other] ს
  }
e-a2 = { $gender ->
    [p] იან
    *[other] ა
  }
e-o = { $gender ->
    [p] ეს
    *[other] ო
  }
e-s2 = { $gender ->
    [p] ან
    *[other] ს
  }

## Frames
frame-asserted = { $source } { $past }
frame-negated = { $source } არ { $past }
frame-future = მოსალოდნელია, რომ { $source-nom } { $fut }
frame-hypothetical = შესაძლოა, რომ { $source-nom } { $fut }
said = { $speaker-gen } ცნობით, { $clause }
of = { $country-gen } { $what }
with-mode = { $clause } ({ $mode })

## What is done, by PLOVER type (and mode)
AGREE = { $v } { $target-ins } თანამშრომლობაზე
    .alone = { $v } თანამშრომლობაზე
    .joint = { $v } ერთმანეთთან თანამშრომლობაზე
    .past = განაცხად{ e-a } თანხმობა
    .fut = განაცხადებ{ e-s } თანხმობას
CONSULT = { $v } { $target-ins }
    .alone = { $v }
    .joint = { $v } ერთმანეთთან
    .past = გამართ{ e-a } მოლაპარაკება
    .fut = გამართავ{ e-s } მოლაპარაკებას
SUPPORT = { $v } { $target-dat }
    .past = გამოუცხად{ e-a } მხარდაჭერა
    .fut = გამოუცხადებ{ e-s } მხარდაჭერას
CONCEDE = { $v } { $target-gen } მიმართ
    .alone = { $v }
    .past = დათმობა გამოაცხად{ e-a }
    .fut = დათმობას გამოაცხადებ{ e-s }
COOPERATE = { $v } { $target-ins }
    .alone = { $v }
    .joint = { $v } ერთმანეთთან
    .past = ითანამშრომლ{ e-a }
    .fut = ითანამშრომლებ{ e-s }
AID = { $v } { $target-dat }
    .past = აღმოუჩინ{ e-a } დახმარება
    .fut = აღმოუჩენ{ e-s } დახმარებას
RETREAT = { $target-gen } მიმართ { $v }
    .alone = { $v }
    .past = შეარბილ{ e-a } პოზიცია
    .fut = შეარბილებ{ e-s } პოზიციას
REQUEST = { $v } { $target-dat }
    .past = წაუყენ{ e-a } მოთხოვნა
    .fut = წაუყენებ{ e-s } მოთხოვნას
ACCUSE = { $v } { $target-dat }
    .past = წაუყენ{ e-a } ბრალდება
    .fut = წაუყენებ{ e-s } ბრალდებას
REJECT = { $v } { $target-dat }
    .past = უარით უპასუხ{ e-a }
    .fut = უარით უპასუხებ{ e-s }
THREATEN = { $v } { $target-dat }
    .past = დაემუქრ{ e-a }
    .fut = დაემუქრებ{ e-a2 }
PROTEST = { $v } { $target-gen } წინააღმდეგ
    .alone = { $v }
    .past = გამოთქვ{ e-a } პროტესტი
    .fut = გამოთქვამ{ e-s } პროტესტს
SANCTION = { $v } { $target-gen } წინააღმდეგ
    .alone = { $v }
    .past = მიიღ{ e-o } სადამსჯელო ზომები
    .fut = მიიღებ{ e-s } სადამსჯელო ზომებს
MOBILIZE = { $v } { $target-gen } წინააღმდეგ
    .alone = { $v }
    .past = ძალები გადაისროლ{ e-a }
    .fut = ძალებს გადაისვრი{ e-s2 }
COERCE = { $v } { $target-gen } წინააღმდეგ
    .alone = { $v }
    .past = გამოიყენ{ e-a } იძულება
    .fut = გამოიყენებ{ e-s } იძულებას
ASSAULT = { $v } { $target-gen } წინააღმდეგ
    .alone = { $v }
    .joint = { $v } ერთმანეთზე
    .past = განახორციელ{ e-a } თავდასხმა
    .fut = განახორციელებ{ e-s } თავდასხმას
REQUEST-meet = { $v } { $target-dat } მოლაპარაკებისკენ
    .past = მოუწოდ{ e-a }
    .fut = მოუწოდებ{ e-s }
CONSULT-visit = { $v } { $target-ins }
    .alone = { $v }
    .past = ვიზიტი გამართ{ e-a }
    .fut = ვიზიტს გამართავ{ e-s }
CONSULT-phone = სატელეფონო კავშირით { $v } { $target-ins }
    .alone = სატელეფონო კავშირით { $v }
    .joint = სატელეფონო კავშირით { $v } ერთმანეთთან

## types
type-AGREE = შეთანხმება
type-CONSULT = მოლაპარაკება
type-SUPPORT = მხარდაჭერა
type-CONCEDE = დათმობა
type-COOPERATE = თანამშრომლობა
type-AID = დახმარება
type-RETREAT = განმუხტვა
type-REQUEST = მოთხოვნა
type-ACCUSE = ბრალდება
type-REJECT = უარი
type-THREATEN = მუქარა
type-PROTEST = პროტესტი
type-SANCTION = სადამსჯელო ზომები
type-MOBILIZE = მობილიზაცია
type-COERCE = იძულება
type-ASSAULT = თავდასხმა

## quads
quad-verbal-cooperation = სიტყვიერი თანამშრომლობა
quad-material-cooperation = საქმით თანამშრომლობა
quad-verbal-conflict = სიტყვიერი კონფლიქტი
quad-material-conflict = საქმით კონფლიქტი

## modalities
modality-asserted = ცნობილია როგორც ფაქტი
modality-negated = უარყოფილია ან არ მომხდარა
modality-future = მოსალოდნელია
modality-hypothetical = შესაძლებელია

## modes
mode-visit = ვიზიტი
mode-third-party = მესამე მხარესთან
mode-multilateral = მრავალმხრივი
mode-phone = ტელეფონით
mode-withdraw = გაყვანა
mode-release = გათავისუფლება
mode-disarm = განიარაღება
mode-ceasefire = ცეცხლის შეწყვეტა
mode-access = დაშვება
mode-resign = გადადგომა
mode-assist = დახმარება
mode-change = პოლიტიკის შეცვლა
mode-yield = დათმობა
mode-meet = შეხვედრა
mode-disapprove = კრიტიკა
mode-investigate = გამოძიება
mode-allege = ეჭვი
mode-restrict = შეზღუდვები
mode-arrest = დაკავება
mode-relations = ურთიერთობის გაწყვეტა
mode-expel = გაძევება
mode-violence = ძალადობა
mode-territory = ტერიტორია
mode-demo = დემონსტრაცია
mode-riot = არეულობა
mode-strike = გაფიცვა
mode-hunger = შიმშილობა
mode-boycott = ბოიკოტი
mode-obstruct = ბლოკირება
mode-vandalize = ქონების დაზიანება
mode-convict = განაჩენი
mode-discontinue = შეწყვეტა
mode-troops = ჯარი
mode-weapons = შეიარაღება
mode-police = პოლიცია
mode-militia = სახალხო რაზმი
mode-seize = ჩამორთმევა
mode-deport = დეპორტაცია
mode-withhold = დაკავება ნებართვის გარეშე
mode-cyber = კიბერშეტევა
mode-censor = ცენზურა
mode-curfew = კომენდანტის საათი
mode-misinformation = დეზინფორმაცია
mode-martial-law = საომარი მდგომარეობა
mode-abduct = გატაცება
mode-torture = წამება
mode-sexual = სექსუალური ძალადობა
mode-destroy = ნგრევა
mode-beat = ცემა
mode-crowd-control = ბრბოს დაშლა
mode-primitive = პრიმიტიული იარაღი
mode-firearms = ცეცხლსასროლი იარაღი
mode-explosives = ასაფეთქებელი
mode-targeted = მიზანმიმართული მკვლელობა
mode-suicide-attack = თვითმკვლელის თავდასხმა
mode-aerial = საჰაერო დარტყმა
mode-drone = დრონის დარტყმა
mode-heavy-weapons = მძიმე შეიარაღება
mode-unconventional = არატრადიციული იარაღი

## contexts
context-military = სამხედრო
context-intelligence = დაზვერვა
context-executive = აღმასრულებელი
context-legislative = საკანონმდებლო
context-election = არჩევნები
context-political-institutions = პოლიტიკური ინსტიტუტები
context-pro-democracy = დემოკრატიის მხარდამჭერი
context-pro-autocracy = ავტოკრატიის მხარდამჭერი
context-economic = ეკონომიკა
context-legal = სამართალი
context-reparations = რეპარაციები
context-human-rights = ადამიანის უფლებები
context-rights-freedoms = უფლებები და თავისუფლებები
context-repression = რეპრესია
context-human-security = ადამიანის უსაფრთხოება
context-gender = გენდერი
context-lgbt = ლგბტ
context-religion-ethnicity = რელიგია და ეთნიკურობა
context-inequality = უთანასწორობა
context-diplomatic = დიპლომატია
context-territory = ტერიტორია
context-peacekeeping = მშვიდობის დაცვა
context-health = ჯანდაცვა
context-asylum = თავშესაფარი
context-migration = მიგრაცია
context-disasters = კატასტროფები
context-natural-resource = ბუნებრივი რესურსები
context-environment = გარემო
context-technology = ტექნოლოგია
context-terrorism = ტერორიზმი
context-cbrn = მასობრივი განადგურების იარაღი
context-cyber = კიბერუსაფრთხოება
context-misinformation = დეზინფორმაცია
context-crime = დანაშაული
context-corruption = კორუფცია
context-illegal-drugs = ნარკოტიკები
context-trafficking = უკანონო ვაჭრობა

## ties
tie-ally = { $both } მოკავშირეები არიან
tie-partner = { $both } პარტნიორები არიან
tie-member = { $source-nom } { $target-gen } წევრია
tie-hosts-forces = { $source-nom }: განლაგებულია { $target-gen } ძალები
tie-supplies-arms = { $source-nom } იარაღს აწვდის { $target-dat }
tie-trades-with = { $both } ერთმანეთთან ვაჭრობენ
tie-mediates = { $source-nom } შუამავალია: { $target }
tie-kin-population = { $both }: მონათესავე მოსახლეობა

## ui
ui-tagline = ვინ ვის რა გაუკეთა — მრავალენოვანი ამბების მიხედვით
ui-front = რა შეიცვალა
ui-map = რუკა
ui-network = ქსელი
ui-search = ძებნა
ui-sources = წყაროები
ui-operator = ოპერატორი
ui-language = ენა
ui-incidents = ინციდენტები
ui-events = მოვლენები
ui-reports = ცნობები
ui-articles = სტატიები
ui-statements = განცხადებები
ui-ties = კავშირები
ui-actors = მონაწილეები
ui-places = ადგილები
ui-pairs = წყვილები
ui-rising = მზარდი წყვილები
ui-new-incidents = ახალი ინციდენტები
ui-reversals = შემობრუნებები
ui-why = რატომ არის აქ
ui-reason-rising = ცნობები ბოლო { $days } დღეში: { $now }; ჩვეულებრივ ამ წყვილისთვის: { $usual }
ui-reason-new = პირველი ცნობა: { $date }
ui-reason-to-conflict = ადრე ძირითადად თანამშრომლობა, ახლა ძირითადად კონფლიქტი
ui-reason-to-cooperation = ადრე ძირითადად კონფლიქტი, ახლა ძირითადად თანამშრომლობა
ui-formula = ფორმულა
ui-timeline = ქრონოლოგია
ui-curve = კონფლიქტი და თანამშრომლობა
ui-mediators = ვინ შუამავლობს
ui-side-by-side = განცხადებები გვერდიგვერდ
ui-original = დედანი წინადადება
ui-page-address = გვერდის მისამართი
ui-agreements = რაში ემთხვევა ცნობები
ui-contradictions = რაში განსხვავდება ცნობები
ui-date = თარიღი
ui-place = ადგილი
ui-type = ტიპი
ui-mode = ხერხი
ui-modality = სარწმუნოობა
ui-speaker = ვინ ამბობს
ui-source = ვინ მოქმედებს
ui-target = ვის მიმართ
ui-confidence = დარწმუნებულობა
ui-context = კონტექსტი
ui-intensity = ინტენსივობა
ui-published = გამოქვეყნდა
ui-from-date = დან
ui-to-date = მდე
ui-words = სიტყვები
ui-all = ყველა
ui-show = ჩვენება
ui-nothing = ცნობები არ არის
ui-no-data = ამ დროისთვის მონაცემები არ არის
ui-date-unknown = თარიღი უცნობია
ui-copy-link = ბმულის კოპირება
ui-copied = დაკოპირდა
ui-share = გაზიარება
ui-feed = არხი
ui-download = ჩამოტვირთვა
ui-state-media = სახელმწიფო მედია
ui-reason = მიზეზი
ui-viewpoint = პოზიციები დასახელებულ წყაროებს ეკუთვნის და არა ამ საიტს.
ui-reported-by = იუწყება: { $who }
ui-previous = წინა
ui-next = შემდეგი
ui-skip-to-content = შინაარსზე გადასვლა
ui-last-added = ბოლო დამატება
ui-skipped = გამოტოვებული გვერდები
ui-model = მოდელი
ui-version = ჩანაწერის ვერსია
ui-tables = ცხრილები
ui-notice = განცხადება
ui-not-found = ვერ მოიძებნა
ui-too-many = მოთხოვნა ძალიან ბევრია; სცადეთ ცოტა ხანში
ui-bad-request = მოთხოვნა გაუგებარია
ui-brief = მიმოხილვა: { $who }
ui-worded = წინადადებები კოდებითაა შედგენილი და არა ნათარგმნი; დედანი თითოეულის ქვემოთაა.
ui-rows = სტრიქონები
ui-quoted = ციტატა
ui-indirect = ირიბი ნათქვამი
ui-as-of = მდგომარეობა: { $date }
ui-headline = სათაური
ui-act = მოქმედება
ui-count = რაოდენობა
ui-day = დღე

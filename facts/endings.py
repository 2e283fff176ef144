"""Case endings by rule: from a name's nominative to (gender, nom, gen, dat, acc, ins[, subj]). Used by facts/forms.py only.

What a rule gets wrong stands in `facts/forms-hand.csv`. Gender: m f n, p plural (v: plural of men, Polish).
"""

import re
from collections.abc import Callable

Forms = tuple[str, ...]
Decline = Callable[[str, bool], Forms]
"""From a word and whether it is an adjective to (gender, nom, gen, dat, acc, ins)."""


def _same(name: str, gender: str) -> Forms:
    return (gender, name, name, name, name, name)


def _phrase(name: str, noun: Callable[[str], Forms], adjective: Callable[[str], Forms | None], joins: str) -> Forms:
    """Decline adjectives and the noun after them; what follows the noun stays, but for adjectives and a second name."""
    parts, done, gender = [], False, ""
    words = name.split(" ")
    for n, word in enumerate(words):
        last = n + 1 == len(words) or words[n + 1] in joins.split()
        adjectival = adjective(word) if len(words) > 1 and (not last or done) else None
        if word in joins.split():
            parts.append(_same(word, ""))
            done = False
        elif adjectival:
            parts.append(adjectival)
        elif done:
            parts.append(_same(word, ""))
        else:
            parts.append(noun(word))
            gender, done = gender or parts[-1][0], True
    return (gender, *(" ".join(part[k] for part in parts) for k in range(1, 6)))


def _with(stem: str, gender: str, nom: str, *ends: str) -> Forms:
    return (gender, nom, *(nom if end == "=" else stem + end for end in ends))


def russian(name: str) -> Forms:
    """Cases of a Russian name."""
    def adjective(word: str) -> Forms | None:
        for ending, gender, ends in (("ая", "f", ("ой", "ой", "ую", "ой")), ("ый", "m", ("ого", "ому", "=", "ым")),
                                     ("ий", "m", ("ого", "ому", "=", "им")), ("ие", "p", ("их", "им", "=", "ими")),
                                     ("ые", "p", ("ых", "ым", "=", "ыми")), ("овы", "p", ("овых", "овым", "=", "овыми"))):
            if word.endswith(ending):
                return _with(word[:-len(ending)], gender, word, *ends)
        return None

    def noun(word: str) -> Forms:
        if re.search(r"[аеиоуыэюя]а$|[оеуиэ]$", word) and word not in ("острова",):
            return _same(word, "n")
        if word.endswith("а"):
            soft = word[-2] in "гкхжшщч"
            return _with(word[:-1], "f", word, "и" if soft else "ы", "е", "у", "ей" if word[-2] in "жшщчц" else "ой")
        if word.endswith("ия"):
            return _with(word[:-1], "f", word, "и", "и", "ю", "ей")
        if word.endswith("я"):
            return _with(word[:-1], "f", word, "и", "е", "ю", "ей")
        if word.endswith(("ь", "й")):
            return _with(word[:-1], "m", word, "я", "ю", "=", "ем")
        if word.endswith("ы"):
            return _with(word[:-1], "p", word, "", "ам", "=", "ами")
        return _with(word, "m", word, "а", "у", "=", "ом")

    return _phrase(name.replace("о-ва", "острова"), noun, adjective, "и —")


def ukrainian(name: str) -> Forms:
    """Cases of a Ukrainian name."""
    def adjective(word: str) -> Forms | None:
        for ending, gender, ends in (("а", "f", ("ої", "ій", "у", "ою")), ("ий", "m", ("ого", "ому", "=", "им")),
                                     ("і", "p", ("их", "им", "=", "ими"))):
            if word.endswith(ending):
                return _with(word[:-len(ending)], gender, word, *ends)
        return None

    def noun(word: str) -> Forms:
        if word.endswith("ія"):
            return _with(word[:-1], "f", word, "ї", "ї", "ю", "єю")
        if word.endswith("ея"):
            return _with(word[:-1], "f", word, "ї", "ї", "ю", "єю")
        if re.search(r"[аеиіоуєюя]а$|[іоуе]$", word):
            return _same(word, "n")
        if word.endswith("а"):
            hush = word[-2] in "жшчщ"
            changed = {"к": "ці", "г": "зі", "х": "сі"}.get(word[-2])
            forms = _with(word[:-1], "f", word, "і" if word[-2] in "жшщ" or word.endswith("ча") else "и", "і", "у",
                          "ею" if hush else "ою")
            return (*forms[:3], word[:-2] + changed, *forms[4:]) if changed else forms
        if word.endswith("ь"):
            return _with(word[:-1], "m", word, "ю", "ю", "=", "ем")
        if word.endswith("й"):
            return _with(word[:-1], "m", word, "ю", "ю", "=", "єм")
        if word.endswith("и"):
            many = "ів" if word.endswith(("ви", "ати", "нди")) else ""
            return _with(word[:-1], "p", word, many, "ам", "=", "ами")
        return _with(word, "m", word, "у", "у", "=", "ом")

    return _phrase(name, noun, adjective, "і –")


def polish(name: str) -> Forms:
    """Cases of a Polish name."""
    def adjective(word: str) -> Forms | None:
        if word.endswith("a") and (word in ("Nowa", "Wielka") or word.endswith(("ska", "cna", "owa", "iowa"))):
            soft = "i" if word.endswith("ka") else ""
            return _with(word[:-1], "f", word, soft + "ej", soft + "ej", "ą", "ą")
        if word.endswith(("wy", "ny", "ni")):
            stem = word[:-1] + ("i" if word.endswith("ni") else "")
            return _with(stem, "m", word, "ego", "emu", "=", "m" if word.endswith("ni") else "ym")
        if word.endswith(("one", "skie")):
            return _with(word[:-1], "p", word, *((("ch", "m", "=", "mi")) if word.endswith("ie") else ("ych", "ym", "=", "ymi")))
        return None

    def noun(word: str) -> Forms:
        if (re.search(r"[aeou]a$", word) and not word.endswith("ea")) or re.search(r"[eu]$|[^sc]i$|thia$", word):
            return _same(word, "n")
        if word.endswith("o"):
            return _with(word[:-1], "n", word, "a", "u", "=", "iem" if word[-2] in "kg" else "em")
        if word.endswith("ia") and word[-3] in "nmlbrdwfptg":
            return _with(word[:-1], "f", word, "i", "i", "ę", "ą")
        if word.endswith(("ja", "ea")):
            return _with(word[:-1], "f", word, "i", "i", "ę", "ą")
        if word.endswith("a"):
            return _polish_a(word)
        if word.endswith("y"):
            return _with(word[:-1], "p", word, "", "om", "=", "ami")
        return _with(word, "m", word, "u", "owi", "=", "iem" if word[-1] in "kg" else "em")

    return _phrase(name, noun, adjective, "i")


def _polish_a(word: str) -> Forms:
    changed = {"k": "ce", "g": "dze", "r": "rze", "t": "cie", "d": "dzie", "n": "nie", "w": "wie", "b": "bie", "m": "mie",
               "p": "pie", "s": "sie", "z": "zie", "l": "li", "ż": "ży", "c": "cy"}
    dative = word[:-2] + changed.get(word[-2], word[-2] + "ie")
    genitive = word[:-1] + ("i" if word[-2] in "kgl" else "y")
    return ("f", word, genitive, dative, word[:-1] + "ę", word[:-1] + "ą")


def serbian(name: str) -> Forms:
    """Cases of a Serbian name (Cyrillic)."""
    def adjective(word: str) -> Forms | None:
        for ending, gender, ends in (("на", "f", ("не", "ној", "ну", "ном")), ("ска", "f", ("ске", "ској", "ску", "ском")),
                                     ("чка", "f", ("чке", "чкој", "чку", "чком")), ("ова", "f", ("ове", "овој", "ову", "овом")),
                                     ("ни", "m", ("ног", "ном", "=", "ним")), ("ви", "m", ("вог", "вом", "=", "вим"))):
            if word.endswith(ending):
                return _with(word[:-len(ending)], gender, word, *ends)
        return None

    def noun(word: str) -> Forms:
        if re.search(r"[сшч]ка$", word):
            return _with(word[:-1], "f", word, "е", "ој", "у", "ом")
        if word.endswith("ка"):
            return (*_with(word[:-1], "f", word, "е", "е")[:3], word[:-2] + "ци", word[:-1] + "у", word[:-1] + "ом")
        if re.search(r"[оу]а$", word):
            return _same(word, "f")
        if word.endswith("а"):
            return _with(word[:-1], "f", word, "е", "и", "у", "ом")
        if word.endswith("и"):
            return _with(word, "m", word, "ја", "ју", "=", "јем")
        if word.endswith(("у", "е")):
            return _with(word, "m", word, "а", "у", "=", "ом")
        if word.endswith("о"):
            return _with(word[:-1], "n", word, "а", "у", "=", "ом")
        return _with(word, "m", word, "а", "у", "=", "ем" if word[-1] in "јљњћђчжшц" else "ом")

    return _phrase(name, noun, adjective, "и -")


BACK, FRONT = "aıou", "eiöüəä"


def _turkic(name: str, vowels: dict[str, str], mark: str, possessed: bool) -> Forms:
    low = name.lower().replace("i̇", "i")
    last = next((c for c in reversed(low) if c in vowels), "a")
    high = vowels[last]
    wide = "a" if last in BACK else ("ə" if "ə" in vowels else "e")
    ends_vowel = low[-1] in vowels
    hard = "t" if "ə" not in vowels and low[-1] in "fstkçşhp" else "d"
    link = "n" if possessed else ("y" if ends_vowel else "")
    accusative = "n" if "ə" in vowels and ends_vowel else link
    genitive = "n" if ends_vowel else ""
    ablative = ("nd" if possessed else hard) + wide + "n"
    return ("m", name, f"{name}{mark}{genitive}{high}n", f"{name}{mark}{link}{wide}", f"{name}{mark}{accusative}{high}",
            f"{name}{mark}{ablative}")


TURKISH = dict(zip("aeıioöuüâ", "ıiıiuüuüı"))
AZERI = dict(zip("aeəıioöuü", "ıiiıiuüuü"))
COMPOUND = re.compile(r"(aları|ələri|leri|lıkları|Adası|Cumhuriyeti|Ginesi|Sahili|Respublikası|Ərəbistanı|əriləri|Əraziləri)$")


def turkish(name: str) -> Forms:
    """Cases of a Turkish name; ins is the ablative."""
    return _turkic(name, TURKISH, "’", bool(COMPOUND.search(name)))


def azerbaijani(name: str) -> Forms:
    """Cases of an Azerbaijani name; ins is the ablative."""
    return _turkic(name, AZERI, "", bool(COMPOUND.search(name)))


def armenian(name: str) -> Forms:
    """Cases of an Armenian word; subj has the article, dat is the definite dative, acc the same."""
    vowel = name[-1] in "աեէըիոօ" or name.endswith("ու")
    if name.endswith("ություն"):
        genitive = name[:-7] + "ության"
        return ("m", name, genitive, genitive + "ը", genitive + "ը", genitive, name + "ը")
    genitive = name + ("յի" if name[-1] in "աո" else "ի")
    return ("m", name, genitive, genitive + "ն", genitive + "ն", genitive, name + ("ն" if vowel else "ը"))


def georgian(name: str) -> Forms:
    """Cases of a Georgian word; subj is the ergative, ins the comitative."""
    head, _, last = name.rpartition(" ")
    if head.endswith("ი") and " და " not in name:
        _, _, gen, dat, nom, ins, subj = georgian(last)
        return ("m", name, f"{head} {gen}", f"{head[:-1]} {dat}", f"{head} {nom}", f"{head[:-1]} {ins}", f"{head[:-1]}მა {subj}")
    if name.endswith("ი"):
        stem = name[:-1]
        return ("m", name, stem + "ის", stem + "ს", name, stem + "თან", stem + "მა")
    genitive = name[:-1] + "ის" if name[-1] in "აე" else name + "ს"
    return ("m", name, genitive, name + "ს", name, name + "სთან", name + "მ")


def bengali(name: str) -> Forms:
    """Genitive and objective of a Bengali word."""
    vowel = name[-1] in "ািীুূৃেৈোৌঅআইঈউঊএঐওঔয়" and not name.endswith("য়")
    genitive = name + ("র" if vowel else "ের")
    return ("m", name, genitive, name + "কে", name + "কে", name)


VOWELS = "aeiouàâäéèêëîïôöûüœhAEIOUÀÂÄÉÈÊËÎÏÔÖÛÜŒ"
BARE = {"fr": ("Cuba", "Israël", "Chypre", "Malte", "Singapour", "Madagascar", "Haïti", "Djibouti", "Oman", "Bahreïn", "Taïwan", "Monaco",
               "Andorre", "Maurice", "Nauru", "Tuvalu", "Kiribati", "Palaos", "Hong Kong", "Sao Tomé-et-Principe", "Trinité-et-Tobago",
               "Saint-Marin", "Saint-Christophe-et-Niévès", "Saint-Vincent-et-les Grenadines", "Sainte-Lucie", "Antigua-et-Barbuda", "Brunei"),
        "it": ("Israele", "Cuba", "Cipro", "Malta", "Taiwan", "Singapore", "Haiti", "Gibuti", "San Marino", "Monaco", "Andorra", "Hong Kong",
               "São Tomé e Príncipe", "Saint Kitts e Nevis", "Saint Lucia", "Saint Vincent e Grenadine", "Trinidad e Tobago",
               "Antigua e Barbuda", "Barbados", "Grenada", "Nauru", "Tuvalu", "Kiribati", "Palau", "Tonga", "Samoa", "Vanuatu", "Capo Verde"),
        "pt": ("Portugal", "Angola", "Moçambique", "Cuba", "Israel", "Cabo Verde", "Marrocos", "Timor-Leste", "São Tomé e Príncipe", "Malta",
               "Mônaco", "Singapura", "Andorra", "Omã", "Honduras", "El Salvador", "Taiwan", "Mianmar", "Hong Kong", "Chipre", "Luxemburgo",
               "Liechtenstein", "San Marino", "Madagascar", "Djibuti", "Trinidad e Tobago", "São Vicente e Granadinas", "Antígua e Barbuda",
               "Santa Lúcia", "São Cristóvão e Névis", "Barbados", "Granada", "Dominica", "Nauru", "Tuvalu", "Kiribati", "Palau", "Tonga",
               "Samoa", "Vanuatu", "Fiji", "Bangladesh", "Gana")}
"""Names without an article."""
MEN = {"fr": ("Mexique", "Cambodge", "Mozambique", "Zimbabwe", "Belize", "Suriname", "Lesotho"),
       "it": ("Nepal",), "pt": ("Quênia", "Camboja", "Sri Lanka", "Botsuana")}
"""Masculine against their ending."""
WOMEN = {"pt": ("Guatemala", "Costa Rica", "Costa do Marfim", "Bolívia", "África do Sul", "Arábia Saudita", "Coreia do Norte",
                "Coreia do Sul", "Macedônia do Norte", "República do Congo", "Guiné Equatorial", "Guiné-Bissau", "Guiné", "Papua-Nova Guiné",
                "Nova Zelândia", "Bósnia e Herzegovina", "República Centro-Africana", "República Dominicana", "Cidade do Vaticano",
                "Serra Leoa", "Croácia", "França"),
         "it": ("Sierra Leone", "Corea del Nord", "Corea del Sud", "Macedonia del Nord", "Costa d’Avorio", "Città del Vaticano", "Repubblica Dominicana",
                "Repubblica Centrafricana", "Papua Nuova Guinea", "Bosnia ed Erzegovina", "Arabia Saudita", "Guinea Equatoriale", "Guinea-Bissau"),
         "fr": ("Côte d’Ivoire", "Papouasie-Nouvelle-Guinée", "Corée du Nord", "Corée du Sud", "Bosnie-Herzégovine", "Macédoine du Nord",
                "Afrique du Sud", "République dominicaine", "République centrafricaine", "Guinée", "Guinée équatoriale", "Guinée-Bissau",
                "Arabie saoudite", "Nouvelle-Zélande", "Sierra Leone")}
"""Feminine against the ending of the whole."""
MANY = re.compile(r"^(États-Unis|Pays-Bas|Philippines|Émirats|Îles|Seychelles|Comores|Maldives|Bahamas|Fidji|Stati Uniti|Paesi Bassi"
                  r"|Filippine|Emirati|Isole|Comore|Maldive|Figi|Estados Unidos|Países Baixos|Filipinas|Emirados|Ilhas|Seicheles)")


def french(name: str) -> Forms:
    """With the article: nom, with de, with à."""
    if name in BARE["fr"]:
        return ("m", name, ("d’" if name[0] in VOWELS[:-1] else "de ") + name, "à " + name, name, name)
    man = name in MEN["fr"] or not (name.endswith("e") or name in WOMEN["fr"])
    return french_article(name, "p" if MANY.match(name) else ("m" if man else "f"))


def french_article(name: str, gender: str) -> Forms:
    """A French noun with its definite article."""
    if gender == "p":
        return ("p", "les " + name, "des " + name, "aux " + name, "les " + name, "les " + name)
    if name[0] in "aeiouéèêîôAEIOUÉÈÊÎÔh" and not name.startswith(("Honduras", "hommes")):
        return (gender, "l’" + name, "de l’" + name, "à l’" + name, "l’" + name, "l’" + name)
    if gender == "f":
        return ("f", "la " + name, "de la " + name, "à la " + name, "la " + name, "la " + name)
    return ("m", "le " + name, "du " + name, "au " + name, "le " + name, "le " + name)


def italian(name: str) -> Forms:
    """With the article: nom, with di, with a."""
    if name in BARE["it"]:
        return ("m", name, "di " + name, "a " + name, name, name)
    if MANY.match(name):
        return italian_article(name, "F" if name.startswith(("Isole", "Filippine", "Comore", "Maldive", "Figi", "Bahamas", "Seychelles"))
                               else "p")
    feminine = name in WOMEN["it"] or (name[-1] == "a" and name not in MEN["it"])
    return italian_article(name, "f" if feminine else "m")


def italian_article(name: str, gender: str) -> Forms:
    """An Italian noun with its definite article; F: feminine plural."""
    vowel, hard = name[0].lower() in "aeiou", bool(re.match(r"(?i)s[^aeiou]|z|gn|ps|y", name))
    if gender == "F":
        words = ("le ", "delle ", "alle ")
    elif gender == "p":
        words = ("gli ", "degli ", "agli ") if vowel or hard else ("i ", "dei ", "ai ")
    elif vowel:
        words = ("l’", "dell’", "all’")
    elif gender == "f":
        words = ("la ", "della ", "alla ")
    else:
        words = ("lo ", "dello ", "allo ") if hard else ("il ", "del ", "al ")
    nom, gen, dat = (word + name for word in words)
    return ("p" if gender in "Fp" else gender, nom, gen, dat, nom, nom)


def portuguese(name: str) -> Forms:
    """With the article: nom, with de, with a."""
    if name in BARE["pt"]:
        return ("m", name, "de " + name, "a " + name, name, name)
    if MANY.match(name):
        return portuguese_article(name, "p" if name.startswith(("Filipinas", "Ilhas", "Seicheles", "Maldivas", "Comores", "Bahamas")) else "P")
    feminine = name in WOMEN["pt"] or (name[-1] == "a" and name not in MEN["pt"])
    return portuguese_article(name, "f" if feminine else "m")


def portuguese_article(name: str, gender: str) -> Forms:
    """A Portuguese noun with its definite article; p: feminine plural, P: masculine plural."""
    nom, gen, dat = {"f": ("a ", "da ", "à "), "m": ("o ", "do ", "ao "), "p": ("as ", "das ", "às "), "P": ("os ", "dos ", "aos ")}[gender]
    return (gender.lower(), nom + name, gen + name, dat + name, nom + name, nom + name)


GERMAN = {"f": ("Schweiz", "Ukraine", "Slowakei", "Mongolei", "Türkei", "Elfenbeinküste", "Vatikanstadt", "Republik Moldau",
                "Dominikanische Republik", "Zentralafrikanische Republik", "Antarktis", "Demokratische Republik Kongo", "Republik Kongo"),
          "m": ("Iran", "Irak", "Libanon", "Jemen", "Sudan", "Tschad", "Südsudan"),
          "p": ("USA", "Niederlande", "Philippinen", "Vereinigte Arabische Emirate", "Bahamas", "Komoren", "Malediven", "Marshallinseln",
                "Seychellen", "Salomonen", "Palästinensische Gebiete")}
"""Country names with an article."""


def german(name: str) -> Forms:
    """Cases of a German name, with the article where it has one."""
    gender = next((g for g, names in GERMAN.items() if name in names), "n")
    if gender == "n":
        return ("n", name, name + ("’" if name[-1] in "sxz" else "s"), name, name, name)
    weak = re.sub(r"e (?=[A-Z])", "en ", name)
    if gender == "f":
        return ("f", "die " + name, "der " + weak, "der " + weak, "die " + name, "der " + weak)
    if gender == "m":
        return ("m", "der " + name, f"des {name}", "dem " + name, "den " + name, "dem " + name)
    tail = "" if weak[-1] in "nsA" else "n"
    plain = "die " + weak
    return ("p", plain, "der " + weak, "den " + weak + tail, plain, "den " + weak + tail)


def noun(language: str, spec: str, rule: Callable[[str], Forms] | None) -> list[tuple[str, Forms]]:
    """Forms of a sector word as `facts/nouns.csv` gives it: `gender:word`, `gender:nom,gen,dat,acc,ins` or what the rule needs."""
    gender, _, word = spec.rpartition(":") if re.match(r"[a-zA-Z]!?:", spec) else ("m", "", spec)
    if language in ("tr", "az") and "," in word:
        plain, own = word.split(",")
        vowels = TURKISH if language == "tr" else AZERI
        return [("", _turkic(own, vowels, "", True)), ("-alone", _turkic(plain, vowels, "", False))]
    if language in ("ru", "uk", "pl", "sr"):
        forms = word.split(",")
        return [("", (gender, *(forms if len(forms) > 1 else forms * 5)))]
    if language in ("fr", "it", "pt", "de"):
        return [("", _western(language, gender, word))]
    if language in ("hy", "bn") and ":" in spec:
        nom, genitive = spec.split(":")
        ending = {"hy": "ն" if genitive.endswith("ի") else "ը", "bn": ""}[language]
        return [("", ("p" if language == "hy" and not genitive.endswith("ի") else "m", nom, genitive, genitive + ending, genitive + ending, genitive, nom + {"hy": "ը", "bn": ""}[language]))]
    if rule:
        suffixed = rule(word) if language not in ("tr", "az") else _turkic(word, TURKISH if language == "tr" else AZERI, "", False)
        return [("", ("p" if language == "hy" and word.endswith("ներ") else gender, *suffixed[1:]))]
    rows: list[tuple[str, Forms]] = [("", (gender, word))]
    alone = {"hi": re.sub(r"^(का|की|के) ", "", word), "ur": re.sub(r"^(کا|کی|کے) ", "", word),
             "ar": re.sub(r" (في|من)$", "", word), "fa": re.sub(r"هٔ$", "ه", re.sub(r" از$", "", word))}.get(language, word)
    return rows if alone == word else [*rows, ("-alone", (gender, alone))]


def _western(language: str, gender: str, word: str) -> Forms:
    if language == "de":
        if gender == "p" and not word.startswith("die "):
            dative = re.sub(r"(?<=[elr])(?= |$)", "n", word)
            return ("p", word, "von " + dative, dative, word, dative)
        swap = {"die ": ("den " if gender == "p" else "der ", "die "), "der ": ("dem ", "den "), "das ": ("dem ", "das "),
                "eine ": ("einer ", "eine ")}
        article = next(a for a in swap if word.startswith(a))
        rest = word[len(article):]
        weak = re.sub(r"e (?=[a-zA-Z])", "en ", rest) if article == "eine " else rest
        dative = swap[article][0] + weak
        return (gender, word, dative, dative, swap[article][1] + rest, dative)
    plain = gender.rstrip("!")
    if gender.endswith("!"):
        prepositions = {"fr": ("de ", "à "), "it": ("di ", "a "), "pt": ("de ", "a ")}[language]
        gen, dat = (p + word for p in prepositions)
        if language == "fr" and word.startswith(("un", "des")):
            gen = "d’" + word if word.startswith("un") else "de " + word.removeprefix("des ")
        return ("p" if plain in "FP" else plain, word, gen, dat, word, word)
    return {"fr": french_article, "it": italian_article, "pt": portuguese_article}[language](word, plain)

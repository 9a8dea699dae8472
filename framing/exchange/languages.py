"""Tags of languages (BCP 47) for what archives and programs write in their place: jp, eng, English, Englisch, ngerman, 日本語."""

import re
import unicodedata
from collections.abc import Mapping

from framing.study.cldr import LANGUAGES

_NAMES = {
    "en": "english englisch anglais inglés inglese inglês английский 英語 英文 英语 engels 영어 angielski engelska engelsk ingilizce",
    "ja": "japanese japanisch japonais japonés giapponese japonês японский 日本語 日語 日文 日语 japans jp 일본어 japoński japanska japansk japonca",
    "ru": "russian russisch russe ruso russo русский ロシア語 俄文 俄语 俄語 러시아어 rosyjski ryska russisk rusça",
    "fr": "french französisch français francés francese francês французский フランス語 法文 法语 法語 frans 프랑스어 francuski franska fransk fransızca",
    "de": "german deutsch allemand alemán tedesco alemão немецкий ドイツ語 德文 德语 德語 duits 독일어 niemiecki tyska tysk almanca",
    "es": "spanish spanisch espagnol español spagnolo espanhol испанский スペイン語 西班牙文 西班牙语 spaans",
    "it": "italian italienisch italien italiano итальянский イタリア語 意大利文 意大利语 italiaans",
    "pt": "portuguese portugiesisch portugais portugués portoghese português португальский ポルトガル語 葡萄牙文 葡萄牙语 portugees",
    "nl": "dutch niederländisch néerlandais neerlandés olandese holandês нидерландский オランダ語 荷兰文 荷蘭文 nederlands",
    "ko": "korean koreanisch coréen coreano корейский 韓国語 朝鮮語 韩文 韓文 kr 한국어 koreański",
    "zh": "chinese chinesisch chinois chino cinese chinês китайский 中国語 中文 chinees cn 중국어 chiński kinesiska kinesisk çince",
    "ar": "arabic arabisch arabe árabe arabo арабский アラビア語 阿拉伯文",
    "pl": "polish polnisch polonais polaco polacco polonês польский ポーランド語 波兰文",
    "sv": "swedish schwedisch suédois sueco svedese шведский スウェーデン語 瑞典文",
    "da": "danish dänisch danois danés danese dinamarquês датский デンマーク語 丹麦文",
    "no": "norwegian norwegisch norvégien noruego norvegese norueguês норвежский ノルウェー語 挪威文",
    "fi": "finnish finnisch finnois finés finlandese finlandês финский フィンランド語 芬兰文",
    "tr": "turkish türkisch turc turco турецкий トルコ語 土耳其文",
    "uk": "ukrainian ukrainisch ukrainien ucraniano ucraino украинский ウクライナ語",
    "id": "indonesian indonesisch indonésien indonesio indonesiano индонезийский インドネシア語",
}
_OTHERS: Mapping[str, str] = {
    # no codes of languages, but of countries, where ISO 639-1 has no language of that code
    **{"cz": "cs", "dk": "da", "gr": "el"},
    # ISO 639-2
    **{"chi": "zh", "zho": "zh", "dan": "da", "deu": "de", "dut": "nl", "eng": "en", "fin": "fi", "fra": "fr", "fre": "fr"},
    **{"ger": "de", "ita": "it", "jpn": "ja", "kor": "ko", "nld": "nl", "nor": "no", "pol": "pl", "por": "pt", "rus": "ru"},
    **{"spa": "es", "swe": "sv", "ukr": "uk"},
    # names in babel, by which BibLaTeX calls languages
    **{"american": "en-US", "usenglish": "en-US", "british": "en-GB", "ukenglish": "en-GB", "ngerman": "de"},
    **{"austrian": "de-AT", "naustrian": "de-AT", "brazilian": "pt-BR", "nynorsk": "nn", "norsk": "no"},
    # their own names, where no neighbour's archive prints them so
    **{"українська": "uk", "dansk": "da", "polski": "pl", "svenska": "sv"},
    **{"zhcn": "zh-Hans", "zhtw": "zh-Hant", "简体中文": "zh-Hans", "繁體中文": "zh-Hant", "繁体中文": "zh-Hant"},
}  # fmt: skip
_TAGS: Mapping[str, str] = {
    **{name.casefold(): code for code, name in LANGUAGES.items()},
    **{name: code for code, names in _NAMES.items() for name in (code, *names.split())},
    **_OTHERS,
}
_TAG = re.compile("([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}))?(?![a-z]).*", re.DOTALL)


def tag(printed: str) -> str:
    """The tag of a language however it is written, of several the first; empty for none, and for one that is not known.

    >>> tag("jp"), tag("English"), tag("en_us"), tag("zh-hant-tw"), tag("ja-alalc97"), tag("Klingon")
    ('ja', 'en', 'en-US', 'zh-Hant-TW', 'ja', '')
    >>> tag("Englisch"), tag("日本語"), tag("ENGLISH; ENGLISHS"), tag("zhtw"), tag("en; fr")
    ('en', 'ja', 'en', 'zh-Hant', 'en')
    """
    plain = unicodedata.normalize("NFKC", printed).strip().casefold()
    if plain in _TAGS:
        return _TAGS[plain]
    if found := _TAG.fullmatch(plain):
        code, script, region = found[1], (found[2] or "").title(), (found[3] or "").upper()
        code = _TAGS.get(code, code)
        return "-".join(filter(None, (code, script, region))) if code in LANGUAGES else ""
    word = re.match(r"[^\W\d_]+", plain)
    return _TAGS.get(word[0], "") if word else ""

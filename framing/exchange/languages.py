"""Tags of languages for the names that archives print, in the language of whoever exported the file."""

import re
import unicodedata

_NAMES = {
    "en": "english englisch anglais inglés inglese inglês английский 英語 英文 英语 engels",
    "ja": "japanese japanisch japonais japonés giapponese japonês японский 日本語 日語 日文 日语 japans jp",
    "ru": "russian russisch russe ruso russo русский ロシア語 俄文 俄语 俄語",
    "fr": "french französisch français francés francese francês французский フランス語 法文 法语 法語 frans",
    "de": "german deutsch allemand alemán tedesco alemão немецкий ドイツ語 德文 德语 德語 duits",
    "es": "spanish spanisch espagnol español spagnolo espanhol испанский スペイン語 西班牙文 西班牙语 spaans",
    "it": "italian italienisch italien italiano итальянский イタリア語 意大利文 意大利语 italiaans",
    "pt": "portuguese portugiesisch portugais portugués portoghese português португальский ポルトガル語 葡萄牙文 葡萄牙语 portugees",
    "nl": "dutch niederländisch néerlandais neerlandés olandese holandês нидерландский オランダ語 荷兰文 荷蘭文 nederlands",
    "ko": "korean koreanisch coréen coreano корейский 韓国語 朝鮮語 韩文 韓文 kr",
    "zh": "chinese chinesisch chinois chino cinese chinês китайский 中国語 中文 chinees cn",
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
_TAGS = {name: tag for tag, names in _NAMES.items() for name in (tag, *names.split())}
_SCRIPTS = {"zhcn": "zh-Hans", "zhtw": "zh-Hant"}


def tag(name: str) -> str:
    """The tag (BCP 47) of a language that is named or abbreviated; empty for none that is known.

    >>> tag("Englisch"), tag("日本語"), tag("ENGLISH; ENGLISHS"), tag("zhtw"), tag("Volapük")
    ('en', 'ja', 'en', 'zh-Hant', '')
    """
    plain = unicodedata.normalize("NFKC", name).strip().casefold()
    word = re.match(r"[^\W\d_]+", plain)
    return (_SCRIPTS.get(word[0]) or _TAGS.get(word[0], "")) if word else ""

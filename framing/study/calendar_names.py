"""Names in which papers and their archives print dates: eras, months, days of the week, kanji numerals."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple


class Era(NamedTuple):
    """A Japanese era: its name and letter, and its days."""

    name: str
    letter: str
    first: date
    last: date


# The day of change belongs to both eras (1912-07-30, 1926-12-25), except in 1989 and 2019, which changed at midnight.
# Before 1873 Japan used a lunisolar calendar: its months are not those of the Gregorian one.
ERAS = (
    Era("明治", "M", date(1873, 1, 1), date(1912, 7, 30)),
    Era("大正", "T", date(1912, 7, 30), date(1926, 12, 25)),
    Era("昭和", "S", date(1926, 12, 25), date(1989, 1, 7)),
    Era("平成", "H", date(1989, 1, 8), date(2019, 4, 30)),
    Era("令和", "R", date(2019, 5, 1), date.max),
)
OLDEST = {"明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019}
"""The year that each era calls its first."""

ENGLISH = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
GERMAN = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
GENITIVE = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)
NOMINATIVE = (
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)

ROMANCE = tuple(
    tuple(names.split())
    for names in (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    )
)
"""French, Spanish, Italian and Portuguese, in which the interfaces of archives print dates."""

OTHERS = tuple(
    tuple(names.split())
    for names in (
        "januari februari maart april mei juni juli augustus september oktober november december",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "januar februar marts april maj juni juli august september oktober november december",
        "januar februar mars april mai juni juli august september oktober november desember",
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
        "ledna února března dubna května června července srpna září října listopadu prosince",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    )
)
"""Dutch, Swedish, Danish, Norwegian, Finnish, Polish (twice), Czech, Turkish and Ukrainian; only whole, for their beginnings
are those of other months elsewhere: mar is March, and marraskuu November."""

DAYS = {
    "en": (
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ),
    "ja": tuple("月火水木金土日"),
    "ru": (
        "понедельник",
        "вторник",
        "среда",
        "четверг",
        "пятница",
        "суббота",
        "воскресенье",
    ),
}
"""Days of the week as the program writes them, by language."""
OTHER_DAYS = (
    (
        "понедельник",
        "вторник",
        "среду",
        "четверг",
        "пятницу",
        "субботу",
        "воскресенье",
    ),
    (
        "Montag",
        "Dienstag",
        "Mittwoch",
        "Donnerstag",
        "Freitag",
        "Samstag",
        "Sonntag",
    ),
)
WHOLE_DAYS = tuple(
    tuple(names.split())
    for names in (
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "lunes martes miércoles jueves viernes sábado domingo",
        "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        "måndag tisdag onsdag torsdag fredag lördag söndag",
        "mandag tirsdag onsdag torsdag fredag lørdag søndag",
        "poniedziałek wtorek środa czwartek piątek sobota niedziela",
        "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
        "星期一 星期二 星期三 星期四 星期五 星期六 星期日",
        "월요일 화요일 수요일 목요일 금요일 토요일 일요일",
    )
)
"""Only whole: mar is an English March before it is a French Tuesday."""

_DIGITS = dict(zip("〇○零一二三四五六七八九", (0, 0, 0, *range(1, 10)), strict=True))
_UNITS = {"十": 10, "百": 100, "千": 1000}
KANJI_NUMERALS = "".join((*_DIGITS, *_UNITS))


def _numbered(tables: Iterable[Iterable[str]], first: int) -> dict[str, int]:
    """Numbers by name, and by every beginning of a name of three letters or more that only one number has: sept, окт, thurs."""
    numbers = [(name.lower(), number) for names in tables for number, name in enumerate(names, first)]
    meant: dict[str, set[int]] = defaultdict(set)
    for name, number in numbers:
        for end in range(3, len(name) + 1):
            meant[name[:end]].add(number)
    return {name: next(iter(found)) for name, found in meant.items() if len(found) == 1}


MONTHS: Mapping[str, int] = {
    **{name: number for names in OTHERS for number, name in enumerate(names, 1)},
    **_numbered((ENGLISH, GERMAN, GENITIVE, NOMINATIVE, *ROMANCE), 1),
}
"""Numbers of months, by name or abbreviation in small letters."""
WEEKDAYS: Mapping[str, int] = {
    **_numbered((DAYS["en"], DAYS["ru"], *OTHER_DAYS), 0),
    **{name: number for names in WHOLE_DAYS for number, name in enumerate(names)},
    **{name: number for number, name in enumerate(DAYS["ja"])},
    **{name: number for number, name in enumerate(("пн", "вт", "ср", "чт", "пт", "сб", "вс"))},
}
"""Days of the week from Monday (0) on, by name or abbreviation in small letters."""


def number_of(kanji: str) -> int:
    """The number that kanji write, digit by digit or with tens, hundreds and thousands.

    >>> number_of("二〇一四"), number_of("二十六"), number_of("十"), number_of("二千十四")
    (2014, 26, 10, 2014)
    """
    if not any(sign in _UNITS for sign in kanji):
        return int("".join(str(_DIGITS[sign]) for sign in kanji))
    total = counted = 0
    for sign in kanji:
        if sign in _UNITS:
            total, counted = total + (counted or 1) * _UNITS[sign], 0
        else:
            counted = _DIGITS[sign]
    return total + counted

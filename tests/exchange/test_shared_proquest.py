"""The public sample of ProQuest gives what its README says."""

from tests.exchange.archives import SHARED, clippings, dates

TEXT = SHARED / "17-proquest-txt" / "proquest-toronto-star-2022.txt"


def test_text() -> None:
    found = clippings(TEXT, "proquest")
    assert len(found) == 10
    read = dates(found)
    assert {item.outlet for item in found} == {"Toronto Star"}
    first, third, tenth = found[0], found[2], found[9]
    assert (read[0], first.section, first.medium, first.language) == ("2022-03-09", "Politics", "web", "en")
    assert first.headline.startswith("Ontario to lift all COVID-19 restrictions by April 27, ")
    assert "'Toronto'" in first.remarks[0]
    assert (read[2], third.section, third.page, third.key) == ("2022-03-09", "News", "A.1", "2637267793")
    assert (third.headline, third.medium) == ("CTV 'regrets' details in Brown story", "print")
    assert (read[9], tenth.page) == ("2022-01-20", "A.7")
    assert tenth.headline == "In Ontario, the race for second might be the most interesting"
    assert all(item.url.startswith("https://www.proquest.com/") for item in found)
    assert "accountid" not in repr(found)
    assert "libproxy" not in repr(found)

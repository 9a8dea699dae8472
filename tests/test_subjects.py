"""What a judgement or a test is about, written and read again."""

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from framing.analysis.choices import Alone, alone
from framing.analysis.subjects import Asked, Subject, subject

IDS = st.from_regex(r"[a-z][a-z0-9_-]{0,12}", fullmatch=True)


@given(st.sampled_from(get_args(Asked)), IDS.filter(lambda name: name not in ("frame", "primary")))
def test_a_subject_that_is_written_is_read_again(asked: Asked, name: str) -> None:
    written = Subject(asked, "" if asked == "primary" else name)
    assert subject(str(written)) == written


@given(IDS)
def test_a_coder_alone_is_read_again(coder: str) -> None:
    assert alone(str(Alone(coder))) == Alone(coder)
    assert alone("majority") is None

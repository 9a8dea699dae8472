"""Opening files: whatever their bytes, the answer is documents and faults."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.study import load, unreadable
from framing.study.faults import Fault, StudyNotFound
from framing.study.load import Document

STUDY = Path(__file__).parent / "examples" / "study"


def copied(folder: Path) -> Path:
    root = folder / "study"
    shutil.copytree(STUDY, root)
    return root


def faults(root: Path) -> list[str]:
    return [str(found) for found in load.documents(root) if isinstance(found, Fault)]


def told(raw: bytes, line: int = 0) -> list[str]:
    return [str(found) for found in load.parse(raw, "article", "x", line) if isinstance(found, Fault)]


tokens = st.lists(
    st.sampled_from(
        [
            *(b"{", b"}", b"[", b"]", b",", b":", b'"', b'"a"', b'"a":', b"1", b"-", b"1e999", b"null", b"NaN", b"\\"),
            *(b"\n", b" ", b"\\ud800", b"\xef\xbb\xbf", "“".encode(), "：".encode(), b"\xe9", b"9" * 30, b"\x00", b"'"),
        ]
    ),
    max_size=30,
).map(b"".join)


@settings(max_examples=300)
@given(st.binary(max_size=60) | tokens | tokens.map(lambda inside: b'{"a":' + inside + b"}"), st.sampled_from([0, 7]))
def test_any_bytes_give_a_document_or_say_why_not(raw: bytes, line: int) -> None:
    found = load.parse(raw, "article", "x", line)
    assert found
    for fault in found:
        if isinstance(fault, Fault):
            assert fault.message
            assert not line or fault.line == line
    documents = [document for document in found if isinstance(document, Document)]
    assert len(documents) <= 1
    if documents:
        assert found[-1] is documents[0]
        assert documents[0].record == orjson.loads(raw)


@given(
    st.text(st.characters(codec="utf-8"), max_size=40).filter(lambda text: not text.isascii()),
    st.sampled_from(["utf-16", "utf-32"]),
)
def test_other_unicode_encodings_are_told(text: str, encoding: str) -> None:
    assert told(orjson.dumps({"a": text}).decode().encode(encoding))


@pytest.mark.parametrize("depth", [10, 250, 252, 253, 254, 255, 900, 990, 1000, 1023, 1024, 5000, 100_000])
@pytest.mark.parametrize("line", [0, 3])
def test_depth_is_no_accident(depth: int, line: int) -> None:
    """Depths between those that the two parsers bear once ended in an exception."""
    raw = b'{"a":' + b"[" * depth + b"]" * depth + b"}\n"
    faults = told(raw, line)
    assert bool(faults) is (depth > 253)
    if faults:
        assert unreadable.DEEP in faults[0]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("北方領土をめぐる交渉が再開", "cp932"),
        ("海がつながる", "cp932"),
        ("日ロ首脳会談", "euc-jp"),
        ("カタカナだけ", "euc-jp"),
        ("связь берегов важнее билетов", "cp1251"),
        ("Российская газета: переговоры продолжаются", "cp1251"),
        ("переговоры о тарифах", "koi8-r"),
        ("переговоры о тарифах на Курилах", "cp866"),
        ("переговоры о тарифах на Курилах", "iso8859-5"),
        ("Münchner Brücke, coûte déjà", "cp1252"),
    ],
)
def test_the_likely_encoding_is_named(text: str, encoding: str) -> None:
    assert f"probably {encoding} (" in told(b'{"a": "' + text.encode(encoding) + b'"}')[0]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b'{"a": [1, 2, ]}', "remove the comma before ]"),
        ('{"page": "3"}'.encode("utf-16-le"), "is not UTF-8 but UTF-16"),
        ('{"en": "海"}'.encode("utf-16-be"), "is not UTF-8 but UTF-16"),
        ('{"en": "海"}'.encode("utf-32"), "is not UTF-8 but UTF-32"),
        (b'{"a": "x"}\n\0', "the character at column 1 is invisible (U+0000)"),
        (b'{\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> b\n}', "two versions were merged"),
        (b'{"a": 1,\n}', "remove the comma before }"),
        (b'{"a": "x, }" y}', "a comma is missing"),
        ('{"a": „b“}'.encode(), "„ is used where a straight double quote"),
        ("{「a」: 1}".encode(), "「 is used where a straight double quote"),
        ('{"a"：1}'.encode(), "'：' is used where : is needed"),
        ('{"a":1，"b":2}'.encode(), "'，' is used where , is needed"),
        ('{"a":　1}'.encode(), r"'\u3000' is used where an ordinary space is needed"),
        (b'{"a": -Infinity}', "-Infinity is not a value"),
        (b'{"a": Infinity}', "Infinity is not a value"),
        (b'{"a": "NaN",\n "b": NaN}', "x:2::"),
        (b'{"a": "\r"}', "a text is not closed"),
        (b'{"a": ' + b"9" * 5000 + b"}", "a number that is too large"),
        (b'{"a": "\\udc00"}', r"\udc00 is half of a character"),
    ],
)
def test_words_for_what_is_no_json(raw: bytes, words: str) -> None:
    assert words in told(raw)[0]


def test_line_ends_of_old_macs_are_told() -> None:
    """All lines of the file are then one, and it was once said that a record ends too early in it."""
    assert "the lines end in carriage returns (U+000D)" in told(b'{"a": 1}\r{"a": 2}\r', 1)[0]


def test_every_key_that_stands_twice_is_told_with_its_place() -> None:
    raw = b'{"a": {"b": [{"c": 1, "c": 2, "d": 1, "d": 1}]}, "a/b": {"x": 0, "x": 0}}'
    assert [fault.split("::")[1].split(":")[0] for fault in told(raw)] == ["/a/b/0/c", "/a/b/0/d", "/a~1b/x"]


@given(st.integers())
def test_a_number_is_kept_exactly_or_told(number: int) -> None:
    raw = b'{"a": %d}' % number
    exact = -(2**63) <= number < 2**63
    assert bool(told(raw)) is not exact


@pytest.mark.parametrize("number", [2**63 - 1, 2**63, 2**64 - 1, 2**64, -(2**63), -(2**63) - 1, 10**30, -(10**30)])
@pytest.mark.parametrize("raw", [b'{"a": %d}', b'{\n  "a": %d\n}\n'])
def test_long_numbers(number: int, raw: bytes) -> None:
    """Tables keep 64 bits with a sign; the standard form hides nothing."""
    assert bool(told(raw % number)) is not (-(2**63) <= number < 2**63)


@pytest.mark.parametrize(
    "digits", ["1e-400", "9007199254740993.0", "0.1000000000000000055", "-1e-99999999999999999999"]
)
def test_a_number_that_would_lose_digits_is_told(digits: str) -> None:
    """They once became 0 and 9007199254740992 in silence when a file was mended."""
    assert "cannot be kept exactly" in told(b'{"a": [%s]}' % digits.encode())[0]


@pytest.mark.parametrize(
    "digits", ["0.10", "1e3", "12.333333333333334", "9007199254740992.0", "1E-7", "-0.0", "5e-324"]
)
def test_other_spellings_of_a_number_lose_nothing(digits: str) -> None:
    assert told(b'{"a": [%s]}' % digits.encode()) == []


def test_the_order_is_stable_and_references_come_first() -> None:
    kinds = [document.kind for document in load.documents(STUDY) if isinstance(document, Document)]
    assert kinds[:9] == ["codebook", "map", *load.REGISTERS, "claims", "questions"]
    assert sorted(kinds[9:]) == kinds[9:]
    files = [document.file for document in load.documents(STUDY) if isinstance(document, Document)]
    assert files[9:] == sorted(files[9:])


def test_a_study_is_found_from_inside(tmp_path: Path) -> None:
    assert load.study_root(STUDY / "coded" / "articles") == STUDY.resolve()
    with pytest.raises(StudyNotFound, match="framing init"):
        load.study_root(tmp_path)


def test_what_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "study"
    shutil.copytree(STUDY, root)

    def denied(*_: object, **__: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    monkeypatch.setattr(Path, "open", denied)
    found = list(load.documents(root))
    assert len(found) == 1 + len(load.REGISTERS) + 2 + 5 + 4 + 2
    assert {found.message for found in found if isinstance(found, Fault)} == {"cannot be read: Permission denied"}


@pytest.mark.parametrize("name", ["articles.jsonl", "codings/alba.jsonl"])
def test_a_folder_named_like_a_file_is_told(name: str, tmp_path: Path) -> None:
    """It was once passed over in silence."""
    root = tmp_path / "study"
    shutil.copytree(STUDY, root)
    (root / "coded" / name).mkdir()
    assert [str(found) for found in load.documents(root) if isinstance(found, Fault)] == [
        f"coded/{name}::: cannot be read: it is a folder, not a file"
    ]


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    root = tmp_path / "study"
    shutil.copytree(STUDY, root)
    article = root / "coded" / "articles" / "more-2026-04.json"
    article.unlink()
    article.symlink_to(article)
    assert [str(found) for found in load.documents(root) if isinstance(found, Fault)] == [
        "coded/articles/more-2026-04.json::: cannot be read: it is a broken link"
    ]


@pytest.mark.parametrize(
    "file", ["outlets.json", "articles/harbour-post-2026-03-03.json", "codings/boris.jsonl", "articles.jsonl"]
)
@pytest.mark.parametrize("sort", ["pipe", "device"])
def test_what_might_be_read_for_ever_is_not_opened(file: str, sort: str, tmp_path: Path) -> None:
    """A register that is a named pipe once made the check wait for ever."""
    root = copied(tmp_path)
    path = root / "coded" / file
    path.unlink(missing_ok=True)
    os.mkfifo(path) if sort == "pipe" else path.symlink_to("/dev/zero")
    assert faults(root) == [f"coded/{file}::: cannot be read: it is a pipe, a socket or a device, not a file"]


@pytest.mark.parametrize("name", ["articles", "codings", "codings/boris", "codings/boris.jsonl", "articles.jsonl"])
def test_a_collection_that_is_a_link_to_nowhere_is_told(name: str, tmp_path: Path) -> None:
    """All codings were once gone without a word."""
    root = copied(tmp_path)
    path = root / "coded" / name
    if path.exists():
        path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "nowhere")
    assert f"coded/{name}::: cannot be read: it is a broken link" in faults(root)


@pytest.mark.parametrize("name", ["articles.jsonl", "codings/boris.jsonl"])
def test_a_file_of_lines_without_a_line_is_told(name: str, tmp_path: Path) -> None:
    """As after a full disk: all codings of a coder were once gone without a word."""
    root = copied(tmp_path)
    (root / "coded" / name).write_bytes(b"")
    assert [fault.partition("::: ")[2] for fault in faults(root)] == [
        "is empty; restore what it held, or remove the file"
    ]


@pytest.mark.parametrize("name", ["x.json", "articles/x.json", "codings/x.jsonl", "codings/x", "codings/alba/x.json"])
@pytest.mark.parametrize("odd", [b"\xff", b"\n", b"\x1b[31m"])
def test_a_name_that_cannot_be_printed_is_told(name: str, odd: bytes, tmp_path: Path) -> None:
    """It once ended in a UnicodeEncodeError."""
    root = copied(tmp_path)
    path = os.fsencode(root / "coded" / name).replace(b"/x", b"/x" + odd)
    try:
        Path(os.fsdecode(path)).write_bytes(b"{}")
    except OSError:
        pytest.skip("this disk knows no such name")
    (found,) = faults(root)
    sign = {b"\xff": "\\xff", b"\n": "\\n", b"\x1b[31m": "\\x1b[31m"}[odd]
    assert found.startswith(f"coded/{name.partition('x')[0]}x{sign}")
    assert "nothing reads this file" in found
    assert found.isprintable()


def test_a_study_that_is_a_link_to_itself_is_no_study(tmp_path: Path) -> None:
    """It once ended in a RuntimeError."""
    (tmp_path / "study").symlink_to(tmp_path / "study")
    with pytest.raises(StudyNotFound, match="a link that leads to itself"):
        load.study_root(tmp_path / "study")


def test_folders_that_may_not_be_read_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of them once hid the faults of all other files."""
    root = copied(tmp_path)

    def denied(_: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", denied)
    assert faults(root) == [
        "schemas/maps::: cannot be read: Permission denied",
        "coded/articles::: cannot be read: Permission denied",
        "coded/codings::: cannot be read: Permission denied",
    ]


def test_a_study_without_its_codebook_is_told_as_one(tmp_path: Path) -> None:
    (tmp_path / "coded").mkdir()
    (tmp_path / "coded" / "outlets.json").write_text("{}", encoding="utf-8")
    with pytest.raises(StudyNotFound, match=r"has coded/ but no schemas/codebook\.json"):
        load.study_root(tmp_path / "coded")

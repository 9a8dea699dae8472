"""Codings as ReCal takes them: numbers without a heading, a row per article and a column per coder.

The file says neither articles nor coders nor the question: the map says them in the order of the file. With several questions
the coders' columns of the first come first, as ReCal2 has them.
"""

from collections.abc import Iterator

from framing.exchange import decoded
from framing.exchange.clipping import Export, NotReadableError, Trouble
from framing.exchange.codings import heads
from framing.exchange.codings.line import Cell, Form, Found, Line
from framing.exchange.codings.mapping import Map
from framing.exchange.codings.tables import parted

_EXAMPLE = '"order": {"articles": ["ARTICLE", …], "coders": ["CODER", …], "questions": ["VARIABLE"]}'
NO_ANSWER = "#"
"""How ReCal writes that a coder did not answer."""


def _read(export: Export, told: Map) -> Iterator[Found]:
    text, _encoding = decoded.text(export)
    rows = [(at, cells) for at, cells in parted(text, export.name) if any(cells)]
    articles, coders, questions = (told.order.get(part, ()) for part in ("articles", "coders", "questions"))
    if not (articles and coders and questions):
        raise NotReadableError(
            f"{export.name} has no heading: a map must say which article each row is, who each column, and what was asked: {_EXAMPLE}"
        )
    if len(rows) != len(articles):
        raise NotReadableError(
            f'{export.name} has {len(rows)} rows, but "order" in the map has {len(articles)} articles: name one for each row, in order'
        )
    columns = [(coder, question) for question in questions for coder in coders]
    for (number, cells), article in zip(rows, articles, strict=True):
        if len(cells) != len(columns):
            message = f'has {len(cells)} cells, but "order" in the map makes {len(columns)}: a coder\'s column for each question'
            yield Trouble(f"row {number}", message)
            continue
        for at, ((coder, question), answer) in enumerate(zip(columns, cells, strict=True), 1):
            if answer not in ("", NO_ANSWER):
                said = {"article": article, "coder": coder, "question": question, "answer": answer}
                yield Line(f"row {number}, column {at}", "", tuple(Cell(*each) for each in said.items()))


FORM = Form(
    "ReCal (numbers without a heading)",
    heads.is_recal,
    _read,
    {"article": "article", "coder": "coder", "variable": "question", "value": "answer"},
)

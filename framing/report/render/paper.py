"""Tables for a paper as files: Word, LaTeX, Markdown, HTML, CSV, with three rules and a note, as the APA prints them."""

import csv
import html
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from importlib import import_module
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from framing.report.paper import PaperTable
from framing.study.zipped import entry

LONG = 40
"""Rows from which on a table may run over pages."""
WIDE = 8
"""Columns from which on a page lies on its side."""
USUAL, SMALL = 10, 8
"""Size of letters on a page that stands upright, and on one that lies on its side, in points."""
LETTER, UPRIGHT, MARGIN = 0.47, 100, 4
"""Width of a letter by its size; letters in a line of an upright page; and letters that the margins of a cell take."""
MADE = datetime(2000, 1, 1)
"""Stands where Word writes when a file was made, so that the same study gives the same bytes."""
_LATIN = re.compile(r"[\u0000-\u024f\u2010-\u2044\u2200-\u22ff]*")
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "^": r"\textasciicircum{}",
    "_": r"\_", "~": r"\textasciitilde{}", "%": r"\%", "−": "$-$", "≥": r"$\geq$", "≤": r"$\leq$", "≠": r"$\neq$", "–": "--",
    "α": r"$\alpha$", "κ": r"$\kappa$",
}  # fmt: skip


def as_csv(table: PaperTable) -> bytes:
    r"""The cells alone.

    >>> as_csv(PaperTable("Frames", ("Frame", "n"), (("war", "3"),), frozenset({1}), ""))
    b'Frame,n\nwar,3\n'
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([table.head, *table.rows])
    return text.getvalue().encode()


def as_markdown(table: PaperTable) -> bytes:
    r"""A pipe table, as Pandoc and Quarto read it.

    >>> print(as_markdown(PaperTable("Frames", ("Frame", "n"), (("a|b", "3"),), frozenset({1}), "Of 3.")).decode())
    **Frames**
    <BLANKLINE>
    | Frame | n |
    |---|---:|
    | a\|b | 3 |
    <BLANKLINE>
    *Note.* Of 3.
    <BLANKLINE>
    """
    rule = "|".join("---:" if place in table.numeric else "---" for place in range(len(table.head)))
    rows = [
        "| " + " | ".join(re.sub(r"([|\\*_<])", r"\\\1", cell) for cell in row) + " |"
        for row in (table.head, *table.rows)
    ]
    note = f"\n*Note.* {table.note}\n" if table.note else ""
    return f"**{table.title}**\n\n{rows[0]}\n|{rule}|\n".encode() + "\n".join([*rows[1:], note]).encode()


def as_html(table: PaperTable) -> bytes:
    """A page with the table alone, to be pasted or printed."""

    def row(cells: tuple[str, ...], tag: str) -> str:
        inside = (
            f"<{tag}{' class=number' if place in table.numeric else ''}>{html.escape(cell)}</{tag}>"
            for place, cell in enumerate(cells)
        )
        return f"<tr>{''.join(inside)}</tr>"

    body = "\n".join(row(cells, "td") for cells in table.rows)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{html.escape(table.title)}</title>
<style>
body {{ font: 11pt/1.3 "Times New Roman", "Noto Serif", "Noto Serif CJK JP", serif; margin: 2rem }}
table {{ border-collapse: collapse; border-top: 1px solid; border-bottom: 1px solid }}
caption {{ text-align: left; font-style: italic; padding-bottom: .5em }}
thead th {{ border-bottom: 1px solid; font-weight: normal; text-align: left; vertical-align: bottom }}
th, td {{ padding: .2em .8em .2em 0; text-align: left; vertical-align: top }}
.number {{ text-align: right !important }}
</style></head><body>
<table><caption>{html.escape(table.title)}</caption>
<thead>{row(table.head, "th")}</thead>
<tbody>
{body}
</tbody></table>
<p><i>Note.</i> {html.escape(table.note)}</p>
</body></html>
""".encode()


def as_latex(table: PaperTable) -> bytes:
    r"""A table with booktabs; a long one runs over pages. What needs another engine than pdfLaTeX is said in a comment.

    >>> print(as_latex(PaperTable("Frames", ("Frame", "n"), (("R&D", "3"),), frozenset({1}), "Of 3.")).decode().splitlines()[7])
    R\&D & 3 \\
    """
    kinds = "".join("r" if place in table.numeric else "l" for place in range(len(table.head)))
    lines = [" & ".join(map(_tex, row)) + r" \\" for row in table.rows]
    head = " & ".join(map(_tex, table.head)) + r" \\"
    long = len(lines) > LONG
    comment = ["% needs \\usepackage{booktabs" + (",longtable}" if long else "}")]
    if not _LATIN.fullmatch("".join([*table.head, *map("".join, table.rows), table.note, table.title])):
        comment.append(
            "% kanji or Cyrillic: compile with xelatex or lualatex, \\usepackage{fontspec} and a font that has them,"
        )
        comment.append("% for example \\setmainfont{Noto Serif CJK JP}; pdflatex leaves them out")
    note = rf"\par\smallskip\footnotesize\textit{{Note.}} {_tex(table.note)}" if table.note else ""
    if long:
        body = [
            rf"\begin{{longtable}}{{{kinds}}}", rf"\caption{{{_tex(table.title)}}}\\", r"\toprule", head, r"\midrule", r"\endhead",
            *lines, r"\bottomrule", r"\end{longtable}", note,
        ]  # fmt: skip
    else:
        body = [
            r"\begin{table}", rf"\caption{{{_tex(table.title)}}}", rf"\begin{{tabular}}{{{kinds}}}", r"\toprule", head, r"\midrule",
            *lines, r"\bottomrule", r"\end{tabular}", note, r"\end{table}",
        ]  # fmt: skip
    return ("\n".join([*comment, *filter(None, body)]) + "\n").encode()


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in text)


def as_docx(table: PaperTable) -> bytes:
    """A Word document with the table alone; kanji and Cyrillic have fonts of their own."""
    document = import_module("docx").Document()
    document.core_properties.author = ""
    document.core_properties.title = table.title
    document.core_properties.created = document.core_properties.modified = MADE
    lying, point = _too_wide(table), import_module("docx.shared").Pt
    font = document.styles["Normal"].font
    font.name, font.size = "Times New Roman", point(SMALL if lying else USUAL)
    document.styles["Normal"].element.rPr.rFonts.set(_word("eastAsia"), "MS Mincho")
    section = document.sections[0]
    if lying:
        _on_its_side(section)
    document.add_paragraph().add_run(table.title).italic = True
    drawn = document.add_table(rows=1 + len(table.rows), cols=len(table.head))
    drawn.autofit = False
    width = section.page_width - section.left_margin - section.right_margin
    _filled(drawn, table, _widths(table, width, int(width / point(SMALL if lying else USUAL) / LETTER)))
    note = document.add_paragraph()
    note.paragraph_format.space_before = point(4)
    note.add_run("Note. ").italic = True
    note.add_run(table.note)
    content = BytesIO()
    document.save(content)
    return _without_times(content.getvalue())


def _too_wide(table: PaperTable) -> bool:
    """Whether a table has more columns, or longer cells, than a page that stands upright can hold."""
    return len(table.head) > WIDE or sum(wanted for _, wanted in _needs(table)) > 1.5 * UPRIGHT


def _on_its_side(section: Any) -> None:
    section.orientation = import_module("docx.enum.section").WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def _needs(table: PaperTable) -> list[tuple[int, int]]:
    """How many letters each column needs so that no word and no number is broken, and how many so that no cell is."""
    needs = []
    for place, (head, *cells) in enumerate(zip(table.head, *table.rows, strict=True)):
        whole = cells if place in table.numeric else [word for cell in cells for word in cell.split()]
        least = max(map(len, [*head.split(), *whole]), default=1)
        needs.append((least + MARGIN, max(map(len, [head, *cells])) + MARGIN))
    return needs


def _widths(table: PaperTable, whole: int, letters: int) -> list[int]:
    """How wide each column is: what it needs first, and what is left by how much more its cells want.

    >>> _widths(PaperTable("", ("Frame", "n"), (("a word " * 3, "3"),), frozenset({1}), ""), 450, 20)
    [337, 112]
    """
    needs = _needs(table)
    wanting = sum(want - least for least, want in needs) or 1
    left = max(0, letters - sum(least for least, _ in needs))
    shares = [least + min(want - least, left * (want - least) / wanting) for least, want in needs]
    return [int(whole * share / sum(shares)) for share in shares]


def _filled(drawn: Any, table: PaperTable, widths: list[int]) -> None:
    right, space = import_module("docx.enum.text").WD_ALIGN_PARAGRAPH.RIGHT, import_module("docx.shared").Pt(1)
    for column, width in zip(drawn.columns, widths, strict=True):
        column.width = width
    last = len(table.rows)
    for number, (row, cells) in enumerate(zip(drawn.rows, (table.head, *table.rows), strict=True)):
        edges = [edge for edge, there in (("top", number == 0), ("bottom", number in (0, last))) if there]
        for place, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
            cell.width = widths[place]
            paragraph = cell.paragraphs[0]
            paragraph.add_run(text)
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = space
            if place in table.numeric:
                paragraph.alignment = right
            _ruled(cell, edges)
        row._tr.get_or_add_trPr().append(
            import_module("docx.oxml").OxmlElement("w:tblHeader" if number == 0 else "w:cantSplit")
        )


def _ruled(cell: Any, edges: list[str]) -> None:
    """Draws lines above or below a cell."""
    element = import_module("docx.oxml").OxmlElement
    borders = element("w:tcBorders")
    for edge in edges:
        line = element(f"w:{edge}")
        for key, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
            line.set(_word(key), value)
        borders.append(line)
    cell._tc.get_or_add_tcPr().append(borders)


def _word(name: str) -> str:
    return str(import_module("docx.oxml.ns").qn(f"w:{name}"))


def _without_times(content: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(made, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(entry(name), before.read(name), ZIP_DEFLATED)
    return made.getvalue()


FORMS: Mapping[str, Callable[[PaperTable], bytes]] = {
    "md": as_markdown,
    "html": as_html,
    "latex": as_latex,
    "docx": as_docx,
    "csv": as_csv,
}
"""How a table is written, by the name of the format."""

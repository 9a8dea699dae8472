"""The whole of a bundle: its records, and everything that is computed from nothing but them."""

import json
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib.metadata import metadata, version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from framing import __version__
from framing.agreement.resampling import Bootstrap
from framing.analysis.choices import Choices
from framing.analysis.reading import reading
from framing.chart import picture
from framing.corpus import Corpus, read
from framing.export.as_datapackage import datapackage_files
from framing.export.bundle import citation
from framing.export.bundle.crate import METADATA, crate
from framing.export.bundle.guide import guide
from framing.export.bundle.tables import decisions_table, searches_table
from framing.export.package import package
from framing.refusal import Refusal
from framing.report import completed, makers, surround
from framing.report.context import context
from framing.report.render.markdown import figure_file, markdown
from framing.study import canonical, check

FORMAT = 1
STUDY, REPORTS, RECORD = "study/", "reports/", "bundle.json"
VERBATIM = (citation.FILE, "LICENSE")
"""Files that are taken as they stand in the study's folder."""
LIBRARIES = ("polars", "numpy", "altair", "vl-convert-python")
"""What computes numbers and lays out figures: with other versions of it, last digits may differ."""
_FIGURE = re.compile(r"^!\[(.*)\]\((figures/[^)]*)\.svg\)$", re.MULTILINE)


class Kept(NamedTuple):
    """What a bundle is made of.

    Attributes:
        study: path to content of the study's own files, see ``records.study_files``.
        verbatim: CITATION.cff, and LICENSE where there is one.
        withheld: articles whose quotes have no words.
        pseudonyms: whether coders have codes for names.
        made_with: version of the program, of Python and of the libraries, see ``versions``.
    """

    study: Mapping[str, bytes]
    verbatim: Mapping[str, bytes]
    withheld: int
    pseudonyms: bool
    made_with: Mapping[str, Any]


def versions() -> dict[str, Any]:
    """The versions of what computes here. Of Python only what it must be at least: no number hangs on it.

    >>> list(versions())
    ['framing', 'python', 'libraries']
    """
    return {
        "framing": __version__,
        "python": str(metadata("media-framing")["Requires-Python"]),
        "libraries": {name: version(name) for name in LIBRARIES},
    }


def bundle(kept: Kept, chosen: Choices) -> dict[str, bytes] | Refusal:
    """Every file of a bundle.

    Args:
        kept: what it is made of.
        chosen: the reading, its ground, and the seed.

    Returns:
        Path to content; the same records, choices and versions of the libraries give the same bytes. A refusal where the reading
        cannot be taken.

    Raises:
        InvalidStudy: when the records have faults.
    """
    with TemporaryDirectory() as folder:
        root = Path(folder)
        book = json.loads(kept.study["schemas/codebook.json"])
        schemas = {f"schemas/{name}": text.encode() for name, text in check.schema_texts(book).items()}
        for path, content in {**kept.study, **schemas}.items():  # schemas of another version would be refused
            canonical.write(root / path, content)
        corpus = read(root)
        read_as = reading(corpus.tables, chosen.rule, ground=chosen.ground)
        if isinstance(read_as, Refusal):
            return read_as
        held = package(corpus.tables, read_as, corpus.codebook)
        more = {
            "searches": searches_table(corpus.registers["searches"]),
            "decisions": decisions_table([*corpus.codings.values(), *corpus.older]),
        }
        tables = datapackage_files(held._replace(tables={**held.tables, **more}))
        reports = dict(_reports(corpus, chosen, kept.made_with))
    files = {f"{STUDY}{path}": content for path, content in kept.study.items()} | reports | dict(tables)
    return _described(files | dict(kept.verbatim), corpus, kept, chosen)


def _reports(corpus: Corpus, chosen: Choices, made_with: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """The pages as Markdown; each figure as what it draws, which no font and no renderer can change."""
    ctx = context(corpus, chosen)
    around = surround(ctx)
    around = around._replace(footer=around.footer.replace(__version__, made_with["framing"]))
    for page in completed(ctx, [made() for made in makers(ctx)]):
        text = _FIGURE.sub(r"[\1](\2.json)", markdown(page, around))
        yield f"{REPORTS}{page.stem}.md", text.encode()
        for figure in page.figures():
            yield f"{REPORTS}{figure_file(page, figure).removesuffix('.svg')}.json", picture.vega_lite(figure.spec)


def _described(files: dict[str, bytes], corpus: Corpus, kept: Kept, chosen: Choices) -> dict[str, bytes]:
    """The files with those that tell what they are."""
    about = _about(corpus, kept, chosen)
    cited = citation.citation(kept.verbatim[citation.FILE])
    day = cited.day or citation.last_day([*corpus.codings.values(), *corpus.older])
    cited = cited._replace(day=day, title=cited.title or corpus.codebook["title"]["en"])
    files = files | {"README.md": guide(about, cited).encode()}
    digests = {path: sha256(content).hexdigest() for path, content in sorted(files.items())}
    files = files | {RECORD: canonical.as_file({**about, "files": digests})}
    return dict(sorted({**files, METADATA: canonical.as_file(crate(files, cited, about))}.items()))


def _about(corpus: Corpus, kept: Kept, chosen: Choices) -> dict[str, Any]:
    """What ``bundle.json`` says beside the hashes: the study, what was chosen, seeds and versions."""
    agreement = Bootstrap()
    return {
        "format": FORMAT,
        "study": corpus.codebook["id"],
        "title": corpus.codebook["title"]["en"],
        "codebook": corpus.codebook["version"],
        "choices": {"reading": chosen.rule, "ground": chosen.ground},
        "seeds": {
            "comparisons": {"seed": chosen.seed, "draws": chosen.draws},
            "agreement": {"seed": agreement.seed, "draws": agreement.draws},
        },
        "pseudonyms": kept.pseudonyms,
        "withheld_quotes_of_articles": kept.withheld,
        **kept.made_with,
    }


def again(files: Mapping[str, bytes], about: Mapping[str, Any]) -> dict[str, bytes] | Refusal:
    """A bundle computed from the records of one.

    Args:
        files: of the bundle.
        about: the content of its ``bundle.json``.

    Raises:
        InvalidStudy: when the records have faults.
    """
    study = {path.removeprefix(STUDY): content for path, content in files.items() if path.startswith(STUDY)}
    verbatim = {name: files[name] for name in VERBATIM if name in files}
    made_with = {name: about[name] for name in versions()}
    kept = Kept(study, verbatim, about["withheld_quotes_of_articles"], about["pseudonyms"], made_with)
    return bundle(kept, Choices(rule=about["choices"]["reading"], ground=about["choices"]["ground"]))

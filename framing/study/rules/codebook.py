"""Rules of the codebook."""

from collections.abc import Iterator
from itertools import pairwise

from framing.study import levels
from framing.study.faults import meant, shown
from framing.study.index import Index
from framing.study.rules.complaint import (
    Complaint,
    Record,
    alike,
    labels,
    repeated,
    strange_languages,
    unlisted,
)
from framing.study.schema import numbers


def codebook_ids_unique(codebook: Record, _: Index) -> Iterator[Complaint]:
    """A name means one thing: each list names its entries once, and frames, variables and the event share no name."""
    lists = ("missing",), ("frames",), ("groups",), ("variables",), ("constraints",)
    named = (("vocabularies", name) for name in codebook.get("vocabularies", {}))
    for path in (*lists, ("event", "relations"), ("confidence", "values"), *named):
        yield from repeated(codebook, *path)
    frames = {"event", *(frame["id"] for frame in codebook["frames"])}
    for place, frame in enumerate(codebook["frames"]):
        if frame["id"] == "event":
            yield ("frames", place, "id"), "'event' already names the event; give another"
    for place, variable in enumerate(codebook["variables"]):
        if variable["id"] in frames:
            yield ("variables", place, "id"), f"{variable['id']!r} already names a frame or the event; give another"
        yield from repeated(codebook, "variables", place, "values")
        for position, value in enumerate(variable["values"]):
            if value["id"] in (*levels.MISSING, levels.NOT_CODED):
                where = ("variables", place, "values", position, "id")
                yield where, f"{value['id']!r} is a missing value; list it under missing, not under values"


def codebook_levels_kept(codebook: Record, _: Index) -> Iterator[Complaint]:
    """The values of a variable, and the way in which its group is shown, go with its level."""
    shows = {group["id"]: group["show"] for group in reversed(codebook["groups"])}
    for place, variable in enumerate(codebook["variables"]):
        for name, message in levels.objections(variable, shows.get(variable["group"], "")):
            yield ("variables", place, name), message


def codebook_refers(codebook: Record, _: Index) -> Iterator[Complaint]:
    """Boundaries, groups and constraints name frames, values and variables that exist."""
    frames = [frame["id"] for frame in codebook["frames"]]
    groups = [group["id"] for group in codebook["groups"]]
    variables = {variable["id"]: variable for variable in codebook["variables"]}
    for place, frame in enumerate(codebook["frames"]):
        for position, boundary in enumerate(frame["exclude"]):
            if boundary.get("use", frames[0]) not in frames:
                message = f"there is no frame {boundary['use']!r}{meant(boundary['use'], frames)}"
                yield ("frames", place, "exclude", position, "use"), message
    for place, variable in enumerate(codebook["variables"]):
        values = [str(answer) for answer in levels.answers(variable)]
        for position, boundary in enumerate(variable["exclude"]):
            if boundary.get("use", values[0]) not in values:
                message = f"{boundary['use']!r} is not a value of {variable['id']!r}{meant(boundary['use'], values)}"
                yield ("variables", place, "exclude", position, "use"), message
        if variable["group"] not in groups:
            message = f"there is no group {variable['group']!r}{meant(variable['group'], groups)}"
            yield ("variables", place, "group"), message
    for place, constraint in enumerate(codebook["constraints"]):
        for name, required in constraint["require"].items():
            where = ("constraints", place, "require", name)
            if name not in variables:
                yield where, f"there is no variable {name!r}{meant(name, variables)}"
                continue
            known = levels.answers(variables[name])
            for value in required:
                if value not in known:
                    yield where, f"{shown(value)} is not a value of {name!r}{meant(value, known)}"


def codebook_own_filters(codebook: Record, _: Index) -> Iterator[Complaint]:
    """Values under which an outlet speaks for itself belong to a variable that filters, for others select nothing."""
    filtering = levels.shown(codebook, "filter")
    for place, variable in enumerate(codebook["variables"]):
        if "own" in variable and variable not in filtering:
            message = f"{variable['id']!r} filters nothing: its group {variable['group']!r} is not shown as a filter"
            yield ("variables", place, "own"), message
        known = [str(value["id"]) for value in variable["values"]]
        for position, value in enumerate(variable.get("own", ())):
            if value not in known:
                message = f"{value!r} is not a value of {variable['id']!r}{meant(value, known)}"
                yield ("variables", place, "own", position), message


def codebook_genres_known(codebook: Record, _: Index) -> Iterator[Complaint]:
    """Constraints name genres that articles can have."""
    for place, constraint in enumerate(codebook["constraints"]):
        for position, genre in enumerate(constraint["when"].get("genre", ())):
            if message := unlisted(codebook, "genres", genre):
                yield ("constraints", place, "when", "genre", position), message


def codebook_labels_in_languages(codebook: Record, _: Index) -> Iterator[Complaint]:
    """Labels are in the languages of the title, so that a mistyped tag does not lose a label in silence."""
    yield from strange_languages(codebook, codebook["title"])


def codebook_labels_apart(codebook: Record, _: Index) -> Iterator[Complaint]:
    """No two entries of a list have one label, in no language: a legend would show both alike."""
    lists: dict[tuple[str, ...], list[Record]] = {
        (name,): codebook[name] for name in ("missing", "frames", "groups", "variables")
    }
    lists |= {("event", "relations"): codebook["event"]["relations"]}
    lists |= {("confidence", "values"): codebook["confidence"]["values"]}
    lists |= {("vocabularies", name): entries for name, entries in codebook.get("vocabularies", {}).items()}
    for language in codebook["title"]:
        for path, entries in lists.items():
            yield from alike(labels(entries, language, *path))
        missing = list(labels(codebook["missing"], language, "missing"))
        for place, variable in enumerate(codebook["variables"]):
            legal = [item for item in missing if item[2] in variable["missing"]]
            yield from alike([*legal, *labels(variable["values"], language, "variables", place, "values")])


def codebook_marks_apart(codebook: Record, _: Index) -> Iterator[Complaint]:
    """No two frames are drawn with one colour and one shape."""
    first: dict[tuple[str, str], str] = {}
    for place, frame in enumerate(codebook["frames"]):
        other = first.setdefault((frame["colour"], frame["shape"]), frame["id"])
        if other != frame["id"]:
            message = (
                f"{frame['colour']} with {frame['shape']!r} already marks {other!r}; change the colour or the shape"
            )
            yield ("frames", place, "shape"), message


def codebook_version_listed(codebook: Record, _: Index) -> Iterator[Complaint]:
    """The newest change is the version of the codebook, and versions fall from there."""
    changes = [change["version"] for change in codebook["changes"]]
    if changes[0] != codebook["version"]:
        message = (
            f"is {codebook['version']}, but the newest change is {changes[0]}; add the change, or correct the version"
        )
        yield ("version",), message
    listed = list(map(numbers, changes))
    if any(newer <= older for newer, older in pairwise(listed)):
        yield ("changes",), f"list the newest version first, and each version once; they are {', '.join(changes)}"

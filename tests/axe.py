"""What axe-core finds on a page, at any level: names, roles, contrast, landmarks, languages, order of headings."""

from typing import Any


def violations(page: Any) -> list[str]:
    """One line per rule that is broken, with the places; axe is injected by the debugger, past the policy of the page."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{rule['impact']} {rule['id']}: {', '.join(str(node['target']) for node in rule['nodes'])}" for rule in found
    ]

"""The workbench: coding an article in the browser or at the prompt, with nothing ever lost.

Every answer is read from the files of the study, every change is written to them at once: there is no database and
no session. A coder is served only their own folder.
"""

from framing.workbench.launch import notices, serve
from framing.workbench.web.server import app

__all__ = ["app", "notices", "serve"]

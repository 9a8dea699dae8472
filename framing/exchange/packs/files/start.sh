#!/bin/sh
# Opens the articles in the browser. Close this window when you have finished.
cd "$(dirname "$0")" || exit 1
PATH="$HOME/.local/bin:$PATH"
if command -v framing >/dev/null 2>&1; then
  exec framing code --study study --coder {coder}
elif python3 -m framing --version >/dev/null 2>&1; then
  exec python3 -m framing code --study study --coder {coder}
elif command -v uv >/dev/null 2>&1; then
  exec uv tool run --from "media-framing=={version}" framing code --study study --coder {coder}
fi
echo 'The program "framing" is not on this computer yet. README.txt says how to install it.'
cat README.txt

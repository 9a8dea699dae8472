#!/bin/sh
# Makes back-{coder}.zip, which you send back.
cd "$(dirname "$0")" || exit 1
rm -f "back-{coder}.zip"
python3 -m zipfile -c "back-{coder}.zip" pack.json study && echo "Please send the file back-{coder}.zip in this folder."

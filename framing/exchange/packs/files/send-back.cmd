@echo off
rem Makes back-{coder}.zip, which you send back.
cd /d "%~dp0"
tar -a -c -f "back-{coder}.zip" pack.json study/schemas/codebook.json study/coded/codings
if errorlevel 1 (
  echo back-{coder}.zip could not be made. Right-click this folder, "Send to", "Compressed folder", and send that.
) else (
  echo Please send the file back-{coder}.zip in this folder.
)
pause

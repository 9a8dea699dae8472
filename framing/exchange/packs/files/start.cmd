@echo off
rem Opens the articles in the browser. Close this window when you have finished.
cd /d "%~dp0"
if not exist "study\schemas\codebook.json" (
  echo Please unpack the zip first: right-click it, "Extract All...", then open start.cmd in the new folder.
  pause
  exit /b 1
)
where framing >nul 2>nul
if not errorlevel 1 (
  framing code --study study --coder {coder}
  goto done
)
if exist "%USERPROFILE%\.local\bin\framing.exe" (
  "%USERPROFILE%\.local\bin\framing.exe" code --study study --coder {coder}
  goto done
)
py -3 -m framing --version >nul 2>nul
if not errorlevel 1 (
  py -3 -m framing code --study study --coder {coder}
  goto done
)
if exist "%USERPROFILE%\.local\bin\uv.exe" set "PATH=%USERPROFILE%\.local\bin;%PATH%"
where uv >nul 2>nul
if not errorlevel 1 (
  uv tool install "media-framing=={version}"
  uv tool run --from "media-framing=={version}" framing code --study study --coder {coder}
  goto done
)
echo The program "framing" is not on this computer yet. README.txt says how to install it.
start "" notepad README.txt
:done
pause

#!/usr/bin/env bash
# Takes the README's pictures into docs/: the demo is played without waiting, and a browser looks at it.
# Needs Chromium, and fonts for emoji and for names from everywhere; installs what is missing from the system's packages.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo"
if command -v apt-get >/dev/null && ! dpkg -s chromium fonts-dejavu-core fonts-noto-color-emoji >/dev/null 2>&1; then
  $as_root apt-get update -qq
  $as_root apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core fonts-noto-color-emoji >/dev/null
fi

export SCREENSHOTS=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet test --project tests/IncidentBot.Scenarios --filter "FullyQualifiedName~ScreenshotTests"
git status --short docs

#!/usr/bin/env bash
# Builds IncidentBot and runs its tests. `--full` runs every round of the heavy ones.
# Installs what the tests need from the system's packages when it is missing: Chromium for the browser scenarios, Node for
# the peers (Slack's own types and clients, and an emulator of it), which npm brings into tests/peers.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

[ "${1:-}" = "--full" ] && export INCIDENTBOT_TESTS=full
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

find_chromium() {
  for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    [ -n "$candidate" ] && command -v "$candidate" && return 0
  done
  return 1
}

install() {
  local as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo"
  $as_root apt-get update -qq
  $as_root apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

if ! find_chromium >/dev/null; then
  echo "Installing Chromium, which the browser scenarios need."
  install chromium fonts-dejavu-core
fi
CHROMIUM="$(find_chromium)"
export CHROMIUM

node_major() { node --version 2>/dev/null | sed -E 's/^v([0-9]+).*/\1/'; }
if [ "$(node_major || echo 0)" -lt 20 ] 2>/dev/null || ! command -v npm >/dev/null; then
  echo "Installing Node, which the peers of the tests need."
  install nodejs npm
fi
if [ "$(node_major)" -lt 20 ]; then
  echo "The peers of the tests need Node 20 or later; the system's packages have $(node --version). Install it from nodejs.org, then run this again."
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
fi
if ! cmp -s tests/peers/package-lock.json tests/peers/node_modules/.locked; then
  npm ci --prefix tests/peers --no-audit --no-fund
  cp tests/peers/package-lock.json tests/peers/node_modules/.locked
fi

log="$(mktemp)"
trap 'rm -f "$log"' EXIT

dotnet restore IncidentBot.sln --locked-mode
dotnet build IncidentBot.sln --no-restore 2>&1 | tee "$log"
if grep -qE '(: |^)warning [A-Z]+[0-9]+' "$log"; then
  echo "The build gives warnings; it must give none."
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
fi

status=0
dotnet test --solution IncidentBot.sln --no-build --max-parallel-test-modules 1 2>&1 | tee "$log" || status=$?

count() { awk -v name="$1:" '$1 == name { n = $2 } END { print n + 0 }' "$log"; }
passed="$(count succeeded)" failed="$(count failed)" skipped="$(count skipped)"
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
if [ "$passed" -eq 0 ]; then status=1; fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$status" -eq 0 ] && [ "$failed" -eq 0 ]

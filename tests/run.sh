#!/usr/bin/env bash
# Builds IncidentBot and runs its tests. `--full` runs every round of the heavy ones.
# Installs what the tests need from the system's packages when it is missing: Chromium for the browser scenarios.
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

if ! find_chromium >/dev/null; then
  echo "Installing Chromium, which the browser scenarios need."
  as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo"
  $as_root apt-get update -qq
  $as_root apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
fi
CHROMIUM="$(find_chromium)"
export CHROMIUM

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

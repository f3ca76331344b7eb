#!/usr/bin/env bash
# Runs the independent checks of a packed solution, where they are at hand beside the repository (../shared); nothing
# to do elsewhere: `crmx solution check` carries the cross-checks itself. Usage: .ci/solution-tools.sh [ZIP]
set -euo pipefail
cd "$(dirname "$0")/.."

tools=../shared/tools/solution
if [ ! -d "$tools" ]; then
  echo "solution tools: $tools is not at hand, skipped"
  exit 0
fi

python=/usr/bin/python3
if ! "$python" -c 'import lxml' 2>/dev/null; then
  command -v apt-get >/dev/null || { echo "solution tools need lxml: install python3-lxml" >&2; exit 1; }
  sudo=""
  [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends python3-lxml >/dev/null
fi

zip=${1:-}
if [ -z "$zip" ]; then
  zip=$(ls -t cli/bin/*/net10.0/CrmExtensions_managed.zip 2>/dev/null | head -1 || true)
fi
if [ ! -f "${zip:-}" ]; then
  echo "no packed solution: dotnet build cli, or name the zip" >&2
  exit 1
fi

echo "== schema: $zip"
"$python" "$tools/xsd_validate.py" "$zip"
echo "== cross-checks"
lint=$("$python" "$tools/lint_solution.py" "$zip") || { echo "$lint"; exit 1; }
echo "$lint"
if grep -q 'lack language' <<<"$lint"; then
  echo "a text is missing in one of the languages" >&2
  exit 1
fi
echo "== shape of real exports (information only)"
"$python" "$tools/shape_profile.py" check "$tools/shape-profile.json" "$zip" || true

#!/bin/sh
# Install the one program that the tests need beside Python: a browser, for the pages.
# Debian and Ubuntu: through apt-get. Elsewhere: say what will be skipped, and go on.
set -eu

for browser in chromium chromium-browser google-chrome; do
    if command -v "$browser" >/dev/null 2>&1; then
        exit 0
    fi
done
if ! command -v apt-get >/dev/null 2>&1; then
    echo "aigraph: no Chromium on this machine, so the tests of the pages in a browser are skipped"
    exit 0
fi
if [ "$(id -u)" -eq 0 ]; then
    root=""
elif sudo -n true 2>/dev/null; then
    root="sudo"
else
    echo "aigraph: no Chromium, so the tests of the pages in a browser are skipped; to run them: sudo apt-get install chromium"
    exit 0
fi
$root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 chromium >/dev/null

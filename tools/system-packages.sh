#!/bin/sh
# Install what the tests need beside Python: a browser for the pages, Node.js with npm, which build the explorer, and
# Graphviz, which draws what is written for it.
# Debian and Ubuntu: through apt-get. Elsewhere: say what will be skipped, and go on.
set -eu

has() {
    for program; do
        if command -v "$program" >/dev/null 2>&1; then
            return 0
        fi
    done
    return 1
}
if ! has java || ! has mvn; then
    echo "aigraph: Java or Maven is not on this machine, so the tests that ask Gephi are skipped; to run them:" \
        "sudo apt-get install openjdk-17-jdk-headless maven"
fi
missing=""
has chromium chromium-browser google-chrome || missing="chromium"
has node || missing="$missing nodejs"
has npm || missing="$missing npm"
has dot || missing="$missing graphviz"
missing=${missing# }
if [ -z "$missing" ]; then
    exit 0
fi
skipped="so the tests that need it are skipped: those of the pages in a browser (chromium), of the explorer (all), of Graphviz"
if ! command -v apt-get >/dev/null 2>&1; then
    echo "aigraph: not on this machine: $missing; $skipped"
    exit 0
fi
if [ "$(id -u)" -eq 0 ]; then
    root=""
elif sudo -n true 2>/dev/null; then
    root="sudo"
else
    echo "aigraph: not on this machine: $missing; $skipped; to run them: sudo apt-get install $missing"
    exit 0
fi
$root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
# shellcheck disable=SC2086 # a list of packages
$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 $missing >/dev/null

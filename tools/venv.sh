#!/bin/sh
# Create a virtual environment: tools/venv.sh PYTHON FOLDER. Says in one line what is missing.
set -eu
python=$1
folder=$2

if ! command -v "$python" >/dev/null 2>&1; then
    echo "aigraph: there is no $python here; install Python 3.11 or newer, or say which: make PYTHON=/path/to/python3" >&2
    exit 2
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "aigraph: $python is older than Python 3.11; say which Python to use: make PYTHON=python3.12" >&2
    exit 2
fi
has_venv() { "$python" -c 'import ensurepip, venv' 2>/dev/null; }
if ! has_venv && command -v apt-get >/dev/null 2>&1; then
    # Debian and Ubuntu keep this part of Python in a package of its own.
    version=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [ "$(id -u)" -eq 0 ]; then root=""; else root="sudo -n"; fi
    $root apt-get update -qq && $root apt-get install -y -qq "$version" >/dev/null || true
fi
if ! has_venv; then
    echo "aigraph: $python cannot make virtual environments; on Debian and Ubuntu: sudo apt-get install python3-venv" >&2
    exit 2
fi
"$python" -m venv "$folder" || { rm -rf "$folder"; exit 2; }

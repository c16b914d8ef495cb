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
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    echo "aigraph: $python cannot make virtual environments; on Debian and Ubuntu: sudo apt-get install python3-venv" >&2
    exit 2
fi
"$python" -m venv "$folder" || { rm -rf "$folder"; exit 2; }

#!/bin/sh
# Installs those of the Debian packages named as arguments that are missing.
# Exit status: 0 all are there; 1 some could not be installed (the message names them and the command).
set -eu

missing=
if command -v dpkg-query >/dev/null 2>&1; then
    for package in "$@"; do
        status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) || status=
        [ "$status" = installed ] || missing="$missing $package"
    done
else
    # Elsewhere the names differ; the proofs themselves say which tool they miss.
    echo "note: not a Debian system; the proofs need what Debian calls: $*" >&2
    exit 0
fi
[ -n "$missing" ] || exit 0

command="apt-get install --no-install-recommends$missing"

refuse() {
    {
        echo "error: these Debian packages are missing, and $1:"
        for package in $missing; do echo "    $package"; done
        echo "As root, run:"
        echo "    apt-get update && $command"
    } >&2
    exit 1
}

if [ "$(id -u)" -eq 0 ]; then
    as_root=
elif command -v sudo >/dev/null 2>&1; then
    as_root="sudo"
else
    refuse "only root can install them (there is no sudo here)"
fi

apt() {
    # Waits for another apt that holds the lock, and asks no questions.
    $as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
        apt-get -qq -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 "$@" >&2
}

echo "Installing Debian packages:$missing" >&2
# The package lists are fetched only where they are absent or too old to name these packages.
# shellcheck disable=SC2086 # a list of words on purpose
apt-get -qq --simulate install --no-install-recommends $missing >/dev/null 2>&1 \
    || apt update || refuse "the package lists could not be fetched"
# shellcheck disable=SC2086
apt install --yes --no-install-recommends $missing \
    || { apt update && apt install --yes --no-install-recommends $missing; } \
    || refuse "installing them failed"

#!/bin/sh
# Unpacks those of the Debian packages named as arguments that are missing, each under .cache/debian/NAME.
# Nothing is installed: no root is needed, and no service is started. NAME.version is written last.
# Exit status: 0 all are there; 1 some could not be fetched (the message names them and the command).
set -eu

kept=$(cd "$(dirname "$0")/.." && pwd -P)/.cache/debian
missing=
for package in "$@"; do
    [ -s "$kept/$package.version" ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1 || ! command -v dpkg-deb >/dev/null 2>&1; then
    # Elsewhere the names differ; the proofs themselves say which package they miss.
    echo "note: not a Debian system; the proofs need these packages unpacked:$missing" >&2
    exit 0
fi

echo "Unpacking Debian packages:$missing" >&2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$kept" "$work/lists/partial" "$work/cache/archives/partial"

# As root, apt fetches as the user _apt, who has few rights and writes here then.
fetcher=_apt
if [ "$(id -u)" -eq 0 ] && id "$fetcher" >/dev/null 2>&1; then
    chmod 755 "$work"
    chown "$fetcher" "$work" "$work/lists/partial" "$work/cache/archives/partial"
fi

apt() {
    (cd "$work" && LC_ALL=C.UTF-8 apt-get -qq "$@") >>"$work/said" 2>&1
}

# Where the machine's package lists are absent or too old, lists of our own are fetched: no root is needed.
fetch() {
    apt download "$1" && return
    set -- "$1" -o "Dir::State::Lists=$work/lists" -o "Dir::Cache=$work/cache"
    name=$1
    shift
    apt "$@" update && apt "$@" download "$name"
}

for package in $missing; do
    if ! fetch "$package"; then
        {
            sed 's/^/    /' "$work/said"
            echo "error: the Debian package $package could not be fetched; is there a connection?"
            echo "It is only unpacked, under .cache/debian. With a connection, run again:"
            echo "    make debian"
        } >&2
        exit 1
    fi
    archive=$(ls "$work/$package"_*.deb)
    rm -rf "$kept/$package" "$work/files"
    dpkg-deb -x "$archive" "$work/files"
    mv "$work/files" "$kept/$package"
    dpkg-deb -f "$archive" Version >"$kept/$package.version"
done

#!/bin/bash
# serve.sh PORT: serves the book at once. Where the pages' scripts are not built, or are older than their
# sources, they are built meanwhile; the server then sees new files and reloads the pages.
set -eu
port=$1

build() {
	if nice make assets; then # the pages come first
		echo "The pages' scripts are built; open pages reload with them."
	else
		echo "The pages' scripts could not be built, so the pages stay as they are. 'make build' tries again." >&2
	fi
}

if ! make --question assets 2>/dev/null; then
	echo "The book comes at once. The pages' scripts are built meanwhile; at first that takes some minutes."
	set -m # a group of its own, which ends with the server
	build &
	set +m
	trap 'kill -- "-$!" 2>/dev/null || true' EXIT
fi
mkdocs serve --livereload --dev-addr "127.0.0.1:$port"

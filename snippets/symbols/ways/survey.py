"""Builds the library in each way of ways.toml, and says what became of the mock."""

import os
import subprocess
import tomllib

CC = [os.environ["CC"], *os.environ["CFLAGS"].split(), "-w", "-fPIC"]
UNOPTIMIZED = 'optimize("O0")' if CC[0].startswith("gcc") else "noinline, optnone"


def run(*command, **more):
    """Return what a command prints, with more variables in its environment."""
    done = subprocess.run(  # noqa: S603 - all commands are written in this file
        command, capture_output=True, text=True, env=os.environ | more, check=True
    )
    return done.stdout


def outcome(out):
    """Return what became of the mock, from what the program printed."""
    if "node 0: accepted" in out:
        return "used"
    return "ignored" if "asked" in out else "not asked"


def tried(way):
    """Return what the program prints if the library is built in this way."""
    options = [f"-DUNOPTIMIZED=__attribute__(({UNOPTIMIZED}))", *way.get("options", [])]
    options += [f"-DMOCKABLE={way.get('mockable', '')}", f"-DANSWER={way.get('answer', 'false')}"]
    files = ["node.c", "check.c"] if way.get("apart") else ["both.c"]
    if way.get("wrapped"):
        run(*CC, *options, "-c", *files)
        objects = [file.replace(".c", ".o") for file in files]
        run(*CC, *options, "main.o", "wrap.o", *objects, "-Wl,--wrap=node_exists", "-o", "main")
        return run("./main")
    run(*CC, *options, "-shared", *files, *way.get("linked", []), "-o", "libnode.so")
    return run("./preloaded", LD_PRELOAD="./mock.so")


with open("ways.toml", "rb") as file:
    ways = tomllib.load(file)["ways"]
run(*CC, "-shared", "mock.c", "-o", "mock.so")
run(*CC, "-c", "main.c", "-o", "main.o")
run(*CC, "-c", "-DNAME=__wrap_node_exists", "mock.c", "-o", "wrap.o")
run(*CC, "-shared", "node.c", "check.c", "-o", "libnode.so")
run(*CC, "main.o", "./libnode.so", "-o", "preloaded")
for name, way in ways.items():
    print(f"{name}: {outcome(tried(way))}")

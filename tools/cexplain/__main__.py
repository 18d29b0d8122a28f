"""`python -m cexplain` is the command too."""

import sys

from cexplain.command.cli import main

if __name__ == "__main__":
    sys.exit(main())

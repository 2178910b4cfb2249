"""`python -m indicators`: the command line."""

from __future__ import annotations

from indicators.command_line.app import main

if __name__ == "__main__":
    main()

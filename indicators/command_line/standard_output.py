"""Standard output, which may be full, closed, or left by its reader: told apart here, so that none of it ends in a traceback."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress

CLOSED = OSError(errno.EBADF, "standard output is closed")


def trouble_of(write: Callable[[], None]) -> OSError | None:
    """What kept that which `write` writes from standard output; None where all of it came there, or nobody reads on.

    Who reads the first lines and leaves, as `head` does, has had what it wanted.
    """
    if sys.stdout is None:
        return CLOSED
    try:
        write()
        sys.stdout.flush()
    except BrokenPipeError:
        let_go()
    except OSError as error:
        let_go()
        return error
    return None


def let_go() -> None:
    """Send what is still to be written nowhere: at its end Python would try again, and complain again."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

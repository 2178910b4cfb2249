"""Threads that take memory and give it back leave nothing behind in arenas of their own."""

import subprocess
import sys

import pytest

# glibc itself tells how many arenas there are, once each of four threads has needed memory at the same time.
PROGRAM = """
import ctypes, sys, threading
from indicators.server.memory import give_back, share_one_arena
if sys.argv[1] == "shared":
    share_one_arena()
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes, libc.free.argtypes = ctypes.c_void_p, [ctypes.c_size_t], [ctypes.c_void_p]
together = threading.Barrier(4)
def need():
    taken = [libc.malloc(2000) for _ in range(200)]
    together.wait()
    for one in taken:
        libc.free(one)
threads = [threading.Thread(target=need) for _ in range(4)]
[one.start() for one in threads]
[one.join() for one in threads]
give_back()
libc.fdopen.restype = ctypes.c_void_p
libc.malloc_info(0, ctypes.c_void_p(libc.fdopen(1, b"w")))
libc.fflush(None)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's allocator is that of Linux")
@pytest.mark.parametrize(("how", "is_one"), [("shared", True), ("left alone", False)])
def test_threads_share_one_arena(how, is_one):
    said = subprocess.run([sys.executable, "-c", PROGRAM, how], capture_output=True, text=True, check=True)
    assert (said.stdout.count("<heap nr=") == 1) is is_one

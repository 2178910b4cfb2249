"""Starting up: figures loaded, imports warm and the heap frozen before the first visitor comes."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread

from indicators.assessments.kept import judged_apart, warm
from indicators.model import COUNTY
from indicators.server import streamlit_files
from indicators.server.compressed import CompressedCopies
from indicators.server.memory import give_back, share_one_arena
from indicators.store import StoreError, home
from indicators.store.as_at import today
from indicators.submissions.first_start import ready_store
from indicators.wording import commands as words

log = logging.getLogger("indicators.server")
copies = CompressedCopies()


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """Open the store before requests are taken; a store that cannot be opened is named on the screens."""
    share_one_arena()
    with judged_apart():
        await asyncio.to_thread(warm_up)
        Thread(target=compress, name="compressing", daemon=True).start()
        yield


def compress() -> None:
    """Make Streamlit's scripts and styles ready to be sent compressed."""
    folder = home() / "static-cache" / streamlit_files.release()
    copies.prepare(streamlit_files.folder() / "static", folder)
    give_back()


def warm_up() -> None:
    """Open the store, loading the embedded data when the ledger is empty, and freeze the heap.

    What has been imported by now lives as long as the process. Frozen, it is no longer searched by
    the garbage collector, which otherwise takes most of the time of a small page.
    """
    try:
        store = ready_store()
        left_over = store.ledger.left_over()
        snapshot = store.snapshot()
    except StoreError:
        log.exception("the figures cannot be opened; every screen says so and names the way out")
    else:
        warm(snapshot, COUNTY, today())
        log.info("figures ready at entry %s", snapshot.version.seq)
        if left_over:
            log.warning("%s", words.left_over(left_over))
    gc.collect()
    give_back()
    gc.freeze()

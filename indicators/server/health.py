"""`/health`: whether this server can answer from its figures, for whoever watches over it."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse

from indicators.store import StoreError
from indicators.submissions.first_start import ready_store


async def health(_: Request) -> JSONResponse:
    """200 with the version of the ledger, or 503 with the code of what is wrong."""
    try:
        store = await asyncio.to_thread(ready_store)
        snapshot = await asyncio.to_thread(store.snapshot)
    except StoreError as error:
        return JSONResponse({"status": "unavailable", "reason": error.code}, status_code=503)
    return JSONResponse(
        {
            "status": "damaged" if snapshot.problems else "ok",
            "sequence": snapshot.version.seq,
            "head": snapshot.version.hash,
        }
    )

"""A slow network on loopback: a proxy between browser and server that delays every byte, HTTP and WebSocket alike.

The browser's own throttle leaves WebSockets at full speed, and a Streamlit page comes through one.
"""

from __future__ import annotations

import asyncio
import contextlib
import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

CHUNK = 4096
BITS = 8
AHEAD_SECONDS = 0.03
OPENING_SECONDS = 10


@dataclass
class Direction:
    """One direction of a link that all its connections share: bytes go one after the other at `rate` bits a second."""

    rate: float
    delay: float
    carried: int = 0
    free_at: float = field(default=0.0)

    def send(self, size: int, now: float) -> tuple[float, float]:
        """Take `size` bytes at the moment `now`; return when the link is free again and when they arrive."""
        self.free_at = max(now, self.free_at) + size * BITS / self.rate
        self.carried += size
        return self.free_at, self.free_at + self.delay


class Link:
    """A proxy to the server at `port`; `round_trip` in seconds is shared evenly by both directions."""

    def __init__(self, port: int, *, rate: float, round_trip: float) -> None:
        self.port = port
        self.rate = rate
        self.round_trip = round_trip
        self.listening = 0
        self.up = Direction(rate, round_trip / 2)
        self.down = Direction(rate, round_trip / 2)

    @property
    def url(self) -> str:
        """Where the link begins."""
        return f"http://127.0.0.1:{self.listening}"

    def forget(self) -> None:
        """Count anew; nothing may be under way."""
        self.up, self.down = (Direction(self.rate, self.round_trip / 2) for _ in range(2))

    async def open(self) -> asyncio.Server:
        """Begin to take connections, on a free port."""
        server = await asyncio.start_server(self._connection, "127.0.0.1", 0)
        self.listening = server.sockets[0].getsockname()[1]
        return server

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # Opening a connection takes a round trip; on loopback it took none.
        await asyncio.sleep(self.round_trip)
        # Connections that are open when the link closes are cancelled.
        with contextlib.suppress(OSError, asyncio.CancelledError):
            there = await asyncio.open_connection("127.0.0.1", self.port)
            await asyncio.gather(
                self._carry(self.up, reader, there[1]),
                self._carry(self.down, there[0], writer),
                return_exceptions=True,
            )
            there[1].close()
        writer.close()

    async def _carry(self, way: Direction, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        """Carry what `source` sends; bytes on their way do not hold up those behind them."""
        clock = asyncio.get_running_loop().time
        on_the_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        arriving = asyncio.create_task(_deliver(on_the_way, sink))
        try:
            while data := await source.read(CHUNK):
                free_at, arrival = way.send(len(data), clock())
                on_the_way.put_nowait((arrival, data))
                # Reading a little ahead keeps the link busy although a sleep ends late.
                await asyncio.sleep(free_at - AHEAD_SECONDS - clock())
        finally:
            on_the_way.put_nowait((0.0, b""))
            await arriving


async def _deliver(on_the_way: asyncio.Queue[tuple[float, bytes]], sink: asyncio.StreamWriter) -> None:
    clock = asyncio.get_running_loop().time
    with contextlib.suppress(OSError):
        while True:
            arrival, data = await on_the_way.get()
            if not data:
                break
            await asyncio.sleep(arrival - clock())
            sink.write(data)
            await sink.drain()
        sink.write_eof()


@contextlib.contextmanager
def slow_links(links: list[Link]) -> Iterator[None]:
    """Keep the links open, in a thread of their own, until the end of the block."""
    begun: queue.Queue[Callable[[], None]] = queue.Queue()
    thread = threading.Thread(target=lambda: asyncio.run(_keep_open(links, begun)), name="link", daemon=True)
    thread.start()
    close = begun.get(timeout=OPENING_SECONDS)
    try:
        yield
    finally:
        close()
        thread.join(timeout=OPENING_SECONDS)


async def _keep_open(links: list[Link], begun: queue.Queue[Callable[[], None]]) -> None:
    closing = asyncio.Event()
    loop = asyncio.get_running_loop()
    servers = [await link.open() for link in links]
    begun.put(lambda: loop.call_soon_threadsafe(closing.set))
    await closing.wait()
    for server in servers:
        server.close()

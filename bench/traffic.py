"""What came over the network for one page, counted by the browser: requests, bytes, messages, and hosts asked."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Page

TEXT_FRAME = 1


@dataclass
class Traffic:
    """Counts of one page; `outside` lists addresses on other machines, `encodings` the compression of each path."""

    requests: int = 0
    http_bytes: int = 0
    socket_bytes: int = 0
    socket_messages: int = 0
    outside: list[str] = field(default_factory=list)
    encodings: dict[str, str] = field(default_factory=dict)


def watch(page: Page) -> Traffic:
    """Count from now on what comes over the network for `page`."""
    traffic = Traffic()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")

    def asked(event: dict) -> None:
        address = urlsplit(event["request"]["url"])
        if address.scheme not in ("data", "blob"):
            traffic.requests += 1
            _note_outside(traffic, address.hostname, event["request"]["url"])

    def answered(event: dict) -> None:
        headers = {name.lower(): value for name, value in event["response"]["headers"].items()}
        traffic.encodings[urlsplit(event["response"]["url"]).path] = headers.get("content-encoding", "")

    def loaded(event: dict) -> None:
        traffic.http_bytes += int(event["encodedDataLength"])

    def received(event: dict) -> None:
        payload = event["response"]["payloadData"]
        is_text = event["response"]["opcode"] == TEXT_FRAME
        traffic.socket_messages += 1
        traffic.socket_bytes += len(payload.encode()) if is_text else len(base64.b64decode(payload))

    def connected(event: dict) -> None:
        _note_outside(traffic, urlsplit(event["url"]).hostname, event["url"])

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.responseReceived", answered)
    session.on("Network.loadingFinished", loaded)
    session.on("Network.webSocketFrameReceived", received)
    session.on("Network.webSocketCreated", connected)
    return traffic


def _note_outside(traffic: Traffic, host: str | None, address: str) -> None:
    if host not in ("127.0.0.1", "localhost"):
        traffic.outside.append(address)

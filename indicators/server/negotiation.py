"""What a request says that it can take and has already, and the answer to one that asks for headers alone."""

from __future__ import annotations

from starlette.types import Message, Send


def is_known(tag: str, known: str) -> bool:
    """Whether an `If-None-Match` header names this answer; weak and strong validators are compared alike (RFC 9110, 13.1.2).

    >>> is_known('W/"1"', '"0", "1"'), is_known('W/"1"', "*"), is_known('W/"1"', '"10"')
    (True, True, False)
    """
    names = {name.strip().removeprefix("W/") for name in known.split(",")}
    return tag.removeprefix("W/") in names or "*" in names


def accepts_gzip(accepted: str) -> bool:
    """Whether an `Accept-Encoding` header asks for gzip; a weight of nought refuses it.

    >>> accepts_gzip("br, gzip;q=0.8"), accepts_gzip("gzip;q=0"), accepts_gzip("identity")
    (True, False, False)
    """
    for choice in accepted.split(","):
        name, *parameters = (part.strip().lower() for part in choice.split(";"))
        if name in ("gzip", "x-gzip"):
            return not any(_is_nought(parameter) for parameter in parameters)
    return False


def _is_nought(parameter: str) -> bool:
    name, _, weight = parameter.partition("=")
    return name.strip() == "q" and not weight.strip().strip("0.")


def headers_only(send: Send) -> Send:
    """The same without any body: the answer to a HEAD."""

    async def send_headers(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return send_headers

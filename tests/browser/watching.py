"""What a page does behind the reader's back: errors in its console, and requests to anywhere but this machine."""

from __future__ import annotations

from urllib.parse import urlsplit

OWN_HOSTS = {"127.0.0.1", "localhost"}
NOT_THE_NETWORK = {"about", "blob", "data"}


class Watch:
    """Notes, as sentences in `.complaints`, what no page of ours may do in one browser context."""

    def __init__(self, context):
        self.context = context
        self.complaints = []
        context.on("console", self._hear)
        context.on("weberror", lambda raised: self.complaints.append(f"uncaught error: {raised.error}"))
        context.on("request", lambda request: self._see(request.url))
        context.on("page", lambda page: page.on("websocket", lambda socket: self._see(socket.url)))

    def _hear(self, message):
        if message.type == "error":
            self.complaints.append(f"console error: {message.text} ({message.location.get('url', '')})")

    def _see(self, url):
        if leaves_the_machine(url):
            self.complaints.append(f"request to the outside: {url}")


def leaves_the_machine(url):
    """Whether fetching this address would go to another machine."""
    address = urlsplit(url)
    return address.scheme not in NOT_THE_NETWORK and address.hostname not in OWN_HOSTS

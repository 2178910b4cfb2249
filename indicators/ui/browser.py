"""What stands in the HTML of every page: our looks, and what only the browser can do.

Sent once with the page. As elements of the screens they would be made, sent and taken in again with every view.
"""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

HERE = Path(__file__).parent


def looks_and_script() -> bytes:
    """Markup to stand after the app's root, where it comes after the app's own styles, as UTF-8."""
    style = (HERE / "style.css").read_text(encoding="utf-8")
    script = (HERE / "browser.js").read_text(encoding="utf-8")
    return f"<style>{style}</style><script>{script}</script>".encode()


def icon() -> bytes:
    """Markup that names the icon of every page's tab, as UTF-8; the icon is in it.

    Given to Streamlit's page settings it would be read and encoded with each view, by a library of 3 MB.
    """
    encoded = b64encode((HERE / "icon.svg").read_bytes()).decode("ascii")
    return f'<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,{encoded}" />'.encode()

"""Tokens with which a machine may submit: kept beside the ledger as hashes, each with what it may do, until revoked.

A token is 256 random bits, which nobody can guess however fast they can hash; so one SHA-256 keeps it as safe at rest
as a slow hash would, which is for words that people choose. The token itself is shown once and stored nowhere.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal
from uuid import uuid4

from filelock import FileLock

from indicators.datasets import names
from indicators.store import durable
from indicators.store.entry import format_moment, parse_moment
from indicators.store.errors import FolderError, StoreError

FILE = "tokens.json"
_LOCK = ".tokens.lock"
_PREFIX = "ib"
_RANDOM_BYTES = 32
_READABLE_BY_OWNER = 0o600

May = Literal["check", "submit"]


class TokensUnusable(FolderError):  # noqa: N818  (as the other outcomes of the store)
    """The file of tokens cannot be read or written. Figures: path, reason."""

    code = "tokens_unusable"


class TokenUnknown(StoreError):  # noqa: N818
    """There is no token with this id, or it was revoked before. Figures: asked."""

    code = "token_unknown"


@dataclass(frozen=True)
class Token:
    """What is kept of a token: `sha256` of the whole text; `datasets` empty means every dataset."""

    id: str
    name: str
    sha256: str
    may: May
    datasets: tuple[str, ...]
    made_at: datetime
    revoked_at: datetime | None = None

    @property
    def is_active(self) -> bool:
        """Whether it opens anything."""
        return self.revoked_at is None

    def covers(self, dataset: str) -> bool:
        """Whether it is for this dataset."""
        return not self.datasets or dataset in self.datasets


class Tokens:
    """The tokens in the folder `home`. Reading takes no lock; the file is exchanged at one stroke."""

    def __init__(self, home: Path) -> None:
        """The tokens in `home`, which need not be there."""
        self._home = home
        self._file = home / FILE

    def all(self) -> tuple[Token, ...]:
        """Every token ever made, in order.

        Raises:
            TokensUnusable: the file cannot be read.
        """
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8")) if self._file.exists() else []
            return tuple(_token(each) for each in kept)
        except OSError as error:
            raise TokensUnusable.from_os(error, self._file) from error
        except (ValueError, TypeError, KeyError) as error:
            raise TokensUnusable(path=str(self._file), reason="EIO") from error

    def make(self, name: str, *, may: May, datasets: Collection[str] = ()) -> tuple[Token, str]:
        """Make a token, and give the text of it, which is kept nowhere.

        Args:
            name: for what it is; it stands in the history as the submitter.
            may: `check` for dry runs alone, `submit` for both.
            datasets: for which datasets, in which order; none for all.

        Raises:
            ValueError: the name is blank, or a dataset is not declared.
            TokensUnusable: it cannot be kept.
        """
        unknown = sorted(set(datasets) - set(names()))
        if unknown or not name.strip():
            raise ValueError(f"a token needs a name and declared datasets, not {name!r} and {unknown}")
        token_id = secrets.token_hex(4)
        text = f"{_PREFIX}_{token_id}_{secrets.token_urlsafe(_RANDOM_BYTES)}"
        made_at = datetime.now(UTC).replace(microsecond=0)
        token = Token(token_id, name.strip(), _sha256(text), may, tuple(datasets), made_at)
        with self._changing():
            self._keep([*self.all(), token])
        return token, text

    def revoke(self, token_id: str) -> Token:
        """Close a token for ever.

        Raises:
            TokenUnknown: there is none with this id that is open.
            TokensUnusable: the file cannot be written.
        """
        with self._changing():
            kept = self.all()
            found = next((each for each in kept if each.id == token_id and each.is_active), None)
            if found is None:
                raise TokenUnknown(asked=token_id)
            revoked = replace(found, revoked_at=datetime.now(UTC).replace(microsecond=0))
            self._keep([revoked if each.id == token_id else each for each in kept])
        return revoked

    def find(self, text: str) -> Token | None:
        """The open token that this text is; None where it is none. Every hash is compared, in the same time."""
        digest = _sha256(text)
        found = [each for each in self.all() if hmac.compare_digest(each.sha256, digest)]
        return next((each for each in found if each.is_active), None)

    def is_on(self) -> bool:
        """Whether any token is open: without one nothing is taken from machines."""
        return any(each.is_active for each in self.all())

    @contextmanager
    def _changing(self) -> Iterator[None]:
        try:
            durable.make_folder(self._home)
            with FileLock(self._home / _LOCK, poll_interval=0.01):
                yield
        except OSError as error:
            raise TokensUnusable.from_os(error, self._file) from error

    def _keep(self, tokens: Sequence[Token]) -> None:
        content = json.dumps([_kept(each) for each in tokens], indent=2, ensure_ascii=False)
        prepared = self._home / f"{FILE}.{uuid4().hex}.incoming"
        descriptor = os.open(prepared, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _READABLE_BY_OWNER)
        with os.fdopen(descriptor, "wb") as file:
            file.write(f"{content}\n".encode())
            file.flush()
            os.fsync(file.fileno())
        prepared.replace(self._file)
        durable.sync_folder(self._home)


def _token(kept: dict) -> Token:
    revoked = kept["revoked_at"]
    return Token(
        **{
            **kept,
            "datasets": tuple(kept["datasets"]),
            "made_at": parse_moment(kept["made_at"]),
            "revoked_at": None if revoked is None else parse_moment(revoked),
        }
    )


def _kept(token: Token) -> dict:
    revoked = token.revoked_at
    return {
        **asdict(token),
        "made_at": format_moment(token.made_at),
        "revoked_at": None if revoked is None else format_moment(revoked),
    }


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()

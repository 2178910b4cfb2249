"""Published figures as exact decimals: 1.1 means eleven tenths, not the binary number nearest to it."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

Figure = (
    Decimal | float | str
)  # a float stands for the decimal that it prints as; an int is accepted as a float


def exact_decimal(figure: Figure) -> Decimal:
    """The figure as the decimal that a person reads.

    Raises:
        ValueError: something that is not a number, or a figure that is not finite.
    """
    try:
        exact = figure if isinstance(figure, Decimal) else Decimal(_written(figure))
    except (InvalidOperation, TypeError):
        raise ValueError(f"{figure!r} is not a number") from None
    if not exact.is_finite():
        raise ValueError(f"{figure!r} is not finite")
    return exact


def _written(figure: float | str) -> str:
    if isinstance(figure, str):
        return figure.strip()
    # numpy's whole numbers and floats print their type, so each is first made a plain one
    return str(int(figure)) if hasattr(figure, "__index__") else repr(float(figure))

"""How wide the columns of a table are: all that stands in it is shown, and words are cut only where there is no room for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def widths_within(natural: Sequence[int], floors: Iterable[Sequence[int]], room: int) -> list[int]:
    """A width for each column, together no more than `room`; the widest column gives way first.

    Args:
        natural: what each column takes when nothing in it is wrapped.
        floors: how far each column may give way; the next floors are gone down to only where those before do not fit.
        room: what there is for all columns together; where even the last floors take more, the widths are those.

    >>> widths_within([12, 30], [[8, 9]], 42), widths_within([12, 30], [[8, 9]], 30)
    ([12, 30], [12, 18])
    >>> widths_within([12, 30], [[8, 9]], 17), widths_within([12, 30], [[8, 9], [1, 1]], 10)
    ([8, 9], [5, 5])
    """
    widths = list(natural)
    for floor in floors:
        for _ in range(sum(widths) - room):
            able = [at for at, width in enumerate(widths) if width > floor[at]]
            if not able:
                break
            widths[max(able, key=widths.__getitem__)] -= 1
    return widths

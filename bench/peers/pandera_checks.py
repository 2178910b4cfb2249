"""The checks of a file of observations as pandera writes them, over pandas: every finding at once, nothing stored.

    python pandera_checks.py FILE REGISTERS

REGISTERS holds areas.csv, indicators.csv, sources.csv and observations.csv, the figures in force. Prints JSON: seconds, processor
seconds, the most memory, and the line and column of each error.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

PERIOD = r"\d{4}-\d{2}-\d{2}/P\d{1,3}[YMD]"
NUMBER = r"-?\d{1,15}(\.\d{1,15})?"
WITHHELD = ("suppressed", "not collected")
STATUSES = (
    "final", "provisional", "revised", "estimated", "reported by press", "baseline average", "doubtful", *WITHHELD,
)  # fmt: skip
KEY = ["indicator_code", "area_code", "period"]
TODAY = pd.Timestamp.today().normalize()


def schema(registers: Path) -> pa.DataFrameSchema:
    """The declared columns with their checks, and the checks across columns."""
    indicators = pd.read_csv(registers / "indicators.csv", dtype=str)
    percentages = set(indicators.loc[indicators.measure_kind == "percentage", "indicator_code"])
    lengths = indicators.set_index("indicator_code").period_length
    stored = pd.read_csv(registers / "observations.csv", dtype=str)
    stored["number"] = pd.to_numeric(stored["value"])
    known = stored.set_index(KEY).number
    series = stored.groupby(KEY[:2]).number.agg(["median", "count", spread])

    def named(name: str, file: str) -> pa.Column:
        codes = pd.read_csv(registers / file, dtype=str, usecols=[name])[name]
        return pa.Column(str, pa.Check.isin(codes), nullable=False)

    def value(frame: pd.DataFrame) -> pd.Series:
        return pd.to_numeric(frame["value"], errors="coerce")

    def possible(frame: pd.DataFrame) -> pd.Series:
        return ~frame.indicator_code.isin(percentages) | value(frame).between(0, 100) | value(frame).isna()

    def begun(frame: pd.DataFrame) -> pd.Series:
        return ~(pd.to_datetime(frame.period.str[:10], errors="coerce") > TODAY)

    def explained(frame: pd.DataFrame) -> pd.Series:
        return frame["value"].isna() == frame.status.isin(WITHHELD)

    def usual_length(frame: pd.DataFrame) -> pd.Series:
        return frame.period.str[11:] == frame.indicator_code.map(lengths)

    def usual_level(frame: pd.DataFrame) -> pd.Series:
        beside = (
            frame[KEY[:2]].merge(series, left_on=KEY[:2], right_index=True, how="left").reindex(frame.index)
        )
        far = (value(frame) - beside["median"]).abs() > 6 * beside["spread"]
        return ~(far & (beside["count"] >= 8) & (beside["spread"] > 0))

    def unrevised(frame: pd.DataFrame) -> pd.Series:
        old = frame[KEY].merge(known, left_on=KEY, right_index=True, how="left").number.reindex(frame.index)
        return old.isna() | (old == value(frame))

    return pa.DataFrameSchema(
        {
            "indicator_code": named("indicator_code", "indicators.csv"),
            "area_code": named("area_code", "areas.csv"),
            "period": pa.Column(str, pa.Check.str_matches(rf"^{PERIOD}$"), nullable=False),
            "value": pa.Column(str, pa.Check.str_matches(rf"^{NUMBER}$"), nullable=True),
            "status": pa.Column(str, pa.Check.isin(STATUSES), nullable=False),
            "source": pa.Column(str, pa.Check.str_length(1, 32_767), nullable=False),
            "source_key": named("source_key", "sources.csv"),
        },
        checks=[
            pa.Check(possible, name="value"),
            pa.Check(begun, name="period"),
            pa.Check(explained, name="value", raise_warning=True),
            pa.Check(usual_length, name="period", raise_warning=True),
            pa.Check(usual_level, name="value", raise_warning=True),
            pa.Check(unrevised, name="value", raise_warning=True),
        ],
        unique=KEY,
        strict="filter",
    )


def spread(values: pd.Series) -> float:
    """The median distance from the median."""
    return (values - values.median()).abs().median()


def errors(frame: pd.DataFrame, checks: pa.DataFrameSchema) -> set[tuple[int, str]]:
    """The line and the column of everything that refuses the file; of a repeated key all but the first."""
    try:
        checks.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as refused:
        found = refused.failure_cases
    else:
        return set()
    first = set(frame.index[~frame.duplicated(KEY)])
    lines = set()
    for index, column, check, context in zip(
        found["index"], found["column"], found["check"], found["schema_context"], strict=True
    ):
        repeated = check == "multiple_fields_uniqueness"
        if not (repeated and index in first):
            name = KEY[0] if repeated else check if context == "DataFrameSchema" else column
            lines.add((int(index) + 2, name))
    return lines


def most_memory() -> float:
    """The most megabytes that this process held."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def main(file: Path, registers: Path) -> None:
    """Check one file and say what it cost."""
    began, processor = time.perf_counter(), time.process_time()
    frame = pd.read_csv(file, dtype=str, keep_default_na=False, na_values=[""])
    found = errors(frame, schema(registers))
    answer = {
        "seconds": time.perf_counter() - began,
        "processor seconds": time.process_time() - processor,
        "most MB": most_memory(),
        "rows": len(frame),
        "errors": sorted(found),
    }
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

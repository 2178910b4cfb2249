"""The basket and the indicator as a Dash app, written as Dash's own guide writes pages, under gunicorn.

BENCH_ROWS names the rows; with BENCH_TUNED=1 its answers are compressed, which its guide leaves to the author.
"""

from __future__ import annotations

import os
from urllib.parse import parse_qs

from basket import COLUMNS, by_code, rows, themes
from dash import Dash, Input, Output, dcc, html

app = Dash(
    __name__,
    title="Indicator Basket",
    suppress_callback_exceptions=True,
    serve_locally=True,
    compress=os.environ.get("BENCH_TUNED") == "1",
)
app.layout = html.Div([dcc.Location(id="address"), html.Main(id="page")])
server = app.server


def table(theme: str | None) -> html.Table:
    shown = [row for row in rows() if theme in (None, row["theme"])]
    head = html.Thead(html.Tr([html.Th(name, scope="col") for name in COLUMNS]))
    return html.Table([head, html.Tbody([line(row) for row in shown])], className="basket-table")


def line(row: dict) -> html.Tr:
    quiet = {"className": "quiet block"}
    return html.Tr(
        [
            html.Th(
                [
                    dcc.Link(row["title"], href=f"/indicator?code={row['code']}"),
                    html.Span(f"{row['theme']} · {row['unit']}", **quiet),
                ],
                scope="row",
            ),
            html.Td([row["value"], html.Span(row["period"], **quiet)], className="num"),
            html.Td(html.Img(src=row["sparkline"], alt=row["title"], width=148, height=34)),
            html.Td(row["target"]),
            html.Td(row["change"]),
            html.Td(row["ended"]),
        ]
    )


def basket() -> list:
    return [
        html.H1("Basket"),
        dcc.Dropdown(themes(), id="theme", placeholder="All themes"),
        html.Div(table(None), id="table"),
    ]


def indicator(code: str) -> list:
    return [
        dcc.Dropdown({row["code"]: row["title"] for row in rows()}, code, id="code", clearable=False),
        html.H1(by_code()[code]["title"], id="title"),
        dcc.Graph(id="chart", figure=by_code()[code]["figure"], config={"displayModeBar": False}),
    ]


@app.callback(Output("page", "children"), Input("address", "pathname"), Input("address", "search"))
def show(pathname: str, search: str) -> list:
    if pathname == "/indicator":
        return indicator(parse_qs((search or "").removeprefix("?"))["code"][0])
    return basket()


@app.callback(Output("table", "children"), Input("theme", "value"), prevent_initial_call=True)
def filtered(theme: str | None) -> html.Table:
    return table(theme)


@app.callback(
    Output("title", "children"), Output("chart", "figure"), Input("code", "value"), prevent_initial_call=True
)
def chosen(code: str) -> tuple[str, dict]:
    return by_code()[code]["title"], by_code()[code]["figure"]

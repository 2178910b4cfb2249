"""The basket and the indicator as a Shiny app.

BENCH_ROWS names the rows. As it comes it has two panels and a Plotly widget by shinywidgets, as Shiny's guide has it.
With BENCH_TUNED=1 each address gets a page of its own, and plotly.js, without the widget's layers, stands on the
indicator's alone.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import parse_qs

import plotly
import plotly.graph_objects as go
from basket import COLUMNS, by_code, rows, themes
from shiny import App, Inputs, Outputs, Session, reactive, render, ui
from shinywidgets import output_widget, render_plotly
from starlette.requests import Request

TUNED = os.environ.get("BENCH_TUNED") == "1"
DRAW = """Shiny.addCustomMessageHandler('draw', figure =>
  Plotly.react('chart', figure.data, figure.layout, {displayModeBar: false, responsive: true}));"""


def table(theme: str) -> ui.Tag:
    shown = [row for row in rows() if theme in ("", row["theme"])]
    head = ui.tags.thead(ui.tags.tr(*(ui.tags.th(name, scope="col") for name in COLUMNS)))
    return ui.tags.table(head, ui.tags.tbody(*(line(row) for row in shown)), class_="basket-table")


def line(row: dict) -> ui.Tag:
    return ui.tags.tr(
        ui.tags.th(
            ui.a(row["title"], href=f"?code={row['code']}"),
            ui.span(f"{row['theme']} · {row['unit']}", class_="quiet block"),
            scope="row",
        ),
        ui.tags.td(row["value"], ui.span(row["period"], class_="quiet block"), class_="num"),
        ui.tags.td(ui.img(src=row["sparkline"], alt=row["title"], width=148, height=34)),
        ui.tags.td(row["target"]),
        ui.tags.td(row["change"]),
        ui.tags.td(row["ended"]),
    )


def basket_part() -> ui.TagList:
    choices = {"": "All themes"} | {theme: theme for theme in themes()}
    chooser = ui.input_select("theme", "Theme", choices, selectize=False)
    return ui.TagList(ui.h1("Basket"), chooser, ui.output_ui("basket"))


def indicator(code: str | None, drawing: ui.TagChild) -> ui.TagList:
    choices = {row["code"]: row["title"] for row in rows()}
    chooser = ui.input_select("code", "Indicator", choices, selected=code, selectize=False)
    return ui.TagList(chooser, ui.h1(ui.output_text("title", inline=True)), drawing)


def one_page(request: Request) -> ui.Tag:
    code = request.query_params.get("code")
    if not TUNED:
        return ui.page_navbar(
            ui.nav_panel("Basket", basket_part(), value="basket"),
            ui.nav_panel("Indicator", indicator(code, output_widget("widget")), value="indicator"),
            id="panel",
            selected="indicator" if code else "basket",
            title="Indicator Basket",
        )
    if code is None:
        return ui.page_fluid(basket_part(), title="Indicator Basket")
    return ui.page_fluid(
        ui.head_content(ui.tags.script(src="plotly/plotly.min.js"), ui.tags.script(DRAW)),
        indicator(code, ui.div(id="chart")),
        title="Indicator Basket",
    )


def server(input: Inputs, output: Outputs, session: Session) -> None:  # noqa: A002, ARG001 - Shiny's own names
    @render.ui
    def basket() -> ui.Tag:
        return table(input.theme())

    @render.text
    def title() -> str:
        return by_code()[input.code()]["title"]

    if not TUNED:

        @render_plotly
        def widget() -> go.Figure:
            return go.Figure(by_code()[input.code()]["figure"])

        return
    with reactive.isolate():
        on_indicator = "code" in parse_qs(session.clientdata.url_search().removeprefix("?"))
    if on_indicator:

        @reactive.effect
        async def draw() -> None:
            await session.send_custom_message("draw", by_code()[input.code()]["figure"])


statics = {"/plotly": Path(plotly.__file__).parent / "package_data"}
app = App(one_page, server, static_assets=statics if TUNED else None)

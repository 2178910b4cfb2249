"""Steps that the tests in a real browser share: looks, a page of one's own, the keyboard, and whether a page shuts anybody out."""

from __future__ import annotations

from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.watching import Watch

LOOKS = {
    "light": {"color_scheme": "light", "viewport": {"width": 1400, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1400, "height": 900}},
    "390 px": {"color_scheme": "light", "viewport": {"width": 390, "height": 844}},
}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
GRAVE = {"serious", "critical"}
ROW = "#root .basket-table tbody tr"
DRAWN = ".js-plotly-plot .main-svg"
# Streamlit's own, once the words that stood there before it are gone: until then there are two of each heading.
HEADING = "body:not(:has(#first-words)) #root h1"
TWO_FRAMES = "new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
STILL = "[data-testid=stApp][data-test-script-state=notRunning]"
TYPING = "#portal textarea, #portal input"  # the editor of a grid's cell
CELL = (
    "glide-cell-"  # a grid tells where its cells are in a table for those who hear it: column and row follow
)
ARROWS = {"ArrowLeft": (-1, 0), "ArrowRight": (1, 0), "ArrowUp": (0, -1), "ArrowDown": (0, 1)}
TRIES = 5
TABS_MOST = 180  # a few rounds: what is drawn meanwhile may be passed by in the first
# A busy machine may take long to draw; what is tested is that it does, not how fast.
PATIENCE = 60_000


@contextmanager
def visiting(browser, url, look="light"):
    """A page of its own whose addresses are relative to `url`; it fails at its end if it misbehaved behind the reader's back."""
    watch = Watch(browser.new_context(base_url=url, **LOOKS[look]))
    page = watch.context.new_page()
    page.set_default_timeout(PATIENCE)
    page.on("dialog", lambda dialog: watch.complaints.append(f"dialog: {dialog.message}"))
    try:
        yield page
    finally:
        watch.context.close()
    assert watch.complaints == [], watch.complaints


class Walker:
    """A reader in one look who goes from address to address in one window, so that scripts are fetched and compiled once."""

    def __init__(self, browser, url, look="light"):
        self.watch = Watch(browser.new_context(base_url=url, **LOOKS[look]))
        self.page = self.watch.context.new_page()
        self.page.set_default_timeout(PATIENCE)

    def go(self, address):
        """Go there and return the page, once it is drawn; its complaints are those since."""
        self.watch.complaints.clear()
        self.page.goto(address)
        expect(self.page.locator(HEADING)).to_be_visible()
        wait_until_still(self.page)
        return self.page

    @property
    def complaints(self):
        """What the page has done behind the reader's back since it was gone to."""
        return self.watch.complaints


def wait_until_still(page):
    """Wait until the page has been drawn and its script has ended."""
    expect(page.locator(STILL)).to_be_attached()


def tab_to(page, wanted):
    """Press Tab until the element that `wanted` locates has the focus."""
    for _ in range(TABS_MOST):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{wanted} cannot be reached by {TABS_MOST} tabs")


def choose(page, label, option):
    """Choose an option of a select box by keyboard: focus, type, see it offered, Enter.

    A list closes when its page scrolls, and the focus may scroll it a frame later, so that is waited for.
    """
    wait_until_still(page)
    box = page.get_by_role("combobox", name=label)
    box.focus()
    page.evaluate(TWO_FRAMES)
    page.keyboard.type(option)
    page.get_by_role("option", name=option).first.wait_for()
    page.keyboard.press("Enter")


def move(page, key, times):
    """Go from cell to cell of a grid, each step when the one before has arrived.

    A grid has the focus a moment before its first cell is chosen, and what is pressed until then is lost.
    """
    for _ in range(times):
        wanted = cell_at(page, focused_cell(page), ARROWS[key])
        page.keyboard.press(key)
        expect(wanted).to_be_focused()


def focused_cell(page):
    """The (column, row) of the grid's cell that has the focus, both from 0, once one has it."""
    column, row = page.locator(f"[id^={CELL}]:focus").get_attribute("id").removeprefix(CELL).split("-")
    return int(column), int(row)


def cell_at(page, start, step):
    """Locate the cell of a grid that lies a step of (columns, rows) from the cell at `start`."""
    return page.locator(f"#{CELL}{start[0] + step[0]}-{start[1] + step[1]}")


def put(page, text):
    """Type into the cell of a grid that is selected, instead of what it holds; Enter closes it and goes down one.

    The editor takes the text of its cell a moment after it has the focus, and what is typed before that is lost.
    """
    editor = page.locator(TYPING)
    below = cell_at(page, focused_cell(page), ARROWS["ArrowDown"])
    page.keyboard.press("Enter")
    expect(editor.last).to_be_focused()
    for _ in range(TRIES):
        page.keyboard.press("Control+A")
        page.keyboard.type(text, delay=30)
        if editor.last.input_value() == text:
            break
        page.wait_for_timeout(300)
    expect(editor.last).to_have_value(text)
    page.keyboard.press("Enter")
    expect(editor).to_have_count(0)
    expect(below).to_be_focused()
    page.wait_for_timeout(300)  # what was typed is sent a moment later
    wait_until_still(page)


def shuts_nobody_out(page):
    """See that axe-core finds nothing grave on the page as it stands and that it is no wider than the screen."""
    page.wait_for_timeout(300)  # what fades in has its colours then
    found = grave_violations(page)
    assert found == [], found
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"the page is {wide} px wider than the screen"


def shuts_nobody_out_in_any_look(page):
    """The same in every look: the page is loaded anew in each, the light one last, so only what its address says is looked at."""
    for name, look in reversed(LOOKS.items()):
        page.emulate_media(color_scheme=look["color_scheme"])
        page.set_viewport_size(look["viewport"])
        page.reload()
        expect(page.locator(HEADING)).to_be_visible()
        wait_until_still(page)
        try:
            shuts_nobody_out(page)
        except AssertionError as wrong:
            raise AssertionError(f"in the look “{name}”: {wrong}") from wrong


def grave_violations(page):
    """Return (rule, element, HTML) for each serious or critical violation of WCAG 2.2 AA and good practice."""
    # Style sheets are fetched again for one experimental rule alone, which is none of these.
    options = {"runOnly": WCAG, "resultTypes": ["violations"], "preload": False}
    violations = Axe().run(page, options=options).response["violations"]
    return [
        (violation["id"], " ".join(map(str, node["target"])), node["html"])
        for violation in violations
        if violation["impact"] in GRAVE
        for node in violation["nodes"]
    ]

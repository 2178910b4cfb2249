from __future__ import annotations


def page_of(body):
    return f"<!doctype html><html lang='en'><head><title>t</title></head><body><main><h1>Basket</h1>{body}</main></body></html>"


def test_text_too_faint_to_read_is_found(browser, axe):
    context = browser.new_context()
    page = context.new_page()
    page.set_content(page_of("<p style='color:#bbb;background:#fff'>Under-18 conceptions</p>"))
    findings = axe(page)
    context.close()
    assert [(rule, element) for rule, element, _ in findings] == [("color-contrast", "p")]


def test_a_sound_page_has_no_findings(browser, axe):
    context = browser.new_context()
    page = context.new_page()
    page.set_content(page_of("<p>Under-18 conceptions</p>"))
    findings = axe(page)
    context.close()
    assert findings == []

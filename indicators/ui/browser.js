// What only the browser can do, on every page: follow our links without a new session, and fit charts on paper.
//
// A plain link would load the whole app anew and start another session. The app already listens for
// `popstate` (Back and Forward); entering the address into the history and announcing it is the same event.
// Links of the navigation are taken too, so that the place and the moment stay chosen on every page.
// Words that stand there before the app is have plain links: there is nobody to listen yet.
//
// On paper a chart keeps the width of the screen and is cut. Its drawing is given a view box before
// printing, so that it shrinks to the sheet (a width in CSS pixels), and loses it again afterwards.
(() => {
  const KEPT = ['area', 'as_at'];

  function follow(event) {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest && event.target.closest('a[href]');
    if (!link || link.hasAttribute('download') || link.origin !== location.origin) return;
    const inPage = link.closest('#root [data-basket-links]');
    const inNavigation = link.closest('[data-testid="stTopNavLinkContainer"], [data-testid="stTopNavLink"], [data-testid="stSidebarNavLink"]');
    if (!inPage && !inNavigation) return;
    const address = new URL(link.href);
    if (inNavigation) {
      const now = new URLSearchParams(location.search);
      for (const name of KEPT) if (now.has(name)) address.searchParams.set(name, now.get(name));
    }
    event.preventDefault();
    event.stopPropagation();
    history.pushState(null, '', address.pathname + address.search);
    window.dispatchEvent(new PopStateEvent('popstate', { state: null }));
    window.scrollTo(0, 0);
    const main = document.querySelector('[data-testid="stMain"]');
    if (main) main.scrollTo(0, 0);
  }

  const PAPER = 690;

  function remember(element, name, value) {
    element.dataset[`screen_${name}`] = element.style[name];
    element.style[name] = value;
  }

  function restore(element, name) {
    if (!(`screen_${name}` in element.dataset)) return;
    element.style[name] = element.dataset[`screen_${name}`];
    delete element.dataset[`screen_${name}`];
  }

  function frames(chart) {
    const around = [];
    for (let one = chart; one && one.dataset.testid !== 'stMain' && around.length < 8; one = one.parentElement) around.push(one);
    return around;
  }

  function shrinkToPaper() {
    for (const chart of document.querySelectorAll('.js-plotly-plot .svg-container')) {
      const width = chart.offsetWidth;
      const height = chart.offsetHeight;
      if (!width || width <= PAPER || 'screen_width' in chart.dataset) continue;
      const shrunk = (height * PAPER) / width;
      for (const frame of frames(chart)) {
        if (frame.offsetHeight <= height + 2) remember(frame, 'height', `${shrunk}px`);
      }
      remember(chart, 'width', `${PAPER}px`);
      for (const drawing of chart.querySelectorAll('.main-svg')) {
        drawing.dataset.size = `${drawing.getAttribute('width')} ${drawing.getAttribute('height')}`;
        drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
        drawing.setAttribute('width', PAPER);
        drawing.setAttribute('height', shrunk);
      }
    }
  }

  function backToScreen() {
    for (const chart of document.querySelectorAll('.js-plotly-plot .svg-container')) {
      for (const drawing of chart.querySelectorAll('.main-svg[data-size]')) {
        const [width, height] = drawing.dataset.size.split(' ');
        drawing.removeAttribute('viewBox');
        drawing.setAttribute('width', width);
        drawing.setAttribute('height', height);
        delete drawing.dataset.size;
      }
      for (const frame of frames(chart)) restore(frame, 'height');
      restore(chart, 'width');
    }
  }

  // On a narrow screen the navigation is a list in which the sections are no items, so that a screen reader does not take it for
  // one list. Each section is made an item of it, and what it holds plain links.
  function itemise() {
    const list = document.querySelector('[data-testid="stSidebarNavItems"]');
    if (!list) return;
    for (const section of list.querySelectorAll(':scope > div:not([role])')) section.setAttribute('role', 'listitem');
    for (const item of list.querySelectorAll(':scope > div > li:not([role])')) item.setAttribute('role', 'presentation');
  }

  new MutationObserver(itemise).observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener('click', follow, true);
  window.addEventListener('beforeprint', shrinkToPaper);
  window.addEventListener('afterprint', backToScreen);
})();

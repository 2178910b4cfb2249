// Takes the first words away as soon as the app shows the page itself, and keeps the reader's place in them.
(() => {
  const words = document.getElementById('first-words');
  const root = document.getElementById('root');
  const LATE_MS = 20000;
  const SETTLED_MS = 3000;
  root.inert = true;

  // The app's own type, whose file the page asks for already: without it the words would move when the app comes.
  const type = document.querySelector('link[rel=preload][as=font]');
  if (type) document.fonts.add(new FontFace('Source Sans', `url(${type.href})`, { weight: '200 900' }));

  const main = () => root.querySelector('[data-testid="stMain"]');
  const isThere = () => {
    if (root.querySelector('.basket-table tbody tr')) return true;
    const app = root.querySelector('[data-testid="stApp"]');
    const hasRun = app && app.dataset.testConnectionState === 'CONNECTED' && app.dataset.testScriptState === 'notRunning';
    return Boolean(hasRun && main() && main().querySelector('h1'));
  };

  const isSeen = link => link.getClientRects().length > 0 && link.getBoundingClientRect().top >= 0;
  const same = link => root.querySelector(`.basket-table a[href="${CSS.escape(link.getAttribute('href'))}"]`);

  // The app goes on drawing for a moment; until it rests, or the reader acts, the row that was read stays where it stood,
  // and the link that had the focus has it.
  const keep = (row, top, focused) => {
    const give = () => {
      const there = row && same(row);
      const moved = there ? there.getBoundingClientRect().top - top : 0;
      if (Math.abs(moved) > 1) main().scrollTop += moved;
      if (focused && same(focused) && document.activeElement === document.body) same(focused).focus({ preventScroll: true });
    };
    const again = new MutationObserver(give);
    const stop = () => again.disconnect();
    again.observe(root, { childList: true, subtree: true });
    for (const kind of ['keydown', 'pointerdown', 'wheel', 'touchstart']) {
      addEventListener(kind, stop, { once: true, capture: true, passive: true });
    }
    setTimeout(stop, SETTLED_MS);
    requestAnimationFrame(give);
  };

  const giveWay = () => {
    if (!isThere()) return;
    watcher.disconnect();
    clearTimeout(late);
    const links = [...words.querySelectorAll('.basket-table a')];
    const focused = links.find(link => link === document.activeElement);
    const row = words.scrollTop > 0 ? [focused, ...links].find(link => link && isSeen(link)) : undefined;
    const top = row ? row.getBoundingClientRect().top : 0;
    words.remove();
    root.inert = false;
    if (row || focused) keep(row, top, focused);
  };

  const watcher = new MutationObserver(giveWay);
  watcher.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-test-script-state'] });
  const late = setTimeout(() => {
    for (const note of words.querySelectorAll('.first-words-note')) note.textContent = note.dataset.late;
  }, LATE_MS);
})();

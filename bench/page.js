// Notes, inside the page, when its content is there and when it can be used. All moments are milliseconds since the
// navigation began, read one frame after the condition was first true. $-names are filled in by browsing.py.
(() => {
  if (window.top !== window) return;
  const expected = $EXPECTED;
  const ready = () => $READY;
  const bench = (window.bench = { marks: {}, asked: null, input: null });

  const visible = element => !!element && element.getClientRects().length > 0;
  const words = () => {
    if (expected.page === 'empty') return visible(document.querySelector('h1'));
    const links = document.querySelectorAll('.basket-table tbody a[href*="code="]');
    return links.length >= expected.rows && visible(links[expected.rows - 1]);
  };
  const lastOf = trace => Array.from(trace.y || []).filter(value => value !== null).pop();
  const drawn = last =>
    Array.from(document.querySelectorAll('.js-plotly-plot')).some(
      plot =>
        visible(plot.querySelector('.scatterlayer path')) &&
        (plot._fullData || []).some(trace => Math.abs(lastOf(trace) - last) < 1e-9),
    );
  const content = expected.page === 'chart' ? () => drawn(expected.last) : words;
  const pictures = () => Array.from(document.images).every(image => image.complete);

  const note = (name, since) =>
    requestAnimationFrame(() => (bench.marks[name] ??= performance.now() - (since ?? 0)));
  const noteWhenIdle = name =>
    requestIdleCallback(() => (bench.marks[name] ??= performance.now()), { timeout: 5000 });

  const pending = new Map([
    ['content', content],
    ['ready', () => content() && pictures() && ready()],
  ]);
  const look = () => {
    for (const [name, isTrue] of pending) {
      if (!isTrue()) continue;
      pending.delete(name);
      if (name === 'ready') noteWhenIdle(name);
      else note(name, name === 'next' ? bench.input : 0);
    }
    if (pending.size) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  // The next chart is timed from the key or the choice that asks for it.
  bench.ask = last => {
    bench.input = null;
    pending.set('next', () => bench.input !== null && drawn(last));
    requestAnimationFrame(look);
  };
  const asked = event => {
    if (pending.has('next')) bench.input ??= event.timeStamp;
  };
  window.addEventListener('keydown', event => event.key === 'Enter' && asked(event), true);
  for (const kind of ['change', 'click']) window.addEventListener(kind, asked, true);
})();

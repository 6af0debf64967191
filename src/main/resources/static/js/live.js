// What attributes cannot do for a page that follows changes: it sleeps with its tab, says when the line is broken, and keeps the row one is at.
(() => {
  const live = () => document.querySelector('[sse-connect]');
  let source;
  let since;
  const line = state => {
    live().dataset.state = state;
    const broken = document.getElementById('inbox-line');
    if (broken) broken.hidden = state === 'on';
  };
  const sleep = () => source?.close();
  // The extension opens a stream for each new element; this one listens from where the last one stopped.
  const wake = () => {
    if (source?.readyState !== EventSource.CLOSED) return;
    const old = live();
    const fresh = old.cloneNode(true);
    const address = new URL(old.getAttribute('sse-connect'), location.href);
    if (since) address.searchParams.set('since', since);
    fresh.setAttribute('sse-connect', address.pathname + address.search);
    old.replaceWith(fresh);
    htmx.process(fresh);
  };
  document.addEventListener('htmx:sseOpen', e => {
    source = e.detail.source;
    if (document.hidden) return sleep();
    line('on');
  });
  document.addEventListener('htmx:sseMessage', e => { since = e.detail.lastEventId || since; });
  document.addEventListener('htmx:sseError', () => line('off'));
  document.addEventListener('visibilitychange', () => document.hidden ? sleep() : wake());
  document.addEventListener('otodoke:signed-in', wake);
  addEventListener('pagehide', sleep);
  addEventListener('pageshow', e => { if (e.persisted) wake(); });
  document.addEventListener('htmx:oobBeforeSwap', ({ target, detail }) => {
    if (target.matches('tr.at')) detail.fragment.firstElementChild.classList.add('at');
  });
})();

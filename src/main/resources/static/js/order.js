// An order goes on by itself: what the page says of it follows, without taking away what somebody is about to do.
(() => {
  const live = document.getElementById('order-live');
  if (!live) return;
  const SOON = 1500;
  const LATER = 15000;
  // Most happens just after somebody has saved or decided something.
  let quick = 12;
  let mark = live.dataset.mark;
  const busy = part => part.contains(document.activeElement) && document.activeElement !== document.body || part.querySelector('details[open] input, details[open] button.btn-danger');
  const refresh = async () => {
    const answer = await fetch(`${live.dataset.at}/now`);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('order-live');
    if (!fresh) return;
    let whole = true;
    document.querySelectorAll('main [data-live]').forEach(part => {
      const now = page.getElementById(part.id);
      if (!now || now.innerHTML === part.innerHTML) return;
      if (busy(part)) { whole = false; return; }
      part.innerHTML = now.innerHTML;
      window.htmx?.process(part);
    });
    document.title = page.title;
    if (whole) mark = fresh.dataset.mark;
  };
  const look = async () => {
    if (!document.hidden) {
      const answer = await fetch(`${live.dataset.at}/mark`).catch(() => null);
      if (answer?.ok && !answer.redirected && await answer.text() !== mark) {
        await refresh().catch(() => {});
        quick = 12;
      }
    }
    quick--;
    setTimeout(look, quick > 0 ? SOON : LATER);
  };
  setTimeout(look, SOON);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) quick = Math.max(quick, 2); });
})();

// Keeps the maps and figures of the processes up to date while somebody looks; sleeps with the tab.
(() => {
  const EVERY = 5000;
  const state = document.querySelector('[data-live]');
  if (!state) return;
  const words = state.querySelector('span');
  const usual = words.textContent;
  let asking = false;
  const refresh = async () => {
    if (document.hidden || asking) return;
    asking = true;
    try {
      const answer = await fetch(state.dataset.live, { headers: { 'X-Requested-With': 'fetch' } });
      if (!answer.ok || answer.redirected) throw new Error(answer.status);
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const part of fresh.querySelectorAll('.live[id]')) {
        const old = document.getElementById(part.id);
        // Whoever stands on a link with the keyboard keeps it until the next time.
        if (!old || old.contains(document.activeElement) || old.innerHTML === part.innerHTML) continue;
        old.innerHTML = part.innerHTML;
      }
      for (const part of fresh.querySelectorAll('.live[data-map]')) {
        document.getElementById(part.dataset.map)
          ?.dispatchEvent(new CustomEvent('otodoke:marks', { detail: JSON.parse(part.dataset.state).marks }));
      }
      words.textContent = usual;
      state.classList.remove('due-late');
    } catch {
      words.textContent = state.dataset.stale;
      state.classList.add('due-late');
    } finally {
      asking = false;
    }
  };
  setInterval(refresh, EVERY);
  document.addEventListener('visibilitychange', refresh);
})();

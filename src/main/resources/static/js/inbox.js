// The inbox at work: keys, choosing, who else looks, many decisions with progress. All of it also works by links and forms.
(() => {
  const $ = id => document.getElementById(id);
  const headers = () => JSON.parse(document.body.getAttribute('hx-headers') || '{}');
  const post = (url, body = new URLSearchParams()) => fetch(url, { method: 'POST', headers: headers(), body });
  const at = () => document.querySelector('#inbox-list tr.at');
  const fill = (text, value) => text.replace('{0}', value);
  const list = $('inbox-live');
  const query = list?.dataset.list ?? '';
  const task = $('task-live');

  // Choosing rows
  const boxes = () => [...document.querySelectorAll('#inbox-list input[name=ids]')];
  const chosen = () => boxes().filter(b => b.checked).map(b => b.value);
  const told = () => {
    if (!$('inbox-chosen')) return;
    const n = chosen().length;
    $('inbox-chosen').hidden = n === 0;
    $('inbox-chosen-n').textContent = fill(list.dataset.chosen, n);
  };
  const decideChosen = () => {
    const ids = chosen();
    if (ids.length) location.href = `/inbox/bulk?ids=${ids.join(',')}&list=${encodeURIComponent(query)}`;
  };
  document.addEventListener('change', e => {
    if (e.target.id === 'inbox-all') boxes().forEach(b => { b.checked = e.target.checked; });
    if (e.target.closest('#inbox-list')) told();
  });
  $('inbox-bulk')?.addEventListener('click', decideChosen);

  document.addEventListener('htmx:oobAfterSwap', told);
  const refresh = id => htmx.ajax('GET', `/inbox/rows?ids=${id}&list=${encodeURIComponent(query)}`, { swap: 'none' });

  // Colleagues see who has a task before their eyes, not who has it in a hidden tab.
  let beat;
  const here = () => post(`/inbox/${task.dataset.id}/presence`).catch(() => {});
  const awake = () => {
    if (!task || beat) return;
    here();
    beat = setInterval(here, 15000);
  };
  const asleep = () => {
    clearInterval(beat);
    beat = undefined;
    if (task) {
      const [[name, token]] = Object.entries(headers());
      navigator.sendBeacon(`/inbox/${task.dataset.id}/absence`, new URLSearchParams({ _csrf: token, name }));
    }
  };
  document.addEventListener('visibilitychange', () => document.hidden ? asleep() : awake());
  addEventListener('pagehide', asleep);
  addEventListener('pageshow', e => { if (e.persisted) awake(); });
  if (!document.hidden) awake();

  // Back on the list one stands where one was.
  const key = 'inbox-at';
  const remembered = () => { try { return sessionStorage.getItem(key); } catch { return null; } };
  if (list && remembered()) $(`task-${remembered()}`)?.classList.add('at');
  document.addEventListener('keyup', () => { if (at()) { try { sessionStorage.setItem(key, at().dataset.id); } catch { /* private mode */ } } });

  const act = (row, what) => htmx.ajax('POST', `/inbox/${row.dataset.id}/${what}`, {
    target: '#inbox-said', select: '#content > .flash, .page > .problems', swap: 'innerHTML ignoreTitle:true',
  }).then(() => { refresh(row.dataset.id); htmx.trigger('#inbox-live > i', 'sse:tasks'); });
  const open = id => {
    const act = $(id);
    if (!act) return;
    act.open = true;
    act.scrollIntoView({ block: 'nearest' });
    (act.querySelector('input[required]:not([type=date]), select') ?? act.querySelector('input') ?? act.querySelector('summary')).focus();
  };
  document.querySelectorAll('[data-until]').forEach(b => b.addEventListener('click', () => { $('f-until').value = b.value; $('f-reason').focus(); }));
  document.querySelectorAll('[data-keys-help]').forEach(b => b.addEventListener('click', () => $('keys').showModal()));
  if (task && ['#snooze', '#hand'].includes(location.hash)) open(location.hash.slice(1));

  const choose = n => {
    const radio = document.querySelector(`input[name=decision][data-key="${n}"]`);
    if (!radio) return;
    radio.checked = true;
    (radio.closest('.decision').querySelector('.decision-more input, .decision-more textarea') ?? radio).focus();
  };
  const onList = {
    x: row => { const box = row.querySelector('input[name=ids]'); if (!box.disabled) { box.checked = !box.checked; told(); } },
    c: row => act(row, 'claim'),
    r: row => act(row, 'release'),
    s: row => { location.href = `${row.dataset.href}#snooze`; },
    h: row => { location.href = `${row.dataset.href}#hand`; },
  };
  const click = selector => document.querySelector(selector)?.click();
  const onTask = {
    c: () => click('#claim button'),
    r: () => click('#release button'),
    s: () => open('snooze'),
    h: () => open('hand'),
    m: () => $('f-comment')?.focus(),
    e: () => click('#correct'),
    g: () => click('#next'),
    u: () => click('#to-list'),
  };
  const nameView = () => {
    const menu = document.querySelector('.views details');
    if (!menu) return;
    menu.open = true;
    menu.querySelector('input[name=name]').focus();
  };
  // Keys of an input method are left alone, and so are those typed into a field.
  document.addEventListener('keydown', e => {
    if (e.isComposing || e.keyCode === 229 || document.querySelector('dialog[open]')) return;
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey) && e.target.id === 'f-comment') return e.target.form.requestSubmit();
    const field = e.target.closest?.('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]');
    if (field) { if (e.key === 'Escape') field.blur(); return; }
    if (e.ctrlKey || e.metaKey || e.altKey || e.repeat) return;
    if (e.key === '?' && $('keys')) { e.preventDefault(); return $('keys').showModal(); }
    if (/^[1-9]$/.test(e.key)) { e.preventDefault(); return choose(e.key); }
    if (list) {
      if (e.key === 'b') return decideChosen();
      if (e.key === 'v') { e.preventDefault(); return nameView(); }
      if (e.key === 'f') { e.preventDefault(); return $('inbox-q').focus(); }
      if (onList[e.key] && at() && !at().classList.contains('gone')) { e.preventDefault(); return onList[e.key](at()); }
      return;
    }
    if (onTask[e.key]) { e.preventDefault(); onTask[e.key](); }
  });

  // Many decisions: some at a time, each told as it comes.
  const AT_ONCE = 10;
  $('bulk')?.addEventListener('submit', async e => {
    e.preventDefault();
    const form = e.target;
    const data = new FormData(form);
    const ids = data.getAll('ids');
    form.hidden = true;
    $('bulk-list').parentElement.hidden = true;
    $('bulk-outcome').hidden = false;
    $('bulk-progress').max = ids.length;
    const leave = e2 => e2.preventDefault();
    addEventListener('beforeunload', leave);
    for (let n = 0; n < ids.length; n += AT_ONCE) {
      const body = new URLSearchParams([...data].filter(([name]) => name !== 'ids'));
      body.set('ids', ids.slice(n, n + AT_ONCE).join(','));
      body.set('part', 'true');
      const answer = await post('/inbox/bulk', body).catch(() => null);
      if (!answer?.ok) {
        $('bulk-count').textContent = form.dataset.stopped;
        break;
      }
      const table = document.createElement('table');
      table.innerHTML = await answer.text();
      // What was not decided needs a look: it stands above the rest.
      $('bulk-rows').prepend(...table.querySelectorAll('tr:not([data-result=DECIDED])'));
      $('bulk-rows').append(...table.querySelectorAll('tr'));
      const done = Math.min(ids.length, n + AT_ONCE);
      $('bulk-progress').value = done;
      const decided = document.querySelectorAll('#bulk-rows tr[data-result=DECIDED]').length;
      $('bulk-count').textContent = `${done} / ${ids.length} (✓ ${decided})`;
    }
    removeEventListener('beforeunload', leave);
  });
})();

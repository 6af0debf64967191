// The little that attributes cannot do: theme and menu before first paint, keys, confirmation, diagrams, charts.
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const stored = key => { try { return localStorage.getItem(key); } catch { return null; } };
  const store = (key, value) => { try { localStorage.setItem(key, value); } catch { /* private mode */ } };
  const paint = () => root.setAttribute('data-bs-theme', stored('theme') ?? (dark.matches ? 'dark' : 'light'));
  paint();
  dark.addEventListener('change', paint);
  root.classList.toggle('folded', stored('folded') === 'yes');

  const typing = e => e.target.closest?.('input, textarea, select, [contenteditable]');

  document.addEventListener('click', e => {
    if (e.target.closest('[data-fold]')) {
      store('folded', root.classList.toggle('folded') ? 'yes' : 'no');
    }
    if (e.target.closest('[data-theme-switch]')) {
      store('theme', root.getAttribute('data-bs-theme') === 'dark' ? 'light' : 'dark');
      paint();
    }
    document.querySelectorAll('details.menu[open], details.help[open]').forEach(open => {
      if (!open.contains(e.target)) open.open = false;
    });
    const row = e.target.closest('tr[data-href]');
    if (row && !e.target.closest('a, button, input, label, select, summary') && !String(getSelection())) {
      location.href = row.dataset.href;
    }
  });

  // On a telephone a list's filters would hide the list: the first stays, the others open by a button, or when one is set.
  document.addEventListener('DOMContentLoaded', () => document.querySelectorAll('form.filters').forEach(form => {
    const labels = [...form.querySelectorAll('label')];
    if (labels.length < 3) return;
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn filters-more' });
    const icon = Object.assign(document.createElement('i'), { className: 'bi bi-sliders' });
    icon.setAttribute('aria-hidden', 'true');
    button.append(icon, document.body.dataset.moreFilters);
    const show = open => { form.classList.toggle('open', open); button.setAttribute('aria-expanded', open); };
    const set = control => control.type === 'checkbox' ? control.checked : control.value !== '';
    button.addEventListener('click', () => show(!form.classList.contains('open')));
    form.classList.add('folding');
    labels[0].after(button);
    show(labels.slice(1).some(label => [...label.querySelectorAll('input, select')].some(set)));
  }));

  // "/" and Ctrl+K search; j, k, Enter walk a list. Keys of an input method are left alone.
  document.addEventListener('keydown', e => {
    if (e.isComposing || e.keyCode === 229) return;
    const find = document.getElementById('find');
    if (find && (((e.ctrlKey || e.metaKey) && e.key === 'k') || (e.key === '/' && !typing(e)))) {
      e.preventDefault();
      find.focus();
      find.select();
      return;
    }
    if (e.key === 'Escape' && e.target === find) return find.blur();
    if (e.target.closest?.('.find') && (e.key === 'ArrowDown' || e.key === 'ArrowUp')) {
      const hits = [find, ...document.querySelectorAll('#found a')];
      const next = hits[hits.indexOf(document.activeElement) + (e.key === 'ArrowDown' ? 1 : -1)];
      if (next) { e.preventDefault(); next.focus(); }
      return;
    }
    if (typing(e) || e.ctrlKey || e.metaKey || e.altKey) return;
    const rows = [...document.querySelectorAll('tr[data-href]')];
    if (!rows.length) return;
    const at = rows.findIndex(r => r.classList.contains('at'));
    if (e.key === 'j' || e.key === 'k') {
      const next = rows[Math.min(rows.length - 1, Math.max(0, at + (e.key === 'j' ? 1 : -1)))];
      rows[at]?.classList.remove('at');
      next.classList.add('at');
      next.scrollIntoView({ block: 'nearest' });
    } else if (e.key === 'Enter' && at >= 0 && e.target === document.body) {
      location.href = rows[at].dataset.href;
    }
  });

  // A dangerous form asks first; every form can be sent only once.
  document.addEventListener('submit', e => {
    const form = e.target;
    const question = e.submitter?.dataset.confirm ?? form.dataset.confirm;
    const dialog = document.getElementById('confirm');
    if (question && dialog && form.dataset.sure !== 'yes') {
      e.preventDefault();
      dialog.querySelector('.ask-text').textContent = question;
      const sure = dialog.querySelector('button[value=yes]');
      sure.dataset.otherwise ??= sure.textContent;
      const verb = [...e.submitter?.childNodes ?? []].filter(part => part.nodeName !== 'KBD').map(part => part.textContent).join('').trim();
      sure.textContent = verb || sure.dataset.otherwise;
      dialog.onclose = () => {
        if (dialog.returnValue === 'yes') {
          form.dataset.sure = 'yes';
          form.requestSubmit(e.submitter);
          delete form.dataset.sure;
        }
      };
      dialog.returnValue = 'no';
      dialog.showModal();
      return;
    }
    if (form.method === 'post' && !form.hasAttribute('hx-post')) {
      setTimeout(() => form.querySelectorAll('button[type=submit], button:not([type])').forEach(b => { b.disabled = true; }));
    }
  });
  addEventListener('pageshow', e => {
    if (e.persisted) document.querySelectorAll('form button[disabled]').forEach(b => { b.disabled = false; });
  });

  // A number at a step; what is late, over its limit or stuck has a sign of its own beside the colour.
  const SIGNS = { late: 'alarm', over: 'alarm-fill', bad: 'exclamation-triangle-fill' };
  const badge = (mark, number, tone) => {
    const element = document.createElement(mark.href ? 'a' : 'span');
    element.className = `mark mark-${tone}`;
    if (mark.href) element.href = mark.href;
    element.title = mark.title ?? '';
    if (SIGNS[tone]) {
      const sign = document.createElement('i');
      sign.className = `bi bi-${SIGNS[tone]}`;
      sign.ariaHidden = 'true';
      element.append(sign);
    }
    element.append(String(number));
    return element;
  };

  // <div class="diagram" data-bpmn="/…xml" data-state='{"passed":[],"here":[],"stuck":[],"marks":{"id":{"n":3,"bad":1,"tone":"late","title":"","href":""}}}'>
  const draw = async element => {
    const xml = await (await fetch(element.dataset.bpmn)).text();
    const state = JSON.parse(element.dataset.state || '{}');
    const viewer = new window.BpmnJS({ container: element });
    await viewer.importXML(xml);
    const canvas = viewer.get('canvas');
    const overlays = viewer.get('overlays');
    const registry = viewer.get('elementRegistry');
    canvas.zoom('fit-viewport', 'auto');
    for (const name of ['passed', 'here', 'stuck']) {
      for (const id of state[name] ?? []) if (registry.get(id)) canvas.addMarker(id, name);
    }
    const touched = new Set([...(state.passed ?? []), ...(state.here ?? [])]);
    registry.filter(e => e.waypoints && touched.has(e.source?.id) && touched.has(e.target?.id))
      .forEach(e => canvas.addMarker(e, 'passed'));
    const mark = marks => {
      overlays.clear();
      for (const [id, one] of Object.entries(marks ?? {})) {
        if (!registry.get(id)) continue;
        if (one.n > 0) overlays.add(id, { position: { top: -11, right: 14 }, html: badge(one, one.n, one.tone ?? 'fine') });
        if (one.bad > 0) overlays.add(id, { position: { top: -11, left: -10 }, html: badge(one, one.bad, 'bad') });
      }
    };
    mark(state.marks);
    element.addEventListener('otodoke:marks', e => mark(e.detail));
    // A large diagram would be too small to read: then the present step stands in the middle.
    const here = registry.get(element.dataset.look ?? state.here?.[0]);
    const { outer, scale } = canvas.viewbox();
    if (here && scale < 0.6) {
      const [width, height] = [outer.width / 0.7, outer.height / 0.7];
      canvas.viewbox({ x: here.x + here.width / 2 - width / 2, y: here.y + here.height / 2 - height / 2, width, height });
    }
  };
  // <canvas data-chart='{…}'>: the configuration of Chart.js, colours by the theme
  const chart = element => {
    const ink = getComputedStyle(root).getPropertyValue('--o-mute').trim();
    window.Chart.defaults.color = ink;
    window.Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    window.Chart.defaults.animation = false;
    return new window.Chart(element, JSON.parse(element.dataset.chart));
  };
  document.addEventListener('DOMContentLoaded', () => {
    if (window.BpmnJS) document.querySelectorAll('[data-bpmn]').forEach(draw);
    if (window.Chart) document.querySelectorAll('canvas[data-chart]').forEach(chart);
    document.querySelector('.problems a')?.focus();
  });
})();

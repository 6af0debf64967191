// The little that attributes cannot do: theme and menu before first paint, keys, confirmation, diagrams, charts.
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const stored = key => { try { return localStorage.getItem(key); } catch { return null; } };
  const store = (key, value) => { try { localStorage.setItem(key, value); } catch { /* private mode */ } };
  const paint = () => root.setAttribute('data-bs-theme', stored('theme') ?? (dark.matches ? 'dark' : 'light'));
  paint();
  dark.addEventListener('change', paint);
  // Paper is white.
  addEventListener('beforeprint', () => root.setAttribute('data-bs-theme', 'light'));
  addEventListener('afterprint', paint);
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

  // <canvas data-chart='{…}'>: the configuration of Chart.js, colours by the theme
  const chart = element => {
    const ink = getComputedStyle(root).getPropertyValue('--o-mute').trim();
    window.Chart.defaults.color = ink;
    window.Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    window.Chart.defaults.animation = false;
    return new window.Chart(element, JSON.parse(element.dataset.chart));
  };
  // On a slow line one types before the page listens: a field that looks things up does so for what stands in it by then.
  document.addEventListener('htmx:load', () => {
    const field = document.activeElement;
    if (field?.matches('input, textarea') && field.value !== field.defaultValue) field.dispatchEvent(new Event('input', { bubbles: true }));
  }, { once: true });
  document.addEventListener('DOMContentLoaded', () => {
    if (window.Chart) document.querySelectorAll('canvas[data-chart]').forEach(chart);
    document.querySelector('.problems a')?.focus();
  });
})();

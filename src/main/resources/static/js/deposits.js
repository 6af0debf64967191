// The workbench of deposits: j and k walk the deposits, arrows their claims, space chooses, Enter confirms; the sums follow.
(() => {
  const yen = amount => (amount < 0 ? '-' : '') + '\u00a5' + Math.abs(amount).toLocaleString('ja-JP');
  const typing = e => e.target.closest?.('input:not([type=checkbox]), textarea, select, [contenteditable]');
  const panel = () => document.getElementById('claims');
  const boxes = () => [...(panel()?.querySelectorAll('tr.claim input[type=checkbox]') ?? [])];

  const sums = () => {
    if (!panel()) return;
    const chosen = boxes().filter(box => box.checked).reduce((sum, box) => sum + Number(box.dataset.open), 0);
    const difference = Number(panel().dataset.left) - chosen;
    panel().querySelector('[data-chosen]').textContent = yen(chosen);
    const shown = panel().querySelector('[data-difference]');
    shown.textContent = yen(difference);
    shown.classList.toggle('bad', difference !== 0 && chosen > 0);
  };

  let last = null;
  const show = row => {
    document.querySelectorAll('tr[data-claims].at').forEach(other => other.classList.remove('at'));
    row.classList.add('at');
    row.scrollIntoView({ block: 'nearest' });
    last = row;
    // Whoever walks on quickly wants only the one he stops at.
    setTimeout(() => { if (last === row) htmx.ajax('GET', row.dataset.claims, { target: '#claims', swap: 'outerHTML' }); }, 60);
  };

  document.addEventListener('change', e => { if (e.target.closest('#claims')) sums(); });
  document.addEventListener('htmx:afterSettle', sums);
  document.addEventListener('click', e => {
    const row = e.target.closest('tr[data-claims]');
    const link = e.target.closest('a');
    if (row && (!link || link.classList.contains('plain')) && !e.ctrlKey && !e.metaKey) {
      e.preventDefault();
      show(row);
    }
  });
  document.addEventListener('keydown', e => {
    if (e.isComposing || e.keyCode === 229 || typing(e) || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === 'j' || e.key === 'k') {
      const rows = [...document.querySelectorAll('tr[data-claims]')];
      const next = rows[rows.findIndex(row => row.classList.contains('at')) + (e.key === 'j' ? 1 : -1)];
      if (next) show(next);
    } else if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      const all = boxes();
      const at = all.indexOf(document.activeElement);
      const next = all[at < 0 ? 0 : at + (e.key === 'ArrowDown' ? 1 : -1)];
      if (next) { e.preventDefault(); next.focus(); }
    } else if (e.key === ' ' && boxes().length && !e.target.closest('button, a, input')) {
      e.preventDefault();
      const first = boxes()[0];
      first.focus();
      first.checked = !first.checked;
      sums();
    } else if (e.key === 'Enter' && !e.target.closest('a, button') && boxes().some(box => box.checked)) {
      const form = panel().querySelector('form[method=post]');
      if (form.querySelector('button[type=submit]')) { e.preventDefault(); form.requestSubmit(); }
    }
  });
  sums();
})();

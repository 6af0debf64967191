// A field for a SKU finds products by name too: what is found stands below it, and is chosen by click or by keys.
(() => {
  const field = e => e.target.matches?.('[data-pick-product]') ? e.target : null;
  const found = input => document.getElementById(input.getAttribute('aria-controls'));
  const hits = input => [...found(input).querySelectorAll('[data-sku]')];
  const shut = input => {
    found(input).replaceChildren();
    input.setAttribute('aria-expanded', 'false');
  };
  // Whoever waits for what was typed, such as the totals of the order, hears of what was chosen.
  const choose = (input, hit) => {
    input.value = hit.dataset.sku;
    shut(input);
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  // Fast fingers: Enter waits for the candidates of what stands in the field now, and does not send half a name.
  let entered = null;
  const ask = async input => {
    const q = input.value.trim();
    const answer = q ? await fetch(`${input.dataset.pickProduct}?q=${encodeURIComponent(q)}`) : null;
    if (input.value.trim() !== q || document.activeElement !== input || (answer && (!answer.ok || answer.redirected))) return;
    found(input).innerHTML = answer ? await answer.text() : '';
    input.setAttribute('aria-expanded', String(hits(input).length > 0));
  };
  let asking = null;
  document.addEventListener('input', e => {
    const input = field(e);
    if (!input) return;
    clearTimeout(asking);
    entered = null;
    asking = setTimeout(async () => {
      const mine = asking;
      await ask(input).catch(() => shut(input));
      if (asking !== mine) return;
      asking = null;
      if (entered === input && hits(input).length === 1) choose(input, hits(input)[0]);
      entered = null;
    }, 120);
  });
  document.addEventListener('focusout', e => { if (field(e)) setTimeout(() => shut(e.target), 150); });
  document.addEventListener('mousedown', e => {
    const hit = e.target.closest('.product-pick [data-sku]');
    if (!hit) return;
    e.preventDefault();
    choose(hit.closest('.product-pick').querySelector('input'), hit);
  });
  document.addEventListener('keydown', e => {
    const input = field(e);
    if (!input || e.isComposing || e.keyCode === 229) return;
    const all = hits(input);
    if (asking && e.key === 'Enter') {
      e.preventDefault();
      entered = input;
    }
    if (!all.length) return;
    const at = all.findIndex(hit => hit.classList.contains('at'));
    if (e.key === 'Escape') shut(input);
    else if (e.key === 'Enter') { if (!entered) choose(input, all[Math.max(at, 0)]); }
    else if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      const to = (at + (e.key === 'ArrowDown' ? 1 : all.length - 1)) % all.length;
      all.forEach((hit, n) => { hit.classList.toggle('at', n === to); hit.setAttribute('aria-selected', String(n === to)); });
    } else return;
    e.preventDefault();
    e.stopPropagation();
  });
})();

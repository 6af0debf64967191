// Taking an order without the mouse: keys, candidates, the next field on Enter, and a draft that outlives the browser.
(() => {
  const entry = () => document.getElementById('entry');
  const byId = id => document.getElementById(id);
  const composing = e => e.isComposing || e.keyCode === 229;
  let changes = 0;
  let sent = 0;
  let timer;

  // What is typed is kept and looked at after a short pause. An answer to an older state is thrown away.
  const check = wait => {
    changes++;
    clearTimeout(timer);
    timer = setTimeout(() => byId('check') && window.htmx?.trigger('#check', 'check'), wait);
  };
  const changed = e => {
    const field = e.target;
    // A field that is just being replaced says once more that it was changed; the new form already has its value.
    if (!field.closest?.('#entry') || field.closest('#entry') !== entry() || field.name === 'who') return;
    const read = byId('read-out');
    if (read && !read.contains(field)) read.remove();
    check(e.type === 'change' ? 80 : 700);
  };
  document.addEventListener('input', changed);
  document.addEventListener('change', changed);
  // The draft's revision, also where an answer is thrown away or a button has redrawn the form meanwhile.
  let draft = {};
  document.addEventListener('htmx:configRequest', e => {
    if (e.detail.path.endsWith('/postal-codes')) e.detail.parameters.postalCode = e.target.value;
    if (e.target.id !== 'check') return;
    sent = changes;
    if (draft.token === entry().elements.token.value) e.detail.parameters.revision = draft.revision;
  });
  document.addEventListener('htmx:beforeOnLoad', e => {
    if (e.target.id !== 'check' || !e.detail.xhr.response.includes('id="revision"')) return;
    const answer = document.createElement('template');
    answer.innerHTML = e.detail.xhr.response;
    draft = { token: entry().elements.token.value, revision: answer.content.querySelector('#revision').value };
    if (sent !== changes) e.preventDefault();
    if (draft.revision !== '0' && !location.search.includes(draft.token)) {
      history.replaceState(null, '', `${location.pathname}?draft=${encodeURIComponent(draft.token)}`);
    }
  });
  document.addEventListener('htmx:afterRequest', e => {
    if (e.target.id !== 'check' || e.detail.successful) return;
    // What was typed last is not saved; an answer to an older state is followed by the next.
    if (e.detail.xhr?.status !== 200) byId('draft-state')?.replaceChildren();
    if (!e.detail.sessionEnded) setTimeout(() => check(0), 4000);
  });
  document.addEventListener('otodoke:signed-in', () => { if (changes > 0) check(0); });
  addEventListener('pageshow', e => { if (e.persisted) location.reload(); });

  // Candidates below a field.
  const list = field => field?.dataset?.find ? document.querySelector(field.dataset.find) : null;
  const hits = field => [...(list(field)?.querySelectorAll('[data-hit]') ?? [])];
  const mark = (field, to) => {
    hits(field).forEach(hit => {
      hit.classList.toggle('at', hit === to);
      hit.setAttribute('aria-selected', String(hit === to));
    });
    to?.scrollIntoView({ block: 'nearest' });
  };
  const shut = field => {
    const box = list(field);
    if (box) box.replaceChildren();
    field?.setAttribute('aria-expanded', 'false');
  };
  // Nobody is told that half a code is not registered: a row is judged once its field is left and looked at.
  const line = field => field.closest('.entry-line');
  const judge = () => {
    document.querySelectorAll('.entry-line.is-typing').forEach(row => {
      if (!row.querySelector('.entry-sku').contains(document.activeElement)) row.classList.remove('is-typing');
    });
  };
  document.addEventListener('input', e => { if (e.target.dataset?.products) line(e.target).classList.add('is-typing'); });
  document.addEventListener('focusout', e => { if (e.target.dataset?.products) setTimeout(() => { if (sent === changes) judge(); }, 0); });
  document.addEventListener('htmx:afterRequest', e => { if (e.target.id === 'check' && sent === changes) setTimeout(judge, 0); });
  const asked = new WeakMap();
  const ask = async field => {
    const q = field.value;
    asked.set(field, { q, done: false });
    const answer = q.trim() ? await fetch(`${field.dataset.products}?q=${encodeURIComponent(q)}`) : null;
    if (asked.get(field)?.q !== q || document.activeElement !== field || (answer && !answer.ok)) return;
    list(field).innerHTML = answer ? await answer.text() : '';
    field.setAttribute('aria-expanded', String(hits(field).length > 0));
    asked.set(field, { q, done: true });
    if (asked.get(field).then) asked.get(field).then();
  };
  let asking;
  document.addEventListener('input', e => {
    if (!e.target.dataset?.products) return;
    clearTimeout(asking);
    asked.delete(e.target);
    asking = setTimeout(() => ask(e.target).catch(() => shut(e.target)), 120);
  });
  document.addEventListener('focusout', e => { if (e.target.dataset?.products) setTimeout(() => shut(e.target), 150); });

  const rowsGrow = field => {
    const rows = [...document.querySelectorAll('#rows .entry-line')];
    const last = rows.at(-1);
    if (!last?.contains(field) || !field.value) return;
    const [from, to] = [rows.length - 1, rows.length];
    const copy = document.createElement('template');
    copy.innerHTML = last.outerHTML
      .replaceAll(`lines[${from}]`, `lines[${to}]`).replaceAll(`hits-${from}"`, `hits-${to}"`)
      .replaceAll(`line-${from}"`, `line-${to}"`).replace(`data-row="${from}"`, `data-row="${to}"`);
    const row = copy.content.firstElementChild;
    row.querySelectorAll('input').forEach(input => { input.removeAttribute('value'); input.value = ''; });
    row.querySelector('.entry-info').replaceChildren();
    last.after(row);
  };
  const choose = (field, hit) => {
    if (hit.dataset.sku) {
      field.value = hit.dataset.sku;
      line(field).classList.add('is-typing');
      shut(field);
      rowsGrow(field);
      const quantity = byId(field.id.replace('.sku', '.quantity'));
      if (!quantity.value) quantity.value = '1';
      quantity.focus();
      quantity.select();
      check(50);
    } else {
      hit.click();
    }
  };
  document.addEventListener('mousedown', e => {
    const hit = e.target.closest('[data-sku]');
    if (!hit) return;
    e.preventDefault();
    choose(hit.closest('.entry-sku').querySelector('input'), hit);
  });
  document.addEventListener('change', e => { if (e.target.dataset?.products) rowsGrow(e.target); });

  const next = from => {
    const all = [...entry().querySelectorAll('input, select, textarea, button.btn')].filter(f =>
      !f.disabled && f.type !== 'hidden' && f.tabIndex >= 0 && f.offsetParent !== null && (f.type !== 'radio' || f.checked || f === from));
    // Behind a postal code that has filled the address, what is left to type is the number.
    const number = from.matches('[name$="postalCode"], [data-areas], [data-area]')
      && [...(from.closest('[data-address]')?.querySelectorAll('[data-area-filled]') ?? [])].find(f => f.name.endsWith('line1'));
    const to = number || all[all.indexOf(from) + 1];
    to?.focus();
    // What the postal code wrote is gone on with, not typed over.
    if (to?.dataset.areaFilled && to.value.startsWith(to.dataset.areaFilled)) to.setSelectionRange?.(to.value.length, to.value.length);
    else to?.select?.();
  };
  // Fast fingers: Enter waits for the candidates of what stands in the field now. What is typed behind a code meanwhile is its quantity.
  let ahead = null;
  const goOn = field => {
    const { text, key } = ahead ?? {};
    ahead = null;
    const to = document.activeElement;
    if (text && to?.matches('#entry input')) {
      to.value = to === field ? field.value + text : text;
      to.dispatchEvent(new Event('input', { bubbles: true }));
    }
    if (key === 'Enter' && to !== field) next(to);
    else keys[key]?.();
  };
  const enterInFind = (field, tries = 0) => {
    if (tries > 0 && document.activeElement !== field) {
      ahead = null;
      return;
    }
    const found = hits(field);
    const fresh = field.name === 'who' ? field.dataset.shown === field.value : asked.get(field)?.done && asked.get(field).q === field.value;
    if (!field.value.trim()) return next(field);
    if (!fresh && tries < 200) {
      if (field.dataset.products) ahead ??= { field, text: '', key: null };
      return setTimeout(() => enterInFind(field, tries + 1), 30);
    }
    if (!found.length) next(field);
    // Several and nothing looked at yet: the operator has to see them first.
    else if (tries > 0 && found.length > 1) mark(field, found[0]);
    else choose(field, found.find(hit => hit.classList.contains('at')) ?? found[0]);
    if (ahead?.field === field) goOn(field);
  };
  document.addEventListener('htmx:beforeRequest', e => { if (e.target.name === 'who') e.target.dataset.asking = e.target.value; });
  document.addEventListener('htmx:afterSwap', e => {
    const who = byId('f-customer.number');
    if (e.target.id === 'who-found' && who) {
      who.dataset.shown = who.dataset.asking;
      who.setAttribute('aria-expanded', String(hits(who).length > 0));
    }
  });

  // A button that redraws the form says where the work goes on; without this script it sends the page.
  // An answer to what has been typed over meanwhile, or that comes in the middle of a conversion, is asked for anew.
  let redrawing = null;
  let pressedMeanwhile = null;
  let open = false;
  document.addEventListener('compositionstart', () => { open = true; });
  document.addEventListener('compositionend', () => { open = false; });
  document.addEventListener('htmx:beforeSwap', e => {
    if (e.detail.target !== redrawing?.form || !e.detail.shouldSwap) return;
    redrawing.outdated = open || redrawing.changes !== changes;
    if (redrawing.outdated) e.detail.shouldSwap = false;
    else redrawing.swapped = true;
  });
  const pause = millis => new Promise(done => { setTimeout(done, millis); });
  document.addEventListener('otodoke:session-ended', e => {
    if (e.detail.elt !== redrawing?.form) return;
    e.preventDefault();
    redrawing.signedIn = e.detail.signedIn;
  });
  const redrawn = async (button, form) => {
    redrawing = { form, act: button.value };
    form.setAttribute('aria-busy', 'true');
    try {
      do {
        while (open) await pause(50);
        clearTimeout(timer);
        redrawing.changes = ++changes;
        redrawing.outdated = false;
        redrawing.signedIn = false;
        await window.htmx.ajax('POST', form.action, { source: form, target: form, swap: 'outerHTML', values: { act: button.value } });
        if (await redrawing.signedIn) redrawing.outdated = true;
      } while (redrawing.outdated);
      return redrawing.swapped;
    } catch {
      // A broken line or a fault of the server is told where all such is told; the form stays as it is.
      return false;
    } finally {
      form.removeAttribute('aria-busy');
      redrawing = null;
    }
  };
  const redraw = async (button, form) => {
    if (redrawing) return;
    if (!await redrawn(button, form)) {
      pressedMeanwhile = null;
      return check(0);
    }
    const mistake = document.querySelector('#entry .problems a');
    const at = byId(button.dataset.focus) ?? byId(mistake?.hash.slice(1)) ?? byId('go');
    at?.focus();
    (mistake ?? byId('read-out') ?? at)?.scrollIntoView({ block: 'nearest' });
    if (button.dataset.focus !== 'agree') check(0);
    const key = pressedMeanwhile;
    pressedMeanwhile = null;
    keys[key]?.();
  };
  document.addEventListener('click', e => {
    const button = e.target.closest('button[data-focus]');
    if (!button || !window.htmx || !entry()) return;
    e.preventDefault();
    redraw(button, entry());
  });

  const press = id => {
    const button = byId(id);
    button?.click();
    return Boolean(button);
  };
  // The destination that is being typed, else the last one.
  const destination = () => document.activeElement?.closest('[data-destination]') ?? [...document.querySelectorAll('[data-destination]')].at(-1);
  // Whoever was not found is new: what was typed to find him is his number or name.
  const takeOver = () => {
    const typed = byId('f-customer.number').value.trim();
    const ascii = typed.normalize('NFKC');
    const field = byId(/^[+\d()\s‐-―−ー-]+$/.test(ascii) ? 'f-customer.phone' : ascii.includes('@') ? 'f-customer.email'
      : /^[ァ-ヺー\s]+$/.test(ascii) ? 'f-customer.kana' : 'f-customer.name');
    if (!typed || field.value || /^[A-Z]+-?\d+$/i.test(ascii)) return;
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  // A destination without an address has no calendar yet.
  const calendarOf = to => to.querySelector('.entry-calendar input:checked') ?? to.querySelector('.entry-calendar input:not(:disabled)');
  const keys = {
    F1: () => byId('keys').showModal(),
    F2: () => (byId('f-customer.number') ?? document.querySelector('.entry-customer button'))?.focus(),
    F3: () => { const box = byId('newcomer'); if (box) { box.open = true; takeOver(); byId('f-customer.name').focus(); } },
    F4: () => press('repeat'),
    F6: () => [...document.querySelectorAll('#rows input[data-products]')].find((sku, i, all) => !sku.value || i === all.length - 1)?.focus(),
    F7: () => press('add-destination'),
    F8: () => [destination(), ...[...document.querySelectorAll('[data-destination]')].reverse()].map(calendarOf).find(Boolean)?.focus(),
    F9: () => press(byId('read-out') ? 'agree' : 'go'),
    F10: () => { const box = destination().querySelector('.entry-special-requests'); box.open = true; box.querySelector('input').focus(); },
  };
  const back = () => { byId('read-out')?.remove(); byId('go')?.focus(); };
  document.addEventListener('keydown', e => {
    if (composing(e) || !entry() || document.querySelector('dialog[open]')) return;
    const plain = !e.ctrlKey && !e.altKey && !e.metaKey;
    if (ahead?.field === e.target && plain && (e.key.length === 1 || e.key === 'Enter' || keys[e.key])) {
      e.preventDefault();
      if (e.key.length === 1) ahead.text += e.key;
      else ahead.key = e.key;
      return;
    }
    if (keys[e.key] && !e.ctrlKey && !e.altKey && !e.shiftKey) {
      e.preventDefault();
      if (e.repeat) return;
      // On a slow line the form is about to be replaced: what is pressed meanwhile comes after; nobody has heard a read-out yet.
      if (!redrawing) keys[e.key]();
      else if (e.key !== 'F9') pressedMeanwhile = e.key;
      return;
    }
    if (e.ctrlKey && e.key === 'Enter') { e.preventDefault(); return redrawing ? undefined : keys.F9(); }
    const field = e.target;
    if (!field.closest?.('#entry')) return;
    const found = hits(field);
    if (e.altKey && /^[1-9]$/.test(e.key) && found[e.key - 1]) { e.preventDefault(); return choose(field, found[e.key - 1]); }
    if ((e.key === 'ArrowDown' || e.key === 'ArrowUp') && found.length) {
      e.preventDefault();
      const at = found.findIndex(hit => hit.classList.contains('at'));
      return mark(field, found[Math.min(found.length - 1, Math.max(0, at + (e.key === 'ArrowDown' ? 1 : -1)))]);
    }
    if (e.key === 'Escape') {
      if (byId('read-out')) { e.preventDefault(); return back(); }
      return shut(field);
    }
    if (e.key === 'Enter' && !field.matches('textarea, button, a, summary')) {
      e.preventDefault();
      if (field.dataset.find) enterInFind(field); else next(field);
    }
  });
  document.addEventListener('click', e => {
    if (e.target.closest('[data-keys-help]')) byId('keys').showModal();
    if (e.target.closest('[data-read-back]')) back();
  });
  document.addEventListener('change', e => {
    if (e.target.matches('[data-elsewhere]')) e.target.closest('section').querySelector('.entry-elsewhere').classList.toggle('is-home', !e.target.checked);
  });
  addEventListener('DOMContentLoaded', () => {
    byId('agree')?.focus();
    // A telephone system has opened the page with the caller's number.
    if (byId('f-customer.number')?.value) window.htmx?.trigger(byId('f-customer.number'), 'find');
  });
})();

// What attributes cannot do in the forms of people: the area of a postal code fills the address, typing a name fills its kana.
(() => {
  // A form with several addresses keeps each in an element with data-address; names may carry a prefix, such as to[1].city.
  const place = element => element.closest('[data-address]') ?? element.closest('form');
  const field = (where, name) => [...where.querySelectorAll('[name]')].find(f => f.name === name || f.name.endsWith('.' + name));
  const PARTS = ['prefecture', 'city', 'line1'];
  const known = (name, input) => name === 'line1' ? input.dataset.areaFilled && input.value.startsWith(input.dataset.areaFilled)
    : input.dataset.areaFilled === input.value;
  // What a code wrote is replaced by what another code stands for; what somebody has typed behind the town stays.
  const put = (where, area) => {
    const line1 = field(where, 'line1');
    const line2 = field(where, 'line2');
    const number = () => line1?.value.slice(line1.dataset.areaFilled?.length ?? 0) ?? '';
    const former = area.dataset.line1 !== line1?.dataset.areaFilled && line1?.value !== '' && line1?.value === line1?.defaultValue;
    for (const name of PARTS) {
      const input = field(where, name);
      const value = area.dataset[name];
      if (!input) continue;
      if (name !== 'line1') input.value = value;
      else if (known(name, input)) input.value = value + number();
      else if (/^[\d０-９]/.test(input.value)) input.value = value + input.value;
      else if (!value || !input.value.startsWith(value)) input.value = value;
      input.dataset.areaFilled = value;
    }
    // Whoever went on by Enter before the answer came stands in what is filled now: the number comes next. Tab keeps its place.
    const at = document.activeElement;
    if (line1 && PARTS.some(name => field(where, name) === at)) {
      if (key === 'Enter') line1.focus();
      if (key === 'Enter' || at === line1) line1.setSelectionRange(line1.value.length, line1.value.length);
      else at.select?.();
    }
    const box = area.closest('.field-hint');
    const question = box?.querySelector('[data-former]');
    if (question && former && (number().trim() || line2?.value.trim())) question.hidden = false;
    box?.querySelectorAll('[data-ask]').forEach(part => { part.hidden = true; });
    where.dispatchEvent(new Event('change', { bubbles: true }));
  };
  // What stood in the form when it came: it is the code's where the code of that time stands for it.
  const digits = text => text.normalize('NFKC').replace(/\D/g, '');
  const remembered = new WeakSet();
  const remember = async (where, code) => {
    if (remembered.has(code)) return;
    remembered.add(code);
    if (digits(code.defaultValue).length !== 7) return;
    const answer = await fetch(`${code.getAttribute('hx-get')}?postalCode=${encodeURIComponent(code.defaultValue)}`);
    const then = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const area of then.querySelectorAll('[data-prefecture]')) {
      const fits = PARTS.every(name => {
        const input = field(where, name);
        return !input || (name === 'line1' ? input.value.startsWith(area.dataset.line1) : input.value === area.dataset[name]);
      });
      if (!fits) continue;
      for (const name of PARTS) {
        const input = field(where, name);
        if (input) input.dataset.areaFilled ??= area.dataset[name];
      }
      return;
    }
  };
  // An area that goes with what stands there is taken at once; against what somebody has typed it is asked for.
  const offer = async box => {
    const where = place(box);
    const code = field(where, 'postalCode');
    await remember(where, code).catch(() => {});
    const areas = [...box.querySelectorAll('[data-prefecture]')];
    const typed = PARTS.map(name => [name, field(where, name)]).filter(([name, input]) => input && input.value && !known(name, input));
    const against = areas.filter(area => typed.some(([name, input]) => name === 'line1' && area.dataset.line1
      ? !input.value.startsWith(area.dataset.line1) : name !== 'line1' && input.value !== area.dataset[name]));
    const only = box.querySelector('[data-only]');
    if (only && !against.length) put(where, only);
    else if (areas.length && against.length === areas.length) box.querySelectorAll('[data-ask]').forEach(part => { part.hidden = false; });
  };
  let key = '';
  document.addEventListener('keydown', e => { if (e.key === 'Enter' || e.key === 'Tab') ({ key } = e); }, true);
  const postal = e => e.target.getAttribute?.('hx-get')?.endsWith('/postal-codes') ? e.target : null;
  // The same code is not asked for twice: its answer would take the place of what somebody stands in.
  document.addEventListener('htmx:beforeRequest', e => {
    const code = postal(e);
    if (!code) return;
    const asked = digits(code.value);
    const half = asked && asked.length < 7 && e.detail.requestConfig.triggeringEvent?.type === 'input';
    if (half || code.dataset.asked === asked) e.preventDefault();
    else code.dataset.asked = asked;
  });
  document.addEventListener('htmx:afterRequest', e => { if (postal(e) && !e.detail.successful) delete e.target.dataset.asked; });
  document.addEventListener('htmx:afterSwap', e => { if (e.target.querySelector?.('[data-prefecture]')) offer(e.target); });
  document.addEventListener('click', e => {
    const area = e.target.closest('[data-area]');
    if (area) put(place(area), area);
    const keep = e.target.closest('[data-keep]');
    if (keep) keep.closest('.field-hint').querySelectorAll('[data-ask], [data-former]').forEach(part => { part.hidden = true; });
    const clear = e.target.closest('[data-clear-number]');
    if (clear) {
      const where = place(clear);
      const line1 = field(where, 'line1');
      line1.value = line1.dataset.areaFilled ?? '';
      if (field(where, 'line2')) field(where, 'line2').value = '';
      clear.closest('[data-former]').hidden = true;
      line1.focus();
      where.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
  document.addEventListener('change', e => {
    const area = e.target.matches('[data-areas]') ? e.target.selectedOptions[0] : null;
    if (area?.dataset.prefecture) put(place(e.target), area);
  });

  // While an input method composes, what is typed passes by as kana before it becomes kanji.
  const katakana = text => text.replace(/[ぁ-ゖ]/g, c => String.fromCharCode(c.charCodeAt(0) + 0x60));
  const kanaOf = name => name.dataset?.kana && document.getElementById(name.dataset.kana.slice(1));
  const typed = new WeakMap();
  // Kana that somebody has typed is not touched any more.
  const foreign = kana => kana.value !== '' && kana.dataset.filled !== kana.value;
  const fill = (kana, text) => { kana.value = text; kana.dataset.filled = text; };
  document.addEventListener('compositionupdate', e => {
    if (kanaOf(e.target) && /^[ぁ-ゖァ-ヺー]+$/.test(e.data)) typed.set(e.target, e.data);
  });
  document.addEventListener('compositionend', e => {
    const kana = kanaOf(e.target);
    if (kana && typed.get(e.target) && !foreign(kana)) fill(kana, kana.value + katakana(typed.get(e.target)));
    typed.delete(e.target);
  });
  document.addEventListener('input', e => {
    const kana = kanaOf(e.target);
    if (!kana || foreign(kana)) return;
    if (!e.target.value) fill(kana, '');
    else if (!e.isComposing && /[\s　]$/.test(e.target.value) && kana.value && !kana.value.endsWith(' ')) fill(kana, kana.value + ' ');
  });
})();

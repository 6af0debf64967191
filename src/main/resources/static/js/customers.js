// What attributes cannot do in the forms of people: the area of a postal code fills the address, typing a name fills its kana.
(() => {
  // A form with several addresses keeps each in an element with data-address; names may carry a prefix, such as to[1].city.
  const place = element => element.closest('[data-address]') ?? element.closest('form');
  const field = (where, name) => [...where.querySelectorAll('[name]')].find(f => f.name === name || f.name.endsWith('.' + name));
  const put = (where, area) => {
    for (const [name, value] of Object.entries({ prefecture: area.dataset.prefecture, city: area.dataset.city, line1: area.dataset.line1 })) {
      const input = field(where, name);
      // What somebody has typed behind the town stays.
      if (input && !(name === 'line1' && input.value.startsWith(value) && input.value)) input.value = value;
      if (input && value) input.dataset.areaFilled = value;
    }
    // Whoever went on before the answer came stands in what is filled now: the number comes next.
    const line1 = field(where, 'line1');
    if (line1 && ['prefecture', 'city', 'line1'].some(name => field(where, name) === document.activeElement)) {
      line1.focus();
      line1.setSelectionRange(line1.value.length, line1.value.length);
    }
    where.dispatchEvent(new Event('change', { bubbles: true }));
  };
  document.addEventListener('htmx:afterSwap', e => {
    const only = e.target.querySelector?.('[data-only]');
    const where = only && place(e.target);
    if (where && !field(where, 'city')?.value && !field(where, 'line1')?.value) put(where, only);
  });
  document.addEventListener('click', e => {
    const area = e.target.closest('[data-area]');
    if (area) put(place(area), area);
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

// What attributes cannot do in the forms of people: the area of a postal code fills the address, typing a name fills its kana.
(() => {
  const put = (form, area) => {
    for (const [name, value] of Object.entries({ prefecture: area.dataset.prefecture, city: area.dataset.city, line1: area.dataset.line1 })) {
      const field = form.elements[name];
      // What somebody has typed behind the town stays.
      if (field && !(name === 'line1' && field.value.startsWith(value) && field.value)) field.value = value;
    }
  };
  document.addEventListener('htmx:afterSwap', e => {
    const only = e.target.querySelector?.('[data-only]');
    const form = e.target.closest?.('form');
    if (only && form && !form.elements.city?.value && !form.elements.line1?.value) put(form, only);
  });
  document.addEventListener('click', e => {
    const area = e.target.closest('[data-area]');
    if (area) put(area.closest('form'), area);
  });
  document.addEventListener('change', e => {
    const area = e.target.matches('[data-areas]') ? e.target.selectedOptions[0] : null;
    if (area?.dataset.prefecture) put(e.target.closest('form'), area);
  });

  // While an input method composes, what is typed passes by as kana before it becomes kanji.
  const katakana = text => text.replace(/[ぁ-ゖ]/g, c => String.fromCharCode(c.charCodeAt(0) + 0x60));
  document.querySelectorAll('[data-kana]').forEach(name => {
    const kana = document.querySelector(name.dataset.kana);
    let typed = '';
    let own = !kana.value;
    kana.addEventListener('input', () => { own = !kana.value; });
    name.addEventListener('compositionupdate', e => {
      if (/^[ぁ-ゖァ-ヺー]+$/.test(e.data)) typed = e.data;
    });
    name.addEventListener('compositionend', () => {
      if (own && typed) kana.value += katakana(typed);
      typed = '';
    });
    name.addEventListener('input', e => {
      if (!own) return;
      if (!name.value) kana.value = '';
      else if (!e.isComposing && /[\s　]$/.test(name.value) && kana.value && !kana.value.endsWith(' ')) kana.value += ' ';
    });
  });
})();

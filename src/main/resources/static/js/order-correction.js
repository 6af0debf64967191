// Mending an order from its task: a postal code that goes with the address as written is taken with one press.
(() => {
  document.addEventListener('click', e => {
    const take = e.target.closest('[data-take-code]');
    if (!take) return;
    const code = document.getElementById('f-postalCode');
    code.value = take.value;
    code.dispatchEvent(new Event('change', { bubbles: true }));
    code.focus();
  });
})();

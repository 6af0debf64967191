// What a page asks of the server without being loaded anew: who asks is said, and an answer that fails is told. A session that is over is
// renewed where one is, and what was asked is asked again; nothing typed is lost, and nobody goes on with somebody else's page.
(() => {
  const ENDED = 'Otodoke-Session';
  const ask = window.fetch.bind(window);
  const user = () => document.body.dataset.user;
  const dialog = () => document.getElementById('sign-in-again');
  const at = path => new URL(path.slice(1), new URL(dialog().dataset.at, location.href)).href;
  const own = address => new URL(address, location.href).origin === location.origin;
  const tell = name => document.dispatchEvent(new Event(name));

  // What went wrong stands at the foot of the page, until it works again or is put away.
  const trouble = {
    at: null,
    say(text, where, over = false) {
      const box = document.getElementById('trouble');
      if (!box) return;
      trouble.at = where;
      box.querySelector('span').textContent = text;
      box.querySelector('[data-sign-in]').hidden = !over;
      box.hidden = false;
    },
    offline: () => trouble.say(document.getElementById('trouble')?.dataset.offline, 'line'),
    failed(where, answer) {
      const panel = new DOMParser().parseFromString(answer, 'text/html').querySelector('.panel-error, .flash-bad');
      const said = panel && [...panel.querySelectorAll('h1, p:not(:has(a)), span')].map(part => part.textContent.trim()).join(' ');
      trouble.say(said || document.getElementById('trouble')?.dataset.failed, where);
    },
    over(where) {
      if (trouble.at !== 'line' && trouble.at !== where) return;
      trouble.at = null;
      const box = document.getElementById('trouble');
      if (box) box.hidden = true;
    },
  };

  // Signing in again
  let session;
  let renewing;
  let lookAgain = () => {};
  let declined = false;
  // In the time of the page, which may itself be younger than the span of an act.
  let acted = -Infinity;
  const state = async () => {
    const answer = await ask(at('/session'), { headers: { 'X-Requested-With': 'fetch' } });
    session = await answer.json();
    return session.state;
  };
  const post = (path, fields) => ask(at(path), {
    method: 'POST', redirect: path === '/login' ? 'follow' : 'manual', body: new URLSearchParams(fields),
    headers: { 'X-Requested-With': 'fetch', [session.header]: session.token },
  });
  // Each form and each request carries the token of the session.
  const renewTokens = () => {
    document.querySelectorAll('input[name=_csrf]').forEach(input => { input.value = session.token; });
    document.body.setAttribute('hx-headers', JSON.stringify({ [session.header]: session.token }));
  };
  const step = name => {
    const box = dialog();
    box.querySelectorAll('[data-step]').forEach(part => { part.hidden = part.dataset.step !== name; });
    const goesOn = name === 'ANONYMOUS' || name === 'SECOND_FACTOR';
    box.querySelector('[type=submit]').hidden = !goesOn;
    box.querySelector('[data-later]').hidden = name === 'OTHER';
    box.querySelectorAll('h2, .field:not([data-step])').forEach(part => { part.hidden = name === 'OTHER'; });
    if (name === 'OTHER') box.querySelector('.ask-text').textContent = box.dataset.other.replace('{0}', session.user);
    box.querySelector(`[data-step=${name}] input, [data-step=${name}] a`)?.focus();
  };
  const complain = text => {
    const wrong = dialog().querySelector('.again-wrong');
    wrong.hidden = !text;
    wrong.querySelector('span').textContent = text ?? '';
  };
  const signIn = () => new Promise(done => {
    const box = dialog();
    const form = box.querySelector('form');
    const wentOn = new AbortController();
    const { signal } = wentOn;
    const end = signedIn => {
      wentOn.abort();
      lookAgain = () => {};
      form.reset();
      complain();
      box.close();
      declined = !signedIn;
      acted = -Infinity;
      if (declined) trouble.say(document.getElementById('trouble').dataset.over, 'session', true);
      done(signedIn);
    };
    // Whoever has signed in meanwhile, here or in another window.
    const look = async () => {
      if (await state() !== 'SIGNED_IN') return step(session.state);
      if (session.user !== user()) return step('OTHER');
      renewTokens();
      return end(true);
    };
    form.addEventListener('submit', async e => {
      e.preventDefault();
      const button = form.querySelector('[type=submit]');
      button.disabled = true;
      try {
        const send = async () => {
          await state();
          return session.state === 'SECOND_FACTOR' ? post('/second-factor', { code: form.elements.code.value })
            : session.state === 'ANONYMOUS' ? post('/login', { username: user(), password: form.elements.password.value }) : null;
        };
        let answer = await send();
        // Another request of the page may have been given a session of its own meanwhile, whose token counts now.
        if (answer?.headers.has(ENDED)) answer = await send();
        const said = new DOMParser().parseFromString(await answer?.text() ?? '', 'text/html').querySelector('.flash-bad');
        form.elements.password.value = '';
        form.elements.code.value = '';
        await look();
        if (!signal.aborted) complain(said?.textContent.trim());
      } catch {
        complain(document.getElementById('trouble').dataset.offline);
      } finally {
        button.disabled = false;
      }
    }, { signal });
    form.querySelector('[data-later]').addEventListener('click', () => end(false), { signal });
    box.addEventListener('cancel', e => { e.preventDefault(); if (session.state !== 'SIGNED_IN') end(false); }, { signal });
    lookAgain = () => look().catch(() => {});
    addEventListener('focus', lookAgain, { signal });
    box.showModal();
    step(session.state === 'SIGNED_IN' ? 'OTHER' : session.state);
  });
  const renewed = async () => {
    if (await state() === 'SIGNED_IN' && session.user === user()) renewTokens();
    else if (!await signIn()) return false;
    declined = false;
    trouble.over('session');
    tell('otodoke:signed-in');
    return true;
  };
  // Whoever wants to sign in later is asked again when he does something, not while he types.
  const renew = () => {
    if (!dialog() || !user() || declined && performance.now() - acted > 1500) return Promise.resolve(false);
    lookAgain();
    renewing ??= renewed().catch(() => { trouble.offline(); return false; }).finally(() => { renewing = undefined; });
    return renewing;
  };
  const act = () => { acted = performance.now(); };
  document.addEventListener('click', e => { if (!e.target.closest?.('#sign-in-again')) act(); }, true);
  document.addEventListener('keydown', e => {
    if (/^F\d+$|^Enter$/.test(e.key) || !e.target.closest?.('input, textarea, select')) act();
  }, true);
  document.addEventListener('click', e => {
    if (e.target.closest('#trouble [data-sign-in]')) renew();
    if (e.target.closest('#trouble [data-close]')) { trouble.at = 'line'; trouble.over('line'); }
  });

  // fetch
  window.fetch = async (address, options = {}) => {
    if (!own(address)) return ask(address, options);
    for (let tries = 0; ; tries++) {
      const headers = new Headers(options.headers);
      headers.set('X-Requested-With', 'fetch');
      if (user()) headers.set('Otodoke-User', user());
      for (const [name, token] of Object.entries(JSON.parse(document.body.getAttribute('hx-headers') || '{}'))) {
        if (headers.has(name)) headers.set(name, token);
      }
      let answer;
      try {
        answer = await ask(address, { ...options, headers });
      } catch (e) {
        if (e.name !== 'AbortError') trouble.offline();
        throw e;
      }
      if (!answer.headers.has(ENDED)) {
        if (answer.ok) trouble.over('line');
        return answer;
      }
      if (tries > 1 || !await renew()) return answer;
    }
  };

  // htmx
  document.addEventListener('htmx:configRequest', e => { if (user()) e.detail.headers['Otodoke-User'] = user(); });
  const tried = new WeakMap();
  const again = ({ elt, requestConfig, etc }) => elt.isConnected && window.htmx.ajax(requestConfig.verb, requestConfig.path, {
    source: elt, event: requestConfig.triggeringEvent, target: etc.targetOverride, swap: etc.swapOverride, select: etc.select,
    values: etc.values, headers: etc.headers,
  });
  document.addEventListener('htmx:beforeOnLoad', e => {
    const { xhr, elt } = e.detail;
    if (!xhr.getResponseHeader(ENDED)) { tried.delete(elt); return; }
    e.preventDefault();
    e.stopImmediatePropagation();
    e.detail.sessionEnded = true;
    const tries = (tried.get(elt) ?? 0) + 1;
    tried.set(elt, tries);
    const signedIn = tries > 2 ? Promise.resolve(false) : renew();
    // Who made the request may want to make it again himself.
    const ended = new CustomEvent('otodoke:session-ended', { cancelable: true, detail: { elt, signedIn } });
    if (document.dispatchEvent(ended)) signedIn.then(yes => yes && again(e.detail));
  });
  for (const name of ['htmx:sendError', 'htmx:timeout']) document.addEventListener(name, trouble.offline);
  document.addEventListener('htmx:responseError', e => trouble.failed(e.detail.requestConfig.elt, e.detail.xhr.response));
  document.addEventListener('htmx:afterRequest', e => { if (e.detail.successful) trouble.over(e.detail.requestConfig.elt); });
  document.addEventListener('htmx:sseError', e => {
    if (e.detail.source?.readyState !== EventSource.CLOSED || renewing) return;
    state().then(now => (now !== 'SIGNED_IN' || session.user !== user()) && renew()).catch(() => {});
  });

  // A form says who filled it in; what an ended session could not take is sent once its user is back.
  document.addEventListener('formdata', e => {
    if (e.target.method === 'post' && user()) e.formData.set('_user', user());
  });
  document.addEventListener('DOMContentLoaded', async () => {
    const form = document.querySelector('form[data-resend]');
    if (form?.dataset.resend !== 'after-sign-in') return;
    form.addEventListener('submit', async e => {
      if (form.dataset.resend === 'by-hand') return;
      e.preventDefault();
      e.stopPropagation();
      if (await renew()) { form.dataset.resend = 'by-hand'; form.requestSubmit(); }
    });
    act();
    form.requestSubmit();
  });
})();

// Draws the process maps: <div class="diagram" data-bpmn="/…xml" data-look="id"
//   data-state='{"passed":[],"here":[],"stuck":[],"marks":{"id":{"n":3,"bad":1,"tone":"late","title":"","href":""}}}'>
// A map opens at a size that can be read, with the step in the middle that matters most. A step that calls another process
// opens its diagram: in place with the way of the case ("called":{"process":{"passed":[],"here":[]}}), else on its own page.
(() => {
  const READABLE = 1;
  const SMALLEST = 0.15;
  const LARGEST = 3;
  const ROOM = 30;
  const font = { fontFamily: '"Hiragino Sans", "Yu Gothic UI", "BIZ UDPGothic", "Noto Sans JP", "IPAPGothic", sans-serif', fontSize: 12 };
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
  const TONES = ['fine', 'late', 'over'];
  const heat = mark => (mark.bad > 0 ? 1e9 : 0) + Math.max(0, TONES.indexOf(mark.tone)) * 1e8 + mark.n;
  const around = boxes => {
    const x = Math.min(...boxes.map(b => b.x));
    const y = Math.min(...boxes.map(b => b.y));
    const right = Math.max(...boxes.map(b => b.x + b.width));
    const bottom = Math.max(...boxes.map(b => b.y + b.height));
    return { x: x - ROOM, y: y - ROOM, width: right - x + 2 * ROOM, height: bottom - y + 2 * ROOM };
  };

  const draw = async element => {
    const address = process => element.dataset.bpmn.replace(/[^/]+(?=\/map\.bpmn)/, process);
    const home = { process: element.dataset.process, state: JSON.parse(element.dataset.state || '{}'), look: element.dataset.look };
    // Numbers and buttons move with the map; else they are away for a moment after each move, and whoever clicks then misses.
    const viewer = new window.BpmnJS({
      container: element, canvas: { deferUpdate: false }, textRenderer: { defaultStyle: font, externalStyle: font },
      bpmnRenderer: { defaultFillColor: 'var(--o-sheet)', defaultStrokeColor: 'var(--o-ink)', defaultLabelColor: 'var(--o-ink)' },
    });
    const load = async process => {
      const answer = await fetch(address(process));
      if (!answer.ok) throw new Error(`${process} can't be drawn: ${answer.status}`);
      return viewer.importXML(await answer.text());
    };
    await load(home.process);
    const canvas = viewer.get('canvas');
    const overlays = viewer.get('overlays');
    const registry = viewer.get('elementRegistry');
    // The wheel belongs to the page; with Ctrl it belongs to the map.
    viewer.get('zoomScroll').toggle(false);

    let { state } = home;
    let marks = {};
    const mark = fresh => {
      marks = fresh ?? {};
      overlays.remove({ type: 'mark' });
      for (const [id, one] of Object.entries(marks)) {
        if (!registry.get(id)) continue;
        if (one.n > 0) overlays.add(id, 'mark', { position: { top: -11, right: 14 }, html: badge(one, one.n, one.tone ?? 'fine') });
        if (one.bad > 0) overlays.add(id, 'mark', { position: { top: -11, left: -10 }, html: badge(one, one.bad, 'bad') });
      }
    };
    element.addEventListener('otodoke:marks', e => mark(e.detail));
    const touched = new Set();
    const paint = () => {
      for (const name of ['passed', 'here', 'stuck']) {
        for (const id of state[name] ?? []) if (registry.get(id)) canvas.addMarker(id, name);
      }
      touched.clear();
      for (const id of [...(state.passed ?? []), ...(state.here ?? [])]) touched.add(id);
      // The step where the case stands has not been left yet, unless it has come back to it.
      const left = id => touched.has(id) && (!state.here?.includes(id) || state.again?.includes(id));
      registry.filter(e => e.waypoints && left(e.source?.id) && touched.has(e.target?.id))
        .forEach(e => canvas.addMarker(e, 'passed'));
      mark(state.marks);
      registry.filter(e => e.type === 'bpmn:CallActivity').forEach(call => {
        overlays.add(call.id, 'call', { position: { bottom: 23, left: call.width / 2 - 11 }, html: callButton(call) });
      });
    };

    const whole = () => around(registry.filter(e => e.parent && (e.waypoints || e.width))
      .flatMap(e => e.waypoints ? e.waypoints.map(({ x, y }) => ({ x, y, width: 0, height: 0 })) : [e]));
    const shapes = ids => [...ids].map(id => registry.get(id)).filter(e => e?.width);
    const scaleOf = box => Math.min(element.clientWidth / box.width, element.clientHeight / box.height);
    const show = (box, scale) => {
      const size = Math.min(LARGEST, Math.max(SMALLEST, scale));
      const [width, height] = [element.clientWidth / size, element.clientHeight / size];
      canvas.viewbox({ x: box.x + box.width / 2 - width / 2, y: box.y + box.height / 2 - height / 2, width, height });
    };
    const fit = box => show(box, Math.min(READABLE, scaleOf(box)));
    // What matters most: the step asked for, where the case stands, or where most is late.
    const focus = () => {
      const asked = registry.get(place.look);
      if (asked) return [asked];
      if (state.here?.length) return shapes(state.here);
      const hottest = Object.entries(marks).filter(([id]) => registry.get(id)).sort((a, b) => heat(b[1]) - heat(a[1]))[0];
      if (hottest) return shapes([hottest[0]]);
      const last = (state.passed ?? []).at(-1);
      return last ? shapes([last]) : [];
    };
    const look = () => {
      const all = whole();
      const at = focus();
      if (scaleOf(all) >= READABLE || !at.length) return fit(all);
      const path = shapes(touched);
      const here = around(at);
      if (path.length && scaleOf(around(path)) >= READABLE) fit(around(path));
      else show(scaleOf(here) >= READABLE ? here : around(at.slice(-1)), READABLE);
      // No empty paper beside the drawing where the drawing could fill it.
      const seen = canvas.viewbox();
      const within = (from, size, low, span) => span <= size ? low + span / 2 - size / 2 : Math.max(low, Math.min(from, low + span - size));
      canvas.viewbox({ x: within(seen.x, seen.width, all.x, all.width), y: within(seen.y, seen.height, all.y, all.height), width: seen.width, height: seen.height });
    };
    const zoom = (by, at) => canvas.zoom(Math.min(LARGEST, Math.max(SMALLEST, canvas.zoom() * by)), at ?? 'auto');
    // From one diagram to another and back.
    let place = home;
    let opening = Promise.resolve();
    const up = element.parentElement.querySelector('[data-map-act="up"]');
    const arrive = () => {
      paint();
      // A small drawing needs no large sheet.
      element.style.height = '';
      if (whole().height < element.clientHeight) element.style.height = `${Math.max(180, whole().height)}px`;
      canvas.resized();
      look();
      if (up) up.hidden = place === home;
    };
    const go = async (process, from) => {
      if (process === place.process) return;
      await load(process);
      place = process === home.process ? home : { process, state: home.state.called[process] ?? {}, from };
      ({ state } = place);
      arrive();
    };
    // One after another: what is chosen while a diagram still loads is opened after it, not lost.
    const open = (process, from) => {
      opening = opening.catch(() => {}).then(() => go(process, from));
      return opening;
    };
    const enter = call => {
      const process = call.businessObject.calledElement;
      if (home.state.called) open(process, place.process);
      else window.location.assign(address(process).replace('/map.bpmn', ''));
    };
    const callButton = call => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'map-call';
      button.title = element.dataset.open.replace('{0}', call.businessObject.name ?? '');
      button.setAttribute('aria-label', button.title);
      button.innerHTML = '<i class="bi bi-plus-square" aria-hidden="true"></i>';
      button.addEventListener('click', e => {
        e.stopPropagation();
        enter(call);
      });
      return button;
    };
    viewer.get('eventBus').on('element.click', e => {
      if (e.element.type === 'bpmn:CallActivity') enter(e.element);
    });
    const acts = {
      up: () => open(place.from ?? home.process),
      in: () => zoom(1.25),
      out: () => zoom(0.8),
      fit: () => fit(whole()),
      path: () => fit(around(shapes(touched))),
      look,
    };
    arrive();
    // A page that is turned or laid out anew shows the same step, until somebody has moved the map himself.
    let moved = false;
    for (const by of ['pointerdown', 'keydown', 'wheel']) element.parentElement.addEventListener(by, () => { moved = true; }, { passive: true });
    let width = element.clientWidth;
    new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      canvas.resized();
      if (width && !moved) look();
    }).observe(element);

    const tools = element.parentElement.querySelector('.map-tools');
    tools?.addEventListener('click', e => acts[e.target.closest('[data-map-act]')?.dataset.mapAct]?.());
    if (touched.size < 2) tools?.querySelector('[data-map-act="path"]')?.remove();
    const step = 60;
    const keys = { '+': acts.in, ';': acts.in, '=': acts.in, '-': acts.out, 0: acts.fit, Home: acts.look,
      ArrowLeft: () => canvas.scroll({ dx: step, dy: 0 }), ArrowRight: () => canvas.scroll({ dx: -step, dy: 0 }),
      ArrowUp: () => canvas.scroll({ dx: 0, dy: step }), ArrowDown: () => canvas.scroll({ dx: 0, dy: -step }) };
    element.addEventListener('keydown', e => {
      if (e.ctrlKey || e.metaKey || e.altKey || !keys[e.key]) return;
      e.preventDefault();
      e.stopPropagation();
      keys[e.key]();
    });
    element.addEventListener('wheel', e => {
      if (!e.ctrlKey && !e.metaKey) return;
      e.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      zoom(e.deltaY < 0 ? 1.1 : 1 / 1.1, { x: e.clientX - left, y: e.clientY - top });
    }, { passive: false });

    // Fingers: one draws the map sideways (the page keeps its up and down), two draw and stretch it.
    const fingers = new Map();
    const middle = () => {
      const all = [...fingers.values()];
      return { x: all.reduce((s, f) => s + f.x, 0) / all.length, y: all.reduce((s, f) => s + f.y, 0) / all.length };
    };
    const apart = () => {
      const [a, b] = [...fingers.values()];
      return b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
    };
    element.addEventListener('pointerdown', e => {
      if (e.pointerType === 'touch') fingers.set(e.pointerId, { x: e.clientX, y: e.clientY });
    });
    element.addEventListener('pointermove', e => {
      if (!fingers.has(e.pointerId)) return;
      const [from, gap] = [middle(), apart()];
      fingers.set(e.pointerId, { x: e.clientX, y: e.clientY });
      const to = middle();
      canvas.scroll({ dx: to.x - from.x, dy: fingers.size > 1 ? to.y - from.y : 0 });
      if (gap) {
        const { left, top } = element.getBoundingClientRect();
        zoom(apart() / gap, { x: to.x - left, y: to.y - top });
      }
    });
    for (const gone of ['pointerup', 'pointercancel']) element.addEventListener(gone, e => fingers.delete(e.pointerId));

    // The steps of a trail beside the map show their place in it.
    for (const stop of document.querySelectorAll(`[data-map-of="${element.id}"]`)) {
      stop.addEventListener('click', async () => {
        await open(stop.dataset.process, home.process);
        const [step] = shapes([stop.dataset.step]);
        if (!step) return;
        show(step, Math.max(READABLE, canvas.zoom()));
        registry.forEach(e => canvas.removeMarker(e, 'shown'));
        canvas.addMarker(step, 'shown');
      });
    }
  };
  document.addEventListener('DOMContentLoaded', () => {
    if (window.BpmnJS) document.querySelectorAll('[data-bpmn]').forEach(draw);
  });
})();

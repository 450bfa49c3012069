// The screens: take along, open with the code, the list of the day, a visit.
const main = document.querySelector('[data-field]');
const words = JSON.parse(document.getElementById('kata').dataset.kata);
const put0 = (text, ...values) => values.reduce((all, value, at) => all.replace(`{${at}}`, value), text);
const show = (name) => {
  main.replaceChildren(document.getElementById(`t-${name}`).content.cloneNode(true));
  const heading = main.querySelector('h1');
  heading.tabIndex = -1;
  return main;
};
const focusHeading = () => { scrollTo(0, 0); main.querySelector('h1').focus({ preventScroll: true }); };
const note = (text, tone = 'amber', link) => {
  const place = main.querySelector('[data-note]');
  if (!place) return;
  place.replaceChildren(...(text ? [make('div', { class: `notice notice-${tone}` }, make('p', { class: 'notice-body' }, text, ...(link ? [' ', link] : [])))] : []));
};
const fault = (text) => { const place = main.querySelector('[data-fault]'); place.hidden = !text; place.textContent = text || ''; };
// How far the preparing has come, in the place of the note.
const progress = (text = words.preparing) => {
  const bar = make('progress', { class: 'carry-progress', max: 1, 'aria-label': text });
  const said = make('span', {}, text);
  const place = main.querySelector('[data-progress]') || main.querySelector('[data-note]');
  place.replaceChildren(make('div', {}, said, bar));
  return (got, all) => { bar.value = got / all; said.textContent = `${text} ${Math.round(100 * got / all)} %`; };
};
const signIn = () => make('a', { href: '/masuk?kembali=%2Fpetugas%2Flapangan' }, words['sign-in']);
const strip = () => {
  const place = document.querySelector('[data-strip]');
  const count = dataKey ? waiting() : 0;
  place.hidden = navigator.onLine && !count;
  place.querySelector('span').textContent = [navigator.onLine ? null : words.offline, count ? put0(words.waiting, count) : null].filter(Boolean).join(' · ');
};
const counter = (text) => {
  const bar = document.querySelector('.visit-head .bar-row');
  const pill = bar.querySelector('.pill') || bar.appendChild(make('span', { class: 'pill pill-amber' }));
  pill.textContent = text || '';
  pill.hidden = !text;
};

const begin = (told) => {
  show('begin');
  counter();
  if (told) main.prepend(make('div', { class: 'notice notice-red', role: 'alert' }, make('p', { class: 'notice-body' }, told)));
  const form = main.querySelector('form');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const [code, again] = [form.elements.code.value, form.elements.again.value];
    if (code.length < 6) return fault(words['short-code']);
    if (code !== again) return fault(words['code-differs']);
    fault();
    progress();
    const device = crypto.randomUUID();
    const answer = await ask({ device, enrol: true });
    if (!answer || !answer.half) {
      main.querySelector('[data-progress]').replaceChildren();
      fault(words.failed);
      if (answer && answer.state === 'sign-in') main.querySelector('[data-fault]').replaceChildren(signIn());
      return null;
    }
    await makeKey(code, device, bytes(answer.half), Date.now() + DAY);
    [day, queues, photos, results] = [null, {}, [], {}];
    const why = await prepare(progress());
    if (why) { await eraseAll(); dataKey = null; main.querySelector('[data-progress]').replaceChildren(); return fault(words.failed); }
    if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
    await keepShell(progress(words['keeping-form']));
    return list();
  });
};
const openWithCode = () => {
  show('open');
  counter();
  const form = main.querySelector('form');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!(await unlock(form.elements.code.value))) {
      const key = await take('key');
      if (!key) return begin(words.erased);
      form.elements.code.value = '';
      return fault(put0(words['wrong-code'], MOST_WRONG - key.tries));
    }
    [day, queues, photos, results] = [await get('day'), (await get('queues')) || {}, (await get('photos')) || [], (await get('results')) || {}];
    if (!day) { await eraseAll(); return begin(); }
    bring(true);
    return route();
  });
  forgetting();
};
// Pressed twice: what was not sent is lost with it.
const forgetting = () => main.querySelector('[data-forget]').addEventListener('click', async (event) => {
  const button = event.currentTarget;
  if (!button.dataset.sure) { button.dataset.sure = 1; button.textContent = words.yes; return; }
  await eraseAll();
  location.replace('/lapangan');
  location.reload();
});

const stateOf = (visit) => {
  if (clashes(visit.id).length) return ['red', words.clash];
  if (visit.refused || (results[visit.id] && results[visit.id].refused)) return ['red', words.refused];
  if (owes(visit.id)) return ['amber', words.kept];
  if (visit.over) return ['teal', words.over];
  if (visit.late) return ['amber', words.late];
  return Object.values(visit.answers).some((a) => a.value.length) ? ['teal', words.sent] : ['grey', words.empty];
};
const list = () => {
  show('list');
  counter();
  main.querySelector('[data-about]').textContent = put0(words.carried, day.visits.length, Math.ceil(JSON.stringify(day).length / 1024), new Date(day.at).toLocaleString(document.documentElement.lang, { dateStyle: 'short', timeStyle: 'short' }));
  const rows = day.visits.map((visit, at) => {
    const [tone, text] = stateOf(visit);
    const map = visit.lat === null ? [] : [make('a', { class: 'muted', href: `geo:${visit.lat},${visit.lon}?q=${visit.lat},${visit.lon}` }, words.map)];
    return make('li', { class: 'card' }, make('a', { href: `#${visit.number}`, class: 'carry-title' }, `${at + 1}. ${visit.person || visit.title}`),
      make('p', { class: 'muted' }, [visit.hours, visit.place, visit.rt ? `RT ${visit.rt}` : null, visit.number].filter(Boolean).join(' · ')), make('p', {}, make('span', { class: `pill pill-${tone}` }, text), ' ', ...map));
  });
  main.querySelector('[data-visits]').replaceChildren(...rows);
  if (!rows.length) note(words.none, 'blue');
  if (day.leftOut) note(put0(words['left-out'], day.leftOut));
  if (said === 'sign-in') note(words['not-sent'], 'amber', signIn());
  main.querySelector('[data-prepare]').addEventListener('click', async () => {
    note(words.preparing, 'blue');
    const why = await prepare(progress());
    if (why === 'revoked') { await eraseAll(); dataKey = null; return begin(words.revoked); }
    if (!why) return list();
    return note(why === 'sign-in' ? words['not-sent'] : words.failed, 'amber', why === 'sign-in' ? signIn() : null);
  });
  main.querySelector('[data-send]').addEventListener('click', () => bring(true));
  main.querySelector('[data-lock]').addEventListener('click', () => location.reload());
  forgetting();
  strip();
};

const conflict = (visit, clash) => {
  const card = document.getElementById('t-conflict').content.firstElementChild.cloneNode(true);
  const question = formOf(visit).groups.flatMap((g) => g.questions).find((q) => q.code === clash.question);
  const read = (value) => (value || []).map((v) => (question.options.find((o) => o.code === v) || { text: v }).text).join(', ') || '–';
  const set = (name, text) => { card.querySelector(`[data-${name}]`).textContent = text; };
  set('title', question.text);
  set('l1', words.mine); set('mine', read(clash.value));
  set('l2', words.theirs); set('theirs', `${read(clash.theirs)}${clash.who ? ` · ${clash.who}, ${new Date(clash.when).toLocaleString(document.documentElement.lang)}` : ''}`);
  set('l3', words.before); set('before', read(clash.before));
  const choice = (text, mine) => {
    const button = make('button', { type: 'button', class: 'button button-second' }, text);
    button.addEventListener('click', async () => { await settle(visit, clash, mine); route(); });
    return button;
  };
  card.querySelector('p').replaceChildren(choice(words['take-mine'], true), ' ', choice(words['keep-theirs'], false));
  return card;
};
const visitScreen = (visit, code) => {
  const groups = groupsOf(visit);
  const at = code === 'ringkasan' ? groups.length : Math.max(0, groups.findIndex((g) => g.code === code));
  const group = groups[at];
  show('visit');
  counter(`${at + 1}/${groups.length + 1}`);
  const name = visit.person || visit.title;
  main.querySelector('[data-name]').textContent = name + (visit.age ? `, ${put0(words.years, visit.age)}` : '');
  main.querySelector('[data-initials]').textContent = name.split(/\s+/).slice(0, 2).map((w) => w[0]).join('').toUpperCase();
  main.querySelector('[data-place]').textContent = [visit.address || visit.place, visit.rt ? `RT ${visit.rt}` : null, visit.number].filter(Boolean).join(' · ');
  const tab = (key, title, here) => make('a', { class: 'tab', href: `#${visit.number}=${key}`, 'aria-current': here ? 'page' : null }, title);
  main.querySelector('[data-tabs]').replaceChildren(...groups.map((g, i) => tab(g.code, g.title, i === at)), tab('ringkasan', words.summary, !group));
  main.querySelector('.tab[aria-current]').scrollIntoView({ inline: 'center', block: 'nearest' });
  main.querySelector('[data-tabs]').after(...clashes(visit.id).map((clash) => conflict(visit, clash)));
  const form = main.querySelector('form');
  if (visit.over) { form.replaceWith(make('p', { class: 'notice notice-teal' }, words.over)); return; }
  if (!group) { form.replaceWith(summary(visit)); return; }
  form.querySelector('[data-hint]').textContent = group.hint;
  const draw = () => form.querySelector('[data-questions]').replaceChildren(...shownIn(visit, group).map((q) => field(visit, q)));
  draw();
  form.querySelector('[data-next]').textContent = put0(words.next, groups[at + 1] ? groups[at + 1].title : words.summary);
  fillIn(form, visit, group, draw, groups[at + 1] ? groups[at + 1].code : 'ringkasan');
};
// Every answer is on the disk, sealed, before the next screen comes; a choice may bring questions with it.
const fillIn = (form, visit, group, draw, next) => {
  let pause = 0;
  const save = async () => {
    clearTimeout(pause);
    pause = 0;
    const before = shownIn(visit, group).map((q) => q.code).join();
    for (const question of shownIn(visit, group)) if (question.type !== 'Photo') await say(visit, question.code, typed(form, question));
    const focused = document.activeElement && document.activeElement.id;
    if (before !== shownIn(visit, group).map((q) => q.code).join()) { draw(); if (focused && document.getElementById(focused)) document.getElementById(focused).focus(); }
  };
  form.addEventListener('input', (event) => { clearTimeout(pause); pause = setTimeout(save, ['radio', 'checkbox'].includes(event.target.type) ? 0 : 400); });
  addEventListener('pagehide', () => { if (pause) save(); });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const draft = event.submitter && event.submitter.value === 'draft';
    await save();
    bring(true);
    if (draft) note(words['draft-kept'], 'teal');
    else location.hash = `#${visit.number}=${next}`;
  });
};

const route = () => {
  if (!dataKey) return;
  const [number, code] = decodeURIComponent(location.hash.slice(1)).split('=');
  const visit = day.visits.find((v) => v.number === number);
  document.querySelector('.bar-back').href = visit ? '#' : '/petugas/lapangan';
  if (visit) visitScreen(visit, code);
  else list();
  strip();
  focusHeading();
};

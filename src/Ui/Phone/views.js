// Opens what the address names, and says so when this phone cannot keep anything.
const open = async (id, step, service) => {
  if (report && report.id === id) return true;
  const stored = id && (await read('reports', id));
  if (id && (stored ? stored.state !== 'draft' : await read('receipts', id))) { location.replace(to('kirim', id)); return false; }
  report = stored || { id: newId(), state: 'draft', step: 0, createdAt: Date.now(), answers: {} };
  report.kept = !!stored;
  before = { ...report.answers };
  if (!stored && service) Object.assign(report.answers, service);
  if (!stored) history.replaceState(null, '', to(STEPS_OF_REPORT[step]));
  if (navigator.locks && !held[report.id]) navigator.locks.request(`layar-draf-${report.id}`, { ifAvailable: true }, (lock) => (lock ? (held[report.id] = new Promise(() => {})) : twice()));
  return true;
};
const held = {};
const twice = () => { setTimeout(() => { if (!main.querySelector('[data-twice]')) main.insertBefore(template('dua').firstElementChild, main.firstChild); }, 0); };

// What stands behind the questions comes after the first of them.
let coming = null;
const rest = () => {
  coming = coming || fetch(say.rest, { credentials: 'omit' }).then(async (answer) => {
    if (!answer.ok) throw answer;
    document.body.insertAdjacentHTML('beforeend', await answer.text());
  }).catch((e) => { coming = null; throw e; });
  return coming;
};
const tools = () => ({ read, keep, main, say, words, show, frame, template, to, kilobytes, age, optionText, isWaiting, removeReport, removeAll, trySending, askSync, tell, arrive, filesOf, CHECKS, isPhone, freeze, STEPS_OF_REPORT });
const drawer = async (note) => (await import(say.drawer)).drawer(tools(), note);
const helper = () => import(say.helper);
const route = async () => {
  flush();
  const [view, id, problem, name] = decodeURIComponent(location.hash.slice(1)).split('=');
  try {
    if (/^(draf|luring|galat|kirim|periksa|petugas)$/.test(view)) await rest();
    if (view === 'petugas') return (await helper()).helper(tools());
  } catch (e) { return setTimeout(route, 2000); }
  if (view === 'draf' || view === 'luring' || view === 'galat') return drawer(view);
  if (view === 'kirim') return outcome(id);
  if (view === 'lanjut') {
    const stored = await read('reports', id);
    return location.replace(stored ? to(STEPS_OF_REPORT[stored.step || 0], id) : '#draf');
  }
  const step = Math.max(0, STEPS_OF_REPORT.indexOf(view));
  if (!(await (view === 'layanan' ? open(null, 0, { Service: id, Problem: problem, ServiceName: name }) : view === 'desa' ? open(null, 0, { Area: id }) : view === 'bantu' ? open(null, 0, (await helper()).beginning()) : open(id, step)))) return null;
  if (view === 'darurat') {
    show('darurat');
    frame(null, to('bahaya'));
    main.querySelector('[data-on]').href = to('untuk');
    return arrive();
  }
  // A question that stands before nobody's first answer begins at the beginning.
  return question(report.kept || step === 0 ? step : 0);
};
const begin = async () => {
  try {
    await storage();
  } catch (e) {
    // Cookies or storage are blocked: the pages of the server ask the same questions.
    location.replace('/lapor');
    return;
  }
  const offline = document.querySelector('[data-offline]');
  const network = () => { offline.hidden = navigator.onLine; };
  addEventListener('online', network);
  addEventListener('offline', network);
  network();
  addEventListener('hashchange', route);
  onNews(() => { if (/^#(kirim|draf|luring|petugas)/.test(location.hash)) route(); });
  addEventListener('layar:exit', (event) => { if (report) event.detail.push(removeReport(report.id)); });
  await route();
  rest().catch(() => {});
};
begin();

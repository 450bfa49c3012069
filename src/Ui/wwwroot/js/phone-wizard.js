// What this phone keeps: reports that are written or wait, their photos, and the receipts of those that were sent. Each
// step only adds, so that a new version opens what an older one kept. A step that was shipped is never changed.
const STEPS = [
  (db) => {
    db.createObjectStore('reports', { keyPath: 'id' });
    db.createObjectStore('photos', { keyPath: 'id' }).createIndex('report', 'report');
  },
  (db) => { db.createObjectStore('receipts', { keyPath: 'id' }); },
];
const ALL = ['reports', 'photos', 'receipts'];

let opened = null;
const openStore = (version) => new Promise((done, fail) => {
  // Some browsers never answer when storage is blocked.
  setTimeout(() => fail(new Error()), 8000);
  const asked = version ? indexedDB.open('layar', version) : indexedDB.open('layar');
  asked.onupgradeneeded = (e) => { for (let v = e.oldVersion; v < STEPS.length; v++) STEPS[v](asked.result); };
  asked.onsuccess = () => {
    const db = asked.result;
    db.onversionchange = () => { db.close(); opened = null; };
    db.onclose = () => { opened = null; };
    done(db);
  };
  // A newer version was here before us: its store holds ours and more.
  asked.onerror = () => (version && asked.error.name === 'VersionError' ? openStore(0).then(done, fail) : fail(asked.error));
});
const storage = () => {
  if (!opened) {
    opened = openStore(STEPS.length);
    opened.catch(() => { opened = null; });
  }
  return opened;
};

// One transaction; answers when it is on the disk. `act` gets a function that opens a store by name.
const keep = async (act, mode = 'readwrite', stores = ALL) => {
  const db = await storage();
  return new Promise((done, fail) => {
    const change = db.transaction(stores, mode, { durability: 'strict' });
    let found;
    change.oncomplete = () => done(found);
    change.onabort = () => fail(change.error);
    act((name) => change.objectStore(name), (value) => { found = value; });
  });
};
const read = (store, key) => keep((open, found) => {
  const asked = key === undefined ? open(store).getAll() : open(store).get(key);
  asked.onsuccess = () => found(asked.result);
}, 'readonly', [store]);
const photosOf = async (report) => {
  const all = await keep((open, found) => {
    const asked = open('photos').index('report').getAll(report);
    asked.onsuccess = () => found(asked.result);
  }, 'readonly', ['photos']);
  return all.sort((a, b) => a.seq - b.seq);
};
// Reads a record, lets `edit` change it and writes it back; nothing happens when it is gone meanwhile.
const alter = (store, id, edit) => keep((open, found) => {
  const asked = open(store).get(id);
  asked.onsuccess = () => {
    if (!asked.result) return;
    edit(asked.result);
    open(store).put(asked.result);
    found(asked.result);
  };
}, 'readwrite', [store]);
const removePhotos = (open, report) => {
  const asked = open('photos').index('report').getAllKeys(report);
  asked.onsuccess = () => asked.result.forEach((key) => open('photos').delete(key));
};
const removeReport = (id) => keep((open) => { open('reports').delete(id); removePhotos(open, id); });
const removeAll = () => keep((open) => ALL.forEach((name) => open(name).clear()));

const newId = () => {
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = (b[6] & 15) | 64;
  b[8] = (b[8] & 63) | 128;
  const hex = Array.from(b, (x) => (x + 256).toString(16).slice(1)).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
};

// Tabs and the worker tell each other that something changed.
const news = 'BroadcastChannel' in self ? new BroadcastChannel('layar') : null;
const listeners = [];
const onNews = (hear) => listeners.push(hear);
if (news) news.onmessage = () => listeners.forEach((hear) => hear());
const tell = () => {
  listeners.forEach((hear) => hear());
  if (news) news.postMessage(1);
};
// Sends what waits: the text of every report first, its photos after. "Sent" is only what the server has answered for.
const SECOND = 1000;
const WAITS = [5, 15, 60, 300, 900];
const pause = (tries) => WAITS[Math.min(tries, WAITS.length) - 1] * SECOND * (0.75 + Math.random() / 2);
// A clock that is set back by years must not hold a report for years.
const isDue = (report, now) => !report.nextTryAt || report.nextTryAt <= now || report.nextTryAt - now > 1800 * SECOND;
const isWaiting = (report) => report.state === 'waiting' || report.state === 'photos';

class Later extends Error {}

const call = async (address, options, seconds) => {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), seconds * SECOND);
  try {
    const answer = await fetch(address, { credentials: 'omit', cache: 'no-store', redirect: 'error', signal: stop.signal, ...options });
    const type = answer.headers.get('Content-Type') || '';
    const body = type.includes('json') ? await answer.json() : null;
    return { status: answer.status, headers: answer.headers, body, isOurs: type.includes('problem+json') };
  } catch (e) {
    throw new Later();
  } finally {
    clearTimeout(timer);
  }
};
// A "no" is final only when the office itself says it; what a gateway on the way says is a reason to try again.
const isRefusal = (answer) => answer.status >= 400 && answer.status < 500 && ![408, 425, 429].includes(answer.status) && answer.isOurs;

const post = async (payload) => {
  const answer = await call('/api/laporan', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(payload) }, 30);
  const is = answer.body;
  if ((answer.status === 200 || answer.status === 201) && is && is.code && is.pin && is.link && is.uploadSecret) return { receipt: is };
  if (!isRefusal(answer)) throw new Later();
  return { refusal: answer.status === 409 ? 409 : { title: is.title, errors: is.errors || {} } };
};
const sendText = async (report) => {
  const { receipt, refusal } = await post(report.payload);
  return receipt ? accept(report.id, receipt) : alter('reports', report.id, (r) => { Object.assign(r, { state: 'stopped', refusal }); });
};
const receiptOf = ({ payload, sensitive }, { code, pin, link, firstAnswerDue }) =>
  ({ id: payload.reportId, code, pin, link, due: firstAnswerDue, sentAt: Date.now(), sensitive, secret: payload.secrecy === 'secret', emergency: payload.emergency });
// The receipt is written in the same moment in which the report counts as sent.
const accept = (id, answer) => keep((open) => {
  const asked = open('reports').get(id);
  asked.onsuccess = () => {
    const report = asked.result;
    if (!report) return;
    open('receipts').put(receiptOf(report, answer));
    if (report.payload.photos) open('reports').put({ id, state: 'photos', createdAt: report.createdAt, right: answer.uploadSecret, tries: 0 });
    else open('reports').delete(id);
  };
});

const PROTOCOL = { 'Tus-Resumable': '1.0.0' };
const base64 = (text) => btoa(unescape(encodeURIComponent(text)));
const pieceSize = () => ({ 'slow-2g': 32, '2g': 32, '3g': 128 }[(navigator.connection || {}).effectiveType] || 512) * 1024;

const beginUpload = async (report, photo) => {
  const metadata = Object.entries({ report: report.id, seq: String(photo.seq), filename: `foto-${photo.seq}.jpg` }).map(([key, value]) => `${key} ${base64(value)}`).join(',');
  const answer = await call('/unggah', { method: 'POST', headers: { ...PROTOCOL, Authorization: `Bearer ${report.right}`, 'Upload-Length': String(photo.blob.size), 'Upload-Metadata': metadata } }, 30);
  const address = answer.headers.get('Location');
  if (answer.status === 201 && address) {
    await alter('photos', photo.id, (p) => { p.address = address; });
    return { address, at: 0 };
  }
  if (isRefusal(answer)) return { refused: answer.body.title };
  throw new Later();
};
const offsetOf = (answer) => {
  const said = answer.headers.get('Upload-Offset');
  if (!/^\d+$/.test(said || '')) throw new Later();
  return Number(said);
};
const findUpload = async (report, photo) => {
  if (!photo.address) return beginUpload(report, photo);
  const answer = await call(photo.address, { method: 'HEAD', headers: PROTOCOL }, 30);
  if (answer.status === 200) return { address: photo.address, at: offsetOf(answer) };
  if (answer.status === 404 || answer.status === 410) return beginUpload(report, photo);
  throw new Later();
};
const sendPhoto = async (report, photo) => {
  let { address, at, refused } = await findUpload(report, photo);
  while (!refused && at < photo.blob.size) {
    const piece = photo.blob.slice(at, at + pieceSize());
    const answer = await call(address, { method: 'PATCH', headers: { ...PROTOCOL, 'Upload-Offset': String(at), 'Content-Type': 'application/offset+octet-stream' }, body: piece }, 60);
    if (answer.status === 204) at = offsetOf(answer);
    else if (answer.status === 413 || answer.status === 422) refused = isRefusal(answer) ? answer.body.title : null;
    if (answer.status !== 204 && !refused) throw new Later();
    await alter('photos', photo.id, (p) => { p.sent = at; });
    tell();
  }
  return alter('photos', photo.id, (p) => { p.done = true; if (refused) p.refused = refused; });
};
const sendPhotos = async (report) => {
  for (const photo of await photosOf(report.id)) if (!photo.done) await sendPhoto(report, photo);
  const refused = (await photosOf(report.id)).map((p) => p.refused).filter(Boolean);
  return keep((open) => {
    open('reports').delete(report.id);
    removePhotos(open, report.id);
    const asked = open('receipts').get(report.id);
    asked.onsuccess = () => { if (asked.result && refused.length) open('receipts').put({ ...asked.result, refused }); };
  });
};

const attempt = async (report, send) => {
  try {
    await send(report);
    return true;
  } catch (e) {
    if (!(e instanceof Later)) throw e;
    await alter('reports', report.id, (r) => {
      r.tries = (r.tries || 0) + 1;
      r.triedAt = Date.now();
      r.nextTryAt = Date.now() + pause(r.tries);
    });
    return false;
  } finally {
    tell();
  }
};
// Two tabs and the worker do not send at once; where locks are unknown the server makes sending twice harmless.
// Who is asked to try now waits for the one who is trying, because that one may have begun while the network was away.
let queued = false;
const alone = (act, wait) => (navigator.locks ? navigator.locks.request('layar-kirim', { ifAvailable: !wait }, (lock) => (lock ? act() : null)) : act());
const sendAll = async (now) => {
  if (now && queued) return null;
  queued = queued || !!now;
  return alone(() => sendInTurn(now), now);
};
const sendInTurn = async (now) => {
  if (now) queued = false;
  for (const [state, send] of [['waiting', sendText], ['photos', sendPhotos]])
    for (const report of (await read('reports')).filter((r) => r.state === state).sort((a, b) => a.createdAt - b.createdAt))
      if (now || isDue(report, Date.now())) await attempt(report, send);
  return (await read('reports')).filter(isWaiting).length;
};
// On every citizen page: the worker, and the moments at which sending is tried.
const TICK = 30 * SECOND;

const trySending = async (now) => {
  try {
    if ((await read('reports')).some(isWaiting)) await sendAll(now);
  } catch (e) { /* storage is closed: the page says so where it matters */ }
};
const askSync = async () => {
  try {
    const worker = await navigator.serviceWorker.ready;
    if (worker.sync) await worker.sync.register('kirim');
  } catch (e) { /* the page tries by itself */ }
};
const register = async () => {
  if (!('serviceWorker' in navigator)) return;
  const worker = await navigator.serviceWorker.register('/sw.js', { scope: '/' });
  // Every answer is on the disk as soon as it is typed, so that a new version may take over between two pages.
  const handOver = () => worker.waiting && worker.waiting.postMessage('gantikan');
  handOver();
  worker.addEventListener('updatefound', () => {
    const coming = worker.installing;
    coming.addEventListener('statechange', () => { if (coming.state === 'installed' && navigator.serviceWorker.controller && document.visibilityState === 'hidden') handOver(); });
  });
};

if ('indexedDB' in window) {
  addEventListener('online', () => trySending(true));
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') trySending(false); });
  setInterval(() => trySending(false), TICK);
  trySending(false);
  register().catch(() => {});
}
// The questions of a report on the phone itself. The page is one document with a template per question; the address says
// after # which one is open and of which report. Every answer is on the disk before the next question comes.
const STEPS_OF_REPORT = ['bahaya', 'untuk', 'masalah', 'foto', 'lokasi', 'cerita', 'orang', 'kontak', 'periksa'];
const QUESTION = { Danger: 0, Whom: 1, Problem: 2, Photos: 3, Area: 4, Landmark: 4, Story: 5, Name: 6, Nik: 6, Channel: 7, Contact: 7, Secrecy: 7 };
const main = document.querySelector('[data-phone]');
const say = JSON.parse(document.getElementById('kata').dataset.kata);
const words = (key, ...values) => values.reduce((text, value, at) => text.replace(`{${at}}`, value), say[key] || key);
const template = (name) => document.getElementById(`t-${name}`).content.cloneNode(true);
const option = (name, value) => {
  for (const holder of document.querySelectorAll('template')) {
    const input = holder.content.querySelector(`input[name="${name}"][value="${value}"], select[name="${name}"] option[value="${value}"]`);
    if (input) return input;
  }
  return null;
};
const optionText = (name, value) => {
  const found = value && option(name, value);
  if (!found) return null;
  return found.tagName === 'OPTION' ? found.textContent : found.parentElement.querySelector('.choice-words > span').textContent;
};
const kilobytes = (bytes) => words('kb', Math.max(1, Math.round(bytes / 1024)));

let report = null; // the draft that is open
let typing = 0;
const answers = () => report.answers;
const isSensitive = () => say.sensitive.includes(answers().Problem);

const full = (error) => error && /quota|full|disk/i.test(`${error.name} ${error.message}`);
const warn = (error) => {
  const box = main.querySelector('[data-warning]') || main.insertBefore(template('peringatan').firstElementChild, main.firstChild);
  box.querySelector('p').textContent = words(full(error) ? 'full' : 'closed');
};
const save = async () => {
  clearTimeout(typing);
  typing = 0;
  const form = main.querySelector('form[data-step]');
  if (!form || !report) return;
  for (const field of new Set([...form.elements].map((e) => e.name).filter((name) => name && name !== 'Files'))) {
    const value = form.elements[field].value;
    answers()[field] = (value || '').trim() ? value : null;
  }
  await keepDraft();
};
// Only what this tab changed is written, so that two tabs on one report do not undo each other.
const record = (rest) => ({ id: report.id, state: 'draft', step: report.step, createdAt: report.createdAt, updatedAt: Date.now(), answers: answers(), ...rest });
let before = {};
const keepDraft = async () => {
  const changed = Object.entries(answers()).filter(([key, value]) => before[key] !== value);
  before = { ...answers() };
  const step = report.step;
  try {
    const found = await alter('reports', report.id, (r) => {
      if (r.state !== 'draft') return;
      for (const [key, value] of changed) r.answers[key] = value;
      Object.assign(r, { step: Math.max(step, r.step || 0), updatedAt: Date.now() });
    });
    if (!found && !report.kept && changed.length) await keep((open) => open('reports').put(record()), 'readwrite', ['reports']);
    if (found || changed.length) report.kept = true;
  } catch (e) { warn(e); }
};
const flush = () => { if (typing) save(); };
addEventListener('pagehide', flush);
document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') flush(); });

const fill = (form) => {
  for (const [name, value] of Object.entries(answers())) {
    const field = form.elements[name];
    if (!field || value === null || value === undefined) continue;
    field.value = value;
  }
};
const show = (name) => {
  main.replaceChildren(template(name));
  main.dispatchEvent(new CustomEvent('layar:shown', { bubbles: true }));
};
const frame = (step, back) => {
  const bar = document.querySelector('.bar');
  bar.querySelector('.bar-back').href = back;
  bar.querySelector('.bar-step').hidden = bar.querySelector('.progress').hidden = step === null;
  if (step === null) return;
  bar.querySelector('.progress').value = step + 1;
  bar.querySelector('.progress').setAttribute('aria-label', words('step', step + 1));
  bar.querySelector('.bar-step').textContent = words('step', step + 1);
};
const arrive = () => {
  const heading = main.querySelector('h1');
  document.title = document.title.replace(/^[^·]*/, `${(heading ? heading.textContent : '').trim()} `);
  scrollTo(0, 0);
  const at = main.querySelector('.errors') || heading;
  if (at && entered) {
    at.tabIndex = -1;
    at.focus({ preventScroll: true });
  }
  entered = true;
};
let entered = false;

const to = (view, id = report && report.id) => `#${view}${id ? `=${id}` : ''}`;
const go = (view, id) => { location.hash = to(view, id); };
const neighbour = (step, way) => (step + way === 2 && answers().Service ? step + 2 * way : step + way);

const question = async (step, errors = []) => {
  const name = STEPS_OF_REPORT[step];
  report.step = step;
  show(name);
  frame(step, report.changing ? to('periksa') : step ? to(STEPS_OF_REPORT[neighbour(step, -1)]) : '/');
  document.querySelector('.exit').hidden = !isSensitive();
  const form = main.querySelector('form');
  // A press that comes before everything stands there waits for it.
  const ready = prepare(form, name);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    await ready;
    if (form.isConnected) next(event.submitter);
  });
  await ready;
  if (!form.isConnected) return;
  form.addEventListener('input', (event) => {
    clearTimeout(typing);
    typing = setTimeout(save, event.target.type === 'radio' || event.target.tagName === 'SELECT' ? 0 : 400);
  });
  form.addEventListener('layar:located', save);
  if (errors.length) point(errors);
  arrive();
};
const prepare = async (form, name) => {
  if (name === 'orang') prepareWho(form);
  if (name === 'foto') await preparePhotos(form);
  if (name === 'bahaya') await mention(form);
  if (name === 'periksa') await summarise(form);
  fill(form);
  if (name === 'lokasi') prepareWhere(form);
  form.dataset.step = name;
};
const next = async (button) => {
  await save();
  // A photo that is still being made smaller belongs to this report.
  while (main.querySelector('[data-busy]')) await new Promise((done) => setTimeout(done, 100));
  if (button && button.name === 'nanti') { location.href = '/'; return; }
  const step = report.step;
  const name = STEPS_OF_REPORT[step];
  const wrong = await faults(step);
  if (wrong.length) { await question(step, wrong); return; }
  if (name === 'masalah') {
    answers().Service = null;
    if (!answers().Secrecy && say.keptSecret.includes(answers().Problem)) answers().Secrecy = 'secret';
    await keepDraft();
  }
  if (name === 'periksa') { await submit(); return; }
  if (report.changing) { report.changing = false; go('periksa'); return; }
  if (name === 'bahaya' && answers().Danger === 'yes') { go('darurat'); return; }
  go(STEPS_OF_REPORT[neighbour(step, 1)]);
};
const prepareWho = (form) => {
  const self = answers().Whom === 'self';
  if (self) {
    main.querySelector('h1').firstChild.textContent = `${say.whoSelf} `;
    main.querySelector('label[for=Name]').firstChild.textContent = `${say.nameSelf} `;
    form.elements.Name.autocomplete = 'name';
  }
  if (!self && answers().Whom !== 'family') main.querySelector('#Nik').closest('.field').remove();
};
const prepareWhere = (form) => {
  const kept = main.querySelector('[data-kept]');
  kept.hidden = !answers().Lat;
  kept.querySelector('span').textContent = words('kept', answers().Accuracy || 0);
  kept.querySelector('button').addEventListener('click', async () => {
    for (const name of ['Lat', 'Lon', 'Accuracy']) form.elements[name].value = '';
    await save();
    kept.hidden = true;
  });
};
// A report that waits is not forgotten over the next one.
const mention = async (form) => {
  const others = (await read('reports')).filter((r) => r.id !== report.id && (r.state === 'draft' || r.state === 'stopped' || isWaiting(r)));
  if (!others.length) return;
  const box = template('sebut').firstElementChild;
  box.querySelector('span').textContent = words('others', others.length);
  form.parentElement.insertBefore(box, form);
};
// What is wrong with an answer, in the words of the office; the office checks everything again.
const digits = (text) => (text || '').replace(/\D/g, '');
const isPhone = (text) => /^8\d{8,12}$/.test(digits(text).replace(/^(00)?62/, '').replace(/^0/, '')) && !/[a-z]/i.test(text);
const CHECKS = [
  (a) => [!a.Danger && ['Danger', 'danger']],
  (a) => [!a.Whom && ['Whom', 'for']],
  (a) => [!a.Problem && ['Problem', 'problem']],
  () => [],
  (a) => [!a.Lat && !a.Area && !a.Landmark && ['Area', 'where'], (a.Landmark || '').length > 300 && ['Landmark', 'landmark-long', a.Landmark.length - 300]],
  (a, photos) => [!a.Story && !photos && ['Story', 'story'], (a.Story || '').length > 2000 && ['Story', 'story-long', a.Story.length - 2000]],
  (a) => [a.Nik && digits(a.Nik).length !== 16 && ['Nik', 'nik']],
  (a) => [!a.Channel && ['Channel', 'channel'], (a.Channel === 'whatsapp' || a.Channel === 'phone') && !isPhone(a.Contact) && ['Contact', 'phone'], !a.Secrecy && ['Secrecy', 'secrecy']],
];
const faults = async (step) => {
  const photos = (await photosOf(report.id).catch(() => [])).length;
  const asked = STEPS_OF_REPORT[step] === 'periksa' ? CHECKS : [CHECKS[step]];
  return asked.reduce((all, check) => all.concat(check(answers(), photos).filter(Boolean)), []);
};
// "Ada masalah" on top with a link to each field, and the same words at the field, as on the pages of the server.
const point = (wrong) => {
  const box = template('galat').firstElementChild;
  for (const [field, key, value] of wrong) {
    const text = key.startsWith('!') ? key.slice(1) : words(`error.${key}`, value);
    const line = document.createElement('li');
    const link = line.appendChild(document.createElement('a'));
    const here = document.getElementById(field);
    link.textContent = text;
    link.href = here ? `#${field}` : to(STEPS_OF_REPORT[QUESTION[field]]);
    link.addEventListener('click', (event) => {
      if (!here) { report.changing = true; return; }
      event.preventDefault();
      here.focus();
    });
    box.querySelector('ul').append(line);
    if (here) mark(here, field, text);
  }
  main.insertBefore(box, main.firstChild);
};
const mark = (control, field, text) => {
  const place = control.closest('.field');
  if (!place) return;
  place.classList.add('field-wrong');
  const note = template('galat-isian').firstElementChild;
  note.id = `${field}-error`;
  note.querySelector('[data-text]').textContent = text;
  const before = place.querySelector('.field-hint') || place.querySelector('legend, label');
  (before.closest('h1') || before).after(note);
  control.setAttribute('aria-describedby', `${control.getAttribute('aria-describedby') || ''} ${note.id}`.trim());
  control.setAttribute('aria-invalid', 'true');
};
// Photos of a draft: made smaller by their own island, kept here beside the answers.
const preparePhotos = async (form) => {
  const box = form.querySelector('[data-photo-shrink]');
  const stored = await photosOf(report.id).catch(() => []);
  box.addEventListener('layar:files', (event) => keepPhotos(event.detail));
  const file = (photo) => new File([photo.blob], photo.name || `foto-${photo.seq}.jpg`, { type: photo.blob.type });
  box.dispatchEvent(new CustomEvent('layar:put', { detail: { ready: stored.filter((p) => !p.raw).map(file), raw: stored.filter((p) => p.raw).map(file) } }));
};
const keepPhotos = async (files) => {
  await keepDraft();
  try {
    await keep((open) => {
      const found = open('reports').get(report.id);
      found.onsuccess = () => {
        if (found.result ? found.result.state !== 'draft' : report.kept) return;
        if (!found.result) open('reports').put(record());
        const asked = open('photos').index('report').getAllKeys(report.id);
        asked.onsuccess = () => {
          asked.result.forEach((key) => open('photos').delete(key));
          files.forEach((blob, at) => open('photos').put({ id: newId(), report: report.id, seq: at + 1, blob: new Blob([blob], { type: blob.type }), name: blob.name }));
        };
      };
    }, 'readwrite', ['reports', 'photos']);
    report.kept = true;
    if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
  } catch (e) { warn(e); }
};
// From the last question to the receipt, and the list of what this phone keeps.
const when = (time) => new Intl.DateTimeFormat(document.documentElement.lang === 'en' ? 'en-GB' : 'id-ID', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Asia/Makassar' }).format(new Date(time)) + ' WITA';
const age = (time) => {
  const minutes = Math.max(0, Math.round((Date.now() - time) / 60000));
  return minutes < 1 ? say.now : minutes < 60 ? words('minutes', minutes) : minutes < 2880 ? words('hours', Math.round(minutes / 60)) : words('days', Math.round(minutes / 1440));
};
const value = (text) => text || undefined;
const number = (text) => (text ? Number(text) : undefined);
const payloadOf = (id, a, photos) => ({
  reportId: id, for: a.Whom, problem: a.Problem, service: value(a.Service), emergency: a.Danger === 'yes', story: value(a.Story), areaCode: value(a.Area),
  lat: number(a.Lat), lon: number(a.Lon), accuracyMetres: number(a.Accuracy), landmark: value(a.Landmark),
  person: { name: value(a.Name), ageGroup: value(a.AgeGroup), sex: value(a.Sex), nik: a.Whom === 'self' || a.Whom === 'family' ? value(a.Nik) : undefined },
  contact: { channel: a.Channel, value: a.Channel === 'none' ? undefined : value(a.Contact) }, secrecy: a.Secrecy, consentVersion: say.consent, photos,
});
const rowsOf = (a, photos) => ({
  Danger: optionText('Danger', a.Danger), Whom: optionText('Whom', a.Whom), Problem: a.Service ? a.ServiceName : optionText('Problem', a.Problem),
  Photos: photos ? words('photos', photos) : null,
  Area: [optionText('Area', a.Area), a.Landmark, a.Lat && words('point', a.Accuracy || 0)].filter(Boolean).join('; '), Story: a.Story,
  Name: [a.Name, a.AgeGroup !== 'unknown' && optionText('AgeGroup', a.AgeGroup), a.Sex !== 'unknown' && optionText('Sex', a.Sex)].filter(Boolean).join(', '),
  Channel: [optionText('Channel', a.Channel), a.Channel !== 'none' && a.Contact].filter(Boolean).join(' '), Secrecy: optionText('Secrecy', a.Secrecy),
});
const summarise = async () => {
  const photos = (await photosOf(report.id).catch(() => [])).length;
  const rows = rowsOf(answers(), photos);
  for (const row of main.querySelectorAll('.summary-row')) {
    const name = row.dataset.row;
    row.querySelector('dd').textContent = rows[name] || say.empty;
    const link = row.querySelector('a');
    link.href = to(STEPS_OF_REPORT[QUESTION[name]]);
    link.addEventListener('click', () => { report.changing = true; });
  }
};
// From here on the words are fixed: sending them twice is the same report.
const submit = async () => {
  const photos = await photosOf(report.id).catch(() => []);
  if (photos.some((p) => p.raw)) { go('foto'); return; }
  const waiting = record({ state: 'waiting', sensitive: isSensitive(), payload: payloadOf(report.id, answers(), photos.length), tries: 0, frozenAt: Date.now() });
  try {
    await keep((open) => {
      open('reports').put(waiting);
      photos.forEach((photo, at) => open('photos').put({ ...photo, seq: at + 1 }));
    });
  } catch (e) { await sendUnkept(waiting, e); return; }
  go('kirim');
  tell();
  askSync();
  trySending(true);
};

// On a full phone the words go out at once, or the page says that they are nowhere but here.
const sendUnkept = async (waiting, error) => {
  warn(error);
  const { receipt } = await post({ ...waiting.payload, photos: 0 }).catch(() => ({}));
  if (receipt) shownReceipt(receiptOf(waiting, receipt));
};

const wayOut = (waiting) => {
  const p = waiting.payload;
  const a = waiting.answers;
  const text = ['LAPOR', optionText('Danger', a.Danger) && a.Danger === 'yes' ? say.urgent : null, optionText('Problem', p.problem), optionText('Area', p.areaCode), p.landmark,
    p.lat && `${p.lat},${p.lon}`, p.person.name, (p.story || '').slice(0, 300)].filter(Boolean).join('\n');
  return { sms: `sms:${say.sms}?body=${encodeURIComponent(text)}`, wa: `https://wa.me/${say.whatsApp}?text=${encodeURIComponent(text)}` };
};
const bytesOf = (photos) => photos.reduce((sum, p) => sum + p.blob.size, 0);

// One address for the whole way: waits, was refused, is sent.
const outcome = async (id) => {
  const [receipt, waiting] = [await read('receipts', id), await read('reports', id)];
  if (receipt) return shownReceipt(receipt, waiting);
  if (!waiting) { location.replace('#draf'); return null; }
  if (waiting.state === 'draft') { go(STEPS_OF_REPORT[waiting.step || 0], id); return null; }
  if (waiting.state === 'stopped') return shownRefusal(waiting);
  show('tersimpan');
  frame(null, '/');
  const photos = await photosOf(id);
  main.querySelector('[data-size]').textContent = words('waits', kilobytes(JSON.stringify(waiting.payload).length + bytesOf(photos)), age(waiting.frozenAt));
  main.querySelector('[data-try]').addEventListener('click', () => trySending(true));
  main.querySelector('[data-trying]').hidden = waiting.tries > 0;
  const out = main.querySelector('[data-way-out]');
  out.hidden = waiting.tries < 3 && Date.now() - waiting.frozenAt < 300000;
  out.querySelector('[data-secret]').hidden = waiting.payload.secrecy !== 'secret';
  const { sms, wa } = wayOut(waiting);
  out.querySelector('[data-sms]').href = sms;
  out.querySelector('[data-wa]').href = wa;
  return arrive();
};
const shownReceipt = (receipt, rest) => {
  show('terkirim');
  frame(null, '/');
  document.querySelector('.exit').hidden = !receipt.sensitive;
  const put = (name, text) => { main.querySelector(`[data-${name}]`).textContent = text; };
  const address = new URL(receipt.link, location.href).href;
  put('code', receipt.code);
  put('pin', receipt.pin);
  put('due', words('due', when(receipt.due)));
  main.querySelector('[data-emergency]').hidden = !receipt.emergency;
  main.querySelector('[data-follow]').hidden = !(rest && rest.state === 'photos');
  const refused = main.querySelector('[data-refused]');
  refused.hidden = !receipt.refused;
  if (receipt.refused) refused.querySelector('span').textContent = [...new Set(receipt.refused)].join('. ');
  const link = main.querySelector('[data-link]');
  link.href = link.textContent = address;
  main.querySelector('[data-careful]').hidden = !receipt.secret;
  const share = main.querySelector('[data-share]');
  share.hidden = receipt.secret;
  share.href = `https://wa.me/?text=${encodeURIComponent(words('share', receipt.code, address))}`;
  main.querySelector('[data-copy]').dataset.copy = receipt.code;
  main.dispatchEvent(new CustomEvent('layar:shown', { bubbles: true }));
  main.querySelector('[data-forget]').addEventListener('click', async () => {
    await keep((open) => open('receipts').delete(receipt.id));
    location.href = '/';
  });
  arrive();
};
const shownRefusal = (stopped) => {
  show('ditolak');
  frame(null, '/');
  const texts = stopped.refusal === 409 ? [say.taken] : [].concat(...Object.values(stopped.refusal.errors), stopped.refusal.title).filter(Boolean);
  const list = main.querySelector('ul');
  for (const text of new Set(texts)) list.appendChild(document.createElement('li')).textContent = text;
  main.querySelector('[data-mend]').addEventListener('click', async () => {
    // What the office never took keeps its name; what it holds with other words becomes a new report.
    const id = stopped.refusal === 409 ? newId() : stopped.id;
    const photos = await photosOf(stopped.id);
    await keep((open) => {
      open('reports').delete(stopped.id);
      open('reports').put({ id, state: 'draft', step: 8, answers: stopped.answers, createdAt: stopped.createdAt, updatedAt: Date.now() });
      photos.forEach((photo) => open('photos').put({ ...photo, report: id }));
    });
    go('periksa', id);
  });
  arrive();
};
// "Draf saya": everything this phone keeps, with size and age, and the ways to be rid of it.
const drawer = async (note) => {
  const [reports, receipts] = [await read('reports'), await read('receipts')];
  show('draf');
  frame(null, '/');
  document.querySelector('.exit').hidden = true;
  for (const box of main.querySelectorAll('[data-note]')) box.hidden = box.dataset.note !== note;
  const weight = {};
  for (const photo of await read('photos')) weight[photo.report] = (weight[photo.report] || 0) + photo.blob.size;
  const size = (r) => kilobytes(JSON.stringify(r).length + (weight[r.id] || 0));
  const title = (a) => (a && (a.Service ? a.ServiceName : optionText('Problem', a.Problem))) || say.untitled;
  list('drafts', reports.filter((r) => r.state === 'draft'), (r) => [title(r.answers), words('line', size(r), age(r.updatedAt)), to(STEPS_OF_REPORT[r.step || 0], r.id), removeReport]);
  list('waiting', reports.filter((r) => isWaiting(r) || r.state === 'stopped'), (r) => [r.state === 'photos' ? say.photosFollow : title(r.answers),
    words(r.state === 'stopped' ? 'stopped' : r.tries ? 'tried' : 'line', size(r), age(r.frozenAt || r.createdAt), r.tries), to('kirim', r.id), r.state === 'photos' ? null : removeReport]);
  list('sent', receipts.sort((a, b) => b.sentAt - a.sentAt), (r) => [r.code, words('sentAt', age(r.sentAt)), to('kirim', r.id), (id) => keep((open) => open('receipts').delete(id))]);
  main.querySelector('[data-nothing]').hidden = reports.length + receipts.length > 0;
  main.querySelector('[data-all]').hidden = reports.length + receipts.length === 0;
  main.querySelector('[data-try]').addEventListener('click', () => trySending(true));
  main.querySelector('[data-remove-all]').addEventListener('click', async () => { await removeAll(); tell(); });
  arrive();
};
const list = (name, items, describe) => {
  const section = main.querySelector(`[data-list=${name}]`);
  section.hidden = !items.length;
  for (const item of items) {
    const row = template('baris').firstElementChild;
    const [title, note, href, remove] = describe(item);
    row.querySelector('a').href = href;
    row.querySelector('[data-title]').textContent = title;
    row.querySelector('[data-note]').textContent = note;
    const button = row.querySelector('button');
    button.hidden = !remove;
    button.querySelector('.visually-hidden').textContent = ` ${title}`;
    button.addEventListener('click', async () => {
      if (!button.dataset.sure) {
        button.dataset.sure = 1;
        button.querySelector('[data-label]').textContent = say.sure;
        return;
      }
      await remove(item.id);
      tell();
    });
    section.querySelector('ul').append(row);
  }
};
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

const route = async () => {
  flush();
  const [view, id, problem, name] = decodeURIComponent(location.hash.slice(1)).split('=');
  if (view === 'draf' || view === 'luring' || view === 'galat') return drawer(view);
  if (view === 'kirim') return outcome(id);
  if (view === 'lanjut') {
    const stored = await read('reports', id);
    return location.replace(stored ? to(STEPS_OF_REPORT[stored.step || 0], id) : '#draf');
  }
  const step = Math.max(0, STEPS_OF_REPORT.indexOf(view));
  if (!(await (view === 'layanan' ? open(null, 0, { Service: id, Problem: problem, ServiceName: name }) : open(id, step)))) return null;
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
  onNews(() => { if (/^#(kirim|draf|luring)/.test(location.hash)) route(); });
  addEventListener('layar:exit', (event) => { if (report) event.detail.push(removeReport(report.id)); });
  await route();
};
begin();

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
// Before this stand, written by the server: BUILD (changes with the program) and FILES (what the wizard needs).
const CACHE = `layar-${BUILD}`;
const SHELL = '/lapor/di-hp';
const path = (address) => new URL(address, self.location).pathname;

// Without cookies: what is kept holds nobody's name and no token.
const fetched = (address) => fetch(new Request(address, { credentials: 'omit', cache: address.includes('?v=') ? 'default' : 'reload' }));
self.addEventListener('install', (event) => event.waitUntil((async () => {
  const cache = await caches.open(CACHE);
  for (const address of FILES) {
    if (await cache.match(address)) continue;
    const answer = await fetched(address);
    if (!answer.ok || answer.redirected) throw new Error(`${address}: ${answer.status}`);
    await cache.put(address, answer);
  }
})()));
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith('layar-') && name !== CACHE) await caches.delete(name);
  if (self.registration.navigationPreload) await self.registration.navigationPreload.enable();
  await self.clients.claim();
})()));
self.addEventListener('message', (event) => { if (event.data === 'gantikan') self.skipWaiting(); });
self.addEventListener('sync', (event) => event.waitUntil(sendAll(true).then((left) => { if (left) throw new Error('some wait'); })));

// Looks without making anew what a later version has put away.
const kept = (address) => caches.match(address, { cacheName: CACHE });
const soon = (answer, seconds) => Promise.race([answer, new Promise((done, fail) => setTimeout(() => fail(new Error('slow')), seconds * SECOND))]);
// A store that does not answer is as good as an empty one.
const found = (address) => soon(kept(address), 2).catch(() => null);
const keptOrFetched = async (request) => (await found(request.url)) || fetch(request);
// A page that is here already need not wait longer than three seconds for a newer one.
const page = async (event, place) => {
  const fresh = Promise.resolve(event.preloadResponse).then((answer) => answer || fetch(event.request));
  const old = await found(event.request.url);
  try {
    return await soon(fresh, old || place.startsWith('/lapor') ? 3 : 30);
  } catch (e) {
    fresh.catch(() => {});
    return old || (place === '/keluar-cepat' && Response.redirect('/cuaca')) || Response.redirect(place.startsWith('/lapor') ? SHELL : `${SHELL}#luring`);
  }
};
const ours = /^\/($|lapor|lacak|cuaca|info|layanan|privasi|kinerja|cek-bantuan|survei|keluar-cepat|l\/)/;

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const place = path(request.url);
  if (new URL(request.url).origin !== self.location.origin) return;
  if (request.method === 'POST' && place === '/lapor/bagikan') event.respondWith(takeShared(request));
  else if (request.method !== 'GET') return;
  else if (request.mode === 'navigate' && place === SHELL) event.respondWith(keptOrFetched(request));
  else if (request.mode === 'navigate' && ours.test(place)) event.respondWith(page(event, place));
  else if (place.startsWith('/_content/')) event.respondWith(keptOrFetched(request));
});

// A chat, a place or photos that another app shares become a draft; the photos are made smaller when it is opened.
const placeIn = (words) => {
  const found = /(?:[?&](?:q|query|ll)=|@|geo:)(-?\d{1,2}\.\d{3,}),\s*(-?\d{2,3}\.\d{3,})/.exec(words);
  return found ? { Lat: found[1], Lon: found[2], Accuracy: '50' } : {};
};
const takeShared = async (request) => {
  try {
    const form = await request.formData();
    const words = ['judul', 'teks', 'tautan'].map((name) => form.get(name)).filter(Boolean).join('\n');
    const files = form.getAll('foto').filter((file) => file.size && file.type.startsWith('image/')).slice(0, 5);
    const id = newId();
    await keep((open) => {
      open('reports').put({ id, state: 'draft', step: 0, createdAt: Date.now(), updatedAt: Date.now(), answers: { Story: words || null, ...placeIn(words) } });
      files.forEach((file, at) => open('photos').put({ id: newId(), report: id, seq: at + 1, blob: file, raw: true }));
    });
    return Response.redirect(`${SHELL}#lanjut=${id}`, 303);
  } catch (e) {
    return Response.redirect(`${SHELL}#galat`, 303);
  }
};

// Before this stand, written by the server: BUILD (changes with the program) and FILES (what the wizard needs).
const CACHE = `layar-${BUILD}`;
const SHELL = '/lapor/di-hp';
// What an officer carries is kept beside this by its own page and outlives a new version of the worker.
const FIELD = '/lapangan';
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
const kept = async (address) => (await caches.match(address, { cacheName: CACHE })) || caches.match(address, { cacheName: 'lapangan' });
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
    if (old) return old;
    if (place === '/keluar-cepat') return Response.redirect('/cuaca');
    // Who left in a hurry is never led back to reports: rather the browser's own page.
    if (place === '/cuaca') return (await soon(kept(event.request.url), 9).catch(() => null)) || Response.error();
    return Response.redirect(place.startsWith('/lapor') ? SHELL : `${SHELL}#luring`);
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
  else if (place === `${SHELL}/laci`) event.respondWith(keptOrFetched(request));
  else if (request.mode === 'navigate' && place === FIELD) event.respondWith(page(event, place));
  else if (request.mode === 'navigate' && ours.test(place)) event.respondWith(page(event, place));
  else if (place.startsWith('/_content/')) event.respondWith(keptOrFetched(request));
});

const LARGEST_SOUND = 2 * 1024 * 1024;
// A chat, a place, a voice note or photos that another app shares become a draft; the photos are made smaller when it is opened.
const placeIn = (words) => {
  const found = /(?:[?&](?:q|query|ll)=|@|geo:)(-?\d{1,2}\.\d{3,}),\s*(-?\d{2,3}\.\d{3,})/.exec(words);
  return found ? { Lat: found[1], Lon: found[2], Accuracy: '50' } : {};
};
const takeShared = async (request) => {
  try {
    const form = await request.formData();
    const words = ['judul', 'teks', 'tautan'].map((name) => form.get(name)).filter(Boolean).join('\n');
    const files = form.getAll('foto').filter((file) => file.size && file.type.startsWith('image/')).slice(0, 5);
    const sound = form.getAll('suara').concat(form.getAll('foto')).find((file) => file.size && /^audio|^video.ogg/.test(file.type));
    if (sound && sound.size > LARGEST_SOUND) return Response.redirect(`${SHELL}#galat`, 303);
    const id = newId();
    await keep((open) => {
      open('reports').put({ id, state: 'draft', step: 0, createdAt: Date.now(), updatedAt: Date.now(), answers: { Story: words || null, ...placeIn(words) } });
      files.forEach((file, at) => open('photos').put({ id: newId(), report: id, seq: at + 1, blob: file, raw: true }));
      if (sound) open('photos').put({ id: newId(), report: id, seq: 0, blob: sound });
    });
    return Response.redirect(`${SHELL}#lanjut=${id}`, 303);
  } catch (e) {
    return Response.redirect(`${SHELL}#galat`, 303);
  }
};

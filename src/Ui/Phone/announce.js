// On every citizen page: the worker, the strip that says what waits, and the moments at which sending is tried.
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
const strip = async () => {
  const box = document.querySelector('[data-waiting]');
  if (!box) return;
  const reports = await read('reports');
  const count = reports.filter((r) => isWaiting(r) || r.state === 'stopped').length;
  box.hidden = !reports.length;
  box.querySelector('[data-count]').textContent = (count ? box.dataset.waiting : box.dataset.drafts).replace('{0}', count || reports.length);
};
const fresh = () => strip().catch(() => {});

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
  onNews(fresh);
  fresh();
  addEventListener('online', () => trySending(true));
  addEventListener('pageshow', (event) => { if (event.persisted) fresh(); });
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') trySending(false); });
  setInterval(() => trySending(false), TICK);
  trySending(false);
  register().catch(() => {});
}

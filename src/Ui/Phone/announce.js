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

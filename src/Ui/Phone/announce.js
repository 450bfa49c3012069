// On every citizen page: the worker, and the moments at which sending is tried.
// A phone that stays "connected" to a dead mast is never told that the network is back; who opens the page is the better sign.
// It is tried at once then, however long the wait is that the tries before have earned; not again from page to page.
const trySending = async (now, opened) => {
  try {
    const waiting = (await read('reports')).filter(isWaiting);
    if (waiting[0]) await sendAll(now || (opened && waiting.some((r) => !(Date.now() - r.triedAt < 10 * SECOND))));
  // Storage is closed: the page says so where it matters.
  } catch (e) { }
};
const askSync = async () => {
  try {
    const worker = await navigator.serviceWorker.ready;
    if (worker.sync) await worker.sync.register('kirim');
  // The page tries by itself.
  } catch (e) { }
};
const register = async () => {
  if (!('serviceWorker' in navigator)) return;
  const worker = await navigator.serviceWorker.register('/sw.js', { scope: '/' });
  // Every answer is on the disk as soon as it is typed, so that a new version may take over between two pages.
  const handOver = () => worker.waiting && worker.waiting.postMessage('gantikan');
  handOver();
  worker.addEventListener('updatefound', () => worker.installing.addEventListener('statechange', () => document.hidden && handOver()));
};

if ('indexedDB' in window) {
  addEventListener('online', () => trySending(true));
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') trySending(0, 1); });
  setInterval(trySending, 30 * SECOND);
  trySending(0, 1);
  // Only when the page is whole: what is still on its way through an older worker may never arrive once the new one takes over.
  addEventListener('load', () => register().catch(() => {}));
}

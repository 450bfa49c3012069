// This document and what it needs, so that it opens without a signal. Nobody's data is in it.
const SHELL = '/lapangan';
const keepShell = async (came = () => {}) => {
  const cache = await caches.open('lapangan');
  const needed = [...document.querySelectorAll('link[rel=stylesheet], script[src], link[rel=icon]')].map((e) => e.getAttribute('href') || e.getAttribute('src'));
  for (const old of await cache.keys()) if (!needed.some((n) => old.url.endsWith(n)) && !old.url.endsWith(SHELL)) await cache.delete(old);
  for (const [at, address] of [SHELL, ...needed].entries()) {
    came(at, needed.length + 1);
    const answer = await fetch(address, { credentials: 'omit', cache: 'no-cache' });
    if (answer.ok && !answer.redirected) await cache.put(address, answer);
  }
  if ('serviceWorker' in navigator) await navigator.serviceWorker.register('/sw.js', { scope: '/' });
};
const tell = { revoked: () => words.revoked, 'run-out': () => words['run-out'] };
const start = async () => {
  if (!window.crypto || !crypto.subtle || !crypto.randomUUID || !window.indexedDB || !window.caches) { main.textContent = words['no-storage']; return; }
  addEventListener('online', () => { strip(); bring(true); });
  addEventListener('offline', strip);
  addEventListener('hashchange', route);
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') bring(false); });
  setInterval(() => bring(false), 5 * SECOND);
  onChange(() => { strip(); if (dataKey && !location.hash.slice(1)) list(); });
  strip();
  const how = await standing();
  if (how === 'locked') openWithCode();
  else begin(tell[how] && tell[how]());
  if (how === 'locked' && navigator.onLine) keepShell().catch(() => {});
};
// One tab at a time, so that two do not write over each other.
if (navigator.locks) navigator.locks.request('lapangan', { ifAvailable: true }, (lock) => { if (!lock) { main.textContent = words.twice; return null; } start(); return new Promise(() => {}); });
else start();

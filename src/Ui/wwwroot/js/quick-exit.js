// The page leaves the history, so that "back" does not show what was read.
const leave = async (link) => {
  document.body.hidden = true;
  // Storage may be closed.
  try { sessionStorage.clear(); } catch (e) { }
  // What this page keeps on the phone is wiped first; nobody waits longer than half a second for it.
  const wiped = [];
  window.dispatchEvent(new CustomEvent('layar:exit', { detail: wiped }));
  await Promise.race([Promise.all(wiped).catch(() => {}), new Promise((done) => setTimeout(done, 500))]);
  location.replace(link.href);
};
const link = document.querySelector('[data-quick-exit]');
if (link) {
  let presses = [];
  link.addEventListener('click', (event) => { event.preventDefault(); leave(link); });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') { presses = []; return; }
    presses = presses.filter((at) => event.timeStamp - at < 1500).concat(event.timeStamp);
    if (presses.length >= 3) leave(link);
  });
  window.addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
}

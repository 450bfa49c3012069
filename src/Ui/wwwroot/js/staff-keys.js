const PLACES = { a: '/petugas/antrean', d: '/petugas/analisis', l: '/petugas/kasus', s: '/petugas/pengaturan' };
const STORE = 'layar.keys';
const read = () => { try { return localStorage.getItem(STORE) !== 'off'; } catch (e) { return true; } };
const write = (on) => { try { localStorage.setItem(STORE, on ? 'on' : 'off'); } catch (e) { /* private mode */ } };

let on = read();
let waiting = false;
let row = -1;
const rows = () => [...document.querySelectorAll('[data-rows] > tr, [data-row]')];
const paint = () => document.body.classList.toggle('keys-on', on);

const move = (by) => {
  const all = rows();
  if (!all.length) return;
  row = Math.min(all.length - 1, Math.max(0, row + by));
  all.forEach((one, at) => one.classList.toggle('row-now', at === row));
  const link = all[row].querySelector('a.row-link, a');
  if (link) link.focus({ preventScroll: true });
  all[row].scrollIntoView({ block: 'nearest' });
};
const inRow = (selector) => { const one = rows()[row]; return one && one.querySelector(selector); };
const press = (key) => {
  const target = [...document.querySelectorAll(`[data-key="${key}"]`)].find((one) => !one.disabled && one.offsetParent);
  if (target) target.click();
  return !!target;
};

let dialog = null;
const help = () => {
  const template = document.getElementById('keys-help');
  if (!template) return;
  if (!dialog) {
    document.body.append(template.content.cloneNode(true));
    dialog = document.body.lastElementChild;
    for (const one of dialog.querySelectorAll('[data-needs]')) one.hidden = !document.querySelector(one.dataset.needs);
    const toggle = dialog.querySelector('[data-switch]');
    const words = () => { toggle.textContent = on ? toggle.dataset.textOff : toggle.dataset.textOn; };
    toggle.addEventListener('click', () => { on = !on; write(on); paint(); words(); });
    dialog.querySelector('[data-close]').addEventListener('click', () => dialog.close());
    words();
  }
  if (dialog.showModal && !dialog.open) dialog.showModal();
};

const acts = {
  j: () => move(1),
  k: () => move(-1),
  o: () => { const link = inRow('a.row-link, a'); if (link) link.click(); },
  x: () => { const box = inRow('input[type=checkbox]'); if (box) box.click(); },
  '/': () => { const box = document.querySelector('[data-search]'); if (box) box.focus(); },
  u: () => { const back = document.querySelector('[data-key="u"], [data-back]'); if (back) back.click(); else history.back(); },
  '?': help,
  g: () => { waiting = true; setTimeout(() => { waiting = false; }, 1200); },
};

document.addEventListener('keydown', (event) => {
  const at = event.target;
  const writing = at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) && at.type !== 'checkbox' && at.type !== 'radio';
  if (!on || writing || event.ctrlKey || event.metaKey || event.altKey || (dialog && dialog.open)) return;
  const key = event.key;
  if (waiting && PLACES[key]) { const own = document.querySelector(`.side a[href="${PLACES[key]}"]`); if (own) location.href = own.href; return; }
  if (key === 'Enter' && at === document.body && row >= 0) { acts.o(); return; }
  if (acts[key]) { event.preventDefault(); acts[key](); return; }
  if (/^[a-z1-9]$/.test(key) && press(key)) event.preventDefault();
});
for (const button of document.querySelectorAll('[data-keys-help]')) { button.hidden = false; button.addEventListener('click', help); }
document.addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(event.target)) menu.open = false;
});
paint();

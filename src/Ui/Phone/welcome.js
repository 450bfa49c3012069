// On every page but the questions themselves: what waits, the way to the questions, and the hint to put the app on the screen.
const strip = async () => {
  const box = document.querySelector('[data-waiting]');
  if (!box) return;
  const reports = await read('reports');
  const count = reports.filter((r) => isWaiting(r) || r.state === 'stopped').length;
  box.hidden = !reports.length;
  box.querySelector('[data-count]').textContent = (count ? box.dataset.waiting : box.dataset.drafts).replace('{0}', count || reports.length);
};
const fresh = () => strip().catch(() => {});


// A phone that can keep answers asks the questions itself; where storage is closed the pages of the server do.
const takeOver = async () => {
  await storage();
  for (const way of document.querySelectorAll('[data-on-phone]')) {
    const address = way.dataset.onPhone;
    if (!address) continue;
    if (way.tagName === 'A') way.href = address;
    else way.addEventListener('submit', (event) => { event.preventDefault(); location.href = address; });
  }
  const page = document.querySelector('[data-take-over]');
  if (page) goOnHere(page.dataset.takeOver);
};
// The first question is answered on the page of the server when this phone has nothing of us yet; as soon as it has, it goes on by itself.
const goOnHere = (address) => {
  if (!navigator.serviceWorker) return;
  if (navigator.serviceWorker.controller && !document.querySelector('main input:checked')) {
    location.replace(address);
    return;
  }
  const form = document.querySelector('main form.form');
  let ready = false;
  navigator.serviceWorker.ready.then(async () => { ready = !!(await caches.match(address)); });
  form.addEventListener('submit', async (event) => {
    const danger = form.elements.Danger.value;
    if (!ready || !danger || (event.submitter && event.submitter.name === 'nanti')) return;
    event.preventDefault();
    const id = newId();
    try {
      await keep((open) => open('reports').put({ id, state: 'draft', step: 1, createdAt: Date.now(), updatedAt: Date.now(), answers: { Danger: danger } }));
      location.href = `${address}#${danger === 'yes' ? 'darurat' : 'untuk'}=${id}`;
    } catch (e) { form.submit(); }
  });
};

// The hint to put the app on the screen, until it is put aside: then not again for three months.
const HINT = 'layar-pasang';
const install = () => {
  const box = document.querySelector('[data-install]');
  if (!box || matchMedia('(display-mode: standalone)').matches || navigator.standalone) return;
  try { if (Date.now() - Number(localStorage.getItem(HINT) || 0) < 90 * 86400 * SECOND) return; } catch (e) { return; }
  const aside = () => {
    box.hidden = true;
    localStorage.setItem(HINT, Date.now());
  };
  box.querySelector('[data-no]').addEventListener('click', aside);
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    box.hidden = false;
    box.querySelector('[data-yes]').onclick = () => { event.prompt(); aside(); };
  });
  if (!/iP(hone|ad|od)/.test(navigator.userAgent)) return;
  box.hidden = box.querySelector('[data-by-hand]').hidden = false;
  box.querySelector('[data-yes]').hidden = true;
};

install();
if ('indexedDB' in window) {
  onNews(fresh);
  fresh();
  addEventListener('pageshow', (event) => { if (event.persisted) fresh(); });
  takeOver().catch(() => {});
}

// "Draf saya": everything this phone keeps, with size and age, and the ways to be rid of it.
export const drawer = async (wizard, note) => {
  const { read, keep, main, say, words, show, frame, template, to, kilobytes, age, optionText, isWaiting, removeReport, removeAll, trySending, tell, arrive, STEPS_OF_REPORT } = wizard;
  const list = listIn(wizard);
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
  main.querySelector('[data-remove-all]').addEventListener('click', async () => {
    try { localStorage.removeItem('layar-petugas'); } catch (e) { /* nothing was kept there */ }
    await removeAll();
    tell();
  });
  arrive();
};
const listIn = ({ main, say, template, tell }) => (name, items, describe) => {
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

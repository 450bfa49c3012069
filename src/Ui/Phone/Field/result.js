// The report of a visit, and that it is over. It goes last: the office judges answers and photos as a whole. What is still being typed
// stays on the phone.
let results = {}; // visit → what the officer wrote
const owesResult = (visit) => results[visit] && !results[visit].refused;
const resultOf = (visit) => results[visit.id] || { text: visit.report || '', mark: visit.mark };
const keepResult = async (visit, text, end = false) => {
  results[visit.id] = { text, end, mark: resultOf(visit).mark };
  await put('results', results);
  changed();
};
const isTyping = (visit) => { const box = document.activeElement; return box && box.id === 'laporan' && box.dataset.visit === visit; };
const sendResults = async () => {
  const { device } = await take('key');
  for (const [id, result] of Object.entries(results)) {
    if (result.refused || clashes(id).length || isTyping(id)) continue;
    const visit = day.visits.find((v) => v.id === id);
    const versions = Object.fromEntries(Object.entries(visit.answers).map(([question, a]) => [question, a.version]));
    const answer = await ask({ device, visit: id, report: result.text, mark: result.mark, end: result.end, versions }, '/petugas/lapangan/hasil');
    if (answer && answer.state === 'revoked') { await eraseAll(); location.reload(); return; }
    if (!answer || answer.state) { said = answer && answer.state === 'sign-in' ? 'sign-in' : said; later(); return; }
    tries = 0;
    // Written on meanwhile: the next words follow those that the office has now.
    if (results[id] !== result) { if (!answer.refused) results[id].mark = answer.mark; continue; }
    if (answer.result === 'kept' || answer.result === 'recorded') {
      Object.assign(visit, { report: result.text, mark: answer.mark, over: answer.result === 'recorded' });
      delete results[id];
    } else Object.assign(result, { refused: answer.refused || words.newer, theirs: answer.theirs, mark: answer.mark || result.mark });
    await put('results', results);
    await keepAll();
    // What somebody else answered meanwhile is shown before the officer ends the visit again.
    if (answer.result === 'newer') await prepare();
  }
};

const summary = (visit) => {
  const part = document.getElementById('t-summary').content.cloneNode(true);
  const [form, box] = [part.querySelector('form'), part.querySelector('textarea')];
  const missing = lacking(visit).map(([g, q]) => make('li', {}, make('a', { href: `#${visit.number}=${g.code}` }, `${g.title}: ${q.text}`)));
  part.querySelector('[data-missing]').append(missing.length
    ? make('section', { class: 'card card-amber' }, make('h2', {}, put0(words.missing, missing.length)), make('ul', {}, ...missing))
    : make('p', { class: 'notice notice-teal' }, words.ready));
  const { text, refused, theirs, end } = resultOf(visit);
  box.value = text;
  box.maxLength = 4000;
  box.dataset.visit = visit.id;
  if (end && !refused) part.querySelector('[data-told]').append(make('p', { class: 'notice notice-blue' }, words['ends-later']));
  if (theirs) part.querySelector('[data-told]').append(make('section', { class: 'card card-amber' }, make('h2', {}, words.theirs), make('p', {}, theirs)));
  const complain = (message) => { const place = form.querySelector('[data-fault]'); place.hidden = !message; place.textContent = message || ''; };
  complain(refused);
  const discard = form.querySelector('[data-discard]');
  discard.hidden = !refused;
  discard.addEventListener('click', async () => { delete results[visit.id]; await put('results', results); changed(); route(); });
  form.querySelector('[value=record]').hidden = !day.records;
  form.querySelector('[data-others]').hidden = day.records;
  let pause = 0;
  // Who has ended the visit and writes on has still ended it.
  const keepOn = () => { pause = 0; const { refused: no, end: ended } = resultOf(visit); return keepResult(visit, box.value, ended && !no); };
  box.addEventListener('input', () => { clearTimeout(pause); pause = setTimeout(keepOn, 400); });
  addEventListener('pagehide', () => { if (pause) keepOn(); });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    clearTimeout(pause);
    pause = 0;
    const ends = event.submitter && event.submitter.value === 'record';
    if (ends && missing.length) { complain(put0(words.missing, missing.length)); return; }
    if (ends && clashes(visit.id).length) { complain(words['settle-first']); return; }
    if (ends && !box.value.trim()) { complain(words['no-report']); box.focus(); return; }
    await keepResult(visit, box.value, ends);
    box.blur();
    if (ends) location.hash = '';
    else { complain(); note(words['draft-kept'], 'teal'); }
    bring(true);
  });
  return part;
};

// The questions of a report on the phone itself. The page is one document with a template per question; the address says
// after # which one is open and of which report. Every answer is on the disk before the next question comes.
const STEPS_OF_REPORT = ['bahaya', 'untuk', 'masalah', 'foto', 'lokasi', 'cerita', 'orang', 'kontak', 'periksa'];
const QUESTION = { Danger: 0, Whom: 1, Problem: 2, Photos: 3, Area: 4, Landmark: 4, Story: 5, Name: 6, Nik: 6, Channel: 7, Contact: 7, Secrecy: 7 };
const main = document.querySelector('[data-phone]');
const say = JSON.parse(document.getElementById('kata').dataset.kata);
const words = (key, ...values) => values.reduce((text, value, at) => text.replace(`{${at}}`, value), say[key] || key);
const template = (name) => document.getElementById(`t-${name}`).content.cloneNode(true);
const option = (name, value) => {
  for (const holder of document.querySelectorAll('template')) {
    const input = holder.content.querySelector(`input[name="${name}"][value="${value}"], select[name="${name}"] option[value="${value}"]`);
    if (input) return input;
  }
  return null;
};
const optionText = (name, value) => {
  const found = value && option(name, value);
  if (!found) return null;
  return found.tagName === 'OPTION' ? found.textContent : found.parentElement.querySelector('.choice-words > span').textContent;
};
const kilobytes = (bytes) => words('kb', Math.max(1, Math.round(bytes / 1024)));

let report = null; // the draft that is open
let typing = 0;
const answers = () => report.answers;
const isSensitive = () => say.sensitive.includes(answers().Problem);

const full = (error) => error && /quota|full|disk/i.test(`${error.name} ${error.message}`);
const warn = (error) => {
  const box = main.querySelector('[data-warning]') || main.insertBefore(template('peringatan').firstElementChild, main.firstChild);
  box.querySelector('p').textContent = words(full(error) ? 'full' : 'closed');
};
const save = async () => {
  clearTimeout(typing);
  typing = 0;
  const form = main.querySelector('form[data-step]');
  if (!form || !report) return;
  for (const field of new Set([...form.elements].map((e) => e.name).filter((name) => name && name !== 'Files'))) {
    const value = form.elements[field].value;
    answers()[field] = (value || '').trim() ? value : null;
  }
  await keepDraft();
};
// Only what this tab changed is written, so that two tabs on one report do not undo each other.
const record = (rest) => ({ id: report.id, state: 'draft', step: report.step, createdAt: report.createdAt, updatedAt: Date.now(), answers: answers(), ...rest });
let before = {};
const keepDraft = async () => {
  const changed = Object.entries(answers()).filter(([key, value]) => before[key] !== value);
  before = { ...answers() };
  const step = report.step;
  try {
    const found = await alter('reports', report.id, (r) => {
      if (r.state !== 'draft') return;
      for (const [key, value] of changed) r.answers[key] = value;
      Object.assign(r, { step: Math.max(step, r.step || 0), updatedAt: Date.now() });
    });
    if (!found && !report.kept && changed.length) await keep((open) => open('reports').put(record()), 'readwrite', ['reports']);
    if (found || changed.length) report.kept = true;
  } catch (e) { warn(e); }
};
const flush = () => { if (typing) save(); };
addEventListener('pagehide', flush);
document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') flush(); });

const fill = (form) => {
  for (const [name, value] of Object.entries(answers())) {
    const field = form.elements[name];
    if (field && value != null) field.value = value;
  }
};
const show = (name) => {
  main.replaceChildren(template(name));
  main.dispatchEvent(new CustomEvent('layar:shown', { bubbles: true }));
};
const frame = (step, back) => {
  const bar = document.querySelector('.bar');
  bar.querySelector('.bar-back').href = back;
  bar.querySelector('.bar-step').hidden = bar.querySelector('.progress').hidden = step === null;
  if (step === null) return;
  bar.querySelector('.progress').value = step + 1;
  bar.querySelector('.progress').setAttribute('aria-label', words('step', step + 1));
  bar.querySelector('.bar-step').textContent = words('step', step + 1);
};
const arrive = () => {
  const heading = main.querySelector('h1');
  const wrong = main.querySelector('.errors');
  document.title = document.title.replace(/^[^·]*/, `${wrong ? `${say.fault}: ` : ''}${heading ? heading.textContent.trim() : ''} `);
  scrollTo(0, 0);
  const at = wrong || heading;
  if (at && entered) {
    at.tabIndex = -1;
    at.focus({ preventScroll: true });
  }
  entered = true;
};
let entered = false;

const to = (view, id = report && report.id) => `#${view}${id ? `=${id}` : ''}`;
const go = (view, id) => { location.hash = to(view, id); };
const neighbour = (step, way) => (step + way === 2 && answers().Service ? step + 2 * way : step + way);

const question = async (step, errors = []) => {
  const name = STEPS_OF_REPORT[step];
  report.step = step;
  show(name);
  frame(step, report.changing ? to('periksa') : step ? to(STEPS_OF_REPORT[neighbour(step, -1)]) : '/');
  document.querySelector('.exit').hidden = !isSensitive();
  const form = main.querySelector('form');
  // A press that comes before everything stands there waits for it.
  const ready = prepare(form, name);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    await ready;
    if (form.isConnected) next(event.submitter);
  });
  await ready;
  if (!form.isConnected) return;
  form.addEventListener('input', (event) => {
    clearTimeout(typing);
    typing = setTimeout(save, event.target.type === 'radio' || event.target.tagName === 'SELECT' ? 0 : 400);
  });
  form.addEventListener('layar:located', save);
  if (errors.length) point(errors);
  arrive();
};
const prepare = async (form, name) => {
  if (name === 'orang') prepareWho(form);
  if (name === 'foto') await preparePhotos(form);
  if (name === 'cerita') await prepareVoice(form);
  if (name === 'bahaya') await mention(form);
  if (name === 'periksa') await summarise(form);
  fill(form);
  if (name === 'lokasi') prepareWhere(form);
  form.dataset.step = name;
};
const next = async (button) => {
  await save();
  // A photo that is still being made smaller belongs to this report.
  while (main.querySelector('[data-busy]')) await new Promise((done) => setTimeout(done, 100));
  if (button && button.name === 'nanti') { location.href = answers().Helper ? '#petugas' : '/'; return; }
  const step = report.step;
  const name = STEPS_OF_REPORT[step];
  const wrong = await faults(step);
  if (wrong.length) { await question(step, wrong); return; }
  if (name === 'masalah') {
    answers().Service = null;
    if (!answers().Secrecy && say.keptSecret.includes(answers().Problem)) answers().Secrecy = 'secret';
    await keepDraft();
  }
  if (name === 'periksa') { await submit(); return; }
  if (report.changing) { report.changing = false; go('periksa'); return; }
  if (name === 'bahaya' && answers().Danger === 'yes') { go('darurat'); return; }
  go(STEPS_OF_REPORT[neighbour(step, 1)]);
};
const prepareWho = (form) => {
  const self = answers().Whom === 'self';
  if (self) {
    main.querySelector('h1').firstChild.textContent = `${say.whoSelf} `;
    main.querySelector('label[for=Name]').firstChild.textContent = `${say.nameSelf} `;
    form.elements.Name.autocomplete = 'name';
  }
  if (!self && answers().Whom !== 'family') main.querySelector('#Nik').closest('.field').remove();
};
const prepareWhere = (form) => {
  const kept = main.querySelector('[data-kept]');
  kept.hidden = !answers().Lat;
  kept.querySelector('span').textContent = words('kept', answers().Accuracy || 0);
  kept.querySelector('button').addEventListener('click', async () => {
    for (const name of ['Lat', 'Lon', 'Accuracy']) form.elements[name].value = '';
    await save();
    kept.hidden = true;
  });
};
// A report that waits is not forgotten over the next one.
const mention = async (form) => {
  const others = (await read('reports')).filter((r) => r.id !== report.id && (r.state === 'draft' || r.state === 'stopped' || isWaiting(r)));
  if (!others.length) return;
  const box = template('sebut').firstElementChild;
  box.querySelector('span').textContent = words('others', others.length);
  form.parentElement.insertBefore(box, form);
};

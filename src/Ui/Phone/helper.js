// "Menolong banyak warga": an officer of a village writes many reports, one beside the other, and sends them with one press. What one
// citizen tells never comes into the next report; only the officer's own number does, which is asked once.
const OWN = 'layar-petugas';
const FIRST_WORDS = 40;
const WHERE = { Danger: 'bahaya', Whom: 'untuk', Problem: 'masalah', Photos: 'foto', Area: 'lokasi', Landmark: 'lokasi', Story: 'cerita', Nik: 'orang', Channel: 'kontak', Contact: 'kontak', Secrecy: 'kontak' };

export const own = () => { try { return JSON.parse(localStorage.getItem(OWN)); } catch (e) { return null; } };
const setOwn = (facts) => { try { localStorage.setItem(OWN, JSON.stringify(facts)); } catch (e) { /* asked again next time */ } };

// What a new report begins with.
export const beginning = () => {
  const facts = own() || { next: 1 };
  setOwn({ ...facts, next: facts.next + 1 });
  return { Helper: String(facts.next), Whom: 'officer', ...(facts.Contact ? { Channel: facts.Channel, Contact: facts.Contact } : {}) };
};

const draw = (picture, address) => {
  const qr = qrOf(address);
  if (!qr) { picture.remove(); return; }
  picture.setAttribute('viewBox', `0 0 ${qr.side} ${qr.side}`);
  picture.lastChild.setAttribute('d', qr.path);
};

export const helper = async (wizard) => {
  const { read, main, say, words, show, frame, to, optionText, isWaiting, removeReport, trySending, askSync, arrive, filesOf, CHECKS, isPhone, freeze, kilobytes, template } = wizard;
  const reports = (await read('reports')).filter((r) => r.answers && r.answers.Helper).sort((a, b) => a.answers.Helper - b.answers.Helper);
  const receipts = (await read('receipts')).filter((r) => r.helper).sort((a, b) => a.helper - b.helper);
  const following = new Set((await read('reports')).filter((r) => r.state === 'photos').map((r) => r.id));
  const wrong = async (r) => {
    const { photos, voice } = await filesOf(r.id);
    const faults = CHECKS.reduce((all, check) => all.concat(check(r.answers, photos.length + (voice ? 1 : 0)).filter(Boolean)), []);
    return photos.some((p) => p.raw) ? faults.concat([['Photos']]) : faults;
  };
  const looked = await Promise.all(reports.map(async (r) => ({ r, faults: r.state === 'draft' ? await wrong(r) : [] })));
  const ready = looked.filter(({ r, faults }) => r.state === 'draft' && !faults.length).map(({ r }) => r);

  show('petugas');
  frame(null, '/');
  document.querySelector('.exit').hidden = true;
  const part = (name) => main.querySelector(`[data-${name}]`);
  const label = (a) => [words('helperDraft', a.Helper), optionText('Area', a.Area), (a.Story || '').slice(0, FIRST_WORDS) || optionText('Problem', a.Problem)].filter(Boolean).join(' · ');
  const state = ({ r, faults }) => {
    if (isWaiting(r)) return say.helperWaits;
    if (r.state === 'stopped') return say.helperStopped;
    if (!faults.length) return say.helperReady;
    return words('helperOpen', [...new Set(faults.map(([field]) => say[`step.${WHERE[field]}`]))].join(', '));
  };
  for (const one of looked) {
    const { r, faults } = one;
    const row = template('baris').firstElementChild;
    row.querySelector('a').href = r.state === 'draft' ? to(faults.length ? WHERE[faults[0][0]] : 'periksa', r.id) : to('kirim', r.id);
    row.querySelector('[data-title]').textContent = label(r.answers);
    row.querySelector('[data-note]').textContent = state(one);
    row.dataset.state = r.state;
    const button = row.querySelector('button');
    button.hidden = r.state === 'waiting';
    button.querySelector('.visually-hidden').textContent = ` ${words('helperDraft', r.answers.Helper)}`;
    button.addEventListener('click', async () => {
      if (button.dataset.sure) { await removeReport(r.id); helper(wizard); return; }
      button.dataset.sure = 1;
      button.querySelector('[data-label]').textContent = say.sure;
    });
    part('drafts').querySelector('ul').append(row);
  }
  part('drafts').hidden = !looked.length;
  const press = part('send-all');
  press.disabled = !ready.length;
  press.querySelector('span').textContent = words('helperSend', ready.length);
  press.addEventListener('click', async () => {
    press.disabled = true;
    for (const r of ready) {
      const now = await read('reports', r.id);
      if (now && now.state === 'draft') await freeze(now, await filesOf(r.id));
    }
    await helper(wizard);
    askSync();
    trySending(true);
  });
  const waiting = looked.filter(({ r }) => isWaiting(r)).length;
  const bar = part('progress');
  bar.hidden = !waiting;
  bar.querySelector('progress').max = waiting + receipts.length;
  bar.querySelector('progress').value = receipts.length;
  bar.querySelector('span').textContent = words('helperProgress', receipts.length, waiting + receipts.length);

  for (const r of receipts) {
    const slip = template('slip').firstElementChild;
    slip.querySelector('a').href = to('kirim', r.id);
    slip.querySelector('a').textContent = words('helperDraft', r.helper);
    slip.querySelector('[data-code]').textContent = r.code;
    slip.querySelector('[data-pin]').textContent = r.pin;
    slip.querySelector('[data-link]').textContent = new URL(r.link, location.href).href;
    slip.querySelector('[data-follow]').hidden = !following.has(r.id);
    draw(slip.querySelector('svg'), new URL(r.link, location.href).href);
    part('slips').append(slip);
  }
  part('sent').hidden = !receipts.length;
  part('print').addEventListener('click', () => print());

  const form = part('own');
  const facts = own();
  form.hidden = !!(facts && facts.Contact);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const number = form.elements.Own.value;
    const note = form.querySelector('[role=status]');
    if (!isPhone(number)) { note.textContent = say['error.phone']; form.elements.Own.focus(); return; }
    setOwn({ next: 1, ...facts, Channel: 'whatsapp', Contact: number });
    helper(wizard);
  });
  arrive();
};

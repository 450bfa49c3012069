// From the last question to the receipt, and the list of what this phone keeps.
const when = (time) => new Intl.DateTimeFormat(document.documentElement.lang === 'en' ? 'en-GB' : 'id-ID', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Asia/Makassar' }).format(new Date(time)) + ' WITA';
const age = (time) => {
  const minutes = Math.max(0, Math.round((Date.now() - time) / 60000));
  return minutes < 1 ? say.now : minutes < 60 ? words('minutes', minutes) : minutes < 2880 ? words('hours', Math.round(minutes / 60)) : words('days', Math.round(minutes / 1440));
};
const value = (text) => text || undefined;
const number = (text) => (text ? Number(text) : undefined);
const payloadOf = (id, a, photos, voice) => ({
  reportId: id, for: a.Whom, problem: a.Problem, service: value(a.Service), emergency: a.Danger === 'yes', story: value(a.Story), areaCode: value(a.Area),
  lat: number(a.Lat), lon: number(a.Lon), accuracyMetres: number(a.Accuracy), landmark: value(a.Landmark),
  person: { name: value(a.Name), ageGroup: value(a.AgeGroup), sex: value(a.Sex), nik: a.Whom === 'self' || a.Whom === 'family' ? value(a.Nik) : undefined },
  contact: { channel: a.Channel, value: a.Channel === 'none' ? undefined : value(a.Contact) }, secrecy: a.Secrecy, consentVersion: say.consent, photos, voice: voice ? true : undefined,
});
const rowsOf = (a, photos, voice) => ({
  Danger: optionText('Danger', a.Danger), Whom: optionText('Whom', a.Whom), Problem: a.Service ? a.ServiceName : optionText('Problem', a.Problem),
  Photos: photos ? words('photos', photos) : null,
  Area: [optionText('Area', a.Area), a.Landmark, a.Lat && words('point', a.Accuracy || 0)].filter(Boolean).join('; '), Story: [a.Story, voice && say.voice].filter(Boolean).join('; '),
  Name: [a.Name, a.AgeGroup !== 'unknown' && optionText('AgeGroup', a.AgeGroup), a.Sex !== 'unknown' && optionText('Sex', a.Sex)].filter(Boolean).join(', '),
  Channel: [optionText('Channel', a.Channel), a.Channel !== 'none' && a.Contact].filter(Boolean).join(' '), Secrecy: optionText('Secrecy', a.Secrecy),
});
const summarise = async () => {
  const { photos, voice } = await filesOf(report.id);
  const rows = rowsOf(answers(), photos.length, voice);
  for (const row of main.querySelectorAll('.summary-row')) {
    const name = row.dataset.row;
    row.querySelector('dd').textContent = rows[name] || say.empty;
    const link = row.querySelector('a');
    link.href = to(STEPS_OF_REPORT[QUESTION[name]]);
    link.addEventListener('click', () => { report.changing = true; });
  }
};
// From here on the words are fixed: sending them twice is the same report.
const frozen = (draft, { photos, voice }) => ({ ...draft, state: 'waiting', sensitive: say.sensitive.includes(draft.answers.Problem), payload: payloadOf(draft.id, draft.answers, photos.length, voice), tries: 0, frozenAt: Date.now() });
const freeze = (draft, files) => keep((open) => {
  open('reports').put(frozen(draft, files));
  files.photos.forEach((photo, at) => open('photos').put({ ...photo, seq: at + 1 }));
});
const submit = async () => {
  const files = await filesOf(report.id);
  if (files.photos.some((p) => p.raw)) { go('foto'); return; }
  try {
    await freeze(record(), files);
  } catch (e) { await sendUnkept(frozen(record(), files), e); return; }
  go('kirim');
  tell();
  askSync();
  trySending(true);
};

// On a full phone the words go out at once, or the page says that they are nowhere but here.
const sendUnkept = async (waiting, error) => {
  warn(error);
  const { receipt } = await post({ ...waiting.payload, photos: 0 }).catch(() => ({}));
  if (receipt) shownReceipt(receiptOf(waiting, receipt));
};

const wayOut = (waiting) => {
  const p = waiting.payload;
  const a = waiting.answers;
  const text = ['LAPOR', optionText('Danger', a.Danger) && a.Danger === 'yes' ? say.urgent : null, optionText('Problem', p.problem), optionText('Area', p.areaCode), p.landmark,
    p.lat && `${p.lat},${p.lon}`, p.person.name, (p.story || '').slice(0, 300)].filter(Boolean).join('\n');
  return { sms: `sms:${say.sms}?body=${encodeURIComponent(text)}`, wa: `https://wa.me/${say.whatsApp}?text=${encodeURIComponent(text)}` };
};
const bytesOf = (photos) => photos.reduce((sum, p) => sum + p.blob.size, 0);

// One address for the whole way: waits, was refused, is sent.
const outcome = async (id) => {
  const [receipt, waiting] = [await read('receipts', id), await read('reports', id)];
  if (receipt) return shownReceipt(receipt, waiting);
  if (!waiting) { location.replace('#draf'); return null; }
  if (waiting.state === 'draft') { go(STEPS_OF_REPORT[waiting.step || 0], id); return null; }
  if (waiting.state === 'stopped') return shownRefusal(waiting);
  show('tersimpan');
  frame(null, '/');
  const photos = await photosOf(id);
  main.querySelector('[data-size]').textContent = words('waits', kilobytes(JSON.stringify(waiting.payload).length + bytesOf(photos)), age(waiting.frozenAt));
  main.querySelector('[data-try]').addEventListener('click', () => trySending(true));
  if (waiting.tries) main.querySelector('[data-trying]').textContent = words('notYet', when(waiting.triedAt));
  const out = main.querySelector('[data-way-out]');
  out.hidden = waiting.tries < 3 && Date.now() - waiting.frozenAt < 300000;
  out.querySelector('[data-secret]').hidden = waiting.payload.secrecy !== 'secret';
  const { sms, wa } = wayOut(waiting);
  out.querySelector('[data-sms]').href = sms;
  out.querySelector('[data-wa]').href = wa;
  return arrive();
};
const shownReceipt = (receipt, rest) => {
  show('terkirim');
  frame(null, '/');
  document.querySelector('.exit').hidden = !receipt.sensitive;
  const put = (name, text) => { main.querySelector(`[data-${name}]`).textContent = text; };
  const address = new URL(receipt.link, location.href).href;
  put('code', receipt.code);
  put('pin', receipt.pin);
  put('due', words('due', when(receipt.due)));
  main.querySelector('[data-emergency]').hidden = !receipt.emergency;
  main.querySelector('[data-follow]').hidden = !(rest && rest.state === 'photos');
  const refused = main.querySelector('[data-refused]');
  refused.hidden = !receipt.refused;
  if (receipt.refused) refused.querySelector('span').textContent = [...new Set(receipt.refused)].join('. ');
  const link = main.querySelector('[data-link]');
  link.href = link.textContent = address;
  main.querySelector('[data-careful]').hidden = !receipt.secret;
  const share = main.querySelector('[data-share]');
  share.hidden = receipt.secret;
  share.href = `https://wa.me/?text=${encodeURIComponent(words('share', receipt.code, address))}`;
  main.querySelector('[data-copy]').dataset.copy = receipt.code;
  main.dispatchEvent(new CustomEvent('layar:shown', { bubbles: true }));
  main.querySelector('[data-forget]').addEventListener('click', async () => {
    await keep((open) => open('receipts').delete(receipt.id));
    location.href = '/';
  });
  arrive();
};
const shownRefusal = (stopped) => {
  show('ditolak');
  frame(null, '/');
  const texts = stopped.refusal === 409 ? [say.taken] : [].concat(...Object.values(stopped.refusal.errors), stopped.refusal.title).filter(Boolean);
  const list = main.querySelector('ul');
  for (const text of new Set(texts)) list.appendChild(document.createElement('li')).textContent = text;
  main.querySelector('[data-mend]').addEventListener('click', async () => {
    // What the office never took keeps its name; what it holds with other words becomes a new report.
    const id = stopped.refusal === 409 ? newId() : stopped.id;
    const photos = await photosOf(stopped.id);
    await keep((open) => {
      open('reports').delete(stopped.id);
      open('reports').put({ id, state: 'draft', step: 8, answers: stopped.answers, createdAt: stopped.createdAt, updatedAt: Date.now() });
      photos.forEach((photo) => open('photos').put({ ...photo, report: id }));
    });
    go('periksa', id);
  });
  arrive();
};

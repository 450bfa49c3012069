// Changes of visits: each answer by itself, with the version over which it was given. What was tried is never altered again, because the
// office may have it; the next word on the same question follows it.
const OFFICE = '/petugas/lapangan/bawaan';
const WAITS = [5, 15, 60, 300, 900];
let day = null;
let queues = {}; // visit → changes
let tries = 0;
let nextTry = 0;
let said = null; // what the office said last: 'sign-in' or nothing
const listeners = [];
const onChange = (hear) => listeners.push(hear);
const changed = () => listeners.forEach((hear) => hear());

const queueOf = (visit) => queues[visit] || (queues[visit] = []);
const waits = (visit) => queueOf(visit).some((c) => !c.clash);
const owes = (visit) => waits(visit) || owesResult(visit) || photos.some((p) => p.visit === visit && !p.done && !p.refused);
const clashes = (visit) => queueOf(visit).filter((c) => c.clash);
const waiting = () => day.visits.filter((v) => owes(v.id)).length;
const answerOf = (visit, question) => {
  const mine = queueOf(visit.id).filter((c) => c.question === question).pop();
  return mine ? mine.value : (visit.answers[question] || { value: [] }).value;
};
const same = (a, b) => a.length === b.length && a.every((x, at) => x === b[at]);
const versionOf = (visit, question) => (visit.answers[question] || { version: 0 }).version;
const keepAll = async () => { await put('queues', queues); await put('day', day); };

const say = async (visit, question, value) => {
  if (same(answerOf(visit, question), value)) return;
  const queue = queueOf(visit.id);
  const last = queue.filter((c) => c.question === question).pop();
  if (last && !last.tried) last.value = value;
  else queue.push({ id: crypto.randomUUID(), question, value, base: versionOf(visit, question), after: last ? last.id : null, saidAt: new Date().toISOString() });
  if (last && last.clash) queue.splice(queue.indexOf(last), 1);
  await put('queues', queues);
  changed();
};
// The officer decides on the phone: the answer that is kept is said over the one that stands there.
const settle = async (visit, clash, mine) => {
  queues[visit.id] = queueOf(visit.id).filter((c) => c !== clash);
  visit.answers[clash.question] = { value: clash.theirs, version: clash.version };
  queueOf(visit.id).push({ id: crypto.randomUUID(), question: clash.question, value: mine ? clash.value : clash.theirs, base: clash.version, settles: clash.id, saidAt: new Date().toISOString() });
  await keepAll();
  changed();
  bring(true);
};

// A form carries a photo; anything else is sent as JSON; nothing asks for the day, of which is told how much has come.
const ask = async (body, address = OFFICE, came) => {
  const stop = new AbortController();
  let timer = 0;
  const wait = () => { clearTimeout(timer); timer = setTimeout(() => stop.abort(), (body instanceof FormData ? 120 : 30) * SECOND); };
  wait();
  try {
    const options = body instanceof FormData ? { method: 'POST', body } : body ? { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {};
    const { device } = await take('key') || {};
    const answer = await fetch(body ? address : `${OFFICE}?hp=${device}`, { credentials: 'same-origin', cache: 'no-store', redirect: 'manual', signal: stop.signal, ...options });
    const json = (answer.headers.get('Content-Type') || '').includes('json');
    if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) return { state: 'sign-in' };
    return json && (answer.ok || answer.status === 410) ? await (came ? read(answer, (got, all) => { wait(); came(got, all); }) : answer.json()) : null;
  } catch (e) { return null; } finally { clearTimeout(timer); }
};
// While bytes come the line is not given up.
const read = async (answer, came) => {
  const [all, parts, reader] = [Number(answer.headers.get('Layar-Bytes')), [], answer.body.getReader()];
  for (let got = 0, step = await reader.read(); !step.done; step = await reader.read()) {
    parts.push(step.value);
    got += step.value.length;
    came(got, all || got);
  }
  return JSON.parse(await new Blob(parts).text());
};

const hear = (visit, answers) => {
  const known = day.visits.find((v) => v.id === visit);
  for (const answer of answers) {
    const change = queueOf(visit).find((c) => c.id === answer.id);
    if (!change) continue;
    if (answer.state === 'Conflict') {
      change.clash = true;
      Object.assign(change, { theirs: answer.theirs, before: answer.before, who: answer.who, when: answer.when, version: answer.version });
      continue;
    }
    queues[visit] = queueOf(visit).filter((c) => c !== change);
    if (answer.state === 'Kept') known.answers[change.question] = { value: answer.theirs, version: answer.version };
    else if (answer.state === 'Late') known.late = true;
    // What was prepared anew meanwhile may be newer than the change itself.
    else if (['Applied', 'Agreed'].includes(answer.state) && answer.own >= versionOf(known, change.question)) known.answers[change.question] = { value: change.value, version: answer.own };
  }
};
const send = async () => {
  const visits = Object.keys(queues).filter(waits).map((visit) => ({ visit, changes: queueOf(visit).filter((c) => !c.clash) }));
  if (!visits.length) { await sendRest(); return; }
  visits.forEach((v) => v.changes.forEach((c) => { c.tried = true; }));
  await put('queues', queues);
  const { device } = await take('key');
  const plain = ({ id, question, value, base, after, settles, saidAt }) => ({ id, question, value, base, after, settles, saidAt });
  const answer = await ask({ device, visits: visits.map((v) => ({ visit: v.visit, changes: v.changes.map(plain) })) });
  if (answer && answer.state === 'revoked') { await eraseAll(); location.reload(); return; }
  said = answer && answer.state === 'sign-in' ? 'sign-in' : null;
  if (!answer || said) { later(); return; }
  tries = 0;
  for (const { visit, refused, answers } of answer.visits) {
    day.visits.find((v) => v.id === visit).refused = refused;
    hear(visit, answers);
  }
  await keepAll();
  if (answer.visits.some((v) => v.refused)) { later(); return; }
  await sendRest();
};
// The office judges a visit as a whole: its report goes when nothing else of the day waits.
const sendRest = async () => {
  await sendPhotos();
  if (!Object.keys(queues).some(waits) && !photos.some((p) => !p.done && !p.refused)) await sendResults();
};
const later = () => {
  tries += 1;
  nextTry = Date.now() + WAITS[Math.min(tries, WAITS.length) - 1] * SECOND * (0.75 + Math.random() / 2);
};
let sending = null;
const bring = async (now) => {
  if (!dataKey || !day || (!now && Date.now() < nextTry)) return;
  if (sending) { await sending; if (!now) return; }
  sending = send();
  try { await sending; } finally { sending = null; changed(); }
};

// Own unsent words outlive a new preparation, also of visits that are no longer of the day.
const prepare = async (came = () => {}) => {
  const fresh = await ask(null, OFFICE, came);
  if (!fresh || fresh.state) return (fresh && fresh.state) || 'failed';
  for (const old of day ? day.visits : []) if ((queueOf(old.id).length || owes(old.id) || results[old.id]) && !fresh.visits.some((v) => v.id === old.id)) fresh.visits.push(old);
  for (const old of day ? day.forms : []) if (!fresh.forms.some((f) => f.version === old.version)) fresh.forms.push(old);
  day = fresh;
  const key = await take('key');
  await lay({ ...key, days: Date.parse(fresh.until) - Date.parse(fresh.at), until: Date.now() + Date.parse(fresh.until) - Date.parse(fresh.at), latest: Date.now() });
  await put('day', day);
  await put('queues', queues);
  return null;
};

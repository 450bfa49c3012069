// Sends what waits: the text of every report first, its voice note and photos after. "Sent" is only what the server has answered for.
const SECOND = 1000;
const WAITS = [5, 15, 60, 300, 900];
const pause = (tries) => WAITS[Math.min(tries, WAITS.length) - 1] * SECOND * (0.75 + Math.random() / 2);
// A clock that is set back by years must not hold a report for years.
const isDue = (report, now) => !report.nextTryAt || report.nextTryAt <= now || report.nextTryAt - now > 1800 * SECOND;
const isWaiting = (report) => report.state === 'waiting' || report.state === 'photos';

class Later extends Error {}

const call = async (address, options, seconds) => {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), seconds * SECOND);
  try {
    const answer = await fetch(address, { credentials: 'omit', cache: 'no-store', redirect: 'error', signal: stop.signal, ...options });
    const type = answer.headers.get('Content-Type') || '';
    const body = type.includes('json') && options.method !== 'HEAD' ? await answer.json() : null;
    return { status: answer.status, headers: answer.headers, body, isOurs: type.includes('problem+json') };
  } catch (e) {
    throw new Later();
  } finally {
    clearTimeout(timer);
  }
};
// A "no" is final only when the office itself says it; what a gateway on the way says is a reason to try again.
const isRefusal = (answer) => answer.status >= 400 && answer.status < 500 && ![408, 425, 429].includes(answer.status) && answer.isOurs;

const post = async (payload) => {
  const answer = await call('/api/laporan', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(payload) }, 30);
  const is = answer.body;
  if ((answer.status === 200 || answer.status === 201) && is && is.code && is.pin && is.link && is.uploadSecret) return { receipt: is };
  if (!isRefusal(answer)) throw new Later();
  return { refusal: answer.status === 409 ? 409 : { title: is.title, errors: is.errors || {} } };
};
const sendText = async (report) => {
  const { receipt, refusal } = await post(report.payload);
  return receipt ? accept(report.id, receipt) : alter('reports', report.id, (r) => { Object.assign(r, { state: 'stopped', refusal }); });
};
const receiptOf = ({ payload, sensitive, answers }, { code, pin, link, firstAnswerDue }) =>
  ({ id: payload.reportId, code, pin, link, due: firstAnswerDue, sentAt: Date.now(), sensitive, secret: payload.secrecy === 'secret', emergency: payload.emergency, helper: answers && answers.Helper });
// The receipt is written in the same moment in which the report counts as sent.
const accept = (id, answer) => keep((open) => {
  const asked = open('reports').get(id);
  asked.onsuccess = () => {
    const report = asked.result;
    if (!report) return;
    open('receipts').put(receiptOf(report, answer));
    if (report.payload.photos || report.payload.voice) open('reports').put({ id, state: 'photos', createdAt: report.createdAt, right: answer.uploadSecret, tries: 0 });
    else open('reports').delete(id);
  };
});

const PROTOCOL = { 'Tus-Resumable': '1.0.0' };
const base64 = (text) => btoa(unescape(encodeURIComponent(text)));
const pieceSize = () => ({ 'slow-2g': 32, '2g': 32, '3g': 128 }[(navigator.connection || {}).effectiveType] || 512) * 1024;

const beginUpload = async (report, photo) => {
  const metadata = Object.entries({ report: report.id, seq: String(photo.seq), filename: `berkas-${photo.seq}` }).map(([key, value]) => `${key} ${base64(value)}`).join(',');
  const answer = await call('/unggah', { method: 'POST', headers: { ...PROTOCOL, Authorization: `Bearer ${report.right}`, 'Upload-Length': String(photo.blob.size), 'Upload-Metadata': metadata } }, 30);
  const address = answer.headers.get('Location');
  if (answer.status === 201 && address) {
    await alter('photos', photo.id, (p) => { p.address = address; });
    return { address, at: 0 };
  }
  if (isRefusal(answer)) return { refused: answer.body.title };
  throw new Later();
};
const offsetOf = (answer) => {
  const said = answer.headers.get('Upload-Offset');
  if (!/^\d+$/.test(said || '')) throw new Later();
  return Number(said);
};
const findUpload = async (report, photo) => {
  if (!photo.address) return beginUpload(report, photo);
  const answer = await call(photo.address, { method: 'HEAD', headers: PROTOCOL }, 30);
  if (answer.status === 200) return { address: photo.address, at: offsetOf(answer) };
  if (answer.status === 404 || answer.status === 410) return beginUpload(report, photo);
  throw new Later();
};
const sendPhoto = async (report, photo) => {
  let { address, at, refused } = await findUpload(report, photo);
  while (!refused && at < photo.blob.size) {
    const piece = photo.blob.slice(at, at + pieceSize());
    const answer = await call(address, { method: 'PATCH', headers: { ...PROTOCOL, 'Upload-Offset': String(at), 'Content-Type': 'application/offset+octet-stream' }, body: piece }, 60);
    if (answer.status === 204) at = offsetOf(answer);
    else if (answer.status === 413 || answer.status === 422) refused = isRefusal(answer) ? answer.body.title : null;
    if (answer.status !== 204 && !refused) throw new Later();
    await alter('photos', photo.id, (p) => { p.sent = at; });
    tell();
  }
  return alter('photos', photo.id, (p) => { p.done = true; if (refused) p.refused = refused; });
};
const sendPhotos = async (report) => {
  for (const photo of await photosOf(report.id)) if (!photo.done) await sendPhoto(report, photo);
  const refused = (await photosOf(report.id)).map((p) => p.refused).filter(Boolean);
  return keep((open) => {
    open('reports').delete(report.id);
    removePhotos(open, report.id);
    const asked = open('receipts').get(report.id);
    asked.onsuccess = () => { if (asked.result && refused.length) open('receipts').put({ ...asked.result, refused }); };
  });
};

// Only what is tried by itself makes the next wait longer: a worried hand that presses again must not put its report back.
const attempt = async (report, send, asked) => {
  try {
    await send(report);
    return true;
  } catch (e) {
    if (!(e instanceof Later)) throw e;
    await alter('reports', report.id, (r) => {
      r.tries = (r.tries || 0) + 1;
      r.triedAt = Date.now();
      r.waits = (r.waits || 1) + !asked;
      r.nextTryAt = Date.now() + pause(r.waits - 1 || 1);
    });
    return false;
  } finally {
    tell();
  }
};
// Two tabs and the worker do not send at once; where locks are unknown the server makes sending twice harmless.
// Who is asked to try now waits for the one who is trying, because that one may have begun while the network was away.
let queued = false;
const alone = (act, wait) => (navigator.locks ? navigator.locks.request('layar-kirim', { ifAvailable: !wait }, (lock) => (lock ? act() : null)) : act());
const sendAll = async (now) => {
  if (now && queued) return null;
  queued = queued || !!now;
  return alone(() => sendInTurn(now), now);
};
const sendInTurn = async (now) => {
  if (now) queued = false;
  for (const [state, send] of [['waiting', sendText], ['photos', sendPhotos]])
    for (const report of (await read('reports')).filter((r) => r.state === state).sort((a, b) => a.createdAt - b.createdAt))
      if (now || isDue(report, Date.now())) await attempt(report, send, now);
  return (await read('reports')).filter(isWaiting).length;
};

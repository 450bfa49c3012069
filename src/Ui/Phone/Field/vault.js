// What an officer carries lies on the phone sealed (AES-GCM). The key of the data is wrapped by a key made of two halves: one from the
// code that the officer types (PBKDF2), one from the office. The half of the office lies here only under the code, and never when the
// phone was revoked: then key and data are gone at the next start with a signal, or after some days without any.
const SECOND = 1000;
const DAY = 86400 * SECOND;
const ROUNDS = 210000;
const MOST_WRONG = 5;

let opened = null;
const box = () => {
  opened = opened || new Promise((done, fail) => {
    const asked = indexedDB.open('lapangan', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('box', { keyPath: 'id' });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  return opened;
};
const inBox = async (mode, act) => {
  const db = await box();
  return new Promise((done, fail) => {
    const change = db.transaction('box', mode, { durability: 'strict' });
    const asked = act(change.objectStore('box'));
    change.oncomplete = () => done(asked && asked.result);
    change.onabort = () => fail(change.error);
  });
};
const take = (id) => inBox('readonly', (store) => store.get(id));
const lay = (record) => inBox('readwrite', (store) => store.put(record));
const eraseAll = () => inBox('readwrite', (store) => store.clear());

const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
const utf8 = new TextEncoder();
const random = (count) => crypto.getRandomValues(new Uint8Array(count));
const aes = (raw) => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
const seal = async (key, plain) => {
  const iv = random(12);
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain) };
};
const unseal = (key, { iv, data }) => crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data);

// 64 bytes from the code: the first half opens the office's half, the second is mixed with it.
const fromCode = async (code, salt) => {
  const key = await crypto.subtle.importKey('raw', utf8.encode(code), 'PBKDF2', false, ['deriveBits']);
  const bits = new Uint8Array(await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-512', salt, iterations: ROUNDS }, key, 512));
  return [await aes(bits.slice(0, 32)), bits.slice(32)];
};
const wrapping = async (mine, half) => {
  const both = new Uint8Array(64);
  both.set(mine);
  both.set(new Uint8Array(half), 32);
  return aes(await crypto.subtle.digest('SHA-256', both));
};

let dataKey = null; // in memory only, while the code was given
const makeKey = async (code, device, half, until) => {
  const salt = random(16);
  const raw = random(32);
  const [outer, mine] = await fromCode(code, salt);
  const record = { id: 'key', device, salt, half: await seal(outer, half), wrapped: await seal(await wrapping(mine, half), raw), until, tries: 0, latest: Date.now() };
  await eraseAll();
  await lay(record);
  dataKey = await aes(raw);
};
// Counted before it is tried, so that switching off does not give another try. False when wrong; erased after too many.
const unlock = async (code) => {
  const key = await take('key');
  if (!key) return false;
  key.tries += 1;
  if (key.tries > MOST_WRONG) { await eraseAll(); return false; }
  await lay(key);
  try {
    const [outer, mine] = await fromCode(code, key.salt);
    dataKey = await aes(await unseal(await wrapping(mine, await unseal(outer, key.half)), key.wrapped));
  } catch (e) {
    if (key.tries >= MOST_WRONG) await eraseAll();
    return false;
  }
  await lay({ ...key, tries: 0 });
  return true;
};
const put = async (id, value) => {
  const plain = utf8.encode(JSON.stringify(value));
  await lay({ id, ...(await seal(dataKey, plain)) });
  return plain.length;
};
const get = async (id) => {
  const record = await take(id);
  return record ? JSON.parse(new TextDecoder().decode(await unseal(dataKey, record))) : null;
};

// Asked before the code: revoked, run out, open or nothing here.
const standing = async () => {
  const key = await take('key');
  if (!key) return 'nothing';
  const now = Date.now();
  const word = await heard(`/lapangan/hp/${key.device}`);
  if (word && word.state === 'revoked') { await eraseAll(); return 'revoked'; }
  if (word && word.state === 'live') { await lay({ ...key, until: now + (key.days || DAY), latest: now }); return 'locked'; }
  // A clock that was set back must not make three days of thirty.
  if (now > key.until || now < key.latest - DAY / 24) { await eraseAll(); return 'run-out'; }
  await lay({ ...key, latest: Math.max(key.latest, now) });
  return 'locked';
};
// Null when the office cannot be reached: what a gateway on the way says is no word of the office.
const heard = async (address) => {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), 6 * SECOND);
  try {
    const answer = await fetch(address, { credentials: 'omit', cache: 'no-store', redirect: 'error', signal: stop.signal });
    return answer.ok && (answer.headers.get('Content-Type') || '').includes('json') ? await answer.json() : null;
  } catch (e) {
    return null;
  } finally { clearTimeout(timer); }
};

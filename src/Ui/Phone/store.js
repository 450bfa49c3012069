// What this phone keeps: reports that are written or wait, their photos, and the receipts of those that were sent. Each
// step only adds, so that a new version opens what an older one kept. A step that was shipped is never changed.
const STEPS = [
  (db) => {
    db.createObjectStore('reports', { keyPath: 'id' });
    db.createObjectStore('photos', { keyPath: 'id' }).createIndex('report', 'report');
  },
  (db) => { db.createObjectStore('receipts', { keyPath: 'id' }); },
];
const ALL = ['reports', 'photos', 'receipts'];

let opened = null;
const openStore = (version) => new Promise((done, fail) => {
  // Some browsers never answer when storage is blocked.
  setTimeout(() => fail(new Error()), 8000);
  const asked = version ? indexedDB.open('layar', version) : indexedDB.open('layar');
  asked.onupgradeneeded = (e) => { for (let v = e.oldVersion; v < STEPS.length; v++) STEPS[v](asked.result); };
  asked.onsuccess = () => {
    const db = asked.result;
    db.onversionchange = () => { db.close(); opened = null; };
    db.onclose = () => { opened = null; };
    done(db);
  };
  // A newer version was here before us: its store holds ours and more.
  asked.onerror = () => (version && asked.error.name === 'VersionError' ? openStore(0).then(done, fail) : fail(asked.error));
});
const storage = () => {
  if (!opened) {
    opened = openStore(STEPS.length);
    opened.catch(() => { opened = null; });
  }
  return opened;
};

// One transaction; answers when it is on the disk. `act` gets a function that opens a store by name.
const keep = async (act, mode = 'readwrite', stores = ALL) => {
  const db = await storage();
  return new Promise((done, fail) => {
    const change = db.transaction(stores, mode, { durability: 'strict' });
    let found;
    change.oncomplete = () => done(found);
    change.onabort = () => fail(change.error);
    act((name) => change.objectStore(name), (value) => { found = value; });
  });
};
const read = (store, key) => keep((open, found) => {
  const asked = key === undefined ? open(store).getAll() : open(store).get(key);
  asked.onsuccess = () => found(asked.result);
}, 'readonly', [store]);
const photosOf = async (report) => {
  const all = await keep((open, found) => {
    const asked = open('photos').index('report').getAll(report);
    asked.onsuccess = () => found(asked.result);
  }, 'readonly', ['photos']);
  return all.sort((a, b) => a.seq - b.seq);
};
// Reads a record, lets `edit` change it and writes it back; nothing happens when it is gone meanwhile.
const alter = (store, id, edit) => keep((open, found) => {
  const asked = open(store).get(id);
  asked.onsuccess = () => {
    if (!asked.result) return;
    edit(asked.result);
    open(store).put(asked.result);
    found(asked.result);
  };
}, 'readwrite', [store]);
const removePhotos = (open, report) => {
  const asked = open('photos').index('report').getAllKeys(report);
  asked.onsuccess = () => asked.result.forEach((key) => open('photos').delete(key));
};
const removeReport = (id) => keep((open) => { open('reports').delete(id); removePhotos(open, id); });
const removeAll = () => keep((open) => ALL.forEach((name) => open(name).clear()));

const newId = () => {
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = (b[6] & 15) | 64;
  b[8] = (b[8] & 63) | 128;
  const hex = Array.from(b, (x) => (x + 256).toString(16).slice(1)).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
};

// Tabs and the worker tell each other that something changed.
const news = 'BroadcastChannel' in self ? new BroadcastChannel('layar') : null;
const listeners = [];
const onNews = (hear) => listeners.push(hear);
if (news) news.onmessage = () => listeners.forEach((hear) => hear());
const tell = () => {
  listeners.forEach((hear) => hear());
  if (news) news.postMessage(1);
};

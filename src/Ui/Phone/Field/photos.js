// Photos of a visit: made smaller, sealed beside the answers with the place where they were taken, and sent one at a time after the words.
let photos = []; // what is kept of each but the picture
const photosFor = (visit, question) => photos.filter((p) => p.visit === visit && p.question === question);
const whereAmI = () => new Promise((done) => {
  if (!navigator.geolocation) { done({}); return; }
  navigator.geolocation.getCurrentPosition(({ coords: c }) => done({ lat: c.latitude, lon: c.longitude, accuracy: Math.round(c.accuracy) }), () => done({}), { enableHighAccuracy: true, timeout: 10 * SECOND });
});
const keepPhoto = async (visit, question, file) => {
  const id = crypto.randomUUID();
  const [picture, place] = await Promise.all([shrink(file).then((small) => small.arrayBuffer()), whereAmI()]);
  await lay({ id: `photo:${id}`, ...(await seal(dataKey, picture)) });
  photos.push({ id, visit: visit.id, question: question.code, ...place });
  await put('photos', photos);
  changed();
};
// On a weak line in pieces: a cut costs one of them, not the photo.
const pieceSize = () => ({ 'slow-2g': 32, '2g': 32, '3g': 128 }[(navigator.connection || {}).effectiveType] || 512) * 1024;
const sendPhoto = async (photo, device) => {
  const picture = await unseal(dataKey, await take(`photo:${photo.id}`));
  for (;;) {
    const start = photo.at || 0;
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...photo, device, start, bytes: picture.byteLength })) form.append(name, value);
    form.append('photo', new Blob([picture.slice(start, start + pieceSize())], { type: 'image/jpeg' }), 'foto.jpg');
    const answer = await ask(form, '/petugas/lapangan/foto');
    if (!answer || answer.at === undefined || answer.at === start) return answer && answer.at === undefined ? answer : null;
    photo.at = answer.at;
    await put('photos', photos);
    changed();
  }
};
const sendPhotos = async () => {
  const { device } = await take('key');
  for (const photo of photos.filter((p) => !p.done && !p.refused)) {
    const answer = await sendPhoto(photo, device);
    if (answer && answer.state === 'revoked') { await eraseAll(); location.reload(); return; }
    if (!answer || answer.state) { said = answer && answer.state === 'sign-in' ? 'sign-in' : said; later(); return; }
    if (answer.refused) photo.refused = answer.refused;
    else {
      photo.done = true;
      await inBox('readwrite', (store) => store.delete(`photo:${photo.id}`));
    }
    await put('photos', photos);
  }
};
const photoField = (visit, question) => {
  const input = make('input', { type: 'file', accept: 'image/*', capture: 'environment', id: `q-${question.code}`, class: 'visually-hidden' });
  const state = make('p', { class: 'muted', role: 'status' });
  const tell = () => {
    const mine = photosFor(visit.id, question.code);
    const refused = mine.find((p) => p.refused);
    state.textContent = [mine.length ? put0(words['photo-count'], mine.length, mine.filter((p) => p.done).length) : '', refused ? refused.refused : ''].filter(Boolean).join(' · ');
  };
  input.addEventListener('change', async () => {
    const file = input.files[0];
    input.value = '';
    if (!file) return;
    state.textContent = words.preparing;
    try { await keepPhoto(visit, question, file); tell(); bring(true); } catch (e) { state.textContent = words['photo-failed']; }
  });
  tell();
  return make('div', {}, input, make('label', { class: 'button button-second button-wide', for: input.id }, words['photo-take']), state);
};

// Photos of a draft, made smaller by their own island, and in place 0 its voice note: kept here beside the answers.
const isVoice = (file) => file.seq === 0;
const filesOf = async (id) => {
  const all = await photosOf(id).catch(() => []);
  return { photos: all.filter((p) => !isVoice(p)), voice: all.find(isVoice) };
};
const preparePhotos = async (form) => {
  const box = form.querySelector('[data-photo-shrink]');
  const stored = (await filesOf(report.id)).photos;
  box.addEventListener('layar:files', (event) => keepPhotos(event.detail));
  const file = (photo) => new File([photo.blob], photo.name || `foto-${photo.seq}.jpg`, { type: photo.blob.type });
  box.dispatchEvent(new CustomEvent('layar:put', { detail: { ready: stored.filter((p) => !p.raw).map(file), raw: stored.filter((p) => p.raw).map(file) } }));
};
const keepPhotos = (files) => keepFiles(report.id, (p) => !isVoice(p), files.map((blob, at) => ({ seq: at + 1, blob: new Blob([blob], { type: blob.type }), name: blob.name })));
// The script that records comes with its question.
const prepareVoice = async (form) => {
  const id = report.id;
  const { voice } = await filesOf(id);
  const box = form.querySelector('[data-voice]');
  if (!voice && !self.MediaRecorder) return;
  try {
    (await import(box.dataset.voice)).voiceNote(box, voice && voice.blob, (blob) => keepFiles(id, isVoice, blob ? [{ seq: 0, blob }] : []));
  // The story can be typed.
  } catch (e) { }
};
const keepFiles = async (id, mine, files) => {
  if (report.id === id) await keepDraft();
  try {
    await keep((open) => {
      const found = open('reports').get(id);
      found.onsuccess = () => {
        if (found.result ? found.result.state !== 'draft' : report.id !== id || report.kept) return;
        if (!found.result) open('reports').put(record());
        const asked = open('photos').index('report').getAll(id);
        asked.onsuccess = () => {
          asked.result.filter(mine).forEach((p) => open('photos').delete(p.id));
          files.forEach((file) => open('photos').put({ id: newId(), report: id, ...file }));
        };
      };
    }, 'readwrite', ['reports', 'photos']);
    if (report.id === id) report.kept = true;
    if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
  } catch (e) { warn(e); }
};

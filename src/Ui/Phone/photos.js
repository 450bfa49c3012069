// Photos of a draft: made smaller by their own island, kept here beside the answers.
const preparePhotos = async (form) => {
  const box = form.querySelector('[data-photo-shrink]');
  const stored = await photosOf(report.id).catch(() => []);
  box.addEventListener('layar:files', (event) => keepPhotos(event.detail));
  const file = (photo) => new File([photo.blob], photo.name || `foto-${photo.seq}.jpg`, { type: photo.blob.type });
  box.dispatchEvent(new CustomEvent('layar:put', { detail: { ready: stored.filter((p) => !p.raw).map(file), raw: stored.filter((p) => p.raw).map(file) } }));
};
const keepPhotos = async (files) => {
  await keepDraft();
  try {
    await keep((open) => {
      const found = open('reports').get(report.id);
      found.onsuccess = () => {
        if (found.result ? found.result.state !== 'draft' : report.kept) return;
        if (!found.result) open('reports').put(record());
        const asked = open('photos').index('report').getAllKeys(report.id);
        asked.onsuccess = () => {
          asked.result.forEach((key) => open('photos').delete(key));
          files.forEach((blob, at) => open('photos').put({ id: newId(), report: report.id, seq: at + 1, blob: new Blob([blob], { type: blob.type }), name: blob.name }));
        };
      };
    }, 'readwrite', ['reports', 'photos']);
    report.kept = true;
    if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
  } catch (e) { warn(e); }
};

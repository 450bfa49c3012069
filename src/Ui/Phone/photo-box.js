const isHeic = (file) => /hei[cf]$/i.test(file.type) || /\.hei[cf]$/i.test(file.name);
const size = (bytes) => `${Math.max(1, Math.round(bytes / 1024))} KB`;

const start = (box) => {
  const input = box.querySelector('input[type=file]');
  const list = box.querySelector('ul');
  const note = box.querySelector('[role=status]');
  const text = box.dataset;
  const isPhoto = text.photoShrink === 'yes';
  const most = Number(text.maxFiles);
  let kept = [];

  const put = () => {
    const transfer = new DataTransfer();
    for (const file of kept) transfer.items.add(file);
    input.files = transfer.files;
    list.hidden = kept.length === 0;
    list.textContent = '';
    kept.forEach((file, at) => list.append(card(file, at)));
    box.dispatchEvent(new CustomEvent('layar:files', { bubbles: true, detail: kept }));
  };
  const card = (file, at) => {
    const item = document.createElement('li');
    item.className = 'photo';
    if (file.type.startsWith('image/')) {
      const image = document.createElement('img');
      image.alt = '';
      image.src = URL.createObjectURL(file);
      image.onload = () => URL.revokeObjectURL(image.src);
      item.append(image);
    }
    const weight = document.createElement('span');
    weight.className = 'photo-size';
    weight.textContent = isPhoto ? size(file.size) : `${file.name} ${size(file.size)}`;
    const off = document.createElement('button');
    off.type = 'button';
    off.className = 'photo-off';
    off.textContent = '×';
    off.setAttribute('aria-label', text.textRemove.replace('{0}', at + 1));
    off.addEventListener('click', () => { kept.splice(at, 1); put(); input.focus(); note.textContent = ''; });
    item.append(weight, off);
    return item;
  };

  const take = async (chosen) => {
    note.textContent = isPhoto ? text.textBusy : '';
    text.busy = 'yes';
    let failed = '';
    const ready = [];
    for (const file of chosen) {
      try { ready.push(isPhoto && file.type !== 'image/svg+xml' ? await shrink(file) : file); } catch (e) { failed = isHeic(file) ? text.textHeic : text.textFail; }
    }
    const all = most === 1 ? ready : kept.concat(ready);
    kept = all.slice(0, most);
    put();
    delete text.busy;
    note.textContent = failed || (all.length > most ? text.textMany.replace('{0}', most) : isPhoto ? text.textReady.replace('{0}', kept.length) : '');
  };
  input.addEventListener('change', () => take([...input.files]));
  // Photos that the page has kept from before, and those another app has shared.
  box.addEventListener('layar:put', ({ detail }) => {
    if (!detail.ready.length && !detail.raw.length) return;
    kept = detail.ready;
    if (detail.raw.length) take(detail.raw); else put();
  });
  box.classList.add('file-on');
};

const able = () => { try { return !!new DataTransfer().items && 'createImageBitmap' in window; } catch (e) { return false; } };
const begin = (event) => event.target.querySelectorAll('[data-photo-shrink]').forEach(start);
if (able()) {
  begin({ target: document });
  document.addEventListener('layar:shown', begin);
}

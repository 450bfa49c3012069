const EDGE = 1280;
const LIMIT = 150 * 1024;
const HARD_LIMIT = 400 * 1024;
const ORIGINAL = 4 * 1024 * 1024;
const isHeic = (file) => /hei[cf]$/i.test(file.type) || /\.hei[cf]$/i.test(file.name);

const toJpeg = (canvas, quality) => new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality));
const size = (bytes) => `${Math.max(1, Math.round(bytes / 1024))} KB`;

// A picture of 40 megapixels does not fit into the memory of a small phone: it is made smaller while it is read.
const open = async (file) => {
  const ways = [
    () => createImageBitmap(file, { imageOrientation: 'from-image', ...(file.size > 2 * 1024 * 1024 ? { resizeWidth: EDGE, resizeQuality: 'medium' } : {}) }),
    () => createImageBitmap(file),
    async () => { const image = new Image(); image.src = URL.createObjectURL(file); await image.decode(); return image; },
  ];
  // A way that fails gives place to the next.
  for (const way of ways) { try { return await way(); } catch (e) { } }
  return null;
};

// Colour profile and whatever else stands before the pixels of a JPEG but its own head.
const bare = async (blob) => {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const kept = [bytes.subarray(0, 2)];
  let at = 2;
  while (bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    const end = at + 2 + bytes[at + 2] * 256 + bytes[at + 3];
    const marker = bytes[at + 1];
    if (marker === 0xe0 || !(marker >= 0xe1 && marker <= 0xef) && marker !== 0xfe) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return new Blob([...kept, bytes.subarray(at)], { type: 'image/jpeg' });
};

// JPEG, PNG or WebP by its first bytes: what is only called so would be refused days later, when nobody can choose another one.
const isPicture = async (file) => /^(255,216|137,80|82,73)/.test(new Uint8Array(await file.slice(0, 2).arrayBuffer()));

// Drawing anew also drops EXIF, and with it the place where the photo was taken. What this phone cannot read goes as it is.
const shrink = async (file) => {
  const picture = await open(file);
  if (!picture) {
    if (file.size > ORIGINAL || !(await isPicture(file))) throw new Error('not read');
    return file;
  }
  let edge = EDGE;
  let blob = null;
  for (let round = 0; round < 3; round++, edge = Math.round(edge * 0.75)) {
    const scale = Math.min(1, edge / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    for (const quality of [0.6, 0.5, 0.4, 0.3]) {
      blob = await toJpeg(canvas, quality);
      if (blob && blob.size <= LIMIT) break;
    }
    if (blob && blob.size <= LIMIT) break;
  }
  if (!blob || blob.size > HARD_LIMIT) throw new Error('too large');
  return new File([await bare(blob)], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg', lastModified: file.lastModified });
};

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

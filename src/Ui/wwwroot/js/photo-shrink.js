const EDGE = 1280;
const LIMIT = 150 * 1024;
const HARD_LIMIT = 400 * 1024;

const toJpeg = (canvas, quality) => new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality));
const size = (bytes) => `${Math.max(1, Math.round(bytes / 1024))} KB`;

// Drawing anew also drops EXIF, and with it the place where the photo was taken.
const shrink = async (file) => {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => createImageBitmap(file));
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
  return new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg', lastModified: file.lastModified });
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
    list.replaceChildren ? list.replaceChildren() : (list.textContent = '');
    kept.forEach((file, at) => list.append(card(file, at)));
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

  input.addEventListener('change', async () => {
    const chosen = [...input.files];
    note.textContent = isPhoto ? text.textBusy : '';
    let failed = false;
    const ready = [];
    for (const file of chosen) {
      try { ready.push(isPhoto && file.type !== 'image/svg+xml' ? await shrink(file) : file); } catch (e) { failed = true; }
    }
    const all = most === 1 ? ready : kept.concat(ready);
    kept = all.slice(0, most);
    put();
    note.textContent = failed ? text.textFail
      : all.length > most ? text.textMany.replace('{0}', most)
      : isPhoto ? text.textReady.replace('{0}', kept.length) : '';
  });
  box.classList.add('file-on');
};

const able = () => { try { return !!new DataTransfer().items && 'createImageBitmap' in window; } catch (e) { return false; } };
if (able()) document.querySelectorAll('[data-photo-shrink]').forEach(start);

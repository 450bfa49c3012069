const EDGE = 1280;
const LIMIT = 150 * 1024;
const HARD_LIMIT = 400 * 1024;
const ORIGINAL = 4 * 1024 * 1024;

const toJpeg = (canvas, quality) => new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality));

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

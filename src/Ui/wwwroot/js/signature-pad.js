for (const box of document.querySelectorAll('[data-signature]')) {
  const canvas = box.querySelector('canvas');
  const value = box.querySelector('input[type=hidden]');
  box.hidden = false;
  const pen = canvas.getContext('2d');
  const clear = () => {
    canvas.width = 600;
    canvas.height = Math.round(600 * canvas.clientHeight / Math.max(1, canvas.clientWidth));
    pen.lineWidth = 3;
    pen.lineCap = pen.lineJoin = 'round';
    pen.strokeStyle = '#14231f';
  };
  const at = (event) => {
    const area = canvas.getBoundingClientRect();
    return [(event.clientX - area.left) * canvas.width / area.width, (event.clientY - area.top) * canvas.height / area.height];
  };
  let drawing = false;
  clear();
  if (value.value.startsWith('data:image/png')) {
    const before = new Image();
    before.onload = () => pen.drawImage(before, 0, 0, canvas.width, canvas.height);
    before.src = value.value;
  }
  canvas.addEventListener('pointerdown', (event) => {
    drawing = true;
    canvas.setPointerCapture(event.pointerId);
    pen.beginPath();
    pen.moveTo(...at(event));
  });
  canvas.addEventListener('pointermove', (event) => { if (drawing) { pen.lineTo(...at(event)); pen.stroke(); } });
  const end = () => { if (drawing) value.value = canvas.toDataURL('image/png'); drawing = false; };
  canvas.addEventListener('pointerup', end);
  canvas.addEventListener('pointercancel', end);
  box.querySelector('button').addEventListener('click', () => { clear(); value.value = ''; });
}

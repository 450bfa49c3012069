const MOST = 60;
const BITS = 16000;
const KINDS = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];
const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
const weight = (blob) => `${Math.max(1, Math.round(blob.size / 1024))} KB`;

// Somebody tells the story instead of typing it: recorded small, heard again, recorded anew or deleted. `keep` gets the sound, or null.
export const voiceNote = (box, before, keep) => {
  const text = box.dataset;
  const player = box.querySelector('audio');
  const [record, remove, stop] = box.querySelectorAll('button');
  const timer = box.querySelector('[role=timer]');
  const note = box.querySelector('[role=status]');
  const able = !!(self.MediaRecorder && navigator.mediaDevices && navigator.mediaDevices.getUserMedia);
  const name = record.querySelector('span').textContent;
  let recorder = null;

  const face = (blob, on) => {
    player.hidden = remove.hidden = !blob || on;
    record.hidden = on || !able;
    stop.hidden = !on;
    record.querySelector('span').textContent = blob ? text.again : name;
  };
  const put = (blob) => {
    if (player.src) URL.revokeObjectURL(player.src);
    if (blob) player.src = URL.createObjectURL(blob); else player.removeAttribute('src');
    face(blob, false);
  };
  const end = () => { if (recorder && recorder.state !== 'inactive') recorder.stop(); };

  const listen = (sound) => {
    const kind = KINDS.find((k) => MediaRecorder.isTypeSupported(k));
    const pieces = [];
    recorder = new MediaRecorder(sound, { ...(kind ? { mimeType: kind } : {}), audioBitsPerSecond: BITS });
    recorder.ondataavailable = ({ data }) => { if (data.size) pieces.push(data); };
    const begun = performance.now();
    const tick = () => {
      const seconds = Math.floor((performance.now() - begun) / 1000);
      timer.textContent = `${clock(Math.min(seconds, MOST))} / ${clock(MOST)}`;
      // Who went on to another question has finished.
      if (seconds >= MOST || !box.isConnected) end();
    };
    const ticking = setInterval(tick, 250);
    recorder.onstop = async () => {
      clearInterval(ticking);
      sound.getTracks().forEach((track) => track.stop());
      const blob = new Blob(pieces, { type: (recorder.mimeType || kind || '').split(';')[0] });
      if (blob.size) {
        await keep(blob);
        put(blob);
        note.textContent = text.kept.replace('{0}', weight(blob));
      } else {
        face(null, false);
        note.textContent = text.failed;
      }
      delete text.busy;
      if (box.isConnected && document.activeElement === document.body) record.focus();
    };
    text.busy = 'yes';
    note.textContent = text.recording;
    recorder.start();
    tick();
    face(null, true);
    stop.focus();
  };

  record.addEventListener('click', async () => {
    try {
      listen(await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true } }));
    } catch (e) {
      delete text.busy;
      note.textContent = e.name === 'NotAllowedError' ? text.denied : text.failed;
    }
  });
  stop.addEventListener('click', end);
  remove.addEventListener('click', async () => {
    await keep(null);
    put(null);
    note.textContent = text.removed;
    record.focus();
  });
  // Going on ends the recording; what was said until then belongs to the report.
  box.closest('form').addEventListener('submit', end, true);
  addEventListener('pagehide', end);
  put(before || null);
  box.hidden = !able && !before;
};

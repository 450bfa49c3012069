// What is wrong with an answer, in the words of the office; the office checks everything again.
const digits = (text) => (text || '').replace(/\D/g, '');
const isPhone = (text) => /^8\d{8,12}$/.test(digits(text).replace(/^(00)?62/, '').replace(/^0/, '')) && !/[a-z]/i.test(text);
const CHECKS = [
  (a) => [!a.Danger && ['Danger', 'danger']],
  (a) => [!a.Whom && ['Whom', 'for']],
  (a) => [!a.Problem && ['Problem', 'problem']],
  () => [],
  (a) => [!a.Lat && !a.Area && !a.Landmark && ['Area', 'where'], (a.Landmark || '').length > 300 && ['Landmark', 'landmark-long', a.Landmark.length - 300]],
  (a, photos) => [!a.Story && !photos && ['Story', 'story'], (a.Story || '').length > 2000 && ['Story', 'story-long', a.Story.length - 2000]],
  (a) => [a.Nik && digits(a.Nik).length !== 16 && ['Nik', 'nik']],
  (a) => [!a.Channel && ['Channel', 'channel'], (a.Channel === 'whatsapp' || a.Channel === 'phone') && !isPhone(a.Contact) && ['Contact', 'phone'], !a.Secrecy && ['Secrecy', 'secrecy']],
];
const faults = async (step) => {
  const photos = (await photosOf(report.id).catch(() => [])).length;
  const asked = STEPS_OF_REPORT[step] === 'periksa' ? CHECKS : [CHECKS[step]];
  return asked.reduce((all, check) => all.concat(check(answers(), photos).filter(Boolean)), []);
};
// "Ada masalah" on top with a link to each field, and the same words at the field, as on the pages of the server.
const point = (wrong) => {
  const box = template('galat').firstElementChild;
  for (const [field, key, value] of wrong) {
    const text = key.startsWith('!') ? key.slice(1) : words(`error.${key}`, value);
    const line = document.createElement('li');
    const link = line.appendChild(document.createElement('a'));
    const here = document.getElementById(field);
    link.textContent = text;
    link.href = here ? `#${field}` : to(STEPS_OF_REPORT[QUESTION[field]]);
    link.addEventListener('click', (event) => {
      if (!here) { report.changing = true; return; }
      event.preventDefault();
      here.focus();
    });
    box.querySelector('ul').append(line);
    if (here) mark(here, field, text);
  }
  main.insertBefore(box, main.firstChild);
};
const mark = (control, field, text) => {
  const place = control.closest('.field');
  if (!place) return;
  place.classList.add('field-wrong');
  const note = template('galat-isian').firstElementChild;
  note.id = `${field}-error`;
  note.querySelector('[data-text]').textContent = text;
  const before = place.querySelector('.field-hint') || place.querySelector('legend, label');
  (before.closest('h1') || before).after(note);
  control.setAttribute('aria-describedby', `${control.getAttribute('aria-describedby') || ''} ${note.id}`.trim());
  control.setAttribute('aria-invalid', 'true');
};

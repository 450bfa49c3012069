// The page says all of it without this script; here it says so without being loaded again.
const moving = document.getElementById('kemajuan');

async function look() {
  const answer = await fetch(location.pathname, { headers: { 'X-Requested-With': 'fetch' } });
  if (!answer.ok) return setTimeout(look, 5000);
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('kemajuan');
  if (!fresh || fresh.dataset.moving !== 'yes') return location.reload();
  moving.replaceChildren(...fresh.childNodes);
  setTimeout(look, 1500);
}

if (moving?.dataset.moving === 'yes') setTimeout(look, 1500);

const form = document.querySelector('form[data-upload]');
form?.addEventListener('submit', event => {
  event.preventDefault();
  const state = form.querySelector('[data-upload-state]');
  const request = new XMLHttpRequest();
  const begun = Date.now();
  request.upload.addEventListener('progress', sent => {
    if (!sent.lengthComputable) return;
    const rate = sent.loaded / Math.max(1, Date.now() - begun) * 1000 / 1e6;
    const left = Math.ceil((sent.total - sent.loaded) / 1e6 / Math.max(rate, 0.01));
    state.textContent = form.dataset.textSending.replace('{0}', Math.round(sent.loaded / sent.total * 100)).replace('{1}', rate.toFixed(1)).replace('{2}', left);
  });
  request.addEventListener('load', () => {
    if (request.responseURL && new URL(request.responseURL).pathname !== location.pathname) return location.assign(request.responseURL);
    const answer = new DOMParser().parseFromString(request.responseText, 'text/html').querySelector('main');
    if (answer) document.querySelector('main').replaceWith(document.importNode(answer, true));
    else location.reload();
  });
  request.addEventListener('error', () => form.submit());
  request.open('POST', form.action || location.href);
  request.send(new FormData(form));
});

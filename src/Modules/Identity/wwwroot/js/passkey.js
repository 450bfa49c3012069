// Passkeys. Each form[data-passkey] holds a hidden input "credential"; its button shows only where passkeys work.
const kinds = {
  create: (json) => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(json) }),
  get: (json) => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(json) }),
};

const works = () => window.PublicKeyCredential
  && typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function'
  && typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function';

async function ask(form) {
  const answer = await fetch(form.dataset.options, { method: 'POST', body: new FormData(form), credentials: 'same-origin' });
  if (!answer.ok) throw new Error(String(answer.status));
  return kinds[form.dataset.passkey](await answer.json());
}

function prepare(form) {
  const status = form.querySelector('[role=status]');
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    status.textContent = form.dataset.busy;
    try {
      form.elements.credential.value = JSON.stringify(await ask(form));
      form.submit();
    } catch {
      status.textContent = form.dataset.failed;
    }
  });
}

if (works()) document.querySelectorAll('form[data-passkey]').forEach(prepare);

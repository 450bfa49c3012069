const begin = (event) => event.target.querySelectorAll('[data-copy][hidden]').forEach((button) => {
  if (!navigator.clipboard || !button.dataset.copy) return;
  button.hidden = false;
  const words = button.querySelector('span');
  const before = words.textContent;
  words.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    words.textContent = button.dataset.textDone;
    setTimeout(() => { words.textContent = before; }, 2000);
  });
});
begin({ target: document });
document.addEventListener('layar:shown', begin);

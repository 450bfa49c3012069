for (const button of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  const words = button.querySelector('span');
  const before = words.textContent;
  words.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    words.textContent = button.dataset.textDone;
    setTimeout(() => { words.textContent = before; }, 2000);
  });
}

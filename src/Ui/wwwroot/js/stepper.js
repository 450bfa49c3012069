for (const box of document.querySelectorAll('[data-stepper]')) {
  const input = box.querySelector('input');
  const min = Number(box.dataset.min);
  const max = Number(box.dataset.max);
  box.classList.add('stepper-on');
  for (const button of box.querySelectorAll('button')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const now = parseInt(input.value, 10) || 0;
      input.value = Math.min(max, Math.max(min, now + Number(button.dataset.by)));
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }
}

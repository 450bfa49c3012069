// Names whom the officer may mean, under the box while he types. Without this the form answers with a page.
for (const form of document.querySelectorAll('form[data-candidates]')) {
  const box = form.querySelector('[data-typed]');
  const list = form.querySelector('[data-found]');
  const said = form.querySelector('[data-said]');
  const pick = form.querySelector('[data-pick]');
  let waiting = null;
  let asking = null;

  const clear = words => {
    list.hidden = true;
    list.replaceChildren();
    said.textContent = words ?? '';
  };

  const line = person => {
    const item = document.createElement('li');
    const words = [person.about, person.place, person.nik].filter(Boolean).join(' · ');
    const link = document.createElement('a');
    const name = document.createElement('strong');
    name.textContent = person.name;
    const note = document.createElement('span');
    note.textContent = words;
    link.append(name, note);
    link.href = (pick?.dataset.pick ?? '/petugas/warga/{id}').replace('{id}', person.id);
    item.append(link);
    return item;
  };

  const ask = async () => {
    asking?.abort();
    if (box.value.trim().length < 2) return clear();
    asking = new AbortController();
    const sent = new URLSearchParams(new FormData(form));
    sent.set('Typed', box.value);
    try {
      const answer = await fetch(form.dataset.candidates, { method: 'POST', body: sent, signal: asking.signal });
      if (!answer.ok) return clear();
      const found = await answer.json();
      if (found.needsPurpose) return clear(form.dataset.textPurpose);
      if (found.candidates.length === 0) return clear(form.dataset.textNone);
      list.replaceChildren(...found.candidates.map(line));
      list.hidden = false;
      said.textContent = form.dataset.textFound.replace('{0}', found.candidates.length);
    } catch (failure) {
      if (failure.name !== 'AbortError') clear();
    }
  };

  box.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 120);
  });
}

namespace Layar.Journeys.Tests.Phone;

/// <summary>What runs inside the page: fingers that type, and eyes that look into its storage.</summary>
internal static class Scripts
{
    private const string Storage = """
        const db = await new Promise((done, fail) => { const a = indexedDB.open('layar'); a.onsuccess = () => done(a.result); a.onerror = () => fail(a.error); });
        const all = (name) => new Promise((done, fail) => { if (!db.objectStoreNames.contains(name)) { done([]); return; } const a = db.transaction(name).objectStore(name).getAll(); a.onsuccess = () => done(a.result); a.onerror = () => fail(a.error); });
        const sha = async (blob) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()))].map((b) => (b + 256).toString(16).slice(1)).join('');
        const photos = async () => { const out = []; for (const p of (await all('photos')).sort((a, b) => a.seq - b.seq)) out.push({ report: p.report, seq: p.seq, sha256: await sha(p.blob), bytes: p.blob.size, done: !!p.done }); return out; };
        """;

    public const string Keeps = "async () => {" + Storage + """
        const reports = (await all('reports')).map((r) => ({ id: r.id, state: r.state, story: r.payload ? r.payload.story : r.answers ? r.answers.Story : null }));
        const answer = JSON.stringify({ reports, receipts: await all('receipts'), photos: await photos() });
        db.close();
        return answer;
        }
        """;

    public const string Answer = "async ({ story, photos: count, seed, until, voice }) => {" + Storage + """
        const wait = async (test) => { for (let i = 0; i < 2400; i++) { const found = await test(); if (found) return found; await new Promise((r) => setTimeout(r, 25)); } throw new Error('waited in vain at ' + location.hash + ' ' + document.querySelector('main').innerText.slice(0, 200)); };
        const at = (name) => wait(() => document.querySelector(`form[data-step=${name}]`));
        const pick = (form, name, value) => form.querySelector(`input[name=${name}][value=${value}]`).click();
        const type = (form, name, value) => { form.elements[name].value = value; form.elements[name].dispatchEvent(new Event('input', { bubbles: true })); };
        const steps = {
          bahaya: (f) => pick(f, 'Danger', 'no'), untuk: (f) => pick(f, 'Whom', 'neighbour'), masalah: (f) => pick(f, 'Problem', 'lansia'),
          foto: async (f) => {
            if (!count) return;
            const transfer = new DataTransfer();
            for (let i = 0; i < count; i++) {
              const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
              const pen = canvas.getContext('2d');
              for (let y = 0, v = seed * 7 + i + 1; y < 480; y += 8) for (let x = 0; x < 640; x += 8) { v = (v * 1103515245 + 12345) % 2147483648; pen.fillStyle = `rgb(${v % 256},${(v >> 8) % 256},${(v >> 16) % 256})`; pen.fillRect(x, y, 8, 8); }
              transfer.items.add(new File([await new Promise((r) => canvas.toBlob(r, 'image/jpeg', 0.95))], `f${i}.jpg`, { type: 'image/jpeg' }));
            }
            const input = f.querySelector('input[type=file]');
            input.files = transfer.files;
            input.dispatchEvent(new Event('change', { bubbles: true }));
            const id = location.hash.split('=')[1];
            await wait(async () => (await photos()).filter((p) => p.report === id && p.seq > 0).length === count);
          },
          lokasi: (f) => type(f, 'Area', '63.11.02.2004'), cerita: async (f) => {
            type(f, 'Story', story);
            if (!voice) return;
            const [record, , stop] = (await wait(() => f.querySelector('[data-voice]:not([hidden])'))).querySelectorAll('button');
            record.click();
            await wait(() => !stop.hidden);
            await new Promise((r) => setTimeout(r, 600));
            stop.click();
            const id = location.hash.split('=')[1];
            await wait(async () => (await photos()).some((p) => p.report === id && p.seq === 0));
          }, orang: () => {},
          kontak: (f) => { pick(f, 'Channel', 'none'); pick(f, 'Secrecy', 'open'); },
        };
        // Hands take longer than the store to write what was picked or typed.
        const kept = async (id, form) => {
          const typed = [...new FormData(form)].filter(([name, value]) => name !== 'Files' && typeof value === 'string' && value.trim());
          const report = (await all('reports')).find((r) => r.id === id);
          return typed.length === 0 || (report && typed.every(([name, value]) => report.answers[name] === value));
        };
        let id;
        for (const [name, act] of Object.entries(steps)) {
          const form = await at(name);
          await act(form);
          if (name === until) { id = location.hash.split('=')[1]; await wait(() => kept(id, form)); break; }
          form.requestSubmit();
          await wait(() => !form.isConnected);
        }
        const last = until === 'kirim' ? await at('periksa') : null;
        id = id || location.hash.split('=')[1];
        const mine = (await photos()).filter((p) => p.report === id);
        const hashes = mine.filter((p) => p.seq > 0).map((p) => p.sha256);
        const sound = mine.filter((p) => p.seq === 0).map((p) => p.sha256)[0] || null;
        db.close();
        if (last) { last.requestSubmit(); await wait(() => location.hash.startsWith('#kirim')); }
        return JSON.stringify({ id, story, photos: hashes, voice: sound });
        }
        """;
}

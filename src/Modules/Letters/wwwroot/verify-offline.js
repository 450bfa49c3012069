// Checks the signature in the fragment of a letter's QR code with WebCrypto, without asking any server.
// Format: /v/{CODE}#{A}.{B}; see QrMark.cs. Texts belong to the page: children with data-when are shown, data-part filled.
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));

export function readMark(address) {
  const match = /\/v\/([A-HJ-NPR-Y2-9-]{8,9})#([\w-]+)\.([\w-]{86})$/i.exec(address);
  if (!match) return null;
  const code = match[1].replace('-', '').toUpperCase();
  if (code.length !== 8) return null;
  try {
    const content = new TextDecoder('utf-8', { fatal: true }).decode(bytes(match[2]));
    const [format, number, date, kind, fingerprint, more] = content.split('|');
    if (format !== 'L1' || fingerprint === undefined || more !== undefined) return null;
    const signed = new TextEncoder().encode(`layar-letter:${code}:${match[2]}`);
    return { code, number, date, kind: Number(kind), fingerprint, signed, signature: bytes(match[3]) };
  } catch {
    return null;
  }
}

/** @returns {Promise<object|null>} the mark when one of the keys made it, else null. */
export async function verifyMark(address, keys) {
  const mark = readMark(address);
  if (!mark) return null;
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  for (const { kty, crv, x, y } of [].concat(keys.keys ?? keys)) {
    const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, algorithm, false, ['verify']);
    if (await crypto.subtle.verify(algorithm, key, mark.signature, mark.signed)) return mark;
  }
  return null;
}

/** <letter-check data-jwk='{"keys":[…]}'>: shows the child with data-when = valid, invalid or unsupported. */
if (globalThis.customElements) {
  customElements.define('letter-check', class extends HTMLElement {
    async connectedCallback() {
      if (location.hash.length < 2) return;
      if (!globalThis.crypto?.subtle) return this.show('unsupported');
      const mark = await verifyMark(location.href, JSON.parse(this.dataset.jwk)).catch(() => null);
      for (const part of this.querySelectorAll('[data-part]')) part.textContent = mark?.[part.dataset.part] ?? '';
      this.show(mark ? 'valid' : 'invalid');
    }

    show(state) {
      for (const child of this.querySelectorAll('[data-when]')) child.hidden = child.dataset.when !== state;
    }
  });
}

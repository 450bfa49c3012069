// The QR code of a short text: bytes, correction level M, versions 1 to 6 (ISO/IEC 18004). A phone without a signal draws it itself.
// Of each version: all codewords, those that correct in a block, blocks.
const VERSIONS = [[26, 10, 1], [44, 16, 1], [70, 26, 1], [100, 18, 2], [134, 24, 2], [172, 16, 4]];
const MASKS = [
  (x, y) => (x + y) % 2, (x, y) => y % 2, (x) => x % 3, (x, y) => (x + y) % 3, (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3), (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];
const range = (count) => Array.from({ length: count }, (_, at) => at);

// The field of 256 elements in which the code corrects.
const POWER = [1];
while (POWER.length < 255) { const next = POWER[POWER.length - 1] * 2; POWER.push(next > 255 ? next ^ 0x11d : next); }
const times = (a, b) => (a && b ? POWER[(POWER.indexOf(a) + POWER.indexOf(b)) % 255] : 0);
const divisor = (degree) => range(degree).reduce((all, at) => all.concat(0).map((v, i) => v ^ (i ? times(all[i - 1], POWER[at]) : 0)), [1]);
const correction = (block, degree) => {
  const by = divisor(degree).slice(1);
  return block.reduce((rest, byte) => {
    const lead = byte ^ rest[0];
    return rest.slice(1).concat(0).map((v, i) => v ^ times(by[i], lead));
  }, range(degree).map(() => 0));
};

const codewords = (bytes, [all, degree, blocks]) => {
  const halves = bytes.reduce((list, byte) => list.concat(byte >> 4, byte & 15), [4, bytes.length >> 4, bytes.length & 15]).concat(0);
  const data = range(halves.length / 2).map((i) => halves[2 * i] * 16 + halves[2 * i + 1]);
  const room = all - degree * blocks;
  const full = range(room).map((i) => (i < data.length ? data[i] : (i - data.length) % 2 ? 0x11 : 0xec));
  const parts = range(blocks).map((b) => full.slice(b * room / blocks, (b + 1) * room / blocks));
  const woven = (lists) => range(lists[0].length).reduce((list, i) => list.concat(lists.map((part) => part[i])), []);
  return woven(parts).concat(woven(parts.map((part) => correction(part, degree))));
};

// What stands in every code of a size: corners, lines, the small square; the places of the format wait.
const frameOf = (version) => {
  const side = 17 + 4 * version;
  const grid = range(side).map(() => range(side).map(() => null));
  const square = (cx, cy, reach, dark) => {
    for (let y = cy - reach; y <= cy + reach; y++) {
      for (let x = cx - reach; x <= cx + reach; x++) {
        if (grid[y] && grid[y][x] !== undefined) grid[y][x] = dark(Math.max(Math.abs(x - cx), Math.abs(y - cy))) ? 1 : 0;
      }
    }
  };
  for (const i of range(side)) { grid[6][i] = grid[i][6] = 1 - (i % 2); }
  for (const [x, y] of [[3, 3], [side - 4, 3], [3, side - 4]]) square(x, y, 4, (d) => d !== 2 && d !== 4);
  if (version > 1) square(side - 7, side - 7, 2, (d) => d !== 1);
  for (const i of range(9)) { grid[8][i] = grid[8][i] || 0; grid[i][8] = grid[i][8] || 0; }
  for (const i of range(8)) { grid[8][side - 1 - i] = 0; grid[side - 1 - i][8] = 0; }
  return grid;
};
const signFormat = (grid, mask) => {
  const side = grid.length;
  let rest = mask << 10;
  for (let i = 14; i >= 10; i--) if (rest >> i & 1) rest ^= 0x537 << (i - 10);
  const bits = ((mask << 10) | rest) ^ 0x5412;
  range(15).forEach((i) => {
    const bit = bits >> i & 1;
    grid[i < 6 ? i : i < 8 ? i + 1 : side - 15 + i][8] = bit;
    grid[8][i < 8 ? side - 1 - i : i < 9 ? 7 : 14 - i] = bit;
  });
  grid[side - 8][8] = 1;
};
const filled = (version, words, mask) => {
  const frame = frameOf(version);
  const grid = frame.map((row) => row.slice());
  const side = grid.length;
  let at = 0;
  for (let right = side - 1; right > 0; right -= right === 8 ? 3 : 2) {
    const up = ((right > 6 ? right : right + 1) + 1 - side) % 4 === 0;
    for (const step of range(side)) {
      const y = up ? side - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (frame[y][x] !== null) continue;
        const bit = at < words.length * 8 ? words[at >> 3] >> (7 - (at & 7)) & 1 : 0;
        grid[y][x] = MASKS[mask](x, y) ? bit : 1 - bit;
        at++;
      }
    }
  }
  signFormat(grid, mask);
  return grid;
};
// How hard a pattern is to read: long runs, blocks, what looks like a corner, too much of one colour.
const burden = (grid) => {
  const side = grid.length;
  const lines = grid.concat(range(side).map((x) => grid.map((row) => row[x]))).map((line) => line.join(''));
  const runs = lines.reduce((sum, line) => sum + (line.match(/0{5,}|1{5,}/g) || []).reduce((s, run) => s + run.length - 2, 0), 0);
  const corners = lines.reduce((sum, line) => sum + (line.match(/(?=00001011101|10111010000)/g) || []).length * 40, 0);
  let blocks = 0;
  for (const y of range(side - 1)) for (const x of range(side - 1)) if (grid[y][x] === grid[y][x + 1] && grid[y][x] === grid[y + 1][x] && grid[y][x] === grid[y + 1][x + 1]) blocks += 3;
  const dark = lines.slice(0, side).join('').split('1').length - 1;
  return runs + corners + blocks + Math.floor(Math.abs(dark * 20 / side / side - 10)) * 10;
};

// Side with the quiet zone and the dark modules as one path; nothing when the text is too long.
const qrOf = (text) => {
  const bytes = Array.from(new TextEncoder().encode(text));
  const version = 1 + VERSIONS.findIndex(([all, degree, blocks]) => bytes.length + 2 <= all - degree * blocks);
  if (!version) return null;
  const words = codewords(bytes, VERSIONS[version - 1]);
  const grids = range(MASKS.length).map((mask) => filled(version, words, mask));
  const weights = grids.map(burden);
  const grid = grids[weights.indexOf(Math.min(...weights))];
  return { side: grid.length + 8, path: grid.map((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : '')).join('')).join('') };
};

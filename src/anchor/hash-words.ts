import { foldedText } from '../text/fold-text.ts';

/**
 * A hash of a passage's words: 16 hexadecimal digits, the same for two spellings of one text (same-words folding).
 * A passage without a word (a row of stars) is only the same as another with the same characters.
 */
export function hashWords(text: string): string {
  const words = foldedText(text, 'same-words').trim();
  return hashText(words === '' ? text : words);
}

/**
 * FNV-1a, 64 bits, over UTF-16 units taken as two bytes each, in hexadecimal. The state is two halves of 32 bits,
 * because BigInt is some fifty times slower: multiplying by the prime 2^40 + 0x1b3 is a shift by 40 and a small product.
 */
function hashText(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    for (const byte of [unit & 0xff, unit >>> 8]) {
      low = (low ^ byte) >>> 0;
      const product = low * 0x1b3;
      high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x1_0000_0000) + (low << 8)) >>> 0;
      low = product >>> 0;
    }
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

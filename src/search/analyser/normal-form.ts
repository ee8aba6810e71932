/** Marks of any script, tatweel, and every invisible or direction-setting character. */
const SET_ASIDE = /[\p{M}\u0640\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu;

/**
 * Letters that writers and keyboards mix, by the one that stands for them: alef in all its shapes, ya and alef maqsura,
 * ha and ta marbuta, hamza on its chairs (مسؤول is also written مسئول), and the Persian and Urdu keys for ك, ي, ه and for
 * sounds that Arabic lacks. Latin letters that no decomposition reaches stand at the end.
 */
const LETTERS: ReadonlyMap<string, string> = new Map(
  (
    [
      ['ا', 'أإآٱ'],
      ['ي', 'ىیېےۍ'],
      ['ه', 'ةھہەۀۃ'],
      ['ء', 'ؤئٸ'],
      ['ك', 'کڪگ'],
      ['ب', 'پ'],
      ['ج', 'چ'],
      ['ز', 'ژ'],
      ['ف', 'ڤ'],
      ['ss', 'ß'],
      ['ae', 'æ'],
      ['oe', 'œ'],
      ['o', 'ø'],
      ['l', 'ł'],
      ['d', 'đð'],
      ['th', 'þ'],
      ['i', 'ı'],
    ] as const
  ).flatMap(([to, from]) => Array.from(from, (letter) => [letter, to] as const)),
);

/** Zeros of the digits in use beside 0–9: Arabic-Indic and Persian. */
const ZEROS: readonly number[] = [0x0660, 0x06f0];

/**
 * What is left of a written word when spelling, vowel marks, tatweel, keyboards and capitals are set aside. Applying it
 * twice changes nothing more.
 */
export function toNormalForm(word: string): string {
  // Compatibility first: presentation forms and ligatures become letters. Composed, because a hamza that stands on its
  // letter as a mark is part of the letter.
  const composed = word.normalize('NFKC');
  let text = '';
  for (const character of composed) {
    const code = character.codePointAt(0) ?? 0;
    const zero = ZEROS.find((one) => code >= one && code <= one + 9);
    if (zero !== undefined) text += String(code - zero);
    else text += LETTERS.get(character) ?? (code < 0x0590 || code > 0x08ff ? toPlainLetter(character) : character);
  }
  // A vowel mark that has a form of its own decomposes into a space and the mark.
  return text.replace(SET_ASIDE, '').replace(/[\s'\u2018\u2019\u02BB\u02BC\u02BE\u02BF]/g, '');
}

/** Lower case without accents. */
function toPlainLetter(character: string): string {
  return Array.from(character.normalize('NFKD').toLowerCase(), (one) => LETTERS.get(one) ?? one).join('');
}

/**
 * Classes of consonants that Arabic and Latin writers put for one another. Vowels fall, so that برينان, Brennan and Brenan
 * meet, and بنغلاديش, بنجلاديش and Bangladesh. Digraphs first.
 */
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'F'],
  [/sch|tch|sh|ch/g, 'S'],
  [/th/g, 'T'],
  [/dh/g, 'D'],
  [/gh|kh|ck|qu/g, 'K'],
  [/x/g, 'KS'],
  [/c(?=[eiy])/g, 'S'],
  [/[cgjkq]/g, 'K'],
  [/[sz]/g, 'S'],
  [/[fv]/g, 'F'],
  [/[bp]/g, 'B'],
  [/d/g, 'D'],
  [/t/g, 'T'],
  [/l/g, 'L'],
  [/m/g, 'M'],
  [/n/g, 'N'],
  [/r/g, 'R'],
];
const ARABIC: ReadonlyMap<string, string> = new Map(
  (
    [
      ['F', 'ف'],
      ['S', 'سشصز'],
      ['T', 'تطث'],
      ['D', 'دضذظ'],
      ['K', 'كقجغخ'],
      ['B', 'ب'],
      ['L', 'ل'],
      ['M', 'م'],
      ['N', 'ن'],
      ['R', 'ر'],
    ] as const
  ).flatMap(([key, letters]) => Array.from(letters, (letter) => [letter, key] as const)),
);

/** Shorter keys are those of too many names. */
const LEAST_KEY = 2;

/**
 * The key under which a name is found in either script; `undefined` when it has too few consonants to tell it from others.
 * Takes a stem or a normal form. Only for names: as a key for all words it joins too much.
 */
export function toNameKey(stem: string): string | undefined {
  const first = stem.charAt(0);
  const initial = /[اعءaeiou]/.test(first)
    ? 'A'
    : /[هحh]/.test(first)
      ? 'H'
      : /[وw]/.test(first)
        ? 'W'
        : /[يy]/.test(first)
          ? 'Y'
          : '';
  const rest = initial === '' ? stem : stem.slice(1);
  const key = initial + (/[a-z]/.test(first) ? toLatinKey(rest) : toArabicKey(rest));
  const plain = key.replace(/(.)\1+/g, '$1');
  return plain.length < LEAST_KEY ? undefined : plain;
}

function toLatinKey(text: string): string {
  let key = text;
  for (const [pattern, letters] of LATIN) key = key.replace(pattern, letters);
  return key.replace(/[^A-Z]/g, '');
}

function toArabicKey(text: string): string {
  return Array.from(text, (letter) => ARABIC.get(letter) ?? '').join('');
}

/** Latin vowels that an Arabic long vowel may be written with. */
const VOWELS: Readonly<Record<string, RegExp>> = { ا: /[aeo]/, و: /[ouw]/, ي: /[eiy]/ };
/** A key of so many letters leaves too little to chance for vowels to matter. */
export const LONG_NAME_KEY = 3;

/** What is spoken at the back of the mouth has one class: of its letters these are never put for one another. */
const BACK = /gh|kh|ck|qu|[cgjkqx]/g;
const HARD_LATIN = /^(?:kh|ck|qu|[ckqx])$/;
const HARD_ARABIC = /[كقخ]/u;

/** Whether k, q or x stands where Arabic has ج or غ, or j where it has ك, ق or خ: Turkiya is not تراجع. */
function isOtherBack(latin: string, arabic: string): boolean {
  const heard = latin.replace(/sch|tch|ch|c(?=[eiy])|(.)(?=\1)/g, '').match(BACK) ?? [];
  const written = Array.from(arabic.replace(/(.)(?=\1)/gu, '').replace(/[^كقجغخ]/gu, ''));
  return (
    heard.length === written.length &&
    heard.some((one, at) => {
      const isHard = HARD_ARABIC.test(written[at] ?? '');
      return one === 'j' ? isHard : HARD_LATIN.test(one) && !isHard;
    })
  );
}

/**
 * Whether a Latin word may be another spelling of an Arabic name whose key it shares. Where the key is short the long vowels
 * must be heard as well: Daech is داعش, and Dutch is not. Takes the two in any order.
 */
export function mayTranscribe(one: string, other: string): boolean {
  const [latin, arabic] = /^[a-z]/.test(one) ? [one, other] : [other, one];
  if (isOtherBack(latin, arabic)) return false;
  if ((toNameKey(latin)?.length ?? 0) >= LONG_NAME_KEY) return true;
  const heard = latin.split(/[^aeiouwyh]+/);
  // An alef at the head only bears the vowel that follows.
  const written = arabic.replace(/^ا(?=[وي])/u, '').split(/[^اويءعه]+/u);
  return (
    heard.length === written.length &&
    written.every((gap, at) =>
      Array.from(gap, (letter) => VOWELS[letter]).every((vowel) => vowel === undefined || vowel.test(heard[at] ?? '')),
    )
  );
}

// What happens to a quotation between the article and the page that cites it: other spellings of the same text, and wear.
import type { Random } from './random.ts';

/** Another spelling of a text, in which not a single word is another one. */
export interface Respelling {
  readonly name: string;
  readonly respell: (text: string, random: Random) => string;
}

const pickLetters = (text: string, random: Random, share: number, change: (letter: string) => string): string =>
  text.replace(/[\u0621-\u063a\u0641-\u064a]/g, (letter) => (random.next() < share ? change(letter) : letter));

const MARKS = ['\u064b', '\u064e', '\u064f', '\u0650', '\u0651', '\u0652'];
const INVISIBLE = ['\u200e', '\u200f', '\u202b', '\u202c', '\u200c'];

export const RESPELLINGS: readonly Respelling[] = [
  { name: 'marks', respell: (text, random) => pickLetters(text, random, 0.4, (letter) => letter + random.pick(MARKS)) },
  { name: 'marks lost', respell: (text) => text.replace(/[\u064b-\u0652]/g, '') },
  {
    name: 'alef, hamza',
    respell: (text) => text.replace(/[أإآ]/g, 'ا').replace(/ؤ/g, 'و').replace(/ئ/g, 'ي').replace(/ء/g, ''),
  },
  { name: 'ya, ta marbuta', respell: (text) => text.replace(/ى/g, 'ي').replace(/ة/g, 'ه') },
  {
    name: 'digits',
    respell: (text) =>
      text
        .replace(/(?<=\d)\.(?=\d)/g, '٫')
        .replace(/(?<=\d),(?=\d)/g, '٬')
        .replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)))
        .replace(/%/g, '٪'),
  },
  { name: 'punctuation lost', respell: (text) => text.replace(/[«»،؟!]|\.(?!\d)/g, '') },
  {
    name: 'punctuation swapped',
    respell: (text) =>
      text
        .replace(/[«»]/g, '"')
        .replace(/،/g, ',')
        .replace(/\.(?!\d)/g, ' ;'),
  },
  {
    name: 'spaces',
    respell: (text, random) => text.replace(/ /g, () => random.pick([' ', '  ', '\u00a0', '\n', '\u202f', ' \t'])),
  },
  {
    name: 'tatweel, bidi',
    respell: (text, random) =>
      pickLetters(text, random, 0.3, (letter) =>
        random.next() < 0.5
          ? letter + random.pick(INVISIBLE)
          : /[سشصضطظعغفقكلمنهيبتثجحخ]/.test(letter)
            ? `${letter}ــ`
            : letter,
      ),
  },
];

const LETTERS = Array.from('ابتثجحخدذرزسشصضطظعغفقكلمنهوي');

/** Every character is lost, doubled by another or replaced with the given chance. */
export function wear(text: string, random: Random, chance: number): string {
  return Array.from(text, (character) => {
    if (random.next() >= chance) return character;
    switch (random.below(3)) {
      case 0:
        return '';
      case 1:
        return character + random.pick(LETTERS);
      default:
        return random.pick(LETTERS);
    }
  }).join('');
}

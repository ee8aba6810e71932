import { IRREGULAR } from './irregular-english.ts';

// The Porter2 stemmer after its published description (snowballstem.org/algorithms/english): regions R1 and R2, then
// steps 0 to 5. British spellings are brought to American ones first, so that defence and defense meet.

const VOWEL = '[aeiouy]';
const DOUBLE = /(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;
const VALID_LI = /[cdeghkmnrt]li$/;
const SHORT_SYLLABLE = /(?:^[aeiouy][^aeiouy]|[^aeiouy][aeiouy][^aeiouywxY])$/;

const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['sky', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['news', 'news'],
  ['howe', 'howe'],
  ['atlas', 'atlas'],
  ['cosmos', 'cosmos'],
  ['bias', 'bias'],
  ['andes', 'andes'],
]);

const STEP_2: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['entli', 'ent'],
  ['ization', 'ize'],
  ['izer', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['alli', 'al'],
  ['fulness', 'ful'],
  ['ousli', 'ous'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['bli', 'ble'],
  ['fulli', 'ful'],
  ['lessli', 'less'],
];
const STEP_3: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];
const STEP_4 = /(?:ement|ment|ance|ence|able|ible|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic)$/;

/** The stem of an English word in lower case without accents; words of one or two letters stay as they are. */
export function stemEnglish(written: string): string {
  if (written.length <= 2) return written;
  const word = IRREGULAR.get(written) ?? written;
  const exception = EXCEPTIONS.get(word);
  if (exception !== undefined) return exception;
  let stem = toAmerican(word).replace(/^y|([aeiouy])y/g, (match) => `${match.slice(0, -1)}Y`);
  const r1 = findRegion1(stem);
  const r2 = findRegion(stem, r1);
  const inR1 = (ending: string): boolean => stem.length - ending.length >= r1;
  const inR2 = (ending: string): boolean => stem.length - ending.length >= r2;

  // Step 1a: plurals.
  if (stem.endsWith('sses')) stem = stem.slice(0, -2);
  else if (/(?:ied|ies)$/.test(stem)) stem = stem.length > 4 ? stem.slice(0, -2) : stem.slice(0, -1);
  else if (stem.endsWith('s') && !/(?:us|ss)$/.test(stem) && hasVowel(stem.slice(0, -2))) stem = stem.slice(0, -1);

  // Step 1b: past and participle.
  const eed = /eed(?:ly)?$/.exec(stem);
  if (eed !== null) {
    if (inR1(eed[0])) stem = stem.slice(0, -eed[0].length) + 'ee';
  } else {
    const ending = /(?:ed|ing)(?:ly)?$/.exec(stem);
    if (ending !== null && hasVowel(stem.slice(0, ending.index))) {
      stem = stem.slice(0, ending.index);
      if (/(?:at|bl|iz)$/.test(stem)) stem += 'e';
      else if (DOUBLE.test(stem)) stem = stem.slice(0, -1);
      else if (SHORT_SYLLABLE.test(stem) && stem.length <= r1) stem += 'e';
    }
  }

  // Step 1c: y after a consonant.
  if (/[^aeiouy][yY]$/.test(stem) && stem.length > 2) stem = `${stem.slice(0, -1)}i`;

  // Steps 2 and 3: suffixes on suffixes.
  const two = STEP_2.find(([ending]) => stem.endsWith(ending));
  if (two !== undefined) {
    if (inR1(two[0])) stem = stem.slice(0, -two[0].length) + two[1];
  } else if (stem.endsWith('logi') && inR1('ogi')) stem = stem.slice(0, -1);
  else if (VALID_LI.test(stem) && inR1('li')) stem = stem.slice(0, -2);
  const three = STEP_3.find(([ending]) => stem.endsWith(ending));
  if (three !== undefined) {
    if (inR1(three[0])) stem = stem.slice(0, -three[0].length) + three[1];
  } else if (stem.endsWith('ative') && inR2('ative')) stem = stem.slice(0, -5);

  // Step 4: long suffixes fall away.
  const four = STEP_4.exec(stem);
  if (four !== null) {
    if (inR2(four[0])) stem = stem.slice(0, four.index);
  } else if (/[st]ion$/.test(stem) && inR2('ion')) stem = stem.slice(0, -3);

  // Step 5: a last e or l.
  if (stem.endsWith('e')) {
    const rest = stem.slice(0, -1);
    if (inR2('e') || (inR1('e') && !SHORT_SYLLABLE.test(rest))) stem = rest;
  } else if (stem.endsWith('ll') && inR2('l')) stem = stem.slice(0, -1);
  return stem.toLowerCase();
}

function toAmerican(word: string): string {
  return word
    .replace(/(?<=..)is(?=(?:e|es|ed|ing|er|ers|ation|ations|ational)$)/, (ending, at: number) =>
      /(?:[aeiou]|pr|rev|superv|telev|adv|surpr|exerc|dev|prem|prom|rai|comprom|disgu|surm|desp|adverti?)$/.test(
        word.slice(0, at),
      )
        ? ending
        : 'iz',
    )
    .replace(/(?<=..[^aeiou])our(?=(?:s|ed|ing|al|ite|able)?$)/, 'or')
    .replace(/(?<=(?:def|off|lic|pret))ence(?=s?$)/, 'ense')
    .replace(/(?<=(?:cent|theat|met|lit|fib|calib|spect|reconnoit))re(?=s?$)/, 'er');
}

function hasVowel(text: string): boolean {
  return new RegExp(VOWEL).test(text);
}

/** Where R1 begins: after the first consonant that follows a vowel; three beginnings are known by name. */
function findRegion1(word: string): number {
  const known = /^(?:gener|commun|arsen|past|univers|later|emerg|organ)/.exec(word);
  return known === null ? findRegion(word, 0) : known[0].length;
}

function findRegion(word: string, from: number): number {
  const match = /[aeiouy][^aeiouy]/.exec(word.slice(from));
  return match === null ? word.length : from + match.index + 2;
}

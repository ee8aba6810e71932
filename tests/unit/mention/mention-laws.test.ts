import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildNameIndex } from '../../../src/mention/build-name-index.ts';
import { findMentions } from '../../../src/mention/find-mentions.ts';
import { findBeginnings, listBeginnings, type Beginning } from '../../../src/mention/name-beginning.ts';
import type { Name } from '../../../src/mention/name.ts';
import { isOverlapping, type Range } from '../../../src/text/range.ts';
import { expandToWords, splitWords } from '../../../src/text/split-words.ts';

// Few letters, so that words of texts and names meet often, and all letters that proclitics are made of.
const arabicWord = fc
  .array(fc.constantFrom('ا', 'ل', 'ن', 'و', 'ب', 'أ', 'ة', 'ال'), { minLength: 1, maxLength: 4 })
  .map((letters) => letters.join(''));
const latinWord = fc.constantFrom('Ab', 'ab', 'AB', 'Abc', 'c', 'Ab’s', "ab's", "AB's");
const written = fc.oneof({ weight: 4, arbitrary: arabicWord }, { weight: 1, arbitrary: latinWord });

const names: fc.Arbitrary<Name[]> = fc.array(
  fc.record({
    entity: fc.constantFrom('a', 'b', 'c'),
    text: fc.array(written, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
    lang: fc.constant('ar'),
    common: fc.constantFrom(undefined, undefined, undefined, true),
    demonym: fc.constantFrom(undefined, undefined, true),
    off: fc.constantFrom(undefined, undefined, ['و'], ['ل']),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Names and a text made of them, of near misses, and of everything that stands between words or inside them. */
const cases = names.chain((list) => {
  const label = fc.constantFrom(...list.map(({ text }) => text));
  const proclitics = fc.constantFrom('', '', 'و', 'ف', 'ب', 'ل', 'ول', 'فك', 'لل', 'وال');
  const token = fc.oneof(
    fc.tuple(proclitics, label).map((parts) => parts.join('')),
    label.map((text) => text.replace(/^ا(?=ل)/, 'ل')),
    written,
    fc.constantFrom('في', 'لدولة', '7', "'s", 'ف'),
  );
  const gap = fc.constantFrom(' ', ' ', ' ', '\u00A0', '\n', ' \u200F', '\n\n', '، ', '-', '', '\u200F', '\u064E', 'ـ');
  const text = fc
    .array(fc.tuple(token, gap), { maxLength: 12 })
    .map((parts) => parts.flat().join(''))
    .chain((plain) =>
      fc
        .array(fc.tuple(fc.nat(), fc.constantFrom('\u064E', 'ـ', '\u200D', '\u200F')), { maxLength: 3 })
        .map((noise) => noise.reduce((result, [at, extra]) => insert(result, at % (result.length + 1), extra), plain)),
    );
  return fc.tuple(fc.constant(list), text);
});

function insert(text: string, at: number, extra: string): string {
  return text.slice(0, at) + extra + text.slice(at);
}

describe('findBeginnings', () => {
  test('leads to every entity that a text names or may name', () => {
    fc.assert(
      fc.property(cases, ([list, text]) => {
        const possible = new Set(findBeginnings(text).map(toKey));
        const bearers = new Set(
          list
            .filter((name) => listBeginnings(name).some((one) => possible.has(toKey(one))))
            .map(({ entity }) => entity),
        );
        const few = list.filter(({ entity }) => bearers.has(entity));
        expect(findMentions(text, buildNameIndex(few))).toEqual(findMentions(text, buildNameIndex(list)));
      }),
      { numRuns: 500 },
    );
  });

  test('leads to no more than what begins alike', () => {
    const [name] = listBeginnings({ text: 'Port Sara of old' });
    expect(name).toEqual({ word: 'port', next: 'sara' });
    expect(findBeginnings('Port Said').map(toKey)).not.toContain(toKey(name));
    expect(findBeginnings("to port Sara's quay").map(toKey)).toContain(toKey(name));
    expect(listBeginnings({ text: '…' })).toEqual([]);
  });

  function toKey(beginning: Beginning | undefined): string {
    return JSON.stringify([beginning?.word, beginning?.next]);
  }
});

describe('findMentions', () => {
  test('agrees with a search by one regular expression per name and proclitic', () => {
    fc.assert(
      fc.property(cases, ([list, text]) => {
        const found = findMentions(text, buildNameIndex(list));
        expect(found.map(({ start, end, entities }) => ({ start, end, entities }))).toEqual(searchNaively(text, list));
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  test('finds several names in many generated texts, so that the laws are not empty', () => {
    const sample = fc.sample(cases, { numRuns: 300, seed: 7 });
    const full = sample.filter(([list, text]) => findMentions(text, buildNameIndex(list)).length > 1);
    expect(full.length).toBeGreaterThan(90);
  });

  test('begins and ends no mention inside a written word, but for the English ’s', () => {
    fc.assert(
      fc.property(cases, ([list, text]) => {
        for (const { start, end } of findMentions(text, buildNameIndex(list))) {
          const whole = expandToWords(text, { start, end });
          expect(whole.start).toBe(start);
          expect(text.slice(end, whole.end)).toMatch(/^(['’]s)?$/i);
          expect(splitWords(text).some((word) => word.start === start)).toBe(true);
        }
      }),
    );
  });

  test('gives mentions in order, never overlapping, with the name inside', () => {
    fc.assert(
      fc.property(cases, ([list, text]) => {
        let last = 0;
        for (const { start, end, nameRange, entities } of findMentions(text, buildNameIndex(list))) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(nameRange.start).toBeGreaterThanOrEqual(start);
          expect(nameRange.start).toBeLessThan(end);
          expect(nameRange.end).toBe(end);
          expect(entities).toEqual([...new Set(entities)].sort());
          expect(entities.length).toBeGreaterThan(0);
          last = end;
        }
      }),
    );
  });

  test('finds nothing in forbidden stretches', () => {
    fc.assert(
      fc.property(cases, fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 6 }))), ([list, text], stretches) => {
        const forbidden = stretches.map(([start, length]) => ({ start, end: start + length }));
        const found = findMentions(text, buildNameIndex(list), { forbidden });
        expect(found.filter((mention) => forbidden.some((range) => isOverlapping(range, mention)))).toEqual([]);
      }),
    );
  });

  test('finds the same whatever the order of the names', () => {
    fc.assert(
      fc.property(cases, ([list, text]) => {
        const places = (order: readonly Name[]) =>
          findMentions(text, buildNameIndex(order)).map(({ start, end, entities }) => ({ start, end, entities }));
        expect(places(list.toReversed())).toEqual(places(list));
      }),
    );
  });
});

// The second implementation: every way to write every name, as a regular expression over the raw text. Slow and plain.

interface Found extends Range {
  readonly rank: number;
  readonly name: Name;
}

function searchNaively(text: string, list: readonly Name[]) {
  const all = list.flatMap((name) => [...new Set(waysToWrite(name))].flatMap((way) => searchWay(text, name, way)));
  const mentions: (Range & { entities: string[] })[] = [];
  let at = 0;
  for (;;) {
    const [best, ...others] = all
      .filter(({ start }) => start >= at)
      .sort((a, b) => a.start - b.start || b.end - a.end || a.rank - b.rank);
    if (best === undefined) return mentions;
    const alike = [best, ...others.filter((o) => o.start === best.start && o.end === best.end && o.rank === best.rank)];
    const own = alike.filter(({ name }) => name.demonym !== true);
    const entities = [...new Set((own.length > 0 ? own : alike).map(({ name }) => name.entity))].sort();
    mentions.push({ start: best.start, end: best.end, entities });
    at = best.end;
  }
}

interface Way {
  readonly letters: string;
  readonly stripped: string;
  readonly rank: number;
}

function waysToWrite({ text, off = [] }: Name): Way[] {
  const ways: Way[] = [{ letters: text, stripped: '', rank: 0 }];
  const plain = text.replaceAll('أ', 'ا');
  if (/^[a-z]/i.test(text) || text.replaceAll(/\s/g, '').length < 3) return ways;
  for (const conjunction of ['', 'و', 'ف']) {
    const far = conjunction === '' ? 0 : 4;
    if (far > 0) ways.push({ letters: conjunction + text, stripped: conjunction, rank: 1 });
    for (const preposition of ['ب', 'ك', 'ل']) {
      const stripped = conjunction + preposition;
      ways.push({ letters: stripped + text, stripped, rank: far + 2 });
      if (preposition !== 'ل') continue;
      if (/^ال[^ ]/.test(plain)) ways.push({ letters: `${stripped}ل${text.slice(2)}`, stripped, rank: far + 3 });
      if (/^الل[^ ]/.test(plain)) ways.push({ letters: `${stripped}ل${text.slice(3)}`, stripped, rank: far + 4 });
    }
  }
  return ways.filter(({ stripped }) => !off.some((letter) => stripped.includes(letter)));
}

/** The ignorable characters of the generated texts: U+200F, which is in a word only between letters, … */
const INVISIBLE = '\\u200F';
/** … and those that belong to the letter before them; tatweel to Arabic letters only. */
const MARK = '(?:\\u064E|\\u200D)';
const ARABIC_MARK = `(?:${MARK}|\\u0640)`;
const LATIN_IGNORABLE = `(?:${INVISIBLE}|${MARK})`;
const IGNORABLE = `(?:${INVISIBLE}|${ARABIC_MARK})`;
const WORD_TAIL = `(?:${IGNORABLE}*${ARABIC_MARK})?(?!${IGNORABLE}*${ARABIC_MARK})`;
const LATIN_MARKS = `(?:${LATIN_IGNORABLE}*${MARK})?`;
const LATIN_TAIL = `${LATIN_MARKS}(?!${LATIN_IGNORABLE}*${MARK})`;
const VARIANTS: Readonly<Record<string, string>> = { ا: '[اأإآ]', أ: '[اأإآ]', ة: '[ةه]', ه: '[ةه]' };

function searchWay(text: string, name: Name, way: Way): Found[] {
  const words = way.letters.split(' ');
  const last = words.at(-1) ?? '';
  const gap = `${IGNORABLE}*\\s(?:${IGNORABLE}|\\s)*`;
  const body = words.map(wordPattern).join(gap);
  const start = isLatin(words[0] ?? '')
    ? `(?<![a-z]${LATIN_IGNORABLE}*)(?<![a-z]${LATIN_MARKS}['’])`
    : `(?<![ء-ي]${IGNORABLE}*)(?<!\\u0640${IGNORABLE}*)`;
  const end = isLatin(last)
    ? `(?=['’]s(?!${LATIN_IGNORABLE}*(?:[a-z]|${MARK}))(?!['’][a-z]))|(?!${LATIN_IGNORABLE}*[a-z])(?!['’][a-z])`
    : `(?!${IGNORABLE}*[ء-غف-ي])`;
  const pattern = new RegExp(`${start}${body}(?:${end})`, 'giu');
  const found: Found[] = [];
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    pattern.lastIndex = match.index + 1;
    const range = { start: match.index, end: match.index + match[0].length };
    if (/\n\s*\n/.test(match[0]) || !hasCapitals(match[0], name)) continue;
    if (name.common === true && (way.stripped !== '' || !isAfterCue(text.slice(0, range.start)))) continue;
    found.push({ ...range, rank: way.rank, name });
  }
  return found;
}

function wordPattern(word: string): string {
  const letters = Array.from(word, (letter) => VARIANTS[letter] ?? (/['’]/.test(letter) ? "['’]" : letter));
  if (isLatin(word)) {
    // Only marks may stand between a letter and the apostrophe.
    return (
      letters
        .join(`${LATIN_IGNORABLE}*`)
        .replaceAll(`${LATIN_IGNORABLE}*['’]${LATIN_IGNORABLE}*`, `${LATIN_MARKS}['’]`) + LATIN_TAIL
    );
  }
  return `(?:\\u0640${IGNORABLE}*)?${letters.join(`${IGNORABLE}*`)}${WORD_TAIL}`;
}

function isLatin(word: string): boolean {
  return /^[a-z]/i.test(word);
}

/** The generated Latin names: «AB» is exact, «Ab» needs its capital. */
function hasCapitals(matched: string, { text }: Name): boolean {
  const bare = (each: string) => each.replaceAll(new RegExp(IGNORABLE, 'gu'), '').replaceAll('’', "'").split(/\s+/);
  const letters = text.replaceAll(/[^\p{L}]/gu, '');
  const isExact = /^[A-Z]+$/.test(letters);
  const [asked, got] = [bare(text), bare(matched)];
  return asked.every((word, at) => {
    const other = got[at] ?? '';
    if (isExact) return other === word;
    return !/^[A-Z]/.test(word) || /^[A-Z]/.test(other);
  });
}

function isAfterCue(before: string): boolean {
  const folded = before.replaceAll(new RegExp(IGNORABLE, 'gu'), '');
  return (
    /(?<![ء-ي])[وف]?(في|[بكل]?دول[ةه])\s+$/.test(folded) && !new RegExp(`\\n\\s*\\n(?:\\s|${IGNORABLE})*$`).test(before)
  );
}

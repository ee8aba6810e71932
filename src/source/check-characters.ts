import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { findLineStarts, toPoint, type Place } from '../diagnostic/place.ts';
import type { Places } from './places.ts';

/** A character, or a way of using one, that an author should be told of. */
interface CharacterRule {
  readonly code: 'text-hidden' | 'text-suspicious';
  /** What is looked for: a pattern, or a way to find the offsets of what no pattern finds in one reading. */
  readonly pattern: RegExp | ((text: string) => readonly number[]);
  readonly what: string;
  readonly fix: string;
}

/**
 * Characters that change how a text reads without being seen (Unicode TR36, TR39; CVE-2021-42574). Marks that Arabic
 * and Persian typesetting needs are allowed: U+200C–200F and U+061C.
 */
const RULES: readonly CharacterRule[] = [
  {
    code: 'text-hidden',
    pattern: /[\u202A-\u202E]/gu,
    what: 'overrides or embeds a writing direction, so that a text may read otherwise than it is',
    fix: 'Remove it; write U+200F or U+200E after the word if its direction is wrong.',
  },
  {
    code: 'text-hidden',
    pattern: findLoneIsolates,
    what: 'opens or closes an isolate of writing direction that has no other half on its line',
    fix: 'Remove it, or write its other half.',
  },
  {
    code: 'text-hidden',
    // eslint-disable-next-line no-control-regex -- these are what is looked for
    pattern: /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/gu,
    what: 'is a control character',
    fix: 'Remove it.',
  },
  { code: 'text-hidden', pattern: /[\u{E0000}-\u{E007F}]/gu, what: 'is an invisible tag character', fix: 'Remove it.' },
  {
    code: 'text-hidden',
    pattern: /\p{Cs}/gu,
    what: 'is half of a character',
    fix: 'Remove it, or write the whole character.',
  },
  {
    code: 'text-hidden',
    pattern: /\uFFFD/gu,
    what: 'stands where a character was lost',
    fix: 'Write the lost character again.',
  },
  {
    code: 'text-suspicious',
    pattern: /[\u200B\u2060\u00AD]|(?<!^)\uFEFF/gu,
    what: 'is invisible',
    fix: 'Remove it if it came in by copying.',
  },
  {
    code: 'text-suspicious',
    pattern: /\p{Co}/gu,
    what: 'is a private character that others will not see',
    fix: 'Write a common character.',
  },
  {
    code: 'text-suspicious',
    // Arabic presentation forms; whole formulas such as ﷺ (U+FDF0–FDFF) and ornate brackets (U+FD3E–FD4F) are meant.
    pattern: /[\uFB50-\uFD3D\uFD50-\uFDCE\uFE70-\uFEFC]+/gu,
    what: 'is a letter in a shape of its own, as some programs copy them',
    fix: 'Write the plain letters.',
  },
  {
    code: 'text-suspicious',
    pattern:
      /\p{Script=Latin}[\p{M}]*(?=[\p{Script=Cyrillic}\p{Script=Greek}])|[\p{Script=Cyrillic}\p{Script=Greek}][\p{M}]*(?=\p{Script=Latin})/gu,
    what: 'is followed by a letter of another script that looks alike',
    fix: 'Write the whole word in one script.',
  },
];

/** Every kind of hidden or doubtful character of a file, once, at its first place, with how often it stands there. */
export function checkCharacters(text: string, file: string): Diagnostic[] {
  const lineStarts = findLineStarts(text);
  return RULES.flatMap((rule) => {
    const found = findOffsets(rule, text);
    const [first] = found;
    if (first === undefined) return [];
    return [report(rule, text, found, { file, point: toPoint(lineStarts, first) })];
  });
}

/** The same for texts that YAML wrote with escapes, which the file itself does not show. */
export function checkEscapedCharacters(data: unknown, file: string, places: Places, path = ''): Diagnostic[] {
  if (typeof data === 'string') {
    return RULES.filter(({ code }) => code === 'text-hidden').flatMap((rule) => {
      const found = findOffsets(rule, data);
      return found.length === 0 ? [] : [report(rule, data, found, { file, point: places[path] })];
    });
  }
  if (data === null || typeof data !== 'object') return [];
  return Object.entries(data).flatMap(([key, value]) =>
    checkEscapedCharacters(value, file, places, path === '' ? key : `${path}.${key}`),
  );
}

function findOffsets({ pattern }: CharacterRule, text: string): readonly number[] {
  if (typeof pattern === 'function') return pattern(text);
  // Nearly every text has none, and a search costs less than to begin a list of all.
  return text.search(pattern) === -1 ? [] : Array.from(text.matchAll(pattern), ({ index }) => index);
}

/** Isolates (U+2066–2068) that their line does not close, and closings (U+2069) of none, in order. */
function findLoneIsolates(text: string): readonly number[] {
  let lone: number[] = [];
  let open: number[] = [];
  for (const { index, 0: sign } of text.matchAll(/[\u2066-\u2069\n]/g)) {
    if (sign === '\n') {
      if (open.length > 0) lone = lone.concat(open);
      open = [];
    } else if (sign !== '\u2069') open.push(index);
    else if (open.pop() === undefined) lone.push(index);
  }
  return lone.concat(open).sort((a, b) => a - b);
}

function report({ code, what, fix }: CharacterRule, text: string, found: readonly number[], place: Place): Diagnostic {
  const [first = 0] = found;
  const count = found.length;
  const name = `U+${(text.codePointAt(first) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const often = count === 1 ? '' : ` Such characters stand ${count} times in this file.`;
  return diagnose(code, place, { message: `The character ${name} ${what}.${often}`, fix });
}

import { describe, expect, test } from 'vitest';
import { buildNameIndex } from '../../../src/mention/build-name-index.ts';
import { findMentions } from '../../../src/mention/find-mentions.ts';
import {
  canada,
  houthiCoalition,
  isisCoalition,
  MENTION_CASES,
  name,
  nato,
  printMentions,
  turkey,
} from './mention-cases.ts';

describe('Arabic words', () => {
  test.each(MENTION_CASES['Arabic words'])('%s', (_, names, text, found) => {
    expect(printMentions(names, text)).toEqual(found);
  });
});

describe('spelling', () => {
  test.each(MENTION_CASES.spelling)('%s', (_, names, text, found) => {
    expect(printMentions(names, text)).toEqual(found);
  });
});

describe('proclitics', () => {
  test.each(MENTION_CASES.proclitics)('%s', (_, names, text, found) => {
    expect(printMentions(names, text)).toEqual(found);
  });

  test.each<[text: string, part: string]>([
    ['والناتو', 'الناتو'],
    ['وَبِـالناتو', 'الناتو'],
    ['للناتو', 'لناتو'],
    ['وللناتو', 'لناتو'],
    ['الناتو', 'الناتو'],
  ])('says which part of %s is the name', (text, part) => {
    const [mention] = findMentions(text, buildNameIndex([nato]));
    expect(mention).toMatchObject({ start: 0, end: text.length, name: 'الناتو' });
    expect(text.slice(mention?.nameRange.start, mention?.nameRange.end)).toBe(part);
  });

  test.each<[text: string, part: string]>([
    ['\u06E5كندا', '\u06E5كندا'],
    ['و\u06E5كندا', 'كندا'],
  ])('leaves a small letter of Quran editions to what it stands on in %s', (text, part) => {
    const [mention] = findMentions(text, buildNameIndex([canada]));
    expect(text.slice(mention?.nameRange.start, mention?.nameRange.end)).toBe(part);
  });

  test('gives a ligature of proclitic and name to the name', () => {
    const [mention] = findMentions('ﻹيران', buildNameIndex([name('iran', 'إيران')]));
    expect(mention).toMatchObject({ start: 0, end: 5, nameRange: { start: 0, end: 5 } });
  });
});

describe('names of several words', () => {
  test.each(MENTION_CASES['names of several words'])('%s', (_, names, text, found) => {
    expect(printMentions(names, text)).toEqual(found);
  });
});

describe('Latin names', () => {
  test.each(MENTION_CASES['Latin names'])('%s', (_, names, text, found) => {
    expect(printMentions(names, text)).toEqual(found);
  });
});

describe('common words', () => {
  test.each(MENTION_CASES['common words'])('%s', (_, names, text, found) => {
    expect(printMentions(names, text)).toEqual(found);
  });
});

describe('names of several entities', () => {
  test.each(MENTION_CASES['names of several entities'])('%s', (_, names, text, found) => {
    expect(printMentions(names, text)).toEqual(found);
  });

  test('hear a cue in a forbidden stretch too', () => {
    expect(
      printMentions([houthiCoalition, isisCoalition], 'داعش والتحالف', { forbidden: [{ start: 0, end: 4 }] }),
    ).toEqual(['والتحالف → b']);
  });

  test('say the name of the entity that a cue decided for', () => {
    const index = buildNameIndex([name('a', 'التحالف'), name('b', 'التَحالف', { cues: ['داعش'] })]);
    expect(findMentions('قصف التحالف داعش', index)).toMatchObject([{ entities: ['b'], name: 'التَحالف' }]);
  });

  test('says what kind of name was found, and how the author wrote it', () => {
    const index = buildNameIndex([name('turkey', 'التُّركي', { demonym: true }), canada]);
    expect(findMentions('والتركي كندا', index)).toEqual([
      { start: 0, end: 7, entities: ['turkey'], name: 'التُّركي', nameRange: { start: 1, end: 7 }, demonym: true },
      { start: 8, end: 12, entities: ['canada'], name: 'كندا', nameRange: { start: 8, end: 12 }, demonym: false },
    ]);
  });
});

describe('forbidden stretches', () => {
  const long = name('alliance', 'حلف الناتو');
  const text = 'حلف الناتو والناتو';
  test.each<[behaviour: string, forbidden: [number, number][], found: string[]]>([
    ['finds all where nothing is forbidden', [], ['حلف الناتو → alliance', 'والناتو → nato']],
    ['finds nothing that touches them', [[0, 18]], []],
    ['finds what only borders on them', [[10, 11]], ['حلف الناتو → alliance', 'والناتو → nato']],
    ['minds the proclitics too', [[11, 12]], ['حلف الناتو → alliance']],
    ['takes a shorter name beside them', [[0, 3]], ['الناتو → nato', 'والناتو → nato']],
    [
      'takes them in any order',
      [
        [17, 18],
        [0, 1],
      ],
      ['الناتو → nato'],
    ],
  ])('%s', (_, forbidden, found) => {
    const ranges = forbidden.map(([start, end]) => ({ start, end }));
    expect(printMentions([nato, long], text, { forbidden: ranges })).toEqual(found);
  });
});

describe('strange names', () => {
  test.each(MENTION_CASES['strange names'])('%s', (_, names, text, found) => {
    expect(printMentions(names, text)).toEqual(found);
  });

  test('gives the same answer when it has met the words before', () => {
    const index = buildNameIndex([nato, canada, turkey]);
    const text = 'للناتو وكندا وTurkey’s';
    expect(findMentions(text, index)).toEqual(findMentions(text, index));
    expect(findMentions(text, structuredClone(index))).toEqual(findMentions(text, index));
  });
});

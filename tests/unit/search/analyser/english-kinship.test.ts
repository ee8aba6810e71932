import { describe, expect, test } from 'vitest';
import { analyseWord } from '../../../../src/search/analyser/analyse-word.ts';
import { isEnglishKin } from '../../../../src/search/analyser/english-kinship.ts';

const toStem = (word: string): string => analyseWord(word, 'latin').readings[0].stem;
const areKin = (one: string, other: string): boolean => isEnglishKin(toStem(one), toStem(other));

describe('a verb and its noun are kin', () => {
  test.each([
    ['fought', 'fighter'],
    ['moved', 'movement'],
    ['decided', 'decision'],
    ['invade', 'invasion'],
    ['concluded', 'conclusion'],
    ['extending', 'extension'],
    ['responded', 'response'],
    ['attend', 'attention'],
    ['convert', 'conversion'],
    ['permitted', 'permission'],
    ['succeeded', 'success'],
    ['reduced', 'reduction'],
    ['destroyed', 'destruction'],
    ['described', 'description'],
    ['absorb', 'absorption'],
    ['received', 'reception'],
    ['believed', 'belief'],
    ['explained', 'explanation'],
    ['applied', 'application'],
    ['identify', 'identification'],
  ])('%s, %s', (verb, noun) => {
    expect(areKin(verb, noun)).toBe(true);
    expect(areKin(noun, verb)).toBe(true);
  });
});

test.each([
  ['court', 'course'],
  ['plan', 'plant'],
  ['star', 'start'],
  ['grand', 'grant'],
  ['please', 'plead'],
  ['plain', 'plan'],
  ['train', 'trans'],
  ['state', 'station'],
  ['universe', 'university'],
])('words that only look alike are not: %s, %s', (one, other) => {
  expect(areKin(one, other)).toBe(false);
});

import { expect, test } from 'vitest';
import { readProclitics } from '../../../src/mention/read-proclitics.ts';

test.each<[word: string, readings: string[]]>([
  ['كندا', ['كندا', 'ك+ندا']],
  ['تركيا', ['تركيا']],
  ['وتركيا', ['وتركيا', 'و+تركيا']],
  ['فبتركيا', ['فبتركيا', 'ف+بتركيا', 'فب+تركيا']],
  ['للناتو', ['للناتو', 'ل+لناتو', 'ل+الناتو', 'ل+اللناتو']],
  ['وللناتو', ['وللناتو', 'و+للناتو', 'ول+لناتو', 'ول+الناتو', 'ول+اللناتو']],
  ['والناتو', ['والناتو', 'و+الناتو']],
  ['الناتو', ['الناتو']],
  ['وفتركيا', ['وفتركيا', 'و+فتركيا']],
  ['سيكتب', ['سيكتب']],
  ['كللب', ['كللب', 'ك+للب']],
  ['و', ['و']],
  ['لل', ['لل', 'ل+ل']],
  ['nato', ['nato']],
  ['', ['']],
])('reads %s, the least stripped first', (word, readings) => {
  const shown = readProclitics(word).map(({ proclitics, rest }) =>
    proclitics === '' ? rest : `${proclitics}+${rest}`,
  );
  expect(shown).toEqual(readings);
});

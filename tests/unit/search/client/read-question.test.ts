import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseText } from '../../../../src/search/analyser/analyse-text.ts';
import { readQuestion } from '../../../../src/search/client/read-question.ts';

const wantedBy = (query: string): string | undefined =>
  [...readQuestion(analyseText(query)).wanted].toSorted((a, b) => b[1] - a[1])[0]?.[0];
const frameOf = (query: string): readonly string[] => {
  const tokens = analyseText(query);
  const { isFrame } = readQuestion(tokens);
  return tokens.filter(isFrame).map(({ token }) => query.slice(token.start, token.end));
};

describe('a question asks for', () => {
  test.each([
    ['من هو حارس المنارة؟', 'person'],
    ['مَن كتب الدفتر', 'person'],
    ['Who kept the light?', 'person'],
    ['أين تقع المنارة؟', 'place'],
    ['اين تقف', 'place'],
    ['من أي البلدان جاؤوا؟', 'place'],
    ['Where is the tower?', 'place'],
    ['From which countries did they come?', 'place'],
    ['متى كانت العاصفة؟', 'event'],
    ['When did it come?', 'event'],
    ['كم قاربا عاد؟', 'statistic'],
    ['ما عدد القوارب؟', 'statistic'],
    ['نسبة العائدين', 'statistic'],
    ['How many boats came home?', 'statistic'],
    ['What percentage came home?', 'statistic'],
    ['How long did the lamp burn?', 'statistic'],
  ])('%s: %s', (query, base) => {
    expect(wantedBy(query)).toBe(base);
  });

  test.each(['منارة هالدر', 'ما هي المنارة؟', 'The Who concert', 'كمبوديا', 'من', 'whole towers', ''])(
    'nothing in particular: %s',
    (query) => {
      expect(wantedBy(query)).toBeUndefined();
    },
  );
});

test('words that only put a question are set aside, unless they are all there is', () => {
  expect(frameOf('أين تقع المنارة؟')).toEqual(['تقع']);
  expect(frameOf('ما معنى السند؟')).toEqual(['معنى']);
  expect(frameOf('ما معنى؟')).toEqual([]);
  expect(frameOf('معنى السند')).toEqual([]);
  expect(frameOf('How long did the lamp burn?')).toEqual(['long']);
  expect(frameOf('How long?')).toEqual([]);
  expect(frameOf('What was the Long Swell?')).toEqual([]);
});

test('whatever is typed, something is left to look for', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom('', 'أين تقع ', 'what is ', 'كم '),
      (rest, begin) => {
        const tokens = analyseText(begin + rest);
        const { isFrame } = readQuestion(tokens);
        const telling = tokens.filter(({ isStopWord }) => !isStopWord);
        if (telling.length > 0 && telling.every(isFrame)) expect(tokens.length).toBe(0);
      },
    ),
  );
});

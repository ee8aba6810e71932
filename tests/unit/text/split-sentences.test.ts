import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../../src/text/split-sentences.ts';
import { readMarked, SENTENCE_CASES } from './sentence-cases.ts';

function sentencesOf(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

describe('splitSentences', () => {
  test.each(SENTENCE_CASES)('%s', (_, marked) => {
    const { text, sentences } = readMarked(marked);
    expect(sentencesOf(text)).toEqual(sentences);
  });

  test('finds no sentence in an empty text or in white space', () => {
    expect([splitSentences(''), splitSentences(' \n\u00a0')]).toEqual([[], []]);
  });

  test('holds a quotation of four hundred characters, its signs included, and none longer', () => {
    const quote = (length: number): string => `«${'جئت. رأيت. '.padEnd(length - 2, 'ثم ')}»`;
    expect(sentencesOf(`قال ${quote(400)} وصمت.`)).toHaveLength(1);
    expect(sentencesOf(`قال ${quote(401)} وصمت.`)).toHaveLength(3);
  });

  test.each(
    'أد صص مج تح Mr Mrs Ms Mme Dr Prof Sr Jr St Gen Col Lt Sgt Capt Maj Gov Sen Rep Rev Hon vs Cf eg ie approx'.split(
      ' ',
    ),
  )('does not break after %s.', (title) => {
    expect(sentencesOf(`He met ${title}. Kennedy there.`)).toHaveLength(1);
  });

  test.each('No Nos Vol Fig p pp Art Sec Ch Par Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec'.split(' '))(
    'does not break after %s. before a number',
    (word) => {
      expect(sentencesOf(`He saw ${word}. 5 there.`)).toHaveLength(1);
      if (word.length > 1) expect(sentencesOf(`He saw ${word}. Then he left.`)).toHaveLength(2);
    },
  );

  test('finds the fifteen sentences of an article whose paragraphs lost their breaks', () => {
    const text = readFileSync(new URL('../../fixtures/texts/nato-against-isis.txt', import.meta.url), 'utf8');
    const edges = sentencesOf(text).map((sentence) => {
      const words = sentence.split(' ');
      return [words[0], words.at(-1)].join(' … ');
    });
    expect(edges).toEqual([
      'الهدف … العالم.',
      'وبينما … الخارج.',
      'وحذّر … الهجمات.',
      'ومثلما … لذلك.',
      'وقد … داعش.',
      'وعلى … دولة.',
      'والدول … المتحدة.',
      'هناك … داعش.',
      'لقد … العام.',
      'ووفقا … 2015.',
      'وعلى … للغرب.',
      'ووفقا … ديارهم.',
      'وفي … الغرب.',
      'لذا، … الإرهابيين.',
      'كما … وأوروبا.',
    ]);
  });

  test('gives trimmed ranges in order that hold every letter and digit', () => {
    const texts = fc.string({ unit: fc.constantFrom(...Array.from('ابد 15.؟!…«»"()\n،\u200faB')), maxLength: 80 });
    fc.assert(
      fc.property(texts, (text) => {
        const ranges = splitSentences(text);
        const rest = ranges.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
        expect(rest).not.toMatch(/[\p{L}\p{N}]/u);
        for (const [index, { start, end }] of ranges.entries()) {
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(start).toBeGreaterThanOrEqual(ranges[index - 1]?.end ?? 0);
          expect(text.slice(start, end)).toMatch(/[\p{L}\p{N}]/u);
          expect(text.slice(start, end)).not.toContain('\n');
        }
      }),
      { numRuns: 1000 },
    );
  });
});

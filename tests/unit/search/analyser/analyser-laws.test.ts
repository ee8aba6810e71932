import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseText, createAnalyser } from '../../../../src/search/analyser/analyse-text.ts';
import { isEnglishKin } from '../../../../src/search/analyser/english-kinship.ts';
import { toNameKey } from '../../../../src/search/analyser/name-key.ts';
import { toNormalForm } from '../../../../src/search/analyser/normal-form.ts';
import { findKinship, listVerbSkeletons, toSkeleton } from '../../../../src/search/analyser/skeleton.ts';
import { listWeakForms } from '../../../../src/search/analyser/weak-roots.ts';
import { splitTokens } from '../../../../src/search/analyser/split-tokens.ts';
import { countTypingErrors } from '../../../../src/search/analyser/edit-distance.ts';

const anything = fc.string({ unit: 'grapheme', maxLength: 60 });
/** Letters with the marks, signs and invisible characters that stand between them in real texts. */
const arabic = fc
  .array(fc.constantFrom(...Array.from('ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئءکیپگ'), 'َ', 'ّ', 'ـ', '\u200F', '\u200C'), {
    maxLength: 14,
  })
  .map((letters) => letters.join(''));
const latin = fc.stringMatching(/^[a-zA-Zéüïç'’-]{0,16}$/);
const mixed = fc
  .array(fc.oneof(arabic, latin, anything, fc.constantFrom(' ', '،', '٣٣', '18,000', '؟', '«', '»', '\n')), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

describe('the normal form', () => {
  test('of a normal form is itself', () => {
    fc.assert(
      fc.property(fc.oneof(arabic, latin, anything), (word) => {
        const once = toNormalForm(word);
        expect(toNormalForm(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  test('forgets marks and tatweel wherever they stand', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[\u0628-\u063A\u0641-\u0648]{1,10}$/),
        fc.nat(),
        fc.constantFrom('\u064E', '\u0651', '\u0640', '\u200F'),
        (word, place, mark) => {
          const at = place % (word.length + 1);
          expect(toNormalForm(word.slice(0, at) + mark + word.slice(at))).toBe(toNormalForm(word));
        },
      ),
    );
  });
});

describe('the analyser', () => {
  test('never leaves a word without a stem', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        for (const { normal, bare, readings } of analyseText(text)) {
          expect(normal).not.toBe('');
          expect(bare).not.toBe('');
          for (const { stem } of readings) expect(stem).not.toBe('');
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('counts exactly the tokens of the text, in order and apart', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const tokens = splitTokens(text);
        expect(analyseText(text).map(({ token }) => token)).toEqual(tokens);
        tokens.forEach(({ start, end }, at) => {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(tokens[at - 1]?.end ?? 0);
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('reads a word alike in a text and by itself', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        for (const { token, readings, normal } of analyseText(text)) {
          const [alone, ...others] = analyseText(text.slice(token.start, token.end));
          expect(others).toEqual([]);
          expect(alone?.normal).toBe(normal);
          expect(alone?.readings).toEqual(readings);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('that remembers words reads them like one that does not', () => {
    const analyse = createAnalyser();
    fc.assert(
      fc.property(mixed, (text) => {
        expect(analyse(text)).toEqual(analyseText(text));
        expect(analyse(text)).toEqual(analyseText(text));
      }),
    );
  });

  test('reads each word once', () => {
    fc.assert(
      fc.property(arabic, (word) => {
        for (const { readings } of analyseText(word)) {
          expect(new Set(readings.map(({ stem }) => stem)).size).toBe(readings.length);
        }
      }),
    );
  });

  test('gives stems that hold no white space, which would become two places in the index', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        for (const { readings } of analyseText(text)) for (const { stem } of readings) expect(stem).not.toMatch(/\s/u);
      }),
      { numRuns: 2000 },
    );
  });
});

test('kinship goes both ways', () => {
  fc.assert(
    fc.property(arabic.map(toNormalForm), arabic.map(toNormalForm), (a, b) => {
      expect(findKinship(a, b)).toBe(findKinship(b, a));
    }),
  );
});

test('English kinship goes both ways, and no word is its own kin', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,6}$/), fc.stringMatching(/^(?:er|ion|k|c|e|ment)?$/), (stem, ending) => {
      expect(isEnglishKin(stem, stem + ending)).toBe(isEnglishKin(stem + ending, stem));
      expect(isEnglishKin(stem, stem)).toBe(false);
    }),
  );
});

test('skeletons of verbs have consonants enough, and none is that of the word itself', () => {
  fc.assert(
    fc.property(arabic.map(toNormalForm), (stem) => {
      if (stem === '') return;
      for (const skeleton of listVerbSkeletons(stem)) {
        expect(skeleton.length).toBeGreaterThanOrEqual(3);
        expect(skeleton).not.toBe(toSkeleton(stem));
      }
    }),
  );
});

test('every stem has a skeleton', () => {
  fc.assert(
    fc.property(fc.oneof(arabic, latin).map(toNormalForm), (stem) => {
      if (stem !== '') expect(toSkeleton(stem)).not.toBe('');
    }),
  );
});

test('a name key is told apart from an Arabic stem by its letters', () => {
  fc.assert(
    fc.property(fc.oneof(arabic, latin).map(toNormalForm), (stem) => {
      expect(toNameKey(stem) ?? 'AB').toMatch(/^[A-Z]{2,}$/);
    }),
  );
});

describe('typing errors', () => {
  const word = fc.stringMatching(/^[a-e]{0,7}$/);

  test('are counted alike from both sides, and there are none between equals', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(countTypingErrors(a, b, 2)).toBe(countTypingErrors(b, a, 2));
        expect(countTypingErrors(a, b, 2) === 0).toBe(a === b);
      }),
    );
  });

  test.each([
    ['brennan', 'brenan', 1],
    ['بلجكيا', 'بلجيكا', 1],
    ['nehterlands', 'netherlands', 1],
    ['kitten', 'sitting', 3],
  ])('from %s to %s are %i', (a, b, errors) => {
    expect(countTypingErrors(a, b, 3)).toBe(errors);
  });
});

describe('numbers in words', () => {
  const words = fc
    .array(
      fc.constantFrom(
        'سبع',
        'وعشرون',
        'ألف',
        'آلاف',
        'مئة',
        'عشر',
        'مليون',
        '5',
        '33',
        'ثلاثة',
        'two',
        'hundred',
        'دولة',
        'وستة',
      ),
      { maxLength: 9 },
    )
    .map((parts) => parts.join(' '));

  test('are whole, positive, and none is part of another', () => {
    fc.assert(
      fc.property(fc.oneof(words, mixed), (text) => {
        let next = 0;
        analyseText(text).forEach(({ amount }, at, tokens) => {
          if (amount === undefined) return;
          expect(amount.digits).toMatch(/^[1-9]\d*$/);
          expect(at).toBeGreaterThanOrEqual(next);
          next = at + amount.tokens;
          expect(next).toBeLessThanOrEqual(tokens.length);
        });
      }),
      { numRuns: 2000 },
    );
  });

  test('are read back from what they say', () => {
    const units = ['', '', 'اثنان', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة'];
    const tens = ['', '', 'عشرون', 'ثلاثون', 'أربعون', 'خمسون', 'ستون', 'سبعون', 'ثمانون', 'تسعون'];
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 2, max: 9 }),
        fc.boolean(),
        (unit, ten, isThousand) => {
          const text = `${units[unit] ?? ''} و${tens[ten] ?? ''}${isThousand ? ' ألفا' : ''}`;
          const value = (ten * 10 + unit) * (isThousand ? 1000 : 1);
          expect(analyseText(text)[0]?.amount?.digits).toBe(String(value));
        },
      ),
    );
  });
});

test('forms of a weak root are never the word itself, nor empty', () => {
  fc.assert(
    fc.property(arabic.map(toNormalForm), (stem) => {
      for (const form of listWeakForms(stem)) {
        expect(form).not.toBe(stem);
        expect(form.length).toBeGreaterThanOrEqual(3);
      }
    }),
  );
});

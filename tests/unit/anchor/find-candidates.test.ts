import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnchorText, anchorQuote, prepareAnchorText, type Quotation } from '../../../src/anchor/anchor-quote.ts';
import { findCandidates, shortestContext } from '../../../src/anchor/find-candidates.ts';

const text = readFileSync(new URL('../../fixtures/texts/nato-against-isis.txt', import.meta.url), 'utf8');
const readArticle = (): AnchorText => prepareAnchorText(text);

function candidatesOf(quotation: Quotation, from = readArticle()): string[] {
  return findCandidates(from, quotation).map(({ range }) => from.text.slice(range.start, range.end));
}

describe('findCandidates', () => {
  test.each([
    ['another figure', 'أن ما يصل إلى 12% منهم عادوا إلى ديارهم', 'أن ما يصل إلى 10% منهم عادوا إلى ديارهم'],
    ['a word changed', 'وتحررت عشرات القرى الكبيرة هذا العام', 'وتحررت عشرات المدن الكبيرة هذا العام'],
    ['a word lost', 'انضم 7 أعضاء من حلفاء أميركا في حلف الناتو', 'انضم 7 أعضاء فقط من حلفاء أميركا في حلف الناتو'],
    ['letters wrong', 'هناك عده دوول أخري في الناتر يمكنها المشركة', 'هناك عدة دول أخرى في الناتو يمكنها المشاركة'],
    ['a word cut short', 'هذه المنظمة الإرهابية تراجعها في العرا', 'هذه المنظمة الإرهابية تراجعها في العراق'],
  ])('finds the place in spite of %s', (_, quote, expected) => {
    expect(anchorQuote(readArticle(), { quote })).toEqual({ status: 'missing' });
    expect(candidatesOf({ quote })).toEqual([expected]);
  });

  test('finds a place of which no word is spelled right', () => {
    const from = prepareAnchorText('استعادت القوات العراقية مدينة الموصل القديمة');
    expect(candidatesOf({ quote: 'استعاددت القواات العراقيية مديينة الموصصل القديممة' }, from)).toEqual([from.text]);
  });

  test('says how near it is and what to change', () => {
    const [candidate] = findCandidates(readArticle(), { quote: 'يصل إلى 12% منهم عادوا', prefix: 'إلى أن ما' });
    expect(candidate?.similarity).toBeCloseTo(1 - 1 / 22);
    expect(candidate?.contextSimilarity).toBe(1);
    expect(candidate?.diff).toEqual([
      { kind: 'same', text: 'يصل إلى' },
      { kind: 'gone', text: '12%' },
      { kind: 'new', text: '10%' },
      { kind: 'same', text: 'منهم عادوا' },
    ]);
  });

  test('a worse quotation is less alike', () => {
    const similarities = [
      'وتكثيف التوترات السياسية في جميع أنحاء المعمورة',
      'وتكثيف التوترات الدينية في جميع أنحاء المعمورة',
      'وتكثيف الخلافات الدينية في جميع أنحاء المعمورة',
    ].map((quote) => findCandidates(readArticle(), { quote, prefix: 'من الخوف،' })[0]?.similarity ?? 0);
    expect(similarities).toEqual(similarities.toSorted((a, b) => b - a));
    expect(new Set(similarities).size).toBe(3);
  });

  test('shows words that stand here beside another context', () => {
    const quotation = { quote: 'استعاد التحالف نحو ثلث الأراضي', prefix: 'ولهذا فقد' };
    expect(anchorQuote(readArticle(), quotation)).toEqual({ status: 'missing' });
    expect(findCandidates(readArticle(), quotation)).toMatchObject([{ similarity: 1, diff: [{ kind: 'same' }] }]);
  });

  test('shows every place when none leads, at most three, in order', () => {
    const one = 'قال الوزير إن عدد القتلى بلغ سبعة أشخاص.';
    const from = prepareAnchorText(Array.from({ length: 5 }, () => one).join(' ثم جاء غيره وتحدث طويلا. '));
    const quotation = { quote: 'إن عدد القتلى بلغ تسعة أشخاص' };
    const found = findCandidates(from, quotation);
    expect(found).toHaveLength(3);
    expect(found.map(({ range }) => range.start)).toEqual(
      found.map(({ range }) => range.start).toSorted((a, b) => a - b),
    );
  });

  test('the context decides between two alike places', () => {
    const from = prepareAnchorText('في باريس بلغ عدد القتلى سبعة أشخاص. وفي لندن بلغ عدد القتلى سبعة أشخاص.');
    expect(findCandidates(from, { quote: 'بلغ عدد القتلى تسعة أشخاص', prefix: 'وفي لندن' })).toMatchObject([
      { range: { start: 45 }, contextSimilarity: 1 },
    ]);
  });

  test.each([
    ['a quotation of another text', 'كان الطقس جميلا في ذلك الصباح وكانت العصافير تغرد فوق الأشجار'],
    ['a few frequent words', 'في من على إلى'],
    ['nothing', ''],
    ['punctuation', '«…»'],
    ['a short word', 'قط'],
  ])('finds nothing like %s', (_, quote) => {
    expect(findCandidates(readArticle(), { quote })).toEqual([]);
  });

  test('finds nothing in an empty article', () => {
    expect(findCandidates(prepareAnchorText(''), { quote: 'نعم' })).toEqual([]);
  });

  test('gives ranges of whole words inside the text', () => {
    const words = text.split(' ');
    fc.assert(
      fc.property(
        fc.nat(words.length - 8),
        fc.array(fc.tuple(fc.nat(60), fc.constantFrom('', 'س', '7', ' ')), { maxLength: 6 }),
        (first, damages) => {
          let quote = words.slice(first, first + 8).join(' ');
          for (const [at, letter] of damages) quote = quote.slice(0, at) + letter + quote.slice(at + 1);
          for (const { range } of findCandidates(readArticle(), { quote })) {
            expect(text.slice(range.start - 1, range.start)).not.toMatch(/[\p{L}\p{N}]/u);
            expect(text.slice(range.end, range.end + 1)).not.toMatch(/[\p{L}\p{N}]/u);
            expect(range.end).toBeGreaterThan(range.start);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a place is worth a look', () => {
  const PREFIX = 'abcdefghijklmnopqrst';
  const QUOTE = 'tsrqponmlkjihgfedcba';
  const SUFFIX = 'acegikmoqsbdfhjlnprt';
  /** The last letters wrong but one, which keeps the edge of the word. */
  const spoil = (word: string, letters: number): string => {
    const from = word.length - 1 - letters;
    return word.slice(0, from) + 'z'.repeat(letters) + word.slice(-1);
  };
  const look = (text: string, quotation: Quotation) =>
    findCandidates(prepareAnchorText(text), quotation).map(({ range, similarity, contextSimilarity }) => ({
      words: text.slice(range.start, range.end),
      similarity: Number(similarity.toFixed(3)),
      contextSimilarity: contextSimilarity === undefined ? undefined : Number(contextSimilarity.toFixed(3)),
    }));

  test.each([
    [0.9, 0.25, true],
    [0.9, 0.2, false],
    [0.85, 0.3, false],
    [0.75, 0.35, true],
    [0.75, 0.3, false],
    [0.7, 0.45, false],
    [0.65, 0.5, true],
    [0.65, 0.45, false],
    [0.6, 1, false],
  ])('or not: %f of its letters with %f of its context: %s', (similarity, contextSimilarity, isFound) => {
    const quote = spoil(QUOTE, Math.round(20 * (1 - similarity)));
    const prefix = spoil(PREFIX, Math.round(20 * (1 - contextSimilarity)));
    const found = look(`vvv ${PREFIX} ${QUOTE} ${SUFFIX} www`, { quote, prefix });
    expect(found).toEqual(isFound ? [{ words: QUOTE, similarity, contextSimilarity }] : []);
  });

  test.each([
    [20, 0.85, true],
    [20, 0.8, false],
    [60, 0.75, true],
    [60, 0.7, false],
    [40, 0.75, false],
  ])('or not: of %i letters without context %f: %s', (letters, similarity, isFound) => {
    const whole = (QUOTE + PREFIX + SUFFIX).slice(0, letters);
    const quote = spoil(whole, Math.round(letters * (1 - similarity)));
    const found = look(`vvv ${whole} www`, { quote });
    expect(found).toEqual(isFound ? [{ words: whole, similarity, contextSimilarity: undefined }] : []);
  });

  test('by the mean of both sides of its context', () => {
    const quotation = { quote: spoil(QUOTE, 1), prefix: PREFIX, suffix: spoil(SUFFIX, 10) };
    expect(look(`vvv ${PREFIX} ${QUOTE} ${SUFFIX} www`, quotation)).toEqual([
      { words: QUOTE, similarity: 0.95, contextSimilarity: 0.75 },
    ]);
  });

  test('by the context beside it, and not by what stands further off', () => {
    const far = 'vvvvvvv '.repeat(6);
    const found = look(`${PREFIX} ${far}${QUOTE} ${far}${SUFFIX}`, {
      quote: spoil(QUOTE, 1),
      prefix: PREFIX,
      suffix: SUFFIX,
    });
    expect(found).toEqual([]);
  });

  test('by a score of which the context is a quarter', () => {
    const beside = (prefix: string, word: string): string => `vvv ${prefix} ${word} vvv`;
    const quotation = { quote: `${QUOTE} and`, prefix: PREFIX };
    // The first has the better words, 1 to 0.87, and the second the better context, 1 to 0.5: 0.875 against 0.906.
    const text = `${beside(spoil(PREFIX, 10), `${QUOTE} and`)} ${'vvv '.repeat(20)}${beside(PREFIX, `${spoil(QUOTE, 3)} and`)}`;
    expect(look(text, quotation).map(({ words, similarity }) => [words, similarity])).toEqual([
      [`${spoil(QUOTE, 3)} and`, 0.875],
    ]);
  });

  test('at the very edges of the text', () => {
    expect(look(`${QUOTE} ${SUFFIX}`, { quote: spoil(QUOTE, 1), suffix: SUFFIX })).toMatchObject([
      { contextSimilarity: 1 },
    ]);
    expect(look(`${PREFIX} ${QUOTE}`, { quote: spoil(QUOTE, 1), prefix: PREFIX })).toMatchObject([
      { contextSimilarity: 1 },
    ]);
    expect(look(QUOTE, { quote: spoil(QUOTE, 1) })).toMatchObject([{ words: QUOTE }]);
  });

  test('the nearer one of two, or both when they are equally near, in the order of the text', () => {
    const near = spoil(QUOTE, 1);
    const two = `${spoil(QUOTE, 2)} vvv ${near} www`;
    expect(look(two, { quote: QUOTE }).map(({ words }) => words)).toEqual([near]);
    expect(look(`${near} vvv ${near} www`, { quote: QUOTE })).toHaveLength(2);
    expect(
      findCandidates(prepareAnchorText(`${near} vvv ${near}`), { quote: QUOTE }).map(({ range }) => range.start),
    ).toEqual([0, 25]);
  });

  test('the better one first where one leads by little', () => {
    const quote = 'one two three four five six seven eight nine ten eleven twelve thirteen';
    const better = quote.replace('seven', 'sezen');
    const worse = quote.replace('seven', 'sezzn');
    const far = ' vvv'.repeat(40);
    expect(look(`${worse}${far} ${better} www`, { quote }).map(({ words }) => words)).toEqual([better, worse]);
    const worst = quote.replace('seven eight', 'sezzn ezzht');
    expect(look(`${worst}${far} ${better} www`, { quote }).map(({ words }) => words)).toEqual([better]);
  });

  test('with whole words: an end goes to the nearer edge of its word', () => {
    const text = 'one seventeen eighteen nineteen two';
    expect(look(text, { quote: 'eventeen eighteen nineteen' }).map(({ words }) => words)).toEqual([
      'seventeen eighteen nineteen',
    ]);
    expect(look(text, { quote: 'e seventeen eighteen nineteen' }).map(({ words }) => words)).toEqual([
      'seventeen eighteen nineteen',
    ]);
    expect(look(text, { quote: 'seventeen eighteen nineteen t' }).map(({ words }) => words)).toEqual([
      'seventeen eighteen nineteen',
    ]);
    expect(look(text, { quote: 'seventeen eighteen ninetee' }).map(({ words }) => words)).toEqual([
      'seventeen eighteen nineteen',
    ]);
  });
});

describe('shortestContext', () => {
  test('is never empty: a quotation at an edge is decided by its other side', () => {
    const two = prepareAnchorText('one two');
    expect(shortestContext(two, { start: 0, end: 3 })).toEqual({ side: 'suffix', text: 'two' });
    expect(shortestContext(two, { start: 4, end: 7 })).toEqual({ side: 'prefix', text: 'one' });
    expect(shortestContext(prepareAnchorText('one'), { start: 0, end: 3 })).toBeUndefined();
  });

  test('is nothing where more than two dozen words would be needed', () => {
    const same = Array.from({ length: 24 }, (_, at) => `w${String.fromCharCode(97 + at)}`).join(' ');
    const far = prepareAnchorText(`x ${same} here ${same} x y ${same} here ${same} y`);
    const start = far.text.indexOf('here');
    expect(shortestContext(far, { start, end: start + 4 })).toBeUndefined();
    const near = same.slice(3);
    const enough = prepareAnchorText(`x ${near} here ${near} x y ${near} here ${near} y`);
    const at = enough.text.indexOf('here');
    expect(shortestContext(enough, { start: at, end: at + 4 })).toEqual({ side: 'prefix', text: `x ${near}` });
  });

  test('joins several words behind the quotation by one space', () => {
    const from = prepareAnchorText('نعم\n قال أحمد. نعم قال  سعاد.');
    expect(shortestContext(from, { start: 0, end: 3 })).toEqual({ side: 'suffix', text: 'قال أحمد.' });
  });

  test('is nothing for a range that holds less than the quotation', () => {
    const from = prepareAnchorText('one two three');
    expect(shortestContext(from, { start: 4, end: 6 }, 'two')).toBeUndefined();
    expect(shortestContext(from, { start: 5, end: 7 }, 'two')).toBeUndefined();
  });

  const decided = 'قال الوزير الأول نعم أولا. قال السفير الأول نعم ثانيا.';

  test.each([
    ['one word behind is enough', { start: 17, end: 20 }, 'نعم', { side: 'suffix', text: 'أولا.' }],
    ['one word in front is enough', { start: 11, end: 16 }, 'الأول', { side: 'prefix', text: 'الوزير' }],
  ] as const)('%s', (_, range, quote, expected) => {
    expect(decided.slice(range.start, range.end)).toBe(quote);
    expect(shortestContext(prepareAnchorText(decided), range)).toEqual(expected);
  });

  test('takes as many words as are needed', () => {
    const far = prepareAnchorText('أحمد قال نعم وسكت. ثم سعاد قال نعم وسكت.');
    const start = far.text.lastIndexOf('نعم');
    expect(shortestContext(far, { start, end: start + 3 })).toEqual({ side: 'prefix', text: 'سعاد قال' });
  });

  test('works for a quotation spelled otherwise', () => {
    const spelled = prepareAnchorText('جاء إلى المدينة صباحا ثم ذهب إلى المدينة مساء');
    const start = spelled.text.lastIndexOf('إلى');
    expect(shortestContext(spelled, { start, end: start + 11 }, 'الى المدينه')).toEqual({
      side: 'prefix',
      text: 'ذهب',
    });
  });

  test('is nothing where the whole surroundings repeat', () => {
    const repeated = prepareAnchorText('نعم '.repeat(100).trim());
    expect(shortestContext(repeated, { start: 200, end: 203 })).toBeUndefined();
  });

  test('decides for every place of an ambiguous quotation that it is given for', () => {
    const words = fc.array(fc.constantFrom('نعم', 'لا', 'قال', 'وقال', '12%', 'الدول', 'والدول'), {
      minLength: 2,
      maxLength: 14,
    });
    fc.assert(
      fc.property(words, fc.nat(13), (chosen, index) => {
        const repetitive = prepareAnchorText(chosen.join(' '));
        const quote = chosen[index % chosen.length] ?? '';
        const anchoring = anchorQuote(repetitive, { quote });
        fc.pre(anchoring.status === 'ambiguous');
        for (const range of anchoring.ranges) {
          const context = shortestContext(repetitive, range, quote);
          if (context === undefined) continue;
          expect(anchorQuote(repetitive, { quote, [context.side]: context.text })).toMatchObject({
            status: 'anchored',
            range,
          });
        }
      }),
      { numRuns: 300 },
    );
  });
});

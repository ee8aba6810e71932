import { describe, expect, test } from 'vitest';
import { prepareAnchorText } from '../../../src/anchor/anchor-quote.ts';
import { findWindows, type Query } from '../../../src/anchor/find-windows.ts';

/** Words of seven letters that each stand once: word n begins at 8n. */
const UNIQUE = Array.from({ length: 200 }, (_, at) => `word${String(at).padStart(3, 'o')}`);
const quoteOf = (first: number, count: number): string => UNIQUE.slice(first, first + count).join(' ');
const find = (text: string, query: Partial<Query>, errors = 5) =>
  findWindows(prepareAnchorText(text), { quote: '', prefix: '', suffix: '', ...query }, errors);

/** The window of a quotation of so many letters that would begin at a multiple of sixteen. */
const windowAt = (start: number, letters: number, slack = 37) => ({
  start: Math.max(0, start - slack),
  end: Math.max(0, start) + letters + slack,
});

describe('findWindows', () => {
  const text = UNIQUE.join(' ');

  test('finds the one place where the words stand', () => {
    expect(find(text, { quote: quoteOf(50, 3) })).toEqual([windowAt(400, 23)]);
    expect(find(text, { quote: quoteOf(50, 3) }, 0)).toEqual([windowAt(400, 23, 32)]);
  });

  test('finds it by its context alone, on either side', () => {
    const quote = 'x'.repeat(15);
    expect(find(text, { quote, prefix: quoteOf(48, 2) })).toEqual([windowAt(400, 15)]);
    expect(find(text, { quote, suffix: quoteOf(52, 2) })).toEqual([windowAt(400, 15)]);
  });

  test('finds nothing when no word stands in the text', () => {
    expect(find(text, { quote: 'other words' })).toEqual([]);
    expect(find('', { quote: quoteOf(1, 2) })).toEqual([]);
  });

  test('begins at the beginning of the text when only the end of the quotation stands there', () => {
    expect(find(text, { quote: `${'x'.repeat(100)} ${quoteOf(0, 2)}` })).toEqual([windowAt(-96, 116)]);
  });

  test('reaches beyond the end when only the beginning of the quotation stands there', () => {
    expect(find(text, { quote: `${quoteOf(198, 2)} ${'x'.repeat(100)}` })).toEqual([windowAt(1584, 116)]);
  });

  test('puts the place of more words first, and leaves out its neighbours', () => {
    const quote = `${quoteOf(20, 3)} ${quoteOf(103, 2)}`;
    expect(find(text, { quote })).toEqual([windowAt(160, 39), windowAt(800, 39)]);
  });

  test('gathers the votes of words that lost letters between them', () => {
    // Nine letters more in the quotation: its last words vote for the bin before that of the first ones.
    const quote = `${quoteOf(50, 1)} ${'x'.repeat(8)} ${quoteOf(51, 1)}`;
    const rival = quoteOf(10, 1);
    expect(find(text, { quote: `${quote} ${rival}` })).toEqual([windowAt(384, 32), windowAt(48, 32)]);
  });

  test('gives at most six windows', () => {
    const quote = Array.from({ length: 9 }, (_, at) => UNIQUE[at * 20] ?? '').join(' ');
    expect(find(text, { quote })).toHaveLength(6);
  });

  test('lets a rare word outweigh a frequent one, and a long one a short one', () => {
    const filler = UNIQUE.slice(0, 40).join(' ');
    const starts = (query: string, article: string) => find(article, { quote: query }).map(({ start }) => start);
    const [rare] = starts('seldomly oftenoft', `oftenoft ${filler} oftenoft ${filler} seldomly ${filler}`);
    expect(rare).toBeGreaterThan(600);
    const [long] = starts('brief longlonglong', `brief ${filler} longlonglong ${filler}`);
    expect(long).toBeGreaterThan(240);
  });

  test('hears no word that stands more than two thousand times', () => {
    expect(find('again '.repeat(2000), { quote: 'again' })).not.toEqual([]);
    expect(find('again '.repeat(2001), { quote: 'again' })).toEqual([]);
  });
});

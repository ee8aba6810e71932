import { expect, test } from 'vitest';
import { readQueryWords } from '../../../../src/search/client/read-query-words.ts';
import { createVocabulary } from '../../../../src/search/client/vocabulary.ts';

/** What is asked for of a query where the site has these stems. */
async function readWith(stems: readonly string[], query: string): Promise<readonly string[]> {
  const lines = stems.map((stem) => `${stem}\t1`).join('\n');
  const vocabulary = createVocabulary({ '': 'all.txt' }, () => Promise.resolve(lines));
  const words = await readQueryWords(query, vocabulary);
  return words.map(({ amount, readings }) => amount?.digits ?? readings[0].stem);
}

test.each([
  ['letters spelt out', ['cia'], 'سي آي إيه', ['cia']],
  ['letters spelt out that the site has not', ['nato'], 'سي آي', ['سي', 'اي']],
  ['Arabic in Latin letters and digits', ['daesh'], 'da3esh', ['daesh']],
  ['a digit in front', ['iraq'], '3iraq', ['iraq']],
  ['a number in words', ['27', 'دول'], 'سبع وعشرون دولة', ['27', 'دول']],
  ['a number in words that the site has not', ['سبع'], 'سبع وعشرون', ['سبع', 'وعشر']],
  ['a number with spaces in it', ['33000'], '33 000', ['33000']],
  ['the same in Arabic digits', ['33000'], '٣٣ ٠٠٠', ['33000']],
  ['two years', ['2015', '2016'], '2015 2016', ['2015', '2016']],
  ['a share', ['10'], 'ten percent', ['10']],
  ['a share in Arabic', ['10'], '10 بالمئة', ['10']],
])('%s', async (_, stems, query, asked) => {
  expect(await readWith(stems, query)).toEqual(asked);
});

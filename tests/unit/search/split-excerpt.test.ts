import { expect, test } from 'vitest';
import { splitExcerpt } from '../../../src/search/split-excerpt.ts';

test('separates marked words from the rest', () => {
  expect(splitExcerpt('هي: <mark>بلجيكا،</mark> وكندا')).toEqual([
    { text: 'هي: ', isMarked: false },
    { text: 'بلجيكا،', isMarked: true },
    { text: ' وكندا', isMarked: false },
  ]);
});

test('reads escaped text as text', () => {
  expect(splitExcerpt('&lt;b&gt; &amp;amp; &quot;<mark>x&lt;</mark>')).toEqual([
    { text: '<b> &amp; "', isMarked: false },
    { text: 'x<', isMarked: true },
  ]);
});

test('believes no other tag', () => {
  expect(splitExcerpt('<img src=x onerror=y>')).toEqual([{ text: '<img src=x onerror=y>', isMarked: false }]);
});

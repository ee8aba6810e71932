import { expect, test } from 'vitest';
import { findCountryWords } from '../../../src/search/country-words.ts';

const countries = ['ar', 'en'].map((language) => new Intl.DisplayNames(language, { type: 'region' }));

test('a country is also found by what English calls its people, and by its names in every language of the site', () => {
  const words = findCountryWords('NL', ['هولندا'], countries);
  expect(words?.demonyms).toContain('Dutch');
  expect(words?.names).toEqual(['هولندا', 'Netherlands']);
});

test('a demonym of several words stays whole', () => {
  expect(findCountryWords('NZ', ['New Zealand'], countries)?.demonyms).toEqual(['New Zealander']);
});

test('whatever merely belongs to a country is not called after it', () => {
  expect(findCountryWords('NL', ['The Hague'], countries)).toBeUndefined();
});

test('a code that is nobody’s gives nothing', () => {
  expect(findCountryWords('QQ', ['Nowhere'], countries)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { checkCharacters } from '../../../src/source/check-characters.ts';
import { parseDocument } from '../../../src/source/parse-document.ts';
import { parseSite } from '../../../src/source/parse-site.ts';

const SITE =
  'title: T\ndescription: D\nlanguages: [en]\nurl: https://t.example/\nkinds:\n  towers:\n    base: place\n    label: { en: { one: Tower, other: Towers } }\n';

function codesOf(text: string): string[] {
  const reading = parseSite([{ path: 'site.yaml', text: SITE }]);
  if (reading.status === 'refused') throw new Error('site.yaml');
  return parseDocument({ path: 'towers/ember.mdx', text }, reading.site).diagnostics.map(({ code }) => code);
}

test.each([
  ['an override of direction', 'a\u202Eb', 'text-hidden'],
  ['an isolate that its line leaves open', 'a\u2067b\nc\u2069', 'text-hidden'],
  ['a close without an opening', 'a\u2069b', 'text-hidden'],
  ['a control character', 'a\u0007b', 'text-hidden'],
  ['a tag character', 'a\u{E0041}b', 'text-hidden'],
  ['a lost character', 'a\uFFFDb', 'text-hidden'],
  ['a soft hyphen', 'a\u00ADb', 'text-suspicious'],
  ['a private character', 'a\uE000b', 'text-suspicious'],
  ['a letter in a shape of its own', 'a\uFEFBb', 'text-suspicious'],
  ['a Cyrillic letter in a Latin word', 'p\u0430ss', 'text-suspicious'],
])('tells of %s', (_what, text, code) => {
  expect(checkCharacters(text, 'a.mdx').map((one) => one.code)).toContain(code);
});

test.each([
  ['marks that Arabic and Persian typesetting needs', 'می\u200Cخواهم \u200Fكلمة\u200E \u061C'],
  ['an isolate that is closed', 'a \u2068b\u2069 c'],
  ['a formula in one character', 'محمد ﷺ'],
  ['tabs and line breaks', 'a\tb\r\nc'],
])('allows %s', (_what, text) => {
  expect(checkCharacters(text, 'a.mdx')).toEqual([]);
});

test('finds a hidden character that YAML wrote with an escape, beside a doubtful one that the file shows', () => {
  const file =
    String.raw`---
label: { en: "Em\u202Eber" }
---
A soft` +
    '\u00AD' +
    'hyphen.\n';
  expect(codesOf(file)).toEqual(expect.arrayContaining(['text-hidden', 'text-suspicious']));
});

import { expect, test } from 'vitest';
import { titlePassages } from '../../../src/site/models/title-passages.ts';

test('titles every passage for the search index, and nothing else', () => {
  const html = '<p id="p3" class="passage" data-passage="p3" lang="ar">data-passage="p4" <b>x</b></p>';
  expect(titlePassages(html, (passage) => `“A & B”, ${passage}`)).toBe(
    '<p id="p3" class="passage" data-passage="p3" data-pagefind-title="“A &amp; B”, p3" lang="ar">data-passage="p4" <b>x</b></p>',
  );
});

test('escapes what would end the attribute', () => {
  expect(titlePassages('<li data-passage="p1">x</li>', () => '"><script>')).toContain('title="&quot;>&lt;script>"');
});

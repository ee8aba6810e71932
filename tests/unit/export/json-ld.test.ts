import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toOneOrMany, writeJsonLd } from '../../../src/export/json-ld.ts';
import { parseHtml, findAllByTag } from '../../support/html.ts';

const HOSTILE = ['</script>', '<!--', '<script>', ']]>', '\u2028', '&lt;', '"', '\\u003c', '__proto__', '\uD800'];
const text = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' })))
  .map((parts) => parts.join(''));

test('whatever a text holds, it stays one block of data that reads back as it was', () => {
  fc.assert(
    fc.property(text, text, (name, description) => {
      const written = writeJsonLd({ '@type': 'Thing', name, description });
      const root = parseHtml(
        `<!doctype html><title>x</title><script type="application/ld+json">${written}</script><p id="after">`,
      );
      const scripts = findAllByTag(root, 'script');
      expect(scripts).toHaveLength(1);
      expect(findAllByTag(root, 'p')).toHaveLength(1);
      expect(JSON.parse(scripts[0]?.text ?? '')).toEqual({ '@type': 'Thing', name, description });
    }),
    { numRuns: 500 },
  );
});

test('what is not known is not written', () => {
  expect(writeJsonLd({ name: 'x', description: undefined })).toBe('{"name":"x"}');
});

test('one value stands alone, several as a list, none not at all', () => {
  expect([toOneOrMany([]), toOneOrMany(['a']), toOneOrMany(['a', 'b'])]).toEqual([undefined, 'a', ['a', 'b']]);
});

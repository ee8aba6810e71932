import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { appendToList, applyEdits, replaceScalar, replaceScalars } from '../../../src/source/edit-front-matter.ts';
import { splitFrontMatter } from '../../../src/source/parse-mdx.ts';

const FILE = `---
# who it is
label: { en: Ember }   # a name
claims:
    - id: height
      evidence:
          - article: survey
            quote: 'it stands twelve metres high' # counted twice
---
The tower of Ember.
`;

function read(file: string): unknown {
  return parseDocument(splitFrontMatter(file).yaml ?? '').toJS();
}

describe('replaceScalar', () => {
  test('replaces the one value and leaves comments and layout as they are', () => {
    const edit = replaceScalar(FILE, { line: 8, column: 20 }, 'it stands «twelve» metres high');
    expect(edit && applyEdits(FILE, [edit])).toBe(
      FILE.replace("'it stands twelve metres high'", '"it stands «twelve» metres high"'),
    );
  });

  test('finds nothing where no value begins', () => {
    expect(replaceScalar(FILE, { line: 8, column: 21 }, 'x')).toBeUndefined();
    expect(replaceScalar(FILE, { line: 2, column: 1 }, 'x')).toBeUndefined();
  });

  test('replaces a text that is folded over several lines', () => {
    const folded = '---\nquote: >\n  it stands\n  twelve metres\nother: kept\n---\n';
    const edit = replaceScalar(folded, { line: 2, column: 8 }, 'ten metres');
    expect(read(edit ? applyEdits(folded, [edit]) : '')).toEqual({ quote: 'ten metres', other: 'kept' });
  });

  test('whatever is written is read back as it was meant', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.constantFrom('plain', "'quoted'", '"double"'),
        (value, before) => {
          const file = `---\nquote: ${before}\nother: 1 # note\n---\n`;
          const edit = replaceScalar(file, { line: 2, column: 8 }, value);
          expect(read(edit ? applyEdits(file, [edit]) : '')).toEqual({ quote: value, other: 1 });
        },
      ),
    );
  });
});

test('replaces every value that is renamed, but no key of the same name', () => {
  const file = '---\na/b: a/b\nlist: [a/b, "a/b#c", c]\n---\n';
  const edits = replaceScalars(file, (value) => (value.startsWith('a/b') ? value.replace('a/b', 'a/x') : undefined));
  expect(applyEdits(file, edits)).toBe('---\na/b: a/x\nlist: [a/x, "a/x#c", c]\n---\n');
});

describe('appendToList', () => {
  test.each([
    ['a list in brackets', '---\nids: [a/b]\nz: 1\n---\n', '---\nids: [a/b, c/d]\nz: 1\n---\n'],
    ['a list in lines', '---\nids:\n  - a/b\nz: 1\n---\n', '---\nids:\n  - a/b\n  - c/d\nz: 1\n---\n'],
    ['a new list at the end', '---\nz: 1\n---\ntext\n', '---\nz: 1\nids: [c/d]\n---\ntext\n'],
  ])('adds to %s', (_what, before, after) => {
    const edit = appendToList(before, 'ids', 'c/d');
    expect(edit && applyEdits(before, [edit])).toBe(after);
  });

  test('adds nothing to what is no list', () => {
    expect(appendToList('---\nids: 1\n---\n', 'ids', 'c/d')).toBeUndefined();
  });
});

import { expect, test } from 'vitest';
import { prove } from '../in-memory.ts';

const SITE =
  'title: T\ndescription: D\nlanguages: [en]\nurl: https://t.example/\nkinds:\n  unions:\n    base: organization\n    label: { en: { one: Union, other: Unions } }\n';

function mentions(names: string, text: string): string[] {
  const { graph } = prove({
    'site.yaml': SITE,
    'articles/a.mdx': `---\ntitle: A\nlang: en\nnames:\n${names}\n---\n${text}\n`,
    'unions/north.mdx': '---\nlabel: { en: North Union }\naliases: { en: [the Union] }\n---\n',
    'unions/south.mdx': '---\nlabel: { en: South Union }\naliases: { en: [the Union] }\n---\n',
  });
  return graph.mentions.map(({ entity, range, passage }) => `${passage} ${range.start}-${range.end} ${entity}`);
}

const TEXT = 'On Monday the Union met. On Friday the Union split.';

test('a name that two bear is linked where the author says which is meant', () => {
  expect(mentions('  - { words: the Union, prefix: On Friday, entity: unions/south }', TEXT)).toContain(
    'p1 35-44 unions/south',
  );
});

test('without context a setting holds wherever the words stand', () => {
  expect(mentions('  - { words: the Union, entity: unions/north }', TEXT)).toEqual([
    'p1 10-19 unions/north',
    'p1 35-44 unions/north',
  ]);
});

test('a name can be forbidden', () => {
  expect(mentions('  - { words: North Union, entity: none }', 'The North Union met. The North Union split.')).toEqual(
    [],
  );
});

test('words that carry no name of an entity can be made to name one', () => {
  expect(mentions('  - { words: the old league, entity: unions/north }', 'They left the old league.')).toEqual([
    'p1 10-24 unions/north',
  ]);
});

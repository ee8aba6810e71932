import { expect, test } from 'vitest';
import { renameDocument } from '../../../src/source/rename-document.ts';
import { prove } from '../in-memory.ts';
import { SMALL_CORPUS } from '../small-corpus.ts';

function rename(content: Readonly<Record<string, string>>, id: string, newId: string): Record<string, string> {
  const files = Object.entries(content).map(([path, text]) => ({ path, text }));
  const { changed, moved } = renameDocument(files, id, newId);
  const after: Record<string, string> = { ...content };
  for (const { from, to } of moved) {
    after[to] = after[from] ?? '';
    Reflect.deleteProperty(after, from);
  }
  for (const { path, text } of changed) after[path] = text;
  return after;
}

const WITH_USES: Readonly<Record<string, string>> = {
  ...SMALL_CORPUS,
  'pages/about.mdx': `---
title: عن الموقع
---
انظر <Entity id="rivers/nile" /> و<Cite claim="rivers/nile#mouth" /> و[الصفحة](/rivers/nile/) و[أخرى](/rivers/nilemeter/).
`,
};

test('an entity is renamed in values, components and links, and in nothing that only begins alike', () => {
  const after = rename(WITH_USES, 'rivers/nile', 'rivers/river-nile');
  expect(after['rivers/nile.mdx']).toBeUndefined();
  expect(after['pages/about.mdx']).toContain(
    '<Entity id="rivers/river-nile" /> و<Cite claim="rivers/river-nile#mouth" /> و[الصفحة](/rivers/river-nile/) و[أخرى](/rivers/nilemeter/)',
  );
});

test('a renamed entity is proved as before and remembers its former id', () => {
  const before = prove(SMALL_CORPUS);
  const after = prove(rename(SMALL_CORPUS, 'rivers/nile', 'rivers/river-nile'));
  expect(after.diagnostics.map(({ code }) => code)).toEqual(before.diagnostics.map(({ code }) => code));
  expect(after.graph.entities.find(({ id }) => id === 'rivers/river-nile')?.formerIds).toEqual(['rivers/nile']);
  expect(after.graph.evidence).toHaveLength(before.graph.evidence.length);
});

test('an article is renamed in the citations that name it, with its passage lock', () => {
  const after = rename(
    { ...SMALL_CORPUS, 'articles/journey.passages.json': '{}' },
    'articles/journey',
    'articles/the-journey',
  );
  expect(Object.keys(after)).toContain('articles/the-journey.passages.json');
  expect(after['rivers/nile.mdx']).toContain('article: the-journey');
  expect(after['rivers/nile.mdx']).toContain('article: survey');
  expect(prove(after).graph.articles.map(({ id }) => id)).toEqual(['survey', 'the-journey']);
  expect(prove(after).graph.evidence).toHaveLength(prove(SMALL_CORPUS).graph.evidence.length);
});

import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { EXPORT_FORMATS, writeExport, type ExportFormat } from '../../../src/export/write-export.ts';
import { toAddresses, toWording } from '../../../src/site/models/page-data.ts';
import { writeCsv } from '../../../src/site/write-csv.ts';
import { openContext } from '../site/open-context.ts';

const SITE = `title: { en: Bells }
description: { en: Bells of a coast. }
languages: [en]
url: https://example.org/
kinds:
  towers:
    base: place
    label: { en: { one: Tower, other: Towers } }
    properties:
      state: { type: text, many: true, label: { en: State } }
`;
// Signs beyond the first plane: positions in them differ between UTF-16 and code points.
const ARTICLE = `---
title: { en: The storm }
lang: en
---

🔔🔔 The Bronze Tower leaned by 3 degrees, and 🔔 stood.

Then it fell.
`;
const TOWER = `---
label: { en: Bronze Tower }
claims:
  - id: leaning
    property: state
    value: { en: "=1+1" }
    evidence:
      - { article: storm, quote: leaned by 3 degrees }
      - { article: storm, quote: and 🔔 stood }
  - id: lost
    property: state
    value: { en: lost }
    status: unsourced
---

It is a tower.
`;

function write(format: ExportFormat): string {
  const context = openContext({ 'site.yaml': SITE, 'articles/storm.mdx': ARTICLE, 'towers/bronze.mdx': TOWER }, 'en');
  const { kb } = context;
  return [
    ...writeExport(format, {
      site: kb.site,
      articles: () => kb.articles().flatMap(({ id }) => kb.article(id) ?? []),
      entities: () => kb.entityIds().flatMap((id) => kb.entity(id) ?? []),
      claims: (entity) => kb.claims(entity).map((claim) => ({ claim, evidence: kb.evidence(claim.id) })),
      mentioned: () => ['towers/bronze'],
      addresses: toAddresses(context),
      wording: toWording(context),
      writeRows: writeCsv,
    }),
  ].join('');
}

test.each(EXPORT_FORMATS)('%s is the same bytes each time, and ends with a line break', (format) => {
  expect(write(format)).toBe(write(format));
  expect(write(format).endsWith('\n')).toBe(true);
});

test('the graph is one document that another parser reads without loss', async () => {
  const context = { '@vocab': 'http://schema.org/' };
  const quads = (await jsonld.toRDF(
    JSON.parse(write('jsonld')) as jsonld.JsonLdDocument,
    {
      documentLoader: (url) => Promise.resolve({ documentUrl: url, document: { '@context': context } }),
      format: 'application/n-quads',
      safe: true,
    } as jsonld.Options.ToRdf,
  )) as unknown as string;
  expect(quads).toContain(
    '<https://example.org/towers/bronze/#lost> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/Claim>',
  );
  expect(quads).toContain('<https://example.org/articles/storm/>');
});

test('records are one on each line, with the places that the evidence stands in', () => {
  const records = write('ndjson')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(records.map(({ type, id }) => [type, id])).toEqual([
    ['article', 'storm'],
    ['entity', 'towers/bronze'],
    ['claim', 'towers/bronze#leaning'],
    ['claim', 'towers/bronze#lost'],
  ]);
  expect(records[2]?.['evidence']).toMatchObject([
    { words: 'leaned by 3 degrees', grade: 'exact' },
    { words: 'and 🔔 stood' },
  ]);
});

test('the table has a row for each piece of evidence, and no cell that a spreadsheet would run', () => {
  const [head = '', ...rows] = write('csv').replaceAll('\uFEFF', '').trimEnd().split('\r\n');
  expect(head).toContain('"claim","entity"');
  expect(rows.map((row) => row.split(',')[0])).toEqual([
    '"towers/bronze#leaning"',
    '"towers/bronze#leaning"',
    '"towers/bronze#lost"',
  ]);
  expect(rows[0]).toContain(`"'=1+1"`);
});

describe('annotations', () => {
  interface Target {
    readonly selector: readonly [
      { readonly type: 'TextQuoteSelector'; readonly prefix: string; readonly exact: string; readonly suffix: string },
      { readonly value: string; readonly refinedBy: { readonly start: number; readonly end: number } },
    ];
  }
  const { items } = JSON.parse(write('annotations')) as { items: readonly { body: string; target: Target }[] };
  const texts = (JSON.parse(write('ndjson').split('\n')[0] ?? '') as { passages: { id: string; text: string }[] })
    .passages;

  test('find the words by their place in the passage, counted in code points', () => {
    expect(items.map(({ body }) => body)).toEqual(Array(2).fill('https://example.org/towers/bronze/#leaning'));
    for (const { target } of items) {
      const [{ exact }, { value, refinedBy }] = target.selector;
      const text = Array.from(texts.find(({ id }) => id === value)?.text ?? '');
      expect(text.slice(refinedBy.start, refinedBy.end).join('')).toBe(exact);
    }
  });

  test('find the words by themselves with what stands around them', () => {
    for (const { target } of items) {
      const [{ prefix, exact, suffix }] = target.selector;
      expect(texts.some(({ text }) => text.includes(prefix + exact + suffix))).toBe(true);
    }
    expect(items.map(({ target }) => target.selector[0].exact)).toEqual(['leaned by 3 degrees', 'and 🔔 stood']);
  });
});

import { expect, test } from 'vitest';
import type { SiteConfig } from '../../../src/schema/site-schema.ts';
import { toFacetFiles, type BrowseEntry } from '../../../src/search/browse-files.ts';
import { createChoiceReader, toFacets, type EntityFacet } from '../../../src/search/read-facets.ts';
import { prove } from '../in-memory.ts';

const toSite = (properties: string): string => `
title: { ar: أنهار, en: Rivers }
description: { ar: أنهار, en: Rivers }
languages: [ar, en]
url: https://rivers.example/
kinds:
  rivers:
    base: place
    label: { ar: { one: نهر, other: أنهار }, en: { one: River, other: Rivers } }
    properties:
${properties}
  seas:
    base: place
    label: { ar: { one: بحر, other: بحار }, en: { one: Sea, other: Seas } }
`;

const entity = (label: string, fields: string): string =>
  `---\nlabel: { ar: ${label}, en: ${label} }\n${fields}\n---\n`;

/** Rivers with the fields given, two seas for them to flow into. */
function read(properties: string, rivers: readonly string[]): readonly EntityFacet[] {
  const { graph } = prove({
    'site.yaml': toSite(properties),
    'seas/north.mdx': entity('North', ''),
    'seas/south.mdx': entity('South', ''),
    ...Object.fromEntries(rivers.map((fields, at) => [`rivers/r${at}.mdx`, entity(`River ${at}`, fields)])),
  });
  const readChoices = createChoiceReader({
    site: graph.site,
    entityHead: (id) => graph.entities.find((one) => one.id === id),
  });
  return toFacets(
    graph.site,
    graph.entities.map((one) => ({
      id: one.id,
      kind: one.kind,
      choices: readChoices(
        one,
        graph.claims.filter(({ entity: of }) => of === one.id),
      ),
    })),
  );
}

const FLOWS = '      flows-into: { type: entity(seas), many: true, label: { ar: يصب في, en: Flows into } }';
const NOTE = '      note: { type: text, label: { ar: ملاحظة, en: Note } }';
const ISO = '      iso: { type: country, label: { ar: الدولة, en: Country } }';

test('a property whose few values are shared is worth filtering by', () => {
  expect(read(FLOWS, ['flows-into: seas/north', 'flows-into: [seas/north, seas/south]', ''])).toEqual([
    {
      kind: 'rivers',
      property: 'flows-into',
      label: { ar: 'يصب في', en: 'Flows into' },
      values: [
        { id: 'seas/north', label: { ar: 'North', en: 'North' }, entities: ['rivers/r0', 'rivers/r1'] },
        { id: 'seas/south', label: { ar: 'South', en: 'South' }, entities: ['rivers/r1'] },
      ],
    },
  ]);
});

test('countries are named in each language', () => {
  const [facet] = read(ISO, ['iso: EG', 'iso: EG', 'iso: SD']);
  expect(facet?.values.map(({ id, label }) => [id, label])).toEqual([
    ['EG', { ar: 'مصر', en: 'Egypt' }],
    ['SD', { ar: 'السودان', en: 'Sudan' }],
  ]);
});

test.each([
  ['with one value', FLOWS, ['flows-into: seas/north', 'flows-into: seas/north']],
  ['with no value twice', FLOWS, ['flows-into: seas/north', 'flows-into: seas/south']],
  ['with values like sentences', NOTE, [`note: ${'long '.repeat(10)}`, `note: ${'long '.repeat(10)}`, 'note: short']],
  ['with more values than a choice has', NOTE, [...Array.from({ length: 31 }, (_, at) => `note: n${at}`), 'note: n1']],
  ['of numbers', '      steps: { type: number, label: { en: Steps } }', ['steps: 1', 'steps: 1', 'steps: 2']],
])('a property %s is not', (_what, properties, rivers) => {
  expect(read(properties, rivers)).toEqual([]);
});

test('an author has the last word', () => {
  const set = (filter: string): string => FLOWS.replace('many: true,', `many: true, filter: ${filter},`);
  const shared = ['flows-into: seas/north', 'flows-into: [seas/north, seas/south]'];
  expect(read(set('false'), shared)).toEqual([]);
  expect(read(set('true'), ['flows-into: seas/north'])).toMatchObject([{ property: 'flows-into' }]);
});

test('a file of facets names documents by their numbers', () => {
  const flowing = { id: 'flows-into', type: { name: 'entity', kinds: ['seas'] }, label: { en: 'Flows into' } };
  const kinds = { rivers: { id: 'rivers', properties: { 'flows-into': flowing } } } as unknown as SiteConfig['kinds'];
  const toEntry = (id: string, ...seas: readonly string[]): BrowseEntry => ({
    ...{ id, kind: 'rivers', filters: {}, titles: {} },
    choices: { 'flows-into': seas.map((sea) => ({ id: sea, label: { en: sea } })) },
  });
  const entries = [toEntry('rivers/r1', 'seas/north', 'seas/south'), toEntry('rivers/r0', 'seas/north')];
  expect(JSON.parse(toFacetFiles({ kinds, languages: ['en'] }, entries).get('rivers') ?? '')).toMatchObject([
    { id: 'rivers.flows-into', values: [{ documents: ['0', '1'] }, { documents: ['0'] }] },
  ]);
});

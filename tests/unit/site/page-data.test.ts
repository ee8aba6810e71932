import { describe, expect, test } from 'vitest';
import { buildArticlePage } from '../../../src/site/models/article-page.ts';
import { buildEntityPage } from '../../../src/site/models/entity-page.ts';
import { buildHomePage } from '../../../src/site/models/home-page.ts';
import { buildRedirectPage } from '../../../src/site/models/other-pages.ts';
import { openContext } from './open-context.ts';

const SITE = `title: { en: Bells, ar: أجراس }
description: { en: Bells of a coast., ar: أجراس ساحل. }
languages: [en, ar]
url: https://example.org/
measures:
  ringers: { en: Ringers, ar: القارعون }
kinds:
  towers:
    base: place
    schema: LandmarksOrHistoricalBuildings
    label: { en: { one: Tower, other: Towers }, ar: { one: برج, other: أبراج } }
    properties:
      at: { type: point, label: { en: At } }
      country: { type: country, label: { en: Country } }
      state: { type: text, label: { en: State, ar: الحال } }
  people:
    base: person
    label: { en: { one: Person, other: People }, ar: { one: شخص, other: أشخاص } }
  numbers:
    base: statistic
    label: { en: { one: Number, other: Numbers }, ar: { one: رقم, other: أرقام } }
`;
const ARTICLE = `---
title: { en: The storm, ar: العاصفة }
lang: en
author: The clerk
published: 1911-03
license: CC0
---

The Bronze Tower leaned by 3 degrees, said Ada. Some 12 to 20 ringers came, or a third of them.
`;
const TOWER = `---
label: { en: Bronze Tower, ar: برج البرونز }
aliases: { en: [The Leaner, { text: Bronzers, demonym: true }] }
summary: { en: "It leans. </script><script>alert(1)</script>" }
sameAs: { wikidata: Q1, guild: "77", site: "https://tower.example/" }
formerIds: [towers/iron]
at: { lat: 1.5, lon: -2 }
country: NO
claims:
  - id: leaning
    property: state
    value: { en: leaning, ar: مائل }
    qualifiers: { from: 1911 }
    status: contested
    saidBy: people/ada
    evidence: [{ article: storm, quote: leaned by 3 degrees }]
  - id: standing
    property: state
    value: { en: standing }
    status: unsourced
    saidBy: { en: the neighbours }
---
`;
const ADA = `---
label: { en: Ada, ar: آدا }
---
`;
const toNumber = (value: string, status: string, more = ''): string => `---
label: { en: Ringers that night, ar: القارعون تلك الليلة }
value: ${value}
unit: { en: ringers, ar: قارع }
asOf: 1911
measure: ringers
status: ${status}
${more}evidence: [{ article: storm, quote: Some 12 to 20 ringers came }]
---
`;
const CONTENT = {
  'site.yaml': SITE,
  'articles/storm.mdx': ARTICLE,
  'towers/bronze.mdx': TOWER,
  'people/ada.mdx': ADA,
  'numbers/ringers.mdx': toNumber('{ min: 12, max: 20 }', 'supported', 'approximate: true\n'),
  'numbers/retracted.mdx': toNumber('{ min: 12, max: 20 }', 'retracted', 'approximate: true\n'),
};

interface Thing {
  readonly [name: string]: unknown;
  readonly subjectOf: readonly Record<string, unknown>[];
}

const readEntity = (id: string, language = 'en'): Thing => read(buildEntityPage(openContext(CONTENT, language), id));

function read(page: { readonly shell: { readonly writeData: (() => string) | undefined } } | undefined): Thing {
  return (JSON.parse(page?.shell.writeData?.() ?? '{}') as { mainEntity: Thing }).mainEntity;
}

describe('an entity as data', () => {
  test('is of its kind’s type, with its names, its place and the same thing elsewhere', () => {
    expect(readEntity('towers/bronze')).toMatchObject({
      '@type': 'LandmarksOrHistoricalBuildings',
      '@id': 'https://example.org/towers/bronze/',
      name: 'Bronze Tower',
      alternateName: ['برج البرونز', 'The Leaner'],
      geo: { '@type': 'GeoCoordinates', latitude: 1.5, longitude: -2 },
      identifier: { propertyID: 'ISO 3166-1 alpha-2', value: 'NO' },
      sameAs: ['https://www.wikidata.org/wiki/Q1', 'https://tower.example/'],
    });
  });

  test('carries its claims with who says so, how certain they are, and the words they rest on', () => {
    const [leaning, standing] = readEntity('towers/bronze').subjectOf;
    expect(leaning).toEqual({
      '@type': 'Claim',
      '@id': 'https://example.org/towers/bronze/#leaning',
      text: 'Bronze Tower: State: leaning',
      inLanguage: 'en',
      temporalCoverage: '1911/..',
      creativeWorkStatus: 'contested',
      author: { '@id': 'https://example.org/people/ada/', name: 'Ada' },
      citation: expect.stringMatching(/^https:\/\/example\.org\/articles\/storm\/#\w+$/) as string,
      appearance: {
        '@type': 'Quotation',
        '@id': 'https://example.org/articles/storm/#towers.bronze.leaning',
        text: 'leaned by 3 degrees',
        isPartOf: { '@id': 'https://example.org/articles/storm/' },
      },
    });
    expect(standing).toMatchObject({ creativeWorkStatus: 'unsourced', creditText: 'the neighbours' });
    expect(standing).not.toHaveProperty('citation');
  });

  test('speaks the language of its page, and keeps its id', () => {
    const thing = readEntity('towers/bronze', 'ar');
    expect([thing['name'], thing['@id']]).toEqual(['برج البرونز', 'https://example.org/towers/bronze/']);
    expect(thing.subjectOf[0]?.['text']).toBe('برج البرونز: الحال: مائل');
  });

  test('cannot end the block that it stands in', () => {
    const written = buildEntityPage(openContext(CONTENT, 'en'), 'towers/bronze')?.shell.writeData?.() ?? '';
    expect(written).not.toContain('<');
    expect(JSON.parse(written)).toMatchObject({ description: 'It leans. </script><script>alert(1)</script>' });
  });
});

describe('a statistic as data', () => {
  test('is an observation of what it measures, with its bounds, unit and date', () => {
    expect(readEntity('numbers/ringers')).toMatchObject({
      '@type': 'Observation',
      variableMeasured: 'Ringers',
      minValue: 12,
      maxValue: 20,
      unitText: 'ringers',
      observationDate: '1911',
      subjectOf: { text: 'Ringers that night: Ringers: about 12–20 ringers' },
    });
  });

  test('that was retracted is a claim and no observation', () => {
    const thing = readEntity('numbers/retracted');
    expect(thing).not.toHaveProperty('minValue');
    expect(thing.subjectOf).toMatchObject({ creativeWorkStatus: 'retracted' });
  });
});

test('an article as data says what is known of it and whom it names', () => {
  expect(read(buildArticlePage(openContext(CONTENT, 'ar'), 'storm'))).toEqual({
    '@type': 'Article',
    '@id': 'https://example.org/articles/storm/',
    headline: 'العاصفة',
    inLanguage: 'en',
    author: { name: 'The clerk' },
    datePublished: '1911-03',
    license: { '@type': 'CreativeWork', name: 'CC0' },
    mentions: [
      { '@id': 'https://example.org/people/ada/', name: 'آدا' },
      { '@id': 'https://example.org/towers/bronze/', name: 'برج البرونز' },
    ],
  });
});

test('the home page as data is the site with its search; a page that leads elsewhere is nothing', () => {
  const context = openContext(CONTENT, 'ar');
  expect(JSON.parse(buildHomePage(context).shell.writeData?.() ?? '')).toMatchObject({
    url: 'https://example.org/ar/',
    isPartOf: {
      '@type': 'WebSite',
      '@id': 'https://example.org/',
      potentialAction: { target: { urlTemplate: 'https://example.org/ar/search/?q={search_term_string}' } },
    },
  });
  expect(buildRedirectPage(context, { from: 'towers/iron', to: 'towers/bronze' }).shell.writeData).toBeUndefined();
});

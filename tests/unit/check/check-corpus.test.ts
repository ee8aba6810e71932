import { describe, expect, test } from 'vitest';
import { prove } from '../in-memory.ts';
import { SMALL_CORPUS } from '../small-corpus.ts';

const NILE = SMALL_CORPUS['rivers/nile.mdx'] ?? '';

/** What is wrong once something of the small corpus is replaced: code and the words at the place. */
function check(over: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  const content: Readonly<Record<string, string>> = { ...SMALL_CORPUS, ...over };
  return prove(content).diagnostics.map(({ code, place }) => {
    const line = (content[place.file] ?? '').split('\n')[(place.point?.line ?? 0) - 1] ?? '';
    return [code, line.slice((place.point?.column ?? 1) - 1)] as const;
  });
}

test('what is well is not spoken of', () => {
  expect(check({})).toEqual([]);
});

describe('a mistake is told at the words to be edited', () => {
  test.each([
    [
      'a quotation with another word',
      'يصب النيل في البحر المتوسط بعد رحلة طويلة',
      'يصب النيل في البحر الأحمر بعد رحلة طويلة',
      'citation-missing',
      /^يصب النيل في البحر الأحمر/,
    ],
    ['an article that is not there', 'article: survey,', 'article: surveys,', 'article-unknown', /^surveys/],
    [
      'an entity that is not there',
      'value: seas/mediterranean',
      'value: seas/mediteranean',
      'entity-unknown',
      /^seas\/mediteranean/,
    ],
    [
      'an entity of another kind',
      'value: seas/mediterranean',
      'value: rivers/danube',
      'entity-kind',
      /^rivers\/danube/,
    ],
    [
      'a claim that is not there',
      '<Quote claim="gift" />',
      '<Quote claim="gifts" />',
      'claim-unknown',
      /^<Quote claim="gifts"/,
    ],
    [
      'an entity in the prose that is not there',
      '<Entity id="seas/mediterranean">',
      '<Entity id="seas/red">',
      'entity-unknown',
      /^<Entity id="seas\/red"/,
    ],
    [
      'a statistic that is none',
      '<Stat id="statistics/length-of-nile" />',
      '<Stat id="rivers/danube" />',
      'entity-unknown',
      /^<Stat id="rivers\/danube"/,
    ],
    [
      'a claim without evidence',
      '    status: contested\n    evidence:\n      - { article: journey, quote: إن «النيل هبة لا تنتهي» لمن يسكن }',
      '    status: contested',
      'evidence-absent',
      /^id: gift/,
    ],
    ['an id given twice', 'id: gift', 'id: mouth', 'claim-duplicate', /^mouth/],
  ])('%s', (_what, from, to, code, words) => {
    expect(NILE).toContain(from);
    const found = check({ 'rivers/nile.mdx': NILE.replace(from, to) }).filter(([one]) => one === code);
    expect(found).toEqual([[code, expect.stringMatching(words)]]);
  });

  test('a link in the middle of a line', () => {
    expect(check({ 'pages/about.en.mdx': '---\ntitle: About\n---\nGo to [the river](/rivers/nil/) now.\n' })).toEqual([
      ['link-broken', '[the river](/rivers/nil/) now.'],
    ]);
  });

  test.each([
    '/rivers/nile/',
    '/rivers/nile',
    '/en/rivers/nile/#length',
    '/rivers/',
    '/',
    '/en/',
    '/articles/journey/?a=1',
    '/about/',
    '#here',
    'https://a.example',
    'mailto:a@a.example',
  ])('the address %s is well', (address) => {
    expect(check({ 'pages/about.en.mdx': `---\ntitle: About\n---\nGo to [it](${address}) now.\n` })).toEqual([]);
  });

  test.each(['/river/', '/fr/', '/rivers/nile/length/', 'rivers/nile/', '../nile/', '/constructor/'])(
    'the address %s leads nowhere',
    (address) => {
      expect(
        check({ 'pages/about.en.mdx': `---\ntitle: About\n---\nGo to [it](${address}) now.\n` }).map(([code]) => code),
      ).toEqual(['link-broken']);
    },
  );
});

describe('an ambiguous quotation', () => {
  const two = {
    'articles/survey.mdx':
      '---\ntitle: T\nlang: en\n---\nIn May the Nile rose above the old walls.\n\nIn June the Nile rose above the old walls.\n',
  };
  const nile = (citation: string): Readonly<Record<string, string>> => ({
    ...two,
    'rivers/nile.mdx': NILE.replace('{ article: survey, quote: The Nile reaches the Mediterranean after }', citation),
  });

  test('names each place, and a context that decides there', () => {
    const [found] = prove({
      ...SMALL_CORPUS,
      ...nile('{ article: survey, quote: the Nile rose above the old walls }'),
    }).diagnostics.filter(({ code }) => code === 'citation-ambiguous');
    expect(
      found?.values
        .slice(1)
        .map(({ text, place }) => [/(prefix|suffix): “([^”]+)”/.exec(text)?.slice(1), place?.point?.line]),
    ).toEqual([
      [['prefix', 'May'], 5],
      [['prefix', 'June'], 7],
    ]);
  });

  test.each(['May', 'June'])('is decided by the context that was named: %s', (prefix) => {
    expect(check(nile(`{ article: survey, quote: the Nile rose above the old walls, prefix: ${prefix} }`))).toEqual([]);
  });
});

describe('the number of a statistic', () => {
  const states = (unit: string, value: string, sentence: string) =>
    check({
      'articles/states.mdx': `---\ntitle: T\nlang: ar\n---\n${sentence}\n`,
      'statistics/states.mdx': `---\nlabel: { ar: إحصاء }\nmeasure: length\nasOf: unknown\nvalue: ${value}\nunit: ${unit}\nevidence:\n  - { article: states, quote: ${sentence} }\n---\n`,
    });

  test.each([
    ['the dual of its unit', '{ ar: دولة, en: states }', '2', 'تقول الخرائط إن دولتين تشربان من النهر'],
    ['the dual of a unit in no language', 'دولة', '2', 'تقول الخرائط إن دولتين تشربان من النهر'],
    ['a lone one', '{ ar: دولة }', '1', 'تقول الخرائط إن دولة واحدة تشرب من النهر'],
    ['a dual that is a minimum', '{ ar: دولة }', '{ min: 2 }', 'تقول الخرائط إن دولتين على الأقل تشربان منه'],
  ])('is stated by %s', (_, unit, value, sentence) => {
    expect(states(unit, value, sentence)).toEqual([]);
  });

  test.each([
    ['the dual of another thing', '{ ar: مدينة }', '2', 'تقول الخرائط إن دولتين تشربان من النهر'],
    ['a dual, when it is a percentage', 'percent', '2', 'تقول الخرائط إن دولتين تشربان من النهر'],
    ['a dual of its unit in another language', '{ en: states }', '2', 'تقول الخرائط إن دولتين تشربان من النهر'],
    ['a dual that is a minimum', '{ ar: دولة }', '2', 'تقول الخرائط إن أكثر من دولتين تشربان منه'],
    ['a one that is a minimum', '{ ar: دولة }', '1', 'تقول الخرائط إن أكثر من دولة واحدة تشرب منه'],
  ])('is not stated by %s', (_, unit, value, sentence) => {
    expect(states(unit, value, sentence)).toEqual([['number-unstated', value]]);
  });
});

describe('no address leads out of the content folder', () => {
  test.each([
    ...['/../secret.svg', '../secret.svg', '/pictures/../../secret.svg', '/%2e%2e/secret.svg', '..%2fsecret.svg'].map(
      (path) => `<Figure src="${path}" alt="What is none of the site's business" />`,
    ),
    ...['../../etc/passwd', '/../../etc/passwd', '/rivers/../../x/', '/%2e%2e/%2e%2e/x'].map(
      (path) => `[out](${path})`,
    ),
    '![out](/pictures/../../secret.svg)',
    '![out](..\\secret.svg)',
  ])('%s', (words) => {
    expect(check({ 'rivers/nile.mdx': `${NILE.trimEnd()}\n\n${words}\n` })).toEqual([['link-broken', words]]);
  });
});

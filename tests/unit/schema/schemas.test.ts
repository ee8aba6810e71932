import { describe, expect, test } from 'vitest';
import { articleSchema } from '../../../src/schema/article-schema.ts';
import { entitySchema } from '../../../src/schema/entity-schema.ts';
import { ENTITY_ID, ID, pickText } from '../../../src/schema/local-text.ts';
import { siteSchema, type Kind, type Property } from '../../../src/schema/site-schema.ts';
import { valueSchema } from '../../../src/schema/value.ts';

const site = (over: object = {}) => ({
  title: 'Rivers',
  description: { en: 'Rivers', ar: 'أنهار' },
  languages: ['ar', 'en'],
  url: 'https://rivers.example/',
  kinds: { rivers: { base: 'place', label: { en: { one: 'River', other: 'Rivers' } } } },
  ...over,
});

test.each(['a', 'blue-nile', '1819', '404', 'constructor', 'a-1-b'])('«%s» is an id', (id) => {
  expect(ID.test(id)).toBe(true);
  expect(ENTITY_ID.test(`kind/${id}`)).toBe(true);
});

test.each(['', '-', 'a-', '-a', 'a--b', 'A', 'a_b', 'a b', 'نهر', '__proto__', 'a.b', 'a/b', 'a\n'])(
  '«%s» is no id',
  (id) => {
    expect(ID.test(id)).toBe(false);
  },
);

describe('the text for a language', () => {
  test.each([
    ['its own', { ar: 'نهر', en: 'river' }, 'ar', { text: 'نهر', language: 'ar' }],
    ['one for all languages', { und: 'Nile' }, 'ar', { text: 'Nile', language: 'ar' }],
    ['the neutral one before another', { fr: 'Nil', und: 'Nile' }, 'ar', { text: 'Nile', language: 'ar' }],
    ['the first of others, with its language', { fr: 'Nil', en: 'Nile' }, 'ar', { text: 'Nil', language: 'fr' }],
    ['nothing', {}, 'ar', { text: '', language: 'ar' }],
  ])('is %s', (_what, text, language, picked) => {
    expect(pickText(text, language)).toEqual(picked);
  });
});

describe('site.yaml', () => {
  test('is completed: ids, schema.org types, empty lists', () => {
    const read = siteSchema.parse(site());
    expect(read.kinds['rivers']).toMatchObject({ id: 'rivers', schema: 'Place', properties: {} });
    expect(read).toMatchObject({ measures: {}, coverage: {}, title: { und: 'Rivers' } });
  });

  test.each([
    ['text', { name: 'text' }],
    ['entity', { name: 'entity', kinds: [] }],
    ['entity(rivers)', { name: 'entity', kinds: ['rivers'] }],
    ['entity(rivers|lakes)', { name: 'entity', kinds: ['rivers', 'lakes'] }],
    ['entity(rivers | lakes)', { name: 'entity', kinds: ['rivers', 'lakes'] }],
  ])('reads the type %s', (type, read) => {
    const kinds = { rivers: { ...site().kinds.rivers, properties: { p: { type, label: 'P' } } } };
    expect(siteSchema.parse(site({ kinds })).kinds['rivers']?.properties['p']).toMatchObject({
      id: 'p',
      type: read,
      many: false,
      required: false,
    });
  });

  test.each(['entity()', 'entity(a|)', 'entity(A)', 'string', '', 'Entity', 'constructor'])(
    'refuses the type «%s»',
    (type) => {
      const kinds = { rivers: { ...site().kinds.rivers, properties: { p: { type, label: 'P' } } } };
      expect(siteSchema.safeParse(site({ kinds })).success).toBe(false);
    },
  );

  test.each([
    ['an address without a scheme', { url: 'rivers.example' }],
    ['an address of another scheme', { url: 'ftp://rivers.example/' }],
    ['no language', { languages: [] }],
    ['a language that is none', { languages: ['English'] }],
    ['a share above one', { coverage: { claims: 2 } }],
    ['a kind with a space', { kinds: { 'my rivers': site().kinds.rivers } }],
    ['an unknown field', { theme: 'dark' }],
  ])('refuses %s', (_what, over) => {
    expect(siteSchema.safeParse(site(over)).success).toBe(false);
  });

  test('a kind, a property and a measure may be called constructor', () => {
    const kind = { ...site().kinds.rivers, properties: { constructor: { type: 'text', label: 'C' } } };
    const read = siteSchema.parse(site({ kinds: { constructor: kind }, measures: { constructor: 'C' } }));
    expect(Object.keys(read.kinds)).toEqual(['constructor']);
    expect(Object.values(read.kinds).flatMap(({ properties }) => Object.keys(properties))).toEqual(['constructor']);
    expect(Object.keys(read.measures)).toEqual(['constructor']);
  });
});

describe('values', () => {
  const property = (type: Property['type']): Property => ({
    id: 'p',
    type,
    label: { und: 'P' },
    many: false,
    required: false,
  });

  test.each([
    ['text', 'Nile', { type: 'text', text: { und: 'Nile' } }],
    ['text', { ar: 'النيل' }, { type: 'text', text: { ar: 'النيل' } }],
    ['date', 2016, { type: 'date', date: '2016' }],
    ['date', '-0043~', { type: 'date', date: '-0043~' }],
    ['number', 0, { type: 'number', number: 0 }],
    ['number', -1.5, { type: 'number', number: -1.5 }],
    [
      'quantity',
      5,
      { type: 'quantity', quantity: { amount: { kind: 'number', value: 5 }, unit: undefined, isApproximate: false } },
    ],
    [
      'quantity',
      { min: 1, max: 1 },
      {
        type: 'quantity',
        quantity: { amount: { kind: 'range', min: 1, max: 1 }, unit: undefined, isApproximate: false },
      },
    ],
    [
      'quantity',
      { max: 10 },
      { type: 'quantity', quantity: { amount: { kind: 'range', max: 10 }, unit: undefined, isApproximate: false } },
    ],
    [
      'quantity',
      { value: { share: 1, of: 3 }, unit: 'percent', approximate: true },
      {
        type: 'quantity',
        quantity: { amount: { kind: 'share', share: 1, of: 3 }, unit: 'percent', isApproximate: true },
      },
    ],
    ['url', 'https://a.example/ب', { type: 'url', url: 'https://a.example/ب' }],
    ['country', 'NO', { type: 'country', code: 'NO' }],
    ['point', { lat: -90, lon: 180 }, { type: 'point', latitude: -90, longitude: 180 }],
  ] as const)('%s takes %j', (name, written, value) => {
    expect(valueSchema(property({ name })).parse(written)).toEqual(value);
  });

  test.each([
    ['text', ''],
    ['text', {}],
    ['text', { english: 'Nile' }],
    ['text', ['Nile']],
    ['date', 'May'],
    ['date', { asOf: 2016 }],
    ['number', '5'],
    ['number', NaN],
    ['number', Infinity],
    ['quantity', {}],
    ['quantity', { min: 2, max: 1 }],
    ['quantity', { share: 1, of: 0 }],
    ['quantity', { value: 5, units: 'm' }],
    ['url', 'javascript:alert(1)'],
    ['url', '//a.example'],
    ['country', 'Belgium'],
    ['country', 'be'],
    ['country', false],
    ['point', { lat: 91, lon: 0 }],
    ['point', [0, 0]],
  ] as const)('%s does not take %j', (name, written) => {
    expect(valueSchema(property({ name })).safeParse(written).success).toBe(false);
  });

  test.each(['rivers/nile', 'constructor/constructor'])('an entity is named %s', (entity) => {
    expect(valueSchema(property({ name: 'entity', kinds: [] })).parse(entity)).toEqual({ type: 'entity', entity });
  });

  test.each(['nile', 'Rivers/Nile', 'rivers/nile/delta', '/rivers/nile', 'rivers/nile#length', 5])(
    'an entity is not named %s',
    (entity) => {
      expect(valueSchema(property({ name: 'entity', kinds: [] })).safeParse(entity).success).toBe(false);
    },
  );
});

describe('the front matter of an entity', () => {
  const kind = (over: Partial<Kind> = {}): Kind => ({
    id: 'rivers',
    base: 'place',
    schema: 'Place',
    label: {},
    properties: Object.fromEntries(
      (
        [
          ['length', 'number', false],
          ['constructor', 'text', false],
          ['towns', 'text', true],
        ] as const
      ).map(([id, name, many]) => [id, { id, type: { name }, label: { und: id }, many, required: false }]),
    ),
    ...over,
  });
  const bare = (data: object): object => Object.assign(Object.create(null) as object, data);

  test('has empty lists where nothing is written', () => {
    expect(entitySchema(kind()).parse(bare({ label: { en: 'Nile' } }))).toMatchObject({
      aliases: {},
      claims: [],
      fields: {},
      formerIds: [],
      sameAs: {},
      statistic: undefined,
    });
  });

  test('keeps one value and several alike as lists', () => {
    const { fields } = entitySchema(kind()).parse(
      bare({ label: { en: 'Nile' }, length: 6650, towns: ['Cairo', 'Khartoum'] }),
    );
    expect(fields['length']).toHaveLength(1);
    expect(fields['towns']).toHaveLength(2);
    expect(entitySchema(kind()).parse(bare({ label: { en: 'Nile' }, towns: 'Cairo' })).fields['towns']).toHaveLength(1);
  });

  test('has a property called constructor only if it is written', () => {
    expect(Object.keys(entitySchema(kind()).parse(bare({ label: { en: 'Nile' } })).fields)).toEqual([]);
    expect(entitySchema(kind()).parse(bare({ label: { en: 'Nile' }, constructor: 'Nature' })).fields).toEqual({
      constructor: [{ type: 'text', text: { und: 'Nature' } }],
    });
  });

  test('takes the fields of a statistic only in a statistic', () => {
    const data = bare({
      label: { en: 'Length' },
      value: 5,
      unit: 'percent',
      asOf: 'unknown',
      measure: 'm',
      evidence: [{ article: 'a', quote: 'q' }],
    });
    expect(entitySchema(kind()).safeParse(data).success).toBe(false);
    expect(entitySchema(kind({ base: 'statistic' })).parse(data).statistic).toMatchObject({
      asOf: 'unknown',
      status: 'supported',
      quantity: { unit: 'percent', isApproximate: false },
    });
  });

  test('reads ids that YAML takes for numbers', () => {
    expect(entitySchema(kind()).parse(bare({ label: { en: 'Nile' }, sameAs: { viaf: 123 } })).sameAs).toEqual({
      viaf: '123',
    });
  });

  test.each([
    ['an entity', 'people/idrisi', { type: 'entity', entity: 'people/idrisi' }],
    ['words', 'the geographers', { type: 'words', text: { und: 'the geographers' } }],
    ['words by language', { ar: 'الجغرافيون' }, { type: 'words', text: { ar: 'الجغرافيون' } }],
  ])('knows who says it: %s', (_what, saidBy, read) => {
    const claims = [{ id: 'a', property: 'length', value: 5, saidBy }];
    expect(entitySchema(kind()).parse(bare({ label: { en: 'Nile' }, claims })).claims[0]?.saidBy).toEqual(read);
  });
});

test('an article says its title and language, and its addresses are web addresses', () => {
  expect(articleSchema.parse({ title: 'T', lang: 'ar' })).toMatchObject({ title: { und: 'T' }, inferred: [] });
  expect(articleSchema.safeParse({ title: 'T', lang: 'ar', url: 'javascript:alert(1)' }).success).toBe(false);
  expect(articleSchema.safeParse({ title: 'T' }).success).toBe(false);
});

import { expect, test } from 'vitest';
import { articleSchema } from '../../../src/schema/article-schema.ts';
import { entitySchema } from '../../../src/schema/entity-schema.ts';
import { siteSchema, type Kind } from '../../../src/schema/site-schema.ts';
import { listFields } from '../../../src/source/list-fields.ts';

const kind: Kind = { id: 'k', base: 'place', schema: 'Place', label: {}, properties: {} };

test.each([
  ['the top of an article', articleSchema, [], ['title', 'lang']],
  ['the top of an entity', entitySchema(kind), [], ['label', 'claims']],
  ['a claim', entitySchema(kind), ['claims', 3], ['id', 'property', 'evidence']],
  ['a quotation', entitySchema(kind), ['claims', 0, 'evidence', 1], ['article', 'quote', 'prefix', 'suffix']],
  ['qualifiers', entitySchema(kind), ['claims', 0, 'qualifiers'], ['asOf', 'from', 'to']],
  ['an alias', entitySchema(kind), ['aliases', 'ar', 0], ['text', 'common', 'demonym', 'case', 'off']],
  ['the value of a statistic', entitySchema({ ...kind, base: 'statistic' }), ['value'], ['min', 'max', 'share', 'of']],
  ['a kind', siteSchema, ['kinds', 'rivers'], ['base', 'schema', 'label', 'properties']],
  ['a property', siteSchema, ['kinds', 'rivers', 'properties', 'p'], ['type', 'label', 'many', 'required']],
])('the fields of %s', (_what, schema, path, fields) => {
  expect(listFields(schema, path)).toEqual(expect.arrayContaining(fields));
});

test.each([
  ['a text', articleSchema, ['lang']],
  ['a list', entitySchema(kind), ['claims']],
  ['what is not there', articleSchema, ['nothing', 'at', 'all']],
  ['what every object has', articleSchema, ['constructor', 'prototype']],
])('%s has none', (_what, schema, path) => {
  expect(listFields(schema, path)).toEqual([]);
});

test('an entity that is no statistic has no fields of one', () => {
  expect(listFields(entitySchema(kind), [])).not.toContain('measure');
});

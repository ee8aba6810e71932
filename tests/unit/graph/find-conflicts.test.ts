import { describe, expect, test } from 'vitest';
import { findConflicts } from '../../../src/graph/find-conflicts.ts';
import type { Claim, Entity } from '../../../src/graph/graph.ts';
import type { Amount, Value } from '../../../src/schema/value.ts';
import { prove } from '../in-memory.ts';
import { SMALL_CORPUS } from '../small-corpus.ts';

const { site } = prove(SMALL_CORPUS).graph;
const entity = (id: string, measure?: string): Entity => ({
  id,
  kind: id.slice(0, id.indexOf('/')),
  slug: id.slice(id.indexOf('/') + 1),
  label: {},
  aliases: {},
  summary: undefined,
  sameAs: {},
  formerIds: [],
  fields: {},
  passages: [],
  measure,
});
const entities = [
  entity('statistics/a', 'length'),
  entity('statistics/b', 'length'),
  entity('statistics/c', 'width'),
  entity('rivers/nile'),
];

function claim(owner: string, name: string, value: Value, over: Partial<Claim> = {}): Claim {
  return {
    id: `${owner}#${name}`,
    entity: owner,
    name,
    property: name,
    value,
    qualifiers: {},
    status: 'supported',
    saidBy: undefined,
    place: { file: `${owner}.mdx` },
    ...over,
  };
}
const quantity = (amount: Amount): Value => ({
  type: 'quantity',
  quantity: { amount, unit: undefined, isApproximate: false },
});
const number = (value: number): Value => quantity({ kind: 'number', value });
const conflicts = (...claims: Claim[]): string[] =>
  findConflicts({ site, entities, claims }).map(({ claims: ids }) => ids.join(' '));

describe('two values of one measure at one date', () => {
  const at = (asOf: string, over: Partial<Claim> = {}): Partial<Claim> => ({ qualifiers: { asOf }, ...over });

  test.each([
    ['that differ', number(5), number(6), at('2015'), at('2015'), 1],
    ['that are the same', number(5), number(5), at('2015'), at('2015'), 0],
    ['a number within a range', number(5), quantity({ kind: 'range', min: 4, max: 6 }), at('2015'), at('2015'), 0],
    ['a number outside a range', number(7), quantity({ kind: 'range', min: 4, max: 6 }), at('2015'), at('2015'), 1],
    ['a number above «at least»', number(7), quantity({ kind: 'range', min: 4 }), at('2015'), at('2015'), 0],
    [
      'ranges that overlap',
      quantity({ kind: 'range', min: 1, max: 5 }),
      quantity({ kind: 'range', min: 5, max: 9 }),
      at('2015'),
      at('2015'),
      0,
    ],
    [
      'ranges that do not',
      quantity({ kind: 'range', max: 4 }),
      quantity({ kind: 'range', min: 5 }),
      at('2015'),
      at('2015'),
      1,
    ],
    ['of other dates', number(5), number(6), at('2015'), at('2016'), 0],
    ['of one date, one of them in doubt', number(5), number(6), at('2015'), at('2015~'), 1],
    ['without a date', number(5), number(6), at('unknown'), at('unknown'), 0],
    ['one contested', number(5), number(6), at('2015'), at('2015', { status: 'contested' }), 0],
    ['one retracted', number(5), number(6), at('2015'), at('2015', { status: 'retracted' }), 0],
  ])('%s', (_what, a, b, first, second, count) => {
    const found = conflicts(claim('statistics/a', 'value', a, first), claim('statistics/b', 'value', b, second));
    expect(found).toEqual(count === 0 ? [] : ['statistics/a#value statistics/b#value']);
  });

  test('of other measures do not meet', () => {
    expect(
      conflicts(
        claim('statistics/a', 'value', number(5), at('2015')),
        claim('statistics/c', 'value', number(6), at('2015')),
      ),
    ).toEqual([]);
  });

  test('do not depend on the order of claims', () => {
    const claims = [
      claim('statistics/a', 'value', number(5), at('2015')),
      claim('statistics/b', 'value', number(6), at('2015')),
    ];
    expect(conflicts(...claims.toReversed())).toEqual(conflicts(...claims));
  });
});

test('a property that takes many values cannot conflict', () => {
  const text = (words: string): Value => ({ type: 'text', text: { en: words } });
  expect(
    conflicts(
      claim('rivers/nile', 'a', text('x'), { property: 'note' }),
      claim('rivers/nile', 'b', text('y'), { property: 'note' }),
    ),
  ).toEqual([]);
});

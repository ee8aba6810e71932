import { describe, expect, test } from 'vitest';
import { buildAlphabetPage } from '../../../src/site/models/alphabet-page.ts';
import { buildKindPage } from '../../../src/site/models/index-pages.ts';
import { buildMachineList, buildPlainTable, chooseColumns } from '../../../src/site/models/kind-list.ts';
import { SMALL_CORPUS } from '../small-corpus.ts';
import { openContext } from './open-context.ts';

const arabic = openContext(SMALL_CORPUS, 'ar');
const english = openContext(SMALL_CORPUS, 'en');

describe('the index of a kind', () => {
  test('has a column for short values that most entities have, and none for prose', () => {
    expect(chooseColumns('rivers', english).map(({ label }) => label.text)).toEqual(['Flows into']);
    expect(chooseColumns('seas', english)).toEqual([]);
  });

  test('sorts names without their article', () => {
    const { rows } = buildKindPage(arabic, 'rivers');
    expect(rows.map(({ entity, sort }) => [entity.label.text, sort])).toEqual([
      ['الدانوب', 'دانوب'],
      ['النيل', 'نيل'],
    ]);
  });

  test('leaves a cell empty where nothing is said', () => {
    const { rows } = buildKindPage(english, 'rivers');
    expect(rows.map(({ cells }) => cells.map(({ values }) => values.length))).toEqual([[0], [1]]);
  });

  test('comes as a table with one row for each entity, all of one width', () => {
    const [head = [], ...rows] = buildPlainTable('rivers', english);
    expect(head.slice(0, 4)).toEqual(['id', 'Name (ar)', 'Name (en)', 'In short']);
    expect(rows.map(([id]) => id)).toEqual(['rivers/danube', 'rivers/nile']);
    for (const row of rows) expect(row).toHaveLength(head.length);
    expect(rows[1]).toContain('Mediterranean');
    expect(rows[1]?.at(-1)).toBe('https://example.org/en/rivers/nile/');
  });

  test('says of statistics what they measure and how much', () => {
    const [head = [], row = []] = buildPlainTable('statistics', english);
    const cell = (name: string): unknown => row[head.indexOf(name)];
    expect([cell('Measure'), cell('Value'), cell('Least'), cell('Most')]).toEqual([
      'Length',
      '6,650 kilometres',
      6650,
      6650,
    ]);
  });

  test('comes for programs with values as they are written', () => {
    expect(buildMachineList('rivers', english)).toMatchObject({
      entities: [
        { id: 'rivers/danube', properties: {} },
        { id: 'rivers/nile', properties: { 'flows-into': [{ type: 'entity', entity: 'seas/mediterranean' }] } },
      ],
    });
  });
});

describe('the index of all entities', () => {
  test('stands under the letters of the language, without articles', () => {
    expect(buildAlphabetPage(arabic).letters.map(({ letter, entries }) => [letter, entries.length])).toEqual([
      ['ب', 1],
      ['د', 1],
      ['ط', 1],
      ['ن', 1],
    ]);
    expect(buildAlphabetPage(english).letters.map(({ letter }) => letter)).toEqual(['D', 'L', 'M', 'N']);
  });

  test('gives every letter an address of its own', () => {
    const ids = buildAlphabetPage(english).letters.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

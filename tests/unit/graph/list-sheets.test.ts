import { describe, expect, test } from 'vitest';
import type { Entity, Graph } from '../../../src/graph/graph.ts';
import { listKindUses, listSheets, NAMES_PER_SHEET, ROWS_PER_SHEET } from '../../../src/graph/list-sheets.ts';
import { prove } from '../in-memory.ts';
import { SMALL_CORPUS } from '../small-corpus.ts';

const { graph } = prove(SMALL_CORPUS);

/** The small corpus with so many more rivers. */
function withRivers(count: number): Graph {
  const [river] = graph.entities.filter(({ kind }) => kind === 'rivers');
  if (river === undefined) throw new Error('The small corpus has a river.');
  const rivers = Array.from({ length: count }, (_, at): Entity => ({
    ...river,
    id: `rivers/r${at}`,
    slug: `r${at}`,
    label: { en: `River ${count - at}`, ar: `نهر ${count - at}` },
  }));
  return { ...graph, entities: rivers };
}

describe('lists', () => {
  test('hold every entity once, on sheets of bounded size', () => {
    const lists = listSheets(withRivers(1234));
    for (const { name, sheets, total } of lists) {
      if (/^(articles|coverage) /.test(name) || total === 0) continue;
      const size = name.startsWith('* ') ? NAMES_PER_SHEET : ROWS_PER_SHEET;
      const ids = sheets.flat();
      expect(new Set(ids).size).toBe(1234);
      expect(total).toBe(1234);
      expect(sheets.slice(0, -1).every((sheet) => sheet.length === size)).toBe(true);
    }
  });

  test('stand in the order of the language, numbers by their value', () => {
    const [list] = listSheets(withRivers(12)).filter(({ name }) => name === 'rivers en');
    expect(list?.sheets.flat().slice(0, 3)).toEqual(['rivers/r11', 'rivers/r10', 'rivers/r9']);
  });

  test('say on which sheet each letter begins', () => {
    for (const { sheets, letters } of listSheets(graph)) {
      expect(letters.length).toBeGreaterThanOrEqual(sheets.length > 0 ? 1 : 0);
      for (const { sheet } of letters) expect(sheet >= 1 && sheet <= sheets.length).toBe(true);
    }
  });
});

test('the use of properties counts entities, and the most values that one has', () => {
  for (const { kind, total, properties } of listKindUses(graph)) {
    expect(total).toBe(graph.entities.filter((entity) => entity.kind === kind).length);
    for (const { filled, most } of Object.values(properties)) {
      expect(filled >= 1 && filled <= total && most >= 1).toBe(true);
    }
  }
});

import type { KnowledgeBase } from '../../compiler/knowledge-base.ts';
import { divideRows, type SectionPart } from './divide-rows.ts';

/** Statistics of one sheet: with their drawings about a kilobyte each. A measure's heading and drawing take more room. */
const SHEET = { perSheet: 100, heading: 3 };

/** Measures of a kind of statistics in the order of site.yaml, sheet by sheet. */
export function listBoardSheets(
  kind: string,
  kb: Pick<KnowledgeBase, 'site' | 'measuresOf'>,
): readonly (readonly SectionPart[])[] {
  const counts = new Map(kb.measuresOf(kind).map(({ measure, statistics }) => [measure, statistics]));
  const used = Object.keys(kb.site.measures).filter((measure) => counts.has(measure));
  return divideRows(
    used.map((id) => ({ id, rows: counts.get(id) ?? 0 })),
    SHEET,
  );
}

import type { RelatedEntities } from '../../compiler/list-queries.ts';
import { isolate } from '../language.ts';
import type { EntityLink, PageContext } from '../page-context.ts';
import { drawNeighbours, MOST_NEIGHBOURS, type NeighbourDrawing } from '../pictures/draw-neighbours.ts';
import { drawShape } from '../pictures/kind-shapes.ts';
import { toDirection } from '../language.ts';

/** The nearest entities of one, drawn around it. */
export interface NeighboursView {
  readonly label: string;
  /** What its lines mean. */
  readonly hint: string;
  readonly width: number;
  readonly height: number;
  /** The entity itself. */
  readonly centre: { readonly kind: string; readonly shape: string };
  readonly neighbours: readonly (NeighbourDrawing & {
    readonly entity: EntityLink;
    readonly shape: string;
    /** The line from the middle to its sign. */
    readonly line: string;
    readonly type: 'claim' | 'passages';
    readonly label: string;
  })[];
}

/** Enough claims to find the nearest among. */
const MOST_TIES = 200;
const RADIUS = 5;
const OWN_RADIUS = 8;

/**
 * The small graph of an entity: first what claims connect with it, then what shares the most passages with it. Nothing for
 * an entity that stands alone.
 */
export function buildNeighbours(
  entity: EntityLink,
  related: RelatedEntities['first'],
  { kb, link, language, strings }: PageContext,
): NeighboursView | undefined {
  const ties = new Map<string, number>();
  for (const { from, to } of kb.ties(entity.id, MOST_TIES)) {
    const other = from === entity.id ? to : from;
    ties.set(other, (ties.get(other) ?? 0) + 1);
  }
  const shared = new Map(related.map(({ entity: id, total }) => [id, total]));
  const untold = [...ties.keys()].filter((id) => !shared.has(id));
  if (untold.length > 0) for (const [id, total] of kb.sharedWith(entity.id, untold)) shared.set(id, total);
  const nearest = [...new Set([...ties.keys(), ...shared.keys()])]
    .map((id) => ({ id, claims: ties.get(id) ?? 0, passages: shared.get(id) ?? 0 }))
    .toSorted((a, b) => b.claims - a.claims || b.passages - a.passages || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_NEIGHBOURS);
  if (nearest.length === 0) return undefined;
  const links = nearest.map(({ id }) => link(id));
  const { width, height, centre, neighbours } = drawNeighbours(
    links.map(({ label }) => label.text),
    toDirection(language),
  );
  const kinds = Object.keys(kb.site.kinds);
  return {
    label: strings.say('neighbours.label', { name: isolate(entity.label.text) }),
    hint: strings.say('neighbours.hint'),
    width,
    height,
    centre: { kind: entity.kind, shape: drawShape(kinds.indexOf(entity.kind), centre.x, centre.y, OWN_RADIUS) },
    neighbours: neighbours.flatMap((drawing, index) => {
      const [other, counts] = [links[index], nearest[index]];
      if (other === undefined || counts === undefined) return [];
      const reasons = [
        ...(counts.claims > 0 ? [strings.count('count.claims', counts.claims)] : []),
        ...(counts.passages > 0 ? [strings.count('count.shared-passages', counts.passages)] : []),
      ];
      return [
        {
          ...drawing,
          entity: other,
          shape: drawShape(kinds.indexOf(other.kind), drawing.x, drawing.y, RADIUS),
          line: `M${centre.x} ${centre.y}L${drawing.x} ${drawing.y}`,
          type: counts.claims > 0 ? ('claim' as const) : ('passages' as const),
          label: `${isolate(other.label.text)}: ${reasons.join(strings.say('cite.comma'))}`,
        },
      ];
    }),
  };
}

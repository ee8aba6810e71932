import type { Network } from '../../compiler/picture-tables.ts';
import { isolate, type TextInLanguage } from '../language.ts';
import type { EntityLink, PageContext } from '../page-context.ts';
import { round } from '../pictures/box.ts';
import { drawShape } from '../pictures/kind-shapes.ts';
import { layOutGraph } from '../pictures/lay-out-graph.ts';
import { LINE, wrapLabel } from '../pictures/measure-label.ts';
import { nameProperty } from './claim-view.ts';
import { listKindSigns, type KindSign } from './kind-signs.ts';
import { buildShell, type Shell } from './shell.ts';

/** The most connected entities of a site: a drawing, and the same in a table. */
export interface GraphPage {
  readonly shell: Shell;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly GraphNodeView[];
  readonly edges: readonly GraphEdgeView[];
  readonly kinds: readonly KindSign[];
  readonly rows: readonly GraphRow[];
}

export interface GraphNodeView {
  readonly entity: EntityLink;
  /** The path of its sign. */
  readonly shape: string;
  /** Where the lines of its name stand, all around one middle. */
  readonly x: number;
  readonly lines: readonly { readonly text: string; readonly y: number }[];
  readonly label: string;
}

export interface GraphEdgeView {
  readonly path: string;
  readonly type: 'claim' | 'passages';
}

export interface GraphRow {
  readonly entity: EntityLink;
  readonly kindName: TextInLanguage;
  readonly passages: number;
  readonly connections: readonly {
    readonly entity: EntityLink;
    /** Properties of the claims between the two. */
    readonly properties: readonly TextInLanguage[];
    readonly passages: number;
  }[];
}

/** What connects two entities, by their places in a list. */
export interface Connection {
  readonly a: number;
  readonly b: number;
  /** Ids of claims. */
  readonly claims: readonly string[];
  readonly passages: number;
}

const MOST_NODES = 120;
/** Lines for each entity, so that they can still be told apart. */
const MOST_LINES_EACH = 3;
const LABEL = { width: 100, size: 11.5, most: 3 };
const LEAST_RADIUS = 4;
const MOST_RADIUS = 11;

/** The graph of a site, or nothing when nothing is connected in it. */
export function buildGraphPage(context: PageContext): GraphPage | undefined {
  const { kb, link, strings, kindNames } = context;
  if (!kb.pictures().graph) return undefined;
  const network = kb.network(MOST_NODES);
  const { entities, connections } = chooseConnections(network);
  if (connections.length === 0) return undefined;
  const links = entities.map(({ id }) => link(id));
  const labels = links.map(({ label }) => wrapLabel(label.text, LABEL));
  const radii = entities.map(({ passages, ties }) =>
    round(Math.min(LEAST_RADIUS + Math.sqrt(passages + ties), MOST_RADIUS)),
  );
  const sizes = labels.map(({ width, height }, index) => {
    const across = (radii[index] ?? 0) * 2.6;
    return { width: Math.max(width, across), height: across + height };
  });
  const layout = layOutGraph(
    sizes,
    connections.map(({ a, b, claims, passages }) => ({
      source: a,
      target: b,
      strength: Math.max(1, claims.length * 2 + passages - 1),
    })),
  );
  const signs = sizes.map(({ height }, index) => {
    const { x = 0, y = 0 } = layout.places[index] ?? {};
    return { x, y: round(y - height / 2 + (radii[index] ?? 0) * 1.3) };
  });
  const kinds = Object.keys(kb.site.kinds);
  return {
    shell: buildShell(context, {
      path: 'graph/',
      title: strings.say('graph.title'),
      description: strings.say('graph.lead'),
    }),
    width: layout.width,
    height: layout.height,
    nodes: links.map((entity, index): GraphNodeView => {
      const { x = 0, y = 0 } = signs[index] ?? {};
      const radius = radii[index] ?? LEAST_RADIUS;
      const own = connections.filter(({ a, b }) => a === index || b === index).length;
      return {
        entity,
        shape: drawShape(kinds.indexOf(entity.kind), x, y, radius),
        x,
        lines: (labels[index]?.lines ?? []).map((text, line) => ({
          text,
          y: round(y + radius * 1.3 + LABEL.size * (LINE * (line + 0.5) + 1 / 3)),
        })),
        label: `${isolate(entity.label.text)} (${isolate(kindNames(entity.kind).one.text)}): ${strings.count('graph.connections', own)}`,
      };
    }),
    edges: connections.map(({ a, b, claims }) => {
      const [from, to] = [signs[a], signs[b]];
      return {
        path: `M${from?.x ?? 0} ${from?.y ?? 0}L${to?.x ?? 0} ${to?.y ?? 0}`,
        type: claims.length > 0 ? 'claim' : 'passages',
      };
    }),
    kinds: listKindSigns(context, new Set(links.map(({ kind }) => kind))),
    rows: entities.flatMap(({ passages }, index) => {
      const entity = links[index];
      return entity === undefined
        ? []
        : [
            {
              entity,
              kindName: kindNames(entity.kind).one,
              passages,
              connections: describe(index, connections, links, context),
            },
          ];
    }),
  };
}

/**
 * What is drawn of a network: what claims connect, and of shared passages each entity's strongest. An entity that would
 * stand alone keeps its strongest connection; one that has none is left out.
 */
export function chooseConnections({ entities, ties, shared }: Network): {
  readonly entities: Network['entities'];
  readonly connections: readonly Connection[];
} {
  const places = new Map(entities.map(({ id }, index) => [id, index]));
  const pairs = new Map<string, { a: number; b: number; claims: string[]; passages: number }>();
  const pairOf = (one: string, other: string): { claims: string[]; passages: number } => {
    const [a = 0, b = 0] = [places.get(one) ?? 0, places.get(other) ?? 0].toSorted((x, y) => x - y);
    const key = `${a} ${b}`;
    const known = pairs.get(key) ?? { a, b, claims: [], passages: 0 };
    pairs.set(key, known);
    return known;
  };
  for (const { from, to, claim } of ties) pairOf(from, to).claims.push(claim);
  for (const { a, b, passages } of shared) pairOf(a, b).passages = passages;

  const sorted = [...pairs.values()].toSorted(
    (one, other) => weigh(other) - weigh(one) || one.a - other.a || one.b - other.b,
  );
  const lines = entities.map(() => 0);
  const chosen = new Set<Connection>();
  const choose = (connection: Connection): void => {
    chosen.add(connection);
    lines[connection.a] = (lines[connection.a] ?? 0) + 1;
    lines[connection.b] = (lines[connection.b] ?? 0) + 1;
  };
  const most = entities.length * MOST_LINES_EACH;
  for (const one of sorted) if (one.claims.length > 0 && chosen.size < most) choose(one);
  for (const one of sorted) {
    if (one.claims.length > 0 || one.passages < 2 || chosen.size >= most) continue;
    if (Math.min(lines[one.a] ?? 0, lines[one.b] ?? 0) < MOST_LINES_EACH) choose(one);
  }
  for (const one of sorted) if (!chosen.has(one) && (lines[one.a] === 0 || lines[one.b] === 0)) choose(one);

  const kept = entities.flatMap((entity, index) => ((lines[index] ?? 0) > 0 ? [{ entity, index }] : []));
  const moved = new Map(kept.map(({ index }, place) => [index, place]));
  return {
    entities: kept.map(({ entity }) => entity),
    connections: [...chosen]
      .map((one) => ({ ...one, a: moved.get(one.a) ?? 0, b: moved.get(one.b) ?? 0 }))
      .toSorted((one, other) => one.a - other.a || one.b - other.b),
  };
}

/** A claim says more than a shared passage. */
function weigh({ claims, passages }: { readonly claims: readonly string[]; readonly passages: number }): number {
  return claims.length * 2 + passages;
}

function describe(
  index: number,
  connections: readonly Connection[],
  links: readonly EntityLink[],
  context: PageContext,
): GraphRow['connections'] {
  return connections
    .filter(({ a, b }) => a === index || b === index)
    .flatMap(({ a, b, claims, passages }) => {
      const entity = links[a === index ? b : a];
      if (entity === undefined) return [];
      const properties = claims.flatMap((id) => {
        const claim = context.kb.claim(id);
        return claim === undefined ? [] : [nameProperty(claim, context)];
      });
      return [{ entity, properties: [...new Map(properties.map((one) => [one.text, one])).values()], passages }];
    });
}

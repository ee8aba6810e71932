import type { Network } from '../../compiler/picture-tables.ts';
import { isolate, type TextInLanguage } from '../language.ts';
import type { EntityLink, PageContext } from '../page-context.ts';
import { round } from '../pictures/box.ts';
import { drawShape } from '../pictures/kind-shapes.ts';
import { layOutGraph, NARROW_GRAPH, WIDE_GRAPH } from '../pictures/lay-out-graph.ts';
import { LINE, wrapLabel } from '../pictures/measure-label.ts';
import { nameProperty } from './claim-view.ts';
import { listKindSigns, type KindSign } from './kind-signs.ts';
import { buildShell, type Shell } from './shell.ts';

/** The most connected entities of a site: a drawing, and the same in a table. */
export interface GraphPage {
  readonly shell: Shell;
  /** All of it for a wide screen; for a narrow one, what is connected most. */
  readonly drawings: readonly GraphDrawingView[];
  readonly kinds: readonly KindSign[];
  readonly rows: readonly GraphRow[];
}

export interface GraphDrawingView {
  readonly format: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly GraphNodeView[];
  readonly edges: readonly GraphEdgeView[];
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
/** On a narrow screen. */
const MOST_NARROW_NODES = 24;
/** Lines for each entity, so that they can still be told apart. */
const MOST_LINES_EACH = 3;
const LABEL = { width: 100, size: 12, most: 3 };
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
  const narrow = chooseMostConnected(entities, connections, MOST_NARROW_NODES);
  const narrowLinks = narrow.entities.map(({ id }) => link(id));
  return {
    shell: buildShell(context, {
      path: 'graph/',
      title: strings.say('graph.title'),
      description: strings.say('graph.lead'),
    }),
    drawings: [
      draw('wide', entities, connections, links, context),
      draw('narrow', narrow.entities, narrow.connections, narrowLinks, context),
    ],
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

/** The entities with the most connections, and the connections among them; none that would stand alone. */
function chooseMostConnected(
  entities: Network['entities'],
  connections: readonly Connection[],
  most: number,
): { readonly entities: Network['entities']; readonly connections: readonly Connection[] } {
  const counts = entities.map((_, index) => connections.filter(({ a, b }) => a === index || b === index).length);
  const first = new Set(
    [...entities.keys()]
      .toSorted((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0) || one - other)
      .slice(0, most),
  );
  return keepConnected(
    entities,
    connections.filter(({ a, b }) => first.has(a) && first.has(b)),
  );
}

/** Leaves out entities without a connection, and numbers the others anew. */
function keepConnected(
  entities: Network['entities'],
  connections: readonly Connection[],
): { readonly entities: Network['entities']; readonly connections: readonly Connection[] } {
  const connected = new Set(connections.flatMap(({ a, b }) => [a, b]));
  const kept = [...entities.keys()].filter((index) => connected.has(index));
  const moved = new Map(kept.map((index, place) => [index, place]));
  return {
    entities: entities.filter((_, index) => connected.has(index)),
    connections: connections
      .map((one) => ({ ...one, a: moved.get(one.a) ?? 0, b: moved.get(one.b) ?? 0 }))
      .toSorted((one, other) => one.a - other.a || one.b - other.b),
  };
}

function draw(
  format: GraphDrawingView['format'],
  entities: Network['entities'],
  connections: readonly Connection[],
  links: readonly EntityLink[],
  { kb, strings, kindNames }: PageContext,
): GraphDrawingView {
  const labels = links.map(({ label }) => wrapLabel(label.text, LABEL));
  const radii = entities.map(({ passages, ties }) =>
    round(Math.min(LEAST_RADIUS + Math.sqrt(passages + ties), MOST_RADIUS)),
  );
  const sizes = labels.map(({ width, height }, index) => {
    const sign = (radii[index] ?? 0) * 2.6;
    return { width: Math.max(width, sign), height: sign + height, sign };
  });
  const layout = layOutGraph(
    sizes,
    connections.map(({ a, b, claims, passages }) => ({
      source: a,
      target: b,
      strength: Math.max(1, claims.length * 2 + passages - 1),
    })),
    format === 'wide' ? WIDE_GRAPH : NARROW_GRAPH,
  );
  const kinds = Object.keys(kb.site.kinds);
  return {
    format,
    width: layout.width,
    height: layout.height,
    nodes: links.map((entity, index): GraphNodeView => {
      const { x = 0, y = 0, signY = 0, isFlipped = false } = layout.places[index] ?? {};
      const { height = 0, sign = 0 } = sizes[index] ?? {};
      const own = connections.filter(({ a, b }) => a === index || b === index).length;
      const top = isFlipped ? y - height / 2 : y - height / 2 + sign;
      return {
        entity,
        shape: drawShape(kinds.indexOf(entity.kind), x, signY, radii[index] ?? LEAST_RADIUS),
        x,
        lines: (labels[index]?.lines ?? []).map((text, line) => ({
          text,
          y: round(top + LABEL.size * (LINE * (line + 0.5) + 1 / 3)),
        })),
        label: `${isolate(entity.label.text)} (${isolate(kindNames(entity.kind).one.text)}): ${strings.count('graph.connections', own)}`,
      };
    }),
    edges: connections.map(({ a, b, claims }) => {
      const [from, to] = [layout.places[a], layout.places[b]];
      return {
        path: `M${from?.x ?? 0} ${from?.signY ?? 0}L${to?.x ?? 0} ${to?.signY ?? 0}`,
        type: claims.length > 0 ? 'claim' : 'passages',
      };
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

  return keepConnected(entities, [...chosen]);
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

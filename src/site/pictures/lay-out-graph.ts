import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import { round } from './box.ts';

/** A node of a graph: the room that its sign and label take. */
export interface NodeSize {
  readonly width: number;
  readonly height: number;
}

/** A connection of two nodes, by their places in the list; the stronger, the nearer they stand. */
export interface Edge {
  readonly source: number;
  readonly target: number;
  /** From 1. */
  readonly strength: number;
}

export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  /** The middle of each node's room. */
  readonly places: readonly { readonly x: number; readonly y: number }[];
}

/** Steps of the simulation, and what is left of its heat after each: from 1 to about a thousandth. */
const STEPS = 300;
const COOLING = 0.0228;
const LENGTH = 70;
/** Sideways pull over pull up and down: pages are wider than high. */
const PULL = { x: 0.05, y: 0.11 };
const REPULSION = -260;
/** Room between two nodes, and around all of them. */
const GAP = 6;
const MARGIN = 12;
/** Rounds in which overlapping rooms are pushed apart. */
const ROUNDS = 400;

/**
 * Places the nodes of a graph so that what is connected stands together and no two rooms overlap. Nothing is left to
 * chance: the nodes start on a spiral grid in the order in which they come, numbers are drawn from a fixed seed, and only
 * operations that IEEE 754 defines exactly are used, so that every machine comes to the same layout.
 */
export function layOutGraph(sizes: readonly NodeSize[], edges: readonly Edge[]): GraphLayout {
  const nodes = sizes.map(({ width, height }, index) => ({ ...startAt(index), width, height }));
  const links = edges.map((edge) => ({ ...edge }));
  forceSimulation<SimulationNodeDatum & NodeSize>(nodes)
    .randomSource(createRandom())
    .alphaDecay(COOLING)
    .force('charge', forceManyBody().strength(REPULSION))
    .force(
      'link',
      forceLink(links)
        .distance(LENGTH)
        .strength(({ strength }) => 0.12 + 0.1 * Math.min(strength, 4)),
    )
    .force('x', forceX(0).strength(PULL.x))
    .force('y', forceY(0).strength(PULL.y))
    .force(
      'collide',
      forceCollide<SimulationNodeDatum & NodeSize>(({ width, height }) => (width + height) / 4),
    )
    .stop()
    .tick(STEPS);
  return frame(separate(nodes), sizes);
}

interface Room extends NodeSize {
  x: number;
  y: number;
}

/** Cells of a square spiral around the first, so that nodes that come first start in the middle. */
function startAt(index: number): { x: number; y: number } {
  const ring = Math.ceil((Math.sqrt(index + 1) - 1) / 2);
  if (ring === 0) return { x: 0, y: 0 };
  const side = ring * 2;
  const along = index - (side - 1) * (side - 1);
  const [edge, step] = [Math.floor(along / side), along % side];
  const from = step - ring;
  const cells = [
    [from, -ring],
    [ring, from],
    [-from, ring],
    [-ring, -from],
  ];
  const [x = 0, y = 0] = cells[edge] ?? [];
  return { x: x * LENGTH, y: y * LENGTH };
}

/** Numbers from 0 to 1 that are the same every time: a linear congruential generator (Numerical Recipes, 1992). */
function createRandom(): () => number {
  let state = 1;
  return () => {
    state = (1664525 * state + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/** Pushes overlapping rooms apart along the side on which they overlap less, half each, until none overlap. */
function separate(rooms: readonly Room[]): readonly Room[] {
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const moves = rooms.flatMap((a, index) => rooms.slice(index + 1).filter((b) => pushApart(a, b)));
    if (moves.length === 0) break;
  }
  return rooms;
}

/** Whether two rooms overlapped, and so were moved. */
function pushApart(a: Room, b: Room): boolean {
  const across = (a.width + b.width) / 2 + GAP - Math.abs(a.x - b.x);
  const down = (a.height + b.height) / 2 + GAP - Math.abs(a.y - b.y);
  if (across <= 0 || down <= 0) return false;
  // A little more than needed, so that rounding brings none back together.
  if (across < down) {
    const step = ((a.x < b.x ? -1 : 1) * (across + 0.2)) / 2;
    a.x += step;
    b.x -= step;
  } else {
    const step = ((a.y < b.y ? -1 : 1) * (down + 0.2)) / 2;
    a.y += step;
    b.y -= step;
  }
  return true;
}

/** Moves everything so that the drawing begins at (0, 0). */
function frame(rooms: readonly Room[], sizes: readonly NodeSize[]): GraphLayout {
  const left = Math.min(...rooms.map(({ x, width }) => x - width / 2)) - MARGIN;
  const top = Math.min(...rooms.map(({ y, height }) => y - height / 2)) - MARGIN;
  const places = rooms.map(({ x, y }) => ({ x: round(x - left), y: round(y - top) }));
  return {
    width: Math.ceil(Math.max(0, ...places.map(({ x }, index) => x + (sizes[index]?.width ?? 0) / 2)) + MARGIN),
    height: Math.ceil(Math.max(0, ...places.map(({ y }, index) => y + (sizes[index]?.height ?? 0) / 2)) + MARGIN),
    places,
  };
}

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
import { findSign, ROOM_GAP, untangleGraph, type Room } from './untangle-graph.ts';

/** A node of a graph: the room that its sign and label take. */
export interface NodeSize {
  readonly width: number;
  readonly height: number;
  /** How high the part of the sign is; the rest is its name. */
  readonly sign: number;
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
  readonly places: readonly NodePlace[];
}

export interface NodePlace {
  /** The middle of the node's room. */
  readonly x: number;
  readonly y: number;
  /** The height at which its sign stands, on the same axis. */
  readonly signY: number;
  /** Whether its name stands over the sign, not under it. */
  readonly isFlipped: boolean;
}

/** How a graph is drawn for screens of one sort. */
export interface GraphFormat {
  /** No wider than this. */
  readonly width: number;
  /** How strongly nodes are drawn to the middle: more sideways makes a narrow graph. */
  readonly pull: { readonly x: number; readonly y: number };
}

export const WIDE_GRAPH: GraphFormat = { width: 1080, pull: { x: 0.05, y: 0.11 } };
export const NARROW_GRAPH: GraphFormat = { width: 352, pull: { x: 0.16, y: 0.035 } };

/** Steps of the simulation, and what is left of its heat after each: from 1 to about a thousandth. */
const STEPS = 300;
const COOLING = 0.0228;
const LENGTH = 70;
const REPULSION = -260;
/** Room around all nodes. */
const MARGIN = 12;
/** Rounds in which overlapping rooms are pushed apart; in the first of them also to the side. */
const ROUNDS = 600;
const SIDEWAYS_ROUNDS = 150;

/**
 * Places the nodes of a graph so that what is connected stands together and no two rooms overlap. Nothing is left to
 * chance: the nodes start on a spiral grid in the order in which they come, numbers are drawn from a fixed seed, and only
 * operations that IEEE 754 defines exactly are used, so that every machine comes to the same layout.
 */
export function layOutGraph(
  sizes: readonly NodeSize[],
  edges: readonly Edge[],
  { width, pull }: GraphFormat = WIDE_GRAPH,
): GraphLayout {
  const nodes = sizes.map((size, index) => ({ ...startAt(index), ...size }));
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
    .force('x', forceX(0).strength(pull.x))
    .force('y', forceY(0).strength(pull.y))
    .force(
      'collide',
      forceCollide<SimulationNodeDatum & NodeSize>(({ width, height }) => (width + height) / 4),
    )
    .stop()
    .tick(STEPS);
  const rooms = separate(squeeze(nodes, width - MARGIN * 2), width - MARGIN * 2);
  return frame(
    untangleGraph(
      rooms.map((room) => ({ ...room, isFlipped: false })),
      edges,
    ),
  );
}

interface Movable extends NodeSize {
  x: number;
  y: number;
}

/** Brings nodes nearer to the middle line as far as needed for all of them to stand within `width`. */
function squeeze(nodes: readonly Movable[], width: number): readonly Movable[] {
  const share = Math.min(1, ...nodes.map((node) => (width - node.width) / 2 / Math.max(Math.abs(node.x), 1)));
  return nodes.map((node) => ({ ...node, x: node.x * Math.max(share, 0) }));
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

/**
 * Pushes overlapping rooms apart until none overlap: along the side on which they overlap less, and when that does not end
 * because there is no more width, up and down.
 */
function separate(rooms: readonly Movable[], width: number): readonly Movable[] {
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const ways = turn < SIDEWAYS_ROUNDS ? 'both' : 'down';
    const moves = rooms.flatMap((a, index) => rooms.slice(index + 1).filter((b) => pushApart(a, b, ways, width)));
    if (moves.length === 0) break;
  }
  return rooms;
}

/** Whether two rooms overlapped, and so were moved. */
function pushApart(a: Movable, b: Movable, ways: 'both' | 'down', width: number): boolean {
  const across = (a.width + b.width) / 2 + ROOM_GAP - Math.abs(a.x - b.x);
  const down = (a.height + b.height) / 2 + ROOM_GAP - Math.abs(a.y - b.y);
  if (across <= 0 || down <= 0) return false;
  // A little more than needed, so that rounding brings none back together.
  if (across < down && ways === 'both') {
    const step = ((a.x < b.x ? -1 : 1) * (across + 0.2)) / 2;
    a.x += step;
    b.x -= step;
    for (const one of [a, b]) one.x = Math.min(Math.max(one.x, (one.width - width) / 2), (width - one.width) / 2);
  } else {
    const step = ((a.y < b.y ? -1 : 1) * (down + 0.2)) / 2;
    a.y += step;
    b.y -= step;
  }
  return true;
}

/** Moves everything so that the drawing begins at (0, 0). */
function frame(rooms: readonly Room[]): GraphLayout {
  const left = Math.min(...rooms.map(({ x, width }) => x - width / 2)) - MARGIN;
  const top = Math.min(...rooms.map(({ y, height }) => y - height / 2)) - MARGIN;
  const places = rooms.map((room) => ({
    x: round(room.x - left),
    y: round(room.y - top),
    signY: round(findSign(room).y - top),
    isFlipped: room.isFlipped,
  }));
  return {
    width: Math.ceil(Math.max(0, ...places.map(({ x }, index) => x + (rooms[index]?.width ?? 0) / 2)) + MARGIN),
    height: Math.ceil(Math.max(0, ...places.map(({ y }, index) => y + (rooms[index]?.height ?? 0) / 2)) + MARGIN),
    places,
  };
}

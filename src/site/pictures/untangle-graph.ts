import { isOverlapping, type Box } from './box.ts';

/** A node with its room: a sign at the top and its name below, or the other way round. */
export interface Room {
  /** The middle of the room. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How high the part of the sign is. */
  readonly sign: number;
  readonly isFlipped: boolean;
}

export interface Line {
  readonly source: number;
  readonly target: number;
}

/** Free space between two rooms. */
export const ROOM_GAP = 6;

/** What makes lines hard to follow: worst where one seems to end at a sign that it only passes, or strikes out a name. */
const COST = { sign: 14, label: 9, ownLabel: 4, crossing: 2, length: 0.02 };
/** Around a sign, so that a line that only just misses it counts as well. */
const SIGN_MARGIN = 2;
/** A node that costs less, the length of its lines aside, has nothing in its way, and stays. */
const LEAST = COST.crossing;
const STEPS = [8, 24, 52, 96, 160];
const WAYS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [0.7, 0.7],
  [-0.7, 0.7],
  [0.7, -0.7],
  [-0.7, -0.7],
] as const;
/** Rounds over all nodes; most graphs come to rest before. */
const ROUNDS = 16;

/**
 * Moves nodes of a laid out graph, one by one and by little, wherever fewer lines then run over names, signs and each
 * other. No room comes to lie on another, and none leaves the frame that all of them had at first.
 */
export function untangleGraph(rooms: readonly Room[], lines: readonly Line[]): readonly Room[] {
  const placed = [...rooms];
  const frame = toFrame(rooms);
  const linesOf = rooms.map((_, index) => lines.filter(({ source, target }) => source === index || target === index));
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = [...placed];
    placed.forEach((room, index) => {
      const own = linesOf[index] ?? [];
      let best = room;
      let least = weigh(index, placed, own, lines, Infinity);
      if (least - weighLength(own, placed) < LEAST) return;
      for (const candidate of listMoves(room)) {
        if (!hasRoom(candidate, index, placed, frame)) continue;
        placed[index] = candidate;
        const cost = weigh(index, placed, own, lines, least);
        if (cost < least - 1e-9) [best, least] = [candidate, cost];
      }
      placed[index] = best;
    });
    if (placed.every((room, index) => room === before[index])) break;
  }
  return placed;
}

/** The middle of the sign of a node. */
export function findSign({ x, y, height, sign, isFlipped }: Room): { readonly x: number; readonly y: number } {
  return { x, y: isFlipped ? y + height / 2 - sign / 2 : y - height / 2 + sign / 2 };
}

function listMoves(room: Room): readonly Room[] {
  const flipped = { ...room, isFlipped: !room.isFlipped };
  const moved = STEPS.flatMap((step) =>
    WAYS.flatMap(([across, down]) =>
      [room, flipped].map((one) => ({ ...one, x: one.x + across * step, y: one.y + down * step })),
    ),
  );
  return [flipped, ...moved];
}

function hasRoom(room: Room, index: number, placed: readonly Room[], frame: Box): boolean {
  const { x, y, width, height } = toBox(room);
  const isInFrame =
    x >= frame.x && y >= frame.y && x + width <= frame.x + frame.width && y + height <= frame.y + frame.height;
  const wide = { x: x - ROOM_GAP, y: y - ROOM_GAP, width: width + ROOM_GAP * 2, height: height + ROOM_GAP * 2 };
  return isInFrame && !placed.some((other, place) => place !== index && isOverlapping(wide, toBox(other)));
}

/**
 * What one node adds to the tangle where it stands: by its lines, and by its name and sign under those of others. Counting
 * ends above `most`.
 */
function weigh(
  index: number,
  placed: readonly Room[],
  own: readonly Line[],
  lines: readonly Line[],
  most: number,
): number {
  const room = placed[index];
  if (room === undefined) return 0;
  const [sign, label] = [toSignBox(room), toLabelBox(room)];
  let cost = weighLength(own, placed);
  for (const line of lines) {
    const ends = toSegment(line, placed);
    if (line.source === index || line.target === index) {
      if (isCrossed(ends, label)) cost += COST.ownLabel;
    } else {
      if (isCrossed(ends, label)) cost += COST.label;
      if (isCrossed(ends, sign)) cost += COST.sign;
    }
  }
  for (const line of own) {
    if (cost > most) break;
    const ends = toSegment(line, placed);
    placed.forEach((other, place) => {
      if (place === index) return;
      const isEnd = place === line.source || place === line.target;
      if (isCrossed(ends, toLabelBox(other))) cost += isEnd ? COST.ownLabel : COST.label;
      if (!isEnd && isCrossed(ends, toSignBox(other))) cost += COST.sign;
    });
    for (const other of lines) if (isCrossing(line, other, placed)) cost += COST.crossing;
  }
  return cost;
}

function weighLength(own: readonly Line[], placed: readonly Room[]): number {
  return own.reduce((sum, line) => {
    const [fromX, fromY, toX, toY] = toSegment(line, placed);
    return sum + COST.length * Math.sqrt((toX - fromX) * (toX - fromX) + (toY - fromY) * (toY - fromY));
  }, 0);
}

type Segment = readonly [fromX: number, fromY: number, toX: number, toY: number];

function toSegment({ source, target }: Line, placed: readonly Room[]): Segment {
  const [from, to] = [placed[source], placed[target]];
  if (from === undefined || to === undefined) return [0, 0, 0, 0];
  const [a, b] = [findSign(from), findSign(to)];
  return [a.x, a.y, b.x, b.y];
}

function toBox({ x, y, width, height }: Room): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function toLabelBox(room: Room): Box {
  const { x, y, width, height } = toBox(room);
  return { x, y: room.isFlipped ? y : y + room.sign, width, height: height - room.sign };
}

function toSignBox(room: Room): Box {
  const { x, y } = findSign(room);
  const reach = room.sign / 2 + SIGN_MARGIN;
  return { x: x - reach, y: y - reach, width: reach * 2, height: reach * 2 };
}

/** Whether a line runs through a box: Liang and Barsky, «A new concept and method for line clipping», 1984. */
function isCrossed([fromX, fromY, toX, toY]: Segment, { x, y, width, height }: Box): boolean {
  const [across, down] = [toX - fromX, toY - fromY];
  let [enter, leave] = [0, 1];
  for (const [step, room] of [
    [-across, fromX - x],
    [across, x + width - fromX],
    [-down, fromY - y],
    [down, y + height - fromY],
  ] as const) {
    if (step === 0) {
      if (room < 0) return false;
    } else if (step < 0) enter = Math.max(enter, room / step);
    else leave = Math.min(leave, room / step);
    if (enter > leave) return false;
  }
  return true;
}

/** Whether two lines without a common end cross. */
function isCrossing(one: Line, other: Line, placed: readonly Room[]): boolean {
  const isJoined = [one.source, one.target].some((end) => end === other.source || end === other.target);
  if (isJoined) return false;
  const [aX, aY, bX, bY] = toSegment(one, placed);
  const [cX, cY, dX, dY] = toSegment(other, placed);
  const side = (pX: number, pY: number, qX: number, qY: number, x: number, y: number): boolean =>
    (qX - pX) * (y - pY) - (qY - pY) * (x - pX) > 0;
  return (
    side(aX, aY, bX, bY, cX, cY) !== side(aX, aY, bX, bY, dX, dY) &&
    side(cX, cY, dX, dY, aX, aY) !== side(cX, cY, dX, dY, bX, bY)
  );
}

function toFrame(rooms: readonly Room[]): Box {
  const boxes = rooms.map(toBox);
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

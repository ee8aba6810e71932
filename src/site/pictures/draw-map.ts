import { isOverlapping, round, type Box } from './box.ts';
import { clipPath } from './clip-path.ts';
import { findCrowds } from './find-crowds.ts';
import { wrapLabel, type Label } from './measure-label.ts';
import { placeLabels } from './place-labels.ts';
import { toMapPoint, WORLD_HEIGHT, WORLD_WIDTH, type MapPoint } from './to-map-point.ts';
import world from './world.json' with { type: 'json' };

/** What is to be shown: a country (ISO 3166-1 alpha-2), or a point in degrees. */
export type MapPlace =
  | { readonly type: 'country'; readonly code: string; readonly name: string }
  | { readonly type: 'point'; readonly longitude: number; readonly latitude: number; readonly name: string };

/** How one place is drawn. Numbers are units of the drawing, except in `path`. */
export interface MapMark {
  /** Its place in the list that was given. */
  readonly index: number;
  /** The country, in units of the world. */
  readonly path: string | undefined;
  /** A sign, for points and for countries too small to be seen. */
  readonly dot: { readonly x: number; readonly y: number } | undefined;
  readonly caption: MapCaption | undefined;
  /** Whether this is the drawing in which one goes to its page; another one shows it closer, or farther. */
  readonly isReached: boolean;
}

export interface MapCaption {
  /** The middle of its lines; each line has its own base. */
  readonly x: number;
  readonly lines: readonly { readonly text: string; readonly y: number }[];
  /** From the place to the label, where it stands apart. */
  readonly leader: string | undefined;
}

/** One sheet of a map: a part of the world with its marks. */
export interface MapSheet {
  readonly width: number;
  readonly height: number;
  /** From units of the world to units of the drawing, as an attribute of SVG. */
  readonly transform: string;
  /** Units of the world in one of the drawing, for patterns. */
  readonly unit: number;
  /** All land that is not a mark, in units of the world. */
  readonly land: string;
  /** How closely its borders are drawn. */
  readonly detail: 'path' | 'coarse';
  readonly marks: readonly MapMark[];
}

export interface MapDrawing extends MapSheet {
  /** Where places crowd, a part of the map once more and larger. */
  readonly closeUps: readonly CloseUp[];
  /** Where in the world the drawing lies, when it shows a small part of it. */
  readonly inset: { readonly land: string; readonly viewBox: string; readonly window: Box } | undefined;
}

export interface CloseUp extends MapSheet {
  /** Which part of the map it shows, in units of the map. */
  readonly window: Box;
}

interface Country {
  readonly at: readonly number[];
  readonly box: readonly number[];
  readonly path: string;
  readonly coarse: string;
}

/** By code; asked only with `Object.hasOwn`. */
const COUNTRIES: Readonly<Record<string, Country>> = world.countries;

/** How a map is drawn for screens of one sort: as wide as there, so that its letters keep their size. */
export interface MapFormat {
  readonly width: number;
  readonly closeUpWidth: number;
  readonly mostCloseUps: number;
  /** Signs nearer to each other than this, in units of the drawing, cannot be pointed at one by one. */
  readonly tooNear: number;
  /** Width over height of the map. */
  readonly leastShape: number;
  readonly mostShape: number;
}

export const WIDE_MAP: MapFormat = {
  width: 760,
  closeUpWidth: 340,
  mostCloseUps: 2,
  tooNear: 9,
  leastShape: 1.35,
  mostShape: 2.4,
};
export const NARROW_MAP: MapFormat = {
  width: 360,
  closeUpWidth: 360,
  mostCloseUps: 3,
  tooNear: 14,
  leastShape: 1,
  mostShape: 2,
};

export const MAP_LABEL_SIZE = 12;
export const DOT = 4;
const LABEL_WIDTH = 92;
const MOST_LABELS = 48;
/** How much of the box of a country is cut from each side for what surely is its own, as a share. */
const CORE = 0.22;
/** Antarctica and the far north are only shown where something lies there. */
const USUAL_WORLD: Box = { x: 0, y: 90, width: WORLD_WIDTH, height: 4310 };
/** Around what is shown, as a share of its width; and the least part of the world that still tells where one is. */
const MARGIN = 0.09;
const LEAST_WIDTH = 1100;
/** Below this scale borders have less detail, as far as the difference cannot be seen. */
const COARSE_BELOW = 0.17;
/** Narrower views have the world beside them. */
const INSET_BELOW = 4500;
/** A country of fewer units of the drawing than this on both sides gets a sign. */
const LEAST_SEEN = 9;
/** A close-up: no wider than high, no more than so much wider; and so many times larger that it is worth its room. */
const CLOSE_UP = { leastShape: 0.9, mostShape: 1.5, leastGain: 1.8, margin: 0.16, leastWidth: 260 };

interface Shown {
  readonly place: MapPlace;
  readonly index: number;
  readonly at: MapPoint;
  readonly box: Box;
}

interface View {
  readonly window: Box;
  readonly scale: number;
  readonly height: number;
}

/** Whether there is a shape for a country. */
export function isOnMap(code: string): boolean {
  return Object.hasOwn(COUNTRIES, code);
}

/**
 * A map of some places, cut to where they lie, with a close-up of each part in which they crowd. The first places get their
 * labels first; labels never overlap, and a label that finds no room is left out: what it would say stands beside the map
 * in words. Nothing when nothing can be drawn.
 */
export function drawMap(places: readonly MapPlace[], format: MapFormat = WIDE_MAP): MapDrawing | undefined {
  const shown = places.flatMap((place, index): readonly Shown[] => {
    const found = locate(place);
    return found === undefined ? [] : [{ place, index, ...found }];
  });
  if (shown.length === 0) return undefined;
  const view = toView(
    chooseWindow(
      shown.map(({ box }) => box),
      format,
    ),
    format.width,
  );
  const crowds = chooseCloseUps(shown, view, format);
  const crowded = new Set(crowds.flatMap(({ members }) => members));
  const windows = crowds.map(({ view: { window } }) => toDrawing(window, view));
  const alone = shown.filter((one) => !crowded.has(one));
  return {
    ...drawSheet(shown, alone, view, windows),
    closeUps: crowds.map(({ members, view: close }, index) => ({
      ...drawSheet(shown, members, close, []),
      window: windows[index] ?? { x: 0, y: 0, width: 0, height: 0 },
    })),
    inset: view.window.width < INSET_BELOW ? drawInset(view.window) : undefined,
  };
}

/** One sheet: all land in view, the areas of all places, and the names and signs of those that are reached in it. */
function drawSheet(shown: readonly Shown[], reached: readonly Shown[], view: View, windows: readonly Box[]): MapSheet {
  const { window, scale, height } = view;
  const width = Math.round(window.width * scale);
  const detail = scale < COARSE_BELOW ? 'coarse' : 'path';
  const own = new Set(reached);
  const seen = shown.filter((one) => own.has(one) || isOverlapping(one.box, window) || isInside(one.at, window));
  const named = reached.slice(0, MOST_LABELS);
  const labels = new Map(named.map((one) => [one, labelOf(one)]));
  const points = new Map(seen.map((one) => [one, toPoint(one, view)]));
  const placed = placeLabels(
    named.map((one) => toWish(one, view, labels.get(one))),
    { x: 0, y: 0, width, height },
    [
      ...windows,
      ...seen.flatMap((one) => {
        const point = points.get(one);
        return own.has(one) || point?.hasDot !== true ? [] : [around(point, DOT)];
      }),
    ],
  );
  const marked = new Set(shown.flatMap(({ place }) => (place.type === 'country' ? [place.code] : [])));
  return {
    width,
    height,
    transform: `scale(${scale.toFixed(5)}) translate(${-window.x} ${-window.y})`,
    unit: Math.round(1 / scale),
    land: drawLand(window, marked, detail),
    detail,
    marks: seen.map((one): MapMark => {
      const { x, y, hasDot } = points.get(one) ?? { x: 0, y: 0, hasDot: false };
      const { place, index } = one;
      const order = named.indexOf(one);
      const box = order === -1 ? undefined : placed[order];
      return {
        index,
        path: place.type === 'country' ? COUNTRIES[place.code]?.[detail] : undefined,
        dot: hasDot ? { x, y } : undefined,
        caption: box && {
          x: round(box.x + box.width / 2),
          lines: (labels.get(one)?.lines ?? []).map((text, line, lines) => ({
            text,
            y: round(box.y + (box.height / lines.length) * (line + 0.5) + MAP_LABEL_SIZE / 3),
          })),
          leader: box.isFar ? `M${x} ${y}L${nearest(x, box.x, box.width)} ${nearest(y, box.y, box.height)}` : undefined,
        },
        isReached: own.has(one),
      };
    }),
  };
}

/** Parts of the map in which places stand so near that names find no room beside them, or signs lie on each other. */
function chooseCloseUps(
  shown: readonly Shown[],
  view: View,
  { closeUpWidth, mostCloseUps, tooNear }: MapFormat,
): readonly { readonly members: readonly Shown[]; readonly view: View }[] {
  const first = shown.slice(0, MOST_LABELS);
  const wishes = first.map((one) => toWish(one, view, labelOf(one)));
  const width = Math.round(view.window.width * view.scale);
  const placed = placeLabels(wishes, { x: 0, y: 0, width, height: view.height }, []);
  const isSmall = ({ box }: Shown): boolean => Math.max(box.width, box.height) * view.scale < tooNear * 2;
  const crowded = wishes.map(({ x, y }, index) => {
    const one = first[index];
    const isPressed = wishes.some(
      (other, place) =>
        place !== index &&
        Math.max(Math.abs(other.x - x), Math.abs(other.y - y)) < tooNear &&
        one !== undefined &&
        isSmall(one),
    );
    return isPressed || placed[index] === undefined || placed[index].isFar;
  });
  const toCloseUp = (group: readonly number[]): { members: readonly Shown[]; view: View } => {
    const members = group.flatMap((index) => first[index] ?? []);
    return { members, view: toView(chooseCloseWindow(members), closeUpWidth) };
  };
  return findCrowds(wishes, crowded, (group) => toCloseUp(group).view.scale >= view.scale * CLOSE_UP.leastGain)
    .slice(0, mostCloseUps)
    .map(toCloseUp);
}

function labelOf({ place }: Shown): Label {
  return wrapLabel(place.name, { width: LABEL_WIDTH, size: MAP_LABEL_SIZE, most: 3 });
}

function toWish(one: Shown, view: View, label: Label | undefined): Parameters<typeof placeLabels>[0][number] {
  const { x, y, hasDot } = toPoint(one, view);
  const { width = 0, height = 0 } = label ?? {};
  const isRoomy = !hasDot && one.box.width * view.scale > width && one.box.height * view.scale > height;
  const area = one.place.type === 'point' ? undefined : grow(toDrawing(one.box, view), -CORE);
  return { x, y, width: width + 2, height, radius: hasDot ? DOT + 1 : 1, isRoomy, area };
}

function toPoint({ place, at: [x, y], box }: Shown, { window, scale }: View) {
  const isSmall = Math.max(box.width, box.height) * scale < LEAST_SEEN;
  return {
    x: round((x - window.x) * scale),
    y: round((y - window.y) * scale),
    hasDot: place.type === 'point' || isSmall,
  };
}

/** A part of the world, in units of a drawing of it. */
function toDrawing(part: Box, { window, scale }: View): Box {
  return {
    x: round((part.x - window.x) * scale),
    y: round((part.y - window.y) * scale),
    width: round(part.width * scale),
    height: round(part.height * scale),
  };
}

function toView(window: Box, width: number): View {
  const scale = width / window.width;
  return { window, scale, height: Math.round(window.height * scale) };
}

function around({ x, y }: { readonly x: number; readonly y: number }, radius: number): Box {
  return { x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 };
}

function isInside([x, y]: MapPoint, { x: left, y: top, width, height }: Box): boolean {
  return x >= left && x <= left + width && y >= top && y <= top + height;
}

/** The point of a side that lies nearest to `value`. */
function nearest(value: number, start: number, length: number): number {
  return round(Math.min(Math.max(value, start), start + length));
}

/** Where a place stands, and the box that must be seen of it. */
function locate(place: MapPlace): { readonly at: MapPoint; readonly box: Box } | undefined {
  if (place.type === 'point') {
    const [x, y] = toMapPoint(place.longitude, place.latitude);
    return { at: [x, y], box: { x, y, width: 0, height: 0 } };
  }
  const country = isOnMap(place.code) ? COUNTRIES[place.code] : undefined;
  if (country === undefined) return undefined;
  const [x = 0, y = 0] = country.at;
  const [left = 0, top = 0, right = 0, bottom = 0] = country.box;
  return { at: [x, y], box: { x: left, y: top, width: right - left, height: bottom - top } };
}

/** The part of the world that holds all boxes, with a margin, neither too narrow nor too long. */
function chooseWindow(boxes: readonly Box[], { leastShape, mostShape }: MapFormat): Box {
  const { left, top, right, bottom } = toEdges(boxes);
  const frame: Box = {
    x: 0,
    y: Math.min(top, USUAL_WORLD.y),
    width: WORLD_WIDTH,
    height: Math.max(bottom, USUAL_WORLD.y + USUAL_WORLD.height) - Math.min(top, USUAL_WORLD.y),
  };
  const margin = Math.max((right - left) * MARGIN, (bottom - top) * MARGIN);
  let width = Math.max(right - left + margin * 2, LEAST_WIDTH);
  let height = Math.max(bottom - top + margin * 2, LEAST_WIDTH / mostShape);
  if (width / height < leastShape) width = height * leastShape;
  if (width / height > mostShape) height = width / mostShape;
  width = Math.round(Math.min(width, frame.width));
  height = Math.round(Math.min(height, frame.height));
  return {
    x: within((left + right) / 2, width, frame.x, frame.width),
    y: within((top + bottom) / 2, height, frame.y, Math.min(frame.height, WORLD_HEIGHT)),
    width,
    height,
  };
}

/** Around the middles of some places; of countries that reach far beyond them only a part. */
function chooseCloseWindow(members: readonly Shown[]): Box {
  const points = toEdges(members.map(({ at: [x, y] }) => ({ x, y, width: 0, height: 0 })));
  const spread = Math.max(points.right - points.left, points.bottom - points.top);
  const reach = Math.max(spread / 4, CLOSE_UP.leastWidth / 6);
  const boxes = members.map(({ at: [x, y], box }): Box => {
    const [left, top] = [Math.max(box.x, x - reach), Math.max(box.y, y - reach)];
    const [right, bottom] = [Math.min(box.x + box.width, x + reach), Math.min(box.y + box.height, y + reach)];
    return { x: left, y: top, width: right - left, height: bottom - top };
  });
  const { left, top, right, bottom } = toEdges(boxes);
  const { leastShape, mostShape, margin, leastWidth } = CLOSE_UP;
  const more = 1 + margin * 2;
  let width = Math.max((right - left) * more, leastWidth);
  let height = Math.max((bottom - top) * more, leastWidth / mostShape);
  if (width / height < leastShape) width = height * leastShape;
  if (width / height > mostShape) height = width / mostShape;
  width = Math.round(width);
  height = Math.round(height);
  return {
    x: within((left + right) / 2, width, 0, WORLD_WIDTH),
    y: within((top + bottom) / 2, height, 0, WORLD_HEIGHT),
    width,
    height,
  };
}

/** Where a stretch of `size` around `middle` begins so that it does not leave the whole. */
function within(middle: number, size: number, start: number, whole: number): number {
  return Math.round(Math.min(Math.max(middle - size / 2, start), start + whole - size));
}

function toEdges(boxes: readonly Box[]) {
  return {
    left: Math.min(...boxes.map(({ x }) => x)),
    top: Math.min(...boxes.map(({ y }) => y)),
    right: Math.max(...boxes.map(({ x, width }) => x + width)),
    bottom: Math.max(...boxes.map(({ y, height }) => y + height)),
  };
}

/**
 * All land in view but the marked countries. In detail it is cut at the borders of the view; without, whole rings are what
 * several sheets can share.
 */
function drawLand(window: Box, marked: ReadonlySet<string>, detail: MapSheet['detail']): string {
  const codes = Object.keys(COUNTRIES).filter((code) => !marked.has(code));
  const rings = [...codes.map((code) => COUNTRIES[code]?.[detail] ?? ''), world.others[detail]].flatMap((path) =>
    path.split(/(?<=z)/).filter((ring) => ring !== ''),
  );
  return rings
    .map((ring) => {
      const cut = clipPath(ring, grow(window, CUT));
      return cut === '' || detail === 'path' ? cut : ring;
    })
    .join('');
}

/** So much beyond its frame is drawn that no border along the cut is seen. */
const CUT = 0.01;

function grow({ x, y, width, height }: Box, by: number): Box {
  return { x: x - width * by, y: y - height * by, width: width * (1 + by * 2), height: height * (1 + by * 2) };
}

function drawInset(view: Box): MapDrawing['inset'] {
  const { x, y, width, height } = USUAL_WORLD;
  return { land: world.outline, viewBox: `${x} ${y} ${width} ${height}`, window: view };
}

import { round, type Box } from './box.ts';
import { wrapLabel } from './measure-label.ts';
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
}

export interface MapCaption {
  /** The middle of its lines; each line has its own base. */
  readonly x: number;
  readonly lines: readonly { readonly text: string; readonly y: number }[];
  /** From the place to the label, where it stands apart. */
  readonly leader: string | undefined;
}

export interface MapDrawing {
  readonly width: number;
  readonly height: number;
  /** From units of the world to units of the drawing, as an attribute of SVG. */
  readonly transform: string;
  /** Units of the world in one of the drawing, for patterns. */
  readonly unit: number;
  /** All land that is not a mark, in units of the world. */
  readonly land: string;
  readonly marks: readonly MapMark[];
  /** Where in the world the drawing lies, when it shows a small part of it. */
  readonly inset: { readonly land: string; readonly viewBox: string; readonly window: Box } | undefined;
}

interface Country {
  readonly at: readonly number[];
  readonly box: readonly number[];
  readonly path: string;
  readonly coarse: string;
}

/** By code; asked only with `Object.hasOwn`. */
const COUNTRIES: Readonly<Record<string, Country>> = world.countries;

const WIDTH = 760;
export const MAP_LABEL_SIZE = 12;
export const DOT = 4;
const LABEL_WIDTH = 92;
const MOST_LABELS = 48;
/** Antarctica and the far north are only shown where something lies there. */
const USUAL_WORLD: Box = { x: 0, y: 90, width: WORLD_WIDTH, height: 4310 };
/** Around what is shown, as a share of its width; and the least part of the world that still tells where one is. */
const MARGIN = 0.09;
const LEAST_WIDTH = 1100;
/** Width over height of a drawing. */
const LEAST_SHAPE = 1.35;
const MOST_SHAPE = 2.4;
/** Wider views show borders in less detail, as far as the difference cannot be seen. */
const COARSE_FROM = 4500;
/** Narrower views have the world beside them. */
const INSET_BELOW = 4500;
/** A country of fewer units of the drawing than this on both sides gets a sign. */
const LEAST_SEEN = 9;

/** Whether there is a shape for a country. */
export function isOnMap(code: string): boolean {
  return Object.hasOwn(COUNTRIES, code);
}

/**
 * A map of some places, cut to where they lie. The first places get their labels first; labels never overlap, and a label
 * that finds no room is left out: what it would say stands beside the map in words. Nothing when nothing can be drawn.
 */
export function drawMap(places: readonly MapPlace[]): MapDrawing | undefined {
  const shown = places.flatMap((place, index) => {
    const found = locate(place);
    return found === undefined ? [] : [{ place, index, ...found }];
  });
  if (shown.length === 0) return undefined;
  const view = chooseView(shown.map(({ box }) => box));
  const scale = WIDTH / view.width;
  const height = Math.round(view.height * scale);
  const detail = view.width >= COARSE_FROM ? 'coarse' : 'path';
  const toView = ([x, y]: MapPoint): { x: number; y: number } => ({
    x: round((x - view.x) * scale),
    y: round((y - view.y) * scale),
  });
  const points = shown.map(({ place, at, box }) => {
    const isSmall = Math.max(box.width, box.height) * scale < LEAST_SEEN;
    return { ...toView(at), hasDot: place.type === 'point' || isSmall };
  });
  const labels = shown.map(({ place }) => wrapLabel(place.name, { width: LABEL_WIDTH, size: MAP_LABEL_SIZE, most: 3 }));
  const placed = placeLabels(
    points.slice(0, MOST_LABELS).map(({ x, y, hasDot }, index) => {
      const { width = 0, height: tall = 0 } = labels[index] ?? {};
      const { box } = shown[index] ?? {};
      const isRoomy = !hasDot && box !== undefined && box.width * scale > width && box.height * scale > tall;
      return { x, y, width: width + 2, height: tall, radius: hasDot ? DOT + 1 : 1, isRoomy };
    }),
    { x: 0, y: 0, width: WIDTH, height },
  );
  const marked = new Set(shown.flatMap(({ place }) => (place.type === 'country' ? [place.code] : [])));
  return {
    width: WIDTH,
    height,
    transform: `scale(${scale.toFixed(5)}) translate(${-view.x} ${-view.y})`,
    unit: Math.round(1 / scale),
    land: drawLand(view, marked, detail),
    marks: shown.map(({ place, index }, order): MapMark => {
      const { x = 0, y = 0, hasDot = false } = points[order] ?? {};
      const box = placed[order];
      const middle = box && { x: round(box.x + box.width / 2), y: round(box.y + box.height / 2) };
      return {
        index,
        path: place.type === 'country' ? COUNTRIES[place.code]?.[detail] : undefined,
        dot: hasDot ? { x, y } : undefined,
        caption: box &&
          middle && {
            x: middle.x,
            lines: (labels[order]?.lines ?? []).map((text, line, lines) => ({
              text,
              y: round(box.y + (box.height / lines.length) * (line + 0.5) + MAP_LABEL_SIZE / 3),
            })),
            leader: box.isFar
              ? `M${x} ${y}L${nearest(x, box.x, box.width)} ${nearest(y, box.y, box.height)}`
              : undefined,
          },
      };
    }),
    inset: view.width < INSET_BELOW ? drawInset(view) : undefined,
  };
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
function chooseView(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const frame: Box = {
    x: 0,
    y: Math.min(top, USUAL_WORLD.y),
    width: WORLD_WIDTH,
    height: Math.max(bottom, USUAL_WORLD.y + USUAL_WORLD.height) - Math.min(top, USUAL_WORLD.y),
  };
  const margin = Math.max((right - left) * MARGIN, (bottom - top) * MARGIN);
  let width = Math.max(right - left + margin * 2, LEAST_WIDTH);
  let height = Math.max(bottom - top + margin * 2, LEAST_WIDTH / MOST_SHAPE);
  if (width / height < LEAST_SHAPE) width = height * LEAST_SHAPE;
  if (width / height > MOST_SHAPE) height = width / MOST_SHAPE;
  width = Math.round(Math.min(width, frame.width));
  height = Math.round(Math.min(height, frame.height));
  const within = (middle: number, size: number, start: number, whole: number): number =>
    Math.round(Math.min(Math.max(middle - size / 2, start), start + whole - size));
  return {
    x: within((left + right) / 2, width, frame.x, frame.width),
    y: within((top + bottom) / 2, height, frame.y, Math.min(frame.height, WORLD_HEIGHT)),
    width,
    height,
  };
}

/** All land in view but the marked countries: rings that lie outside are left out. */
function drawLand(view: Box, marked: ReadonlySet<string>, detail: 'path' | 'coarse'): string {
  const codes = Object.keys(COUNTRIES).filter((code) => !marked.has(code));
  return [...codes.map((code) => COUNTRIES[code]?.[detail] ?? ''), world.others[detail]]
    .flatMap((path) => path.split(/(?<=z)/))
    .filter((ring) => ring !== '' && isInView(ring, view))
    .join('');
}

function isInView(ring: string, view: Box): boolean {
  const [, first = '', steps = ''] = /^M([^l]*)l?(.*)z$/.exec(ring) ?? [];
  const [startX = 0, startY = 0] = first.split(' ').map(Number);
  let [x, y] = [startX, startY];
  let [left, top, right, bottom] = [x, y, x, y];
  const numbers = steps.match(/-?\d+/g) ?? [];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    x += Number(numbers[index]);
    y += Number(numbers[index + 1]);
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return left <= view.x + view.width && right >= view.x && top <= view.y + view.height && bottom >= view.y;
}

function drawInset(view: Box): MapDrawing['inset'] {
  const { x, y, width, height } = USUAL_WORLD;
  return { land: world.outline, viewBox: `${x} ${y} ${width} ${height}`, window: view };
}

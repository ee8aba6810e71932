/**
 * Writes src/site/pictures/world.json: the countries of the world as flat paths, for the maps that the build draws.
 *
 * Source: Natural Earth 1:50m (public domain) as packed by world-atlas. Every border is projected once, thinned out once
 * (neighbours share their borders, so no gap opens between them) and rounded to whole units, 10,000 of which make the world.
 * Countries are keyed by ISO 3166-1 alpha-2; areas that have no code of their own are kept as land without a name.
 *
 *   node .ci/make-world.mjs            writes the file
 *   node .ci/make-world.mjs --check    exits with 1 if the file is not what would be written
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature, merge } from 'topojson-client';
import { toMapPoint, WORLD_WIDTH } from '../src/site/pictures/to-map-point.ts';

const TARGET = new URL('../src/site/pictures/world.json', import.meta.url);

/** Triangles of less than this are cut off a border (square units), and parts of a country that are smaller left out. */
const FINE = { corner: 9, part: 20 };
const COARSE = { corner: 120, part: 300 };
const OUTLINE = { corner: 500, part: 2500 };
/** A part of a country draws the eye to it if it is at least this share of the greatest: Alaska and French Guiana are not. */
const MAIN_SHARE = 0.25;

const ANTARCTICA = '010';

/** ISO 3166-1: numeric codes, as Natural Earth has them, with their alpha-2 codes. */
const CODES = new Map(
  `
  004AF 008AL 010AQ 012DZ 016AS 020AD 024AO 028AG 031AZ 032AR 036AU 040AT 044BS 048BH 050BD 051AM 052BB 056BE 060BM 064BT
  068BO 070BA 072BW 076BR 084BZ 086IO 090SB 092VG 096BN 100BG 104MM 108BI 112BY 116KH 120CM 124CA 132CV 136KY 140CF 144LK
  148TD 152CL 156CN 158TW 170CO 174KM 178CG 180CD 184CK 188CR 191HR 192CU 196CY 203CZ 204BJ 208DK 212DM 214DO 218EC 222SV
  226GQ 231ET 232ER 233EE 234FO 238FK 239GS 242FJ 246FI 248AX 250FR 258PF 260TF 262DJ 266GA 268GE 270GM 275PS 276DE 288GH
  296KI 300GR 304GL 308GD 316GU 320GT 324GN 328GY 332HT 334HM 336VA 340HN 344HK 348HU 352IS 356IN 360ID 364IR 368IQ 372IE
  376IL 380IT 384CI 388JM 392JP 398KZ 400JO 404KE 408KP 410KR 414KW 417KG 418LA 422LB 426LS 428LV 430LR 434LY 438LI 440LT
  442LU 446MO 450MG 454MW 458MY 462MV 466ML 470MT 478MR 480MU 484MX 492MC 496MN 498MD 499ME 500MS 504MA 508MZ 512OM 516NA
  520NR 524NP 528NL 531CW 533AW 534SX 540NC 548VU 554NZ 558NI 562NE 566NG 570NU 574NF 578NO 580MP 583FM 584MH 585PW 586PK
  591PA 598PG 600PY 604PE 608PH 612PN 616PL 620PT 624GW 626TL 630PR 634QA 642RO 643RU 646RW 652BL 654SH 659KN 660AI 662LC
  663MF 666PM 670VC 674SM 678ST 682SA 686SN 688RS 690SC 694SL 702SG 703SK 704VN 705SI 706SO 710ZA 716ZW 724ES 728SS 729SD
  732EH 740SR 748SZ 752SE 756CH 760SY 762TJ 764TH 768TG 776TO 780TT 784AE 788TN 792TR 795TM 796TC 800UG 804UA 807MK 818EG
  826GB 831GG 832JE 833IM 834TZ 840US 850VI 854BF 858UY 860UZ 862VE 876WF 882WS 887YE 894ZM
  `
    .trim()
    .split(/\s+/)
    .map((pair) => [pair.slice(0, 3), pair.slice(3)]),
);

const source = readSource();
const text = writeWorld(source);
if (process.argv.includes('--check')) {
  const isSame = readFileSync(TARGET, 'utf8') === text;
  console.log(
    isSame ? 'src/site/pictures/world.json is what its script writes.' : 'src/site/pictures/world.json is out of date.',
  );
  process.exitCode = isSame ? 0 : 1;
} else {
  writeFileSync(TARGET, text);
  console.log(`${text.length} characters`);
}

/** The topology with every arc in degrees. */
function readSource() {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8'));
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  return { type: 'Topology', arcs, objects: topology.objects };
}

function writeWorld(topology) {
  const fine = drawCountries(topology, FINE);
  const coarse = drawCountries(topology, COARSE);
  const outline = thin(topology, OUTLINE.corner);
  const land = merge(
    outline,
    outline.objects.countries.geometries.filter(({ id }) => id !== ANTARCTICA),
  )
    .coordinates.flatMap(flatten)
    .filter((rings) => areaOf(rings[0]) >= OUTLINE.part);
  const lines = [...fine.countries].map(
    ([code, { rings, ...rest }]) =>
      `    ${JSON.stringify(code)}: ${JSON.stringify({ ...rest, path: toPath(rings), coarse: toPath(coarse.countries.get(code).rings) })}`,
  );
  return [
    '{',
    '  "source": "Natural Earth 1:50m, public domain; Equal Earth projection; written by .ci/make-world.mjs",',
    `  "outline": ${JSON.stringify(toPath(land.flat()))},`,
    `  "others": ${JSON.stringify({ path: toPath(fine.others), coarse: toPath(coarse.others) })},`,
    '  "countries": {',
    lines.join(',\n'),
    '  }',
    '}',
    '',
  ].join('\n');
}

/** Rings by code, sorted, with the box of the main parts and a place in the middle of the greatest. */
function drawCountries(topology, { corner, part }) {
  const polygons = new Map();
  const others = [];
  for (const { id, geometry } of feature(thin(topology, corner), topology.objects.countries).features) {
    const parts = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flatMap(flatten);
    const code = CODES.get(id);
    if (code === undefined && id !== undefined) throw new Error(`No alpha-2 code for ${id}.`);
    if (code === undefined) others.push(...parts.filter(([ring]) => areaOf(ring) >= part).flat());
    else polygons.set(code, [...(polygons.get(code) ?? []), ...parts]);
  }
  const countries = new Map();
  for (const code of [...polygons.keys()].sort()) {
    const parts = polygons.get(code).toSorted((a, b) => areaOf(b[0]) - areaOf(a[0]));
    const [greatest] = parts;
    const kept = parts.filter((rings, index) => index === 0 || areaOf(rings[0]) >= part);
    const main = parts.filter(([ring]) => areaOf(ring) >= areaOf(greatest[0]) * MAIN_SHARE);
    countries.set(code, { at: findMiddle(greatest), box: toBox(main.map(([ring]) => ring)), rings: kept.flat() });
  }
  return { countries, others };
}

/** Every arc without its least corners (Visvalingam, Whyatt 1993); its ends stay, so that rings stay closed. */
function thin(topology, least) {
  return { ...topology, arcs: topology.arcs.map((arc) => thinArc(arc, least)) };
}

function thinArc(arc, least) {
  const degrees = [...arc];
  const points = arc.map(([longitude, latitude]) => toMapPoint(longitude, latitude));
  const isRing = arc.length > 3 && String(arc[0]) === String(arc.at(-1));
  const fewest = isRing ? 4 : 2;
  while (points.length > fewest) {
    let smallest = Infinity;
    let at = 0;
    for (let index = 1; index < points.length - 1; index += 1) {
      const area = triangle(points[index - 1], points[index], points[index + 1]);
      if (area < smallest) [smallest, at] = [area, index];
    }
    if (smallest >= least) break;
    points.splice(at, 1);
    degrees.splice(at, 1);
  }
  return degrees;
}

/**
 * A polygon in degrees as polygons on the flat map: what crosses the meridian of 180° is cut there, and what goes round a
 * pole is led through it.
 */
function flatten(rings) {
  // Antarctica comes as a line along the pole with its coast as a hole.
  const [outer, ...holes] = rings.filter((ring) => ring.some(([, latitude]) => Math.abs(latitude) < 89)).map(unwind);
  return [-360, 0, 360].flatMap((shift) => {
    const cut = (ring) => clip(clip(ring, -180 - shift, 1), 180 - shift, -1);
    const own = cut(outer);
    if (own.length < 4) return [];
    const inside = holes.map(cut).filter((ring) => ring.length >= 4);
    return [
      [own, ...inside].map((ring) => ring.map(([longitude, latitude]) => toMapPoint(longitude + shift, latitude))),
    ];
  });
}

/** A ring whose longitudes go on beyond 180° instead of jumping to the other side. */
function unwind(ring) {
  let turn = 0;
  const line = ring.map(([longitude, latitude], index) => {
    const step = index === 0 ? 0 : longitude - ring[index - 1][0];
    if (Math.abs(step) > 180) turn -= Math.sign(step) * 360;
    return [longitude + turn, latitude];
  });
  if (turn === 0) return line;
  const pole = 90 * Math.sign(line[0][1]);
  return [...line, [line.at(-1)[0], pole], [line[0][0], pole], line[0]];
}

/** The part of a ring on one side of a meridian (Sutherland, Hodgman 1974): `side` is 1 for the east, -1 for the west. */
function clip(ring, meridian, side) {
  const isIn = ([longitude]) => (longitude - meridian) * side >= 0;
  const kept = [];
  for (let index = 1; index < ring.length; index += 1) {
    const [from, to] = [ring[index - 1], ring[index]];
    if (isIn(from)) kept.push(from);
    if (isIn(from) !== isIn(to)) {
      const share = (meridian - from[0]) / (to[0] - from[0]);
      kept.push([meridian, from[1] + (to[1] - from[1]) * share]);
    }
  }
  return kept.length === 0 ? kept : [...kept, kept[0]];
}

function triangle([ax, ay], [bx, by], [cx, cy]) {
  return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;
}

function areaOf(ring) {
  let sum = 0;
  for (let index = 1; index < ring.length; index += 1) {
    sum += ring[index - 1][0] * ring[index][1] - ring[index][0] * ring[index - 1][1];
  }
  return Math.abs(sum) / 2;
}

/** The point of a grid over a polygon that lies farthest from its border: a label stands well there. */
function findMiddle(rings) {
  const [left, top, right, bottom] = toBox([rings[0]]);
  const steps = 24;
  let best = { distance: -1, at: [Math.round((left + right) / 2), Math.round((top + bottom) / 2)] };
  for (let row = 1; row < steps; row += 1) {
    for (let column = 1; column < steps; column += 1) {
      const at = [left + ((right - left) * column) / steps, top + ((bottom - top) * row) / steps];
      if (!isInside(at, rings)) continue;
      const distance = Math.min(
        ...rings.flatMap((ring) => ring.map((point) => Math.hypot(point[0] - at[0], point[1] - at[1]))),
      );
      if (distance > best.distance) best = { distance, at: at.map(Math.round) };
    }
  }
  return best.at;
}

function isInside([x, y], rings) {
  let inside = false;
  for (const ring of rings) {
    for (let index = 1; index < ring.length; index += 1) {
      const [[ax, ay], [bx, by]] = [ring[index - 1], ring[index]];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

function toBox(rings) {
  const xs = rings.flatMap((ring) => ring.map(([x]) => x));
  const ys = rings.flatMap((ring) => ring.map(([, y]) => y));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map(Math.round);
}

/** Rings as one path of whole, relative steps. */
function toPath(rings) {
  return rings.map(toRing).join('');
}

function toRing(ring) {
  const points = ring.slice(0, -1).map((point) => point.map(Math.round));
  const [first, ...rest] = points;
  let [x, y] = first;
  let steps = '';
  for (const [nextX, nextY] of rest) {
    if (nextX === x && nextY === y) continue;
    steps += `${steps === '' || nextX < x ? '' : ' '}${nextX - x}${nextY < y ? '' : ' '}${nextY - y}`;
    [x, y] = [nextX, nextY];
  }
  // An island of less than a unit is still a dot that a stroke makes visible.
  return `M${first[0]} ${first[1]}${steps === '' ? '' : `l${steps}`}z`;
}

if (WORLD_WIDTH !== 10_000) throw new Error('The limits above are for a world of 10,000 units.');

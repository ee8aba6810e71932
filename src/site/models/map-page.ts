import type { Location } from '../../compiler/picture-tables.ts';
import { inLanguage, isolate, type TextInLanguage } from '../language.ts';
import type { EntityLink, PageContext } from '../page-context.ts';
import type { Box } from '../pictures/box.ts';
import {
  drawMap,
  isOnMap,
  NARROW_MAP,
  WIDE_MAP,
  type MapDrawing,
  type MapMark,
  type MapPlace,
  type MapSheet,
} from '../pictures/draw-map.ts';
import { listKindSigns, type KindSign } from './kind-signs.ts';
import { buildShell, type NavigationLink, type Shell } from './shell.ts';
import { toPlainValue, toValueView } from './value-view.ts';

/** Where the countries and points of a site lie: a drawing, and the same in a table. */
export interface MapPage {
  readonly shell: Shell;
  /** The same map for a wide and for a narrow screen; none when no place can be drawn. */
  readonly drawings: readonly MapDrawingView[];
  /** Outlines that are drawn more than once, in units of the world. */
  readonly shapes: readonly { readonly id: string; readonly path: string }[];
  /** Kinds that are drawn as areas, and those that have points. */
  readonly areaKinds: readonly KindSign[];
  readonly signKinds: readonly KindSign[];
  readonly rows: readonly MapRow[];
  /** Places that the table leaves out. */
  readonly more: number;
  /** Whole lists of the kinds on the map. */
  readonly indexes: readonly NavigationLink[];
}

export interface MapDrawingView {
  readonly width: 'wide' | 'narrow';
  readonly map: MapSheetView;
  readonly closeUps: readonly MapSheetView[];
  /** Which part of the map each close-up shows. */
  readonly windows: readonly (Box & { readonly number: string })[];
  readonly inset: MapDrawing['inset'];
}

export interface MapSheetView extends Omit<MapSheet, 'marks' | 'land'> {
  /** Unlike that of any other drawing of the page. */
  readonly id: string;
  /** By what its window on the map is known, where there are several. */
  readonly number: string;
  /** Ids of shapes. */
  readonly land: string;
  readonly marks: readonly MapMarkView[];
}

export interface MapMarkView extends Omit<MapMark, 'path'> {
  /** Id of the shape of its country. */
  readonly shape: string | undefined;
  readonly href: string;
  readonly name: TextInLanguage;
  /** What the mark says to those who do not see it. */
  readonly label: string;
  readonly kind: string;
  /** The sign of its kind. */
  readonly sign: number;
}

export interface MapRow {
  /** Fragment of the page, on the first row of a country that several entities share. */
  readonly id: string | undefined;
  readonly entity: EntityLink;
  readonly kindName: TextInLanguage;
  readonly where: TextInLanguage;
  readonly passages: number;
  readonly isDrawn: boolean;
}

/** So many rows keep the page small however large the site: the indexes of the kinds hold the rest. */
const LIMITS = { inCountry: 2, points: 100 };

interface Spot {
  readonly place: MapPlace;
  readonly locations: readonly Location[];
  readonly passages: number;
  readonly total: number;
  readonly id: string | undefined;
  readonly name: TextInLanguage;
}

/** The map of a site, or nothing when it names neither a country nor a point. */
export function buildMapPage(context: PageContext): MapPage | undefined {
  const { kb, strings, kindNames, link, urls } = context;
  if (!kb.pictures().map) return undefined;
  const groups = kb.locations(LIMITS);
  const spots = groups
    .flatMap((group): readonly Spot[] =>
      group.code === undefined
        ? group.first.map((location) => toSpot([location], 1, context))
        : [toSpot(group.first, group.total, context)],
    )
    .toSorted((a, b) => b.passages - a.passages || context.compare(a.name.text, b.name.text));
  const drawn = (['wide', 'narrow'] as const).flatMap((width) => {
    const drawing = drawMap(
      spots.map(({ place }) => place),
      width === 'wide' ? WIDE_MAP : NARROW_MAP,
    );
    return drawing === undefined ? [] : [{ width, drawing }];
  });
  const drawings = drawn.map(({ width, drawing }) => toDrawingView(width, drawing, spots, context));
  const kinds = new Set(spots.flatMap(({ locations }) => locations.map(({ entity }) => link(entity).kind)));
  const marks = drawings.flatMap(({ map, closeUps }) => [map, ...closeUps].flatMap((sheet) => sheet.marks));
  const signsOf = (own: readonly MapMarkView[]): readonly KindSign[] =>
    listKindSigns(context, new Set(own.map(({ kind }) => kind)));
  const areaKinds = signsOf(marks.filter(({ shape }) => shape !== undefined));
  const listed = groups.reduce((sum, { first }) => sum + first.length, 0);
  return {
    shell: buildShell(context, {
      path: 'map/',
      title: strings.say('map.title'),
      description: strings.say('map.lead'),
    }),
    drawings,
    shapes: listShapes(drawn.flatMap(({ drawing }) => [drawing, ...drawing.closeUps])),
    areaKinds,
    signKinds: signsOf(marks.filter(({ shape }) => shape === undefined)),
    rows: spots.flatMap((spot) => toRows(spot, context)),
    more: groups.reduce((sum, { total }) => sum + total, 0) - listed,
    indexes: listKindSigns(context, kinds).map(({ id }) => ({
      label: kindNames(id).other,
      href: urls.kind(id),
      isCurrent: false,
    })),
  };
}

function toSpot(locations: readonly Location[], total: number, context: PageContext): Spot {
  const { language, link } = context;
  const [first] = locations;
  if (first === undefined) throw new Error('This is a bug in Sanad: a group of locations is never empty.');
  const own = link(first.entity).label;
  const code = first.type === 'country' ? first.code : undefined;
  const name = total > 1 && code !== undefined ? inLanguage(nameCountry(code, language), language) : own;
  return {
    place:
      first.type === 'country'
        ? { type: 'country', code: first.code, name: name.text }
        : { type: 'point', longitude: first.longitude, latitude: first.latitude, name: name.text },
    locations,
    passages: locations.reduce((sum, { passages }) => sum + passages, 0),
    total,
    id: code !== undefined && total > 1 ? `country_${code}` : undefined,
    name,
  };
}

function toDrawingView(
  width: MapDrawingView['width'],
  drawing: MapDrawing,
  spots: readonly Spot[],
  context: PageContext,
): MapDrawingView {
  const { strings } = context;
  const { closeUps } = drawing;
  const number = (index: number): string => (closeUps.length > 1 ? strings.number(index + 1) : '');
  const toSheet = (sheet: MapSheet, id: string, own: string): MapSheetView => ({
    id,
    number: own,
    width: sheet.width,
    height: sheet.height,
    transform: sheet.transform,
    unit: sheet.unit,
    detail: sheet.detail,
    land: `land_${sheet.detail}`,
    marks: sheet.marks.flatMap((mark) => {
      const spot = spots[mark.index];
      return spot === undefined ? [] : [toMarkView(mark, sheet.detail, spot, context)];
    }),
  });
  return {
    width,
    map: toSheet(drawing, width, ''),
    closeUps: closeUps.map((sheet, index) => toSheet(sheet, `${width}_${index + 1}`, number(index))),
    windows: closeUps.map(({ window }, index) => ({ ...window, number: number(index) })),
    inset: drawing.inset,
  };
}

/** Land of each detail once, though several sheets show parts of it, and each country once. */
function listShapes(sheets: readonly MapSheet[]): MapPage['shapes'] {
  const lands = Map.groupBy(sheets, ({ detail }) => detail);
  const rings = (own: readonly MapSheet[]): string =>
    [...new Set(own.flatMap(({ land }) => land.split(/(?<=z)/)))].join('');
  const areas = sheets.flatMap(({ marks, detail }) =>
    marks.flatMap(({ index, path }) => (path === undefined ? [] : [[nameShape(index, detail), path] as const])),
  );
  return [...[...lands].map(([detail, own]) => [`land_${detail}`, rings(own)] as const), ...new Map(areas)].map(
    ([id, path]) => ({ id, path }),
  );
}

function nameShape(index: number, detail: MapSheet['detail']): string {
  return `shape_${index}_${detail}`;
}

function toMarkView(
  { path, ...mark }: MapMark,
  detail: MapSheet['detail'],
  { locations, id, name, passages }: Spot,
  context: PageContext,
): MapMarkView {
  const { strings, link, kindNames, kb } = context;
  const entity = link(locations[0]?.entity ?? '');
  const count = strings.count('count.passages', passages);
  const what = id === undefined ? ` (${isolate(kindNames(entity.kind).one.text)})` : '';
  return {
    ...mark,
    shape: path === undefined ? undefined : nameShape(mark.index, detail),
    href: id === undefined ? entity.href : `#${id}`,
    name,
    label: `${isolate(name.text)}${what}: ${count}`,
    kind: entity.kind,
    sign: Object.keys(kb.site.kinds).indexOf(entity.kind),
  };
}

function toRows({ locations, id, place }: Spot, context: PageContext): readonly MapRow[] {
  const { link, kindNames, strings, language } = context;
  return locations.map((location, index) => {
    const entity = link(location.entity);
    const where =
      location.type === 'country'
        ? nameCountry(location.code, language)
        : toPlainValue(
            toValueView({ type: 'point', latitude: location.latitude, longitude: location.longitude }, context),
          );
    return {
      id: index === 0 ? id : undefined,
      entity,
      kindName: kindNames(entity.kind).one,
      where: inLanguage(where, strings.language),
      passages: location.passages,
      isDrawn: place.type === 'point' || isOnMap(place.code),
    };
  });
}

function nameCountry(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(code) ?? code;
}

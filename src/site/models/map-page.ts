import type { Location } from '../../compiler/picture-tables.ts';
import { inLanguage, isolate, type TextInLanguage } from '../language.ts';
import type { EntityLink, PageContext } from '../page-context.ts';
import { drawMap, isOnMap, type MapDrawing, type MapMark, type MapPlace } from '../pictures/draw-map.ts';
import { listKindSigns, type KindSign } from './kind-signs.ts';
import { buildShell, type NavigationLink, type Shell } from './shell.ts';
import { toPlainValue, toValueView } from './value-view.ts';

/** Where the countries and points of a site lie: a drawing, and the same in a table. */
export interface MapPage {
  readonly shell: Shell;
  /** Nothing when no place can be drawn. */
  readonly drawing: MapDrawing | undefined;
  readonly marks: readonly MapMarkView[];
  /** Kinds that are drawn as areas, and those that have points. */
  readonly areaKinds: readonly KindSign[];
  readonly signKinds: readonly KindSign[];
  readonly rows: readonly MapRow[];
  /** Places that the table leaves out. */
  readonly more: number;
  /** Whole lists of the kinds on the map. */
  readonly indexes: readonly NavigationLink[];
}

export interface MapMarkView extends MapMark {
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
  const drawing = drawMap(spots.map(({ place }) => place));
  const kinds = new Set(spots.flatMap(({ locations }) => locations.map(({ entity }) => link(entity).kind)));
  const marks = (drawing?.marks ?? []).flatMap((mark) => {
    const spot = spots[mark.index];
    return spot === undefined ? [] : [toMarkView(mark, spot, context)];
  });
  const signsOf = (own: readonly MapMarkView[]): readonly KindSign[] =>
    listKindSigns(context, new Set(own.map(({ kind }) => kind)));
  const areaKinds = signsOf(marks.filter(({ path }) => path !== undefined));
  const listed = groups.reduce((sum, { first }) => sum + first.length, 0);
  return {
    shell: buildShell(context, {
      path: 'map/',
      title: strings.say('map.title'),
      description: strings.say('map.lead'),
    }),
    drawing,
    marks,
    areaKinds,
    signKinds: signsOf(marks.filter(({ path }) => path === undefined)),
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

function toMarkView(mark: MapMark, { locations, id, name, passages }: Spot, context: PageContext): MapMarkView {
  const { strings, link, kindNames, kb } = context;
  const entity = link(locations[0]?.entity ?? '');
  const count = strings.count('count.passages', passages);
  const what = id === undefined ? ` (${isolate(kindNames(entity.kind).one.text)})` : '';
  return {
    ...mark,
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

import { describe, expect, test } from 'vitest';
import { buildEntityPage } from '../../../src/site/models/entity-page.ts';
import { buildGraphPage, chooseConnections } from '../../../src/site/models/graph-page.ts';
import { buildHomePage } from '../../../src/site/models/home-page.ts';
import { buildMapPage, type MapMarkView, type MapPage } from '../../../src/site/models/map-page.ts';
import { buildShell } from '../../../src/site/models/shell.ts';
import { buildTimelinePage, listTimelineParts } from '../../../src/site/models/timeline-page.ts';
import { PICTURE_CORPUS } from '../picture-corpus.ts';
import { SMALL_CORPUS } from '../small-corpus.ts';
import { openContext } from './open-context.ts';

const english = openContext(PICTURE_CORPUS, 'en');
const arabic = openContext(PICTURE_CORPUS, 'ar');

describe('the page of the map', () => {
  const page = buildMapPage(english);

  const toMarks = (own: MapPage | undefined, width: 'wide' | 'narrow'): readonly MapMarkView[] =>
    (own?.drawings ?? [])
      .filter((drawing) => drawing.width === width)
      .flatMap(({ map, closeUps }) => [map, ...closeUps])
      .flatMap(({ marks }) => marks.filter(({ isReached }) => isReached));

  test.each(['wide', 'narrow'] as const)('has a row for every %s mark, and a mark for every drawn row', (width) => {
    const drawn = page?.rows.filter(({ isDrawn }) => isDrawn) ?? [];
    const marks = toMarks(page, width);
    // Entities of one country share its mark.
    expect(marks).toHaveLength(new Set(drawn.map(({ where }) => where.text)).size);
    for (const { href } of marks) {
      const targets = drawn.flatMap(({ id, entity }) => [entity.href, ...(id === undefined ? [] : [`#${id}`])]);
      expect(targets).toContain(href);
    }
  });

  test('has the outline of everything that its drawings use, once', () => {
    const used = (page?.drawings ?? [])
      .flatMap(({ map, closeUps }) => [map, ...closeUps])
      .flatMap(({ land, marks }) => [land, ...marks.flatMap(({ shape }) => shape ?? [])]);
    expect(page?.shapes.map(({ id }) => id).toSorted()).toEqual([...new Set(used)].toSorted());
  });

  test('leads from a country that several entities share to their rows, by the name of the country', () => {
    const spain = toMarks(page, 'wide').find(({ href }) => href === '#country_ES');
    expect(spain?.name.text).toBe('Spain');
    expect(page?.rows.filter(({ id }) => id === 'country_ES')).toHaveLength(1);
  });

  test('keeps a place that has no shape in the table', () => {
    expect(page?.rows.find(({ entity }) => entity.id === 'lands/nowhere')?.isDrawn).toBe(false);
  });

  test('says in words what a mark shows', () => {
    expect(toMarks(page, 'wide').map(({ label }) => label)).toContain(
      '\u2068Basra\u2069 (\u2068Harbour\u2069): 1 passage',
    );
    expect(toMarks(buildMapPage(arabic), 'narrow').map(({ label }) => label)).toContain(
      '\u2068البصرة\u2069 (\u2068ميناء\u2069): فقرة واحدة',
    );
  });

  test('is not there on a site without places', () => {
    const context = openContext(SMALL_CORPUS, 'en');
    expect(buildMapPage(context)).toBeUndefined();
    const { navigation } = buildShell(context, { path: '' });
    expect(navigation.map(({ href }) => href)).not.toContain('/en/map/');
  });
});

describe('the page of the graph', () => {
  const page = buildGraphPage(english);
  const [wide, narrow] = page?.drawings ?? [];

  test('lists every line from both of its ends, and nothing else', () => {
    const listed = page?.rows.reduce((sum, { connections }) => sum + connections.length, 0);
    expect(listed).toBe((wide?.edges.length ?? 0) * 2);
    expect(page?.rows.map(({ entity }) => entity.id)).toEqual(wide?.nodes.map(({ entity }) => entity.id));
  });

  test('has nothing for narrow screens that wide ones have not', () => {
    const ids = wide?.nodes.map(({ entity }) => entity.id);
    expect(narrow?.nodes.length).toBeGreaterThan(0);
    for (const { entity } of narrow?.nodes ?? []) expect(ids).toContain(entity.id);
    expect(narrow?.edges.length).toBeLessThanOrEqual(wide?.edges.length ?? 0);
  });

  test('tells claims from shared passages', () => {
    const [aden] = page?.rows ?? [];
    expect(
      aden?.connections.map(({ entity, properties, passages }) => [
        entity.id,
        properties.map(({ text }) => text),
        passages,
      ]),
    ).toEqual([
      ['harbours/basra', ['Trades with'], 1],
      ['harbours/cadiz', [], 1],
    ]);
    expect(wide?.edges.map(({ type }) => type)).toEqual(['claim', 'passages']);
  });

  test('comes out the same twice', () => {
    expect(JSON.stringify(buildGraphPage(english))).toBe(JSON.stringify(page));
  });

  test('draws so few lines that each can be followed', () => {
    const entities = Array.from({ length: 20 }, (_, index) => ({
      id: String(index).padStart(2, '0'),
      passages: 9,
      ties: 0,
    }));
    const shared = entities.flatMap(({ id: a }, index) =>
      entities.slice(index + 1).map(({ id: b }) => ({ a, b, passages: 5 })),
    );
    const { connections } = chooseConnections({ entities, ties: [], shared });
    expect(connections.length).toBeLessThanOrEqual(60);
    expect(new Set(connections.flatMap(({ a, b }) => [a, b])).size).toBe(20);
  });

  test('leaves out what nothing connects', () => {
    const entities = ['a', 'b', 'c'].map((id) => ({ id, passages: 1, ties: 0 }));
    const chosen = chooseConnections({ entities, ties: [{ from: 'c', to: 'a', claim: 'c#x' }], shared: [] });
    expect(chosen.entities.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(chosen.connections).toEqual([{ a: 0, b: 1, claims: ['c#x'], passages: 0 }]);
  });
});

describe('the neighbours of an entity', () => {
  test('are led by those that claims connect', () => {
    const view = buildEntityPage(english, 'harbours/aden')?.neighbours;
    expect(view?.neighbours.map(({ entity, type }) => [entity.id, type])).toEqual([
      ['harbours/basra', 'claim'],
      ['harbours/cadiz', 'passages'],
    ]);
    expect(view?.neighbours[0]?.label).toBe('\u2068Basra\u2069: 1 claim, 1 shared passage');
  });

  test('are not drawn where there are none', () => {
    expect(buildEntityPage(english, 'lands/spain')?.neighbours).toBeUndefined();
  });
});

describe('the timeline', () => {
  const page = buildTimelinePage(english);

  test('has a place in the list for every mark, and a mark for every place', () => {
    const places = page?.years.flatMap(({ dates }) => dates.map(({ id }) => `#${id}`));
    expect(page?.drawings.map(({ format }) => format)).toEqual(['wide', 'narrow']);
    for (const { marks } of page?.drawings ?? []) expect(marks.map(({ href }) => href)).toEqual(places);
  });

  test('names articles, dates of things and what held from then on', () => {
    const said = page?.years.flatMap(({ dates }) =>
      dates.flatMap(({ date, subjects }) =>
        subjects.map(({ label, statements }) => [
          date.text,
          label.text,
          ...statements.map(({ property }) => property.text),
        ]),
      ),
    );
    expect(said).toEqual([
      ['1700', 'Basra', 'Opened'],
      ['since 1717', 'Cadiz', 'Note'],
      ['about 1850', 'Aden', 'Opened'],
      ['1900', 'The coast'],
    ]);
  });

  test('leads from a statement to the words it rests on', () => {
    const statement = page?.years[0]?.dates[0]?.subjects[0]?.statements[0];
    expect(statement?.href).toBe('/articles/coast/#harbours.basra.opened');
  });

  test('is one page while it is short', () => {
    expect(listTimelineParts(english)).toEqual([]);
  });

  test('is parted by years where it is long, and no part lists more than it can hold', () => {
    const harbours = Object.fromEntries(
      Array.from({ length: 700 }, (_, index) => [
        `harbours/h${index}.mdx`,
        `---\nlabel: { en: Harbour ${index}, ar: ميناء ${index} }\nopened: [${index < 200 ? 1500 : 1600 + (index % 200)}]\n---\n`,
      ]),
    );
    const long = openContext({ 'site.yaml': PICTURE_CORPUS['site.yaml'] ?? '', ...harbours }, 'en');
    const parts = listTimelineParts(long);
    expect(parts[0]).toEqual({ year: 1500, page: 1 });
    const overview = buildTimelinePage(long);
    expect(overview?.years).toEqual([]);
    expect(overview?.parts.map(({ href }) => href)).toEqual(parts.map(({ year }) => `/timeline/${year}/`));
    expect(overview?.drawings[0]?.marks.map(({ href }) => href)).toEqual(overview?.parts.map(({ href }) => href));
    let counted = 0;
    for (const start of parts) {
      const part = buildTimelinePage(long, start);
      const dates = part?.years.flatMap((year) => year.dates) ?? [];
      const listed = dates.reduce((sum, { subjects }) => sum + subjects.length, 0);
      expect(listed).toBeLessThanOrEqual(120);
      expect(part?.drawings[0]?.marks.length).toBe(dates.length > 60 ? part?.years.length : dates.length);
      counted += listed + dates.reduce((sum, { more }) => sum + more, 0);
    }
    expect(counted).toBe(700);
  });

  test('has further pages for a year of very many dates, and every date on one of them, once', () => {
    const days = Array.from({ length: 330 }, (_, at) => new Date(Date.UTC(1911, 0, at + 1)).toISOString().slice(0, 10));
    const harbours = Object.fromEntries(
      [...days, '1910', '1912'].map((day, index) => [
        `harbours/h${index}.mdx`,
        `---\nlabel: { en: Harbour ${index}, ar: ميناء ${index} }\nopened: ["${day}"]\n---\n`,
      ]),
    );
    const long = openContext({ 'site.yaml': PICTURE_CORPUS['site.yaml'] ?? '', ...harbours }, 'en');
    const parts = listTimelineParts(long);
    expect(parts).toEqual([
      { year: 1910, page: 1 },
      ...[1, 2, 3, 4, 5, 6].map((page) => ({ year: 1911, page })),
      { year: 1912, page: 1 },
    ]);
    const pages = parts.map((part) => buildTimelinePage(long, part));
    const dates = pages.flatMap((page) => page?.years.flatMap((year) => year.dates.map(({ date }) => date.text)) ?? []);
    expect([dates.length, new Set(dates).size]).toEqual([332, 332]);
    for (const page of pages) expect(page?.drawings[0]?.marks.length).toBeLessThanOrEqual(60);
    expect(pages[2]?.pager.previous).toBe('/timeline/1911/');
    expect(pages[2]?.pager.next).toBe('/timeline/1911/page/3/');
    expect(pages[0]?.pager.links).toEqual([]);
    // The first page names the year once, with all that stands in it.
    const overview = buildTimelinePage(long);
    expect(overview?.parts.map(({ href, count }) => [href, count])).toEqual([
      ['/timeline/1910/', 1],
      ['/timeline/1911/', 330],
      ['/timeline/1912/', 1],
    ]);
  });
});

test('the home page holds three numbers at most, and every kind with its count', () => {
  const home = buildHomePage(english);
  expect(home.kinds.map(({ id, count }) => [id, count])).toEqual([
    ['harbours', 3],
    ['lands', 2],
  ]);
  expect(home.overviews.map(({ href }) => href)).toEqual(['/index/', '/map/', '/timeline/', '/graph/']);
  expect(home.connected[0]?.entity.id).toBe('harbours/aden');
  expect(home.counts).toEqual({ articles: 1, passages: 2, claims: 5, entities: 5 });
});

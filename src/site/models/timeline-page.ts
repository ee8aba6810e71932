import type { DateCount, Moment } from '../../compiler/picture-tables.ts';
import { parseEdtf, type EdtfDate } from '../../schema/edtf.ts';
import { formatDate, type FormattedDate } from '../format-date.ts';
import { inLanguage, isolate, type TextInLanguage } from '../language.ts';
import type { PageContext } from '../page-context.ts';
import { toPagePart } from '../urls.ts';
import {
  drawTimeline,
  NARROW_TIMELINE,
  WIDE_TIMELINE,
  type TimelineDrawing,
  type TimelineMark,
} from '../pictures/draw-timeline.ts';
import { measureText } from '../pictures/measure-label.ts';
import { nameProperty } from './claim-view.ts';
import { buildPager, type Pager } from './pager.ts';
import { buildShell, type Shell } from './shell.ts';
import { toPlainValue, toValueView } from './value-view.ts';

/** What happened, was published or held when: a drawing, and the same as a list. */
export interface TimelinePage {
  readonly shell: Shell;
  readonly title: string;
  /** The same line for a wide and for a narrow screen; none when no date can be drawn. */
  readonly drawings: readonly TimelineDrawingView[];
  /** Parts of a timeline that is too long for one page; the first page lists them instead of years. */
  readonly parts: readonly TimelinePart[];
  /** The pages of a year that is too long for one. */
  readonly pager: Pager;
  readonly years: readonly TimelineYear[];
}

export interface TimelineDrawingView extends Omit<TimelineDrawing, 'marks' | 'ticks'> {
  readonly format: 'wide' | 'narrow';
  readonly marks: readonly TimelineMarkView[];
  readonly ticks: readonly { readonly x: number; readonly year: string }[];
}

export interface TimelineMarkView extends TimelineMark {
  readonly href: string;
  readonly text: string;
  readonly label: string;
}

export interface TimelinePart {
  readonly id: string;
  readonly href: string;
  readonly label: string;
  readonly count: number;
}

/** A year; where it holds one date alone, that date stands for it, in heading and fragment. */
export interface TimelineYear {
  readonly id: string;
  readonly label: string;
  readonly dates: readonly TimelineDate[];
}

export interface TimelineDate {
  readonly id: string;
  readonly date: FormattedDate;
  readonly subjects: readonly TimelineSubject[];
  /** Subjects that the page leaves out. */
  readonly more: number;
}

/** An article or entity with what is said of it at one date. */
export interface TimelineSubject {
  readonly href: string;
  readonly kind: string;
  readonly kindName: TextInLanguage;
  readonly label: TextInLanguage;
  readonly statements: readonly {
    readonly property: TextInLanguage;
    /** Nothing when it is the date itself. */
    readonly value: TextInLanguage | undefined;
    /** Said only where the claim is not simply supported. */
    readonly statusLabel: string | undefined;
    /** Lands on the words it rests on, or on the claim. */
    readonly href: string;
  }[];
  /** Statements that only its page holds. */
  readonly more: number;
}

/** Subjects on one page; a page of as many stays well below 300 KB. */
const MOST_ON_PAGE = 120;
/** More marks than this are drawn by year and without words. */
const MOST_MARKS = 60;
/** So few marks have room to say how much stands at each. */
const FEW_MARKS = 12;
const STATEMENTS_EACH = 8;
/** Of a year that has more dates than a page holds subjects, each page holds so many, which can all be drawn. */
const DATES_EACH = MOST_MARKS;
const TIMELINE_LABEL_SIZE = 12;

interface Dated extends DateCount {
  readonly parsed: EdtfDate;
  readonly year: number;
}

interface Year {
  readonly year: number;
  readonly dates: readonly Dated[];
  /** Subjects listed of each of its dates. */
  readonly limit: number;
  readonly count: number;
  readonly total: number;
}

/** Where a part of a long timeline is to be found: by the year in which it begins, of which it may be a further page. */
export interface TimelinePartKey {
  readonly year: number;
  /** From 1. */
  readonly page: number;
}

/** The parts of a long timeline; none when one page holds it all. */
export function listTimelineParts({
  kb,
}: {
  readonly kb: Pick<PageContext['kb'], 'dates'>;
}): readonly TimelinePartKey[] {
  const pages = paginate(kb.dates());
  return pages.length < 2 ? [] : pages.map(({ key }) => key);
}

/** The timeline, or a part of it. Nothing when there is none. */
export function buildTimelinePage(context: PageContext, part?: TimelinePartKey): TimelinePage | undefined {
  const { kb, strings, urls } = context;
  const pages = paginate(kb.dates());
  if (pages.length === 0) return undefined;
  const title = strings.say('timeline.title');
  if (part === undefined && pages.length > 1) return buildOverview(pages, context);
  const found =
    part === undefined ? pages[0] : pages.find(({ key }) => key.year === part.year && key.page === part.page);
  if (found === undefined) return undefined;
  const { key, years: own } = found;
  const name = pages.length > 1 ? `${title}: ${namePart(own, context)}` : title;
  const byDate = own.reduce((sum, { dates }) => sum + dates.length, 0) <= MOST_MARKS;
  let number = 0;
  const years = own.map((year): TimelineYear & { readonly source: Year } => {
    const id = `year_${year.year}`;
    const dates = year.dates.map((date) => describeDate(date, year, context));
    const [only] = dates.length === 1 ? dates : [];
    return {
      id,
      label: only?.date.text ?? formatDate(toEdtfYear(year.year), strings).text,
      dates: dates.map((date) => ({ id: only === undefined ? `date_${(number += 1)}` : id, ...date })),
      source: year,
    };
  });
  const marks = byDate
    ? years.flatMap(({ source, dates }) =>
        dates.flatMap(({ id, date }, index) => {
          const found = source.dates[index];
          return found === undefined ? [] : [{ id, text: date.text, date: found.parsed, count: found.subjects }];
        }),
      )
    : years.map(({ id, source }) => ({
        id,
        text: formatDate(toEdtfYear(source.year), strings).text,
        date: toSpan(source.year, source.year),
        count: source.total,
      }));
  return {
    shell: buildShell(context, {
      path: part === undefined ? 'timeline/' : `timeline/${part.year}/${toPagePart(part.page)}`,
      title: name,
      description: strings.say('timeline.lead'),
      crumbs: part === undefined ? [] : [{ label: inLanguage(title, strings.language), href: urls.timeline() }],
    }),
    title: name,
    drawings: draw(
      marks.map((mark) => ({ ...mark, href: `#${mark.id}` })),
      context,
    ),
    parts: [],
    pager: buildPager(pages.filter((one) => one.key.year === key.year).length, key.page, (page) =>
      urls.timeline(key.year, page),
    ),
    years: years.map(({ id, label, dates }) => ({ id, label, dates })),
  };
}

function buildOverview(pages: readonly Sheet[], context: PageContext): TimelinePage {
  const { strings, urls } = context;
  const title = strings.say('timeline.title');
  const parts = [...Map.groupBy(pages, ({ key }) => key.year).values()].map((own, index) => {
    const years = own.flatMap((page) => page.years);
    const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0];
    return {
      id: `part_${index + 1}`,
      href: urls.timeline(first),
      label: namePart(years, context),
      count: years.reduce((sum, { total }) => sum + total, 0),
      date: toSpan(first, last),
    };
  });
  return {
    shell: buildShell(context, { path: 'timeline/', title, description: strings.say('timeline.lead') }),
    title,
    drawings: draw(
      parts.map(({ label, ...part }) => ({ ...part, text: label })),
      context,
    ),
    parts: parts.map(({ id, href, label, count }) => ({ id, href, label, count })),
    pager: buildPager(1, 1, () => urls.timeline()),
    years: [],
  };
}

interface Sheet {
  readonly key: TimelinePartKey;
  readonly years: readonly Year[];
}

/** Years in a row, as many on a page as it holds; of a year of very many dates some, and nothing else. */
function paginate(counts: readonly DateCount[]): readonly Sheet[] {
  const dated = counts.flatMap((count): readonly Dated[] => {
    const parsed = parseEdtf(count.date);
    const day = parsed?.earliest ?? parsed?.latest;
    return parsed === undefined || day === undefined ? [] : [{ ...count, parsed, year: day.year }];
  });
  const years = [...Map.groupBy(dated, ({ year }) => year)].toSorted(([a], [b]) => a - b);
  const pages: { readonly key: TimelinePartKey; readonly years: Year[] }[] = [];
  let room = 0;
  for (const [year, dates] of years) {
    const sorted = dates.toSorted(byTime);
    const isLong = sorted.length > MOST_ON_PAGE;
    for (let from = 0; from < sorted.length; from += isLong ? DATES_EACH : sorted.length) {
      const own = toYear(year, isLong ? sorted.slice(from, from + DATES_EACH) : sorted);
      const page = pages.at(-1);
      if (page === undefined || isLong || room < own.count) {
        pages.push({ key: { year, page: from / DATES_EACH + 1 }, years: [own] });
        room = isLong ? 0 : MOST_ON_PAGE - own.count;
      } else {
        page.years.push(own);
        room -= own.count;
      }
    }
  }
  return pages;
}

function toYear(year: number, dates: readonly Dated[]): Year {
  const limit = Math.max(1, Math.floor(MOST_ON_PAGE / dates.length));
  return {
    year,
    dates,
    limit,
    count: dates.reduce((sum, { subjects }) => sum + Math.min(subjects, limit), 0),
    total: dates.reduce((sum, { subjects }) => sum + subjects, 0),
  };
}

/** What begins earlier stands first, and what ends earlier among those; an unknown beginning is the earliest. */
function byTime(a: Dated, b: Dated): number {
  const [one, other] = [toNumbers(a.parsed), toNumbers(b.parsed)];
  return one.start - other.start || one.end - other.end || (a.date < b.date ? -1 : 1);
}

function toNumbers({ earliest, latest }: EdtfDate): { readonly start: number; readonly end: number } {
  const toNumber = (day: EdtfDate['earliest'], open: number): number =>
    day === undefined ? open : (day.year * 12 + day.month) * 31 + day.day;
  return { start: toNumber(earliest, -Number.MAX_VALUE), end: toNumber(latest, Number.MAX_VALUE) };
}

function draw(
  marks: readonly { readonly href: string; readonly text: string; readonly date: EdtfDate; readonly count: number }[],
  { strings, language }: PageContext,
): readonly TimelineDrawingView[] {
  const hasWords = marks.length <= MOST_MARKS;
  const labels = marks.map(({ text, count }) => `${isolate(text)}: ${strings.count('count.entities', count)}`);
  const texts = marks.map(({ text }, index) =>
    hasWords ? (marks.length > FEW_MARKS ? text : (labels[index] ?? '')) : '',
  );
  return (['wide', 'narrow'] as const).flatMap((format) => {
    const drawing = drawTimeline(
      marks.map(({ date }, index) => ({ date, labelWidth: measureText(texts[index] ?? '', TIMELINE_LABEL_SIZE) })),
      inLanguage('', language).dir,
      format === 'wide' ? WIDE_TIMELINE : NARROW_TIMELINE,
    );
    if (drawing === undefined) return [];
    return [
      {
        ...drawing,
        format,
        ticks: drawing.ticks.map(({ x, year }) => ({ x, year: strings.number(year > 0 ? year : year - 1) })),
        marks: marks.flatMap(({ href }, index) => {
          const mark = drawing.marks[index];
          return mark === undefined ? [] : [{ ...mark, href, text: texts[index] ?? '', label: labels[index] ?? '' }];
        }),
      },
    ];
  });
}

function describeDate({ date, subjects }: Dated, year: Year, context: PageContext): Omit<TimelineDate, 'id'> {
  const moments = context.kb.moments(date, { subjects: year.limit, each: STATEMENTS_EACH });
  const shown = [...Map.groupBy(moments, ({ subject }) => subject)];
  return {
    date: formatDate(date, context.strings),
    subjects: shown.map(([subject, own]) => describeSubject(subject, own, context)),
    more: subjects - shown.length,
  };
}

function describeSubject(subject: string, moments: readonly Moment[], context: PageContext): TimelineSubject {
  const { kb, urls, strings, pick, link, kindNames } = context;
  if (subject.startsWith('articles/')) {
    const slug = subject.slice('articles/'.length);
    return {
      href: urls.article(slug),
      kind: 'article',
      kindName: inLanguage(strings.say('search.kind-article'), strings.language),
      label: pick(kb.articleHead(slug)?.matter.title ?? { und: slug }),
      statements: [],
      more: 0,
    };
  }
  const { href, kind, label } = link(subject);
  return {
    href,
    kind,
    kindName: kindNames(kind).one,
    label,
    more: (moments[0]?.total ?? 0) - moments.length,
    statements: moments.flatMap(({ claim, role }) => {
      const found = claim === undefined ? undefined : kb.claim(claim);
      if (found === undefined) return [];
      const [evidence] = kb.evidence(found.id);
      return [
        {
          property: nameProperty(found, context),
          value: role === 'date' ? undefined : toText(found.value, context),
          statusLabel: found.status === 'supported' ? undefined : strings.say(`status.${found.status}`),
          href: evidence === undefined ? urls.claim(found.id) : urls.evidence(evidence.article, evidence.anchor),
        },
      ];
    }),
  };
}

function toText(value: Parameters<typeof toValueView>[0], context: PageContext): TextInLanguage {
  const view = toValueView(value, context);
  if (view.type === 'text') return view.text;
  if (view.type === 'entity') return view.entity.label;
  return inLanguage(toPlainValue(view), context.strings.language);
}

function namePart(years: readonly Year[], { strings }: PageContext): string {
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0];
  return formatDate(first === last ? toEdtfYear(first) : `${toEdtfYear(first)}/${toEdtfYear(last)}`, strings).text;
}

function toSpan(first: number, last: number): EdtfDate {
  return {
    text: '',
    earliest: { year: first, month: 1, day: 1 },
    latest: { year: last, month: 12, day: 31 },
    isApproximate: false,
    isUncertain: false,
  };
}

/** A year as EDTF writes it: four digits, or `Y` and more. */
function toEdtfYear(year: number): string {
  const digits = String(Math.abs(year));
  const sign = year < 0 ? '-' : '';
  return digits.length > 4 ? `Y${sign}${digits}` : `${sign}${digits.padStart(4, '0')}`;
}

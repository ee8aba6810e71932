import { listValues } from '../../graph/list-values.ts';
import type { EntityHead } from '../../compiler/knowledge-base.ts';
import type { PropertyType } from '../../schema/site-schema.ts';
import type { Value } from '../../schema/value.ts';
import { toBounds } from '../format-quantity.ts';
import { inLanguage, type TextInLanguage } from '../language.ts';
import type { PageContext } from '../page-context.ts';
import { selectStrings } from '../strings.ts';
import { toSortKey } from '../../text/to-sort-key.ts';
import { toPlainValue, toSpeakerView, toValueView, type ValueView } from './value-view.ts';

/** A property of a kind as a column of its index. */
export interface KindColumn {
  readonly id: string;
  readonly label: TextInLanguage;
}

export interface KindCell {
  readonly values: readonly ValueView[];
  /** What the column is sorted by, where it is not what the cell shows. */
  readonly sort: string | undefined;
}

/** A list as a table of plain cells: the first row names the columns. */
export type PlainTable = readonly (readonly (string | number)[])[];

const SHOWN_TYPES: readonly PropertyType['name'][] = ['country', 'date', 'number', 'quantity', 'entity'];
const MOST_COLUMNS = 3;
const MOST_VALUES = 3;
/** Share of the entities that must have a property before it has a column. */
const LEAST_SHARE = 0.5;

/** The properties worth a column: short values that most entities of the kind have, in the order of site.yaml. */
export function chooseColumns(kind: string, { kb, pick }: PageContext): readonly KindColumn[] {
  const { total, properties } = kb.use(kind);
  return Object.values(kb.site.kinds[kind]?.properties ?? {})
    .filter(({ id, type }) => {
      const { filled, most } = (Object.hasOwn(properties, id) ? properties[id] : undefined) ?? { filled: 0, most: 0 };
      return SHOWN_TYPES.includes(type.name) && filled > 0 && filled >= total * LEAST_SHARE && most <= MOST_VALUES;
    })
    .slice(0, MOST_COLUMNS)
    .map(({ id, label }) => ({ id, label: pick(label) }));
}

/** The cells of one entity. */
export function buildCells(
  entity: EntityHead,
  columns: readonly KindColumn[],
  context: PageContext,
): readonly KindCell[] {
  const values = listValues(entity, context.kb.claims(entity.id));
  return columns.map(({ id }) => {
    const own = values.get(id) ?? [];
    const views = own.map((value): ValueView =>
      // The name of the country stands at the head of the row already.
      value.type === 'country' ? { type: 'text', text: inLanguage(value.code, 'en') } : toValueView(value, context),
    );
    const shown = views.map(toPlainValue).join(' ');
    const sort = own.map((value, index) => toSort(value, views[index], context)).join(' ');
    return { values: views, sort: sort === shown ? undefined : sort };
  });
}

/** All that the index of a kind knows, in the words of the page's language. */
export function buildPlainTable(kind: string, context: PageContext): PlainTable {
  const { kb, pick, strings, urls, languages } = context;
  const { base = 'concept', properties = {} } = kb.site.kinds[kind] ?? {};
  const { properties: uses } = kb.use(kind);
  const used = Object.values(properties).filter(({ id }) => Object.hasOwn(uses, id));
  // Programs read Latin digits, whatever readers prefer.
  const plain: PageContext = { ...context, strings: selectStrings(context.language) };
  const isStatistic = base === 'statistic';
  const head = [
    'id',
    ...languages.map((language) => `${strings.say('entities.entity')} (${language})`),
    strings.say('entities.summary'),
    ...(isStatistic
      ? (
          ['list.measure', 'statistic.value', 'list.least', 'list.most', 'statistic.date', 'statistic.said-by'] as const
        ).map((key) => strings.say(key))
      : []),
    ...used.map(({ label }) => pick(label).text),
    strings.say('entities.passages'),
    strings.say('entities.claims'),
    strings.say('list.address'),
  ];
  const rows = kb.entities(kind).map((entity) => {
    const { passages, claims } = kb.counts(entity.id);
    const values = listValues(entity, kb.claims(entity.id));
    return [
      entity.id,
      ...languages.map((language) => entity.label[language] ?? ''),
      entity.summary === undefined ? '' : pick(entity.summary).text,
      ...(isStatistic ? describeStatistic(entity, plain) : []),
      ...used.map(({ id }) =>
        (values.get(id) ?? []).map((value) => toPlainValue(toValueView(value, plain))).join('; '),
      ),
      passages,
      claims,
      urls.absolute(urls.entity(entity.id)),
    ];
  });
  return [head, ...rows];
}

/** The same list for programs: values as authors write them, names in all languages. */
export function buildMachineList(kind: string, context: PageContext): unknown {
  const { kb, urls, language } = context;
  return {
    kind,
    language,
    entities: kb.entities(kind).map((entity) => {
      const { claims, passages } = kb.counts(entity.id);
      const number = entity.measure === undefined ? undefined : kb.claim(`${entity.id}#value`);
      return {
        id: entity.id,
        url: urls.absolute(urls.entity(entity.id)),
        label: entity.label,
        summary: entity.summary,
        measure: entity.measure,
        value: number?.value,
        asOf: number?.qualifiers.asOf,
        properties: Object.fromEntries(listValues(entity, kb.claims(entity.id))),
        passages,
        claims,
      };
    }),
  };
}

function toSort(value: Value, view: ValueView | undefined, { language }: PageContext): string {
  if (value.type === 'date') return value.date;
  if (value.type === 'number') return String(value.number);
  if (value.type === 'quantity') return String(toBounds(value.quantity.amount).min ?? 0);
  return view === undefined ? '' : toSortKey(toPlainValue(view), language);
}

function describeStatistic(entity: EntityHead, context: PageContext): readonly (string | number)[] {
  const { kb, pick, strings } = context;
  const claim = kb.claim(`${entity.id}#value`);
  const measure = kb.site.measures[entity.measure ?? ''];
  const quantity = claim?.value.type === 'quantity' ? claim.value.quantity : undefined;
  const { min = '', max = '' } = quantity ? toBounds(quantity.amount) : {};
  const speaker = claim?.saidBy && toSpeakerView(claim.saidBy, context);
  return [
    measure === undefined ? '' : pick(measure).text,
    claim === undefined ? '' : toPlainValue(toValueView(claim.value, context)),
    min,
    max,
    claim?.qualifiers.asOf ?? '',
    speaker === undefined
      ? strings.say('statistic.the-article')
      : speaker.type === 'entity'
        ? speaker.entity.label.text
        : speaker.text.text,
  ];
}

import { findSameAs, type SameAs } from '../../export/find-same-as.ts';
import type { RelatedEntities } from '../../compiler/list-queries.ts';
import { STATUSES } from '../../schema/entity-schema.ts';
import { formatDate, type FormattedDate } from '../format-date.ts';
import { formatQuantity, type FormattedQuantity } from '../format-quantity.ts';
import { inLanguage, nameLanguage, type TextInLanguage } from '../language.ts';
import type { EntityLink, PageContext } from '../page-context.ts';
import { buildBodyView, type BodyView } from './body-view.ts';
import { buildClaimView, type ClaimView } from './claim-view.ts';
import { buildMeasureView, findSiblings, type MeasureView } from './measure-view.ts';
import { buildNeighbours, type NeighboursView } from './neighbours-view.ts';
import { buildMentions, type MentionsView } from './mention-view.ts';
import { SENTENCES_ON_ENTITY } from './mentions-page.ts';
import { describeEntityInPage } from './page-data.ts';
import { buildShell, type Shell } from './shell.ts';
import { toValueView, type ValueView } from './value-view.ts';

/** A page about one entity. */
export interface EntityPage {
  readonly shell: Shell;
  readonly id: string;
  readonly kind: { readonly id: string; readonly name: TextInLanguage; readonly href: string };
  readonly label: TextInLanguage;
  /** Its label in the other languages. */
  readonly otherLabels: readonly { readonly language: string; readonly label: TextInLanguage }[];
  readonly aliases: readonly TextInLanguage[];
  readonly summary: TextInLanguage | undefined;
  /** Of a statistic: its number. */
  readonly statistic: StatisticView | undefined;
  /** Claims of one property together, in the order of the author. */
  readonly facts: readonly { readonly property: TextInLanguage; readonly claims: readonly ClaimView[] }[];
  readonly fields: readonly { readonly label: TextInLanguage; readonly values: readonly ValueView[] }[];
  readonly sameAs: readonly SameAs[];
  readonly body: BodyView;
  /** The first sentences that name it. */
  readonly mentions: MentionsView;
  /** The list of all of them, where these are only some. */
  readonly mentionsHref: string | undefined;
  readonly related: readonly RelatedView[];
  /** How many entities stand in the same passages, those that are left out included. */
  readonly relatedCount: number;
  /** The nearest of them, and of what claims connect with it, as a picture. */
  readonly neighbours: NeighboursView | undefined;
}

export interface StatisticView {
  readonly claim: ClaimView;
  readonly quantity: FormattedQuantity;
  readonly date: FormattedDate;
  /** Other statistics of the same measure beside this one. */
  readonly measure: MeasureView | undefined;
}

export interface RelatedView {
  readonly entity: EntityLink;
  readonly kindName: TextInLanguage;
  readonly passages: readonly { readonly href: string; readonly ordinal: number }[];
  /** Shared passages that are left out. */
  readonly more: number;
}

/** Claims whose words stand on the page; those of more are links. */
const MOST_QUOTED = 80;

/** What a page lists of the entities that stand in the same passages, and of the passages of each. */
const MOST_RELATED = { entities: 40, passages: 12 };

/** What the page of an entity shows, or nothing when there is no such entity. */
export function buildEntityPage(context: PageContext, id: string): EntityPage | undefined {
  const { kb, language, urls, pick, kindNames, strings } = context;
  const entity = kb.entityHead(id);
  if (entity === undefined) return undefined;
  const kind = kb.site.kinds[entity.kind];
  const label = pick(entity.label);
  const summary = entity.summary && pick(entity.summary);
  const claims = kb
    .claims(id)
    .map((claim, at) => buildClaimView(claim, context, at < MOST_QUOTED ? 'quoted' : 'linked'));
  const ownNumber = kind?.base === 'statistic' ? claims.find(({ name }) => name === 'value') : undefined;
  const statistic = ownNumber && buildStatisticView(ownNumber, entity.measure, context);
  const mentions = buildMentions(id, { from: 0, most: SENTENCES_ON_ENTITY }, context);
  const names = kindNames(entity.kind);
  const related = kb.related(id, MOST_RELATED);
  return {
    shell: buildShell(context, {
      path: `${id}/`,
      title: statistic ? `${label.text}: ${statistic.quantity.plain}` : label.text,
      description: summary?.text,
      crumbs: [{ label: names.other, href: urls.kind(entity.kind) }],
      dataType: 'ItemPage',
      describeThing: () => describeEntityInPage(entity, context),
    }),
    id,
    kind: { id: entity.kind, name: names.one, href: urls.kind(entity.kind) },
    label,
    otherLabels: Object.entries(entity.label)
      .filter(([lang]) => lang !== label.lang && lang !== 'und')
      .map(([lang, text]) => ({ language: nameLanguage(lang, strings.language), label: inLanguage(text, lang) })),
    aliases: Object.entries(entity.aliases)
      .toSorted(([a], [b]) => Number(b === language) - Number(a === language))
      .flatMap(([lang, aliases]) => aliases.map(({ text }) => inLanguage(text, lang))),
    summary,
    statistic,
    facts: groupByProperty(claims.filter((claim) => claim !== ownNumber)),
    fields: Object.entries(entity.fields).map(([name, values]) => ({
      label: pick(kind?.properties[name]?.label ?? { und: name }),
      values: values.map((value) => toValueView(value, context)),
    })),
    sameAs: Object.entries(entity.sameAs).map(([name, other]) => findSameAs(name, other)),
    body: buildBodyView(id, context),
    mentions,
    mentionsHref: mentions.total > SENTENCES_ON_ENTITY ? urls.mentions(id) : undefined,
    related: buildRelated(related, context),
    relatedCount: related.total,
    neighbours: buildNeighbours(context.link(id), related.first, context),
  };
}

function buildStatisticView(
  claim: ClaimView,
  measure: string | undefined,
  context: PageContext,
): StatisticView | undefined {
  const own = context.kb.claim(claim.id);
  if (own?.value.type !== 'quantity') return undefined;
  return {
    claim,
    quantity: formatQuantity(own.value.quantity, context.language, context.strings.number),
    date: formatDate(own.qualifiers.asOf ?? 'unknown', context.strings),
    measure:
      measure === undefined ? undefined : buildMeasureView(measure, context, findSiblings(claim.id, measure, context)),
  };
}

function groupByProperty(claims: readonly ClaimView[]): EntityPage['facts'] {
  return [...Map.groupBy(claims, ({ property }) => property.text).values()].flatMap((same) => {
    const property = same[0]?.property;
    return property === undefined ? [] : [{ property, claims: bySupport(same) }];
  });
}

/** What is supported stands before what is not; otherwise the author's order holds. */
function bySupport(claims: readonly ClaimView[]): readonly ClaimView[] {
  return claims.toSorted((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status));
}

function buildRelated({ first }: RelatedEntities, context: PageContext): readonly RelatedView[] {
  const { kb, urls, link, kindNames } = context;
  return first.map(({ entity, shared, total }) => {
    const other = link(entity);
    return {
      entity: other,
      kindName: kindNames(other.kind).one,
      more: total - shared.length,
      passages: shared.flatMap((place) => {
        const [slug = '', passage = ''] = place.split('#');
        const found = kb.passage(`articles/${slug}`, passage);
        return found === undefined ? [] : [{ href: urls.passage(slug, passage), ordinal: found.ordinal }];
      }),
    };
  });
}

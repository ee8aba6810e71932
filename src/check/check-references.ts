import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Code } from '../diagnostic/catalogue.ts';
import { findNearest } from '../diagnostic/find-nearest.ts';
import type { Place } from '../diagnostic/place.ts';
import { resolveClaim, toClaimId, toEntityId, type Corpus, type Entry } from '../graph/corpus.ts';
import type { Property } from '../schema/site-schema.ts';
import type { Value } from '../schema/value.ts';
import { toDocumentId, type ArticleDocument, type EntityDocument } from '../source/document.ts';
import { findPoint } from '../source/places.ts';
import { findPlace } from '../source/validate.ts';
import type { Use } from '../text/body.ts';

/** Every id and internal address that can be written, sorted, so that a suggestion never depends on the order of files. */
interface Targets {
  readonly entities: ReadonlySet<string>;
  readonly statistics: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
  readonly images: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
}

const DECLARE_MEASURE = 'Declare it under `measures` in site.yaml.';

/** Ids that lead nowhere, in front matter and in bodies. */
export function checkReferences(corpus: Corpus): Diagnostic[] {
  const targets = collectTargets(corpus);
  const articleIds = new Set([...targets.articles].map((slug) => `articles/${slug}`));
  const entries: readonly Entry[] = [...corpus.articles, ...corpus.entities, ...corpus.pages];
  return [
    ...corpus.entities.flatMap(({ document }) => checkFrontMatter(document, corpus, targets)),
    ...entries.flatMap(({ document }) => checkSettings(document, targets)),
    ...corpus.articles.flatMap(({ document }) => checkFormerIds(document, articleIds)),
    ...entries.flatMap((entry) => entry.body.uses.flatMap((use) => checkUse(use, entry, targets, corpus))),
  ];
}

function collectTargets(corpus: Corpus): Targets {
  const { site } = corpus;
  const unread = [...corpus.unread].map((id) => ({
    id,
    folder: id.slice(0, id.indexOf('/')),
    slug: id.slice(id.indexOf('/') + 1),
  }));
  const ids = [
    ...corpus.entities.map(({ document }) => toEntityId(document)),
    ...unread.filter(({ folder }) => Object.hasOwn(site.kinds, folder)).map(({ id }) => id),
  ].sort();
  const articles = [
    ...corpus.articles.map(({ document }) => document.slug),
    ...unread.filter(({ folder }) => folder === 'articles').map(({ slug }) => slug),
  ].sort();
  const pages = [
    ...corpus.pages.map(({ document }) => document.slug),
    ...unread.filter(({ folder }) => folder === 'pages').map(({ slug }) => slug.replace(/\..*$/, '')),
  ];
  const addresses = [
    '/',
    '/articles/',
    '/search/',
    ...Object.keys(site.kinds).map((kind) => `/${kind}/`),
    ...ids.map((id) => `/${id}/`),
    ...articles.map((slug) => `/articles/${slug}/`),
    ...pages.map((slug) => `/${slug}/`),
  ];
  const [, ...others] = site.languages;
  return {
    entities: new Set(ids),
    statistics: new Set(ids.filter((id) => site.kinds[id.slice(0, id.indexOf('/'))]?.base === 'statistic')),
    claims: new Set(
      corpus.entities
        .flatMap(({ document }) =>
          [
            ...(document.matter.statistic ? ['value'] : []),
            ...document.claims.map(({ id }) => id),
            ...document.refusedClaims,
          ].map((name) => toClaimId(toEntityId(document), name)),
        )
        .sort(),
    ),
    articles: new Set(articles),
    measures: new Set(Object.keys(site.measures).sort()),
    images: new Set(corpus.assets),
    addresses: new Set([...addresses, ...others.flatMap((lang) => addresses.map((address) => `/${lang}${address}`))]),
  };
}

function checkSettings({ path: file, places, matter }: Entry['document'], { entities }: Targets): Diagnostic[] {
  return matter.names.flatMap(({ entity }, at) =>
    entity === 'none'
      ? []
      : checkId('entity-unknown', 'entity', entity, entities, findPlace({ file, places }, `names.${at}.entity`)),
  );
}

/** Ids that entities had before must not be in use again: their addresses lead elsewhere. */
function checkFormerIds(
  { path: file, places, matter }: EntityDocument | ArticleDocument,
  known: ReadonlySet<string>,
): Diagnostic[] {
  return matter.formerIds.flatMap((id, at) =>
    known.has(id)
      ? [
          diagnose('redirect-clash', findPlace({ file, places }, `formerIds.${at}`), {
            message: `The former id \`${id}\` is in use again, so its address cannot lead here.`,
            fix: 'Remove it from `formerIds`, or give the other one another name.',
          }),
        ]
      : [],
  );
}

function checkFrontMatter(document: EntityDocument, { site }: Corpus, targets: Targets): Diagnostic[] {
  const { matter, claims } = document;
  const properties = site.kinds[document.kind]?.properties ?? {};
  const at = (path: string): Place => findPlace({ file: document.path, places: document.places }, path);
  const { statistic } = matter;
  return [
    ...checkFormerIds(document, targets.entities),
    ...Object.entries(matter.fields).flatMap(([id, values]) =>
      values.flatMap((value, index) => {
        const many = findPoint(document.places, `${id}.${index}`);
        return checkValue(value, properties[id], at(many ? `${id}.${index}` : id), targets);
      }),
    ),
    ...claims.flatMap(({ path, property, value, saidBy }) => [
      ...checkValue(value, properties[property], at(`${path}.value`), targets),
      ...(saidBy?.type === 'entity'
        ? checkId('entity-unknown', 'entity', saidBy.entity, targets.entities, at(`${path}.saidBy`))
        : []),
    ]),
    ...(statistic?.saidBy?.type === 'entity'
      ? checkId('entity-unknown', 'entity', statistic.saidBy.entity, targets.entities, at('saidBy'))
      : []),
    ...(statistic
      ? checkId('measure-unknown', 'measure', statistic.measure, targets.measures, at('measure'), DECLARE_MEASURE)
      : []),
  ];
}

function checkValue(value: Value, property: Property | undefined, place: Place, targets: Targets): Diagnostic[] {
  if (value.type !== 'entity') return [];
  const problems = checkId('entity-unknown', 'entity', value.entity, targets.entities, place);
  if (problems.length > 0) return problems;
  const kinds = property?.type.name === 'entity' ? property.type.kinds : [];
  if (kinds.length === 0 || kinds.includes(value.entity.slice(0, value.entity.indexOf('/')))) return [];
  return [
    diagnose('entity-kind', place, {
      message: `The property \`${property?.id ?? ''}\` takes entities of the kind ${kinds.join(' or ')}, found \`${value.entity}\`.`,
      fix: 'Name an entity of that kind, or add the kind to the type of the property in site.yaml.',
    }),
  ];
}

function checkUse(use: Use, { document }: Entry, targets: Targets, { unread }: Corpus): Diagnostic[] {
  const place: Place = { file: document.path, point: use.point };
  switch (use.type) {
    case 'entity':
      return checkId('entity-unknown', 'entity', use.target, targets.entities, place);
    case 'statistic':
      return checkId('entity-unknown', 'statistic', use.target, targets.statistics, place);
    case 'claim': {
      const id = resolveClaim(use.target, toDocumentId(document));
      return unread.has(id.replace(/#.*$/, '')) ? [] : checkId('claim-unknown', 'claim', id, targets.claims, place);
    }
    case 'article':
      return checkId('article-unknown', 'article', use.target, targets.articles, place);
    case 'measure':
      return checkId('measure-unknown', 'measure', use.target, targets.measures, place, DECLARE_MEASURE);
    case 'image':
      return checkImage(use, place, targets);
    case 'link':
      return checkLink(use, place, targets);
    case 'text':
      return [];
  }
}

function checkId(
  code: Code,
  noun: string,
  id: string,
  known: ReadonlySet<string>,
  place: Place,
  otherwise = `Check the spelling, or add the ${noun}.`,
): Diagnostic[] {
  if (known.has(id)) return [];
  const nearest = findNearest(id, known);
  return [
    diagnose(code, place, {
      message: `There is no ${noun} \`${id}\`.`,
      fix: nearest === undefined ? otherwise : `Did you mean \`${nearest}\`?`,
    }),
  ];
}

function checkImage({ target }: Use, place: Place, { images }: Targets): Diagnostic[] {
  const path = target.replace(/^\//, '');
  return checkId(
    'link-broken',
    'picture',
    path,
    images,
    place,
    'Put the picture into the content folder and write its path from there.',
  );
}

/** Addresses within the site begin with `/` and end with `/`; a fragment is the business of the page it leads to. */
function checkLink({ target }: Use, place: Place, { addresses }: Targets): Diagnostic[] {
  if (!target.startsWith('/') && !isRelative(target)) return [];
  const path = target.replace(/[?#].*$/, '');
  const whole = path.endsWith('/') ? path : `${path}/`;
  if (addresses.has(whole)) return [];
  const nearest = findNearest(whole, addresses);
  return [
    diagnose('link-broken', place, {
      message: `No page of the site has the address \`${target}\`.`,
      fix:
        nearest === undefined
          ? 'Write the address from the root of the site, such as /articles/some-article/.'
          : `Did you mean \`${nearest}\`?`,
    }),
  ];
}

function isRelative(target: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(target) && !target.startsWith('#');
}

import { compareText } from '../diagnostic/compare-text.ts';
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Place } from '../diagnostic/place.ts';
import { toEntityId, type Corpus, type Entry } from '../graph/corpus.ts';
import { toNames } from '../graph/find-all-mentions.ts';
import { settleNames } from '../graph/settle-names.ts';
import { lintNames, type NameFinding } from '../mention/lint-names.ts';
import type { Name } from '../mention/build-name-index.ts';
import type { EntityDocument } from '../source/document.ts';
import { findPlace } from '../source/validate.ts';
import { FREQUENT_WORDS } from '../text/frequent-words.ts';

/** Labels and aliases that will be found where they are not meant. */
export function checkNames(corpus: Corpus): Diagnostic[] {
  const documents = new Map(corpus.entities.map(({ document }) => [toEntityId(document), document]));
  const names = corpus.entities.flatMap(toNames).toSorted((a, b) => compareText(a.entity, b.entity));
  return lintNames(names, FREQUENT_WORDS).flatMap((finding) => report(finding, documents));
}

/** Settings of names that settle nothing. */
export function checkSettledNames(corpus: Corpus): Diagnostic[] {
  const entries: readonly Entry[] = [...corpus.articles, ...corpus.entities, ...corpus.pages];
  return entries.flatMap(checkSettings);
}

function report(finding: NameFinding, documents: ReadonlyMap<string, EntityDocument>): Diagnostic[] {
  if (finding.kind === 'duplicate') {
    const [first] = finding.names;
    if (!first) return [];
    return [
      diagnose('name-weak', findNamePlace(first, documents), {
        message: `Several entities bear the name “${first.text}”, so a text that uses it alone is linked to none of them.`,
        values: finding.names.map((name) => ({
          label: name.entity,
          text: `“${name.text}”`,
          place: findNamePlace(name, documents),
        })),
        fix: 'Keep the name where it is meant most, or settle each use with `names` in the front matter of the text.',
      }),
    ];
  }
  const { name } = finding;
  return [
    diagnose('name-weak', findNamePlace(name, documents), {
      message: `The name “${name.text}” ${WEAKNESS[finding.kind]}.`,
      fix: 'Remove it from the names, or write it with more words or with `common: true`.',
    }),
  ];
}

const WEAKNESS: Readonly<Record<Exclude<NameFinding['kind'], 'duplicate'>, string>> = {
  short: 'has fewer than three letters and will be found in words that are not names',
  digits: 'is made of digits and will be found in every such number',
  frequent: 'is a common word of the language',
};

function findNamePlace({ entity, text, lang }: Name, documents: ReadonlyMap<string, EntityDocument>): Place {
  const document = documents.get(entity);
  if (!document) return { file: `${entity}.mdx` };
  const at = document.matter.aliases[lang]?.findIndex((alias) => alias.text === text) ?? -1;
  const path = document.matter.label[lang] === text ? `label.${lang}` : `aliases.${lang}.${at}`;
  return findPlace({ file: document.path, places: document.places }, path);
}

function checkSettings(entry: Entry): Diagnostic[] {
  const { path: file, places } = entry.document;
  return settleNames(entry).flatMap((setting, at) =>
    setting.places.length > 0
      ? []
      : [
          diagnose('name-unfound', findPlace({ file, places }, `names.${at}.words`), {
            message: `The words “${setting.words}” do not stand in this text${setting.prefix !== undefined || setting.suffix !== undefined ? ' with this context' : ''}.`,
            fix: 'Copy them from the text, or remove the entry.',
          }),
        ],
  );
}

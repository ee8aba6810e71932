import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Corpus } from '../graph/corpus.ts';
import type { EntityDocument } from '../source/document.ts';
import { findPlace } from '../source/validate.ts';

/** What claims must be by themselves: one id each, evidence where they are said to be supported, required properties present. */
export function checkClaims({ site, entities }: Corpus): Diagnostic[] {
  return entities.flatMap(({ document }) => [
    ...checkIds(document),
    ...checkSupport(document),
    ...checkRequired(
      document,
      Object.values(site.kinds[document.kind]?.properties ?? {}).filter(({ required }) => required),
    ),
  ]);
}

function checkIds({ path: file, places, claims, matter }: EntityDocument): Diagnostic[] {
  const first = new Map<string, string>(matter.statistic ? [['value', 'value']] : []);
  return claims.flatMap(({ id, path }) => {
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, path);
      return [];
    }
    return [
      diagnose('claim-duplicate', findPlace({ file, places }, `${path}.id`), {
        message: `The id \`${id}\` is taken by another claim of this entity.`,
        values: [{ label: 'first', text: id, place: findPlace({ file, places }, earlier) }],
        fix: 'Give one of the two another id.',
      }),
    ];
  });
}

function checkSupport({ path: file, places, claims }: EntityDocument): Diagnostic[] {
  return claims
    .filter(({ status, evidence }) => evidence.length === 0 && (status === 'supported' || status === 'contested'))
    .map(({ id, path, status }) =>
      diagnose('evidence-absent', findPlace({ file, places }, path), {
        message: `The claim \`${id}\` is said to be ${status}, but no words of an article are given for it.`,
        fix: 'Add `evidence` with an article and a quotation, or write `status: unsourced`.',
      }),
    );
}

function checkRequired(
  { path: file, places, claims, matter }: EntityDocument,
  required: readonly { readonly id: string }[],
): Diagnostic[] {
  return required
    .filter(({ id }) => !Object.hasOwn(matter.fields, id) && !claims.some(({ property }) => property === id))
    .map(({ id }) =>
      diagnose('field-missing', findPlace({ file, places }, ''), {
        message: `The property \`${id}\`, which every entity of this kind must have, is missing.`,
        fix: `Add \`${id}: …\`, or a claim with \`property: ${id}\`.`,
      }),
    );
}

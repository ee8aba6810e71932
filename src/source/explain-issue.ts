import type * as z from 'zod';
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { findNearest } from '../diagnostic/find-nearest.ts';
import type { Place } from '../diagnostic/place.ts';
import { listFields } from './list-fields.ts';

type Issue = z.core.$ZodIssue;

export interface Refused {
  readonly schema: z.ZodType;
  /** What was checked, for looking up what stands where it was refused. */
  readonly data: unknown;
  /** Path of the data in its document, when it is not the whole of it. */
  readonly under: string | undefined;
  readonly findPlace: (path: string) => Place;
}

/** A refusal of a schema in the words of authors: which field, what was found, what to write instead. */
export function explainIssue(issue: Issue, refused: Refused, above: readonly PropertyKey[] = []): Diagnostic[] {
  const path = [...above, ...issue.path];
  const found = valueAt(refused.data, path);
  if (issue.code === 'invalid_union') {
    const branch = chooseBranch(issue, found);
    if (branch) return branch.flatMap((inner) => explainIssue(inner, refused, path));
  }
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => explainUnknown(key, path, refused));
  if (issue.code === 'invalid_key') return [explainKey(issue, path, refused)];
  const place = refused.findPlace(toPath(path, refused));
  const name = toName(path, refused);
  const field = String(path.at(-1) ?? '');
  if (path.length > 0 && (found === undefined || found === null)) {
    const isMissing = found === undefined;
    return [
      diagnose('field-missing', place, {
        message: `${name} is ${isMissing ? 'missing' : 'empty'}.`,
        fix: isMissing ? `Add \`${field}\`: ${expect(issue)}.` : `Write ${expect(issue)}.`,
      }),
    ];
  }
  return [
    diagnose('field-value', place, {
      message: `${name} has a value that does not fit.`,
      values: [{ label: 'found', text: show(found) }],
      fix: `Write ${expect(issue)}.`,
    }),
  ];
}

function explainUnknown(key: string, path: readonly PropertyKey[], refused: Refused): Diagnostic {
  const known = listFields(refused.schema, path);
  const nearest = findNearest(key, known);
  return diagnose('field-unknown', refused.findPlace(`${toPath([...path, key], refused)}:key`), {
    message: `Unexpected field \`${key}\`, expected one of ${known.join(', ')}.`,
    fix: nearest === undefined ? 'Remove it.' : `Did you mean \`${nearest}\`?`,
  });
}

/** A key that its map does not take: an id with a space, a language that is none. */
function explainKey(
  issue: Extract<Issue, { code: 'invalid_key' }>,
  path: readonly PropertyKey[],
  refused: Refused,
): Diagnostic {
  const [inner = issue] = issue.issues;
  return diagnose('field-value', refused.findPlace(`${toPath(path, refused)}:key`), {
    message: `The key \`${String(path.at(-1) ?? '')}\` does not fit here.`,
    fix: `Write ${expect(inner)}.`,
  });
}

/**
 * Of several shapes none fitted: the one that the author came nearest to. A union that says itself what it expects
 * speaks for single values; within a map or list the field at fault is of more use.
 */
function chooseBranch(issue: Extract<Issue, { code: 'invalid_union' }>, found: unknown): readonly Issue[] | undefined {
  const isOwnSentence = issue.message !== 'Invalid input';
  const isSingle = found === undefined || found === null || typeof found !== 'object';
  if (isSingle && isOwnSentence) return undefined;
  const nearest = issue.errors
    .map((branch) => ({ branch, distance: measureDistance(branch) }))
    .reduce<{ branch: readonly Issue[]; distance: number } | undefined>(
      (best, one) => (best === undefined || one.distance < best.distance ? one : best),
      undefined,
    );
  return nearest && (nearest.distance < ANOTHER_SHAPE || !isOwnSentence) ? nearest.branch : undefined;
}

/** The whole value is of another type: a text where a list was expected. */
const ANOTHER_SHAPE = 100;

function measureDistance(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + 2 * issue.keys.length;
    if (issue.code === 'invalid_union') return sum + Math.min(ANOTHER_SHAPE, ...issue.errors.map(measureDistance));
    if (issue.path.length > 0) return sum + 1;
    return sum + (issue.code === 'invalid_type' || issue.code === 'invalid_value' ? ANOTHER_SHAPE : 0);
  }, 0);
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list, such as [ … ]',
  object: 'fields, such as { … }',
  record: 'fields, such as { … }',
};

/** What should stand there, without a verb and a stop: our own sentences begin with «Expected». */
function expect(issue: Issue): string {
  if (issue.message.startsWith('Expected ')) return issue.message.slice('Expected '.length);
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? issue.expected;
    case 'too_small':
      return issue.origin === 'number'
        ? `a number ${issue.inclusive === false ? 'above' : 'of at least'} ${issue.minimum}`
        : issue.origin === 'string'
          ? 'a text'
          : `at least ${issue.minimum}`;
    case 'too_big':
      return `a number ${issue.inclusive === false ? 'below' : 'of at most'} ${issue.maximum}`;
    case 'invalid_value':
      return issue.values.map((value) => String(value)).join(' or ');
    default:
      return 'another value';
  }
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const key of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

function toPath(path: readonly PropertyKey[], { under }: Refused): string {
  return [...(under === undefined ? [] : [under]), ...path.map(String)].join('.');
}

/** A field as an author thinks of it: `claims.evidence.quote`, the place says of which claim. */
function toName(path: readonly PropertyKey[], { under = '' }: Refused): string {
  const names = [
    ...under.split('.').filter((name) => !/^\d*$/.test(name)),
    ...path.filter((key) => typeof key !== 'number'),
  ];
  return names.length === 0 ? 'The file' : `\`${names.map(String).join('.')}\``;
}

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

import type * as z from 'zod';
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { findNearest } from '../diagnostic/find-nearest.ts';
import type { Place } from '../diagnostic/place.ts';
import type { Places } from './document.ts';

export type Validation<T> =
  { readonly status: 'read'; readonly value: T } | { readonly status: 'refused'; readonly diagnostics: readonly Diagnostic[] };

export interface ValidationContext {
  readonly file: string;
  readonly places: Places;
  /** Where the data stands in the places, when it is not the whole document. */
  readonly under?: string;
  /** Names that may stand where an unknown one was found. */
  readonly fields?: readonly string[];
}

/** Checks data against a shape; every refusal points at the value, or at the nearest thing around it that exists. */
export function validate<T>(schema: z.ZodType<T>, data: unknown, context: ValidationContext): Validation<T> {
  const result = schema.safeParse(data);
  if (result.success) return { status: 'read', value: result.data };
  const diagnostics = result.error.issues.flatMap((issue) => explain(issue, data, [], context));
  return { status: 'refused', diagnostics };
}

/** Where the value of a path stands; if it is not written, where its nearest container does. */
export function findPlace({ file, places }: { file: string; places: Places }, path: string): Place {
  for (let rest = path; rest !== ''; rest = rest.slice(0, Math.max(0, rest.lastIndexOf('.')))) {
    const point = places[rest];
    if (point) return { file, point };
  }
  return { file, point: places[''] };
}

function explain(
  issue: z.core.$ZodIssue,
  data: unknown,
  above: readonly PropertyKey[],
  context: ValidationContext,
): Diagnostic[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union') {
    const branch = chooseBranch(issue.errors, valueAt(data, path));
    if (branch) return branch.flatMap((inner) => explain(inner, data, path, context));
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => explainUnknown(key, path, context, schemaFields(issue, context)));
  }
  const where = toPath(path, context);
  const place = findPlace(context, where);
  const name = where === '' ? 'The file' : `\`${where}\``;
  if (valueAt(data, path) === undefined && path.length > 0) {
    return [
      diagnose('field-missing', place, {
        message: `${name} is missing.`,
        fix: `Add it: ${lower(sentence(issue))}`,
      }),
    ];
  }
  return [
    diagnose('field-value', place, {
      message: `${name} has a value that does not fit.`,
      values: [{ label: 'found', text: show(valueAt(data, path)) }],
      fix: sentence(issue).replace(/^Expected/, 'Write'),
    }),
  ];
}

function explainUnknown(
  key: string,
  path: readonly PropertyKey[],
  context: ValidationContext,
  known: readonly string[],
): Diagnostic {
  const where = toPath([...path, key], context);
  const nearest = findNearest(key, known);
  const point = context.places[`${where}:key`];
  return diagnose('field-unknown', point ? { file: context.file, point } : findPlace(context, where), {
    message: `Unexpected field \`${key}\`${known.length > 0 ? `, expected one of ${known.join(', ')}` : ''}.`,
    fix: nearest === undefined ? 'Remove it, or declare it in site.yaml if it is a property.' : `Did you mean \`${nearest}\`?`,
  });
}

function schemaFields(issue: z.core.$ZodIssue, context: ValidationContext): readonly string[] {
  return issue.path.length === 0 && context.under === undefined ? (context.fields ?? []) : [];
}

/** Of several shapes none fitted: the one whose refusal lies deepest in the data is the one the author meant. */
function chooseBranch(
  branches: readonly (readonly z.core.$ZodIssue[])[],
  value: unknown,
): readonly z.core.$ZodIssue[] | undefined {
  if (value === undefined || value === null || typeof value !== 'object') return undefined;
  const depth = (issues: readonly z.core.$ZodIssue[]): number =>
    Math.max(0, ...issues.map((issue) => issue.path.length + (issue.code === 'unrecognized_keys' ? 1 : 0)));
  const deepest = branches.toSorted((a, b) => depth(b) - depth(a))[0];
  return deepest && depth(deepest) > 0 ? deepest : undefined;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const key of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

function toPath(path: readonly PropertyKey[], { under }: ValidationContext): string {
  return [...(under === undefined ? [] : [under]), ...path.map(String)].join('.');
}

function sentence(issue: z.core.$ZodIssue): string {
  const message = issue.message.replace(/^Invalid input: e/, 'E').replace(/, received .*$/, '');
  return /[.!?]$/.test(message) ? message : `${message}.`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

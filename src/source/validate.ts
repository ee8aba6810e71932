import type * as z from 'zod';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Place } from '../diagnostic/place.ts';
import { findPoint, type PackedPlaces, type Places } from './places.ts';
import { explainIssue } from './explain-issue.ts';

export type Validation<T> =
  | { readonly status: 'read'; readonly value: T }
  | { readonly status: 'refused'; readonly diagnostics: readonly Diagnostic[] };

export interface ValidationContext {
  readonly file: string;
  readonly places: Places | PackedPlaces;
  /** Where the data stands in the places, when it is not the whole document. */
  readonly under?: string;
}

/** Checks data against a shape; every refusal points at the value, or at the nearest thing around it that exists. */
export function validate<T>(schema: z.ZodType<T>, data: unknown, context: ValidationContext): Validation<T> {
  const result = schema.safeParse(data);
  if (result.success) return { status: 'read', value: result.data };
  const { file, places, under } = context;
  const diagnostics = result.error.issues.flatMap((issue) =>
    explainIssue(issue, { schema, data, under, findPlace: (path) => findPlace({ file, places }, path) }),
  );
  return { status: 'refused', diagnostics };
}

/** Where the value of a path stands; if it is not written, where its nearest container does. */
export function findPlace({ file, places }: { file: string; places: Places | PackedPlaces }, path: string): Place {
  for (let rest = path; rest !== ''; rest = rest.slice(0, Math.max(0, rest.lastIndexOf('.')))) {
    const point = findPoint(places, rest);
    if (point) return { file, point };
  }
  return { file, point: findPoint(places, '') };
}

import { CATALOGUE, type Code } from './catalogue.ts';
import { compareText } from './compare-text.ts';
import { comparePlaces, type Place } from './place.ts';

export type Severity = 'error' | 'warning' | 'note';

/** A value shown on a line of its own under the message, with the place it was read from. */
export interface DiagnosticValue {
  readonly label: string;
  readonly text: string;
  readonly place?: Place | undefined;
}

/** One thing an author should know: what is wrong, where, and what to type instead. Printing is another module. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly place: Place;
  /** What is wrong, in whole sentences, without the place. */
  readonly message: string;
  readonly values: readonly DiagnosticValue[];
  /** One sentence in the imperative. */
  readonly fix: string;
  /** What the value at the place should be, when only one thing can be meant; `sanad check --fix` writes it. */
  readonly replacement?: string | undefined;
}

/** A diagnostic with the severity of its code. */
export function diagnose(
  code: Code,
  place: Place,
  {
    message,
    values = [],
    fix,
    replacement,
  }: { message: string; values?: readonly DiagnosticValue[]; fix: string; replacement?: string | undefined },
): Diagnostic {
  return {
    code,
    severity: CATALOGUE[code].severity,
    place,
    message,
    values,
    fix,
    ...(replacement === undefined ? {} : { replacement }),
  };
}

/** Sorted by file, line, column, then code and message, each said once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const sorted = diagnostics.toSorted(
    (a, b) => comparePlaces(a.place, b.place) || compareText(a.code, b.code) || compareText(a.message, b.message),
  );
  return sorted.filter((diagnostic, at) => at === 0 || !isSame(diagnostic, sorted[at - 1]));
}

/** Whether any of them stops a build. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

function isSame(a: Diagnostic, b: Diagnostic | undefined): boolean {
  return b !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

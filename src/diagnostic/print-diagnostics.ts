import { CATALOGUE } from './catalogue.ts';
import { hasErrors, type Diagnostic } from './diagnostic.ts';
import type { Place } from './place.ts';

export type DiagnosticFormat = 'text' | 'json' | 'github';

export interface PrintOptions {
  /** Put before every file, so that places open from where the command was typed; for example `content/`. */
  readonly folder: string;
}

const PRINTERS: Record<DiagnosticFormat, (diagnostics: readonly Diagnostic[], options: PrintOptions) => string> = {
  text: printText,
  json: printJson,
  github: printGithub,
};

/** The same diagnostics for people, for programs, or as annotations of a GitHub workflow. Ends with a line break. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: DiagnosticFormat,
  options: PrintOptions,
): string {
  return PRINTERS[format](diagnostics, options);
}

/** `3 errors, 1 warning in 2 files`; `No problems` when there is nothing to say. */
export function summarise(diagnostics: readonly Diagnostic[]): string {
  const counts = (['error', 'warning', 'note'] as const)
    .map((severity) => ({ severity, count: diagnostics.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => plural(count, severity));
  if (counts.length === 0) return 'No problems';
  const files = new Set(diagnostics.map(({ place }) => place.file)).size;
  return `${counts.join(', ')} in ${plural(files, 'file')}`;
}

/** One diagnostic as people read it in a terminal or an overlay, without a final line break. */
export function printDiagnostic(
  { code, severity, place, message, values, fix }: Diagnostic,
  options: PrintOptions,
): string {
  const width = Math.max(0, ...values.map(({ label }) => label.length));
  const rows = values.map(({ label, text, place: at }) => {
    const where = at === undefined ? '' : `  ${printPlace(at, options)}`;
    return `    ${label.padEnd(width)}  ${text.replaceAll('\n', ' ⏎ ')}${where}`;
  });
  return [`${printPlace(place, options)}  ${severity}  ${code}`, `  ${message}`, ...rows, `  Fix: ${fix}`]
    .map(showHidden)
    .join('\n');
}

/** Characters that would steer a terminal or turn the line around, as their numbers. Marks that only shape letters stay. */
function showHidden(line: string): string {
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  return line.replaceAll(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, (character) => {
    const number = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `\\u${number}`;
  });
}

function printText(diagnostics: readonly Diagnostic[], options: PrintOptions): string {
  const blocks = diagnostics.map((diagnostic) => printDiagnostic(diagnostic, options));
  return [...blocks, summarise(diagnostics)].join('\n\n') + '\n';
}

function printJson(diagnostics: readonly Diagnostic[], { folder }: PrintOptions): string {
  const items = diagnostics.map((diagnostic) => ({
    ...diagnostic,
    title: CATALOGUE[diagnostic.code].title,
    place: withFolder(diagnostic.place, folder),
    values: diagnostic.values.map((value) =>
      value.place === undefined ? value : { ...value, place: withFolder(value.place, folder) },
    ),
  }));
  return JSON.stringify({ ok: !hasErrors(diagnostics), diagnostics: items }, null, 2) + '\n';
}

/** Workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function printGithub(diagnostics: readonly Diagnostic[], options: PrintOptions): string {
  return diagnostics
    .map((diagnostic) => {
      const { code, severity, place } = diagnostic;
      const command = severity === 'note' ? 'notice' : severity;
      const properties = [
        `file=${escapeProperty(options.folder + place.file)}`,
        ...(place.point === undefined ? [] : [`line=${place.point.line}`, `col=${place.point.column}`]),
        `title=${escapeProperty(code)}`,
      ];
      const body = printDiagnostic(diagnostic, options).split('\n').slice(1).join('\n');
      return `::${command} ${properties.join(',')}::${escapeMessage(body)}\n`;
    })
    .join('');
}

function printPlace(place: Place, { folder }: PrintOptions): string {
  const file = folder + place.file;
  return place.point === undefined ? file : `${file}:${place.point.line}:${place.point.column}`;
}

function withFolder(place: Place, folder: string): Place {
  return { ...place, file: folder + place.file };
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

import type { Point } from '../diagnostic/place.ts';

/** Where front matter values stand, by path such as `claims.0.evidence.1.quote`. */
export type Places = Readonly<Record<string, Point>>;

/**
 * The same as one text, a line `path TAB line TAB column` each: a document has some fifty places and is asked for few of
 * them, and as objects they would take more memory than all its words.
 */
export type PackedPlaces = string;

/** Keeps places as a text. */
export function packPlaces(places: Places): PackedPlaces {
  const lines = Object.entries(places).map(([path, { line, column }]) => `\n${escape(path)}\t${line}\t${column}`);
  return lines.join('');
}

/** The place of a path, if it is written. */
export function findPoint(places: Places | PackedPlaces, path: string): Point | undefined {
  // Own only: a property may be called `constructor`.
  if (typeof places !== 'string') return Object.hasOwn(places, path) ? places[path] : undefined;
  const key = `\n${escape(path)}\t`;
  const at = places.indexOf(key);
  if (at === -1) return undefined;
  const end = places.indexOf('\n', at + 1);
  const [line = '', column = ''] = places.slice(at + key.length, end === -1 ? undefined : end).split('\t');
  return { line: Number(line), column: Number(column) };
}

/** A key may hold anything, even what parts lines and columns here. */
function escape(path: string): string {
  return path.replace(/[\n\t\\]/g, (sign) => (sign === '\\' ? '\\\\' : sign === '\n' ? '\\n' : '\\t'));
}

import { sortDiagnostics, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { toPlaceKey, type Place, type Point } from '../diagnostic/place.ts';
import { toNames } from '../graph/find-all-mentions.ts';
import type { Entry } from '../graph/corpus.ts';
import type { EntityDocument } from '../source/document.ts';
import { findPlace } from '../source/validate.ts';

export interface DiagnosticSources {
  /** Of the whole content, before the edits. */
  readonly before: readonly Diagnostic[];
  /** Of what was edited, but for what is said of names and of conflicts; with what is said of those quotations. */
  readonly own: readonly Diagnostic[];
  /** Claims whose conflicts were judged again, and what was found. */
  readonly judged: ReadonlySet<string>;
  readonly conflicts: readonly Diagnostic[];
  /** Where others write the quotations that were found again. */
  readonly quoted: readonly Place[];
  /** The entities that were edited. */
  readonly entities: readonly Entry<EntityDocument>[];
  /** Paths of the articles that were edited. */
  readonly articles: readonly string[];
}

/**
 * All diagnostics after an edit of some entities that left their names as they were, and of some articles; `undefined`
 * when something said before of one of these names now stands elsewhere in its file.
 */
export function mergeDiagnostics(sources: DiagnosticSources): readonly Diagnostic[] | undefined {
  const { before, own, judged, conflicts, entities } = sources;
  const files = new Set([...entities.map((entry) => entry.document.path), ...sources.articles]);
  const quoted = new Set(sources.quoted.map(toPlaceKey));
  const kept = before.filter(({ code, place, values }) => {
    if (code === 'claims-conflict') return !judged.has(values[0]?.label ?? '');
    if (code.startsWith('citation-') && quoted.has(toPlaceKey(place))) return false;
    return code === 'name-weak' || !files.has(place.file);
  });
  const isInPlace = kept.every((one) => one.code !== 'name-weak' || entities.every((entry) => standsThere(one, entry)));
  return isInPlace ? sortDiagnostics([...kept, ...own, ...conflicts]) : undefined;
}

/** Whether the names of an entity of which something is said stand where it is said. */
function standsThere({ place, message, values }: Diagnostic, entry: Entry<EntityDocument>): boolean {
  const { path } = entry.document;
  const told = [place, ...values.map((value) => value.place)].filter((one): one is Place => one?.file === path);
  if (told.length === 0) return true;
  const texts = [message, ...values.map(({ text }) => text)];
  const points = new Set(
    listNamePlaces(entry)
      .filter(({ text }) => texts.some((one) => one.includes(`“${text}”`)))
      .map(({ point }) => print(point)),
  );
  // Every one of them, so that no two can have changed places.
  return (
    points.size === new Set(told.map(({ point }) => print(point))).size &&
    told.every(({ point }) => points.has(print(point)))
  );
}

function print(point: Point | undefined): string {
  return point ? `${point.line}:${point.column}` : '';
}

function listNamePlaces(entry: Entry<EntityDocument>): { readonly text: string; readonly point: Point | undefined }[] {
  const { path: file, places, matter } = entry.document;
  return toNames(entry).map(({ text, lang }) => {
    const at = matter.aliases[lang]?.findIndex((alias) => alias.text === text) ?? -1;
    const field = matter.label[lang] === text ? `label.${lang}` : `aliases.${lang}.${at}`;
    return { text, point: findPlace({ file, places }, field).point };
  });
}

import { readResultId, toDocumentId } from './index-files.ts';

/** Characters of a document in an order: as many as the id of the last one has, so that nothing must stand between two. */
function countDigits(documents: number): number {
  return toDocumentId(documents).length;
}

/**
 * Numbers of documents in an order, each as its id with zeros before it. `documents` is how many the index has: of up to
 * 46,655 each takes three bytes, of up to 1.6 million four.
 */
export function writeOrder(order: readonly number[], documents: number): string {
  const digits = countDigits(documents);
  return order.map((number) => toDocumentId(number).padStart(digits, '0')).join('');
}

/** Places of documents in an order that `writeOrder` wrote, from 0, by their ids. */
export function readOrder(text: string, documents: number): ReadonlyMap<string, number> {
  const digits = countDigits(documents);
  const places = new Map<string, number>();
  for (let at = 0; at < text.length; at += digits)
    places.set(toDocumentId(Number.parseInt(text.slice(at, at + digits), 36)), at / digits);
  return places;
}

/**
 * A line for each document, in the order of their numbers: under which name its record lies, or nothing where that is the
 * name of the document before it. `results` are ids of results.
 */
export function writeRecordFiles(results: readonly string[]): string {
  const names = results.map((result) => readResultId(result).recordFile);
  return names.map((name, number) => (name === names[number - 1] ? '' : name)).join('\n');
}

/** Under which names the records of documents lie, by their ids. Reads what `writeRecordFiles` wrote. */
export function readRecordFiles(text: string): ReadonlyMap<string, string> {
  let name = '';
  return new Map(
    text.split('\n').map((line, number) => {
      if (line !== '') name = line;
      return [toDocumentId(number), name];
    }),
  );
}

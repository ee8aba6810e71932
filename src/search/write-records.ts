import { RECORD_FOLDER, toDocumentId, toResultId, type IndexRecord } from './index-files.ts';
import { toFileName } from './to-file-name.ts';

/** Hosts count files, and most of them are the site's pages: beyond these, records share files … */
const MOST_RECORD_FILES = 4000;
/** … but never more than so many records a file: a reader fetches a file for each result. */
const MOST_RECORDS_OF_A_FILE = 4;
/** UTF-16 units. A longer record lies in a file of its own. */
const MOST_UNITS = 12_000;

/** A file of records, and the ids that results have of the documents in it, in the order of their numbers. */
export interface WrittenRecords {
  readonly path: string;
  readonly content: string;
  readonly results: readonly string[];
}

/** Of how many documents the records are written together, in one file or several. */
export function countNeighbours(documents: number): number {
  return Math.min(MOST_RECORDS_OF_A_FILE, Math.max(1, Math.ceil(documents / MOST_RECORD_FILES)));
}

/**
 * Writes the records of neighbours. Which documents those are depends on nothing but their numbers, so that a record changes
 * no other files than its own.
 * @param first - number of the first of them
 */
export function writeRecords(first: number, records: readonly IndexRecord[]): readonly WrittenRecords[] {
  const files: WrittenRecords[] = [];
  let open: (readonly [id: string, json: string])[] = [];
  let length = 0;
  const close = (): void => {
    if (open.length === 0) return;
    const content = `{${open.map(([id, json]) => `${JSON.stringify(id)}:${json}`).join(',')}}`;
    const name = toFileName(content);
    files.push({ path: `${RECORD_FOLDER}/${name}.json`, content, results: open.map(([id]) => toResultId(name, id)) });
    open = [];
    length = 0;
  };
  records.forEach((record, at) => {
    const json = JSON.stringify(record);
    if (length + json.length > MOST_UNITS) close();
    open.push([toDocumentId(first + at), json]);
    length += json.length;
  });
  close();
  return files;
}

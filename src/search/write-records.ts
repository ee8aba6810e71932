import { RECORD_FOLDER, toDocumentId, toResultId, type IndexRecord } from './index-files.ts';
import { toFileName } from './to-file-name.ts';

/** Hosts count files, and most of them are the site's pages: beyond these, records share files … */
const MOST_RECORD_FILES = 4000;
/** … but never more than so many records a file, on average: a reader fetches a file for each result. */
const MOST_RECORDS_OF_A_FILE = 4;
const MOST_UNITS = 64_000;

export interface RecordWriter {
  /** Documents come in the order of their numbers. */
  readonly add: (document: number, record: IndexRecord) => void;
  /** Writes what is left, and gives the ids of results of all documents since the last time, in order. */
  readonly flush: () => readonly string[];
}

/** Groups records of neighbouring documents into files; `units` is about how long all records will be, as JSON. */
export function createRecordWriter(
  documents: number,
  units: number,
  write: (path: string, content: string) => void,
): RecordWriter {
  const mostFiles = Math.max(MOST_RECORD_FILES, documents / MOST_RECORDS_OF_A_FILE);
  const most = documents <= MOST_RECORD_FILES ? 0 : Math.min(MOST_UNITS, units / mostFiles);
  let ids: string[] = [];
  let open: (readonly [id: string, json: string])[] = [];
  let length = 0;
  const close = (): void => {
    if (open.length === 0) return;
    const text = `{${open.map(([id, json]) => `${JSON.stringify(id)}:${json}`).join(',')}}`;
    const name = toFileName(text);
    write(`${RECORD_FOLDER}/${name}.json`, text);
    ids.push(...open.map(([id]) => toResultId(name, id)));
    open = [];
    length = 0;
  };
  return {
    add: (document, record) => {
      const json = JSON.stringify(record);
      if (length + json.length > most) close();
      open.push([toDocumentId(document), json]);
      length += json.length;
    },
    flush: () => {
      close();
      const written = ids;
      ids = [];
      return written;
    },
  };
}

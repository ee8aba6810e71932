import { LineCounter, isMap, isPair, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Point } from '../diagnostic/place.ts';
import type { Places } from './document.ts';

export interface YamlReading {
  /** Plain data; an empty document is an empty object. */
  readonly data: unknown;
  /** Where each value begins, by path (`claims.0.id`); a key's own place is under `path:key`. */
  readonly places: Places;
  readonly diagnostics: readonly Diagnostic[];
}

/** Aliases (`*x`) may multiply what is read at most so often. */
const MAX_ALIASES = 50;

/** Parses YAML 1.2 with positions. `firstLine` is the line of the file on which `text` begins. */
export function parseYaml(text: string, file: string, firstLine: number): YamlReading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, stringKeys: true });
  const toPoint = (offset: number): Point => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  if (document.errors.length > 0) {
    const diagnostics = document.errors.map((error) =>
      diagnose('yaml-syntax', { file, point: toPoint(error.pos[0]) }, {
        message: `This is not YAML: ${withoutPosition(error.message)}.`,
        fix: FIXES[error.code] ?? 'Check the indentation and put texts with «: » or « #» into quotation marks.',
      }),
    );
    return { data: undefined, places: {}, diagnostics };
  }
  const places: Record<string, Point> = {};
  collectPlaces(document.contents, '', places, toPoint);
  try {
    return { data: document.toJS({ maxAliasCount: MAX_ALIASES }) ?? {}, places, diagnostics: [] };
  } catch {
    const problem = diagnose('yaml-syntax', { file, point: { line: firstLine, column: 1 } }, {
      message: 'Its aliases (`*name`) multiply into too much data, or point to an anchor that does not exist.',
      fix: 'Write the repeated values out.',
    });
    return { data: undefined, places: {}, diagnostics: [problem] };
  }
}

const FIXES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Keep one of the two keys of this name.',
  TAB_AS_INDENT: 'Indent with spaces, not with tabs.',
  BAD_INDENT: 'Align it with its neighbours.',
  MISSING_CHAR: 'Close the quotation mark or bracket, or put the whole text into quotation marks.',
};

function withoutPosition(message: string): string {
  return message.replace(/ at line \d+, column \d+:?[\s\S]*$/, '').replace(/[.:]\s*$/, '');
}

function collectPlaces(node: unknown, path: string, places: Record<string, Point>, toPoint: (offset: number) => Point): void {
  const start = (node as Node | null)?.range?.[0];
  if (start !== undefined) places[path] = toPoint(start);
  if (isMap(node)) {
    for (const item of node.items) {
      if (!isPair(item) || !isScalar(item.key)) continue;
      const inner = join(path, String(item.key.value));
      const keyStart = item.key.range?.[0];
      if (keyStart !== undefined) {
        places[`${inner}:key`] = toPoint(keyStart);
        places[inner] = toPoint(keyStart);
      }
      collectPlaces(item.value, inner, places, toPoint);
    }
  } else if (isSeq(node)) {
    node.items.forEach((item, at) => collectPlaces(item, join(path, String(at)), places, toPoint));
  }
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

import { LineCounter, isMap, isPair, isScalar, isSeq, parseDocument, visit, type Document, type Node } from 'yaml';
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Point } from '../diagnostic/place.ts';
import { LIMITS } from './check-limits.ts';
import type { Places } from './places.ts';

/** What the parser says of a mistake, as far as it concerns us. */
type SyntaxProblem = Pick<Document.Parsed['errors'][number], 'code' | 'message' | 'pos'>;

export interface YamlReading {
  /** Plain data; an empty document is an empty object. */
  readonly data: unknown;
  /** Where each value begins, by path (`claims.0.id`); a key's own place is under `path:key`. */
  readonly places: Places;
  readonly diagnostics: readonly Diagnostic[];
}

/** Aliases (`*x`) may multiply what is read at most so often: nine of nine of nine are a billion. */
const MAX_ALIASES = 50;
/** Each alias is looked for among all that stands before it. */
const MAX_ALIASES_WRITTEN = 500;

/** Parses YAML 1.2 with positions. `firstLine` is the line of the file on which `text` begins. */
export function parseYaml(text: string, file: string, firstLine: number): YamlReading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, stringKeys: true });
  const toPoint = (offset: number): Point => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const deep = findTooDeep(document);
  if (deep !== undefined) {
    const problem = diagnose(
      'limit-passed',
      { file, point: toPoint(deep) },
      {
        message: `This is more than a text may hold: values stand within each other more than ${LIMITS.depth} deep.`,
        fix: 'Write it flatter.',
      },
    );
    return { data: undefined, places: {}, diagnostics: [problem] };
  }
  if (document.errors.length > 0) {
    const diagnostics = chooseErrors(document.errors).map((error) => {
      const known = EXPLANATIONS[isUnclosed(error) ? 'MISSING_CHAR' : error.code];
      return diagnose(
        'yaml-syntax',
        { file, point: toPoint(findStart(document, error)) },
        {
          message: `This is not YAML: ${known?.message ?? withoutPosition(error.message)}.`,
          fix: known?.fix ?? 'Check the indentation and put texts with «: » or « #» into quotation marks.',
        },
      );
    });
    return { data: undefined, places: {}, diagnostics };
  }
  const places: Record<string, Point> = { '': { line: firstLine, column: 1 } };
  collectPlaces(document.contents, '', places, toPoint);
  // Without a star there is none, and to look through all values costs a tenth of reading them.
  const aliases = text.includes('*') ? countAliases(document) : 0;
  if (aliases > MAX_ALIASES_WRITTEN) {
    const problem = diagnose(
      'limit-passed',
      { file, point: { line: firstLine, column: 1 } },
      {
        message: `This is more than a text may hold: ${aliases} aliases (\`*name\`), where ${MAX_ALIASES_WRITTEN} are allowed.`,
        fix: 'Write the repeated values out.',
      },
    );
    return { data: undefined, places: {}, diagnostics: [problem] };
  }
  const lost = aliases > 0 ? findLostAlias(document) : undefined;
  if (lost) {
    const problem = diagnose(
      'yaml-syntax',
      { file, point: toPoint(lost.start) },
      {
        message: `\`*${lost.name}\` repeats a value that is named \`&${lost.name}\`, and none is.`,
        fix: 'Put the text into quotation marks if it begins with a star, or write the value out.',
      },
    );
    return { data: undefined, places: {}, diagnostics: [problem] };
  }
  try {
    return { data: toBare(document.toJS({ maxAliasCount: MAX_ALIASES }) ?? {}), places, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const problem = diagnose(
      'yaml-syntax',
      { file, point: { line: firstLine, column: 1 } },
      {
        message: 'Its aliases (`*name`) multiply into too much data.',
        fix: 'Write the repeated values out.',
      },
    );
    return { data: undefined, places: {}, diagnostics: [problem] };
  }
}

/** What the parser says of its own parts, in words of an author. */
const EXPLANATIONS: Readonly<Record<string, { readonly message: string; readonly fix: string }>> = {
  DUPLICATE_KEY: { message: 'the same key stands twice', fix: 'Keep one of the two.' },
  TAB_AS_INDENT: { message: 'a line begins with a tab', fix: 'Indent with spaces.' },
  BAD_INDENT: { message: 'a line stands further in or out than its neighbours', fix: 'Align it with its neighbours.' },
  MISSING_CHAR: {
    message: 'a quotation mark or bracket is not closed',
    fix: 'Close it, or put the whole text into quotation marks.',
  },
  BLOCK_IN_FLOW: {
    message: 'a text with «: » in it stands without quotation marks',
    fix: 'Put the text into quotation marks.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a text with «: » in it stands without quotation marks, or the next line too far in',
    fix: 'Put the text into quotation marks, or align the line with its neighbours.',
  },
};

/** One mistake makes the parser stumble several times: the others are read again when it is mended. */
function chooseErrors(errors: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  const doubles = errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  if (doubles.length === errors.length) return doubles;
  const unclosed = errors.find(({ code }) => code === 'MISSING_CHAR') ?? errors.find(isUnclosed);
  return [unclosed ?? errors.find(({ code }) => code !== 'DUPLICATE_KEY')].filter((error) => error !== undefined);
}

/** A bracket without its other half is told as one that is not indented far enough. */
function isUnclosed({ code, message }: SyntaxProblem): boolean {
  return code === 'MISSING_CHAR' || message.includes('must be sufficiently indented and end with');
}

/** Where the author must look: what is not closed is reported at its end, and begins before it. */
function findStart(document: Document.Parsed, error: SyntaxProblem): number {
  const [at] = error.pos;
  let start = at;
  if (!isUnclosed(error)) return at;
  visit(document, {
    Node(_key, node) {
      const isOpened = isScalar(node)
        ? node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'
        : (isMap(node) || isSeq(node)) && node.flow === true;
      if (isOpened && node.range && node.range[0] < at && at <= node.range[2]) start = node.range[0];
    },
  });
  return start;
}

/** Offset of the first value that lies too deep: looked for without recursion, which is what so deep a text would exhaust. */
function findTooDeep({ contents, errors }: Document.Parsed): number | undefined {
  const exhausted = errors.find(({ message }) => message.includes('call stack'));
  if (exhausted) return exhausted.pos[0];
  let level: readonly unknown[] = [contents];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > LIMITS.depth) return (level[0] as Node).range?.[0] ?? 0;
    level = level
      .flatMap((node): readonly unknown[] =>
        isMap(node)
          ? node.items.map(({ value }) => value)
          : isSeq(node)
            ? node.items
            : isPair(node)
              ? [node.value]
              : [],
      )
      .filter((node) => node !== null);
  }
  return undefined;
}

function countAliases(document: Document.Parsed): number {
  let count = 0;
  visit(document, {
    Alias() {
      count += 1;
    },
  });
  return count;
}

function findLostAlias(document: Document.Parsed): { readonly name: string; readonly start: number } | undefined {
  let lost: { name: string; start: number } | undefined;
  visit(document, {
    Alias(_key, node) {
      if (node.resolve(document) !== undefined) return;
      lost = { name: node.source, start: node.range?.[0] ?? 0 };
      return visit.BREAK;
    },
  });
  return lost;
}

/** Maps without a prototype, so that a key that is not there is not found either: `constructor` is a name like any other. */
function toBare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toBare);
  if (value === null || typeof value !== 'object') return value;
  const bare = Object.create(null) as Record<string, unknown>;
  for (const [key, inner] of Object.entries(value)) bare[key] = toBare(inner);
  return bare;
}

function withoutPosition(message: string): string {
  return message.replace(/ at line \d+, column \d+:?[\s\S]*$/, '').replace(/[.:]\s*$/, '');
}

function collectPlaces(
  node: unknown,
  path: string,
  places: Record<string, Point>,
  toPoint: (offset: number) => Point,
): void {
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

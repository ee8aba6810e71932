import { parseArgs } from 'node:util';
import type { DiagnosticFormat } from '../diagnostic/print-diagnostics.ts';
import { HOSTS, type Host } from '../check/host-limits.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../export/write-export.ts';
import { findNearest } from '../diagnostic/find-nearest.ts';

interface OptionShape {
  readonly type: 'string' | 'boolean';
  readonly value?: string;
  readonly help: string;
}

const OPTIONS = {
  content: { type: 'string', value: 'DIR', help: 'the content folder (default: content)' },
  out: { type: 'string', value: 'DIR', help: 'where the finished site goes (default: dist)' },
  base: { type: 'string', value: '/PATH/', help: 'path under which the site will stand (default: /)' },
  url: { type: 'string', value: 'URL', help: 'address of the site, instead of the one in site.yaml' },
  format: { type: 'string', value: 'FORMAT', help: 'text, json or github (default: text)' },
  port: { type: 'string', value: 'NUMBER', help: 'port to serve on (default: 4321, or the next free one)' },
  host: { type: 'string', value: 'HOST', help: 'address to serve on (default: 127.0.0.1)' },
  fix: { type: 'boolean', help: 'write the corrections that can only mean one thing' },
  portable: {
    type: 'string',
    value: '[FILE]',
    help: 'also write one ZIP that opens from a disk (default: beside the site, as <out>.zip)',
  },
  frozen: { type: 'boolean', help: 'fail if the passage locks would change (default in CI)' },
} as const satisfies Record<string, OptionShape>;

type OptionName = keyof typeof OPTIONS;

interface CommandShape {
  readonly help: string;
  /** Words that must follow the command. */
  readonly names?: readonly string[];
  readonly options: readonly OptionName[];
  /** Options that mean something of their own here. */
  readonly meanings?: Partial<Readonly<Record<OptionName, Pick<OptionShape, 'value' | 'help'>>>>;
}

/** Every command: what it does and which options it takes. */
export const COMMANDS = {
  start: { help: 'build the site and serve it', options: ['content', 'out', 'base', 'url', 'port', 'host', 'frozen'] },
  build: {
    help: 'prove the content and write the site',
    options: ['content', 'out', 'base', 'url', 'format', 'portable', 'frozen'],
  },
  check: {
    help: 'prove the content and report every problem',
    options: ['content', 'out', 'format', 'frozen', 'fix', 'host'],
    meanings: {
      out: { value: 'DIR', help: 'with --host: the finished site (default: dist)' },
      host: { value: 'NAME', help: `only say whether ${HOSTS.join(', ')} would take the finished site` },
    },
  },
  coverage: { help: 'say how much of the content rests on evidence', options: ['content', 'format', 'frozen'] },
  export: {
    help: 'write all that is claimed, with its evidence, for other programs',
    options: ['content', 'base', 'url', 'format', 'frozen'],
    meanings: { format: { value: 'FORMAT', help: `${EXPORT_FORMATS.join(', ')} (default: jsonld)` } },
  },
  rename: { help: 'rename an entity or article everywhere', names: ['ID', 'NEW-ID'], options: ['content'] },
  dev: { help: 'serve the site while it is written', options: ['content', 'base', 'port', 'host'] },
  preview: { help: 'serve what was built', options: ['out', 'base', 'port', 'host'] },
} as const satisfies Record<string, CommandShape>;

export type CommandName = keyof typeof COMMANDS;

/** Options with their defaults filled in; paths as typed. */
export interface CommandOptions {
  readonly content: string;
  readonly out: string;
  readonly base: string;
  readonly url: string | undefined;
  readonly format: DiagnosticFormat;
  /** Of `export`. */
  readonly exportFormat: ExportFormat;
  readonly port: number | undefined;
  readonly host: string;
  /** Of `check`: the host whose limits are asked for. */
  readonly target: Host | undefined;
  /** The ZIP to write beside the site; empty for the place that follows from `out`. */
  readonly portable: string | undefined;
  readonly frozen: boolean;
  readonly fix: boolean;
  /** Words that are no options, such as the two ids of `rename`. */
  readonly names: readonly string[];
}

export type Arguments =
  | { readonly status: 'command'; readonly command: CommandName; readonly options: CommandOptions }
  | { readonly status: 'help'; readonly text: string }
  | { readonly status: 'version' }
  | { readonly status: 'refused'; readonly message: string };

/** Reads what was typed after `sanad`. `isCi` decides whether locks are frozen when nothing says so. */
export function parseArguments(words: readonly string[], isCi: boolean): Arguments {
  const [name, ...rest] = words;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h')
    return { status: 'help', text: printHelp() };
  if (name === '--version' || name === '-v') return { status: 'version' };
  if (!isCommand(name)) return refuse(`There is no command \`${name}\`.`, name, Object.keys(COMMANDS), '');
  const shape: CommandShape = COMMANDS[name];
  const allowed = shape.options;
  if (rest.includes('--help') || rest.includes('-h')) return { status: 'help', text: printCommandHelp(name) };
  let values: Partial<Record<OptionName, string | boolean>>;
  let names: readonly string[];
  try {
    const parsed = parseArgs({
      args: rest.map(completePortable),
      options: Object.fromEntries(allowed.map((option) => [option, { type: OPTIONS[option].type }])),
      allowPositionals: true,
      strict: true,
    });
    values = parsed.values;
    names = parsed.positionals;
  } catch (error) {
    const unknown = rest
      .filter((word) => /^--?[^-]/.test(word))
      .map((word) => word.replace(/=.*/, ''))
      .find((word) => !allowed.some((option) => word === `--${option}`));
    if (unknown !== undefined)
      return refuse(`\`sanad ${name}\` does not take ${unknown}.`, unknown.replace(/^-+/, ''), allowed, '--');
    return { status: 'refused', message: error instanceof Error ? error.message : String(error) };
  }
  if (names.length !== (shape.names?.length ?? 0)) {
    const usage = ['sanad', name, ...(shape.names ?? [])].join(' ');
    return { status: 'refused', message: `Expected \`${usage}\`, found \`${['sanad', name, ...names].join(' ')}\`.` };
  }
  return toCommand(name, values, names, isCi);
}

function toCommand(
  command: CommandName,
  values: Partial<Record<OptionName, string | boolean>>,
  names: readonly string[],
  isCi: boolean,
): Arguments {
  const text = (option: OptionName, otherwise: string): string => {
    const value = values[option];
    return typeof value === 'string' ? value : otherwise;
  };
  const wantedExport = command === 'export' ? text('format', 'jsonld') : 'jsonld';
  const exportFormat = EXPORT_FORMATS.find((one) => one === wantedExport);
  if (exportFormat === undefined)
    return refuse(`There is no format \`${wantedExport}\` to export.`, wantedExport, EXPORT_FORMATS, '');
  const format = command === 'export' ? 'text' : text('format', 'text');
  if (format !== 'text' && format !== 'json' && format !== 'github') {
    return { status: 'refused', message: `--format takes text, json or github, found \`${format}\`.` };
  }
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(/^\d+$/.test(text('port', '')) && port < 65_536)) {
    return { status: 'refused', message: `--port takes a number from 0 to 65535, found \`${text('port', '')}\`.` };
  }
  const url = values.url === undefined ? undefined : text('url', '');
  if (url !== undefined && !/^https?:\/\/[^/]/.test(url)) {
    return { status: 'refused', message: `--url takes an address that begins with https://, found \`${url}\`.` };
  }
  const wanted = command === 'check' ? values.host : undefined;
  const target = HOSTS.find((host) => host === wanted);
  if (wanted !== undefined && target === undefined)
    return refuse(`There is no host \`${String(wanted)}\`.`, String(wanted), HOSTS, '');
  if (command === 'check' && target === undefined && values.out !== undefined)
    return refuse('`sanad check` does not take --out without --host.', 'host', HOSTS, '--host ');
  return {
    status: 'command',
    command,
    options: {
      content: text('content', 'content'),
      out: text('out', 'dist'),
      base: toBase(text('base', '/')),
      url,
      format,
      exportFormat,
      port,
      host: text('host', '127.0.0.1'),
      target,
      portable: values.portable === undefined ? undefined : text('portable', ''),
      frozen: values.frozen === true || isCi,
      fix: values.fix === true,
      names,
    },
  };
}

/** The one option whose value may be left out. */
function completePortable(word: string, at: number, words: readonly string[]): string {
  const next = words[at + 1];
  return word === '--portable' && (next === undefined || next.startsWith('-')) ? '--portable=' : word;
}

/** A base path begins and ends with one slash. It may be typed as it reads or as addresses write it. */
function toBase(text: string): string {
  const inner = decodePath(text).replaceAll(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

function decodePath(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text.replaceAll('%', '%25'); // A per cent sign that is one.
  }
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

function refuse(message: string, wanted: string, known: readonly string[], before: string): Arguments {
  const nearest = findNearest(wanted, known);
  const hint =
    nearest === undefined
      ? `Known: ${known.map((one) => before + one).join(', ')}.`
      : `Did you mean \`${before}${nearest}\`?`;
  return { status: 'refused', message: `${message} ${hint}` };
}

function printHelp(): string {
  const rows = Object.entries(COMMANDS).map(([name, { help }]) => `  ${name.padEnd(9)} ${help}`);
  return `Usage: sanad <command> [options]\n\n${rows.join('\n')}\n\n\`sanad <command> --help\` lists the options of a command.\n`;
}

function printCommandHelp(name: CommandName): string {
  const { help, options, names = [], meanings = {} }: CommandShape = COMMANDS[name];
  const rows = options.map((option) => {
    const shape: Pick<OptionShape, 'value' | 'help'> = meanings[option] ?? OPTIONS[option];
    return `  ${`--${option}${shape.value === undefined ? '' : ` ${shape.value}`}`.padEnd(18)} ${shape.help}`;
  });
  return `sanad ${[name, ...names].join(' ')}: ${help}\n\n${rows.join('\n')}\n`;
}

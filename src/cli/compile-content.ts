import { setFlagsFromString } from 'node:v8';
import { compileIfChanged, type Unchanged } from '../compiler/compile-if-changed.ts';
import { compile, type Compilation, type CompileOptions, type Stage } from '../compiler/compile.ts';
import { hasErrors, sortDiagnostics, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { printDiagnostics, summarise, type DiagnosticFormat } from '../diagnostic/print-diagnostics.ts';
import { checkPictures } from '../site/read-pictures.ts';
import type { Progress } from './progress.ts';
import type { Project } from './project.ts';

/**
 * From so many documents on memory counts more than time: a third of a gigabyte is held of them while they are proved. It costs
 * some processor time, and would cost more in all threads afterwards.
 */
const MANY_DOCUMENTS = 20_000;

/** What follows when everything was read. */
const STAGES: readonly Stage[] = ['prove', 'render', 'write'];

/** Compiles, and looks at the pictures, with its progress on stderr. */
export function compileContent(project: Project, locks: 'write' | 'frozen', progress: Progress): Promise<Compilation> {
  return withProgress(async (options) => withPictures(await compile(options), options), project, locks, progress);
}

/** The same, or at once what is known when no file of the content was touched since the last time. */
export function compileChangedContent(
  project: Project,
  locks: 'write' | 'frozen',
  progress: Progress,
): Promise<Compilation | Unchanged> {
  return withProgress(
    async (options) => withPictures(await compileIfChanged(options), options),
    project,
    locks,
    progress,
  );
}

async function withProgress<Result extends { readonly status: string; readonly diagnostics: readonly Diagnostic[] }>(
  run: (options: CompileOptions) => Promise<Result>,
  { contentFolder, cacheFolder }: Project,
  locks: 'write' | 'frozen',
  progress: Progress,
): Promise<Result> {
  progress.begin('read');
  progress.show('compile', 0, STAGES.length);
  let isTidy = false;
  let files: number | undefined;
  const compilation = await run({
    contentFolder,
    cacheFolder,
    locks,
    onProgress: (stage, done, total) => {
      if (!isTidy && total >= MANY_DOCUMENTS) tidyMemory('often');
      isTidy ||= total >= MANY_DOCUMENTS;
      if (stage === 'read') {
        files = total;
        progress.show('read', done, total);
        return;
      }
      if (files !== undefined) {
        progress.finish('read', `${files} files`);
        progress.begin('compile');
        files = undefined;
      }
      progress.show(
        'compile',
        Math.round((STAGES.indexOf(stage) + (total === 0 ? 1 : done / total)) * 100),
        STAGES.length * 100,
      );
    },
  });
  tidyMemory('as usual');
  const edited = compilation.status === 'patched' ? '; only what was edited' : '';
  progress.finish('compile', summarise(compilation.diagnostics) + edited);
  return compilation;
}

/** Often: before it has grown by a third; as usual: when it has doubled or more, as the engine thinks best. */
function tidyMemory(when: 'often' | 'as usual'): void {
  setFlagsFromString(`--heap-growing-percent=${when === 'often' ? 30 : 0}`);
}

type Refused = Extract<Compilation, { readonly status: 'refused' }>;

/** The same, or refused if a picture is none or not a safe one. */
async function withPictures<
  Result extends { readonly diagnostics: readonly Diagnostic[]; readonly pictures?: readonly string[] },
>(result: Result, { contentFolder }: CompileOptions): Promise<Result | Refused> {
  // A folder that could not be read was told already.
  if (result.diagnostics.some(({ code }) => code === 'file-unreadable')) return result;
  const pictures = await checkPictures(contentFolder, result.pictures);
  const diagnostics = sortDiagnostics([...result.diagnostics, ...pictures]);
  return hasErrors(pictures) ? { status: 'refused', diagnostics, drift: [] } : { ...result, diagnostics };
}

/** Prints what an author should know: in full when it was asked for or stops the build, else only what is wrong or doubtful. */
export function report(
  { diagnostics }: { readonly diagnostics: readonly Diagnostic[] },
  { shownFolder }: Project,
  format: DiagnosticFormat,
  detail: 'all' | 'problems',
): void {
  const shown = detail === 'all' ? diagnostics : diagnostics.filter(({ severity }) => severity !== 'note');
  if (detail === 'problems' && shown.length === 0 && format === 'text') return;
  process.stdout.write(printDiagnostics(shown, format, { folder: shownFolder }));
}

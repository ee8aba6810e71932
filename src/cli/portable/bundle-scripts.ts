import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** The part of Vite that is used. Its own types belong to a package that is Astro's, not ours. */
interface Bundler {
  readonly build: (settings: object) => Promise<unknown>;
}

interface Bundle {
  readonly output: readonly { readonly type: string; readonly code?: string }[];
}

/** Vite's list of files that a chunk wants fetched ahead: in one script there is nothing to fetch. */
const FETCHED_AHEAD = /__vite__mapDeps\(\[[\d,\s]*\]\)/g;

/** Makes one classic script of a module and all that it imports, each of them rewritten. `file` is an absolute path. */
export async function bundleScript(file: string, rewrite: (code: string) => string): Promise<string> {
  const { build } = await loadBundler();
  const result = (await build({
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'sanad-portable',
        transform: (code: string) => ({ code: rewrite(code.replace(FETCHED_AHEAD, '[]')), map: null }),
      },
    ],
    build: {
      write: false,
      modulePreload: false,
      target: 'es2024',
      rolldownOptions: { input: file, output: { format: 'iife', codeSplitting: false, entryFileNames: 'script.js' } },
    },
  })) as Bundle | readonly Bundle[];
  const [first] = [result].flat() as readonly Bundle[];
  const code = first?.output.find(({ type }) => type === 'chunk')?.code;
  if (code === undefined) throw new Error(`This is a bug in Sanad: no script came of ${file}.`);
  return code;
}

/** The bundler that draws the site: asked for as Astro asks for it, wherever the installer put it. */
async function loadBundler(): Promise<Bundler> {
  const astro = createRequire(import.meta.url).resolve('astro/package.json');
  return (await import(pathToFileURL(createRequire(astro).resolve('vite')).href)) as Bundler;
}

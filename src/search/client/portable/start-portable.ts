import { openPortableEngine } from './portable-engine.ts';
import { ROOT_MARK } from './root-mark.ts';

/**
 * Makes the site's scripts run on a site that is opened from a disk, where browsers let a page load neither modules nor data,
 * but classic scripts. Every data file has a twin: a script of the same name and `.js`, which hands over its text.
 */
function startPortable(): void {
  const self = document.currentScript;
  if (!(self instanceof HTMLScriptElement)) return;
  const root = new URL('.', self.src).href;
  const readText = (address: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const script: DataScript = document.createElement('script');
      const { origin, protocol, pathname } = new URL(address, document.baseURI);
      script.src = `${protocol === 'file:' ? 'file://' : origin}${pathname}.js`;
      script.addEventListener('load', () => {
        script.remove();
        if (script.sanadText === undefined) reject(new TypeError(`${address} holds nothing.`));
        else resolve(script.sanadText.replaceAll(ROOT_MARK, root));
      });
      script.addEventListener('error', () => {
        script.remove();
        reject(new TypeError(`${address} could not be read.`));
      });
      document.head.append(script);
    });
  globalThis.sanadRoot = root;
  globalThis.fetch = async (address) =>
    new Response(await readText(address instanceof Request ? address.url : String(address)));
  globalThis.sanadEngine = (folder) => openPortableEngine(folder, readText);
}

/** The script of a data file sets its text on its own element: no name is shared with anything else. */
interface DataScript extends HTMLScriptElement {
  sanadText?: string;
}

declare global {
  /** Address of the folder that a portable site lies in: what scripts fetch by address lies below it. */
  var sanadRoot: string | undefined;
}

startPortable();

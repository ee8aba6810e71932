/** As far as it is used here: not every browser has it, nor does TypeScript. */
interface TrustedTypes {
  readonly defaultPolicy: object | null;
  createPolicy(name: string, rules: { readonly createScriptURL: (url: string) => string | null }): unknown;
}

/**
 * Under Trusted Types no text becomes code. The search engine starts its worker from an address that it puts together
 * itself, so the page's one policy lets exactly that address pass; nothing ever passes as HTML or as a script.
 */
export function trustWorker(folder: string): void {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  // The dialog and the search page share it.
  if (trustedTypes?.defaultPolicy !== null) return;
  const worker = new URL(`${folder}pagefind-worker.js`, location.href).href;
  try {
    trustedTypes.createPolicy('default', {
      createScriptURL: (url) => (new URL(url, location.href).href === worker ? url : null),
    });
  } catch {
    // A host may allow no policy at all: then the engine works without its worker.
  }
}

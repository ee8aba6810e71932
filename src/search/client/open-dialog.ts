/** Milliseconds after which the search page itself is better than waiting for its box. */
const PATIENCE = 3000;

/**
 * Opens the search box on `/`, on Ctrl or ⌘ with K, and on the links to the search page. The box stands in that page: it is
 * fetched with its styles and its script when it is first asked for, and what is typed meanwhile is not lost.
 */
function startOpening(openers: readonly HTMLAnchorElement[]): void {
  const [first] = openers;
  if (!first) return;
  let box: Promise<(typed: string) => void> | undefined;
  let isOpening = false;

  const open = async (): Promise<void> => {
    if (isOpening) return;
    isOpening = true;
    const typing = catchTyping();
    try {
      const show = await Promise.race([(box ??= loadBox(first.href)), giveUp()]);
      show(typing.stop());
    } catch {
      // Offline: the link leads to a page that says what can be done.
      typing.stop();
      box = undefined;
      location.assign(first.href);
    }
    isOpening = false;
  };

  document.addEventListener('keydown', (event) => {
    const isShortcut =
      (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event.target)) ||
      (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey);
    if (!isShortcut || event.isComposing) return;
    event.preventDefault();
    void open();
  });
  for (const opener of openers) {
    opener.addEventListener('click', (event) => {
      // The link is a link still: a new tab gets the search page.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void open();
    });
  }
}

/** The box of this page, or that of the search page put into this one. */
async function loadBox(address: string): Promise<(typed: string) => void> {
  const [dialog, { startSearchDialog }] = await Promise.all([
    document.querySelector<HTMLDialogElement>('[data-search-dialog]') ?? fetchBox(address),
    import('./search-dialog.ts'),
  ]);
  return startSearchDialog(dialog);
}

async function fetchBox(address: string): Promise<HTMLDialogElement> {
  const page = await fetchPage(address);
  const dialog = page.querySelector<HTMLDialogElement>('[data-search-dialog]');
  if (!dialog) throw new Error(`${address} has no search box.`);
  const here = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(({ href }) => href);
  const missing = [...page.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].filter(
    ({ href }) => !here.includes(href),
  );
  await Promise.all(missing.map(addStyles));
  return document.body.appendChild(document.adoptNode(dialog));
}

/** As a document, whose scripts do not run: no text of it is ever made into elements here. */
function fetchPage(address: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.onload = () => {
      if (request.status < 400 && request.responseXML) resolve(request.responseXML);
      else reject(new Error(`${String(request.status)} for ${address}`));
    };
    request.onerror = () => {
      reject(new Error(`${address} could not be had.`));
    };
    request.send();
  });
}

function addStyles({ href }: HTMLLinkElement): Promise<void> {
  return new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    // Without its styles the box is plain, but it works.
    link.onload = link.onerror = () => {
      resolve();
    };
    document.head.append(link);
  });
}

/** Takes what is typed for a box that is not there yet; a line break at its end stands for Enter. */
function catchTyping(): { readonly stop: () => string } {
  const before = document.activeElement;
  const input = document.createElement('input');
  // Unseen, but as large as any box: in a tiny one the caret stays before what is typed.
  Object.assign(input.style, { position: 'fixed', insetBlockStart: '0', opacity: '0' });
  let end = '';
  input.addEventListener('keydown', ({ key, isComposing }) => {
    if (key === 'Enter' && !isComposing) end = '\n';
  });
  document.body.append(input);
  input.focus({ preventScroll: true });
  return {
    stop: () => {
      input.remove();
      // What the box gives the focus back to when it is closed.
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      return input.value + end;
    },
  };
}

function giveUp(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => {
      reject(new Error('The search box is late.'));
    }, PATIENCE);
  });
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

startOpening([...document.querySelectorAll<HTMLAnchorElement>('a[data-search-open]')]);

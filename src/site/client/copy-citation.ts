/** Puts a button beside each text that can be copied, when its disclosure is first opened. */
function startCopying(article: HTMLElement): void {
  const { copy = '', copied = '' } = article.dataset;
  const addButtons = (details: HTMLElement): void => {
    for (const text of details.querySelectorAll<HTMLElement>('[data-copy]')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'copy';
      button.append(copy);
      const status = document.createElement('span');
      status.setAttribute('role', 'status');
      button.addEventListener('click', () => {
        navigator.clipboard.writeText(text.textContent.trim()).then(
          () => status.replaceChildren(copied),
          // Where nothing may be copied the text can still be selected.
          () => getSelection()?.selectAllChildren(text),
        );
      });
      text.after(button, ' ', status);
    }
  };
  const seen = new Set<EventTarget>();
  article.addEventListener(
    'toggle',
    ({ target }) => {
      if (!(target instanceof HTMLElement) || !target.matches('.row-cite') || seen.has(target)) return;
      seen.add(target);
      addButtons(target);
    },
    true,
  );
}

// Only a page that came safely may write to the clipboard.
if (isSecureContext) document.querySelectorAll<HTMLElement>('[data-copied]').forEach(startCopying);

/** While a note is pointed at or focused, the words of the article that it rests on are shown. The link itself needs no script. */
function startShowingWords(article: HTMLElement): void {
  const piecesOf = (link: Element): readonly Element[] => {
    const fragment = new URL(link.getAttribute('data-words') ?? link.getAttribute('href') ?? '', location.href).hash;
    const first = document.getElementById(decodeURIComponent(fragment.slice(1)));
    const range = first?.dataset['first']?.split(' ')[0];
    const passage = first?.closest('.passage');
    if (!first || range === undefined || !passage) return first ? [first] : [];
    return [...passage.querySelectorAll(`[data-range~="${range}"]`)];
  };
  const show = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest('.note-claims > li')?.querySelector('a') : undefined;
    clear();
    if (link) piecesOf(link).forEach((piece) => piece.classList.add('is-pointed-at'));
  };
  const clear = (): void => {
    article.querySelectorAll('.is-pointed-at').forEach((piece) => piece.classList.remove('is-pointed-at'));
  };
  article.addEventListener('pointerover', show);
  article.addEventListener('focusin', show);
  article.addEventListener('focusout', clear);
}

document.querySelectorAll<HTMLElement>('.article').forEach(startShowingWords);

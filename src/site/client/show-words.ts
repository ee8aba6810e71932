/** While a note is pointed at or focused, the words of the article that it rests on are shown. The link itself needs no script. */
function startShowingWords(article: HTMLElement): void {
  const findPieces = (link: HTMLAnchorElement): readonly Element[] => {
    const first = document.getElementById(decodeURIComponent(new URL(link.href).hash.slice(1)));
    const range = first?.dataset.range;
    if (!first || range === undefined) return first ? [first] : [];
    return [...article.querySelectorAll(`[data-range="${range}"]`)];
  };
  const clear = (): void => {
    for (const piece of article.querySelectorAll('.is-pointed-at')) piece.classList.remove('is-pointed-at');
  };
  const show = ({ target }: Event): void => {
    const note = target instanceof Element ? target.closest('.note-claims > li') : null;
    const link = note?.querySelector<HTMLAnchorElement>('.to-words');
    clear();
    if (link) for (const piece of findPieces(link)) piece.classList.add('is-pointed-at');
  };
  article.addEventListener('pointerover', show);
  article.addEventListener('focusin', show);
  article.addEventListener('focusout', clear);
}

document.querySelectorAll<HTMLElement>('.article').forEach(startShowingWords);

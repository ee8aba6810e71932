/** Lets a reader keep the light or the dark theme against the system's. The choice is applied by `public/before-paint.js`. */
function startThemeSwitch(): void {
  const root = document.documentElement;
  const label = document.querySelector<HTMLElement>('[data-theme-switch]');
  const select = label?.querySelector('select');
  if (!label || !select) return;
  try {
    localStorage.getItem('theme');
  } catch {
    // Where nothing can be kept there is nothing to choose.
    return;
  }
  select.value = root.dataset.theme ?? 'system';
  select.addEventListener('change', () => {
    if (select.value === 'system') {
      localStorage.removeItem('theme');
      delete root.dataset.theme;
    } else {
      localStorage.setItem('theme', select.value);
      root.dataset.theme = select.value;
    }
  });
  label.hidden = false;
}

startThemeSwitch();

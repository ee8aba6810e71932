// Runs before the first paint, so that a chosen theme never follows the other one by a blink.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be closed to the page: then the system's theme holds.
}

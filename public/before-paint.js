// Runs before the first paint: what it sets never follows another look by a blink.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be closed to the page: then the system's theme holds.
}
// A search that comes with its question keeps room for its answers.
if (/[?&]q=[^&]/.test(document.location.search)) document.documentElement.dataset.asked = '';

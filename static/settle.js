// One key settles a split: each button and link of the form has its letter. Keys work while the focus is in the form.
const form = document.querySelector('[data-keys]');
form?.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const named = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (named === null) return;
  event.preventDefault();
  named.click();
});
form?.querySelector('button')?.focus();

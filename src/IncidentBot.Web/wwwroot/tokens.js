// A token that was just made can be copied; the form that made it is ready for the next one.
export function tokens() {
  document.addEventListener('click', event => copy(event.target.closest('[data-copy]')));
  document.addEventListener('htmx:after:request', event => anew(event.detail.ctx));
}

async function copy(button) {
  if (!button) return;
  const token = button.parentElement.querySelector('code');
  try {
    await navigator.clipboard.writeText(token.textContent);
    button.textContent = 'Copied';
  } catch {
    // The browser gives no clipboard here: what is selected can be copied by hand.
    getSelection().selectAllChildren(token);
    button.textContent = 'Selected';
  }
}

function anew(ctx) {
  const form = ctx?.sourceElement?.closest?.('form[data-anew]');
  if (form && ctx.response?.headers.get('Outcome') === 'done') form.reset();
}

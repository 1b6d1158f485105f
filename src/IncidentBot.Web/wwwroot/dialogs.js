// Forms that open over the page, notices that can be sent away, and selects that go back when they were refused.
import { store, me } from './store.js';
import { sentence } from './post.js';
import { isOver, over, wayIn } from './door.js';

const drafts = line => `form:${me}:${line}`;

export function dialogs() {
  document.addEventListener('htmx:after:swap', () => { open(); settle(); });
  document.addEventListener('click', clicked);
  document.addEventListener('input', event => keep(event.target.closest('dialog.modal')));
  document.addEventListener('keydown', onlyOnPurpose);
  document.addEventListener('htmx:error', event => unreachable(event.detail.ctx?.sourceElement));
  document.addEventListener('htmx:after:request', event => answered(event.detail.ctx));
  document.addEventListener('htmx:finally:request', event => { if (event.target.matches?.('select')) reset(event.target); });
}

function open() {
  const dialog = document.querySelector('#modal dialog:not([open])');
  if (!dialog) return;
  const back = document.activeElement;
  const typed = store.read(drafts(dialog.dataset.line), {});
  for (const field of dialog.querySelectorAll('[name*=":"]')) if (typed[field.name] !== undefined) field.value = typed[field.name];
  dialog.showModal();
  dialog.addEventListener('close', () => { dialog.remove(); back?.isConnected && back.focus(); }, { once: true });
}

// What is typed into a form outlives a reload, until the line is accepted or the form is left on purpose.
function keep(dialog) {
  if (!dialog) return;
  const typed = Object.fromEntries([...dialog.querySelectorAll('[name*=":"]')].map(field => [field.name, field.value]));
  store.write(drafts(dialog.dataset.line), typed);
}

function answered(ctx) {
  const dialog = ctx?.sourceElement?.closest?.('dialog.modal');
  const outcome = ctx?.response?.headers.get('Outcome');
  if (ctx?.response?.status >= 400) {
    if (isOver(ctx.response.status)) { if (dialog) fault(dialog, `${over()} What you typed is kept.`).append(' ', wayIn()); return; }
    const because = sentence(ctx.text) ?? 'The server could not take this just now. Try again in a moment.';
    if (ctx.response.status === 400) document.dispatchEvent(new Event('token-refused'));
    return dialog ? fault(dialog, `${because} What you typed is kept.`) : notice(because, place(ctx.sourceElement));
  }
  if (dialog && (outcome === 'done' || outcome === 'answer')) store.drop(drafts(dialog.dataset.line));
}

function unreachable(element) {
  const dialog = element?.closest?.('dialog.modal');
  if (dialog) fault(dialog, 'The server cannot be reached. What you typed is kept; try again when the page is live.');
  else if (element?.matches?.('button, select, form')) notice('The server cannot be reached, so nothing was done. Try again when the page is live.', place(element));
}

// What is wrong with an editor's words is said at the editor.
function place(element) {
  return element?.closest?.('form[data-part]')?.querySelector('.fault-place') ?? document.getElementById('notice');
}

function fault(dialog, words) {
  const note = Object.assign(document.createElement('p'), { className: 'notice refused', textContent: words });
  dialog.querySelector('#form-fault').replaceChildren(note);
  return note;
}

export function notice(words, place = document.getElementById('notice')) {
  const note = Object.assign(document.createElement('div'), { className: 'notice refused' });
  note.setAttribute('role', 'alert');
  note.append(Object.assign(document.createElement('p'), { textContent: words }));
  place?.replaceChildren(note);
}

function clicked(event) {
  const dialog = event.target.closest('dialog');
  if (event.target.closest('[data-close]')) { store.drop(drafts(dialog.dataset.line)); dialog.close(); }
  else if (event.target.closest('[data-dismiss]')) event.target.closest('.notice, .aside').remove();
}

// The card shows what holds, not what was picked: a redrawn select says the server's word.
function settle() {
  for (const select of document.querySelectorAll('.controls select')) if (select !== document.activeElement) reset(select);
}

function reset(select) {
  const holds = [...select.options].find(option => option.hasAttribute('selected'));
  if (holds) select.value = holds.value;
}

// Arrow keys on a closed select would change a severity at every press; they open it instead.
function onlyOnPurpose(event) {
  if (!event.target.matches?.('.controls select') || event.altKey || event.ctrlKey || event.metaKey) return;
  if (!['ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'].includes(event.key) && event.key.length !== 1) return;
  event.preventDefault();
  event.target.showPicker?.();
}

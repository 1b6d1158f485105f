// Writing a review: a draft is kept at every keystroke, together with the version that it goes over, until the server has it.
import { store, mint, me } from './store.js';

let asked = null;
const page = () => document.querySelector('[data-review]');
const name = part => `review:${me}:${page().dataset.incident}:${part}`;

export function reviews() {
  document.addEventListener('click', clicked);
  if (!page()) return;
  document.addEventListener('htmx:after:swap', begin);
  document.addEventListener('input', event => keep(event.target.closest('form[data-part]')));
  document.addEventListener('htmx:after:request', event => answered(event.detail.ctx));
  // What was being written when the page was left is open again, with every word.
  for (const { dataset: { edit } } of document.querySelectorAll('[data-edit]')) if (store.read(name(edit), null)) open(edit);
}

// Not by a press of the button: htmx may not know it yet.
function open(part) {
  const editor = document.getElementById(`editor-${part}`);
  htmx.ajax('GET', `/incidents/${page().dataset.incident}/review/parts/${part}`, { source: editor, target: editor, swap: 'innerHTML' });
}

function begin() {
  for (const form of document.querySelectorAll('form[data-part]')) {
    const draft = store.read(name(form.dataset.part), null);
    if (form.dataset.begun) { if (draft && draft.over !== form.over.value) keep(form); continue; }
    form.dataset.begun = '1';
    if (draft) restore(form, draft);
    if (asked === form.dataset.part) form.text.focus();
  }
}

function restore(form, draft) {
  form.text.value = draft.text;
  form.over.value = draft.over;
  htmx.trigger(form.text, 'input');
}

function keep(form) {
  if (!form) return;
  // Other words are another deed: a repetition of these ones is harmless.
  form.key.value = mint();
  store.write(name(form.dataset.part), { text: form.text.value, over: form.over.value });
}

function answered(ctx) {
  const form = ctx?.sourceElement;
  if (form?.matches?.('form[data-part]') && ctx.response?.headers.get('Outcome') === 'done') leave(form);
}

function leave(form) {
  const part = form.dataset.part;
  store.drop(name(part));
  form.remove();
  document.getElementById(`edit-${part}`)?.focus();
}

function clicked(event) {
  const form = event.target.closest('form[data-part]');
  asked = event.target.closest('[data-edit]')?.dataset.edit ?? asked;
  if (event.target.closest('[data-print]')) print();
  else if (event.target.closest('[data-stop-editing]')) leave(form);
  else if (event.target.closest('[data-add-theirs]')) addTheirs(form);
}

function addTheirs(form) {
  const theirs = form.querySelector('.theirs textarea').value;
  form.text.value = [form.text.value.trimEnd(), theirs].filter(Boolean).join('\n\n');
  form.text.dispatchEvent(new Event('input', { bubbles: true }));
  form.text.focus();
}

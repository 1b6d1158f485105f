// Where one types. A draft is kept at every keystroke, and given away only to the outbox.
import { store, me } from './store.js';
import { Outbox } from './outbox.js';
import { completion } from './slash.js';
import { files } from './files.js';

const alive = new Map();

export function composers() {
  begin();
  document.addEventListener('htmx:after:swap', begin);
  document.addEventListener('click', event => fill(event.target.closest('[data-fill]')?.dataset.fill));
  document.addEventListener('edit-entry', event => {
    const panel = event.detail.entry.closest('#thread');
    const form = (panel ?? document).querySelector('form[data-composer]');
    alive.get(form)?.edit(event.detail.entry);
  });
  document.addEventListener('keydown', aim);
}

function begin() {
  for (const form of document.querySelectorAll('form[data-composer]')) if (!alive.has(form)) alive.set(form, new Composer(form));
  for (const [form, composer] of alive) if (!form.isConnected) { composer.outbox.leave(); alive.delete(form); }
}

function fill(text) {
  if (!text) return;
  const composer = alive.get(document.querySelector('form[data-composer]'));
  const room = document.querySelector('[data-incident]')?.dataset.incident;
  if (composer) composer.put(text);
  else if (room) leaveFor(room, text);
}

// On a page without a composer the line is completed in the incident's room, behind what waits there already.
function leaveFor(room, text) {
  const draft = `draft:${me}:${room}:`;
  store.write(draft, [store.read(draft, ''), text].filter(Boolean).join('\n'));
  location.assign(`/rooms/${room}`);
}

// Typing anywhere on the page goes to the composer: nobody looks for the box at the worst hour.
function aim(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || event.key === ' ') return;
  if (event.target.closest('input, textarea, select, button, a, summary, dialog, [contenteditable]')) return;
  alive.get(document.querySelector('form[data-composer]'))?.box.focus();
}

class Composer {
  constructor(form) {
    const { room, reply } = form.dataset;
    Object.assign(this, { form, box: form.querySelector('textarea'), name: `draft:${me}:${room}:${reply ?? ''}`, editing: null });
    const column = form.closest('.column, .thread');
    this.column = column;
    this.outbox = new Outbox(room, reply, {
      list: column.querySelector('[data-pending]'),
      refused: item => this.giveBack(item),
      sent: () => {},
    });
    this.box.value = store.read(this.name, '');
    this.box.addEventListener('input', () => this.changed());
    this.box.addEventListener('keydown', event => this.key(event));
    form.addEventListener('submit', event => { event.preventDefault(); this.submit(); });
    if (form.querySelector('.complete')) this.completion = completion(this.box, form.querySelector('.complete'), document.body.dataset.command);
    files(form, column);
    this.grow();
    if (!reply && matchMedia('(hover: hover)').matches && !location.hash) this.box.focus({ preventScroll: true });
  }

  changed() {
    if (!this.editing) store.write(this.name, this.box.value);
    this.grow();
  }

  grow() {
    this.box.rows = 1;
    const line = parseFloat(getComputedStyle(this.box).lineHeight);
    const inner = this.box.scrollHeight - 2 * parseFloat(getComputedStyle(this.box).paddingTop);
    this.box.rows = Math.max(1, Math.min(10, Math.round(inner / line)));
  }

  put(text) {
    this.box.value = text;
    this.changed();
    this.box.focus();
    const gap = text.indexOf('…');
    if (gap >= 0) this.box.setSelectionRange(gap, gap + 1);
  }

  key(event) {
    if (event.isComposing || this.completion?.key(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); this.submit(); }
    else if (event.key === 'Escape' && this.editing) { event.preventDefault(); this.stopEditing(); }
    else if (event.key === 'ArrowUp' && this.box.value === '') this.editLast(event);
  }

  submit() {
    const text = this.box.value.trim();
    if (!text) return;
    this.column.querySelector('.notices')?.replaceChildren();
    const edits = this.editing?.dataset.n;
    // First into the outbox, then out of the draft: at every moment one of the two has it.
    this.outbox.add(text, edits);
    if (edits) return this.stopEditing();
    store.drop(this.name);
    this.box.value = '';
    this.changed();
    this.completion?.close();
  }

  // A refused line comes back to be mended, unless something new is being typed already.
  giveBack(item) {
    if (this.box.value.trim() === '') this.put(item.text);
    else this.put(`${item.text}\n${this.box.value}`);
  }

  editLast(event) {
    const mine = [...this.column.querySelectorAll('ol.log > li.mine:not(.gone)')].filter(entry => entry.querySelector('[data-act=edit]'));
    if (mine.length === 0) return;
    event.preventDefault();
    this.edit(mine.at(-1));
  }

  edit(entry) {
    this.editing = entry;
    entry.classList.add('being-edited');
    this.form.querySelector('[data-editing]').hidden = false;
    this.box.value = source(entry.querySelector('.words'));
    this.grow();
    this.box.focus();
  }

  stopEditing() {
    this.editing?.classList.remove('being-edited');
    this.editing = null;
    this.form.querySelector('[data-editing]').hidden = true;
    this.box.value = store.read(this.name, '');
    this.grow();
  }
}

// The words as they were typed, back-ticks and all.
function source(words) {
  return [...words.childNodes].map(node => {
    if (node.nodeName === 'PRE') return '```\n' + node.textContent + '\n```';
    return node.nodeName === 'CODE' ? '`' + node.textContent + '`' : node.textContent;
  }).join('').trim();
}

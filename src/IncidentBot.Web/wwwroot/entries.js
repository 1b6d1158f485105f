// What one does with an entry: reply, mark, edit, delete. Edit and delete show on one's own messages.
import { mint, isMe } from './store.js';
import { post } from './post.js';
import { notice } from './dialogs.js';

export function entries() {
  own();
  document.addEventListener('htmx:after:swap', own);
  document.addEventListener('click', clicked);
  document.addEventListener('keydown', event => { if (event.key === 'Escape') closeThread(event); });
  fragment();
  addEventListener('hashchange', fragment);
}

function own() {
  for (const entry of document.querySelectorAll('li.said:not(.checked)')) {
    entry.classList.add('checked');
    entry.classList.toggle('mine', isMe(entry.dataset.by));
  }
}

function clicked(event) {
  const entry = event.target.closest('li.entry');
  const act = event.target.closest('[data-act]')?.dataset.act;
  if (act === 'reply') openThread(entry.dataset.n);
  else if (act === 'edit') document.dispatchEvent(new CustomEvent('edit-entry', { detail: { entry } }));
  else if (act === 'delete') confirmDelete(entry);
  else if (act) press(`${act} ${entry.dataset.n}`, entry);
  else if (event.target.closest('[data-close-thread]')) closeThread(event);
  else if (entry && !event.target.closest('a, button')) entry.classList.toggle('touched');
}

const room = () => document.querySelector('[data-room][data-head]').dataset.room;

async function press(words, entry) {
  const thread = entry.closest('#thread') ? { thread: '1' } : {};
  const line = room() === 'general' ? words : `${room()} ${words}`;
  const { outcome, detail } = await post(`/rooms/${room()}/lines`, { line, key: mint(), ...thread });
  if (outcome === 'away') notice(detail ? `${detail} Nothing was done.` : 'The server cannot be reached, so nothing was done. Try again when the page is live.');
}

function openThread(number) {
  const panel = document.getElementById('thread');
  panel.hidden = false;
  panel.dataset.root = number;
  document.body.classList.add('thread-open');
  htmx.ajax('GET', `/rooms/${room()}/threads/${number}`, { source: panel, target: panel, swap: 'none' })
    .then(() => panel.querySelector('textarea')?.focus());
}

function closeThread(event) {
  const panel = document.getElementById('thread');
  if (!panel || panel.hidden || event.defaultPrevented || document.querySelector('dialog[open]')) return;
  if (event.type === 'keydown' && !panel.contains(event.target)) return;
  panel.hidden = true;
  panel.replaceChildren();
  document.body.classList.remove('thread-open');
  document.querySelector(`#e-${panel.dataset.root} [data-act=reply]`)?.focus();
}

function confirmDelete(entry) {
  const dialog = document.createElement('dialog');
  dialog.className = 'modal small';
  dialog.setAttribute('aria-label', 'Delete this message?');
  const line = (name, words) => Object.assign(document.createElement(name), { textContent: words });
  const keep = Object.assign(line('button', 'Keep it'), { type: 'button', className: 'button', value: 'keep', autofocus: true });
  const drop = Object.assign(line('button', 'Delete'), { type: 'button', className: 'button danger', value: 'delete' });
  const foot = document.createElement('footer');
  foot.append(keep, drop);
  dialog.append(line('h2', 'Delete this message?'), line('p', 'It leaves the room. Its words stay on the timeline.'), foot);
  document.body.append(dialog);
  foot.addEventListener('click', event => { if (event.target.value) dialog.close(event.target.value); });
  dialog.addEventListener('close', () => { dialog.remove(); if (dialog.returnValue === 'delete') press(`delete ${entry.dataset.n}`, entry); });
  dialog.showModal();
}

// A link to an entry works wherever the entry is: on this page, or on another page of the timeline.
function fragment() {
  const number = /^#e-(\d+)$/.exec(location.hash)?.[1];
  const incident = document.querySelector('[data-incident]')?.dataset.incident ?? document.querySelector('[data-room][data-head]')?.dataset.room;
  if (!number) return;
  const entry = document.getElementById(`e-${number}`);
  if (entry) { entry.scrollIntoView({ block: 'center' }); entry.classList.add('aimed'); }
  else if (incident && incident !== 'general' && !location.search.includes('around=')) location.replace(`/incidents/${incident}/entries/${number}`);
}

// Files: picked, dropped or pasted. Each shows that it is on its way, and can be tried again when it did not arrive.
import { mint } from './store.js';
import { post } from './post.js';

export function files(form, column) {
  const { room, reply } = form.dataset;
  const list = column.querySelector('[data-pending]');
  const send = several => [...several].forEach(file => upload(file, { room, reply, list }));
  form.querySelector('[data-file]').addEventListener('change', event => { send(event.target.files); event.target.value = ''; });
  form.querySelector('textarea').addEventListener('paste', event => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    send(event.clipboardData.files);
  });
  column.addEventListener('dragover', event => { if (event.dataTransfer.types.includes('Files')) { event.preventDefault(); column.classList.add('dropping'); } });
  column.addEventListener('dragleave', event => { if (!column.contains(event.relatedTarget)) column.classList.remove('dropping'); });
  column.addEventListener('drop', event => { event.preventDefault(); column.classList.remove('dropping'); send(event.dataTransfer.files); });
}

async function upload(file, where) {
  const key = mint();
  const shown = document.createElement('li');
  shown.className = 'entry unsent';
  const state = Object.assign(document.createElement('span'), { className: 'state' });
  const again = Object.assign(document.createElement('button'), { type: 'button', className: 'bare', textContent: 'Try again' });
  const drop = Object.assign(document.createElement('button'), { type: 'button', className: 'bare', textContent: 'Discard' });
  const words = Object.assign(document.createElement('p'), { className: 'words', textContent: file.name });
  const line = Object.assign(document.createElement('p'), { className: 'by' });
  line.append(state, ' ', again, ' ', drop);
  shown.append(words, line);
  where.list.append(shown);
  where.list.closest('.scroll')?.dispatchEvent(new Event('own-message'));
  drop.addEventListener('click', () => shown.remove());

  const attempt = async () => {
    again.hidden = drop.hidden = true;
    state.textContent = 'Uploading…';
    const body = new FormData();
    body.append('file', file);
    const { outcome, detail } = await post(`/rooms/${where.room}/files?key=${key}&replyTo=${where.reply ?? ''}`, null, { body });
    if (outcome === 'done' || outcome === 'refused') return shown.remove();
    state.textContent = detail ? `Not uploaded. ${detail}` : 'Not uploaded: the server cannot be reached.';
    shown.classList.add('waiting');
    again.hidden = drop.hidden = false;
  };
  again.addEventListener('click', attempt);
  await attempt();
}

// The stream that keeps the page alive: whether it flows, and what to do when it does not.
import { renew } from './post.js';
import { isOver } from './door.js';

const silence = 25000;
const patience = 5000;
let heard = Date.now();

export const connection = { up: false };

export function live() {
  const source = () => document.querySelector('[hx-sse\\:connect]');
  if (!source()) return;
  say('Connecting…', 'waiting');
  document.addEventListener('token', event => renew(event.detail.data));
  document.addEventListener('token-refused', () => source()?._htmx?.sse?.reader?.cancel());
  document.addEventListener('closed', event => closed(event.target));
  document.addEventListener('hidden', event => hide(incident => incident === event.detail.data));
  document.addEventListener('htmx:sse:after:connection', event => { if (event.detail.connection?.lastEventId || event.detail.connection?.attempt > 0) still(); });
  document.addEventListener('htmx:sse:error', event => { if (event.detail.status === 404) closed(event.target); });
  // Also a line that was thought lost and was not: the browser says "offline" before it knows.
  for (const name of ['htmx:sse:after:connection', 'htmx:sse:before:message', 'beat', 'news']) document.addEventListener(name, flows);
  for (const name of ['htmx:sse:before:connection', 'htmx:sse:error', 'htmx:sse:close'])
    document.addEventListener(name, event => { if (event.type !== 'htmx:sse:before:connection' || event.detail.connection?.attempt > 0) lost(event.detail?.status); });
  addEventListener('offline', () => lost());
  setInterval(() => watch(source()), patience);
}

function flows() {
  heard = Date.now();
  if (connection.up) return;
  connection.up = true;
  say('Live', 'live');
  document.dispatchEvent(new Event('connected'));
}

function lost(status) {
  connection.up = false;
  if (isOver(status) || document.getElementById('door')) return;
  say('Reconnecting…', 'lost');
}

// A line that went dead without a word, or never came up: the extension notices neither.
function watch(element) {
  if (!element || document.hidden || element.dataset.closed) return;
  const stream = element._htmx?.sse;
  if (stream?.reader && Date.now() - heard > silence) stream.reader.cancel();
  if (!stream && Date.now() - heard > patience) {
    lost();
    heard = Date.now();
    htmx.trigger(element, 'load');
  }
}

function closed(element) {
  element.dataset.closed = '1';
  element._htmx?.sse?.abortController?.abort();
  // Blank at once; then the server says of it what it says of everything that is not there.
  document.title = 'IncidentBot';
  document.getElementById('main').replaceChildren();
  location.reload();
}

// What the reader may see no longer is taken from the page.
function hide(gone) {
  for (const element of document.querySelectorAll('[data-about]')) if (gone(element.dataset.about)) element.remove();
}

// A page that was away does not know what was hidden meanwhile: it asks.
async function still() {
  const shown = [...new Set([...document.querySelectorAll('[data-about]')].map(element => element.dataset.about))];
  if (shown.length === 0) return;
  const response = await fetch(`/incidents/visible?of=${shown.slice(0, 500).join(',')}`, { credentials: 'same-origin' }).catch(() => null);
  if (!response?.ok) return;
  const visible = (await response.text()).split(' ');
  hide(incident => !visible.includes(incident));
}

function say(words, state) {
  const pill = document.getElementById('pill');
  if (!pill || pill.dataset.state === state) return;
  pill.textContent = words;
  pill.dataset.state = state;
}

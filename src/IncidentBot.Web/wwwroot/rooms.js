// Unread marks, the side bar on a phone, and where a reader stands in a room.
import { store, me, isMe } from './store.js';

const seen = room => `seen:${me}:${room}`;
const near = 80;

export function rooms() {
  const page = document.querySelector('[data-room][data-head]');
  const scroll = document.getElementById('scroll');
  if (page) enter(page, scroll);
  mark();
  document.addEventListener('news', event => news(event.detail.data));
  document.addEventListener('htmx:after:swap', mark);
  addEventListener('storage', mark);
  menu();
}

function enter(page, scroll) {
  divide(page.dataset.room);
  const toEnd = () => { scroll.scrollTop = scroll.scrollHeight; };
  let atEnd = true;
  toEnd();
  scroll.addEventListener('scroll', () => {
    atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < near;
    if (atEnd) read(page);
  }, { passive: true });
  // Whoever reads older messages is left where they are; whoever is at the end stays there.
  new ResizeObserver(() => { if (atEnd) toEnd(); }).observe(scroll);
  const grown = new ResizeObserver(() => { if (atEnd) toEnd(); });
  for (const part of scroll.children) grown.observe(part);
  scroll.addEventListener('own-message', () => { atEnd = true; toEnd(); });
  document.addEventListener('visibilitychange', () => { if (atEnd) read(page); });
  keepPlace(scroll);
  read(page);
}

// Earlier messages come in above without moving what is being read.
function keepPlace(scroll) {
  let height = 0;
  document.addEventListener('htmx:before:swap', event => { height = event.detail.ctx?.request?.action?.includes('/earlier') ? scroll.scrollHeight : 0; });
  document.addEventListener('htmx:after:swap', () => { if (height) scroll.scrollTop += scroll.scrollHeight - height; height = 0; });
}

// A line before what is new since the last visit.
function divide(room) {
  const last = store.read(seen(room), 0);
  if (!last) return;
  const first = [...document.querySelectorAll('#log > li[data-n]')].find(entry => Number(entry.dataset.n) > last && !isMe(entry.dataset.by));
  if (first && first.previousElementSibling) first.classList.add('first-new');
}

function read(page) {
  if (document.hidden) return;
  const link = document.querySelector(`a[data-room="${page.dataset.room}"]`);
  const head = Math.max(Number(page.dataset.head), Number(link?.dataset.news ?? 0), store.read(seen(page.dataset.room), 0));
  store.write(seen(page.dataset.room), head);
  mark();
}

function news(data) {
  const [room, number] = data.split(' ');
  const link = document.querySelector(`a[data-room="${room}"]`);
  if (link) link.dataset.news = Math.max(Number(link.dataset.news), Number(number));
  const page = document.querySelector('[data-room][data-head]');
  if (page?.dataset.room === room) {
    const scroll = document.getElementById('scroll');
    if (scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < near) read(page);
  }
  mark();
}

function mark() {
  let unread = 0;
  for (const link of document.querySelectorAll('a[data-room]')) {
    const fresh = Number(link.dataset.news) > store.read(seen(link.dataset.room), 0) && link.dataset.news !== '0';
    if (fresh) link.dataset.unread = '1'; else delete link.dataset.unread;
    if (fresh) unread++;
  }
  const title = document.title.replace(/^\(\d+\) /, '');
  document.title = unread ? `(${unread}) ${title}` : title;
}

function menu() {
  const button = document.getElementById('menu');
  const veil = document.getElementById('veil');
  if (!button) return;
  const open = shown => {
    document.body.classList.toggle('side-open', shown);
    button.setAttribute('aria-expanded', shown);
    veil.hidden = !shown;
    if (shown) document.querySelector('#rooms a')?.focus(); else button.focus();
  };
  button.addEventListener('click', () => open(!document.body.classList.contains('side-open')));
  veil.addEventListener('click', () => open(false));
  document.addEventListener('keydown', event => { if (event.key === 'Escape' && document.body.classList.contains('side-open')) open(false); });
  fold(document.getElementById('card-fold'));
}

// A card that was folded away stays so; on a phone it begins folded.
function fold(card) {
  if (!card) return;
  card.open = store.read('card-open', !matchMedia('(max-width: 760px)').matches);
  card.addEventListener('toggle', () => store.write('card-open', card.open));
}

// What was said and is not known to have arrived. It stays here, under its key, until the server says that it has it:
// over a lost line, a restart of the server and a reload of the page. The key makes a repetition harmless.
import { store, mint, me } from './store.js';
import { post } from './post.js';
import { connection } from './live.js';

const slowest = 15000;

export class Outbox {
  constructor(room, replyTo, { list, refused, sent }) {
    this.name = `outbox:${me}:${room}:${replyTo ?? ''}`;
    Object.assign(this, { room, replyTo, list, refused, sent, busy: false, delay: 1000, timer: null });
    this.again = () => { this.delay = 1000; this.flush(); };
    document.addEventListener('connected', this.again);
    document.addEventListener('htmx:after:swap', this.settle = () => this.tidy());
    this.items().forEach(item => this.show(item));
    this.flush();
  }

  leave() {
    document.removeEventListener('connected', this.again);
    document.removeEventListener('htmx:after:swap', this.settle);
    clearTimeout(this.timer);
  }

  items() { return store.read(this.name, []); }

  add(text, edits) {
    const item = { key: mint(), text, edits, at: Date.now() };
    store.write(this.name, [...this.items(), item]);
    this.show(item);
    this.flush();
  }

  async flush() {
    if (this.busy) return;
    this.busy = true;
    clearTimeout(this.timer);
    try {
      for (let item; (item = this.items()[0]);) if (!await this.send(item)) return this.later();
      this.delay = 1000;
    } finally { this.busy = false; }
  }

  async send(item) {
    const thread = this.replyTo ? { thread: '1' } : {};
    const result = item.edits
      ? await post(`/rooms/${this.room}/entries/${item.edits}`, { text: item.text, key: item.key, ...thread })
      : await post(`/rooms/${this.room}/said`, { text: item.text, key: item.key, replyTo: this.replyTo ?? '' });
    if (result.outcome === 'away') { this.waiting(result.detail); return false; }
    store.write(this.name, this.items().filter(other => other.key !== item.key));
    this.arrived(item, result);
    return true;
  }

  later() {
    this.timer = setTimeout(() => this.flush(), this.delay);
    this.delay = Math.min(this.delay * 2, slowest);
  }

  arrived(item, { outcome, redirect }) {
    const shown = this.list.querySelector(`[data-key="${item.key}"]`);
    const plain = outcome === 'done' && !item.edits && !item.text.startsWith('/');
    // An accepted message stands here until the stream brings it, so that it does not flicker.
    if (plain && shown) { shown.classList.add('arrived'); this.tidy(); setTimeout(() => shown.remove(), connection.up ? 3000 : 0); }
    else shown?.remove();
    if (outcome === 'refused') this.refused(item);
    else this.sent(item);
    if (redirect) location.assign(redirect);
  }

  tidy() {
    for (const shown of this.list.querySelectorAll('.arrived')) if (document.querySelector(`li.entry[data-key="${shown.dataset.key}"]`)) shown.remove();
  }

  waiting(because) {
    for (const shown of this.list.querySelectorAll('li[data-key]')) {
      shown.classList.add('waiting');
      shown.querySelector('.state').textContent = because ? `Waiting to send. ${because}` : 'Waiting to send';
    }
  }

  show(item) {
    const shown = document.createElement('li');
    shown.className = 'entry unsent';
    shown.dataset.key = item.key;
    const words = Object.assign(document.createElement('p'), { className: 'words', textContent: item.text });
    const state = Object.assign(document.createElement('span'), { className: 'state', textContent: 'Waiting to send' });
    const back = Object.assign(document.createElement('button'), { type: 'button', className: 'bare', textContent: 'Take back' });
    back.addEventListener('click', () => this.takeBack(item, shown));
    const line = Object.assign(document.createElement('p'), { className: 'by' });
    line.append(state, ' ', back);
    shown.append(words, line);
    this.list.append(shown);
    this.list.closest('.scroll')?.dispatchEvent(new Event('own-message'));
  }

  takeBack(item, shown) {
    store.write(this.name, this.items().filter(other => other.key !== item.key));
    shown.remove();
    this.refused(item);
  }
}

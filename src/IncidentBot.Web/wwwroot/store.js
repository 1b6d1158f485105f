// What this browser remembers, also over a reload and a restart of the server. A browser that forbids it works without.
export const store = {
  read(name, otherwise) {
    try { return JSON.parse(localStorage.getItem(name)) ?? otherwise; } catch { return otherwise; }
  },
  write(name, value) {
    try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* full or forbidden: the page still holds it */ }
  },
  drop(name) {
    try { localStorage.removeItem(name); } catch { /* as above */ }
  },
};

// A key for one deed: the same key again is the same deed.
export function mint() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), byte => byte.toString(16).padStart(2, '0')).join('');
}

export const me = document.body.dataset.me;

// One person may have spoken under several identities.
const also = (document.body.dataset.also ?? '').split(' ');
export const isMe = id => id === me || also.includes(id);

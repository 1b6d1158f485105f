// When the session is over: says so, and leads to signing in and back to this page. What was typed lies in this browser and waits there.
export function door() {
  document.addEventListener('signed-out', show);
  document.addEventListener('connected', () => document.getElementById('door')?.remove());
}

// True when an answer says that the session is over; the page is told.
export function isOver(status) {
  if (status !== 401) return false;
  document.dispatchEvent(new Event('signed-out'));
  return true;
}

// The way in, which leads back here.
export function wayIn() {
  const here = location.pathname + location.search + location.hash;
  return Object.assign(document.createElement('a'), { className: 'button primary', href: `${way()}?back=${encodeURIComponent(here)}`, textContent: signsIn() ? 'Sign in again' : 'Say who you are' });
}

export const over = () => signsIn() ? 'You are signed out.' : 'This browser does not say any more who you are.';

const way = () => document.body.dataset.door;
const signsIn = () => way() === '/sign-in';

function show() {
  const pill = document.getElementById('pill');
  if (pill && pill.dataset.state !== 'out') Object.assign(pill, { textContent: 'Signed out' }).dataset.state = 'out';
  if (document.getElementById('door')) return;
  const note = Object.assign(document.createElement('div'), { id: 'door', className: 'door' });
  note.setAttribute('role', 'alert');
  note.append(Object.assign(document.createElement('p'), { textContent: `${over()} What you typed is kept here.` }), wayIn());
  document.getElementById('main')?.prepend(note);
}

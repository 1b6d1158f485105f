import { isOver, over } from './door.js';

// Posts to the server and puts the pieces that it answers with in their places.
let token = JSON.parse(document.body.getAttribute('hx-headers:inherited') ?? '{}')['X-Form-Token'];

// Every connection brings a new token: the server may have been restarted since the page was drawn.
export function renew(value) {
  token = value;
  document.body.setAttribute('hx-headers:inherited', JSON.stringify({ 'X-Form-Token': value }));
}

// How it went: 'done', 'refused', 'form', 'answer'; or 'away' when the server could not be reached and nothing is known.
export async function post(address, fields, { source = document.body, body } = {}) {
  const aborter = new AbortController();
  const timer = body ? null : setTimeout(() => aborter.abort(), 15000);
  try {
    const response = await fetch(address, {
      method: 'POST', credentials: 'same-origin', signal: aborter.signal,
      headers: { 'X-Form-Token': token, 'HX-Request': 'true' },
      body: body ?? new URLSearchParams(fields),
    });
    const outcome = response.headers.get('Outcome');
    if (!outcome) return await unheard(response);
    const redirect = response.headers.get('HX-Redirect');
    await htmx.swap({ text: await response.text(), sourceElement: source, swap: 'none', target: source });
    return { outcome, redirect };
  } catch {
    return { outcome: 'away', status: 0 };
  } finally {
    clearTimeout(timer);
  }
}

// Not an answer of the room's: the sentence that it carries, and a new token when the old one was not accepted.
async function unheard(response) {
  if (response.status === 400) document.dispatchEvent(new Event('token-refused'));
  if (isOver(response.status)) return { outcome: 'away', status: response.status, detail: over() };
  return { outcome: 'away', status: response.status, detail: sentence(await response.text()) };
}

// What a problem says to people; nothing when it is no problem document.
export function sentence(text) {
  try { return JSON.parse(text).detail; } catch { return undefined; }
}

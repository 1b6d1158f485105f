// The slider of the replay: it says its moment while it moves, asks when it rests, and follows what is shown.
export function replay() {
  const panel = document.getElementById('replay');
  if (!panel) return;
  const slider = panel.querySelector('#replay-slider');
  const ask = panel.querySelector('#replay-ask');
  slider.addEventListener('input', () => {
    const at = moment(slider);
    ask.elements.at.value = at;
    say(panel, words(at));
    ask.dispatchEvent(new Event('moved'));
  });
  ask.addEventListener('submit', event => event.preventDefault());
  document.addEventListener('htmx:after:swap', () => follow(panel, slider, ask));
}

// The first and the last stop are the first and the last entry; round times lie between.
function moment(slider) {
  const stop = Number(slider.value);
  if (stop === 0) return slider.dataset.first;
  if (stop === Number(slider.max)) return slider.dataset.last;
  return new Date(Number(slider.dataset.base) + stop * Number(slider.dataset.step)).toISOString();
}

// In UTC, as the mark above the card says it.
function words(at) {
  const [date, time] = at.split('T');
  return `${date} ${time.slice(6, 8) === '00' ? time.slice(0, 5) : time.slice(0, 8)} UTC`;
}

function say(panel, text) {
  panel.querySelector('#replay-moment').textContent = text;
  panel.querySelector('#replay-slider').setAttribute('aria-valuetext', text);
}

// A step to a key event moves the slider, and the address can be shared. Who has moved on meanwhile is not pulled back.
function follow(panel, slider, ask) {
  const then = panel.querySelector('#replay-then[data-entry]:not([data-taken])');
  if (!then) return;
  then.dataset.taken = '1';
  if (document.activeElement !== slider) {
    ask.elements.at.value = `#${then.dataset.entry}`;
    slider.value = then.dataset.stop;
    say(panel, then.dataset.words);
  }
  const address = new URL(location.href);
  address.searchParams.set('at', document.activeElement === slider ? then.dataset.at : `#${then.dataset.entry}`);
  address.hash = '';
  history.replaceState(null, '', address);
}

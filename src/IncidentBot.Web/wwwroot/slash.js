// Completes what can be typed behind the root command. The list is drawn by the server; this shows the part that fits.
export function completion(box, list, command) {
  const options = [...list.children];
  let shown = [];
  let at = -1;

  function query() {
    const before = box.value.slice(0, box.selectionStart);
    const typed = /^\/(\S*)$/.exec(before);
    if (typed && `/${command}`.startsWith(before)) return '';
    const verb = new RegExp(`^/(?:${command}|inc)\\s+(?:INC-\\d+\\s+)?(\\S*)$`, 'i').exec(before);
    if (verb) return verb[1].toLowerCase();
    return typed && typed[1] ? typed[1].toLowerCase() : null;
  }

  function refresh() {
    const word = query();
    shown = word === null ? [] : options.filter(option => fits(option, word));
    shown.sort((a, b) => !a.dataset.word.startsWith(word) - !b.dataset.word.startsWith(word));
    options.forEach(option => { option.hidden = !shown.includes(option); });
    shown.forEach(option => list.append(option));
    list.hidden = shown.length === 0;
    mark(shown.length ? 0 : -1);
  }

  function mark(index) {
    at = index;
    options.forEach(option => option.setAttribute('aria-selected', option === shown[at]));
    if (at >= 0) {
      box.setAttribute('aria-activedescendant', shown[at].id);
      shown[at].scrollIntoView({ block: 'nearest' });
    } else box.removeAttribute('aria-activedescendant');
  }

  function take(option, send) {
    const incident = /^\/\S+\s+(INC-\d+)\s/i.exec(box.value)?.[1];
    box.value = `/${command} ${incident ? incident + ' ' : ''}${option.dataset.word}${option.dataset.bare && send ? '' : ' '}`;
    close();
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.focus();
  }

  function close() {
    shown = [];
    list.hidden = true;
    mark(-1);
  }

  box.addEventListener('input', refresh);
  box.addEventListener('blur', () => setTimeout(() => { if (document.activeElement !== box) close(); }, 150));
  list.addEventListener('mousedown', event => {
    event.preventDefault();
    const option = event.target.closest('[role=option]');
    if (option) take(option);
  });

  return {
    close,
    // True when the key was meant for the list.
    key(event) {
      if (list.hidden) return false;
      const whole = at >= 0 && query() === shown[at].dataset.word;
      if (event.key === 'ArrowDown') mark((at + 1) % shown.length);
      else if (event.key === 'ArrowUp') mark((at - 1 + shown.length) % shown.length);
      else if (event.key === 'Escape') close();
      else if (event.key === 'Tab' && !event.shiftKey) take(shown[at]);
      // A word that is typed to its end is sent; one that is not is completed first.
      else if (event.key === 'Enter' && !event.shiftKey && !whole) take(shown[at]);
      else return false;
      event.preventDefault();
      return true;
    },
  };
}

function fits(option, word) {
  return option.dataset.word.startsWith(word) || option.dataset.aliases.split(' ').some(alias => alias && alias.startsWith(word));
}

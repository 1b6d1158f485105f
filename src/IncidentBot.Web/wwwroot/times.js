// Times in the reader's own zone, days told apart, and messages of one author in one group.
const clock = new Intl.DateTimeFormat([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat([], { weekday: 'long', day: 'numeric', month: 'long' });
const exact = new Intl.DateTimeFormat([], { dateStyle: 'full', timeStyle: 'long' });
const together = 5 * 60 * 1000;

export function times() {
  show(document);
  document.querySelectorAll('ol.log').forEach(arrange);
  document.addEventListener('htmx:after:swap', () => {
    show(document);
    document.querySelectorAll('ol.log').forEach(arrange);
  });
}

function show(root) {
  for (const time of root.querySelectorAll('time[datetime]:not([title])')) {
    const at = new Date(time.dateTime);
    time.title = exact.format(at);
    time.textContent = time.dataset.show === 'full' ? `${date(at)} ${clock.format(at)}` : clock.format(at);
  }
}

// Year first, as on every timeline: nobody has to guess which number is the month.
function date(at) {
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(part => String(part).padStart(2, '0')).join('-');
}

// A day's name and the grouping hang on classes and one attribute, so that a redrawn message finds its place again.
export function arrange(log) {
  let before = null;
  for (const entry of log.querySelectorAll(':scope > li[data-at]')) {
    const at = Number(entry.dataset.at);
    const first = !before || new Date(before.at).toDateString() !== new Date(at).toDateString();
    if (first && log.id === 'log') entry.dataset.day = dayOf(at);
    else delete entry.dataset.day;
    entry.classList.toggle('follows', !first && entry.classList.contains('said') && before.by === entry.dataset.by && before.way === entry.dataset.way && at - before.at < together);
    before = { at, by: entry.classList.contains('said') ? entry.dataset.by : null, way: entry.dataset.way };
  }
}

function dayOf(at) {
  const today = new Date();
  const yesterday = new Date(today);
  yesterday.setDate(today.getDate() - 1);
  const then = new Date(at);
  if (then.toDateString() === today.toDateString()) return 'Today';
  return then.toDateString() === yesterday.toDateString() ? 'Yesterday' : day.format(then);
}

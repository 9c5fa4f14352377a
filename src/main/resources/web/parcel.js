// A parcel's page: copy, print, recent parcels, and changes put in place as they happen.
import { nameOf, remember } from './recent.js';

const parcel = document.querySelector('.parcel');

async function copy(button, text) {
  await navigator.clipboard.writeText(text);
  const before = button.textContent;
  button.textContent = button.dataset.copied;
  document.getElementById('news').textContent = button.dataset.copied;
  setTimeout(() => { button.textContent = before; }, 2000);
}

function prepare(root) {
  const canCopy = Boolean(navigator.clipboard);
  for (const button of root.querySelectorAll('[data-copy], [data-copy-link]')) {
    button.hidden = !canCopy;
  }
}

parcel.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (button?.dataset.copy) {
    copy(button, button.dataset.copy);
  } else if (button?.hasAttribute('data-copy-link')) {
    copy(button, document.querySelector('[data-link]').href);
  } else if (button?.hasAttribute('data-print')) {
    print();
  }
});

/** Reads the page again and replaces what changed, but nothing that has the focus or was opened. */
async function refresh() {
  const response = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (!response?.ok) {
    return;
  }
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  const before = document.querySelector('h1').textContent;
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = fresh.getElementById(part.id);
    if (!next || part.contains(document.activeElement)) {
      continue;
    }
    prepare(next);
    next.querySelectorAll('details').forEach((details, at) => {
      details.open = part.querySelectorAll('details')[at]?.open ?? false;
    });
    if (!part.isEqualNode(next)) {
      part.replaceChildren(...next.childNodes);
    }
  }
  document.title = fresh.title;
  const after = document.querySelector('h1').textContent;
  if (after !== before) {
    document.getElementById('news').textContent = after;
  }
}

prepare(document);
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
}
const { number, carrier, path, stream } = parcel.dataset;
remember({ number, carrier, path, what: document.querySelector('h1 .what').textContent, seen: Date.now() });
const name = nameOf(number);
if (name) {
  const title = document.createElement('p');
  title.className = 'own-name';
  title.textContent = name;
  document.querySelector('.hero').prepend(title);
}
if (stream) {
  new EventSource(stream).addEventListener('change', refresh);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) { refresh(); } });
}

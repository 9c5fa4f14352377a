// The start page: whose the pasted numbers are, at once, and the parcels looked at lately.
import { all, change, forgetAll } from './recent.js';

const field = document.getElementById('numbers');
const found = document.getElementById('found');
const recent = document.getElementById('recent');

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function choice(pasted) {
  const select = element('select', { name: 'carrier.' + pasted.number, id: 'of-' + pasted.number });
  pasted.carriers.forEach((carrier) => select.append(new Option(carrier.name, carrier.id)));
  select.append(new Option(found.dataset.find, ''));
  select.selectedIndex = pasted.carriers.length === 1 ? 0 : pasted.carriers.length;
  const label = element('label', { htmlFor: select.id, className: 'number', translate: false }, pasted.number);
  return element('li', {}, label, select);
}

let latest = 0;
async function recognise() {
  const mine = ++latest;
  const text = field.value;
  const response = text.trim().length < 5 ? null : await fetch(found.dataset.path, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain' },
    body: text,
  }).catch(() => null);
  const numbers = response?.ok ? await response.json() : [];
  if (mine === latest) {
    found.hidden = numbers.length === 0;
    found.querySelector('ul').replaceChildren(...numbers.map(choice));
  }
}

let pause;
field.addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(recognise, 250);
});
field.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    field.form.requestSubmit();
  }
});

function rename(parcel, row) {
  const input = element('input', { value: parcel.name ?? '', maxLength: 60 });
  input.setAttribute('aria-label', recent.dataset.name);
  const form = element('form', { className: 'row rename' }, input, element('button', {}, recent.dataset.save));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    change(parcel.number, { name: input.value.trim() });
    show();
    document.getElementById('rename-' + parcel.number)?.focus();
  });
  row.querySelector('.actions').replaceWith(form);
  input.focus();
}

function line(parcel) {
  const number = element('span', { className: 'number', translate: false }, parcel.number);
  const head = element('span', { className: 'name' });
  if (parcel.name) {
    head.append(element('strong', {}, parcel.name), ' ');
  }
  head.append(number, ' ', element('span', { className: 'muted' }, parcel.carrier ?? ''));
  const link = element('a', {}, head, element('span', { className: 'state' }, parcel.what ?? ''));
  link.href = /^\/[^/\\]/.test(parcel.path) ? parcel.path : '/';
  const nameIt = element('button', { type: 'button', className: 'quiet', id: 'rename-' + parcel.number }, recent.dataset.rename);
  const put = element('button', { type: 'button', className: 'quiet' },
    parcel.archived ? recent.dataset.unarchive : recent.dataset.archive);
  const row = element('li', { className: 'plain' }, link, element('span', { className: 'actions' }, nameIt, put));
  for (const button of [nameIt, put]) {
    button.setAttribute('aria-label', button.textContent + ' ' + (parcel.name || parcel.number));
  }
  nameIt.addEventListener('click', () => rename(parcel, row));
  put.addEventListener('click', () => { change(parcel.number, { archived: !parcel.archived }); show(); });
  return row;
}

function show() {
  const parcels = all();
  const [list, archive] = recent.querySelectorAll('ul');
  list.replaceChildren(...parcels.filter((one) => !one.archived).map(line));
  archive.replaceChildren(...parcels.filter((one) => one.archived).map(line));
  archive.parentElement.hidden = archive.childElementCount === 0;
  recent.hidden = parcels.length === 0;
}

const sure = document.getElementById('delete-sure');
document.getElementById('delete-all').addEventListener('click', () => sure.showModal());
sure.addEventListener('close', () => {
  if (sure.returnValue === 'delete') {
    forgetAll();
    show();
    field.focus();
  }
});

show();
recognise();

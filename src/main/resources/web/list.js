// Many parcels: rows come as their carriers answer; names that somebody gave stand before numbers.
import { nameOf } from './recent.js';

function decorate(row) {
  const name = nameOf(row.dataset.number);
  if (name) {
    const shown = document.createElement('strong');
    shown.textContent = name + ' ';
    row.querySelector('.name').prepend(shown);
  }
}

function put(line) {
  const fresh = new DOMParser().parseFromString(line, 'text/html').querySelector('li');
  const row = fresh && document.getElementById(fresh.id);
  if (!row) {
    return;
  }
  const focused = row.contains(document.activeElement);
  decorate(fresh);
  row.replaceWith(fresh);
  if (focused) {
    fresh.querySelector('a').focus();
  }
  document.getElementById('progress').textContent = fresh.dataset.progress;
}

async function follow(path) {
  const response = await fetch(path);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop();
    lines.forEach(put);
  }
}

document.querySelectorAll('.rows li').forEach(decorate);
const { rows } = document.querySelector('.list').dataset;
if (rows) {
  follow(rows);
}

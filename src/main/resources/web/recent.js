// Parcels looked at lately. Kept in this browser only, under one name.
const KEY = 'trackno.parcels';
const MOST = 200;

function read() {
  try {
    const parcels = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(parcels) ? parcels.filter((one) => typeof one?.number === 'string') : [];
  } catch {
    return [];
  }
}

function write(parcels) {
  try {
    localStorage.setItem(KEY, JSON.stringify(parcels.slice(0, MOST)));
  } catch {
    // Storage is off or full: there are no recent parcels then.
  }
}

export const all = read;

/** Puts a parcel first, and keeps the name somebody gave it. */
export function remember(parcel) {
  const known = read();
  const before = known.find((one) => one.number === parcel.number) ?? {};
  write([{ ...before, ...parcel }, ...known.filter((one) => one.number !== parcel.number)]);
}

export function change(number, properties) {
  write(read().map((one) => (one.number === number ? { ...one, ...properties } : one)));
}

export function forgetAll() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

export const nameOf = (number) => read().find((one) => one.number === number)?.name;

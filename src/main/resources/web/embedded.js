// A parcel in an iframe: read again when something changed.
const { stream, again } = document.querySelector('.trackno').dataset;
if (stream) {
  new EventSource(stream).addEventListener('change', () => location.reload());
} else if (again) {
  setTimeout(() => location.reload(), Number(again) * 1000);
}

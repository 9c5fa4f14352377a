// Shows the events that a storefront's page can listen to.
const heard = document.getElementById('heard');

for (const name of ['trackno:stage', 'trackno:error']) {
  document.addEventListener(name, (event) => {
    const line = document.createElement('li');
    line.textContent = name + ' ' + JSON.stringify(event.detail);
    heard.querySelector('.muted')?.remove();
    heard.append(line);
  });
}

const start = (box) => {
  const button = box.querySelector('button');
  const status = box.querySelector('[role=status]');
  const form = box.closest('form');
  const text = box.dataset;
  const fill = (name, value) => { if (form.elements[name]) form.elements[name].value = value; };
  let best = Infinity;
  let watch = null;

  const keep = ({ coords }) => {
    if (coords.accuracy >= best) return;
    best = coords.accuracy;
    fill(text.latitude, coords.latitude.toFixed(6));
    fill(text.longitude, coords.longitude.toFixed(6));
    fill(text.accuracy, Math.round(coords.accuracy));
    status.textContent = text.textDone.replace('{0}', Math.round(coords.accuracy));
    if (best <= 20) stop();
  };
  const stop = () => {
    if (watch !== null) navigator.geolocation.clearWatch(watch);
    watch = null;
    button.disabled = false;
    if (best === Infinity) status.textContent = text.textTimeout;
    else box.dispatchEvent(new CustomEvent('layar:located', { bubbles: true }));
  };
  const denied = (error) => {
    if (error.code !== 1) return;
    status.textContent = text.textDenied;
    if (watch !== null) navigator.geolocation.clearWatch(watch);
    watch = null;
    button.disabled = false;
  };

  button.addEventListener('click', () => {
    best = Infinity;
    button.disabled = true;
    status.textContent = text.textBusy;
    // A quick rough fix first, then up to a minute of better ones; none of it needs a data network.
    navigator.geolocation.getCurrentPosition(keep, denied, { enableHighAccuracy: false, maximumAge: 60000, timeout: 5000 });
    watch = navigator.geolocation.watchPosition(keep, denied, { enableHighAccuracy: true, timeout: 60000 });
    const mine = watch;
    setTimeout(() => { if (watch === mine && watch !== null) stop(); }, 60000);
  });
};

if ('geolocation' in navigator) {
  const begin = (event) => event.target.querySelectorAll('[data-locate]').forEach((box) => { box.hidden = false; start(box); });
  begin({ target: document });
  document.addEventListener('layar:shown', begin);
}

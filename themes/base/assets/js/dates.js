// Pages are made once a day at most; what has passed by the time somebody looks is hidden here.
// Without this script every date stays readable, for each is written out in full.

const now = Date.now();

for (const dated of document.querySelectorAll("[data-ends]")) {
  if (Date.parse(dated.dataset.ends) <= now) dated.hidden = true;
}

for (const group of document.querySelectorAll("[data-dates]")) {
  if (group.querySelector("[data-ends]:not([hidden])")) continue;
  group.hidden = true;
  const over = group.parentElement.querySelector("[data-dates-over]");
  if (over) over.hidden = false;
}

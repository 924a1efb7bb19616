// Counts a look at a page, where place.yaml asks for it (`counting`): one message to a path of the
// site's own, with the page's path and nothing else. No name, no address to come back to, nothing
// stored; and none from those whose browser asks sites not to follow them.

const { content: counting } = document.querySelector("meta[name=counting]");
const unasked = navigator.globalPrivacyControl === true || navigator.doNotTrack === "1";

if (!unasked) {
  fetch(counting, {
    method: "POST",
    body: location.pathname,
    credentials: "omit",
    referrerPolicy: "no-referrer",
    keepalive: true,
  }).catch(() => {}); // a count that is lost is nobody's trouble
}

// Draws the maps of a page that stand on their own, once they come near the view.

const NEAR = "300px";

const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (isIntersecting) {
      seen.unobserve(target);
      draw(target);
    }
  }
}, { rootMargin: NEAR });

async function draw(host) {
  try {
    const { openMap } = await import("./map.js");
    const map = await openMap(host);
    map.showAll();
  } catch (error) {
    // the page says all of it in words; an empty frame would only be in the way
    host.hidden = true;
    host.classList.add("map-failed"); // gives up the room that was kept for it
    console.warn("the map could not be drawn:", error.message);
  }
}

for (const host of document.querySelectorAll("[data-map]:not([data-map-waits])")) {
  host.hidden = false;
  seen.observe(host);
}

// Points that can be used: at least so much of each is free as a target must have (WCAG 2.2, 2.5.8).
// Where an open popup, a button of the map or its edge leaves less, a press would go astray and the
// focus not be seen (2.4.11): such a point is faded, and out of use until the map moves or they go.

const LEAST_TARGET = 24;
const CONTROLS = ".leaflet-bar, .leaflet-control-layers";

/** Keeps the points of one map in use or out of it; `buttons` is asked for those that are drawn. */
export class InSight {
  #map;
  #buttons;
  #controls;
  #popup = null;

  constructor(map, buttons) {
    this.#map = map;
    this.#buttons = buttons;
    this.#controls = [...map.getContainer().querySelectorAll(CONTROLS)];
    // a window is resized, the list of layers unfolds, and a popup grows when its links come
    const observer = new ResizeObserver(() => this.update());
    for (const element of [map.getContainer(), ...this.#controls]) {
      observer.observe(element, { box: "border-box" });
    }
    map.on("popupopen", ({ popup }) => {
      this.#popup = popup;
      observer.observe(popup.getElement(), { box: "border-box" });
      this.update();
    });
    map.on("popupclose", ({ popup }) => {
      this.#popup = null;
      observer.unobserve(popup.getElement());
      this.update();
    });
  }

  update() {
    const view = boxOf(this.#map.getContainer());
    const covers = [...this.#controls, ...(this.#popup ? [this.#popup.getElement()] : [])].map(boxOf);
    // all are measured before any is changed, or each would have the page laid out again
    const free = new Map(this.#buttons().map((button) => [
      button, leavesRoom(covers, shared(boxOf(button), view)),
    ]));
    if (free.get(document.activeElement) === false) {
      // a button that goes out of use would let go of the focus
      (this.#popup?.getContent() ?? this.#map.getContainer()).focus({ preventScroll: true });
    }
    for (const [button, isFree] of free) {
      button.inert = !isFree;
    }
  }
}

function boxOf(element) {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return { left, right, top, bottom };
}

function shared(one, other) {
  return {
    left: Math.max(one.left, other.left),
    right: Math.min(one.right, other.right),
    top: Math.max(one.top, other.top),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

/** Say whether a box is large enough to be hit, beside all of these that lie over it. */
export function leavesRoom(covers, box) {
  const { left, right, top, bottom } = box;
  if (right - left < LEAST_TARGET || bottom - top < LEAST_TARGET) {
    return false;
  }
  const over = covers.find((it) => it.left < right && left < it.right && it.top < bottom && top < it.bottom);
  return over === undefined || [
    { ...box, right: over.left },
    { ...box, left: over.right },
    { ...box, bottom: over.top },
    { ...box, top: over.bottom },
  ].some((beside) => leavesRoom(covers, beside));
}

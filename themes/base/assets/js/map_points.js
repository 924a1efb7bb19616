// Venues on a map: real buttons with names, near ones drawn together, redrawn from any result set.

import { Groups } from "./map_groups.js";
import { InSight } from "./map_in_sight.js";
import { expectFormat, undelta } from "./search_index.js";

const DEGREE_SCALE = 100_000;
const BUTTON_PIXELS = 44; // WCAG 2.2 asks for 24; fingers for more
const MOST_LISTED = 12;
const POPUP_OFFSET = [0, 7 - BUTTON_PIXELS / 2]; // Leaflet's own 7, and above its point instead of over it
const POPUP_WIDTH = 300;
const POPUP_MARGINS = 64; // of its words, as css/map.css sets them
const BESIDE_POPUP = [20, 20];
const ABOVE_POPUP = [20, 104]; // below the zoom buttons, which stand over whatever is drawn

/** Read a points file (docs/search-index.md) into a Map from venue number to venue. */
export function readPoints(file) {
  expectFormat(file);
  const latitudes = undelta(file.latitude);
  const longitudes = undelta(file.longitude);
  const approximate = new Set(file.approximate);
  return new Map(Array.from(undelta(file.numbers), (number, at) => [number, {
    name: file.names[at],
    path: file.paths[at],
    count: file.counts[at],
    latitude: latitudes[at] / DEGREE_SCALE,
    longitude: longitudes[at] / DEGREE_SCALE,
    approximate: approximate.has(at),
  }]));
}

/** The points of one map. */
export class Points {
  #map;
  #venues;
  #phrases;
  #pages;
  #entries;
  #chosen;
  #counts = new Map();
  #groups = null;
  #stale = false;
  #markers = new Map();
  #layer;
  #inSight;
  #popup = null;

  constructor(map, venues, phrases, pages, entries, chosen = () => {}) {
    this.#map = map;
    this.#venues = venues;
    this.#phrases = phrases;
    this.#pages = pages;
    this.#entries = entries;
    this.#chosen = chosen;
    this.#layer = L.layerGroup().addTo(map);
    this.#inSight = new InSight(map, () => [...this.#markers.values()].map(({ button }) => button));
    map.on("moveend", () => this.#redraw());
  }

  /** Take these venues, by number, with how many results each has; they are drawn by `draw`. */
  take(counts) {
    this.#map.closePopup();
    this.#counts = new Map([...counts].filter(([venue]) => this.#venues.has(venue)));
    this.#groups = new Groups(this.#venues, this.#counts);
    this.#stale = true;
  }

  /** Draw what was taken, unless the map has done so by moving. */
  draw() {
    if (this.#stale) {
      this.#redraw();
    }
  }

  /** Open a venue's popup, wherever its point is drawn with others. */
  open(venue) {
    const { latitude, longitude } = this.#venues.get(venue);
    const own = [...this.#markers.values()].find((drawn) => this.#held(drawn).includes(venue));
    this.#openPopup(
      [venue],
      own?.marker.getLatLng() ?? L.latLng(latitude, longitude),
      own?.button ?? this.#map.getContainer(),
    );
  }

  /** Return the box around what is shown, within `area` if one is given, or null for nothing. */
  bounds(area = null) {
    const shown = this.#places([...this.#counts.keys()])
      .filter((point) => area === null || area.contains(point));
    return shown.length === 0 ? null : L.latLngBounds(shown);
  }

  #places(venues) {
    return venues.map((number) => this.#venues.get(number))
      .map(({ latitude, longitude }) => L.latLng(latitude, longitude));
  }

  /** Return the venues that a drawn point stands for. */
  #held({ venue, id, zoom }) {
    return venue === undefined ? this.#groups.venues(id, zoom) : [venue];
  }

  /** Bring the buttons up to date with the view; those that stay keep their focus. */
  #redraw() {
    if (this.#groups === null) {
      return;
    }
    this.#stale = false;
    const area = this.#map.getBounds().pad(0.25);
    const box = [area.getWest(), area.getSouth(), area.getEast(), area.getNorth()];
    const zoom = Math.floor(this.#map.getZoom());
    const wanted = this.#groups.within(box, zoom);
    const focused = [...this.#markers.values()].find(({ button }) => button === document.activeElement);
    for (const [key, { marker }] of this.#markers) {
      if (!wanted.has(key)) {
        this.#layer.removeLayer(marker);
        this.#markers.delete(key);
      }
    }
    for (const [key, feature] of wanted) {
      if (!this.#markers.has(key)) {
        this.#markers.set(key, this.#draw(feature));
      }
      // a button may outlive the result set that it was drawn for, and the numbers of its groups
      Object.assign(this.#markers.get(key), { id: feature.properties.cluster_id, zoom });
    }
    this.#order([...wanted.keys()]);
    this.#inSight.update();
    if (focused !== undefined && !focused.button.isConnected) {
      this.#focusNear(focused.marker.getLatLng());
    }
  }

  #draw(feature) {
    const [longitude, latitude] = feature.geometry.coordinates;
    const { cluster, point_count: count, total, venue } = feature.properties;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = (cluster ? total : feature.properties.count) || "";
    button.className = cluster ? "map-cluster" : "map-venue";
    button.setAttribute("aria-label", cluster
      ? this.#phrases.say("cluster", {
        results: this.#phrases.count("results", total), venues: this.#phrases.count("venues", count),
      })
      : this.#venueLabel(venue));
    const icon = L.divIcon({
      className: "map-point", html: button, iconSize: [BUTTON_PIXELS, BUTTON_PIXELS],
    });
    const marker = L.marker([latitude, longitude], { icon, keyboard: false, interactive: false });
    const drawn = { marker, button, venue };
    L.DomEvent.on(button, "dblclick", L.DomEvent.stop);
    L.DomEvent.on(button, "click", (event) => {
      L.DomEvent.stop(event);
      if (cluster) {
        this.#openCluster(drawn, marker.getLatLng());
      } else {
        this.#openPopup([venue], marker.getLatLng(), button);
      }
    });
    this.#layer.addLayer(marker);
    return drawn;
  }

  #venueLabel(venue) {
    const { name } = this.#venues.get(venue);
    const count = this.#counts.get(venue);
    return count === 0
      ? name : this.#phrases.say("venue", { name, results: this.#phrases.count("results", count) });
  }

  /** Zoom to where a cluster comes apart, or list its venues where it never does. */
  #openCluster(drawn, at) {
    const { zoom, button } = drawn;
    const venues = this.#held(drawn);
    const closer = this.#groups.apart(venues, zoom, Math.ceil(this.#map.getMaxZoom()));
    if (closer === null) {
      this.#openPopup(venues, at, button);
    } else {
      // the group's own place can be at its edge, and much of it out of view where it comes apart
      this.#map.setView(L.latLngBounds(this.#places(venues)).getCenter(), closer);
    }
  }

  #openPopup(venues, at, button) {
    const content = document.createElement("div");
    content.className = "map-popup";
    content.tabIndex = -1;
    content.setAttribute("role", "dialog");
    content.setAttribute("aria-label", venues.map((venue) => this.#venues.get(venue).name).join(", "));
    content.append(...venues.map((venue) => this.#describe(venue)));
    content.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        this.#map.closePopup();
      }
    });
    const width = Math.min(POPUP_WIDTH, this.#map.getSize().x - 2 * BESIDE_POPUP[0] - POPUP_MARGINS);
    const popup = L.popup({
      minWidth: Math.min(200, width),
      maxWidth: width,
      maxHeight: 280,
      offset: POPUP_OFFSET,
      autoPanPaddingTopLeft: ABOVE_POPUP,
      autoPanPaddingBottomRight: BESIDE_POPUP,
    });
    popup.setLatLng(at).setContent(content);
    popup.on("remove", () => {
      const inside = popup.getElement()?.contains(document.activeElement);
      if (inside || document.activeElement === document.body) {
        (button.isConnected ? button : this.#map.getContainer()).focus({ preventScroll: true });
      }
    });
    this.#popup = popup;
    popup.openOn(this.#map);
    popup.getElement().querySelector(".leaflet-popup-close-button")
      ?.setAttribute("aria-label", this.#phrases.say("close"));
    content.focus({ preventScroll: true });
    this.#chosen(venues);
  }

  /** Leaflet takes a popup's size once, and hides it while it does so again: the focus is lost. */
  #resizePopup() {
    const focused = document.activeElement;
    const inside = this.#popup?.getElement()?.contains(focused);
    this.#popup?.update();
    if (inside) {
      focused.focus({ preventScroll: true });
    }
  }

  /** Return a venue's part of a popup. Record text becomes text nodes and nothing else. */
  #describe(number) {
    const venue = this.#venues.get(number);
    const section = document.createElement("section");
    const heading = document.createElement("h3");
    heading.append(link(venue.name, this.#pages + venue.path));
    section.append(heading, paragraph(this.#phrases.count("results", this.#counts.get(number))));
    if (venue.approximate) {
      section.append(paragraph(this.#phrases.say("approximate")));
    }
    if (this.#entries !== null) {
      const list = document.createElement("ul");
      section.append(list);
      this.#entries(number, MOST_LISTED).then((entries) => {
        list.append(...entries.map(({ title, href }) => item(link(title, href))));
        this.#resizePopup();
      }).catch(() => list.remove()); // the venue's own page lists them too
    }
    return section;
  }

  /** Keep the order of the Tab key from north to south, whatever order they were drawn in. */
  #order(keys) {
    const elements = keys.map((key) => this.#markers.get(key).marker.getElement());
    // moving an element would take the focus off it: the others are put around it
    const held = Math.max(0, elements.findIndex((element) => element.contains(document.activeElement)));
    const inOrder = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
    for (let at = held + 1; at < elements.length; at += 1) {
      if (!inOrder(elements[at - 1], elements[at])) {
        elements[at - 1].after(elements[at]);
      }
    }
    for (let at = held - 1; at >= 0; at -= 1) {
      if (!inOrder(elements[at], elements[at + 1])) {
        elements[at + 1].before(elements[at]);
      }
    }
  }

  #focusNear(latLng) {
    const distance = ({ marker }) => marker.getLatLng().distanceTo(latLng);
    const usable = [...this.#markers.values()].filter(({ button }) => !button.inert);
    const nearest = usable.sort((one, other) => distance(one) - distance(other))[0];
    (nearest?.button ?? this.#map.getContainer()).focus({ preventScroll: true });
  }
}

function link(words, href) {
  const element = document.createElement("a");
  element.href = href;
  element.append(isolated(words));
  return element;
}

/** A name is kept from turning the direction of the words around it. */
function isolated(words) {
  const element = document.createElement("bdi");
  element.textContent = words;
  return element;
}

function paragraph(words) {
  const element = document.createElement("p");
  element.textContent = words;
  return element;
}

function item(content) {
  const element = document.createElement("li");
  element.append(content);
  return element;
}

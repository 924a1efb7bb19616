// The field for where the reader is, and the button that asks their device.

import { deviceOrigin, typedOrigin } from "./explore_origin.js";
import { postcodeIn, withoutPostcode } from "./question.js";

/** Bring the field to life; return what the finder asks of it. */
export function placeField({ root, fieldOf, phrases, parts: { index }, settle }) {
  const field = root.querySelector("[data-finder-where]");
  const said = root.querySelector("[data-finder-where-said]");
  const words = fieldOf("q");
  const reach = fieldOf("within");
  const nearest = fieldOf("sort").querySelector("[value=near]");
  const url = new URL(root.dataset.postcodes, document.baseURI);
  let settled = "";

  const say = (key, given = {}) => { said.textContent = key === "" ? "" : phrases.say(key, given); };

  const show = (origin) => {
    settled = origin?.words ?? "";
    field.value = settled;
    reach.closest("[data-filter]").hidden = origin === null;
    nearest.disabled = origin === null;
    if (origin === null) {
      reach.value = "";
      say("");
    } else {
      say("near-typed", { place: origin.words });
    }
  };

  const take = async (typed) => {
    if (typed.trim() === "") {
      settle(null);
      return;
    }
    const { origin, problem, given } = await typedOrigin(index, typed, url).catch(() => ({ problem: "failed" }));
    if (origin) {
      settle(origin);
    } else {
      settle(null);
      field.value = typed;
      say(problem, given);
    }
  };

  field.addEventListener("change", () => {
    if (field.value.trim() !== settled) {
      take(field.value);
    }
  });
  root.querySelector("[data-finder-locate]").addEventListener("click", async () => {
    say("locating");
    const { origin, problem } = await deviceOrigin(index, phrases.say("here"));
    if (origin) {
      settle(origin);
    } else {
      say(problem);
    }
  });
  offerNames(field, index.areas.names);

  return {
    show,
    /** Show where the reader is; or take what was typed before anything here could understand it. */
    async begin(origin) {
      if (field.value.trim() === "") {
        show(origin);
      } else {
        await this.takeTyped();
      }
    },
    /** Take a postcode out of the words, and what was typed into the field and not yet looked up. */
    async takeTyped() {
      const postcode = postcodeIn(words.value);
      if (postcode !== "") {
        words.value = withoutPostcode(words.value);
        await take(postcode);
      } else if (field.value.trim() !== settled) {
        await take(field.value);
      } else {
        await takeDistrict(words, url, take);
      }
    },
    /** Take what the first page brought, as if it had been typed here. */
    async takeBrought(typed) {
      field.value = typed;
      await this.takeTyped();
    },
  };
}

/** Somebody who types “swimming NP19” means a district, if it is one of the place's. */
async function takeDistrict(words, url, take) {
  const typed = words.value.match(/(?<![\p{L}\p{N}])[a-z]{1,2}\d[a-z\d]?(?![\p{L}\p{N}])/iu)?.[0];
  if (typed) {
    const { knowsDistrict } = await import("./postcodes.js");
    if (await knowsDistrict(url, typed)) {
      words.value = words.value.replace(typed, " ").replace(/\s+/gu, " ").trim();
      await take(typed);
    }
  }
}

function offerNames(field, names) {
  const list = document.createElement("datalist");
  list.id = `${field.id}-names`;
  list.append(...names.map((name) => Object.assign(document.createElement("option"), { value: name })));
  field.after(list);
  field.setAttribute("list", list.id);
}

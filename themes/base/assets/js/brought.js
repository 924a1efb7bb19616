// Where somebody is, brought from the first page to the finder: a postcode may be in no address, so it
// waits in the tab's own memory, until the finder reads it a moment later and takes it out.

const KEY = "doorstep-where";

/** Leave a place as it was typed, maybe none, for the finder that is opened next. */
export function bring(typed) {
  try {
    sessionStorage.setItem(KEY, typed);
  } catch {
    // a browser that keeps nothing: the finder asks again
  }
}

/** Take out what was brought: a place as it was typed, "" for none, or null without a first page. */
export function takeBrought() {
  try {
    const typed = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return typed;
  } catch {
    return null;
  }
}

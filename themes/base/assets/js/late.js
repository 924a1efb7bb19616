// Modules that are fetched when they are needed. To ask for one by import() again takes a browser
// longer than to score ten thousand rows, even where it has long been there, so it is asked for once.

/** Return a function that gives what `load` promises, which is called again only where that failed. */
export function late(load) {
  let coming = null;
  return () => {
    coming ??= load().catch((error) => {
      coming = null;
      throw error;
    });
    return coming;
  };
}

// Pagefind as its documentation shows it, with one exception: without its worker. DevTools slows down
// a page's own thread and connections only, so that a worker would run four times as fast as ours.
// It counts what a filter would find only where filters were loaded; that and the words' part of the
// index are asked for together.

import { createInstance } from "./pagefind/pagefind.js";
import { present } from "./list.js";

const pagefind = await createInstance({ basePath: new URL("pagefind/", import.meta.url).pathname, noWorker: true });

let filtersHere = null;

await present(async (words, facets) => {
  filtersHere ??= pagefind.filters();
  await Promise.all([filtersHere, words && pagefind.preload(words)]);
  const filters = Object.fromEntries(Object.entries(facets).map(([name, values]) => [name, { any: values }]));
  const answer = await pagefind.search(words || null, { filters });
  return {
    total: answer.results.length,
    counts: answer.filters,
    first: async (count) => {
      const parts = await Promise.all(answer.results.slice(0, count).map((result) => result.data()));
      return parts.map(({ url, meta }) => ({ href: url, title: meta.title, summary: meta.summary }));
    },
  };
});

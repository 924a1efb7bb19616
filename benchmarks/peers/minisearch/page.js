// MiniSearch over titles and summaries: one file of documents, indexed in the browser, as its
// documentation shows it; prefixes and typos as it recommends.

import MiniSearch from "./minisearch.js";
import { present } from "./list.js";

const search = new MiniSearch({
  fields: ["title", "summary"],
  storeFields: ["title", "summary", "path", "facets"],
  searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 2 } },
});
const reply = await fetch("./documents.json");
search.addAll(await reply.json());

await present(async (words, facets) => {
  const found = search.search(words || MiniSearch.wildcard);
  const wanted = Object.entries(facets);
  const has = (result, [name, values]) => values.some((value) => result.facets[name].includes(value));
  const kept = found.filter((result) => wanted.every((facet) => has(result, facet)));
  return {
    total: kept.length,
    counts: counted(kept),
    first: async (count) => kept.slice(0, count).map(({ path, title, summary }) => ({ href: path, title, summary })),
  };
});

function counted(results) {
  const counts = {};
  for (const { facets } of results) {
    for (const [name, values] of Object.entries(facets)) {
      const held = (counts[name] ??= {});
      for (const value of values) {
        held[value] = (held[value] ?? 0) + 1;
      }
    }
  }
  return counts;
}

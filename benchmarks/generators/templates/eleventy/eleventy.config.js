// What Eleventy is told: who is linked to whom, and the pages of its lists. Collections are worked
// out once a build.
const SECTIONS = ["opportunities", "badges", "organisations", "venues", "pathways"];
const SCHEMES = ["topics", "skills", "careers"];
const PER_PAGE = 40;

function grouped(pages, keys) {
  const held = {};
  for (const page of pages) for (const key of keys(page.data)) (held[key] ??= []).push(page);
  return held;
}

function* paged(address, title, members) {
  const last = Math.max(1, Math.ceil(members.length / PER_PAGE));
  for (let number = 1; number <= last; number++) {
    yield {
      title,
      number,
      last,
      address: number === 1 ? address : `${address}page/${number}/`,
      before: number === 2 ? address : `${address}page/${number - 1}/`,
      after: `${address}page/${number + 1}/`,
      members: members.slice((number - 1) * PER_PAGE, number * PER_PAGE),
    };
  }
}

// The addresses of what an opportunity or a badge is linked to.
function* linked({ organisation, venue, badges = [] }) {
  if (organisation) yield `/organisations/${organisation}/`;
  if (venue) yield `/venues/${venue}/`;
  for (const badge of badges) yield `/badges/${badge}/`;
}

function records(api) {
  return api.getFilteredByGlob(SECTIONS.map((section) => `./content/${section}/*.md`));
}

function inSection(api, section) {
  return api.getFilteredByGlob(`./content/${section}/*.md`);
}

export default function (config) {
  config.addPassthroughCopy({ "content/images": "images", "content/style.css": "style.css" });
  config.addGlobalData("sections", SECTIONS);
  config.addGlobalData("schemes", SCHEMES);
  config.addCollection("bySection", (api) =>
    Object.fromEntries(SECTIONS.map((section) => [section, inSection(api, section)])),
  );
  config.addCollection("byAddress", (api) =>
    Object.fromEntries(records(api).map((page) => [page.url, page])),
  );
  config.addCollection("offeredBy", (api) => grouped(inSection(api, "opportunities"), linked));
  config.addCollection("issuedBy", (api) => grouped(inSection(api, "badges"), linked));
  config.addCollection("lists", (api) => {
    const labels = api.getAll()[0].data.labels;
    const lists = [];
    for (const section of SECTIONS)
      lists.push(...paged(`/${section}/`, section, inSection(api, section)));
    for (const scheme of SCHEMES) {
      const held = grouped(records(api), (data) => data[scheme] ?? []);
      const terms = Object.entries(labels[scheme]);
      for (const [term, title] of terms)
        lists.push(...paged(`/${scheme}/${term}/`, title, held[term] ?? []));
      const links = terms.map(([term, title]) => ({ url: `/${scheme}/${term}/`, data: { title } }));
      lists.push(...paged(`/${scheme}/`, scheme, links));
    }
    return lists;
  });
  return {
    dir: { input: "content", output: "_site", includes: "../_includes", data: "../_data" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}

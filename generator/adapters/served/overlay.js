// Shows why the last build was stopped, over the last good page. Only `doorstep serve` sends it.
(async () => {
  const reply = await fetch("/_doorstep/outcome.json", { cache: "no-store" });
  const outcome = await reply.json();
  if (!outcome.stopped) return;

  const element = (name, words, className) => {
    const made = document.createElement(name);
    // textContent, never markup: messages quote what a record's author typed.
    if (words) made.textContent = words;
    if (className) made.className = className;
    return made;
  };

  const host = element("doorstep-problems");
  const root = host.attachShadow({ mode: "open" }); // The site's styles stay out, ours stay in.
  const style = element("link");
  style.rel = "stylesheet";
  style.href = "/_doorstep/overlay.css";

  const panel = element("section");
  panel.setAttribute("role", "alert");
  panel.append(element("h2", outcome.stopped));
  panel.append(element("p", "This is the last good page. It changes when the build succeeds."));
  const list = element("ul");
  for (const problem of outcome.problems) {
    const item = element("li", "", problem.severity);
    item.append(element("code", problem.where, "where"));
    item.append(element("p", `${problem.severity}[${problem.code}] ${problem.message}`));
    if (problem.excerpt.trim()) item.append(element("pre", problem.excerpt));
    list.append(item);
  }
  panel.append(list);
  if (outcome.more) panel.append(element("p", `and ${outcome.more} more, named in the terminal`));

  const hide = element("button", "Hide");
  hide.type = "button";
  hide.addEventListener("click", () => host.remove());
  panel.prepend(hide);
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") host.remove();
  });

  root.append(style, panel);
  document.body.append(host);
})();

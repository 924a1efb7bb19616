// What both peers' pages do the same way as ours: the form, the first twenty results with title and
// summary, and a count at each choice. Written as plainly as a careful person would.

const PAGE = 20;

/** Wire a page; `ask(words, facets)` resolves to `{ total, first(), counts }`. */
export async function present(ask) {
  const form = document.querySelector("[data-finder-form]");
  const list = document.querySelector("[data-finder-list]");
  const status = document.querySelector("[data-finder-status]");
  const choices = [...form.querySelectorAll("[data-choice]")].map((choice) => ({
    box: choice.querySelector("input"),
    count: choice.querySelector("[data-count]"),
  }));
  let turn = 0;

  const update = async () => {
    turn += 1;
    const mine = turn;
    const facets = {};
    for (const { box } of choices) {
      if (box.checked) {
        (facets[box.name] ??= []).push(box.value);
      }
    }
    const { total, counts, first } = await ask(form.elements.q.value.trim(), facets);
    const shown = await first(PAGE);
    if (mine !== turn) {
      return;
    }
    list.replaceChildren(...shown.map(card));
    for (const { box, count } of choices) {
      count.textContent = counts[box.name]?.[box.value] ?? 0;
    }
    status.textContent = `${total} found`;
  };

  form.addEventListener("change", update);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    update();
  });
  form.elements.q.value = new URLSearchParams(location.search).get("q") ?? "";
  await update();
}

function card({ title, summary, href }) {
  const item = document.createElement("li");
  const heading = document.createElement("h3");
  const link = document.createElement("a");
  const text = document.createElement("p");
  link.href = href;
  link.textContent = title;
  text.textContent = summary;
  heading.append(link);
  item.append(heading, text);
  return item;
}

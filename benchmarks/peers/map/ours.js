// Doorstep's own map over a file of points, as Explore opens it.

globalThis.trial = {
  async open() {
    const host = document.querySelector("[data-map]");
    const [{ openMap }, reply] = await Promise.all([import("MAP_SCRIPT"), fetch("points.json")]);
    const { numbers, counts } = await reply.json();
    let number = 0;
    this.all = numbers.map((step, at) => [(number += step), counts[at]]);
    host.hidden = false;
    this.map = await openMap(host);
    this.map.show(new Map(this.all));
  },
  filter(turn) {
    this.map.show(new Map(this.all.filter((_, at) => turn % 2 === 1 || at % 3 === 0)));
  },
};

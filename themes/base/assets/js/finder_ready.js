// Before the page is drawn: scripts run here, so the finder's form is shown instead of the page's own
// list, which would only flash up and go. Not a module, which would come too late. Should any of the
// finder's scripts fail to load, the plain page is given back.

document.documentElement.classList.add("finds");
addEventListener("error", ({ target }) => {
  if (target instanceof HTMLScriptElement && target.type === "module") {
    document.documentElement.classList.remove("finds", "found");
  }
}, { capture: true });

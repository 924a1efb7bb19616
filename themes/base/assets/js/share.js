// The device's own way of sharing, or a copied link. A page on a host without TLS has neither, and
// keeps its letter.

const address = document.querySelector('link[rel="canonical"]')?.href ?? location.href;

for (const button of document.querySelectorAll("[data-share]")) {
  button.hidden = !(navigator.share || navigator.clipboard);
  button.addEventListener("click", async () => {
    const said = button.parentElement.querySelector("[data-shared]");
    said.textContent = "";
    try {
      if (navigator.share) {
        await navigator.share({ title: document.querySelector("h1").textContent, url: address });
      } else {
        await navigator.clipboard.writeText(address);
        said.textContent = button.dataset.share;
      }
    } catch {
      // whoever closes the list of ways to share has changed their mind
    }
  });
}

// Copy buttons: <input readonly id="x"> beside <button data-copy="x" hidden>. Without this script the
// field can be copied by hand.

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}

async function copy(button) {
  const field = document.getElementById(button.dataset.copy);
  const status = button.parentElement.querySelector("[role=status]");
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    status.textContent = status.dataset.copied;
  } catch {
    status.textContent = status.dataset.selected; // no permission, or a page that is not secure
  }
}

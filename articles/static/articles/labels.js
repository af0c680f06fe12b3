// A field that looks names up is called what its label says: Django's own script, which makes it, forgets to tell.
function name() {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const label = document.querySelector(`label[for="${select.id}"]`);
    if (!label) continue;
    label.id ||= `label-${select.id}`;
    for (const box of select.parentElement.querySelectorAll(".select2-container [role='combobox'], .select2-container [role='textbox']")) {
      const told = box.getAttribute("aria-labelledby") ?? "";
      if (!told.startsWith(label.id)) box.setAttribute("aria-labelledby", `${label.id} ${told}`.trim());
    }
  }
}

addEventListener("DOMContentLoaded", () => {
  name();
  new MutationObserver(name).observe(document.body, { childList: true, subtree: true });
});

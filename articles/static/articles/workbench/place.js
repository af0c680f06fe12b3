// Where an editor is on the sheet, and how she comes back there after a save.
import { form } from "./form.js";

const place = `galley:place:${form.dataset.article}`;

export const all = (selector) => [...form.querySelectorAll(selector)];
export const here = (selector) => document.activeElement?.closest(selector) ?? null;
export const textOf = (paragraph) => paragraph?.querySelector("textarea[name^='text-']") ?? null;

// The focus goes to the item itself, unfolded; from there one key goes on.
export function go(item) {
  for (let above = item.parentElement; above; above = above.parentElement) {
    if (above.tagName === "DETAILS") above.open = true;
  }
  item.tabIndex = -1;
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "center" });
}

// The item after (or before) the place where the focus is.
export function beside(items, step) {
  const at = document.activeElement;
  const inside = items.findIndex((item) => item.contains(at));
  if (inside >= 0) return items[inside + step];
  const behind = items.findIndex((item) => at && at.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING);
  const next = behind < 0 ? items.length : behind;
  return items[step > 0 ? (at === document.body ? 0 : next) : next - 1];
}

export function rememberPlace(paragraph, typing) {
  if (paragraph) sessionStorage.setItem(place, JSON.stringify({ id: paragraph.id, typing }));
}

export function returnToPlace() {
  const { id, typing } = JSON.parse(sessionStorage.getItem(place) ?? "{}");
  sessionStorage.removeItem(place);
  const paragraph = id && document.getElementById(id);
  if (!paragraph || "unsaved" in form.dataset) return;
  // The page's own fragment takes the focus away once it is loaded.
  addEventListener("load", () => setTimeout(() => {
    go(paragraph);
    if (typing) textOf(paragraph)?.focus();
  }, 50));
}

// The words a fact or a problem is about light up in the text, behind the field they are typed in.
import { form } from "./form.js";
import { textOf } from "./place.js";

export function lightEvidence() {
  for (const event of ["focusin", "mouseover"]) form.addEventListener(event, ({ target }) => light(item(target)));
  for (const event of ["focusout", "mouseout"]) {
    form.addEventListener(event, ({ relatedTarget }) => light(item(relatedTarget) ?? item(document.activeElement)));
  }
  form.addEventListener("input", ({ target }) => lit && target === lit.text && dim());
}

const item = (element) => element?.closest?.(".fact, .problem") ?? null;

let lit = null;

function light(wanted) {
  if (lit?.item === wanted) return;
  dim();
  const text = wanted && textOf(wanted.closest(".para"));
  const place = text && placeOf(wanted, text);
  if (!place) return;
  const mirror = mirrorOf(text);
  const words = document.createElement("mark");
  words.textContent = text.value.slice(...place);
  mirror.replaceChildren(text.value.slice(0, place[0]), words, text.value.slice(place[1]));
  text.classList.add("lit");
  lit = { item: wanted, text, mirror };
  if (wanted.contains(document.activeElement)) pin(text.closest(".para-words"));
}

function dim() {
  lit?.text.classList.remove("lit");
  lit?.text.closest(".para-words").classList.remove("pinned");
  lit?.mirror.remove();
  lit = null;
}

// While the focus is on a fact or problem its paragraph stays in view above it, if it leaves room for both.
function pin(wordsOfParagraph) {
  if (wordsOfParagraph.offsetHeight < innerHeight * 0.4) wordsOfParagraph.classList.add("pinned");
}

// Places come in code points of the saved text; where that was typed over, the words are looked for.
function placeOf(wanted, text) {
  const quote = wanted.querySelector("textarea[name$='-quote']");
  const words = (quote?.value ?? wanted.querySelector("q:not(.proposal)")?.textContent ?? "").trim();
  const [start, end] = [wanted.dataset.start, wanted.dataset.end].map((at) => units(text.value, Number(at)));
  if (start < end && text.value.slice(start, end).trim() === words) return [start, end];
  const at = words ? text.value.indexOf(words) : -1;
  return at < 0 || text.value.indexOf(words, at + 1) >= 0 ? null : [at, at + words.length];
}

const units = (text, points) => [...text].slice(0, points).join("").length;

// A copy of the field's box with the same lines, laid behind it: nothing on the page moves.
function mirrorOf(text) {
  const mirror = document.createElement("div");
  const style = getComputedStyle(text);
  mirror.className = "mirror";
  mirror.setAttribute("aria-hidden", "true");
  for (const name of ["font", "letterSpacing", "padding", "borderWidth", "textAlign"]) mirror.style[name] = style[name];
  const [box, around] = [text, text.offsetParent].map((each) => each.getBoundingClientRect());
  mirror.style.inset = `${box.top - around.top}px auto auto ${box.left - around.left}px`;
  mirror.style.inlineSize = `${box.width}px`;
  mirror.style.blockSize = `${box.height}px`;
  text.before(mirror);
  return mirror;
}

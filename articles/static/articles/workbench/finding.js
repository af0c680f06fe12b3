// Find in the article: the next place with these words, selected in its field.
import { tell } from "./form.js";
import { all } from "./place.js";

const field = document.getElementById("find");
let at = -1;
let from = 0;

export function findWords() {
  field.parentElement.hidden = false;
  field.addEventListener("input", () => ((at = -1), (from = 0)));
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    next();
  });
}

export function openFind() {
  field.focus();
  field.select();
}

function next() {
  const words = field.value.toLowerCase();
  const texts = all("textarea[name^='text-']");
  if (!words.trim()) return;
  for (let step = 0; step <= texts.length; step += 1) {
    const index = (Math.max(at, 0) + step) % texts.length;
    const start = texts[index].value.toLowerCase().indexOf(words, step ? 0 : from);
    if (start >= 0) return show(texts, index, start, words.length);
  }
  tell("These words do not stand in the text of this sheet.");
}

function show(texts, index, start, length) {
  [at, from] = [index, start + length];
  texts[index].setSelectionRange(start, start + length);
  texts[index].focus();
  texts[index].scrollIntoView({ block: "center" });
  tell(`Found in ${texts[index].closest(".para").querySelector("h2").innerText}. / and Enter find the next.`);
}

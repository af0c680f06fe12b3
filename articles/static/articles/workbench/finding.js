// Find in the article: the next place with these words on this sheet, then every place on the others.
import { form, isJSON, sheet, tell } from "./form.js";
import { all } from "./place.js";

const field = document.getElementById("find");
const list = document.getElementById("found");
let at = -1;
let from = 0;

export function findWords() {
  field.addEventListener("input", () => ((at = -1), (from = 0)));
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    next();
  });
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.value.trim()) everywhere();
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
  for (let index = Math.max(at, 0); index < texts.length; index += 1) {
    const start = texts[index].value.toLowerCase().indexOf(words, index === at ? from : 0);
    if (start >= 0) return show(texts, index, start, words.length);
  }
  const again = at >= 0;
  [at, from] = [-1, 0];
  elsewhere(again);
}

function show(texts, index, start, length) {
  [at, from] = [index, start + length];
  texts[index].setSelectionRange(start, start + length);
  texts[index].focus();
  texts[index].scrollIntoView({ block: "center" });
  tell(`Found in ${texts[index].closest(".para").querySelector("h2").innerText}. / and Enter find the next.`);
}

// Past the last place of this sheet: those on other sheets, or the first of this one again.
async function elsewhere(again) {
  const found = (await ask())?.filter((each) => String(each.sheet) !== sheet);
  if (!found) return;
  if (found.length) return draw(found, "on other sheets");
  if (again) return next();
  tell("These words do not stand in the article.");
}

async function everywhere() {
  const found = await ask();
  if (found) draw(found, "in the article");
}

async function ask() {
  try {
    const query = new URLSearchParams({ words: field.value });
    const response = await fetch(`${form.dataset.find}?${query}`, { headers: { Accept: "application/json" } });
    if (!response.ok || !isJSON(response)) throw new Error(response.status);
    return (await response.json()).found;
  } catch {
    tell("The newsroom does not answer. This sheet can be searched all the same.");
    return null;
  }
}

function draw(found, where) {
  const title = list.querySelector("h2");
  title.textContent = found.length ? `“${field.value}” ${where}` : `“${field.value}” does not stand in the article`;
  list.querySelector("ol").replaceChildren(...found.map(entry));
  list.hidden = false;
  (list.querySelector("a") ?? title).focus();
  tell(`${title.textContent}: ${found.length} place${found.length === 1 ? "" : "s"}.`);
}

function entry({ sheet: number, key, place, before, words, after }) {
  const item = document.createElement("li");
  const link = Object.assign(document.createElement("a"), {
    href: String(number) === sheet ? `#p-${key}` : `?sheet=${number}#p-${key}`,
    textContent: `Paragraph ${place}, sheet ${number}`,
  });
  const mark = Object.assign(document.createElement("mark"), { textContent: words });
  item.append(link, ` …${before}`, mark, `${after}…`);
  return item;
}

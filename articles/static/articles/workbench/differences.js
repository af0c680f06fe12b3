// The words being typed against the machine's, the last save's or the last edition's, as they change.
import { form, isJSON, post, tell } from "./form.js";
import { all, textOf } from "./place.js";

const PAUSE = 700;
const bar = document.getElementById("against");
let against = "machine";
let waiting = 0;

export function showDifferences() {
  bar.hidden = false;
  bar.addEventListener("click", ({ target }) => target.matches("button") && choose(target));
  form.addEventListener("input", ({ target }) => {
    if (!target.matches("textarea[name^='text-']")) return;
    clearTimeout(waiting);
    waiting = setTimeout(show, PAUSE, [target.closest(".para")]);
  });
}

function choose(button) {
  against = button.dataset.against;
  for (const each of bar.querySelectorAll("button")) each.setAttribute("aria-pressed", String(each === button));
  show(all(".para")).then((shown) => shown && tell(`Differences against ${button.textContent}.`));
}

async function show(paragraphs) {
  const body = new URLSearchParams({ against });
  for (const paragraph of paragraphs.filter(textOf)) {
    body.append("paragraph", textOf(paragraph).name.replace("text-", ""));
    body.append("text", textOf(paragraph).value);
  }
  try {
    const response = await post(form.dataset.difference, body);
    if (!response.ok || !isJSON(response)) throw new Error(response.status);
    const answer = await response.json();
    for (const paragraph of paragraphs.filter(textOf)) draw(paragraph, answer);
    return true;
  } catch {
    return false;
  }
}

function draw(paragraph, answer) {
  const found = answer[textOf(paragraph).name.replace("text-", "")];
  const place = paragraph.querySelector(".machine .diff");
  if (!found || !place) return;
  const tags = { same: "span", gone: "del", new: "ins" };
  place.replaceChildren(...found.changes.map(([op, text]) => Object.assign(document.createElement(tags[op]), { textContent: text })));
  const chosen = bar.querySelector("[aria-pressed='true']");
  paragraph.querySelector(".machine h3").textContent = `${chosen.dataset.told} → as typed, ${found.rate} % changed`;
}

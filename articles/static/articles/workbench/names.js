// House names: what is there is offered, what is not will be made, and the page says so beside the field.
import { form } from "./form.js";

const PAUSE = 250;
let waiting = 0;

export function nameAnew() {
  for (const field of form.querySelectorAll("input[list='people'], input[list='organizations']")) mark(field, false);
  form.addEventListener("input", ({ target }) => {
    if (!target.matches("input[list='people'], input[list='organizations']")) return;
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE, target);
  });
}

function mark(field, isNew) {
  let said = field.parentElement.querySelector(".is-new");
  if (!said) {
    said = document.createElement("p");
    said.className = "is-new";
    said.setAttribute("role", "status");
    field.after(said);
  }
  said.textContent = isNew ? "new: made when the fact is accepted" : "";
}

async function look(field) {
  const name = field.value.trim();
  if (!name) return mark(field, false);
  const query = new URLSearchParams({ of: field.getAttribute("list"), name });
  try {
    const response = await fetch(`${form.dataset.known}?${query}`, { headers: { Accept: "application/json" } });
    if (!response.ok) return;
    const answer = await response.json();
    if (field.value.trim() !== name) return;
    offer(field.list, answer.names);
    mark(field, !answer.known);
  } catch {
    // Without the newsroom the list that came with the page has to do.
  }
}

function offer(list, names) {
  const there = new Set([...list.options].map((option) => option.value));
  for (const name of names.filter((each) => !there.has(each))) list.append(new Option(name, name));
}

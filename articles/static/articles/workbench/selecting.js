// Words selected in a paragraph: a fact, a note or a term is made of them.
import { form, isJSON, post, tell } from "./form.js";
import { openNotes } from "./notes.js";
import { go } from "./place.js";
import { openTerm } from "./terms.js";

const KINDS = ["speech", "claim", "initiative", "award"];
const FORMS = ["", "-2", "-3", "-4"];
const NEAR = 80;
const bar = document.createElement("div");
let text = null;

export function offerSelection() {
  bar.className = "of-selection";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "Make of the selected words");
  for (const kind of KINDS) bar.append(button(`New ${kind}`, () => makeFact(kind)));
  bar.append(button("Note", makeNote), button("Always correct to …", () => openTerm(selection().selected)));
  document.addEventListener("selectionchange", () => follow(document.activeElement));
  bar.addEventListener("keydown", walk);
  form.addEventListener("focusin", ({ target }) => bar.contains(target) || follow(target));
}

export function makeOfSelection() {
  if (!bar.isConnected) return tell("Select words in a paragraph first.");
  bar.firstChild.focus();
}

function button(label, action) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", action);
  return made;
}

function follow(field) {
  if (bar.contains(field)) return;
  const selected = field?.matches?.("textarea[name^='text-']") && field.selectionStart < field.selectionEnd;
  if (!selected) return bar.remove();
  text = field;
  if (bar.previousSibling !== field) field.after(bar);
  bar.style.insetBlockStart = `${field.offsetTop + field.offsetHeight}px`;
}

function walk(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (event.key === "Escape") {
    event.preventDefault();
    text.focus();
  } else if (step) {
    const buttons = [...bar.children];
    const at = buttons.indexOf(document.activeElement);
    buttons.at((at + step) % buttons.length).focus();
  }
}

function selection() {
  const { value, selectionStart: start, selectionEnd: end } = text;
  return {
    paragraph: text.name.replace("text-", ""),
    text: value,
    selected: value.slice(start, end),
    before: value.slice(Math.max(0, start - NEAR), start),
    after: value.slice(end, end + NEAR),
  };
}

async function makeFact(kind) {
  const free = FORMS.find((number) => !form.elements[`new-quote${number}`].value.trim());
  if (free === undefined) return tell(`${FORMS.length} new facts are begun already: save them first.`);
  const field = (name) => form.elements[`new-${name}${free}`];
  const chosen = selection();
  const answer = await ask({ ...chosen, kind });
  if (!answer) return;
  field("kind").value = kind;
  field("paragraph").value = chosen.paragraph;
  for (const name of ["quote", "who", "what", "date"]) field(name).value = answer[name];
  field("quote").dispatchEvent(new Event("input", { bubbles: true }));
  go(field("quote"));
  field("who").focus();
  tell(answer.rule ? "Filled in from the sentence: check it, then save." : "Say who and what, then save.");
}

async function ask(body) {
  try {
    const response = await post(form.dataset.suggest, new URLSearchParams(body));
    if (!isJSON(response)) throw new Error(response.status);
    const answer = await response.json();
    if (response.ok) return answer;
    tell(answer.refusal);
  } catch {
    tell("The newsroom does not answer. Fill in the form below by hand.");
  }
  return null;
}

function makeNote() {
  const { paragraph, selected } = selection();
  openNotes(paragraph, selected);
}

// One key for each thing an editor does all day: with Alt anywhere, alone where she is in no field.
import { choose, form, tell } from "./form.js";
import { openFind } from "./finding.js";
import { openNotes } from "./notes.js";
import { all, beside, go, here, rememberPlace, textOf } from "./place.js";
import { makeOfSelection } from "./selecting.js";

const OPEN = ".problem:not([data-level='judged'])";
const UNSETTLED = `${OPEN}:not(:has([name='judge']:checked, [name^='use-']:not([value='']):checked))`;
const UNDECIDED = ".fact:has(input[value='suggested']:checked)";
const FIELDS = "textarea, select, input:not([type=checkbox]):not([type=radio]):not([type=submit]):not([type=button])";
const sheetOfKeys = document.getElementById("keys");
const singles = document.getElementById("single-keys");
const lastReason = "galley:because";

const ACTIONS = {
  n: () => moveTo(OPEN, 1, "problem"),
  p: () => moveTo(OPEN, -1, "problem"),
  a: takeProposal,
  d: dismiss,
  j: () => moveTo(".para", 1, "paragraph"),
  k: () => moveTo(".para", -1, "paragraph"),
  c: confirm,
  f: () => moveTo(".fact", 1, "fact"),
  g: () => moveTo(".fact", -1, "fact"),
  y: () => judge("accepted"),
  x: () => judge("rejected"),
  s: () => save(here(".para")),
  e: () => save(beside(all(".para"), 1) ?? here(".para")),
  m: makeOfSelection,
  o: noteHere,
  "/": openFind,
  "?": () => sheetOfKeys.showModal(),
};

export function obeyKeys() {
  document.addEventListener("keydown", pressed);
  form.addEventListener("change", rememberReason);
  singles.checked = localStorage.getItem("galley:single-keys") !== "off";
  singles.addEventListener("change", () => localStorage.setItem("galley:single-keys", singles.checked ? "on" : "off"));
  const button = document.getElementById("show-keys");
  button.hidden = false;
  button.addEventListener("click", ACTIONS["?"]);
}

function pressed(event) {
  if (event.isComposing || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  const action = wanted(event);
  if (!action) return;
  event.preventDefault();
  action();
}

function wanted(event) {
  const { target, altKey, ctrlKey, metaKey } = event;
  if (event.getModifierState("AltGraph")) return null;
  const key = letter(event);
  if (ctrlKey || metaKey) return key === "s" && !altKey && !event.shiftKey ? ACTIONS.s : null;
  const typing = target.matches(FIELDS);
  if (typing && !altKey) return event.key === "Escape" ? leaveField : null;
  if (event.key === "Enter" && target.matches(".para")) return () => textOf(target)?.focus();
  return altKey || singles.checked || key === "?" ? ACTIONS[key] : null;
}

// Where Alt makes another letter of a key, the key's own place counts.
function letter(event) {
  const key = event.key.toLowerCase();
  return event.altKey && !/^[a-z?/]$/.test(key) ? event.code.replace("Key", "").toLowerCase() : key;
}

function leaveField() {
  const item = here(".problem, .fact, .para");
  item ? go(item) : document.activeElement.blur();
}

function moveTo(selector, step, what) {
  const items = all(selector);
  const item = beside(items, step) ?? items.at(step > 0 ? 0 : -1);
  if (!item) return tell(`There is no ${what} on this sheet.`);
  go(item);
  tell(`${what[0].toUpperCase()}${what.slice(1)} ${items.indexOf(item) + 1} of ${items.length}`);
}

function takeProposal() {
  const first = here(".problem")?.querySelector("input[name^='use-'][value='0']");
  if (!first) return tell("There is no proposal to take. Go to a problem that has one.");
  if (first.checked) return leaveProposal(first);
  choose(first);
  onTo(UNSETTLED, `Taken, when you save: ${first.parentElement.innerText.trim()}.`);
}

function leaveProposal(first) {
  const none = form.querySelector(`input[name='${first.name}'][value='']`);
  none ? choose(none) : choose(first, false);
  tell("Left as it is.");
}

function dismiss() {
  const tick = here(".problem")?.querySelector("input[name='judge']");
  if (!tick) return tell("There is no problem to dismiss here.");
  if (tick.checked) {
    choose(tick, false);
    return tell("Open after all.");
  }
  const because = document.getElementById(`id_because-${tick.value}`);
  because.value = localStorage.getItem(lastReason) ?? because.value;
  choose(tick);
  onTo(UNSETTLED, `Dismissed, when you save: ${because.value}`);
}

// On a fact or a paragraph a note about it is begun; elsewhere the notes are opened.
function noteHere() {
  const item = here(".fact, .para");
  openNotes(item ? item.id.split("-")[1] : "");
}

function rememberReason({ target }) {
  if (target.name?.startsWith("because-") && target.value.trim()) localStorage.setItem(lastReason, target.value);
}

function confirm() {
  const paragraph = here(".para");
  const tick = paragraph?.querySelector("input[name^='confirmed-']");
  if (!tick) return tell("There is no paragraph to confirm here.");
  choose(tick, !tick.checked);
  if (!tick.checked) return tell("Not confirmed.");
  const next = beside(all(".para"), 1);
  if (next) go(next);
  tell("Confirmed, when you save.");
}

function judge(state) {
  const fact = here(".fact");
  const radio = fact?.querySelector(`input[name$='-state'][value='${state}']`);
  if (!radio) return tell("There is no fact here. f goes to the next one.");
  choose(radio);
  onTo(UNDECIDED, `${state[0].toUpperCase()}${state.slice(1)}, when you save.`);
}

// To the next one still open, from the top where the rest are settled.
function onTo(selector, sentence) {
  const open = all(selector);
  const next = beside(open, 1) ?? open[0];
  if (next) go(next);
  tell(next ? sentence : `${sentence} That was the last.`);
}

function save(paragraph) {
  const reason = form.elements.reason;
  rememberPlace(paragraph, document.activeElement.matches("textarea[name^='text-']"));
  if (!reason.value.trim()) {
    reason.focus();
    return tell("Say what you changed, and press Enter.");
  }
  form.requestSubmit(form.querySelector(".save-bar button[value='save']"));
}

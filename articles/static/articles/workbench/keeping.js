// Typing is kept at the server two seconds after the last key, and in this browser while the server is out of reach.
import { form, isJSON, post, sheet, tell, token, typed } from "./form.js";

const PAUSE = 2000;
const AGAIN = 15000;
const TOO_LONG = "This sheet is longer than can be sent at once. Make it shorter: nothing you typed is lost.";
const place = `galley:typing:${form.dataset.user}:${form.dataset.article}:${sheet}`;
const state = document.getElementById("kept-state");
const atFirst = typed({ withReason: false });

let waiting = 0;
let sending = null;
let submitting = false;
let kept = false;
let troubled = false;

export function keepTyping() {
  offerLocalCopy();
  form.addEventListener("input", noted);
  form.addEventListener("change", noted);
  form.addEventListener("submit", submitted);
  addEventListener("beforeunload", (event) => unsaved() && !submitting && event.preventDefault());
  addEventListener("pageshow", () => (submitting = false));
  addEventListener("online", () => troubled && keep());
  document.addEventListener("visibilitychange", () => {
    if (document.hidden ? waiting : troubled) keep();
  });
  if ("unsaved" in form.dataset) noted();
}

const unsaved = () => "unsaved" in form.dataset || typed({ withReason: false }) !== atFirst;

function noted() {
  writeLocalCopy();
  clearTimeout(waiting);
  waiting = setTimeout(keep, PAUSE);
}

async function keep() {
  clearTimeout(waiting);
  waiting = 0;
  if (submitting) return;
  if (!unsaved()) return forget();
  sending?.abort();
  sending = new AbortController();
  const body = typed();
  if (body.length > Number(form.dataset.most)) return trouble(TOO_LONG);
  try {
    heard(await post(form.dataset.keep, body, { signal: sending.signal }), body);
  } catch (error) {
    if (error.name !== "AbortError") trouble("No connection: your typing is kept in this browser.");
  }
}

async function heard(response, body) {
  if (!isJSON(response)) {
    return trouble(
      response.status === 403
        ? "You are logged out: your typing is kept in this browser. Saving asks you to log in."
        : "The newsroom does not answer well: your typing is kept in this browser.",
    );
  }
  const answer = await response.json();
  if (!response.ok) return trouble(`${answer.refusal} Your typing is kept in this browser.`);
  if (troubled) tell("Your typing is kept again.");
  troubled = false;
  kept = true;
  state.textContent = `Kept at ${answer.told}, not saved`;
  if (body === typed()) localStorage.removeItem(place);
}

function trouble(sentence) {
  if (!troubled) tell(sentence);
  troubled = true;
  state.textContent = "";
  waiting = setTimeout(keep, AGAIN);
}

function forget() {
  localStorage.removeItem(place);
  if (!kept) return;
  kept = false;
  state.textContent = "";
  post(form.dataset.discard, new URLSearchParams({ sheet })).catch(() => {});
}

// What the newsroom would not take stays on the page, where it can be made shorter.
function submitted(event) {
  if (typed().length > Number(form.dataset.most)) {
    event.preventDefault();
    return tell(TOO_LONG);
  }
  submitting = true;
  clearTimeout(waiting);
  sending?.abort();
  form.elements.csrfmiddlewaretoken.value = token();
  if (unsaved()) writeLocalCopy(true);
}

// The second line: this browser.

function writeLocalCopy(sent = false) {
  const copy = { at: new Date().toISOString(), base: Number(form.elements.base.value), form: typed(), sent };
  try {
    localStorage.setItem(place, JSON.stringify(copy));
  } catch {
    // No room in this browser, or none allowed: the server has the typing.
  }
}

function readLocalCopy() {
  try {
    return JSON.parse(localStorage.getItem(place));
  } catch {
    return null;
  }
}

function offerLocalCopy() {
  const copy = readLocalCopy();
  if (!copy || "unsaved" in form.dataset) return;
  const saved = copy.sent && Number(form.dataset.lastSaved) > copy.base;
  if (saved || copy.form === typed()) return localStorage.removeItem(place);
  const banner = document.getElementById("local-copy");
  banner.querySelector("[data-kept-at]").textContent = new Date(copy.at).toLocaleString("en-GB");
  banner.querySelector("[data-use]").addEventListener("click", () => useLocalCopy(copy));
  banner.querySelector("[data-discard]").addEventListener("click", () => {
    localStorage.removeItem(place);
    banner.hidden = true;
  });
  banner.hidden = false;
}

async function useLocalCopy(copy) {
  try {
    const response = await post(form.dataset.keep, copy.form);
    if (!response.ok) return tell("The newsroom did not take it. It is still in this browser: try again.");
  } catch {
    return tell("No connection. It is still in this browser: try again.");
  }
  localStorage.removeItem(place);
  submitting = true;
  location.assign(`?kept=1&sheet=${sheet}`);
}

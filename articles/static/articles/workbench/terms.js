// “Always correct to …”: a term made of selected words, without leaving the text.
import { form, isJSON, post, tell } from "./form.js";

const dialog = document.getElementById("term");
const wrong = document.getElementById("id_term-wrong");
const preferred = document.getElementById("id_term-preferred");
const error = dialog.querySelector(".error");

export function makeTerms() {
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
}

export function openTerm(words) {
  wrong.value = words.trim();
  preferred.value = "";
  error.textContent = "";
  dialog.showModal();
  preferred.focus();
}

async function send() {
  try {
    const body = new URLSearchParams({ wrong: wrong.value, preferred: preferred.value });
    const response = await post(form.dataset.term, body);
    if (!isJSON(response)) throw new Error(response.status);
    const answer = await response.json();
    if (!response.ok) return (error.textContent = answer.refusal);
    dialog.close();
    tell(answer.told);
  } catch {
    error.textContent = "The newsroom does not answer. Try again.";
  }
}

// Notes are written and resolved beside the text, which stays as it is being typed.
import { tell, token } from "./form.js";

const panel = document.getElementById("notes");

export function writeNotes() {
  panel.addEventListener("submit", (event) => {
    event.preventDefault();
    send(event.target);
  });
}

export function openNotes(about = "", words = "") {
  panel.open = true;
  const select = panel.querySelector("#id_note-about");
  if (about && select) {
    select.value = about;
    if (words) panel.querySelector("#id_note-proposed").value = words;
  }
  const target = (about && panel.querySelector("#id_note-text")) || panel.querySelector("summary");
  target.focus();
  target.scrollIntoView({ block: "center" });
}

async function send(sent) {
  const body = new URLSearchParams(new FormData(sent));
  body.set("csrfmiddlewaretoken", token());
  try {
    const response = await fetch(sent.action, { method: "POST", headers: { "X-Requested-With": "fetch" }, body });
    if (response.status === 404 || !response.headers.has("X-Notes")) throw new Error(response.status);
    replace(await response.text(), response.ok);
    tell(response.ok ? "The notes are up to date." : panel.querySelector(".error").textContent);
    panel.querySelector("summary").focus();
  } catch {
    tell("The note did not reach the newsroom. It is still there: try again.");
  }
}

// What a note may be about is what this sheet shows.
function replace(html, done) {
  const about = panel.querySelector("#id_note-about");
  panel.innerHTML = html;
  for (const note of document.querySelectorAll(".note[data-note]")) {
    if (!panel.querySelector(`#note-${note.dataset.note}`)) note.remove();
  }
  if (done) about.value = "";
  panel.querySelector("#id_note-about").replaceWith(about);
}

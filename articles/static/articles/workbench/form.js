// The sheet's form, as every part of the workbench uses it.

export const form = document.getElementById("bench");
export const sheet = form.elements.sheet.value;

// What was typed, as the server reads it. Without the reason it can be compared with another moment's.
export function typed({ withReason = true } = {}) {
  const data = new FormData(form);
  data.delete("csrfmiddlewaretoken");
  if (!withReason) data.delete("reason");
  return new URLSearchParams(data).toString();
}

// A login in another window changes the token, so the cookie's goes before the page's.
export function token() {
  const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  return cookie ? cookie[1] : form.elements.csrfmiddlewaretoken.value;
}

export function post(address, body, options = {}) {
  return fetch(address, {
    method: "POST",
    headers: {
      Accept: "application/json",
      "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8",
      "X-CSRFToken": token(),
    },
    body,
    ...options,
  });
}

export const isJSON = (response) => (response.headers.get("Content-Type") || "").includes("json");

// A tick or choice made by a key counts as one made by hand.
export function choose(control, checked = true) {
  control.checked = checked;
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

const region = document.getElementById("told");
export function tell(sentence) {
  region.textContent = "";
  requestAnimationFrame(() => (region.textContent = sentence));
}

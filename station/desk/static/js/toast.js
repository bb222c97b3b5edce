// A short sentence at the corner that goes away by itself; used when there is no field to stand beside.

import { h } from "./dom.js";

export function toast(text, bad = false) {
  const node = h("div", { class: bad ? "toast bad" : "toast" }, text);
  document.getElementById("toasts").append(node);
  setTimeout(() => node.remove(), bad ? 8000 : 4000);
}

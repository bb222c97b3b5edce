// Forms with the error beside the field it belongs to.

import { ApiError } from "./api.js";
import { h } from "./dom.js";
import { t } from "./i18n.js";
import { toast } from "./toast.js";

let serial = 0;

/** A labelled control; `name` is also where a field error of the API lands. */
export function field(name, label, control, hint = "") {
  serial += 1;
  const id = `f${serial}`;
  control.id = id;
  control.name = name;
  control.setAttribute("aria-describedby", `${id}-e`);
  return h("div", { class: "field", dataset: { field: name } }, h("label", { for: id }, label), control, hint && h("p", { class: "hint" }, hint), h("p", { class: "error", id: `${id}-e`, role: "alert" }));
}

export const input = (props = {}) => h("input", { type: "text", autocomplete: "off", ...props });
export const area = (props = {}) => h("textarea", { rows: 3, ...props });
export const select = (options, value) => h("select", { value }, options.map(([key, text]) => h("option", { value: key }, text)));

export function showError(form, error) {
  form.querySelectorAll(".error").forEach((node) => { node.textContent = ""; });
  form.querySelectorAll("[aria-invalid]").forEach((node) => node.removeAttribute("aria-invalid"));
  if (!error) return;
  const fields = error instanceof ApiError ? error.fields : {};
  let placed = false;
  for (const [name, sentence] of Object.entries(fields)) {
    const box = [...form.querySelectorAll("[data-field]")].find((node) => node.dataset.field === name);
    const line = box?.querySelector(".error");
    if (!line) continue;
    line.textContent = sentence;
    box.querySelector("input, select, textarea")?.setAttribute("aria-invalid", "true");
    placed = true;
  }
  const general = form.querySelector("[data-general]");
  const sentence = error instanceof ApiError ? error.sentence : t("error.unknown", { status: "" });
  if (!(error instanceof ApiError)) console.error(error);
  if (!placed && general) general.textContent = sentence;
  else if (!placed) toast(sentence, true);
}

/** A form whose submit button is held while the call runs; errors stay in the form. */
export function form(children, { submit, label, tone = "primary", cancel = null }) {
  const button = h("button", { class: `btn ${tone}`, type: "submit" }, label);
  const node = h("form", { class: "form", novalidate: true }, children, h("p", { class: "error", role: "alert", dataset: { general: "" } }),
    h("div", { class: "row end" }, cancel && h("button", { class: "btn quiet", type: "button", onclick: cancel }, t("common.cancel")), button));
  node.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (button.disabled) return;
    button.disabled = true;
    showError(node, null);
    try {
      await submit(node);
    } catch (error) {
      showError(node, error);
    } finally {
      button.disabled = false;
    }
  });
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) node.requestSubmit();
    if (event.key === "Escape" && cancel) cancel();
  });
  return node;
}

/** Says what is wrong with one field before any call is made. */
export function refuse(name, zhEnSentence) {
  throw new ApiError(422, { type: "/problems/invalid", detail: zhEnSentence, detail_zh: zhEnSentence, errors: [{ pointer: `/${name}`, detail: zhEnSentence, detail_zh: zhEnSentence }] });
}

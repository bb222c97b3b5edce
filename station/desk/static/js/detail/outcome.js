// The conclusion of a lead: result, effects, which signs were right, and the words for the clerk.

import { h } from "../dom.js";
import { area, field, form, input, refuse, select } from "../forms.js";
import { parseYuan } from "../format.js";
import { code, pick, t } from "../i18n.js";
import { state } from "../state.js";

const RESULTS = ["valid", "invalid", "duplicate", "transferred"];
const MONEY = ["loss_prevented", "payment_stopped", "frozen", "returned"];
const EFFECTS = ["dissuaded", ...MONEY, "parcel_intercepted", "suspects_caught", "items_seized"];
const VERDICTS = ["right", "wrong", "unclear"];

function effectRow(name) {
  const on = h("input", { type: "checkbox", dataset: { effect: name } });
  const takes = MONEY.includes(name) ? "effect.yuan" : name === "suspects_caught" ? "effect.count" : null;
  const amount = takes && input({ inputmode: "decimal", "aria-label": `${code("effect", name)} ${t(takes)}`, placeholder: t(takes), hidden: true, dataset: { amount: name } });
  on.addEventListener("change", () => { if (amount) { amount.hidden = !on.checked; if (on.checked) amount.focus(); } });
  return { name, on, amount, node: h("div", { class: "effect-row", dataset: { field: name } }, h("label", { class: "check" }, on, code("effect", name)), amount, h("p", { class: "error", role: "alert" })) };
}

function effectOf(row) {
  const effect = { code: row.name };
  if (MONEY.includes(row.name)) {
    effect.amount_fen = parseYuan(row.amount.value);
    if (!effect.amount_fen) refuse(row.name, t("error.amount"));
  } else if (row.name === "suspects_caught") {
    effect.count = Number(row.amount.value);
    if (!Number.isInteger(effect.count) || effect.count < 1) refuse(row.name, t("error.count"));
  }
  return effect;
}

function flagRow(item) {
  const group = h("div", { class: "segments", role: "group", "aria-label": pick(item) || item.question_id });
  let verdict = "";
  for (const name of VERDICTS) {
    group.append(h("button", { type: "button", dataset: { verdict: name }, "aria-pressed": "false", onclick: () => { verdict = verdict === name ? "" : name; [...group.children].forEach((node) => node.setAttribute("aria-pressed", String(node.dataset.verdict === verdict))); } }, code("flag", name)));
  }
  return { id: item.question_id, value: () => verdict, node: h("div", { class: "flag-row" }, h("span", { class: "break" }, pick(item) || item.question_id), group) };
}

export function outcomePanel(detail, { send, cancel }) {
  let result = "valid";
  const text = area({ maxlength: 300, value: t("outcome.text.valid") });
  const rows = EFFECTS.map(effectRow);
  const flags = (detail.evidence ?? []).filter((item) => item.answer === "yes").map(flagRow);
  const others = state.items.filter((item) => item.alert_id !== detail.alert_id);
  const duplicateOf = select([["", t("outcome.pick")], ...others.map((item) => [item.alert_id, `${item.short_no} ${item.merchant.name}`])], "");
  const effectBox = h("div", { class: "field" }, h("span", { class: "legend" }, t("outcome.effects")), h("div", { class: "effect-rows" }, rows.map((row) => row.node)), h("p", { class: "hint" }, t("outcome.money_note")));
  const duplicateBox = field("duplicate_of", t("outcome.duplicate_of"), duplicateOf);
  duplicateBox.hidden = true;
  const results = h("div", { class: "chips", role: "group", "aria-label": t("outcome.result") });
  function choose(name) {
    const untouched = RESULTS.some((one) => text.value === t(`outcome.text.${one}`)) || !text.value.trim();
    result = name;
    if (untouched) text.value = t(`outcome.text.${name}`);
    effectBox.hidden = name !== "valid";
    duplicateBox.hidden = name !== "duplicate";
    [...results.children].forEach((node) => node.setAttribute("aria-pressed", String(node.dataset.result === name)));
  }
  results.append(...RESULTS.map((name) => h("button", { class: "chip", type: "button", dataset: { result: name }, "aria-pressed": "false", onclick: () => choose(name) }, t(`outcome.${name}`))));
  choose("valid");
  const flagBox = flags.length ? h("div", { class: "field" }, h("span", { class: "legend" }, t("outcome.flags")), h("p", { class: "hint" }, t("outcome.flags.hint")), h("div", { class: "flag-rows" }, flags.map((flag) => flag.node))) : null;
  return form([results, effectBox, duplicateBox, flagBox, field("text", t("outcome.text"), text)], {
    label: t("act.outcome"), cancel,
    submit: () => {
      if (!text.value.trim()) refuse("text", t("error.text"));
      const body = { result, text: text.value.trim(), effects: result === "valid" ? rows.filter((row) => row.on.checked).map(effectOf) : [] };
      const verdicts = flags.filter((flag) => flag.value()).map((flag) => [flag.id, flag.value()]);
      if (verdicts.length) body.flags = Object.fromEntries(verdicts);
      if (result === "duplicate") body.duplicate_of = duplicateOf.value || refuse("duplicate_of", t("outcome.pick"));
      return send("outcome", body);
    },
  });
}

// What an officer can do with a lead: one click where nothing needs saying, a short form where it does.

import { h, icon } from "../dom.js";
import { area, field, form, input, refuse } from "../forms.js";
import { code, t } from "../i18n.js";
import { may, state } from "../state.js";
import { outcomePanel } from "./outcome.js";
import { rewardPanel } from "./reward_panel.js";

const ORDER = [["acknowledge", "check"], ["instruct", "send"], ["assign", "users"], ["verify", "search"], ["dispatch", "siren"], ["on_scene", "map-pin"], ["need_info", "circle-help"], ["outcome", "flag"], ["case_file", "file-text"], ["close", "archive"], ["reopen", "rotate-ccw"]];
const KEYS = { acknowledge: "A", instruct: "I" };
const REPLIES = ["stalled", "left", "handed_over", "photo", "ok", "cannot"];
const READY = [1, 2, 3, 4, 5, 6];

function tone(name, detail) {
  if (name === "acknowledge") return detail.urgency === "P1" ? "urgent" : "primary";
  return name === "instruct" && detail.acked_at && !detail.callback_at ? "primary" : "";
}

export function actionButtons(detail, openPanel, run) {
  if (!may("duty")) return [];
  const allowed = detail.allowed_actions ?? [];
  const buttons = ORDER.filter(([name]) => allowed.includes(name)).map(([name, symbol]) => h("button", { class: `btn ${tone(name, detail)} ${openPanel === name ? "on" : ""}`, type: "button", dataset: { act: name }, "aria-expanded": openPanel === name ? "true" : null, onclick: () => run(name) },
    icon(symbol), t(`act.${name}`), KEYS[name] && h("kbd", {}, KEYS[name])));
  if (allowed.includes("reward")) buttons.push(h("button", { class: `btn ${openPanel === "reward" ? "on" : "primary"}`, type: "button", dataset: { act: "reward" }, onclick: () => run("reward") }, icon("gift"), t("act.reward")));
  return buttons;
}

function said(control, name = control.name) {
  const text = control.value.trim();
  if (!text) refuse(name, t("error.text"));
  return text;
}

function instruct(detail, { send, cancel }) {
  const text = area({ maxlength: 300 });
  const urgent = h("input", { type: "checkbox", checked: detail.urgency === "P1" });
  const replies = REPLIES.map((name) => h("button", { class: "chip", type: "button", dataset: { reply: name }, "aria-pressed": String(["stalled", "left", "ok", "cannot"].includes(name)), onclick: (event) => { const node = event.currentTarget; node.setAttribute("aria-pressed", String(node.getAttribute("aria-pressed") !== "true")); } }, code("reply", name)));
  // The ready sentences are Chinese in both languages: the clerk reads them, not the officer.
  const ready = READY.map((n) => h("button", { class: "chip", type: "button", dataset: { ready: n }, onclick: () => { text.value = t(`ready.${n}`); text.focus(); } }, t(`ready.${n}`)));
  return form([
    h("div", { class: "chips" }, ready), field("text", t("act.instruct.text"), text),
    h("div", { class: "field" }, h("span", { class: "legend" }, t("act.instruct.replies")), h("div", { class: "chips" }, replies)),
    h("label", { class: "check" }, urgent, t("act.instruct.urgent")),
  ], { label: t("common.send"), cancel, submit: () => send("instruct", { text: said(text), urgent: urgent.checked, replies: replies.filter((node) => node.getAttribute("aria-pressed") === "true").map((node) => node.dataset.reply) }) });
}

function oneText(name, key, label, { preset = "", needed = true, max = 300 } = {}) {
  return (detail, { send, cancel }) => {
    const text = area({ value: preset ? t(preset) : "", maxlength: max });
    return form([field(key, t(label), text)], { label: t(`act.${name}`), cancel, submit: () => send(name, { [key]: needed ? said(text) : text.value.trim() }) });
  };
}

function assign(detail, { send, cancel }) {
  const unit = input({ value: detail.unit || state.officer.unit, maxlength: 60 });
  return form([field("unit", t("act.assign.unit"), unit)], { label: t("act.assign"), cancel, submit: () => send("assign", { unit: said(unit) }) });
}

const PANELS = {
  instruct,
  assign,
  dispatch: oneText("dispatch", "text", "act.dispatch.text", { preset: "act.dispatch.default", needed: false }),
  need_info: oneText("need_info", "question", "act.need_info.question"),
  reopen: oneText("reopen", "reason", "act.reopen.reason"),
  close: oneText("close", "text", "act.close.text", { preset: "act.close.default", needed: false }),
  outcome: outcomePanel,
  reward: rewardPanel,
};

export const panelFor = (name, detail, tools) => PANELS[name](detail, tools);

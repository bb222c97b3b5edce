// Running clocks: one timer for the page; every clock is an element that knows its deadline.

import { h } from "./dom.js";
import { now, span, wallClock } from "./format.js";
import { t } from "./i18n.js";

const SOON = 20;

function paint(node) {
  const left = (Number(node.dataset.due) - now()) / 1000;
  const limit = Math.max(SOON, Number(node.dataset.soon || SOON));
  const state = left < 0 ? "over" : left < limit ? "soon" : "";
  node.classList.toggle("over", state === "over");
  node.classList.toggle("soon", state === "soon");
  node.closest(".target")?.classList.toggle("over", state === "over");
  node.closest(".target")?.classList.toggle("soon", state === "soon");
  node.textContent = left < 0 ? t("clock.over", { span: span(left) }) : span(left);
}

/** A clock that runs against a deadline. */
export function countdown(iso, soonSeconds = SOON) {
  const node = h("span", { class: "clock", dataset: { due: Date.parse(iso), soon: soonSeconds } });
  paint(node);
  return node;
}

/** The next target of an alert that is not met yet: [name, deadline] or null. */
export function nextTarget(item) {
  const { ack_by: ack, callback_by: callback, decide_by: decide } = item.targets ?? {};
  if (ack && !item.acked_at) return ["ack", ack];
  if (callback && !item.callback_at) return ["callback", callback];
  if (decide && !item.decided_at) return ["decide", decide];
  return null;
}

export function startClocks() {
  setInterval(() => {
    document.querySelectorAll(".clock[data-due]").forEach((node) => {
      paint(node);
      // The target box is only found once the clock is on the page.
    });
    const wall = document.querySelector(".wall-clock");
    if (wall) wall.textContent = wallClock();
  }, 1000);
}

// What the next shift must know: what came, what is still open, what ran over its target.

import { ApiError, get } from "../api.js";
import { badge, card, empty, fill, h, icon } from "../dom.js";
import { now, time } from "../format.js";
import { code, t } from "../i18n.js";
import { isOpen, isOverdue } from "../queue_data.js";
import { stateBadge } from "./queue.js";

const HOURS = [8, 12, 24];

export function mountHandover(page) {
  let hours = 12;
  let items = [];
  const box = h("div", { class: "page-inner" });
  const choice = h("div", { class: "segments", role: "group", "aria-label": t("handover.title") });
  fill(page, h("div", { class: "page-inner" }, h("div", { class: "page-head" }, choice, h("span", { class: "grow" }), h("button", { class: "btn", type: "button", onclick: () => print() }, icon("file-text"), t("handover.print"))), box));

  function draw() {
    fill(choice, HOURS.map((n) => h("button", { type: "button", "aria-pressed": String(n === hours), onclick: () => { hours = n; draw(); } }, t("handover.lead", { hours: n }))));
    const recent = items.filter((item) => Date.parse(item.received_at) >= now() - hours * 3_600_000);
    const open = items.filter(isOpen);
    const kpi = (name, value) => h("div", { class: "kpi" }, h("span", {}, t(`handover.${name}`)), h("b", {}, value));
    const line = (item) => h("li", {}, badge(code("urgency", item.urgency), item.urgency === "P1" ? "red" : item.urgency === "P2" ? "amber" : "blue"), h("a", { href: `#/queue/${encodeURIComponent(item.alert_id)}` }, item.short_no), h("span", { class: "strong break" }, item.merchant.name), stateBadge(item.state),
      isOverdue(item) && badge(t("queue.overdue"), "red"), item.state === "need_info" && badge(t("handover.awaiting"), "violet"), h("span", { class: "grow" }), h("span", { class: "muted small" }, `${item.unit ?? ""} ${time(item.received_at, false)}`));
    fill(box, h("div", { class: "kpis" }, kpi("new", recent.length), kpi("open", open.length), kpi("overdue", open.filter(isOverdue).length), kpi("done", recent.filter((item) => !isOpen(item)).length)),
      card(t("handover.list"), open.length ? h("ul", { class: "mini" }, open.map(line)) : empty("circle-check", t("handover.none"))));
  }

  async function load() {
    try {
      items = (await get("/queue?state=all&limit=500")).items;
      draw();
    } catch (error) {
      fill(box, empty("circle-alert", error instanceof ApiError ? error.sentence : String(error)));
    }
  }

  document.addEventListener("desk:queue", load);
  load();
  return { leave: () => document.removeEventListener("desk:queue", load) };
}

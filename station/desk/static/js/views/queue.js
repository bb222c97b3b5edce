// The live queue and the open alert beside it.

import { countdown, nextTarget } from "../clocks.js";
import { openCase } from "../detail/case.js";
import { badge, empty, fill, fillRows, h } from "../dom.js";
import { time, yuan } from "../format.js";
import { code, language, t } from "../i18n.js";
import { isOpen, isOverdue, loadQueue } from "../queue_data.js";
import { state } from "../state.js";

const STATE_COLOUR = { received: "amber", need_info: "violet", valid: "green", case_filed: "green", invalid: "", duplicate: "", transferred: "", closed: "" };
export const stateBadge = (value) => badge(code("state", value), STATE_COLOUR[value] ?? "blue");

function clockOf(item) {
  const next = isOpen(item) ? nextTarget(item) : null;
  if (!next) return h("span", { class: "clock muted" }, time(item.received_at, false));
  const clock = countdown(next[1], item.urgency === "P1" ? 20 : 120);
  return h("span", { class: "row q-clock" }, h("span", { class: "small muted" }, t(`target.${next[0]}`)), clock);
}

function row(item, open) {
  const urgent = item.urgency === "P1" && isOpen(item);
  return h("button", { class: `q-item ${item.urgency} ${isOpen(item) ? "" : "done"}`, type: "button", dataset: { id: item.alert_id }, "aria-current": open ? "true" : "false", onclick: () => { location.hash = `#/queue/${item.alert_id}`; } },
    h("span", { class: "q-top" }, badge(code("urgency", item.urgency), urgent ? "red-solid" : item.urgency === "P2" ? "amber" : "blue"), h("span", { class: "no num" }, item.short_no), clockOf(item)),
    h("span", { class: "q-where" }, item.merchant.name, item.place_detail && h("span", {}, ` ${item.place_detail}`)),
    h("span", { class: "q-reason" }, item.top_reasons.join(" · ") || code("setting", item.setting)),
    h("span", { class: "q-bottom" }, stateBadge(item.state), badge(code("present", item.person_present), item.person_present === "yes" && isOpen(item) ? "red" : ""), badge(code("value", item.value_status)),
      item.silent && badge(t("queue.silent"), "violet"), item.late && badge(t("queue.late"), "amber"), item.withdrawn && badge(t("queue.withdrawn")), item.supplements > 0 && badge(t("queue.supplements", { n: item.supplements }), "blue"),
      item.amount_fen ? h("span", { class: "amount num" }, yuan(item.amount_fen)) : null));
}

function keysHelp() {
  const keys = [["J / K", "queue.key.move"], ["Enter", "queue.key.open"], ["A", "queue.key.ack"], ["I", "queue.key.instruct"]];
  return h("div", { class: "keys" }, keys.map(([key, text]) => h("span", {}, h("kbd", {}, key), t(text))));
}

export function mountQueue(page, rest) {
  let openId = rest[0] ?? null;
  let opened = null;
  const list = h("div", { class: "queue-list", role: "list", "aria-label": t("queue.title") });
  const tally = h("div", { class: "tally" });
  const scopes = h("div", { class: "segments", role: "group", "aria-label": t("queue.scope") });
  const pane = h("section", { class: "detail-pane", tabindex: "-1" });
  const consoleNode = h("div", { class: "console" }, h("section", { class: "queue-pane" }, h("div", { class: "queue-head" }, tally, scopes), list), pane);
  fill(page, consoleNode);

  function drawScopes() {
    fill(scopes, ["open", "all"].map((key) => h("button", { type: "button", dataset: { scope: key }, "aria-pressed": String(state.scope === key), onclick: () => { state.scope = key; drawScopes(); loadQueue().catch(() => {}); } }, t(key === "open" ? "queue.open" : "common.all"))));
  }

  function draw() {
    const open = state.items.filter(isOpen);
    const waiting = open.filter((item) => !item.acked_at).length;
    const overdue = open.filter(isOverdue).length;
    fill(tally, [["queue.waiting", waiting, waiting > 0], ["queue.overdue", overdue, overdue > 0], ["queue.running", open.length - waiting, false]].map(([key, n, hot]) => h("div", { class: hot ? "hot" : "" }, h("span", {}, t(key)), h("b", {}, n))));
    const top = list.scrollTop;
    const focused = document.activeElement?.dataset?.id;
    if (state.items.length) fillRows(list, state.items.map((item) => [item.alert_id, [item, item.alert_id === openId, language()], () => row(item, item.alert_id === openId)]));
    else fill(list, state.loaded ? empty("inbox", t(state.scope === "open" ? "queue.empty" : "queue.empty.all")) : empty("refresh-cw", t("common.loading")));
    list.scrollTop = top;
    if (focused) list.querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus();
  }

  function show() {
    opened?.leave();
    opened = null;
    consoleNode.classList.toggle("open", openId !== null);
    if (openId) {
      state.freshUrgent.delete(openId);
      opened = openCase(pane, openId);
    } else fill(pane, empty("inbox", t("queue.pick")), keysHelp());
  }

  function move(step) {
    const rows = [...list.querySelectorAll(".q-item")];
    if (!rows.length) return;
    const at = rows.findIndex((node) => node === document.activeElement);
    const from = at >= 0 ? at : rows.findIndex((node) => node.dataset.id === openId);
    const next = rows[Math.max(0, Math.min(rows.length - 1, from + step))];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "a" || event.key === "i") {
      event.preventDefault();
      opened?.act(event.key === "a" ? "acknowledge" : "instruct");
    }
  }

  const onChange = (event) => { if (!event.detail.alert_id || event.detail.alert_id === openId) opened?.reload(); };
  const onLive = (event) => { if (event.detail.connected) opened?.reload(); };
  const ticker = setInterval(() => { if (state.items.some(isOpen)) drawTally(); }, 5000);
  const drawTally = () => { const overdue = state.items.filter(isOverdue).length; const box = tally.children[1]; if (box) { box.lastChild.textContent = String(overdue); box.classList.toggle("hot", overdue > 0); } };
  document.addEventListener("desk:queue", draw);
  document.addEventListener("desk:changed", onChange);
  document.addEventListener("desk:live", onLive);
  document.addEventListener("keydown", onKey);
  drawScopes();
  draw();
  show();
  return {
    go: ([id]) => { openId = id ?? null; draw(); show(); },
    leave: () => {
      clearInterval(ticker);
      opened?.leave();
      document.removeEventListener("desk:queue", draw);
      document.removeEventListener("desk:changed", onChange);
      document.removeEventListener("desk:live", onLive);
      document.removeEventListener("keydown", onKey);
    },
  };
}

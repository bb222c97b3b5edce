// One open alert: keeps itself fresh without ever touching what the officer is typing.

import { ApiError, get, post } from "../api.js";
import { countdown } from "../clocks.js";
import { badge, empty, fill, fillWhenNew, h, icon } from "../dom.js";
import { setStationTime, span, time } from "../format.js";
import { code, t } from "../i18n.js";
import { isOpen, loadQueue } from "../queue_data.js";
import { may } from "../state.js";
import { toast } from "../toast.js";
import { stateBadge } from "../views/queue.js";
import { actionButtons, panelFor } from "./actions.js";
import { evidenceCard } from "./evidence.js";
import { linksCard, logCard } from "./history.js";
import { needsCard } from "./needs.js";
import { rewardsCard } from "./rewards_card.js";
import { threadCard } from "./thread.js";

function target(name, deadline, doneAt, receivedAt, open) {
  let clock;
  if (doneAt) clock = h("span", { class: "clock done", title: time(doneAt) }, t("target.took", { span: span((Date.parse(doneAt) - Date.parse(receivedAt)) / 1000) }));
  else if (deadline && open) clock = countdown(deadline, 20);
  else clock = h("span", { class: "clock muted" }, "—");
  const node = h("div", { class: "target" }, h("span", {}, t(`target.${name}`)), clock);
  if (clock.classList.contains("over")) node.classList.add("over");
  return node;
}

function head(detail) {
  const { targets = {}, received_at: received } = detail;
  const open = isOpen(detail);
  return [
    h("div", { class: "case-title" }, badge(code("urgency", detail.urgency), detail.urgency === "P1" ? "red-solid" : detail.urgency === "P2" ? "amber" : "blue"), stateBadge(detail.state),
      detail.silent && badge(t("queue.silent"), "violet"), detail.late && badge(t("queue.late"), "amber"), detail.withdrawn && badge(t("queue.withdrawn")), h("h2", {}, detail.merchant.name)),
    h("p", { class: "case-sub" }, [detail.short_no, `${t("case.clerk_no")} ${detail.clerk_no}`, code("setting", detail.setting), `${t("case.received")} ${time(received)}`, `${t("case.observed")} ${time(detail.observed_at)}`,
      `${t("case.member")} ${detail.member?.name ?? t("case.member.none")} · ${t(detail.signed ? "queue.signed" : "queue.unsigned")}`, detail.unit && `${t("case.unit")} ${detail.unit}`].filter(Boolean).map((text) => h("span", {}, text))),
    h("div", { class: "targets" }, target("ack", targets.ack_by, detail.acked_at, received, open), target("callback", targets.callback_by, detail.callback_at, received, open), target("decide", targets.decide_by, detail.decided_at, received, open)),
  ];
}

export function openCase(pane, id) {
  let detail = null;
  let alive = true;
  let panelName = "";
  const headBox = h("div", { class: "case-head" });
  const actionBox = h("div", { class: "action-bar", role: "toolbar" });
  const panelBox = h("div", {});
  const leftBox = h("div", { class: "case-col" });
  const rightBox = h("div", { class: "case-col" });
  const back = h("a", { class: "btn quiet small back", href: "#/queue" }, icon("chevron-left"), t("common.back"));
  fill(pane, empty("refresh-cw", t("common.loading")));
  pane.scrollTop = 0;

  function closePanel() {
    panelName = "";
    fill(panelBox);
    draw();
  }

  function openPanel(name) {
    if (panelName === name) {
      closePanel();
      return;
    }
    panelName = name;
    fill(panelBox, h("section", { class: "card action-panel", "aria-label": t(`act.${name}`) }, h("header", {}, h("h2", {}, t(`act.${name}`))), panelFor(name, detail, { send, cancel: closePanel, reload })));
    draw();
    // The bar is sticky and may be two rows high: the form must come to stand below it.
    panelBox.firstElementChild.style.scrollMarginTop = `${actionBox.offsetHeight + 12}px`;
    panelBox.firstElementChild.scrollIntoView({ block: "start" });
    panelBox.querySelector("textarea, input, select, button")?.focus({ preventScroll: true });
  }

  /** Sends one action; a lost race reloads first, so that the sentence is true. */
  async function send(name, body) {
    try {
      take(await post(`/alerts/${id}/actions`, { action: name, ...body }, { ifMatch: detail.revision }));
      if (panelName) closePanel();
      else draw();
      toast(t("act.done", { name: t(`act.${name}`) }));
      loadQueue().catch(() => {});
    } catch (error) {
      if (error instanceof ApiError && (error.status === 412 || error.status === 409)) await reload();
      throw error;
    }
  }

  async function act(name) {
    if (!detail || !may("duty") || !(detail.allowed_actions ?? []).includes(name)) return;
    if (["acknowledge", "verify", "on_scene", "case_file"].includes(name)) {
      try {
        await send(name, {});
      } catch (error) {
        toast(error instanceof ApiError ? error.sentence : String(error), true);
      }
    } else openPanel(name);
  }

  async function unmask(purpose) {
    const full = await post(`/alerts/${id}/unmask`, { purpose });
    detail = { ...detail, alert: full.alert, supplements: full.supplements, masked: false, unmasked: true };
    draw();
  }

  function draw() {
    if (!detail || !alive) return;
    const focused = document.activeElement?.dataset?.act;
    fill(headBox, head(detail));
    fillWhenNew(actionBox, [detail.allowed_actions, panelName, detail.acked_at, detail.callback_at], () => actionButtons(detail, panelName, (name) => (name === "reward" ? openPanel(name) : act(name))));
    actionBox.hidden = actionBox.childElementCount === 0;
    // A form open in a card (unmask, a reward's reason) is left alone until it is sent or closed.
    if (!leftBox.querySelector("form")) fill(leftBox, needsCard(detail, unmask), evidenceCard(detail));
    if (!rightBox.querySelector("form")) fill(rightBox, threadCard(detail), rewardsCard(detail, reload), linksCard(detail), logCard(detail));
    if (!headBox.isConnected) fill(pane, h("article", { class: "case" }, back, headBox, actionBox, panelBox, h("div", { class: "case-body" }, leftBox, rightBox)));
    if (focused) actionBox.querySelector(`[data-act="${focused}"]`)?.focus();
  }

  /** Takes a fresh answer. What was shown in full stays so while the case is open; what came since is masked as any other. */
  function take(fresh) {
    const open = detail?.unmasked ? detail : null;
    const later = open ? fresh.supplements.slice(open.supplements.length) : [];
    detail = open ? { ...fresh, alert: open.alert, supplements: [...open.supplements, ...later], masked: later.length > 0, unmasked: true } : fresh;
  }

  async function reload() {
    try {
      const fresh = await get(`/alerts/${id}`);
      if (!alive) return;
      if (fresh.now) setStationTime(fresh.now);
      take(fresh);
      draw();
    } catch (error) {
      if (alive && !detail) fill(pane, empty("circle-alert", error instanceof ApiError ? error.sentence : String(error)));
    }
  }

  reload();
  return { act, reload, leave: () => { alive = false; } };
}

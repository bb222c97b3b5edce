// One reward: who, what, how far along, and the steps this officer may take.

import { ApiError, post } from "./api.js";
import { h, icon } from "./dom.js";
import { field, form, input } from "./forms.js";
import { now, time, yuan } from "./format.js";
import { code, t } from "./i18n.js";
import { may, state } from "./state.js";
import { toast } from "./toast.js";

const PATH = ["proposed", "reviewing", "approved", "notified", "claimed", "paid"];
const NEXT = { proposed: ["review"], reviewing: ["approve"], approved: ["notify"], notified: ["expire"], claimed: ["pay"] };
const ROLES = { review: ["approver", "duty"], approve: ["approver"], notify: ["duty", "approver"], expire: ["approver", "finance"], pay: ["finance"], revoke: ["approver"] };
const ICONS = { review: "search", approve: "badge-check", notify: "megaphone", pay: "banknote", expire: "clock", revoke: "ban" };

function path(reward) {
  const stopped = ["expired", "revoked"].includes(reward.state);
  const steps = PATH.map((name) => (name === "paid" && reward.kind !== "cash" ? "awarded" : name));
  const reached = new Map((reward.history ?? []).map((item) => [item.state, item.at]));
  const nodes = steps.map((name) => h("li", { class: reward.state === name ? "now" : reached.has(name) ? "past" : "", title: reached.has(name) ? time(reached.get(name)) : null }, code("rstate", name)));
  if (stopped) nodes.push(h("li", { class: "stop" }, code("rstate", reward.state)));
  return h("ol", { class: "steps" }, nodes);
}

/** `reload` is called after a step; `bare` leaves out the lead's number when the lead is open anyway. */
export function rewardLine(reward, reload, { bare = false } = {}) {
  const node = h("div", { class: "reward-line", dataset: { reward: reward.reward_id, state: reward.state } });
  const buttons = h("div", { class: "row" });
  const take = async (step, extra = {}) => {
    try {
      await post(`/rewards/${reward.reward_id}/steps`, { step, ...extra }, { ifMatch: reward.revision });
      toast(t("act.done", { name: t(`step.${step}`) }));
      node.querySelector("form")?.remove();
      await reload();
    } catch (error) {
      if (error instanceof ApiError && [409, 412].includes(error.status)) await reload();
      if (extra.reason !== undefined) throw error;
      toast(error instanceof ApiError ? error.sentence : String(error), true);
    }
  };
  const open = (NEXT[reward.state] ?? []).filter((step) => step !== "expire" || Date.parse(reward.claim_by) < now());
  const steps = open.filter((step) => may(...ROLES[step]));
  if (open.length && !steps.length) buttons.append(h("span", { class: "small muted" }, t("reward.no_step", { who: ROLES[open[0]].map((role) => code("role", role)).join("/") })));
  if (reward.state === "notified") buttons.append(h("span", { class: "small muted" }, t("reward.claim_by", { time: time(reward.claim_by, false) })));
  for (const step of steps) {
    const own = step === "approve" && reward.proposed_by?.officer_id === state.officer.officer_id;
    if (own) buttons.append(h("span", { class: "small muted" }, t("reward.same")));
    else buttons.append(h("button", { class: `btn small ${step === "expire" ? "" : "primary"}`, type: "button", dataset: { step }, onclick: () => take(step) }, icon(ICONS[step], "icon-s"), t(`step.${step}`)));
  }
  if (!["paid", "awarded", "expired", "revoked"].includes(reward.state) && may(...ROLES.revoke)) {
    const revoke = h("button", { class: "btn small quiet", type: "button", dataset: { step: "revoke" }, onclick: () => {
      const reason = input({ maxlength: 200 });
      revoke.hidden = true;
      node.append(form([field("reason", t("reward.revoke.reason"), reason)], { label: t("step.revoke"), tone: "urgent", cancel: () => { node.querySelector("form")?.remove(); revoke.hidden = false; }, submit: () => take("revoke", { reason: reason.value.trim() }) }));
      reason.focus();
    } }, icon("ban", "icon-s"), t("step.revoke"));
    buttons.append(revoke);
  }
  const what = reward.kind === "cash" ? yuan(reward.amount_fen) : t(`reward.kind.${reward.kind}`);
  node.append(h("div", { class: "row" }, h("span", { class: "strong num" }, what), h("span", {}, reward.member?.name ?? ""), h("span", { class: "muted small" }, reward.merchant?.name ?? ""),
    !bare && h("a", { class: "small", href: `#/queue/${encodeURIComponent(reward.alert_id)}` }, reward.short_no ?? t("reward.lead")), h("span", { class: "grow" }), h("span", { class: "muted small" }, `${t("reward.by")} ${reward.proposed_by?.name ?? ""}${reward.approved_by ? ` · ${t("step.approve")} ${reward.approved_by.name}` : ""}`)),
  path(reward));
  if (reward.reason) node.append(h("p", { class: "small muted break" }, reward.reason));
  if (buttons.childElementCount) node.append(buttons);
  return node;
}

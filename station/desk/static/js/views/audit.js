// The audit log, newest first, with the state of its chain.

import { ApiError, get } from "../api.js";
import { badge, empty, fill, h } from "../dom.js";
import { time } from "../format.js";
import { code, has, t } from "../i18n.js";

/** What was done, in words; the code itself stays in the tip, for whoever compares with the database. */
function deed(action) {
  const [about, what] = action.split(".");
  if (has(`deed.${action}`)) return t(`deed.${action}`);
  return about === "lead" ? code("act", what.replaceAll("-", "_")) : about === "reward" ? code("step", what) : action;
}

function row(item) {
  const revision = item.before_revision === null && item.after_revision === null ? "" : `${item.before_revision ?? "–"} → ${item.after_revision ?? "–"}`;
  return h("tr", {}, h("td", { class: "nowrap num", "data-label": t("audit.at") }, time(item.at)), h("td", { "data-label": t("audit.actor") }, item.actor_name ?? item.actor), h("td", { title: item.action, "data-label": t("audit.action") }, deed(item.action)), h("td", { class: "mono break", "data-label": t("audit.subject") }, item.subject), h("td", { class: "nowrap num", "data-label": t("audit.revision") }, revision));
}

export function mountAudit(page) {
  const body = h("tbody", {});
  const state = h("div", { class: "row" });
  const more = h("button", { class: "btn", type: "button", hidden: true, onclick: () => load() }, t("common.more"));
  let before = null;
  fill(page, h("div", { class: "page-inner" }, state, h("div", { class: "sheet-wrap stack" }, h("table", { class: "sheet" }, h("thead", {}, h("tr", {}, ["at", "actor", "action", "subject", "revision"].map((name) => h("th", {}, t(`audit.${name}`))))), body)), h("div", { class: "row" }, more)));
  async function load() {
    try {
      const answer = await get(`/audit${before === null ? "" : `?before=${before}`}`);
      fill(state, badge(t(answer.chain_ok ? "audit.chain.ok" : "audit.chain.bad"), answer.chain_ok ? "green" : "red"));
      answer.rows.forEach((item) => body.append(row(item)));
      before = answer.rows.at(-1)?.audit_no ?? null;
      more.hidden = !answer.more;
      if (!body.childElementCount) fill(page, empty("scroll-text", t("audit.empty")));
    } catch (error) {
      fill(page, empty("circle-alert", error instanceof ApiError ? error.sentence : String(error)));
    }
  }
  load();
  return {};
}

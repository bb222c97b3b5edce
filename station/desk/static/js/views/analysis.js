// When, where, which method, which place; and how often each sign turned out right.

import { ApiError, get } from "../api.js";
import { card, empty, fill, h, sized } from "../dom.js";
import { yuan } from "../format.js";
import { code, pick, t } from "../i18n.js";

function bars(rows) {
  if (!rows.length) return h("p", { class: "muted small" }, t("analysis.none"));
  const most = Math.max(...rows.map((row) => row.count));
  return h("div", { class: "bars" }, rows.map((row) => h("div", { class: "bar" }, h("span", { class: "break" }, row.label), h("div", { class: "track", "aria-hidden": "true" }, sized(h("div", { class: "fill" }), "width", (100 * row.count) / most)), h("b", {}, row.count))));
}

function hours(counts) {
  const most = Math.max(1, ...counts);
  const columns = counts.map((count, hour) => h("div", { title: `${hour}:00 · ${count}` }, sized(h("i", { class: count ? "" : "zero" }), "height", (100 * count) / most)));
  return h("figure", { role: "img", "aria-label": counts.map((count, hour) => `${hour}: ${count}`).join(", ") }, h("div", { class: "hours" }, columns), h("div", { class: "hours-axis", "aria-hidden": "true" }, ["0:00", "6:00", "12:00", "18:00", "24:00"].map((text) => h("span", {}, text))));
}

function hit(flag) {
  const judged = flag.right + flag.wrong;
  if (!judged) return h("span", { class: "muted" }, "—");
  const rate = Math.round((100 * flag.right) / judged);
  return h("span", { class: "hit" }, h("span", { class: "track", "aria-hidden": "true" }, sized(h("span", { class: "fill" }), "width", rate)), h("b", { class: "num" }, `${rate}%`));
}

const labelled = (name, text) => ({ "data-label": t(name), ...text });

function flagTable(flags) {
  if (!flags.length) return h("p", { class: "muted small" }, t("analysis.none"));
  return h("div", { class: "sheet-wrap stack" }, h("table", { class: "sheet" },
    h("thead", {}, h("tr", {}, h("th", {}, t("analysis.flag")), ["asked_yes", "right", "wrong"].map((name) => h("th", { class: "right" }, t(`analysis.${name}`))), h("th", {}, t("analysis.hit")))),
    h("tbody", {}, flags.map((flag) => h("tr", {}, h("td", { class: "wide" }, pick(flag) || flag.id), ["asked_yes", "right", "wrong"].map((name) => h("td", labelled(`analysis.${name}`, { class: "right" }), flag[name])), h("td", labelled("analysis.hit"), hit(flag)))))));
}

const kpi = (name, value) => h("div", { class: "kpi" }, h("span", {}, t(`analysis.${name}`)), h("b", {}, value));

export function mountAnalysis(page) {
  fill(page, empty("refresh-cw", t("common.loading")));
  get("/analysis").then((data) => {
    if (!page.isConnected) return;
    const total = data.totals;
    const judged = total.valid + total.invalid;
    const named = (rows, kind) => rows.map((row) => ({ label: row.name ? pick(row.name) : code(kind, row.id), count: row.count }));
    fill(page, h("div", { class: "page-inner" },
      h("div", { class: "kpis" }, kpi("total", total.alerts), kpi("valid", total.valid), kpi("invalid", total.invalid), kpi("rate", judged ? `${Math.round((100 * total.valid) / judged)}%` : "—"), kpi("loss", yuan(total.loss_prevented_fen)), kpi("stopped", yuan(total.payment_stopped_fen))),
      h("div", { class: "grid-2" }, card(t("analysis.hours"), hours(data.by_hour)), card(t("analysis.settings"), bars(named(data.by_setting, "setting"))), card(t("analysis.scams"), bars(named(data.by_scam, "scam"))), card(t("analysis.merchants"), bars(data.by_merchant.map((row) => ({ label: row.label, count: row.count }))))),
      card(t("analysis.flags"), h("p", { class: "hint" }, t("analysis.hint")), flagTable(data.flags))));
  }).catch((error) => fill(page, empty("circle-alert", error instanceof ApiError ? error.sentence : String(error))));
  return {};
}

// Why the alert was made: the reasons with their points, then what was answered no or unknown.

import { h, icon } from "../dom.js";
import { pick, t, code } from "../i18n.js";

export function evidenceCard(detail) {
  const reasons = detail.reasons ?? [];
  const named = new Set(reasons.map((reason) => reason.id));
  const others = (detail.evidence ?? []).filter((item) => !named.has(item.question_id));
  if (!reasons.length && !others.length) return null;
  return h("section", { class: "card", id: "evidence" }, h("header", {}, h("h2", {}, t("why.title")), h("span", { class: "muted small" }, detail.alert?.ruleset)),
    h("ul", { class: "reasons" }, reasons.map((reason) => h("li", { class: `reason ${reason.points < 0 ? "less" : ""}` }, icon(reason.points < 0 ? "circle-check" : "flag"), h("span", { class: "break" }, pick(reason) || reason.id), h("b", {}, reason.points > 0 ? `+${reason.points}` : reason.points)))),
    others.length ? h("details", {}, h("summary", { class: "small muted" }, `${t("why.other")} ${others.length}`),
      h("ul", { class: "reasons" }, others.map((item) => h("li", { class: "reason aside" }, icon(item.answer === "no" ? "x" : item.answer === "yes" ? "check" : "circle-help"), h("span", { class: "break" }, pick(item) || item.question_id), h("span", { class: "small muted" }, code("answer", item.answer)))))) : null);
}

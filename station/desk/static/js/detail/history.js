// What happened to the lead so far, and other leads that share a phone, an account or a waybill with it.

import { badge, h } from "../dom.js";
import { time, yuan } from "../format.js";
import { code, has, t } from "../i18n.js";

function line(item) {
  const step = item.kind === "reward" && item.data?.step ? `${t("event.reward")} · ${has(`step.${item.data.step}`) ? t(`step.${item.data.step}`) : code("rstate", item.data.reward_state)}` : "";
  const what = step || (item.kind === "state" && item.data?.state ? code("state", item.data.state) : has(`event.${item.kind}`) ? t(`event.${item.kind}`) : item.kind);
  return h("li", {}, h("div", { class: "when" }, h("span", { class: "num" }, time(item.at)), h("span", {}, /^(terminal|member):/.test(item.actor) ? t("thread.clerk") : item.actor)), h("div", { class: "break" }, h("span", { class: "strong" }, what), item.text ? ` · ${item.text}` : ""));
}

function effects(detail) {
  if (!detail.effects?.length) return null;
  return h("div", { class: "chips" }, detail.effects.map((one) => badge(`${code("effect", one.code)}${one.amount_fen ? ` ${yuan(one.amount_fen)}` : ""}${one.count ? ` ${one.count}` : ""}`, "green")));
}

export function logCard(detail) {
  return h("section", { class: "card", id: "log" }, h("header", {}, h("h2", {}, t("log.title"))), effects(detail), h("ol", { class: "log" }, [...(detail.timeline ?? [])].reverse().map(line)));
}

export function linksCard(detail) {
  if (!detail.links?.length) return null;
  return h("section", { class: "card", id: "links" }, h("header", {}, h("h2", {}, t("links.title"))),
    h("ul", { class: "links" }, detail.links.map((link) => h("li", {}, badge(code("links", link.why), "amber"), h("a", { href: `#/queue/${encodeURIComponent(link.alert_id)}` }, link.short_no ?? link.alert_id), h("span", { class: "muted" }, [link.merchant_name, link.at && time(link.at, false), link.state && code("state", link.state)].filter(Boolean).join(" · "))))));
}

// The line to the counter: what the desk said, whether it was seen, and what the clerk answered or added.

import { badge, h, icon } from "../dom.js";
import { time } from "../format.js";
import { code, t } from "../i18n.js";
import { toldFacts } from "./needs.js";

function fromDesk(item) {
  const question = item.kind === "question";
  const seen = item.seen_at ? h("span", { class: "seen" }, icon("eye"), t("thread.seen", { time: time(item.seen_at) })) : h("span", { class: "unseen" }, icon("clock"), t("thread.unseen"));
  return { at: item.at, node: h("li", { class: `msg out ${question ? "question" : ""}` },
    h("div", { class: "bubble" }, item.text),
    h("div", { class: "meta" }, question && badge(t("thread.question"), "violet"), item.urgent && badge(t("thread.urgent"), "red"), h("span", {}, `${item.officer ?? t("thread.officer")} ${time(item.at)}`), seen)) };
}

function fromClerk(item) {
  const reply = item.reply_code ? code("reply", item.reply_code) : "";
  const text = [item.text?.startsWith(reply) ? "" : reply, item.text].filter(Boolean).join("\n");
  const told = toldFacts(item.fields ?? {});
  return { at: item.received_at, node: h("li", { class: "msg in" }, h("div", { class: "bubble" }, text || (told ? "" : code("sup", item.kind)), told),
    h("div", { class: "meta" }, item.kind !== "reply" && badge(code("sup", item.kind), "blue"), h("span", {}, `${item.member?.name ?? t("thread.clerk")} ${time(item.received_at)}`))) };
}

// A link, not a thumbnail: looking at a file is a step of its own and leaves a line in the audit trail.
function fromFile(item, detail) {
  const name = t(item.media_type === "application/pdf" ? "file.document" : "file.photo");
  const caption = (detail.supplements ?? []).find((one) => one.attachment?.sha256 === item.sha256)?.attachment.caption;
  const size = `${Math.max(1, Math.round(item.bytes / 1024))} kB`;
  const shown = item.complete
    ? h("a", { href: `/api/v1/desk/attachments/${item.sha256}?alert_id=${encodeURIComponent(detail.alert_id)}`, target: "_blank", rel: "noopener" }, `${name} · ${size}`)
    : `${name} · ${t("file.partial", { percent: Math.floor((100 * item.received) / item.bytes) })}`;
  return { at: item.at, node: h("li", { class: "msg in" }, h("div", { class: "bubble" }, shown, caption ? ` ${caption}` : ""),
    h("div", { class: "meta" }, badge(code("sup", "attachment"), "blue"), h("span", {}, `${t("thread.clerk")} ${time(item.at)}`))) };
}

export function threadCard(detail) {
  const files = (detail.attachments ?? []).map((item) => fromFile(item, detail));
  const told = (detail.supplements ?? []).filter((item) => item.kind !== "attachment" || item.text);
  const lines = [...(detail.instructions ?? []).map(fromDesk), ...told.map(fromClerk), ...files].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return h("section", { class: "card", id: "thread" }, h("header", {}, h("h2", {}, t("thread.title"))),
    lines.length ? h("ol", { class: "thread", "aria-live": "polite" }, lines.map((line) => line.node)) : h("p", { class: "muted small" }, t("thread.empty")));
}

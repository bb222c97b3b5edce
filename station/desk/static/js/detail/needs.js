// The nine things a duty officer needs, in that order.

import { badge, h, icon } from "../dom.js";
import { area, field, form } from "../forms.js";
import { grams, time, yuan } from "../format.js";
import { code, t } from "../i18n.js";

const fact = (label, value, extra = "") => (value === undefined || value === null || value === "" ? null : h("span", { class: extra }, h("i", {}, label), value));
const facts = (...items) => {
  const kept = items.flat(2).filter(Boolean);
  return kept.length ? h("div", { class: "facts" }, kept) : h("span", { class: "none" }, t("common.none"));
};

function presence(d, a) {
  return [h("div", {}, badge(code("present", a.person_present), a.person_present === "yes" ? "red" : ""), " ", d.place, d.place_detail ? ` · ${d.place_detail}` : ""),
    facts(fact(t("fact.left_at"), time(a.left_at)), fact(t("fact.direction"), a.direction)).className === "facts" ? facts(fact(t("fact.left_at"), time(a.left_at)), fact(t("fact.direction"), a.direction)) : null,
    d.silent ? h("div", { class: "none", dataset: { assumed: "" } }, t("need.silent")) : null];
}

function intercept(a) {
  const { handover: hand = {}, payee = {}, vehicle = {}, recipient = {} } = a;
  return [fact(t("fact.when"), hand.when), fact(t("fact.where"), hand.where), fact(t("fact.how"), hand.how), fact(t("fact.to_whom"), hand.to_whom),
    fact(t("fact.plate"), vehicle.plate, "mono"), fact(t("fact.vehicle"), vehicle.desc), fact(t("fact.waybill"), a.waybill_no, "mono"), fact(t("fact.courier"), a.courier_code),
    fact(t("fact.payee"), payee.account, "mono"), fact(t("fact.payee_name"), payee.name), fact(t("fact.bank"), payee.bank),
    fact(t("fact.recipient"), recipient.name), fact(t("fact.phone"), recipient.phone, "mono"), fact(t("fact.address"), recipient.address)];
}

function contact(a) {
  const { contact: c = {} } = a;
  const silent = c.mode && c.mode !== "call";
  return h("div", {}, badge(code("contact", c.mode), silent ? "violet" : "blue"), " ", c.phone ? h("span", { class: "mono strong" }, c.phone) : null);
}

function kind(d, a) {
  const points = a.score_detail?.scores?.[d.track];
  return [h("div", {}, h("span", { class: "strong" }, code("track", d.track)), " · ", code("level", d.level), Number.isFinite(points) ? ` · ${t("score.points", { n: points })}` : ""),
    h("ul", { class: "reasons" }, (d.reasons ?? []).slice(0, 3).map((reason) => h("li", { class: "reason" }, icon("flag"), h("span", { class: "break" }, reasonText(reason))))),
    facts2(fact(t("fact.scam_types"), (d.scam_names ?? []).map(pickName).join("、")), d.level !== a.computed_level && a.computed_level ? fact(t("fact.computed"), code("level", a.computed_level)) : null,
      fact(t("fact.level_reason"), a.level_reason), a.urgency_by_clerk === "urgent" ? badge(t("fact.urgent_by_clerk"), "red") : null),
    a.insufficient ? h("div", { class: "none" }, t("fact.insufficient")) : null];
}

const facts2 = (...items) => (items.flat().filter(Boolean).length ? facts(...items) : null);
const lang = () => document.documentElement.lang.startsWith("zh");
const reasonText = (reason) => (lang() ? reason.zh : reason.en) || reason.id;
const pickName = (name) => (lang() ? name.zh : name.en) || name.id;

function worth(a) {
  const payments = (a.payments ?? []).map((p) => `${code("method", p.method)} ${yuan(p.amount_fen)} ${code("payer", p.payer)}${p.last4 ? ` *${p.last4}` : ""}${p.ok === false ? `(${t("fact.failed")})` : ""}`);
  return [a.amount_fen ? h("span", { class: "strong num" }, yuan(a.amount_fen)) : null, fact(t("fact.weight"), grams(a.weight_mg)), fact(t("fact.item"), code("item", a.item_kind)), fact(t("fact.purity"), a.purity),
    fact(t("fact.payments"), payments.join("；")), fact(t("fact.declared"), a.declared_content), fact(t("fact.measured"), grams(a.measured_weight_mg)), fact(t("fact.insured"), yuan(a.insured_value_fen))];
}

function who(a) {
  const { subject: s = {}, cctv = {} } = a;
  return [fact(t("fact.desc"), s.desc), fact(t("fact.name"), s.name), fact(t("fact.phone"), s.phone, "mono"), fact(t("fact.id"), [s.id_type, s.id_no].filter(Boolean).join(" "), "mono"),
    fact(t("fact.camera"), [cctv.camera, [time(cctv.from), time(cctv.to)].filter(Boolean).join("–")].filter(Boolean).join(" "))];
}

function said(a) {
  return [fact("", a.cover_story), fact(t("fact.actions"), (a.actions_taken ?? []).map((one) => code("did", one)).join("、"))];
}

const dangers = (a) => (a.danger_flags ?? []).map((flag) => badge(code("danger", flag), "red"));

/** The alert as it stands now: the clerk's later words in place of the earlier ones. */
const standing = (detail) => Object.assign({}, detail.alert, ...(detail.supplements ?? []).map((one) => one.fields));

/** What one supplement told, in words; the judgement that follows from the answers is shown with the case. */
export function toldFacts(a) {
  const { place = {} } = a;
  const answers = (a.evidence ?? []).length;
  const kept = [fact("", code("present", a.person_present)), fact(t("fact.left_at"), time(a.left_at)), fact(t("fact.direction"), a.direction), fact(t("fact.place"), [place.address, place.detail].filter(Boolean).join(" · ")),
    fact("", code("value", a.value_status)), fact(t("fact.value_location"), a.value_location), intercept(a), fact(t("fact.contact"), [code("contact", a.contact?.mode), a.contact?.phone].filter(Boolean).join(" ")), worth(a), dangers(a), said(a), who(a), fact(t("fact.narrative"), a.narrative), fact(t("fact.late_reason"), a.late_reason),
    answers && fact("", t("fact.answers", { n: answers }))].flat(2).filter(Boolean);
  return kept.length ? h("div", { class: "facts" }, kept) : null;
}

function maskLine(detail, unmask) {
  const shown = detail.unmasked && h("p", { class: "notice amber shown" }, icon("eye"), t("case.unmasked"));
  if (!detail.masked || !(detail.allowed_actions ?? []).includes("unmask")) return shown || null;
  const box = h("div", {});
  const purpose = area({ rows: 2, maxlength: 200 });
  const open = () => {
    box.replaceChildren(form([field("purpose", t("case.unmask.purpose"), purpose, t("case.unmask.hint"))], {
      label: t("case.unmask"), cancel: () => box.replaceChildren(button), submit: async () => { const why = purpose.value.trim(); box.remove(); try { await unmask(why); } catch (error) { line.append(box); throw error; } },
    }));
    purpose.focus();
  };
  const button = h("button", { class: "btn small", type: "button", id: "unmask", onclick: open }, icon("eye", "icon-s"), t("case.unmask"));
  box.append(button);
  const line = h("div", { class: "mask-line" }, h("p", { class: "small muted" }, icon("eye-off", "icon-s"), " ", t("case.masked")), box);
  return line;
}

export function needsCard(detail, unmask) {
  const a = standing(detail);
  const danger = dangers(a);
  const answers = [presence(detail, a), [h("div", {}, code("value", detail.value_status)), a.value_location && h("div", { class: "small" }, fact(t("fact.value_location"), a.value_location))], facts(intercept(a)), contact(a), kind(detail, a), facts(worth(a)),
    danger.length ? danger : h("span", { class: "none" }, t("fact.no_danger")), facts(said(a)), facts(who(a))];
  return h("section", { class: "card", id: "needs" }, h("header", {}, h("h2", {}, t("need.title"))),
    a.narrative && h("p", { class: "notice pre narrative" }, icon("quote"), h("span", {}, a.narrative)),
    h("ol", { class: "needs" }, answers.map((answer, index) => h("li", { class: `need ${index < 2 ? "first" : ""}` }, h("span", { class: "need-no", "aria-hidden": "true" }, index + 1), h("span", { class: "need-q" }, t(`need.${index + 1}`)), h("div", { class: "need-a" }, answer)))),
    maskLine(detail, unmask));
}

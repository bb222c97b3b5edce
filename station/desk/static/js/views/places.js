// Merchants with their members, terminals and enrolment codes.

import { ApiError, get, post } from "../api.js";
import { badge, card, empty, fill, h, icon } from "../dom.js";
import { field, form, input, select } from "../forms.js";
import { time } from "../format.js";
import { code, t } from "../i18n.js";
import { may } from "../state.js";
import { toast } from "../toast.js";

const TRADES = ["gold", "courier", "bank", "rider", "property", "community", "volunteer"];

function secret(title, value, hint) {
  return h("div", { class: "notice" }, icon("key-round"), h("div", {}, h("div", { class: "strong" }, title), h("div", { class: "secret", dataset: { secret: "" } }, value), h("div", { class: "small" }, hint)));
}

function placeCard(merchant, members, terminals, reload) {
  const extra = h("div", {});
  const admin = may("admin");
  const button = (symbol, text, onclick, name) => h("button", { class: "btn small", type: "button", dataset: { do: name }, onclick }, icon(symbol, "icon-s"), text);
  const fail = (error) => toast(error instanceof ApiError ? error.sentence : String(error), true);

  async function newCode() {
    try {
      const made = await post("/enrolment-codes", { merchant_id: merchant.merchant_id });
      fill(extra, secret(t("place.code"), made.code, t("place.code.until", { time: time(made.expires_at) })), h("p", { class: "small", dataset: { fingerprint: "" } }, t("place.code.check", { digits: made.fingerprint })));
    } catch (error) { fail(error); }
  }

  function addMember() {
    const name = input({ maxlength: 40 });
    const role = select([["clerk", t("place.role.clerk")], ["manager", t("place.role.manager")]], "clerk");
    fill(extra, form([h("div", { class: "cols" }, field("name", t("place.member.name"), name), field("role", t("place.member.role"), role))], {
      label: t("place.add_member"), cancel: () => fill(extra),
      submit: async () => {
        const made = await post("/members", { merchant_id: merchant.merchant_id, name: name.value.trim(), role: role.value });
        const shown = secret(t("place.activation", { name: name.value.trim() }), made.activation_code, t("place.activation.hint"));
        await reload(merchant.merchant_id, shown);
      },
    }));
    name.focus();
  }

  function revoke(terminal) {
    const reason = input({ maxlength: 200 });
    fill(extra, form([h("p", { class: "small" }, terminal.name), field("reason", t("place.revoke.reason"), reason)], { label: t("place.revoke"), tone: "urgent", cancel: () => fill(extra), submit: async () => { await post(`/terminals/${terminal.terminal_id}/revoke`, { reason: reason.value.trim() }); await reload(); } }));
    reason.focus();
  }

  const person = (one) => h("li", {}, h("span", { class: "strong" }, one.name), h("span", { class: "muted small" }, code("place.role", one.role)), h("span", { class: "grow" }), one.active ? badge(t("place.active"), "green") : badge(t("place.inactive"), "amber"));
  const computer = (one) => h("li", {}, icon("monitor-smartphone", "icon-s"), h("span", { class: "strong" }, one.name), h("span", { class: "muted small" }, t("place.terminal.since", { time: time(one.enrolled_at, false) })), h("span", { class: "grow" }),
    one.revoked_at ? badge(t("place.revoked"), "red") : admin ? h("button", { class: "btn small quiet", type: "button", onclick: () => revoke(one) }, t("place.revoke")) : null);
  const node = h("section", { class: "card place", dataset: { merchant: merchant.merchant_id } },
    h("div", { class: "place-head" }, h("h2", {}, merchant.name), badge(code("trade", merchant.trade), "blue"), h("span", { class: "grow" }), admin && button("plus", t("place.add_member"), addMember, "member"), admin && button("key-round", t("place.code.new"), newCode, "code")),
    h("p", { class: "muted small break" }, [merchant.address, merchant.phone].filter(Boolean).join(" · ")), extra,
    h("div", { class: "grid-2" },
      h("div", {}, h("h3", {}, `${t("place.members")} ${members.length}`), members.length ? h("ul", { class: "mini" }, members.map(person)) : h("p", { class: "muted small" }, t("place.no_members"))),
      h("div", {}, h("h3", {}, `${t("place.terminals")} ${terminals.length}`), terminals.length ? h("ul", { class: "mini" }, terminals.map(computer)) : h("p", { class: "muted small" }, t("place.no_terminals")))));
  return { node, extra };
}

export function mountPlaces(page) {
  const list = h("div", { class: "page-inner" });
  const adder = h("div", {});
  const head = may("admin") && h("div", { class: "page-head" }, h("span", { class: "grow" }), h("button", { class: "btn primary", type: "button", id: "add-place", onclick: () => openAdd() }, icon("plus"), t("place.add")));
  fill(page, h("div", { class: "page-inner" }, head, adder, list));

  function openAdd() {
    const name = input({ maxlength: 80 });
    const trade = select(TRADES.map((one) => [one, code("trade", one)]), "gold");
    const address = input({ maxlength: 200 });
    const phone = input({ type: "tel", maxlength: 30 });
    fill(adder, card(t("place.add"), form([h("div", { class: "cols" }, field("name", t("place.name"), name), field("trade", t("place.trade"), trade), field("address", t("place.address"), address), field("phone", t("place.phone"), phone))], {
      label: t("place.add"), cancel: () => fill(adder),
      submit: async () => {
        await post("/merchants", { name: name.value.trim(), trade: trade.value, address: address.value.trim(), phone: phone.value.trim() });
        fill(adder);
        toast(t("place.created"));
        await load();
      },
    })));
    name.focus();
  }

  async function load(focusId, shown) {
    try {
      const [{ merchants }, { members }, { terminals }] = await Promise.all([get("/merchants"), get("/members"), get("/terminals")]);
      if (!merchants.length) fill(list, empty("store", t("place.empty")));
      else fill(list, merchants.map((merchant) => {
        const built = placeCard(merchant, members.filter((one) => one.merchant_id === merchant.merchant_id), terminals.filter((one) => one.merchant_id === merchant.merchant_id), load);
        if (merchant.merchant_id === focusId && shown) built.extra.append(shown);
        return built.node;
      }));
    } catch (error) {
      fill(list, empty("circle-alert", error instanceof ApiError ? error.sentence : String(error)));
    }
  }

  load();
  return {};
}

// Notices to the merchants, by trade and area.

import { ApiError, get, post } from "../api.js";
import { badge, card, empty, fill, h } from "../dom.js";
import { area, field, form, input, select } from "../forms.js";
import { time } from "../format.js";
import { code, t } from "../i18n.js";
import { may } from "../state.js";
import { toast } from "../toast.js";

const TRADES = ["", "gold", "courier", "bank", "rider", "property", "community", "volunteer"];

export function mountBulletins(page) {
  const list = h("div", { class: "page-inner" });
  fill(page, h("div", { class: "page-inner" }, may("duty", "admin") && composer(), list));

  function composer() {
    const title = input({ maxlength: 60 });
    const text = area({ maxlength: 1000, rows: 4 });
    const trade = select(TRADES.map((one) => [one, one ? code("trade", one) : t("trade.all")]), "");
    const region = input({ maxlength: 60 });
    return card(t("bulletin.new"), form([field("title", t("bulletin.title"), title), field("text", t("bulletin.text"), text), h("div", { class: "cols" }, field("trade", t("bulletin.trade"), trade), field("area", t("bulletin.area"), region, t("bulletin.area.hint")))], {
      label: t("bulletin.send"),
      submit: async () => {
        await post("/bulletins", { title: title.value.trim(), text: text.value.trim(), trade: trade.value || null, area: region.value.trim() || null });
        title.value = "";
        text.value = "";
        toast(t("bulletin.sent"));
        await load();
      },
    }));
  }

  async function load() {
    try {
      const { bulletins } = await get("/bulletins");
      fill(list, bulletins.length ? bulletins.map((one) => h("article", { class: "card bulletin" }, h("div", { class: "row" }, h("h2", { class: "break" }, one.title), h("span", { class: "grow" }), badge(one.trade ? code("trade", one.trade) : t("trade.all"), "blue"), badge(one.area || t("bulletin.everywhere"))),
        h("p", { class: "pre" }, one.text), h("p", { class: "small muted" }, `${time(one.issued_at)} · ${one.officer ?? ""} · ${t("bulletin.shown", { n: one.shown ?? 0 })}`))) : empty("megaphone", t("bulletin.empty")));
    } catch (error) {
      fill(list, empty("circle-alert", error instanceof ApiError ? error.sentence : String(error)));
    }
  }

  load();
  return {};
}

// All rewards by state.

import { ApiError, get } from "../api.js";
import { card, empty, fill, h } from "../dom.js";
import { code, t } from "../i18n.js";
import { rewardLine } from "../reward_line.js";

const STATES = ["proposed", "reviewing", "approved", "notified", "claimed", "paid", "awarded", "expired", "revoked"];

export function mountRewards(page) {
  let chosen = "";
  let rewards = [];
  const chips = h("div", { class: "chips", role: "group", "aria-label": t("reward.title") });
  const list = h("div", { class: "page-inner" });
  fill(page, h("div", { class: "page-inner" }, chips, list));

  function draw() {
    const count = (name) => rewards.filter((reward) => reward.state === name).length;
    fill(chips, [["", t("common.all"), rewards.length], ...STATES.filter(count).map((name) => [name, code("rstate", name), count(name)])].map(([name, text, n]) => h("button", { class: "chip", type: "button", "aria-pressed": String(chosen === name), onclick: () => { chosen = name; draw(); } }, `${text} ${n}`)));
    const shown = rewards.filter((reward) => !chosen || reward.state === chosen);
    fill(list, shown.length ? shown.map((reward) => card(null, rewardLine(reward, load))) : empty("gift", t("reward.empty")));
  }

  async function load() {
    try {
      rewards = (await get("/rewards")).rewards;
      if (!list.querySelector("form")) draw();
    } catch (error) {
      fill(list, empty("circle-alert", error instanceof ApiError ? error.sentence : String(error)));
    }
  }

  const onChange = (event) => { if (String(event.detail.type ?? "").startsWith("reward")) load(); };
  document.addEventListener("desk:changed", onChange);
  load();
  return { leave: () => document.removeEventListener("desk:changed", onChange) };
}

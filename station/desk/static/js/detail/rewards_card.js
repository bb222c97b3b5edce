// The rewards of the open lead, with the next step where this officer may take it.

import { h } from "../dom.js";
import { t } from "../i18n.js";
import { rewardLine } from "../reward_line.js";

export function rewardsCard(detail, reload) {
  if (!detail.rewards?.length) return null;
  return h("section", { class: "card", id: "rewards" }, h("header", {}, h("h2", {}, t("reward.title"))), detail.rewards.map((reward) => rewardLine(reward, reload, { bare: true })));
}

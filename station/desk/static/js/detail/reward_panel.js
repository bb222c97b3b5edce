// Proposing a reward: the ladder suggests, the officer decides, another officer approves.

import { get, post } from "../api.js";
import { h, icon } from "../dom.js";
import { area, field, form, input, refuse, select } from "../forms.js";
import { parseYuan, yuan } from "../format.js";
import { code, pick, t } from "../i18n.js";
import { toast } from "../toast.js";

const KINDS = ["cash", "letter", "banner"];

export function rewardPanel(detail, { cancel, reload }) {
  if (!detail.signed || !detail.member) return h("p", { class: "notice amber" }, icon("circle-alert"), t("reward.unsigned"));
  const kind = select(KINDS.map((name) => [name, t(`reward.kind.${name}`)]), "cash");
  const amount = input({ inputmode: "decimal" });
  const title = input({ maxlength: 60, value: t("reward.kind.cash") });
  const text = area({ maxlength: 300, value: t("reward.text.default") });
  const amountField = field("amount_fen", t("reward.amount"), amount);
  const hint = h("p", { class: "hint" });
  amountField.append(hint);
  kind.addEventListener("change", () => {
    amountField.hidden = kind.value !== "cash";
    if (KINDS.some((name) => title.value === t(`reward.kind.${name}`))) title.value = t(`reward.kind.${kind.value}`);
  });
  get(`/rewards/suggestion?alert_id=${encodeURIComponent(detail.alert_id)}`).then((found) => {
    if (!amount.value) amount.value = String(found.amount_fen / 100);
    hint.textContent = `${t("reward.suggest", { amount: yuan(found.amount_fen) })}${found.why ? ` · ${typeof found.why === "string" ? found.why : pick(found.why)}` : ""}`;
  }).catch(() => {});
  return form([h("p", { class: "small muted" }, `${t("reward.member")} · ${detail.member.name} · ${code("trade", detail.merchant.trade)} ${detail.merchant.name}`), h("div", { class: "cols" }, field("kind", t("reward.kind"), kind), amountField, field("title", t("reward.name"), title)), field("text", t("reward.text"), text)], {
    label: t("reward.propose"), cancel,
    submit: async () => {
      const body = { alert_id: detail.alert_id, member_id: detail.member.id, kind: kind.value, title: title.value.trim(), text: text.value.trim() };
      if (kind.value === "cash") body.amount_fen = parseYuan(amount.value) ?? refuse("amount_fen", t("error.amount"));
      await post("/rewards", body);
      toast(t("reward.proposed"));
      cancel();
      await reload();
    },
  });
}

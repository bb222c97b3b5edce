// Publishing checklists: files are read here, checked and signed by the station.

import { ApiError, get, post } from "../api.js";
import { badge, card, empty, fill, h, icon } from "../dom.js";
import { field, form, input, refuse, showError } from "../forms.js";
import { now, time } from "../format.js";
import { language, code, pick, t } from "../i18n.js";
import { may } from "../state.js";
import { toast } from "../toast.js";

const USUAL_DAYS = 180;

/** Reads the chosen files into {checklists: {setting: definition}, shared?}; refuses the field with a sentence that names the file. */
async function contentsOf(files) {
  const found = {};
  let shared;
  for (const file of files) {
    let definition;
    try {
      definition = JSON.parse(await file.text());
    } catch {
      refuse("files", t("bundle.not_json", { file: file.name }));
    }
    const setting = definition?.setting;
    if (setting === undefined && definition?.scam_types && definition?.scoring) {
      shared = definition;
      continue;
    }
    if (typeof setting !== "string" || !setting) refuse("files", t("bundle.no_setting", { file: file.name }));
    if (setting in found) refuse("files", t("bundle.twice", { file: file.name }));
    found[setting] = definition;
  }
  if (!Object.keys(found).length) refuse("files", t("bundle.none"));
  const halves = Object.values(found).some((one) => !one.scam_types || !one.scoring);
  if (halves && !shared) refuse("files", t("bundle.shared"));
  return { checklists: found, ...(shared && { shared }) };
}

/** The station's sentences about single definitions, under the field of the files. */
function retold(error) {
  const about = (error.problem?.errors ?? []).filter((one) => String(one.pointer).startsWith("/checklists"));
  if (!about.length) throw error;
  refuse("files", about.map((one) => (language() === "zh" ? one.detail_zh || one.detail : one.detail)).join(" "));
}

function chosenLine(definition) {
  return h("li", {}, icon("file-text"), h("b", {}, code("setting", definition.setting)), h("span", { class: "muted" }, ` ${t("bundle.definition", { version: definition.version })} · ${pick(definition.title ?? definition.name)}`));
}

export function mountBundles(page) {
  const list = h("div", { class: "page-inner" });
  fill(page, h("div", { class: "page-inner" }, may("admin") && composer(), list));

  function composer() {
    const files = h("input", { type: "file", accept: ".json,application/json", multiple: true });
    const days = input({ class: "short", inputmode: "numeric", maxlength: 3, value: String(USUAL_DAYS) });
    const chosen = h("ul", { class: "bundle-list", id: "bundle-chosen" });
    files.addEventListener("change", async () => {
      try {
        fill(chosen, Object.values((await contentsOf(files.files)).checklists).map(chosenLine));
        showError(files.form, null);
      } catch (error) {
        fill(chosen);
        showError(files.form, files.files.length ? error : null);
      }
    });
    return card(t("bundle.new"), form([field("files", t("bundle.files"), files, t("bundle.files.hint")), chosen, field("expires_days", t("bundle.days"), days, t("bundle.days.hint"))], {
      label: t("bundle.publish"),
      submit: async () => {
        const contents = await contentsOf(files.files);
        const done = await post("/bundles", { ...contents, expires_days: Number(days.value) }).catch((error) => (error instanceof ApiError ? retold(error) : Promise.reject(error)));
        files.value = "";
        fill(chosen);
        toast(t("bundle.sent", { version: done.version }));
        await load();
      },
    }));
  }

  function newest(one) {
    const over = Date.parse(one.expires_at) < now();
    return h("article", { class: "card bulletin", id: "bundle-current" }, h("div", { class: "row" }, h("h2", {}, t("bundle.version", { version: one.version })), h("span", { class: "grow" }), badge(t(over ? "bundle.expired" : "bundle.current"), over ? "red" : "green")),
      h("ul", { class: "bundle-list" }, one.checklists.map((item) => h("li", {}, icon("file-text"), h("b", {}, code("setting", item.setting)), h("span", { class: "muted" }, ` ${t("bundle.definition", { version: item.version })} · ${t("bundle.questions", { n: item.questions })}`)))),
      one.materials > 0 && h("p", { class: "small" }, t("bundle.material", { n: one.materials })),
      h("p", { class: "small muted" }, `${time(one.issued_at)} · ${one.officer} · ${t("bundle.until", { time: time(one.expires_at) })}`));
  }

  async function load() {
    try {
      const { bundles } = await get("/bundles");
      const [first, ...older] = bundles;
      fill(list, first ? newest(first) : empty("file-text", t("bundle.empty")),
        older.length > 0 && card(t("bundle.history"), h("ul", { class: "bundle-list" }, older.map((one) => h("li", { class: "small" }, `${t("bundle.version", { version: one.version })} · ${time(one.issued_at)} · ${one.officer}`)))));
    } catch (error) {
      fill(list, empty("circle-alert", error instanceof ApiError ? error.sentence : String(error)));
    }
  }

  load();
  return {};
}

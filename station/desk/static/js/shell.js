// The frame around every view: rail, top bar, connection bar, and the router.

import { get, remove } from "./api.js";
import { countUrgent, loadQueue } from "./queue_data.js";
import { fill, h, icon } from "./dom.js";
import { code, language, setLanguage, t } from "./i18n.js";
import { setSound, soundOn, unlockSound } from "./sound.js";
import { may, state } from "./state.js";
import { isDark, toggleTheme } from "./theme.js";
import { mountAnalysis } from "./views/analysis.js";
import { mountAudit } from "./views/audit.js";
import { mountBulletins } from "./views/bulletins.js";
import { mountBundles } from "./views/bundles.js";
import { mountHandover } from "./views/handover.js";
import { mountPlaces } from "./views/places.js";
import { mountQueue } from "./views/queue.js";
import { mountRewards } from "./views/rewards.js";

const VIEWS = [
  ["queue", "siren", mountQueue, () => may("duty", "approver")],
  ["rewards", "gift", mountRewards, () => may("duty", "approver", "finance", "admin", "auditor")],
  ["places", "store", mountPlaces, () => may("duty", "admin", "approver", "auditor")],
  ["bulletins", "megaphone", mountBulletins, () => true],
  ["bundles", "file-text", mountBundles, () => may("admin", "auditor", "duty", "approver")],
  ["analysis", "chart-column", mountAnalysis, () => true],
  ["handover", "clipboard-list", mountHandover, () => may("duty", "approver", "admin")],
  ["audit", "scroll-text", mountAudit, () => may("auditor", "admin")],
];

let page = null;
let leave = null;
let shown = null;
let bound = false;

function button(name, label, onclick, extra = {}) {
  return h("button", { class: "btn quiet icon-only", type: "button", "aria-label": label, title: label, onclick, ...extra }, icon(name));
}

async function signOut() {
  try {
    await remove("/session");
  } finally {
    document.dispatchEvent(new CustomEvent("desk:sign-out"));
  }
}

function topBar() {
  const sound = button(soundOn() ? "bell" : "bell-off", t(soundOn() ? "sound.on" : "sound.off"), () => {
    setSound(!soundOn());
    sound.setAttribute("aria-pressed", String(soundOn()));
    sound.setAttribute("aria-label", t(soundOn() ? "sound.on" : "sound.off"));
    sound.title = sound.getAttribute("aria-label");
    fill(sound, icon(soundOn() ? "bell" : "bell-off"));
  }, { "aria-pressed": String(soundOn()), id: "sound" });
  const theme = button(isDark() ? "sun" : "moon", t("theme.toggle"), () => {
    toggleTheme();
    fill(theme, icon(isDark() ? "sun" : "moon"));
  }, { id: "theme" });
  const tongue = button("languages", t("language.toggle"), () => {
    setLanguage(language() === "zh" ? "en" : "zh");
    document.dispatchEvent(new CustomEvent("desk:redraw"));
  }, { id: "language" });
  const roles = state.officer.roles.map((role) => code("role", role)).join(" · ");
  return h("header", { class: "topbar" }, h("h1", { id: "view-title" }), h("div", { class: "grow" }),
    h("span", { class: "live", id: "live", role: "status" }, h("span", {}, t("live.on"))), h("span", { class: "wall-clock", "aria-hidden": "true" }),
    sound, theme, tongue, h("div", { class: "who" }, h("b", {}, state.officer.name), h("span", {}, `${state.officer.unit} · ${roles}`)),
    button("log-out", t("session.sign_out"), signOut, { id: "sign-out" }));
}

function rail() {
  return h("nav", { class: "rail", "aria-label": t("nav.label") },
    h("div", { class: "brand" }, h("span", { class: "brand-mark" }, icon("shield-check", "icon-l")), h("span", {}, t("app.name")), h("small", {}, t("app.sub"))),
    VIEWS.filter(([, , , allowed]) => allowed()).map(([name, symbol]) => h("a", { href: `#/${name}`, dataset: { view: name } }, icon(symbol, "icon-l"), h("span", {}, t(`nav.${name}`)),
      name === "queue" && h("span", { class: "count", id: "urgent-count", hidden: true }))));
}

/** Shows the number of urgent alerts nobody has seen, on the rail and in the tab's title. */
function showCounts() {
  const urgent = countUrgent();
  const node = document.getElementById("urgent-count");
  if (node) {
    node.hidden = urgent === 0;
    node.textContent = String(urgent);
  }
  document.title = urgent ? `(${urgent}) ● ${t("app.title.new")} · ${t("app.name")}` : t("app.name");
}

function showLive() {
  const live = document.getElementById("live");
  const bar = document.getElementById("offline");
  if (!live || !bar) return;
  live.classList.toggle("off", !state.connected);
  live.firstChild.textContent = t(state.connected ? "live.on" : "live.off");
  bar.hidden = state.connected;
}

function route() {
  if (!page?.isConnected) return;
  const [name, ...rest] = location.hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  const mine = VIEWS.filter(([, , , allowed]) => allowed());
  const view = mine.find(([key]) => key === name) ?? mine[0];
  document.querySelectorAll(".rail a").forEach((node) => (node.dataset.view === view[0] ? node.setAttribute("aria-current", "page") : node.removeAttribute("aria-current")));
  document.getElementById("view-title").textContent = view[0] === "queue" ? t("queue.title") : t(view[0] === "handover" ? "handover.title" : `nav.${view[0]}`);
  if (shown?.name === view[0] && shown.go) {
    shown.go(rest);
    return;
  }
  leave?.();
  page.className = view[0] === "queue" ? "page split" : "page";
  fill(page);
  shown = { name: view[0], ...view[2](page, rest) };
  leave = shown.leave ?? null;
}

function bindOnce() {
  if (bound) return;
  bound = true;
  window.addEventListener("hashchange", route);
  document.addEventListener("pointerdown", unlockSound);
  document.addEventListener("keydown", unlockSound);
  document.addEventListener("desk:queue", showCounts);
  document.addEventListener("desk:live", (event) => {
    const back = event.detail.connected && !state.connected;
    state.connected = event.detail.connected;
    showLive();
    if (back && state.officer) get("/session").then(loadQueue).catch(() => {});
  });
  document.addEventListener("desk:changed", () => state.officer && loadQueue().catch(() => {}));
}

export function mountShell(root) {
  leave?.();
  leave = null;
  shown = null;
  page = h("main", { class: "page", id: "page", tabindex: "-1" });
  fill(root, h("div", { class: "shell" }, rail(),
    h("div", { class: "stage" }, topBar(), h("div", { class: "offline-bar", id: "offline", role: "alert", hidden: true }, icon("wifi-off"), t("live.bar")), page)));
  bindOnce();
  showLive();
  route();
  loadQueue().catch(() => {});
}

// Sign-in: user name, password, one-time code.

import { post } from "../api.js";
import { fill, h, icon } from "../dom.js";
import { field, form, input } from "../forms.js";
import { language, setLanguage, t } from "../i18n.js";
import { toggleTheme } from "../theme.js";

export function mountSignIn(root, done) {
  const username = input({ autocomplete: "username", autocapitalize: "none", spellcheck: "false", required: true });
  const password = input({ type: "password", autocomplete: "current-password", required: true });
  const totp = input({ inputmode: "numeric", autocomplete: "one-time-code", maxlength: 6 });
  const node = form([
    field("username", t("session.username"), username), field("password", t("session.password"), password), field("totp", t("session.totp"), totp, t("session.totp.hint")),
  ], {
    label: t("session.sign_in"),
    submit: async () => {
      const body = { username: username.value.trim(), password: password.value };
      if (totp.value.trim()) body.totp = totp.value.trim();
      done(await post("/session", body));
    },
  });
  fill(root, h("main", { class: "sign-in" }, h("div", { class: "sign-in-card" },
    h("div", { class: "sign-in-head" }, h("span", { class: "brand-mark" }, icon("shield-check", "icon-l")), h("div", {}, h("h1", {}, t("session.title")), h("p", {}, t("session.lead")))),
    node,
    h("div", { class: "sign-in-foot" },
      h("button", { class: "btn quiet small", type: "button", onclick: () => { setLanguage(language() === "zh" ? "en" : "zh"); mountSignIn(root, done); } }, icon("languages", "icon-s"), t("language.toggle")),
      h("button", { class: "btn quiet small", type: "button", onclick: toggleTheme }, icon("moon", "icon-s"), t("theme.toggle"))))));
  username.focus();
}

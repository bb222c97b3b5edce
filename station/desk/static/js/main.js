// Opens the page: theme, language, session, then the shell or the sign-in.

import { ApiError, get, setCsrf } from "./api.js";
import { startClocks } from "./clocks.js";
import { language, setLanguage, t } from "./i18n.js";
import { connect, disconnect } from "./live.js";
import { mountShell } from "./shell.js";
import { state } from "./state.js";
import { startTheme } from "./theme.js";
import { toast } from "./toast.js";
import { mountSignIn } from "./views/sign_in.js";

const app = document.getElementById("app");

export function signedIn(session) {
  state.officer = session.officer;
  setCsrf(session.csrf);
  mountShell(app);
  connect();
}

function signedOut(expired) {
  const had = state.officer !== null;
  state.officer = null;
  state.items = [];
  state.loaded = false;
  setCsrf("");
  disconnect();
  document.title = t("app.name");
  mountSignIn(app, signedIn);
  if (expired && had) toast(t("session.expired"), true);
}

async function start() {
  setLanguage(language());
  startTheme();
  startClocks();
  document.addEventListener("desk:signed-out", () => signedOut(true));
  document.addEventListener("desk:sign-out", () => signedOut(false));
  document.addEventListener("desk:redraw", () => (state.officer ? mountShell(app) : mountSignIn(app, signedIn)));
  try {
    signedIn(await get("/session"));
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) toast(error instanceof ApiError ? error.sentence : String(error), true);
    signedOut(false);
  }
}

start();

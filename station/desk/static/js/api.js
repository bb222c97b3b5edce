// The only file that talks to the station. Every refusal becomes an ApiError that carries a sentence.

import { language, t } from "./i18n.js";

const BASE = "/api/v1/desk";
let csrf = "";

export class ApiError extends Error {
  constructor(status, problem) {
    super(problem?.title ?? String(status));
    this.status = status;
    this.slug = String(problem?.type ?? "").split("/").pop();
    this.problem = problem ?? {};
  }

  /** The sentence for the officer, in the language of the page. */
  get sentence() {
    if (this.status === 412) return t("error.stale");
    if (this.status === 0) return t("error.network");
    const { detail, detail_zh: zh } = this.problem;
    return (language() === "zh" ? zh || detail : detail || zh) || t("error.unknown", { status: this.status });
  }

  /** Field errors by their last pointer part: {amount_fen: "…"}. */
  get fields() {
    const found = {};
    for (const item of this.problem.errors ?? []) {
      found[String(item.pointer ?? "").split("/").pop()] = language() === "zh" ? item.detail_zh || item.detail : item.detail;
    }
    return found;
  }
}

export function setCsrf(value) {
  csrf = value ?? "";
}

async function call(method, path, body, { ifMatch } = {}) {
  const headers = { Accept: "application/json" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (method !== "GET") headers["X-CSRF"] = csrf;
  if (ifMatch !== undefined) headers["If-Match"] = `"${ifMatch}"`;
  let response;
  try {
    response = await fetch(BASE + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), credentials: "same-origin", cache: "no-store" });
  } catch {
    throw new ApiError(0, null);
  }
  const text = await response.text();
  let data = null;
  try {
    data = text ? JSON.parse(text) : null;
  } catch {
    data = null;
  }
  if (response.ok) return data;
  if (response.status === 401 && path !== "/session") document.dispatchEvent(new CustomEvent("desk:signed-out"));
  throw new ApiError(response.status, data);
}

export const get = (path) => call("GET", path);
export const post = (path, body = {}, options = {}) => call("POST", path, body, options);
export const remove = (path) => call("DELETE", path);
export const EVENTS_URL = `${BASE}/events`;

// Two dictionaries, Chinese first; a missing English word falls back to Chinese so that nothing is ever blank.

import { zh } from "./words/zh.js";
import { en } from "./words/en.js";

const KEY = "cw-desk-language";
let current = localStorage.getItem(KEY) === "en" ? "en" : "zh";

export const language = () => current;

export function setLanguage(value) {
  current = value === "en" ? "en" : "zh";
  localStorage.setItem(KEY, current);
  document.documentElement.lang = current === "zh" ? "zh-CN" : "en";
}

export function has(key) {
  return key in zh;
}

/** The words for a key, with {name} places filled in. */
export function t(key, values = {}) {
  const words = (current === "en" ? en[key] : undefined) ?? zh[key] ?? key;
  return words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** A code of a closed list in words; an unknown code is shown as it came. */
export function code(kind, value) {
  if (value === null || value === undefined || value === "") return "";
  return has(`${kind}.${value}`) ? t(`${kind}.${value}`) : String(value);
}

/** Picks the right one of {zh, en}. */
export const pick = (both) => (current === "en" ? both?.en || both?.zh : both?.zh || both?.en) ?? "";

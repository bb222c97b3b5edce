// Light, dark, or as the system says; the choice is kept in this browser only.

const KEY = "cw-desk-theme";

export function startTheme() {
  const kept = localStorage.getItem(KEY);
  if (kept === "light" || kept === "dark") document.documentElement.dataset.theme = kept;
}

export function isDark() {
  const fixed = document.documentElement.dataset.theme;
  return fixed ? fixed === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

export function toggleTheme() {
  const next = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  localStorage.setItem(KEY, next);
}

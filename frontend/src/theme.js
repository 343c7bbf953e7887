/**
 * Which theme the page wears. Streamlit writes it on its own root alone, and changes it with the machine's (at dusk,
 * say) without asking the server: what stands outside that root, and styles of ours, have to be told in the browser.
 */
const ROOT = ".stApp";

/** @returns {"light" | "dark"} */
export function themeOf(page) {
  const root = page.querySelector(ROOT);
  return root && getComputedStyle(root).colorScheme === "dark" ? "dark" : "light";
}

/** Write the theme on the whole page, now and whenever it changes. */
export function wearTheme(page) {
  const write = () => {
    page.documentElement.dataset.theme = themeOf(page);
    page.documentElement.style.colorScheme = themeOf(page);
  };
  write();
  const root = page.querySelector(ROOT);
  if (root) new MutationObserver(write).observe(root, { attributes: true, attributeFilter: ["class", "style"] });
}

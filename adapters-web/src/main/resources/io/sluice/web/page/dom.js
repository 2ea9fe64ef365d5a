// Elements without markup: whatever comes from a study or a plugin becomes text, never HTML.

/** The element with this id. */
export const byId = (id) => document.getElementById(id);

/** A new element; properties that start with "aria-" or "data-", and role, become attributes. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("aria-") || name.startsWith("data-") || name === "role" || name === "scope") {
      element.setAttribute(name, value);
    } else {
      element[name] = value;
    }
  }
  element.append(...children);
  return element;
}

// A formula of one's own: its curve, its slope and its passport while it is typed.
import { post } from "/api.js";
import { afterPause, labelled, make } from "/dom.js";
import { word } from "/words.js";
import { curves, ends } from "/parts/curves.js";
import { passportTable } from "/parts/passport.js";

const PAUSE = 350;
const EXAMPLE = "x * tanh(softplus(x))";

/** A card that asks for a formula. */
export function formulaBox(signal) {
  const input = make("input", {
    type: "text", className: "formula", value: "", placeholder: EXAMPLE, spellcheck: false, autocomplete: "off",
    autocapitalize: "off", maxLength: 2000, "aria-describedby": "formula-wrong",
  });
  const wrong = make("p", { className: "notice", id: "formula-wrong", role: "status", hidden: true });
  const answer = make("div", { className: "stack" });
  let axis = [-5, 5];
  let asking = new AbortController();

  function complain(refusal) {
    const complaint = refusal.errors?.[0];
    const column = complaint?.column ?? refusal.body?.column;
    wrong.textContent = column
      ? word("formula.column", { column, message: complaint?.message ?? refusal.message })
      : refusal.message;
    wrong.hidden = false;
    input.setAttribute("aria-invalid", "true");
  }

  const compute = afterPause(PAUSE, async () => {
    asking.abort();
    asking = new AbortController();
    const text = input.value.trim();
    if (text === "" || signal.aborted) {
      answer.replaceChildren();
      wrong.hidden = true;
      return;
    }
    try {
      const query = new URLSearchParams({ from: axis[0], to: axis[1] });
      const options = { signal: asking.signal };
      const waiting = make("p", { className: "quiet", "aria-busy": "true" }, word("component.computing"));
      const curve = await post(`/api/formula?${query}&passport=false`, text, "text/plain", options);
      wrong.hidden = true;
      input.removeAttribute("aria-invalid");
      answer.replaceChildren(curves([{ name: "f", ...curve }], { legend: false }), waiting);
      const { passport } = await post(`/api/formula?${query}&points=2`, text, "text/plain", options);
      waiting.replaceWith(passportTable(passport));
    } catch (refusal) {
      if (refusal.name !== "AbortError") complain(refusal);
    }
  });
  input.addEventListener("input", compute);
  signal.addEventListener("abort", () => asking.abort());
  return make("section", { className: "card formula-box" },
    make("h2", {}, word("formula.title")),
    make("p", { className: "quiet" }, word("formula.lead")),
    make("div", { className: "row" },
      labelled(word("formula.formula"), input, { className: "field grow" }),
      ends(...axis, (from, to) => { axis = [from, to]; compute(); })),
    wrong, answer);
}

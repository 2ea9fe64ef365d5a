// The claims that come along: what each says, what is expected, where it stands.
import { ask, path } from "/api.js";
import { choice, labelled, make, table } from "/dom.js";
import { word } from "/words.js";
import { verdict } from "/parts/verdict.js";

export async function show(root, { signal }) {
  root.append(make("h1", {}, word("claims.title")), make("p", { className: "lead" }, word("claims.lead")));
  const { claims } = await ask("/api/claims", { signal });
  const box = make("div", {});
  const count = make("p", { className: "quiet", role: "status" });
  const wanted = { verdict: "", text: "" };

  function list() {
    const text = wanted.text.trim().toLowerCase();
    const found = claims.filter((claim) =>
      (wanted.verdict === "" || (claim.verdict || "none") === wanted.verdict)
      && `${claim.claim} ${claim.statement} ${claim.said_by}`.toLowerCase().includes(text));
    count.textContent = word("catalogue.found", { n: found.length, all: claims.length });
    box.replaceChildren(table(word("claims.title"),
      [word("claims.claim"), word("claims.verdict"), word("claims.expected"), word("claims.statement"), word("claims.state")],
      found.map((claim) => [
        make("a", { href: path`/claims/${claim.claim}` }, claim.claim), verdict(claim.verdict), verdict(claim.expected),
        make("span", { lang: "en" }, claim.statement), make("span", { className: "quiet nowrap", lang: "en" }, claim.state),
      ])));
  }

  const search = make("input", { type: "search" });
  search.addEventListener("input", () => { wanted.text = search.value; list(); });
  const options = [["", word("catalogue.all")], ["supported", word("verdict.supported")], ["refuted", word("verdict.refuted")],
    ["mixed", word("verdict.mixed")], ["undecided", word("verdict.undecided")], ["none", word("verdict.none")]];
  root.append(make("section", { className: "card stack" },
    make("div", { className: "row filters" }, labelled(word("catalogue.search"), search),
      labelled(word("claims.verdict"), choice(options, "", (value) => { wanted.verdict = value; list(); }))),
    count, box));
  list();
}

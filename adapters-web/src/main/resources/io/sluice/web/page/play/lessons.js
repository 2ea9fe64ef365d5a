// Guided lessons: a hypothesis, its two settings, a run, a table made of ten seeds, what was seen.
import { make, table } from "/dom.js";
import { number, word } from "/words.js";

/** So many of ten seeds decide. */
const MOST = 8;

let known;

/** The lessons, in their order. */
export const lessons = () => (known ??= fetch("/play/lessons.json").then((answer) => answer.json()));

/** The address at which a lesson begins. */
export function begin({ id, a, b }) {
  const query = new URLSearchParams(a);
  for (const [name, value] of new URLSearchParams(b)) query.append(`b.${name}`, value);
  query.set("lesson", id);
  query.set("speed", 60);
  return query;
}

/** A choice of lessons; "chosen" takes the address of one. */
export async function choice(present, chosen) {
  const all = await lessons();
  const select = make("select", { id: "play-lesson" }, make("option", { value: "" }, word("play.no-lesson")),
    ...all.map(({ id, title }, index) => make("option", { value: id }, `${index + 1}. ${word(title)}`)));
  select.value = present ?? "";
  select.addEventListener("change", () => chosen(all.find(({ id }) => id === select.value)));
  return select;
}

/** The last loss that each seed had. */
function ends(track) {
  const last = [];
  for (const frame of track.frames) {
    frame?.loss.forEach((loss, seed) => {
      if (loss !== null) last[seed] = Number(loss);
    });
  }
  return last;
}

const middle = (values) => [...values].sort((x, y) => x - y)[Math.floor(values.length / 2)];
const shown = (value) => (value === undefined ? "–" : Number(value.toPrecision(3)).toString());

function flat(track) {
  const frame = track.frame(track.last);
  const shares = (frame?.flat ?? []).map(Number);
  return shares.length ? `${Math.round((100 * shares.reduce((sum, share) => sum + share, 0)) / shares.length)} %` : "–";
}

const bounces = (track) =>
  Object.values(track.frame(track.last)?.putBack ?? {}).reduce((sum, count) => sum + count, 0);

/** In how many seeds one ended clearly lower than the other. */
function lower(one, other) {
  return one.filter((loss, seed) => loss < other[seed] * 0.999 - 1e-12).length;
}

function verdict({ expects }, a, b) {
  const [first, second] = [lower(a, b), lower(b, a)];
  if (expects === "a-lower") return first >= MOST;
  if (expects === "b-lower") return second >= MOST;
  return first < MOST && second < MOST;
}

/** Fills the box of a lesson: the table and what was seen come when both runs are over. */
export async function showLesson(box, id, tracks) {
  const all = await lessons();
  const lesson = all.find((other) => other.id === id);
  box.hidden = !lesson;
  if (!lesson) return;
  const [a, b] = tracks;
  const isOver = b && tracks.every((track) => track.isOver);
  const key = `${id} ${isOver}`;
  if (box.dataset.shown === key) return;
  box.dataset.shown = key;
  const parts = [
    make("h2", {}, word(lesson.title)),
    make("p", {}, make("strong", {}, word("play.hypothesis")), " ", word(lesson.hypothesis)),
  ];
  if (!isOver) {
    box.replaceChildren(...parts, make("p", { className: "quiet" }, word("play.lesson-runs")));
    return;
  }
  const [first, second] = [ends(a), ends(b)];
  const reached = (losses) => `${losses.filter((loss) => loss <= lesson.target).length} / ${losses.length}`;
  const rows = [
    [word("play.reached", { target: shown(lesson.target) }), reached(first), reached(second)],
    [word("play.median-loss"), shown(middle(first)), shown(middle(second))],
    [word("play.lower-in"), number(lower(first, second)), number(lower(second, first))],
    [word("play.mean-flat"), flat(a), flat(b)],
    [word("play.times-back"), number(bounces(a)), number(bounces(b))],
  ];
  const holds = verdict(lesson, first, second);
  box.replaceChildren(...parts,
    table(word("play.lesson-table"), [word("play.of-ten"), "A", "B"], rows),
    make("p", { className: "verdict" },
      make("span", { className: holds ? "badge good" : "badge doubtful" }, word(holds ? "play.holds" : "play.fails")), " ",
      word(holds ? lesson.saw : lesson.otherwise)));
}

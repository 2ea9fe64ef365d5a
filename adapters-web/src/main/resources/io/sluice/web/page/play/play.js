// The playground: two settings from the same start, computed by the server, played from memory.
import { ask } from "/api.js";
import { button, make } from "/dom.js";
import { remember, trouble } from "/router.js";
import { word } from "/words.js";
import { colours } from "./canvas.js";
import { showComplaints, showControls } from "./controls.js";
import { begin as beginLesson, choice as lessonChoice, showLesson } from "./lessons.js";
import { drawLosses } from "./losses.js";
import { Side } from "./side.js";
import { alike, read, request, write } from "./state.js";
import { Track } from "./track.js";
import { Transport } from "./transport.js";

/** The sheet of styles of this page, loaded with it. */
function dress(signal) {
  const link = make("link", { rel: "stylesheet", href: "/play/play.css" });
  const loaded = new Promise((done) => link.addEventListener("load", done, { once: true }));
  document.head.append(link);
  signal.addEventListener("abort", () => link.remove());
  return loaded;
}

/** What controls need to know of a setting. */
function presets({ values, choices, network, units }) {
  const layers = new Set(units.map((name) => name.split(".")[0]));
  return { ...values, choices, isNetwork: network !== "", activated: layers.size };
}

class Playground {
  constructor(root, query, signal) {
    this.signal = signal;
    this.state = read(query);
    this.edited = "a";
    this.root = root;
    const { step, speed } = this.state.view;
    this.transport = new Transport({
      step: Number(step ?? 0), speed: Number(speed ?? 60), signal,
      moved: () => this.moved(), ready: () => this.ready(),
    });
    this.isFresh = true;
    this.startsPlaying = step === undefined;
    this.losses = make("canvas", { role: "img", "aria-label": word("play.losses") });
    this.legend = make("div", { className: "legend" });
    this.sides = make("div", { className: "play-sides" });
    this.lesson = make("section", { className: "lesson card", hidden: true, "aria-live": "polite" });
    this.controls = make("div", { className: "controls" });
    this.complaints = make("p", { className: "complaint", role: "alert", hidden: true });
    this.study = make("pre", { className: "study-text", tabIndex: 0 });
    this.commands = make("pre", { className: "study-text", tabIndex: 0 });
    this.tabs = make("div", { className: "row" });
  }

  async show() {
    const lessons = await lessonChoice(this.state.view.lesson, (lesson) => this.turnTo(lesson ? beginLesson(lesson) : new URLSearchParams()));
    this.root.append(make("div", { className: "playground" },
      make("div", { className: "play-head" }, make("h1", {}, word("play.title")), make("p", { className: "quiet" }, word("play.lead")),
        make("label", { className: "field beside" }, make("span", {}, word("play.lessons")), lessons)),
      this.transport.element,
      this.lesson,
      make("div", { className: "play-body" },
        make("div", { className: "stack" },
          make("section", { className: "losses card", "aria-label": word("play.losses") }, this.legend, this.losses),
          this.sides),
        make("section", { className: "settings card", "aria-label": word("play.settings") },
          this.tabs, this.complaints, this.controls,
          make("details", { className: "more" }, make("summary", {}, word("play.as-study")),
            make("p", { className: "quiet hint" }, word("play.same-numbers")), this.study, this.commands)))));
    const watcher = new ResizeObserver(() => this.needsDrawing());
    watcher.observe(this.root);
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    scheme.addEventListener("change", () => this.recolour(), { signal: this.signal });
    const theme = new MutationObserver(() => this.recolour());
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    this.signal.addEventListener("abort", () => {
      watcher.disconnect();
      theme.disconnect();
    });
    this.recolour();
    let before = performance.now();
    const tick = (now) => {
      if (this.signal.aborted) return;
      this.transport.advance(now - before);
      before = now;
      if (this.isStale) this.draw();
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    await this.restart();
  }

  recolour() {
    this.colour = colours(this.root);
    this.needsDrawing();
  }

  needsDrawing() {
    this.isStale = true;
  }

  /** Shows another address of this page. */
  turnTo(query) {
    this.state = read(query);
    this.transport.pause();
    this.startsPlaying = true;
    this.edited = "a";
    return this.restart();
  }

  get settings() {
    return [this.state.a, this.state.b].filter(Boolean);
  }

  /** Plays anew what is set now. */
  async restart() {
    this.tracks?.forEach((track) => track.close());
    const { view } = this.state;
    this.isFresh = true;
    this.tracks = this.settings.map((setting) => new Track(setting, view, this.signal, () => this.arrived()));
    this.parts = this.tracks.map((track, index) => new Side({
      letter: index ? "B" : "A", track, signal: this.signal, changed: () => this.needsDrawing(),
      turned: (name, weight) => this.look({ [name]: weight }),
    }));
    this.sides.replaceChildren(...this.parts.map(({ element }) => element));
    this.sides.classList.toggle("two", this.parts.length > 1);
    this.lesson.hidden = true;
    delete this.lesson.dataset.shown;
    if (this.startsPlaying) this.transport.step = 0;
    this.save();
    trouble();
    await Promise.all([this.describe(), ...this.tracks.map((track) => this.fetch(track, this.transport.step))]);
  }

  async fetch(track, step) {
    try {
      await track.reach(step);
    } catch (refusal) {
      if (refusal.name === "AbortError") return;
      if (!this.tracks.includes(track)) return;
      this.transport.pause();
      if (!refusal.errors?.length) trouble(refusal.message);
    }
  }

  /** Says what the setting that is edited is, and what is wrong with it. */
  async describe() {
    const setting = this.state[this.edited] ?? this.state.a;
    this.showTabs();
    let errors = [];
    let message = "";
    try {
      const answer = await ask(`/api/play/state?${request(setting)}`, { signal: this.signal });
      this.presets = presets(answer);
      this.study.textContent = answer.study;
      this.commands.textContent = answer.commands.join("\n");
    } catch (refusal) {
      if (refusal.name === "AbortError") return;
      if (refusal.status !== 400) throw refusal;
      errors = refusal.errors;
      message = refusal.message;
    }
    this.presets ??= presets(await ask("/api/play/state", { signal: this.signal }));
    await showControls(this.controls, setting, this.presets, (other) => this.set(other));
    const rest = showComplaints(this.controls, errors);
    this.complaints.textContent = rest.length ? rest.map((error) => error.message).join("; ") : "";
    this.complaints.hidden = !rest.length;
    if (message && !errors.length) trouble(message);
  }

  showTabs() {
    const tab = (side, letter) => button(letter, () => {
      this.edited = side;
      this.describe();
    }, { "aria-pressed": String(this.edited === side), "aria-label": word("play.setting", { letter }) });
    const compared = this.state.b !== null;
    this.tabs.replaceChildren(
      make("div", { className: "segmented", role: "group", "aria-label": word("play.settings") },
        tab("a", "A"), ...(compared ? [tab("b", "B")] : [])),
      button(word(compared ? "play.alone" : "play.compare"), () => {
        this.state.b = compared ? null : [...this.state.a];
        this.edited = compared ? "a" : "b";
        this.replay();
      }, { className: "small" }),
      this.seedChoice());
  }

  seedChoice() {
    const shown = Number(this.state.view.shown ?? 0);
    const select = make("select", { "aria-label": word("play.shown") },
      ...Array.from({ length: 10 }, (_, seed) => make("option", { value: seed }, word("play.seed-of", { n: seed + 1 }))));
    select.value = shown;
    select.addEventListener("change", () => this.look({ shown: select.value }));
    return select;
  }

  /** Takes another setting for the side that is edited; the other side starts alike. */
  set(setting) {
    this.state[this.edited] = setting;
    const other = this.edited === "a" ? "b" : "a";
    if (this.state[other]) this.state[other] = alike(this.state[other], setting);
    this.state.view.lesson = undefined;
    this.state.view.across = undefined;
    this.state.view.up = undefined;
    this.replay();
  }

  replay() {
    const focused = document.activeElement?.dataset?.parameter;
    this.startsPlaying = true;
    this.restart().then(() => {
      if (focused && document.activeElement === document.body) this.controls.querySelector(`[data-parameter="${focused}"]`)?.focus();
    });
  }

  /** Looks at something else of the same runs. */
  look(view) {
    Object.assign(this.state.view, view);
    this.startsPlaying = false;
    this.restart();
  }

  ready() {
    const begun = (this.tracks ?? []).filter((track) => track.begin);
    return {
      first: Math.max(0, ...begun.map((track) => track.begin.first)),
      last: Math.max(1, ...begun.map((track) => track.last)),
      known: Math.min(...(begun.length ? begun.map((track) => track.ready) : [0])),
    };
  }

  /** More steps have come. */
  arrived() {
    if (this.tracks.every((track) => track.begin) && this.isFresh) {
      this.isFresh = false;
      const { first } = this.ready();
      this.transport.step = Math.max(first, this.transport.step);
      this.showLegend();
      if (this.startsPlaying) this.transport.run();
      this.startsPlaying = false;
    }
    this.needsDrawing();
  }

  moved() {
    for (const track of this.tracks) this.fetch(track, this.transport.step);
    if (!this.transport.isPlaying) {
      this.state.view.step = this.transport.step;
      this.state.view.speed = this.transport.speed;
      this.save();
    }
    this.needsDrawing();
  }

  save() {
    const query = write(this.state);
    const spoken = new URLSearchParams(location.search).get("lang");
    if (spoken) query.set("lang", spoken);
    remember(query);
  }

  showLegend() {
    const letters = this.tracks.map((track, index) =>
      make("span", { className: `letter of-${index ? "b" : "a"}` }, index ? "B" : "A"));
    this.legend.replaceChildren(make("h2", {}, word("play.losses")), ...letters, make("span", {}, word("play.band")),
      make("span", { className: "quiet" }, word("play.keys")));
  }

  draw() {
    this.isStale = false;
    const { step, isPlaying } = this.transport;
    this.transport.show();
    drawLosses(this.losses, this.tracks, step, this.colour);
    for (const part of this.parts) {
      part.draw(step, isPlaying, this.colour);
      part.surface.renew(step, isPlaying).catch((refusal) => {
        if (refusal.name !== "AbortError") trouble(refusal.message);
      });
    }
    if (this.state.view.lesson) showLesson(this.lesson, this.state.view.lesson, this.tracks);
    const isAtRest = !isPlaying && this.tracks.every((track) => track.ready >= Math.min(step, track.last));
    this.root.dataset.state = isAtRest ? "rest" : "busy";
    this.root.dataset.step = step;
  }
}

export async function show(root, { query, signal }) {
  const dressed = dress(signal);
  await dressed;
  await new Playground(root, query, signal).show();
}

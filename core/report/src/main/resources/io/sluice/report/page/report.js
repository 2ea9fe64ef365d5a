// What the page of a report can do. Without it, everything can be read.
"use strict";

(() => {
  /** An element with properties and what is in it. */
  function make(tag, properties, ...inside) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...inside);
    return element;
  }

  /** A labelled choice; options are pairs of a value and its text. */
  function choice(text, options, changed) {
    const select = make("select", { onchange: () => changed(select.value) });
    select.append(...options.map(([value, shown]) => make("option", { value }, shown)));
    return make("label", {}, text, select);
  }

  /** "learningRate" as a reader would have it. */
  const words = (name) =>
    name.replace(/[A-Z]/g, (letter) => " " + letter.toLowerCase()).replaceAll("_", " ");

  /** The number that a text begins with; NaN if it is none. */
  function numberIn(text) {
    const plain = text.trim().replaceAll("−", "-");
    if (plain.startsWith("<")) return numberIn(plain.slice(1)) / 2;
    if (plain.startsWith(">")) return numberIn(plain.slice(1)) + 0.05;
    if (plain.startsWith("∞")) return Infinity;
    if (plain.startsWith("-∞")) return -Infinity;
    return /^-?\d/.test(plain) ? parseFloat(plain) : NaN;
  }

  const natural = new Intl.Collator("en", { numeric: true }).compare;

  // Light and dark.

  const THEMES = { "": "Colours: as the system", light: "Colours: light", dark: "Colours: dark" };

  function themeButton() {
    const keep = (theme) => {
      // A page from a file may have no storage.
      try { localStorage.setItem("sluice-theme", theme); } catch { return; }
    };
    const kept = () => {
      try { return localStorage.getItem("sluice-theme") ?? ""; } catch { return ""; }
    };
    const button = make("button", { type: "button", className: "theme" });
    const show = (theme) => {
      if (theme) document.documentElement.dataset.theme = theme;
      else delete document.documentElement.dataset.theme;
      button.textContent = THEMES[theme];
    };
    let theme = kept() in THEMES ? kept() : "";
    show(theme);
    button.onclick = () => {
      const names = Object.keys(THEMES);
      theme = names[(names.indexOf(theme) + 1) % names.length];
      show(theme);
      keep(theme);
    };
    document.querySelector(".theme-place, .report > header")?.prepend(button);
  }

  // Tables: sorted by their headings, filtered by factors, cut to a head and to what matters most.

  /** A table with fewer rows than this is seen at a glance. */
  const FEWEST_CHOSEN = 6;

  function equip(table) {
    const rows = [...table.tBodies[0].rows];
    const headings = [...(table.tHead?.rows[0]?.cells ?? [])];
    const head = Number(table.dataset.head) || rows.length;
    const frame = table.closest(".scroll") ?? table;
    const factors = rows.length < FEWEST_CHOSEN
      ? [] : headings.flatMap((th, column) => "factor" in th.dataset ? [column] : []);
    const wanted = new Map();
    let order = rows;
    let isWhole = false;

    const more = make("button", {
      type: "button",
      className: "more",
      onclick: () => { isWhole = !isWhole; more.dataset.pressed = isWhole ? "yes" : ""; show(); },
    });

    function show() {
      const kept = order.filter((row) =>
        [...wanted].every(([column, level]) =>
          level === "" || row.cells[column].textContent === level));
      const shown = new Set(isWhole ? kept : kept.slice(0, head));
      for (const row of rows) row.hidden = !shown.has(row);
      more.hidden = kept.length <= head;
      more.textContent = isWhole ? `Show the first ${head} rows` : `Show all ${kept.length} rows`;
    }

    function value(row, column) {
      const cell = row.cells[column];
      return "v" in cell.dataset ? Number(cell.dataset.v) : numberIn(cell.textContent);
    }

    function sort(column, isDescending) {
      const numeric = rows.some((row) => "v" in row.cells[column].dataset)
        || rows.every((row) => !Number.isNaN(value(row, column)));
      const sign = isDescending ? -1 : 1;
      order = [...rows].sort((a, b) => {
        if (!numeric) {
          return sign * natural(a.cells[column].textContent, b.cells[column].textContent);
        }
        const [x, y] = [value(a, column), value(b, column)];
        // What is unknown comes last both ways; infinities are equal to themselves.
        if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) - Number.isNaN(y);
        return x === y ? 0 : sign * (x < y ? -1 : 1);
      });
      table.tBodies[0].append(...order);
      show();
    }

    headings.forEach((heading, column) => {
      const button = make("button", { type: "button" }, ...heading.childNodes);
      button.onclick = () => {
        const isDescending = heading.getAttribute("aria-sort") === "ascending";
        for (const other of headings) other.removeAttribute("aria-sort");
        heading.setAttribute("aria-sort", isDescending ? "descending" : "ascending");
        sort(column, isDescending);
      };
      heading.append(button);
    });

    const controls = make("div", { className: "controls" });
    for (const column of factors) {
      const levels = [...new Set(rows.map((row) => row.cells[column].textContent))].filter(Boolean);
      const options = [["", "all"], ...levels.sort(natural).map((level) => [level, level])];
      controls.append(choice(headings[column].textContent, options, (level) => {
        wanted.set(column, level);
        show();
      }));
    }
    if (controls.children.length) frame.before(controls);
    frame.after(more);
    const details = headings.flatMap((th, column) => "detail" in th.dataset ? [column] : []);
    if (details.length) {
      let isBrief = false;
      const columns = make("button", { type: "button", className: "columns" });
      const turn = () => {
        isBrief = !isBrief;
        for (const row of [table.tHead.rows[0], ...rows]) {
          for (const column of details) row.cells[column].hidden = isBrief;
        }
        columns.textContent = isBrief ? `Show all ${headings.length} columns` : "Show fewer columns";
      };
      columns.onclick = () => { turn(); columns.dataset.pressed = isBrief ? "" : "yes"; };
      turn();
      more.after(columns);
    }
    show();
  }

  // Heat maps: other parts of the study, other metrics, another order.

  function heatMap(figure, data) {
    const svg = figure.querySelector("svg");
    const cells = [...svg.querySelectorAll(".cell")];
    const rowNames = [...svg.querySelectorAll(".row-name")];
    const columnNames = [...svg.querySelectorAll(".column-name")];
    const width = columnNames.length;
    const place = (element) => element.getAttribute("transform").match(/-?[\d.]+/g).map(Number);
    const rowPlaces = rowNames.map(place);
    const columnPlaces = columnNames.map(place);
    const lefts = cells.slice(0, width).map((cell) => place(cell)[0]);
    const tops = rowNames.map((_, row) => place(cells[row * width])[1]);
    const told = make("output", { className: "told" });
    const wanted = {};
    let metric = data.metrics[0].key;
    let view = data.views[0];
    let byRows = "given";
    let byColumns = "given";
    let rowOrder = rowNames.map((_, i) => i);
    let columnOrder = columnNames.map((_, i) => i);

    const text = (cell) =>
      `${data.rows[Math.floor(cell / width)]} × ${data.columns[cell % width]}: `
      + data.metrics.map(({ key, heading }) => `${heading} ${view[key].texts[cell]}`).join("; ");

    /** The indices of some lines of cells, the best mean first; what has fewest numbers last. */
    function byMean(lines) {
      const isHighBest = numberIn(view[metric].best) > numberIn(view[metric].worst);
      const means = lines.map((line) => {
        const finite = line.map((cell) => numberIn(view[metric].texts[cell])).filter(Number.isFinite);
        const mean = finite.reduce((sum, x) => sum + x, 0) / finite.length;
        return { missing: line.length - finite.length, mean: isHighBest ? -mean : mean };
      });
      return lines.map((_, i) => i).sort((a, b) =>
        means[a].missing - means[b].missing || means[a].mean - means[b].mean || a - b);
    }

    function arranged(by, names, lines) {
      const given = names.map((_, i) => i);
      if (by === "given") return given;
      if (by === "name") return given.sort((a, b) => natural(names[a], names[b]));
      if (by === "mean") return byMean(lines);
      return byMean(lines.map((line) => [line[Number(by)]]));
    }

    function show() {
      const levels = Object.entries(wanted).filter(([, level]) => level !== "");
      const found = data.views.find((other) =>
        Object.keys(other.levels).length === levels.length
        && levels.every(([factor, level]) => other.levels[factor] === level));
      told.textContent = found ? "" : "This part of the study is not in this page.";
      view = found ?? view;
      svg.classList.toggle("stale", !found);
      const { texts, steps, worst, best } = view[metric];
      const line = (row) => lefts.map((_, column) => row * width + column);
      const rows = data.rows.map((_, row) => line(row));
      const columns = data.columns.map((_, column) => tops.map((_, row) => row * width + column));
      rowOrder = arranged(byRows, data.rows, rows);
      columnOrder = arranged(byColumns, data.columns, columns);
      rowOrder.forEach((row, y) => {
        rowNames[row].setAttribute("transform", `translate(${rowPlaces[y].join(" ")})`);
        columnOrder.forEach((column, x) => {
          const index = row * width + column;
          const cell = cells[index];
          cell.setAttribute("class", `cell h${steps[index]}`);
          cell.setAttribute("transform", `translate(${lefts[x]} ${tops[y]})`);
          cell.querySelector("title").textContent = text(index);
          const shown = cell.querySelector("text");
          if (shown) shown.textContent = texts[index].split(" [")[0];
        });
      });
      columnOrder.forEach((column, x) => {
        columnNames[column].setAttribute("transform", `translate(${columnPlaces[x].join(" ")})`);
      });
      svg.querySelector(".worst").textContent = worst;
      svg.querySelector(".best").textContent = best;
      svg.querySelector(".by").textContent = data.metrics.find(({ key }) => key === metric).heading;
    }

    /** One cell is reached by the tab key, the others from it by arrows. */
    function reachable(cell) {
      for (const other of svg.querySelectorAll('[tabindex="0"]')) other.setAttribute("tabindex", -1);
      cell.setAttribute("tabindex", 0);
    }

    const cellOf = (event) => cells.indexOf(event.target.closest(".cell"));
    const tell = (event) => {
      const index = cellOf(event);
      if (index >= 0) told.textContent = text(index);
    };
    svg.addEventListener("pointerover", tell);
    svg.addEventListener("focusin", tell);
    svg.addEventListener("keydown", (event) => {
      const [down, right] = {
        ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1],
      }[event.key] ?? [0, 0];
      const index = cellOf(event);
      if (index < 0 || !(down || right)) return;
      event.preventDefault();
      const row = rowOrder[rowOrder.indexOf(Math.floor(index / width)) + down];
      const column = columnOrder[columnOrder.indexOf(index % width) + right];
      if (row !== undefined && column !== undefined) {
        const next = cells[row * width + column];
        reachable(next);
        next.focus();
      }
    });
    // Its cells can be reached now, so it is no longer one picture.
    svg.setAttribute("role", "group");
    svg.setAttribute("aria-label", svg.querySelector("title").textContent);
    for (const cell of cells) {
      cell.setAttribute("role", "img");
      cell.setAttribute("tabindex", -1);
    }
    if (cells.length) reachable(cells[0]);

    const controls = make("div", { className: "controls" });
    for (const { name, levels } of data.factors) {
      const options = [["", "all"], ...levels.map((level) => [level, level])];
      controls.append(choice(words(name), options, (level) => { wanted[name] = level; show(); }));
    }
    if (data.metrics.length > 1) {
      const options = data.metrics.map(({ key, heading }) => [key, heading]);
      controls.append(choice("coloured by", options, (key) => { metric = key; show(); }));
    }
    const orders = [["given", "best overall first"], ["name", "by name"], ["mean", "best mean first"]];
    const byColumn = data.columns.map((name, column) => [column, `best with ${name} first`]);
    controls.append(
      choice("rows", [...orders, ...byColumn], (by) => { byRows = by; show(); }),
      choice("columns", orders, (by) => { byColumns = by; show(); }));
    figure.prepend(controls);
    svg.after(told);
    if (data.left_out) {
      told.after(make("p", { className: "quiet" },
        `${data.left_out} more parts of the study had no room in this page.`));
    }
  }

  // A report that is renewed: what its reader has chosen stays.

  const CHOICES = ".controls select, details, th button, .more, .columns, .scroll, .cell";

  /** What can be chosen in a report, under keys that are the same in the next one. */
  function choices(root) {
    const found = new Map();
    for (const element of root.querySelectorAll(CHOICES)) {
      const place = element.closest("figure")?.id ?? element.closest("section")?.id ?? "";
      const kind = element.tagName + element.getAttribute("class") + element.parentElement.getAttribute("class");
      let key = `${place} ${kind} `;
      for (let i = 0; ; i++) {
        if (!found.has(key + i)) { key += i; break; }
      }
      found.set(key, element);
    }
    return found;
  }

  /** Makes a report as the former one has been left; gives what puts the keyboard back. */
  function keep(former, root) {
    const before = choices(former);
    const after = choices(root);
    let focused = null;
    for (const [key, old] of before) {
      const next = after.get(key);
      if (!next) continue;
      if (old === document.activeElement) focused = next;
      if (old.tagName === "SELECT" && old.value !== next.value) {
        const same = [...next.options].some((option) => option.value === old.value);
        if (same) { next.value = old.value; next.onchange(); }
      } else if (old.tagName === "DETAILS") {
        next.open = old.open;
      } else if (old.matches(".columns, .more") && old.dataset.pressed) {
        next.click();
      } else if (old.matches("th button")) {
        const sorted = old.closest("th").getAttribute("aria-sort");
        if (sorted) next.click();
        if (sorted === "descending") next.click();
      }
    }
    return () => {
      for (const [key, old] of before) {
        const next = after.get(key);
        if (next && old.scrollLeft) next.scrollLeft = old.scrollLeft;
      }
      focused?.focus({ preventScroll: true });
    };
  }

  /** Makes the tables and heat maps in an element answer. */
  function enhance(root) {
    for (const table of root.querySelectorAll("table")) {
      if (table.tBodies.length) equip(table);
    }
    for (const script of root.querySelectorAll("script[data-views-of]")) {
      const figure = root.querySelector(`#${CSS.escape(script.dataset.viewsOf)}`);
      if (figure) heatMap(figure, JSON.parse(script.textContent));
    }
  }

  /** Puts a report into a box, in the place of the one that is there. */
  function show(box, report) {
    const former = box.firstElementChild;
    enhance(report);
    const restore = former ? keep(former, report) : () => {};
    const top = window.scrollY;
    box.replaceChildren(report);
    restore();
    window.scrollTo({ top, behavior: "instant" });
  }

  window.sluiceReport = { show };
  themeButton();
  for (const report of document.querySelectorAll(".report")) enhance(report);
})();

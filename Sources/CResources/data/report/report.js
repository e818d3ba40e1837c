// What a report can do beyond being read: one view at a time, sorting, searching, and the keys of the comparison.
// Nothing is fetched. Text enters the page as text only (textContent, cloned nodes), never as markup.
(() => {
  "use strict";
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (tag, className, text) => {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  };

  // MARK: The address: #PLACE?q=...&sort=...

  const readAddress = () => {
    const [place, query] = location.hash.slice(1).split("?");
    let decoded = place;
    try { decoded = decodeURIComponent(place); } catch { /* Not one of our places. */ }
    return { place: decoded, state: new URLSearchParams(query || "") };
  };

  const writeAddress = (place, state) => {
    const query = state.toString();
    const target = "#" + place + (query ? "?" + query : "");
    if (target === location.hash) return;
    try { history.replaceState(null, "", target); } catch { location.hash = target; }
  };

  // MARK: Views

  const views = all(".view");
  const title = document.title;
  /// What a page shows that was opened without a place.
  const start = document.getElementById(one("main").dataset.opens || "") || views[0];

  const open = (place, moveFocus) => {
    const target = (place && document.getElementById(place)) || start;
    if (!target) return;
    const view = target.closest(".view") || views[0];
    const compare = target.closest(".compare");
    for (const other of views) other.classList.toggle("current", other === view);
    for (const other of all(".compare", view)) other.classList.toggle("current", other === compare);
    const front = one(".front", view);
    if (front) front.classList.toggle("aside", Boolean(compare));
    for (const link of all(".tree a, tr[data-parent] a", view)) {
      const isHere = compare && link.getAttribute("href") === "#" + compare.id;
      link.classList.toggle("here", isHere);
      if (isHere) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
    }
    for (const link of all(".masthead nav a")) {
      if (link.hash === "#" + view.id) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
    }
    const heading = one("h1, h2, h3", compare || view);
    const names = [heading, compare && one("h1", view)].filter(Boolean).map(node => node.textContent.trim());
    document.title = [...new Set([...names, title])].join(" · ");
    hideTip();
    isStill = true;
    if (compare) prepare(compare);
    if (target === view || target === compare) {
      if (moveFocus) {
        scrollTo(0, 0);
        if (compare) compare.scrollIntoView({ block: "start", behavior: "instant" });
        if (heading) { heading.tabIndex = -1; heading.focus({ preventScroll: true }); }
      }
    } else {
      for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
      // What is said of a change stands below its words: those are led to.
      const mark = compare && all(".row a", compare).find(link => link.hash === "#" + target.id && link.getClientRects().length > 0);
      (mark || target).scrollIntoView({ block: "center", behavior: "instant" });
      if (mark) showTip(mark);
    }
  };

  addEventListener("hashchange", () => {
    const { place, state } = readAddress();
    open(place, true);
    if (stories) stories.restore(state);
  });

  // MARK: The search language

  const ranks = { none: 0, minor: 1, major: 2, critical: 3 };
  const compareNumber = (value, term, fallback) => {
    const match = /^(>=|<=|>|<|=)?\s*(-?[\d.]+)\s*%?$/.exec(term);
    if (!match) return false;
    const limit = Number(match[2]);
    switch (match[1] || fallback) {
      case ">": return value > limit;
      case ">=": return value >= limit;
      case "<": return value < limit;
      case "<=": return value <= limit;
      default: return value === limit;
    }
  };
  /// A sentence with what it quotes, each quotation in its own direction of writing.
  const sentence = text => text.split(/(“[^”]*”)/).map(part => part.startsWith("“") ? ["“", make("bdi", "", part.slice(1, -1)), "”"] : [part]).flat();
  const holds = (list, word) => list.some(item => item.toLowerCase().includes(word));

  const fields = {
    outlet: (story, word) => holds(story.o, word),
    story: (story, word) => story.y === word,
    wire: (story, word) => word === "none" ? story.w.length === 0 : holds(story.w, word),
    role: (story, word) => story.r.some(role => role === word || role.startsWith(word)),
    flag: (story, word) => holds(story.f, word),
    lang: (story, word) => story.l.includes(word),
    language: (story, word) => story.l.includes(word),
    id: (story, word) => holds(story.i, word),
    event: (story, word) => story.e === word,
    drift: (story, word) => word === "none" ? story.d === 0 : word in ranks ? story.d >= ranks[word] : holds(story.g, word),
    size: (story, word) => compareNumber(story.n, word, "="),
    after: (story, word) => story.u !== "" && story.u.slice(0, word.length) >= word,
    before: (story, word) => story.t !== "" && story.t.slice(0, word.length) < word,
    credit: (story, word) => word === "lost" ? story.x > 0 : story.x === 0,
  };

  /// How many letters two words differ by, as far as that tells a slip: swapped, left out, put in.
  const distance = (a, b) => {
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      row = next;
    }
    return row[b.length];
  };
  const nearest = (word, known) => known.map(name => [distance(word, name), name]).filter(([far]) => far <= 2).sort((a, b) => a[0] - b[0])[0]?.[1];

  /// What a reader may have meant by a term that nothing can match.
  const advice = (text, stories) => {
    for (const [, field, word] of text.toLowerCase().matchAll(/(?:^|\s)-?([a-z]+):([^\s"]+)/g)) {
      if (!fields[field]) {
        const name = nearest(field, Object.keys(fields));
        return ` There is no field “${field}”` + (name ? `; did you mean ${name}:?` : ".");
      }
      const list = { role: "r", wire: "w", flag: "f", lang: "l", language: "l", drift: "g" }[field];
      if (!list || field === "drift" && word in ranks || word === "none") continue;
      const known = [...new Set(stories.flatMap(story => story[list]))].sort();
      if (!holds(known, word)) return known.length ? ` No story has ${field}:${word}; there are ${known.slice(0, 12).join(", ")}.` : ` No story has any ${field}.`;
    }
    return "";
  };

  const parseQuery = text => {
    const terms = [];
    for (const [, not, field, quoted, bare] of text.matchAll(/(-)?(?:([a-z]+):)?(?:"([^"]*)"|(\S+))/gi)) {
      const word = (quoted ?? bare).toLowerCase();
      const name = (field || "").toLowerCase();
      let test;
      if (name && fields[name]) test = story => fields[name](story, word);
      else if (!name && quoted === undefined && /^[<>]=?\d/.test(word)) test = story => story.s !== null && compareNumber(story.s, word, ">");
      else {
        const plain = (field ? field + ":" : "").toLowerCase() + word;
        test = story => story.h.toLowerCase().includes(plain) || holds(story.o, plain) || holds(story.i, plain) || holds(story.w, plain) || story.y === plain || story.c.toLowerCase().includes(plain);
      }
      terms.push(not ? story => !test(story) : test);
    }
    return story => terms.every(test => test(story));
  };

  // MARK: The table of stories

  const makeStories = () => {
    const block = document.getElementById("story-data");
    const table = document.getElementById("story-table");
    if (!block || !table) return null;
    const roleName = (role, count) => role.replace("-", " ") + (count > 1 && role.endsWith("rewrite") ? "s" : "");
    const day = time => {
      if (!time) return "";
      const months = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];
      return `${Number(time.slice(8, 10))} ${months[Number(time.slice(5, 7)) - 1]} ${time.slice(0, 4)}`;
    };
    /// What is left out of the data is empty; what follows from the rest is made here.
    const data = JSON.parse(block.textContent).map((story, z) => {
      const names = story.o || story.i || [];
      const roles = Object.entries(story.r || { single: 1 }).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      const shown = roles.filter(([role]) => role !== "original");
      return {
        n: 1, d: 0, s: null, t: "", u: story.t || "", x: 0, f: [], g: [], l: [], w: [], e: "", c: "", ...story, z, o: names, y: (story.k || "").split("#s-")[1] || "",
        r: roles.map(([role]) => role), dn: ["", "minor", "major", "critical"][story.d || 0],
        ot: names.slice(0, 4).join(", ") + (names.length > 4 ? ` and ${names.length - 4} more` : ""), tt: day(story.t),
        rt: story.n > 1 ? shown.map(([role, count]) => `${count} ${roleName(role, count)}`).join(", ") : roles[0]?.[0] === "single" ? "alone" : roles[0]?.[0] || "",
      };
    });
    const body = one("tbody", table);
    const model = document.getElementById("story-row");
    const input = document.getElementById("story-query");
    const lone = document.getElementById("story-lone");
    const count = document.getElementById("story-count");
    const more = document.getElementById("story-more");
    const page = 100;
    const first = { sort: "rank", down: false, limit: page };
    let now = { ...first };

    const keys = {
      // The worst changes first, then the largest stories; a change of wording is no rank.
      rank: story => (story.d > 1 ? -story.d : 0) * data.length + story.z, headline: story => story.h.toLowerCase(), size: story => story.n, first: story => story.t || "~",
      likeness: story => story.s ?? -1, drift: story => story.d, wire: story => (story.w[0] || "~").toLowerCase(),
    };

    const fill = story => {
      const row = model.content.cloneNode(true);
      const put = (name, text) => { const cell = one(`[data-f="${name}"]`, row); if (cell) cell.textContent = text; return cell; };
      const head = put("headline", story.h);
      if (story.k) head.href = story.k;
      put("size", story.n);
      put("outlets", story.ot);
      put("first", story.tt);
      put("wire", story.w.join(", ") + (story.x > 0 ? (story.w.length ? "; " : "") + story.x + " without credit" : ""));
      put("roles", story.rt);
      put("likeness", story.s === null ? "" : story.s + " %");
      const worst = one('[data-f="worst"]', row);
      if (story.d > 0) {
        worst.className = "grade " + story.dn;
        worst.textContent = story.dn + " ";
        const kind = make("span", "kind");
        kind.append(...sentence(story.c));
        worst.append(kind);
      } else worst.textContent = "";
      return row;
    };

    const show = () => {
      const matches = parseQuery(input.value);
      const pool = lone.checked ? data : data.filter(story => story.n > 1);
      const found = pool.filter(matches);
      const key = keys[now.sort] || keys.rank;
      const order = (a, b) => { const [x, y] = [key(a), key(b)]; return x < y ? -1 : x > y ? 1 : a.z - b.z; };
      found.sort((a, b) => now.down ? -order(a, b) || a.z - b.z : order(a, b));
      body.replaceChildren(...found.slice(0, now.limit).map(fill));
      const shown = Math.min(found.length, now.limit);
      const number = value => value.toLocaleString("en");
      const what = lone.checked ? "stories and single articles." : (pool.length === 1 ? "story" : "stories") + " with more than one version.";
      const among = found.length === pool.length ? "" : `${number(found.length)} found among `;
      count.textContent = `Showing ${number(shown)} of ${among}${number(pool.length)} ${what}` + (found.length ? "" : advice(input.value, data));
      more.hidden = shown >= found.length;
      for (const head of all("th[data-sort]", table)) {
        if (head.dataset.sort === now.sort) head.setAttribute("aria-sort", now.down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      }
    };

    const keep = () => {
      const state = new URLSearchParams();
      if (input.value) state.set("q", input.value);
      if (lone.checked) state.set("single", "1");
      if (now.sort !== first.sort) state.set("sort", (now.down ? "-" : "") + now.sort);
      const view = table.closest(".view");
      writeAddress(view.id, state);
    };

    const restore = state => {
      if (!table.closest(".view").classList.contains("current")) return;
      const sort = state.get("sort") || first.sort;
      now = { sort: sort.replace(/^-/, ""), down: sort.startsWith("-"), limit: page };
      if (!keys[now.sort]) now = { ...first };
      input.value = state.get("q") || "";
      lone.checked = state.get("single") === "1" || (data.length > 0 && data.every(story => story.n === 1));
      show();
    };

    let waiting = 0;
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => { now.limit = page; show(); keep(); }, data.length > 2000 ? 150 : 40);
    });
    lone.addEventListener("change", () => { now.limit = page; show(); keep(); });
    more.addEventListener("click", () => { now.limit += page; show(); });
    for (const head of all("th[data-sort]", table)) {
      const button = make("button", "", head.textContent.trim());
      button.type = "button";
      button.addEventListener("click", () => {
        const isSame = now.sort === head.dataset.sort;
        now = { sort: head.dataset.sort, down: isSame ? !now.down : head.dataset.first === "down", limit: page };
        show();
        keep();
      });
      head.replaceChildren(button);
    }
    return { restore };
  };

  // MARK: Other tables sort by their cells

  for (const table of all("table.sortable")) {
    all("thead th", table).forEach((head, column) => {
      const button = make("button", "", head.textContent.trim());
      button.type = "button";
      button.addEventListener("click", () => {
        const isDown = head.getAttribute("aria-sort") ? head.getAttribute("aria-sort") === "ascending" : head.classList.contains("num");
        for (const other of all("thead th", table)) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
        const value = row => { const cell = row.cells[column]; return cell.dataset.v ?? cell.textContent.trim().toLowerCase(); };
        const isNumber = head.classList.contains("num");
        const body = one("tbody", table);
        const rows = [...body.rows];
        rows.sort((a, b) => {
          const [x, y] = [value(a), value(b)];
          const order = isNumber ? (Number(x) || 0) - (Number(y) || 0) : x < y ? -1 : x > y ? 1 : 0;
          return isDown ? -order : order;
        });
        body.append(...rows);
      });
      head.replaceChildren(button);
    });
  }

  // MARK: The explanation of a change, on hover, focus and tap

  const tip = document.getElementById("tip");
  let tipped = null;

  function hideTip() {
    if (tip) tip.hidden = true;
    if (tipped) tipped.classList.remove("lit");
    tipped = null;
  }

  const showTip = mark => {
    const note = document.getElementById(mark.hash.slice(1));
    if (!note || !tip) return;
    hideTip();
    tipped = mark;
    mark.classList.add("lit");
    tip.className = note.className || "minor";
    tip.replaceChildren(...(note.className ? [] : [make("b", "", "minor "), ]), ...[...note.childNodes].map(node => node.cloneNode(true)));
    tip.hidden = false;
    const box = mark.getClientRects()[0] || mark.getBoundingClientRect();
    const width = tip.offsetWidth;
    const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8));
    const below = box.bottom + 8;
    const fits = below + tip.offsetHeight < innerHeight;
    tip.style.left = left + scrollX + "px";
    tip.style.top = (fits ? below : Math.max(8, box.top - tip.offsetHeight - 8)) + scrollY + "px";
  };

  const markOf = event => event.target instanceof Element ? event.target.closest(".row a[href]") : null;
  /// Whether the pointer has not moved since the view changed under it: what it lies on then was not pointed at.
  let isStill = false;
  const pointed = event => {
    if (isStill) return;
    const mark = markOf(event);
    if (mark && mark !== tipped) showTip(mark);
    else if (!mark && tipped && tipped !== document.activeElement && !event.target.closest("#tip")) hideTip();
  };
  document.addEventListener("mouseover", pointed);
  let last = "";
  document.addEventListener("mousemove", event => {
    const place = `${event.clientX} ${event.clientY}`;
    const hasMoved = place !== last;
    last = place;
    if (!isStill || !hasMoved) return;
    isStill = false;
    pointed(event);
  });
  document.addEventListener("focusin", event => { const mark = markOf(event); if (mark) showTip(mark); else hideTip(); });
  document.addEventListener("click", event => {
    const mark = markOf(event);
    if (mark) { event.preventDefault(); mark.focus({ preventScroll: true }); showTip(mark); }
    else if (!event.target.closest("#tip")) hideTip();
  });

  // MARK: A comparison: inline, serious only, unfolded, from change to change

  const prepare = compare => {
    if (compare.dataset.ready) return;
    compare.dataset.ready = "1";
    split(compare);
    for (const mark of all(".row a", compare)) mark.setAttribute("aria-describedby", mark.hash.slice(1));
    const bar = make("div", "bar-of-tools");
    bar.role = "group";
    bar.ariaLabel = "How the two are shown";
    const buttons = { inline: "Inline", serious: "Serious only", unfold: "Show unchanged", previous: "Previous (p)", next: "Next (n)" };
    for (const [name, text] of Object.entries(buttons)) {
      const button = make("button", "", text);
      button.type = "button";
      button.dataset.act = name;
      if (name !== "next" && name !== "previous") button.setAttribute("aria-pressed", "false");
      button.addEventListener("click", () => act(compare, name, button));
      if (name === "previous") {
        const where = make("span", "push small soft where");
        where.role = "status";
        bar.append(where);
      }
      bar.append(button);
    }
    one("header", compare).after(bar);
    report(compare, -1);
  };

  const act = (compare, name, button) => {
    const press = on => button.setAttribute("aria-pressed", String(on));
    if (name === "next") return step(compare, 1);
    if (name === "previous") return step(compare, -1);
    const isOn = button.getAttribute("aria-pressed") !== "true";
    press(isOn);
    if (name === "inline") compare.classList.toggle("inline", isOn);
    if (name === "serious") compare.classList.toggle("serious-only", isOn);
    if (name === "unfold") for (const fold of all("details.fold", compare)) fold.open = isOn;
  };

  /// The marks to step through, one for each change: the serious ones, or all where there is none.
  const stops = compare => {
    const visible = all(".row a", compare).filter(mark => mark.getClientRects().length > 0);
    const serious = visible.filter(mark => mark.classList.contains("critical") || mark.classList.contains("major"));
    const seen = new Set();
    return (serious.length ? serious : visible).filter(mark => {
      return seen.has(mark.hash) ? false : seen.add(mark.hash);
    });
  };

  const report = (compare, index) => {
    const where = one(".where", compare);
    if (!where) return;
    const count = stops(compare).length;
    where.textContent = count === 0 ? "no changes" : index < 0 ? `${count} to see` : `${index + 1} of ${count}`;
  };

  const step = (compare, by) => {
    const marks = stops(compare);
    if (marks.length === 0) return;
    const current = marks.findIndex(mark => tipped && mark.hash === tipped.hash);
    const index = current < 0 ? (by > 0 ? 0 : marks.length - 1) : (current + by + marks.length) % marks.length;
    marks[index].scrollIntoView({ block: "center", behavior: "instant" });
    marks[index].focus({ preventScroll: true });
    showTip(marks[index]);
    report(compare, index);
  };

  /// Passages stand in the page as one text, what went beside what came; each side is what is left without the other's words.
  const split = compare => {
    for (const mixed of all(".row > .m", compare)) {
      const side = (name, other) => {
        const copy = mixed.cloneNode(true);
        copy.className = name;
        for (const node of all(other, copy)) node.remove();
        for (const node of all(".gone", copy)) node.classList.remove("gone");
        return copy;
      };
      mixed.before(side("a", "ins, a:not(.gone)"), side("b", "del, .gone"));
    }
  };

  // MARK: Any two versions of a story: by their words alone

  /// The passages of a version: of the original as it stands in full, of another from its comparison.
  const passages = (view, row) => {
    const plain = node => { const copy = node.cloneNode(true); for (const sup of all("sup", copy)) sup.remove(); return copy.textContent.trim(); };
    if (!row.dataset.parent) return all(".full .row:not(.page) > .text", view).map(plain);
    const link = one("td a", row);
    if (!link) return passages(view, document.getElementById(view.id + "-m" + row.dataset.parent));
    const compare = document.getElementById(link.hash.slice(1));
    prepare(compare);
    return all(".row:not(.page):not(.heading)", compare)
      .map(part => one(":scope > .text, :scope > .b:not(.void)", part)).filter(Boolean).map(plain);
  };

  /// Cut into sentences, so that passages of unequal cut can be held against each other.
  const sentences = list => list.flatMap(text => text.match(/[^.!?\n]+[.!?]*["”’')]*\s*|\n/g) || []).map(text => text.trim()).filter(Boolean);

  const bag = text => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) || []);
  const likeness = (a, b) => {
    let shared = 0;
    for (const word of a) if (b.has(word)) shared++;
    return a.size + b.size ? 2 * shared / (a.size + b.size) : 0;
  };

  /// The longest common run of words, as pairs of places; white space pairs with nothing.
  const common = (x, y) => {
    const free = list => list.map((word, place) => ({ word, place })).filter(item => item.word.trim());
    const [a, b] = [free(x), free(y)];
    if (a.length * b.length > 4e6) return [];
    const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i--) {
      for (let j = b.length - 1; j >= 0; j--) {
        table[i][j] = a[i].word === b[j].word ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
      }
    }
    const pairs = [];
    for (let i = 0, j = 0; i < a.length && j < b.length;) {
      if (a[i].word === b[j].word) pairs.push([a[i++].place, b[j++].place]);
      else if (table[i + 1][j] >= table[i][j + 1]) i++; else j++;
    }
    return pairs;
  };

  /// A pair of sentences as one text, as the page's own comparisons have them.
  const mixed = (textA, textB) => {
    const words = text => text.match(/\s+|[\p{L}\p{N}\p{M}'’]+|[^\s\p{L}\p{N}]/gu) || [];
    const [x, y] = [words(textA), words(textB)];
    const mix = make("div", "m");
    let [i, j] = [0, 0];
    for (const [p, q] of [...common(x, y), [x.length, y.length]]) {
      const [gone, came] = [x.slice(i, p).join(""), y.slice(j, q).join("")];
      const isSpaced = [gone, came].map(text => /^\s/.test(text));
      if (gone.trim() && came.trim() && isSpaced[0] && isSpaced[1]) mix.append(" ");
      if (gone.trim()) mix.append(make("del", "", came.trim() ? gone.trim() : gone.trimEnd()));
      if (came.trim()) mix.append(make("ins", "", gone.trim() ? came.trim() : came.trimEnd()));
      if (/\s$/.test(gone) || /\s$/.test(came)) mix.append(" ");
      if (q < y.length) mix.append(y[q]);
      [i, j] = [p + 1, q + 1];
    }
    return mix;
  };

  const alone = (text, isA) => {
    const row = make("div", "row one");
    const missing = make("div", (isA ? "b" : "a") + " void", isA ? "Not in B." : "Not in A.");
    const side = make("div", isA ? "a" : "b", text);
    row.append(...(isA ? [side, missing] : [missing, side]));
    return row;
  };

  const compareFreely = (view, rowA, rowB) => {
    const name = row => one("bdi", row).textContent;
    const [a, b] = [sentences(passages(view, rowA)), sentences(passages(view, rowB))];
    const bags = a.map(bag);
    const taken = new Set();
    const partner = b.map(text => {
      const own = bag(text);
      let best = -1, most = 0.4;
      bags.forEach((other, place) => { const share = taken.has(place) ? 0 : likeness(own, other); if (share > most) [best, most] = [place, share]; });
      if (best >= 0) taken.add(best);
      return best;
    });
    const section = make("section", "compare");
    section.id = view.id + "-any";
    const header = make("header");
    const back = make("p", "kicker");
    const link = make("a", "", "Back to the story");
    link.href = "#" + view.id;
    back.append(link);
    header.append(back, make("h2", "", name(rowB) + " beside " + name(rowA)), make("p", "facts",
      "This pair was not examined for changes of meaning: the words that differ are marked, no more."));
    const heads = make("div", "heads");
    heads.append(make("div", "", "A · " + name(rowA)), make("div", "", "B · " + name(rowB)));
    section.append(header, heads);
    let next = 0;
    b.forEach((text, place) => {
      const at = partner[place];
      for (; at >= 0 && next <= at; next++) if (!taken.has(next)) section.append(alone(a[next], true));
      if (at < 0) return section.append(alone(text, false));
      const isSame = a[at] === text;
      const row = make("div", isSame ? "row same" : "row light");
      row.append(isSame ? make("p", "text", text) : mixed(a[at], text));
      section.append(row);
    });
    for (; next < a.length; next++) if (!taken.has(next)) section.append(alone(a[next], true));
    const old = document.getElementById(section.id);
    if (old) old.remove();
    one(".matter", view).append(section);
    if (location.hash === "#" + section.id) open(section.id, true); else location.hash = section.id;
  };

  for (const view of views) {
    const rows = all("tr[data-parent]", view);
    if (rows.length < 3 || !one(".full", view)) continue;
    const form = make("div", "tools any-two");
    const pick = label => {
      const holder = make("label", "", label + " ");
      const select = make("select");
      rows.forEach((row, place) => {
        const option = make("option", "", `${place + 1}. ${one("bdi", row).textContent}`);
        option.value = row.id;
        select.append(option);
      });
      holder.append(select);
      form.append(holder);
      return select;
    };
    const [a, b] = [pick("Compare"), pick("with")];
    b.selectedIndex = 1;
    const button = make("button", "", "Show side by side");
    button.type = "button";
    button.addEventListener("click", () => {
      const [rowA, rowB] = [document.getElementById(a.value), document.getElementById(b.value)];
      const link = one("td a", rowB);
      if (link && view.id + "-m" + rowB.dataset.parent === rowA.id) location.hash = link.hash;
      else if (rowA !== rowB) compareFreely(view, rowA, rowB);
    });
    form.append(button);
    rows[0].closest(".scroll").after(form);
  }

  document.addEventListener("keydown", event => {
    if (event.key === "Escape") return hideTip();
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, select, textarea")) {
      return;
    }
    const compare = one(".view.current .compare.current");
    if (event.key === "/" && document.getElementById("story-query")) {
      event.preventDefault();
      open("overview");
      document.getElementById("story-query").focus();
    } else if (compare && event.key === "n") step(compare, 1);
    else if (compare && event.key === "p") step(compare, -1);
    else if (event.key === " " && markOf(event)) event.preventDefault();
  });

  // MARK: Theme, print, start

  const theme = document.getElementById("theme");
  if (theme) theme.addEventListener("click", () => {
    const root = document.documentElement;
    const isDark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = isDark ? "light" : "dark";
    try { localStorage.setItem("newsprint-theme", root.dataset.theme); } catch { /* Not kept, that is all. */ }
  });

  addEventListener("beforeprint", () => { for (const fold of all(".view.current details")) fold.open = true; });

  const stories = makeStories();
  const { place, state } = readAddress();
  open(place, false);
  if (stories) stories.restore(state);
})();

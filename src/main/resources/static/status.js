"use strict";

(() => {
  const RANKS = ["down", "degraded", "unknown", "up"];
  const MOST_UNFOLDED = matchMedia("(max-width: 720px)").matches ? 1 : 5;
  const MOST_ROWS_AT_ONCE = 40;
  const COLLECT_MS = 120;
  const HOUR_MS = 3_600_000;
  const WORDS = { p: "passed", d: "degraded", f: "failed", b: "broken (monitor fault)", "-": "no run" };
  const base = new URL(".", document.currentScript.src);
  const at = (path) => new URL(path, base);
  const table = document.getElementById("probes");
  const find = (id) => document.getElementById(id);

  /** Which rows somebody has folded or unfolded, by probe. */
  const chosen = new Map();
  const waiting = new Set();
  const runWanted = new Set();
  let fetching = false;
  let timer;

  const ROW = "tbody[id]";
  const rows = (page = document) => [...page.querySelectorAll(`#probes ${ROW}`)];
  const visible = () => rows().filter((row) => !row.hidden);
  const rowOf = (probe) => rows().find((row) => probeOf(row) === probe);
  const nameOf = (row) => row.querySelector(".name a");
  const probeOf = (row) => nameOf(row).pathname.split("/").slice(-2).join("/");
  const verdict = (row) => row.className;
  const labels = (row) => new Map([...row.querySelectorAll(".tag:not(.muted)")].map((tag) => [tag.title, tag.textContent]));

  /* What is asked of the monitor */

  function tell(text) {
    const told = document.querySelector(".told");
    told.textContent = text;
    clearTimeout(tell.timer);
    tell.timer = setTimeout(() => (told.textContent = ""), 8_000);
  }

  async function send(method, path, body) {
    const reply = await fetch(at(path), {
      method,
      headers: body ? { "Content-Type": "application/json" } : {},
      body: body ? JSON.stringify(body) : undefined,
    });
    if (!reply.ok) {
      const problem = await reply.json().catch(() => ({}));
      const failure = new Error(problem.detail || problem.error || `The monitor answered with HTTP ${reply.status}`);
      failure.status = reply.status;
      throw failure;
    }
    return reply;
  }

  async function attempt(action) {
    try {
      await action();
    } catch (failure) {
      tell(failure.message || "The monitor does not answer");
    }
  }

  const runNow = (probe) =>
    attempt(async () => {
      await send("POST", `api/probes/${probe}/runs`);
      tell(`${probe}: a run has started`);
      renew(probe);
    });

  /** As soon as one may start. */
  async function runSoon(probe) {
    try {
      await send("POST", `api/probes/${probe}/runs`);
      runWanted.delete(probe);
      renew(probe);
    } catch (failure) {
      if ([409, 429, 503].includes(failure.status)) runWanted.add(probe);
      else tell(failure.message);
    }
  }

  function mute(row) {
    const probe = probeOf(row);
    if (row.dataset.muted) {
      attempt(async () => {
        for (const id of row.dataset.muted.split(" ")) await send("DELETE", `api/maintenance/${id}`);
        tell(`${probe} is no longer muted`);
        renew(probe);
      });
      return;
    }
    const dialog = find("mute");
    find("mute-title").textContent = `Mute ${probe}`;
    dialog.dataset.probe = probe;
    dialog.returnValue = "";
    dialog.showModal();
  }

  find("mute").addEventListener("close", (event) => {
    const { returnValue, dataset } = event.target;
    const probe = dataset.probe;
    focusRow(rowOf(probe));
    if (returnValue !== "mute") return;
    const form = new FormData(event.target.querySelector("form"));
    const [target, journey] = probe.split("/");
    const until = new Date(Date.now() + form.get("minutes") * 60_000).toISOString();
    attempt(async () => {
      await send("POST", "api/maintenance", { target, journey, until, why: form.get("why") });
      tell(`${probe} is muted`);
      renew(probe);
    });
  });

  /* Rows that are replaced */

  function renew(probe) {
    waiting.add(probe);
    timer ??= setTimeout(fetchRows, COLLECT_MS);
  }

  async function fetchRows() {
    timer = undefined;
    if (fetching || !waiting.size) return;
    fetching = true;
    const asked = [...waiting].slice(0, MOST_ROWS_AT_ONCE);
    asked.forEach((probe) => waiting.delete(probe));
    try {
      const query = asked.map((probe) => `probe=${encodeURIComponent(probe)}`).join("&");
      const reply = await fetch(at(`?${query}`), { headers: { Accept: "text/html" }, cache: "no-store" });
      if (reply.ok) merge(new DOMParser().parseFromString(await reply.text(), "text/html"));
    } catch {
      // the stream's own error says that the monitor is away
    } finally {
      fetching = false;
      if (waiting.size) timer ??= setTimeout(fetchRows, COLLECT_MS);
    }
  }

  function merge(next) {
    find("head").replaceWith(next.getElementById("head"));
    const icon = next.querySelector("link[rel=icon]");
    if (icon) document.querySelector("link[rel=icon]").replaceWith(icon);
    rows(next).forEach(replaceRow);
    arrange();
    document.dispatchEvent(new Event("monitor:replaced"));
  }

  function replaceRow(next) {
    const old = find(next.id);
    const focused = old?.contains(document.activeElement) ? focusKey(document.activeElement) : undefined;
    const drawn = next.querySelector(".more");
    const wanted = wantsUnfolded(next, old);
    if (drawn && !wanted) drawn.remove();
    if (drawn || !wanted) markUnfolded(next, wanted);
    else renew(probeOf(next));
    if (old && source(old) === source(next)) return;
    if (old) old.replaceWith(next);
    else table.append(next);
    prepare(next);
    if (focused) (focused(next) ?? nameOf(next)).focus({ preventScroll: true });
  }

  /** As the monitor wrote it, without what scripts have changed since. */
  const source = (row) =>
    row.outerHTML.replace(/ (title|tabindex)="[^"]*"/g, "").replace(/(<time[^>]*>)[^<]*/g, "$1");

  /** What somebody chose, else what was, else few enough of those that have just gone wrong. */
  function wantsUnfolded(next, old) {
    if (verdict(next) === "up") return false;
    const choice = chosen.get(probeOf(next));
    if (choice !== undefined) return choice;
    if (old && verdict(old) !== "up") return Boolean(old.querySelector(".more"));
    return table.querySelectorAll(".more").length < MOST_UNFOLDED;
  }

  function markUnfolded(row, unfolded) {
    row.querySelector("[data-act=unfold]")?.setAttribute("aria-expanded", unfolded);
  }

  function focusKey(element) {
    const act = element.dataset.act;
    const href = element.getAttribute("href");
    return (row) => row.querySelector(act ? `[data-act=${act}]` : `a[href="${CSS.escape(href)}"]`);
  }

  function unfold(row) {
    if (verdict(row) === "up") return;
    const more = row.querySelector(".more");
    chosen.set(probeOf(row), !more);
    if (more) {
      more.remove();
      markUnfolded(row, false);
    } else {
      renew(probeOf(row));
    }
  }

  /* Order, groups and filters */

  function compare(a, b) {
    const [targetA, journeyA] = probeOf(a).split("/");
    const [targetB, journeyB] = probeOf(b).split("/");
    return (
      RANKS.indexOf(verdict(a)) - RANKS.indexOf(verdict(b)) ||
      (targetA < targetB ? -1 : targetA > targetB ? 1 : journeyA < journeyB ? -1 : 1)
    );
  }

  const groupOf = (row) => labels(row).get(find("group")?.value) ?? "";

  /** Moves only what is out of place, so that nothing loses its focus. */
  function arrange() {
    const focused = document.activeElement;
    const key = find("group")?.value;
    const sorted = rows().sort(compare);
    filter(sorted);
    let wanted = sorted;
    table.querySelectorAll("tbody.group").forEach((group) => group.remove());
    if (key) {
      const groups = new Map();
      for (const row of sorted) groups.set(groupOf(row), [...(groups.get(groupOf(row)) ?? []), row]);
      wanted = [...groups].flatMap(([name, members]) => [heading(key, name, members), ...members]);
    }
    let before = table.tHead;
    for (const part of wanted) {
      if (before.nextElementSibling !== part) before.after(part);
      before = part;
    }
    if (document.activeElement !== focused) focused?.focus?.({ preventScroll: true });
  }

  function heading(key, name, members) {
    const shown = members.filter((row) => !row.hidden);
    const counts = RANKS.map((rank) => [shown.filter((row) => verdict(row) === rank).length, rank]);
    const text = counts.filter(([count]) => count).map(([count, rank]) => `${count} ${rank}`).join(" · ");
    const group = document.createElement("tbody");
    group.className = "group";
    group.hidden = !shown.length;
    const cell = document.createElement("th");
    cell.colSpan = 9;
    cell.scope = "rowgroup";
    const label = document.createElement("b");
    label.textContent = name ? `${key}: ${name}` : `no ${key}`;
    cell.append(label, ` ${text}`);
    group.insertRow().append(cell);
    return group;
  }

  function filter(all) {
    const terms = find("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    const problems = find("problems").checked;
    for (const row of all) {
      const text = `${row.querySelector(".name").textContent} ${row.querySelector(".says").textContent} ${probeOf(row)} ${verdict(row)}`.toLowerCase();
      row.hidden = (problems && verdict(row) === "up") || !terms.every((term) => text.includes(term));
    }
    const shown = all.filter((row) => !row.hidden).length;
    document.querySelector(".shown").textContent = shown === all.length ? "" : `${shown} of ${all.length} shown`;
  }

  function keepFilters() {
    const query = new URLSearchParams();
    if (find("search").value) query.set("q", find("search").value);
    if (find("problems").checked) query.set("problems", "1");
    if (find("group")?.value) query.set("group", find("group").value);
    history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
    arrange();
  }

  function restoreFilters() {
    const query = new URLSearchParams(location.search);
    find("search").value = query.get("q") ?? "";
    find("problems").checked = query.has("problems");
    if (find("group") && query.has("group")) find("group").value = query.get("group");
    if (find("group")?.selectedIndex === -1) find("group").value = "";
  }

  /* Keyboard and pointer */

  const stops = (row) => [...row.querySelectorAll("a[href], button")];

  function focusRow(row) {
    if (!row) return;
    nameOf(row).focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  }

  /** One stop of the tab key for each row; arrows go through it. */
  function prepare(row) {
    for (const stop of stops(row)) if (stop !== nameOf(row)) stop.tabIndex = -1;
  }

  function step(by) {
    const all = visible();
    const current = all.findIndex((row) => row.contains(document.activeElement));
    const next = current < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(current + by, 0), all.length - 1);
    focusRow(all[next]);
  }

  function within(row, by) {
    const all = stops(row);
    all[(all.indexOf(document.activeElement) + by + all.length) % all.length]?.focus();
  }

  const KEYS = {
    "/": () => find("search").focus(),
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: (row) => row && step(1),
    ArrowUp: (row) => row && step(-1),
    ArrowRight: (row) => row && within(row, 1),
    ArrowLeft: (row) => row && within(row, -1),
    o: (row) => row && unfold(row),
    r: (row) => row && runNow(probeOf(row)),
    m: (row) => row && mute(row),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || find("mute").open) return;
    if (event.target.closest("input, select, textarea")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const row = document.activeElement?.closest(ROW);
    const action = KEYS[event.key];
    if (!action || (event.key.startsWith("Arrow") && !row)) return;
    event.preventDefault();
    action(row);
  });

  const ACTS = { run: (row) => runNow(probeOf(row)), mute, unfold };

  table?.addEventListener("click", (event) => {
    const act = event.target.closest("button")?.dataset.act;
    if (act) ACTS[act](event.target.closest("tbody"));
  });

  table?.addEventListener("pointerover", (event) => {
    const says = event.target.closest("tbody .says");
    if (says) says.title = says.scrollWidth > says.clientWidth ? says.textContent : "";
  });

  table?.addEventListener("pointermove", (event) => {
    const day = event.target.closest("svg[data-hours]");
    if (!day) return;
    const box = day.getBoundingClientRect();
    const hour = Math.min(23, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * 24)));
    const from = new Date((Math.floor(Date.now() / HOUR_MS) - 23 + hour) * HOUR_MS);
    const form = { hour: "2-digit", minute: "2-digit", hour12: false };
    const until = new Date(from.getTime() + HOUR_MS).toLocaleTimeString(undefined, { ...form, timeZoneName: "short" });
    day.parentElement.title = `${from.toLocaleTimeString(undefined, form)} to ${until}: ${WORDS[day.dataset.hours[hour]]}`;
  });

  /* The demo's faults */

  const panel = document.querySelector(".faults");

  async function listFaults() {
    const list = await (await send("GET", "demo/faults")).json();
    const on = new Set(list.on.map((one) => one.fault));
    const all = [["none", "Works as it should."], ...Object.entries(list.faults)];
    panel.querySelector(".choices").replaceChildren(
      ...all.map(([name, description]) => {
        const choice = document.createElement("button");
        choice.dataset.fault = name;
        choice.setAttribute("aria-pressed", name === "none" ? !on.size : on.has(name));
        const label = document.createElement("b");
        label.textContent = name;
        choice.append(label, ` ${description.replaceAll("`", "")}`);
        return choice;
      }),
    );
  }

  panel?.addEventListener("toggle", () => panel.open && attempt(listFaults));
  panel?.addEventListener("click", (event) => {
    const fault = event.target.closest("button")?.dataset.fault;
    if (!fault) return;
    attempt(async () => {
      await send("POST", "demo/faults", { fault, only: true });
      tell(fault === "none" ? "The demo works again" : `The demo is broken: ${fault}`);
      await listFaults();
      panel.querySelector(`[data-fault="${fault}"]`).focus();
      rows().filter((row) => probeOf(row).startsWith("demo/")).forEach((row) => runSoon(probeOf(row)));
    });
  });

  if (!table) return;
  document.addEventListener("monitor:probe", (event) => {
    if (runWanted.has(event.detail)) runSoon(event.detail);
    renew(event.detail);
  });
  document.addEventListener("monitor:page", (event) => {
    const next = event.detail;
    if (!next.getElementById("probes")) return location.reload();
    const known = new Set(rows(next).map((row) => row.id));
    rows().filter((row) => !known.has(row.id)).forEach((row) => row.remove());
    merge(next);
  });
  for (const row of rows().filter((row) => row.querySelector(".more")).slice(MOST_UNFOLDED)) {
    row.querySelector(".more").remove();
    markUnfolded(row, false);
  }
  restoreFilters();
  rows().forEach(prepare);
  document.querySelector(".tools").hidden = false;
  document.querySelector(".keys").hidden = false;
  for (const input of [find("search"), find("problems"), find("group")]) input?.addEventListener("input", keepFilters);
  arrange();
})();

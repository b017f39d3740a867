"use strict";

(() => {
  const AT_MOST_EVERY_MS = 15_000;
  const COLOURS = 8;
  const FITS = 2.5;
  const charts = document.querySelector(".charts");
  const select = document.getElementById("step");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const drawn = new Map();
  let trend;
  let asked = 0;

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const seconds = (v) => (v == null ? "–" : v < 1 ? `${Math.round(v * 1000)} ms` : `${+v.toFixed(2)} s`);
  const clock = (form) => new Intl.DateTimeFormat(undefined, { hour12: false, ...form });
  const HOURS = clock({ hour: "2-digit", minute: "2-digit" });
  const DAYS = clock({ day: "numeric", month: "short" });
  const FULL = clock({ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit", timeZoneName: "short" });

  /** Where nothing ran for long the line breaks. */
  function withGaps(at, columns) {
    const steps = at.slice(1).map((time, i) => time - at[i]).sort((a, b) => a - b);
    const usual = steps[Math.floor(steps.length / 2)] ?? 0;
    const times = [];
    const values = columns.map(() => []);
    at.forEach((time, i) => {
      if (i && time - at[i - 1] > usual * 4) {
        times.push((time + at[i - 1]) / 2);
        values.forEach((column) => column.push(null));
      }
      times.push(time);
      values.forEach((column, c) => column.push(columns[c][i]));
    });
    return [times, ...values];
  }

  /** Each on top of those before it; what is missing takes no room. */
  function stack([at, ...columns]) {
    const sums = at.map(() => 0);
    return [at, ...columns.map((column) => column.map((v, i) => (columns.every((c) => c[i] == null) ? null : (sums[i] += v ?? 0))))];
  }

  function limitLines(limits) {
    return (plot) => {
      const { ctx, bbox } = plot;
      ctx.save();
      ctx.lineWidth = devicePixelRatio;
      for (const { at, failed, tone } of limits) {
        const y = plot.valToPos(at, "y", true);
        if (y < bbox.top) continue;
        ctx.strokeStyle = tone;
        ctx.setLineDash(failed ? [] : [6 * devicePixelRatio, 4 * devicePixelRatio]);
        ctx.beginPath();
        ctx.moveTo(bbox.left, y);
        ctx.lineTo(bbox.left + bbox.width, y);
        ctx.stroke();
      }
      ctx.restore();
    };
  }

  const linesOf = (of, limit, tone) =>
    limit ? [{ of, at: limit.slow, tone }, { of, at: limit.failed, failed: true, tone }].filter(({ at }) => at != null) : [];

  /** Limits that would make the rest of the chart flat are said beside it. */
  function beyond(limits) {
    const told = Map.groupBy(limits, ({ of }) => of);
    const texts = [...told].map(([of, lines]) => `${of} ${lines.map(({ at }) => seconds(at)).join(" / ")}`);
    return texts.length ? `limits beyond the chart: ${texts.join(", ")}` : "";
  }

  function axes() {
    const grid = { stroke: colour("line"), width: 1 };
    const look = { stroke: colour("quiet"), grid, ticks: grid, font: "12px system-ui, sans-serif" };
    return [
      { ...look, values: (_, splits, __, ___, step) => splits.map((at) => (step >= 86_400 ? DAYS : HOURS).format(at * 1000)) },
      { ...look, size: 64, values: (_, splits) => splits.map(seconds) },
    ];
  }

  /** A chart in its place; of stacked columns the table beneath tells what each took alone. */
  function draw(id, { at, columns, stacked, limits = [], runs }) {
    const place = document.getElementById(id);
    drawn.get(id)?.destroy();
    drawn.delete(id);
    place.closest("figure").hidden = !at.length;
    if (!at.length) return;
    const names = Object.keys(columns);
    const raw = withGaps(at, Object.values(columns));
    const data = stacked ? stack(raw) : raw;
    const highest = Math.max(0, ...data.slice(1).flat().map((v) => v ?? 0));
    const shown = limits.filter(({ at: limit }) => limit <= highest * FITS);
    const top = Math.max(highest, ...shown.map(({ at: limit }) => limit)) * 1.08 || 1;
    const plot = new uPlot(
      {
        width: place.clientWidth,
        height: 190,
        cursor: { sync: { key: "trend" }, drag: { x: false, y: false }, points: { size: 7 } },
        scales: { x: { range: [trend.from, trend.until] }, y: { range: [0, top] } },
        axes: axes(),
        legend: { live: true },
        bands: stacked ? names.slice(1).map((_, i) => ({ series: [i + 2, i + 1] })) : [],
        series: [
          { label: "time", value: (_, v) => (v == null ? "–" : FULL.format(v * 1000)) },
          ...names.map((name, i) => ({
            label: name,
            stroke: colour(`chart-${i % COLOURS}`),
            width: 1.5,
            fill: stacked ? `${colour(`chart-${i % COLOURS}`)}55` : undefined,
            points: { show: at.length < 40, size: 5 },
            value: (_, __, ___, index) => (index == null ? "–" : seconds(raw[i + 1][index])),
          })),
        ],
        hooks: { draw: [limitLines(shown)] },
      },
      data,
      place,
    );
    if (runs) {
      plot.over.classList.add("opens");
      plot.over.addEventListener("click", () => {
        const run = runs[at.indexOf(raw[0][plot.cursor.idx])];
        if (run) location.href = charts.dataset.run + encodeURIComponent(run);
      });
    }
    drawn.set(id, plot);
    const hint = place.closest("figure").querySelector(".limit");
    if (hint) hint.textContent = beyond(limits.filter((limit) => !shown.includes(limit)));
  }

  function drawSteps() {
    const { at, runs, steps } = trend.samples;
    const one = select.value;
    const columns = one ? { [one]: steps[one] } : steps;
    draw("chart-steps", { at, runs, columns, stacked: !one, limits: one ? linesOf(one, trend.limits[one], colour("chart-0")) : [] });
  }

  function drawAll() {
    if (!trend) return;
    const names = Object.keys(trend.samples.steps);
    if (names.join() !== [...select.options].slice(1).map((option) => option.value).join()) {
      const chosen = select.value;
      select.replaceChildren(select.options[0], ...names.map((name) => new Option(name, name)));
      select.value = names.includes(chosen) ? chosen : "";
    }
    drawSteps();
    const { at, firstEvent, answer } = trend.means;
    draw("chart-answer", {
      at,
      columns: { "first event": firstEvent, answer },
      limits: [...linesOf("first event", trend.limits["first event"], colour("chart-0")), ...linesOf("answer", trend.limits.answer, colour("chart-1"))],
    });
    const { at: times, runs, events } = trend.samples;
    draw("chart-events", { at: Object.keys(events).length ? times : [], runs, columns: events });
  }

  async function load() {
    if (Date.now() - asked < AT_MOST_EVERY_MS) return;
    asked = Date.now();
    const reply = await fetch(charts.dataset.trend).catch(() => undefined);
    if (!reply?.ok) return;
    trend = await reply.json();
    charts.hidden = !trend.samples.at.length;
    if (!charts.hidden) drawAll();
  }

  /* The open incident */

  const incidents = new URL("api/incidents/", document.currentScript.src);
  const form = document.getElementById("acknowledge");
  const openIncident = () => document.querySelector("[data-incident]")?.dataset.incident;

  function offer() {
    if (form) form.hidden = !openIncident();
  }

  form?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const reply = await fetch(new URL(`${openIncident()}/ack`, incidents), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(Object.fromEntries(new FormData(form))),
    }).catch(() => undefined);
    if (reply?.ok) {
      location.reload();
      return;
    }
    const problem = await reply?.json().catch(() => undefined);
    form.querySelector("[role=status]").textContent = problem?.detail || problem?.error || "The monitor does not answer";
  });

  new ResizeObserver(() => {
    for (const [id, plot] of drawn) {
      const width = document.getElementById(id).clientWidth;
      if (width && width !== plot.width) plot.setSize({ width, height: plot.height });
    }
  }).observe(charts);
  select.addEventListener("change", drawSteps);
  dark.addEventListener("change", drawAll);
  document.addEventListener("monitor:refreshed", () => {
    offer();
    load();
  });
  offer();
  load();
})();

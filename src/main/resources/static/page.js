"use strict";

(() => {
  const STALE_AFTER_MS = 45_000;
  const RETRY_MS = 10_000;
  const events = new URL("api/events", document.currentScript.src);
  const main = () => document.querySelector("main");
  let source;
  let lastUpdate = Date.now();
  let refreshing = false;
  let refreshQueued = false;

  const formats = new Map();

  function format(seconds, dated) {
    const key = `${seconds} ${dated}`;
    if (!formats.has(key)) {
      const form = { hour: "2-digit", minute: "2-digit", hour12: false, timeZoneName: "short" };
      if (seconds) form.second = "2-digit";
      if (dated) Object.assign(form, { day: "numeric", month: "short" });
      formats.set(key, new Intl.DateTimeFormat(undefined, form));
    }
    return formats.get(key);
  }

  /** In a sentence of ours that names an hour of now. */
  function timeOf(text) {
    const at = new Date();
    at.setUTCHours(text.slice(0, 2), text.slice(3, 5), 0, 0);
    const days = Math.round((Date.now() - at) / 86_400_000);
    at.setUTCDate(at.getUTCDate() + days);
    const time = document.createElement("time");
    time.dateTime = at.toISOString();
    return time;
  }

  /** In the reader's zone, which is named; the tooltip has it in UTC. */
  function localTimes() {
    for (const sentence of document.querySelectorAll("[data-utc]")) {
      sentence.removeAttribute("data-utc");
      const parts = sentence.textContent.split(/(\b\d\d:\d\d UTC)/);
      sentence.replaceChildren(...parts.map((part, i) => (i % 2 ? timeOf(part) : part)));
    }
    const today = new Date().toDateString();
    for (const time of document.querySelectorAll("time[datetime]:not([title])")) {
      const at = new Date(time.dateTime);
      const dated = at.toDateString() !== today;
      time.textContent = format(time.dataset.precision === "second", dated).format(at);
      time.title = at.toISOString();
    }
  }

  function updateTitle() {
    const sentence = document.querySelector("h1 .sentence");
    if (sentence) document.title = sentence.textContent.trim();
  }

  function setDisconnected(disconnected) {
    document.querySelector(".disconnected")?.toggleAttribute("hidden", !disconnected);
    document.body.classList.toggle("stale", disconnected);
  }

  async function refresh() {
    if (refreshing) {
      refreshQueued = true;
      return;
    }
    refreshing = true;
    try {
      const reply = await fetch(location.href, {
        headers: { Accept: "text/html" },
        cache: "no-store",
        signal: AbortSignal.timeout(STALE_AFTER_MS / 3),
      });
      if (!reply.ok && reply.status !== 404) throw new Error(`HTTP ${reply.status}`);
      replaceContent(new DOMParser().parseFromString(await reply.text(), "text/html"));
      lastUpdate = Date.now();
      setDisconnected(false);
    } catch {
      setDisconnected(true);
    } finally {
      refreshing = false;
      if (refreshQueued) {
        refreshQueued = false;
        setTimeout(refresh, 500);
      }
    }
  }

  function replaceContent(next) {
    if (main().dataset.live === "rows") {
      document.dispatchEvent(new CustomEvent("monitor:page", { detail: next }));
      return;
    }
    document.querySelector("link[rel=icon]").replaceWith(next.querySelector("link[rel=icon]"));
    const focused = document.activeElement?.closest("a[href]")?.getAttribute("href");
    replaceMain(next);
    localTimes();
    updateTitle();
    if (!main().dataset.live) source?.close();
    if (focused) main().querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    document.dispatchEvent(new Event("monitor:refreshed"));
  }

  /** Where a page names its parts only they are replaced: what somebody is filling in stays. */
  function replaceMain(next) {
    const parts = main().querySelectorAll("[data-part]");
    if (!parts.length || !next.querySelector("main [data-part]")) {
      main().replaceWith(next.querySelector("main"));
      return;
    }
    for (const part of parts) part.replaceWith(next.getElementById(part.id));
  }

  /** To the script of a page that replaces single rows. */
  function tellOfProbe(event) {
    const { target, journey } = JSON.parse(event.data);
    document.dispatchEvent(new CustomEvent("monitor:probe", { detail: `${target}/${journey}` }));
  }

  function connect() {
    source = new EventSource(events);
    // what happened before the stream was open was told to nobody
    source.addEventListener("open", refresh);
    source.addEventListener("run", (event) => {
      const live = main().dataset.live;
      if (live === "rows") tellOfProbe(event);
      if (live === "always" || live === JSON.parse(event.data).id) refresh();
    });
    source.addEventListener("verdict", (event) => {
      if (main().dataset.live === "rows") tellOfProbe(event);
      if (main().dataset.live === "always") refresh();
    });
    source.addEventListener("error", () => {
      refresh();
      if (source.readyState === EventSource.CLOSED && !document.hidden) setTimeout(reconnect, RETRY_MS);
    });
  }

  // A browser opens six connections to a server at most, so a page that nobody sees gives its own back.
  function reconnect() {
    if (!main().dataset.live || document.hidden) {
      source?.close();
    } else if (!source || source.readyState === EventSource.CLOSED) {
      connect();
    }
  }

  document.addEventListener("monitor:replaced", () => {
    localTimes();
    updateTitle();
  });
  localTimes();
  updateTitle();
  if (main()?.dataset.poll) setInterval(() => document.hidden || refresh(), main().dataset.poll * 1000);
  if (main()?.dataset.live) {
    reconnect();
    document.addEventListener("visibilitychange", reconnect);
    setInterval(() => {
      if (main().dataset.live && Date.now() - lastUpdate > (document.hidden ? RETRY_MS : STALE_AFTER_MS)) refresh();
    }, RETRY_MS / 2);
  }
})();

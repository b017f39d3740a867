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

  function localTimes() {
    const today = new Date().toDateString();
    for (const time of document.querySelectorAll("time[datetime]")) {
      const at = new Date(time.dateTime);
      const form = { hour: "2-digit", minute: "2-digit", hour12: false };
      if (time.dataset.precision === "second") form.second = "2-digit";
      if (at.toDateString() !== today) Object.assign(form, { day: "numeric", month: "short" });
      time.textContent = at.toLocaleString(undefined, form);
      time.title = at.toISOString();
    }
  }

  function updateTitle() {
    const sentence = document.querySelector("h1 .sentence");
    if (sentence) document.title = sentence.textContent.trim();
  }

  function setDisconnected(disconnected) {
    document.querySelector(".disconnected").hidden = !disconnected;
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
    const focused = document.activeElement?.closest("a[href]")?.getAttribute("href");
    main().replaceWith(next.querySelector("main"));
    document.querySelector("link[rel=icon]").replaceWith(next.querySelector("link[rel=icon]"));
    localTimes();
    updateTitle();
    if (!main().dataset.live) source?.close();
    if (focused) main().querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  function connect() {
    source = new EventSource(events);
    // what happened before the stream was open was told to nobody
    source.addEventListener("open", refresh);
    source.addEventListener("run", (event) => {
      const live = main().dataset.live;
      if (live === "always" || live === JSON.parse(event.data).id) refresh();
    });
    source.addEventListener("verdict", () => {
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

  localTimes();
  updateTitle();
  if (main()?.dataset.live) {
    reconnect();
    document.addEventListener("visibilitychange", reconnect);
    setInterval(() => {
      if (main().dataset.live && Date.now() - lastUpdate > (document.hidden ? RETRY_MS : STALE_AFTER_MS)) refresh();
    }, RETRY_MS / 2);
  }
})();

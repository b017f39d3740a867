"use strict";

(() => {
  const QUIET = 45_000;
  const AGAIN = 10_000;
  const events = new URL("api/events", document.currentScript.src);
  const main = () => document.querySelector("main");
  let source;
  let heard = Date.now();
  let busy = false;
  let again = false;

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
    const sentence = document.querySelector("h1 .sentence");
    if (sentence) document.title = sentence.textContent.trim();
  }

  function lost(isLost) {
    document.querySelector(".lost").hidden = !isLost;
    document.body.classList.toggle("stale", isLost);
  }

  async function refresh() {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      const reply = await fetch(location.href, {
        headers: { Accept: "text/html" },
        cache: "no-store",
        signal: AbortSignal.timeout(QUIET / 3),
      });
      if (!reply.ok && reply.status !== 404) throw new Error(`HTTP ${reply.status}`);
      show(new DOMParser().parseFromString(await reply.text(), "text/html"));
      heard = Date.now();
      lost(false);
    } catch {
      lost(true);
    } finally {
      busy = false;
      if (again) {
        again = false;
        setTimeout(refresh, 500);
      }
    }
  }

  function show(next) {
    const focused = document.activeElement?.closest("a[href]")?.getAttribute("href");
    main().replaceWith(next.querySelector("main"));
    document.querySelector("link[rel=icon]").replaceWith(next.querySelector("link[rel=icon]"));
    localTimes();
    if (!main().dataset.live) source?.close();
    if (focused) main().querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  function follow() {
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
      if (source.readyState === EventSource.CLOSED && !document.hidden) setTimeout(resume, AGAIN);
    });
  }

  // A browser opens six connections to a server at most, so a page that nobody sees gives its own back.
  function resume() {
    if (!main().dataset.live || document.hidden) {
      source?.close();
    } else if (!source || source.readyState === EventSource.CLOSED) {
      follow();
    }
  }

  localTimes();
  if (main()?.dataset.live) {
    resume();
    document.addEventListener("visibilitychange", resume);
    setInterval(() => {
      if (main().dataset.live && Date.now() - heard > (document.hidden ? AGAIN : QUIET)) refresh();
    }, AGAIN / 2);
  }
})();

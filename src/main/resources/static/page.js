"use strict";

(() => {
  const QUIET = 45_000;
  const events = new URL("api/events", document.currentScript.src);
  const main = () => document.querySelector("main");
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
      const reply = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
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
    document.title = next.title;
    localTimes();
    if (focused) main().querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  function follow() {
    const source = new EventSource(events);
    let first = true;
    source.addEventListener("open", () => {
      if (!first || main().dataset.live !== "always") refresh();
      first = false;
    });
    source.addEventListener("run", (event) => {
      const live = main().dataset.live;
      if (live === "always" || live === JSON.parse(event.data).id) refresh();
    });
    source.addEventListener("verdict", () => {
      if (main().dataset.live === "always") refresh();
    });
    source.addEventListener("error", () => lost(true));
    setInterval(() => {
      if (main().dataset.live && Date.now() - heard > QUIET) refresh();
    }, QUIET / 3);
  }

  localTimes();
  if (main()?.dataset.live) follow();
})();

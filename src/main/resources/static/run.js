"use strict";

(() => {
  const texts = new WeakMap();
  const frames = () => [...document.querySelectorAll(".frame")].filter((frame) => frame.checkVisibility());
  const textOf = (frame) => {
    if (!texts.has(frame)) texts.set(frame, frame.textContent.toLowerCase());
    return texts.get(frame);
  };

  for (const hidden of document.querySelectorAll("button[hidden], .search[hidden], .keys[hidden]")) hidden.hidden = false;

  // A link may lead into what is folded.
  function unfold(element) {
    for (let folded = element.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
  }

  function showTarget() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    unfold(target);
    if (target.matches(".frame")) {
      const all = target.closest(".transcript")?.querySelector("input[value=all]");
      if (!target.checkVisibility() && all) all.checked = true;
      target.classList.remove("unmatched");
      target.querySelector("details").open = true;
      focus(target);
    } else if (target.matches("details")) {
      target.open = true;
    }
    target.scrollIntoView({ block: target.matches(".frame") ? "center" : "start" });
  }

  function focus(frame) {
    unfold(frame);
    frame.querySelector("summary").focus({ preventScroll: true });
    frame.scrollIntoView({ block: "nearest" });
  }

  function step(direction) {
    const all = frames();
    const here = document.activeElement.closest(".frame") ?? document.querySelector(".frame:target");
    const place = all.indexOf(here);
    const next = all[place < 0 ? (direction > 0 ? 0 : all.length - 1) : place + direction];
    if (next) focus(next);
  }

  function search(input) {
    const transcript = input.closest(".transcript");
    const wanted = input.value.trim().toLowerCase();
    let found = 0;
    for (const frame of transcript.querySelectorAll(".frame")) {
      const matches = !wanted || textOf(frame).includes(wanted);
      frame.classList.toggle("unmatched", !matches);
      if (matches) found++;
    }
    transcript.querySelector(".matches").textContent = wanted ? `${found} found` : "";
  }

  function line(...parts) {
    return parts.map((part) => part?.trim().replace(/\s+/g, " ")).filter(Boolean).join("  ");
  }

  function findingText(finding) {
    const said = [...finding.querySelectorAll("dl > div")].map((pair) => `    ${pair.firstElementChild.textContent}: ${pair.lastElementChild.textContent}`);
    return [`* ${line(finding.querySelector(".message").textContent)}`, `    ${line(finding.querySelector(".facts").textContent)}`, ...said].join("\n");
  }

  function rowText(row) {
    return line(...[...row.children].filter((cell) => !cell.matches(".lane")).map((cell) => cell.textContent || "-"));
  }

  function frameText(frame) {
    return `${line(frame.querySelector("summary").textContent)}\n${frame.querySelector("pre").textContent.replace(/^/gm, "    ")}`;
  }

  function pageText() {
    const parts = [line(document.querySelector("h1").textContent), location.href.split("#")[0], line(document.querySelector(".meta").textContent)];
    const section = (title, selector, text) => {
      const all = [...document.querySelectorAll(selector)].map(text);
      if (all.length) parts.push("", title, ...all);
    };
    section("Findings", ".finding", findingText);
    section("Timing", ".timeline tr", rowText);
    section("Transcript", ".frame", frameText);
    return parts.join("\n");
  }

  function copied(button) {
    switch (button.dataset.copy) {
      case "link": return location.href;
      case "command": return document.getElementById("command").textContent;
      case "frame": return button.closest(".unfolded").querySelector("pre").textContent;
      default: return pageText();
    }
  }

  // The clipboard's own interface exists only where the page is served encrypted, or from this machine.
  async function copy(text) {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return;
    }
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.matches(".unfold")) {
      const open = button.textContent === "Unfold all";
      for (const frame of button.closest(".transcript").querySelectorAll(".frame > details")) frame.open = open;
      button.textContent = open ? "Fold all" : "Unfold all";
    } else if (button.dataset.copy) {
      const label = button.textContent;
      try {
        await copy(copied(button));
        button.textContent = "Copied";
      } catch {
        button.textContent = "Not copied";
      }
      button.focus();
      setTimeout(() => { button.textContent = label; }, 1500);
    }
  });

  document.addEventListener("input", (event) => {
    if (event.target.matches("input[type=search]")) search(event.target);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input[type=search], textarea")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key === "j" || event.key === "k") {
      step(event.key === "j" ? 1 : -1);
    } else if (event.key === "/") {
      const field = [...document.querySelectorAll(".search input")].find((input) => input.checkVisibility());
      if (!field) return;
      field.focus();
      event.preventDefault();
    }
  });

  addEventListener("hashchange", showTarget);
  showTarget();
})();

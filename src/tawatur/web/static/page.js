// What the page gains from scripts: a filter of stories, notes beside words, and all pieces of the words a link leads to.
"use strict";
(function () {
  const root = document.documentElement;
  root.classList.add("scripted");

  // One spelling for what readers take for one word; the same rules as tawatur.arabic.fold, without its rarer letters.
  function fold(text) {
    return text
      .toLowerCase()
      .replace(/[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u2066-\u2069]/g, "")
      .replace(/[أإآٱ]/g, "ا")
      .replace(/[ىئی]/g, "ي")
      .replace(/ؤ/g, "و")
      .replace(/ة/g, "ه")
      .replace(/ک/g, "ك")
      .replace(/[٠-٩]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x630))
      .replace(/\s+/g, " ")
      .trim();
  }

  function filter(form) {
    const input = form.querySelector("input");
    const none = document.querySelector("[data-none]");
    const groups = Array.from(document.querySelectorAll("[data-group]"), (group) => ({
      group,
      head: fold((group.querySelector("h2") || { textContent: "" }).textContent),
      rows: Array.from(group.querySelectorAll("[data-row]"), (row) => ({ row, text: fold(row.textContent) })),
    }));
    function apply() {
      const wanted = fold(input.value).split(" ");
      let any = false;
      for (const { group, head, rows } of groups) {
        let some = false;
        for (const { row, text } of rows) {
          const shown = wanted.every((word) => text.includes(word) || head.includes(word));
          row.hidden = !shown;
          some = some || shown;
        }
        group.hidden = !some;
        any = any || some;
      }
      none.hidden = any;
    }
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    input.addEventListener("input", apply);
    apply();
  }

  // Words that cross another mark stand in several elements; CSS can point at the first only.
  function aim() {
    for (const old of document.querySelectorAll(".aimed")) old.classList.remove("aimed");
    const name = decodeURIComponent(location.hash.slice(1));
    if (!/^s-\d+-\d+$/.test(name)) return;
    for (const piece of document.querySelectorAll('[data-of="' + name + '"]')) piece.classList.add("aimed");
    const first = document.getElementById(name);
    if (first) first.classList.add("aimed");
  }

  function tips() {
    const tip = document.createElement("div");
    tip.className = "tip";
    tip.id = "tip";
    tip.setAttribute("role", "tooltip");
    tip.hidden = true;
    document.body.append(tip);
    let shownFor = null;

    function hide() {
      if (shownFor) shownFor.removeAttribute("aria-describedby");
      shownFor = null;
      tip.hidden = true;
    }

    function show(mark) {
      hide();
      shownFor = mark;
      mark.setAttribute("aria-describedby", "tip");
      tip.textContent = mark.dataset.tip;
      tip.hidden = false;
      const words = mark.getClientRects()[0];
      if (!words) return;
      const wide = root.clientWidth;
      const left = Math.max(8, Math.min(words.left + words.width / 2 - tip.offsetWidth / 2, wide - tip.offsetWidth - 8));
      const above = words.top - tip.offsetHeight - 6;
      const top = above > 0 ? above : words.bottom + 6;
      tip.style.left = left + window.scrollX + "px";
      tip.style.top = top + window.scrollY + "px";
    }

    function marked(event) {
      return event.target instanceof Element ? event.target.closest("[data-tip]") : null;
    }
    for (const name of ["pointerover", "focusin", "click"]) {
      document.addEventListener(name, (event) => {
        const mark = marked(event);
        if (mark) show(mark);
        else if (name !== "focusin") hide();
      });
    }
    document.addEventListener("focusout", hide);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") hide();
    });
  }

  const form = document.querySelector("[data-filter]");
  if (form) filter(form);
  if (document.querySelector("[data-tip]")) tips();
  addEventListener("hashchange", aim);
  aim();
})();

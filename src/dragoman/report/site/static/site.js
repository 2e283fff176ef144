"use strict";
// Copy buttons, and pictures that answer to the pointer. Without this file everything is still there.
for (const button of document.querySelectorAll("button.copy")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.link);
    button.textContent = button.dataset.done;
  });
}
const figures = [...document.querySelectorAll("figure[data-spec]")];
let loading = null;
function library(address) {
  loading ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  return loading;
}
async function draw(figure) {
  const image = figure.querySelector("img");
  const answer = await fetch(figure.dataset.spec);
  if (!answer.ok) return;
  const [spec] = await Promise.all([answer.json(), library(figure.dataset.vega)]);
  const place = document.createElement("div");
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", image.alt);
  figure.insertBefore(place, image);
  await window.drawing(place, spec);
  image.remove();
}
if (matchMedia("(hover: hover) and (min-width: 720px)").matches) {
  // Only where there is a pointer: the library is large, and a telephone is well served by the still picture.
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      seen.unobserve(entry.target);
      draw(entry.target).catch(() => {});
    }
  });
  for (const figure of figures) seen.observe(figure);
}

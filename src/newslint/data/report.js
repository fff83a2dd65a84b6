"use strict";
const form = document.querySelector(".filters");
const cards = [...document.querySelectorAll(".card")];
function show() {
  const chosen = (name) => new Set([...form.querySelectorAll(`input[name=${name}]:checked`)].map((box) => box.value));
  const severities = chosen("severity"), families = chosen("family"), words = form.words.value.trim().toLowerCase();
  let shown = 0;
  for (const card of cards) {
    const fits = severities.has(card.dataset.severity) && families.has(card.dataset.family)
      && (!words || card.textContent.toLowerCase().includes(words));
    card.hidden = !fits;
    shown += fits;
  }
  document.getElementById("shown").textContent = `${shown} of ${cards.length} findings shown`;
}
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("click", (event) => {
  const mark = event.target.closest("mark");
  const card = mark && document.getElementById(mark.dataset.card);
  if (card) { card.tabIndex = -1; card.scrollIntoView({ block: "center" }); card.focus({ preventScroll: true }); }
});
show();

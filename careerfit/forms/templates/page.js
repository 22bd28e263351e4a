"use strict";

/* What the form holds stands in the page as JSON: the statements in their order, the words of both languages, and the
   numbers by which the answer code is made. Nothing is ever sent: whoever fills this in sends the code themselves. */
const form = JSON.parse(document.getElementById("form").textContent);
const total = form.statements.length;
const find = id => document.getElementById(id);

/* The state: what was answered (0 for nothing, in the pack's order of statements), by whom, and where one is. */
const empty = () => ({ answers: form.statements.map(() => 0), name: "", class: "", lang: form.lang, n: 0, all: false });
let state = empty();
let view = "start";


/* The answer code, made as careerfit makes it: all answers as digits of one number, below them the mark of the pack,
   all times a prime, and written in 32 letters. */
function encode(answers) {
  const { prefix, alphabet, digits, marks, mark, prime, length } = form.code;
  let number = 0n;
  for (const answer of [...answers].reverse()) number = number * BigInt(digits) + BigInt(answer);
  number = (number * BigInt(marks) + BigInt(mark)) * BigInt(prime);
  let letters = "";
  for (let n = 0; n < length; n++) {
    letters = alphabet[Number(number % 32n)] + letters;
    number /= 32n;
  }
  return prefix + letters;
}


/* What is kept on the device, so that a closed page goes on where it was. Where nothing can be kept, that is told. */
const place = `careerfit ${form.fingerprint}`;

function keep() {
  find("not_kept").hidden = true;
  try {
    localStorage.setItem(place, JSON.stringify(state));
  } catch {
    find("not_kept").hidden = false;
  }
}

function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(place));
    const sound = found.answers.length === total && found.answers.every(one => [0, 1, 2, 3, 4, 5].includes(one));
    if (!sound || !(found.n >= 0 && found.n < total) || !form.words[found.lang]) return null;
    return { ...empty(), ...found, name: String(found.name), class: String(found.class) };
  } catch {
    return null;
  }
}

function forget() {
  try {
    localStorage.removeItem(place);
  } catch { /* then nothing was kept either */ }
  state = { ...empty(), lang: state.lang };
}


/* Words: every element with data-say says its own in the language in use. */
function word(key, places = {}) {
  return form.words[state.lang][key].replace(/\{(\w+)\}/g, (_, name) => places[name]);
}

function tell(key, places) {
  find("told").textContent = key ? word(key, places) : "";
}

function speak() {
  const other = state.lang === "id" ? "en" : "id";
  document.documentElement.lang = state.lang;
  document.title = word("headline");
  for (const one of document.querySelectorAll("[data-say]")) one.textContent = word(one.dataset.say);
  find("language").textContent = other === "en" ? "English" : "Bahasa Indonesia";
  find("language").lang = other;
  form.statements.forEach((statement, n) => {
    const box = boxes[n];
    box.querySelector(".number").textContent = word("place", { n: n + 1, total }) + ": ";
    box.querySelector(".text").textContent = statement[state.lang];
    box.querySelectorAll(".step").forEach((step, at) => { step.textContent = form.scale[state.lang][at]; });
  });
  tell("");
  show(view);
}


/* A statement is a group of five choices; all are there at once, and one at a time is shown unless all are wanted. */
function element(tag, attributes, ...inside) {
  const made = Object.assign(document.createElement(tag), attributes);
  made.append(...inside);
  return made;
}

function box(statement, n) {
  const choices = [1, 2, 3, 4, 5].map(value => element("label", {},
    element("input", { type: "radio", name: `s${n}`, value }),
    element("span", { className: "digit", textContent: value }),
    element("span", { className: "step" })));
  const legend = element("legend", {},
    element("span", { className: "number" }), element("span", { className: "text" }));
  return element("fieldset", {}, legend, ...choices);
}

const boxes = form.statements.map(box);
find("statements").append(...boxes);

const answerOf = n => state.answers[form.statements[n].at];
const answered = () => state.answers.filter(Boolean).length;

function answer(n, value) {
  state.answers[form.statements[n].at] = value;
  keep();
  showPlace();
}


/* What is seen: the start, the statements, or the end. */
function show(which) {
  view = which;
  for (const id of ["start", "ask", "end"]) find(id).hidden = id !== view;
  ({ start: showStart, ask: showAsk, end: showEnd })[view]();
  disarm();
}

function go(which) {
  tell("");
  show(which);
  keep();
  scrollTo(0, 0);
  if (view === "ask") focusOn(state.n);
  else find(view).querySelector("h1").focus();
}

function showStart() {
  const count = answered();
  find("kept").hidden = !count;
  find("person").hidden = !!count;
  find("whose").textContent = word("kept", { whose: state.name || word("somebody"), count, total });
}

function showAsk() {
  boxes.forEach((one, n) => {
    one.hidden = !state.all && n !== state.n;
    one.querySelectorAll("input").forEach(input => { input.checked = Number(input.value) === answerOf(n); });
  });
  find("back").hidden = state.all;
  find("stop").hidden = state.all || state.n === total - 1;
  find("back").disabled = state.n === 0;
  find("layout").textContent = word(state.all ? "single" : "all");
  showPlace();
}

function showPlace() {
  const last = state.all || state.n === total - 1;
  find("place").textContent = state.all
    ? word("answered", { count: answered(), total }) : word("place", { n: state.n + 1, total });
  find("bar").value = state.all ? answered() / total : (state.n + 1) / total;
  find("next").classList.toggle("first", last || !!answerOf(state.n));
  find("next").textContent = word(last ? "finish" : answerOf(state.n) ? "next" : "skip");
}

function showEnd() {
  const count = answered();
  find("ended").textContent = word(count ? "done" : "nothing");
  find("count").textContent = word("answered", { count, total }) + ".";
  find("given").hidden = !count;
  find("nothing").hidden = !!count;
  find("missing").hidden = count === total;
  find("code").value = count ? encode(state.answers) : "";
}

function focusOn(n) {
  const inputs = [...boxes[n].querySelectorAll("input")];
  (inputs.find(input => input.checked) || inputs[0]).focus();
}

function move(to) {
  if (to >= total) return go("end");
  state.n = Math.max(0, to);
  since = performance.now();
  go("ask");
}


/* Answering: a tap goes on to the next statement by itself, the keyboard does with 1 to 5 or Enter. The second tap of a
   double one comes too soon to be an answer to the next statement. */
const SEEN = 200, READ = 250;  // milliseconds for which a choice is seen, and before which no statement has been read
let soon = 0, since = 0;
find("statements").addEventListener("click", event => {
  if (!event.detail || state.all || !event.target.closest("label")) return;
  if (event.timeStamp - since < READ) return event.preventDefault();
  clearTimeout(soon);
  soon = setTimeout(() => { if (view === "ask" && answerOf(state.n)) move(state.n + 1); }, SEEN);
});
find("statements").addEventListener("change", event => {
  const n = boxes.indexOf(event.target.closest("fieldset"));
  answer(n, Number(event.target.value));
});
find("statements").addEventListener("focusin", event => {
  if (state.all) state.n = boxes.indexOf(event.target.closest("fieldset"));
});
find("ask").addEventListener("keydown", event => {
  if (!/^[1-5]$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  if (event.repeat) return;
  answer(state.n, Number(event.key));
  if (!state.all) move(state.n + 1);
  else {
    showAsk();
    focusOn(Math.min(state.n + 1, total - 1));
  }
});
find("ask").addEventListener("submit", event => {
  event.preventDefault();
  clearTimeout(soon);
  move(state.all ? total : state.n + 1);
});
find("back").addEventListener("click", () => move(state.n - 1));
find("stop").addEventListener("click", () => go("end"));
find("layout").addEventListener("click", () => {
  state.all = !state.all;
  go("ask");
});


/* The start. */
find("person").addEventListener("submit", event => {
  event.preventDefault();
  state.name = find("name").value.trim();
  state.class = find("class").value.trim();
  move(0);
});
find("go_on").addEventListener("click", () => go(answered() === total ? "end" : "ask"));
find("language").addEventListener("click", () => {
  state.lang = find("language").lang;
  keep();
  speak();
});


/* The end: the code is copied with whose it is before it, or saved as a table of one row; careerfit reads both. */
async function copy() {
  const code = encode(state.answers);
  const whose = [state.name, state.class].filter(Boolean).join(", ");
  find("code").value = whose ? `${whose}: ${code}` : code;
  find("code").focus();
  find("code").select();
  try {
    await navigator.clipboard.writeText(find("code").value);
  } catch {
    if (!document.execCommand("copy")) return tell("by_hand");
  }
  find("code").value = code;
  tell("copied");
}

function cell(text) {
  const inert = /^\s*[=+\-@]/.test(text) ? `'${text}` : text;
  return `"${inert.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ").replace(/"/g, '""')}"`;
}

function table() {
  const head = state.lang === "id" ? ["nama", "kelas", "code", "form"] : ["name", "class", "code", "form"];
  const row = [state.name, state.class, encode(state.answers), form.mark];
  const between = state.lang === "id" ? ";" : ",";
  return [head.join(between), row.map(cell).join(between), ""].join("\r\n");
}

function save() {
  const name = state.name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 40);
  const file = [word("file"), name].filter(Boolean).join("-") + ".csv";
  const address = URL.createObjectURL(new Blob(["\ufeff", table()], { type: "text/csv" }));
  element("a", { href: address, download: file }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
  tell("saved", { file });
}

find("copy").addEventListener("click", copy);
find("save").addEventListener("click", save);
find("change").addEventListener("click", () => move(0));
find("missing").addEventListener("click", () => move(form.statements.findIndex((_, n) => !answerOf(n))));


/* Deleting asks once more, on the same button. */
function disarm() {
  for (const one of document.querySelectorAll(".delete")) {
    one.dataset.say = "delete";
    one.textContent = word("delete");
  }
}

for (const one of document.querySelectorAll(".delete")) {
  one.addEventListener("click", () => {
    if (one.dataset.say === "delete") {
      one.dataset.say = "really";
      one.textContent = word("really");
      return;
    }
    forget();
    find("person").reset();
    show("start");
    tell("deleted");
    find("start").querySelector("h1").focus();
  });
}

find("unfit").hidden = true;
find("language").hidden = false;
state = kept() || state;
speak();

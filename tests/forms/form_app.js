"use strict";

/* A stand-in for Google Apps Script: runs a script with a FormApp of its own, lets people fill in the form that it
   builds, and writes what the form is, and a table of the answers as Google exports it, as JSON to standard output.

   node form_app.js SCRIPT PEOPLE; PEOPLE is a file of JSON: [{"title of a question": "answer"}]. */
const fs = require("node:fs");
const vm = require("node:vm");

const text = value => {
  if (typeof value !== "string" || !value) throw new Error(`no text: ${value}`);
  return value;
};

class Item {
  constructor(kind) { this.kind = kind; }
  setTitle(title) { this.title = text(title); return this; }
  setHelpText(help) { this.help = text(help); return this; }
}

class Question extends Item {
  setRequired(required) { this.required = required === true; return this; }
}

class Scale extends Question {
  setBounds(lower, upper) {
    if (![0, 1].includes(lower) || !(upper >= 3 && upper <= 10)) throw new Error("Google takes 0 or 1 to 3 … 10");
    this.bounds = [lower, upper];
    return this;
  }
  setLabels(lower, upper) { this.labels = [text(lower), text(upper)]; return this; }
}

class Form {
  constructor(file) { Object.assign(this, { file: text(file), items: [], published: false }); }
  add(item) { this.items.push(item); return item; }
  addTextItem() { return this.add(new Question("text")); }
  addScaleItem() { return this.add(new Scale("scale")); }
  addPageBreakItem() { return this.add(new Item("section")); }
  setTitle(title) { this.title = text(title); return this; }
  setDescription(description) { this.description = text(description); return this; }
  setConfirmationMessage(message) { this.message = text(message); return this; }
  setProgressBar(shown) { this.progress = shown; return this; }
  setCollectEmail(collected) { this.email = collected; return this; }
  setShuffleQuestions(shuffled) { this.shuffled = shuffled; return this; }
  supportsAdvancedResponderPermissions() { return true; }
  setPublished(published) { this.published = published; return this; }
  getPublishedUrl() { return "https://docs.google.com/forms/d/e/form/viewform"; }
  getEditUrl() { return "https://docs.google.com/forms/d/form/edit"; }
}

const [, , script, people] = process.argv;
const forms = [], log = [];
const world = vm.createContext({
  FormApp: { create: file => { forms.push(new Form(file)); return forms.at(-1); } },
  Logger: { log: line => log.push(text(line)) },
});
vm.runInContext(fs.readFileSync(script, "utf8") + "\nmakeForm();", world);

const [form] = forms;
const questions = form.items.filter(item => item.kind !== "section").map(item => item.title);
const cell = value => `"${String(value).replace(/"/g, '""')}"`;
const rows = JSON.parse(fs.readFileSync(people, "utf8")).map((person, n) => {
  for (const title of Object.keys(person)) if (!questions.includes(title)) throw new Error(`no question: ${title}`);
  const time = `2026/11/${String(n % 28 + 1).padStart(2, "0")} 8:00:00 AM GMT+7`;
  return [time, ...questions.map(title => person[title] ?? "")];
});
const csv = [["Timestamp", ...questions], ...rows].map(row => row.map(cell).join(",")).join("\n");
process.stdout.write(JSON.stringify({ forms: forms.length, form, log, csv: `${csv}\n` }));

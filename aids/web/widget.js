/**
 * Owns one aid in the page: answers, View and which question is in view; everything on screen follows from those three.
 * The page itself holds all texts (rendered at build time); `client.js` runs the engine. Takes over from the static page,
 * and gives it back whole when Python does not come. Nothing goes into the address, storage or a log. Runs in the page.
 */

/** @import { Answer, Answers, View } from "./types" */
/** @import { Vignette } from "./widget-practice.js" */

import { clientOf } from "./start.js";
import { AdviceList, titleOf } from "./widget-advice.js";
import { Bar, FailureNotice } from "./widget-chrome.js";
import { DecisionPanel } from "./widget-decisions.js";
import { Diagram } from "./widget-diagram.js";
import { arrange, part, parts, say } from "./widget-dom.js";
import { QuestionInputs } from "./widget-inputs.js";
import { Overview } from "./widget-overview.js";
import { Practice } from "./widget-practice.js";
import { RecordSheet, record } from "./widget-record.js";
import { Result } from "./widget-result.js";
import { Arrival, bringSearch } from "./widget-search.js";
import { Views } from "./widget-views.js";
import { Reasons } from "./widget-why.js";
import { WAITING, failure, missing, standing, today, unfinished } from "./widget-words.js";

const NEUTRAL_PAGE = "about:blank";

/** One aid. `current` null is the result. */
class AidWidget {
  /** @type {Answers} */
  #answers = {};
  /** @type {View | null} */
  #view = null;
  /** @type {QuestionInputs | null} */
  #current = null;
  #advancing = false;
  #landing = false;
  #seq = 0;

  /** @param {HTMLElement} root carries `data-aid` */
  constructor(root) {
    this.root = root;
    const tree = root.dataset["aid"] ?? "";
    this.client = clientOf({ assets: new URL(root.dataset["aidAssets"] ?? "", document.baseURI), tree });
    this.questions = parts(root, "[data-question]").map((fieldset) => new QuestionInputs(fieldset));
    this.byId = new Map(this.questions.map((question) => [question.id, question]));
    this.steps = parts(root, "[data-aid-step]");
    this.sheet = part(root, ".aid-sheet");
    this.exit = part(root, ".aid-exit");
    this.live = part(root, "[data-aid-live]");
    this.outcomes = part(root, "[data-aid-outcomes]");
    this.advice = new AdviceList(root);
    this.decisions = parts(root, "[data-aid-decision]").map((section) => new DecisionPanel(section));
    this.reasons = new Reasons(this.advice, this.decisions, this.byId);
    this.diagram = new Diagram(root);
    const words = { questions: this.byId, advice: this.advice, decisions: this.decisions };
    this.result = new Result(root, words, () => this.client.changes({ ...this.#answers }, this.#today));
    this.practice = new Practice(root, () => Object.keys(this.#answers).length > 0, (vignette) => this.#exercise(vignette));
    this.overview = new Overview(this.questions);
    this.bar = new Bar((node) => this.#reveal(node));
    this.notice = new FailureNotice();
    this.arrival = new Arrival(root);
    const situation = () => ({ answers: { ...this.#answers }, today: this.#today });
    this.views = new Views(this.client, situation, { show: (view) => this.#show(view), fail: (error) => this.#fail(error) });
    this.record = new RecordSheet(() => (this.#view ? record(this, this.#answers, this.#view) : []));
    this.overview.keep.addEventListener("click", () => this.#ask(false));
    root.addEventListener("click", (event) => this.#onClick(event));
    root.addEventListener("input", (event) => this.#onInput(event));
    addEventListener("pageshow", () => this.#forgetRestored());
    addEventListener("beforeprint", () => this.record.write());
  }

  /** Take over the page while Python comes, in a task of its own: in this one the browser ends the reading of the page. */
  async start() {
    await new Promise((resolve) => setTimeout(resolve));
    const started = this.client.start();
    this.#forgetRestored();
    this.#takeOver();
    this.arrival.look();
    await this.#showFirst(started);
  }

  /** @param {Promise<void>} started */
  async #showFirst(started) {
    try {
      await started;
    } catch (error) {
      this.#fail(error);
      return;
    }
    await this.views.ask();
  }

  /** A browser that puts back what was filled in on an earlier visit shows a case that nobody asked for. */
  #forgetRestored() {
    const [visit] = performance.getEntriesByType("navigation");
    const type = visit instanceof PerformanceNavigationTiming ? visit.type : "navigate";
    if (type === "navigate" || this.#view !== null || Object.keys(this.#answers).length > 0) return;
    for (const question of this.questions) question.clear();
  }

  #takeOver() {
    this.#readAll();
    this.#current ??= this.questions[0] ?? null;
    this.notice.node.remove();
    this.sheet.prepend(this.arrival.node, this.practice.notice);
    this.sheet.append(this.bar.node);
    this.result.offer();
    part(this.root, ".aid-body").append(this.overview.node);
    this.root.append(this.record.node);
    this.advice.clear();
    arrange(this.outcomes, [this.advice.section, ...this.#weighing, this.advice.later]);
    for (const question of this.questions) question.foldParts();
    const limit = this.root.dataset["aidReviewBy"];
    part(this.root, "[data-aid-overdue]").hidden = !limit || today() <= limit;
    this.#setState("loading");
    this.#place();
  }

  /** The day on which the answers are read: an exercise may have a day of its own. */
  get #today() {
    return this.practice.today || today();
  }

  get #weighing() {
    const section = this.root.querySelector("[data-aid-decisions]");
    return section ? [section] : [];
  }

  /** Answers given before the script ran, or while it had failed, count like any other. */
  #readAll() {
    for (const question of this.questions) {
      const answer = question.read();
      if (answer !== undefined) this.#answers[question.id] = answer;
      else if (this.#answers[question.id] !== null) delete this.#answers[question.id];
    }
  }

  /** @param {"loading" | "ready" | "failed"} state */
  #setState(state) {
    if (this.root.dataset["aidState"] !== state) this.root.dataset["aidState"] = state;
  }

  /** @param {unknown} error */
  #fail(error) {
    console.warn("De hulp is niet gestart:", error);
    this.#view = null;
    this.#advancing = this.#landing = false;
    this.views.forget();
    for (const node of [this.arrival.node, this.bar.node, this.overview.node, this.record.node]) node.remove();
    for (const question of this.questions) {
      question.unfoldParts();
      question.fieldset.dataset["questionState"] = "open";
    }
    this.result.reset();
    this.advice.reset();
    for (const panel of this.decisions) panel.reset();
    this.reasons.reset();
    this.diagram.reset();
    arrange(this.outcomes, [...this.#weighing, this.advice.section]);
    say(this.notice.text, failure(error));
    part(this.root, ".aid-paper").before(this.notice.node);
    this.bar.clear();
    this.overview.clear();
    this.#setState("failed");
  }

  /** @param {View} view */
  #show(view) {
    const isFirst = this.#view === null;
    this.#view = view;
    const fresh = this.advice.show(view);
    for (const panel of this.decisions) panel.show(view);
    this.reasons.show(this.#answers, view);
    this.result.changes.forget();
    if (!isFirst && fresh.length) say(this.live, `Nu zeker: ${fresh.map(titleOf).join("; ")}.`);
    void bringSearch().then(() => this.#beReady());
    if (this.#landing) this.#go(this.byId.get(view.next ?? "") ?? null);
    else if (this.#advancing) this.#move(view);
    else this.#place();
    this.#seq += 1;
    this.root.dataset["aidSeq"] = String(this.#seq);
  }

  #beReady() {
    if (!this.#view) return;
    this.#setState("ready");
    this.#lookAhead();
  }

  /** Have at hand what follows from each answer to the question that comes, and from another one to that in view. */
  #lookAhead() {
    if (!this.#view || !this.views.isCurrent || this.root.dataset["aidState"] !== "ready") return;
    const questions = new Set([this.byId.get(this.#view.next ?? ""), this.#current]);
    const answers = (/** @type {QuestionInputs} */ { id }) => (/** @type {Answer} */ answer) => ({ ...this.#answers, [id]: answer });
    void this.views.look([...questions].flatMap((question) => question?.choices().map(answers(question)) ?? []));
  }

  /** Put question states, bar, overview and record in line with answers, View and the question in view. */
  #place() {
    const view = this.#view;
    const current = this.#current;
    for (const { id, fieldset } of this.questions) {
      const state = id === current?.id ? "current" : standing(id, view);
      if (fieldset.dataset["questionState"] !== state) fieldset.dataset["questionState"] = state;
    }
    const step = current?.fieldset.closest("[data-aid-step]");
    for (const item of this.steps) item.toggleAttribute("data-aid-here", item === step);
    this.result.node.hidden = current !== null;
    this.root.toggleAttribute("data-aid-at-result", current === null);
    if (!view) return;
    this.bar.show(view, this.advice, { atResult: current === null, hasBefore: this.#before() !== null });
    this.overview.show(this.#answers, view, current?.id ?? null);
    this.diagram.show(view, current?.id ?? null);
    this.result.show(view);
    if (current === null) this.record.write();
    else if (Object.keys(this.#answers).length > 0) this.record.writeLater();
    else this.record.clear();
  }

  /** @returns {QuestionInputs | null} the question that was put before the one in view */
  #before() {
    const asked = new Set(this.#view?.asked ?? []);
    const end = this.#current ? this.questions.indexOf(this.#current) : this.questions.length;
    return this.questions.slice(0, end).findLast((question) => asked.has(question.id)) ?? null;
  }

  /** @param {Event} event */
  #onInput(event) {
    const input = event.target;
    if (!(input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement)) return;
    const question = this.byId.get(input.closest("[data-question]")?.getAttribute("data-question") ?? "");
    if (!question) return;
    question.settle(input);
    question.complain("");
    if (this.root.dataset["aidState"] === "failed") return;
    question.foldParts();
    this.#answer(question, question.read());
  }

  /**
   * @param {QuestionInputs} question
   * @param {Answer | undefined} answer
   */
  #answer(question, answer) {
    if (answer === undefined) delete this.#answers[question.id];
    else this.#answers[question.id] = answer;
    this.#advancing = false;
    if (this.#view) void this.views.ask();
  }

  /** @param {Event} event */
  #onClick(event) {
    const button = event.target instanceof Element ? event.target.closest("[data-aid-action]") : null;
    if (!(button instanceof HTMLElement)) return;
    switch (button.dataset["aidAction"]) {
      case "next": return this.#advance();
      case "back": return this.#go(this.#before() ?? this.#current);
      case "change": return this.#go(this.byId.get(button.dataset["target"] ?? "") ?? this.#current);
      case "retry": return this.#retry();
      case "restart": return this.#restart();
      case "wipe": return this.#startAfresh();
      case "print": return print();
      case "leave": return this.#leave(event);
      default: return undefined;
    }
  }

  /** Go on when the question in view is answered; a duty or a record question may be passed over. */
  #advance() {
    const question = this.#current;
    if (!question) return;
    if (question.read() === undefined) {
      if (question.kind === "duty") {
        question.choose("open");
        this.#answer(question, { state: "open" });
      } else if (question.purpose === "record") {
        this.#answer(question, null);
      } else if (!this.#view || this.#view.next === question.id) {
        question.complain(missing(question.kind, question.unknown));
        question.own[0]?.focus();
        return;
      }
    }
    this.#advancing = true;
    if (this.#view && this.views.isCurrent) this.#move(this.#view);
    else if (!this.#view) say(this.bar.left, WAITING);
  }

  /** @param {View} view of the answers as they are now */
  #move(view) {
    this.#advancing = false;
    const question = this.#current;
    const fault = view.errors.find((error) => error.question === question?.id);
    if (!question || (!fault && view.next !== question.id)) {
      this.#go(view.next === null ? null : this.byId.get(view.next) ?? null);
      return;
    }
    const answer = this.#answers[question.id];
    const duty = answer && typeof answer === "object" && "state" in answer ? answer.state : null;
    question.complain(fault?.message ?? (duty ? unfinished(duty) : missing(question.kind, question.unknown)));
    this.#place();
    question.own[0]?.focus();
  }

  /** @param {QuestionInputs | null} question null for the result */
  #go(question) {
    this.#advancing = this.#landing = false;
    this.#current = question;
    this.#place();
    this.#lookAhead();
    const head = question ? question.legend : this.result.head;
    head.tabIndex = -1;
    head.focus({ preventScroll: true });
    const { top, bottom } = this.sheet.getBoundingClientRect();
    if (top < this.exit.getBoundingClientRect().bottom || bottom > innerHeight) this.sheet.scrollIntoView({ block: "start" });
  }

  /** @param {HTMLElement} advice */
  #reveal(advice) {
    const summary = part(advice, "summary");
    summary.scrollIntoView({ block: "center" });
    summary.focus({ preventScroll: true });
  }

  #retry() {
    this.#takeOver();
    this.#current?.legend.focus();
    void this.#showFirst(this.client.start());
  }

  #restart() {
    if (Object.keys(this.#answers).length === 0) this.#startAfresh();
    else this.#ask(true);
  }

  /** @param {boolean} asking */
  #ask(asking) {
    this.overview.ask(asking);
    (asking ? this.overview.wipe : this.overview.restart).focus();
  }

  #forget() {
    this.#answers = {};
    this.views.forget();
    this.practice.end();
    for (const question of this.questions) {
      question.clear();
      question.foldParts();
    }
    say(this.live, "");
    this.record.clear();
  }

  #startAfresh() {
    this.#forget();
    this.overview.ask(false);
    this.#go(this.questions[0] ?? null);
    if (this.#view) void this.views.ask();
  }

  /**
   * Fill in the answers of a vignette, marked as an exercise, and go to what comes next.
   * @param {Vignette} vignette
   */
  #exercise(vignette) {
    this.#forget();
    this.practice.begin(vignette);
    for (const [id, answer] of Object.entries(vignette.answers)) {
      this.#answers[id] = answer;
      this.byId.get(id)?.write(answer);
    }
    for (const question of this.questions) question.foldParts();
    this.#landing = true;
    if (this.#view) void this.views.ask();
  }

  /** Wipe first, then go: what was answered is gone before the browser can keep this page. @param {Event} event */
  #leave(event) {
    event.preventDefault();
    this.#forget();
    this.#view = null;
    this.overview.clear();
    this.advice.clear();
    this.client.dispose();
    location.replace(NEUTRAL_PAGE);
  }
}

for (const root of parts(document, "[data-aid]")) {
  // Without assets the page was made to be read as it is: there is nothing to start.
  if (root.dataset["aidAssets"]) void new AidWidget(root).start();
}

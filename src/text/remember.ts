/**
 * Readings of short texts, remembered. The same line is asked by several sections, the same word stands in thousands of
 * notes; a pattern over every name of an office costs a thousand times what looking its answer up does.
 */

/** Longer texts are not met again. */
const LONGEST = 240;
/** Answers kept by each reading, twice over: the half that was not asked for lately is dropped. */
const MOST = 3000;

type Value = object | string | number | boolean | null;

/** Answers by their question: the half that was not asked for lately is dropped. */
class Answers<Answer extends Value> {
  private recent = new Map<string, Answer>();
  private older = new Map<string, Answer>();

  find(key: string, read: () => Answer): Answer {
    let answer = this.recent.get(key);
    if (answer !== undefined) return answer;
    answer = this.older.get(key);
    if (answer === undefined) answer = read();
    if (this.recent.size >= MOST) {
      this.older = this.recent;
      this.recent = new Map();
    }
    this.recent.set(key, answer);
    return answer;
  }
}

/**
 * @param read depends on nothing but the text; its answer is shared, so nobody may change it
 * @returns the same reading, which looks up what it was asked lately
 */
export function remembered<Answer extends Value>(
  read: (text: string) => Answer,
): (text: string) => Readonly<Answer> {
  const answers = new Answers<Answer>();
  return (text) => (text.length > LONGEST ? read(text) : answers.find(text, () => read(text)));
}

/** Answers to one text in different contexts: a note asks in a few. */
const MOST_CONTEXTS = 6;

/**
 * @param read depends on nothing but the text and the context
 * @param areSame whether two contexts say the same in all that `read` asks of them
 * @returns the same reading, which looks up what it was asked lately; nobody may change its answers
 */
export function rememberedWith<Context, Answer extends Value>(
  read: (text: string, context: Context) => Answer,
  areSame: (a: Context, b: Context) => boolean,
): (text: string, context: Context) => Readonly<Answer> {
  const byText = new Answers<{ context: Context; answer: Answer }[]>();
  return (text, context) => {
    if (text.length > LONGEST) return read(text, context);
    const answers = byText.find(text, () => []);
    const known = answers.find((one) => areSame(one.context, context));
    if (known) return known.answer;
    const answer = read(text, context);
    if (answers.length === MOST_CONTEXTS) answers.shift();
    answers.push({ context, answer });
    return answer;
  };
}

/**
 * @param read depends on nothing but the subject, which does not change
 * @returns the same reading, done once for each subject
 */
export function oncePer<Subject extends object, Answer extends Value>(
  read: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
  const known = new WeakMap<Subject, Answer>();
  return (subject) => {
    let value = known.get(subject);
    if (value === undefined) {
      value = read(subject);
      known.set(subject, value);
    }
    return value;
  };
}

/**
 * Readings of short texts, remembered. The same line is asked by several sections, the same word stands in thousands of
 * notes; a pattern over every name of an office costs a thousand times what looking its answer up does.
 */

/** Longer texts are not met again. */
const LONGEST = 240;
/** Answers kept by each reading, twice over: the half that was not asked for lately is dropped. */
const MOST = 3000;

/**
 * @param read depends on nothing but the text; its answer is shared, so nobody may change it
 * @returns the same reading, which looks up what it was asked lately
 */
export function remembered<Value extends object | string | number | boolean | null>(
  read: (text: string) => Value,
): (text: string) => Readonly<Value> {
  let recent = new Map<string, Value>();
  let older = new Map<string, Value>();
  return (text) => {
    if (text.length > LONGEST) return read(text);
    let value = recent.get(text);
    if (value !== undefined) return value;
    value = older.get(text) ?? read(text);
    if (recent.size >= MOST) {
      older = recent;
      recent = new Map();
    }
    recent.set(text, value);
    return value;
  };
}

/**
 * @param read depends on nothing but the subject, which does not change
 * @returns the same reading, done once for each subject
 */
export function oncePer<
  Subject extends object,
  Value extends object | string | number | boolean | null,
>(read: (subject: Subject) => Value): (subject: Subject) => Value {
  const known = new WeakMap<Subject, Value>();
  return (subject) => {
    let value = known.get(subject);
    if (value === undefined) {
      value = read(subject);
      known.set(subject, value);
    }
    return value;
  };
}

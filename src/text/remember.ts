/**
 * A pure function that works each answer out once: for what is costly to make and asked for again and again with few
 * different keys, such as the formatters of `Intl`.
 */
export function remember<Answer>(make: (key: string) => Answer): (key: string) => Answer {
  const answers = new Map<string, Answer>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = make(key);
    answers.set(key, answer);
    return answer;
  };
}

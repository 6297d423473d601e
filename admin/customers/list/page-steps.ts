/** Page numbers to offer: the first, the last, those around the current one; null is a gap. */
export function pageSteps(page: number, pages: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((step) => step >= 1 && step <= pages);
  const steps: (number | null)[] = [];
  let before = 0;
  for (const step of [...new Set(wanted)].sort((left, right) => left - right)) {
    // A gap of one page is as wide as the page's number.
    if (step - before === 2) steps.push(step - 1);
    else if (step - before > 2) steps.push(null);
    steps.push(step);
    before = step;
  }
  return steps;
}

/** A page that somebody typed, brought into the range; null when it is no number. */
export function typedPage(text: string, pages: number): number | null {
  if (!/^\s*\d{1,9}\s*$/.test(text)) return null;
  return Math.min(Math.max(Number(text), 1), Math.max(pages, 1));
}

/** Puts the focus on the first of the named fields, after their errors are drawn: what is wrong is read out with the field. */
export function focusNamed(form: HTMLElement | null, names: readonly string[]): void {
  setTimeout(() => {
    const fields = [...(form?.querySelectorAll<HTMLElement>('[name]') ?? [])];
    fields.find((field) => names.includes(field.getAttribute('name') ?? ''))?.focus();
  });
}

/** Words as they may stand in HTML, in content and in attributes. Characters that HTML has no room for are left out. */
export function escapeHtml(text: string): string {
  return text
    .replace(/(?![\t\n\r])[\u007f-\u009f\p{Cc}]|[\ufffe\uffff]|\p{Cs}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** An element's attributes; those without a value are left out. */
export function attributes(values: Readonly<Record<string, string | number | null | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) =>
      value === null || value === undefined || value === '' ? '' : ` ${name}="${escapeHtml(String(value))}"`,
    )
    .join('');
}

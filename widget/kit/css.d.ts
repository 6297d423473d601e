/** CSS files come as text (server/setup/bundles.mjs). */
declare module '*.css' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: esbuild's text loader gives the text as the default export
  export default text;
}

/** Markdown comes as a help page (server/setup/markdown-as-page.mjs). */
declare module '*.md' {
  const page: {
    readonly title: string;
    /** The day of its last change, `YYYY-MM-DD`. */
    readonly updated: string;
    /** Names of neighbouring pages. */
    readonly related: readonly string[];
    readonly html: string;
  };
  // biome-ignore lint/style/noDefaultExport: esbuild's loader gives the page as the default export
  export default page;
}

// The build parses YAML catalogues and bundles them as data; `readCatalogue` gives what is read from one its type.
declare module '*.yaml' {
  const catalogue: { readonly file: string; readonly content: unknown };
  export default catalogue;
}

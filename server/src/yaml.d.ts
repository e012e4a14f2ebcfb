// The build parses YAML catalogues and bundles them as data; whoever imports one gives it its type.
declare module '*.yaml' {
  const content: unknown;
  export default content;
}

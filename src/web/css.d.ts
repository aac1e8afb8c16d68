// What TypeScript needs to know of the files that Vite turns into modules.
declare module '*.module.css' {
  const classes: Record<string, string>
  export default classes
}
declare module '*.css'
declare module '*?url' {
  const address: string
  export default address
}
declare module 'topojson-client' {
  export function feature(topology: unknown, object: unknown): unknown
}

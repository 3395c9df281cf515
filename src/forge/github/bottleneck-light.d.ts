/** The build without clustering, which plugin-throttling loads anyway; the package declares only its full build. */
declare module 'bottleneck/light.js' {
  export { default } from 'bottleneck'
}

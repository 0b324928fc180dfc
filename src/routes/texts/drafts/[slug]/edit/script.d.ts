/** A script that the build bundles by itself; the value is its address. */
declare module '*?worker&url' {
  const address: string;
  export default address;
}

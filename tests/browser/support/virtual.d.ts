declare module 'virtual:subject-worker' {
  /** The bundled text of the subject’s Worker. */
  const source: string;
  export default source;
}

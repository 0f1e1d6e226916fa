declare module 'virtual:subject-worker' {
  /** The bundled text of the subject’s Worker. */
  const text: string;
  export default text;
}

/** The hidden suite that is bundled with the judge’s Worker: importing it declares its tests. */
declare module 'virtual:hidden-suite' {}

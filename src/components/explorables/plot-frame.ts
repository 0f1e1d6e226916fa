/** Where the plot's area of time begins and ends, in pixels from its sides: the slider below it covers the same. */
export const PLOT_LEFT = 54;
export const PLOT_RIGHT = 8;
export const PLOT_HEIGHT = 300;

/** Lets the browser finish what it does besides; never part of a measured time. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

/** Raised when the simulator may answer another trace than before; stored with each attempt. */
export const simulatorVersion = '1';

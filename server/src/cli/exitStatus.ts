/** 0: nothing above the tolerated severity; 1: findings; 2: something could not be done. */
export type ExitStatus = 0 | 1 | 2;

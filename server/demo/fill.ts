import type { Db } from '../db/connect.js';
export const isEmpty = async (_db: Db): Promise<boolean> => false;
export const fillDemo = async (_deps: object): Promise<void> => {};

/** Most services of one visit, and most days of one question (ATTACKS S64). */
export const mostServices = 6;
export const mostDays = 62;

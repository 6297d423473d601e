/** As the server names them (server/customers/record/schema.ts). */
export const genders = ['female', 'male', 'diverse', 'unsaid'] as const;

/** An e-mail as it is compared: people type capitals and spaces on a tablet. */
export const normalEmail = (typed: string): string => typed.trim().normalize('NFKC').toLowerCase();

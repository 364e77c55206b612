/** A slash inside an id would split the key; written as in an address. */
const part = (id: string): string => id.replaceAll('%', '%25').replaceAll('/', '%2F');

/** Key of one advisor's rating. */
export const ratingKey = (edition: string, standard: string, user: string): string => `${part(edition)}/${part(standard)}/${user}`;

/** Key of what the team leader settled or confirmed. */
export const teamRatingKey = (edition: string, standard: string): string => `${part(edition)}/${part(standard)}`;

/** The standard of a rating's or team rating's key. */
export function standardOfKey(key: string): string {
  return (key.split('/')[1] ?? '').replaceAll('%2F', '/').replaceAll('%25', '%');
}

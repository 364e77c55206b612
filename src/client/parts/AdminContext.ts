import { createContext, useContext } from 'react';
import type { AdminApi } from '#client/sync/adminApi.ts';

/** What administers the installation, and sums it up; all of it needs the network. app builds it for one unlocked person. */
export const AdminContext = createContext<AdminApi | undefined>(undefined);

export function useAdmin(): AdminApi {
  const admin = useContext(AdminContext);
  if (!admin) throw new Error('no administration above this screen');
  return admin;
}

import { useMemo } from 'react';
import { RouterProvider } from 'react-router';
import { ChooseClerk } from '../start/ChooseClerk.tsx';
import { useOffice } from './office.ts';
import { createRouter } from './routes.tsx';

/** The open office: who is at work is asked first, then the pages. */
export function Desk() {
  const { clerk } = useOffice();
  const router = useMemo(createRouter, []);
  return clerk === null ? <ChooseClerk /> : <RouterProvider router={router} />;
}

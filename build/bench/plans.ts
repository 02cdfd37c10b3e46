import type { Finding } from './figures.ts';
import type { Bench } from './place.ts';
export async function measurePlans(_: Bench): Promise<Finding> {
  throw new Error('todo');
}

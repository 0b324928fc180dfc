/** Calls, applications and plans of assistance in the register. */
export { acceptApplication, acceptAssistancePlan, acceptCall } from './accept.ts';
export {
  application,
  applications,
  assistancePlan,
  assistancePlans,
  call,
  calls,
  type Application,
  type Call,
  type StoredAssistancePlan,
} from './missions.ts';
export { cycle, cycles, formOfCycle, openCycle, type Cycle, type NewCycle } from './cycles.ts';

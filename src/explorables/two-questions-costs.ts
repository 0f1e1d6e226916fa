/** What each system of “two questions” costs a month at the gateway, and what the other way would: worked out when the site is built. */
import { httpCalls, restCalls, webSocketMessages, webSocketMinutes } from '../calculators/api-lines.ts';
import { billOf } from '../calculators/bill.ts';
import type { Prices } from '../calculators/prices.ts';
import { isSocket, SYSTEMS, type System } from './two-questions-systems.ts';

/** Every body and message fits one billing unit. */
const KILOBYTES = 1;

/** Dollars a month: REST and HTTP for requests; the connections, and asking an HTTP API instead, for a conversation. Data out left aside. */
export type Cost = readonly [number, number];

export function costOf(system: System, prices: Prices): Cost {
  if (!isSocket(system)) return [restCalls(prices, system.calls).amount, httpCalls(prices, system.calls, KILOBYTES).amount];
  const { clients, hours, messages, every } = system;
  const connected = billOf([webSocketMessages(prices, messages, KILOBYTES), webSocketMinutes(prices, clients * hours * 60)]);
  return [connected.total, httpCalls(prices, (clients * hours * 3600) / every, KILOBYTES).amount];
}

/** In the order of the systems. */
export function costsOf(prices: Prices): Cost[] {
  return SYSTEMS.map((system) => costOf(system, prices));
}

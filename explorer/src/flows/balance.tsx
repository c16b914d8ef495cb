// Each organisation's gains and losses: arrivals, departures, and a bar to either side of none.

import { useSignal } from "@preact/signals";
import { show, state } from "../state";
import { byName } from "../text";
import { say } from "../words";
import { SortHead, type Sort } from "./sort";
import { balances, net, type Balance } from "./tally";
import { amount, signed, words } from "./words";

const STEP = 15;
const HALF = 90;

const VALUES: Record<string, (balance: Balance) => number> = {
  arrived: ({ arrived }) => arrived.size,
  left: ({ left }) => left.size,
  net,
};

export function Balances() {
  const limit = useSignal(STEP);
  const sort = useSignal<Sort>({ by: "net", down: true });
  const way = sort.value.down ? -1 : 1;
  const value = VALUES[sort.value.by];
  const all = [...balances.value].sort((a, b) =>
    value ? way * (value(a) - value(b)) : way * byName(a.end.entity!.label, b.end.entity!.label, state.value.language),
  );
  const most = Math.max(1, ...all.map((balance) => Math.abs(net(balance))));
  const rest = all.length - limit.value;
  return (
    <section class="flows-part">
      <h3>{words("balance")}</h3>
      <p class="flows-hint">{words("balanceHint")}</p>
      <table class="flows-balance">
        <thead>
          <tr>
            <SortHead by="name" sort={sort} first="ascending">{words("organization")}</SortHead>
            {Object.keys(VALUES).map((by) => (
              <SortHead key={by} by={by} sort={sort} first="descending" class="flows-number">{words(by as "arrived" | "left" | "net")}</SortHead>
            ))}
            <td class="flows-bars" />
          </tr>
        </thead>
        <tbody>
          {all.slice(0, limit.value).map((balance) => {
            const gain = net(balance);
            const long = (HALF * Math.abs(gain)) / most;
            return (
              <tr key={balance.end.id}>
                <th scope="row"><button type="button" class="flows-name" onClick={() => show(`entity:${balance.end.id}`)}>{balance.end.entity!.label}</button></th>
                <td class="flows-number">{amount(balance.arrived.size)}</td>
                <td class="flows-number">{amount(balance.left.size)}</td>
                <td class="flows-number flows-net">{signed(gain)}</td>
                <td class="flows-bars" aria-hidden="true">
                  <svg viewBox={`${-HALF} 0 ${2 * HALF} 14`} width={2 * HALF} height="14">
                    <rect x={gain < 0 ? -long : 0} y="2" width={long} height="10" fill={gain < 0 ? "var(--hue-2)" : "var(--hue-1)"} />
                    <path d="M0 0V14" stroke="var(--soft)" />
                  </svg>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {rest > 0 && <button type="button" onClick={() => (limit.value += 4 * STEP)}>{say("more", Math.min(4 * STEP, rest))}</button>}
    </section>
  );
}

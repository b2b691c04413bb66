import { bothParty, type Case, type View } from './view.js';

export type Rung = { route: string; basis: string; network: boolean };

/** Channel ladder of B.7: the first rung open to the item's State; only INTERPOL where the State is unknown. */
export function firstRung(c: Case, view: View): Rung | null {
  const channels = view.relation?.channels;
  const interpol = view.state === null ? true : (channels?.interpol ?? false);
  const rungs: (Rung & { open: boolean })[] = [
    {
      route: 'P2P:BUDAPEST_24_7',
      basis: 'BUDAPEST-35',
      network: true,
      open: bothParty(view, 'BUDAPEST') && (channels?.budapest247 ?? false),
    },
    { route: 'P2P:UNCC_24_7', basis: 'UNCC-41', network: true, open: bothParty(view, 'UNCC') },
    { route: 'P2P:G7_24_7', basis: 'G7-24-7', network: true, open: channels?.g7 ?? false },
    { route: 'P2P:LIAISON', basis: 'LIAISON', network: false, open: channels?.liaison ?? false },
    { route: 'P2P:REGIONAL', basis: 'CIS-IT-2018', network: false, open: bothParty(view, 'CIS_IT_2018') },
    {
      route: 'P2P:INTERPOL',
      basis: 'INTERPOL-CONST-2',
      network: false,
      open: interpol && !c.interpolOff,
    },
  ];
  return rungs.find((rung) => rung.open) ?? null;
}

const twentySevenOfTheUnion = [
  ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU'],
  ...['IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
];
export const inUnion = (state: string): boolean => twentySevenOfTheUnion.includes(state);
export const inEea = (state: string): boolean => inUnion(state) || ['IS', 'LI', 'NO'].includes(state);

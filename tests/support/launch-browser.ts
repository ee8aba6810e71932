import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The system's Chromium, which asks nobody for anything by itself. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('No Chromium was found. Install one, or set CHROMIUM_PATH to its program.');
  return chromium.launch({ executablePath, args: ARGUMENTS });
}
